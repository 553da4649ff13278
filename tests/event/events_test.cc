// Sentence and date in, one line an event out: trigger | window | headline | status.
#include <string>
#include <vector>

#include "catch.h"
#include "event/marked.h"
#include "timeline/build.h"

using namespace annals;
using namespace annals::testing;

namespace {

std::string line_of(const Event& event, std::string_view text) {
  std::string out = std::string(text_of(event.head, text)) + " | " + event.edtf + " | " + event.headline +
                    " | " + std::string(to_string(event.status));
  if (!event.attributed_to.empty()) out += " (" + event.attributed_to + ")";
  return out;
}

std::string timeline_of(const Marked& marked) {
  std::vector<Undated> undated;
  std::vector<std::vector<Event>> events{english_events().find(marked.article, marked.expressions, undated)};
  const Timeline timeline = build_timeline({{marked.article, marked.expressions}}, std::move(events),
                                           {undated}, english_events().lists());
  std::string out;
  for (const Event& event : timeline.events) out += line_of(event, marked.article.text) + "\n";
  for (const Undated& one : timeline.undated) out += "undated: " + one.text + " | " + one.reason + "\n";
  return out;
}

struct Row {
  const char* shows;
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("events of a sentence") {
  const Row rows[] = {
      {"plain past tense", "The council sold the old mill in [May 1846|1846-05].",
       "sold | 1846-05 | The council sold the old mill | actual\n"},
      {"initial time, main verb behind a relative clause",
       "On [5 May 1846|1846-05-05] the man who had sold the mill left Carrow.",
       "left | 1846-05-05 | The man left Carrow | actual\n"},
      {"subject behind an apposition",
       "Ada Wren, the owner of the mill, in [November 1922|1922-11] restored the sluice near the bridge.",
       "restored | 1922-11 | Ada Wren restored the sluice near the bridge | actual\n"},
      {"relative clause, predicate nominal",
       "The Gazette is a weekly paper that was founded by Ada Wren in [October 1921|1921-10].",
       "founded | 1921-10 | The Gazette was founded by Ada Wren | actual\n"},
      {"the one before of its kind",
       "On [4 May 1846|1846-05-04] the mill made its first loss since [1821|1821].",
       "made | 1846-05-04 | The mill made its first loss since 1821 | actual\n"},
      {"object relative", "The mill, which Wren bought in [1846|1846], burned down.",
       "bought | 1846 | Wren bought the mill | actual\n"},
      {"participle behind the main clause",
       "In [March 1846|1846-03] the troops began an assault, reaching the harbour in [April 1846|1846-04] "
       "and taking the fort on [8 May 1846|1846-05-08].",
       "began | 1846-03 | The troops began an assault | actual\n"
       "reaching | 1846-04 | The troops reached the harbour | actual\n"
       "taking | 1846-05-08 | The troops took the fort | actual\n"},
      {"to-infinitive after force",
       "The government was forced to move from Hollin to Karst on [6 November 1936|1936-11-06].",
       "move | 1936-11-06 | The government was forced to move from Hollin to Karst | actual\n"},
      {"an order is a plan", "Wren ordered all pilots to assemble at the harbour in [June 1860|1860-06].",
       "assemble | 1860-06 | Wren ordered all pilots to assemble at the harbour | planned\n"},
      {"existential: the noun",
       "The mayor said that there was a meeting between the two parties [earlier this "
       "month|2024-03-01/2024-03-12].",
       "meeting | [2024-03-01..2024-03-12] | A meeting between the two parties | reported (The mayor)\n"},
      {"event noun with its own time, main verb dated by nothing",
       "Despite Wren's purchase of the bank, now called Hallam, for nine crowns in [1922|1922], he showed "
       "little interest in money.",
       "purchase | 1922 | Wren's purchase of the bank for nine crowns | actual\n"},
      {"after an event with its time, gapped",
       "After the death of her mother in [1846|1846] and her father in [1848|1848], she sailed west.",
       "death | 1846 | The death of her mother | actual\n"
       "father | 1848 | The death of her father | actual\n"
       "sailed | [1848..] | She sailed west | actual\n"},
      {"premodified noun that is no event", "The [2010|2010] album made her rich.", ""},
      {"premodified event noun", "The [1846|1846] election ended badly for Wren.",
       "election | 1846 | The election ended badly for Wren | actual\n"},
      {"possessive time", "The mayor praised [last week|2024-03-04/2024-03-10]'s vote.",
       "vote | [2024-03-04..2024-03-10] | The vote | actual\n"},
      {"life span", "Josiah Wren ([1790|1790>] - [4 May 1851|1851-05-04<]) was a pilot.",
       "1790 | 1790 | Josiah Wren was born | actual\n"
       "4 May 1851 | 1851-05-04 | Josiah Wren died | actual\n"},
      {"range from and to", "Rehn defended the pass from [July 1914|1914-07>] to [September 1914|1914-09<].",
       "defended | 1914-07/1914-09 | Rehn defended the pass | actual\n"},
      {"by a date", "By [1859|1859] Wren had lost the mill.",
       "lost | [..1859] | Wren had lost the mill | actual\n"},
      {"since a date", "The bridge has carried trains since [1985|1985].",
       "carried | 1985/.. | The bridge has carried trains | actual\n"},
      {"negated", "The council did not sell the mill in [1846|1846].", ""},
      {"never", "Nobody ever returned, and Wren never saw Carrow in [1846|1846].", ""},
      {"failed to", "Rehn failed to take the pass in [1914|1914].", ""},
      {"habitual", "He often walked to the harbour in [1846|1846].", ""},
      {"conditional", "If the river rises in [May|2024-05], the mill will close.", ""},
      {"planned", "The bridge will open in [June 2025|2025-06].",
       "open | 2025-06 | The bridge will open | planned\n"},
      {"is to be", "A new chief is to be named on [1 May 2024|2024-05-01].",
       "named | 2024-05-01 | A new chief is to be named | planned\n"},
      {"may", "The bridge may open in [June 2025|2025-06].",
       "open | 2025-06 | The bridge may open | possible\n"},
      {"hedged", "Wren arrived in Carrow possibly in [November 1849|1849-11].",
       "arrived | 1849-11 | Wren arrived in Carrow | possible\n"},
      {"would later", "Wren would later sell the mill in [1851|1851].",
       "sell | 1851 | Wren would later sell the mill | actual\n"},
      {"reported with that", "The report said that the bank closed in [May 2023|2023-05].",
       "closed | 2023-05 | The bank closed | reported (The report)\n"},
      {"reported without that", "The mayor said the bank closed in [May 2023|2023-05].",
       "closed | 2023-05 | The bank closed | reported (The mayor)\n"},
      {"reporting verb behind", "The bank closed in [May 2023|2023-05], said the mayor.",
       "closed | 2023-05 | The bank closed | reported (the mayor)\n"},
      {"according to", "The bank closed in [May 2023|2023-05], according to the mayor.",
       "closed | 2023-05 | The bank closed | reported (the mayor)\n"},
      {"reporting verb dated itself",
       "The mayor said on [12 March 2024|2024-03-12] that the bank had closed.",
       "said | 2024-03-12 | The mayor said that the bank had closed | actual\n"},
      {"pronoun from the sentence before", "Josiah Wren built the mill. He sold it in [1846|1846].",
       "sold | 1846 | Josiah Wren sold it | actual\n"},
      {"no pronoun past somebody without a name",
       "Josiah Wren built the mill. The miller left. He sold it in [1846|1846].",
       "sold | 1846 | He sold it | actual\n"},
      {"no pronoun from a common noun", "The miller built the mill. He sold it in [1846|1846].",
       "sold | 1846 | He sold it | actual\n"},
      {"not her name", "Mr. Wren built the mill. She sold it in [1846|1846].",
       "sold | 1846 | She sold it | actual\n"},
      {"date opens an entry", "[January 6|1846-01-06]. The pond bore a loaded cart.",
       "bore | 1846-01-06 | The pond bore a loaded cart | actual\n"},
      {"date closes an entry", "The organ was played for the first time. [April 12|1846-04-12].",
       "played | 1846-04-12 | The organ was played for the first time | actual\n"},
      {"coordinated verbs with their own times",
       "The firm opened a foundry in [1923|1923] and closed it in [1931|1931].",
       "opened | 1923 | The firm opened a foundry | actual\n"
       "closed | 1931 | The firm closed it | actual\n"},
      {"coordinated verb without one",
       "On [8 January 1880|1880-01-08] Wren collapsed at the corner of the market and died.",
       "collapsed | 1880-01-08 | Wren collapsed at the corner of the market and died | actual\n"},
      {"new clause behind and", "He closed the mill, and on [12 October 1859|1859-10-12], he sold the farm.",
       "sold | 1859-10-12 | He sold the farm | actual\n"},
      {"two times for one event", "On [Monday|2024-03-11] Wren sold the mill in [March|2024-03].",
       "sold | 2024-03-11 | Wren sold the mill | actual\n"},
      {"distance to a clause",
       "Wren in [November 2022|2022-11] reopened the bridge [nearly two years|after 18..24 months] after "
       "rebels destroyed the old tower.",
       "destroyed | [2020-11..2021-05] | Rebels destroyed the old tower | actual\n"
       "reopened | 2022-11 | Wren reopened the bridge | actual\n"},
      {"distance by days, both undated",
       "[Two days|after 2..2 days] after relieving the siege, Rehn marched.",
       "undated: Two days | hangs on an event without a date\n"},
      {"distance to an event told before",
       "Rehn won a victory on [27 September 1936|1936-09-27] when he relieved the fort. [Two days|after 2..2 "
       "days] after relieving the siege, Rehn proclaimed himself king.",
       "won | 1936-09-27 | Rehn won a victory | actual\n"
       "proclaimed | 1936-09-29 | Rehn proclaimed himself king | actual\n"},
      {"distance to an event told before of another",
       "Rebels destroyed the old tower in [May 1846|1846-05]. [Two days|after 2..2 days] after a gale "
       "destroyed the bridge, Rehn marched.",
       "destroyed | 1846-05 | Rebels destroyed the old tower | actual\n"
       "undated: Two days | hangs on an event without a date\n"},
      {"after an event known by name",
       "Wren held a meeting with Rehn on [1 March 2024|2024-03-01]. After his meeting with Rehn, Wren wrote "
       "a letter about it, and he is silent [now|?vague: the present].",
       "held | 2024-03-01 | Wren held a meeting with Rehn | actual\n"
       "wrote | [2024-03-01..2024-03-13] | Wren wrote a letter about it | actual\n"
       "undated: now | vague: the present\n"},
      {"vague", "Wren was a miller in [the past|?vague: the past].", "undated: the past | vague: the past\n"},
      {"told twice",
       "Ada Wren proclaimed a republic in [1859|1859]. On [17 September 1859|1859-09-17] Ada Wren proclaimed "
       "a republic at Hollin.",
       "proclaimed | 1859-09-17 | Ada Wren proclaimed a republic at Hollin | actual\n"},
      {"the time is the subject", "[The 1920s|1920/1929] were the good years.",
       "were | 192X | The 1920s were the good years | actual\n"},
      {"inverted", "Died [23 March 1846|1846-03-23], Abel Tonkin.",
       "Died | 1846-03-23 | Died 23 March 1846, Abel Tonkin | actual\n"},
      {"reduced relative", "A trawler hired on [14 January 2019|2019-01-14] brought it home.",
       "hired | 2019-01-14 | A trawler was hired | actual\n"},
      {"year in brackets behind an event", "The Treaty of Hollin ([1648|1648]) ended the war.",
       "Treaty | 1648 | The Treaty of Hollin | actual\n"},
      {"election was in", "The election was in [May 1846|1846-05].",
       "election | 1846-05 | The election | actual\n"},
      {"between two dates",
       "The attack on the fort was repulsed between [8 November 1936|1936-11-08>] and [23 November "
       "1936|1936-11-23<].",
       "repulsed | 1936-11-08/1936-11-23 | The attack on the fort was repulsed | actual\n"},
      {"a time that is the object", "She spent [the next two years|1846/1848] mending the organ.",
       "spent | [1846-01-01..1848-12-31] | She spent the next two years mending the organ | actual\n"},
      {"a copula keeps its time", "The frontier went back to where it had been in [1871|1871].",
       "been | 1871 | The frontier had been in 1871 | actual\n"},
      {"what was said stands before", "The mill will stay shut, the mayor said on [Monday|2024-03-11].",
       "said | 2024-03-11 | The mayor said the mill will stay shut | actual\n"},
      {"as soon, without its clause", "On [Monday|2024-03-11] the mayor began as soon as the river fell.",
       "began | 2024-03-11 | The mayor began | actual\n"},
      {"a list of clauses",
       "The wedding will be held at Carrow on [5 May 2025|2025-05-05], and the paper, for once, will print "
       "it.",
       "held | 2025-05-05 | The wedding will be held at Carrow | planned\n"},
      {"a participle of the whole subject",
       "Her letters to the mayor of Hollin, begun in [March 1866|1866-03], are lost.",
       "begun | 1866-03 | Her letters to the mayor of Hollin were begun | actual\n"},
      {"no passive of an intransitive", "The army emerged from the pass in [May 1846|1846-05].",
       "emerged | 1846-05 | The army emerged from the pass | actual\n"},
      {"no passive before an object", "The firm, which posted a loss in [1846|1846], closed.",
       "posted | 1846 | The firm posted a loss | actual\n"},
      {"the remark in between is no subject",
       "Wren, who held the pass, resigned before the month was out and grew roses until his death in "
       "[1940|1940].",
       "grew | ../1940 | Wren grew roses until his death in 1940 | actual\n"
       "death | 1940 | Wren's death | actual\n"},
      {"compared with: no event",
       "Income was 4 million crowns in [1846|1846], against 5 million [a year earlier|1845].",
       "was | 1846 | Income was 4 million crowns, against 5 million a year earlier | actual\n"},
      {"a heading between the date and its entry",
       "[April 12|1846-04-12]. Bread at tenpence. The new organ was played.",
       "played | 1846-04-12 | The new organ was played | actual\n"},
      {"dates on lines of their own, each with its entry",
       "[5 May 1846|1846-05-05]\nThe mill is sold to Wren. It was old.\n\n[8 May 1846|1846-05-08]\n\nWren "
       "closes it.\n[9 May 1846|1846-05-09]\n[1851|1851]\nThe mill burned on [3 June 1851|1851-06-03].",
       "sold | 1846-05-05 | The mill is sold to Wren | actual\n"
       "closes | 1846-05-08 | Wren closes it | actual\n"
       "burned | 1851-06-03 | The mill burned | actual\n"},
      {"a single one is the article's", "[5 May 1846|1846-05-05]\nThe mill is sold to Wren.", ""},
      {"what happened at several times",
       "Wren won the cup in [1895|1895], [1896|1896] and again in [1898|1898].",
       "won | 1895 | Wren won the cup | actual\nwon | 1896 | Wren won the cup | actual\n"
       "won | 1898 | Wren won the cup | actual\n"},
      {"what can happen but once", "Wren was born in [1846|1846] and in [1848|1848].",
       "born | 1846 | Wren was born | actual\n"},
      {"one of two times", "The mill closed in [1846|1846] or in [1848|1848].",
       "closed | 1846 | The mill closed | actual\n"},
      {"behind a clause set in between", "Wren died in Hollin, where he had lived for years, in [1846|1846].",
       "died | 1846 | Wren died in Hollin | actual\n"},
      {"said of somebody by nobody",
       "The mill closed, and on [5 May 1846|1846-05-05], backed by Wren, they were admitted to the works.",
       "admitted | 1846-05-05 | They were admitted to the works | actual\n"},
      {"not until then", "The mill was not finished until [1912|1912].",
       "finished | 1912 | The mill was finished | actual\n"},
      {"did not until then", "They did not open the mill until [1912|1912].",
       "open | 1912 | They opened the mill | actual\n"},
      {"not, but for something else", "The mill did not close, and it ran until [1912|1912].",
       "ran | ../1912 | The mill ran | actual\n"},
      {"it was not until then that", "It was not until [1912|1912] when the mill was finished.",
       "finished | 1912 | The mill was finished | actual\n"},
      {"until then, and now", "Later it was used as a mill until [1954|1954] and [now|?vague] it is a hall.",
       "used | ../1954 | It was used as a mill | actual\nundated: now | vague\n"},
      {"said to have been", "The mill is said to have stood until [1846|1846].",
       "stood | ../1846 | The mill is said to have stood | reported\n"},
      {"as a register puts it", "Ada Wren (b. [5 May 1846|1846-05-05], d. [1901|1901]) painted.",
       "b. | 1846-05-05 | Ada Wren was born | actual\nd. | 1901 | Ada Wren died | actual\n"},
      {"a pedigree", "Otto Hale, bapt. [12 May 1788|1788-05-12], d. [1850|1850] in Karst.",
       "bapt. | 1788-05-12 | Otto Hale was baptised | actual\nd. | 1850 | Otto Hale died | actual\n"},
      {"a life span is a person's", "The Long March ([1934|1934>]-[1935|1935<]) began at Hollin.", ""},
      {"before and after at the head of a clause",
       "Before [1846|1846] the mill was built. After [May 1848|1848-05] Wren ruled.",
       "built | [..1845] | The mill was built | actual\nruled | [1848-06..] | Wren ruled | actual\n"},
      {"prior to", "The mill was built prior to [1846|1846].",
       "built | [..1845] | The mill was built | actual\n"},
      {"until", "The mill ran until [June 1846|1846-06].", "ran | ../1846-06 | The mill ran | actual\n"},
      {"a main verb taken for a participle",
       "Prices closed lower on [Friday|2024-03-08] when the minister resigned.",
       "closed | 2024-03-08 | Prices closed lower | actual\n"},
      {"an owner's event has its own time", "They condemned the king's [May 1846|1846-05] siege of Hollin.",
       "siege | 1846-05 | The king's siege of Hollin | actual\n"},
      {"having been", "The pact, having been signed in [May 1846|1846-05], held.",
       "signed | 1846-05 | The pact had been signed | actual\n"},
      {"the day of an event: from where it began",
       "The siege began on [3 May 1846|1846-05-03]. On [the ninth day|after 8..8 days] of the siege they "
       "gave up.",
       "began | 1846-05-03 | The siege began | actual\ngave | 1846-05-11 | They gave up | actual\n"},
      {"the day of an event: from a dated one",
       "On [21 July 1936|1936-07-21], [the fifth day|after 4..4 days] of the revolt, they took the port.",
       "revolt | 1936-07-17 | The revolt | actual\ntook | 1936-07-21 | They took the port | actual\n"},
      {"an age, from the birth",
       "Ada Wren was born on [3 May 1790|1790-05-03]. She sold the mill at [the age of 32|age 384..384 "
       "months].",
       "born | 1790-05-03 | Ada Wren was born | actual\n"
       "sold | [1822-05-03..1823-05-02] | Ada Wren sold the mill at the age of 32 | actual\n"},
      {"somebody else's age",
       "Ada Wren was born in [1790|1790]. John Wren died, [aged 61|age 732..732 months].",
       "born | 1790 | Ada Wren was born | actual\n"
       "undated: aged 61 | hangs on an event without a date\n"},
      {"since and until an event",
       "Since the fire in [1848|1848] the mill has stood empty. He lived there until the flood of "
       "[1850|1850].",
       "fire | 1848 | The fire | actual\nstood | 1848/.. | The mill has stood empty | actual\n"
       "lived | ../1850 | He lived there until the flood of 1850 | actual\nflood | 1850 | The flood | "
       "actual\n"},
      {"a time within its noun phrase stays",
       "Wren has been on the run since the [May 1846|1846-05] bombing of the bridge.",
       "bombing | 1846-05 | The bombing of the bridge | actual\n"
       "been | 1846-05/.. | Wren has been on the run since the May 1846 bombing of the bridge | actual\n"},
      {"a bare noun takes its clause", "[Friday|2024-03-08]'s vote split the council.",
       "vote | 2024-03-08 | The vote split the council | actual\n"},
      {"himself", "The mayor himself left on [Friday|2024-03-08].",
       "left | 2024-03-08 | The mayor himself left | actual\n"},
      {"a second verb has the first one's subject",
       "Wren placed his men between Hollin and Carrow but was driven back on [5 May 1846|1846-05-05].",
       "driven | 1846-05-05 | Wren was driven back | actual\n"},
      {"who: the name beside it",
       "They learnt of the arrest of Wren, who was shot on [5 May 1846|1846-05-05].",
       "shot | 1846-05-05 | Wren was shot | actual\n"},
      {"a gerund is no fact of its own", "The firm has set its sights on buying the mill in [May|2024-05].",
       "buying | 2024-05 | The firm has set its sights on buying the mill | planned\n"},
      {"a participle that opens a clause describes its subject",
       "Suspected rebels burned the mill in [May 1846|1846-05].",
       "burned | 1846-05 | Suspected rebels burned the mill | actual\n"},
      {"most of them", "Most of the mills closed in [1846|1846].",
       "closed | 1846 | Most of the mills closed | actual\n"},
      {"an adjective stands for people", "The British had left Carrow by [1846|1846].",
       "left | [..1846] | The British had left Carrow | actual\n"},
      {"a participle with nobody else for its clause is its verb",
       "Howe set off in [June 1846|1846-06], and took Carrow in [July 1846|1846-07].",
       "set | 1846-06 | Howe set off | actual\ntook | 1846-07 | Howe took Carrow | actual\n"},
      {"a noun with a verb's ending", "The killing of Wren in [1846|1846] ended the war.",
       "killing | 1846 | The killing of Wren | actual\n"},
      {"the time goes on with its noun", "The announcement [Friday|2024-03-08] of a loss frightened them.",
       "announcement | 2024-03-08 | The announcement of a loss | actual\n"},
      {"within the object: what goes on is needed",
       "The mill posted a drop in [first-quarter|2024-03] profit on [Monday|2024-03-11].",
       "posted | 2024-03-11 | The mill posted a drop in first-quarter profit | actual\n"},
      {"compared with an earlier time", "Wages are higher than [a year earlier|2023].", ""},
      {"what the subject is about", "The figures for [January|2024-01] surprised him.", ""},
      {"when the source said so", "The mill closed, according to a report [Friday|2024-03-08].", ""},
      {"a purpose of the past: when it was pursued", "They voted to support him on [Friday|2024-03-08].",
       "voted | 2024-03-08 | They voted to support him | actual\n"},
      {"a purpose that lies ahead keeps its time", "They voted to build a mill in [2025|2025].",
       "build | 2025 | They voted to build a mill | planned\n"},
      {"a month counted from the article: of what is said",
       "They reported a fall of the river in [January|2024-01@].",
       "fall | 2024-01 | A fall of the river | actual\n"},
      {"the speaker stands behind", "\"We stay,\" said the mayor, a friend of ours, on [Monday|2024-03-11].",
       "said | 2024-03-11 | The mayor said \"We stay\" | actual\n"},
      {"a list of subjects", "Hollin, Karst and Carrow joined the league in [1846|1846].",
       "joined | 1846 | Hollin, Karst and Carrow joined the league | actual\n"},
      {"a semicolon ends the clause", "The meeting was planned for [May 1846|1846-05]; a sign of hope.",
       "planned | 1846-05 | The meeting was planned | actual\n"},
      {"what was said stands before, how it was said behind",
       "\"We stay,\" the mayor said in a letter on [Monday|2024-03-11].",
       "said | 2024-03-11 | The mayor said \"We stay\" | actual\n"},
      {"that he leave", "They insisted in [1846|1846] that Wren leave Carrow.",
       "insisted | 1846 | They insisted that Wren leave Carrow | actual\n"},
      {"a relative clause without its opener", "Half of the ships they built in [1846|1846] were lost.",
       "built | 1846 | They built the ships | actual\n"},
      {"a relative that", "The guns that they had taken were brought to Carrow in [1846|1846].",
       "brought | 1846 | The guns were brought to Carrow | actual\n"},
      {"elected, before the elected", "Elected officials warned Wren in [1846|1846].",
       "warned | 1846 | Elected officials warned Wren | actual\n"},
      {"a second object with a time of its own",
       "The army took Hollin in [May 1846|1846-05], and Karst by [June 1846|1846-06].",
       "took | 1846-05 | The army took Hollin | actual\n"
       "Karst | [..1846-06] | The army took Karst | actual\n"},
      {"verbs said once for two",
       "The mill was built in [1840|1840] and the tower in [1850|1850]. It opened to goods in [May "
       "1851|1851-05], "
       "and to guests in [June 1851|1851-06].",
       "built | 1840 | The mill was built | actual\n"
       "tower | 1850 | The tower was built | actual\n"
       "opened | 1851-05 | It opened to goods | actual\n"
       "guests | 1851-06 | It opened to guests | actual\n"},
      {"a quoted name keeps its article", "By [1846|1846] the \"column of tears\" was scattered.",
       "scattered | [..1846] | The \"column of tears\" was scattered | actual\n"},
      {"even, without its clause", "Wren left on [Monday|2024-03-11] even after they begged him to stay.",
       "left | 2024-03-11 | Wren left | actual\n"},
      {"that, behind a time and with an apposition",
       "He announced on [Monday|2024-03-11] that the owner, Ada Wren, had left.",
       "announced | 2024-03-11 | He announced that the owner, Ada Wren, had left | actual\n"},
      {"a participle set in behind its own subject",
       "The king fled but the queen, having sold the mill in [1846|1846], stayed.",
       "sold | 1846 | The queen sold the mill | actual\n"},
      {"his, and not the subject's", "They wept at the funeral of Wren, following his death in [1846|1846].",
       "death | 1846 | His death | actual\nwept | [1846..] | They wept at the funeral of Wren | actual\n"},
      {"the second of three verbs",
       "The firm opened a foundry in [1923|1923], built houses in [1925|1925], and paid a dividend.",
       "opened | 1923 | The firm opened a foundry | actual\nbuilt | 1925 | The firm built houses | actual\n"},
      {"it: the company that says so", "The company said it earned 5 million crowns in [1846|1846].",
       "earned | 1846 | The company earned 5 million crowns | reported (The company)\n"},
      {"it: not the man who says so", "The mayor said it closed in [1846|1846].",
       "closed | 1846 | It closed | reported (The mayor)\n"},
      {"a clause without a comma is not of the name",
       "The king led an attack on Hollin that failed in [1846|1846].",
       "failed | 1846 | An attack on Hollin failed | actual\n"},
      {"a participle that another verb begins", "The firm began raising its stake in [July 1846|1846-07].",
       "raising | 1846-07 | The firm began raising its stake | actual\n"},
      {"whose", "The firm, whose shares began trading in [July 1846|1846-07], closed.",
       "trading | 1846-07 | The firm's shares began trading | actual\n"},
      {"no passive before a clause, with a time between",
       "The mill closed, but the court ruled [Friday|2024-03-08] that he must stay.",
       "ruled | 2024-03-08 | The court ruled that he must stay | actual\n"},
      {"six years are no life", "Josiah Wren ([1914|1914>]-[1920|1920<]) was president.", ""},
      {"the day of a report gives way",
       "CARROW, [March 13|2024-03-13] - The council voted on [Monday|2024-03-11] to stay.",
       "voted | 2024-03-11 | The council voted to stay | actual\n"},
      {"the day of a report dates what nothing else does",
       "CARROW, [March 13|2024-03-13] - The mayor resigned on a hill.",
       "resigned | 2024-03-13 | The mayor resigned on a hill | actual\n"},
      {"circa", "He was born in [1818|1818~].", "born | 1818~ | He was born | actual\n"},
  };
  for (const Row& row : rows) {
    INFO(row.shows << "\n" << row.text);
    CHECK(timeline_of(read_marked(row.text)) == row.expected);
  }
}

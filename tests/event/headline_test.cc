// Sentences in, the headlines of their events out: what the words of a clause are made of.
#include "event/headline.h"

#include <string>
#include <vector>

#include "catch.h"
#include "event/marked.h"

using namespace annals;
using namespace annals::testing;

namespace {

std::string headlines_of(const char* text) {
  const Marked marked = read_marked(text);
  std::vector<Undated> undated;
  std::string out;
  for (const Event& event : english_events().find(marked.article, marked.expressions, undated))
    out += (out.empty() ? "" : " | ") + event.headline;
  return out;
}

struct Row {
  const char* shows;
  const char* text;
  const char* headlines;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.shows << "\n" << row.text);
    CHECK(headlines_of(row.text) == row.headlines);
  }
}

}  // namespace

TEST_CASE("headlines: names and nouns that the tags do not tell") {
  check({
      {"a hyphen is no dash", "In [May 1846|1846-05] Wren-Hallam Works opened price-fixing talks in Carrow.",
       "Wren-Hallam Works opened price-fixing talks in Carrow"},
      {"a dash without blanks is one", "In [May 1846|1846-05] the miners were ready-they had bread.",
       "The miners were ready"},
      {"a name in 's", "Hallam's lowered its rating of the mill in [May 1846|1846-05].",
       "Hallam's lowered its rating of the mill"},
      {"names joined by &", "Carrow & Hallam sold the mill in [May 1846|1846-05].",
       "Carrow & Hallam sold the mill"},
      {"an adjective within a name", "In [May 1846|1846-05] the Karst Armed Forces took the bridge.",
       "The Karst Armed Forces took the bridge"},
      {"a name that goes on behind the", "Otto the Great of Karst fell in [1846|1846].",
       "Otto the Great of Karst fell"},
      {"no name that goes on", "They gave Wren the Cross in [1846|1846].", "They gave Wren the Cross"},
      {"a name that ends in 's", "Founded in [1846|1846] as St. Wren's, the school stands.",
       "The school was founded as St. Wren's"},
      {"an article with the time behind it", "After a [1846|1846] revolt the mill fell.",
       "A 1846 revolt | The mill fell"},
      {"adjectives joined", "It was a large and handsome mansion built in [1638|1638].",
       "A large and handsome mansion was built"},
      {"so many and more", "On [5 May 1846|1846-05-05], more than 200 miners marched to Carrow.",
       "More than 200 miners marched to Carrow"},
      {"so much for each", "An offer of $25 a ton, made by the owners in [May 1846|1846-05], was rejected.",
       "An offer of $25 a ton was made by the owners"},
      {"people, then an adverb", "In [May 1846|1846-05] the French also granted pardons to the miners.",
       "The French granted pardons to the miners"},
      {"a gerund as subject", "Fighting in Karst continued in [May 1846|1846-05] until the bridge fell.",
       "Fighting in Karst continued"},
      {"an adjective as subject", "By [May 1846|1846-05] scurvy had broken out.", "Scurvy had broken out"},
      {"a verb's form that opens the sentence",
       "Hopes of a quick peace and a return of the miners were dashed in [May 1846|1846-05].",
       "Hopes of a quick peace and a return of the miners were dashed"},
      {"a place before a noun", "The Carrow, Ohio, mill closed in [May 1846|1846-05].",
       "The Carrow, Ohio, mill closed"},
      {"a place before where to",
       "The firm moved its office from Springfield, Illinois, to Carrow in [May 1846|1846-05].",
       "The firm moved its office from Springfield, Illinois, to Carrow"},
  });
}

TEST_CASE("headlines: whose verb it is") {
  check({
      {"two that are joined without an article",
       "In [1807|1807] the tower and spire were in a poor state, and it closed.",
       "The tower and spire were in a poor state"},
      {"one thing by two nouns, which", "It had a tower and spire which fell in [1846|1846].",
       "A tower and spire fell"},
      {"a man by two nouns, who", "Otto Wren was a painter and printer who left Karst in [1846|1846].",
       "Otto Wren left Karst"},
      {"a list of verbs without its last comma",
       "Wren was born in Karst, studied at Hollin and entered the works in [1846|1846].",
       "Wren entered the works"},
      {"no list: a verb behind what is set in between",
       "This lasted until the council, charged with it, met in [1846|1846] and became a court.",
       "This lasted until the council, charged with it, met in 1846 and became a court."},
      {"behind a participle without a comma",
       "On returning to Karst he worked for Hale and in [1846|1846] bought the mill.", "He bought the mill"},
      {"a time between the subject and its verb",
       "Poor harvests over [two years|1845] led to a riot in [1846|1846] but this was put down.",
       "Poor harvests led to a riot"},
      {"where he was", "His travels brought him to Karst where in [1846|1846] he had a stroke.",
       "He had a stroke"},
      {"born, behind what somebody is",
       "Otto Wren was a native of the county of Karst, born [5 May 1846|1846-05-05].", "Otto Wren was born"},
      {"the number of a king", "Wrenhotep I ruled Karst in [1846|1846].", "Wrenhotep I ruled Karst"},
      {"no number", "In Karst I met Wren in [1846|1846].", "I met Wren"},
      {"its own joint, not one before",
       "He was professor of harmony and music at Karst, in [1902|1902] was professor of law there, and in "
       "[1904|1904] became mayor, leaving it.",
       "He was professor of law there | He became mayor"},
      {"a preposition before a time",
       "The men caught since [1846|1846] against the law will leave on [5 May 2024|2024-05-05].",
       "The men were caught against the law | The men will leave"},
      {"his wife beside her name",
       "Otto son of John Wren and Ada his wife was buried on [5 May 1846|1846-05-05].",
       "Otto son of John Wren and Ada his wife was buried"},
      {"no verb of its own", "Duty guarding the fords until [May 1846|1846-05].", "Duty guarding the fords"},
      {"and between two times",
       "Wren, who was wounded in [May 1846|1846-05] and again in [June 1846|1846-06], left Karst in "
       "[1850|1850].",
       "Wren was wounded | Wren was wounded | Wren left Karst"},
      {"in brackets behind its noun", "Many wings followed, and the Karst Wing (opened [1900|1900]) fell.",
       "The Karst Wing was opened"},
      {"who, behind a body", "Otto Wren from the same family, who left in [1512|1512], died.",
       "Otto Wren from the same family left"},
      {"a name behind a copula", "One of its owners was Otto Wren, who left Karst in [1840|1840].",
       "Otto Wren left Karst"},
      {"a title behind the name", "Otto Wren, 1st Baron Wren ([1840|1840>]-[1922|1922<]), died.",
       "Otto Wren was born | Otto Wren died"},
      {"two behind a preposition, who",
       "It was found by Ada Wren and Otto Hale, who shared a prize in [1846|1846].",
       "Ada Wren and Otto Hale shared a prize"},
      {"two without a comma, as the verb says",
       "They expelled five miners and a clerk who were questioned in [May 1846|1846-05].",
       "Five miners and a clerk were questioned"},
      {"one of two, as the verb says", "They lost Karst and the mill, which was sold in [May 1846|1846-05].",
       "The mill was sold"},
      {"nobody knows which of two",
       "The war of Carrow and Karst, which had raged since [May 1846|1846-05], ended.",
       "The war of Carrow and Karst, which had raged since May 1846, ended."},
      {"somebody at a place, who",
       "So said Otto Hale, an agent at the Observatory, who in [1846|1846] saw it.", "Otto Hale saw it"},
      {"somebody of a place, who", "Ada Wren was a clerk of Carrow, Ohio, who sold it in [1846|1846].",
       "Ada Wren sold it"},
      {"an apposition, who", "It was found by Ada Wren, a clerk, who sold it in [1846|1846].",
       "Ada Wren sold it"},
      {"a party's letter, who", "Sen. Ada Wren, R-Ohio, who had stopped it in [1946|1946], left.",
       "Sen. Ada Wren had stopped it"},
      {"three of them, who", "Carrow, Karst and the owners of Hallam, who were asked in [1846|1846], agreed.",
       "Carrow, Karst and the owners of Hallam were asked"},
      {"somebody whom somebody else met", "They wrote to Ada Wren, whom Hale asked in [May 1846|1846-05].",
       "Hale asked Ada Wren"},
      {"a passive behind but",
       "The tram was shut in 1988 but reopened in [1990|1990] by the owners of the mill.",
       "The tram was reopened by the owners of the mill"},
      {"a remark about what stands around it",
       "Tapes of the trial, the owner said on [5 May 1846|1846-05-05], were lost.",
       "The owner said tapes of the trial were lost"},
      {"first done", "The cup, first played in [1846|1846], will move.", "The cup was played"},
      {"to do what", "An attempt to retake the mill failed in [May 1846|1846-05].",
       "An attempt to retake the mill failed"},
      {"who hopes to", "Ada Wren, who left in May, hopes to sell the mill in [June 2025|2025-06].",
       "Ada Wren hopes to sell the mill"},
      {"a heading's mark", "# Ada Wren ([1790|1790>]-[1851|1851<])", "Ada Wren was born | Ada Wren died"},
      {"one of them, as the verb says",
       "They cooled the pipes of the mill, which was shut in [1846|1846] and is idle.",
       "The mill was shut and is idle"},
      {"what a participle behind a comma is said of",
       "He sold it, and a decision on the mill in Karst, expected by [May 2025|2025-05], is late.",
       "A decision on the mill in Karst was expected"},
      {"a time set before its clause", "It was in [1852|1852] that the railway was opened to Carrow.",
       "The railway was opened to Carrow"},
      {"that, no determiner",
       "They ruled on Friday, adding that tax deals struck with the mill in [1846|1846] were void.",
       "Tax deals were struck with the mill"},
      {"a king's number", "In [1846|1846] King Karl I of Karst left Carrow.",
       "King Karl I of Karst left Carrow"},
      {"a name like a verb", "Stokes pleaded guilty in [1846|1846].", "Stokes pleaded guilty"},
      {"whose", "The Carrow Mill, whose sale has been put off since [May 1846|1846-05], is empty.",
       "The Carrow Mill's sale has been put off"},
      {"behind a clause set in between",
       "The mill, which stood beside the bridge, burned down in [May 1846|1846-05].", "The mill burned down"},
      {"behind a place in what is set in between",
       "Shares of Hallam, based in Carrow, Ohio, closed at $33 in [May 1846|1846-05].",
       "Shares of Hallam closed at $33"},
      {"behind a list in a relative clause",
       "The mill, which sold flour and bread, will be closed in [May 2025|2025-05].",
       "The mill will be closed"},
      {"subject and verb of a clause around the time",
       "There was no quarrel when the governor on [9 May 1846|1846-05-09] sold the mill.",
       "The governor sold the mill"},
      {"a passive goes on", "She was made a dame in [1846|1846] and elected president in [1848|1848].",
       "She was made a dame | She was elected president"},
      {"behind but", "They closed the mill after the fire but sold it in [1846|1846].",
       "They sold it | The fire | They closed the mill after the fire"},
      {"a remark", "In [May 1846|1846-05], they note, the owner sold the mill.", "The owner sold the mill"},
      {"a participle under a preposition",
       "Under the terms reached on [5 May 1846|1846-05-05], half of the miners will stay.",
       "The terms were reached"},
      {"a participle of saying, set in between",
       "The terms, announced on [5 May 1846|1846-05-05], were harsh.", "The terms were announced"},
  });
}

TEST_CASE("headlines: where they end") {
  check({
      {"the noun joined last",
       "In [May 1846|1846-05] they took the towns of Karst and Carrow and burned them.",
       "They took the towns of Karst and Carrow and burned them"},
      {"what a noun says",
       "The verdict in [May 1846|1846-05] was the first sign that the owner was in trouble.",
       "The verdict was the first sign that the owner was in trouble"},
      {"what was told last",
       "In [May 1846|1846-05] he met the miners and told them that the mill would close.",
       "He met the miners and told them that the mill would close"},
      {"a time that the verb asks for", "They have set [5 May 2025|2025-05-05] as the last day for bids.",
       "They have set 5 May 2025 as the last day for bids"},
      {"dates from", "The mill dates back to [1846|1846] and is empty.",
       "The mill dates back to 1846 and is empty"},
      {"brackets end", "The mill failed (as it had failed in [1908|1908]) and its owner left.",
       "The mill had failed"},
      {"a bracket before the other's time",
       "The mill opened on [5 May 1846|1846-05-05] and was sold to Wren (the owner, by then) on [8 May "
       "1846|1846-05-08].",
       "The mill opened | The mill was sold to Wren"},
      {"another clause with something set in between",
       "In [1820|1820], Otto Wren died and Ada, having sold it, moved.", "Otto Wren died"},
      {"two verbs with all in common", "The mill was altered and rebuilt in brick in [1846|1846].",
       "The mill was altered and rebuilt in brick"},
      {"two verbs with an object in common", "Wren found and claimed the wreck in [1846|1846].",
       "Wren found and claimed the wreck"},
      {"dated", "They found a letter, dated [5 May 1846|1846-05-05].", "A letter was dated 5 May 1846"},
      {"what it is compared with", "Costs were high, compared with [May 1846|1846-05].", ""},
      {"what it is compared with, at length",
       "Profit jumped to $6 million from $4 million, or 24 cents a share, [1845|1845].", ""},
      {"a pair of names between from and to",
       "It was moved from Ebba, New York, to Carrow in [May 1846|1846-05].",
       "It was moved from Ebba, New York, to Carrow"},
      {"a place before a noun, behind a preposition",
       "In [May 1846|1846-05] a doctor in the Carrow, Ohio, area left.",
       "A doctor in the Carrow, Ohio, area left"},
      {"only then", "The office was closed only in [1846|1846].", "The office was closed"},
      {"about a time", "The blast occurred at about [5 May 1846|1846-05-05].", "The blast occurred"},
      {"nothing happened", "There was no word in Carrow on [5 May 1846|1846-05-05].", ""},
  });
}

TEST_CASE("headlines: he and she") {
  check({
      {"somebody else acts since", "Otto Wren left. Then Adam Hale wrote to them. He died in [1846|1846].",
       "Adam Hale died"},
      {"somebody else is named since",
       "Otto Wren left. They saw Adam Hale in Carrow. He died in [1846|1846].", "He died"},
      {"an object beside the subject", "Otto Wren met Adam Hale. He died in [1846|1846].", "Otto Wren died"},
      {"a first name tells", "John Wren left. She died in [1846|1846].", "She died"},
      {"she of whom was told is not he", "Ada Wren left. She married Otto Hale. He died in [1846|1846].",
       "He died"},
      {"a chain of pronouns", "Otto Wren left. He met Adam Hale in Carrow. He died in [1846|1846].",
       "Otto Wren died"},
      {"at a place", "Otto Wren at Carrow Works said he sold it in [1846|1846].", "Otto Wren sold it"},
      {"many sentences on",
       "Otto Wren left. He sailed in [1841|1841]. He drew in [1842|1842]. He sold it in [1843|1843]. He wed "
       "in "
       "[1844|1844]. He died in [1846|1846].",
       "Otto Wren sailed | Otto Wren drew | Otto Wren sold it | Otto Wren wed | Otto Wren died"},
      {"a name behind what he is", "The painter Otto Wren left. He died in [1846|1846].", "Otto Wren died"},
      {"his wife is not he", "Otto Wren left. His wife Ada died and in [1846|1846] he wed.", "Otto Wren wed"},
      {"an entry without a verb", "Otto Wren, painter of harbours. He died in [1846|1846].",
       "Otto Wren died"},
      {"a nickname", "Otto (Tot) Wren left. He died in [1846|1846].", "Otto (Tot) Wren died"},
      {"the main clause without a comma", "After leaving in [1846|1846] he wrote to them.", "He left"},
  });
}

TEST_CASE("headlines: it and they") {
  check({
      {"the last subject", "A mill stood at Karst. It burned in [1846|1846].", "The mill burned"},
      {"that of its own sentence", "The mill burned but in [1846|1846] it was rebuilt.",
       "The mill was rebuilt"},
      {"a chain of pronouns", "The mill stood here. It was lit by gas. It burned in [1846|1846].",
       "The mill burned"},
      {"several", "The mills were old. They burned in [1846|1846].", "The mills burned"},
      {"two", "Wren and Hale met here. They left in [1846|1846].", "Wren and Hale left"},
      {"one, where several are asked for", "The mill was old. They left in [1846|1846].", "They left"},
      {"several, where one is asked for", "The mills were old. It burned in [1846|1846].", "It burned"},
      {"the object may be meant", "The firm bought a mill. It burned in [1846|1846].", "It burned"},
      {"the object of its purpose may be meant", "The firm hoped to buy a mill. It burned in [1846|1846].",
       "It burned"},
      {"the object of a preposition is not", "The firm fought for a mill. It closed in [1846|1846].",
       "The firm closed"},
      {"what is told with it may be meant", "The mill was built and the tower. It fell in [1846|1846].",
       "It fell"},
      {"a person is no it", "The king left. It burned in [1846|1846].", "It burned"},
      {"it rained", "The mill was old. It rained in [1846|1846].", "It rained"},
      {"it was decided that", "The mill was old. It was decided in [1846|1846] that it should be sold.",
       "It was decided that it should be sold"},
  });
}

TEST_CASE("headlines: births and deaths") {
  check({
      {"below a name", "Otto Wren\n\n[5 May 1846|1846-05-05>] - [6 June 1901|1901-06-06<]\n\nA painter.",
       "Otto Wren was born | Otto Wren died"},
      {"below more than a name", "The Wren works\n\n[1846|1846>] - [1901|1901<]\n\nA firm.", ""},
      {"the family name first", "Wren, Otto ([1846|1846>]-[1901|1901<]), painter.",
       "Otto Wren was born | Otto Wren died"},
      {"a first name before a place", "Robert London ([1846|1846>]-[1901|1901<]) painted.",
       "Robert London was born | Robert London died"},
      {"without what he is", "He met the painter Otto Wren ([1846|1846>]-[1901|1901<]).",
       "Otto Wren was born | Otto Wren died"},
      {"born at the head of the sentence", "Born Otto Hale in Karst in [1846|1846], Otto Wren left.",
       "Otto Wren was born Otto Hale in Karst"},
      {"an entry that says what was done", "[1901|1901] Served in Karst.", "Served in Karst"},
      {"an entry behind its year", "[1901|1901] Sent to Karst", "Sent to Karst"},
      {"a label", "Died: [1901|1901] Karst", "Died: 1901 Karst"},
  });
}

TEST_CASE("headlines: words that look like others") {
  check({
      {"a surname that is an adjective", "In [1846|1846] Young sold the mill.", "Young sold the mill"},
      {"a name that is an auxiliary", "The film, starring Will Hale, was shown in [1846|1846].",
       "The film was shown"},
      {"an event that is a participle", "A board meeting on [5 May 1846|1846-05-05] was expected.",
       "A board meeting was expected"},
      {"a noun that is an infinitive", "Due to lack of money, the mill closed in [1846|1846].",
       "The mill closed"},
      {"a noun that is a participle", "He left because of his love of drawing in [1846|1846].",
       "He left because of his love of drawing"},
      {"as what he did it", "Otto Wren, who as a boy in [1846|1846] sold the mill, left.",
       "Otto Wren sold the mill"},
      {"what they ask", "They learned in [1846|1846] if he left.", "They learned if he left"},
      {"what his office lasted is not when he died", "Otto Wren, clerk of Karst since [1846|1846], died.",
       "Otto Wren was clerk of Karst"},
      {"said once, with the time in front", "In [1846|1846] the mill grew and in [1850|1850] the town.",
       "The mill grew | The town grew"},
      {"said once, of something governed",
       "In [1846|1846] they merged with Hale and in [1850|1850] with Wren.",
       "They merged with Hale | They merged with Wren"},
      {"what was not done to two until then", "He was not seen by Wren and Hale until [1846|1846].",
       "He was seen by Wren and Hale"},
      {"how it is now is not what happened then", "It was replaced in [1846|1846] and [2024|2024] rings.",
       "It was replaced"},
  });
}

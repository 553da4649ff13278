// Words cut into chunks, one letter each.
#include "event/reading.h"

#include "catch.h"
#include "event/identity.h"
#include "event/marked.h"

using namespace annals;
using namespace annals::testing;

TEST_CASE("chunk letters") {
  struct Row {
    const char* text;
    const char* letters;
  };
  const Row rows[] = {
      {"He sold the old mill.", "pVN;"},
      {"He had never been able to sell it.", "pVJBp;"},
      {"The mill was sold by Wren.", "NVIP;"},
      {"The man who sold the mill left.", "NWQNV;"},
      {"After he lost the mill, he left.", "SpZN,pV;"},
      {"After the loss of the mill, he left.", "ANON,pV;"},
      {"She said that the mill had closed.", "pVSNZ;"},
      {"She said the mill had closed.", "pVNZ;"},
      {"Wren's death ended the war.", "P'EVE;"},
      {"The troops crossed the river, reaching Karst.", "NVN,UP;"},
      {"He lived in Palm Beach, Florida.", "pVIP;"},
      {"He sold it and left.", "pVpCV;"},
      {"The brig, launched in Carrow, sank.", "N,UIP,V;"},
      {"The poor crossed it.", "NVp;"},
      {"The bombing of Karst ended it.", "EOPVp;"},
      {"He left; she stayed.", "pV;pV;"},
      {"They rested in Karst, Florida had fallen.", "pVIP,PV;"},
      {"The communists responded with a plan worked out in Karst.", "NVINUIP;"},
      {"While life in Karst improved, they left.", "SNIPZ,pV;"},
      {"The firm had operating profits.", "NVN;"},
      {"The men who guarded it said privately that he left.", "NWQpVRSpZ;"},
      {"He sold Wren Processing Inc to them.", "pVPIp;"},
      {"The ship seen from Carrow sank.", "NUIPV;"},
  };
  for (const Row& row : rows) {
    const Marked marked = read_marked(row.text);
    Reading reading;
    read_sentence(marked.article.text, {0, marked.article.text.size()}, {}, 0, english().lexicon,
                  *english().tagger, english_events().lists(), reading);
    INFO(to_string(reading));
    CHECK(reading.letters == row.letters);
  }
}

TEST_CASE("past forms") {
  const struct {
    const char* lemma;
    const char* past;
  } rows[] = {{"close", "closed"}, {"reach", "reached"}, {"carry", "carried"}, {"stop", "stopped"},
              {"take", "took"},    {"begin", "began"},   {"set", "set"}};
  for (const auto& row : rows) CHECK(english_events().lists().past_of(row.lemma) == row.past);
}

TEST_CASE("ids outlive blanks but not words") {
  const std::string id = event_id("a", "He left.", "left", 0);
  CHECK(id == event_id("a", "He\n  left.", "left", 0));
  CHECK(id != event_id("a", "He left.", "left", 1));
  CHECK(id != event_id("b", "He left.", "left", 0));
  CHECK(id.size() == 15);
}

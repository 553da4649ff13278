# Compiles WordNet and rules/en/words into share/annals/en/lexicon.bin of the build folder; the tagger's weights stand
# in share/annals/rules/en/tagger. open_text_engine(share/annals) finds both.
find_path(WORDNET_DIR data.noun PATHS /usr/share/wordnet /usr/share/wordnet/dict /usr/local/share/wordnet NO_DEFAULT_PATH)
if(NOT WORDNET_DIR)
  message(FATAL_ERROR "WordNet's database (data.noun) is not installed. On Debian or Ubuntu: apt-get install wordnet-base")
endif()
set(english_data ${CMAKE_BINARY_DIR}/share/annals/en)
file(GLOB english_words CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/en/words/*.txt)

add_executable(compile-lexicon ${CMAKE_SOURCE_DIR}/tools/compile-lexicon.cc ${CMAKE_SOURCE_DIR}/src/text/tags.cc)
target_include_directories(compile-lexicon PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/tools)
add_custom_command(OUTPUT ${english_data}/lexicon.bin
  COMMAND compile-lexicon ${WORDNET_DIR} ${CMAKE_SOURCE_DIR}/rules/en/words ${english_data}/lexicon.bin
  DEPENDS compile-lexicon ${english_words} COMMENT "Compiling the English lexicon from WordNet" VERBATIM)
add_custom_target(english_lexicon ALL DEPENDS ${english_data}/lexicon.bin)
add_dependencies(annals_library english_lexicon)
install(FILES ${english_data}/lexicon.bin DESTINATION ${CMAKE_INSTALL_DATADIR}/annals/en)

# Needs this folder alone, so that learning does not wait for the rest of the library.
set(tagger_sources tags lexicon mapped_file word rule_tagger features perceptron)
list(TRANSFORM tagger_sources PREPEND ${CMAKE_SOURCE_DIR}/src/text/)
list(TRANSFORM tagger_sources APPEND .cc)
add_executable(train-tagger EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tools/train-tagger.cc ${tagger_sources})
target_include_directories(train-tagger PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/tools)

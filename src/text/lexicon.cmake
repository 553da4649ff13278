# Compiles WordNet and rules/en/words into share/annals/en/lexicon.bin of the build folder, and puts the tagger's
# weights beside it: open_text_engine(share/annals/en) finds both.
find_path(WORDNET_DIR data.noun PATHS /usr/share/wordnet /usr/share/wordnet/dict /usr/local/share/wordnet NO_DEFAULT_PATH)
if(NOT WORDNET_DIR)
  message(FATAL_ERROR "WordNet's database (data.noun) is not installed. On Debian or Ubuntu: apt-get install wordnet-base")
endif()
set(english_data ${CMAKE_BINARY_DIR}/share/annals/en)
file(GLOB english_words CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/en/words/*.txt)
set(english_weights ${CMAKE_SOURCE_DIR}/rules/en/tagger/weights.bin)

add_executable(compile-lexicon ${CMAKE_SOURCE_DIR}/tools/compile-lexicon.cc ${CMAKE_SOURCE_DIR}/src/text/tags.cc)
target_include_directories(compile-lexicon PRIVATE ${CMAKE_SOURCE_DIR}/src)
add_custom_command(OUTPUT ${english_data}/lexicon.bin
  COMMAND compile-lexicon ${WORDNET_DIR} ${CMAKE_SOURCE_DIR}/rules/en/words ${english_data}/lexicon.bin
  DEPENDS compile-lexicon ${english_words} COMMENT "Compiling the English lexicon from WordNet" VERBATIM)
add_custom_command(OUTPUT ${english_data}/tagger/weights.bin
  COMMAND ${CMAKE_COMMAND} -E make_directory ${english_data}/tagger
  COMMAND ${CMAKE_COMMAND} -E copy ${english_weights} ${english_data}/tagger/weights.bin
  DEPENDS ${english_weights} VERBATIM)
add_custom_target(english_data ALL DEPENDS ${english_data}/lexicon.bin ${english_data}/tagger/weights.bin)
add_dependencies(annals_library english_data)

add_executable(train-tagger ${CMAKE_SOURCE_DIR}/tools/train-tagger.cc)
target_link_libraries(train-tagger PRIVATE annals_library)

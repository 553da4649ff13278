# Reads the built-in pages once, into share/annals/LANG/pages.bin of the build folder: the start then takes the trees
# from there and reads only those pages as YAML that were edited since (rule/page_tree.h).
add_executable(compile-pages ${CMAKE_SOURCE_DIR}/tools/compile-pages.cc ${CMAKE_SOURCE_DIR}/src/rule/page_tree.cc
  ${CMAKE_SOURCE_DIR}/src/rule/read_yaml.cc)
target_include_directories(compile-pages PRIVATE ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(compile-pages PRIVATE fmt::fmt yaml-cpp)
file(GLOB english_pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/en/*.yaml)
set(prepared_english ${CMAKE_BINARY_DIR}/share/annals/en/pages.bin)
add_custom_command(OUTPUT ${prepared_english}
  COMMAND compile-pages ${CMAKE_SOURCE_DIR}/rules/en ${prepared_english}
  DEPENDS compile-pages ${english_pages} COMMENT "Reading the English pages" VERBATIM)
add_custom_target(english_pages ALL DEPENDS ${prepared_english})
add_dependencies(annals_library english_pages)
install(FILES ${prepared_english} DESTINATION ${CMAKE_INSTALL_DATADIR}/annals/en)

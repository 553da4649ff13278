# Reads the built-in pages once, into share/annals/LANG/pages.bin of the build folder, for the start to read back
# (match/prepared.h).
add_executable(compile-pages ${CMAKE_SOURCE_DIR}/tools/compile-pages.cc)
target_link_libraries(compile-pages PRIVATE annals_library)
file(GLOB english_pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/en/*.yaml)
set(prepared_english ${CMAKE_BINARY_DIR}/share/annals/en/pages.bin)
add_custom_command(OUTPUT ${prepared_english}
  COMMAND compile-pages ${CMAKE_SOURCE_DIR}/rules/en ${prepared_english}
  DEPENDS compile-pages ${english_pages} COMMENT "Reading the English pages" VERBATIM)
add_custom_target(english_pages ALL DEPENDS ${prepared_english})
add_dependencies(annals english_pages)
add_dependencies(annals_bench english_pages)
install(FILES ${prepared_english} DESTINATION ${CMAKE_INSTALL_DATADIR}/annals/en OPTIONAL)

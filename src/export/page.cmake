# The page of `--to html` stands as files in page/, to be read and changed as such, and is built into the program.
find_file(D3_JS d3.min.js PATHS /usr/share/nodejs/d3/dist /usr/local/share/nodejs/d3/dist NO_DEFAULT_PATH)
if(NOT D3_JS)
  message(FATAL_ERROR "D3 version 5 (d3.min.js) is not installed. On Debian or Ubuntu: apt-get install node-d3")
endif()
set(page_dir ${CMAKE_SOURCE_DIR}/src/export/page)
file(GLOB page_parts CONFIGURE_DEPENDS ${page_dir}/*)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/page.cc
  COMMAND ${CMAKE_COMMAND} -DPAGE=${page_dir} -DD3=${D3_JS} -DOUT=${CMAKE_BINARY_DIR}/page.cc -P ${page_dir}/embed.cmake
  DEPENDS ${page_parts} ${D3_JS} COMMENT "Putting the page together" VERBATIM)
target_sources(annals_library PRIVATE ${CMAKE_BINARY_DIR}/page.cc)

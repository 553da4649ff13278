# What `cmake --install` puts where, so that another project can say find_package(annals) and link annals::annals.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/annals)

if(TARGET annals)
  install(TARGETS annals)
endif()
install(TARGETS annals_library EXPORT annalsTargets)
install(EXPORT annalsTargets NAMESPACE annals:: DESTINATION ${package_dir})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/src/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/annals
  FILES_MATCHING PATTERN "*.h" PATTERN cli EXCLUDE)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/annals/rules
  PATTERN "prose*.tsv" EXCLUDE) # only to learn from

set(data_dir ${CMAKE_INSTALL_DATADIR}/annals)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/annalsConfig.cmake.in
  ${CMAKE_BINARY_DIR}/annalsConfig.cmake INSTALL_DESTINATION ${package_dir} PATH_VARS data_dir)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/annalsConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/annalsConfig.cmake ${CMAKE_BINARY_DIR}/annalsConfigVersion.cmake
  DESTINATION ${package_dir})

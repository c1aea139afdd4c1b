# embed_outlines(<target>): countries' outlines in generated/outlines.hpp, from what scripts/web fetched by npm.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
function(embed_outlines target)
  set(atlas "${PROJECT_SOURCE_DIR}/web/node_modules/world-atlas/countries-110m.json")
  set(codes "/usr/share/iso-codes/json/iso_3166-1.json")
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed_outlines.py")
  set(header "${PROJECT_BINARY_DIR}/generated/outlines.hpp")
  if(NOT EXISTS "${atlas}")
    message(FATAL_ERROR "The outlines of countries are missing; run scripts/web, which fetches them by npm")
  endif()
  add_custom_command(OUTPUT "${header}"
    COMMAND Python3::Interpreter "${script}" "${atlas}" "${codes}" "${header}"
    DEPENDS "${script}" "${atlas}" "${codes}" VERBATIM)
  target_sources(${target} PRIVATE "${header}")
endfunction()

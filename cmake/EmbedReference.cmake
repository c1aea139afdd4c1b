# embed_reference(<target>): api/ as constants in generated/reference.hpp, and openapi.json for the linter.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
function(embed_reference target)
  set(api "${PROJECT_SOURCE_DIR}/api")
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed_reference.py")
  set(header "${PROJECT_BINARY_DIR}/generated/reference.hpp")
  file(GLOB examples CONFIGURE_DEPENDS "${api}/examples/*.json")
  add_custom_command(OUTPUT "${header}"
    COMMAND Python3::Interpreter "${script}" "${api}" "${header}" "${PROJECT_BINARY_DIR}/openapi.json"
    DEPENDS "${script}" "${api}/openapi.yaml" "${api}/problems.md" ${examples} VERBATIM)
  target_sources(${target} PRIVATE "${header}")
endfunction()

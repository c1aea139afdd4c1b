# embed_reference(<target>): api/openapi.yaml as JSON and api/problems.md as pages, in generated/reference.hpp.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
function(embed_reference target)
  set(api "${PROJECT_SOURCE_DIR}/api")
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed_reference.py")
  set(header "${PROJECT_BINARY_DIR}/generated/reference.hpp")
  add_custom_command(OUTPUT "${header}"
    COMMAND Python3::Interpreter "${script}" "${api}/openapi.yaml" "${api}/problems.md" "${header}"
    DEPENDS "${script}" "${api}/openapi.yaml" "${api}/problems.md" VERBATIM)
  target_sources(${target} PRIVATE "${header}")
endfunction()

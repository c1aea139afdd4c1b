# embed_country_names(<target>): what countries are called in generated/country_name_list.hpp, of iso-codes and other names.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
function(embed_country_names target)
  set(codes "/usr/share/iso-codes/json/iso_3166-1.json")
  set(others "${PROJECT_SOURCE_DIR}/src/domain/country_other_names.json")
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed_country_names.py")
  set(header "${PROJECT_BINARY_DIR}/generated/country_name_list.hpp")
  add_custom_command(OUTPUT "${header}"
    COMMAND Python3::Interpreter "${script}" "${codes}" "${others}" "${header}"
    DEPENDS "${script}" "${codes}" "${others}" VERBATIM)
  target_sources(${target} PRIVATE "${header}")
endfunction()

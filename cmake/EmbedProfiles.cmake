# embed_profiles(<target>): the .json files of src/lists/profiles by name in generated/profile_files.hpp.
function(embed_profiles target)
  set(root "${PROJECT_SOURCE_DIR}/src/lists/profiles")
  file(GLOB files CONFIGURE_DEPENDS "${root}/*.json")
  list(SORT files)
  set(entries "")
  foreach(file IN LISTS files)
    set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    get_filename_component(name "${file}" NAME_WE)
    file(READ "${file}" text)
    string(APPEND entries "    {\"${name}\", R\"json(${text})json\"},\n")
  endforeach()
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/profile_files.hpp" @ONLY CONTENT
"// Made by cmake/EmbedProfiles.cmake from src/lists/profiles.
#pragma once

#include <string_view>
#include <utility>

namespace annals::lists {
inline constexpr std::pair<std::string_view, std::string_view> profile_files[] = {
${entries}};
}  // namespace annals::lists
")
  target_sources(${target} PRIVATE "${PROJECT_BINARY_DIR}/generated/profile_files.hpp")
endfunction()

# embed_sql(<target> <folder> <header> <namespace>)
# Makes every .sql file below <folder> a constant: event/get.sql becomes <namespace>::event_get, and
# <namespace>::all lists them by name. An edited, new or removed file makes CMake run again.
function(embed_sql target folder header namespace)
  set(root "${PROJECT_SOURCE_DIR}/sql/${folder}")
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${root}/*.sql")
  list(SORT files)
  set(declarations "")
  set(entries "")
  foreach(file IN LISTS files)
    set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    file(RELATIVE_PATH path "${root}" "${file}")
    string(REGEX REPLACE "\\.sql$" "" name "${path}")
    string(REGEX REPLACE "[/-]" "_" name "${name}")
    if(name MATCHES "^[0-9]")
      string(PREPEND name "m")
    endif()
    file(READ "${file}" text)
    string(APPEND declarations "inline constexpr Statement ${name}{\"${name}\", R\"sql(${text})sql\"};\n")
    string(APPEND entries "    &${name},\n")
  endforeach()
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/${header}" @ONLY CONTENT
"// Made by cmake/EmbedSql.cmake from sql/${folder}.
#pragma once

#include \"db/statement.hpp\"

namespace annals::db::${namespace} {
${declarations}
inline constexpr Statement const* all[] = {
${entries}};
}  // namespace annals::db::${namespace}
")
  target_sources(${target} PRIVATE "${PROJECT_BINARY_DIR}/generated/${header}")
endfunction()

# embed_text(<target> <file> <header> <namespace> <name>): a text file as one constant in generated/<header>.
function(embed_text target file header namespace name)
  set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  file(READ "${file}" text)
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/${header}" @ONLY CONTENT
"// Made by cmake/EmbedText.cmake from ${file}.
#pragma once

#include <string_view>

namespace ${namespace} {
inline constexpr std::string_view ${name} = R\"text(${text})text\";
}  // namespace ${namespace}
")
  target_sources(${target} PRIVATE "${PROJECT_BINARY_DIR}/generated/${header}")
endfunction()

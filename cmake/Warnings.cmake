# The one place for compiler warnings and sanitizers: link `annals_options` and get them.
# Lines are enough for a stack trace; whole debug information takes a third of the build's time. -g in CXXFLAGS brings it back.
if(NOT "$ENV{CXXFLAGS}" MATCHES "-g")
  add_compile_options(-g1)
endif()
add_library(annals_options INTERFACE)
target_compile_features(annals_options INTERFACE cxx_std_20)
target_compile_options(annals_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
target_include_directories(annals_options INTERFACE "${PROJECT_SOURCE_DIR}/src" "${PROJECT_BINARY_DIR}/generated")

set(ANNALS_SANITIZE "" CACHE STRING "sanitizers to build with, as for -fsanitize=")
if(ANNALS_SANITIZE)
  set(ANNALS_SANITIZE_OPTIONS -fsanitize=${ANNALS_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # Checks of every pointer are a third of what g++ needs here: AddressSanitizer sees most of what they would, and what
  # the fuzzers try keeps them.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    list(APPEND ANNALS_SANITIZE_OPTIONS -fno-sanitize=null,alignment,object-size,vptr)
  endif()
  add_link_options(-fsanitize=${ANNALS_SANITIZE})
endif()

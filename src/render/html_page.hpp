#pragma once

#include <string>
#include <string_view>

#include "domain/phrases.hpp"

namespace annals::render::html {

/// What stands before the content of every page: its head with the style, and the beginning of its body.
[[nodiscard]] std::string begin_page(std::string_view title, Language language);
[[nodiscard]] std::string end_page();

/// The Content-Security-Policy of such a page: nothing but its own style.
[[nodiscard]] std::string page_policy();

}  // namespace annals::render::html

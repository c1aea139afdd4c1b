#pragma once

#include <string>
#include <string_view>

#include "domain/phrases.hpp"

namespace annals::render::html {

/// An element that holds what people wrote, as it begins and whole: its direction is that of the text, its
/// language the one given. `classes` may be empty.
[[nodiscard]] std::string element_begin(std::string_view element, std::string_view classes,
                                        std::string_view language);
[[nodiscard]] std::string written(std::string_view element, std::string_view classes,
                                  std::string_view language, std::string_view text);
/// A text of several paragraphs, with blank lines between them.
[[nodiscard]] std::string paragraphs(std::string_view classes, std::string_view language,
                                     std::string_view text);
/// A link out of the page, which tells the other side nothing: as it begins and whole.
[[nodiscard]] std::string link_begin(std::string_view address);
[[nodiscard]] std::string link_out(std::string_view address, std::string_view text);

/// A link to a source on the page.
[[nodiscard]] std::string footnote_link(int number, Language language);

/// A date in words. With what was coded: as <time> where HTML knows the form, else as a title.
[[nodiscard]] std::string date(DateExpression const& date, Language language);
/// The same of a date's text, and of an instant in UTC, of whose second's fraction the title tells. What is
/// neither stands as it is.
[[nodiscard]] std::string date(std::string_view text, Language language);

}  // namespace annals::render::html

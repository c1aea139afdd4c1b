#pragma once

#include <string>
#include <string_view>

#include "domain/source.hpp"
#include "domain/timeline.hpp"

namespace annals::render::markdown {

/// A text that adds no markup, in one line.
[[nodiscard]] std::string escape(std::string_view text);
/// A curator's text (curated_markdown.hpp), each of its lines but the first behind `indent`.
[[nodiscard]] std::string curated(std::string_view text, int heading, std::string_view indent = {});
/// A place that links within the document lead to. CommonMark has none of its own.
[[nodiscard]] std::string anchor(Reference const& event);
/// "[a text](address)"; the address must have no blank and no bracket.
[[nodiscard]] std::string link(std::string_view text, std::string_view address);
/// What a footnote says.
[[nodiscard]] std::string source(Footnote const& footnote, Language language);

}  // namespace annals::render::markdown

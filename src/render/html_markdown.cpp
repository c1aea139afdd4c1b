#include "render/html_markdown.hpp"

#include <cstdlib>

#include "render/curated_markdown.hpp"
#include "render/html_text.hpp"

namespace annals::render::html {
namespace {

using Text = std::unique_ptr<char, decltype(&std::free)>;

void replace_by_markup(cmark_node* old, cmark_node_type type, std::string const& before,
                       char const* behind = "") {
  auto* const node = cmark_node_new(type);
  cmark_node_set_on_enter(node, before.c_str());
  cmark_node_set_on_exit(node, behind);
  replace_node(old, node);
}

/// What cmark writes as XHTML, and links, which the page has its own way for.
void write_as_the_page_does(std::vector<cmark_node*> const& nodes) {
  for (auto* const node : nodes) {
    auto const type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LINEBREAK)
      replace_by_markup(node, CMARK_NODE_CUSTOM_INLINE, "<br>\n");
    else if (type == CMARK_NODE_THEMATIC_BREAK)
      replace_by_markup(node, CMARK_NODE_CUSTOM_BLOCK, "<hr>");
    else if (type == CMARK_NODE_LINK)
      replace_by_markup(node, CMARK_NODE_CUSTOM_INLINE, link_begin(cmark_node_get_url(node)), "</a>");
  }
}

}  // namespace

std::string markdown(std::string_view language, std::string_view text, int heading) {
  CuratedMarkdown const curated(text, heading);
  if (curated.is_too_deep()) return paragraphs("", language, text);
  write_as_the_page_does(curated.nodes());
  Text const markup(cmark_render_html(curated.root(), CMARK_OPT_DEFAULT), &std::free);
  return element_begin("div", "markdown", language) + "\n" + markup.get() + "</div>\n";
}

}  // namespace annals::render::html

#include "render/curated_markdown.hpp"

#include <algorithm>
#include <string>

#include "domain/web_address.hpp"

namespace annals::render {
namespace {

constexpr int depth_max = 100;  // browsers stop at 512
constexpr int heading_lowest = 6;

using Iterator = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

/// Nothing where they are nested too deeply.
std::vector<cmark_node*> nodes_of(cmark_node* root) {
  std::vector<cmark_node*> all;
  Iterator const iterator(cmark_iter_new(root), &cmark_iter_free);
  int depth = 0;
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    auto* const node = cmark_iter_get_node(iterator.get());
    if (event == CMARK_EVENT_ENTER) all.push_back(node);
    if (cmark_node_first_child(node) == nullptr) continue;  // which may have no exit
    depth += event == CMARK_EVENT_ENTER ? 1 : -1;
    if (depth > depth_max) return {};
  }
  return all;
}

std::string_view given(char const* text) { return text == nullptr ? std::string_view{} : text; }

/// HTML that was written into the text: as the characters that it is.
void replace_by_text(cmark_node* old) {
  auto* const text = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(text, cmark_node_get_literal(old));
  if (cmark_node_get_type(old) == CMARK_NODE_HTML_INLINE) return replace_node(old, text);
  auto* const paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
  cmark_node_append_child(paragraph, text);
  replace_node(old, paragraph);
}

bool is_within_link(cmark_node* node) {
  for (node = cmark_node_parent(node); node != nullptr; node = cmark_node_parent(node)) {
    if (cmark_node_get_type(node) == CMARK_NODE_LINK) return true;
  }
  return false;
}

/// A link that has no words would not be seen.
void name_by_address(cmark_node* link) {
  if (cmark_node_first_child(link) != nullptr) return;
  auto* const text = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(text, cmark_node_get_url(link));
  cmark_node_append_child(link, text);
}

/// A link or a picture. `is_inner`: within a link, where none can be.
void replace_link(cmark_node* link, bool is_inner) {
  name_by_address(link);
  std::string const address(given(cmark_node_get_url(link)));
  bool const leads = !is_inner && !web_address_fault(address);
  auto* const node = cmark_node_new(leads ? CMARK_NODE_LINK : CMARK_NODE_CUSTOM_INLINE);
  if (leads) cmark_node_set_url(node, address.c_str());
  replace_node(link, node);
}

/// Fits the headings of a text under those of the document.
class Headings {
 public:
  explicit Headings(int first) : first_(first), last_(first - 1) {}

  void fit(cmark_node* heading) {
    auto const wanted = first_ + cmark_node_get_heading_level(heading) - 1;
    last_ = std::min({wanted, last_ + 1, heading_lowest});
    cmark_node_set_heading_level(heading, last_);
  }

 private:
  int first_, last_;
};

void make_safe(std::vector<cmark_node*> const& nodes, int heading) {
  Headings headings(heading);
  std::vector<std::pair<cmark_node*, bool>> links;
  for (auto* const node : nodes) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HEADING:
        headings.fit(node);
        break;
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_HTML_INLINE:
        replace_by_text(node);
        break;
      case CMARK_NODE_LINK:
      case CMARK_NODE_IMAGE:
        links.emplace_back(node, is_within_link(node));
        break;
      default:
        break;
    }
  }
  for (auto const& [link, is_inner] : links) replace_link(link, is_inner);
}

}  // namespace

CuratedMarkdown::CuratedMarkdown(std::string_view text, int heading)
    : tree_(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT), &cmark_node_free),
      nodes_(nodes_of(tree_.get())) {
  if (is_too_deep()) return;
  make_safe(nodes_, heading);
  nodes_ = nodes_of(tree_.get());
}

void replace_node(cmark_node* old, cmark_node* by) {
  cmark_node_replace(old, by);
  while (auto* const child = cmark_node_first_child(old)) cmark_node_append_child(by, child);
  cmark_node_free(old);
}

}  // namespace annals::render

#pragma once

#include <cmark.h>

#include <memory>
#include <string_view>
#include <vector>

namespace annals::render {

/// A curator's text in Markdown (CommonMark 0.30), fit to stand in a document of ours: its highest heading is
/// `heading` (2 is a section's), and none skips a level; what would be HTML is a text, a picture a link to
/// it, and what links to anything but http and https is no link.
class CuratedMarkdown {
 public:
  CuratedMarkdown(std::string_view text, int heading);

  /// Nested beyond all sense: shown as it was written instead.
  [[nodiscard]] bool is_too_deep() const { return nodes_.empty(); }
  [[nodiscard]] cmark_node* root() const { return tree_.get(); }
  /// In the order of the text.
  [[nodiscard]] std::vector<cmark_node*> const& nodes() const { return nodes_; }

 private:
  std::unique_ptr<cmark_node, decltype(&cmark_node_free)> tree_;
  std::vector<cmark_node*> nodes_;
};

/// Puts another node in the place of one; what that held goes over to it.
void replace_node(cmark_node* old, cmark_node* by);

}  // namespace annals::render

#include "render/html_markdown.hpp"

#include <gtest/gtest.h>

namespace annals::render::html {
namespace {

/// What stands within the element that a text is shown in.
std::string shown(std::string const& text, int heading = 2) {
  auto const all = markdown("", text, heading);
  std::string const begin = "<div class=\"markdown\" dir=\"auto\">\n", end = "</div>\n";
  EXPECT_TRUE(all.starts_with(begin) && all.ends_with(end)) << all;
  return all.substr(begin.size(), all.size() - begin.size() - end.size());
}

TEST(Markdown, IsShownAsWhatItIs) {
  EXPECT_EQ(shown("Both *sides*  \nsay `so`.\n\n- one\n- two\n\n---"),
            "<p>Both <em>sides</em><br>\nsay <code>so</code>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"
            "<hr>\n");
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(markdown("hy", "Ա", 2), "<div class=\"markdown\" lang=\"hy\" dir=\"auto\">\n<p>Ա</p>\n</div>\n");
}

TEST(Markdown, HasHeadingsUnderThoseOfThePageAndNoneThatSkipsALevel) {
  EXPECT_EQ(shown("# a\n## b\n# c"), "<h2>a</h2>\n<h3>b</h3>\n<h2>c</h2>\n");
  EXPECT_EQ(shown("### a\n###### b\n## c", 4), "<h4>a</h4>\n<h5>b</h5>\n<h5>c</h5>\n");
  EXPECT_EQ(shown("# a\n## b\n### c\n#### d", 4), "<h4>a</h4>\n<h5>b</h5>\n<h6>c</h6>\n<h6>d</h6>\n");
}

TEST(Markdown, LinksAsThePageDoesAndOnlyToTheWeb) {
  EXPECT_EQ(shown("[x](https://example.org/?a=1&b=2)"),
            "<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noreferrer\">x</a></p>\n");
  for (auto const* address :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "//example.org", "/v1/events", "&#106;avascript:alert(1)", "https://me:secret@example.org/"})
    EXPECT_EQ(shown("[x](" + std::string(address) + ")"), "<p>x</p>\n") << address;
}

TEST(Markdown, HasPicturesAsLinksToThem) {
  auto const link = [](std::string const& text) {
    return "<p><a href=\"https://example.org/a.png\" rel=\"noreferrer\">" + text + "</a></p>\n";
  };
  EXPECT_EQ(shown("![A *map*](https://example.org/a.png)"), link("A <em>map</em>"));
  EXPECT_EQ(shown("![](https://example.org/a.png)"), link("https://example.org/a.png"));
  EXPECT_EQ(shown("[![map](https://example.org/b.png)](https://example.org/a.png)"), link("map"))
      << "a link stands in no link";
  EXPECT_EQ(shown("![x](javascript:alert(1))"), "<p>x</p>\n");
}

TEST(Markdown, HasNoHtmlOfItsOwn) {
  EXPECT_EQ(shown("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n");
  EXPECT_EQ(shown("a <img src=x onerror=alert(1)> b"), "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>\n");
  EXPECT_EQ(shown("```x\" onclick=\"y\n<b>\n```"),
            "<pre><code class=\"language-x&quot;\">&lt;b&gt;\n</code></pre>\n");
}

TEST(Markdown, NestedBeyondAllSenseIsShownAsItWasWritten) {
  auto const quotes = std::string(10000, '>') + " deep";
  EXPECT_EQ(
      markdown("", quotes, 2), "<p dir=\"auto\">" + [] {
        std::string all;
        for (int i = 0; i < 10000; ++i) all += "&gt;";
        return all;
      }() + " deep</p>\n");
  EXPECT_NE(shown(std::string(50, '>') + " deep").find("<p>deep</p>"), std::string::npos);
}

}  // namespace
}  // namespace annals::render::html

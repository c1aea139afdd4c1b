#include "render/html_page.hpp"

#include "base/base64.hpp"
#include "base/sha256.hpp"
#include "render/markup_text.hpp"
#include "timeline_html_css.hpp"

namespace annals::render::html {

std::string begin_page(std::string_view title, Language language) {
  return "<!DOCTYPE html>\n<html lang=\"" + std::string(tag(language)) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escape_markup(title) +
         "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n<style>" +
         std::string(timeline_html_css) + "</style>\n</head>\n<body>\n";
}

std::string end_page() { return "</body>\n</html>\n"; }

std::string page_policy() {
  auto const hash = sha256(timeline_html_css);
  std::string_view const bytes(reinterpret_cast<char const*>(hash.data()), hash.size());
  return "default-src 'none'; style-src 'sha256-" + to_base64(bytes) +
         "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

}  // namespace annals::render::html

#include "base/language_name.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace annals {

std::string language_name(std::string const& tag, std::string const& in) {
  auto status = U_ZERO_ERROR;
  auto const locale = icu::Locale::forLanguageTag(tag, status);
  if (U_FAILURE(status) || locale.isBogus()) return tag;
  icu::UnicodeString name;
  locale.getDisplayName(icu::Locale(in.c_str()), name);
  std::string text;
  return name.toUTF8String(text).empty() ? tag : text;
}

}  // namespace annals

#pragma once

#include <map>
#include <string>

#include "domain/timeline.hpp"

namespace annals::render::html {

/// The evidence of one entry: its disputes and its claims.
class Claims {
 public:
  /// `language` is that of the service's own words. `entry` must outlive this.
  Claims(TimelineEntry const& entry, Language language);

  [[nodiscard]] std::string disputes() const;
  [[nodiscard]] std::string claims() const;
  /// Who says what, and where: a claim without its quote and grades.
  [[nodiscard]] std::string told(Claim const& claim) const;

 private:
  [[nodiscard]] std::string dispute(Dispute const& dispute) const;
  [[nodiscard]] std::string claim(Claim const& claim) const;
  [[nodiscard]] std::string said(Claim const& claim) const;
  [[nodiscard]] std::string asserted(Claim const& claim) const;

  TimelineEntry const& entry_;
  Language language_;
  std::map<std::string, int, std::less<>> footnotes_;  ///< by the key of a claim
};

}  // namespace annals::render::html

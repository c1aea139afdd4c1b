#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/dataset.hpp"
#include "domain/evidence.hpp"
#include "domain/phrases.hpp"
#include "domain/plan.hpp"
#include "domain/source.hpp"
#include "domain/span.hpp"

namespace annals {

/// What the lanes of a timeline's picture stand for: the first actor, the place, the first word of the type,
/// or the first tag of an entry.
enum class Lanes { actor, place, type, tag };

/// What a timeline says before its entries (contract section 5).
struct TimelineHead {
  std::string title;
  std::optional<std::string> introduction;                 ///< a curator's, Markdown
  Language language = Language::en;                        ///< of the service's own words
  std::vector<std::pair<std::string, std::string>> query;  ///< the parameters, in the order given
  std::optional<std::string> known_by;                     ///< as asked, EDTF
  std::optional<Reference> saved;                          ///< the saved timeline that it is
  std::string as_of;  ///< the instant asked for, else of the datasets' latest change, UTC: the same data, the
                      ///< same bytes
  std::vector<Dataset> datasets;  ///< of the entries: licence and citation
  std::optional<Lanes> lanes;     ///< of a picture; the other formats have none
};

/// A relation that leads to an entry: `relation.other` is where it starts.
struct IncomingRelation {
  EventRelation relation;
  bool is_here = false;  ///< whether that is among the entries
};

struct TimelineEntry {
  Event event;
  std::optional<bool> certainly_after_previous;  ///< nothing for the first
  std::vector<int> footnotes;                    ///< in the order of the claims, each once
  std::optional<std::string> note;               ///< a curator's, Markdown
  Witnesses witnesses;
  std::vector<std::string> not_evidenced;
  std::vector<Evidence> claims;
  std::vector<Dispute> disputes;
  std::vector<EventRelation> relations;
  std::vector<bool> related_here;  ///< of each relation, whether its other end is among the entries
  std::vector<IncomingRelation> incoming;
  bool has_more_incoming = false;
  std::vector<Plan> plans;
  std::vector<Reference> merged;  ///< the same event under other names, folded into this entry
};

struct TimelineSpan {
  std::string dataset;
  std::string event;
  std::string title;
  Span span;
  std::vector<PlannedEnd> plans;
};

/// The other footnotes that give the same document: all that republish one original, along the whole chain.
struct Copies {
  std::vector<int> numbers;
  std::vector<std::string> names;  ///< of the publishers of the first of them
};

struct Footnote {
  int number;
  Source source;
  Copies copies;                ///< told with the original, or where that is not cited with the first copy
  std::optional<int> original;  ///< the footnote of the original behind a copy
};

/// One format of a timeline. It is told the parts in this order, each as soon as it is known, and keeps none.
class TimelineRenderer {
 public:
  virtual ~TimelineRenderer() = default;
  virtual void begin(TimelineHead const& head) = 0;
  /// A curator's heading in front of the entries that follow.
  virtual void section(std::string const& /*title*/) {}
  virtual void entry(TimelineEntry const& entry) = 0;
  virtual void begin_spans() {}
  virtual void span(TimelineSpan const& span) = 0;
  virtual void begin_footnotes() {}
  virtual void footnote(Footnote const& footnote) = 0;
  /// `claims_without_publication_date`: what known_by had to leave out for want of a date.
  virtual void end(int claims_without_publication_date) = 0;
};

}  // namespace annals

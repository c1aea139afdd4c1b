#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "base/text.hpp"
#include "csv/cell.hpp"
#include "domain/date_expression.hpp"
#include "support/bundle_table.hpp"
#include "support/case_service.hpp"
#include "wire/query_text.hpp"

// Every filter of events against a plain look at the rows of the bundle's own files.
namespace annals {
namespace {

using Keys = std::set<std::string>;
using test::BundleRow;
using Passes = std::function<bool(BundleRow const&)>;

struct Bundle {
  std::vector<BundleRow> events = test::bundle_table(ANNALS_EXAMPLES "/karabakh/events.csv");
  std::vector<BundleRow> claims = test::bundle_table(ANNALS_EXAMPLES "/karabakh/claims.csv");
  std::vector<BundleRow> actors = test::bundle_table(ANNALS_EXAMPLES "/karabakh/actors.csv");
  std::vector<BundleRow> relations = test::bundle_table(ANNALS_EXAMPLES "/karabakh/actor_relations.csv");
  std::vector<BundleRow> places = test::bundle_table(ANNALS_EXAMPLES "/karabakh/places.csv");
  std::vector<BundleRow> sources = test::bundle_table(ANNALS_EXAMPLES "/karabakh/sources.csv");

  static BundleRow const* find(std::vector<BundleRow> const& rows, std::string const& key) {
    for (auto const& row : rows) {
      if (row.at("key") == key) return &row;
    }
    return nullptr;
  }
  /// The row of the place and of all that it lies within.
  [[nodiscard]] std::vector<BundleRow const*> around(std::string place) const {
    std::vector<BundleRow const*> all;
    while (auto const* row = find(places, place)) {
      all.push_back(row);
      place = row->at("within");
    }
    return all;
  }
  [[nodiscard]] std::vector<BundleRow const*> claims_of(BundleRow const& event) const {
    std::vector<BundleRow const*> all;
    for (auto const& claim : claims) {
      if (claim.at("event") == event.at("key")) all.push_back(&claim);
    }
    return all;
  }
};

std::vector<std::pair<std::string, std::string>> participants(BundleRow const& event) {
  std::vector<std::pair<std::string, std::string>> all;
  for (auto const& member : csv::split_members(event.at("participants"))) {
    auto const colon = member.find(':');
    all.emplace_back(member.substr(0, colon), member.substr(colon + 1));
  }
  return all;
}

bool has(std::vector<std::string> const& all, std::string const& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

class Filter : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    case_ = std::make_unique<test::CaseService>(ANNALS_EXAMPLES "/karabakh");
    bundle_ = std::make_unique<Bundle>();
  }
  static void TearDownTestSuite() { case_.reset(); }

  static Keys found(std::string const& query) {
    Keys all;
    auto const body = case_->json("/v1/events?limit=1000&" + query);
    for (auto const& item : body["items"]) all.insert(item["key"]);
    return all;
  }
  static Keys recomputed(Passes const& passes) {
    Keys all;
    for (auto const& event : bundle_->events) {
      if (!event.at("date").empty() && passes(event)) all.insert(event.at("key"));
    }
    return all;
  }
  /// The filter gives what the rows give, and neither none nor all of them, so that it is one.
  static void agree(std::string const& query, Passes const& passes) {
    auto const expected = recomputed(passes);
    EXPECT_EQ(found(query), expected) << query;
    EXPECT_FALSE(expected.empty()) << query;
    EXPECT_LT(expected.size(), bundle_->events.size()) << query;
  }
  static std::string encoded(std::string const& text) { return wire::percent_encode(text); }

  /// The keys of rows whose name or an alias is `name`, whatever its case and diacritics.
  static Keys named(std::vector<BundleRow> const& rows, std::string const& name) {
    Keys keys;
    for (auto const& row : rows) {
      auto names = csv::split_members(row.at("aliases"));
      names.push_back(row.at("name"));
      for (auto const& each : names) {
        if (fold(each) == fold(name)) keys.insert(row.at("key"));
      }
    }
    return keys;
  }
  static Passes takes_part(Keys const& actors) {
    return [=](BundleRow const& event) {
      auto const all = participants(event);
      return std::any_of(all.begin(), all.end(),
                         [&](auto const& part) { return actors.contains(part.second); });
    };
  }
  static Passes lies_within(Keys const& outer) {
    return [=](BundleRow const& event) {
      auto const all = bundle_->around(event.at("place"));
      return std::any_of(all.begin(), all.end(),
                         [&](auto const* row) { return outer.contains(row->at("key")); });
    };
  }
  static Passes claimed(std::function<bool(BundleRow const&)> const& claim_passes) {
    return [=](BundleRow const& event) {
      auto const all = bundle_->claims_of(event);
      return std::any_of(all.begin(), all.end(), [&](auto const* claim) { return claim_passes(*claim); });
    };
  }

  static std::unique_ptr<test::CaseService> case_;
  static std::unique_ptr<Bundle> bundle_;
};
std::unique_ptr<test::CaseService> Filter::case_;
std::unique_ptr<Bundle> Filter::bundle_;

TEST_F(Filter, OfTime) {
  auto const number = [](std::optional<Moment> const& moment, int otherwise) {
    return moment ? static_cast<int>(moment->day.time_since_epoch().count()) : otherwise;
  };
  struct Window {
    char const* query;
    char const* first;
    char const* last;
  };
  for (auto const& window :
       {Window{"date=2024-04-12", "2024-04-12", "2024-04-12"},
        Window{"date=2023-09", "2023-09-01", "2023-09-30"},
        Window{"from=2023-09-20&to=2024-01", "2023-09-20", "2024-01-31"},
        Window{"from=2024-04", "2024-04-01", "9999-12-31"}, Window{"to=2020", "-9999-01-01", "2020-12-31"}}) {
    auto const day = [&](char const* text) {
      return number(DateExpression::parse(text).bounds().start.earliest, 0);
    };
    int const first = day(window.first), last = day(window.last);
    // The case has no unknown sides: one that is open lies before or after everything.
    auto const overlaps = [&](BundleRow const& event, bool certainly) {
      auto const date = DateExpression::parse(event.at("date"));
      auto const& members = date.members();
      return std::any_of(members.begin(), members.end(), [&](Bounds const& member) {
        auto const& [start, end] = member;
        return number(certainly ? start.latest : start.earliest, INT32_MIN) <= last &&
               number(certainly ? end.earliest : end.latest, INT32_MAX) >= first;
      });
    };
    agree(window.query, [&](BundleRow const& event) { return overlaps(event, false); });
    agree(std::string(window.query) + "&when=certain",
          [&](BundleRow const& event) { return overlaps(event, true); });
  }
}

TEST_F(Filter, OfDataset) {
  EXPECT_EQ(found("dataset=karabakh"), recomputed([](auto const&) { return true; }));
}

TEST_F(Filter, OfTypeStatusAndTag) {
  agree("type=military", [](auto const& event) {
    return event.at("type") == "military" || event.at("type").starts_with("military.");
  });
  agree("type=talks,military.deployment", [](auto const& event) {
    return event.at("type") == "talks" || event.at("type") == "military.deployment";
  });
  agree("status=planned", [](auto const& event) { return event.at("status") == "planned"; });
  agree("status=planned,cancelled", [](auto const& event) {
    return event.at("status") == "planned" || event.at("status") == "cancelled";
  });
  agree("tag=peacekeepers",
        [](auto const& event) { return has(csv::split_members(event.at("tags")), "peacekeepers"); });
}

TEST_F(Filter, OfActors) {
  for (std::string const name : {"Дмитрий Песков", "ilham əliyev", "RUSSIA", "Vladimir Putin"}) {
    auto const actors = named(bundle_->actors, name);
    ASSERT_EQ(actors.size(), 1U) << name;
    agree("actor=" + encoded(name), takes_part(actors));
  }
  agree("actor=peskov,putin", takes_part({"peskov", "putin"}));
  agree("actor=putin&actor=aliyev",
        [](auto const& event) { return takes_part({"putin"})(event) && takes_part({"aliyev"})(event); });
  agree("role=speaker", [](auto const& event) {
    auto const all = participants(event);
    return std::any_of(all.begin(), all.end(), [](auto const& part) { return part.first == "speaker"; });
  });
  agree("actor=azerbaijan&role=host", [](auto const& event) {
    auto const all = participants(event);
    return std::find(all.begin(), all.end(), std::pair<std::string, std::string>("host", "azerbaijan")) !=
           all.end();
  });
}

TEST_F(Filter, OfActorsWithThoseThatWerePartOfThem) {
  agree("actor=ru-mod&actor_tree=true", [](auto const& event) {
    auto const date = DateExpression::parse(event.at("date")).bounds();
    Keys actors{"ru-mod"};
    for (auto const& relation : bundle_->relations) {
      if (relation.at("relation") != "part_of" || relation.at("other") != "ru-mod") continue;
      auto const text = relation.at("date");
      auto const held = text.empty() ? Bounds{} : DateExpression::parse(text).bounds();
      bool const begun =
          !held.start.earliest || !date.end.latest || held.start.earliest->day <= date.end.latest->day;
      bool const lasts =
          !held.end.latest || !date.start.earliest || held.end.latest->day >= date.start.earliest->day;
      if (begun && lasts) actors.insert(relation.at("actor"));
    }
    return takes_part(actors)(event);
  });
}

TEST_F(Filter, OfPlaces) {
  for (std::string const name : {"Garabagh", "Dağlıq Qarabağ", "khankendi", "Yerevan"}) {
    auto const places = named(bundle_->places, name);
    ASSERT_EQ(places.size(), 1U) << name;
    agree("place=" + encoded(name), lies_within(places));
  }
  agree("country=AM", [](auto const& event) {
    auto const all = bundle_->around(event.at("place"));
    return std::any_of(all.begin(), all.end(), [](auto const* row) { return row->at("country") == "AM"; });
  });
}

TEST_F(Filter, OfPoints) {
  auto const point = [](BundleRow const& event) -> std::optional<std::pair<double, double>> {
    auto const* place = Bundle::find(bundle_->places, event.at("place"));
    if (place == nullptr || place->at("lon").empty()) return std::nullopt;
    return std::pair(std::stod(place->at("lon")), std::stod(place->at("lat")));
  };
  agree("bbox=46,39,46.8,40", [&](auto const& event) {
    auto const at = point(event);
    return at && at->first >= 46 && at->first <= 46.8 && at->second >= 39 && at->second <= 40;
  });
  agree("bbox=46.76,-10,45,90", [&](auto const& event) {
    auto const at = point(event);
    return at && (at->first >= 46.76 || at->first <= 45);
  });
  // The spherical law of cosines: another formula than the service's.
  agree("near=46.75,39.82&radius_km=30", [&](auto const& event) {
    auto const at = point(event);
    if (!at) return false;
    double const degree = std::acos(-1.0) / 180;
    double const cosine =
        std::sin(39.82 * degree) * std::sin(at->second * degree) +
        std::cos(39.82 * degree) * std::cos(at->second * degree) * std::cos((at->first - 46.75) * degree);
    return 6371.0088 * std::acos(std::min(1.0, cosine)) <= 30;
  });
}

TEST_F(Filter, OfQuantities) {
  auto const range = [](BundleRow const& row,
                        std::string const& name) -> std::optional<std::pair<long, long>> {
    for (auto const& member : csv::split_members(row.at("quantities"))) {
      if (!member.starts_with(name + "=")) continue;
      auto const value = member.substr(name.size() + 1);
      if (auto const dots = value.find(".."); dots != std::string::npos)
        return std::pair(std::stol(value), std::stol(value.substr(dots + 2)));
      if (auto const slash = value.rfind('/'); slash != std::string::npos)
        return std::pair(std::stol(value), std::stol(value.substr(slash + 1)));
      return std::pair(std::stol(value), std::stol(value));
    }
    return std::nullopt;
  };
  agree("min_troops=1960", [&](auto const& event) {
    auto const troops = range(event, "troops");
    return troops && troops->second >= 1960;
  });
  agree("max_fatalities=7", [&](auto const& event) {
    auto const fatalities = range(event, "fatalities");
    return fatalities && fatalities->first <= 7;
  });
  agree("min_fatalities=8&when=certain", [&](auto const& event) {
    auto const fatalities = range(event, "fatalities");
    return fatalities && fatalities->first >= 8;
  });
}

TEST_F(Filter, OfClaims) {
  agree("stance=denies,predicts", claimed([](auto const& claim) {
          return claim.at("stance") == "denies" || claim.at("stance") == "predicts";
        }));
  agree("source=hyetert-20240422",
        claimed([](auto const& claim) { return claim.at("source") == "hyetert-20240422"; }));
  agree("publisher=HyeTert", claimed([](auto const& claim) {
          return fold(Bundle::find(bundle_->sources, claim.at("source"))->at("publisher")) == fold("HyeTert");
        }));
  agree("claimant=peskov", claimed([](auto const& claim) { return claim.at("claimant") == "peskov"; }));
  agree("claimant=hajiyev&stance=denies", claimed([](auto const& claim) {
          return claim.at("claimant") == "hajiyev" && claim.at("stance") == "denies";
        }));
}

TEST_F(Filter, OfWords) {
  auto const words_of = [](std::string const& text) {
    std::set<std::string> words;
    std::string word;
    for (char const c : fold(text) + " ") {
      bool const letter =
          std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) > 127;
      if (letter) {
        word += c;
      } else if (!word.empty()) {
        words.insert(word);
        word.clear();
      }
    }
    return words;
  };
  auto const has_word = [&](BundleRow const& event, std::string const& word) {
    std::vector<std::string> texts{event.at("title"), event.at("description")};
    auto const add_names = [&](BundleRow const* row) {
      if (row == nullptr) return;
      texts.push_back(row->at("name"));
      for (auto const& alias : csv::split_members(row->at("aliases"))) texts.push_back(alias);
    };
    add_names(Bundle::find(bundle_->places, event.at("place")));
    for (auto const& [role, actor] : participants(event)) add_names(Bundle::find(bundle_->actors, actor));
    for (auto const* claim : bundle_->claims_of(event)) {
      texts.push_back(claim->at("gist"));
      texts.push_back(claim->at("quote"));
    }
    return std::any_of(texts.begin(), texts.end(),
                       [&](std::string const& text) { return words_of(text).contains(word); });
  };
  for (std::string const word : {"withdrawal", "mandate", "peskov", "песков", "lachin", "planes"}) {
    auto const expected = recomputed([&](auto const& event) { return has_word(event, word); });
    EXPECT_EQ(found("q=" + encoded(word)), expected) << word;
  }
  agree("q=withdrawal%20-completed",
        [&](auto const& event) { return has_word(event, "withdrawal") && !has_word(event, "completed"); });
  agree("q=peacekeepers%20mandate",
        [&](auto const& event) { return has_word(event, "peacekeepers") && has_word(event, "mandate"); });
}

TEST_F(Filter, OfWhatIsKnownByADay) {
  // Without retractions: an event counts when a source of one of its claims was certainly public.
  auto const limit = DateExpression::parse("2023-10-07").bounds().end.latest->day;
  auto const last_day = [](std::string const& text) -> std::optional<Day> {
    if (text.empty()) return std::nullopt;
    auto const latest = DateExpression::parse(text).bounds().end.latest;
    return latest ? std::optional(latest->day) : std::nullopt;
  };
  agree("known_by=2023-10-07", claimed([&](auto const& claim) {
          auto const& stance = claim.at("stance");
          if (stance == "no_information" || stance == "retracts") return false;
          auto const* source = Bundle::find(bundle_->sources, claim.at("source"));
          auto const published = last_day(source->at("published")),
                     accessed = last_day(source->at("accessed"));
          return (published && *published <= limit) || (accessed && *accessed <= limit);
        }));
}

}  // namespace
}  // namespace annals

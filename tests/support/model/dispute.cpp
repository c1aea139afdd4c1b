#include <algorithm>
#include <functional>

#include "support/model/reading.hpp"

namespace annals::test::model {
namespace {

struct Days {
  std::string first;
  std::string last;
};

/// The dates that the random writes give; ISO days compare as text.
Days days_of(std::string const& edtf) {
  static std::map<std::string, Days> const all{{"2024-01-01", {"2024-01-01", "2024-01-01"}},
                                               {"2024-01-02", {"2024-01-02", "2024-01-02"}},
                                               {"2024-01", {"2024-01-01", "2024-01-31"}},
                                               {"2023-12-31/2024-01-01", {"2023-12-31", "2024-01-01"}}};
  return all.at(edtf);
}

bool dates_conflict(Json const& a, Json const& b) {
  auto const x = days_of(a), y = days_of(b);
  return x.last < y.first || y.last < x.first;
}

bool statuses_conflict(Json const& a, Json const& b) {
  auto const against = [](Json const& one, Json const& other) {
    if (one == "refuted") return other != "refuted" && other != "unconfirmed";
    return one == "cancelled" && (other == "occurred" || other == "ongoing");
  };
  return against(a, b) || against(b, a);
}

bool numbers_conflict(Json const& a, Json const& b) {
  auto const range = [](Json const& quantity) {
    auto const low = quantity.contains("low") ? quantity["low"] : quantity["best"];
    auto const high = quantity.contains("high") ? quantity["high"] : quantity["best"];
    return std::pair(low.get<int>(), high.get<int>());
  };
  auto const x = range(a), y = range(b);
  return x.second < y.first || y.second < x.first;
}

bool lies_within(Things const& things, Json place, Json const& whole) {
  for (; !place.is_null(); place = things.at({"places", place})->members["within"]) {
    if (place == whole) return true;
  }
  return false;
}

Json status_said(Json const& claim) {
  if (!claim["status"].is_null()) return claim["status"];
  static std::map<std::string, std::string> const by_stance{
      {"asserts", "occurred"}, {"confirms", "occurred"}, {"plans", "planned"},
      {"predicts", "planned"}, {"denies", "refuted"},    {"doubts", "unconfirmed"}};
  return by_stance.at(claim["stance"]);
}

/// By another claim of the same event that is not itself retracted.
bool is_retracted(Things const& things, std::string const& claim) {
  auto const& event = things.at({"claims", claim})->members["event"];
  return std::any_of(things.begin(), things.end(), [&](auto const& thing) {
    auto const& [name, other] = thing;
    return name.first == "claims" && other->members["stance"] == "retracts" &&
           other->members["answers"] == claim && other->members["event"] == event &&
           !is_retracted(things, name.second);
  });
}

bool any_conflict(std::vector<Json> const& values,
                  std::function<bool(Json const&, Json const&)> const& conflict) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = i + 1; j < values.size(); ++j) {
      if (conflict(values[i], values[j])) return true;
    }
  }
  return false;
}

std::vector<Json> claims_that_count(Things const& things, std::string const& event) {
  std::vector<Json> claims;
  for (auto const& [name, claim] : things) {
    if (name.first != "claims" || claim->members["event"] != event) continue;
    auto const& stance = claim->members["stance"];
    if (stance == "no_information" || stance == "retracts" || is_retracted(things, name.second)) continue;
    claims.push_back(claim->members);
  }
  return claims;
}

}  // namespace

Json disputed(Things const& things, std::string const& event) {
  std::vector<Json> happened, planned, places, statuses;
  std::map<std::string, std::vector<Json>> quantities;
  for (auto const& claim : claims_that_count(things, event)) {
    auto const& stance = claim["stance"];
    statuses.push_back(status_said(claim));
    if (!claim["date"].is_null() && (stance == "asserts" || stance == "confirms"))
      happened.push_back(claim["date"]);
    if (!claim["date"].is_null() && (stance == "plans" || stance == "predicts"))
      planned.push_back(claim["date"]);
    if (stance == "denies") continue;
    if (!claim["place"].is_null()) places.push_back(claim["place"]);
    for (auto const& [name, quantity] : claim["quantities"].items()) quantities[name].push_back(quantity);
  }
  auto const apart = [&](Json const& a, Json const& b) {
    return !lies_within(things, a, b) && !lies_within(things, b, a);
  };
  Json fields = Json::array();
  if (any_conflict(happened, dates_conflict) || any_conflict(planned, dates_conflict))
    fields.push_back("date");
  if (any_conflict(places, apart)) fields.push_back("place");
  for (auto const& [name, values] : quantities) {
    if (any_conflict(values, numbers_conflict)) fields.push_back("quantities." + name);
  }
  if (any_conflict(statuses, statuses_conflict)) fields.push_back("status");
  return fields;
}

}  // namespace annals::test::model

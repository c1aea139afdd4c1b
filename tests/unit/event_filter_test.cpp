#include <gtest/gtest.h>

#include "domain/event_filter.hpp"

namespace annals {
namespace {

std::string refused(std::string const& name, std::string const& value) {
  Parameters parameters{{name, value}};
  try {
    static_cast<void>(take_event_filter(parameters));
  } catch (Error const& error) {
    EXPECT_EQ(error.problem(), Problem::invalid_parameter);
    return error.faults().front().field;
  }
  return "";
}

TEST(EventFilter, TakesItsOwnParametersAndLeavesTheRest) {
  Parameters parameters{
      {"actor", "rpc"}, {"limit", "5"}, {"actor", "Russia, Federation"}, {"min_troops", "3"}};
  auto const filter = take_event_filter(parameters);
  EXPECT_EQ(filter.actors, (std::vector<std::string>{"rpc", "Russia, Federation"}));
  EXPECT_EQ(filter.at_least.at("troops"), 3);
  EXPECT_EQ(parameters, (Parameters{{"limit", "5"}}));
}

TEST(EventFilter, MakesAWindowOfDates) {
  Parameters parameters{{"from", "2023-09"}, {"to", "2023"}};
  auto const filter = take_event_filter(parameters);
  EXPECT_EQ(iso_day(*filter.window->first), "2023-09-01");
  EXPECT_EQ(iso_day(*filter.window->last), "2023-12-31");
}

TEST(EventFilter, RefusesWhatIsMalformed) {
  std::pair<char const*, char const*> const cases[] = {
      {"from", "[..2020]"},
      {"known_by", "infinity"},
      {"date", "J0"},
      {"sort", "date;drop table"},
      {"sort", "title"},
      {"sort", "relevance"},
      {"min_fatalities)--", "1"},
      {"min_x", "1e2"},
      {"min_x", "-1"},
      {"radius_km", "-1"},
      {"radius_km", "0"},
      {"radius_km", "1e300"},
      {"bbox", "1,2,3"},
      {"bbox", "181,0,182,1"},
      {"bbox", "0,5,1,4"},
      {"near", "NaN,0"},
      {"when", "maybe"},
      {"status", "happened"},
      {"country", "XX"},
      {"disputed", "yes"},
      {"dataset", ".."},
      {"q", ""},
      {"type", "Military"},
      {"undated", "true"},
  };
  for (auto const& [name, value] : cases) EXPECT_FALSE(refused(name, value).empty()) << name << "=" << value;
  EXPECT_EQ(refused("near", "1,2"), "radius_km");
}

TEST(EventFilter, RefusesAReversedWindowAndARepeatedParameter) {
  Parameters reversed{{"from", "2025"}, {"to", "2020"}};
  EXPECT_THROW(static_cast<void>(take_event_filter(reversed)), Error);
  Parameters repeated{{"place", "baku"}, {"place", "goris"}};
  EXPECT_THROW(static_cast<void>(take_event_filter(repeated)), Error);
}

}  // namespace
}  // namespace annals

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "country_name_list.hpp"
#include "domain/country.hpp"
#include "domain/country_names.hpp"

namespace annals {
namespace {

using Named = std::pair<char const*, char const*>;

TEST(CountryNames, KnowsEachCode) {
  for (auto const& [text, code] :
       {Named{"AZ", "AZ"}, Named{"az", "AZ"}, Named{"AZE", "AZ"}, Named{"aze", "AZ"}, Named{"31", "AZ"},
        Named{"031", "AZ"}, Named{" 031 ", "AZ"}, Named{"4", "AF"}, Named{"004", "AF"}, Named{"840", "US"}}) {
    EXPECT_EQ(country_named(text), code) << text;
  }
}

TEST(CountryNames, KnowsEnglishNames) {
  for (auto const& [text, code] :
       {Named{"Azerbaijan", "AZ"}, Named{"Republic of Azerbaijan", "AZ"}, Named{"Iran", "IR"},
        Named{"Iran, Islamic Republic of", "IR"}, Named{"Republic of Korea", "KR"},
        Named{"South Korea", "KR"}, Named{"Democratic Republic of the Congo", "CD"}, Named{"Türkiye", "TR"},
        Named{"Saint Lucia", "LC"}, Named{"St. Lucia", "LC"}, Named{"Trinidad & Tobago", "TT"},
        Named{"Falkland Islands", "FK"}}) {
    EXPECT_EQ(country_named(text), code) << text;
  }
}

TEST(CountryNames, ComparesLettersAndDigitsOnly) {
  for (auto const& [text, code] :
       {Named{"CÔTE D’IVOIRE", "CI"}, Named{"cote d'ivoire", "CI"}, Named{"Guinea Bissau", "GW"},
        Named{"Guinea-Bissau", "GW"}, Named{"  South   Sudan ", "SS"}, Named{"Reunion", "RE"}}) {
    EXPECT_EQ(country_named(text), code) << text;
  }
}

TEST(CountryNames, KnowsWhatUcdpWrites) {
  for (auto const& [text, code] :
       {Named{"Bosnia-Herzegovina", "BA"}, Named{"Cambodia (Kampuchea)", "KH"}, Named{"Congo", "CG"},
        Named{"DR Congo (Zaire)", "CD"}, Named{"Ivory Coast", "CI"},
        Named{"Kingdom of eSwatini (Swaziland)", "SZ"}, Named{"Macedonia, FYR", "MK"},
        Named{"North Macedonia", "MK"}, Named{"Madagascar (Malagasy)", "MG"}, Named{"Myanmar (Burma)", "MM"},
        Named{"Rumania", "RO"}, Named{"Russia (Soviet Union)", "RU"}, Named{"Serbia (Yugoslavia)", "RS"},
        Named{"South Vietnam", "VN"}, Named{"South Yemen", "YE"}, Named{"Turkey", "TR"},
        Named{"Vietnam (North Vietnam)", "VN"}, Named{"Yemen (North Yemen)", "YE"},
        Named{"Zimbabwe (Rhodesia)", "ZW"}}) {
    EXPECT_EQ(country_named(text), code) << text;
  }
}

TEST(CountryNames, KnowsWhatAcledAndGdeltWrite) {
  for (auto const& [text, code] :
       {Named{"Democratic Republic of Congo", "CD"}, Named{"Republic of Congo", "CG"},
        Named{"eSwatini", "SZ"}, Named{"Palestine", "PS"}, Named{"East Timor", "TL"},
        Named{"Cape Verde", "CV"}, Named{"Russia", "RU"}, Named{"Bailiwick of Jersey", "JE"},
        Named{"Gaza Strip", "PS"}, Named{"Vatican City", "VA"}}) {
    EXPECT_EQ(country_named(text), code) << text;
  }
}

TEST(CountryNames, SaysNothingOfWhatIsNoCountryOfIso) {
  for (auto const* text : {"", " ", "-", "Kosovo", "Yugoslavia", "Czechoslovakia", "Korea", "Black Sea", "XX",
                           "0", "000", "999", "0004", "4.0", "-4", "4 0", "4,", "Азербайджан"}) {
    EXPECT_FALSE(country_named(text).has_value()) << text;
  }
}

TEST(CountryNames, GivesOnlyCodesOfIsoAndEachNameToOneCountry) {
  std::map<std::string, std::string_view> seen;
  for (auto const& [name, code] : countries::names) {
    EXPECT_TRUE(is_country(code)) << code;
    EXPECT_EQ(country_named(name), code) << name;
    EXPECT_EQ(seen.emplace(fold(name), code).first->second, code) << name;
  }
}

}  // namespace
}  // namespace annals

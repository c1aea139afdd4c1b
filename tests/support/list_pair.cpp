#include "support/list_pair.hpp"

#include <date/date.h>

#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <numbers>
#include <random>
#include <vector>

namespace annals::test {
namespace {

using Random = std::mt19937;

constexpr int towns_of_region = 80;
constexpr int actors_of_region = 16;
constexpr double without_pair = 0.2;
constexpr double moved_days = 0.3;
constexpr double moved_deaths = 0.3;
constexpr double km_max = 10;
constexpr double km_of_degree = 111.2;

bool chance(Random& random, double share) { return std::bernoulli_distribution(share)(random); }
int up_to(Random& random, int max) { return std::uniform_int_distribution(0, max)(random); }
template <class Values>
auto const& one_of(Random& random, Values const& values) {
  return values[static_cast<std::size_t>(up_to(random, static_cast<int>(values.size()) - 1))];
}

/// The same name as another newsroom writes it.
std::string transliterated(std::string name) {
  static std::vector<std::pair<std::string, std::string>> const rules{
      {"Sh", "Ş"}, {"sh", "ş"},  {"Ch", "Ç"},    {"ch", "ç"}, {"Kh", "X"}, {"kh", "x"}, {"zh", "j"},
      {"ts", "c"}, {"ov", "of"}, {"aya", "aia"}, {"iy", "i"}, {"Gh", "Ğ"}, {"gh", "ğ"}, {"ya", "ia"}};
  for (auto const& [from, to] : rules) {
    for (auto at = name.find(from); at != std::string::npos; at = name.find(from, at + to.size()))
      name.replace(at, from.size(), to);
  }
  return name;
}

std::string made_name(Random& random, std::vector<std::string> const& endings) {
  static std::array<std::string, 20> const beginnings{
      "Khoja", "Shu", "Agh",  "Mar",  "Chay",  "Zang", "Gory", "Kal",  "Tsov",  "Bazhi",
      "Hadr",  "Fuz", "Lach", "Vard", "Sarki", "Yel",  "Askh", "Dash", "Noray", "Tar"};
  static std::array<std::string, 12> const middles{"",   "",    "ba", "va",  "li", "khi",
                                                   "da", "zhi", "ne", "sha", "ro", "gha"};
  return one_of(random, beginnings) + one_of(random, middles) + one_of(random, endings);
}

struct Town {
  std::string name;
  double longitude, latitude;
};
struct Happening {
  int day, town, first, second, deaths;
  std::string type;
};

/// Towns and actors, some of them much oftener in the news than others.
class Region {
 public:
  explicit Region(Random& random) : random_(random) {
    std::vector<std::string> const of_towns{"kert", "lu",   "ashen", "kend",  "tsor",
                                            "ghli", "abad", "iyan",  "gyugh", "ovka"};
    std::vector<std::string> const of_actors{"ov", "yan", "iyev", "skiy", "zade", "khan", "adze", "shvili"};
    std::vector<std::string> const bodies{"{} Brigade",       "{} Battalion", "{} Front",     "Army of {}",
                                          "{} Defence Force", "{} Movement",  "Police of {}", "Union of {}"};
    std::uniform_real_distribution<double> east(45, 48), north(39, 41);
    for (int i = 0; i < towns_of_region; ++i)
      towns_.push_back({made_name(random, of_towns), east(random), north(random)});
    for (int i = 0; i < actors_of_region; ++i) {
      auto body = one_of(random, bodies);
      actors_.push_back(body.replace(body.find("{}"), 2, made_name(random, of_actors)));
    }
  }

  Happening happening(int days) {
    static std::array<std::string, 5> const types{"battle.clash", "battle.shelling", "violence.attack",
                                                  "violence.abduction", "protest"};
    Happening made{
        up_to(random_, days),  often(towns_of_region), often(actors_of_region), often(actors_of_region), 0,
        one_of(random_, types)};
    if (made.second == made.first) made.second = (made.first + 1) % actors_of_region;
    if (chance(random_, 0.6)) made.deaths = 1 + std::geometric_distribution(0.25)(random_);
    return made;
  }
  [[nodiscard]] Town const& town(int number) const { return towns_[static_cast<std::size_t>(number)]; }
  [[nodiscard]] std::string const& actor(int number) const {
    return actors_[static_cast<std::size_t>(number)];
  }
  Random& random() { return random_; }

 private:
  int often(int of) {
    auto const share = std::uniform_real_distribution<double>(0, 1)(random_);
    return static_cast<int>(share * std::sqrt(share) * of);
  }

  Random& random_;
  std::vector<Town> towns_;
  std::vector<std::string> actors_;
};

std::string date_of(int day) {
  using namespace date::literals;
  return date::format("%F", date::sys_days(2020_y / 1 / 1) + date::days(day));
}

/// One of the two lists as its bundle's files.
class ListFiles {
 public:
  ListFiles(std::filesystem::path const& folder, bool is_second, Region& region)
      : is_second_(is_second), region_(region) {
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "dataset.json") << R"({"key": ")" << (is_second ? "two" : "one")
                                           << R"(", "title": "A list", "visibility": "public"})";
    events_.open(folder / "events.csv");
    places_.open(folder / "places.csv");
    events_ << "key,title,type,status,date,place,participants,quantities\n";
    places_ << "key,name,country,lat,lon\n";
    std::ofstream actors(folder / "actors.csv");
    actors << "key,name,kind\n";
    for (int i = 0; i < actors_of_region; ++i)
      actors << 'a' << i << ',' << spelt(region.actor(i)) << ",armed_group\n";
  }

  void add(std::string const& key, Happening const& one) {
    events_ << key << ",\"" << title(one) << "\"," << one.type << ",occurred," << date_of(one.day) << ','
            << place(key, one.town) << ",a:a" << one.first << "|b:a" << one.second
            << ",fatalities=" << one.deaths << '\n';
  }

 private:
  [[nodiscard]] std::string spelt(std::string const& name) const {
    return is_second_ ? transliterated(name) : name;
  }

  /// The second producer has a point of its own for every event.
  std::string place(std::string const& key, int number) {
    auto const& town = region_.town(number);
    auto const name = is_second_ ? "p-" + key : "p" + std::to_string(number);
    if (!is_second_ && !told_.insert(name).second) return name;
    auto [_, longitude, latitude] = town;
    if (is_second_) {
      auto const km = std::uniform_real_distribution<double>(0, km_max)(region_.random());
      auto const angle = std::uniform_real_distribution<double>(0, 2 * std::numbers::pi)(region_.random());
      latitude += km * std::sin(angle) / km_of_degree;
      longitude += km * std::cos(angle) / km_of_degree / std::cos(town.latitude * std::numbers::pi / 180);
    }
    places_ << name << ',' << spelt(town.name) << ",AZ," << latitude << ',' << longitude << '\n';
    return name;
  }

  std::string title(Happening const& one) {
    static std::map<std::string, std::array<std::string, 2>> const verbs{
        {"battle.clash", {"clashes with", "Fighting between"}},
        {"battle.shelling", {"shells", "Artillery fire, shelling by"}},
        {"violence.attack", {"attacks", "Armed attack by"}},
        {"violence.abduction", {"abducts members of", "Kidnapping by"}},
        {"protest", {"rallies against", "Demonstration of"}}};
    auto const& [verb, noun] = verbs.at(one.type);
    auto const first = spelt(region_.actor(one.first)), second = spelt(region_.actor(one.second));
    auto const town = spelt(region_.town(one.town).name);
    if (!is_second_) return first + ' ' + verb + ' ' + second + " in " + town;
    return town + ": " + noun + ' ' + first + " and " + second;
  }

  bool is_second_;
  Region& region_;
  std::ofstream events_, places_;
  std::set<std::string> told_;
};

Happening seen_by_another(Random& random, Happening one) {
  if (chance(random, moved_days)) one.day += (chance(random, 0.5) ? 1 : -1) * (1 + up_to(random, 1));
  if (chance(random, moved_deaths)) one.deaths += one.deaths > 0 && chance(random, 0.5) ? -1 : 1;
  return one;
}

}  // namespace

ListPair write_list_pair(std::filesystem::path const& folder, int events, double events_of_day,
                         unsigned seed) {
  Random random(seed);
  Region region(random);
  ListFiles one(folder / "one", false, region), two(folder / "two", true, region);
  ListPair pair;
  int const days = static_cast<int>(events / events_of_day);
  for (int i = 0; i < events; ++i) {
    auto const happening = region.happening(days);
    auto const number = std::to_string(i);
    one.add("e" + number, happening);
    if (chance(random, without_pair)) {
      two.add("x" + number, region.happening(days));
      continue;
    }
    two.add("f" + number, seen_by_another(random, happening));
    pair.same.emplace("e" + number, "f" + number);
  }
  return pair;
}

}  // namespace annals::test

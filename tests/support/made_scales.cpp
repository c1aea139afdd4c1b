#include "support/made_scales.hpp"

#include <array>
#include <cstdio>
#include <fstream>

namespace annals::test {
namespace {

class EventsFile {
 public:
  explicit EventsFile(std::filesystem::path const& folder) {
    std::filesystem::create_directories(folder);
    file_.open(folder / "events.csv");
    file_ << "key,title,type,status,date\n";
  }
  void add(std::string const& title, std::string const& type, std::string const& status,
           std::string const& date) {
    file_ << 'e' << number_++ << ',' << title << ',' << type << ',' << status << ',' << date << '\n';
  }

 private:
  std::ofstream file_;
  int number_ = 0;
};

std::string numbered(char const* format, int first, int second = 0, int third = 0) {
  char text[64];
  std::snprintf(text, sizeof text, format, first, second, third);
  return text;
}

void write_hours(EventsFile events) {
  for (int minute = 0; minute < 180; minute += 12) {
    events.add(numbered("Shelling heard after %d minutes", minute), "fighting", "occurred",
               numbered("2023-09-19T%02d:%02d:00+04:00", 13 + minute / 60, minute % 60));
  }
  events.add("Talks by telephone", "talks", "occurred",
             "2023-09-19T13:30:00+04:00/2023-09-19T15:10:00+04:00");
}

void write_centuries(EventsFile events) {
  for (int year = 1700; year < 2000; year += 15) {
    events.add(numbered("A treaty of %d", year), "agreement", year % 2 == 0 ? "occurred" : "planned",
               numbered("%d~", year));
    events.add(numbered("A war that began in %d", year + 3), "war", "occurred",
               numbered("%d/%d", year + 3, year + 11));
  }
}

void write_many(EventsFile events) {
  constexpr std::array types{"fighting", "talks", "statement", "displacement"};
  for (int i = 0; i < 2000; ++i) {
    events.add(numbered("Event %d of many", i), types[static_cast<std::size_t>(i) % types.size()],
               i % 50 == 0 ? "planned" : "occurred",
               numbered("%d-%02d-%02d", 2020 + i / 500, i % 500 / 42 + 1, i % 28 + 1));
  }
}

void write_scripts(EventsFile events) {
  constexpr std::array titles{"Ռուս խաղաղապահների տեղակայումը Լեռնային Ղարաբաղում",
                              "بدأت القوات الروسية الانسحاب من الإقليم",
                              "Российские миротворцы покидают Степанакерт",
                              "Լաչինի միջանցքի շրջափակում",
                              "إغلاق الممر الوحيد إلى أرمينيا",
                              "Подписано заявление о прекращении огня"};
  for (std::size_t i = 0; i < 3 * titles.size(); ++i) {
    events.add(titles[i % titles.size()], i % 2 == 0 ? "military" : "talks",
               i % 5 == 0 ? "planned" : "occurred",
               numbered("2023-%02d-%02d", static_cast<int>(i % 12) + 1, static_cast<int>(i) + 1));
  }
}

}  // namespace

std::vector<std::filesystem::path> write_made_scales(std::filesystem::path const& folder) {
  write_hours(EventsFile(folder / "hours"));
  write_centuries(EventsFile(folder / "centuries"));
  write_many(EventsFile(folder / "many"));
  write_scripts(EventsFile(folder / "scripts"));
  return {folder / "hours", folder / "centuries", folder / "many", folder / "scripts"};
}

}  // namespace annals::test

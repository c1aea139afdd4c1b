#include "support/made_page.hpp"

namespace annals::test {
namespace {

void write_sources(Editor& editor) {
  editor.put("made/sources/arabic", {{"kind", "news"},
                                     {"title", "انسحاب قوات حفظ السلام"},
                                     {"title_translated", "Peacekeepers withdraw"},
                                     {"language", "ar"},
                                     {"published", "2024-04-17"},
                                     {"reliability", "B"},
                                     {"url", "https://example.org/?a=1&b='2'"},
                                     {"archived_url", "https://example.net/archive"}});
  editor.put("made/sources/armenian", {{"kind", "official_statement"},
                                       {"title", "Հայտարարություն"},
                                       {"language", "hy"},
                                       {"author", attack},
                                       {"reliability", "E"}});
}

void write_events(Editor& editor) {
  auto const event = [&](std::string const& key, std::string const& title, std::string const& status,
                         nlohmann::json const& date) {
    editor.put("made/events/" + key, {{"title", title},
                                      {"type", "statement"},
                                      {"status", status},
                                      {"date", date},
                                      {"place", "town"},
                                      {"description", std::string(attack) + "\n\nВторой абзац: «ёлка»."},
                                      {"quantities", {{"troops", {{"low", 10}, {"high", 20}}}}}});
  };
  event("attack", attack, "occurred", "2024-04-10");
  event("arabic", "بدأت القوات الانسحاب (2024)", "ongoing", "2024-04~");
  event("armenian", "Խաղաղապահները հեռանում են", "planned", "2024-05?");
  event("russian", "Миротворцы покидают Степанакерт", "cancelled", "[2024-04-10..2024-06-01]");
  event("rumour", "A rumour", "unconfirmed", nullptr);
  event("false", "A report that was false", "refuted", "2024-06-02T10:30:00+04:00");
  editor.put("made/events/attack/relations/starts/arabic", nlohmann::json::object());
  editor.put("made/events/false/relations/ends/arabic", nlohmann::json::object());
}

void write_claims(Editor& editor) {
  auto const claim = [&](std::string const& key, nlohmann::json body) {
    body["event"] = "attack";
    editor.put("made/claims/" + key, body);
  };
  claim("c1", {{"source", "arabic"}, {"stance", "asserts"}, {"date", "2024-04-10"}, {"claimant", "army"}});
  claim("c2", {{"source", "armenian"},
               {"stance", "asserts"},
               {"date", "2024-04-17"},
               {"said", "2024-04-18"},
               {"quote", "Նրանք գնացին " + std::string(attack)},
               {"language", "hy"},
               {"locator", attack},
               {"gist", attack},
               {"credibility", 4}});
  claim("c3", {{"source", "arabic"}, {"stance", "denies"}, {"gist", "Nobody left."}});
}

}  // namespace

void write_made_dataset(Editor& editor) {
  editor.put("made", {{"title", attack}, {"licence", "CC-BY-4.0"}, {"citation", attack}, {"language", "ru"}});
  editor.put("made/places/town", {{"name", "Ստեփանակերտ <b>"}});
  editor.put("made/actors/army", {{"name", "الجيش \"&\""}, {"kind", "armed_force"}});
  write_sources(editor);
  write_events(editor);
  write_claims(editor);
}

}  // namespace annals::test

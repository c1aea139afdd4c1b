#include <algorithm>
#include <array>

#include "domain/drafts.hpp"
#include "fuzz/properties.hpp"
#include "wire/body_reader.hpp"
#include "wire/problem_json.hpp"
#include "wire/thing_json.hpp"

namespace annals {
namespace {

using fuzz::require;

constexpr std::array<std::string_view, 13> event_members{
    "key",          "title", "description", "type",       "status",     "date", "place",
    "participants", "tags",  "quantities",  "visibility", "attributes", "note"};
constexpr std::array<std::string_view, 19> claim_members{
    "key",         "event",      "source",     "claimant", "stance", "said",     "date",
    "place",       "status",     "quantities", "gist",     "quote",  "language", "locator",
    "credibility", "visibility", "attributes", "note",     "answers"};

/// What the service would write of the thing in `body`; nothing where it is refused.
template <class Thing>
std::optional<std::string> written(wire::JsonBody const& body, std::span<std::string_view const> members,
                                   Thing (*draft)(FieldReader&)) {
  wire::BodyReader fields("dataset", "key", body, members);
  auto const thing = draft(fields);
  require(fields.ok() == fields.faults().empty(), "a refusal says why");
  try {
    fields.refuse();
  } catch (Error const& error) {
    fuzz::require_presentable(error);
    static_cast<void>(wire::JsonBody::parse(
        wire::problem_json(error.problem(), error.what(), "/v1/datasets/dataset", error.faults())));
    return std::nullopt;
  }
  std::string text;
  wire::JsonWriter json(text);
  wire::write(json, thing);
  return text;
}

template <class Thing>
void require_of(wire::JsonBody const& body, std::span<std::string_view const> members,
                Thing (*draft)(FieldReader&)) {
  auto const once = written(body, members, draft);
  if (!once) return;
  auto const body_again = wire::JsonBody::parse(*once);
  require(written(body_again, members, draft) == once, "what is accepted is read back the same");
  require(wire::differences(*once, *once).empty(), "nothing differs from itself");
  auto const patched = body.applied_to(body_again);
  auto const patched_twice = body.applied_to(patched);
  require(written(patched, members, draft) == written(patched_twice, members, draft),
          "a patch applied twice is applied once");
}

}  // namespace
}  // namespace annals

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
  using namespace annals;
  try {
    auto const body = wire::JsonBody::parse({reinterpret_cast<char const*>(data), size});
    require_of<Event>(body, event_members, draft_event);
    require_of<Claim>(body, claim_members, draft_claim);
  } catch (Error const& error) {
    fuzz::require_presentable(error);
    auto const status = wire::kind_of(error.problem()).status;
    fuzz::require(status == 400 || status == 422, "a body that is refused is the client's fault");
  }
  return 0;
}

#include "base/error.hpp"

#include <array>

namespace annals {
namespace {

// In the order of the enumeration, which the unit tests check.
constexpr std::array names = {
    std::string_view{"bad-cursor"},
    std::string_view{"bad-encoding"},
    std::string_view{"bad-etag"},
    std::string_view{"bad-framing"},
    std::string_view{"bad-gzip"},
    std::string_view{"bad-head"},
    std::string_view{"bad-json"},
    std::string_view{"bad-multipart"},
    std::string_view{"bad-package"},
    std::string_view{"bad-target"},
    std::string_view{"bad-text"},
    std::string_view{"bad-url"},
    std::string_view{"bad-xlsx"},
    std::string_view{"bad-zip"},
    std::string_view{"busy"},
    std::string_view{"cycle"},
    std::string_view{"database-unavailable"},
    std::string_view{"duplicate-column"},
    std::string_view{"duplicate-key"},
    std::string_view{"duplicate-member"},
    std::string_view{"empty-file"},
    std::string_view{"exists"},
    std::string_view{"forbidden"},
    std::string_view{"in-progress"},
    std::string_view{"in-use"},
    std::string_view{"inconsistent-numbers"},
    std::string_view{"internal"},
    std::string_view{"interrupted"},
    std::string_view{"invalid-date"},
    std::string_view{"invalid-input"},
    std::string_view{"invalid-key"},
    std::string_view{"invalid-parameter"},
    std::string_view{"invalid-point"},
    std::string_view{"invalid-value"},
    std::string_view{"key-reused"},
    std::string_view{"later-changes"},
    std::string_view{"method-not-allowed"},
    std::string_view{"no-header"},
    std::string_view{"not-acceptable"},
    std::string_view{"not-found"},
    std::string_view{"not-installed"},
    std::string_view{"not-listed"},
    std::string_view{"not-with-as-of"},
    std::string_view{"not-with-known-by"},
    std::string_view{"out-of-range"},
    std::string_view{"outcome-unknown"},
    std::string_view{"point-outside-country"},
    std::string_view{"precondition-failed"},
    std::string_view{"precondition-required"},
    std::string_view{"query-timeout"},
    std::string_view{"quota"},
    std::string_view{"quote-not-closed"},
    std::string_view{"rate-limited"},
    std::string_view{"read-only"},
    std::string_view{"read-only-field"},
    std::string_view{"required"},
    std::string_view{"reversed-interval"},
    std::string_view{"row-too-long"},
    std::string_view{"storage-full"},
    std::string_view{"too-large"},
    std::string_view{"too-large-unpacked"},
    std::string_view{"too-long"},
    std::string_view{"too-many"},
    std::string_view{"too-many-columns"},
    std::string_view{"too-many-groups"},
    std::string_view{"too-many-rows"},
    std::string_view{"too-slow"},
    std::string_view{"unauthorised"},
    std::string_view{"unbalanced-bidi"},
    std::string_view{"unknown-code"},
    std::string_view{"unknown-column"},
    std::string_view{"unknown-file"},
    std::string_view{"unknown-member"},
    std::string_view{"unknown-method"},
    std::string_view{"unknown-reference"},
    std::string_view{"unsupported-type"},
    std::string_view{"upload-incomplete"},
    std::string_view{"uri-too-long"},
    std::string_view{"wrong-column-count"},
    std::string_view{"wrong-host"},
    std::string_view{"wrong-state"},
};

}  // namespace

int const problem_count = static_cast<int>(names.size());

std::string_view name(Problem problem) { return names.at(static_cast<std::size_t>(problem)); }

void not_found() { throw Error(Problem::not_found, "there is no such thing here"); }

}  // namespace annals

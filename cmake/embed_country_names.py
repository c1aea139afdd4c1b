"""Lists countries' names for domain/country_names: embed_country_names.py ISO_CODES OTHER_NAMES HEADER.

ISO_CODES is the ISO 3166-1 list of Debian's iso-codes, OTHER_NAMES what producers of lists call countries besides, by code.
"""
import json
import pathlib
import re
import sys

iso_path, other_path, header_path = (pathlib.Path(argument) for argument in sys.argv[1:])
countries = json.loads(iso_path.read_text(encoding="utf-8"))["3166-1"]
others = json.loads(other_path.read_text(encoding="utf-8"))


def ways_to_write(name):
    """A name as it stands, without what is in brackets or an article, and with what stands after a comma in front."""
    plain = re.sub(r" \(.*\)$", "", name)
    last, _, first = plain.partition(", ")
    names = {name, plain}
    if re.search(r"\b(of|of the)$", first):
        names.add(f"{first} {last}")
    names |= {re.sub("^the ", "", each, flags=re.IGNORECASE) for each in names}
    return names | {each.replace("Saint ", "St. ") for each in names} | {each.replace(" and ", " & ") for each in names}


entries = set()
for country in countries:
    code = country["alpha_2"]
    names = {country[key] for key in ("name", "common_name", "official_name") if key in country}
    written = set().union(*map(ways_to_write, names), others.pop(code, []))
    entries |= {(name, code) for name in written | {code, country["alpha_3"], country["numeric"]}}
if others:
    sys.exit(f"{other_path} has codes that are not of ISO 3166-1: {', '.join(others)}")

rows = ",\n    ".join(f'{{"{name}", "{code}"}}' for name, code in sorted(entries))
header_path.write_text(
    f"""// Made by cmake/embed_country_names.py from Debian's iso-codes.
#pragma once

#include <string_view>

namespace annals::countries {{

struct Name {{
  std::string_view name;
  std::string_view code;
}};
inline constexpr Name names[] = {{
    {rows}}};

}}  // namespace annals::countries
""",
    encoding="utf-8",
)

"""Packs the outlines of countries for domain/country_outline: embed_outlines.py WORLD_ATLAS ISO_CODES HEADER.

WORLD_ATLAS is the TopoJSON of the npm package world-atlas (Natural Earth, public domain), ISO_CODES the ISO 3166-1 list of
Debian's iso-codes, by whose numbers the countries are known. Points are hundredths of a degree.
"""
import json
import pathlib
import sys

atlas_path, iso_path, header_path = (pathlib.Path(argument) for argument in sys.argv[1:])
atlas = json.loads(atlas_path.read_text(encoding="utf-8"))
iso = json.loads(iso_path.read_text(encoding="utf-8"))
codes = {country["numeric"]: country["alpha_2"] for country in iso["3166-1"]}


def decoded(arc):
    """An arc's points in degrees: each is told as a step from the one before."""
    (x_scale, y_scale), (x_from, y_from) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    x = y = 0
    points = []
    for x_step, y_step in arc:
        x, y = x + x_step, y + y_step
        points.append((x * x_scale + x_from, y * y_scale + y_from))
    return points


arcs = [decoded(arc) for arc in atlas["arcs"]]


def ring(numbers):
    points = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc if not points else arc[1:]
    return points


points, rings = [], []
for country in atlas["objects"]["countries"]["geometries"]:
    code = codes.get(country.get("id"))
    if code is None:
        continue
    polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
    for polygon in polygons:
        for part in polygon:
            first = len(points)
            points += ring(part)
            rings.append((code, first, len(points) - first))
rings.sort()

point_text = ",".join(f"{{{round(x * 100)},{round(y * 100)}}}" for x, y in points)
ring_text = ",\n    ".join(f'{{"{code}", {first}, {count}}}' for code, first, count in rings)
header_path.write_text(
    f"""// Made by cmake/embed_outlines.py from the npm package world-atlas.
#pragma once

#include <cstdint>
#include <string_view>

namespace annals::outline {{

struct Vertex {{
  std::int16_t longitude;  // hundredths of a degree
  std::int16_t latitude;
}};
inline constexpr Vertex vertices[] = {{{point_text}}};

/// A ring of a country's outline; by code. A hole is a ring like the others: what it holds is inside an even number of them.
struct Ring {{
  std::string_view country;
  int first;
  int count;
}};
inline constexpr Ring rings[] = {{
    {ring_text}}};

}}  // namespace annals::outline
""",
    encoding="utf-8",
)

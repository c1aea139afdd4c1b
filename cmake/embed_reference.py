"""Makes api/openapi.yaml and api/problems.md constants: embed_reference.py OPENAPI PROBLEMS HEADER."""
import html
import json
import re
import sys

import yaml


def inline(text):
    """Markdown's code spans, within text that is escaped otherwise."""
    parts = re.split(r"`([^`]*)`", text)
    return "".join(f"<code>{html.escape(p)}</code>" if i % 2 else html.escape(p) for i, p in enumerate(parts))


def problem_page(name, text):
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{name} - Annals</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css">'
        f"<main><h1>{name}</h1><p>{inline(' '.join(text.split()))}</p>"
        '<p><a href="/docs/">The reference</a></p></main></html>\n'
    )


def literal(text):
    assert ')reference"' not in text
    return f'R"reference({text})reference"'


openapi_path, problems_path, header_path = sys.argv[1:]
with open(openapi_path, encoding="utf-8") as file:
    openapi = json.dumps(yaml.safe_load(file), ensure_ascii=False, separators=(",", ":"))
with open(problems_path, encoding="utf-8") as file:
    sections = re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", file.read(), re.M | re.S)
entries = "\n".join(f'    {{"{name}", {literal(problem_page(name, text))}}},' for name, text in sections)
with open(header_path, "w", encoding="utf-8") as file:
    file.write(f"""// Made by cmake/embed_reference.py from api/.
#pragma once

#include <string_view>

namespace annals::reference {{

inline constexpr std::string_view openapi = {literal(openapi)};

struct ProblemPage {{
  std::string_view name;
  std::string_view page;
}};
inline constexpr ProblemPage problems[] = {{
{entries}
}};

}}  // namespace annals::reference
""")

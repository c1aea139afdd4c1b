"""Makes api/ constants of the program: embed_reference.py API_FOLDER HEADER OPENAPI_JSON.

An operation's example is what the service answered to its x-example, kept in api/examples and checked by the tests.
The pieces in x-parts, which YAML's anchors put together, are not shown; parameters may be lists within a list.
"""
import html
import json
import pathlib
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


def flat(parameters):
    return [one for each in parameters for one in (flat(each) if isinstance(each, list) else [each])]


def assembled(openapi):
    del openapi["x-parts"]
    for operations in openapi["paths"].values():
        for part in [operations, *(each for each in operations.values() if isinstance(each, dict))]:
            if "parameters" in part:
                part["parameters"] = flat(part["parameters"])
    return openapi


def with_examples(openapi, examples):
    for operations in openapi["paths"].values():
        operation = operations.get("get")
        if operation is None:
            continue
        example = examples / f"{operation['operationId']}.json"
        if "x-example" in operation and example.exists():
            content = operation["responses"]["200"]["content"]["application/json"]
            operation["responses"] = {
                **operation["responses"],
                "200": {
                    **operation["responses"]["200"],
                    "content": {
                        **operation["responses"]["200"]["content"],
                        "application/json": {**content, "example": json.loads(example.read_text(encoding="utf-8"))},
                    },
                },
            }
    return openapi


api, header_path, json_path = (pathlib.Path(argument) for argument in sys.argv[1:])
openapi = assembled(yaml.safe_load((api / "openapi.yaml").read_text(encoding="utf-8")))
openapi = with_examples(openapi, api / "examples")
openapi = json.dumps(openapi, ensure_ascii=False, separators=(",", ":"), default=str)
json_path.write_text(openapi, encoding="utf-8")
sections = re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", (api / "problems.md").read_text(encoding="utf-8"), re.M | re.S)
entries = "\n".join(f'    {{"{name}", {literal(problem_page(name, text))}}},' for name, text in sections)
header_path.write_text(
    f"""// Made by cmake/embed_reference.py from api/.
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
""",
    encoding="utf-8",
)

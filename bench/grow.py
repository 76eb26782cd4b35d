"""Grows the orders example to a given number of API Gateway resources: the same document on every machine and day.

Whole paths are taken over and over, each round under first segments and operation ids of its own (`/orders-007`,
`createOrder007`) and with schemas of its own, so that paths, operations, templates and models grow alike. The number
of resources is met exactly; API Gateway takes 300 at most.

    python -m bench.grow 290 build/orders-290.yaml
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import yaml

ORDERS = Path(__file__).resolve().parent.parent / "specs" / "orders.yaml"
SCHEMA = "#/components/schemas/"
MOST_RESOURCES = 300


def main() -> None:
    """Writes a grown document, as JSON when the name says so."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("resources", type=int, help="how many resources, the root among them: 2 to 300")
    parser.add_argument("to", type=Path, help="the file to write: .yaml or .json")
    arguments = parser.parse_args()
    write(grow(arguments.resources), arguments.to)


def write(document: dict[str, Any], to: Path) -> None:
    """Writes a document as YAML, or as JSON when the file is called so."""
    if to.suffix == ".json":
        text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    else:
        text = yaml.dump(document, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=120)
    to.write_text(text, encoding="utf-8", newline="\n")


def grow(resources: int, *, of: Path = ORDERS) -> dict[str, Any]:
    """Returns the document with exactly that many resources, the root among them."""
    if not 2 <= resources <= MOST_RESOURCES:
        raise ValueError(f"{resources} resources; there must be 2 to {MOST_RESOURCES}")
    document: dict[str, Any] = yaml.load(of.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    originals, schemas = document["paths"], document["components"]["schemas"]
    paths: dict[str, Any] = {}
    grown_schemas: dict[str, Any] = {}
    taken = {"/"}
    copy = 0
    while len(taken) < resources:
        suffix = f"{copy:03d}" if copy else ""
        for path, item in originals.items():
            renamed = rename_path(path, suffix)
            if len(taken | prefixes(renamed)) <= resources:
                taken |= prefixes(renamed)
                paths[renamed] = rename(item, suffix)
                grown_schemas |= {name + suffix: rename(schemas[name], suffix) for name in reachable(item, schemas)}
        copy += 1
    document["paths"] = paths
    document["components"]["schemas"] = grown_schemas
    return document


def prefixes(path: str) -> set[str]:
    """Returns the resources that a path needs: itself and all above it, the root left out."""
    segments = path.strip("/").split("/")
    return {"/" + "/".join(segments[: count + 1]) for count in range(len(segments))}


def rename_path(path: str, suffix: str) -> str:
    """Gives the first segment of a path its suffix."""
    first, slash, rest = path.strip("/").partition("/")
    return f"/{first}-{suffix}{slash}{rest}" if suffix else path


def rename(node: Any, suffix: str) -> Any:
    """Copies a part of the document with operation ids and references to schemas of its own."""
    if isinstance(node, list):
        return [rename(item, suffix) for item in node]
    if not isinstance(node, dict):
        return node
    return {key: rename_value(key, value, suffix) for key, value in node.items()}


def rename_value(key: str, value: Any, suffix: str) -> Any:
    """Copies one value; those that must be unique get the suffix."""
    if key == "operationId" or (key == "$ref" and str(value).startswith(SCHEMA)):
        return f"{value}{suffix}"
    return rename(value, suffix)


def reachable(node: Any, schemas: dict[str, Any]) -> list[str]:
    """Returns the names of the schemas that a part of the document refers to, in order of first mention."""
    found: dict[str, None] = {}
    waiting = [node]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, list):
            waiting.extend(part)
        elif isinstance(part, dict):
            waiting.extend(part.values())
            name = str(part.get("$ref", "")).removeprefix(SCHEMA)
            if name in schemas and name not in found:
                found[name] = None
                waiting.append(schemas[name])
    return list(found)


if __name__ == "__main__":
    main()

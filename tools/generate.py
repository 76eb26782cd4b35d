"""Writes the files that are generated from the code: `make docs`; `--check` says which are stale.

A generator is a module with `generate() -> dict[str, str]`: paths in the repository, and texts.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GENERATORS: tuple[str, ...] = ("tools.rules_index", "tools.reference", "tools.rules_search")


def main() -> int:
    """Writes what differs, or names it under `--check`; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a file is stale")
    check = parser.parse_args().check
    sys.path.insert(0, str(ROOT))
    found = list(stale())
    for path, text in found:
        print(f"stale: {path}; run make docs" if check else f"wrote {path}")
        if not check:
            write(path, text)
    return 1 if check and found else 0


def stale() -> Iterator[tuple[str, str]]:
    """Yields the path and the right text of each generated file that differs from it."""
    for name in GENERATORS:
        for path, text in importlib.import_module(name).generate().items():
            file = ROOT / path
            if not file.is_file() or file.read_text(encoding="utf-8") != text:
                yield path, text


def write(path: str, text: str) -> None:
    """Puts one generated file into the repository."""
    file = ROOT / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())

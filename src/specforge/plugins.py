"""Rules and targets of other packages, found by their entry points.

`importlib.metadata` costs 60 ms at every start; looking for the few lines that name us costs two. Only folders that
packages are installed into are searched, never the folder of a document. The decision: docs/adr/0009.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import NamedTuple

from specforge.errors import ConfigError

INSTALLED = ("site-packages", "dist-packages")
PREFIX = b"[specforge."


class EntryPoint(NamedTuple):
    """One line of a package's entry points: a name, and the object that it stands for."""

    name: str
    module: str
    attribute: str
    package: str

    def load(self) -> object:
        """Imports the object. Raises ConfigError when that fails, for whatever reason the package has."""
        try:
            found: object = import_module(self.module)
            for part in self.attribute.split("."):
                found = getattr(found, part)
        except Exception as error:
            raise ConfigError(f"{self.name} of the package {self.package} cannot be loaded: {error}") from error
        return found


@cache
def entry_points(group: str) -> tuple[EntryPoint, ...]:
    """Returns what installed packages offer under `specforge.rules` or `specforge.targets`, by name."""
    found = [point for text, package in _texts() for section, point in _parsed(text, package) if section == group]
    return tuple(sorted(found))


@cache
def _texts() -> tuple[tuple[str, str], ...]:
    """Returns the entry points of the packages that name us; the first of several copies of a package counts."""
    found: dict[str, str] = {}
    for folder in dict.fromkeys(sys.path):
        if os.path.basename(folder) in INSTALLED:
            for package, text in _named_in(folder):
                found.setdefault(package, text)
    return tuple((text, package) for package, text in found.items())


def _named_in(folder: str) -> Iterator[tuple[str, str]]:
    try:
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        if name.endswith(".dist-info"):
            try:
                with open(os.path.join(folder, name, "entry_points.txt"), "rb") as file:
                    text = file.read()
            except OSError:
                continue
            if PREFIX in text:
                yield name.partition("-")[0], text.decode("utf-8", "replace")


def _parsed(text: str, package: str) -> Iterator[tuple[str, EntryPoint]]:
    """Yields group and entry point. Source: packaging.python.org, "Entry points specification"."""
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line.strip("[]").strip()
        elif "=" in line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            module, _, attribute = value.partition("[")[0].partition(":")
            yield section, EntryPoint(name.strip(), module.strip(), attribute.strip(), package)

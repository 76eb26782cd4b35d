"""A baseline: the findings of an old document that are known and hidden, so that only others are seen.

A finding is known by its rule, its file and its JSON pointer, never by its line. Files are named as the baseline's
folder sees them, so that it does not matter where specforge is called from.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from specforge.diagnostics import Diagnostic
from specforge.errors import ConfigError

VERSION = 1
REMOTE = "://"


class Entry(NamedTuple):
    """What a finding is known by."""

    file: str
    rule: str
    pointer: str


class Baseline:
    """The findings that are known; counts how many of them were met."""

    def __init__(self, path: str, known: Counter[Entry]) -> None:
        self.path = path
        self._known = known
        self._met: Counter[Entry] = Counter()

    def left(self, diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Returns the findings of one document that are not known: of one place and rule, those beyond the count."""
        met: Counter[Entry] = Counter()
        others: list[Diagnostic] = []
        for diagnostic in diagnostics:
            entry = _entry(diagnostic, self.path)
            if met[entry] < self._known[entry]:
                met[entry] += 1
            else:
                others.append(diagnostic)
        self._met |= met
        return tuple(others)

    def stale(self, files: Iterable[str]) -> int:
        """Returns how many known findings of these files, and of files that are gone, were not met."""
        seen = {_named(file, self.path) for file in files}
        folder = _folder(self.path)
        return sum(
            count - self._met[entry]
            for entry, count in self._known.items()
            if entry.file in seen or not (REMOTE in entry.file or os.path.exists(os.path.join(folder, entry.file)))
        )


def read_baseline(path: str) -> Baseline:
    """Reads a baseline. Raises ConfigError when the file is none, or one of another version."""
    try:
        with open(path, "rb") as file:
            read = msgspec.json.decode(file.read())
    except OSError as error:
        raise ConfigError(f"the baseline {path} cannot be read: {_reason(error)}") from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"the baseline {path} is not valid JSON; --write-baseline writes it anew") from error
    version = read.get("version") if isinstance(read, dict) else None
    if version != VERSION:
        is_now = f"is of version {version}" if isinstance(version, int) else "states no version"
        raise ConfigError(f"the baseline {path} {is_now}; it must be {VERSION}, as --write-baseline writes it")
    known = _known(read.get("findings"))
    if known is None:
        raise ConfigError(f"the baseline {path} is damaged: findings must hold files, rules, pointers and counts")
    return Baseline(path, known)


def baseline_of(results: Iterable[Sequence[Diagnostic]], path: str) -> bytes:
    """Returns the baseline that hides all findings of these documents; a file that several share counts once."""
    known: Counter[Entry] = Counter()
    for diagnostics in results:
        known |= Counter(_entry(diagnostic, path) for diagnostic in diagnostics)
    findings: dict[str, dict[str, dict[str, int]]] = {}
    for entry, count in sorted(known.items()):
        findings.setdefault(entry.file, {}).setdefault(entry.rule, {})[entry.pointer] = count
    return (json.dumps({"version": VERSION, "findings": findings}, indent=2) + "\n").encode()


def _entry(diagnostic: Diagnostic, path: str) -> Entry:
    return Entry(_named(diagnostic.span.file, path), diagnostic.rule, diagnostic.pointer)


def _named(file: str, path: str) -> str:
    if REMOTE in file:
        return file
    return os.path.relpath(os.path.realpath(file), _folder(path)).replace(os.sep, "/")


def _folder(path: str) -> str:
    return os.path.dirname(os.path.realpath(path))


def _known(findings: object) -> Counter[Entry] | None:
    known: Counter[Entry] = Counter()
    try:
        for file, rules in _pairs(findings):
            for rule, pointers in _pairs(rules):
                for pointer, count in _pairs(pointers):
                    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
                        return None
                    known[Entry(file, rule, pointer)] = count
    except TypeError:
        return None
    return known


def _pairs(table: object) -> Iterable[tuple[str, object]]:
    if not isinstance(table, dict):
        raise TypeError
    return table.items()


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()

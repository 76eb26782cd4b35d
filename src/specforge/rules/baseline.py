"""A baseline: the findings of an old document that are known and hidden, so that only others are seen.

A finding is known by its rule, its file and its JSON pointer, never by its line. Input and output are bytes: what reads
and writes the file says how it names others.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from specforge.diagnostics import Diagnostic
from specforge.errors import ConfigError

VERSION = 1

Named = Callable[[str], str]
"""Says what the baseline calls a file that findings are in."""


class Entry(NamedTuple):
    """What a finding is known by."""

    file: str
    rule: str
    pointer: str


class Baseline:
    """The findings that are known; counts how many of them were met."""

    def __init__(self, known: Counter[Entry], named: Named) -> None:
        self._known = known
        self._named = named
        self._met: Counter[Entry] = Counter()

    def left(self, diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Returns the findings of one document that are not known: of one place and rule, those beyond the count."""
        met: Counter[Entry] = Counter()
        others: list[Diagnostic] = []
        for diagnostic in diagnostics:
            entry = _entry(diagnostic, self._named)
            if met[entry] < self._known[entry]:
                met[entry] += 1
            else:
                others.append(diagnostic)
        self._met |= met
        return tuple(others)

    def gone(self, seen: Callable[[str], bool]) -> int:
        """Returns how many known findings of the files that were seen were not met."""
        return sum(count - self._met[entry] for entry, count in self._known.items() if seen(entry.file))


def parse_baseline(raw: bytes, path: str, named: Named) -> Baseline:
    """Returns the baseline of a file. Raises ConfigError when that is none, or one of another version."""
    try:
        read = msgspec.json.decode(raw)
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"the baseline {path} is not valid JSON; --write-baseline writes it anew") from error
    version = read.get("version") if isinstance(read, dict) else None
    if version != VERSION:
        is_now = f"is of version {version}" if isinstance(version, int) else "states no version"
        raise ConfigError(f"the baseline {path} {is_now}; it must be {VERSION}, as --write-baseline writes it")
    known = _known(read.get("findings"))
    if known is None:
        raise ConfigError(f"the baseline {path} is damaged: findings must hold files, rules, pointers and counts")
    return Baseline(known, named)


def baseline_of(results: Iterable[Sequence[Diagnostic]], named: Named) -> bytes:
    """Returns the baseline that hides all findings of these documents; a file that several share counts once."""
    known: Counter[Entry] = Counter()
    for diagnostics in results:
        known |= Counter(_entry(diagnostic, named) for diagnostic in diagnostics)
    findings: dict[str, dict[str, dict[str, int]]] = {}
    for entry, count in sorted(known.items()):
        findings.setdefault(entry.file, {}).setdefault(entry.rule, {})[entry.pointer] = count
    return (json.dumps({"version": VERSION, "findings": findings}, indent=2) + "\n").encode()


def _entry(diagnostic: Diagnostic, named: Named) -> Entry:
    return Entry(named(diagnostic.span.file), diagnostic.rule, diagnostic.pointer)


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

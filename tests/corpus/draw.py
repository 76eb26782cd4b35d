"""Draws findings of the corpus to be judged by hand: `python -m tests.corpus.draw` prints the same forty each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from specforge.diagnostics import Diagnostic, Severity
from tests.corpus.runs import files, findings
from tests.required import corpus

SEED = 20261124
ERRORS = 30
WARNINGS = 10
MOST_OF_ONE_RULE = 5


def draw() -> list[Diagnostic]:
    """Returns the findings, errors first, in the order in which they were drawn.

    Each finding has its own lot, so that a rule that comes or goes leaves most of the others in the draw.
    """
    found = sorted(findings(files()), key=_lot)
    return [*_some(found, Severity.ERROR, ERRORS), *_some(found, Severity.WARNING, WARNINGS)]


def place(one: Diagnostic) -> str:
    """Returns where a finding lies, from the corpus on."""
    return str(one.span).removeprefix(f"{corpus()}/")


def _lot(one: Diagnostic) -> str:
    return sha256(f"{SEED} {place(one)} {one.rule} {one.pointer}".encode()).hexdigest()


def _some(found: Iterable[Diagnostic], severity: Severity, number: int) -> list[Diagnostic]:
    taken: list[Diagnostic] = []
    by_rule: Counter[str] = Counter()
    for one in found:
        if one.severity is severity and by_rule[one.rule] < MOST_OF_ONE_RULE and len(taken) < number:
            by_rule[one.rule] += 1
            taken.append(one)
    return taken


def main() -> None:
    """Prints the rows of the table, to be judged."""
    for number, one in enumerate(draw(), 1):
        print(f"{number}. {one.severity}[{one.rule}] {place(one)}\n   {one.message}\n   {one.pointer}")


if __name__ == "__main__":
    main()

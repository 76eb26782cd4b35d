"""Draws findings of the corpus to be judged by hand: `python -m tests.corpus.draw` prints the same forty each time.

`--errors`, `--warnings` and `--seed` draw others.
"""

from __future__ import annotations

from argparse import ArgumentParser
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


def draw(errors: int = ERRORS, warnings: int = WARNINGS, *, seed: int = SEED) -> list[Diagnostic]:
    """Returns the findings, errors first, in the order in which they were drawn.

    Each finding has its own lot, so that a rule that comes or goes leaves most of the others in the draw.
    """
    found = sorted(findings(files()), key=lambda one: _lot(one, seed))
    return [*_some(found, Severity.ERROR, errors), *_some(found, Severity.WARNING, warnings)]


def place(one: Diagnostic) -> str:
    """Returns where a finding lies, from the corpus on."""
    return str(one.span).removeprefix(f"{corpus()}/")


def _lot(one: Diagnostic, seed: int) -> str:
    return sha256(f"{seed} {place(one)} {one.rule} {one.pointer}".encode()).hexdigest()


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
    parser = ArgumentParser(prog="python -m tests.corpus.draw", description="Draw findings of the corpus.")
    parser.add_argument("--errors", type=int, default=ERRORS)
    parser.add_argument("--warnings", type=int, default=WARNINGS)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    for number, one in enumerate(draw(asked.errors, asked.warnings, seed=asked.seed), 1):
        print(f"{number}. {one.severity}[{one.rule}] {place(one)}\n   {one.message}\n   {one.pointer}")


if __name__ == "__main__":
    main()

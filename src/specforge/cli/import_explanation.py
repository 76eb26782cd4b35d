"""What `specforge build --explain-import` prints: what AWS would reject, drop or read otherwise, and what was done."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from specforge.cli.format.json import place_of
from specforge.cli.results import KINDS
from specforge.cli.terminal import harmless, visible
from specforge.diagnostics import Diagnostic, Severity, Span
from specforge.importdoc import Explained, Explanation

VERSION = 1
MOST_LINES = 40
MOST_PLACES = 3
WIDTH = 44
HEADINGS = {
    "rejects": "Rejected by API Gateway",
    "drops": "Dropped by API Gateway",
    "reads otherwise": "Read otherwise by API Gateway",
    "takes": "Taken by API Gateway",
}


class Imported(NamedTuple):
    """One API: its name, its kind, how its import document came about, and the errors that nothing mends."""

    name: str
    kind: str
    explanation: Explanation
    errors: Sequence[Diagnostic]


def errors_of(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Returns the findings for which the import fails whatever is written."""
    return [one for one in diagnostics if one.severity is Severity.ERROR and one.stops is not None]


def as_json(imported: Sequence[Imported]) -> str:
    """Returns everything, with all places; ASCII only, so that no terminal is harmed by it."""
    files = [
        {
            "file": one.name,
            "kind": one.kind,
            "changes": [_data(change) for change in one.explanation.changes],
            "errors": [{"rule": error.rule, "message": error.message, **place_of(error.span)} for error in one.errors],
            "models": {"renamed": one.explanation.renamed, "named": one.explanation.named},
        }
        for one in imported
    ]
    return json.dumps({"version": VERSION, "files": files}, indent=2) + "\n"


def as_text(imported: Imported) -> str:
    """Returns the changes by what AWS would do, then by kind, then by what is changed."""
    return "".join(f"{harmless(line)}\n" for line in _lines(imported))


def _lines(imported: Imported) -> Iterator[str]:
    changes = imported.explanation.changes
    yield f"{visible(imported.name)} ({KINDS[imported.kind]}), imported as its author wrote it:"
    if not changes and not imported.errors:
        yield "  API Gateway would take all of it."
    if imported.errors:
        yield "\nRejected by API Gateway, and not mended"
    for broken, errors in groupby(sorted(imported.errors, key=lambda error: error.rule), lambda error: error.rule):
        yield from _errors(broken, list(errors))
    for verdict, judged in groupby(changes, lambda change: change.verdict):
        yield f"\n{HEADINGS[verdict]}"
        for rule, same in groupby(judged, lambda change: change.rule):
            yield from _kind(rule, list(same))


def _errors(rule: str, errors: Sequence[Diagnostic]) -> Iterator[str]:
    yield f"\n  {rule} ({len(errors)})"
    yield from (f"    {_row(error.message, [error.span])}" for error in errors[:MOST_LINES])
    yield from _rest(len(errors))


def _kind(rule: str, changes: Sequence[Explained]) -> Iterator[str]:
    first = changes[0]
    yield f"\n  {rule} ({len(changes)}): {first.why}"
    yield f"    in openapi.json: {first.done}"
    spans: dict[str, list[Span]] = {}
    for change in changes:
        spans.setdefault(change.what, []).append(change.span)
    for what, places in list(spans.items())[:MOST_LINES]:
        yield f"    {_row(what, places)}"
    yield from _rest(len(spans))


def _row(what: str, places: Sequence[Span]) -> str:
    """Returns a thing with its first places: whole at first, then what differs."""
    shown = visible(what, 100)
    times = f" ({len(places)})" if len(places) > 1 else ""
    named = [visible(str(places[0]))]
    for before, place in pairwise(places[:MOST_PLACES]):
        same = place.file == before.file
        named.append(f"{place.line}:{place.column}" if same else visible(str(place)))
    more = f" and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
    return f"{shown + times:<{WIDTH}} {', '.join(named)}{more}"


def _rest(number: int) -> Iterator[str]:
    if number > MOST_LINES:
        yield f"    … and {number - MOST_LINES} more; --format json lists all"


def _data(change: Explained) -> dict[str, object]:
    return {
        "rule": change.rule,
        "verdict": change.verdict,
        "why": change.why,
        "done": change.done,
        "what": change.what,
        **place_of(change.span),
        "pointer": change.pointer,
    }

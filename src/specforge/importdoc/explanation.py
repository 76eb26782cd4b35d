"""What an import would make of the author's own document, and what the import document says instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from specforge.diagnostics import Entry, Place, Pointer, Span
from specforge.importdoc.changes import KINDS, Change, ChangeKind, Verdict, kind_of
from specforge.importdoc.document import literal_import_document
from specforge.ir import Api, Kind

VERDICTS: tuple[Verdict, ...] = ("rejects", "drops", "reads otherwise", "takes")


class Explained(NamedTuple):
    """One change with its place; `verdict` and `why` are AWS's, `done` is what the import document has."""

    rule: str
    verdict: Verdict
    why: str
    done: str
    what: str
    span: Span
    pointer: str


class Explanation(NamedTuple):
    """All changes, what is rejected first, and the names of models: the author's, or where their schema stands."""

    changes: tuple[Explained, ...] = ()
    renamed: Mapping[str, str] = {}
    named: Mapping[str, str] = {}


def explain(api: Api) -> Explanation:
    """Returns every change that the import document of an API makes; none for an API that is imported nowhere."""
    if api.kind is Kind.PLAIN:
        return Explanation()
    document = literal_import_document(api)
    kinds = {rule: kind_of(rule, is_rest=api.kind is Kind.REST) for rule in KINDS}
    order = sorted(kinds, key=lambda rule: VERDICTS.index(kinds[rule].verdict))
    changes = [change for rule in order for change in document.changes.of(rule)]
    named = {name: origin.path() for name, origin in document.named.items()}
    return Explanation(tuple(_explained(changes, kinds)), document.renamed, named)


def _explained(changes: list[Change], kinds: Mapping[str, ChangeKind]) -> Iterable[Explained]:
    places = _places(changes)
    for rule, what, origin in changes:
        kind = kinds[rule]
        place = places[origin.entry, origin.pointer()]
        span = place.key if kind.each or kind.on_key else place.value
        yield Explained(rule, kind.verdict, kind.why, kind.done, what, span, origin.path())


def _places(changes: Iterable[Change]) -> Mapping[tuple[Entry, Pointer], Place]:
    wanted: dict[Entry, list[Pointer]] = {}
    for change in changes:
        wanted.setdefault(change.origin.entry, []).append(change.origin.pointer())
    return {
        (entry, pointer): place
        for entry, pointers in wanted.items()
        for pointer, place in entry.places.find(pointers).items()
    }

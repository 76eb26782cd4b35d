"""Makes the fixes that findings carry.

Input: a way to judge documents, with texts that stand for files. Output: the texts after all fixes. A fix is made only
if the text, read again, is sound and says something else at the edited places and nowhere else. Writes nothing.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Mapping, Sequence
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from specforge.diagnostics import Diagnostic, Edit, Fix, Origin, Replacement
from specforge.source import Source, read_text
from specforge.source.model import source_of
from specforge.spelling import find_near

if TYPE_CHECKING:
    from collections.abc import Iterable

    from specforge.source.edits import Change

MOST_PASSES = 20
REPLACE, RENAME, INSERT, REMOVE = "replace-value", "rename-key", "insert-key", "remove"

Diagnose = Callable[[Mapping[str, bytes]], Sequence[Diagnostic]]
"""Judges documents; the texts stand for files, by their paths."""


class Fixed(NamedTuple):
    """What came of fixing: the texts that changed, what they were, and how many findings were fixed."""

    texts: dict[str, bytes]
    originals: dict[str, bytes]
    answered: int


class _Candidate(NamedTuple):
    fix: Fix
    source: Source
    changes: tuple[Change, ...]


def replacing(origin: Origin, value: object, *, title: str = "") -> Fix:
    """Returns the fix that puts a value in the place of another."""
    shown = value if isinstance(value, str) else str(value)
    return Fix(title or f"write {shown}", (Edit(REPLACE, origin, value),))


def renaming(origin: Origin, key: str) -> Fix:
    """Returns the fix that gives a node another key."""
    return Fix(f"call it {key}", (Edit(RENAME, origin, key=key),))


def inserting(origin: Origin, key: str, value: object) -> Fix:
    """Returns the fix that adds a key to a mapping."""
    return Fix(f"add {key}", (Edit(INSERT, origin, value, key),))


def removing(origin: Origin) -> Fix:
    """Returns the fix that takes a node away."""
    return Fix(f"remove {origin.key}", (Edit(REMOVE, origin),))


def respelling(origin: Origin, word: str, known: Iterable[str], *, any_case: bool = False) -> Fix | None:
    """Returns the fix that writes the one known word that a misspelt one must mean, if there is one.

    Where AWS takes `any_case`, that of the document stays.
    """
    near = find_near(word, known)
    if near is not None and any_case:
        near = near.upper() if word.isupper() else near.lower() if word.islower() else near
    return replacing(origin, near) if near is not None else None


def renaming_to_near(origin: Origin, word: str, known: Iterable[str]) -> Fix | None:
    """Returns the fix that gives a node the one known key that a misspelt one must mean, if there is one."""
    near = find_near(word, known)
    return renaming(origin, near) if near is not None else None


def schema_fix(origin: Origin, options: Iterable[str], meant: str = "") -> Fix | None:
    """Returns the fix of what breaks the schema of OpenAPI: a misspelt key or word, or an empty list of required names.

    `meant` is the key that a wrong one was meant to be.
    """
    if origin.key == "required" and origin.value == []:
        return removing(origin)
    holder = origin.parent.value if origin.parent is not None else None
    if meant not in ("", origin.key) and isinstance(holder, dict) and meant not in holder:
        return renaming_to_near(origin, str(origin.key), [meant])
    return respelling(origin, origin.value, options) if isinstance(origin.value, str) else None


def replacements_of(fix: Fix) -> tuple[Replacement, ...]:
    """Returns the changes of text that a fix amounts to; none when it changes what stands elsewhere too, or no file."""
    candidate = _candidate(fix)
    if candidate is None:
        return ()
    lines = candidate.source.lines
    return tuple(Replacement(lines.span(change.start, change.end), change.text) for change in candidate.changes)


def fix_all(diagnose: Diagnose) -> Fixed:
    """Fixes what can be fixed, in passes: what overlaps, or shows only then, waits for the next one."""
    texts: dict[str, bytes] = {}
    originals: dict[str, bytes] = {}
    answered = 0
    for _ in range(MOST_PASSES):
        made = fix_once(diagnose(texts))
        if not made:
            break
        for source, text, number in made:
            place = place_of(source)
            originals.setdefault(place, source.encoded(source.text) or b"")
            texts[place] = source.encoded(text) or b""
            answered += number
    changed = {place: text for place, text in texts.items() if text != originals[place]}
    return Fixed(changed, {place: originals[place] for place in changed}, answered)


def place_of(source: Source) -> str:
    """Returns what `Files` knows a text by: its path, or its name when it is in no file."""
    return source.path or source.name


def fix_once(diagnostics: Sequence[Diagnostic]) -> list[tuple[Source, str, int]]:
    """Makes the fixes that can be made together; returns texts, what they become and how many findings that fixes."""
    by_place: dict[str, list[_Candidate]] = {}
    for diagnostic in diagnostics:
        candidate = _candidate(diagnostic.fix) if diagnostic.fix is not None else None
        if candidate is not None:
            by_place.setdefault(place_of(candidate.source), []).append(candidate)
    made = []
    for candidates in by_place.values():
        source = candidates[0].source
        chosen, alike = _compatible(candidates)
        sound = _sound(source, chosen)
        if sound:
            made.append((source, _changed(source, sound), sum(alike[one.changes] for one in sound)))
    return made


def _candidate(fix: Fix) -> _Candidate | None:
    sources = {id(source): source for edit in fix.edits if (source := source_of(edit.origin.entry)) is not None}
    if len(sources) != 1:
        return None
    (source,) = sources.values()
    if source.encoding is None or (source.path is not None and "://" in source.path):
        return None
    changes: list[Change] = []
    for edit in fix.edits:
        found = source.editor.changes(edit) if _stands_in(source, edit.origin) else None
        if found is None:
            return None
        changes += found
    return _Candidate(fix, source, tuple(changes))


def _stands_in(source: Source, origin: Origin) -> bool:
    """Tells whether a node is one of the text: what --set says takes the place of one and is in no text."""
    value: object = source.data
    for key in origin.pointer():
        if isinstance(value, dict):
            value = value.get(str(key))
        else:
            value = value[key] if isinstance(value, list) and isinstance(key, int) and key < len(value) else None
    return bool(value == origin.value)


def _compatible(candidates: Sequence[_Candidate]) -> tuple[list[_Candidate], dict[tuple[Change, ...], int]]:
    """Returns those that can be made together, and how many findings each answers: equal ones are made once."""
    chosen: list[_Candidate] = []
    alike: dict[tuple[Change, ...], int] = {}
    taken: list[Change] = []
    for candidate in candidates:
        if candidate.changes in alike:
            alike[candidate.changes] += 1
        elif not any(_collides(change, taken) for change in candidate.changes):
            chosen.append(candidate)
            alike[candidate.changes] = 1
            for change in candidate.changes:
                insort(taken, change, key=_start)
    return chosen, alike


def _start(change: Change) -> int:
    return change.start


def _collides(change: Change, taken: Sequence[Change]) -> bool:
    """Tells whether a change touches one of those, which are sorted and do not touch each other."""
    from specforge.source.edits import collide  # lazy: with the first fix

    at = bisect_left(taken, change.start, key=_start)
    before = taken[at - 1 : at] if at else ()
    after = takewhile(lambda one: one.start <= change.end, islice(taken, at, None))
    return any(collide(change, one) for one in (*before, *after))


def _sound(source: Source, candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Returns the candidates after which the text says what it must: all, or what halving leaves."""
    if not candidates or _holds(source, candidates):
        return list(candidates)
    if len(candidates) == 1:
        return []
    half = len(candidates) // 2
    first, second = _sound(source, candidates[:half]), _sound(source, candidates[half:])
    both = [*first, *second]
    return both if _holds(source, both) else first or second


def _holds(source: Source, candidates: Sequence[_Candidate]) -> bool:
    from specforge.source.edits import edited, same  # lazy: with the first fix

    encoded = source.encoded(_changed(source, candidates))
    if encoded is None:
        return False
    after = read_text(encoded, source.name, path=source.path)
    edits = [edit for one in candidates for edit in one.fix.edits]
    try:
        wanted = edited(source.data, edits)
    except (LookupError, TypeError):
        return False
    return (
        after.sound
        and after.format == source.format
        and len(after.problems) <= len(source.problems)
        and same(after.data, wanted)
    )


def _changed(source: Source, candidates: Sequence[_Candidate]) -> str:
    from specforge.source.edits import applied  # lazy: with the first fix

    return applied(source.text, [change for one in candidates for change in one.changes])

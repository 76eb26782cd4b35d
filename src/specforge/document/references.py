"""`$ref` across files: from the text of a reference to the node that it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specforge.diagnostics import Entry, Pointer, Report, Spot
from specforge.document.cursor import MAX_HOPS, Cursor
from specforge.source import Files, Problem, Source

MAX_INDEX_DIGITS = 10


class References:
    """Resolves the references of one document and remembers each file and each answer.

    `root` is the cursor that `#` means inside the document's own file: the API body, which is not
    the top of the file when the file is a SAM template.
    """

    def __init__(self, source: Source, files: Files, report: Report) -> None:
        self._files = files
        self._report = report
        self._sources: dict[Entry, Source] = {source.entry: source}
        self._roots: dict[Entry, Cursor] = {source.entry: Cursor(source.entry, source.data, self)}
        self._answers: dict[tuple[Entry, str], Cursor | None] = {}
        self._refused: set[tuple[Entry, str]] = set()

    def top(self, entry: Entry) -> Cursor:
        """Returns the cursor that `#` means in a file."""
        return self._roots[entry]

    def rebase(self, entry: Entry, root: Cursor) -> None:
        """Makes `#` mean another node of the file than its top."""
        self._roots[entry] = root

    @property
    def sources(self) -> tuple[Source, ...]:
        """Returns the files read so far, the document's own first."""
        return tuple(self._sources.values())

    @property
    def asked(self) -> tuple[str, ...]:
        """Returns the paths of all files that the run asked for, whether they could be read or not."""
        return self._files.asked

    def resolve(self, reference: str, at: Cursor) -> Cursor | None:
        """Returns the node that a reference names, seen from where it stands; None when there is none."""
        asked = (at.entry, reference)
        if asked not in self._answers:
            self._answers[asked] = None  # what asks for itself on the way gets no answer
            self._answers[asked] = self._resolve(reference, at)
        return self._answers[asked]

    def folder(self, path: str) -> Mapping[str, bytes] | None:
        """Returns the files of a folder that the document names, relative to itself; None when it cannot be read."""
        return self._files.folder(path, next(iter(self._sources.values())))

    def _resolve(self, reference: str, at: Cursor) -> Cursor | None:
        location, _, fragment = reference.partition("#")
        root = self._open(location, at) if location else self._roots[at.entry]
        if root is None:
            return None
        node = root
        for token in fragment.split("/")[1:] if fragment.startswith("/") else ():
            child = _step(node, _unquoted(token).replace("~1", "/").replace("~0", "~"))
            if child is None:
                return None
            node = child
        return node if not fragment or fragment.startswith("/") else None

    def _open(self, location: str, at: Cursor) -> Cursor | None:
        opened = self._files.open(_unquoted(location), self._sources[at.entry])
        if isinstance(opened, Problem):
            self._refuse(opened, location, at)
            return None
        if opened.entry not in self._sources:
            self._sources[opened.entry] = opened
            self._roots[opened.entry] = Cursor(opened.entry, opened.data, self)
            report_problems(opened, self._roots[opened.entry], self._report)
        return self._roots[opened.entry]

    def _refuse(self, problem: Problem, location: str, at: Cursor) -> None:
        if (at.entry, location) not in self._refused:
            self._refused.add((at.entry, location))
            self._report.add(problem.rule, at.at("$ref"), problem.message)


def report_problems(source: Source, root: Cursor, report: Report, *, parts: Sequence[Pointer] = ()) -> None:
    """Reports what reading a file found, at the places where it found it.

    `parts` are the API bodies of a template: what stands twice in the rest of it is not the API's fault.
    """
    for problem in source.problems:
        if problem.rule == "duplicate-key" and parts and not any(_is_within(problem.pointer, part) for part in parts):
            continue
        origin = root.at(*problem.pointer) if problem.span is None else Spot(source.entry, problem.span)
        report.add(problem.rule, origin, problem.message, on_key=problem.on_key)


def _is_within(pointer: Pointer, part: Pointer) -> bool:
    return pointer[: len(part)] == part


def _step(node: Cursor, token: str) -> Cursor | None:
    for _ in range(MAX_HOPS):
        index = int(token) if token.isdecimal() and len(token) < MAX_INDEX_DIGITS else -1
        child = node.item(index) if isinstance(node.value, list) else node.get(token)
        target = node.step() if child is None else None
        if target is None:
            return child
        node = target
    return None


def _unquoted(text: str) -> str:
    """Returns the text that percent signs stand for; most have none, and the library for it takes 2 ms."""
    if "%" not in text:
        return text
    from urllib.parse import unquote  # lazy: 2 ms

    return unquote(text)

"""Judges many files: one after the other, or several at a time, with the same outcomes in the same order.

A file that cannot be read is a complaint, and the others go on.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple

from specforge.cli.results import FileResult
from specforge.compiler import CompileResult, Judged, Options, file_of, judge_all
from specforge.config import find_config
from specforge.diagnostics import Diagnostic, Entry, Fix, Origin, Place, Pointer, Span
from specforge.errors import ConfigError, SourceError

ENOUGH = 300_000
"""So many bytes are enough work for several processes; a file that is nearly empty costs as much as EACH."""
EACH = 1000
MOST_AT_ONCE = 16
SECONDS_TO_END = 2


class Task(NamedTuple):
    """One file to judge; `text` stands for its content when it came by standard input."""

    name: str
    options: Options
    text: bytes | None = None


class Outcome(NamedTuple):
    """What judging one file gave: results, or the complaint why there are none; and the files that were read.

    `baseline` is the one that the configuration names.
    """

    results: tuple[FileResult, ...] = ()
    complaint: str | None = None
    other_file: bool = False
    files: tuple[str, ...] = ()
    baseline: str | None = None
    configuration: str | None = None


def judge(task: Task) -> Outcome:
    """Judges one file."""
    file = file_of(task.name)
    configuration = task.options.config or find_config(file)
    files = [file, configuration or ""]
    try:
        judged = list(judge_all(task.name, options=task.options, text=task.text))
    except SourceError as error:
        return Outcome((), str(error), error.other_file, _distinct(files))
    except ConfigError as error:
        return Outcome((), str(error), files=_distinct(files))
    for one in judged:
        if isinstance(one, Judged):
            files.extend(one.document.references.asked)
    results = tuple(map(_result, judged))
    return Outcome(results, files=_distinct(files), baseline=_baseline(judged), configuration=configuration)


def judge_many(tasks: Sequence[Task], jobs: int | None = None) -> Iterator[Outcome]:
    """Judges files in their order; `jobs` is how many at a time, by default one per processor where that pays."""
    pays = len(tasks) > 2 and sum(map(_work, tasks)) > ENOUGH  # of two, one would be judged here and one apart
    wanted = min(jobs or (processors() if pays else 1), len(tasks))
    return map(judge, tasks) if wanted <= 1 else _judge_apart(tasks, wanted)


def _work(task: Task) -> int:
    """Returns how much there is to do for a file, in bytes."""
    if task.text is not None:
        return EACH + len(task.text)
    try:
        return EACH + os.path.getsize(file_of(task.name))
    except (OSError, ValueError):
        return EACH


def processors() -> int:
    """Returns how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _judge_apart(tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    import multiprocessing  # lazy: 15 ms, for many files only
    from concurrent.futures import ProcessPoolExecutor  # lazy: with it

    # The least of the files is judged here: what it imports, a fork has already. Elsewhere a fork is not safe.
    least = min(range(len(tasks)), key=lambda number: _work(tasks[number]))
    judged_here = judge(tasks[least])
    others = [task for number, task in enumerate(tasks) if number != least]
    method = "fork" if sys.platform == "linux" else None
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context(method), _interruptible)
    at_once = max(1, min(MOST_AT_ONCE, len(others) // (4 * jobs)))
    try:
        with _uninterrupted():
            # Not `pool.map`: after an interrupt it cancels what the pool is about to fail, which prints a traceback.
            waiting = [
                pool.submit(_judge_for_another, others[start : start + at_once])
                for start in range(0, len(others), at_once)
            ]
        apart = (outcome for judged in waiting for outcome in judged.result())
        yield from islice(apart, least)
        yield judged_here
        yield from apart
    except BaseException:
        children = multiprocessing.active_children()
        for child in children:
            child.terminate()
        for child in children:
            child.join(SECONDS_TO_END)
        pool.shutdown(wait=False)
        raise
    # The process ends without a teardown, which would leave the others behind with our standard output open.
    pool.shutdown(wait=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Lets an interrupt wait until the processes have started: what Python runs around a fork would swallow it."""
    import signal  # lazy: with the pool

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    usual = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, usual)


def _interruptible() -> None:
    """Makes an interrupt end a process of the pool at once, without a traceback."""
    import signal  # lazy: with the pool

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _judge_for_another(tasks: Sequence[Task]) -> list[Outcome]:
    """Judges files and returns what can leave the process: findings without the document that they are about."""
    outcomes = map(judge, tasks)
    return [outcome._replace(results=tuple(map(_detached, outcome.results))) for outcome in outcomes]


class Excerpts:
    """The lines of a text that findings point at: all that is left of it outside of the process that read it."""

    def __init__(self) -> None:
        self._kept: dict[int, str] = {}

    def keep(self, line: int, text: Sequence[str]) -> None:
        """Keeps one line."""
        self._kept.update((line, one) for one in text)

    def find(self, pointers: Sequence[Pointer]) -> Mapping[Pointer, Place]:  # noqa: ARG002 (the protocol's signature)
        """Returns nothing: places are settled before the text is left behind."""
        return {}

    def lines(self, first: int, last: int) -> Sequence[str]:
        """Returns those of the lines that were kept."""
        return [self._kept[line] for line in range(first, last + 1) if line in self._kept]

    def within(self, pointer: Pointer, start: int, end: int) -> Span:  # noqa: ARG002 (the protocol's signature)
        """Says that this was to be asked before."""
        raise LookupError("the place of a settled finding is known")


def _detached(result: FileResult) -> FileResult:
    entries: dict[str, tuple[Entry, Excerpts]] = {}
    return result._replace(diagnostics=tuple(_alone(one, entries) for one in result.diagnostics))


def _alone(diagnostic: Diagnostic, entries: dict[str, tuple[Entry, Excerpts]]) -> Diagnostic:
    from msgspec.structs import replace  # lazy: a helper of the pool

    old, span = diagnostic.origin.entry, diagnostic.span
    if old.file not in entries:
        excerpts = Excerpts()
        entries[old.file] = Entry(old.file, excerpts), excerpts
    entry, excerpts = entries[old.file]
    excerpts.keep(span.line, old.places.lines(span.line, span.line))
    fix = None if diagnostic.fix is None else Fix(diagnostic.fix.title, ())
    return replace(diagnostic, origin=Origin(entry, None), fix=fix)


def _baseline(judged: Sequence[Judged | CompileResult]) -> str | None:
    for one in judged:
        lint = one.config.lint if isinstance(one, Judged) else None
        named = lint.string("baseline") if lint is not None else None
        if named is not None and isinstance(one, Judged):
            return os.path.join(os.path.dirname(one.config.path or ""), named)
    return None


def _result(judged: Judged | CompileResult) -> FileResult:
    if isinstance(judged, CompileResult):
        return FileResult(judged.name, None, judged.diagnostics)
    return FileResult(judged.document.name, judged.api.kind.value, judged.diagnostics)


def _distinct(files: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(file for file in files if file))

"""`--fix` and `--diff`: fixes the files before they are judged, or shows what that would change."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence

import click

from specforge.cli.judging import Task
from specforge.cli.options import wants_colour
from specforge.cli.terminal import harmless, visible
from specforge.compiler import judge_all
from specforge.diagnostics import Diagnostic
from specforge.errors import ConfigError, SourceError
from specforge.output import replace
from specforge.rules.fixes import Fixed, fix_all


def fix(tasks: Sequence[Task], complain: Callable[[str], None], *, write: bool) -> str:
    """Fixes the files of tasks, one after the other; returns a line that says how much was done.

    Without `write` it prints the changes as a unified diff. What cannot be read is left to the judging after it.
    """
    known: dict[str, bytes] = {}
    answered = files = 0
    for task in tasks:
        done = _fixed(task, known)
        try:
            for place, text in sorted(done.texts.items()):
                if write:
                    _write(place, done.originals[place], text)
                else:
                    click.echo("".join(_diff(place, done.originals[place], text)), nl=False)
        except ConfigError as error:
            complain(str(error))
            continue
        known.update(done.texts)
        answered += done.answered
        files += len(done.texts)
    return _conclusion(answered, files, write=write)


def _fixed(task: Task, known: Mapping[str, bytes]) -> Fixed:
    def diagnose(texts: Mapping[str, bytes]) -> list[Diagnostic]:
        judged = judge_all(task.name, options=task.options, text=task.text, texts={**known, **texts})
        return [diagnostic for one in judged for diagnostic in one.diagnostics]

    try:
        return fix_all(diagnose)
    except (ConfigError, SourceError):
        return Fixed({}, {}, 0)


def _write(place: str, original: bytes, text: bytes) -> None:
    try:
        with open(place, "rb") as file:
            unchanged = file.read() == original
    except OSError as error:
        raise ConfigError(f"cannot read {place} again: {error.strerror}") from error
    if not unchanged:
        raise ConfigError(f"{_shown(place)} was changed by someone else while it was fixed; it is left as it is")
    replace(place, text)


def _diff(place: str, original: bytes, text: bytes) -> Iterator[str]:
    from difflib import unified_diff  # lazy: 3 ms

    name = _shown(place)
    before, after = (_lines(one) for one in (original, text))
    for line in unified_diff(before, after, f"a/{name}", f"b/{name}"):
        shown = _coloured(_harmless(line.rstrip("\r\n"))) + line[len(line.rstrip("\r\n")) :]
        yield shown if line.endswith("\n") else f"{shown}\n\\ No newline at end of file\n"


def _lines(raw: bytes) -> list[str]:
    from specforge.source.text import decode  # lazy: with a diff

    *lines, last = decode(raw)[0].split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _harmless(line: str) -> str:
    """Returns a line without what a terminal or a CI system would obey."""
    shown = visible(line, len(line) * 10)
    return shown[:1] + harmless(shown[1:]) if os.environ.get("CI") else shown


def _coloured(line: str) -> str:
    colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
    return click.style(line, fg=colour) if colour and wants_colour() else line


def _conclusion(answered: int, files: int, *, write: bool) -> str:
    findings = f"{answered} finding{'' if answered == 1 else 's'}"
    if not write:
        return (
            f"--fix would fix {findings} in {files} file{'' if files == 1 else 's'}" if answered else "nothing to fix"
        )
    return f"fixed {findings} in {files} file{'' if files == 1 else 's'}" if answered else "nothing to fix"


def _shown(place: str) -> str:
    """Returns a path as one reads it: relative where it lies below the current folder."""
    inside = os.path.relpath(place) if os.path.isabs(place) else place
    return place if inside.startswith("..") else inside.replace(os.sep, "/")

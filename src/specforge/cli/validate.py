"""`specforge validate`: finds what is wrong in documents."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import click

from specforge.cli.format import FORMATS, load
from specforge.cli.judging import Outcome, Task, judge_many
from specforge.cli.options import configuration, read_stdin, selection, stdin_filename, wants_colour
from specforge.cli.results import FileResult, exceeds
from specforge.cli.terminal import unheard, visible
from specforge.cli.watch import watch
from specforge.compiler import Options
from specforge.diagnostics import Severity
from specforge.output import replace
from specforge.source import is_other_file

THRESHOLDS = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO, "never": None}
UNREADABLE = 2


@click.command(name="validate")
@click.argument("specs", nargs=-1, required=True, metavar="SPEC...")
@click.option("formats", "--format", multiple=True, type=click.Choice(FORMATS), help="How to print; may repeat.")
@click.option("outputs", "--output", multiple=True, metavar="FILE", help="Where to: pairs with --format; - is stdout.")
@click.option("--fail-on", type=click.Choice(tuple(THRESHOLDS)), default="error", show_default=True)
@click.option("--statistics", is_flag=True, help="Count the findings by rule.")
@click.option("--skip-other-files", is_flag=True, help="Pass over files that are no API documents.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="How many files at a time; many use all processors.")
@click.option("again", "--watch", is_flag=True, help="Check again whenever a file changes that was read.")
@selection
@configuration
@stdin_filename
def command(
    specs: tuple[str, ...],
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    fail_on: str,
    statistics: bool,
    skip_other_files: bool,
    jobs: int | None,
    again: bool,
    stdin_filename: str,
    **given: Any,
) -> int:
    """Find what is wrong in documents; - is stdin.

    Exit code 1 when a finding is at or above --fail-on, 2 when a file cannot be read.
    """
    options = Options(**given)
    if len(outputs) > max(1, len(formats)):
        raise click.UsageError(f"there are {len(outputs)} --output for {len(formats)} --format")
    if again and "-" in specs:
        raise click.UsageError("standard input cannot be watched")

    def check() -> _Run:
        run = _Run(options, stdin_filename, skip_other_files=skip_other_files, jobs=jobs)
        run.judge(specs)
        with unheard():
            _print(run.results, formats or ("text",), outputs)
            if statistics:
                _print_statistics(run.results)
            if run.skipped:
                click.echo(f"{run.skipped} other file{'s' if run.skipped > 1 else ''} skipped", err=True)
        return run

    if again:
        watch(specs, lambda: check().files)
    run = check()
    if run.failed:
        return UNREADABLE
    return 1 if exceeds(run.results, THRESHOLDS[fail_on]) else 0


class _Run:
    """Judges files; one that cannot be read is named, and the others go on."""

    def __init__(self, options: Options, stdin_filename: str, *, skip_other_files: bool, jobs: int | None) -> None:
        self._options = options
        self._stdin_filename = stdin_filename
        self._skip_other_files = skip_other_files
        self._jobs = jobs
        self._complaints: set[str] = set()
        self.failed = False
        self.skipped = 0
        self.results: list[FileResult] = []
        self.files: dict[str, None] = {}

    def judge(self, specs: tuple[str, ...]) -> None:
        wanted = [spec for spec in specs if not self._passes_over(spec)]
        outcomes = judge_many(list(map(self._task, wanted)), self._jobs)
        if len(wanted) > 1:
            outcomes = _with_progress(outcomes, len(wanted))
        for outcome in outcomes:
            self._take(outcome)

    def _passes_over(self, spec: str) -> bool:
        if not self._skip_other_files or spec == "-" or "#/" in spec or not is_other_file(spec):
            return False
        self.skipped += 1
        return True

    def _task(self, spec: str) -> Task:
        if spec == "-":
            return Task(self._stdin_filename, self._options, read_stdin())
        return Task(spec, self._options)

    def _take(self, outcome: Outcome) -> None:
        self.files.update(dict.fromkeys(outcome.files))
        self.results.extend(outcome.results)
        if outcome.other_file and self._skip_other_files:
            self.skipped += 1
        elif outcome.complaint is not None:
            self._complain(outcome.complaint)

    def _complain(self, message: str) -> None:
        self.failed = True
        if message not in self._complaints:
            self._complaints.add(message)
            click.echo(f"specforge: {visible(message)}", err=True)


def _with_progress(outcomes: Iterator[Outcome], number: int) -> Iterator[Outcome]:
    hidden = not sys.stderr.isatty() or bool(os.environ.get("CI"))
    with click.progressbar(outcomes, label="checking", length=number, file=sys.stderr, hidden=hidden) as bar:
        yield from bar


def _print(results: list[FileResult], formats: tuple[str, ...], outputs: tuple[str, ...]) -> None:
    for index, name in enumerate(formats):
        output = outputs[index] if index < len(outputs) else "-"
        text = load(name)(results, colour=output == "-" and wants_colour())
        if output == "-":
            click.echo(text, nl=False)
        else:
            replace(output, text.encode("utf-8"))


def _print_statistics(results: list[FileResult]) -> None:
    counts = Counter((str(one.severity), one.rule) for result in results for one in result.diagnostics)
    for (severity, rule), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{number:6} {severity:8} {rule}")

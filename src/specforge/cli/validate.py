"""`specforge validate`: finds what is wrong in documents."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import click

from specforge.cli.format import FORMATS, load
from specforge.cli.options import configuration, read_stdin, selection, stdin_filename, wants_colour
from specforge.cli.results import FileResult, exceeds
from specforge.cli.terminal import unheard, visible
from specforge.compiler import CompileResult, Judged, Options, judge_all
from specforge.diagnostics import Severity
from specforge.errors import ConfigError, SourceError
from specforge.output import replace

THRESHOLDS = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO, "never": None}
UNREADABLE = 2


@click.command(name="validate")
@click.argument("specs", nargs=-1, required=True, metavar="SPEC...")
@click.option("formats", "--format", multiple=True, type=click.Choice(FORMATS), help="How to print; may repeat.")
@click.option("outputs", "--output", multiple=True, metavar="FILE", help="Where to: pairs with --format; - is stdout.")
@click.option("--fail-on", type=click.Choice(tuple(THRESHOLDS)), default="error", show_default=True)
@click.option("--statistics", is_flag=True, help="Count the findings by rule.")
@click.option("--skip-other-files", is_flag=True, help="Pass over files that are no API documents.")
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
    stdin_filename: str,
    **given: Any,
) -> int:
    """Find what is wrong in documents; - is stdin.

    Exit code 1 when a finding is at or above --fail-on, 2 when a file cannot be read.
    """
    options = Options(**given)
    if len(outputs) > max(1, len(formats)):
        raise click.UsageError(f"there are {len(outputs)} --output for {len(formats)} --format")
    run = _Run(options, stdin_filename, skip_other_files=skip_other_files)
    results = list(run.judge(specs))
    with unheard():
        _print(results, formats or ("text",), outputs)
        if statistics:
            _print_statistics(results)
        if run.skipped:
            click.echo(f"{run.skipped} other file{'s' if run.skipped > 1 else ''} skipped", err=True)
    if run.failed:
        return UNREADABLE
    return 1 if exceeds(results, THRESHOLDS[fail_on]) else 0


class _Run:
    """Judges files one by one; one that cannot be read is named, and the others go on."""

    def __init__(self, options: Options, stdin_filename: str, *, skip_other_files: bool) -> None:
        self._options = options
        self._stdin_filename = stdin_filename
        self._skip_other_files = skip_other_files
        self._complaints: set[str] = set()
        self.failed = False
        self.skipped = 0

    def judge(self, specs: tuple[str, ...]) -> Iterator[FileResult]:
        if len(specs) == 1:
            yield from self._file(specs[0])
            return
        hidden = not sys.stderr.isatty() or bool(os.environ.get("CI"))
        with click.progressbar(specs, label="checking", file=sys.stderr, hidden=hidden) as bar:
            for spec in bar:
                yield from self._file(spec)

    def _file(self, spec: str) -> Iterable[FileResult]:
        text = read_stdin() if spec == "-" else None
        name = self._stdin_filename if spec == "-" else spec
        try:
            return [_result(one) for one in judge_all(name, options=self._options, text=text)]
        except SourceError as error:
            if self._skip_other_files and error.other_file:
                self.skipped += 1
            else:
                self._complain(str(error))
        except ConfigError as error:
            self._complain(str(error))
        return []

    def _complain(self, message: str) -> None:
        self.failed = True
        if message not in self._complaints:
            self._complaints.add(message)
            click.echo(f"specforge: {visible(message)}", err=True)


def _result(judged: Judged | CompileResult) -> FileResult:
    if isinstance(judged, CompileResult):
        return FileResult(judged.name, None, judged.diagnostics)
    return FileResult(judged.document.name, judged.api.kind.value, judged.diagnostics)


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

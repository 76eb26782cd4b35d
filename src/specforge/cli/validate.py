"""`specforge validate`: finds what is wrong in documents."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

import click

from specforge.cli.baselines import Baselines
from specforge.cli.format import FORMATS, load
from specforge.cli.judging import Outcome, Task, judge_many
from specforge.cli.options import FILE, configuration, read_stdin, selection, stdin_filename, wants_colour
from specforge.cli.results import FileResult, exceeds
from specforge.cli.terminal import unheard, visible
from specforge.compiler import Options, file_of
from specforge.diagnostics import Diagnostic, Severity, Span
from specforge.source import is_other_file

THRESHOLDS = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO, "never": None}
UNREADABLE = 2


@click.command(name="validate")
@click.argument("specs", nargs=-1, required=True, type=FILE, metavar="SPEC...")
@click.option(
    "formats",
    "--format",
    multiple=True,
    type=click.Choice(FORMATS),
    help="How to print; text, if not given; may repeat.",
)
@click.option(
    "outputs",
    "--output",
    multiple=True,
    type=FILE,
    metavar="FILE",
    help="Where to: the first for the first --format, and so on; - is standard output.",
)
@click.option(
    "--fail-on",
    type=click.Choice(tuple(THRESHOLDS)),
    default="error",
    show_default=True,
    help="The least severity that ends with exit code 1.",
)
@click.option("--statistics", is_flag=True, help="Count the findings by rule, below them.")
@click.option("--skip-other-files", is_flag=True, help="Pass over files that are no API documents, and count them.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="How many files at a time; by default one per processor where that is quicker.",
)
@click.option(
    "again",
    "--watch",
    is_flag=True,
    help="Check again whenever a document, a file that it refers to or its configuration changes.",
)
@click.option("--fix", "wants_fix", is_flag=True, help="Fix what has one safe answer, then check what remains.")
@click.option("--diff", "wants_diff", is_flag=True, help="Print what --fix would change, and write nothing.")
@click.option("--baseline", type=FILE, metavar="FILE", help="Hide the findings that FILE records as known.")
@click.option("--write-baseline", is_flag=True, help="Record all findings in the baseline, and hide them.")
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
    wants_fix: bool,
    wants_diff: bool,
    baseline: str | None,
    write_baseline: bool,
    stdin_filename: str,
    **given: Any,
) -> int:
    """Find what is wrong in documents; - is stdin.

    SPEC is an OpenAPI document in YAML or JSON, a SAM or CloudFormation template with all APIs in it, or one of those,
    as in template.yaml#/Resources/Orders.

    Exit code 1 when a finding is at or above --fail-on, 2 when a file cannot be read or is no API document; the others
    are checked all the same. What --fix has fixed and what the baseline hides do not count.
    """
    options = Options(**given)
    _check_outputs(specs, formats, outputs)
    _check_mode(specs, again=again, fix=wants_fix, diff=wants_diff, write_baseline=write_baseline)
    fixing = "show" if wants_diff else "write" if wants_fix else None

    def check() -> _Run:
        run = _Run(options, stdin_filename, skip_other_files=skip_other_files, jobs=jobs)
        run.judge(specs, fixing, Baselines(baseline, run.complain, write=write_baseline))
        with unheard():
            _print(run.results, formats or ("text",), outputs, quiet=wants_diff)
            if statistics and not wants_diff:
                _print_statistics(run.results, err=not _is_text_alone(formats, outputs))
            for line in run.remarks:
                click.echo(visible(line), err=True)
        return run

    if again:
        from specforge.cli.watch import watch  # lazy: for this option only

        watch(specs, lambda: check().files)
    run = check()
    if run.failed:
        return UNREADABLE
    return 1 if exceeds(run.results, THRESHOLDS[fail_on]) else 0


def _check_mode(specs: tuple[str, ...], *, again: bool, fix: bool, diff: bool, write_baseline: bool) -> None:
    if again and ("-" in specs or fix or diff or write_baseline):
        raise click.UsageError("--watch goes with files, and neither with --fix, --diff nor --write-baseline")
    if fix and "-" in specs and not diff:
        raise click.UsageError("--fix cannot write to standard input; --diff shows what it would change")


def _check_outputs(specs: tuple[str, ...], formats: tuple[str, ...], outputs: tuple[str, ...]) -> None:
    if len(outputs) > max(1, len(formats)):
        raise click.UsageError(f"there are {len(outputs)} --output for {len(formats)} --format")
    documents = {os.path.realpath(file_of(spec)) for spec in specs if spec != "-"}
    taken: set[str] = set()
    for output in outputs:
        place = os.path.realpath(output)
        if output == "-" or (os.path.exists(place) and not os.path.isfile(place)):
            continue  # a stream or a device takes everything
        if place in documents | taken:
            why = "is one of the documents" if place in documents else "is given twice"
            raise click.UsageError(f"--output {output} {why}")
        taken.add(place)


class _Run:
    """Judges files; one that cannot be read is named, and the others go on."""

    def __init__(self, options: Options, stdin_filename: str, *, skip_other_files: bool, jobs: int | None) -> None:
        self._options = options
        self._stdin_filename = stdin_filename
        self._skip_other_files = skip_other_files
        self._jobs = jobs
        self._complaints: set[str] = set()
        self._told: set[tuple[str, Span, str]] = set()
        self._skipped = 0
        self.failed = False
        self.results: list[FileResult] = []
        self.remarks: list[str] = []
        self.files: dict[str, None] = {}

    def judge(self, specs: tuple[str, ...], fixing: str | None, baselines: Baselines) -> None:
        """Fixes what is to be fixed, judges what is there then, and hides what is known."""
        tasks = [self._task(spec) for spec in dict.fromkeys(specs) if not self._passes_over(spec)]
        if fixing is not None:
            from specforge.cli.fixing import fix  # lazy: 5 ms

            self.remarks.append(fix(tasks, self.complain, write=fixing == "write"))
        outcomes = judge_many(tasks, self._jobs)
        if len(tasks) > 1:
            outcomes = _with_progress(outcomes, len(tasks))
        for outcome in outcomes:
            self._take(outcome, baselines)
        self._conclude(baselines)

    def _conclude(self, baselines: Baselines) -> None:
        if self._skipped:
            self.remarks.append(f"{self._skipped} other file{'s' if self._skipped > 1 else ''} skipped")
        whole = not (self._options.select or self._options.ignore)
        self.remarks += [*baselines.record(), *baselines.conclusion(self.files, whole=whole)]

    def _passes_over(self, spec: str) -> bool:
        if not self._skip_other_files or spec == "-" or "#/" in spec or not is_other_file(spec):
            return False
        self._skipped += 1
        return True

    def _task(self, spec: str) -> Task:
        if spec == "-":
            return Task(self._stdin_filename, self._options, read_stdin())
        return Task(spec, self._options)

    def _take(self, outcome: Outcome, baselines: Baselines) -> None:
        self.files.update(dict.fromkeys(outcome.files))
        told = [self._told_once(result, outcome.configuration) for result in outcome.results]
        self.results.extend(baselines.left(result, outcome.baseline) for result in told)
        if outcome.other_file and self._skip_other_files:
            self._skipped += 1
        elif outcome.complaint is not None:
            self.complain(outcome.complaint)

    def _told_once(self, result: FileResult, configuration: str | None) -> FileResult:
        """Returns a result without what an earlier one said of the same configuration."""
        left: list[Diagnostic] = []
        for one in result.diagnostics:
            told = (one.rule, one.span, one.message)
            if one.span.file != configuration or told not in self._told:
                left.append(one)
                self._told.add(told)
        return result._replace(diagnostics=left)

    def complain(self, message: str) -> None:
        """Says, once, what cannot be read or written."""
        self.failed = True
        if message not in self._complaints:
            self._complaints.add(message)
            click.echo(f"specforge: {visible(message)}", err=True)


def _with_progress(outcomes: Iterator[Outcome], number: int) -> Iterator[Outcome]:
    hidden = not sys.stderr.isatty() or bool(os.environ.get("CI"))
    with click.progressbar(outcomes, label="checking", length=number, file=sys.stderr, hidden=hidden) as bar:
        yield from bar


def _print(results: list[FileResult], formats: tuple[str, ...], outputs: tuple[str, ...], *, quiet: bool) -> None:
    for index, name in enumerate(formats):
        output = outputs[index] if index < len(outputs) else "-"
        text = load(name)(results, colour=output == "-" and wants_colour())
        if output != "-":
            from specforge.output import replace  # lazy: 5 ms, with pathlib

            replace(output, text.encode("utf-8"))
        elif not quiet:
            click.echo(text, nl=False)


def _is_text_alone(formats: tuple[str, ...], outputs: tuple[str, ...]) -> bool:
    """Tells whether standard output is for people, so that more lines there break nothing."""
    return all(name == "text" for name, output in zip_longest(formats, outputs, fillvalue="-") if output == "-")


def _print_statistics(results: list[FileResult], *, err: bool) -> None:
    """Prints how often each rule was met; on standard error where standard output is a report for programs."""
    counts = Counter((str(one.severity), one.rule) for result in results for one in result.diagnostics)
    for (severity, rule), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{number:6} {severity:8} {rule}", err=err)

"""`specforge vtl`: mapping templates offline, as API Gateway evaluates them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from specforge.cli.options import FILE, wants_colour
from specforge.cli.terminal import visible
from specforge.cli.vtl_results import FORMATS, Judged, shown
from specforge.errors import SourceError

if TYPE_CHECKING:
    from specforge.fixtures import Outcome, Stored


@click.group(name="vtl")
def command() -> None:
    """Run, test and check mapping templates offline, as API Gateway evaluates them."""


@command.command(name="render")
@click.argument("template", type=FILE)
@click.option("--event", "-e", type=FILE, help="What the template sees, as JSON; without it: an empty request.")
@click.option("--overrides", is_flag=True, help="Print requestOverride and responseOverride as JSON on stderr.")
def render(template: str, event: str | None, overrides: bool) -> int:
    """Print what a mapping template makes of a request.

    \b
    The event is a JSON object; all its members may be absent:
        body             the payload: a text, or JSON that is sent as it stands
        params           {"path": {...}, "querystring": {...}, "header": {...}}
        context          $context
        stageVariables   $stageVariables

    Exit code 1: the template is wrong, or fails as it would on AWS; line, column and the place are on stderr.
    """  # noqa: D301 (click's mark of lines that are not wrapped)
    from specforge.vtl.evaluate import compile_  # lazy: 30 ms
    from specforge.vtl.evaluate.event import read_event  # lazy: with the engine

    context = read_event(_read(event)) if event else None
    rendering = compile_(_read(template)).render(context)
    for problem in rendering.errors:
        click.echo(f"{visible(template)}:{problem.line}:{problem.column}: {visible(problem.message)}", err=True)
        for line in problem.excerpt.split("\n"):
            click.echo(f"  {visible(line)}", err=True)
    if rendering.errors:
        return 1
    click.echo(rendering.output, nl=False)
    if overrides:
        click.echo(rendering.overrides.to_json(), err=True)
    return 0


@command.command(name="test")
@click.argument("paths", nargs=-1, required=True, type=FILE, metavar="FOLDER...")
@click.option("--update", is_flag=True, help="Write what came out into the fixtures that fail.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
def test(paths: tuple[str, ...], form: str, *, update: bool) -> int:
    """Run the fixtures of mapping templates: files *.vtl-test.yaml or *.vtl-test.json.

    \b
    A fixture says what a template must make of a request:
        template         the file, seen from the fixture
        request          method, path, params (path, querystring, header), body
        context          $context
        stageVariables   $stageVariables
        expect           output (text, or JSON), requestOverride, responseOverride; or error

    JSON is compared as JSON, all else to the character. Exit code 1: a fixture fails or cannot be read; 2: there was
    none that could be run.
    """  # noqa: D301 (click's mark of lines that are not wrapped)
    from specforge.fixtures import find_fixtures  # lazy: 30 ms, with the engine

    results = [_tested(path, update=update) for path in find_fixtures(paths)]
    click.echo(shown(results, form), nl=False)
    states = {one.state for one in results}
    return 2 if states <= {"broken"} else 1 if states & {"broken", "failed"} else 0


@command.command(name="lint")
@click.argument("templates", nargs=-1, required=True, type=FILE, metavar="TEMPLATE...")
@click.option("--format", "form", type=click.Choice(("text", "json", "github")), default="text", show_default=True)
def lint(templates: tuple[str, ...], form: str) -> int:
    """Find what API Gateway refuses in templates, and names that it does not have.

    These are the findings template-syntax-error and unknown-template-reference of `specforge validate`, for templates
    in files of their own. Exit code 1: there is a finding.
    """
    from specforge.cli.format import load  # lazy: with the engine
    from specforge.cli.vtl_lint import judged  # lazy: 20 ms, with the parser

    results = [judged(template, _read(template)) for template in templates]
    click.echo(load(form)(results, colour=wants_colour()), nl=False)
    return int(any(result.diagnostics for result in results))


def _tested(path: str, *, update: bool) -> Judged:
    from specforge.fixtures import read_fixture, run_fixture  # lazy: with the engine

    try:
        stored = read_fixture(path)
    except SourceError as error:
        return Judged(path, "broken", message=str(error))
    outcome = run_fixture(stored)
    if outcome.passed:
        return Judged(path, "passed")
    if update:
        return _update(stored, outcome)
    line = stored.line("expect", str(outcome.differs))
    return Judged(path, "failed", line, outcome.summary, outcome.lines)


def _update(stored: Stored, outcome: Outcome) -> Judged:
    from specforge import output  # lazy: only here something is written
    from specforge.fixtures import updated  # lazy: with the engine

    data = updated(stored, outcome.actual)
    line = stored.line("expect")
    if data is None:
        return Judged(stored.path, "failed", line, "not updated: expect must be a block at the margin")
    output.replace(stored.path, data)
    return Judged(stored.path, "updated", line, "updated")


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SourceError(f"{path} is not UTF-8") from None

"""`specforge vtl`: mapping templates offline, as API Gateway evaluates them."""

from __future__ import annotations

import click

from specforge.cli.options import FILE
from specforge.cli.terminal import visible
from specforge.errors import SourceError


@click.group(name="vtl")
def command() -> None:
    """Run mapping templates offline, as API Gateway evaluates them."""


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


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SourceError(f"{path} is not UTF-8") from None

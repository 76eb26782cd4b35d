"""`specforge bundle`: one file out of many."""

from __future__ import annotations

import click

from specforge.cli.format.text import show
from specforge.cli.options import FILE, read_stdin, stderr_wants_colour, stdin_filename
from specforge.cli.terminal import unheard, visible
from specforge.compiler import open_all
from specforge.diagnostics import Report, Severity
from specforge.document.bundle import bundle
from specforge.errors import ConfigError
from specforge.output import replace
from specforge.rules.selection import Selection
from specforge.rules.settle import settle
from specforge.source.recursion import deep_stack

REFUSALS = ("file-not-readable", "reference-leaves-folder", "remote-reference-refused", "too-many-files")
"""What is said of a reference to a file: validate knows where it stands, here one line is enough."""
ENDINGS = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}


@click.command(name="bundle")
@click.argument("spec", type=FILE)
@click.option(
    "-o",
    "--output",
    type=FILE,
    metavar="FILE",
    default="-",
    help="Where to, in the format of its ending; without it, standard output.",
)
@click.option("form", "--format", type=click.Choice(("yaml", "json")), help="The format; else that of the document.")
@click.option("--dereference", is_flag=True, help="Write out every reference; only one inside of its own target stays.")
@stdin_filename
def command(spec: str, output: str, form: str | None, dereference: bool, stdin_filename: str) -> int:
    """Make one file out of many, comments kept; - is stdin.

    What other files hold is listed with the components, under its own name where that is free. Exit code 1 when a
    reference leads nowhere.
    """
    report = Report()
    text = read_stdin() if spec == "-" else None
    documents = open_all(stdin_filename if spec == "-" else spec, report, text=text)
    if len(documents) > 1:
        names = ", ".join(document.name for document in documents)
        raise ConfigError(f"{spec} holds {len(documents)} APIs; name one of {names}")
    unresolved: tuple[str, ...] = ()
    for document in documents:
        chosen = form or next((one for end, one in ENDINGS.items() if output.endswith(end)), document.source.format)
        with deep_stack(document.name):
            bundled = bundle(document, chosen, dereference=dereference)
        unresolved = bundled.unresolved
        _write(output, bundled.text)
    found = [one for one in settle(report.take(), Selection()) if one.severity is Severity.ERROR]
    with unheard():
        for diagnostic in found:
            line = f"specforge: {visible(diagnostic.message)}"
            click.echo(
                line if diagnostic.rule in REFUSALS else show(diagnostic, colour=stderr_wants_colour()), err=True
            )
        for reference in unresolved:
            click.echo(f"specforge: {visible(reference)} leads nowhere and stays", err=True)
    return 1 if found or unresolved or not documents else 0


def _write(output: str, text: str) -> None:
    if output != "-":
        replace(output, text.encode("utf-8"))
        return
    with unheard():
        click.echo(text, nl=False)

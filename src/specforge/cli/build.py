"""`specforge build`: emits everything that a document should become."""

from __future__ import annotations

import os
from typing import Any

import click

from specforge.cli.format.text import show
from specforge.cli.options import configuration, read_stdin, selection, stderr_wants_colour, stdin_filename
from specforge.cli.results import FileResult, summary
from specforge.cli.terminal import visible
from specforge.compiler import CompileResult, Options, compile_all
from specforge.output import Written, plan, write

DEFAULT_OUT = "build"


@click.command(name="build")
@click.argument("spec")
@click.option("targets", "--target", multiple=True, metavar="NAME", help="Emit only this target; may repeat.")
@click.option("--out", metavar="DIR", help="The output folder; build.out of specforge.yaml, else build.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 when the files on disk differ.")
@click.option("--allow-errors", is_flag=True, help="Emit in spite of errors.")
@click.option("--overwrite", is_flag=True, help="Also replace files that were edited by hand.")
@selection
@configuration
@stdin_filename
def command(
    spec: str,
    out: str | None,
    dry_run: bool,
    check: bool,
    overwrite: bool,
    stdin_filename: str,
    **given: Any,
) -> int:
    """Emit what a document should become; - is stdin."""
    options = Options(**given)
    text = read_stdin() if spec == "-" else None
    results = list(compile_all(stdin_filename if spec == "-" else spec, options=options, text=text))
    for result in results:
        _show(result)
    differs = False
    for result in results:
        folder = out or result.out or DEFAULT_OUT
        if len(results) > 1 and result.logical_id:
            folder = os.path.join(folder, result.logical_id)
        full = not options.targets
        differs |= _deliver(result, folder, dry=dry_run or check, overwrite=overwrite, full=full)
    failed = any(not result.ok for result in results) and not options.allow_errors
    return 1 if failed or (check and differs) else 0


def _show(result: CompileResult) -> None:
    colour = stderr_wants_colour()
    for diagnostic in result.diagnostics:
        click.echo(show(diagnostic, colour=colour), err=True)
    kind = result.api.kind.value if result.api is not None else None
    named = FileResult(result.name, kind, result.diagnostics)
    click.echo(f"{visible(result.name)}: {f'{kind} API, ' if kind else ''}{summary([named])}", err=True)
    for note in result.notes:
        click.echo(visible(note), err=True)


def _deliver(result: CompileResult, folder: str, *, dry: bool, overwrite: bool, full: bool) -> bool:
    if not result.targets:
        click.echo("nothing was written")
        return False
    targets = None if full and not result.notes else result.targets
    deliver = plan if dry else write
    done = deliver(result.files, folder, targets=targets, overwrite=overwrite)
    _summarise(done, folder, dry=dry)
    return done.differs


def _summarise(done: Written, folder: str, *, dry: bool) -> None:
    if dry:
        for word, paths in (("create", done.created), ("change", done.changed), ("remove", done.removed)):
            for path in paths:
                click.echo(f"would {word} {os.path.join(folder, path)}")
    for path in done.kept:
        click.echo(f"kept {os.path.join(folder, path)}: no target emits it, but it was edited", err=True)
    total = len(done.created) + len(done.changed) + len(done.unchanged)
    verb = "would hold" if dry else "holds"
    click.echo(
        f"{folder} {verb} {total} files: {len(done.created)} created, {len(done.changed)} changed, "
        f"{len(done.unchanged)} unchanged, {len(done.removed)} removed"
    )

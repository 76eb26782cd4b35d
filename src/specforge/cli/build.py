"""`specforge build`: emits everything that a document should become."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Any

import click

from specforge.cli.format.text import shown
from specforge.cli.import_explanation import Imported, as_json, as_text, errors_of
from specforge.cli.options import (
    FILE,
    FOLDER,
    configuration,
    read_stdin,
    selection,
    stderr_wants_colour,
    stdin_filename,
)
from specforge.cli.results import FileResult, conclusion
from specforge.cli.terminal import harmless, unheard, visible
from specforge.compiler import CompileResult, Options, compile_all
from specforge.errors import ConfigError
from specforge.output import Written

LOGICAL_ID = re.compile(r"[A-Za-z0-9]+")


def _target_names(context: click.Context, option: click.Parameter, begun: str) -> list[str]:  # noqa: ARG001 (click's)
    from specforge.targets.registry import names  # lazy: for the completion of a shell

    return [name for name in names() if name.startswith(begun)]


@click.command(name="build")
@click.argument("spec", type=FILE)
@click.option(
    "targets",
    "--target",
    multiple=True,
    metavar="NAME",
    shell_complete=_target_names,
    help="Emit only this target, one of `specforge targets`; may repeat.",
)
@click.option(
    "--out", type=FOLDER, metavar="DIR", help="The output folder; else build.out of specforge.yaml, or build."
)
@click.option(
    "--templates",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="Templates of your own, as DIR/TARGET/FILE.j2; see `specforge templates`.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 when the files on disk differ.")
@click.option(
    "explained", "--explain-import", is_flag=True, help="Say what AWS would reject, drop or change, and what was done."
)
@click.option(
    "form", "--format", type=click.Choice(["text", "json"]), default="text", help="The form of --explain-import."
)
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
    explained: bool,
    form: str,
    stdin_filename: str,
    **given: Any,
) -> int:
    """Emit what a document should become; - is stdin.

    SPEC is an OpenAPI document, or a SAM or CloudFormation template: of several APIs in it, each goes to a folder of
    its own. Without --target and build.targets of specforge.yaml, all targets that fit the kind of API are emitted.

    All files appear together or not at all. Errors that only the gateway minds stop the targets that deploy it. Exit
    code 1 when there is an error, or under --check a difference.
    """
    options = Options(**given)
    text = read_stdin() if spec == "-" else None
    results = list(compile_all(stdin_filename if spec == "-" else spec, options=options, text=text))
    folders = _folders(results, out)
    for result in results:
        with unheard():
            _show(result)
    if explained:
        with unheard():
            _explain(results, form)
    dry = dry_run or check
    placed = list(zip(results, folders, strict=True))
    planned = [result.plan(folder, overwrite=overwrite or check) for result, folder in placed]
    for (result, folder), todo in zip(placed, planned, strict=True):
        done = todo if dry or not result.targets else result.write(folder, overwrite=overwrite)
        with unheard():
            _summarise(result, done, folder, dry=dry, err=explained and form == "json")
    differs = any(todo.differs for result, todo in zip(results, planned, strict=True) if result.targets)
    failed = any(not result.ok for result in results) and not options.allow_errors
    return 1 if failed or (check and differs) else 0


def _folders(results: list[CompileResult], out: str | None) -> list[str]:
    """Returns where each API goes: one alone to the output folder, each of several to a folder of its own below."""
    if len(results) == 1:
        return [out or results[0].out]
    folders: list[str] = []
    for result in results:
        name = result.logical_id or ""
        if not LOGICAL_ID.fullmatch(name):
            raise ConfigError(f"the logical id {name!r} is not alphanumeric, so that no folder can be named after it")
        folders.append(os.path.join(out or result.out, name))
    return folders


def _show(result: CompileResult) -> None:
    colour = stderr_wants_colour()
    for block in shown(result.diagnostics, colour=colour):
        click.echo(block, err=True)
    kind = result.api.kind.value if result.api is not None else None
    for line in (*conclusion([FileResult(result.name, kind, result.diagnostics)]), *result.notes):
        _say(line, err=True)


def _explain(results: Sequence[CompileResult], form: str) -> None:
    explained = [
        Imported(result.name, result.api.kind.value, result.explain_import(), errors_of(result.diagnostics))
        for result in results
        if result.api is not None
    ]
    if form == "json":
        click.echo(as_json(explained), nl=False)
    else:
        click.echo("\n".join(map(as_text, explained)))


def _summarise(result: CompileResult, done: Written, folder: str, *, dry: bool, err: bool) -> None:
    """Says what was written; on standard error when standard output is for a program."""
    if not result.targets:
        _say("nothing was written", err=err)
        return
    if dry:
        for word, paths in (("create", done.created), ("change", done.changed), ("remove", done.removed)):
            for path in paths:
                _say(f"would {word} {os.path.join(folder, path)}", err=err)
    for path in done.kept:
        _say(f"kept {os.path.join(folder, path)}: no target emits it, but it was edited", err=True)
    total = len(done.created) + len(done.changed) + len(done.unchanged)
    verb = "would hold" if dry else "holds"
    _say(
        f"{folder} {verb} {total} file{'' if total == 1 else 's'}: {len(done.created)} created, "
        f"{len(done.changed)} changed, {len(done.unchanged)} unchanged, {len(done.removed)} removed",
        err=err,
    )


def _say(line: str, *, err: bool = False) -> None:
    """Prints a line; names in it may come from a document or its configuration."""
    click.echo(harmless(visible(line)), err=err)

"""`specforge templates`: what the targets write is filled into; to be looked at, copied and overridden."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from specforge.cli.options import FOLDER
from specforge.errors import ConfigError
from specforge.render import template_files, template_text


@click.group(name="templates")
def command() -> None:
    """Look at the templates of the targets, and copy them.

    `build --templates DIR` takes DIR/TARGET/FILE.j2 before the one of that name here. A template of your own may begin
    with {% extends "builtin/TARGET/FILE.j2" %}, or include that one. It sees one object, `view`, and prints a value
    through the filter of its position, such as py, hcl, yaml, html or md.
    """


@command.command(name="list")
def list_() -> None:
    """List all templates, by target."""
    for name in template_files():
        click.echo(name)


@command.command(name="show")
@click.argument("name")
def show(name: str) -> None:
    """Print a template."""
    click.echo(template_text(_known(name)), nl=False)


@command.command(name="copy")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--out", "-o", type=FOLDER, default="templates", show_default=True, metavar="DIR", help="Where to.")
@click.option("--overwrite", is_flag=True, help="Also replace files that are there.")
def copy(names: Sequence[str], out: str, overwrite: bool) -> None:
    """Copy templates, or all of a target, into a folder for `build --templates`."""
    from specforge.output import replace  # lazy: 5 ms, with pathlib

    chosen = dict.fromkeys(file for name in names for file in _chosen(name))
    paths = {file: os.path.join(out, *file.split("/")) for file in chosen}
    present = [path for path in paths.values() if os.path.lexists(path)]
    if present and not overwrite:
        raise ConfigError(f"{present[0]} is there already; --overwrite replaces it")
    for file, path in paths.items():
        os.makedirs(os.path.dirname(path), exist_ok=True)
        replace(path, template_text(file).encode())
        click.echo(path)


def _chosen(name: str) -> tuple[str, ...]:
    """Returns the templates of a target, or the one of that name."""
    folder = name.strip("/").replace("-", "_")
    found = tuple(file for file in template_files() if file.startswith(f"{folder}/"))
    return found or (_known(name),)


def _known(name: str) -> str:
    target, _, file = name.partition("/")
    wanted = f"{target.replace('-', '_')}/{file}"
    for spelling in (wanted, f"{wanted}.j2"):
        if spelling in template_files():
            return spelling
    from difflib import get_close_matches  # lazy: error path

    near = get_close_matches(wanted, template_files(), 1, 0.5)
    raise ConfigError(f"there is no template {name!r}" + (f"; did you mean {near[0]}?" if near else ""))

"""`specforge targets`: what `build` can emit."""

from __future__ import annotations

import click

from specforge.targets.registry import load, names


@click.command(name="targets")
def command() -> None:
    """List what build can emit.

    Each target with the kinds of API that it is for.
    """
    for name in names():
        target = load(name)
        kinds = ", ".join(kind.value for kind in target.kinds)
        named = "" if target.by_default else "; only when it is named"
        click.echo(f"{name:20} {target.summary} ({kinds}{named})")

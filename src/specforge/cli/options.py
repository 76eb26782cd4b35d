"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, TextIO, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
FILE = click.Path(readable=False)
"""A file whose name the shell completes; whether it can be read or written is found out where that is done."""
FOLDER = click.Path(file_okay=False, readable=False)


def rule_names(context: click.Context, option: click.Parameter, begun: str) -> list[str]:  # noqa: ARG001 (click's)
    """Returns the rules and families that begin like that: for the completion of a shell."""
    from specforge.rules.registry import rows  # lazy: 10 ms

    families = {row.family.replace("_", "-") for row in rows().values()}
    return sorted(name for name in {*rows(), *families} if name.startswith(begun))


def configuration(command: Command) -> Command:
    """Adds --config and --set."""
    about = "Set a value of specforge.yaml, as in api.kind=http; may repeat."
    command = click.option("settings", "--set", multiple=True, metavar="KEY=VALUE", help=about)(command)
    return click.option(
        "--config",
        type=FILE,
        metavar="FILE",
        help="The configuration; else DOCUMENT.specforge.yaml or specforge.yaml beside the document, or above it.",
    )(command)


def selection(command: Command) -> Command:
    """Adds --select, --ignore, --import-as-is and --strict."""
    command = click.option(
        "--strict", is_flag=True, help="Ask openapi-spec-validator too, which takes half a second more."
    )(command)
    command = click.option(
        "--import-as-is", is_flag=True, help="Judge the document as AWS would see it unchanged, OpenAPI 3.1 included."
    )(command)
    for name, about in (("--ignore", "Leave out a rule or a family"), ("--select", "Check only a rule or a family")):
        command = click.option(
            name,
            multiple=True,
            callback=_listed,
            metavar="RULE",
            shell_complete=rule_names,
            help=f"{about}, or several with commas; may repeat.",
        )(command)
    return command


def _listed(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001 (click's)
    return tuple(name.strip() for names in given for name in names.split(","))


def stdin_filename(command: Command) -> Command:
    """Adds --stdin-filename."""
    return click.option(
        "--stdin-filename",
        default="<stdin>",
        type=FILE,
        metavar="NAME",
        help="What the document on standard input is called; its references start there.",
    )(command)


def wants_colour() -> bool:
    """Tells whether standard output is a terminal that shows colour; NO_COLOR and CI are respected."""
    return _shows_colour(sys.stdout)


def stderr_wants_colour() -> bool:
    """Tells the same of standard error."""
    return _shows_colour(sys.stderr)


def _shows_colour(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and not os.environ.get("CI")


def read_stdin() -> bytes:
    """Returns all of standard input."""
    return sys.stdin.buffer.read()

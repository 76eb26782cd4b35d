"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, TextIO, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def configuration(command: Command) -> Command:
    """Adds --config and --set."""
    about = "Set a value of specforge.yaml, as in api.kind=http."
    command = click.option("settings", "--set", multiple=True, metavar="KEY=VALUE", help=about)(command)
    return click.option(
        "--config", metavar="FILE", help="The configuration; else <document>.specforge.yaml or specforge.yaml near it."
    )(command)


def selection(command: Command) -> Command:
    """Adds --select, --ignore, --import-as-is and --strict."""
    command = click.option("--strict", is_flag=True, help="Ask openapi-spec-validator too.")(command)
    command = click.option(
        "--import-as-is", is_flag=True, help="Judge the document as AWS would see it unchanged, OpenAPI 3.1 included."
    )(command)
    command = click.option("--ignore", multiple=True, metavar="RULE", help="Leave out a rule or a family.")(command)
    return click.option("--select", multiple=True, metavar="RULE", help="Check only these rules or families.")(command)


def stdin_filename(command: Command) -> Command:
    """Adds --stdin-filename."""
    return click.option(
        "--stdin-filename", default="<stdin>", metavar="NAME", help="What to call standard input; places references."
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

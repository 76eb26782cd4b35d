"""The command group, and what ends a run: exit codes 0, 1, 2, 3 and 130."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from specforge import __version__
from specforge.cli.libraries import import_msgspec
from specforge.cli.terminal import unheard, visible
from specforge.errors import InternalError, SpecforgeError

COMMANDS = ("build", "validate", "explain", "bundle", "init", "vtl", "templates", "targets", "schema")
INTERRUPTED = 130
BUG = 3


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Returns the command names in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        """Returns a command; None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        import_msgspec()
        command: click.Command = import_module(f"specforge.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Finds the command, or says which one was probably meant."""
        if args and args[0] not in COMMANDS:
            from difflib import get_close_matches  # lazy: error path

            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            ctx.fail(f"There is no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="specforge", message="%(prog)s %(version)s")
def cli() -> None:
    """Compiles an OpenAPI document for Amazon API Gateway.

    validate finds what API Gateway refuses, drops or misreads; build emits the import document, mapping templates,
    infrastructure, clients and documentation.

    Exit codes: 0 clean, 1 findings, 2 wrong usage or input that cannot be read, 3 a bug in specforge, 130 interrupted.
    """


def run(arguments: Sequence[str]) -> int:
    """Runs the command line; returns the exit code."""
    try:
        result: object = 0
        with unheard():
            result = cli.main(list(arguments), prog_name="specforge", standalone_mode=False)
            sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except InternalError as error:
        return _bug(error)
    except SpecforgeError as error:
        click.echo(f"specforge: {visible(str(error))}", err=True)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 (the last resort: a bug must end in one line and a report)
        return _bug(error)


def _bug(error: Exception) -> int:
    from tempfile import NamedTemporaryFile  # lazy: error path
    from traceback import format_exception  # lazy: error path

    with NamedTemporaryFile("w", encoding="utf-8", prefix="specforge-", suffix=".txt", delete=False) as report:
        report.write(f"specforge {__version__}, Python {sys.version}\n{' '.join(sys.argv)}\n\n")
        report.writelines(format_exception(error))
    click.echo(f"specforge: this is a bug in specforge: {visible(str(error))}; see {report.name}", err=True)
    return BUG

"""`python -m specforge`: the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    from specforge.cli.main import run  # lazy: click, 30 ms

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

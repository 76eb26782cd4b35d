"""`python -m specforge`: the command line."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from io import TextIOWrapper

INTERRUPTED = 130


def main() -> None:
    """Runs the command line and ends the process with its exit code.

    A run is one short process that keeps nearly all it makes: collecting cycles and tearing the interpreter down
    took a fifth of a cold start and freed nothing that anybody waited for.
    """
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a narrow encoding is no reason to fail
            stream.reconfigure(errors="backslashreplace")
    try:
        from specforge.cli.libraries import import_click  # lazy: 20 ms with click

        import_click()
        from specforge.cli.main import run  # lazy: with click

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # the reader may have gone away
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()

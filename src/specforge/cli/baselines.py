"""`--baseline` and `--write-baseline`: hides known findings from the results of a run, or records them."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from specforge.cli.results import FileResult
from specforge.errors import ConfigError

if TYPE_CHECKING:
    from specforge.rules.baseline import Baseline, Named

REMOTE = "://"


class Baselines:
    """The baselines of a run: that of the command line for all documents, else that of each one's configuration."""

    def __init__(self, given: str | None, complain: Callable[[str], None], *, write: bool) -> None:
        self._given = given
        self._complain = complain
        self._write = write
        self._read: dict[str, Baseline | None] = {}
        self._recorded: dict[str, list[FileResult]] = {}
        self._hidden = 0

    def left(self, result: FileResult, configured: str | None) -> FileResult:
        """Returns a result without its known findings; all are known when they are recorded."""
        path = self._given or configured
        if path is None and self._write:
            self._complain("--write-baseline needs --baseline FILE, or lint.baseline in specforge.yaml")
        if path is None or result.kind is None:
            return result
        if self._write:
            self._recorded.setdefault(path, []).append(result)
            return result._replace(diagnostics=())
        baseline = self._baseline(path)
        if baseline is None:
            return result
        left = baseline.left(result.diagnostics)
        self._hidden += len(result.diagnostics) - len(left)
        return result._replace(diagnostics=left)

    def record(self) -> Iterator[str]:
        """Writes what was recorded; yields a line for each file. Raises ConfigError when the disk refuses."""
        if not self._recorded:
            return
        from specforge.output import replace  # lazy: 5 ms, with pathlib
        from specforge.rules.baseline import baseline_of  # lazy: for baselines only

        for path, results in self._recorded.items():
            replace(path, baseline_of([result.diagnostics for result in results], _namer(path)))
            yield f"{findings(sum(len(result.diagnostics) for result in results))} recorded in {path}"

    def conclusion(self, files: Collection[str], *, whole: bool) -> Iterator[str]:
        """Yields what there is to say; whether known findings are gone only a run of all rules can tell."""
        if self._hidden:
            yield f"{findings(self._hidden)} hidden by the baseline"
        for path, baseline in self._read.items():
            gone = baseline.gone(_seen(path, files)) if baseline is not None and whole else 0
            if gone:
                verb = "is" if gone == 1 else "are"
                yield f"{findings(gone)} of the baseline {path} {verb} gone; --write-baseline takes them out"

    def _baseline(self, path: str) -> Baseline | None:
        if path not in self._read:
            self._read[path] = None
            try:
                self._read[path] = _read(path)
            except ConfigError as error:
                self._complain(str(error))
        return self._read[path]


def _read(path: str) -> Baseline:
    from specforge.rules.baseline import parse_baseline  # lazy: for baselines only

    try:
        with open(path, "rb") as file:
            return parse_baseline(file.read(), path, _namer(path))
    except OSError as error:
        raise ConfigError(f"the baseline {path} cannot be read: {(error.strerror or str(error)).lower()}") from error


def _namer(path: str) -> Named:
    """Returns what names files as the baseline's folder sees them, wherever specforge is called from."""
    folder = os.path.dirname(os.path.realpath(path))

    def named(file: str) -> str:
        return file if REMOTE in file else os.path.relpath(os.path.realpath(file), folder).replace(os.sep, "/")

    return named


def _seen(path: str, files: Collection[str]) -> Callable[[str], bool]:
    """Returns what tells whether a file was read in this run, or is not there any more."""
    folder = os.path.dirname(os.path.realpath(path))
    seen = set(map(_namer(path), files))
    return lambda file: file in seen or not (REMOTE in file or os.path.exists(os.path.join(folder, file)))


def findings(number: int) -> str:
    """Returns `1 finding`, `2 findings`."""
    return f"{number} finding{'' if number == 1 else 's'}"

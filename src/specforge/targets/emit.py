"""Runs the targets.

Input: a judged Api, the configuration and the findings so far. Output: the files of every target that the
findings leave possible, and a line for each that emits nothing. Must not touch the disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from specforge.config import Config
from specforge.diagnostics import Report
from specforge.ir import Api, Kind
from specforge.output import OutputFile
from specforge.targets.registry import load
from specforge.targets.registry import names as all_names
from specforge.targets.target import Target, read_options


class Emitted(msgspec.Struct, frozen=True):
    """The files, the targets they are from, and a line for each target that emits nothing, with the reason.

    `covers` are the targets whose earlier files are stale unless they were emitted again; None stands for all.
    """

    files: tuple[OutputFile, ...]
    targets: tuple[str, ...]
    notes: tuple[str, ...]
    covers: tuple[str, ...] | None


def emit(api: Api, config: Config, report: Report, names: Sequence[str] = (), *, force: bool = False) -> Emitted:
    """Emits the named targets; without names those of the configuration, else all that fit the kind of API.

    `force` emits in spite of errors. Raises ConfigError for a name that is no target.
    """
    asked = tuple(names) or config.targets
    chosen = tuple(names) or (tuple(name for name in asked if name in all_names()) if asked else all_names())
    files: list[OutputFile] = []
    built: list[str] = []
    notes: list[str] = []
    stopped: list[str] = []
    for target in map(load, chosen):
        if not asked and not target.by_default:
            stopped.append(target.name)
            continue
        obstacle = find_obstacle(target, api, report, force=force)
        if obstacle is None:
            files.extend(_files(target, api, config, report))
            built.append(target.name)
            continue
        fits = api.kind in target.kinds
        if fits:
            stopped.append(target.name)
        if fits or asked:
            notes.append(f"{target.name}: {obstacle}")
    if not asked and api.kind is Kind.PLAIN:
        notes.append("gateway targets emit nothing: the document has no x-amazon-apigateway-* and no api.kind is set")
    return Emitted(tuple(files), tuple(built), tuple(notes), _covers(tuple(names), built, stopped))


def _covers(names: Sequence[str], built: Sequence[str], stopped: Sequence[str]) -> tuple[str, ...] | None:
    if names:
        return tuple(built)
    return tuple(name for name in all_names() if name not in stopped) if stopped else None


def find_obstacle(target: Target[Any], api: Api, report: Report, *, force: bool) -> str | None:
    """Returns why a target emits nothing for this API; None when nothing is in its way."""
    if api.kind not in target.kinds:
        return f"emits nothing for a {api.kind} document"
    stopping = [
        diagnostic
        for diagnostic in report.settled
        if diagnostic.stops == "everything" or (diagnostic.stops == "gateway" and target.gateway)
    ]
    if not stopping or force:
        return None
    count = len(stopping)
    return f"stopped by {count} error{'s' if count > 1 else ''}"


def _files(target: Target[Any], api: Api, config: Config, report: Report) -> Iterator[OutputFile]:
    checked = Report()  # `check_settings` has reported them
    options = read_options(target.options, config.options(target.name), checked, **config.common(target.name))
    for file in target.emit(api, options, report):
        yield msgspec.structs.replace(file, target=target.name)

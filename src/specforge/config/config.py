"""specforge.yaml: what to build from a document, and how it is judged and deployed.

Input: a file and `--set` options. Output: a `Config` whose parts stay cursors, so that what reads them can say
where they stand. Judges only keys and types; what the values mean is for those who read them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

import msgspec

from specforge.diagnostics import Report
from specforge.document import Cursor, References
from specforge.document.references import report_problems
from specforge.errors import ConfigError
from specforge.source import Data, Files, Problem, Source
from specforge.source.model import Reading
from specforge.source.text import Lines

NAME = "specforge.yaml"
DEFAULT_OUT = "build"
CLIENT = "-client"


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of specforge.yaml, with `--set` applied.

    `targets` is empty when the configuration names none: then all that fit the kind are built. `path` is the file,
    None when there is none.
    """

    root: Cursor
    path: str | None = None
    spec: str | None = None
    kind: str | None = None
    name: str | None = None
    out: str = DEFAULT_OUT
    targets: tuple[str, ...] = ()
    clients: Cursor | None = None
    lint: Cursor | None = None
    cors: Cursor | None = None
    deploy: Cursor | None = None

    def options(self, name: str) -> Cursor | None:
        """Returns `build.<name>`: the options of one target."""
        build = self.root.mapping("build")
        return None if build is None else build.mapping(name)

    def common(self, name: str) -> dict[str, Data]:
        """Returns what `build.clients` says to a target that writes a client; ill-typed values are left out."""
        if self.clients is None or not name.endswith(CLIENT):
            return {}
        from specforge.config.keys import ROOT  # lazy: 2 ms, for configurations only
        from specforge.config.shape import fits  # lazy: with it

        fields = ROOT.fields["build"].fields["clients"].fields
        return {key: child.value for key, child in self.clients.items() if key in fields and fits(child, fields[key])}

    def named_targets(self) -> tuple[str, ...]:
        """Returns the keys under `build` that are options of targets, known or not."""
        from specforge.config.keys import ROOT  # lazy: 2 ms, for configurations only

        build = self.root.mapping("build")
        known = ROOT.fields["build"].fields
        return tuple(key for key in build.value if key not in known) if build is not None else ()


def find_config(spec: str) -> str | None:
    """Returns the configuration of a document: `<stem>.specforge.yaml` or specforge.yaml beside it, else above it.

    The search ends at the root of the repository, the folder with `.git`, or of the file system.
    """
    folder, file = os.path.split(spec)
    stem = file.rpartition(".")[0] or file
    for name in (f"{stem}.{NAME}", NAME):
        if os.path.isfile(os.path.join(folder, name)):
            return os.path.join(folder, name)
    place = os.path.abspath(folder or ".")
    while not os.path.exists(os.path.join(place, ".git")) and os.path.dirname(place) != place:
        place = os.path.dirname(place)
        found = os.path.join(place, NAME)
        if os.path.isfile(found):
            return found if os.path.isabs(spec) else os.path.relpath(found)
    return None


def read_config(path: str | None, settings: Sequence[str], files: Files, report: Report) -> Config:
    """Reads a configuration; reports unknown keys and ill-typed values, which count as not given.

    Raises ConfigError when the file cannot be read at all or a setting is no `key=value`.
    """
    if path is None and not settings:
        source = _read(None, files)
        return Config(root=References(source, files, report).top(source.entry))
    from specforge.config.keys import ROOT  # lazy: 2 ms, for configurations only
    from specforge.config.settings import overlaid  # lazy: with it
    from specforge.config.shape import check_shape  # lazy: with it

    source = _read(path, files)
    references = References(source, files, report)
    report_problems(source, references.top(source.entry), report)
    data = source.data if isinstance(source.data, dict) else {}
    root = overlaid(source, data, settings, references)
    if source.data is not None and not isinstance(source.data, dict):
        report.add("invalid-configuration", root, "the configuration is no mapping; it must have keys such as build")
    check_shape(root, ROOT, report)
    return _config(root, path, kinds=ROOT.fields["api"].fields["kind"].choices)


def json_schema() -> dict[str, Data]:
    """Returns the JSON Schema of specforge.yaml, without the options of targets."""
    from specforge.config.keys import ROOT  # lazy: 2 ms, for configurations only
    from specforge.config.shape import shape_schema  # lazy: with it

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": NAME,
        **shape_schema(ROOT),
    }


def default_config(files: Files, report: Report) -> Config:
    """Returns the configuration of a run that has none."""
    return read_config(None, (), files, report)


def _read(path: str | None, files: Files) -> Source:
    if path is None:
        return Source(NAME, Lines(NAME, "{}"), Reading({}))  # no reader is loaded for nothing
    opened = files.open(path)
    if isinstance(opened, Problem):
        raise ConfigError(opened.message)
    return opened


def _config(root: Cursor, path: str | None, *, kinds: Sequence[str]) -> Config:
    api, build = root.mapping("api"), root.mapping("build")
    targets = build.sequence("targets") if build is not None else None
    kind = api.string("kind") if api is not None else None
    return Config(
        root=root,
        path=path,
        spec=root.string("spec"),
        kind=kind if kind in kinds else None,
        name=api.string("name") if api is not None else None,
        out=(build.string("out") if build is not None else None) or DEFAULT_OUT,
        targets=tuple(name for name in targets.value if isinstance(name, str)) if targets is not None else (),
        clients=build.mapping("clients") if build is not None else None,
        lint=root.mapping("lint"),
        cors=root.mapping("cors"),
        deploy=root.mapping("deploy"),
    )

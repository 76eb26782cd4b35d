"""Documents written in tests, judged by the whole compiler up to its findings."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from specforge.compiler import Judged, Options, judge_all
from specforge.diagnostics import Diagnostic

HEAD = "openapi: 3.0.1\ninfo: {title: t, version: '1'}\n"


def put(folder: Path, **texts: str) -> str:
    """Writes files, `a__b` standing for a/b.yaml, and returns the path of the first."""
    paths = [folder.joinpath(*name.split("__")).with_suffix(".yaml") for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return str(paths[0])


def judge(folder: Path, body: str, *, select: tuple[str, ...] = (), config: str | None = None, **more: str) -> Judged:
    """Returns the only API of `api.yaml`, whose header is given, among other files."""
    if config is not None:
        (folder / "specforge.yaml").write_text(dedent(config))
    spec = put(folder, api=HEAD + dedent(body), **more)
    (judged,) = judge_all(spec, options=Options(select=select))
    assert isinstance(judged, Judged)
    return judged


def found(folder: Path, body: str, *select: str, config: str | None = None, **more: str) -> list[Diagnostic]:
    """Returns what the selected rules find."""
    return list(judge(folder, body, select=select, config=config, **more).diagnostics)

"""`docs`: what a caller of the API must know, as one HTML page, as Markdown and as llms.txt."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from typing import Literal

import msgspec

from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.output import OutputFile, output_file
from specforge.render import render, resource
from specforge.targets.docs.view import Page, View, view_of
from specforge.targets.target import Target

_ARN = re.compile(r"arn:aws[^\s<>\"'`|,;)&]*")
_FENCE = re.compile(r"\s*(`{3,})")
HIDDEN_ARN = "arn:aws:…"


class Options(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The options under `build.docs`; the public edition says nothing of the infrastructure."""

    title: str | None = None
    edition: Literal["public", "internal"] = "public"


def emit(api: Api, options: Options, report: Report) -> Iterator[OutputFile]:
    """Yields the documentation of an API; reports what it leaves out."""
    internal = options.edition == "internal"
    if api.webhooks:
        place = api.origin.at("webhooks")
        report.add("webhook-not-in-docs", place, "the documentation leaves webhooks out", on_key=True)
    view = view_of(api, title=options.title, internal=internal, report=report)
    hidden = False
    for path, text in _texts(view, report.templates):
        public = text if internal else _ARN.sub(HIDDEN_ARN, text)
        hidden = hidden or public != text
        yield output_file(f"docs/{path}", public)
    if hidden:
        report.add("arn-in-public-text", api.origin, "the public documentation shows ARNs of its texts as arn:aws:…")


def _texts(view: View, templates: str | None) -> Iterator[tuple[str, str]]:
    style, script = resource("docs", "page.css"), resource("docs", "page.js")
    page = Page(view=view, style=style, script=script, style_hash=_hash(style), script_hash=_hash(script))
    yield "index.html", render("docs", "index.html.j2", page, overrides=templates)
    yield "index.md", _tidy(render("docs", "index.md.j2", view, overrides=templates))
    for group in view.groups:
        yield group.file, _tidy(render("docs", "tag.md.j2", group, overrides=templates))
    yield "schemas.md", _tidy(render("docs", "schemas.md.j2", view, overrides=templates))
    yield "llms.txt", _tidy(render("docs", "llms.txt.j2", view, overrides=templates))


def _hash(text: str) -> str:
    """Returns what a Content-Security-Policy calls an inline script or style by."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _tidy(text: str) -> str:
    """Returns Markdown with at most one empty line in a row, but for code blocks."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark is not None and (not fence or line.strip() == fence):
            fence = "" if fence else mark[1]
        if line.strip() or fence or (lines and lines[-1]):
            lines.append(line if fence else line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"


TARGET = Target(name="docs", summary="documentation: one HTML page, Markdown, llms.txt", options=Options, emit=emit)

"""Which of a body's media types a client uses, and what kind of data it is."""

from __future__ import annotations

from collections.abc import Iterable

from specforge.ir import Content

KINDS = ("json", "form", "multipart", "text", "binary")
EVENTS = "text/event-stream"
JSON_LINES = frozenset(
    f"application/{name}"
    for name in ("jsonl", "x-jsonl", "x-ndjson", "ndjson", "json-seq", "jsonlines", "x-jsonlines", "stream+json")
)


def media_kind(media_type: str) -> str:
    """Returns json, form, multipart, text or binary.

    >>> [media_kind(name) for name in ("application/problem+json", "*/*", "text/csv", "application/pdf")]
    ['json', 'json', 'text', 'binary']
    """
    bare = media_type.partition(";")[0].strip().lower()
    if bare in JSON_LINES:
        return "text"
    if bare in ("application/json", "text/json", "*/*", "application/*") or bare.endswith("+json"):
        return "json"
    if bare == "application/x-www-form-urlencoded":
        return "form"
    if bare.startswith("multipart/"):
        return "multipart"
    textual = bare.startswith("text/") or bare.endswith(("/xml", "+xml", "/x-ndjson", "/yaml", "/javascript"))
    return "text" if textual else "binary"


def stream_kind(media_type: str) -> str | None:
    """Returns how a body comes piece by piece: events or lines; None when it is one value.

    >>> [stream_kind(name) for name in ("text/event-stream; charset=utf-8", "application/x-ndjson", "text/csv")]
    ['events', 'lines', None]
    """
    bare = media_type.partition(";")[0].strip().lower()
    if bare == EVENTS:
        return "events"
    return "lines" if bare in JSON_LINES else None


def choose_content(contents: Iterable[Content]) -> Content | None:
    """Returns the content that a client uses: JSON before forms, forms before the rest, else the first."""
    ranked = sorted(contents, key=lambda content: KINDS.index(media_kind(content.media_type)))
    return ranked[0] if ranked else None


def concrete_media_type(media_type: str) -> str:
    """Returns a media type that can stand in a Content-Type header: a range becomes JSON."""
    return "application/json" if "*" in media_type else media_type

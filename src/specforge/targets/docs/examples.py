"""Example bodies as text: those of the document, else one that is made from the schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import msgspec

from specforge.clients.bodies import media_kind
from specforge.clients.sampling import Schemas, sample
from specforge.ir import Content, Data
from specforge.targets.docs.markdown import fenced
from specforge.targets.docs.prose import clean

LONG = 3_000
MOST_LINES = 60


class BodyExample(msgspec.Struct, frozen=True, kw_only=True):
    """An example: its `title` as the document has it, the language of the text, the text."""

    title: str
    language: str
    text: str

    @property
    def md(self) -> str:
        """Returns the text as a code block of Markdown."""
        return fenced(self.text, self.language)


def examples_of(content: Content, schemas: Schemas, *, sampled: bool) -> tuple[BodyExample, ...]:
    """Returns the examples that a document gives; without any, one that is made up when `sampled`."""
    given = tuple(_given(content))
    if given or not sampled or content.lazy_schema is None:
        return given
    kind = media_kind(content.media_type)
    value = sample_within(content, schemas)
    if kind == "json":
        return (_example("Example", _shortened(as_json(value)), kind),)
    if kind == "form" and isinstance(value, dict):
        return (_example("Example", as_form(value), kind),)
    return ()


def sample_within(content: Content, schemas: Schemas) -> Data:
    """Returns a made-up body; a large one has only what is required."""
    value = sample(content.schema, schemas)
    return value if len(as_json(value)) <= LONG else sample(content.schema, schemas, optional=False)


def as_json(value: Data) -> str:
    """Returns a value as indented JSON."""
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    except (UnicodeEncodeError, OverflowError, RecursionError):
        return json.dumps(value, indent=2, ensure_ascii=False)


def as_form(value: dict[str, Data]) -> str:
    """Returns a form's fields as they stand in a body."""
    return urlencode([(name, as_word(each)) for name, each in value.items()], quote_via=quote)


def as_word(value: Data) -> str:
    """Returns a value as it stands in a URL, a header or a form."""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)


def _given(content: Content) -> Iterator[BodyExample]:
    kind = media_kind(content.media_type)
    for example in content.examples:
        if example.external is not None:
            continue
        value = example.value
        if isinstance(value, str) and (kind != "json" or value.lstrip()[:1] in ("{", "[")):
            text = value
        elif kind == "form" and isinstance(value, dict):
            text = as_form(value)
        else:
            text = as_json(value)
        name = "Example" if example.name in ("", "example") else example.name
        yield _example(example.summary or name, _shortened(text), kind)


def _example(title: str, text: str, kind: str) -> BodyExample:
    return BodyExample(title=title, language="json" if kind == "json" else "", text=clean(text))


def _shortened(text: str) -> str:
    lines = text.split("\n")
    return text if len(lines) <= MOST_LINES else "\n".join([*lines[:MOST_LINES], "…"])

"""Media types with their schemas and examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from specforge.document import Cursor
from specforge.ir import Content, Data, Example
from specforge.lower.alternatives import find_branch
from specforge.lower.schema_table import SchemaTable
from specforge.lower.texts import string_in

SINGLE = "example"


def lower_contents(holder: Cursor, schemas: SchemaTable) -> tuple[Content, ...]:
    """Returns what `content` of a body, a response or a parameter holds."""
    raw = holder.value.get("content")
    if not isinstance(raw, dict) or not raw:
        return ()
    found = holder.get("content")
    found = find_branch(found, dict) if found is not None else None
    return tuple(_content(name, entry, schemas) for name, entry in found.items()) if found is not None else ()


def _content(media_type: str, entry: Cursor, schemas: SchemaTable) -> Content:
    if not isinstance(entry.value, dict):
        return Content(media_type=media_type, origin=entry)
    if "$ref" in entry.value:
        entry = entry.follow()
    raw = entry.value if isinstance(entry.value, dict) else {}
    encoding = raw.get("encoding")
    return Content(
        media_type=media_type,
        lazy_schema=schemas.lazy(entry, "schema"),
        examples=lower_examples(entry) if "example" in raw or "examples" in raw else (),
        encoding=encoding if isinstance(encoding, dict) else {},
        origin=entry,
    )


def swagger_contents(
    media_types: Iterable[str], cursor: Cursor, schemas: SchemaTable, examples: Mapping[str, Data]
) -> tuple[Content, ...]:
    """Returns the schema of an OpenAPI 2.0 body or response, once for each media type."""
    lazy = schemas.lazy(cursor, "schema")
    return tuple(
        Content(
            media_type=media_type,
            lazy_schema=lazy,
            examples=(Example(name=SINGLE, value=examples[media_type]),) if media_type in examples else (),
            origin=cursor,
        )
        for media_type in media_types
    )


def lower_examples(cursor: Cursor) -> tuple[Example, ...]:
    """Returns `example` and `examples` of a parameter or a media type."""
    raw = cursor.value
    single = (Example(name=SINGLE, value=raw["example"]),) if "example" in raw else ()
    named = cursor.get("examples")
    if named is None or not isinstance(named.value, dict):
        return single
    return (*single, *(_example(name, entry) for name, entry in named.items()))


def _example(name: str, entry: Cursor) -> Example:
    raw = entry.follow().value
    if not isinstance(raw, dict):
        return Example(name=name, value=raw)
    return Example(
        name=name,
        value=raw.get("value"),
        summary=string_in(raw, "summary"),
        external=string_in(raw, "externalValue"),
    )

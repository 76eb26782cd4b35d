"""Bodies of requests and answers: per media type a schema and examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from specforge.clients.statuses import phrase_of
from specforge.ir import Array, Body, Content, Header, Named, Response, Schema
from specforge.targets.docs.examples import BodyExample, examples_of
from specforge.targets.docs.prose import Prose, Words
from specforge.targets.docs.shapes import Field, Shape, Shapes


class ContentView(msgspec.Struct, frozen=True, kw_only=True):
    """A body in one media type."""

    media_type: str
    shape: Shape | None
    examples: tuple[BodyExample, ...]


class BodyView(msgspec.Struct, frozen=True, kw_only=True):
    """A request body."""

    required: bool
    words: Words
    contents: tuple[ContentView, ...]

    @property
    def alternatives(self) -> tuple[ContentView, ...]:
        """Returns the contents with more examples than the one that the sample of the call shows."""
        return tuple(content for content in self.contents if len(content.examples) > 1)


class ResponseView(msgspec.Struct, frozen=True, kw_only=True):
    """An answer: `status` as the document has it, `phrase` what HTTP calls it."""

    status: str
    phrase: str
    words: Words
    headers: tuple[Field, ...]
    contents: tuple[ContentView, ...]


class Bodies:
    """Makes views of bodies; with `inlined` the properties of a shared schema stand where it is used, too."""

    def __init__(self, shapes: Shapes, schemas: Mapping[str, Schema], prose: Prose, *, inlined: bool) -> None:
        self._shapes = shapes
        self._schemas = schemas
        self._prose = prose
        self._inlined = inlined

    def request(self, body: Body) -> BodyView:
        """Returns the view of a request body."""
        words = self._prose.words(body.description)
        return BodyView(required=body.required, words=words, contents=self._contents(body.content, sampled=True))

    def response(self, response: Response) -> ResponseView:
        """Returns the view of an answer; a made-up example is for success only."""
        return ResponseView(
            status=response.status,
            phrase=phrase_of(response.status),
            words=self._prose.words(response.description),
            headers=tuple(map(self._header, response.headers)),
            contents=self._contents(response.content, sampled=response.status[:1] == "2"),
        )

    def _header(self, header: Header) -> Field:
        described = self._prose.words(header.description)
        flags = ("deprecated",) if header.deprecated else ()
        return Field(
            name=header.name, required=False, flags=flags, shape=self._shapes.described(header.schema, described)
        )

    def _contents(self, contents: Iterable[Content], *, sampled: bool) -> tuple[ContentView, ...]:
        return tuple(
            ContentView(
                media_type=content.media_type,
                shape=self._shape(content.schema) if content.schema is not None else None,
                examples=examples_of(content, self._schemas, sampled=sampled),
            )
            for content in contents
        )

    def _shape(self, schema: Schema) -> Shape:
        shape = self._shapes.of(schema)
        name = shared_name(schema)
        if name is None or not self._inlined or name not in self._schemas:
            return shape
        target = self._shapes.of_named(name)
        return msgspec.structs.replace(
            shape,
            fields=target.fields,
            choice_label=target.choice_label,
            choices=target.choices,
            facts=shape.facts or target.facts,
        )


def shared_name(schema: Schema) -> str | None:
    """Returns the name of the shared schema that a body is, or is an array of."""
    while isinstance(schema, Array) and not schema.prefix_items:
        schema = schema.items
    return schema.name if isinstance(schema, Named) else None

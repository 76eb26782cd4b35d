from __future__ import annotations

import pytest

from specforge.ir import Api
from specforge.targets.docs.bodies import Bodies, ResponseView
from specforge.targets.docs.prose import Prose
from tests.lower.documents import api_of
from tests.targets.docs.pages import shapes_of

DOCUMENT = """
paths:
  /a:
    get:
      responses:
        "200":
          description: All *of* them.
          headers: {X-Next: {description: Where to go on., schema: {type: string}}}
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
        4XX: {description: No., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
"""


def responses(api: Api, *, inlined: bool) -> list[ResponseView]:
    bodies = Bodies(shapes_of(api), api.schemas, Prose(), inlined=inlined)
    return [bodies.response(each) for each in api.operations[0].responses]


@pytest.mark.parametrize(("inlined", "fields"), [(True, ["name"]), (False, [])])
def test_a_shared_schema_is_shown_in_place_when_the_page_stays_small(inlined: bool, fields: list[str]) -> None:
    (ok, _) = responses(api_of(DOCUMENT), inlined=inlined)
    (content,) = ok.contents

    assert content.shape is not None
    assert [field.name for field in content.shape.fields] == fields
    assert [piece.text for piece in content.shape.type] == ["array of ", "Pet"]


def test_only_success_gets_an_example_that_is_made_up() -> None:
    (ok, failed) = responses(api_of(DOCUMENT), inlined=True)

    assert [len(view.contents[0].examples) for view in (ok, failed)] == [1, 0]


def test_a_header_is_described() -> None:
    (ok, _) = responses(api_of(DOCUMENT), inlined=True)

    assert [(header.name, header.shape.words.source) for header in ok.headers] == [("X-Next", "Where to go on.")]

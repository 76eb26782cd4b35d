from __future__ import annotations

from specforge.ir import Content, Lazy
from specforge.targets.docs.examples import MOST_LINES, as_form, as_json, examples_of, sample_within
from tests.lower.documents import api_of, operation_of


def content(body: str) -> Content:
    operation = operation_of(f"requestBody: {{content: {body}}}")
    assert operation.body is not None
    return operation.body.content[0]


def texts(body: str, *, sampled: bool = True) -> list[tuple[str, str]]:
    return [(each.title, each.text) for each in examples_of(content(body), {}, sampled=sampled)]


def test_the_examples_of_the_document_come_first() -> None:
    body = "{application/json: {schema: {type: object}, examples: {a: {summary: An a, value: {x: 1}}, b: {value: 2}}}}"

    assert texts(body) == [("An a", '{\n  "x": 1\n}'), ("b", "2")]


def test_without_examples_one_is_made_up() -> None:
    body = "{application/json: {schema: {type: object, properties: {a: {type: boolean}}}}}"

    assert texts(body) == [("Example", '{\n  "a": true\n}')]
    assert texts(body, sampled=False) == []


def test_a_json_text_as_example_is_shown_as_it_is() -> None:
    assert texts("{application/json: {example: '{\"a\": 1}'}}") == [("Example", '{"a": 1}')]


def test_schemas_that_all_use_each_other_have_an_end() -> None:
    names = [f"S{number}" for number in range(30)]
    parts = ", ".join(f"{{$ref: '#/components/schemas/{name}'}}" for name in names)
    api = api_of(f"components: {{schemas: {{{', '.join(f'{name}: {{allOf: [{parts}]}}' for name in names)}}}}}")
    body = Content(media_type="application/json", lazy_schema=Lazy.of(api.schemas["S0"]), origin=api.origin)

    assert len(as_json(sample_within(body, api.schemas))) < 100_000


def test_a_form_is_shown_as_it_is_sent() -> None:
    assert as_form({"a": "x y", "b": [1], "c": True}) == "a=x%20y&b=%5B1%5D&c=true"


def test_a_long_example_is_cut() -> None:
    listed = ", ".join(map(str, range(500)))

    assert texts(f"{{application/json: {{example: [{listed}]}}}}")[0][1].count("\n") == MOST_LINES


def test_nothing_is_made_up_for_xml() -> None:
    assert texts("{application/xml: {schema: {type: object}}}") == []


def test_what_no_encoder_takes_is_written_all_the_same() -> None:
    assert as_json({"a": 2**80}) == '{\n  "a": 1208925819614629174706176\n}'

from __future__ import annotations

from specforge.clients.python.calls import describe_calls
from specforge.clients.python.samples import Sampler
from specforge.diagnostics import Report
from tests.lower.documents import api_of

DOCUMENT = """
    paths:
      /orders/{id}:
        put:
          tags: [orders]
          operationId: replace
          parameters: [{name: dryRun, in: query, required: true, schema: {type: boolean}}]
          requestBody:
            required: true
            content:
              application/json:
                example:
                  {placedAt: '2026-01-31T12:00:00Z', status: paid, payment: {method: card, token: t}, tags: {a: 1}}
                schema: {$ref: '#/components/schemas/Order'}
          responses: {'204': {}}
    components:
      schemas:
        Order:
          required: [placedAt, status, payment, tags]
          properties:
            placedAt: {type: string, format: date-time}
            status: {type: string, enum: [placed, paid]}
            payment: {oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Invoice'}]}
            tags: {type: object, additionalProperties: {type: integer}}
        Card: {required: [method, token], properties: {method: {type: string, enum: [card]}, token: {type: string}}}
        Invoice: {required: [email], properties: {email: {type: string}}}
"""


def test_a_sample_builds_models_from_the_example_of_the_document() -> None:
    api = api_of(DOCUMENT)
    python = describe_calls(api, Report())
    sampler = Sampler(python.book, api.schemas)

    text = sampler.call_of(python.groups[0].calls[0], python.groups[0])

    assert text.splitlines() == [
        "client.orders.replace(",
        '    "string",',
        "    Order(",
        '        placed_at=dt.datetime.fromisoformat("2026-01-31T12:00:00Z"),',
        "        status=OrderStatus.PAID,",
        '        payment=Card(token="t"),',
        '        tags={"a": 1},',
        "    ),",
        "    dry_run=True,",
        ")",
    ]
    assert sampler.imports == {"Order", "OrderStatus", "Card", "dt.datetime"}


def test_a_body_that_requires_nothing_is_shown_with_a_few_brief_properties() -> None:
    change = "{properties: {all: {type: array, items: {type: string}}, a: {type: string}, b: {type: integer}}}"
    api = api_of(f"""
        paths:
          /orders:
            patch:
              operationId: change
              requestBody: {{required: true, content: {{application/json: {{schema: {change}}}}}}}
              responses: {{'204': {{}}}}
    """)
    python = describe_calls(api, Report())

    text = Sampler(python.book, api.schemas).call_of(python.groups[0].calls[0], python.groups[0])

    assert text == 'client.orders.change(ChangeBody(all=["string"], a="string"))'


def test_an_example_that_is_not_what_its_schema_says_is_written_as_it_stands() -> None:
    api = api_of("""
        paths:
          /ports:
            put:
              operationId: bind
              requestBody:
                required: true
                content: {application/json: {schema: {$ref: '#/components/schemas/Binding'}, example: [{port: '1'}]}}
              responses: {'204': {}}
        components:
          schemas: {Binding: {type: object, properties: {port: {type: string}}}}
    """)
    python = describe_calls(api, Report())
    group = python.groups[0]

    assert '[{"port": "1"}]' in Sampler(python.book, api.schemas).call_of(group.calls[0], group)

from __future__ import annotations

from textwrap import dedent, indent

from specforge.clients.python.calls import describe_calls
from specforge.clients.python.dict_types import describe_dicts
from specforge.diagnostics import Report
from specforge.targets.python_client.operations_view import GroupView, group_view, qualified
from tests.lower.documents import api_of


def view_of(operation: str) -> GroupView:
    keys = indent(dedent(operation), " " * 6)
    api = api_of(f"paths:\n  /orders:\n    get:\n{keys}")
    python = describe_calls(api, Report())
    return group_view(python.groups[0], describe_dicts(python))


def test_a_method_has_its_signature_its_text_and_its_call() -> None:
    waiting, asynchronous = view_of("""
        operationId: listOrders
        summary: List orders
        parameters: [{name: nextToken, in: query, description: From the page before., schema: {type: string}}]
        responses: {'200': {content: {application/json: {schema: {type: string}}}}, '404': {description: None.}}
    """).classes
    (method,) = waiting.methods

    assert method.head.splitlines() == [
        "def list_orders(",
        "        self,",
        "        *,",
        "        next_token: str | None = None,",
        "        request_options: RequestOptions | None = None,",
        "    ) -> str:",
    ]
    assert method.doc.lines == (
        "List orders.",
        "",
        "Args:",
        "    next_token: From the page before.",
        "",
        "Raises:",
        "    NotFoundError: None.",
    )
    assert method.body.splitlines()[2:3] == ['            query={"nextToken": next_token},']
    assert asynchronous.methods[0].head == f"async {method.head}"
    assert asynchronous.methods[0].body.startswith("return await self._client.send(")


def test_a_descriptor_says_only_what_is_not_usual() -> None:
    (descriptor,) = view_of("operationId: check\nresponses: {'204': {}}").descriptors

    assert descriptor == '_CHECK: Operation[None] = Operation(method="GET", path="/orders")'


def test_styles_and_security_stand_in_the_descriptor() -> None:
    view = view_of("""
        operationId: check
        security: [{a: []}]
        parameters: [{name: f, in: query, style: deepObject, schema: {type: object}}]
        responses: {'204': {}}
    """)

    assert '    styles={"query": {"f": Style("deepObject")}},' in view.descriptors[0]
    assert '    security=(("a",),),' in view.descriptors[0]
    assert view.relative == ("from .._runtime import Operation, RequestOptions, Style",)


def test_a_method_called_list_does_not_hide_the_type() -> None:
    view = view_of("""
        operationId: list
        responses: {'200': {content: {application/json: {schema: {type: array, items: {type: string}}}}}}
    """)

    assert view.imports[0] == "import builtins"
    assert view.classes[0].methods[0].head.endswith("-> builtins.list[str]:")
    assert qualified('list[Literal["list"]]', frozenset({"list"})) == 'builtins.list[Literal["list"]]'


def test_pages_have_a_method_that_yields_their_items() -> None:
    view = view_of("""
        operationId: listOrders
        parameters: [{name: next_token, in: query, schema: {type: string}}]
        responses:
          '200':
            content:
              application/json:
                schema:
                  properties: {nextToken: {type: string}, orders: {type: array, items: {type: integer}}}
    """)
    waiting, asynchronous = (kind.methods[1] for kind in view.classes)

    assert waiting.head.startswith("def iter_orders(")
    assert waiting.head.endswith("-> Iterator[int]:")
    assert asynchronous.head.endswith("-> AsyncIterator[int]:")
    assert "lambda page: page.next_token" in waiting.body


def test_what_arrives_piece_by_piece_is_a_stream() -> None:
    view = view_of("""
        operationId: watch
        responses: {'200': {content: {text/event-stream: {schema: {type: object, properties: {a: {type: string}}}}}}}
    """)
    waiting, asynchronous = (kind.methods[0] for kind in view.classes)

    assert waiting.head.endswith("-> Stream[ServerSentEvent[WatchResponse]]:")
    assert asynchronous.head.endswith("-> AsyncStream[ServerSentEvent[WatchResponse]]:")
    assert waiting.body.startswith("return self._client.stream(")
    assert 'accept="text/event-stream"' in view.descriptors[0]


def test_builtins_are_imported_only_where_a_type_needs_them() -> None:
    view = view_of("operationId: list\nresponses: {'204': {}}")

    assert "import builtins" not in view.imports


def test_a_parameter_called_token_is_not_mistaken_for_the_page() -> None:
    view = view_of("""
        operationId: list
        parameters:
          - {name: token, in: query, required: true, schema: {type: string}}
          - {name: cursor, in: query, schema: {type: string}}
        responses:
          '200':
            content:
              application/json:
                schema: {properties: {nextCursor: {type: string}, items: {type: array, items: {type: string}}}}
    """)

    assert "lambda page_token: self.list(" in view.classes[0].methods[1].body
    assert "token=token" in view.classes[0].methods[1].body
    assert "cursor=page_token" in view.classes[0].methods[1].body

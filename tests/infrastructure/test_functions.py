from __future__ import annotations

import pytest
from msgspec.structs import replace

from specforge.infrastructure import PlannedFunction, rewired
from specforge.infrastructure.functions import read_called
from specforge.ir import CodeFile, LambdaProxy, NeededFunction, Text, need_text
from specforge.source import text_of
from tests.infrastructure.apis import GET_ORDER, INVOKE, an_api, findings_of, planned

FUNCTION = "functions: {%s: {handler: a.b}}"


def called(function: str) -> tuple[str, str | None]:
    text = text_of(function)
    assert text is not None
    found = read_called(text)
    return str(found.name), None if found.qualifier is None else str(found.qualifier)


@pytest.mark.parametrize(
    ("function", "name", "qualifier"),
    [
        ("get-order", "get-order", None),
        ("get-order:live", "get-order", "live"),
        ("arn:aws:lambda:eu-west-1:123456789012:function:f", "arn:aws:lambda:eu-west-1:123456789012:function:f", None),
        ("arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:f:live", "f", "live"),
        ("${function_arn}", "${function_arn}", None),
        ("arn:aws:lambda:eu-west-1:123456789012:function:${name}", "${name}", None),
    ],
)
def test_a_called_function_is_a_name_or_a_known_arn_and_a_qualifier(
    function: str, name: str, qualifier: str | None
) -> None:
    assert called(function) == (name, qualifier)


@pytest.mark.parametrize(
    ("entry", "uri"),
    [
        ("get-order", GET_ORDER),
        ("getOrder", GET_ORDER),
        ("orderReader", INVOKE.format("${order_reader_arn}")),
        ("orderReader", "${order_reader_invoke_arn}"),
    ],
)
def test_a_function_is_found_by_its_name_its_placeholder_or_the_operation_id(entry: str, uri: str) -> None:
    assert findings_of(an_api(FUNCTION % entry, uri=uri)) == []


def test_a_function_takes_the_name_that_the_document_calls() -> None:
    (function,) = planned(an_api(FUNCTION % "getOrder")).functions

    assert (function.name, function.function_name) == ("getOrder", "get-order")


def test_a_function_that_nobody_calls_is_reported() -> None:
    assert [rule for rule, _ in findings_of(an_api(FUNCTION % "putOrder"))] == ["deployed-function-not-called"]


def test_the_operation_gets_the_created_function() -> None:
    api = an_api(FUNCTION % "getOrder")

    (operation,) = rewired(api, planned(api).functions, lambda function: Text((f"here:{function.name}",))).operations

    assert isinstance(operation.integration, LambdaProxy)
    assert str(operation.integration.uri) == "here:getOrder"


def test_an_operation_that_calls_an_alias_keeps_its_uri() -> None:
    api = an_api(FUNCTION % "getOrder", uri=GET_ORDER.replace(":get-order", ":get-order:live"))

    def uri(_: PlannedFunction) -> Text:
        return Text(("here",))

    assert rewired(api, planned(api).functions, uri) == api


def test_code_that_is_not_there_is_told() -> None:
    api = an_api("functions: {getOrder: {handler: a.b, code: src/}}")

    assert [rule for rule, _ in findings_of(api)] == ["function-code-not-found"]
    assert planned(api).functions[0].package is None


def test_a_function_brings_what_it_may_do_and_traces_where_stages_do() -> None:
    api = an_api("""\
        stages: {prod: {tracing: true}}
        functions: {getOrder: {allow: [{actions: ["s3:GetObject"], resources: [a]}], architecture: arm64}}
        """)

    (function,) = planned(api).functions

    assert [grant.actions for grant in function.grants] == [("s3:GetObject",)]
    assert (function.tracing, function.architecture, function.is_needed) == (True, "arm64", False)


def test_a_function_of_a_short_form_is_created_and_called_where_its_arn_stands() -> None:
    arn = need_text("sign", "arn", "arn")
    api = an_api()
    (operation,) = api.operations
    assert isinstance(operation.integration, LambdaProxy)
    integration = replace(operation.integration, function=arn, uri=Text(("x",)) + arn)
    need = NeededFunction(name="sign", files=(CodeFile(path="a.py", content="x"),), handler="a.b", origin=api.origin)
    api = replace(api, operations=(replace(operation, integration=integration),), needs=(need,))

    graph = planned(api)

    assert [(function.name, function.is_needed) for function in graph.functions] == [("sign", True)]
    assert [permission.planned for permission in graph.permissions] == ["sign"]
    assert rewired(api, graph.functions, lambda _: Text(("here",))) == api

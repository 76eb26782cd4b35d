"""Mapping templates behave as is known of API Gateway; each case names its source."""

from __future__ import annotations

import pytest

from specforge.vtl.evaluate import Context, Switches, compile_
from tests.vtl.evaluate_cases import CASES, CONTEXT, PARAMS, VARIABLES, Case


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_known_behaviour(case: Case) -> None:
    rendering = compile_(case.template).render(Context(case.body, PARAMS, CONTEXT, VARIABLES))

    assert rendering.errors == ()
    assert rendering.output == case.expected


def test_cases_have_names_of_their_own_and_sources() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
    assert all(case.source for case in CASES)


@pytest.mark.parametrize("body", ['{"a": ', "[1, 2", '{"a" 1}'])
def test_body_that_begins_as_json_and_is_none_fails(body: str) -> None:
    """Source: TQ; API Gateway answers 400, `kind` says that the body is to blame."""
    (problem,) = compile_("x $input.path('$.a')").render(Context(body)).errors

    assert (problem.kind, problem.line, problem.column) == ("body", 1, 3)


def test_switch_empty_body_path_is_null() -> None:
    """Source: ISS:localstack#12774, against TQ."""
    assert compile_("[$input.path('$')]").render(Context(""), Switches(empty_body_path_is_null=True)).output == "[]"


def test_switch_parse_json_keeps_numbers() -> None:
    """Source: LS-code, against ISS:serverless-offline#136."""
    assert compile_("$util.parseJson('5')").render(None, Switches(parse_json_keeps_numbers=True)).output == "5"


def test_foreach_ends_after_a_thousand_rounds() -> None:
    """Source: DG:limits; that it ends silently there is not confirmed."""
    assert compile_("#foreach($i in [1..1005])x#end").render().output == "x" * 1000


def test_overrides_are_returned() -> None:
    """Source: DG:apigateway-override-request-response-parameters."""
    template = (
        '#set($context.requestOverride.header.h = ["a", "b"])#set($context.requestOverride.path.p = "1")'
        '#set($context.requestOverride.querystring["q r"] = 2)#set($context.responseOverride.status = 404)'
        '#set($context.responseOverride.header.x = "y")'
    )

    overrides = compile_(template).render().overrides

    assert (overrides.header, overrides.path, overrides.querystring) == ({"h": ["a", "b"]}, {"p": "1"}, {"q r": 2})
    assert (overrides.status, overrides.response_header) == (404, {"x": "y"})


def test_overrides_of_the_request_can_be_read_in_the_response() -> None:
    """Source: LS-AWS:integrations::test_integration_mock_with_request_overrides_in_response_template."""
    context = {"requestOverride": {"header": {"h": "v"}}, "responseOverride": {"status": 201, "header": {}}}

    rendering = compile_("$context.requestOverride.header.h $context.responseOverride.status").render(
        Context(context=context)
    )

    assert rendering.output == "v 201"
    assert rendering.overrides.status == 201


def test_overriding_the_same_parameter_twice_fails() -> None:
    """Source: DG:apigateway-override-request-response-parameters says 5XX."""
    template = compile_("#set($context.responseOverride.status = 400)\n#set($context.responseOverride.status = 500)")

    assert [problem.line for problem in template.render().errors] == [2]
    assert template.render(None, Switches(overrides_may_repeat=True)).overrides.status == 500


def test_what_the_caller_gives_is_never_changed() -> None:
    given: dict[str, object] = {"identity": {"user": "u"}, "list": [1], "requestOverride": {"header": {}}}
    params = {"path": {"a": "b"}}
    template = compile_(
        "#set($context.identity.user = 'x')$context.identity.put('y', 1)$context.list.add(2)$stageVariables.clear()"
        "#set($context.requestOverride.header.h = 1)$input.params().path.clear()"
    )

    variables = {"v": "w"}
    rendering = template.render(Context("", params, given, variables))

    assert rendering.errors == ()
    assert given == {"identity": {"user": "u"}, "list": [1], "requestOverride": {"header": {}}}
    assert (params, variables) == ({"path": {"a": "b"}}, {"v": "w"})

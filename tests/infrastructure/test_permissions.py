from __future__ import annotations

from msgspec.structs import replace

from specforge.infrastructure import Infrastructure
from tests.infrastructure.apis import GET_ORDER, INVOKE, an_api, findings_of, planned

ALIAS = INVOKE.format("arn:aws:lambda:eu-west-1:123456789012:function:get-order:${stageVariables.alias}")


def test_a_function_may_be_called_for_its_method_with_any_value_in_the_path() -> None:
    (permission,) = planned(an_api()).permissions

    assert str(permission.function) == "arn:aws:lambda:eu-west-1:123456789012:function:get-order"
    assert permission.source == "/*/GET/orders/*"


def test_each_thing_that_calls_a_function_has_its_permission() -> None:
    api = an_api(
        more=f"""\
        components:
          securitySchemes:
            own:
              type: apiKey
              name: Authorization
              in: header
              x-amazon-apigateway-authtype: custom
              x-amazon-apigateway-authorizer:
                type: token
                authorizerUri: {GET_ORDER}
        """
    )

    permissions = planned(api).permissions

    assert [permission.source for permission in permissions] == ["/*/GET/orders/*", "/authorizers/*"]
    assert len({permission.name for permission in permissions}) == 2


def test_a_permission_names_the_stage() -> None:
    permissions = planned(an_api("stages: {dev: {}, prod: {}}")).permissions

    assert [permission.source for permission in permissions] == ["/dev/GET/orders/*", "/prod/GET/orders/*"]


def many(operations: int, stages: int) -> Infrastructure:
    """Returns the plan of an API in which one function answers many operations on several stages."""
    api = an_api("stages: {{{}}}".format(", ".join(f"s{number}: {{}}" for number in range(stages))))
    (operation,) = api.operations
    return planned(
        replace(api, operations=tuple(replace(operation, path=f"/p{number}") for number in range(operations)))
    )


def test_the_policy_of_a_function_stays_below_its_limit() -> None:
    exact, any_stage, anything = (
        many(operations, stages).permissions for operations, stages in [(17, 2), (18, 2), (40, 2)]
    )

    assert len(exact) == 34
    assert {permission.source[:4] for permission in any_stage} == {"/*/G"}
    assert len(any_stage) == 18
    assert [permission.source for permission in anything] == ["/*"]


def test_an_authorizer_that_has_credentials_needs_no_permission() -> None:
    api = an_api(
        more=f"""\
        components:
          securitySchemes:
            own:
              type: apiKey
              name: Authorization
              in: header
              x-amazon-apigateway-authtype: custom
              x-amazon-apigateway-authorizer:
                type: token
                authorizerUri: {GET_ORDER.replace("get-order", "check")}
                authorizerCredentials: arn:aws:iam::123456789012:role/r
        """
    )

    assert [permission.name for permission in planned(api).permissions] == ["get-order"]


def test_each_value_of_a_stage_variable_gets_its_permission_the_canarys_too() -> None:
    api = an_api(
        """\
        stages:
          dev: {variables: {alias: dev}}
          prod: {variables: {alias: live}, canary: {percent: 5, variables: {alias: next}}}
        """,
        uri=ALIAS,
    )

    found = [(permission.qualifier, permission.source) for permission in planned(api).permissions]

    assert found == [("dev", "/dev/GET/orders/*"), ("live", "/prod/GET/orders/*"), ("next", "/prod/GET/orders/*")]


def test_a_function_that_only_the_deployment_knows_is_reported() -> None:
    found = findings_of(an_api(uri=ALIAS))

    assert [rule for rule, _ in found] == ["lambda-permission-not-derivable"]


def test_a_created_function_is_called_by_its_place_in_the_plan() -> None:
    (permission,) = planned(an_api("functions: {getOrder: {handler: a.b}}")).permissions

    assert (permission.planned, permission.function) == ("getOrder", None)


def test_the_default_route_of_an_http_api_has_no_path() -> None:
    api = an_api(kind="http", more="")

    assert [permission.source for permission in planned(api).permissions] == ["/*/GET/orders/*"]


def test_a_uri_that_is_one_expression_names_the_function_at_deployment() -> None:
    api = an_api(uri="${read_order_invoke_arn}")

    (permission,) = planned(api).permissions

    assert (str(permission.uri), permission.function) == ("${read_order_invoke_arn}", None)
    assert findings_of(api) == []

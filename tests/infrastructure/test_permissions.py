from __future__ import annotations

from tests.infrastructure.apis import GET_ORDER, INVOKE, an_api, findings_of, planned

ALIAS = INVOKE.format("arn:aws:lambda:eu-west-1:123456789012:function:get-order:${stageVariables.alias}")


def test_a_function_may_be_called_for_its_method_with_any_value_in_the_path() -> None:
    (permission,) = planned(an_api()).permissions

    assert str(permission.function) == "arn:aws:lambda:eu-west-1:123456789012:function:get-order"
    assert permission.source == "/*/GET/orders/*"


def test_a_function_behind_several_things_has_one_permission_for_the_whole_api() -> None:
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

    (permission,) = planned(api).permissions

    assert permission.source == "/*"


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

    assert [permission.qualifier for permission in planned(api).permissions] == ["dev", "live", "next"]


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

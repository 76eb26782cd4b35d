from __future__ import annotations

from specforge.ir import Api
from specforge.targets.docs.gateway_errors import REQUEST_ID, GatewayError, causes_of, errors_of
from tests.lower.documents import api_of


def rest(operation: str = "", root: str = "") -> Api:
    return api_of(f"""
        paths:
          /a:
            post:
              responses: {{}}
              x-amazon-apigateway-integration: {{type: aws, httpMethod: POST, uri: x, passthroughBehavior: never}}
              {operation}
        {root}
    """)


def types(api: Api) -> list[str]:
    return [cause.type for cause in causes_of(api.operations[0], api)]


def error(api: Api, kind: str) -> GatewayError:
    return next(each for each in errors_of(api) if each.type == kind)


def test_an_open_operation_is_throttled_and_may_fail() -> None:
    assert types(rest()) == ["THROTTLED", "DEFAULT_5XX", "DEFAULT_5XX", "INTEGRATION_TIMEOUT"]


def test_a_body_may_be_too_large_or_of_an_unknown_type() -> None:
    api = rest("requestBody: {content: {application/json: {}}}")

    assert {"REQUEST_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"} <= set(types(api))


def test_a_validator_refuses_what_it_checks() -> None:
    validators = (
        "x-amazon-apigateway-request-validators: {all: {validateRequestBody: true, validateRequestParameters: true}}"
    )
    api = rest(
        "x-amazon-apigateway-request-validator: all\n"
        "              requestBody: {content: {application/json: {}}}\n"
        "              parameters: [{name: q, in: query, required: true, schema: {type: string}}]",
        validators,
    )

    assert types(api)[:2] == ["BAD_REQUEST_PARAMETERS", "BAD_REQUEST_BODY"]


def test_an_api_key_may_be_missing_or_used_up() -> None:
    scheme = "components: {securitySchemes: {key: {type: apiKey, in: header, name: x-api-key}}}"

    assert {"INVALID_API_KEY", "QUOTA_EXCEEDED"} <= set(types(rest("security: [{key: []}]", scheme)))


def test_a_configured_answer_is_shown_with_values_in_its_template() -> None:
    api = rest(
        root="""
        x-amazon-apigateway-gateway-responses:
          THROTTLED:
            statusCode: 430
            responseParameters: {gatewayresponse.header.Retry-After: "'5'"}
            responseTemplates: {application/json: '{"m": $context.error.messageString, "id": "$context.requestId"}'}
        """
    )

    shown = error(api, "THROTTLED")

    assert (shown.status, shown.headers) == ("430", (("Retry-After", "5"),))
    assert shown.body == f'{{"m": "Too Many Requests", "id": "{REQUEST_ID}"}}'


def test_a_default_is_what_its_class_shows_but_for_a_body_that_is_too_large() -> None:
    api = rest(
        "requestBody: {content: {application/json: {}}}",
        "x-amazon-apigateway-gateway-responses: {DEFAULT_4XX: {responseTemplates: {application/json: changed}}}",
    )

    assert error(api, "THROTTLED").body == "changed"
    assert error(api, "REQUEST_TOO_LARGE").body == '{"message": "Request Too Long"}'


def test_variables_of_the_stage_are_not_told() -> None:
    responses = "{THROTTLED: {responseTemplates: {application/json: 'at $stageVariables.table'}}}"
    api = rest(root=f"x-amazon-apigateway-gateway-responses: {responses}")

    assert error(api, "THROTTLED").body == "at …"


def test_an_http_api_has_errors_of_its_own() -> None:
    api = api_of("""
        x-amazon-apigateway-cors: {allowOrigins: ['*']}
        paths: {/a: {get: {x-amazon-apigateway-integration: {type: aws_proxy, payloadFormatVersion: '2.0'}}}}
    """)

    assert [each.status for each in errors_of(api)] == ["404", "429", "500", "503"]


def test_a_plain_document_has_none() -> None:
    assert errors_of(api_of("paths: {/a: {get: {responses: {}}}}")) == ()

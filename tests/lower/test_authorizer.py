from __future__ import annotations

from textwrap import dedent, indent

import pytest

from specforge.ir import Authorizer, Cognito, Iam, Invalid, Jwt, LambdaRequest, LambdaToken, Text
from tests.lower.documents import api_of

URI = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations"
SCHEME = "components:\n  securitySchemes:\n    s:\n      type: apiKey\n      name: Authorization\n      in: header\n"


def authorizer_of(body: str) -> Authorizer | Invalid | None:
    return api_of(SCHEME + indent(dedent(body), "      ")).security_schemes["s"].authorizer


def test_a_lambda_authorizer_of_one_header() -> None:
    token = authorizer_of(
        f"""
        x-amazon-apigateway-authorizer:
          type: TOKEN
          authorizerUri: {URI}
          authorizerCredentials: arn:aws:iam::1:role/r
          identityValidationExpression: "^x"
          authorizerResultTtlInSeconds: 60
          other: 1
        """
    )

    assert isinstance(token, LambdaToken)
    assert (token.name, token.ttl_s, token.function) == ("s", 60, Text(("f",)))
    assert token.identity_sources == (Text(("method.request.header.Authorization",)),)
    assert not token.identity_source_declared
    assert token.extra == {"other": 1}


def test_identity_sources_are_split_at_commas() -> None:
    request = authorizer_of(
        f"""
        x-amazon-apigateway-authorizer:
          type: request
          authorizerUri: {URI}
          identitySource: "method.request.header.A , ${{stageVariables.x}},context.b"
          authorizerPayloadFormatVersion: 2.0
          enableSimpleResponses: true
        """
    )

    assert isinstance(request, LambdaRequest)
    assert [str(source) for source in request.identity_sources] == [
        "method.request.header.A",
        "${stageVariables.x}",
        "context.b",
    ]
    assert request.identity_source_declared
    assert request.payload_format_version == Text(("2.0",))
    assert request.enable_simple_responses is True


def test_a_request_authorizer_has_no_source_unless_it_says_so() -> None:
    request = authorizer_of("x-amazon-apigateway-authorizer: {type: request}")

    assert isinstance(request, LambdaRequest)
    assert request.identity_sources == ()


def test_a_user_pool_reads_the_header_of_its_scheme() -> None:
    cognito = authorizer_of("x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: [a, !Ref Pool]}")

    assert isinstance(cognito, Cognito)
    assert [str(arn) for arn in cognito.provider_arns] == ["a", "${Pool}"]
    assert cognito.identity_sources == (Text(("method.request.header.Authorization",)),)


def test_a_jwt_authorizer() -> None:
    jwt = authorizer_of(
        """
        x-amazon-apigateway-authorizer:
          type: jwt
          identitySource: [$request.header.Authorization]
          jwtConfiguration: {issuer: https://example.com, audience: [a, b]}
        """
    )

    assert isinstance(jwt, Jwt)
    assert (jwt.issuer, jwt.audience) == (Text(("https://example.com",)), (Text(("a",)), Text(("b",))))
    assert jwt.identity_sources == (Text(("$request.header.Authorization",)),)


def test_a_jwt_authorizer_without_configuration_is_still_one() -> None:
    assert isinstance(authorizer_of("x-amazon-apigateway-authorizer: {type: jwt}"), Jwt)


def test_sigv4_is_iam() -> None:
    iam = authorizer_of("x-amazon-apigateway-authtype: awsSigv4")

    assert isinstance(iam, Iam)
    assert iam.name == "s"


@pytest.mark.parametrize("extension", ["{type: magic}", "{}", "token", "{$ref: '#/nowhere'}", "{Ref: X}"])
def test_anything_else_is_invalid(extension: str) -> None:
    assert isinstance(authorizer_of(f"x-amazon-apigateway-authorizer: {extension}"), Invalid)


def test_other_authtypes_make_nothing() -> None:
    assert authorizer_of("x-amazon-apigateway-authtype: custom") is None

from __future__ import annotations

from typing import Any

from specforge.ir import (
    Cognito,
    Deferred,
    Iam,
    Jwt,
    Kind,
    LambdaRequest,
    LambdaToken,
    OAuthFlow,
    SecurityScheme,
    SecurityUse,
    Text,
)
from tests.importdoc.parts import HERE, an_api, an_operation, rules_of, written


def scheme(name: str, type_: str = "apiKey", **more: Any) -> dict[str, SecurityScheme]:
    return {name: SecurityScheme(name=name, type=type_, origin=HERE, **more)}


def scheme_written(schemes: dict[str, SecurityScheme], kind: Kind = Kind.REST) -> Any:
    (written_scheme,) = written(an_api(kind=kind, security_schemes=schemes))[0]["components"][
        "securitySchemes"
    ].values()
    return written_scheme


def uses(*names: str) -> tuple[tuple[SecurityUse, ...], ...]:
    return tuple((SecurityUse(scheme=name, scopes=("read",), origin=HERE),) for name in names)


def text(value: str) -> Text:
    return Text((value,))


def test_token_authorizer() -> None:
    authorizer = LambdaToken(
        name="token",
        origin=HERE,
        uri=Text((Deferred("cloudformation", "Judge.Arn", {"Fn::GetAtt": ["Judge", "Arn"]}),)),
        ttl_s=0,
        identity_validation_expression=text("^Bearer"),
        identity_sources=(text("method.request.header.Authorization"),),
    )
    schemes = scheme(
        "token", parameter_name="Authorization", location="header", authtype=text("custom"), authorizer=authorizer
    )

    assert scheme_written(schemes) == {
        "type": "apiKey",
        "name": "Authorization",
        "in": "header",
        "x-amazon-apigateway-authtype": "custom",
        "x-amazon-apigateway-authorizer": {
            "type": "token",
            "authorizerUri": {"Fn::GetAtt": ["Judge", "Arn"]},
            "identityValidationExpression": "^Bearer",
            "authorizerResultTtlInSeconds": 0,
        },
    }


def test_request_authorizer_of_an_http_api() -> None:
    authorizer = LambdaRequest(
        name="staff",
        origin=HERE,
        uri=text("arn:f"),
        identity_sources=(text("$request.header.A"), text("$context.stage")),
        identity_source_declared=True,
        payload_format_version=text("2.0"),
        enable_simple_responses=False,
    )

    assert scheme_written(scheme("staff", authorizer=authorizer), Kind.HTTP)["x-amazon-apigateway-authorizer"] == {
        "type": "request",
        "authorizerUri": "arn:f",
        "authorizerPayloadFormatVersion": "2.0",
        "enableSimpleResponses": False,
        "identitySource": "$request.header.A, $context.stage",
    }


def test_cognito_authorizer() -> None:
    authorizer = Cognito(name="users", origin=HERE, provider_arns=(text("arn:pool"),))

    assert scheme_written(scheme("users", authorizer=authorizer))["x-amazon-apigateway-authorizer"] == {
        "type": "cognito_user_pools",
        "providerARNs": ["arn:pool"],
    }


def test_jwt_authorizer_stands_on_an_oauth2_scheme() -> None:
    authorizer = Jwt(name="users", origin=HERE, issuer=text("https://issuer"), audience=(text("app"),))
    flow = OAuthFlow(name="implicit", authorization_url="https://login", scopes={"read": "Reads"})

    assert scheme_written(scheme("users", "oauth2", flows=(flow,), authorizer=authorizer), Kind.HTTP) == {
        "type": "oauth2",
        "flows": {"implicit": {"authorizationUrl": "https://login", "scopes": {"read": "Reads"}}},
        "x-amazon-apigateway-authorizer": {
            "type": "jwt",
            "jwtConfiguration": {"issuer": "https://issuer", "audience": ["app"]},
        },
    }


def test_iam_scheme_has_its_authtype_alone() -> None:
    schemes = scheme("iam", authtype=text("awsSigv4"), authorizer=Iam(name="iam", origin=HERE))

    assert scheme_written(schemes) == {"type": "apiKey", "x-amazon-apigateway-authtype": "awsSigv4"}


def test_security_of_the_document_is_written_on_its_operations() -> None:
    inherits = an_operation("GET", security=uses("key"), security_inherited=True)
    opens = an_operation("PUT", security=())
    silent = an_operation("POST")
    api = an_api(inherits, opens, silent, security=uses("key"), security_schemes=scheme("key"))

    document, findings = written(api)

    item = document["paths"]["/orders"]
    assert "security" not in document
    assert (item["get"]["security"], item["put"]["security"]) == ([{"key": ["read"]}], [])
    assert "security" not in item["post"]
    assert rules_of(findings) == ["inherited-security-written-out"]


def test_auth_of_an_operation() -> None:
    signed = an_operation("GET", auth=Iam(name="", origin=HERE), auth_declared=True)
    unsigned = an_operation("PUT", auth_declared=True)

    item = written(an_api(signed, unsigned))[0]["paths"]["/orders"]

    assert item["get"]["x-amazon-apigateway-auth"] == {"type": "AWS_IAM"}
    assert item["put"]["x-amazon-apigateway-auth"] == {"type": "NONE"}


def test_mutual_tls_is_left_out_and_named() -> None:
    schemes = scheme("certificate", "mutualTLS") | scheme("key")
    document, findings = written(an_api(an_operation(security=uses("certificate", "key")), security_schemes=schemes))

    assert list(document["components"]["securitySchemes"]) == ["key"]
    assert document["paths"]["/orders"]["get"]["security"] == [{"key": ["read"]}]
    assert rules_of(findings) == ["mutual-tls-scheme-removed"]

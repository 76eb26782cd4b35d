from __future__ import annotations

import pytest

from specforge.ir import Api
from specforge.targets.docs.access import SIGNATURE, Scheme, access_of, schemes_of
from specforge.targets.docs.prose import Prose
from tests.lower.documents import api_of

COGNITO = """
  {type: apiKey, in: header, name: Authorization, x-amazon-apigateway-authtype: cognito_user_pools,
   x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ["arn:aws:cognito-idp:x:1:userpool/p"]}}
"""
JWT = """
  {type: oauth2, flows: {}, x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.X-Token,
   jwtConfiguration: {issuer: "https://issuer.example/", audience: [us]}}}
"""
CUSTOM = """
  {type: apiKey, in: header, name: X-Sign, x-amazon-apigateway-authtype: custom,
   x-amazon-apigateway-authorizer: {type: request, authorizerUri: "arn:aws:secret",
   identitySource: "method.request.header.X-Sign, method.request.querystring.key, context.stage"}}
"""
OAUTH = """
  {type: oauth2, flows: {authorizationCode: {authorizationUrl: "https://a.example/in", tokenUrl: "javascript:x",
   scopes: {read: Look at *all* of it}}}}
"""


def api(scheme: str, security: str = "[{it: []}]") -> Api:
    extension = "{type: mock}"
    return api_of(f"""
        paths:
          /a: {{get: {{security: {security}, responses: {{}}, x-amazon-apigateway-integration: {extension}}}}}
        components: {{securitySchemes: {{it: {" ".join(scheme.split())}}}}}
    """)


def scheme_of(text: str) -> Scheme:
    (scheme,) = schemes_of(api(text), {"it": "auth-it"}, Prose())
    return scheme


def steps(text: str) -> str:
    return " ".join(step.md_line for step in scheme_of(text).steps)


def test_cognito_says_which_token_goes_where_and_nothing_of_the_pool() -> None:
    assert scheme_of(COGNITO).kind == "Amazon Cognito token"
    assert "header `Authorization`" in steps(COGNITO)
    assert "**access token**" in steps(COGNITO)
    assert "arn:" not in steps(COGNITO)


def test_a_json_web_token_says_issuer_and_audience() -> None:
    assert "the header `X-Token`" in steps(JWT)
    assert "<https://issuer.example/>" in steps(JWT)
    assert "must be `us`" in steps(JWT)


def test_a_custom_authorizer_says_what_it_reads_and_not_who_it_is() -> None:
    assert "the header `X-Sign` and the query parameter `key`." in steps(CUSTOM)
    assert "secret" not in steps(CUSTOM)


def test_an_api_key_of_the_gateway_counts() -> None:
    assert "answered with `403`" in steps("{type: apiKey, in: header, name: x-api-key}")


def test_oauth_lists_addresses_and_scopes_and_links_no_script() -> None:
    scheme = scheme_of(OAUTH)

    assert "authorization code flow: sign in at" in steps(OAUTH)
    assert "javascript:x" not in [link.partition(")")[0] for link in steps(OAUTH).split("](")]
    assert [(name, words.html) for name, words in scheme.scopes] == [("read", "<p>Look at <em>all</em> of it</p>")]


@pytest.mark.parametrize(
    ("security", "access"),
    [
        ("[]", ()),
        ("[{it: [a, b]}]", ((("it", ("a", "b")),),)),
        ("[{it: []}, {}]", ((("it", ()),), ())),
        ("[{other: []}]", ((),)),
    ],
)
def test_access_lists_the_ways(security: str, access: tuple[object, ...]) -> None:
    operation = api(COGNITO, security).operations[0]

    ways = access_of(operation, {"it": "auth-it"})

    assert tuple(tuple((use.name, use.scopes) for use in way) for way in ways) == access


def test_a_signature_that_only_an_operation_asks_for_is_explained_too() -> None:
    signed = api_of("paths: {/a: {get: {x-amazon-apigateway-auth: {type: AWS_IAM}, responses: {}}}}")
    anchors = {SIGNATURE: "auth-aws"}

    assert [scheme.kind for scheme in schemes_of(signed, anchors, Prose())] == ["AWS Signature Version 4"]
    assert access_of(signed.operations[0], anchors)[0][0].href == "#auth-aws"

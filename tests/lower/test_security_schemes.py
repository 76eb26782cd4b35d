from __future__ import annotations

from specforge.ir import SecurityRequirement
from tests.lower.documents import api_of


def names(security: tuple[SecurityRequirement, ...] | None) -> list[list[str]] | None:
    return None if security is None else [[use.scheme for use in requirement] for requirement in security]


def test_schemes_of_3_are_read() -> None:
    schemes = api_of(
        """
        components:
          securitySchemes:
            key: {type: apiKey, name: X-API-Key, in: header}
            bearer: {type: http, scheme: bearer, bearerFormat: JWT, x-more: 1}
            oauth:
              type: oauth2
              flows:
                clientCredentials: {tokenUrl: https://e.com/t, refreshUrl: https://e.com/r, scopes: {a: A}}
                x-note: {}
            oidc: {type: openIdConnect, openIdConnectUrl: https://e.com/.well-known}
            broken: [1]
        """
    ).security_schemes

    assert list(schemes) == ["key", "bearer", "oauth", "oidc"]
    assert schemes["key"].is_api_key
    assert (schemes["bearer"].http_scheme, schemes["bearer"].bearer_format) == ("bearer", "JWT")
    assert schemes["bearer"].extra == {"x-more": 1}
    (flow,) = schemes["oauth"].flows
    assert (flow.name, flow.token_url, flow.refresh_url, flow.scopes) == (
        "clientCredentials",
        "https://e.com/t",
        "https://e.com/r",
        {"a": "A"},
    )
    assert schemes["oidc"].open_id_connect_url == "https://e.com/.well-known"


def test_schemes_of_2_are_read_by_their_names_in_3() -> None:
    schemes = api_of(
        """
        securityDefinitions:
          basic: {type: basic}
          oauth: {type: oauth2, flow: accessCode, authorizationUrl: https://e.com/a, tokenUrl: https://e.com/t}
        """,
        "swagger: '2.0'",
    ).security_schemes

    assert (schemes["basic"].type, schemes["basic"].http_scheme) == ("http", "basic")
    assert schemes["oauth"].flows[0].name == "authorizationCode"


def test_an_api_key_with_an_authorizer_is_none_of_api_gateways() -> None:
    schemes = api_of(
        """
        components:
          securitySchemes:
            key:
              {type: apiKey, name: x-api-key, in: header, x-amazon-apigateway-authorizer: {type: token}}
        """
    ).security_schemes

    assert not schemes["key"].is_api_key


def test_requirements_are_the_operations_own_or_inherited() -> None:
    api = api_of(
        """
        security: [{a: [x, y]}, {b: [], c: []}]
        paths:
          /own: {get: {security: [{c: []}]}}
          /none: {get: {security: []}}
          /optional: {get: {security: [{}]}}
          /inherited: {get: {}}
          /broken: {get: {security: {a: []}}}
        """
    )
    own, none, optional, inherited, broken = api.operations

    assert names(api.security) == [["a"], ["b", "c"]]
    assert (names(own.security), own.security_inherited) == ([["c"]], False)
    assert (none.security, none.security_inherited) == ((), False)
    assert names(optional.security) == [[]]
    assert (inherited.security is api.security, inherited.security_inherited) == (True, True)
    assert broken.security_inherited
    assert api.security is not None
    assert api.security[0][0].scopes == ("x", "y")


def test_without_any_requirement_security_is_none() -> None:
    (operation,) = api_of("paths: {/a: {get: {}}}").operations

    assert (operation.security, operation.security_inherited) == (None, False)


def test_an_api_key_is_required_where_its_scheme_is_named() -> None:
    api = api_of(
        """
        paths:
          /a: {get: {security: [{key: []}]}}
          /b: {get: {security: [{other: []}]}}
        components: {securitySchemes: {key: {type: apiKey, name: x-api-key, in: header}}}
        """
    )

    assert [operation.api_key_required for operation in api.operations] == [True, False]


def test_root_security_of_2_is_inherited_too() -> None:
    (operation,) = api_of("security: [{a: []}]\npaths: {/a: {get: {}}}", "swagger: '2.0'").operations

    assert (names(operation.security), operation.security_inherited) == ([["a"]], True)

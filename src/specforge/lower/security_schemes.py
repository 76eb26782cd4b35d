"""Security schemes, and the requirements that name them."""

from __future__ import annotations

from specforge.document import Cursor, Document
from specforge.ir import OAuthFlow, SecurityRequirement, SecurityScheme, SecurityUse
from specforge.lower.alternatives import find_branch, find_mapping
from specforge.lower.authorizer import AUTHTYPE, EXTENSION, lower_authorizer
from specforge.lower.texts import others

KNOWN = frozenset(
    {"type", "description", "name", "in", "scheme", "bearerFormat", "flows", "flow", "openIdConnectUrl"}
    | {"authorizationUrl", "tokenUrl", "scopes", AUTHTYPE, EXTENSION}
)
# The flows of 2.0 by their names in 3.x.
FLOWS = {"accessCode": "authorizationCode", "application": "clientCredentials"}


def lower_security_schemes(document: Document) -> dict[str, SecurityScheme]:
    """Returns securitySchemes or securityDefinitions by key, used or not."""
    components = document.root if document.version.swagger else find_mapping(document.root, "components")
    key = "securityDefinitions" if document.version.swagger else "securitySchemes"
    found = find_mapping(components, key) if components is not None else None
    schemes: dict[str, SecurityScheme] = {}
    for name, entry in found.items() if found is not None else ():
        scheme = find_branch(entry, dict)
        if scheme is not None:
            schemes[name] = _scheme(name, scheme)
    return schemes


def lower_security(cursor: Cursor) -> tuple[SecurityRequirement, ...] | None:
    """Returns the alternatives under `security`; None when absent or no list, empty when nothing is required."""
    found = cursor.sequence("security")
    if found is None:
        return None
    return tuple(
        tuple(_use(scheme, scopes) for scheme, scopes in element.items())
        for element in found.elements()
        if isinstance(element.value, dict) and not element.is_expression
    )


def _use(scheme: str, scopes: Cursor) -> SecurityUse:
    listed = scopes.value if isinstance(scopes.value, list) else []
    return SecurityUse(scheme=scheme, scopes=tuple(scope for scope in listed if isinstance(scope, str)), origin=scopes)


def _scheme(name: str, scheme: Cursor) -> SecurityScheme:
    declared = scheme.string("type") or ""
    basic = declared == "basic"
    return SecurityScheme(
        name=name,
        type="http" if basic else declared,
        description=scheme.string("description"),
        parameter_name=scheme.string("name"),
        location=scheme.string("in"),
        http_scheme="basic" if basic else scheme.string("scheme"),
        bearer_format=scheme.string("bearerFormat"),
        flows=_flows(scheme),
        open_id_connect_url=scheme.string("openIdConnectUrl"),
        authtype=scheme.text(AUTHTYPE),
        authorizer=lower_authorizer(scheme, name),
        extra=others(scheme.value, KNOWN),
        origin=scheme,
    )


def _flows(scheme: Cursor) -> tuple[OAuthFlow, ...]:
    single = scheme.string("flow")
    if single is not None:
        return (_flow(FLOWS.get(single, single), scheme),)
    found = find_mapping(scheme, "flows")
    flows = found.items() if found is not None else ()
    return tuple(_flow(name, flow) for name, flow in flows if isinstance(flow.value, dict) and name[:2] != "x-")


def _flow(name: str, flow: Cursor) -> OAuthFlow:
    scopes = find_mapping(flow, "scopes")
    named = scopes.value if scopes is not None else {}
    return OAuthFlow(
        name=name,
        authorization_url=flow.string("authorizationUrl"),
        token_url=flow.string("tokenUrl"),
        refresh_url=flow.string("refreshUrl"),
        scopes={scope: text if isinstance(text, str) else "" for scope, text in named.items() if scope[:2] != "x-"},
    )

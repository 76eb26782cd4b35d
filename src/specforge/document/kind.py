"""Which kind of API a document describes, as far as the document itself tells."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.document.cursor import Cursor
from specforge.document.document import Document

EXTENSION = "x-amazon-apigateway-"
SHORT_FORM = "x-specforge-integration"
REST_ROOT = frozenset(
    EXTENSION + name
    for name in (
        "gateway-responses",
        "request-validators",
        "request-validator",
        "policy",
        "binary-media-types",
        "minimum-compression-size",
        "documentation",
        "security-policy",
        "endpoint-access-mode",
        "api-key-source",
    )
)
HTTP_ROOT = frozenset(EXTENSION + name for name in ("cors", "importexport-version"))
REST_TYPES = frozenset({"aws", "http", "mock"})
REST_AUTHORIZERS = frozenset({"token", "cognito_user_pools"})
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", EXTENSION + "any-method")


def infer_kind(document: Document) -> str:
    """Returns rest, http or plain.

    The template around a body says it outright. Otherwise what only one kind of API has decides;
    where both speak, REST wins, because HTTP-only parts on a REST API are the commoner mistake.
    """
    if document.declared_kind is not None:
        return document.declared_kind
    rest = http = used = False
    for mark in _marks(document):
        used = True
        rest = rest or mark == "rest"
        http = http or mark == "http"
        if rest:
            break
    if rest or not (used or http):
        return "rest" if rest else "plain"
    return "http" if http else "rest"


def _marks(document: Document) -> Iterator[str]:
    """Yields rest or http for what only one kind has, and used for any other extension."""
    root = document.root
    keys = set(root.value) if isinstance(root.value, dict) else set()
    if keys & REST_ROOT or (document.version.swagger and any(key.startswith(EXTENSION) for key in keys)):
        yield "rest"
    components = root.mapping("components")
    if keys & HTTP_ROOT or (components is not None and components.get(EXTENSION + "integrations") is not None):
        yield "http"
    yield from ("used" for key in keys if key.startswith(EXTENSION))
    yield from _scheme_marks(root)
    yield from _operation_marks(root, swagger=document.version.swagger)


def _scheme_marks(root: Cursor) -> Iterator[str]:
    components = root.mapping("components")
    schemes = root.mapping("securityDefinitions") or (components.mapping("securitySchemes") if components else None)
    for _, scheme in schemes.items() if schemes is not None else ():
        authorizer = scheme.follow().mapping(EXTENSION + "authorizer")
        if authorizer is not None:
            kind = (authorizer.words("type") or "").lower()
            http = kind == "jwt" or authorizer.get("authorizerPayloadFormatVersion") is not None
            rest = (authorizer.words("identitySource") or "").startswith("method.request.") and not http
            yield "rest" if rest or kind in REST_AUTHORIZERS else "http" if http else "used"


def _operation_marks(root: Cursor, *, swagger: bool) -> Iterator[str]:
    paths = root.mapping("paths")
    for _, path_item in paths.items() if paths is not None else ():
        for _, item in path_item.branches():
            node = item.follow()
            for method in METHODS:
                operation = node.get(method)
                for _, branch in operation.branches() if operation is not None else ():
                    yield from _integration_marks(branch.follow(), swagger=swagger)


def _integration_marks(operation: Cursor, *, swagger: bool) -> Iterator[str]:
    if operation.get(EXTENSION + "request-validator") is not None:
        yield "rest"
    integration = operation.mapping(EXTENSION + "integration")
    if integration is None:
        # A misspelt one is meant for API Gateway too, and so is a short form.
        keys = operation.value if isinstance(operation.value, dict) else {}
        if any(key.startswith((EXTENSION, SHORT_FORM)) for key in keys):
            yield "rest" if swagger else "used"
        return
    yield "rest" if swagger else "used"
    if (integration.words("type") or "").lower() in REST_TYPES:
        yield "rest"
    if integration.get("integrationSubtype") is not None or integration.get("payloadFormatVersion") is not None:
        yield "http"

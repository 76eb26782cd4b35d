"""CORS headers as operations of REST APIs set them."""

from __future__ import annotations

from specforge.ir import Invalid, Operation, ShortForm, Text

PREFIX = "method.response.header."
SIMPLE_TYPES = {"application/x-www-form-urlencoded", "multipart/form-data", "text/plain"}


def cors_headers(operation: Operation) -> dict[str, tuple[Text, str]]:
    """Returns the CORS headers that the integration responses set: lower-case name to value and spelling."""
    integration = operation.integration
    if integration is None or isinstance(integration, Invalid | ShortForm):
        return {}
    found: dict[str, tuple[Text, str]] = {}
    for response in integration.responses:
        for mapping in response.parameters:
            name = mapping.target.removeprefix(PREFIX)
            if mapping.target.startswith(PREFIX) and name.lower().startswith("access-control-"):
                found[name.lower()] = (mapping.value, mapping.target)
    return found


def sets_allow_origin(operation: Operation) -> bool:
    """Tells whether an operation answers with Access-Control-Allow-Origin by its own mapping."""
    return operation.method != "OPTIONS" and "access-control-allow-origin" in cors_headers(operation)


def static(text: Text) -> str | None:
    """Returns a static mapping value without its quotes; None for an expression.

    >>> static(Text(("'*'",)))
    '*'
    """
    literal = text.literal
    quoted = literal is not None and len(literal) > 1 and literal.startswith("'") and literal.endswith("'")
    return literal[1:-1] if literal is not None and quoted else None


def needs_preflight(operation: Operation) -> bool:
    """Tells whether a browser sends a preflight: not before a plain GET, nor a form that any page could post."""
    if not sets_allow_origin(operation) or operation.method in {"GET", "HEAD"}:
        return sets_allow_origin(operation) and bool(operation.security or operation.parameters_in("header"))
    simple_post = operation.method == "POST" and not (operation.security or operation.parameters_in("header"))
    types = {content.media_type for content in operation.body.content} if operation.body is not None else set()
    return not (simple_post and types <= SIMPLE_TYPES)

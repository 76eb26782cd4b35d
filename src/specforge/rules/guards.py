"""What of an operation's security API Gateway checks."""

from __future__ import annotations

from specforge.ir import Api, Mock, Operation, SecurityScheme


def authorizers_of(operation: Operation, api: Api) -> dict[str, SecurityScheme]:
    """Returns the schemes with an authorizer, IAM among them, that an operation names."""
    return {name: scheme for name, scheme in schemes_of(operation, api).items() if scheme.authorizer is not None}


def schemes_of(operation: Operation, api: Api) -> dict[str, SecurityScheme]:
    """Returns the schemes that an operation names and the document defines."""
    names = (use.scheme for requirement in operation.security or () for use in requirement)
    return {name: api.security_schemes[name] for name in names if name in api.security_schemes}


def is_mock_preflight(operation: Operation) -> bool:
    """Tells whether an operation answers preflights itself, which carry no credentials."""
    return operation.method == "OPTIONS" and isinstance(operation.integration, Mock)


def schemes_in_use(api: Api) -> frozenset[str]:
    """Returns the names of all schemes that operations name."""
    return frozenset(
        use.scheme for operation in api.operations for requirement in operation.security or () for use in requirement
    )

"""Operations as a caller sees them: OpenAPI has no method ANY, no greedy variable and no default route."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge.ir import Api, Operation, Parameter

DEFAULT_ROUTE = "/$default"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")


def public_operations(api: Api) -> tuple[Operation, ...]:
    """Returns the operations; ANY becomes each method that its path does not have besides."""
    declared = {(operation.path, operation.method) for operation in api.operations}
    return tuple(
        shown
        for operation in api.operations
        if operation.path != DEFAULT_ROUTE
        for shown in _methods(operation, declared)
    )


def _methods(operation: Operation, declared: set[tuple[str, str]]) -> Iterator[Operation]:
    plain = msgspec.structs.replace(
        operation,
        path=operation.path.replace("+}", "}"),
        parameters=tuple(map(_parameter, operation.parameters)),
    )
    if operation.method != "ANY":
        yield plain
        return
    for method in METHODS:
        if (operation.path, method) not in declared:
            name = operation.operation_id
            own = None if name is None else name + method.capitalize()
            body = None if method in ("GET", "HEAD") else plain.body
            yield msgspec.structs.replace(plain, method=method, operation_id=own, body=body)


def _parameter(parameter: Parameter) -> Parameter:
    name = parameter.name
    return msgspec.structs.replace(parameter, name=name[:-1]) if name.endswith("+") else parameter

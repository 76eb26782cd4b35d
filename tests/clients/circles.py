"""Documents whose schemas all use each other."""

from __future__ import annotations


def all_use_each_other(count: int, links: int, kind: str) -> str:
    """Returns components `S0` to `S<count - 1>`; each is an allOf or a oneOf of `links` others and an object."""
    lines = ["components:", "  schemas:"]
    for number in range(count):
        others = [f"{{$ref: '#/components/schemas/S{(number + step) % count}'}}" for step in range(1, links + 1)]
        own = f"{{type: object, properties: {{own{number}: {{type: string}}}}}}"
        lines.append(f"    S{number}: {{{kind}: [{', '.join([*others, own])}]}}")
    return "\n".join(lines)

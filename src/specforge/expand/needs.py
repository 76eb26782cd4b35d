"""What all short forms of an API need together: names that do not meet, and each thing once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from specforge.ir import Api, BucketCors, Need, NeededBucket, Operation, ShortForm

_WORD = re.compile(r"[A-Za-z0-9]+")


def labels(api: Api) -> Iterator[str]:
    """Yields a name for each operation: its operationId or its method and path, in letters and digits.

    Operations with a short form have names of their own, which no configured function has either.
    """
    configured = api.deployment.functions if api.deployment is not None else ()
    taken = {function.name.lower() for function in configured}
    for operation in api.operations:
        wanted = _label(operation)
        name, number = wanted, 2
        while name.lower() in taken:
            name, number = f"{wanted}{number}", number + 1
        if isinstance(operation.integration, ShortForm):
            taken.add(name.lower())
        yield name


def _label(operation: Operation) -> str:
    text = operation.operation_id or f"{operation.method.lower()} {operation.path}"
    words: list[str] = _WORD.findall(text)
    first, *rest = words or ["operation"]
    return first[:1].lower() + first[1:] + "".join(word[:1].upper() + word[1:] for word in rest)


def merged(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Returns each need once, by its name; a bucket that several operations use takes all their CORS rules."""
    found: dict[str, Need] = {}
    for need in needs:
        known = found.get(need.name)
        if isinstance(known, NeededBucket) and isinstance(need, NeededBucket):
            found[need.name] = replace(known, cors=_united((*known.cors, *need.cors)))
        elif known is None:
            found[need.name] = need
    return tuple(found.values())


def _united(rules: Iterable[BucketCors]) -> tuple[BucketCors, ...]:
    """Returns the rules, those for the same origins as one."""
    found: dict[tuple[str, ...], BucketCors] = {}
    for rule in rules:
        known = found.setdefault(rule.origins, rule)
        methods = tuple(dict.fromkeys((*known.methods, *rule.methods)))
        headers = tuple(dict.fromkeys((*known.expose_headers, *rule.expose_headers)))
        found[rule.origins] = replace(known, methods=methods, expose_headers=headers)
    return tuple(found.values())

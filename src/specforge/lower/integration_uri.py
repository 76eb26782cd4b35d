"""What the `uri` of an integration or an authorizer names, as far as its literal parts tell.

Source: the API reference, PutIntegration, `uri`, which for an AWS service reads
`arn:aws:apigateway:{region}:{subdomain.service}:{path|action}/{service_api}`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from specforge.ir import Text

_MARK = "\x00"
_AWS = re.compile(r"arn:[^:]*:apigateway:[^:]*:([^:]+):(path|action)/(.*)", re.DOTALL)
_FUNCTION = re.compile(r"\d{4}-\d{2}-\d{2}/functions/(.+)/(?:invocations|response-streaming-invocations)", re.DOTALL)
_FUNCTION_ARN = re.compile(r"arn:[^:]*:lambda:[^:]*:[^:]*:function:.+", re.DOTALL)
# What Terraform and CloudFormation call the invoke ARN of a function.
_INVOKE = re.compile(r"invoke_?arn", re.IGNORECASE)


class Target(NamedTuple):
    """The service behind a URI; `api` is what follows `path/` or `action/`."""

    service: str | None
    by_path: bool
    api: Text


def find_target(uri: Text | None) -> Target | None:
    """Returns what an `arn:...:apigateway:` URI names; None for any other text."""
    found = _AWS.fullmatch(_flat(uri)) if uri is not None else None
    if uri is None or found is None:
        return None
    service = None if _MARK in found[1] else found[1].rpartition(".")[2]
    return Target(service, found[2] == "path", _piece(found, 3, uri))


def find_function(uri: Text | None) -> Text | None:
    """Returns the ARN or name of the Lambda function that a URI names."""
    if uri is None:
        return None
    target = find_target(uri)
    if target is None:
        return uri if _FUNCTION_ARN.fullmatch(_flat(uri)) else None
    found = _FUNCTION.fullmatch(_flat(target.api)) if target.service == "lambda" and target.by_path else None
    return None if found is None else _piece(found, 1, target.api)


def names_function(uri: Text | None) -> bool:
    """Tells whether a URI leads to Lambda, even where it does not tell which function."""
    if uri is None:
        return False
    target = find_target(uri)
    if target is not None:
        return target.service == "lambda"
    if find_function(uri) is not None:
        return True
    return len(uri.deferred) == 1 and len(uri.parts) == 1 and _INVOKE.search(uri.deferred[0].name) is not None


def _flat(text: Text) -> str:
    """Returns the text with each deferred part as one mark, so that expressions can be matched around them."""
    return "".join(part.replace(_MARK, "") if isinstance(part, str) else _MARK for part in text.parts)


def _piece(found: re.Match[str], group: int, whole: Text) -> Text:
    """Returns a group of a match over the flat form of `whole`, its deferred parts put back."""
    deferred = iter(whole.deferred[found.string.count(_MARK, 0, found.start(group)) :])
    literal, *rest = found[group].split(_MARK)
    piece = Text(()) + literal
    for part in rest:
        piece = piece + Text((next(deferred),)) + part
    return piece

"""What a line of the access log looks like.

Source: the developer guide, "Set up CloudWatch logging for REST APIs" and "Customize HTTP API access logs".
A format may use `$context` variables only, stands on one line and must hold the request's id.
"""

from __future__ import annotations

import json

from specforge.ir import Kind

_REST = {
    "requestId": "requestId",
    "extendedRequestId": "extendedRequestId",
    "ip": "identity.sourceIp",
    "caller": "identity.caller",
    "user": "identity.user",
    "requestTime": "requestTime",
    "httpMethod": "httpMethod",
    "resourcePath": "resourcePath",
    "protocol": "protocol",
    "status": "status",
    "responseLength": "responseLength",
    "responseLatency": "responseLatency",
    "integrationLatency": "integration.latency",
    "error": "error.message",
}
_HTTP = {
    "requestId": "requestId",
    "ip": "identity.sourceIp",
    "requestTime": "requestTime",
    "httpMethod": "httpMethod",
    "routeKey": "routeKey",
    "protocol": "protocol",
    "status": "status",
    "responseLength": "responseLength",
    "responseLatency": "responseLatency",
    "integrationLatency": "integrationLatency",
    "error": "error.message",
    "integrationError": "integrationErrorMessage",
}
_IDENTITY = "$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime]"
_CLF = {
    Kind.REST: _IDENTITY + ' "$context.httpMethod $context.resourcePath $context.protocol" '
    "$context.status $context.responseLength $context.requestId $context.extendedRequestId",
    Kind.HTTP: '$context.identity.sourceIp - - [$context.requestTime] "$context.routeKey $context.protocol" '
    "$context.status $context.responseLength $context.requestId",
}


def access_log_format(name: str, kind: Kind) -> str:
    """Returns the format of that name (json, clf, csv, xml); any other text is a format already.

    >>> access_log_format("$context.requestId $context.status", Kind.REST)
    '$context.requestId $context.status'
    """
    fields = _REST if kind is Kind.REST else _HTTP
    match name.lower():
        case "json":
            return json.dumps({key: f"$context.{variable}" for key, variable in fields.items()})
        case "csv":
            return ",".join(f"$context.{variable}" for variable in fields.values())
        case "clf":
            return _CLF[kind]
        case "xml":
            inner = "".join(f"<{key}>$context.{fields[key]}</{key}>" for key in fields if key != "requestId")
            return f'<request id="$context.requestId">{inner}</request>'
        case _:
            return " ".join(name.split("\n"))


def status_pattern(name: str, kind: Kind) -> str | None:
    """Returns the filter pattern of CloudWatch Logs that finds `{status}` in a line of that format; None for any other.

    Source: the CloudWatch Logs guide, "Filter pattern syntax": fields of JSON by their names, other lines by words.

    >>> status_pattern("json", Kind.REST)
    '{ $.status = "{status}" }'
    """
    match name.lower():
        case "json":
            return '{ $.status = "{status}" }'
        case "clf":
            before = "ip, caller, user, time, request," if kind is Kind.REST else "ip, dash1, dash2, time, request,"
            return f"[{before} status={{status}}, ...]"
        case _:
            return None

"""The names that API Gateway puts into the context of a mapping template, and how near a misspelt one is.

Sources: the API Gateway developer guide (mapping template reference; access logging variables of REST, HTTP and
WebSocket APIs), and what templates recorded on AWS show.
"""

from __future__ import annotations

from collections.abc import Iterable

ROOTS = frozenset(("input", "util", "context", "stageVariables"))

INPUT_MEMBERS = frozenset(("body", "json", "path", "params"))
INPUT_PARAMS = frozenset(("path", "querystring", "header"))
UTIL_MEMBERS = frozenset(("escapeJavaScript", "parseJson", "urlEncode", "urlDecode", "base64Encode", "base64Decode"))
CONTEXT_MEMBERS = frozenset(
    (
        "accountId", "apiId", "authenticate", "authorize", "authorizer", "awsEndpointRequestId",
        "awsEndpointRequestId2", "connectedAt", "connectionId", "customDomain", "dataProcessed", "deploymentId",
        "domainName", "domainPrefix", "endpointType", "error", "eventType", "extendedRequestId", "httpMethod",
        "identity", "integration", "integrationErrorMessage", "integrationLatency", "integrationStatus",
        "isCanaryRequest", "messageDirection", "messageId", "path", "protocol", "requestId", "requestOverride",
        "requestTime", "requestTimeEpoch", "resourceId", "resourcePath", "responseLatency", "responseLength",
        "responseOverride", "routeKey", "stage", "status", "waf", "wafResponseCode", "webaclArn", "xrayTraceId",
    )
)  # fmt: skip

VELOCITY_NAMES = frozenset(
    ("foreach", "velocityCount", "velocityHasNext", "bodyContent", "macro", "define", "evaluate", "template")
)
"""What Velocity itself defines inside its blocks."""

OBJECT_MEMBERS = frozenset(("class", "empty", "bytes", "toString", "equals", "hashCode", "getClass"))
"""What every Java object or text has, whatever it is."""

APPSYNC_ROOTS = frozenset(("ctx",))
APPSYNC_UTILITIES = frozenset(
    (
        "appendError", "authType", "autoId", "autoKsuid", "autoUlid", "defaultIfNull", "defaultIfNullOrBlank",
        "defaultIfNullOrEmpty", "dynamodb", "error", "http", "isBoolean", "isList", "isMap", "isNull", "isNullOrBlank",
        "isNullOrEmpty", "isNumber", "isString", "list", "map", "matches", "math", "qr", "quiet", "rds", "str", "time",
        "toJson", "transform", "typeOf", "unauthorized", "validate", "xml",
    )
)  # fmt: skip


def find_near(name: str, known: Iterable[str], most: int = 2) -> str | None:
    """Returns the known name nearest to `name`, at most `most` letters away (a swap is one), if there is one."""
    best, best_distance = None, most + 1
    for candidate in sorted(known):
        if abs(len(candidate) - len(name)) < best_distance:
            distance = _distance(name.lower(), candidate.lower())
            if distance < best_distance:
                best, best_distance = candidate, distance
    return best


def _distance(left: str, right: str) -> int:
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]

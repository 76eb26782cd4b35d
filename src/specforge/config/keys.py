"""The keys of specforge.yaml: one table, from which it is checked and its JSON Schema is made."""

from __future__ import annotations

from specforge.config.shape import Shape, flag, integer, list_of, map_of, number, table, text, value

NAMES = Shape("text")
RULES = list_of("Ids or families of rules.", NAMES)
METHOD_LIMITS = {
    "rate": number("Requests a second."),
    "burst": integer("Requests at once."),
}
THROTTLE = table(
    "Limits on requests.",
    {**METHOD_LIMITS, "methods": map_of("Limits of single methods, named as `GET /orders`.", table("", METHOD_LIMITS))},
)
CLIENTS = table(
    "What the clients of all languages share.",
    {
        "pagination": table(
            "How pages follow one another.",
            {
                "token": text("The parameter, and property of the answer, that leads to the next page."),
                "items": text("The property of the answer that holds the elements."),
            },
            "token",
        ),
        "int64": text("What 64-bit integers become in languages that have none.", "number", "bigint"),
        "idempotency-header": text("The header that makes repeating a request safe."),
    },
)
BUILD = table(
    "What `specforge build` writes.",
    {
        "out": text("The folder to write to."),
        "targets": list_of("The targets to build; without it all that fit the kind of API.", NAMES),
        "clients": CLIENTS,
    },
    of=Shape("map", "The options of a target.", of=Shape("any")),
)
LINT = table(
    "Which rules count.",
    {
        "select": list_of("Ids or families of rules that are in force; `all` for every one.", NAMES),
        "ignore": RULES,
        "severity": map_of("The severity of single rules.", text("", "error", "warning", "info")),
        "per-path": map_of(
            "Settings for paths of the API, which may hold `*`.",
            table("", {"ignore": RULES}),
        ),
        "baseline": text("A file of known findings, which `validate` hides; beside this one."),
    },
)
CORS = table(
    "Cross-origin requests: the preflight answers and headers to add to every path.",
    {
        "origins": list_of("The origins that may ask.", NAMES),
        "methods": list_of("The methods they may use; without it those of each path.", NAMES),
        "headers": list_of("The headers they may send.", NAMES),
        "expose-headers": list_of("The headers of the answer that they may read.", NAMES),
        "credentials": flag("Whether cookies and authorization may be sent."),
        "max-age": integer("How many seconds a preflight answer may be kept.", -1),
    },
)
CACHE = table(
    "The cache of a REST API's stage.",
    {
        "size": number("GB."),
        "ttl": integer("Seconds."),
        "encrypted": flag("Whether cached answers are encrypted."),
        "methods": map_of(
            "Settings of single methods, named as `GET /orders`.",
            table("", {"ttl": integer("Seconds."), "encrypted": flag(""), "enabled": flag("")}),
        ),
        "invalidation": table(
            "Requests with `Cache-Control: max-age=0`.",
            {
                "require-authorization": flag("Whether they need permission."),
                "unauthorized": text(
                    "What such a request without permission gets.",
                    "fail-with-403",
                    "succeed-with-header",
                    "succeed-without-header",
                ),
            },
        ),
    },
)
LOGS = table(
    "Logs of a stage.",
    {
        "access": table(
            "Access logs.",
            {
                "to": text("", "cloudwatch", "firehose"),
                "format": text("json, clf, csv, xml or a format of `$context` variables."),
                "name": text("The log group or delivery stream."),
            },
        ),
        "execution": text("Execution logs.", "off", "error", "info"),
    },
)
STAGE = table(
    "A stage.",
    {
        "variables": map_of("Stage variables.", value("")),
        "cache": CACHE,
        "throttle": THROTTLE,
        "logs": LOGS,
        "metrics": flag("Detailed metrics."),
        "tracing": flag("X-Ray tracing."),
        "canary": table(
            "A canary release.",
            {
                "percent": number("The share of requests."),
                "variables": map_of("Stage variables that differ.", value("")),
            },
            "percent",
        ),
        "waf": value("The ARN of a web ACL."),
        "client-certificate": flag("Whether API Gateway shows a certificate to HTTP backends."),
    },
)
DOMAIN = table(
    "A custom domain name.",
    {
        "name": value("The name."),
        "certificate": value("The ARN of its certificate."),
        "hosted-zone": value("The id of the Route 53 hosted zone."),
        "base-path": text("The path under which the API is found."),
        "security-policy": text("The TLS policy."),
        "mutual-tls": table(
            "Client certificates.",
            {"truststore": value("An S3 URI."), "version": value("Its version.")},
            "truststore",
        ),
    },
    "name",
)
USAGE_PLAN = table(
    "A usage plan.",
    {
        "throttle": THROTTLE,
        "quota": table(
            "How many requests a key may send.",
            {
                "limit": integer("Requests."),
                "per": text("", "day", "week", "month"),
                "offset": integer("Requests already taken in the first period."),
            },
            "limit",
            "per",
        ),
        "stages": list_of("The stages it covers.", NAMES),
        "keys": list_of("Names of API keys to create.", NAMES),
    },
)
FUNCTION = table(
    "A Lambda function to create.",
    {
        "handler": text("The handler."),
        "runtime": text("The runtime."),
        "code": text("The folder of its code."),
        "timeout": integer("Seconds.", 1),
        "memory": integer("MB.", 1),
        "environment": map_of("Environment variables.", value("")),
    },
)
DEPLOY = table(
    "How the API is deployed.",
    {
        "endpoint": table(
            "The endpoint.",
            {
                "type": text("", "edge", "regional", "private"),
                "vpc-endpoints": list_of("Of a private API.", value("")),
                "ip-address-type": text("", "ipv4", "dualstack"),
                "disable-default": flag("Whether only the custom domain answers."),
            },
        ),
        "region": text("The AWS region."),
        "stages": map_of("The stages by name.", STAGE),
        "domain": DOMAIN,
        "policy": Shape("text or table", "The resource policy: a JSON file, or the policy itself."),
        "usage-plans": map_of("Usage plans by name.", USAGE_PLAN),
        "functions": map_of("Lambda functions by name.", FUNCTION),
    },
)
ROOT = table(
    "The configuration of specforge.",
    {
        "spec": text("The OpenAPI document."),
        "api": table(
            "What the document describes.",
            {
                "kind": text("A REST API, an HTTP API, or no API of API Gateway.", "rest", "http", "plain"),
                "name": text("What the API is called in AWS."),
            },
        ),
        "build": BUILD,
        "lint": LINT,
        "cors": CORS,
        "deploy": DEPLOY,
    },
)

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
CORS_ORIGIN = r"\*|[a-z][a-z0-9+.-]*://[A-Za-z0-9._\[\]-]+(?::\d+)?"
CORS_METHOD = r"\*|[A-Z]+"
CORS_HEADER = r"[A-Za-z0-9!#$%&*+.^_`|~-]+"
HEADERS = Shape("text", pattern=CORS_HEADER, form="the name of a header, or *")
CORS = table(
    "Cross-origin requests: the preflight answers and headers to add to every path.",
    {
        "origins": list_of(
            "The origins that may ask.",
            Shape("text", pattern=CORS_ORIGIN, form="a scheme and a host, such as https://app.example.com, or *"),
        ),
        "methods": list_of(
            "The methods they may use; without it those of each path.",
            Shape("text", pattern=CORS_METHOD, form="a method in upper case, or *"),
        ),
        "headers": list_of(
            "The headers they may send; without it those that the operations declare. "
            "Those of credentials may be sent in any case.",
            HEADERS,
        ),
        "expose-headers": list_of("The headers of the answer that they may read.", HEADERS),
        "credentials": flag("Whether cookies and authorization may be sent."),
        "max-age": integer("How many seconds a preflight answer may be kept.", -1),
    },
    "origins",
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
                "to": text("Without it cloudwatch; `none` turns them off.", "cloudwatch", "firehose", "none"),
                "format": text("json, clf, csv, xml or a format of `$context` variables."),
                "name": text("The log group or delivery stream."),
            },
        ),
        "execution": text("Execution logs.", "off", "error", "info"),
        "trace": flag("Whether execution logs hold whole requests and answers, secrets included."),
        "retention": integer("How many days CloudWatch keeps the logs.", 1),
        "key": value("The ARN of the KMS key that encrypts the logs."),
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
                "use-stage-cache": flag("Whether the canary answers from the stage's cache."),
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
        "ip-address-type": text("Whether the name has IPv6 addresses, too.", "ipv4", "dualstack"),
        "existing": flag("Whether the domain was made elsewhere, with another version of the API, say."),
        "mutual-tls": table(
            "Client certificates.",
            {
                "truststore": value("An S3 URI."),
                "version": value("Its version."),
                "ownership-certificate": value("The ARN of a public certificate, where the domain's is not ACM's own."),
            },
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
        "architecture": text("The processor.", "x86_64", "arm64"),
        "role": value("The ARN of its role; without it one is made."),
        "allow": list_of(
            "What the role that is made allows besides writing logs.",
            table(
                "",
                {"actions": list_of("", NAMES), "resources": list_of("ARNs.", value(""))},
                "actions",
                "resources",
            ),
        ),
    },
)
VPC_LINK = table(
    "A VPC link to create, for integrations whose connectionId is its name.",
    {
        "targets": list_of("REST: the ARN of the network load balancer.", value("")),
        "subnets": list_of("HTTP: ids of subnets.", value("")),
        "security-groups": list_of("HTTP: ids of security groups.", value("")),
    },
)
ALARM = {
    "threshold": number("From which value on it rings."),
    "period": integer("Seconds; 60 without it.", 10),
    "periods": integer("How many periods in a row; 1 without it.", 1),
}
ALARMS = table(
    "Alarms on the stages.",
    {
        "server-errors": table("Answers with 5xx a period.", ALARM, "threshold"),
        "latency": table("Milliseconds within which 99 of 100 requests are answered.", ALARM, "threshold"),
        "throttles": table("Answers with 429 a period, counted in the access log.", ALARM, "threshold"),
        "stages": list_of("The stages they watch; all without it.", NAMES),
        "notify": list_of("ARNs of SNS topics, say, that are told.", value("")),
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
        "vpc-links": map_of("VPC links by name.", VPC_LINK),
        "alarms": ALARMS,
        "roles": text("Whether roles of service integrations are made, instead of those named.", "given", "create"),
        "account-role": flag("Whether to make the role by which API Gateway writes logs; one per account and Region."),
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

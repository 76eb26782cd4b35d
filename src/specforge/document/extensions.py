"""The `x-amazon-apigateway-*` extensions as data: where each may stand, for which APIs, and what it may hold.

Source: the developer guide, "OpenAPI extensions for API Gateway", one page per extension.
"""

from __future__ import annotations

from typing import NamedTuple

REST = frozenset({"rest"})
HTTP = frozenset({"http"})
BOTH = frozenset({"rest", "http"})
PREFIX = "x-amazon-apigateway-"


class Extension(NamedTuple):
    """An extension: the objects that may hold it, the kinds of API that read it, the plain types of its value.

    `keys` are the properties of its object, None where any key is allowed or the value is no object.
    """

    places: frozenset[str]
    kinds: frozenset[str]
    types: tuple[str, ...] = ("object",)
    keys: frozenset[str] | None = None


def _at(*places: str) -> frozenset[str]:
    return frozenset(places)


INTEGRATION_KEYS = frozenset(
    {
        "type",
        "httpMethod",
        "uri",
        "connectionType",
        "connectionId",
        "integrationTarget",
        "credentials",
        "requestParameters",
        "requestTemplates",
        "passthroughBehavior",
        "contentHandling",
        "cacheNamespace",
        "cacheKeyParameters",
        "timeoutInMillis",
        "responses",
        "responseParameters",
        "payloadFormatVersion",
        "integrationSubtype",
        "tlsConfig",
        "responseTransferMode",
    }
)
AUTHORIZER_KEYS = frozenset(
    {
        "type",
        "authorizerUri",
        "authorizerCredentials",
        "identitySource",
        "identityValidationExpression",
        "authorizerResultTtlInSeconds",
        "providerARNs",
        "jwtConfiguration",
        "authorizerPayloadFormatVersion",
        "enableSimpleResponses",
    }
)
INTEGRATION_RESPONSE_KEYS = frozenset({"statusCode", "responseParameters", "responseTemplates", "contentHandling"})
GATEWAY_RESPONSE_KEYS = frozenset({"statusCode", "responseParameters", "responseTemplates"})
VALIDATOR_KEYS = frozenset({"validateRequestBody", "validateRequestParameters"})
CORS_KEYS = frozenset({"allowOrigins", "allowMethods", "allowHeaders", "exposeHeaders", "maxAge", "allowCredentials"})
ENDPOINT_KEYS = frozenset({"disableExecuteApiEndpoint", "vpcEndpointIds", "ipAddressType"})
DOCUMENTATION_KEYS = frozenset({"version", "documentationParts", "createdDate"})

EXTENSIONS = {
    PREFIX + name: extension
    for name, extension in {
        "any-method": Extension(_at("path item"), BOTH),
        "api-key-source": Extension(_at("root"), REST, ("string",)),
        "auth": Extension(_at("operation"), BOTH, ("object",), frozenset({"type"})),
        "authorizer": Extension(_at("security scheme"), BOTH, ("object",), AUTHORIZER_KEYS),
        "authtype": Extension(_at("security scheme"), BOTH, ("string",)),
        "binary-media-types": Extension(_at("root"), REST, ("array",)),
        "cors": Extension(_at("root"), HTTP, ("object",), CORS_KEYS),
        "documentation": Extension(_at("root"), REST, ("object",), DOCUMENTATION_KEYS),
        "endpoint-access-mode": Extension(_at("root"), REST, ("string",)),
        "endpoint-configuration": Extension(_at("root", "server"), BOTH, ("object",), ENDPOINT_KEYS),
        "gateway-responses": Extension(_at("root"), REST),
        "importexport-version": Extension(_at("root"), BOTH, ("string", "number")),
        "integration": Extension(_at("operation"), BOTH, ("object",), INTEGRATION_KEYS),
        "integrations": Extension(_at("components"), HTTP),
        "minimum-compression-size": Extension(_at("root"), REST, ("number",)),
        "policy": Extension(_at("root"), REST),
        "request-validator": Extension(_at("root", "operation"), REST, ("string",)),
        "request-validators": Extension(_at("root"), REST),
        "security-policy": Extension(_at("root"), REST, ("string",)),
        "tag-value": Extension(_at("tag"), HTTP, ("string",)),
    }.items()
}

GATEWAY_RESPONSE_TYPES = (
    "DEFAULT_4XX",
    "DEFAULT_5XX",
    "RESOURCE_NOT_FOUND",
    "UNAUTHORIZED",
    "INVALID_API_KEY",
    "ACCESS_DENIED",
    "AUTHORIZER_FAILURE",
    "AUTHORIZER_CONFIGURATION_ERROR",
    "INVALID_SIGNATURE",
    "EXPIRED_TOKEN",
    "MISSING_AUTHENTICATION_TOKEN",
    "INTEGRATION_FAILURE",
    "INTEGRATION_TIMEOUT",
    "API_CONFIGURATION_ERROR",
    "UNSUPPORTED_MEDIA_TYPE",
    "BAD_REQUEST_PARAMETERS",
    "BAD_REQUEST_BODY",
    "REQUEST_TOO_LARGE",
    "THROTTLED",
    "QUOTA_EXCEEDED",
    "WAF_FILTERED",
)
"""Source: GatewayResponseType of the API reference."""

_METHOD = frozenset({"path", "method"})
_RESPONSE = _METHOD | {"statusCode"}
DOCUMENTATION_LOCATIONS = {
    "API": frozenset[str](),
    "AUTHORIZER": frozenset({"name"}),
    "MODEL": frozenset({"name"}),
    "RESOURCE": frozenset({"path"}),
    "METHOD": _METHOD,
    "PATH_PARAMETER": _METHOD | {"name"},
    "QUERY_PARAMETER": _METHOD | {"name"},
    "REQUEST_HEADER": _METHOD | {"name"},
    "REQUEST_BODY": _METHOD | {"name"},
    "RESPONSE": _RESPONSE,
    "RESPONSE_HEADER": _RESPONSE | {"name"},
    "RESPONSE_BODY": _RESPONSE,
}
"""What the location of a documentation part may say beside its type. Source: DocumentationPartLocation of the API
reference.
"""
NAMED_LOCATIONS = frozenset(
    {"AUTHORIZER", "MODEL", "PATH_PARAMETER", "QUERY_PARAMETER", "REQUEST_HEADER", "RESPONSE_HEADER"}
)

OWN_MODELS = frozenset({"Empty", "Error"})
"""Models that API Gateway gives a REST API by itself, so that documents refer to them without having them."""

INTEGRATION_TYPES = ("aws", "aws_proxy", "http", "http_proxy", "mock")
INTEGRATION_METHODS = ("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY")
PASSTHROUGH_BEHAVIORS = ("when_no_match", "when_no_templates", "never")
CONTENT_HANDLINGS = ("CONVERT_TO_TEXT", "CONVERT_TO_BINARY")
CONNECTION_TYPES = ("INTERNET", "VPC_LINK")

SUBTYPES = {
    "EventBridge-PutEvents": ("Detail", "DetailType", "Source"),
    "SQS-SendMessage": ("QueueUrl", "MessageBody"),
    "SQS-ReceiveMessage": ("QueueUrl",),
    "SQS-DeleteMessage": ("QueueUrl", "ReceiptHandle"),
    "SQS-PurgeQueue": ("QueueUrl",),
    "AppConfig-GetConfiguration": ("Application", "Environment", "Configuration", "ClientId"),
    "Kinesis-PutRecord": ("StreamName", "Data", "PartitionKey"),
    "StepFunctions-StartExecution": ("StateMachineArn",),
    "StepFunctions-StartSyncExecution": ("StateMachineArn",),
    "StepFunctions-StopExecution": ("ExecutionArn",),
}
"""HTTP API integration subtypes and the request parameters that each must have.

Source: the developer guide, "Integration subtype reference".
"""
SUBTYPE_OPTIONS = {
    "EventBridge-PutEvents": ("Time", "EventBusName", "Resources", "Region", "TraceHeader"),
    "SQS-SendMessage": (
        "DelaySeconds",
        "MessageAttributes",
        "MessageDeduplicationId",
        "MessageGroupId",
        "MessageSystemAttributes",
        "Region",
    ),
    "SQS-ReceiveMessage": (
        "AttributeNames",
        "MaxNumberOfMessages",
        "MessageAttributeNames",
        "ReceiveRequestAttemptId",
        "VisibilityTimeout",
        "WaitTimeSeconds",
        "Region",
    ),
    "SQS-DeleteMessage": ("Region",),
    "SQS-PurgeQueue": ("Region",),
    "AppConfig-GetConfiguration": ("ClientConfigurationVersion", "Region"),
    "Kinesis-PutRecord": ("SequenceNumberForOrdering", "ExplicitHashKey", "Region"),
    "StepFunctions-StartExecution": ("Name", "Input", "Region"),
    "StepFunctions-StartSyncExecution": ("Name", "Input", "Region", "TraceHeader"),
    "StepFunctions-StopExecution": ("Cause", "Error", "Region"),
}
"""The request parameters that each subtype may have besides. Source: the same page."""
SECURITY_POLICIES_LEGACY = ("TLS_1_0", "TLS_1_2")
SECURITY_POLICIES_REGIONAL = (
    "SecurityPolicy_TLS13_1_3_2025_09",
    "SecurityPolicy_TLS13_1_3_FIPS_2025_09",
    "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_2021_06",
)
SECURITY_POLICIES_EDGE = (
    "SecurityPolicy_TLS13_2025_EDGE",
    "SecurityPolicy_TLS12_PFS_2025_EDGE",
    "SecurityPolicy_TLS12_2018_EDGE",
)
SECURITY_POLICIES = (*SECURITY_POLICIES_LEGACY, *SECURITY_POLICIES_REGIONAL, *SECURITY_POLICIES_EDGE)
"""TLS policies of REST APIs and their domains. Source: SecurityPolicy of the API reference."""
ACCESS_MODES = ("BASIC", "STRICT")
IP_ADDRESS_TYPES = ("ipv4", "dualstack")

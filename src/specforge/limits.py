"""Quotas and limits of API Gateway as data; nothing else in specforge holds such a number.

`raisable` quotas can be increased by AWS on request, so that breaking one is a warning that names the default.
"""

from __future__ import annotations

from typing import NamedTuple

READ = "2026-11-22"
_GUIDE = "https://docs.aws.amazon.com/apigateway/latest/developerguide/"
_API = "https://docs.aws.amazon.com/apigateway/latest/api/"
_AWS = "https://docs.aws.amazon.com/"
_LAMBDA = _AWS + "lambda/latest/api/"
_V2 = "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/"
REST_QUOTAS = _GUIDE + "api-gateway-execution-service-limits-table.html"
HTTP_QUOTAS = _GUIDE + "http-api-quotas.html"


class Limit(NamedTuple):
    """A limit: its value, the unit, where AWS states it, and whether AWS raises it on request."""

    value: int
    unit: str
    source: str
    raisable: bool = False


INTEGRATION_TIMEOUT_MIN_MS = Limit(50, "ms", REST_QUOTAS)
REST_INTEGRATION_TIMEOUT_DEFAULT_MS = Limit(29_000, "ms", REST_QUOTAS, raisable=True)
REST_STREAM_TIMEOUT_MAX_MS = Limit(900_000, "ms", _GUIDE + "response-transfer-mode.html")
HTTP_INTEGRATION_TIMEOUT_MAX_MS = Limit(30_000, "ms", HTTP_QUOTAS)
REST_RESOURCES = Limit(300, "resources per API", REST_QUOTAS, raisable=True)
HTTP_ROUTES = Limit(300, "routes per API", HTTP_QUOTAS, raisable=True)
HTTP_INTEGRATIONS = Limit(300, "integrations per API", HTTP_QUOTAS)
AUTHORIZERS = Limit(10, "authorizers per API", REST_QUOTAS, raisable=True)
STAGES = Limit(10, "stages per API", REST_QUOTAS, raisable=True)
DOCUMENTATION_PARTS = Limit(2_000, "parts per API", REST_QUOTAS, raisable=True)
POLICY_CHARACTERS = Limit(8_192, "characters", REST_QUOTAS, raisable=True)
STAGE_VARIABLES = Limit(100, "variables per stage", REST_QUOTAS)
STAGE_VARIABLE_NAME = Limit(64, "characters", REST_QUOTAS)
STAGE_VARIABLE_VALUE = Limit(512, "characters", REST_QUOTAS)
STAGE_NAME = Limit(128, "characters", _API + "API_CreateStage.html")
IMPORT_BYTES = Limit(6_000_000, "bytes", _API + "API_ImportRestApi.html")
TEMPLATE_BYTES = Limit(300 * 1024, "bytes", REST_QUOTAS)
MODEL_BYTES = Limit(400 * 1024, "bytes", _API + "API_CreateModel.html")
CACHE_TTL_MAX_S = Limit(3_600, "s", REST_QUOTAS)
AUTHORIZER_TTL_MAX_S = Limit(3_600, "s", _API + "API_CreateAuthorizer.html")
COMPRESSION_MAX_BYTES = Limit(10_485_760, "bytes", _API + "API_CreateRestApi.html")
JWT_AUDIENCES = Limit(50, "audiences per authorizer", HTTP_QUOTAS)
ROUTE_SCOPES = Limit(10, "scopes per route", HTTP_QUOTAS)
CORS_MAX_AGE_S = Limit(86_400, "s", _V2 + "apis-apiid.html")
CORS_MAX_AGE_MIN_S = Limit(-1, "s", _V2 + "apis-apiid.html")
ACCOUNT_RATE = Limit(10_000, "requests per second per account", _GUIDE + "limits.html", raisable=True)
ACCOUNT_BURST = Limit(5_000, "requests per account", _GUIDE + "limits.html", raisable=True)
SMALL_REGION_RATE = Limit(2_500, "requests per second per account", _GUIDE + "limits.html", raisable=True)
SMALL_REGION_BURST = Limit(1_250, "requests per account", _GUIDE + "limits.html", raisable=True)
FOREACH_ITERATIONS = Limit(1_000, "iterations", REST_QUOTAS)
TAGS = Limit(50, "tags per resource", _GUIDE + "apigateway-tagging-supported-resources.html")
TAG_VALUE = Limit(256, "characters", _GUIDE + "apigateway-tagging-supported-resources.html")
METHOD_THROTTLES = Limit(20, "method throttles per stage of a usage plan", REST_QUOTAS, raisable=True)
METHOD_ARN_BYTES = Limit(1_600, "bytes", REST_QUOTAS)
METRIC_DIMENSION = Limit(255, "characters", _GUIDE + "api-gateway-known-issues.html")
HEADER_BYTES = Limit(10_240, "bytes of all headers", REST_QUOTAS)
PAYLOAD_BYTES = Limit(10 * 1024 * 1024, "bytes", REST_QUOTAS)
HTTP_OPERATION_NAME = Limit(64, "characters", _V2 + "apis-apiid-routes.html")
USAGE_PLAN_QUOTA_MIN = Limit(1, "requests per period", _API + "API_QuotaSettings.html")
USAGE_PLAN_OFFSETS = {
    "day": Limit(0, "requests", _API + "API_QuotaSettings.html"),
    "week": Limit(6, "requests", _API + "API_QuotaSettings.html"),
    "month": Limit(27, "requests", _API + "API_QuotaSettings.html"),
}
BASE_PATH = Limit(300, "characters", _GUIDE + "rest-api-mappings.html")
CANARY_PERCENT = Limit(100, "percent of the requests", _API + "API_CanarySettings.html")
FUNCTION_TIMEOUT_MIN_S = Limit(1, "s", _LAMBDA + "API_CreateFunction.html")
FUNCTION_TIMEOUT_MAX_S = Limit(5_400, "s", _LAMBDA + "API_CreateFunction.html")
FUNCTION_MEMORY_MIN_MB = Limit(128, "MB", _LAMBDA + "API_CreateFunction.html")
FUNCTION_MEMORY_MAX_MB = Limit(32_768, "MB", _LAMBDA + "API_CreateFunction.html")
ALARM_PERIOD_STEP_S = Limit(60, "s", _GUIDE + "api-gateway-metrics-and-dimensions.html")
LOG_GROUP_NAME = Limit(512, "characters", _AWS + "AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html")
DELIVERY_STREAM_NAME = Limit(64, "characters", _AWS + "firehose/latest/APIReference/API_CreateDeliveryStream.html")
HTTP_ACCESS_LOG_FORMAT_BYTES = Limit(3 * 1024, "bytes", HTTP_QUOTAS)
SMALL_REGIONS = frozenset(
    {
        "af-south-1",
        "ap-south-2",
        "ap-southeast-3",
        "ap-southeast-4",
        "ap-southeast-5",
        "ap-southeast-7",
        "ca-west-1",
        "eu-central-2",
        "eu-south-1",
        "eu-south-2",
        "il-central-1",
        "me-central-1",
        "mx-central-1",
    }
)
"""Regions whose accounts start with the smaller throttle. Source: the developer guide, "Amazon API Gateway quotas"."""
TAG_KEY = Limit(128, "characters", _V2 + "tags-resource-arn.html")
CACHE_SIZES_GB = (0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118.0, 237.0)
"""Sizes of a cache cluster in GB. Source: CacheClusterSize of the API reference."""
LOG_RETENTION_DAYS = (
    1,
    3,
    5,
    7,
    14,
    30,
    60,
    90,
    120,
    150,
    180,
    365,
    400,
    545,
    731,
    1096,
    1827,
    2192,
    2557,
    2922,
    3288,
    3653,
)
"""How many days CloudWatch keeps logs, if not for ever.

Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
"""

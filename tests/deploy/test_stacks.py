"""The CloudFormation stack with everything on, created in moto and read back: each row of the feature inventory.

moto stands for AWS as far as it keeps what it is told; `LOST` lists what it does not, and a test sees to it that the
list is true.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import boto3
import pytest
import yaml

from tests.deploy.cases import everything
from tests.deploy.stacks import Stack, created
from tests.deploy.world import REGION

AUTHORIZER = "x-amazon-apigateway-authorizer"
GIVEN = ("update", "cancel", "parcels", "picklist", "ship", "partners", "check-signature")
# What moto takes and does not keep, or does not take at all.
LOST = {
    "types": {"AWS::ApiGateway::Account", "AWS::CloudFormation::WaitConditionHandle", "AWS::Logs::MetricFilter"},
    "api": {"endpointConfiguration.types", "disableExecuteApiEndpoint"},
    "body": {"models", "validators", "gateway responses", "authorizers"},
    "stage": {"canarySettings", "clientCertificateId"},
    "method settings": {"requireAuthorizationForCacheControl", "unauthorizedCacheControlHeaderStrategy"},
    "domain": {"mutualTlsAuthentication"},
    "function": {"Architectures", "LoggingConfig", "TracingConfig"},
    "log group": {"kmsKeyId"},
}


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    with created(everything("cloudformation"), [f"orders-{name}" for name in GIVEN]) as made:
        yield made


def test_every_type_that_moto_knows_was_made(stack: Stack) -> None:
    missing = {each["Type"] for name, each in stack.template["Resources"].items() if name not in stack.made}

    assert missing == LOST["types"]


def test_every_operation_is_there_with_its_integration(stack: Stack) -> None:
    body = stack.template["Resources"]["Api"]["Properties"]["Body"]
    wanted = {f"{method.upper()} {path}" for path, item in body["paths"].items() for method in item if len(method) < 8}

    found = stack.gateway.get_resources(restApiId=stack.api, embed=["methods"], limit=500)["items"]
    methods = {
        f"{method} {one['path']}": each for one in found for method, each in one.get("resourceMethods", {}).items()
    }

    assert {name.replace("X-AMAZON-APIGATEWAY-ANY-METHOD", "ANY") for name in wanted} <= set(methods)
    assert [name for name, each in methods.items() if "methodIntegration" not in each] == []


def test_the_parts_of_the_body_that_moto_reads_came_with_it(stack: Stack) -> None:
    body = stack.template["Resources"]["Api"]["Properties"]["Body"]
    wanted = {
        "models": set(body["components"]["schemas"]),
        "validators": set(body["x-amazon-apigateway-request-validators"]),
        "gateway responses": set(body["x-amazon-apigateway-gateway-responses"]),
        "authorizers": {name for name, one in body["components"]["securitySchemes"].items() if AUTHORIZER in one},
    }
    found = read_back(stack)

    assert stack.gateway.get_rest_api(restApiId=stack.api)["name"] == "orders"
    assert {name for name in wanted if not wanted[name] <= found[name]} == LOST["body"]


def read_back(stack: Stack) -> dict[str, set[str]]:
    """Returns the names of what moto made of the body."""
    gateway, api = stack.gateway, {"restApiId": stack.api}
    return {
        "models": {one["name"] for one in gateway.get_models(**api)["items"]},
        "validators": {one["name"] for one in gateway.get_request_validators(**api)["items"]},
        "gateway responses": {one["responseType"] for one in gateway.get_gateway_responses(**api)["items"]},
        "authorizers": {one["name"] for one in gateway.get_authorizers(**api)["items"]},
    }


def test_the_policy_is_that_of_the_configuration(stack: Stack) -> None:
    policy = json.loads(stack.gateway.get_rest_api(restApiId=stack.api)["policy"].replace("\\", ""))

    assert policy["Statement"][0]["Condition"] == {"IpAddress": {"aws:SourceIp": ["192.0.2.0/24"]}}


def test_stages_have_their_variables_cache_and_tracing(stack: Stack) -> None:
    dev, prod = stack.stage("dev"), stack.stage("prod")

    assert dev["variables"]["table"] == "orders-dev"
    assert prod["variables"]["carrierHost"] == "api.carrier.example.com"
    assert (dev["cacheClusterEnabled"], prod["cacheClusterEnabled"], prod["cacheClusterSize"]) == (False, True, "0.5")
    assert (dev["tracingEnabled"], prod["tracingEnabled"]) == (True, True)


def test_access_logs_go_to_firehose_and_to_cloudwatch(stack: Stack) -> None:
    dev, prod = (stack.stage(name)["accessLogSettings"] for name in ("dev", "prod"))

    assert dev["destinationArn"].endswith(":deliverystream/amazon-apigateway-orders-dev")
    assert dev["format"].startswith("$context.requestId,")
    assert prod["destinationArn"].endswith(":log-group:/aws/apigateway/orders/Prod")
    assert json.loads(prod["format"])["requestId"] == "$context.requestId"


def test_methods_have_their_own_settings(stack: Stack) -> None:
    settings = stack.stage("prod")["methodSettings"]

    common, post, get, rates = (
        settings[key] for key in ("*/*", "orders/POST", "orders/{orderId}/GET", "shipping-rates/GET")
    )
    assert (common["throttlingRateLimit"], common["throttlingBurstLimit"]) == (1000.0, 2000)
    assert (post["throttlingRateLimit"], post["throttlingBurstLimit"]) == (100.0, 200)
    assert (get["throttlingRateLimit"], get["cachingEnabled"]) == (500.0, False)
    assert (rates["cacheTtlInSeconds"], rates["cacheDataEncrypted"]) == (300, True)
    assert {one["loggingLevel"] for one in settings.values()} == {"ERROR"}
    assert {(one["metricsEnabled"], one["dataTraceEnabled"]) for one in settings.values()} == {(True, False)}


def test_logs_are_kept_for_as_long_as_was_asked(stack: Stack) -> None:
    groups = stack.client("logs").describe_log_groups()["logGroups"]

    found = {group["logGroupName"]: group["retentionInDays"] for group in groups}

    assert found["/aws/apigateway/orders/Prod"] == 365
    assert found[f"API-Gateway-Execution-Logs_{stack.api}/prod"] == 365
    assert found[f"API-Gateway-Execution-Logs_{stack.api}/dev"] == 7
    assert found[stack.made["CreateOrderFunctionLog"]] == 30


def test_usage_plans_have_limits_quotas_and_keys(stack: Stack) -> None:
    plans = {plan["name"]: plan for plan in stack.gateway.get_usage_plans()["items"]}

    resellers, trial = plans["resellers"], plans["trial"]
    (stage,) = resellers["apiStages"]
    keys = stack.gateway.get_usage_plan_keys(usagePlanId=resellers["id"])["items"]
    assert stage == {
        "apiId": stack.api,
        "stage": "prod",
        "throttle": {"/orders/{orderId}/GET": {"burstLimit": 5, "rateLimit": 5.0}},
    }
    assert resellers["throttle"] == {"burstLimit": 20, "rateLimit": 10.0}
    assert resellers["quota"] == {"limit": 100000, "offset": 10, "period": "MONTH"}
    assert sorted(key["name"] for key in keys) == ["reseller-pots-and-pans", "reseller-tea-house"]
    assert [stage["stage"] for stage in trial["apiStages"]] == ["dev", "prod"]


def test_the_domain_has_its_certificate_mapping_and_both_records(stack: Stack) -> None:
    domain = stack.gateway.get_domain_name(domainName="orders.shop.example.com")
    mappings = stack.gateway.get_base_path_mappings(domainName="orders.shop.example.com")["items"]
    zone = stack.template["Resources"]["DomainRecord"]["Properties"]["HostedZoneId"]
    records = boto3.client("route53").list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]

    assert domain["regionalCertificateArn"].endswith("certificate/6c1d2f34-8a1b-4c5d-9e0f-112233445566")
    assert (domain["securityPolicy"], domain["endpointConfiguration"]["ipAddressType"]) == ("TLS_1_2", "dualstack")
    assert mappings == [{"basePath": "v1", "restApiId": stack.api, "stage": "prod"}]
    aliases = {one["Type"]: one["AliasTarget"]["DNSName"] for one in records if "AliasTarget" in one}
    assert aliases == dict.fromkeys(("A", "AAAA"), stack.outputs["DomainTarget"])


def test_the_vpc_link_leads_to_the_load_balancer(stack: Stack) -> None:
    (link,) = stack.gateway.get_vpc_links()["items"]

    assert link["targetArns"][0].endswith("loadbalancer/net/printers/50dc6c495c0c9188")


def test_functions_are_made_with_their_code_and_settings(stack: Stack) -> None:
    client = stack.client("lambda")

    created = client.get_function(FunctionName="orders-create")["Configuration"]
    listed = client.get_function(FunctionName="orders-list")["Configuration"]

    assert (created["MemorySize"], created["Timeout"], created["Handler"]) == (512, 10, "orders.create")
    assert created["Environment"]["Variables"] == {"TABLE": "orders"}
    assert created["Role"].endswith(stack.made["CreateOrderFunctionRole"])
    assert listed["Role"] == "arn:aws:iam::123456789012:role/orders-list"


@pytest.mark.parametrize(
    ("function", "sources"),
    [
        ("orders-create", ["dev/POST/orders", "prod/POST/orders"]),
        ("orders-update", ["dev/PATCH/orders/*", "prod/PATCH/orders/*"]),
        ("orders-picklist", ["dev/GET/warehouse/picklist", *["prod/GET/warehouse/picklist"] * 2]),
        ("orders-check-signature", ["authorizers/*"]),
    ],
)
def test_each_function_may_be_called_for_what_calls_it(stack: Stack, function: str, sources: list[str]) -> None:
    statements = json.loads(stack.client("lambda").get_policy(FunctionName=function)["Policy"])["Statement"]

    found = [one["Condition"]["ArnLike"]["AWS:SourceArn"].partition(f"{stack.api}/")[2] for one in statements]
    assert sorted(found) == sorted(sources)
    assert {one["Principal"]["Service"] for one in statements} == {"apigateway.amazonaws.com"}


def test_roles_allow_what_the_integrations_do_and_nothing_else(stack: Stack) -> None:
    client = boto3.client("iam")

    found = {}
    for logical_id in ("OrdersApiTableRole", "OrdersApiInvoicesRole"):
        document = client.get_role_policy(RoleName=stack.made[logical_id], PolicyName="calls")["PolicyDocument"]
        found[logical_id] = [
            (one["Action"], len(one["Resource"])) for one in yaml.safe_load(str(document))["Statement"]
        ]

    assert found == {
        "OrdersApiTableRole": [(["dynamodb:GetItem"], 2), (["dynamodb:PutItem", "dynamodb:Query"], 2)],
        "OrdersApiInvoicesRole": [(["s3:GetObject"], 1)],
    }


def test_alarms_watch_the_stage_and_tell(stack: Stack) -> None:
    alarms = stack.client("cloudwatch").describe_alarms()["MetricAlarms"]

    assert {alarm["MetricName"] for alarm in alarms} == {"5XXError", "Latency", "Throttles prod"}
    assert {tuple(alarm["AlarmActions"]) for alarm in alarms} == {("arn:aws:sns:eu-west-1:123456789012:on-call",)}


def test_the_web_acl_is_that_of_the_stage(stack: Stack) -> None:
    arn = f"arn:aws:apigateway:{REGION}::/restapis/{stack.api}/stages/prod"

    found = stack.client("wafv2").get_web_acl_for_resource(ResourceArn=arn)["WebACL"]

    assert found["Name"] == "orders"


def test_what_moto_loses_it_still_loses(stack: Stack) -> None:
    api, prod = stack.gateway.get_rest_api(restApiId=stack.api), stack.stage("prod")
    function = stack.client("lambda").get_function(FunctionName="orders-create")["Configuration"]
    groups = stack.client("logs").describe_log_groups()["logGroups"]

    assert "types" not in api["endpointConfiguration"]
    assert api["disableExecuteApiEndpoint"] is False
    assert not LOST["stage"] & set(prod)
    assert {prod["methodSettings"]["*/*"][key] for key in LOST["method settings"]} == {
        True,
        "SUCCEED_WITH_RESPONSE_HEADER",
    }
    assert not LOST["domain"] & set(stack.gateway.get_domain_name(domainName="orders.shop.example.com"))
    assert (function["Architectures"], function["TracingConfig"]) == (["x86_64"], {"Mode": "PassThrough"})
    assert not LOST["log group"] & {key for group in groups for key in group}


def test_the_template_says_what_moto_loses(stack: Stack) -> None:
    resources = stack.template["Resources"]

    stage, domain = (resources[name]["Properties"] for name in ("ProdStage", "Domain"))
    assert stage["CanarySetting"]["StageVariableOverrides"] == {"alias": "next"}
    assert stage["ClientCertificateId"] == {"Ref": "ProdClientCertificate"}
    assert domain["MutualTlsAuthentication"] == {
        "TruststoreUri": "s3://shop-truststore/store.pem",
        "TruststoreVersion": "3",
    }
    assert resources["Api"]["Properties"]["EndpointConfiguration"] == {
        "Types": ["REGIONAL"],
        "IpAddressType": "dualstack",
    }
    assert resources["ApiGatewayAccount"]["Condition"] == "MakesAccountRole"

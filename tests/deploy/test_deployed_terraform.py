"""`terraform apply` with the real provider, 5.100, against moto: what was made is read back and compared.

moto takes and forgets some of what it is told; docs/terraform.md lists it, and the plan after the apply shows no more
than that (`LOST`).
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import boto3
import pytest

from tests.deploy.cases import Case, cases, everything
from tests.deploy.moto_plus import REGION
from tests.deploy.terraform import Root, changes, provider
from tests.required import ROOT, terraform_plugin_dir

REST, HTTP = "module.module0", "module.module1"
# What another plan would change, because moto did not keep it.
LOST = {
    f"{REST}.aws_api_gateway_rest_api.this": {"binary_media_types"},
    f"{REST}.aws_api_gateway_domain_name.this": {"mutual_tls_authentication"},
    f"{REST}.aws_api_gateway_stage.prod": {"canary_settings", "client_certificate_id"},
    f"{REST}.aws_lambda_function.create_order": {"logging_config"},
    f"{REST}.aws_lambda_function.list_orders": {"logging_config"},
    f"{HTTP}.aws_apigatewayv2_domain_name.this": {"mutual_tls_authentication"},
}
# Functions that the documents name and somebody else deploys.
ELSEWHERE = (
    *("orders-update", "orders-cancel", "orders-parcels", "orders-picklist", "orders-ship", "orders-partners"),
    *("orders-check-signature", "catalog-create", "catalog-delete", "catalog-read", "catalog-old-links"),
    "catalog-check-staff",
)


class Aws:
    """Clients of moto; each answer without what differs from run to run."""

    def __init__(self, address: str) -> None:
        self._address = address

    def __call__(self, service: str) -> Any:
        """Returns a client."""
        keys = {"aws_access_key_id": "none", "aws_secret_access_key": "none"}
        return boto3.client(service, endpoint_url=self._address, region_name=REGION, **keys)

    def prepare(self) -> dict[str, str]:
        """Makes what the modules only refer to; returns what moto calls otherwise than the configuration."""
        package = io.BytesIO()
        with ZipFile(package, "w") as archive:
            archive.writestr("a.py", "")
        role = self("iam").create_role(RoleName="orders-list", AssumeRolePolicyDocument="{}")["Role"]["Arn"]
        code = {"ZipFile": package.getvalue()}
        for name in ELSEWHERE:
            self("lambda").create_function(FunctionName=name, Runtime="python3.13", Role=role, Handler="a.b", Code=code)
        for alias in ("dev", "live", "next"):
            self("lambda").create_alias(FunctionName="orders-picklist", Name=alias, FunctionVersion="$LATEST")
        zone = self("route53").create_hosted_zone(Name="example.com", CallerReference="x")["HostedZone"]["Id"]
        seen = {"SampledRequestsEnabled": False, "CloudWatchMetricsEnabled": False, "MetricName": "orders"}
        acl = self("wafv2").create_web_acl(
            Name="orders", Scope="REGIONAL", DefaultAction={"Allow": {}}, VisibilityConfig=seen
        )
        named = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/orders/0b7f2c1e-5d43-4f6a-9a55-3f1f0a2c8d11"
        return {"Z0123456789ABCDEFGHIJ": zone.rpartition("/")[2], named: acl["Summary"]["ARN"]}


def given(case: Case, names: Mapping[str, str]) -> Case:
    files = dict(case.files)
    for name, text in files.items():
        for before, after in names.items():
            text = text.replace(before, after)  # noqa: PLW2901 (one name after the other)
        files[name] = text
    return case._replace(files=files)


def subset(found: Any, wanted: Any) -> Any:
    """Returns what was found of what is wanted, in its form."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return {key: subset(found.get(key), each) for key, each in wanted.items()}
    return found


@pytest.mark.slow
def test_what_is_applied_is_what_was_asked_for(aws: str, tmp_path: Path) -> None:
    terraform_plugin_dir()
    client = Aws(aws)
    names = client.prepare()
    (catalog,) = cases(ROOT / "specs" / "catalog.yaml", "terraform")
    root = Root(tmp_path, [given(everything("terraform"), names), given(catalog, names)], configured=provider(aws))
    root.init()
    root.done("apply", "-auto-approve", "-no-color", "-input=false")

    assert_rest_api(client)
    assert_around(client, names)
    assert_http_api(client)
    lost = root.plan()
    assert changed_attributes(lost) == LOST

    before = stages(client)["prod"]["deploymentId"]
    document = tmp_path / "module0" / "openapi.json.tftpl"
    document.write_text(document.read_text(encoding="utf-8").replace("Orders", "All orders", 1), encoding="utf-8")
    plan = root.plan("-target=module.module0.aws_api_gateway_stage.prod")
    assert changes(plan)[f"{REST}.aws_api_gateway_deployment.this"] == ["create", "delete"]
    root.done("apply", "-no-color", "plan")
    assert stages(client)["prod"]["deploymentId"] != before


def changed_attributes(plan: Mapping[str, Any]) -> dict[str, set[str]]:
    """Returns which attributes a plan would change, by the address of the resource."""
    found: dict[str, set[str]] = {}
    for each in plan["resource_changes"]:
        before, after = each["change"]["before"] or {}, each["change"]["after"] or {}
        differ = {name for name, value in after.items() if before.get(name) != value}
        if each["change"]["actions"] not in (["no-op"], ["read"]):
            found[each["address"]] = differ
    return found


def stages(client: Aws) -> dict[str, Any]:
    return {each["stageName"]: each for each in client("apigateway").get_stages(restApiId=rest_id(client))["item"]}


def rest_id(client: Aws) -> str:
    (api,) = [each for each in client("apigateway").get_rest_apis()["items"] if each["name"] == "orders"]
    return str(api["id"])


def assert_rest_api(client: Aws) -> None:
    api = client("apigateway").get_rest_api(restApiId=rest_id(client))
    policy = json.loads(json.loads(f'"{api["policy"]}"'))
    assert policy["Statement"][0]["Condition"] == {"IpAddress": {"aws:SourceIp": ["192.0.2.0/24"]}}
    assert (api["disableExecuteApiEndpoint"], api["endpointConfiguration"]["types"]) == (True, ["REGIONAL"])
    resources = client("apigateway").get_resources(restApiId=rest_id(client), limit=500)["items"]
    methods = {(each["path"], method) for each in resources for method in each.get("resourceMethods", {})}
    assert {("/orders", "POST"), ("/orders/{orderId}", "GET"), ("/warehouse/picklist", "GET")} <= methods
    (post,) = [each["resourceMethods"]["POST"] for each in resources if each["path"] == "/orders"]
    assert ":function:orders-create/invocations" in post["methodIntegration"]["uri"]

    dev, prod = stages(client)["dev"], stages(client)["prod"]
    firehose = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/amazon-apigateway-orders-dev"
    assert dev["accessLogSettings"]["destinationArn"] == firehose
    assert dev["accessLogSettings"]["format"].startswith("$context.requestId,")
    assert prod["accessLogSettings"]["destinationArn"].endswith(f":log-group:/aws/apigateway/{rest_id(client)}/prod")
    assert json.loads(prod["accessLogSettings"]["format"])["status"] == "$context.status"
    assert subset(prod, PROD) == PROD
    assert subset(dev, DEV) == DEV


SETTINGS = {
    "cachingEnabled": True,
    "cacheTtlInSeconds": 0,
    "cacheDataEncrypted": True,
    "requireAuthorizationForCacheControl": True,
    "unauthorizedCacheControlHeaderStrategy": "FAIL_WITH_403",
    "loggingLevel": "ERROR",
    "metricsEnabled": True,
    "dataTraceEnabled": False,
    "throttlingRateLimit": 1000.0,
    "throttlingBurstLimit": 2000,
}
PROD = {
    "variables": {"table": "orders", "notesTable": "notes", "carrierHost": "api.carrier.example.com", "alias": "live"},
    "cacheClusterEnabled": True,
    "cacheClusterSize": "0.5",
    "tracingEnabled": True,
    "methodSettings": {
        "*/*": SETTINGS,
        "orders/POST": {**SETTINGS, "throttlingRateLimit": 100.0, "throttlingBurstLimit": 200},
        "orders/{orderId}/GET": {
            **SETTINGS,
            "cachingEnabled": False,
            "throttlingRateLimit": 500.0,
            "throttlingBurstLimit": 900,
        },
        "shipping-rates/GET": {**SETTINGS, "cacheTtlInSeconds": 300},
    },
}
DEV = {
    "variables": {"alias": "dev"},
    "tracingEnabled": True,
    "methodSettings": {"*/*": {"loggingLevel": "INFO", "throttlingRateLimit": 50.0, "throttlingBurstLimit": 100}},
}


def assert_around(client: Aws, names: Mapping[str, str]) -> None:
    gateway = client("apigateway")
    plans = {each["name"]: each for each in gateway.get_usage_plans()["items"]}
    covered = [{"apiId": rest_id(client), "stage": "prod", "throttle": {"/orders/{orderId}/GET": THROTTLE}}]
    assert plans["resellers"]["apiStages"] == covered
    assert plans["resellers"]["quota"] == {"limit": 100000, "period": "MONTH", "offset": 10}
    assert plans["resellers"]["throttle"] == {"rateLimit": 10.0, "burstLimit": 20}
    keys = [each["name"] for each in gateway.get_usage_plan_keys(usagePlanId=plans["resellers"]["id"])["items"]]
    assert sorted(keys) == ["reseller-pots-and-pans", "reseller-tea-house"]
    domain = gateway.get_domain_name(domainName="orders.shop.example.com")
    assert (domain["securityPolicy"], domain["endpointConfiguration"]["types"]) == ("TLS_1_2", ["REGIONAL"])
    (mapping,) = gateway.get_base_path_mappings(domainName="orders.shop.example.com")["items"]
    assert (mapping["basePath"], mapping["stage"]) == ("v1", "prod")
    assert gateway.get_account()["cloudwatchRoleArn"].startswith("arn:aws:iam::123456789012:role/")
    (link,) = gateway.get_vpc_links()["items"]
    assert link["targetArns"][0].endswith("loadbalancer/net/printers/50dc6c495c0c9188")

    zone = names["Z0123456789ABCDEFGHIJ"]
    records = client("route53").list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
    found = sorted((each["Name"], each["Type"]) for each in records if "AliasTarget" in each)
    orders = "orders.shop.example.com."
    assert found == [("catalog.shop.example.com.", "A"), (orders, "A"), (orders, "AAAA")]
    stage = f"arn:aws:apigateway:eu-west-1::/restapis/{rest_id(client)}/stages/prod"
    assert client("wafv2").get_web_acl_for_resource(ResourceArn=stage)["WebACL"]["Name"] == "orders"
    assert_functions(client)
    assert_logs(client)


THROTTLE = {"burstLimit": 5, "rateLimit": 5.0}


def assert_functions(client: Aws) -> None:
    create = client("lambda").get_function(FunctionName="orders-create")["Configuration"]
    wanted = {
        "Handler": "orders.create",
        "Runtime": "python3.13",
        "Timeout": 10,
        "MemorySize": 512,
        "Architectures": ["arm64"],
        "Environment": {"Variables": {"TABLE": "orders"}},
        "TracingConfig": {"Mode": "Active"},
    }
    assert subset(create, wanted) == wanted
    policy = json.loads(client("lambda").get_policy(FunctionName="orders-create")["Policy"])
    sources = sorted(each["Condition"]["ArnLike"]["AWS:SourceArn"] for each in policy["Statement"])
    start = f"arn:aws:execute-api:eu-west-1:123456789012:{rest_id(client)}"
    assert sources == [f"{start}/dev/POST/orders", f"{start}/prod/POST/orders"]

    iam = client("iam")
    roles = {each["RoleName"].partition("-2")[0]: each["RoleName"] for each in iam.list_roles()["Roles"]}
    name = roles["orders-createOrder"]
    (inline,) = iam.list_role_policies(RoleName=name)["PolicyNames"]
    statements = iam.get_role_policy(RoleName=name, PolicyName=inline)["PolicyDocument"]["Statement"]
    assert [each["Action"] for each in statements] == [
        ["logs:CreateLogStream", "logs:PutLogEvents"],
        ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
        ["dynamodb:PutItem"],
    ]
    trust = iam.get_role(RoleName=roles["orders-orders-api-table"])["Role"]["AssumeRolePolicyDocument"]
    assert trust["Statement"][0]["Principal"] == {"Service": "apigateway.amazonaws.com"}


def assert_logs(client: Aws) -> None:
    groups = {each["logGroupName"]: each for each in client("logs").describe_log_groups()["logGroups"]}
    api = rest_id(client)
    kept = {name: groups[name].get("retentionInDays") for name in groups if "catalog" not in name}
    assert kept == {
        **kept,
        f"/aws/apigateway/{api}/prod": 365,
        f"API-Gateway-Execution-Logs_{api}/prod": 365,
        f"API-Gateway-Execution-Logs_{api}/dev": 7,
        "/aws/lambda/orders-create": 30,
    }
    assert groups[f"/aws/apigateway/{api}/prod"]["kmsKeyId"].startswith("arn:aws:kms:")

    alarms = {each["AlarmName"]: each for each in client("cloudwatch").describe_alarms()["MetricAlarms"]}
    assert sorted(alarms) == ["orders prod latency", "orders prod server-errors", "orders prod throttles"]
    errors = alarms["orders prod server-errors"]
    assert (errors["MetricName"], errors["EvaluationPeriods"], errors["Threshold"]) == ("5XXError", 3, 1.0)
    assert {each["Name"]: each["Value"] for each in errors["Dimensions"]} == {"ApiName": "orders", "Stage": "prod"}
    assert alarms["orders prod latency"]["ExtendedStatistic"] == "p99"
    (counted,) = client("logs").describe_metric_filters()["metricFilters"]
    assert counted["filterPattern"] == '{ $.status = "429" }'
    assert counted["metricTransformations"][0]["metricName"] == alarms["orders prod throttles"]["MetricName"]


def assert_http_api(client: Aws) -> None:
    gateway = client("apigatewayv2")
    (api,) = [each for each in gateway.get_apis()["Items"] if each["Name"] == "catalog"]
    assert (api["Description"], api["Version"]) == ("Products, prices and reviews.", "2.1.0")
    assert api["CorsConfiguration"]["AllowOrigins"] == ["https://shop.example.com", "http://localhost:5173"]
    routes = {each["RouteKey"] for each in gateway.get_routes(ApiId=api["ApiId"], MaxResults="500")["Items"]}
    assert {"POST /products", "DELETE /products/{sku}"} <= routes
    found = {each["StageName"]: each for each in gateway.get_stages(ApiId=api["ApiId"])["Items"]}
    limits = {"ThrottlingRateLimit": 500.0, "ThrottlingBurstLimit": 1000, "DetailedMetricsEnabled": True}
    assert subset(found["prod"]["DefaultRouteSettings"], limits) == limits
    assert found["prod"]["RouteSettings"]["POST /quotes"]["ThrottlingRateLimit"] == 5.0
    assert found["prod"]["AutoDeploy"] is True
    (mapping,) = gateway.get_api_mappings(DomainName="catalog.shop.example.com")["Items"]
    assert (mapping["ApiId"], mapping["Stage"]) == (api["ApiId"], "prod")

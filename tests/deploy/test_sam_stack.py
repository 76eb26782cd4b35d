"""The stack that SAM makes of its template, created in moto and read back: what differs from CloudFormation's own."""

from __future__ import annotations

import json

from tests.deploy.cases import everything
from tests.deploy.stacks import created

GIVEN = ("update", "cancel", "parcels", "picklist", "ship", "partners", "check-signature")


def test_what_sam_makes_of_the_template_is_the_same_api() -> None:
    with created(everything("sam"), [f"orders-{name}" for name in GIVEN]) as made:
        gateway = made.gateway
        stages = {stage["stageName"]: stage for stage in gateway.get_stages(restApiId=made.api)["item"]}
        plans = {plan["name"]: plan for plan in gateway.get_usage_plans()["items"]}
        mappings = gateway.get_base_path_mappings(domainName="orders.shop.example.com")["items"]
        created_function = made.client("lambda").get_function(FunctionName="orders-create")["Configuration"]
        policy = json.loads(made.client("lambda").get_policy(FunctionName="orders-create")["Policy"])

    assert sorted(stages) == ["dev", "prod"]
    assert stages["dev"]["methodSettings"]["*/*"]["throttlingRateLimit"] == 50.0
    assert stages["prod"]["methodSettings"]["orders/POST"]["throttlingBurstLimit"] == 200
    assert stages["prod"]["cacheClusterSize"] == "0.5"
    assert [stage["stage"] for stage in plans["trial"]["apiStages"]] == ["dev", "prod"]
    assert mappings == [{"basePath": "v1", "restApiId": made.api, "stage": "prod"}]
    assert created_function["Role"].endswith(made.made["CreateOrderFunctionRole"])
    sources = [one["Condition"]["ArnLike"]["AWS:SourceArn"].rpartition(made.api)[2] for one in policy["Statement"]]
    assert sorted(sources) == ["/dev/POST/orders", "/prod/POST/orders"]

from __future__ import annotations

import pytest
from msgspec.structs import replace

from specforge.ir import NeededRole
from tests.infrastructure.apis import TABLE, a_service_api, findings_of, planned


def test_a_role_is_called_as_the_document_calls_it() -> None:
    (role,) = planned(a_service_api(TABLE)).roles

    assert (role.name, role.service) == ("table", "apigateway.amazonaws.com")


@pytest.mark.parametrize(
    ("credentials", "name"),
    [
        ("arn:aws:iam::123456789012:role/service/orders-table-role", "orders-table"),
        ("${orders_role_arn}", "orders"),
        ("!GetAtt OrdersRole.Arn", "Orders"),
    ],
)
def test_a_role_may_be_an_expression(credentials: str, name: str) -> None:
    api = a_service_api(TABLE.replace("arn:aws:iam::123456789012:role/table", credentials))

    assert [role.name for role in planned(api).roles] == [name]


def test_integrations_with_one_role_share_it_and_its_grants() -> None:
    api = a_service_api(TABLE)
    (operation,) = api.operations

    (role,) = planned(replace(api, operations=(operation, replace(operation, path="/other")))).roles

    assert [grant.actions for grant in role.grants] == [("dynamodb:GetItem",)]


def test_the_caller_is_no_role() -> None:
    api = a_service_api(TABLE.replace("arn:aws:iam::123456789012:role/table", "arn:aws:iam::*:user/*"))

    assert planned(api).roles == ()


def test_a_name_is_not_that_of_a_short_forms_role() -> None:
    api = a_service_api(TABLE)
    api = replace(api, needs=(NeededRole(name="table", origin=api.origin),))

    assert [role.name for role in planned(api).roles] == ["table", "table-2"]


def test_a_resource_that_only_a_request_names_is_an_input() -> None:
    api = a_service_api(TABLE.replace("orders", "$input.params('t')".replace("'", "''")))

    (role,) = planned(api).roles

    assert [rule for rule, _ in findings_of(api)] == ["role-resource-not-derivable"]
    assert [part.name for part in role.grants[0].resources[0].deferred] == ["table-table-arn"]


def test_an_action_that_is_not_told_gets_no_permission() -> None:
    api = a_service_api(TABLE.replace("dynamodb:action/GetItem", "sqs:path/123456789012/orders"))

    assert [rule for rule, _ in findings_of(api)] == ["role-permission-not-derivable"]
    assert planned(api).roles[0].grants == ()

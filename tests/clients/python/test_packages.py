from __future__ import annotations

import pytest

from specforge.clients.python.packages import choose_package_name
from specforge.diagnostics import Report
from tests.lower.documents import api_of


@pytest.mark.parametrize(
    ("title", "wanted", "name"),
    [
        ("Shop API", None, "shop_api_client"),
        ("注文", None, "api_client"),
        ("Shop", "acme_shop", "acme_shop"),
    ],
)
def test_a_package_is_called_as_configured_else_after_the_api(title: str, wanted: str | None, name: str) -> None:
    report = Report()

    assert choose_package_name(api_of(f"info: {{title: {title}, version: '1'}}"), "client", wanted, report) == name
    assert report.findings == []


def test_a_name_that_no_package_can_have_is_told() -> None:
    report = Report()

    assert choose_package_name(api_of("info: {title: Shop, version: '1'}"), "models", "../x", report) == "shop_models"
    assert [finding.rule for finding in report.findings] == ["invalid-configuration"]

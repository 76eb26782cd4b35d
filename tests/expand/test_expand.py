"""Short forms become integrations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from specforge.diagnostics import Report
from specforge.expand import expand
from specforge.expand.expand import FORMS
from specforge.ir import FullIntegration, Invalid, Mock, ShortForm
from tests.lower.documents import api_of

PATHS = """
paths:
  /a:
    get:
      responses: {}
      x-specforge-integration: {nothing: {status: 204}}
    put:
      responses: {}
      x-amazon-apigateway-integration: {type: mock}
"""


def test_an_api_without_short_forms_stays_the_same_object() -> None:
    api = api_of("paths: {/a: {get: {responses: {}}}}")

    assert expand(api, Report()) is api


def test_an_unknown_short_form_is_reported_at_its_name_and_becomes_invalid() -> None:
    report = Report()
    api = api_of(PATHS)

    get, put = expand(api, report).operations

    assert isinstance(get.integration, Invalid)
    assert isinstance(put.integration, Mock)
    (finding,) = report.take()
    assert (finding.rule, finding.on_key) == ("unknown-short-form", True)
    assert finding.message.startswith("the short form is nothing; ")
    assert finding.origin.pointer()[-2:] == ("x-specforge-integration", "nothing")


@pytest.fixture
def _nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def form(short: ShortForm, report: Report) -> FullIntegration:
        return Mock(origin=short.origin, declared_type="mock")

    forms: dict[str, Callable[[ShortForm, Report], FullIntegration]] = {"nothing": form}
    for name, made in forms.items():
        monkeypatch.setitem(FORMS, name, made)


@pytest.mark.usefixtures("_nothing")
def test_a_known_short_form_becomes_what_it_stands_for() -> None:
    report = Report()

    get, _ = expand(api_of(PATHS), report).operations

    assert isinstance(get.integration, Mock)
    assert report.take() == []


@pytest.mark.usefixtures("_nothing")
def test_a_misspelt_short_form_is_told_the_known_ones() -> None:
    report = Report()

    expand(api_of(PATHS.replace("nothing:", "nothin:")), report)

    assert "nothing" in report.take()[0].message

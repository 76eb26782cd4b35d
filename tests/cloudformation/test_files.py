from __future__ import annotations

import pytest
import yaml

from specforge.cloudformation import files
from specforge.diagnostics import Report
from tests.cloudformation.templates import files_of, text_of_template
from tests.infrastructure.apis import an_api

LIMITS = {
    "LARGEST_TEMPLATE": "cloudformation-template-too-large",
    "LARGEST_WITHOUT_BUCKET": "cloudformation-template-needs-bucket",
    "MOST_RESOURCES": "too-many-parts-of-template",
    "MOST_PARAMETERS": "too-many-parts-of-template",
}


@pytest.mark.parametrize("limit", LIMITS)
def test_a_template_that_cloudformation_would_refuse_is_reported(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, limit, 1)
    report = Report()
    text_of_template(an_api(), report)

    assert [found.rule for found in report.take()] == [LIMITS[limit]]


@pytest.mark.parametrize("target", ["sam", "cloudformation"])
def test_the_readme_tells_every_parameter_and_how_to_go_back_and_flush(target: str) -> None:
    api = an_api("stages: {prod: {cache: {size: 0.5}}}\ndomain: {name: a.example.com}")

    readme = files_of(api, target=target)[f"{target}/README.md"].data.decode()

    assert "`CertificateArn`" in readme
    assert "flush-stage-cache" in readme
    assert "## Going back" in readme


def test_the_readme_of_a_domain_made_elsewhere_promises_no_target() -> None:
    api = an_api("domain: {name: a.example.com, existing: true}")

    readme = files_of(api, target="cloudformation")["cloudformation/README.md"].data.decode()

    assert "made elsewhere" in readme
    assert "DomainTarget" not in readme


@pytest.mark.parametrize("target", ["sam", "cloudformation"])
def test_a_template_that_would_be_too_large_has_its_document_on_one_line(
    target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = text_of_template(an_api(), target=target)
    monkeypatch.setattr(files, "LARGEST_TEMPLATE", len(plain) - 1)
    report = Report()

    compact = text_of_template(an_api(), report, target=target)

    assert len(compact) < len(plain)
    assert yaml.safe_load(compact) == yaml.safe_load(plain)
    assert report.take() == []

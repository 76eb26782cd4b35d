from __future__ import annotations

from specforge.targets.terraform.outputs import outputs
from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import module_of


def test_an_api_without_anything_around_it_has_few_outputs() -> None:
    names = [output.name for output in outputs(module_of(an_api("stages: {prod: {logs: {access: {to: none}}}}")))]

    assert names == ["api_id", "execution_arn", "invoke_urls", "stage_arns", "deployment_id"]


def test_the_target_of_a_domain_that_was_made_elsewhere_is_not_known() -> None:
    api = an_api("domain: {name: a.example.com, existing: true}")

    assert "domain_target" not in [output.name for output in outputs(module_of(api))]

"""A CloudFormation stack of ours in moto, to be read back."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import boto3
import yaml
from moto import mock_aws

from tests.deploy import moto_stacks
from tests.deploy.cases import Case
from tests.deploy.samcheck import transform
from tests.deploy.world import BUCKET, REGION, prepare, replaced


class Stack(NamedTuple):
    """The stack and the API in it."""

    template: dict[str, Any]
    outputs: dict[str, str]
    made: dict[str, str]
    api: str

    def client(self, service: str) -> Any:
        """Returns the client of a service."""
        return boto3.client(service, region_name=REGION)

    @property
    def gateway(self) -> Any:
        """Returns the client of API Gateway."""
        return self.client("apigateway")

    def stage(self, name: str) -> dict[str, Any]:
        """Returns a stage as it is read back."""
        found: dict[str, Any] = self.gateway.get_stage(restApiId=self.api, stageName=name)
        return found


@contextmanager
def created(case: Case, functions: Iterable[str]) -> Iterator[Stack]:
    """Yields the stack of a case while moto stands for AWS."""
    moto_stacks.install()
    with mock_aws(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # moto says which types it passes over
        given = prepare(case.packages, functions)
        text = replaced(case.files["template.yaml"], given)
        template = yaml.safe_load(text)
        if "Transform" in template:
            template = transform(text)
        bucket = [
            {"ParameterKey": name, "ParameterValue": BUCKET} for name in template["Parameters"] if "Bucket" in name
        ]
        cloudformation = boto3.client("cloudformation", region_name=REGION)
        cloudformation.create_stack(
            StackName="orders",
            TemplateBody=json.dumps(template),
            Parameters=bucket,
            Capabilities=["CAPABILITY_IAM"],
        )
        (found,) = cloudformation.describe_stacks(StackName="orders")["Stacks"]
        assert found["StackStatus"] == "CREATE_COMPLETE"
        resources = cloudformation.list_stack_resources(StackName="orders")["StackResourceSummaries"]
        made = {one["LogicalResourceId"]: one["PhysicalResourceId"] for one in resources}
        outputs = {one["OutputKey"]: one["OutputValue"] for one in found["Outputs"]}
        yield Stack(template, outputs, made, made["Api"])

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from specforge.ir import Api
from tests.cloudformation.templates import files_of, of_type, template_of
from tests.infrastructure.apis import an_api


def deployment_of(api: Api) -> tuple[str, dict[str, Any]]:
    """Returns the logical id of the deployment, and the resource."""
    resources = template_of(api, target="cloudformation")["Resources"]
    ((name, found),) = [(name, one) for name, one in resources.items() if one["Type"] == "AWS::ApiGateway::Deployment"]
    return name, found


def test_the_deployment_is_called_after_the_document() -> None:
    first, found = deployment_of(an_api())

    assert first == deployment_of(an_api("stages: {prod: {tracing: true}}"))[0]
    assert first != deployment_of(replace(an_api(), description="other"))[0]
    assert first != deployment_of(an_api('policy: {Version: "2012-10-17", Statement: []}'))[0]
    assert found["DeletionPolicy"] == found["UpdateReplacePolicy"] == "Retain"
    assert "StageName" not in found["Properties"]


@pytest.mark.parametrize("kind", ["rest", "http"])
def test_every_stage_is_a_resource_of_its_own(kind: str) -> None:
    api = an_api("stages: {dev: {}, prod: {}}", kind=kind)
    owner = "AWS::ApiGateway::Stage" if kind == "rest" else "AWS::ApiGatewayV2::Stage"

    assert [stage["StageName"] for stage in of_type(api, owner, target="cloudformation")] == ["dev", "prod"]


def test_a_private_api_names_its_endpoints() -> None:
    deploy = """\
    endpoint: {type: private, vpc-endpoints: [vpce-1], ip-address-type: dualstack}
    policy: {Version: "2012-10-17", Statement: []}
    """
    (found,) = of_type(an_api(deploy), "AWS::ApiGateway::RestApi", target="cloudformation")

    assert found["EndpointConfiguration"] == {
        "Types": ["PRIVATE"],
        "VpcEndpointIds": ["vpce-1"],
        "IpAddressType": "dualstack",
    }


def test_a_package_is_called_after_its_content(tmp_path: Path) -> None:
    api = an_api("functions: {getOrder: {handler: a.b, code: src}}")
    deployment = api.deployment
    assert deployment is not None
    function = deployment.functions[0]

    def packed(code: bytes) -> tuple[str, bytes]:
        own = replace(function, files={"a.py": code})
        files = files_of(replace(api, deployment=replace(deployment, functions=(own,))), target="cloudformation")
        ((path, file),) = [(path, file) for path, file in files.items() if path.endswith(".zip")]
        return path, file.data

    path, content = packed(b"def b(): ...\n")

    assert (path, content) == packed(b"def b(): ...\n")
    assert path != packed(b"def c(): ...\n")[0]
    assert ZipFile(io.BytesIO(content)).read("a.py") == b"def b(): ...\n"

"""The import document through ImportRestApi and ImportApi, as far as moto keeps what it is given."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import specforge
from tests.deploy.moto_plus import KEYS, METHODS, REGION
from tests.required import ROOT, corpus

boto3 = pytest.importorskip("boto3", reason="needs moto: boto3 comes with it")
ACCOUNT = re.compile(r":\d{12}:")
MOTO_ACCOUNT = "123456789012"
GUIDE = "awsdocs__amazon-api-gateway-developer-guide__doc_source__api-as-"
OF_THE_GUIDE = (
    "kinesis-proxy-export-swagger-with-extensions.md__block1.json",
    "lambda-proxy-export-swagger-with-extensions.md__block0.json",
    "s3-proxy-export-swagger-with-extensions.md__block0.json",
)


def document_of(path: Path) -> Any:
    result = specforge.compile(path, targets=["openapi"], allow_errors=True)
    return json.loads(result.files[0].content)


def client(service: str, endpoint: str) -> Any:
    keys = {"aws_access_key_id": KEYS["AWS_ACCESS_KEY_ID"], "aws_secret_access_key": KEYS["AWS_SECRET_ACCESS_KEY"]}
    return boto3.client(service, region_name=REGION, endpoint_url=endpoint, **keys)


def operations(document: Any) -> set[tuple[str, str]]:
    """Returns the methods of a document as AWS names them."""
    return {
        (path, "ANY" if method.startswith("x-") else method.upper())
        for path, item in document["paths"].items()
        for method in item
        if method in METHODS
    }


def imported(rest: Any, document: Any) -> Any:
    """Imports a document as moto takes it: described, its roles of moto's account."""
    described = {**document, "info": {"description": "An API.", **document["info"]}}
    text = json.dumps(described).replace("${AWS::AccountId}", MOTO_ACCOUNT).replace("${AWS::Partition}", "aws")
    return rest.import_rest_api(body=ACCOUNT.sub(f":{MOTO_ACCOUNT}:", text).encode())


@pytest.mark.parametrize("name", ["orders", *OF_THE_GUIDE])
def test_a_rest_api_has_every_method_of_its_import_document(name: str, aws: str) -> None:
    document = document_of(ROOT / "specs/orders.yaml" if name == "orders" else corpus("aws") / f"{GUIDE}{name}")
    rest = client("apigateway", aws)

    api = imported(rest, document)

    found = rest.get_resources(restApiId=api["id"], embed=["methods"], limit=500)["items"]
    assert api["name"] == document["info"]["title"]
    assert operations(document) == {(one["path"], method) for one in found for method in one.get("resourceMethods", {})}


def test_an_http_api_has_every_route_of_its_import_document(aws: str) -> None:
    document = document_of(ROOT / "tests/golden/reviews-http/spec.yaml")
    http = client("apigatewayv2", aws)

    # moto has no ImportApi, but it reimports; it takes every schema of a response for a reference.
    for operation in (one for item in document["paths"].values() for one in item.values()):
        operation["responses"] = {}
    api = http.create_api(Name="reviews", ProtocolType="HTTP")
    http.reimport_api(ApiId=api["ApiId"], Body=json.dumps(document))

    routes = {route["RouteKey"] for route in http.get_routes(ApiId=api["ApiId"], MaxResults="500")["Items"]}
    assert routes == {f"{method} {path}" for path, method in operations(document)}

"""moto with what it lacks of API Gateway: client certificates, deployments of HTTP APIs, imports of any operation.

`with serving() as endpoint:` answers AWS's calls on a free port of this machine.
"""

from __future__ import annotations

import json
import logging
import os
import re
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

# Read when moto is imported: the managed policies that roles are attached to.
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
REGION = "eu-west-1"
KEYS = {"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "AWS_DEFAULT_REGION": REGION}
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method")
SETTING = re.compile(r"/(?P<path>.+)(?P<end>/(\*|[A-Z]+)/(metrics|logging|throttling|caching)/\w+)")
INTEGRATION = "x-amazon-apigateway-integration"
Answer = tuple[int, dict[str, str], str]
Store = dict[str, dict[str, Any]]


@contextmanager
def serving() -> Iterator[str]:
    """Serves; yields the address."""
    from moto.server import ThreadedMotoServer  # after the environment is set

    install()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.stop()


@cache
def install() -> None:
    """Adds what is lacking to moto's server and to its in-process backends."""
    _add_calls()
    _import_any_document()
    _read_settings_by_path()
    _finish_domains()


def _add_calls() -> None:
    from moto.apigateway import urls as rest_urls
    from moto.apigateway.responses import APIGatewayResponse
    from moto.apigatewayv2 import urls as http_urls
    from moto.apigatewayv2.responses import ApiGatewayV2Response

    certificates: Store = {}
    deployments: Store = {}
    for verb, answer in _calls(certificates, "clientCertificateId", _certificate).items():
        setattr(APIGatewayResponse, f"{'generate' if verb == 'create' else verb}_client_certificate", answer)
    for verb, answer in _calls(deployments, "deploymentId", _deployment).items():
        setattr(ApiGatewayV2Response, f"{verb}_deployment", answer)
    rest, http = "{0}/clientcertificates", "{0}/v2/apis/(?P<api_id>[^/]+)/deployments"
    for path, dispatch in ((rest, APIGatewayResponse.dispatch), (http, ApiGatewayV2Response.dispatch)):
        found = {f"{path}$": dispatch, f"{path}/(?P<id>[^/]+)$": dispatch}
        # both services answer on one host, so moto looks into the paths of the first for either
        rest_urls.url_paths.update(found)
        http_urls.url_paths.update(found)


def _import_any_document() -> None:
    """Makes an import take any operation, and the policy of the document."""
    from moto.apigateway.models import APIGatewayBackend, RestAPI
    from moto.apigatewayv2.models import Api

    put, import_, told = APIGatewayBackend.put_rest_api, Api.import_api, RestAPI.to_dict

    def put_rest_api(
        backend: APIGatewayBackend, api: str, document: dict[str, Any], fail_on_warnings: bool, mode: str = "merge"
    ) -> Any:
        made = put(backend, api, importable(document), fail_on_warnings=False, mode=mode)
        if "x-amazon-apigateway-policy" in document:
            made.policy = json.dumps(document["x-amazon-apigateway-policy"])
        return made

    def import_api(api: Api, body_str: str, fail_on_warnings: bool) -> None:
        document = importable(json.loads(body_str))
        for item in document["paths"].values():
            for operation in item.values():
                operation.pop("responses", None)  # moto looks for their schemas among its models, and stumbles
        import_(api, json.dumps(document), fail_on_warnings=False)

    def to_dict(api: RestAPI) -> dict[str, Any]:
        # the quotes of a policy are escaped in the answers of API Gateway
        return {**told(api), "policy": json.dumps(api.policy)[1:-1] if api.policy else None}

    RestAPI.to_dict = to_dict  # type: ignore[method-assign,assignment]
    APIGatewayBackend.put_rest_api = put_rest_api  # type: ignore[method-assign,assignment]
    Api.import_api = import_api  # type: ignore[method-assign,assignment]


def _read_settings_by_path() -> None:
    """Makes the settings of a method be found under its path, whether the patch spells its slashes or `~1` for them."""
    from moto.apigateway.models import Stage

    apply, patch = Stage.apply_operations, Stage._patch_method_setting

    def applied(stage: Stage, operations: list[dict[str, Any]]) -> Stage:
        return apply(stage, [{**each, "path": SETTING.sub(_as_one_part, each["path"])} for each in operations])

    def patched(stage: Stage, method: str, key: str, value: str) -> None:
        patch(stage, method.replace("~1", "/").lstrip("/"), key, value)

    Stage.apply_operations = applied  # type: ignore[method-assign,assignment]
    Stage._patch_method_setting = patched  # type: ignore[method-assign,assignment]


def _as_one_part(setting: re.Match[str]) -> str:
    return "/" + setting["path"].replace("/", "~1") + setting["end"]


def _finish_domains() -> None:
    """Makes the domain of an HTTP API available, at an address."""
    from moto.apigatewayv2.models import ApiGatewayV2Backend, DomainName

    create = ApiGatewayV2Backend.create_domain_name

    def created(backend: ApiGatewayV2Backend, domain_name: str, *given: Any, **named: Any) -> DomainName:
        domain = create(backend, domain_name, *given, **named)
        for configuration in domain.domain_name_configurations:
            configuration["apiGatewayDomainName"] = f"d-{domain_name}.execute-api.{REGION}.amazonaws.com"
            configuration["hostedZoneId"] = "ZLY8HYME6SFDD"
            configuration["domainNameStatus"] = "AVAILABLE"
        return domain

    ApiGatewayV2Backend.create_domain_name = created  # type: ignore[method-assign,assignment]


def importable(document: Mapping[str, Any]) -> dict[str, Any]:
    """Returns a document in the form in which moto reads it.

    It takes every key of a path for a method, and an integration without uri or httpMethod for none.
    """
    paths: dict[str, dict[str, Any]] = {}
    for path, item in document["paths"].items():
        methods = {key: value for key, value in item.items() if key in METHODS}
        paths[path] = {("any" if key.startswith("x-") else key): _operation(value) for key, value in methods.items()}
    return {**document, "paths": paths}


def _operation(operation: Mapping[str, Any]) -> dict[str, Any]:
    integration = operation.get(INTEGRATION)
    if not isinstance(integration, dict):
        return dict(operation)
    return {**operation, INTEGRATION: {"uri": "", "httpMethod": "", **integration}}


def _certificate(asked: Mapping[str, Any]) -> dict[str, Any]:
    day = int(time.time())
    return {
        "description": asked.get("description"),
        "tags": asked.get("tags") or {},
        "pemEncodedCertificate": "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        "createdDate": day,
        "expirationDate": day + 365 * 24 * 3600,
    }


def _deployment(asked: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "description": asked.get("description"),
        "autoDeployed": False,
        "deploymentStatus": "DEPLOYED",
        "createdDate": "2026-01-01T00:00:00Z",
    }


def _calls(
    store: Store, key: str, made: Callable[[Mapping[str, Any]], dict[str, Any]]
) -> dict[str, Callable[[Any], Answer]]:
    """Returns create, get and delete over a store."""

    def create(response: Any) -> Answer:
        name = uuid.uuid4().hex[:6]
        store[name] = {key: name, **made(json.loads(response.body or "{}"))}
        return 201, {}, json.dumps(store[name])

    def get(response: Any) -> Answer:
        found = store.get(_last(response))
        if found is None:
            return 404, {"x-amzn-errortype": "NotFoundException"}, json.dumps({"message": "not found"})
        return 200, {}, json.dumps(found)

    def delete(response: Any) -> Answer:
        store.pop(_last(response), None)
        return 202, {}, ""

    return {"create": create, "get": get, "delete": delete}


def _last(response: Any) -> str:
    return re.sub(r".*/", "", response.path.rstrip("/"))

"""A stand-in for the provider `hashicorp/aws` of the newest schema that there is, for the real terraform.

It runs in a thread of the test and speaks Terraform's plugin protocol 6; terraform is told of it by
TF_REATTACH_PROVIDERS. Nothing is contacted: a plan leaves computed values unknown, an apply makes them up.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import grpc
from tf.gen import tfplugin_pb2 as pb
from tf.gen import tfplugin_pb2_grpc as rpc

from tests.deploy.tfcheck.rules import faults
from tests.deploy.tfcheck.values import ACCOUNT, REGION, Block, packed, planned, settled, unpacked

# A change of one of these destroys and creates; the bindings, from which the schema is, do not say.
REPLACED: Mapping[str, tuple[str, ...]] = {
    "aws_api_gateway_deployment": ("rest_api_id", "triggers", "variables"),
    "aws_api_gateway_stage": ("rest_api_id", "stage_name"),
    "aws_api_gateway_domain_name": ("domain_name",),
    "aws_api_gateway_base_path_mapping": ("domain_name",),
    "aws_api_gateway_usage_plan_key": ("key_id", "key_type", "usage_plan_id"),
    "aws_api_gateway_api_key": ("value",),
    "aws_api_gateway_method_settings": ("rest_api_id", "stage_name", "method_path"),
    "aws_apigatewayv2_api": ("protocol_type",),
    "aws_apigatewayv2_stage": ("api_id", "name"),
    "aws_lambda_permission": ("action", "function_name", "principal", "source_arn", "statement_id", "qualifier"),
    "aws_lambda_function": ("function_name",),
    "aws_iam_role": ("name", "name_prefix", "path"),
    "aws_iam_role_policy": ("name", "role"),
    "aws_cloudwatch_log_group": ("name", "name_prefix"),
    "aws_wafv2_web_acl_association": ("resource_arn", "web_acl_arn"),
    "aws_route53_record": ("name", "type", "zone_id"),
    "aws_s3_bucket": ("bucket",),
}
NESTING = {"single": 1, "list": 2, "set": 3, "map": 4, "group": 5}
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "aws_partition": {"partition": "aws", "dns_suffix": "amazonaws.com", "id": "aws"},
    "aws_region": {"name": REGION, "region": REGION, "id": REGION},
    "aws_caller_identity": {"account_id": ACCOUNT, "id": ACCOUNT},
}


@contextmanager
def serving(schema: Path) -> Iterator[dict[str, str]]:
    """Serves the schema; yields the variables of the environment that terraform needs to find it."""
    with TemporaryDirectory() as folder, ThreadPoolExecutor(8) as threads:
        socket = f"{folder}/socket"
        server = grpc.server(threads)
        rpc.add_ProviderServicer_to_server(Servicer(json.loads(schema.read_text(encoding="utf-8"))), server)
        server.add_insecure_port(f"unix:{socket}")
        server.start()
        here = {"Network": "unix", "String": socket}
        told = {"Protocol": "grpc", "ProtocolVersion": 6, "Pid": os.getpid(), "Test": True, "Addr": here}
        yield {"TF_REATTACH_PROVIDERS": json.dumps({"registry.terraform.io/hashicorp/aws": told})}
        server.stop(None).wait()


class Servicer(rpc.ProviderServicer):  # type: ignore[misc]  # generated, without types
    """Answers terraform; the methods are the protocol's."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._resources: Mapping[str, Block] = schema["resources"]
        self._data: Mapping[str, Block] = schema["data"]

    def GetMetadata(self, request: Any, context: Any) -> Any:  # noqa: N802
        context.abort(grpc.StatusCode.UNIMPLEMENTED, "GetProviderSchema says it all")

    def GetProviderSchema(self, request: Any, context: Any) -> Any:  # noqa: N802
        region = pb.Schema.Attribute(name="region", type=b'"string"', optional=True)
        return pb.GetProviderSchema.Response(
            provider=pb.Schema(block=pb.Schema.Block(attributes=[region])),
            resource_schemas={name: pb.Schema(block=_block(block)) for name, block in self._resources.items()},
            data_source_schemas={name: pb.Schema(block=_block(block)) for name, block in self._data.items()},
        )

    def ValidateProviderConfig(self, request: Any, context: Any) -> Any:  # noqa: N802
        return pb.ValidateProviderConfig.Response()

    def ConfigureProvider(self, request: Any, context: Any) -> Any:  # noqa: N802
        return pb.ConfigureProvider.Response()

    def ValidateResourceConfig(self, request: Any, context: Any) -> Any:  # noqa: N802
        found = faults(request.type_name, self._resources[request.type_name], unpacked(request.config))
        said = [pb.Diagnostic(severity=1, summary=fault.summary, attribute=_path(fault.path)) for fault in found]
        return pb.ValidateResourceConfig.Response(diagnostics=said)

    def ValidateDataResourceConfig(self, request: Any, context: Any) -> Any:  # noqa: N802
        return pb.ValidateDataResourceConfig.Response()

    def UpgradeResourceState(self, request: Any, context: Any) -> Any:  # noqa: N802
        state = packed(json.loads(request.raw_state.json))
        return pb.UpgradeResourceState.Response(upgraded_state=pb.DynamicValue(msgpack=state))

    def ReadResource(self, request: Any, context: Any) -> Any:  # noqa: N802
        return pb.ReadResource.Response(new_state=request.current_state, private=request.private)

    def PlanResourceChange(self, request: Any, context: Any) -> Any:  # noqa: N802
        block = self._resources[request.type_name]
        prior, proposed, given = map(unpacked, (request.prior_state, request.proposed_new_state, request.config))
        replaced: list[str] = []
        if proposed is not None and prior is None:
            proposed = planned(block, proposed, given)
        elif proposed is not None:
            keys = REPLACED.get(request.type_name, ())
            replaced = [key for key in keys if given.get(key) is not None and proposed[key] != prior[key]]
            if replaced:
                proposed = planned(block, _without_computed(block, proposed, given), given)
        return pb.PlanResourceChange.Response(
            planned_state=pb.DynamicValue(msgpack=packed(proposed)),
            legacy_type_system=True,
            requires_replace=[_path((key,)) for key in replaced],
        )

    def ApplyResourceChange(self, request: Any, context: Any) -> Any:  # noqa: N802
        state = unpacked(request.planned_state)
        key = _key(unpacked(request.config))
        made = settled(self._resources[request.type_name], state, key, request.type_name)
        message = pb.DynamicValue(msgpack=packed(made))
        return pb.ApplyResourceChange.Response(new_state=message, legacy_type_system=True)

    def ReadDataSource(self, request: Any, context: Any) -> Any:  # noqa: N802
        block, given = self._data[request.type_name], unpacked(request.config)
        state = settled(block, planned(block, given, given), _key(given), request.type_name)
        state.update(ANSWERS.get(request.type_name, {}))
        return pb.ReadDataSource.Response(state=pb.DynamicValue(msgpack=packed(state)))

    def StopProvider(self, request: Any, context: Any) -> Any:  # noqa: N802
        return pb.StopProvider.Response()


def _block(block: Block) -> Any:
    flags = ("required", "optional", "computed")
    return pb.Schema.Block(
        attributes=[
            pb.Schema.Attribute(
                name=name,
                type=json.dumps(attribute["type"]).encode(),
                **{flag: attribute.get(flag, False) for flag in flags},
            )
            for name, attribute in sorted(block["attributes"].items())
        ],
        block_types=[
            pb.Schema.NestedBlock(
                type_name=name,
                nesting=NESTING[inner["nesting"]],
                min_items=inner.get("min", 0),
                max_items=inner.get("max", 0),
                block=_block(inner["block"]),
            )
            for name, inner in sorted(block["blocks"].items())
        ],
    )


def _path(steps: Iterable[str | int]) -> Any:
    step = pb.AttributePath.Step
    found = [step(attribute_name=each) if isinstance(each, str) else step(element_key_int=each) for each in steps]
    return pb.AttributePath(steps=found)


def _without_computed(block: Block, value: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    computed = {name for name, attribute in block["attributes"].items() if attribute.get("computed")}
    return {name: None if name in computed and given.get(name) is None else each for name, each in value.items()}


def _key(given: Mapping[str, Any] | None) -> str:
    return json.dumps(given, sort_keys=True, default=str)

"""Values as they travel between Terraform and a provider, and what a stand-in makes of them.

A block of a schema has `attributes` (name to type and the flags required, optional, computed) and `blocks` (name to
nesting and block).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

import msgpack
from msgpack.ext import ExtType

REGION: Final = "eu-west-1"
ACCOUNT: Final = "123456789012"
Block = Mapping[str, Any]


class Unknown:
    """A value that only an apply will tell."""

    def __repr__(self) -> str:
        return "(unknown)"


UNKNOWN: Final = Unknown()


def packed(value: Any) -> bytes:
    """Returns a value in the wire format; 0 is the extension for what is unknown."""
    whole: bytes = msgpack.packb(value, default=_packed_unknown, use_bin_type=True)
    return whole


def _packed_unknown(value: object) -> Any:
    return ExtType(0, b"\x00") if value is UNKNOWN else str(value)


def unpacked(message: Any) -> Any:
    """Returns the value of a message; extension 12 is an unknown value with refinements."""
    if not message.msgpack:
        return json.loads(message.json) if message.json else None
    return msgpack.unpackb(message.msgpack, ext_hook=lambda *_: UNKNOWN, raw=False, strict_map_key=False)


def planned(block: Block, proposed: Any, given: Any) -> Any:
    """Returns the planned state of something to create: what is computed and not given is unknown."""
    if proposed is None or proposed is UNKNOWN:
        return proposed
    whole = dict(proposed)
    for name, attribute in block["attributes"].items():
        if attribute.get("computed") and (given or {}).get(name) is None and whole.get(name) is None:
            whole[name] = UNKNOWN
    for name, inner in block["blocks"].items():
        whole[name] = _planned_blocks(inner, whole.get(name), (given or {}).get(name))
    return whole


def _planned_blocks(inner: Block, proposed: Any, given: Any) -> Any:
    if isinstance(proposed, list):
        pairs = given if isinstance(given, list) and len(given) == len(proposed) else proposed
        return [planned(inner["block"], each, pair) for each, pair in zip(proposed, pairs, strict=True)]
    return planned(inner["block"], proposed, given) if isinstance(proposed, dict) else proposed


def settled(block: Block, value: Any, key: str, kind: str) -> Any:
    """Returns what an apply or a read answers: every unknown value has become a fixed one."""
    if value is None:
        return None
    whole = {} if value is UNKNOWN else dict(value)
    for name, attribute in block["attributes"].items():
        if whole.get(name) is UNKNOWN:
            whole[name] = made_up(attribute["type"], name, key, kind)
        elif isinstance(whole.get(name), list | dict):
            whole[name] = _known(whole[name])
        whole.setdefault(name, None)
    for name, inner in block["blocks"].items():
        found = whole.get(name)
        if isinstance(found, list):
            whole[name] = [settled(inner["block"], each, key + name, kind) for each in found]
        elif isinstance(found, dict):
            whole[name] = settled(inner["block"], found, key + name, kind)
        elif found is None or found is UNKNOWN:
            whole[name] = [] if inner["nesting"] in {"list", "set"} else None
    return whole


def _known(value: Any) -> Any:
    match value:
        case list():
            return [_known(each) for each in value]
        case dict():
            return {key: _known(each) for key, each in value.items()}
        case _:
            return "unknown" if value is UNKNOWN else value


def made_up(kind: Any, name: str, key: str, resource: str) -> Any:
    """Returns a value of a type, the same for the same configuration."""
    match kind:
        case "string":
            return _made_up_text(name, hashlib.sha256(f"{resource}{key}{name}".encode()).hexdigest()[:10], resource)
        case "number":
            return 0
        case "bool":
            return False
        case ["object", dict(members)]:
            return {member: made_up(each, member, key, resource) for member, each in members.items()}
        case ["map", _]:
            return {}
        case [_, _]:
            return []
        case _:
            return None


def _made_up_text(name: str, unique: str, resource: str) -> str:
    if name == "execution_arn":
        return f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{unique}"
    if name == "invoke_arn":
        function = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{unique}"
        return f"arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{function}/invocations"
    if name.endswith("arn"):
        return f"arn:aws:service:{REGION}:{ACCOUNT}:{resource.removeprefix('aws_')}/{unique}"
    if name == "invoke_url":
        return f"https://{unique}.execute-api.{REGION}.amazonaws.com/"
    return {"region": REGION, "account_id": ACCOUNT, "json": "{}", "policy": "{}"}.get(name, unique)

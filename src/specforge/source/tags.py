"""The tags of YAML: those of YAML itself, and the short forms of CloudFormation's functions."""

from __future__ import annotations

YAML_PREFIX = "tag:yaml.org,2002:"

# A short form is the function's full name after "!", without "Fn::":
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
_FUNCTIONS = (
    "And",
    "Base64",
    "Cidr",
    "Equals",
    "FindInMap",
    "ForEach",
    "GetAZs",
    "GetAtt",
    "If",
    "ImportValue",
    "Join",
    "Length",
    "Not",
    "Or",
    "Select",
    "Split",
    "Sub",
    "ToJsonString",
    "Transform",
)
LONG_FORMS = {"!" + name: "Fn::" + name for name in _FUNCTIONS} | {"!Ref": "Ref", "!Condition": "Condition"}

STRING = YAML_PREFIX + "str"
MERGE = YAML_PREFIX + "merge"
NUMBERS = frozenset({YAML_PREFIX + "int", YAML_PREFIX + "float", YAML_PREFIX + "bool", YAML_PREFIX + "null"})
# Read as text or as what they look like; AWS's readers make no more of them either.
HARMLESS = frozenset({STRING, YAML_PREFIX + "seq", YAML_PREFIX + "map", YAML_PREFIX + "timestamp", "!"}) | NUMBERS


def shown(tag: str) -> str:
    """Returns a tag as one writes it."""
    return "!!" + tag.removeprefix(YAML_PREFIX) if tag.startswith(YAML_PREFIX) else tag

"""How a text with deploy-time expressions is written.

The caller of `import_document` may bring a `Spell` of its own; `as_written` keeps what the author wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from specforge.diagnostics import Origin
from specforge.ir import Data, Deferred, Text
from specforge.ir.integration import Flag, Number
from specforge.source import intrinsic_of, text_of

Spell = Callable[[Text], Data]

# What API Gateway itself fills in at the import.
# https://docs.aws.amazon.com/apigateway/latest/developerguide/import-api-aws-variables.html
IMPORT_VARIABLES = ("AWS::AccountId", "AWS::Partition", "AWS::Region")


def is_known_at_import(part: Deferred) -> bool:
    """Tells whether API Gateway finds the value itself: its own variables, and stage variables at run time."""
    return part.tool == "stage" or (part.tool == "aws" and part.name in IMPORT_VARIABLES)


def as_written(text: Text) -> Data:
    """Returns a text as its author wrote it.

    CloudFormation's functions come in their long form, several in one text as one `Fn::Sub`; placeholders stay as they
    are.
    """
    if any(part.tool in ("cloudformation", "aws") and not is_known_at_import(part) for part in text.deferred):
        return _function(text)
    return "".join(part if isinstance(part, str) else _placeholder(part) for part in text.parts)


def _placeholder(part: Deferred) -> str:
    return part.source if isinstance(part.source, str) else "${" + part.name + "}"


def _function(text: Text) -> Data:
    if len(text.parts) == 1 and isinstance(text.parts[0], Deferred) and isinstance(text.parts[0].source, dict):
        return text.parts[0].source
    values: dict[str, Data] = {}
    template = "".join(
        part.replace("${", "${!") if isinstance(part, str) else _in_sub(part, values) for part in text.parts
    )
    return {"Fn::Sub": [template, values] if values else template}


def _in_sub(part: Deferred, values: dict[str, Data]) -> str:
    """Returns a deferred part as it stands in the template of an `Fn::Sub`; adds the values that need a name."""
    if part.tool in ("stage", "terraform"):
        return _placeholder(part).replace("${", "${!", 1)
    if isinstance(part.source, str):
        return part.source
    short = _short_reference(part.source)
    if short is not None:
        return "${" + short + "}"
    name = next((name for name, value in values.items() if value == part.source), f"Value{len(values) + 1}")
    values[name] = part.source
    return "${" + name + "}"


def _short_reference(source: dict[str, Data]) -> str | None:
    """Returns what `Fn::Sub` may name by itself: a Ref, or an attribute of a resource."""
    match source:
        case {"Ref": str(name)}:
            return name
        case {"Fn::GetAtt": [str(resource), str(attribute)]}:
            return f"{resource}.{attribute}"
        case {"Fn::GetAtt": str(name)}:
            return name
        case _:
            return None


def joined(texts: Iterable[Text], separator: str) -> Text:
    """Returns several texts as one."""
    whole = Text(())
    for number, text in enumerate(texts):
        whole = whole + separator + text if number else text
    return whole


def spell_value(value: Number | Flag, spell: Spell) -> Data:
    """Returns a number or flag as it is, an expression as it is spelled."""
    return spell(Text((value,))) if isinstance(value, Deferred) else value


def spell_data(data: Data, spell: Spell) -> Data:
    """Returns plain data with every expression in it spelled."""
    if isinstance(data, str):
        return _spelled(data, spell) if "${" in data else data
    if intrinsic_of(data) is not None:
        return _spelled(data, spell)
    if isinstance(data, dict):
        return {key: spell_data(value, spell) for key, value in data.items()}
    if isinstance(data, list):
        return [spell_data(value, spell) for value in data]
    return data


def _spelled(data: Data, spell: Spell) -> Data:
    text = text_of(data)
    return data if text is None else spell(text)


def places_of(names: Collection[str], root: Origin) -> Iterator[tuple[str, Origin]]:
    """Yields where values of the deployment stand below a node, each with its name."""
    data = root.value
    text = text_of(data) if isinstance(data, str) or intrinsic_of(data) is not None else None
    if text is not None:
        found = dict.fromkeys(part.name for part in text.deferred if part.name in names)
        yield from ((name, root) for name in found)
    elif isinstance(data, (dict, list)):
        for key in data if isinstance(data, dict) else range(len(data)):
            child = root.at(key)
            if child is not root:
                yield from places_of(names, child)

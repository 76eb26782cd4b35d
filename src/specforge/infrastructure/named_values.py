"""Values that a request to a service names: in the JSON or form text of a mapping template, or among the parameters.

A template is VTL; what of it is literal can be read as it stands, a stage variable has a value for each stage, and
anything else is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from specforge.infrastructure.model import PlannedStage
from specforge.ir import Deferred, Text
from specforge.ir.integration import IntegrationSettings

_MARK = "\x00"
_STAGE = re.compile(r"\$(?:\{stageVariables\.(\w+)\}|stageVariables\.(\w+)|stageVariables\['(\w+)'\])")
_MAPPED = re.compile(r"'(.*)'")


class Values:
    """Finds values by their keys in some texts; a stage variable stands for what it is in each stage."""

    def __init__(self, texts: tuple[Text, ...], patterns: tuple[str, ...], stages: tuple[PlannedStage, ...]) -> None:
        self._texts = texts
        self._patterns = patterns
        self._stages = stages

    def __call__(self, key: str) -> Iterator[Text]:
        """Yields the values that stand under a key, each once; none that only a request decides."""
        yield from different(
            one for text in self._texts for value in self._found_in(text, key) for one in self.spread(value)
        )

    def spread(self, value: Text) -> Iterator[Text]:
        """Yields a text with its stage variables replaced, for every stage; nothing when it holds other variables."""
        yield from different(one for stage in self._stages for one in _in_stage(value, stage))

    def _found_in(self, text: Text, key: str) -> Iterator[Text]:
        flat = "".join(part if isinstance(part, str) else f"{_MARK}{number}{_MARK}" for number, part in _numbered(text))
        parts = dict(_numbered(text))
        for pattern in self._patterns:
            for match in re.finditer(pattern.replace("KEY", re.escape(key)), flat):
                pieces = match[1].split(_MARK)
                yield _joined(parts[int(piece)] if number % 2 else piece for number, piece in enumerate(pieces))


def different(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Returns texts without repetitions; an expression cannot be hashed, but spelled."""
    return tuple({repr(text): text for text in texts}.values())


def named_in_templates(integration: IntegrationSettings, stages: tuple[PlannedStage, ...]) -> Values:
    """Returns the values in an integration's request templates, JSON or form, and in its constant parameters."""
    constants = tuple(_constant(mapping.target, mapping.value) for mapping in integration.request_parameters)
    texts = (*(template.body for template in integration.request_templates), *constants)
    return Values(texts, (r'"KEY"\s*:\s*"([^"]*)"', r"(?:^|[&\s'])KEY=([^&\s'\"]*)"), stages)


def named_in_parameters(integration: IntegrationSettings, stages: tuple[PlannedStage, ...]) -> Values:
    """Returns the values of an HTTP API's request parameters; one that holds `$request` is not known."""
    texts = tuple(Text((f"{mapping.target}=",)) + mapping.value for mapping in integration.request_parameters)
    return Values(texts, (r"^KEY=(.*)$",), stages)


def arn_of(
    service: str,
    name: Text,
    *,
    whole: Text | None = None,
    region: str | None = None,
    account: str | None = None,
    is_global: bool = False,
) -> Text:
    """Returns the ARN behind `arn:` for a global service, else a whole one; `whole` is what may be an ARN already.

    Region and account are those of the deployment unless they are known.

    >>> str(arn_of("sqs", Text(("orders",))))
    'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:orders'
    """
    if whole is not None and (whole.prefix.startswith("arn:") or _is_one_arn(whole)):
        return whole
    partition = Text((_aws("Partition"),))
    in_region = Text((region or _aws("Region"),))
    of_account = Text((account or _aws("AccountId"),))
    if is_global:
        return partition + f":{service}:::" + name
    return Text(("arn:",)) + partition + f":{service}:" + in_region + ":" + of_account + ":" + name


def _is_one_arn(text: Text) -> bool:
    return len(text.parts) == 1 and any(part.name.lower().endswith("arn") for part in text.deferred)


def _aws(name: str) -> Deferred:
    return Deferred("aws", f"AWS::{name}", {"Ref": f"AWS::{name}"})


def _constant(target: str, value: Text) -> Text:
    """Returns `Action=SendMessage` for a parameter that is always the same."""
    literal = value.literal
    constant = _MAPPED.fullmatch(literal) if literal is not None else None
    return Text((f"{target.rpartition('.')[2]}={constant[1]}",)) if constant is not None else Text(())


def _in_stage(value: Text, stage: PlannedStage) -> Iterator[Text]:
    own = dict(stage.variables)
    for variables in (own, {**own, **stage.canary.variables} if stage.canary is not None else own):
        found = _substituted(value, variables)
        if found is not None and found.parts:
            yield found


def _substituted(value: Text, variables: Mapping[str, Text]) -> Text | None:
    whole = Text(())
    for part in _atoms(value):
        if isinstance(part, str):
            if "$" in part:
                return None
            whole = whole + part
        elif part.tool != "stage":
            whole = whole + Text((part,))
        elif part.name in variables:
            whole = whole + variables[part.name]
        else:
            return None
    return whole


def _atoms(value: Text) -> Iterator[str | Deferred]:
    """Yields the parts of a text, the stage variables that VTL spells in it apart."""
    for part in value.parts:
        if isinstance(part, Deferred):
            yield part
            continue
        last = 0
        for match in _STAGE.finditer(part):
            name = next(name for name in match.groups() if name is not None)
            yield part[last : match.start()]
            yield Deferred("stage", name, match[0])
            last = match.end()
        yield part[last:]


def _numbered(text: Text) -> list[tuple[int, str | Deferred]]:
    return list(enumerate(text.parts))


def _joined(parts: Iterator[str | Deferred]) -> Text:
    whole = Text(())
    for part in parts:
        whole = whole + (part if isinstance(part, str) else Text((part,)))
    return whole

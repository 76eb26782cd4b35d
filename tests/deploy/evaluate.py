"""CloudFormation's functions, as far as a template of ours calls them, worked out as CloudFormation does.

Source: the CloudFormation user guide, "Intrinsic function reference" and "Get values stored in other services using
dynamic references": a mapping with one key that names a function is a call; a plain string is a string, but for
`{{resolve:service:key}}`, which is looked up wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

DYNAMIC = re.compile(r"\{\{resolve:[a-z-]+:[^}]*\}\}")
_NAME = re.compile(r"\$\{([^}]*)\}")


class Evaluator:
    """Works out values; `given` are parameters, pseudo parameters and attributes by name."""

    def __init__(self, given: Mapping[str, str], conditions: Mapping[str, bool]) -> None:
        self._given = given
        self._conditions = conditions
        self._calls: dict[str, Callable[[Any], Any]] = {
            "Ref": self._looked_up,
            "Fn::GetAtt": lambda argument: self._looked_up(".".join(argument)),
            "Fn::Sub": self._substituted,
            "Fn::If": lambda argument: self.value(argument[1] if self._conditions[argument[0]] else argument[2]),
            "Fn::Join": lambda argument: argument[0].join(self.value(argument[1])),
            "Fn::Select": lambda argument: self.value(argument[1])[int(argument[0])],
            "Fn::Split": lambda argument: self.value(argument[1]).split(argument[0]),
        }

    def value(self, data: Any) -> Any:
        """Returns data with every call worked out."""
        if isinstance(data, str):
            assert not DYNAMIC.search(data), f"CloudFormation would look up {data}"
            return data
        if isinstance(data, list):
            return [self.value(each) for each in data]
        if not isinstance(data, dict):
            return data
        if len(data) == 1:
            ((name, argument),) = data.items()
            if name == "Ref" or name.startswith("Fn::"):
                return self.value(self._calls[name](argument))
        return {self.value(key): self.value(each) for key, each in data.items()}

    def _looked_up(self, name: str) -> str:
        return self._given[name]

    def _substituted(self, argument: Any) -> str:
        text, own = (argument, {}) if isinstance(argument, str) else argument

        def filled(match: re.Match[str]) -> str:
            if match[1].startswith("!"):
                return "${" + match[1][1:] + "}"
            name = match[1].strip()
            return str(self.value(own[name])) if name in own else self._looked_up(name)

        return _NAME.sub(filled, text)

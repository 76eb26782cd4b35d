"""Texts with deploy-time expressions in Terraform's words.

What API Gateway fills in itself stays as it is in the body; elsewhere AWS's pseudo parameters are data sources. All
other expressions are input variables, for a module knows nothing of the resources around it, but what it makes itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from specforge.infrastructure import Inputs, snake_case
from specforge.ir import Data, Deferred, Text
from specforge.source import branches, text_of
from specforge.targets.terraform.blocks import Choice, Code, Literal, Value, listed, mapped, quoted

# https://developer.hashicorp.com/terraform/language/values/variables: names that the module block uses itself
RESERVED = ("source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals")
_DATA_SOURCES = {
    "AWS::Region": ("aws_region", "id"),
    "AWS::Partition": ("aws_partition", "partition"),
    "AWS::URLSuffix": ("aws_partition", "dns_suffix"),
    "AWS::AccountId": ("aws_caller_identity", "account_id"),
}
_AT_IMPORT = ("AWS::AccountId", "AWS::Partition", "AWS::Region")


class Speller:
    """Spells texts and remembers which data sources that takes.

    `own` are the module's own values: of needs by their names, of others by their expressions.
    """

    def __init__(self, inputs: Inputs, own: Mapping[str, Code]) -> None:
        self._inputs = inputs
        self._own = own
        self.data_sources: set[str] = set()

    def value(self, text: Text) -> Value:
        """Returns a text outside the body."""
        return self._value(text, in_body=False)

    def body_value(self, text: Text) -> Value:
        """Returns a text of the body."""
        return self._value(text, in_body=True)

    def tree(self, data: Data) -> Value:
        """Returns plain data, such as a policy, with the expressions in it spelled."""
        text = text_of(data)
        if text is not None and not isinstance(data, bool | int | float):
            return self.value(text)
        if isinstance(data, dict):
            return mapped({key: self.tree(value) for key, value in data.items()})
        if isinstance(data, list):
            return listed(*map(self.tree, data))
        return Literal(data)

    def data(self, name: str) -> Code:
        """Returns AWS's pseudo parameter of that name."""
        source, attribute = _DATA_SOURCES[name]
        self.data_sources.add(source)
        return Code(f"data.{source}.current.{attribute}")

    def condition(self, name: str) -> Code:
        """Returns the variable that says whether a condition holds."""
        return Code(f"var.{self._inputs.name_of_condition(name)}")

    def _value(self, text: Text, *, in_body: bool) -> Value:
        parts = [part if isinstance(part, str) else self._part(part, in_body=in_body) for part in text.parts]
        if len(parts) == 1 and isinstance(parts[0], Code | Choice):
            return parts[0]
        return quoted(*parts)

    def _part(self, part: Deferred, *, in_body: bool) -> str | Code | Choice:
        if part.tool == "stage":
            return "${stageVariables." + part.name + "}"
        if part.tool == "aws" and in_body and part.name in _AT_IMPORT:
            return "${" + part.name + "}"
        if part.tool == "aws" and part.name in _DATA_SOURCES:
            return self.data(part.name)
        own = self._own.get(part.name if part.tool == "need" else str(part.source))
        if own is not None:
            return own
        choice = branches(part.source) if isinstance(part.source, dict) else None
        if choice is not None:
            then, otherwise = self._arm(choice.then, in_body=in_body), self._arm(choice.otherwise, in_body=in_body)
            if then is not None and otherwise is not None:
                return Choice(self.condition(choice.condition), then, otherwise)
        return Code(f"var.{self._inputs.name_of(part)}")

    def _arm(self, arm: Data, *, in_body: bool) -> Value | None:
        if arm == {"Ref": "AWS::NoValue"}:
            return Literal(None)
        text = text_of(arm)
        return self._value(text, in_body=in_body) if text is not None else None


def variable_name(name: str) -> str:
    """Returns the name of the variable that stands for an expression.

    A placeholder of Terraform keeps its name; `var.` and `local.` say only where it came from.

    >>> variable_name("var.lambda_arn"), variable_name("OrdersFunction.Arn"), variable_name("count")
    ('lambda_arn', 'orders_function_arn', 'count_value')
    """
    plain = snake_case(name.removeprefix("var.").removeprefix("local."))
    if plain[:1].isdigit():
        plain = f"value_{plain}"
    return f"{plain}_value" if plain in RESERVED else plain

"""Texts with deploy-time expressions in CloudFormation's words.

CloudFormation's own functions pass; what they refer to stands in another template, so references become parameters,
unless the resource is one of ours. Other tools' placeholders become parameters, too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from specforge.diagnostics import Origin, Report
from specforge.infrastructure import Inputs, nodes, pascal_case
from specforge.ir import Data, Deferred, Text
from specforge.source import branches, intrinsic_of, text_of

_DYNAMIC = "{{resolve:"
# Functions that need more than their arguments: sections of the template they were written for, or a macro.
_BOUND = ("Fn::FindInMap", "Fn::Transform", "Fn::ForEach", "Fn::GetAtt", "Condition")
_OVER_LISTS = ("Fn::Select", "Fn::Join")
# What API Gateway would fill in at the import, CloudFormation fills in before, with the same values:
# https://docs.aws.amazon.com/apigateway/latest/developerguide/import-api-aws-variables.html
_NOT_AT_IMPORT = re.compile(r"\$\{(?!AWS::(?:AccountId|Partition|Region)\})")
_REFERENCE = re.compile(r"\$\{([A-Za-z0-9:]+)")


class Speller:
    """Spells texts; `own` are the logical ids of our template to which a document's text may refer.

    `needs` are the references to what the short forms and the graph need, by name. With `at_home` the text goes back
    into the template it came from, where all its references are known.
    """

    def __init__(
        self, inputs: Inputs, own: Collection[str], origin: Origin, report: Report, *, at_home: bool = False
    ) -> None:
        self._inputs = inputs
        self._own = own
        self._origin = origin
        self._report = report
        self._at_home = at_home
        self.conditions: dict[str, Data] = {}
        self.needs: dict[str, Data] = {}

    def spell(self, text: Text) -> Data:
        """Returns a text as a string or as a function."""
        if len(text.parts) == 1 and isinstance(text.parts[0], Deferred):
            return self._alone(text.parts[0])
        if all(isinstance(part, str) or part.tool == "stage" for part in text.parts):
            return "".join(part if isinstance(part, str) else _stage(part) for part in text.parts)
        values: dict[str, Data] = {}
        template = "".join(
            part.replace("${", "${!") if isinstance(part, str) else self._in_sub(part, values) for part in text.parts
        )
        return {"Fn::Sub": [template, values] if values else template}

    def tree(self, data: Data) -> Data:
        """Returns plain data, such as a policy, with the expressions in it spelled."""
        text = text_of(data) if isinstance(data, str) or intrinsic_of(data) is not None else None
        if text is not None:
            return self.spell(text)
        if isinstance(data, dict):
            return {key: self.tree(value) for key, value in data.items()}
        return [self.tree(value) for value in data] if isinstance(data, list) else data

    def finish(self, data: Data, names: Collection[str] = ()) -> Data:
        """Returns a finished part of the template with its conditions declared and its literal texts kept literal.

        CloudFormation resolves `{{resolve:...}}` wherever it stands, so a word of the document could read a secret.
        `names` are those that `${...}` could mean: a text that holds one by chance is escaped.
        """
        if isinstance(data, str):
            return self._literal(data, names)
        if isinstance(data, dict):
            choice = branches(data)
            if choice is not None:
                self._declare(choice.condition)
            self._report_lookalike(data)
            if intrinsic_of(data) == "Fn::Sub":
                return {"Fn::Sub": self._sub(data["Fn::Sub"], names)}
            return {self._unresolved(key): self.finish(value, names) for key, value in data.items()}
        return [self.finish(value, names) for value in data] if isinstance(data, list) else data

    def _literal(self, text: str, names: Collection[str]) -> Data:
        text = self._unresolved(text)
        if not any(name.startswith("AWS::") or name in names for name in _REFERENCE.findall(text)):
            return text
        return {"Fn::Sub": _NOT_AT_IMPORT.sub("${!", text)}

    def _sub(self, argument: Data, names: Collection[str]) -> Data:
        if isinstance(argument, list):
            return [self._sub(argument[0], names), *(self.finish(values, names) for values in argument[1:])]
        return self._unresolved(argument) if isinstance(argument, str) else argument

    def _unresolved(self, text: str) -> str:
        return text if _DYNAMIC not in text else self._broken(text)

    def _broken(self, text: str) -> str:
        message = "{{resolve: would be a dynamic reference in CloudFormation; it is written as { {resolve:"
        self._report.add("dynamic-reference-in-document", self._place(text), message)
        return text.replace(_DYNAMIC, "{ {resolve:")

    def _report_lookalike(self, data: dict[str, Data]) -> None:
        """Reports a mapping of the document that CloudFormation would take for a call of a function."""
        if _looks_like_call(data):
            ((name, _),) = data.items()
            message = (
                f"the key {name} stands alone, so CloudFormation would take it for a function; body: file keeps it"
            )
            pointers = (pointer for found, pointer in nodes(self._origin.value) if found == data)
            origin = self._origin.at(*next(pointers, ()))
            self._report.add("key-read-as-function", origin, message)

    def _place(self, text: str) -> Origin:
        """Returns where the document has a text; its root for one that the document has otherwise."""
        pointers = (pointer for found, pointer in nodes(self._origin.value) if found == text)
        return self._origin.at(*next(pointers, ()))

    def _declare(self, condition: str) -> None:
        if condition in self.conditions or self._at_home:
            return
        parameter = self._inputs.name_of_condition(condition)
        self.conditions[condition] = {"Fn::Equals": [{"Ref": parameter}, "true"]}

    def _alone(self, part: Deferred) -> Data:
        if part.tool == "stage":
            return _stage(part)
        if part.tool == "aws":
            return {"Ref": part.name}
        if part.tool == "need":
            return self.needs[part.name]
        if self._at_home and part.tool == "cloudformation" and isinstance(part.source, dict):
            return part.source
        if isinstance(part.source, dict) and intrinsic_of(part.source) != "Ref":
            return self._function(part, part.source)
        owner, _, attribute = part.name.partition(".")
        if part.tool == "cloudformation" and (self._at_home or owner in self._own):
            return {"Fn::GetAtt": [owner, attribute]} if attribute else {"Ref": owner}
        return {"Ref": self._inputs.name_of(part)}

    def _function(self, part: Deferred, source: Mapping[str, Data]) -> Data:
        """Returns a call of a function, what it refers to replaced."""
        ((name, argument),) = source.items()
        if name == "Fn::GetAtt" and part.name.partition(".")[0] in self._own:
            return dict(source)
        if name in _BOUND:
            return {"Ref": self._inputs.name_of(part)}
        if name == "Fn::If" and isinstance(argument, list) and argument:
            return {name: [argument[0], *(self.tree(value) for value in argument[1:])]}
        if name == "Fn::Sub":
            return {"Ref": self._inputs.name_of(part)}
        if name in _OVER_LISTS and isinstance(argument, list) and len(argument) == 2:
            return {name: [self._argument(argument[0]), self._list(argument[1])]}
        return {name: self._argument(argument)}

    def _list(self, argument: Data) -> Data:
        """Returns an argument that is a list of texts: a reference to one becomes a parameter of that type."""
        if intrinsic_of(argument) not in ("Ref", "Fn::GetAtt"):
            return self._argument(argument)
        text = text_of(argument)
        part = text.parts[0] if text is not None else ""
        if isinstance(part, str) or part.tool == "aws":
            return argument
        return {"Ref": self._inputs.name_of(part, is_list=True)}

    def _argument(self, argument: Data) -> Data:
        """Returns the arguments of a function; a plain string in them is no text with placeholders."""
        if intrinsic_of(argument) is not None:
            return self.tree(argument)
        if isinstance(argument, list):
            return [self._argument(value) for value in argument]
        if isinstance(argument, dict):
            return {key: self._argument(value) for key, value in argument.items()}
        return argument

    def _in_sub(self, part: Deferred, values: dict[str, Data]) -> str:
        """Returns a part of an Fn::Sub; adds the values that need a name of their own."""
        if part.tool == "stage":
            return "${!" + _stage(part)[2:]
        match self._alone(part):
            case {"Ref": str(name)}:
                return "${" + name + "}"
            case {"Fn::GetAtt": [str(owner), str(attribute)]}:
                return "${" + f"{owner}.{attribute}" + "}"
            case value:
                name = next((known for known, other in values.items() if other == value), f"Value{len(values) + 1}")
                values[name] = value
                return "${" + name + "}"


def _looks_like_call(data: dict[str, Data]) -> bool:
    """Tells whether a mapping only looks like a call: but for a macro none takes a mapping that is no call itself."""
    if len(data) != 1:
        return False
    ((name, argument),) = data.items()
    is_name = name == "Ref" or (name.startswith("Fn::") and name != "Fn::Transform")
    return is_name and isinstance(argument, dict) and intrinsic_of(argument) is None


def _stage(part: Deferred) -> str:
    return "${stageVariables." + part.name + "}"


def parameter_name(name: str) -> str:
    """Returns the name of the parameter that stands for an expression.

    >>> parameter_name("var.lambda_arn"), parameter_name("OrdersFunction.Arn")
    ('LambdaArn', 'OrdersFunctionArn')
    """
    return pascal_case(name.removeprefix("var.").removeprefix("local."))

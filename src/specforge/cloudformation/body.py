"""The import document in a template: inline, with CloudFormation's functions, or in a file of its own."""

from __future__ import annotations

from hashlib import sha256

import msgspec

from specforge.cloudformation.template import Body, Template
from specforge.diagnostics import Report
from specforge.importdoc import as_written, import_document, is_known_at_import
from specforge.infrastructure import PlannedFunction, rewired, wired, with_vpc_endpoints
from specforge.ir import Api, Data, Deferred, Text

_MOST_NAMED = 5


def inline_body(api: Api, template: Template, report: Report) -> Body:
    """Returns the document with its expressions in CloudFormation's words."""
    document = import_document(_rewired(api, template), report, spell=template.speller.spell, conditions="keep")
    content: dict[str, Data] = {**document, **_configured(api, template, document["info"])}
    return Body(content=content, digest=_digest(msgspec.json.encode(content)))


def body_in_file(api: Api, template: Template, report: Report) -> Body:
    """Returns the document in a file that API Gateway reads from S3, where CloudFormation fills nothing in.

    Reports the expressions in it: API Gateway knows account, partition and Region, and nothing else.
    """
    unknown: dict[str, None] = {}

    def spell(text: Text) -> Data:
        unknown.update(dict.fromkeys(str(part) for part in text.deferred if not is_known_at_import(part)))
        return as_written(text)

    document = import_document(_rewired(api, template, by_name=True), report, spell=spell)
    content: dict[str, Data] = {**document, **_configured(api, template, document["info"])}
    if unknown:
        rest = len(unknown) - _MOST_NAMED
        listed = ", ".join(list(unknown)[:_MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
        message = f"the body is in a file, where CloudFormation fills nothing in; it holds {listed}"
        report.add("expression-in-body-file", api.origin, message)
    text = msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"
    digest = _digest(text.encode())
    # SAM calls what it uploads after the content itself; else CloudFormation would see no change.
    return Body(file="openapi.json" if template.sam else f"openapi-{digest}.json", text=text, digest=digest)


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:10]


def _configured(api: Api, template: Template, info: Data) -> dict[str, Data]:
    """Returns the parts of the body that the configuration decides: its policy, and its name as the title."""
    found: dict[str, Data] = {}
    if template.plan.policy is not None:
        found["x-amazon-apigateway-policy"] = template.speller.tree(template.plan.policy)
    if api.name is not None and isinstance(info, dict):
        found["info"] = {**info, "title": api.name}
    return found


def _rewired(api: Api, template: Template, *, by_name: bool = False) -> Api:
    """Returns the API with what is made beside it; `by_name` calls functions by the names that they are given."""
    partition, region, account = (_aws(name) for name in ("Partition", "Region", "AccountId"))

    def uri(function: PlannedFunction) -> Text:
        owner = template.functions[function.name]
        arn = Text((Deferred("cloudformation", f"{owner}.Arn", {"Fn::GetAtt": [owner, "Arn"]}),))
        if by_name and function.function_name is not None:
            name = f":function:{function.function_name}"
            arn = Text(("arn:", partition, ":lambda:", region, ":", account, name))
        service = Text(("arn:", partition, ":apigateway:", region, ":lambda:path/2015-03-31/functions/"))
        return service + arn + "/invocations"

    connected = wired(with_vpc_endpoints(api, template.plan), template.plan)
    return rewired(connected, template.plan.functions, uri)


def _aws(name: str) -> Deferred:
    """Returns a value that both CloudFormation and API Gateway's import know."""
    return Deferred("aws", f"AWS::{name}", f"${{AWS::{name}}}")

"""Replaces every short form by the full integration that it stands for.

Input: an Api that may hold ShortForm integrations. Output: an Api without any; one that cannot be expanded is
reported and becomes Invalid. Must judge nothing else.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from specforge.diagnostics import Report
from specforge.ir import Api, FullIntegration, Integration, Invalid, Operation, ShortForm

FORMS: dict[str, Callable[[ShortForm, Report], FullIntegration]] = {}
"""From the name of a short form to what expands it; one module of this package each."""


def expand(api: Api, report: Report) -> Api:
    """Returns the API with its short forms expanded; reports a `cors:` setting, which nothing expands."""
    if api.deployment is not None and api.deployment.cors is not None:
        message = "cors is read, but this version writes no CORS from it; the document has to hold it"
        report.add("cors-setting-not-applied", api.deployment.cors.origin, message, on_key=True)
    if not any(isinstance(operation.integration, ShortForm) for operation in api.operations):
        return api
    operations = tuple(_expanded(operation, report) for operation in api.operations)
    return msgspec.structs.replace(api, operations=operations)


def _expanded(operation: Operation, report: Report) -> Operation:
    if not isinstance(operation.integration, ShortForm):
        return operation
    return msgspec.structs.replace(operation, integration=_full(operation.integration, report))


def _full(short: ShortForm, report: Report) -> Integration:
    form = FORMS.get(short.name)
    if form is not None:
        return form(short, report)
    known = f"it must be {', '.join(sorted(FORMS))}" if FORMS else "this version expands none"
    report.add(
        "unknown-short-form", short.origin.at(short.name), f"the short form is {short.name}; {known}", on_key=True
    )
    return Invalid(origin=short.origin)

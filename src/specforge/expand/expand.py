"""Replaces every short form by the full integration that it stands for, and applies `cors:` of specforge.yaml.

Input: an Api as lowered. Output: an Api without a ShortForm, with what its short forms need; one that cannot be
expanded is reported and becomes Invalid. Must judge nothing else.
"""

from __future__ import annotations

from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.ir import Api, Invalid, Kind, Need, Operation, ShortForm
from specforge.spelling import did_you_mean, listed


def expand(api: Api, report: Report) -> Api:
    """Returns the API as it is deployed: short forms written out, cross-origin requests answered."""
    if any(isinstance(operation.integration, ShortForm) for operation in api.operations):
        api = _without_short_forms(api, report)
    policy = api.deployment.cors if api.deployment is not None else None
    if policy is None or not policy.origins or api.kind is Kind.PLAIN:
        return api
    from specforge.expand.cors import with_cors  # lazy: 3 ms, for those who configure it

    return with_cors(api, policy, report)


def _without_short_forms(api: Api, report: Report) -> Api:
    from specforge.expand.needs import labels, merged  # lazy: 3 ms, for those who use a short form

    operations: list[Operation] = []
    needs: list[Need] = []
    for operation, label in zip(api.operations, labels(api), strict=True):
        if isinstance(operation.integration, ShortForm):
            expanded, needed = _expanded(operation, operation.integration, api=api, label=label, report=report)
            operations.append(expanded)
            needs += needed
        else:
            operations.append(operation)
    return replace(api, operations=tuple(operations), needs=merged(needs))


def _expanded(
    operation: Operation, short: ShortForm, *, api: Api, label: str, report: Report
) -> tuple[Operation, tuple[Need, ...]]:
    from specforge.expand.form import Call  # lazy: as above
    from specforge.expand.options import read_options
    from specforge.expand.registry import find, names

    invalid = replace(operation, integration=Invalid(origin=short.origin)), ()
    form = find(short.name)
    place = short.origin.at(short.name)
    if form is None:
        message = f"the short form is {short.name}; it must be {listed(names())}{did_you_mean(short.name, names())}"
        report.add("unknown-short-form", place, message, on_key=True)
        return invalid
    if api.kind is not Kind.PLAIN and api.kind not in form.kinds:
        kinds = listed([f"{kind.value.upper()} APIs" for kind in form.kinds])
        message = f"the short form {form.name} is for {kinds}; this is an API of the kind {api.kind}"
        report.add("short-form-of-other-api-kind", place, message, on_key=True)
        return invalid
    options = read_options(form, short.origin, report)
    found = form.expand(Call(api, operation, options, place, label), report) if options is not None else None
    return found if found is not None else invalid

"""`cors:` of specforge.yaml, applied: what an API answers to pages of other origins.

What the document says itself stays as it is; where that contradicts the configuration, it is told.
Source: the developer guide, "CORS for REST APIs in API Gateway" and "Configure CORS for HTTP APIs".
"""

from __future__ import annotations

from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.expand.cors_answers import Answers
from specforge.expand.cors_errors import with_error_headers
from specforge.expand.cors_headers import Allowed, allowed_by, called_verbs, differing, sent_headers
from specforge.expand.cors_preflights import with_preflights
from specforge.ir import Api, CorsPolicy, HttpCors, HttpProxy, Kind, LambdaProxy, Operation, Text


def with_cors(api: Api, policy: CorsPolicy, report: Report) -> Api:
    """Returns the API with what browsers need; reports what only the backends can do."""
    allowed = allowed_by(policy)
    if not allowed.origins:
        return api
    if api.kind is Kind.HTTP:
        return _http_api(api, allowed, report)
    if policy.credentials and not allowed.credentials:
        message = "credentials are allowed for the origin *; they need explicit origins, so they are left out"
        report.add("wildcard-origin-with-credentials", policy.origin.at("credentials"), message)
    answers = Answers(allowed, report)
    _report_backends(api, allowed, report)
    operations = tuple(answers.of_operation(operation) for operation in api.operations)
    responses = with_error_headers(api.gateway_responses, allowed, report)
    api = replace(api, operations=operations, gateway_responses=responses)
    return replace(api, operations=with_preflights(api, allowed))


def _http_api(api: Api, allowed: Allowed, report: Report) -> Api:
    """Returns an HTTP API with the extension by which it answers by itself, unless the document has it."""
    policy = allowed.policy
    if api.cors is not None:
        for origin in api.cors.allow_origins:
            differing(origin, allowed, api.cors.origin.at("allowOrigins"), report)
        return api
    made = HttpCors(
        allow_origins=_texts(policy.origins),
        allow_methods=_texts(policy.methods or called_verbs(api.operations)),
        allow_headers=_texts(sent_headers(api.operations, api, policy)),
        expose_headers=_texts(policy.expose_headers),
        max_age_s=policy.max_age_s,
        allow_credentials=True if policy.credentials else None,
        origin=policy.origin,
    )
    return replace(api, cors=made)


def _texts(words: tuple[str, ...]) -> tuple[Text, ...]:
    return tuple(Text((word,)) for word in words)


def _report_backends(api: Api, allowed: Allowed, report: Report) -> None:
    """Reports the operations whose backends have to send the headers: API Gateway passes their answers on."""
    left = [operation for operation in api.operations if _answers_itself(operation)]
    if left:
        message = (
            f"{', '.join(dict.fromkeys(map(str, left)))}: the answer passes unchanged, so the backend must send "
            f"{', '.join(name for name, _ in allowed.answer_headers)} itself"
        )
        report.add("cors-left-to-backend", left[0].origin, message, on_key=True)


def _answers_itself(operation: Operation) -> bool:
    match operation.integration:
        case LambdaProxy(function=function):
            # A function of ours knows the configuration.
            return function is None or not any(part.tool == "need" for part in function.deferred)
        case HttpProxy():
            return True
        case _:
            return False

"""Operations as readers see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from specforge.clients.servers import default_base_url
from specforge.ir import Api, Data, Operation, Parameter
from specforge.ir.integration import IntegrationSettings
from specforge.targets.docs.access import Access, access_of
from specforge.targets.docs.bodies import Bodies, BodyView, ResponseView
from specforge.targets.docs.calls import as_curl, as_http, call_of
from specforge.targets.docs.credentials import credentials_of
from specforge.targets.docs.gateway_errors import causes_of
from specforge.targets.docs.integrations import Behind, behind
from specforge.targets.docs.markdown import fenced
from specforge.targets.docs.prose import Prose, Words, code, is_safe_link, literally
from specforge.targets.docs.quotas import cached_for, rates_of
from specforge.targets.docs.restrictions import Fact, as_text
from specforge.targets.docs.shapes import Field, Shapes

LOCATIONS = (
    ("path", "Path parameters"),
    ("query", "Query parameters"),
    ("header", "Headers"),
    ("cookie", "Cookies"),
)


class OperationView(msgspec.Struct, frozen=True, kw_only=True):
    """One operation; `notes` are limits and other things to know, `refusals` statuses of the gateway itself."""

    anchor: str
    method: str
    path: str
    title: str
    words: Words
    deprecated: bool
    access: Access
    notes: tuple[tuple[str, Words], ...]
    parameters: tuple[tuple[str, tuple[Field, ...]], ...]
    body: BodyView | None
    responses: tuple[ResponseView, ...]
    refusals: tuple[str, ...]
    curl: str
    http: str
    behind: Behind | None

    @property
    def md_route(self) -> str:
        """Returns method and path as code of Markdown."""
        return code(f"{self.method} {self.path}")

    @property
    def md_curl(self) -> str:
        """Returns the curl command as a code block of Markdown."""
        return fenced(self.curl, "sh")

    @property
    def md_http(self) -> str:
        """Returns the HTTP request as a code block of Markdown."""
        return fenced(self.http, "http")


class Operations:
    """Makes the views of operations; `internal` adds what stands behind each."""

    def __init__(
        self, api: Api, shapes: Shapes, bodies: Bodies, prose: Prose, *, schemes: Mapping[str, str], internal: bool
    ) -> None:
        self._api = api
        self._shapes = shapes
        self._bodies = bodies
        self._prose = prose
        self._schemes = schemes
        self._internal = internal
        self._base_url = default_base_url(api) or domain_url(api)

    def of(self, operation: Operation, anchor: str) -> OperationView:
        """Returns the view of an operation."""
        api = self._api
        call = call_of(operation, api.schemas, base_url=self._base_url, credentials=credentials_of(operation, api))
        return OperationView(
            anchor=anchor,
            method=operation.method,
            path=operation.path,
            title=operation.summary or operation.operation_id or f"{operation.method} {operation.path}",
            words=self._prose.words(operation.description),
            deprecated=operation.deprecated,
            access=access_of(operation, self._schemes),
            notes=tuple((name, self._prose.own(words)) for name, words in self._notes(operation)),
            parameters=tuple(self._parameters(operation)),
            body=self._bodies.request(operation.body) if operation.body is not None else None,
            responses=tuple(map(self._bodies.response, operation.responses)),
            refusals=tuple(sorted({str(cause.status) for cause in causes_of(operation, api)})),
            curl=as_curl(call),
            http=as_http(call),
            behind=behind(operation) if self._internal else None,
        )

    def _parameters(self, operation: Operation) -> Iterator[tuple[str, tuple[Field, ...]]]:
        for location, title in LOCATIONS:
            found = tuple(map(self._parameter, operation.parameters_in(location)))
            if found:
                yield title, found

    def _parameter(self, parameter: Parameter) -> Field:
        schema = parameter.content[0].schema if parameter.content else parameter.schema
        shape = self._shapes.described(schema, self._prose.words(parameter.description))
        given = next((each.value for each in parameter.examples if each.external is None), None)
        if given is not None and not any(fact.label == "Example" for fact in shape.facts):
            shape = msgspec.structs.replace(shape, facts=(*shape.facts, Fact("Example", (as_text(given),))))
        return Field(
            name=parameter.name,
            required=parameter.required or parameter.location == "path",
            flags=("deprecated",) if parameter.deprecated else (),
            shape=shape,
        )

    def _notes(self, operation: Operation) -> Iterator[tuple[str, str]]:
        deployment, method = self._api.deployment, str(operation)
        yield from (("Rate", words) for words in rates_of(method, deployment))
        integration = operation.integration
        if isinstance(integration, IntegrationSettings):
            if isinstance(integration.timeout_ms, int):
                yield "Time", f"answers within {integration.timeout_ms / 1000:g} seconds, or fails"
            keys = [text.literal or "" for text in integration.cache_key_parameters]
            names = [code(key.rpartition(".")[2]) for key in keys if key.startswith("method.request.")]
            apart = f"; answers are told apart by {', '.join(names)}" if names else ""
            yield from (("Cache", f"answers are {words}{apart}") for words in cached_for(method, deployment))
        address = _more(operation.extra)
        if address:
            yield "More", address


def _more(extra: Mapping[str, Data]) -> str:
    docs = extra.get("externalDocs")
    url = docs.get("url") if isinstance(docs, dict) else None
    return link(docs.get("description"), url) if isinstance(docs, dict) and isinstance(url, str) else ""


def link(text: object, url: str) -> str:
    """Returns a link in Markdown; a URL that no page may link to stays text."""
    label = literally(text) if isinstance(text, str) and text else literally(url)
    return f"[{label}](<{url}>)" if is_safe_link(url) else f"{label}: {code(url)}"


def domain_url(api: Api) -> str | None:
    """Returns the URL of the custom domain, when it is known."""
    domain = api.deployment.domain if api.deployment is not None else None
    if domain is None or domain.name.literal is None:
        return None
    base = (domain.base_path or "").strip("/")
    return f"https://{domain.name.literal}" + (f"/{base}" if base else "")

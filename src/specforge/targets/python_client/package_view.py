"""The package around models and operations as the templates see it."""

from __future__ import annotations

from collections.abc import Iterable
from keyword import iskeyword
from typing import NamedTuple

from specforge.clients.options import ClientOptions
from specforge.clients.python.calls import CallGroup, PythonApi, error_types
from specforge.clients.python.definitions import Type, join
from specforge.clients.python.layout import Node, call, lay_out, literal, prefixed
from specforge.clients.python.naming import version
from specforge.clients.python.samples import Sampler
from specforge.clients.python.status import GATEWAY, error_class
from specforge.clients.servers import default_base_url
from specforge.clients.statuses import phrase_of
from specforge.ir import Api, Iam, SecurityScheme
from specforge.targets.python_client.text import Docstring, docstring, export_order, import_lines, natural, sentence

MOST_BODIES = 4
EXPORTED = (
    *("NO_RETRIES", "UNSET", "ApiError", "ApiKey", "Auth", "BasicAuth", "BearerToken", "ClientError"),
    *("ConnectionFailedError", "File", "HeaderAuth", "Hook", "RequestOptions", "RequestTimeoutError", "Response"),
    *("RetryPolicy", "TransferFailedError", "UnexpectedResponseError", "Unknown", "Unset"),
)
SIGNING = ("AwsCredentials", "SigV4", "botocore_credentials")
QUOTAS = ("QuotaExceededError", "ThrottledError")
CLIENTS = {False: ("Client", "SyncClient", "Transport"), True: ("AsyncClient", "AsyncioClient", "AsyncTransport")}


class PackageView(NamedTuple):
    """What stands in pyproject.toml."""

    distribution: str
    package: str
    version: str
    description: str
    title: str


class ErrorView(NamedTuple):
    """An exception: its status and the type of its body."""

    name: str
    status: int
    body: str
    doc: Docstring


class ErrorsView(NamedTuple):
    """The module `errors.py`, and what the package itself shows."""

    doc: Docstring
    errors: tuple[ErrorView, ...]
    runtime_imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    uses_models: bool
    uses_any: bool
    table: str
    package_imports: tuple[str, ...]
    package_names: str


class GroupRef(NamedTuple):
    """A group as an attribute of the client."""

    attribute: str
    module: str
    class_name: str
    doc: Docstring
    imports: tuple[str, ...]


class DescriptionView(NamedTuple):
    """The module `description.py`: what both clients know of the API."""

    doc: Docstring
    schemes: str
    credentials: tuple[str, ...]
    credentials_call: str | None
    description: str
    runtime_imports: tuple[str, ...]
    typing_imports: tuple[str, ...]


class ClientView(NamedTuple):
    """The module `client.py` or `async_client.py`."""

    doc: Docstring
    class_name: str
    base: str
    transport: str
    is_async: bool
    base_url: str | None
    auth_type: str
    runtime_imports: tuple[str, ...]
    groups: tuple[GroupRef, ...]
    group_imports: tuple[str, ...]


class SampleView(NamedTuple):
    """One operation in the README."""

    title: str
    summary: str
    code: str


class ReadmeView(NamedTuple):
    """The README."""

    title: str
    description: str
    package: str
    distribution: str
    quick_start: str
    groups: tuple[tuple[str, tuple[SampleView, ...]], ...]


def package_view(api: Api, package: str) -> PackageView:
    """Returns the view of the project file."""
    description = " ".join(f"Client of the API {api.title}".split())
    return PackageView(package.replace("_", "-"), package, version(api.version), description[:200], api.title)


def errors_view(api: Api, python: PythonApi) -> ErrorsView:
    """Returns the view of the exceptions: those of the document and those of API Gateway."""
    documented = error_types(python.groups)
    described = _descriptions(api)
    statuses = sorted({*GATEWAY, *(int(status) for status in described)})
    errors = tuple(_error(status, documented, described) for status in statuses)
    names = [error.name for error in errors]
    uses_any = any("Any" in error.body.split(" | ") for error in errors)
    signing = SIGNING if _signs(_described_schemes(api).values()) else ()
    exported = (*EXPORTED, *signing, "AsyncClient", "Client", *names, *QUOTAS)
    return ErrorsView(
        doc=docstring(f"What the API {api.title} can answer when a call fails.", indent=0),
        errors=errors,
        runtime_imports=import_lines("._runtime", ("ApiError",)),
        typing_imports=import_lines("typing", {"TYPE_CHECKING"} | ({"Any"} if uses_any else set())),
        uses_models=any("models." in error.body for error in errors),
        uses_any=uses_any,
        table=_table(errors),
        package_imports=(
            "from . import errors, models",
            *import_lines("._runtime", EXPORTED),
            *import_lines("._runtime.sigv4", signing),
            "from .client import Client",
            *import_lines(".errors", (*names, *QUOTAS)),
        ),
        package_names=lay_out(literal(_exported(exported)), before="__all__ = "),
    )


def _exported(names: Iterable[str]) -> list[str]:
    return sorted([*names, "errors", "models"], key=export_order)


def _table(errors: Iterable[ErrorView]) -> str:
    items: list[Node] = [f"{error.status}: {error.name}" for error in errors]
    bracket = call("", items)._replace(opening="{", closing="}")
    return lay_out(bracket, before="BY_STATUS: dict[int, type[ApiError]] = ")


def _descriptions(api: Api) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for operation in api.operations:
        for response in operation.responses:
            if error_class(response.status) is not None:
                found.setdefault(response.status, []).append(response.description)
    return found


def _error(status: int, documented: object, described: dict[str, list[str]]) -> ErrorView:
    types: dict[str, tuple[Type, ...]] = documented if isinstance(documented, dict) else {}
    found = [type_ for key in (str(status), f"{status // 100}XX", "default") for type_ in types.get(key, ())]
    name = error_class(str(status)) or "ApiError"
    texts = dict.fromkeys(" ".join(text.split()) for text in described.get(str(status), ()) if text.strip())
    called = " ".join(filter(None, (str(status), phrase_of(str(status)))))
    summary = f"{called}: {next(iter(texts))}" if len(texts) == 1 else f"{called}."
    return ErrorView(name, status, _body_type(found), docstring(sentence(summary), indent=4))


def _body_type(types: list[Type]) -> str:
    joined = join(types)
    if not types or "Any" in joined.uses or len({t.text for t in types}) > MOST_BODIES or len(joined.uses) == 0:
        return "Any"
    if joined.uses & {"dt", "UUID", "Literal", "Unset"} or len(joined.text) > 50:
        return "Any"
    text = joined.text
    for name in sorted(joined.uses, key=len, reverse=True):
        text = " | ".join(_qualified(part, name) for part in text.split(" | "))
    return f"{text} | None" if "None" not in text.split(" | ") else text


def _qualified(part: str, name: str) -> str:
    if part == name:
        return f"models.{name}"
    return f"list[models.{name}]" if part == f"list[{name}]" else part


def description_view(api: Api, package: str, options: ClientOptions) -> DescriptionView:
    """Returns the view of what both clients know of the API."""
    schemes = _described_schemes(api)
    identifiers = all(map(_can_be_declared, schemes))
    has_secrets = any(scheme_kind(scheme)[0] != "sigv4" for scheme in schemes.values())
    runtime = {"Description", "Scheme"} | ({"Secret"} if has_secrets else set()) | ({"Auth"} if schemes else set())
    return DescriptionView(
        doc=docstring(f"What the clients know of {api.title}.", indent=0),
        schemes=_schemes(schemes.values()),
        credentials=_credential_lines(schemes.values()) if identifiers else (),
        credentials_call=None if identifiers else _credentials_call(schemes.values()),
        description=_description(package, version(api.version), options.idempotency_header),
        runtime_imports=(*import_lines("._runtime", runtime), *_signing_imports(schemes.values())),
        typing_imports=import_lines("typing", {"TypedDict"} if schemes else set()),
    )


def _described_schemes(api: Api) -> dict[str, SecurityScheme]:
    return {name: scheme for name, scheme in api.security_schemes.items() if scheme.type != "mutualTLS"}


def _description(package: str, version_: str, idempotency_header: str | None) -> str:
    keywords = {"name": literal(package), "version": literal(version_), "models": "models", "errors": "BY_STATUS"}
    keywords |= {"errors_by_type": "BY_TYPE", "schemes": "SCHEMES"}
    if idempotency_header is not None:
        keywords["idempotency_header"] = literal(idempotency_header)
    arguments = (prefixed(f"{name}=", value) for name, value in keywords.items())
    return lay_out(call("Description", arguments), before="DESCRIPTION = ")


def _signing_imports(schemes: Iterable[SecurityScheme]) -> tuple[str, ...]:
    names = {"AwsCredentials", "CredentialProvider"} if _signs(schemes) else set[str]()
    return import_lines("._runtime.sigv4", names)


def _signs(schemes: Iterable[SecurityScheme]) -> bool:
    return any(scheme_kind(scheme)[0] == "sigv4" for scheme in schemes)


def client_view(api: Api, python: PythonApi, *, is_async: bool = False) -> ClientView:
    """Returns the view of a client class."""
    name, base, transport = CLIENTS[is_async]
    schemes = _described_schemes(api)
    runtime = {"Auth", "Hook", "RetryPolicy", transport} | (set() if is_async else {base})
    asyncio = import_lines("._runtime.asynchronous", {base}) if is_async else ()
    described = import_lines(".description", {"DESCRIPTION"} | ({"Credentials"} if schemes else set()))
    groups = tuple(_group_ref(group, is_async=is_async) for group in python.groups)
    return ClientView(
        doc=docstring(f"The client of {api.title}{' for asyncio' if is_async else ''}.", indent=0),
        class_name=name,
        base=base,
        transport=transport,
        is_async=is_async,
        base_url=default_base_url(api),
        auth_type="Auth | Credentials | None" if schemes else "Auth | None",
        runtime_imports=(*import_lines("._runtime", runtime), *asyncio, *described),
        groups=groups,
        group_imports=tuple(
            line
            for group in sorted(groups, key=lambda group: natural(group.module))
            for line in import_lines(f".api.{group.module}", (group.class_name,), indent=4)
        ),
    )


def _can_be_declared(name: str) -> bool:
    return name.isascii() and name.isidentifier() and not iskeyword(name) and not name.startswith("__")


def _group_ref(group: CallGroup, *, is_async: bool) -> GroupRef:
    doc = docstring(sentence(group.description), indent=8, fallback=f"Operations of the group {group.title}.")
    name = ("Async" if is_async else "") + group.class_name
    imports = import_lines(f".api.{group.module}", (name,), indent=8)
    return GroupRef(group.attribute, group.module, name, doc, imports)


def _schemes(schemes: Iterable[SecurityScheme]) -> str:
    items: list[Node] = []
    for scheme in schemes:
        kind, name = scheme_kind(scheme)
        items.append(prefixed(f"{literal(scheme.name)}: ", call("Scheme", map(literal, (kind, name)))))
    bracket = call("", items)._replace(opening="{", closing="}")
    return lay_out(bracket, before="SCHEMES: dict[str, Scheme] = ")


def scheme_kind(scheme: SecurityScheme) -> tuple[str, str]:
    """Returns how the credentials of a scheme travel, and the name of their header, parameter or cookie."""
    if isinstance(scheme.authorizer, Iam):
        return "sigv4", scheme.name
    if scheme.type == "apiKey":
        return scheme.location if scheme.location in {"query", "cookie"} else "header", scheme.parameter_name or ""
    if scheme.type == "http" and (scheme.http_scheme or "").lower() == "basic":
        return "basic", ""
    return "bearer", ""


def _credential_type(scheme: SecurityScheme) -> str:
    return "AwsCredentials | CredentialProvider | Auth" if scheme_kind(scheme)[0] == "sigv4" else "Secret | Auth"


def _credential_lines(schemes: Iterable[SecurityScheme]) -> tuple[str, ...]:
    return tuple(f"{scheme.name}: {_credential_type(scheme)}" for scheme in schemes)


def _credentials_call(schemes: Iterable[SecurityScheme]) -> str:
    items = [prefixed(f"{literal(scheme.name)}: ", _credential_type(scheme)) for scheme in schemes]
    table = call("", items)._replace(opening="{", closing="}")
    return lay_out(call("TypedDict", ['"Credentials"', table, "total=False"]), before="Credentials = ")


def readme_view(api: Api, package: str, python: PythonApi) -> ReadmeView:
    """Returns the view of the README: a quick start, and one example for each operation."""
    sampler = Sampler(python.book, api.schemas)
    groups = []
    for group in python.groups:
        samples = []
        for call_ in group.calls:
            code = sampler.call_of(call_, group)
            summary = call_.operation.summary or ""
            title = f"{call_.operation.method} {call_.operation.path}"
            samples.append(SampleView(title, summary, "\n".join([*_sample_imports(package, sampler.imports), code])))
        groups.append((group.title, tuple(samples)))
    return ReadmeView(
        title=f"{api.title} client",
        description=api.description or f"Client of the API {api.title}.",
        package=package,
        distribution=package.replace("_", "-"),
        quick_start=_quick_start(api, package),
        groups=tuple(groups),
    )


def _sample_imports(package: str, names: set[str]) -> list[str]:
    standard = ["import datetime as dt"] if any(name.startswith("dt.") for name in names) else []
    standard.extend(["from uuid import UUID"] if "UUID" in names else [])
    models = {name for name in names if not name.startswith("dt.") and name != "UUID"}
    lines = [*standard, *([""] if standard and models else []), *import_lines(f"{package}.models", models)]
    return [*lines, ""] if lines else []


def _quick_start(api: Api, package: str) -> str:
    arguments: list[Node] = [] if default_base_url(api) else ['"https://..."']
    first = next((name for name, scheme in api.security_schemes.items() if scheme_kind(scheme)[0] != "sigv4"), None)
    if first is not None:
        arguments.append(prefixed("auth=", literal({first: "..."})))
    return f"from {package} import Client\n\n{lay_out(call('Client', arguments), before='client = ')}"

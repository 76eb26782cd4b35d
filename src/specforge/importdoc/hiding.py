"""Texts of the public document without the infrastructure that they speak of.

ARNs, endpoints of private networks, and whatever the integrations name: accounts, backends, buckets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from specforge.importdoc.writing import Written
from specforge.ir import Api, Data, FullIntegration, Invalid, ShortForm, Text

HIDDEN = "…"
_ARN = r"arn:(?:aws[\w-]*|\$\{[^}]*\}):[^\s\"'<>`|,;)&\\]*"
_PRIVATE = r"[\w.-]*\bvpce-[0-9a-f]{8,}[\w.-]*"
_ACCOUNT = re.compile(r"arn:[\w-]*:[\w-]*:[\w-]*:(\d{12}):")
_ACCOUNT_OF_PATH = re.compile(r":(?:path|action)/(\d{12})/")
_BUCKET = re.compile(r":s3:path/([a-z0-9][a-z0-9.-]{2,62})(?:/|$)")
# A regular expression over ARNs is a promise to callers; only one with an account in it says too much.
_WITH_ACCOUNT = re.compile(r"\d{12}")


def secrets_of(api: Api) -> re.Pattern[str]:
    """Returns what no public text may say of the infrastructure of an API."""
    alternatives = [_ARN, _PRIVATE]
    alternatives += [rf"(?<!\d){account}(?!\d)" for account in sorted(_accounts(api))]
    alternatives += [rf"(?<![\w.-]){re.escape(host)}(?![\w-])" for host in sorted(_backends(api), key=_longest)]
    for bucket in map(re.escape, sorted(_buckets(api), key=_longest)):
        alternatives.append(rf"s3://{bucket}(?![\w-])|(?<![\w.-]){bucket}\.s3[\w.-]*\.amazonaws\.com")
    return re.compile("|".join(alternatives))


def _longest(text: str) -> tuple[int, str]:
    return (-len(text), text)


def hidden_in(document: Written, secrets: re.Pattern[str]) -> list[str]:
    """Hides the secrets in every text of a document, and returns where there were some."""
    return list(_hide(document, secrets, "#"))


def _hide(node: Data, secrets: re.Pattern[str], place: str) -> Iterator[str]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in list(children):
        below = f"{place}/{str(key).replace('~', '~0').replace('/', '~1')}"
        if not isinstance(value, str):
            yield from _hide(value, secrets, below)
        elif secrets.search(value) and not (key == "pattern" and not _WITH_ACCOUNT.search(value)):
            node[key] = secrets.sub(HIDDEN, value)  # type: ignore[index,call-overload]  # a key of this very node
            yield below


def _accounts(api: Api) -> set[str]:
    texts = [text for text in _texts(api.origin.value) if "arn:" in text]
    return {account for text in texts for found in (_ACCOUNT, _ACCOUNT_OF_PATH) for account in found.findall(text)}


def _texts(data: Data) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)


def _uris(api: Api) -> Iterator[Text]:
    for operation in api.operations:
        integration = operation.integration
        if integration is None or isinstance(integration, (Invalid, ShortForm)):
            continue
        uri = _uri(integration)
        if uri is not None:
            yield uri


def _uri(integration: FullIntegration) -> Text | None:
    return integration.uri


def _backends(api: Api) -> set[str]:
    """Returns the hosts behind the API that are known and that are not where the public finds it."""
    public = {urlsplit(server.url).hostname for server in api.servers}
    hosts = {_host(uri) for uri in _uris(api)}
    return {host for host in hosts if host is not None and "." in host and host not in public}


def _host(uri: Text) -> str | None:
    start = uri.prefix
    if not start.startswith(("http://", "https://")):
        return None
    whole = uri.literal is not None or "/" in start.partition("://")[2]
    try:
        return urlsplit(start).hostname if whole else None
    except ValueError:
        return None


def _buckets(api: Api) -> set[str]:
    return {bucket for uri in _uris(api) for bucket in _BUCKET.findall(uri.literal or uri.prefix)}

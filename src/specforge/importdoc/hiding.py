"""Texts of the public document without the infrastructure that they speak of.

ARNs, endpoints of private networks, and whatever the integrations name: accounts, backends, buckets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from specforge.importdoc.writing import Written
from specforge.ir import Api, Data, Invalid, ShortForm, Text

HIDDEN = "…"
_ARN = r"arn:(?:aws[\w-]*|\$\{[^}]*\}):[^\s\"'<>`|,;)&\\]*"
# Only from where a host begins: from each letter of a long word the search would take its length every time.
_PRIVATE = r"(?<![\w.-])[\w.-]*\bvpce-[0-9a-f]{8,}[\w.-]*"
_ACCOUNT = re.compile(r"arn:[\w-]*:[\w-]*:[\w-]*:(\d{12}):")
_ACCOUNT_OF_PATH = re.compile(r":(?:path|action)/(\d{12})/")
_BUCKET = re.compile(r":s3:path/([a-z0-9][a-z0-9.-]{2,62})(?:/|$)")
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


class Shown(NamedTuple):
    """A document without its secrets, and where in it there were some."""

    content: Written
    hidden: list[str]


def without(secrets: re.Pattern[str], document: Written) -> Shown:
    """Returns a document in which every text hides the secrets; what it shares with others stays as it is."""
    hidden: list[str] = []

    def shown(value: Data, place: str) -> Data:
        if isinstance(value, dict):
            return {key: shown(child, f"{place}/{_escaped(key)}") for key, child in value.items()}
        if isinstance(value, list):
            return [shown(child, f"{place}/{number}") for number, child in enumerate(value)]
        if not isinstance(value, str) or not secrets.search(value) or _is_open_pattern(value, place):
            return value
        hidden.append(place)
        return secrets.sub(HIDDEN, value)

    return Shown({key: shown(child, f"#/{_escaped(key)}") for key, child in document.items()}, hidden)


def _escaped(key: str) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")


def _is_open_pattern(value: str, place: str) -> bool:
    """Tells whether a text is a regular expression over ARNs of anyone: a promise to callers."""
    return place.endswith("/pattern") and not _WITH_ACCOUNT.search(value)


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
        if integration.uri is not None:
            yield integration.uri


def _backends(api: Api) -> set[str]:
    """Returns the hosts behind the API that are known and that are not where the public finds it."""
    public = {_hostname(server.url) for server in api.servers}
    hosts = {_host(uri) for uri in _uris(api)}
    return {host for host in hosts if host is not None and "." in host and host not in public}


def _host(uri: Text) -> str | None:
    start = uri.prefix
    if not start.startswith(("http://", "https://")):
        return None
    whole = uri.literal is not None or "/" in start.partition("://")[2]
    return _hostname(start) if whole else None


def _hostname(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:  # brackets that hold no address
        return None


def _buckets(api: Api) -> set[str]:
    return {bucket for uri in _uris(api) for bucket in _BUCKET.findall(uri.literal or uri.prefix)}

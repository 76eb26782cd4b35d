"""`info` and what else the root says about the API as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from specforge.ir import Contact, Data
from specforge.lower.alternatives import find_mapping
from specforge.lower.context import Context
from specforge.lower.texts import words_in

OURS = ("x-amazon-apigateway-", "x-specforge-")


def lower_title(context: Context) -> str:
    """Returns the title; for a document without one, the configured name or the name of its resource or file."""
    info = find_mapping(context.root, "info")
    title = words_in(info, "title") if info is not None else None
    document = context.document
    file = document.source.name.rpartition("/")[2].partition(".")[0]
    return title or context.config.name or document.logical_id or file


def lower_version(context: Context) -> str:
    """Returns the version of the API; empty when the document gives none."""
    info = find_mapping(context.root, "info")
    return (words_in(info, "version") if info is not None else None) or ""


def lower_description(context: Context) -> str | None:
    """Returns the description of the API."""
    info = find_mapping(context.root, "info")
    return words_in(info, "description") if info is not None else None


def lower_contact(context: Context) -> Contact | None:
    """Returns contact, licence and terms; None when the document gives none of them."""
    info = find_mapping(context.root, "info")
    if info is None:
        return None
    contact, licence = find_mapping(info, "contact"), find_mapping(info, "license")
    terms = info.string("termsOfService")
    if contact is None and licence is None and terms is None:
        return None
    return Contact(
        name=contact.string("name") if contact is not None else None,
        url=contact.string("url") if contact is not None else None,
        email=contact.string("email") if contact is not None else None,
        license_name=licence.string("name") if licence is not None else None,
        license_url=licence.string("url") if licence is not None else None,
        terms_of_service=terms,
    )


def lower_webhooks(context: Context) -> Mapping[str, Data]:
    """Returns the webhooks of 3.1, as the document has them."""
    found = find_mapping(context.root, "webhooks")
    return {} if found is None else dict(found.value)


def lower_external_docs(context: Context) -> Mapping[str, Data]:
    """Returns externalDocs, as the document has them."""
    found = find_mapping(context.root, "externalDocs")
    return {} if found is None else dict(found.value)


def lower_extra(context: Context) -> Mapping[str, Data]:
    """Returns the extensions of the root that no step reads, as the document has them."""
    root = context.root.value if isinstance(context.root.value, dict) else {}
    return {key: value for key, value in root.items() if key.startswith("x-") and not key.startswith(OURS)}

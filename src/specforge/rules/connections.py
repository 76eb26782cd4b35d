"""How an integration talks to its backend, as far as the document tells."""

from __future__ import annotations

import re

from specforge.diagnostics import Origin
from specforge.ir import IntegrationSettings, Text

VPC_LINK = re.compile("vpc_link", re.IGNORECASE)
STREAM = re.compile("stream", re.IGNORECASE)


def lacks(origin: Origin, key: str) -> bool:
    """Tells whether an object has no such key; one whose value cannot be read has it."""
    return origin.at(key) is origin


def over_vpc_link(integration: IntegrationSettings) -> bool | None:
    """Tells whether the backend is behind a VPC link; None when only the deployment knows."""
    return _is(integration.connection.type, VPC_LINK, integration, "connectionType")


def is_streamed(integration: IntegrationSettings) -> bool | None:
    """Tells whether the answer is streamed; None when only the deployment knows."""
    return _is(integration.response_transfer_mode, STREAM, integration, "responseTransferMode")


def _is(given: Text | None, word: re.Pattern[str], integration: IntegrationSettings, key: str) -> bool | None:
    if given is None:
        return False if lacks(integration.origin, key) else None
    return given.matches(word)

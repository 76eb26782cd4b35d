"""What the clients know of reviews."""

from __future__ import annotations

from typing import TypedDict

from . import models
from ._runtime import Auth, Description, Scheme, Secret
from .errors import BY_STATUS, BY_TYPE

SCHEMES: dict[str, Scheme] = {"team": Scheme("header", "Authorization")}
"""How each security scheme of the API sends its credentials."""


class Credentials(TypedDict, total=False):
    """Credentials by security scheme; a function is asked for its secret at each call."""

    team: Secret | Auth


DESCRIPTION = Description(
    name="reviews_client",
    version="1",
    models=models,
    errors=BY_STATUS,
    errors_by_type=BY_TYPE,
    schemes=SCHEMES,
)
"""What the clients know of the API."""

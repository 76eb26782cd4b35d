"""What a short form is: its name, the shape of its options, and the function that expands it.

A form is one module that holds `FORM`. Its `expand` is pure and gets a `Call`; it returns the operation with a full
integration and whatever has to exist beside the API, or reports why it cannot and returns None.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from specforge.config.shape import Shape
from specforge.diagnostics import Origin, Report
from specforge.document import Cursor
from specforge.ir import Api, FullIntegration, Kind, Need, Operation


class Expanded(NamedTuple):
    """What a short form stands for."""

    operation: Operation
    needs: tuple[Need, ...] = ()


class Call(NamedTuple):
    """One use of a short form: the API and the operation it stands in, its options as a mapping, and its place.

    `options` fit the form's shape. `label` is a name for what the operation needs, which no other use of a short form
    in the API has.
    """

    api: Api
    operation: Operation
    options: Cursor
    origin: Origin
    label: str

    @property
    def is_rest(self) -> bool:
        """Tells a REST API from an HTTP API."""
        return self.api.kind is not Kind.HTTP

    def full(self, integration: FullIntegration, *needs: Need) -> Expanded:
        """Returns the operation with this integration, and what that needs."""
        return Expanded(replace(self.operation, integration=integration), needs)


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """A short form of `x-specforge-integration`.

    `lone` is the option that is meant where something else than a mapping of options stands.
    """

    name: str
    summary: str
    options: Shape
    expand: Callable[[Call, Report], Expanded | None]
    kinds: tuple[Kind, ...] = (Kind.REST, Kind.HTTP)
    lone: str | None = None

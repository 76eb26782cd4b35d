"""The type of an endpoint is what specforge.yaml says, and nothing else."""

from __future__ import annotations

from specforge.diagnostics import Origin
from specforge.ir import Api, Deployment, Endpoint, Kind
from specforge.rules.endpoints import endpoint_type
from specforge.source import read_text

SOURCE = read_text("a: 1\n", "example.yaml")
ORIGIN = Origin(SOURCE.entry, SOURCE.data)


def api(deployment: Deployment | None) -> Api:
    """Returns an API that is deployed so."""
    return Api(kind=Kind.REST, title="orders", version="1", origin=ORIGIN, deployment=deployment)


def test_without_a_configuration_the_type_is_not_known() -> None:
    assert endpoint_type(api(None)) is None
    assert endpoint_type(api(Deployment(origin=ORIGIN))) is None
    assert endpoint_type(api(Deployment(endpoint=Endpoint(origin=ORIGIN), origin=ORIGIN))) is None


def test_the_type_is_the_configured_one() -> None:
    assert endpoint_type(api(Deployment(endpoint=Endpoint(type="edge", origin=ORIGIN), origin=ORIGIN))) == "edge"

"""The client of specs/orders.yaml against a live server: built, imported, called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.consumers.generated import build, imported
from tests.consumers.server import Answer, LiveServer, answer, live_server
from tests.required import ROOT

ORDER = {
    "orderId": "o-1",
    "status": "paid",
    "createdAt": "2026-03-01T09:30:00Z",
    "lines": [{"sku": "mug-blue", "quantity": 2}],
    "total": {"amount": 5800, "currency": "EUR"},
}


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    project = build(str(ROOT / "specs" / "orders.yaml"), tmp_path_factory.mktemp("orders"))
    with imported(project, "orders_client") as package:
        yield package


@pytest.fixture
def server() -> Iterator[LiveServer]:
    with live_server() as running:
        yield running


@pytest.fixture
def client(orders: ModuleType, server: LiveServer) -> Iterator[Any]:
    with orders.Client(server.url, auth={"customer": "token-1"}, timeout=5, retries=orders.NO_RETRIES) as made:
        yield made


def test_a_call_returns_the_documented_object(client: Any, server: LiveServer, orders: ModuleType) -> None:
    server.will(answer(ORDER))

    order = client.orders.get_order("o-1")

    assert (server.last.method, server.last.target) == ("GET", "/orders/o-1")
    assert isinstance(order, orders.models.Order)
    assert order.created_at == dt.datetime(2026, 3, 1, 9, 30, tzinfo=dt.UTC)
    assert order.status is orders.models.OrderStatus.PAID
    assert order.lines[0].sku == "mug-blue"
    assert order.ship_to is orders.UNSET


def test_a_body_is_sent_under_its_wire_names(client: Any, server: LiveServer, orders: ModuleType) -> None:
    models = orders.models
    server.will(answer(ORDER, 201))
    address = models.Address(name="Ada", street="Hafenstr. 1", postcode="20457", city="Hamburg", country="DE")

    client.orders.create_order(
        models.NewOrder(
            lines=[models.OrderLine(sku="mug", quantity=1)], ship_to=address, payment=models.CardPayment(card_token="t")
        ),
        idempotency_key="k-1",
    )

    assert server.last.headers["Idempotency-Key"] == "k-1"
    assert server.last.headers["Content-Type"] == "application/json"
    assert server.last.json == {
        "lines": [{"sku": "mug", "quantity": 1}],
        "shipTo": {"name": "Ada", "street": "Hafenstr. 1", "postcode": "20457", "city": "Hamburg", "country": "DE"},
        "payment": {"method": "card", "cardToken": "t"},
    }


def test_a_documented_error_is_an_exception_with_a_typed_body(
    client: Any, server: LiveServer, orders: ModuleType
) -> None:
    server.will(answer({"code": "NOT_FOUND", "message": "no such order"}, 404, x_amzn_RequestId="r-1"))

    with pytest.raises(orders.NotFoundError) as caught:
        client.orders.get_order("o-9")

    assert (caught.value.status, caught.value.request_id) == (404, "r-1")
    assert isinstance(caught.value.body, orders.models.Error)
    assert caught.value.body.code == "NOT_FOUND"
    assert str(caught.value) == "404: no such order (request r-1)"


def test_an_error_of_the_gateway_itself_is_no_failure_to_decode(
    client: Any, server: LiveServer, orders: ModuleType
) -> None:
    server.will(answer({"message": "Forbidden"}, 403, x_amzn_ErrorType="ForbiddenException:http://x"))
    server.will(Answer(502, b"<html>", "text/html"))

    with pytest.raises(orders.errors.ForbiddenError) as forbidden:
        client.orders.get_order("o-1")
    with pytest.raises(orders.errors.BadGatewayError) as broken:
        client.orders.get_order("o-1")

    assert forbidden.value.error_type == "ForbiddenException"
    assert broken.value.body is None
    assert isinstance(broken.value, orders.ApiError)


def test_no_answer_in_time_is_a_timeout(client: Any, server: LiveServer, orders: ModuleType) -> None:
    server.hold.clear()

    with pytest.raises(orders.RequestTimeoutError):
        client.orders.get_order("o-1", request_options=orders.RequestOptions(timeout=0.05))


def test_no_server_is_a_failed_connection(orders: ModuleType) -> None:
    client = orders.Client("http://127.0.0.1:1", timeout=2)

    with pytest.raises(orders.ConnectionFailedError):
        client.orders.get_order("o-1")


def test_an_enum_value_from_the_future_is_kept(client: Any, server: LiveServer, orders: ModuleType) -> None:
    server.will(answer({**ORDER, "status": "engraved"}))

    status = client.orders.get_order("o-1").status

    assert status == "engraved"
    assert isinstance(status, orders.models.OrderStatus)
    assert not status.is_known


def test_fields_from_the_future_are_kept_and_sent_back(client: Any, server: LiveServer) -> None:
    server.will(answer({**ORDER, "gift": {"card": True}}))

    order = client.orders.get_order("o-1")

    assert order.extra == {"gift": {"card": True}}
    assert order.to_dict() == {**ORDER, "gift": {"card": True}}


def test_a_response_that_is_not_as_documented_fails_no_call(client: Any, server: LiveServer) -> None:
    server.will(answer({"orderId": 7, "lines": "none", "createdAt": "soon"}))
    server.will(answer([1]))

    order = client.orders.get_order("o-1")

    assert (order.order_id, order.lines, order.created_at) == (7, "none", "soon")
    assert client.orders.get_order("o-1") == [1]


def test_null_and_unset_differ(client: Any, server: LiveServer, orders: ModuleType) -> None:
    server.will(answer(ORDER), answer(ORDER))

    client.orders.update_order("o-1", orders.models.OrderChange(gift_wrap=True))
    client.orders.update_order("o-1", orders.models.OrderChange(ship_to=None))

    assert [asked.json for asked in server.asked] == [{"giftWrap": True}, {"shipTo": None}]


def test_a_path_parameter_cannot_leave_its_segment(client: Any, server: LiveServer) -> None:
    server.will(answer(ORDER), answer(ORDER))

    client.orders.get_order("a/b?c#d é")
    client.orders.get_order("..")

    assert [asked.target for asked in server.asked] == ["/orders/a%2Fb%3Fc%23d%20%C3%A9", "/orders/%2E%2E"]


def test_query_parameters_without_a_value_are_left_out(client: Any, server: LiveServer) -> None:
    server.will(answer({"items": [ORDER]}))

    page = client.orders.list_orders(status="shipped & more", limit=2)

    assert server.last.target == "/orders?status=shipped%20%26%20more&limit=2"
    assert page.items[0].order_id == "o-1"


def test_bytes_are_asked_for_and_returned_as_they_are(client: Any, server: LiveServer) -> None:
    server.will(Answer(200, b"%PDF\xff", "application/pdf"))

    assert client.orders.get_invoice("o-1") == b"%PDF\xff"
    assert server.last.headers["Accept"] == "application/pdf"


def test_credentials_go_where_their_scheme_says_and_nowhere_else(
    client: Any, server: LiveServer, orders: ModuleType
) -> None:
    server.will(answer(ORDER), answer({"status": "ok"}))

    client.orders.get_order("o-1")
    client.operations.get_health()

    assert server.asked[0].headers["Authorization"] == "token-1"
    assert "Authorization" not in server.asked[1].headers


def test_several_credentials_of_one_alternative_go_together(server: LiveServer, orders: ModuleType) -> None:
    server.will(answer({"items": []}))
    client = orders.Client(server.url, auth={"partner": "pt", "partnerKey": lambda: "key"})

    with client:
        client.partners.list_partner_orders(since=dt.datetime(2026, 1, 31, tzinfo=dt.UTC))

    assert (server.last.headers["X-Partner-Token"], server.last.headers["x-api-key"]) == ("pt", "key")


def test_a_redirect_is_not_followed(client: Any, server: LiveServer, orders: ModuleType) -> None:
    server.will(Answer(302, headers=(("Location", "https://evil.example.com"),)))

    client.orders.get_order("o-1")

    assert len(server.asked) == 1


def test_any_method_takes_verb_path_query_and_bytes(client: Any, server: LiveServer) -> None:
    server.will(Answer(207, b"printed", "text/plain"))

    response = client.shipping.print_label("PROPFIND", "shelf/a b/1", query={"copies": "2"}, body=b"\x00")

    assert (server.last.method, server.last.target) == ("PROPFIND", "/labels/shelf/a%20b/1?copies=2")
    assert server.last.body == b"\x00"
    assert (response.status, response.content) == (207, b"printed")


def test_connections_are_used_again(client: Any, server: LiveServer) -> None:
    server.will(answer(ORDER), answer(ORDER))

    client.orders.get_order("o-1")
    client.orders.get_order("o-2")

    assert server.asked[0].connection == server.asked[1].connection


def test_what_the_document_does_not_say_can_be_asked_for(client: Any, server: LiveServer) -> None:
    server.will(answer({"a": 1}, 418))

    response = client.request("POST", "/teapot", query={"a": [1, 2]}, body={"b": None})

    assert (server.last.method, server.last.target, server.last.json) == ("POST", "/teapot?a=1&a=2", {"b": None})
    assert (response.status, response.text, response.json()) == (418, '{"a": 1}', {"a": 1})


def test_an_unknown_scheme_is_refused(orders: ModuleType) -> None:
    with pytest.raises(ValueError, match="no security scheme 'nobody'"):
        orders.Client("http://x", auth={"nobody": "x"})
    with pytest.raises(TypeError, match="authenticate"):
        orders.Client("http://x", auth={"warehouse": "x"})


def test_a_body_may_be_a_dictionary_under_wire_names(client: Any, server: LiveServer) -> None:
    server.will(answer(ORDER))

    client.orders.update_order("o-1", {"giftWrap": True})

    assert server.last.json == {"giftWrap": True}

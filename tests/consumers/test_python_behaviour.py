"""How the generated clients behave on the wire: attempts, hooks, streams, pages, raw responses; waiting and asyncio."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.consumers.generated import build_text, imported
from tests.consumers.server import Answer, LiveServer, answer, live_server

DOCUMENT = """
    openapi: 3.0.3
    info: {title: shop, version: '1'}
    paths:
      /items:
        get:
          operationId: listItems
          tags: [shop]
          parameters:
            - {name: nextToken, in: query, schema: {type: string}}
            - {name: colour, in: query, schema: {type: string}}
          responses:
            '200':
              content:
                application/json:
                  schema:
                    required: [items]
                    properties: {nextToken: {type: string}, items: {type: array, items: {type: integer}}}
            '429': {content: {application/json: {schema: {properties: {message: {type: string}}}}}}
        post:
          operationId: addItem
          tags: [shop]
          requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
          responses: {'204': {}}
      /found/{what}:
        get:
          operationId: find
          tags: [shop]
          parameters: [{name: what, in: path, required: true, schema: {type: string}}]
          responses: {'204': {}}
      /watch:
        get:
          operationId: watch
          tags: [shop]
          responses:
            '200': {content: {text/event-stream: {schema: {required: [n], properties: {n: {type: integer}}}}}}
      /lines:
        get:
          operationId: lines
          tags: [shop]
          responses: {'200': {content: {application/x-ndjson: {schema: {type: integer}}}}}
      /signed:
        get:
          operationId: signed
          tags: [shop]
          security: [{iam: []}]
          responses: {'204': {}}
    components:
      securitySchemes:
        iam: {type: apiKey, in: header, name: Authorization, x-amazon-apigateway-authtype: awsSigv4}
"""

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    project = build_text(DOCUMENT, "shop_client", tmp_path_factory.mktemp("shop"))
    with imported(project, "shop_client") as package:
        yield package


@pytest.fixture
def server() -> Iterator[LiveServer]:
    with live_server() as running:
        yield running


def quick(shop: ModuleType, **changes: Any) -> Any:
    return shop.RetryPolicy(first_pause=0.001, **changes)


@pytest.fixture
def options(shop: ModuleType) -> dict[str, Any]:
    """The settings of the client; a test may add to them before it runs."""
    return {"retries": quick(shop)}


WAITING: dict[str, Callable[[Any], Any]] = {
    "http.client": lambda transports: transports.HttpTransport(),
    "httpx": lambda transports: transports.HttpxTransport(),
    "httpx2": lambda transports: transports.HttpxTransport(library("httpx2").Client()),
    "urllib3": lambda transports: transports.Urllib3Transport(),
}
ASYNCIO: dict[str, Callable[[Any], Any]] = {
    "asyncio": lambda transports: None,
    "asyncio-httpx": lambda transports: transports.AsyncHttpxTransport(),
    "asyncio-httpx2": lambda transports: transports.AsyncHttpxTransport(library("httpx2").AsyncClient()),
    "asyncio-aiohttp": lambda transports: transports.AiohttpTransport(),
}


def library(name: str) -> Any:
    return pytest.importorskip(name, reason=f"needs {name}: pip install {name}")


@pytest.fixture(params=[*WAITING, *ASYNCIO])
def way(request: pytest.FixtureRequest) -> str:
    """The transport."""
    return str(request.param)


@pytest.fixture
def run(way: str, shop: ModuleType, server: LiveServer, options: dict[str, Any]) -> Run:
    """Calls functions with one client, on each transport, and returns the last result, awaited where it has to be."""
    if way not in ("http.client", "asyncio"):
        library(way.removeprefix("asyncio-"))
    transports = import_module(f"{shop.__name__}.transports")

    def waiting(*uses: Callable[[Any], Any]) -> Any:
        with shop.Client(server.url, transport=WAITING[way](transports), **options) as client:
            return [settle(use(client)) for use in uses][-1]

    async def asynchronous(*uses: Callable[[Any], Any]) -> Any:
        async with shop.AsyncClient(server.url, transport=ASYNCIO[way](transports), **options) as client:
            return [await settle_async(use(client)) for use in uses][-1]

    return waiting if way in WAITING else lambda *uses: asyncio.run(asynchronous(*uses))


def settle(value: Any) -> Any:
    return list(value) if hasattr(value, "__next__") else value


async def settle_async(value: Any) -> Any:
    if hasattr(value, "__await__"):
        value = await value
    return [each async for each in value] if hasattr(value, "__anext__") else value


def test_what_fails_for_a_moment_is_tried_again(run: Run, server: LiveServer) -> None:
    server.will(Answer(503), Answer(502), answer({"items": [1]}))

    assert run(lambda client: client.shop.list_items()).items == [1]
    assert len(server.asked) == 3


def test_attempts_end(run: Run, server: LiveServer, shop: ModuleType) -> None:
    server.will(*[Answer(503)] * 4)

    with pytest.raises(shop.ServiceUnavailableError):
        run(lambda client: client.shop.list_items())
    assert len(server.asked) == 3


def test_a_post_is_not_sent_twice_unless_it_has_an_idempotency_key(
    run: Run, server: LiveServer, shop: ModuleType
) -> None:
    server.will(Answer(503))
    with pytest.raises(shop.ServiceUnavailableError):
        run(lambda client: client.shop.add_item({}))
    server.will(Answer(503), Answer(204))
    keyed = shop.RequestOptions(idempotency_key="k")
    run(lambda client: client.shop.add_item({}, request_options=keyed))

    assert [asked.headers.get("Idempotency-Key") for asked in server.asked] == [None, "k", "k"]


def test_throttling_is_waited_for_and_a_quota_is_not(run: Run, server: LiveServer, shop: ModuleType) -> None:
    server.will(
        answer({"message": "Too Many Requests"}, 429, x_amzn_ErrorType="TooManyRequestsException", Retry_After="0"),
        Answer(204),
        answer({"message": "Limit Exceeded"}, 429, x_amzn_ErrorType="LimitExceededException"),
    )
    run(lambda client: client.shop.add_item({}))
    with pytest.raises(shop.QuotaExceededError, match="Limit Exceeded") as caught:
        run(lambda client: client.shop.list_items())

    assert isinstance(caught.value, shop.TooManyRequestsError)
    assert len(server.asked) == 3


def test_a_connection_that_is_closed_in_the_middle_of_an_answer_is_a_failure_that_is_tried_again(
    run: Run, server: LiveServer
) -> None:
    server.will(Answer(200, b'{"items": [', declared_length=500), answer({"items": [2]}))

    assert run(lambda client: client.shop.list_items()).items == [2]


def test_items_of_all_pages_are_yielded(run: Run, server: LiveServer) -> None:
    server.will(answer({"items": [1, 2], "nextToken": "b c"}), answer({"items": []}))

    assert run(lambda client: client.shop.iter_items(colour="red")) == [1, 2]
    assert [asked.target for asked in server.asked] == ["/items?colour=red", "/items?nextToken=b%20c&colour=red"]


def test_events_are_typed_and_arrive_one_by_one(run: Run, server: LiveServer, shop: ModuleType) -> None:
    server.will(Answer(200, b'event: a\ndata: {"n": 1}\n\ndata: {"n": 2}\n\n', "text/event-stream"))

    first, second = run(lambda client: client.shop.watch())

    assert (first.event, first.data, second.data.n) == ("a", shop.models.WatchResponse(n=1), 2)
    assert server.last.headers["Accept"] == "text/event-stream"


def test_json_lines_are_yielded(run: Run, server: LiveServer) -> None:
    server.will(Answer(200, b"1\n2\n", "application/x-ndjson"))

    assert run(lambda client: client.shop.lines()) == [1, 2]


def test_the_raw_response_of_a_typed_call_can_be_had(run: Run, server: LiveServer) -> None:
    server.will(answer({"items": []}, x_amzn_RequestId="r-1"))

    response = run(lambda client: client.raw(client.shop.list_items, colour="red"))

    assert (response.status, response.request_id, response.json()) == (200, "r-1", {"items": []})
    assert server.last.target == "/items?colour=red"


def test_a_body_can_be_read_as_it_arrives(shop: ModuleType, server: LiveServer) -> None:
    server.will(answer({"items": []}), answer({"items": [1]}))
    with shop.Client(server.url) as client:
        with client.streaming(client.shop.list_items) as response:
            assert b"".join(response.iter_bytes()) == b'{"items": []}'
        assert client.shop.list_items().items == [1]

    assert server.asked[0].connection == server.asked[1].connection


def test_a_body_that_nobody_reads_keeps_no_connection(run: Run, server: LiveServer) -> None:
    server.will(answer({"items": [0] * 100_000}), answer({"items": [2]}))

    run(lambda client: close(client.streaming(client.shop.list_items)))

    assert run(lambda client: client.shop.list_items()).items == [2]


def close(response: Any) -> Any:
    """Closes a response that has not been read; of asyncio's client when it has come."""
    if not hasattr(response, "__await__"):
        return response.close()

    async def closed() -> None:
        await (await response).close()

    return closed()


def test_a_strict_call_refuses_what_is_not_documented(run: Run, server: LiveServer, shop: ModuleType) -> None:
    server.will(answer({"items": ["x"]}), answer({"items": ["x"]}))
    strict = shop.RequestOptions(strict=True)

    assert run(lambda client: client.shop.list_items()).items == ["x"]
    with pytest.raises(shop.UnexpectedResponseError, match=r"\$\.items\[0\] is a string, not int"):
        run(lambda client: client.shop.list_items(request_options=strict))


def test_hooks_see_each_attempt_and_may_change_it(
    run: Run, server: LiveServer, shop: ModuleType, options: dict[str, Any]
) -> None:
    seen: list[tuple[str, object]] = []

    class Trace(shop.Hook):  # type: ignore[misc, name-defined]  # generated at run time
        def before(self, request: Any) -> None:
            request.headers["traceparent"] = f"00-{len(seen)}"

        def after(self, request: Any, answer: Any, seconds: float) -> None:
            seen.append((request.method, answer.status))

    options["hooks"] = [Trace()]
    server.will(Answer(503), answer({"items": []}))
    run(lambda client: client.shop.list_items())

    assert seen == [("GET", 503), ("GET", 200)]
    assert [asked.headers["traceparent"] for asked in server.asked] == ["00-0", "00-1"]


def test_the_log_has_no_secrets(
    run: Run, server: LiveServer, options: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    options["headers"] = {"Authorization": "s3cret"}
    server.will(answer({"items": []}, x_amzn_RequestId="r-9"))
    with caplog.at_level(logging.DEBUG, "shop_client"):
        run(lambda client: client.shop.list_items(colour="private"))

    (line,) = [record.getMessage() for record in caplog.records if record.name == "shop_client"]
    assert "r-9" in line
    assert "s3cret" not in line
    assert "private" not in line


def test_each_attempt_is_signed_anew(
    run: Run, server: LiveServer, shop: ModuleType, options: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_REGION", "eu-west-1")
    asked: list[int] = []

    def provide() -> Any:
        asked.append(1)
        return shop.AwsCredentials("AKID", f"secret{len(asked)}", "token")

    options["auth"] = {"iam": provide}
    server.will(Answer(503), Answer(204))
    run(lambda client: client.shop.signed())

    first, second = (asked.headers["Authorization"] for asked in server.asked)
    assert first.startswith("AWS4-HMAC-SHA256 Credential=AKID/")
    assert first.count("Signature=") == 1
    assert first.rpartition("=")[2] != second.rpartition("=")[2]
    assert server.last.headers["X-Amz-Security-Token"] == "token"


def test_a_path_arrives_as_it_was_encoded(run: Run, server: LiveServer) -> None:
    server.will(Answer(204), Answer(204))
    run(lambda client: client.shop.find("a/b?c#d é%"))
    run(lambda client: client.shop.find(".."))

    assert [asked.target for asked in server.asked] == ["/found/a%2Fb%3Fc%23d%20%C3%A9%25", "/found/%2E%2E"]


def test_no_answer_in_time_and_no_server_are_told_apart(run: Run, server: LiveServer, shop: ModuleType) -> None:
    server.hold.clear()
    brief = shop.RequestOptions(timeout=0.05, retries=shop.NO_RETRIES)
    with pytest.raises(shop.RequestTimeoutError):
        run(lambda client: client.shop.list_items(request_options=brief))
    server.hold.set()
    server.url = "http://127.0.0.1:1"
    with pytest.raises(shop.ConnectionFailedError) as failed:
        run(lambda client: client.shop.list_items(request_options=shop.RequestOptions(retries=shop.NO_RETRIES)))

    assert not isinstance(failed.value, shop.RequestTimeoutError)


def test_a_redirect_is_not_followed_and_a_cookie_is_not_kept(run: Run, way: str, server: LiveServer) -> None:
    moved = (("Location", f"{server.url}/elsewhere"), ("Set-Cookie", "a=1"))
    server.will(Answer(302, headers=moved), Answer(204))
    run(lambda client: client.request("GET", "/x"), lambda client: client.request("GET", "/y"))

    assert [asked.target for asked in server.asked] == ["/x", "/y"]
    if "httpx2" not in way:  # there the caller brings a client, with its own habits
        assert "Cookie" not in server.last.headers


def test_the_environment_names_a_proxy(shop: ModuleType, server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.url.replace("http://", "http://user:p%40ss@"))
    server.will(answer({"items": [3]}))
    with shop.Client("http://api.invalid") as client:
        assert client.shop.list_items().items == [3]

    assert server.last.target == "http://api.invalid/items"
    assert server.last.headers["Proxy-Authorization"] == "Basic dXNlcjpwQHNz"


def test_many_calls_at_once_share_a_client(shop: ModuleType, server: LiveServer) -> None:
    server.will(*[answer({"items": [1]})] * 20)

    async def main() -> list[Any]:
        async with shop.AsyncClient(server.url) as client:
            return await asyncio.gather(*(client.shop.list_items() for _ in range(20)))

    assert [page.items for page in asyncio.run(main())] == [[1]] * 20


SPLIT = """
    openapi: 3.0.3
    info: {title: users, version: '1'}
    paths:
      /users:
        put:
          operationId: putUser
          tags: [users]
          requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
          responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}
    components:
      schemas:
        User:
          required: [id, name, password]
          properties:
            id: {type: string, readOnly: true}
            name: {type: string}
            password: {type: string, writeOnly: true}
"""


def test_what_only_the_server_sets_is_not_sent_and_what_only_the_caller_sets_may_be_absent(
    server: LiveServer, tmp_path: Path
) -> None:
    project = build_text(SPLIT, "users_client", tmp_path)
    with imported(project, "users_client") as users, users.Client(server.url, strict=True) as client:
        server.will(answer({"id": "7", "name": "Ada"}), answer({"id": "7", "name": "Ada"}))
        user = client.users.put_user(users.models.User(name="Ada", password="p"))
        client.users.put_user(user)

    assert (user.id, user.password) == ("7", users.UNSET)
    assert [asked.json for asked in server.asked] == [{"name": "Ada", "password": "p"}, {"name": "Ada"}]

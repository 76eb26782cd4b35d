"""What the Python client makes of bodies that come in pieces, of pages, of pauses and of strictness."""

from __future__ import annotations

from typing import Any

import pytest

from tests.targets.python_client.runtime import load
from tests.targets.python_client.test_target_runtime import models_of

streams, pages, retry, errors, messages, strict, codec = map(
    load, ("streams", "pages", "retry", "errors", "messages", "strict", "codec")
)


def read(media_type: str, *chunks: bytes) -> list[Any]:
    return list(streams.values(chunks, streams.parser_of(media_type, lambda data: data)))


def test_events_are_read_whatever_the_chunks() -> None:
    text = (
        '\ufeff: hello\r\nid: 7\r\nevent: added\r\ndata: {"a":\rdata: 1}\n\nretry: 250\ndata: plain é\n\ndata: lost'
    ).encode()

    whole = read("text/event-stream", text)
    bytewise = read("text/event-stream", *(text[index : index + 1] for index in range(len(text))))

    assert whole == bytewise
    assert whole == [
        streams.ServerSentEvent({"a": 1}, "added", "7"),
        streams.ServerSentEvent("plain é", "message", "7", 250),
    ]


def test_json_lines_are_read_and_empty_lines_are_none() -> None:
    assert read("application/x-ndjson", b'{"a":', b" 1}\n\n2\n\x1e3\nnot json") == [{"a": 1}, 2, 3, "not json"]


def test_all_pages_are_asked_for_and_a_token_that_repeats_is_the_end() -> None:
    known = {None: ([1, 2], "b"), "b": ([3], "c"), "c": ([], "c")}
    asked: list[Any] = []

    def ask(token: Any) -> Any:
        asked.append(token)
        return known[token]

    assert list(pages.paginate(ask, lambda page: page[1], lambda page: page[0])) == [1, 2, 3]
    assert asked == [None, "b", "c"]


def answer(status: int, **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return errors.ApiError(messages.Response(status, messages.Headers(named)), None)


POLICY = retry.RetryPolicy(jitter=lambda: 1.0)


@pytest.mark.parametrize(
    ("error", "attempt", "is_safe", "pause"),
    [
        (answer(503), 1, True, 0.5),
        (answer(503), 2, True, 1.0),
        (answer(503), 3, True, None),
        (answer(503), 1, False, None),
        (answer(429), 1, False, 0.5),
        (answer(429, x_amzn_ErrorType="LimitExceededException"), 1, True, None),
        (answer(404), 1, True, None),
        (answer(429, retry_after="2.5"), 1, False, 2.5),
        (answer(429, retry_after="61"), 1, True, None),
        (answer(503, retry_after="soon"), 1, True, 0.5),
        (errors.ConnectionFailedError("x"), 1, True, 0.5),
        (errors.RequestTimeoutError("x"), 1, False, None),
        (errors.UnexpectedResponseError(None, ["x"]), 1, True, None),
    ],
)
def test_what_is_sent_again_and_after_how_long(error: Any, attempt: int, is_safe: bool, pause: float | None) -> None:
    assert POLICY.pause(error, attempt=attempt, is_safe=is_safe) == pause


def test_retry_after_may_be_a_date() -> None:
    headers = messages.Headers({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"})

    assert retry.retry_after(headers, now=lambda: 1445412470.0) == 10.0
    assert retry.retry_after(headers, now=lambda: 1445412490.0) == 0.0


MODELS = """
@dataclass(slots=True, kw_only=True)
class Tree(Model):
    name: str
    age: int | Unset = UNSET
    kind: Literal["oak", "elm"] | Unset = UNSET
    kids: list[Tree] | None | Unset = UNSET
    colour: Colour | Unset = UNSET
    size: Union[int, list[int]] | Unset = UNSET
class Colour(OpenStrEnum):
    RED = "red"
"""


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({"name": "a", "more": 1}, []),
        ({"name": "a", "kids": None}, []),
        ({"name": "a", "kids": [{"name": "b", "size": [1]}]}, []),
        ({}, ["$.name is missing"]),
        ({"name": 1}, ["$.name is a number, not str"]),
        ({"name": "a", "age": True}, ["$.age is a boolean, not int"]),
        ({"name": "a", "age": None}, ["$.age is null"]),
        ({"name": "a", "kind": "ash"}, ["$.kind is 'ash', not 'oak' or 'elm'"]),
        ({"name": "a", "colour": "blue"}, ["$.colour is 'blue', which is not listed"]),
        ({"name": "a", "kids": {}}, ["$.kids is an object, not a list"]),
        ({"name": "a", "kids": [{}, 1]}, ["$.kids[0].name is missing", "$.kids[1] is a number, not an object"]),
        ({"name": "a", "size": ["x"]}, ["$.size is a list, not int"]),
        ([], ["$ is a list, not an object"]),
    ],
)
def test_a_strict_call_says_where_an_answer_differs(data: Any, found: list[str]) -> None:
    assert list(strict.differences(codec.Codec(models_of(MODELS)), "Tree", data)) == found

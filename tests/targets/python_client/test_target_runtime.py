"""The runtime modules as they stand under templates/: values, codec, wire, bodies, auth, transport."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from tests.targets.python_client.runtime import FOLDER, load

values, wire, codec, bodies, auth, transport, messages, model, operation = map(
    load, ("values", "wire", "codec", "bodies", "auth", "http_transport", "messages", "model", "operation")
)


def models_of(source: str) -> ModuleType:
    """Returns a module of models, as the package of a generated client looks to the codec."""
    module = ModuleType("made_models")
    module.__dict__.update(vars(values), Model=model.Model, __name__="made_models")
    head = "from __future__ import annotations\nfrom dataclasses import dataclass\nfrom typing import *\n"
    sys.modules["made_models"] = module
    exec(head + source, vars(module))
    module.__dict__["__all__"] = [name for name in vars(module) if name[0].isupper() and name not in vars(values)]
    return module


def decode(type_: str, data: object, source: str = "") -> Any:
    return codec.Codec(models_of(source)).decode(type_, data)


TREE = """
@dataclass(slots=True, kw_only=True)
class Tree(Model):
    name: str
    left: Tree | None | Unset = UNSET
@dataclass(slots=True, kw_only=True)
class Leaf(Model):
    kind: Literal["leaf"] = "leaf"
    weight: float | Unset = UNSET
Node: TypeAlias = Union["Tree", "Leaf", Unknown]
Forest: TypeAlias = "list[Forest]"
class Colour(OpenStrEnum):
    RED = "red"
"""


def test_unset_is_false_and_not_null() -> None:
    assert not values.UNSET
    assert repr(values.UNSET) == "UNSET"
    assert values.UNSET is not None


def test_enums_take_any_value_of_their_kind() -> None:
    class Number(values.OpenIntEnum):  # type: ignore[misc, name-defined]  # loaded by path
        ONE = 1

    assert (Number(1).is_known, Number(7) == 7, Number(7).is_known) == (True, True, False)
    with pytest.raises(ValueError, match="seven"):
        Number("seven")


@pytest.mark.parametrize(
    ("type_", "data", "value"),
    [
        ("dt.datetime", "2026-01-31T12:00:00Z", dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)),
        ("dt.date", "2026-01-31", dt.date(2026, 1, 31)),
        ("dt.date", "soon", "soon"),
        ("UUID", "00000000-0000-0000-0000-000000000001", UUID(int=1)),
        ("bytes", "/w==", b"\xff"),
        ("bytes", "no base64!", "no base64!"),
        ("list[dt.date]", ["2026-01-31", None], [dt.date(2026, 1, 31), None]),
        ("dict[str, UUID]", {"a": "x"}, {"a": "x"}),
        ("int | str", "7", "7"),
        ("list[int] | None", None, None),
        ("Any", {"a": 1}, {"a": 1}),
    ],
)
def test_data_is_decoded_as_annotated_or_kept(type_: str, data: object, value: object) -> None:
    assert decode(type_, data) == value


def test_recursive_models_and_aliases_are_decoded() -> None:
    tree = decode("Tree", {"name": "a", "left": {"name": "b", "left": None}}, TREE)

    assert (tree.left.name, tree.left.left, tree.left.extra) == ("b", None, {})
    assert decode("Forest", [[], [[]]], TREE) == [[], [[]]]


def test_a_union_is_told_apart_by_shape() -> None:
    made = codec.Codec(models_of(TREE))

    assert type(made.decode("Node", {"name": "a"})).__name__ == "Tree"
    assert type(made.decode("Node", {"kind": "leaf", "weight": 1})).__name__ == "Leaf"
    assert made.decode("Node", {"kind": "stone"}) == values.Unknown({"kind": "stone"})
    assert made.decode("Node | str", "text") == "text"


def test_required_fields_that_are_missing_are_unset() -> None:
    assert decode("Tree", {"left": None}, TREE).name is values.UNSET


def test_values_are_encoded_for_json() -> None:
    naive = dt.datetime(2026, 1, 31, tzinfo=dt.UTC).replace(tzinfo=None)
    encoded = codec.encode({"at": naive, "raw": b"\xff", "ids": (UUID(int=1),), "gone": values.UNSET, "null": None})

    assert encoded == {
        "at": "2026-01-31T00:00:00Z",
        "raw": "/w==",
        "ids": ["00000000-0000-0000-0000-000000000001"],
        "null": None,
    }


@pytest.mark.parametrize(
    ("style", "explode", "value", "path"),
    [
        ("", None, [1, "a b"], "/1,a%20b"),
        ("", True, {"x": 1, "y": 2}, "/x=1,y=2"),
        ("", None, {"x": 1}, "/x,1"),
        ("label", None, [1, 2], "/.1,2"),
        ("label", True, "a", "/.a"),
        ("matrix", None, [1, 2], "/;id=1,2"),
        ("matrix", True, [1, 2], "/;id=1;id=2"),
        ("matrix", True, {"x": 1}, "/;x=1"),
        ("matrix", None, {"x": 1}, "/;id=x,1"),
        ("matrix", None, True, "/;id=true"),
    ],
)
def test_path_styles(style: str, explode: bool | None, value: object, path: str) -> None:
    assert wire.build_path("/{id}", {"id": value}, {"id": wire.Style(style, explode)}) == path


def test_a_greedy_path_keeps_its_slashes_and_takes_no_step_up() -> None:
    assert wire.build_path("/files/{proxy+}", {"proxy": "/a/../b c"}, {}) == "/files/a/%2E%2E/b%20c"


@pytest.mark.parametrize("value", [None, values.UNSET])
def test_a_path_parameter_without_a_value_is_an_error(value: object) -> None:
    with pytest.raises(ValueError, match="id must have a value"):
        wire.build_path("/{id}", {"id": value}, {})


@pytest.mark.parametrize(
    ("style", "value", "query"),
    [
        (wire.Style("spaceDelimited", explode=False), ["a", "b"], "q=a%20b"),
        (wire.Style(explode=False), {"x": 1, "y": "&"}, "q=x,1,y,%26"),
        (wire.Style(), {"x": 1, "y": 2}, "x=1&y=2"),
        (wire.Style("deepObject"), {"x": [1, 2]}, "q[x]=1&q[x]=2"),
        (wire.Style(), 1.5, "q=1.5"),
        (wire.Style(), values.UNSET, ""),
    ],
)
def test_query_styles(style: object, value: object, query: str) -> None:
    assert wire.build_query({"q": value}, {"q": style}) == query


def test_headers_are_not_exploded_unless_said() -> None:
    headers = {"a": [1, 2], "b": {"x": 1}, "c": {"x": 1}, "d": None, "e": {"x": 1}}
    styles = {"c": wire.Style(explode=True), "e": wire.Style("json")}

    assert wire.build_headers(headers, styles) == {"a": "1,2", "b": "x,1", "c": "x=1", "e": '{"x":1}'}


@pytest.mark.parametrize(
    ("media_type", "value", "body"),
    [
        ("application/json", {"a": "é"}, '{"a":"é"}'.encode()),
        ("application/merge-patch+json", None, b"null"),
        ("text/plain", 5, b"5"),
        ("application/octet-stream", b"\x00", b"\x00"),
        ("application/x-www-form-urlencoded", {"a": [1, True], "b": None}, b"a=1&a=true"),
    ],
)
def test_bodies_by_media_type(media_type: str, value: object, body: bytes) -> None:
    assert bodies.encode_body(media_type, value) == (body, media_type)


def test_the_name_of_a_part_cannot_break_out() -> None:
    body, _ = bodies.encode_body("multipart/form-data", {'a"\r\nX: y': "v"})

    assert b'name="a%22%0D%0AX: y"' in body


def test_credentials_travel_as_their_scheme_says() -> None:
    request = messages.Request("GET", "https://api.example.com/x")
    schemes = {
        "h": auth.Scheme("header", "X-Token"),
        "q": auth.Scheme("query", "k"),
        "c": auth.Scheme("cookie", "sid"),
        "b": auth.Scheme("bearer"),
    }
    ring = auth.Keyring({"h": "1", "q": lambda: "2&", "c": "3", "b": "4"}, schemes)

    ring.authenticate(request, (("h", "q", "c", "b"),))

    assert request.url == "https://api.example.com/x?k=2%26"
    assert request.headers == {"X-Token": "1", "Cookie": "sid=3", "Authorization": "Bearer 4"}


def test_the_first_alternative_with_all_credentials_is_taken() -> None:
    request = messages.Request("GET", "https://api.example.com/x")
    schemes = {"a": auth.Scheme("header", "A"), "b": auth.Scheme("header", "B"), "c": auth.Scheme("header", "C")}

    auth.Keyring({"b": "1", "c": "2"}, schemes).authenticate(request, ((), ("a", "b"), ("c",), ("b",)))

    assert request.headers == {"C": "2"}


def test_a_single_credential_is_kept_from_operations_without_security() -> None:
    request = messages.Request("GET", "https://api.example.com/x")
    ring = auth.Keyring(auth.BasicAuth("user:pass"), {})

    ring.authenticate(request, ())
    assert request.headers == {}
    ring.authenticate(request, None)
    assert request.headers == {"Authorization": "Basic dXNlcjpwYXNz"}


def test_secrets_are_not_in_the_representation() -> None:
    assert "s3cret" not in repr(auth.BearerToken("s3cret"))


def test_headers_are_found_in_any_case_and_joined() -> None:
    headers = messages.Headers([("Set-Cookie", "a"), ("set-cookie", "b"), ("X", "y")])

    assert (headers["SET-COOKIE"], len(headers), list(headers)) == ("a, b", 2, ["set-cookie", "X"])


def test_only_http_is_spoken() -> None:
    with pytest.raises(load("errors").ConnectionFailedError, match="https://"):
        transport.HttpTransport().send(messages.Request("GET", "file:///etc/passwd"), 1)


def test_types_are_found_by_status_then_range_then_default() -> None:
    types = {"404": "A", "4XX": "B", "default": "C"}

    assert [operation.find_type(types, status) for status in (404, 409, 500)] == ["A", "B", "C"]
    assert operation.find_type({}, 200) is None


def test_the_runtime_is_typed() -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", "runtime"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_a_model_with_a_field_called_read_is_no_file() -> None:
    source = "@dataclass(slots=True, kw_only=True)\nclass Mark(Model):\n    read: bool | Unset = UNSET\n"
    mark = models_of(source).Mark(read=True)

    assert bodies.encode_body("application/json", mark) == (b'{"read":true}', "application/json")


def test_a_union_with_an_enum_takes_any_data() -> None:
    source = 'class Colour(OpenStrEnum):\n    RED = "red"\n'

    assert decode("Colour | list[Colour]", {"a": []}, source) == {"a": []}
    assert decode("Colour | list[Colour]", ["red"], source) == ["red"]

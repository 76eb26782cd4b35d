from __future__ import annotations

import pytest

from specforge.vtl.budget import EvaluationError
from specforge.vtl.jsonpath import compile_path


@pytest.mark.parametrize(
    "path",
    ["", "$.", "$..", "$[", "$['a'", "$['a]", "$[x]", "$.a[1", "$[?(@.a]", "$[?(@.a ==)]", "$[?@.a]", "$.none()",
    "$.a)b",
     "$.a b", "$[:]", "$[?(" + "(" * 60 + "@.a" + ")" * 60 + ")]", "$" + ".a" * 300],
)  # fmt: skip
def test_bad_path_is_refused(path: str) -> None:
    with pytest.raises(EvaluationError) as caught:
        compile_path(path)

    assert caught.value.kind == "json-path"

from __future__ import annotations

import pytest

from specforge.targets.python_models.generation import GenerationFailedError, find_foreign, generate, is_pattern


def test_a_schema_becomes_a_model_that_keeps_wire_names() -> None:
    source = generate(
        {"Item": {"type": "object", "required": ["itemId"], "properties": {"itemId": {"type": "string"}}}}
    )

    assert "class Item(BaseModel):" in source
    assert 'item_id: Annotated[str, Field(alias="itemId")]' in source


def test_the_same_schemas_give_the_same_bytes() -> None:
    schemas = {"B": {"type": "object"}, "A": {"type": "string", "enum": ["x", "y"]}}

    assert generate(schemas) == generate(schemas)


def test_texts_of_a_document_stay_texts() -> None:
    hostile = '"""\nimport os\nos.system("id")\n"""'
    source = generate(
        {
            "A": {
                "type": "object",
                "description": hostile,
                "properties": {'x"]; import os': {"type": "string", "description": hostile, "default": hostile}},
            }
        }
    )

    assert find_foreign(source) is None


def test_what_the_generator_cannot_do_is_said_in_one_line() -> None:
    with pytest.raises(GenerationFailedError, match="inheritance cycle"):
        generate({"A": {"allOf": [{"$ref": "#/components/schemas/A"}, {"type": "object", "properties": {}}]}})


@pytest.mark.parametrize(
    "source",
    [
        "import os",
        "from os import path",
        "class A:\n    b = open('x')",
        "class A:\n    def f(self): ...",
        "class A:\n    b: int = __import__('os')",
        "for x in y: pass",
        "print(1)",
        "a = (",
    ],
)
def test_code_is_no_part_of_a_model(source: str) -> None:
    assert find_foreign(source) is not None


@pytest.mark.parametrize(
    ("pattern", "known"),
    [("^[a-z]+$", True), (r"\p{L}+", True), ("^(?=a)", False), (r"(a)\1", False), ("[[a", False)],
)
def test_patterns_that_pydantic_cannot_read_are_known(pattern: str, *, known: bool) -> None:
    assert is_pattern(pattern) is known

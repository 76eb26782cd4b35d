from __future__ import annotations

import pytest

from specforge.verify.tftpl import find_fault


@pytest.mark.parametrize(
    "text",
    [
        '{\n  "a": ${jsonencode(b)},\n  "c": "d"\n}\n',
        '{\n  "a": ${jsonencode("x ${b} y")}\n}\n',
        '{\n  "a": "$${b} %%{ if c } $$${d}"\n}\n',
        '{\n%{ if b }\n  "a": 1,\n%{ else }\n%{ endif }\n}\n',
        "[\n%{ if b }\n  1,\n%{ else }\n  2,\n%{ endif }\n]\n",
    ],
)
def test_a_template_of_a_document_is_sound(text: str) -> None:
    assert find_fault(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{\n  "a": "${b}"\n}\n', "${ is not escaped"),
        ('{\n  "a": "%{ if b }"\n}\n', "%{ is not escaped"),
        ('{\n  "a": "${jsonencode(b)}"\n}\n', "${ is not escaped"),
        ('{\n  "a": ${jsonencode(b)}\n  "c": 1\n}\n', ""),
        ('{\n  "a": ${jsonencode(b)}\n', ""),
    ],
)
def test_what_terraform_or_json_would_read_otherwise_is_a_fault(text: str, said: str) -> None:
    assert said in (find_fault(text) or "sound")
    assert find_fault(text) is not None

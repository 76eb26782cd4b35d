"""A docstring in its parts."""

from __future__ import annotations

import msgspec
import pytest

from specforge.rules.page import Mark, captioned, page_of, without_marks
from specforge.rules.registry import load

DOCUMENTATION = """Checks that a
thing holds.

## Why is this bad?
It breaks.

## Examples
```yaml http as-is
a: 1  # error
b: "#"
c: 2  # error: "must be"
d: 3  # errors are elsewhere
```
```yaml
a: 2
```

## References
- keys: one, two
- key: three
- https://docs.aws.amazon.com/
"""


def test_a_docstring_falls_into_summary_sections_examples_and_keys() -> None:
    page = page_of(msgspec.structs.replace(load("invalid-configuration"), documentation=DOCUMENTATION))

    assert page.summary == "Checks that a thing holds."
    assert [title for title, _ in page.sections] == ["Why is this bad?", "Examples", "References"]
    assert page.sections[0][1] == "It breaks."
    assert page.keys == ("one", "two", "three")


def test_an_example_with_a_marked_line_is_wrong_and_one_without_right() -> None:
    wrong, right = page_of(msgspec.structs.replace(load("invalid-configuration"), documentation=DOCUMENTATION)).examples

    assert (wrong.wrong, right.wrong) == (True, False)
    assert wrong.options == ("http", "as-is")
    assert wrong.marks == (Mark(1, None), Mark(3, "must be"))
    assert right.text == "a: 2\n"


def test_an_example_behind_a_wrong_one_may_be_its_fix() -> None:
    text = DOCUMENTATION.replace("```yaml\na: 2", "```yaml fixed\na: 2")
    page = page_of(msgspec.structs.replace(load("invalid-configuration"), documentation=text))
    wrong, right = page.examples

    assert page.fixable
    assert wrong.fixed == right.text == "a: 2\n"
    assert right.options == ("http", "as-is", "fixed")


def test_a_rule_has_a_fix_only_if_an_example_shows_it() -> None:
    assert not page_of(msgspec.structs.replace(load("invalid-configuration"), documentation=DOCUMENTATION)).fixable


def test_marks_are_no_part_of_a_fixed_example() -> None:
    assert without_marks('a: 1  # error: "x"\nb: 2  # c\n') == "a: 1\nb: 2  # c\n"


def test_a_rule_without_documentation_has_an_empty_page() -> None:
    page = page_of(msgspec.structs.replace(load("invalid-configuration"), documentation=""))

    assert page == ("", (), (), ())


def test_examples_are_shown_with_what_they_show_and_under_what() -> None:
    text = "Two:\n\n```yaml http as-is\na: 1  # error\n```\n```yaml fixed\na: 2\n```\n```yaml\na: 3\n```"

    assert captioned(text) == (
        "Two:\n\nWrong (an HTTP API, `--import-as-is`):\n\n```yaml\na: 1  # error\n```\n\n"
        "Fixed:\n\n```yaml\na: 2\n```\n\nRight:\n\n```yaml\na: 3\n```"
    )


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("set:deploy.endpoint.type=edge", " (`--set deploy.endpoint.type=edge`)"),
        ("target=sam", " (`--target sam`)"),
        ("config", " (in specforge.yaml)"),
        ("plain", " (plain OpenAPI)"),
        ("inferred", ""),
    ],
)
def test_what_an_example_is_judged_under_is_told_in_words(option: str, told: str) -> None:
    assert captioned(f"```yaml {option}\na: 1\n```").startswith(f"Right{told}:\n")


def test_a_section_without_examples_stays_as_it_is() -> None:
    assert captioned("One.\n\nTwo.") == "One.\n\nTwo."

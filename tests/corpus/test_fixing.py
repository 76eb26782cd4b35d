"""What fixes do to real documents with defects put in: they restore the text to the byte.

`CORPUS=all` takes every AWS document of the corpus; `SEED=n` draws other documents and defects.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.corpus.planting import SEED, Case, Site, cases, fixed, found


def test_fixes_restore_documents_with_defects_put_in(capsys: pytest.CaptureFixture[str]) -> None:
    faults: list[str] = []
    texts = defects = 0
    for case in cases():
        sites = [site for site in case.sites if _has_fix(case, site)]
        texts += 1
        defects += len(sites)
        faults += _faults(case, sites)
    with capsys.disabled():
        print(f"\n{defects} defects in {texts} texts (SEED={SEED})")

    assert faults == []
    assert defects > texts


def _has_fix(case: Case, site: Site) -> bool:
    """Tells whether a defect shows and has a fix: it may stand in an example, or behind an alias."""
    return any(one.fix is not None for one in found(case.name, case.planted([site])))


def _faults(case: Case, sites: Sequence[Site]) -> list[str]:
    after = fixed(case.name, case.planted(sites))
    faults = [] if after == case.text else [f"{case.name}: not restored"]
    return faults if fixed(case.name, after) == after else [*faults, f"{case.name}: a second run changes the text"]

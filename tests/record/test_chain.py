"""The seal of a ledger row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib.record.chain import FIRST, canonical, seal

ROW = {"number": 1, "at": "2031-05-02", "by": "nour", "act": "accept", "subject": "e1", "body": "{}"}


def test_a_seal_is_the_sha_256_of_what_stands_in_the_row() -> None:
    # sha256sum of ["000…0",1,"2031-05-02","nour","accept","e1","{}"], computed outside Taqrib
    assert seal(FIRST, **ROW) == "e6789d8a0c8d751b6f87f0211e1d74f9756f1e0abcabe7dc625fe2dc02991841"  # type: ignore[arg-type]


@pytest.mark.parametrize(("field", "other"), [(name, 2 if name == "number" else "other") for name in ROW])
def test_changing_anything_changes_the_seal(field: str, other: object) -> None:
    assert seal(FIRST, **(ROW | {field: other})) != seal(FIRST, **ROW)  # type: ignore[arg-type]


def test_the_seal_before_is_part_of_the_seal() -> None:
    assert seal("f" * 64, **ROW) != seal(FIRST, **ROW)  # type: ignore[arg-type]


@given(st.dictionaries(st.text(), st.integers() | st.text() | st.none()))
def test_one_value_has_one_text(value: dict[str, object]) -> None:
    assert canonical(value) == canonical(dict(reversed(value.items())))

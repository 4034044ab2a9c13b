"""The seal of a ledger row."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib.record.chain import FIRST, canonical, digest, seal

ROW = {"number": 1, "at": "2031-05-02", "by": "nour", "act": "accept", "subject": "e1", "digest": digest("{}")}


def test_a_seal_is_the_sha_256_of_what_stands_in_the_row() -> None:
    # sha256sum of ["000…0",1,"2031-05-02","nour","accept","e1","44136fa3…"], computed outside Taqrib
    assert seal(FIRST, **ROW) == "c3aadb69e0a9bef0aca40fe37895e133a5f676900d287db395e3dfcea6297b02"  # type: ignore[arg-type]


def test_a_digest_is_the_sha_256_of_the_body() -> None:
    # sha256sum of {}, computed outside Taqrib
    assert digest("{}") == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


@pytest.mark.parametrize(("field", "other"), [(name, 2 if name == "number" else "other") for name in ROW])
def test_changing_anything_changes_the_seal(field: str, other: object) -> None:
    assert seal(FIRST, **(ROW | {field: other})) != seal(FIRST, **ROW)  # type: ignore[arg-type]


def test_the_seal_before_is_part_of_the_seal() -> None:
    assert seal("f" * 64, **ROW) != seal(FIRST, **ROW)  # type: ignore[arg-type]


@given(
    st.dictionaries(
        st.text() | st.text("\ud800\udc00a"),
        st.integers()
        | st.text()
        | st.none()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.lists(st.text("\ud800ب ")),
    )
)
def test_one_value_has_one_text(value: dict[str, object]) -> None:
    assert canonical(value) == canonical(dict(reversed(value.items())))
    assert json.loads(canonical(value)) == value

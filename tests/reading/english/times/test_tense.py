"""The clause around a time expression: past, or still to come."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading.english.times.expressions import times
from taqrib.reading.layout import lay_out

THURSDAY = date(2022, 11, 3)


def found(text: str) -> list[tuple[str, str | None]]:
    return [(text[slice(*time.span)], time.value) for time in times(lay_out(text, published=THURSDAY))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Envoys, meeting on Monday and Tuesday, are being urged to sign.",
            [("Monday", "2022-11-07"), ("Tuesday", "2022-11-08")],
        ),
        ("The envoys, meeting in Lima on Monday, were said to be close to a deal.", [("Monday", "2022-10-31")]),
        ("It would be put to the members concerned in a ballot closing on Monday.", [("Monday", "2022-11-07")]),
        ("The union agreed to a truce starting on Monday.", [("Monday", "2022-11-07")]),
        (
            "The sides met last Friday and will meet this Friday.",
            [("last Friday", "2022-10-28"), ("this Friday", "2022-11-04")],
        ),
        ("Talks resume this Sunday.", [("this Sunday", "2022-11-06")]),
        ("The sides met this Monday.", [("this Monday", "2022-10-31")]),
        ("The meeting this Saturday matters.", [("this Saturday", "2022-11-05")]),
        ("We had an offer. By Monday it had vanished.", [("Monday", "2022-10-31")]),
        ("The port must be open by Monday.", [("Monday", "2022-11-07")]),
        ("Parliament has yet to ratify the declaration of 27 April.", [("27 April", "2022-04-27")]),
        ("The deadline of 31 January was agreed.", [("31 January", "2023-01-31")]),
        (
            "It has been pencilled in for the second half of May.",
            [("the second half of May", "2023-05-16/2023-05-31")],
        ),
        ("The ministers were to meet again on Saturday.", [("Saturday", "2022-11-05")]),
        ("The talks were extended beyond Saturday.", [("Saturday", "2022-11-05")]),
        ("The talks dragged on beyond Saturday.", [("Saturday", "2022-10-29")]),
        ("The union did not rule out meeting on Saturday.", [("Saturday", "2022-11-05")]),
    ],
)
def test_a_day_lies_where_its_clause_looks(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An earlier round, due on 20 October, was put off.", [("20 October", "2022-10-20")]),
    ],
)
def test_what_was_due_a_fortnight_ago_is_not_a_year_away(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected

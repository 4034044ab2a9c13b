"""The calendar: days as the reports give them, a status that promises nothing, and the words it rests on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import icalendar
import pytest

from brief.imagined import River
from brief.opened import write
from brief.test_formats import HOSTILE, hostile
from taqrib.brief import plan
from taqrib.brief.ical import undated
from taqrib.rounds.model import Round

if TYPE_CHECKING:
    from taqrib.brief import Language, Material


def text(material: Material, language: Language = "en") -> str:
    written = write("ics", material, language)
    assert isinstance(written, str)
    return written


def events(material: Material, language: Language = "en") -> list[Any]:
    return list(icalendar.Calendar.from_ical(text(material, language)).walk("VEVENT"))


def with_round(**changes: Any) -> Material:
    given: dict[str, Any] = {
        "type": "meet",
        "when": "2031-05-11",
        "place": "Helm",
        "status": "announced",
        "actors": (),
        "entries": ("e10",),
    }
    return River().material(rounds=(Round(**{**given, **changes}),))


def test_the_calendar_is_named_after_the_case() -> None:
    calendar = icalendar.Calendar.from_ical(text(River().material(), "ar"))
    assert calendar["X-WR-CALNAME"] == "محادثات نهر أوردا"
    assert calendar["VERSION"] == "2.0"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("announced", "TENTATIVE"),
        ("possible", "TENTATIVE"),
        ("held", "CONFIRMED"),
        ("ongoing", "CONFIRMED"),
        ("postponed", "CANCELLED"),
        ("cancelled", "CANCELLED"),
        ("denied", "CANCELLED"),
        ("disputed", "TENTATIVE"),
    ],
)
def test_only_what_was_reported_to_take_place_is_confirmed(status: str, expected: str) -> None:
    (event,) = events(with_round(status=status))
    assert event["STATUS"] == expected


def test_an_announced_round_stays_tentative_when_its_day_has_passed() -> None:
    (event,) = events(with_round(when="2031-05-01"))
    assert event["STATUS"] == "TENTATIVE"


@pytest.mark.parametrize(
    ("when", "first", "after", "vague"),
    [
        ("2031-05-11", date(2031, 5, 11), date(2031, 5, 12), False),
        ("2031-05-11TEV", date(2031, 5, 11), date(2031, 5, 12), False),
        ("2031-05", date(2031, 5, 1), date(2031, 6, 1), True),
        ("2031-05-11/2031-05-13", date(2031, 5, 11), date(2031, 5, 14), True),
        ("2031", date(2031, 1, 1), date(2032, 1, 1), True),
    ],
)
def test_a_day_is_a_whole_day_and_a_vague_date_covers_all_it_may_mean_and_says_so(
    when: str, first: date, after: date, *, vague: bool
) -> None:
    (event,) = events(with_round(when=when))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (first, after)
    assert ("name no single day" in event["DESCRIPTION"]) == vague


def test_a_round_without_a_date_has_no_event_and_is_named() -> None:
    material = with_round(when=None)
    assert events(material) == []
    assert undated(plan(material)) == ("e10",)
    assert undated(plan(River().material())) == ()


def test_an_event_says_what_where_and_on_which_words() -> None:
    arabic = events(River().material(), "ar")[0]
    assert arabic["SUMMARY"] == "لقاء في «بلدة هيلم» (مُعلَن)"
    assert arabic["LOCATION"] == "بلدة هيلم"
    assert "[e10]\n«ويُعقد لقاء في بلدة هيلم بعد غد»\nالتقرير: وكالة الضفة" in arabic["DESCRIPTION"]
    english = events(River().material(), "en")[2]
    assert english["SUMMARY"] == "A meeting in “Helm” (took place)"
    assert "[e5]\n“The envoys met in Helm on 8 May”" in english["DESCRIPTION"]


def test_an_adjective_agrees_with_what_it_tells_of() -> None:
    (event,) = events(with_round(type="talks", place=None), "ar")
    assert event["SUMMARY"] == "جولة محادثات (مُعلَنة)"


def test_a_round_keeps_its_identifier_in_both_languages_and_when_it_is_held() -> None:
    announced, held = with_round(), with_round(status="held", entries=("e10", "e5"), place="Helm")
    identifiers = {
        str(event["UID"])
        for material in (announced, held)
        for language in ("ar", "en")
        for event in events(material, language)
    }
    assert len(identifiers) == 1
    assert identifiers != {str(events(with_round(when="2031-05-12"))[0]["UID"])}
    other = replace(announced, case=replace(announced.case, id="lake"))
    assert identifiers != {str(events(other)[0]["UID"])}


def test_the_stamp_is_the_day_the_latest_report_was_known_and_not_now() -> None:
    (event,) = events(with_round(entries=("e5", "e10")))
    assert event["DTSTAMP"].dt.isoformat() == "2031-05-09T00:00:00+00:00"


def test_nobody_is_shown_as_busy() -> None:
    assert {event["TRANSP"] for event in events(River().material())} == {"TRANSPARENT"}


@pytest.mark.parametrize("words", HOSTILE)
def test_lines_are_short_and_no_word_becomes_a_property(words: str) -> None:
    written = text(hostile(words), "ar")
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert "\n" not in written.replace("\r\n", "")
    unfolded = written.replace("\r\n ", "").split("\r\n")
    names = {re.match(r"[A-Z-]*", line).group() for line in unfolded if line}  # type: ignore[union-attr]
    assert names == {
        "BEGIN", "END", "PRODID", "VERSION", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY",
        "LOCATION", "DESCRIPTION", "STATUS", "TRANSP",
    }  # fmt: skip
    assert written.count("BEGIN:VEVENT") == 1

"""What every language pack promises, whatever its language; a new pack is bound by being listed in ``PACKS``."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqrib.edtf import days
from taqrib.errors import Invalid
from taqrib.reading import Findings, findings, language_of, read
from taqrib.reading.findings import KINDS
from taqrib.reading.reader import PACKS

PUBLISHED = date(2031, 5, 6)
REPORTS = {
    "ar": (
        "تمار - (و ص ب)\n"
        "قال مصدر في وزارة المياه بأورلا، اليوم الثلاثاء، إن جولة جديدة من المحادثات ستُعقد في تمار بعد غدٍ بمشاركة 12 "
        "خبيرًا.\n"
        "وأضاف المصدر: «نطالب بدوريات مشتركة في الأسبوع المقبل»، مشيرًا إلى أن فين رفضت المقترح في 3 أبريل (نيسان) "
        "الماضي.\n"
        "ووافقت فين أمس على نشر نحو 250 مراقبًا لمدة ستة أشهر إذا انسحبت السفن. يذكر أن المحادثات بدأت عام 2029.\n"
    ),
    "en": (
        "TAMAR, May 6 (Agency) - A new round of talks will be held in Tamar on Thursday, a source in Orla's water "
        "ministry said on Tuesday.\n"
        '"We demand joint patrols next week," the source told reporters, adding that Venn had rejected the proposal on '
        "3 April.\n"
        "Venn yesterday accepted about 250 observers for six months if the ships withdraw. The talks began in 2029.\n"
    ),
}
ISO_DURATION = re.compile(
    r"P(?=.)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?"
    r"(T(\d+(\.\d+)?H)?(\d+(\.\d+)?M)?(\d+S)?)?"
)
PIECES = (
    "قال قالت إن أن «نعم» “ ” : ، . رفض وافق على لا لم أمس غدا 2031 12 وفد مصر ( ) .. ٣ ـ \u064b \u202e "
    "He said that the talks , Monday will not if demand reject of 3 million 'tis U.S. — …"
)
TEXTS = st.text(st.characters(codec=None), max_size=300) | st.lists(
    st.sampled_from([*PIECES.split(), '"', "\n"]), max_size=60
).map(" ".join)


@pytest.fixture(params=sorted(PACKS))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


SPANS = ("span", "speaker", "cue", "content", "trigger", "evidence", "requires")
BEGINS = {
    "statements": "cue",
    "times": "span",
    "events": "trigger",
    "stances": "evidence",
    "figures": "span",
    "mentions": "span",
}


def spans(finding: Any) -> list[tuple[int, int]]:
    """Every span of a finding: its own, and of the words its rule rests on."""
    named = [getattr(finding, name, None) for name in SPANS]
    return [span for span in [*named, *finding.rests_on] if span is not None]


def assert_sound(text: str, found: Findings) -> None:
    """Every promise of :class:`taqrib.reading.pack.LanguagePack` that holds for any text."""
    every = [finding for kind in KINDS for finding in getattr(found, kind)]
    assert len({finding.id for finding in every}) == len(every)
    for finding in every:
        for start, end in spans(finding):
            assert 0 <= start < end <= len(text), finding
            assert text[start:end] == text[start:end].strip(), finding
        assert 0 <= finding.certainty <= 1, finding
        assert finding.rule, finding
    for kind, member in BEGINS.items():
        starts = [getattr(finding, member)[0] for finding in getattr(found, kind)]
        assert starts == sorted(starts), kind
    assert_known_words(found)
    assert_readable_dates(found)


def assert_known_words(found: Findings) -> None:
    assert {one.mode for one in found.statements} <= set(get_args(findings.Mode))
    assert {one.type for one in found.times} <= set(get_args(findings.TimeType))
    assert {one.type for one in found.events} <= set(get_args(findings.EventType))
    assert {one.status for one in found.events} <= set(get_args(findings.EventStatus))
    assert {one.kind for one in found.stances} <= set(get_args(findings.StanceKind))
    assert {one.kind for one in found.mentions} <= set(get_args(findings.MentionKind))
    assert all(event.plover for event in found.events)
    assert all(stance.holder for stance in found.stances)


def assert_readable_dates(found: Findings) -> None:
    durations = [time.value for time in found.times if time.type == "DURATION" and time.value]
    assert all(map(ISO_DURATION.fullmatch, durations)), durations
    dates = [time.value for time in found.times if time.type in {"DATE", "TIME"}]
    dates += [statement.said for statement in found.statements] + [event.when for event in found.events]
    for value in filter(None, dates):
        days(value)


def test_a_report_is_read_in_its_own_language(language: str) -> None:
    assert language_of(REPORTS[language]) == language
    found = read(REPORTS[language], published=PUBLISHED)
    assert found.language == language
    assert_sound(REPORTS[language], found)


def test_all_six_kinds_are_found(language: str) -> None:
    found = read(REPORTS[language], published=PUBLISHED)
    assert {kind for kind in KINDS if getattr(found, kind)} == set(KINDS)


DATES = {"2031-05-06", "2031-05-08", "2031-05-05", "2031-04-03", "2029", "P6M"}


def test_the_same_report_says_the_same_in_either_language() -> None:
    arabic, english = (read(REPORTS[code], published=PUBLISHED) for code in ("ar", "en"))
    for found in (arabic, english):
        assert {figure.value for figure in found.figures} >= {250}
        assert {time.value for time in found.times} >= DATES
        assert {stance.kind for stance in found.stances} >= {"demand", "reject"}
        (round_,) = [event for event in found.events if event.when == "2031-05-08"]
        assert (round_.type, round_.status) == ("talks", "announced")
        assert sum(statement.mode == "direct" for statement in found.statements) == 1


def test_without_a_day_of_publication_no_relative_date_is_resolved(language: str) -> None:
    found = read(REPORTS[language])
    assert (found.published, found.published_basis) == (None, "unknown")
    assert {time.value for time in found.times if time.type == "DATE"} <= {None, "2029"}
    assert {event.when for event in found.events} <= {None, "2029"}


def test_reading_twice_says_the_same(language: str) -> None:
    assert read(REPORTS[language], published=PUBLISHED) == read(REPORTS[language], published=PUBLISHED)


def test_what_was_read_before_changes_nothing(language: str) -> None:
    alone = read(REPORTS[language], published=PUBLISHED)
    for other in REPORTS.values():
        read(other * 2, published=date(2029, 1, 1))
    assert read(REPORTS[language], published=PUBLISHED) == alone


def test_every_span_moves_with_the_text(language: str) -> None:
    before = "\n\n"
    moved = read(before + REPORTS[language], published=PUBLISHED)
    there = read(REPORTS[language], published=PUBLISHED)
    shift = len(before)
    for kind in KINDS:
        assert [spans(finding) for finding in getattr(moved, kind)] == [
            [(start + shift, end + shift) for start, end in spans(finding)] for finding in getattr(there, kind)
        ]


def test_nothing_is_found_in_nothing(language: str) -> None:
    found = read("", published=PUBLISHED, language=language)
    assert found == replace(found, **{kind: [] for kind in KINDS})


def test_a_language_without_a_pack_is_refused() -> None:
    with pytest.raises(Invalid, match=r"ar, en.*found 'xx'"):
        read("text", language="xx")


@given(text=TEXTS, published=st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)))
@settings(max_examples=150, deadline=None)
@pytest.mark.parametrize("code", sorted(PACKS))
def test_any_unicode_is_read_and_every_span_is_the_text(code: str, text: str, published: date | None) -> None:
    assert_sound(text, read(text, published=published, language=code))


def work(text: str, code: str) -> int:
    """How many calls reading ``text`` takes: a measure of work that no clock and no neighbour disturbs."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        read(text, published=PUBLISHED, language=code)
    finally:
        sys.setprofile(None)
    return calls


HARD = {
    "ar": "قال إن |«|أن وأن |وفد |لم يرفض إلا إذا |مشيرا إلى أن «نعم» |3 أبريل 2031 |( |قال المصدر\n",
    "en": 'he said that |"|demand that |the delegation of |not reject unless |adding "yes" |3 April 2031 |( |He said\n',
}


@pytest.mark.parametrize(
    ("code", "piece"), [(code, piece) for code, pieces in HARD.items() for piece in pieces.split("|")]
)
def test_the_work_grows_with_the_length_and_no_faster(code: str, piece: str) -> None:
    read(piece * 400, language=code)  # what is remembered of words is remembered now
    once, fourfold = work(piece * 100, code), work(piece * 400, code)
    assert fourfold <= 4.5 * once + 2_000


@pytest.mark.parametrize("code", sorted(PACKS))
def test_a_long_report_costs_what_its_parts_cost(code: str) -> None:
    read(REPORTS[code] * 8, published=PUBLISHED)
    once, eightfold = work(REPORTS[code], code), work(REPORTS[code] * 8, code)
    assert eightfold <= 8.5 * once

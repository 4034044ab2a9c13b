from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml

from examples.reading_keys import ALL, CASES, EXAMPLES, KEYS, Keyed, case_of, keyed, stems
from taqrib.case import CaseIndex
from taqrib.edtf import last_day
from taqrib.normal import view
from taqrib.reading.findings import EventStatus, EventType, Mode, StanceKind, TimeType
from taqrib.reading.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEECH_MARKS = '«»“”„"‹›'
OPENING, CLOSING = "«“", "»”"
PARTS = ("statements", "times", "events", "stances", "figures")


@pytest.fixture(params=ALL, ids=lambda pair: f"{pair[0]}/{pair[1]}")
def example(request: pytest.FixtureRequest) -> Keyed:
    return keyed(*request.param)


def body_words(one: Keyed) -> int:
    return len(one.report.text.split())


def items(one: Keyed) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in PARTS:
        for item in one.key.get(part) or ():
            yield part, item


def test_both_cases_and_all_their_reports_are_in_the_package() -> None:
    for case in CASES:
        assert EXAMPLES.joinpath(case, "case.yaml").is_file()
    languages = Counter((case, keyed(case, stem).report.language) for case, stem in ALL)
    assert languages["truce-2024", "ar"] >= 5
    assert languages["truce-2024", "en"] >= 3
    assert languages["strait", "ar"] >= 4
    assert languages["strait", "en"] >= 3
    assert not [path for path in EXAMPLES.iterdir() if path.name == "expected.yaml"]


def test_the_keys_are_no_part_of_the_package() -> None:
    for case in CASES:
        assert {item.name for item in EXAMPLES.joinpath(case).iterdir()} == {"case.yaml", "reports"}


def test_every_report_has_a_key_and_every_key_a_report() -> None:
    assert {(path.parent.name, path.stem) for path in KEYS.rglob("*.yaml")} == set(ALL)


def test_front_matter_says_source_day_title_grade_language_and_that_the_text_is_invented(example: Keyed) -> None:
    report = example.report
    assert report.published_basis == "stated"
    assert report.published is not None
    assert report.stem.startswith(report.published.isoformat())
    assert report.source
    assert report.title
    assert report.url is None
    assert re.fullmatch("[A-F][1-6]", report.grade or "")
    assert report.stem.endswith(f"-{report.language}")
    raw = EXAMPLES.joinpath(example.case, "reports", f"{report.stem}.md").read_text(encoding="utf-8")
    matter = yaml.safe_load(raw.split("---\n")[1])
    assert "example text written for Taqrib" in matter["note"]
    if example.case == "truce-2024":
        assert "from public facts; no outlet published it" in matter["note"]
        assert "Example" in report.source or "المثال" in report.source
    else:
        assert "no such state, island, person or outlet exists" in matter["note"]


def test_every_report_has_the_length_of_an_agency_report(example: Keyed) -> None:
    assert 85 <= body_words(example) <= 200


def test_real_people_are_never_quoted() -> None:
    for stem in stems("truce-2024"):
        report = keyed("truce-2024", stem).report
        assert not set(SPEECH_MARKS) & set(report.text + (report.title or "")), stem


def test_the_prime_minister_holds_and_says_nothing() -> None:
    spoken_of = 0
    for stem in stems("truce-2024"):
        one = keyed("truce-2024", stem)
        spoken_of += "رئيس الوزراء" in one.report.text or "prime minister" in one.report.text
        for part, item in items(one):
            if part in ("statements", "stances"):
                assert item.get("actor") != "israel-pm", stem
                assert "نتنياهو" not in str(item.get("speaker") or item.get("holder")), stem
    assert spoken_of >= 3


def test_nobody_is_invented_to_speak_of_the_real_talks() -> None:
    """The public facts know two unnamed voices; what a party dropped or wants is told in the outlet's own."""
    unnamed = {actor.id for actor in case_of("truce-2024").actors if actor.kind == "source"}
    assert unnamed == {"egyptian-source", "israeli-negotiator"}
    index = CaseIndex(case_of("truce-2024"))
    spoken: set[str] = set()
    for stem in stems("truce-2024"):
        one = keyed("truce-2024", stem)
        told = f"{one.report.title}\n{one.report.text}"
        assert not re.search(r"(?<!\w)مصدر(?! مصري)|(?<!Egyptian )(?<!The )(?<!the )\bsource", told), stem
        assert not re.search(r"anonym|not to be named|عدم (?:ذكر اسم|الكشف عن)", told), stem
        for item in one.key["statements"]:
            speaker = index.actor_of(item["speaker"])
            if speaker and not item.get("debatable"):
                spoken.add(speaker.id)
    assert spoken == {*unnamed, "kirby"}


def test_no_toll_stands_in_the_reports_of_the_real_talks() -> None:
    index_words = re.compile(r"قتل|قتيل|قتلى|killed|dead|wounded|جرح")
    for stem in stems("truce-2024"):
        assert not index_words.search(keyed("truce-2024", stem).report.text), stem


def test_every_word_of_a_key_stands_in_its_report(example: Keyed) -> None:
    for _, item in items(example):
        start, end = example.span(item)
        assert example.report.text[start:end].strip() == example.report.text[start:end] != ""
        if "requires" in item:
            assert item["requires"] in example.report.text[start:end]


def test_every_content_ends_before_its_full_stop_and_within_its_marks(example: Keyed) -> None:
    """An indirect content keeps no final stop; a direct one fills its quotation marks, both paragraphs of them."""
    text = example.report.text
    for item in example.key["statements"]:
        start, end = example.span(item)
        mode = item.get("mode", "indirect")
        assert mode in get_args(Mode)
        if mode == "direct":
            assert text[start - 1] in OPENING, item
            assert text[end] in CLOSING, item
        else:
            assert not text[start:end].endswith(".")
            assert (mode == "mixed") == bool(set(SPEECH_MARKS) & set(text[start:end])), item


def test_keys_use_the_words_of_the_findings(example: Keyed) -> None:
    allowed = {
        "statements": {"speaker", "from", "to", "mode", "said", "touches", "debatable", "in"},
        "times": {"text", "value", "type", "in", "debatable"},
        "events": {"trigger", "type", "status", "when", "place", "actors", "in", "debatable"},
        "stances": {"holder", "actor", "kind", "touches", "from", "to", "day", "requires", "in", "debatable"},
        "figures": {"text", "value", "by", "in", "debatable"},
    }
    assert set(example.key) <= set(PARTS)
    for part, item in items(example):
        assert set(item) <= allowed[part], (part, item)
        if part == "times":
            assert item.get("type", "DATE") in get_args(TimeType)
        if part == "events":
            assert item["type"] in get_args(EventType)
            assert item["status"] in get_args(EventStatus)
        if part == "stances":
            assert item["kind"] in get_args(StanceKind)


def test_dates_of_keys_are_edtf_and_agree_with_a_weekday_beside_them(example: Keyed) -> None:
    weekdays = {
        **dict(zip(("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"), range(7), strict=True)),
        **dict(
            zip(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), range(7), strict=True)
        ),
    }
    for item in example.key["times"]:
        value = item["value"]
        if item.get("type") == "DURATION":
            assert re.fullmatch(r"PT?\d+[DWHMY]", value)
            continue
        if value is None:
            assert item["debatable"]
            continue
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?(T(MO|AF|EV|NI)|/\d{4}-\d\d-\d\d)?", value)
        for name, number in weekdays.items():
            if name in item["text"]:
                assert date.fromisoformat(value[:10]).weekday() == number, item


WEEK_STARTS = {"ar": 6, "en": 0}
"""Weeks run from Sunday in the Arabic reports, from Monday in the English ones."""


def test_relative_days_of_keys_count_from_the_day_of_publication(example: Keyed) -> None:
    published = example.report.published
    assert published is not None
    words = {
        "أول من أمس": -2, "مساء أمس": -1, "بعد غدٍ": 2, "غدًا": 1, "أمس": -1, "اليوم": 0,
        "مساء اليوم": 0, "tomorrow": 1, "yesterday": -1, "two weeks ago": -14,
    }  # fmt: skip
    checked = 0
    for item in example.key["times"]:
        if item["value"] is None or item.get("type") == "DURATION":
            continue
        for phrase in sorted(words, key=len, reverse=True):
            if item["text"].startswith(phrase):
                assert item["value"][:10] == (published + timedelta(words[phrase])).isoformat(), item
                checked += 1
                break
        week = {"هذا الأسبوع": 0, "this week": 0, "الأسبوع الماضي": -7, "last week": -7}.get(item["text"].lower())
        if week is not None:
            first = (
                published
                - timedelta((published.weekday() - WEEK_STARTS[example.report.language or ""]) % 7)
                + timedelta(week)
            )
            assert item["value"] == f"{first}/{first + timedelta(6)}", item
            checked += 1
    assert checked or "yesterday" not in example.report.text


def test_holders_and_options_of_keys_are_in_the_case(example: Keyed) -> None:
    case = case_of(example.case)
    for item in example.key["stances"]:
        assert case.actor(item["actor"]), item
        for touch in item["touches"]:
            issue_id, _, option = touch.partition(":")
            issue = case.issue(issue_id)
            assert issue, item
            assert not option or issue.option(option), item


def test_only_those_who_negotiate_are_parties() -> None:
    assert {actor.id for actor in case_of("truce-2024").parties} == {"hamas", "israel"}
    assert {actor.id for actor in case_of("strait").parties} == {"marendia", "ondaria"}
    assert {actor.id for actor in case_of("truce-2024").with_role("mediator")} == {"egypt", "qatar", "usa"}
    for case in CASES:
        assert all(actor.speaks_for is None for actor in case_of(case).actors if actor.kind == "source")


def folded(text: str) -> str:
    return view(text).text


def test_the_terms_of_the_case_reach_the_issue_of_every_stance_and_assessment(example: Keyed) -> None:
    index = CaseIndex(case_of(example.case))
    for part, item in items(example):
        if "touches" not in item:
            continue
        start, end = example.span(item)
        touched = {
            f"{touch.issue.id}:{touch.option.id}" if touch.option else touch.issue.id
            for touch in index.issues_touched(example.report.text[start:end])
        }
        missing = set(item["touches"]) - touched
        assert not missing, (part, item, touched)


def test_the_case_knows_every_speaker_and_holder(example: Keyed) -> None:
    index = CaseIndex(case_of(example.case))
    unnamed = {"بيان للوساطة"}
    for item in example.key["statements"]:
        if item["speaker"] not in unnamed:
            assert index.actor_of(item["speaker"]), item["speaker"]
    for item in example.key["stances"]:
        known = index.actor_of(item["holder"])
        assert known, item["holder"]
        assert known.id == item["actor"]


def test_one_outlet_keeps_the_qualifier_of_the_dropped_demand_and_another_loses_it() -> None:
    drops = {
        stem: keyed("truce-2024", stem).report.text[slice(*keyed("truce-2024", stem).span(item))]
        for stem in stems("truce-2024")
        for item in keyed("truce-2024", stem).key["stances"]
        if item["kind"] == "drop"
    }
    kept = {stem for stem, words in drops.items() if "permanent" in words or "دائم" in words}
    assert set(drops) - kept == {"2024-07-06-unqualified-ar"}
    assert "دائم" not in keyed("truce-2024", "2024-07-06-unqualified-ar").report.text


def test_agreement_and_gaps_come_from_two_sources() -> None:
    assessed: dict[str, set[str]] = {}
    for stem in stems("truce-2024"):
        for item in keyed("truce-2024", stem).key["statements"]:
            for touch in item.get("touches", ()):
                assessed.setdefault(touch, set()).add(item["speaker"])
    assert assessed["closeness:many-points"] == {"مصدر مصري رفيع المستوى", "a senior Egyptian source"}
    assert assessed["closeness:gaps"] == {"جون كيربي", "John Kirby"}


def test_the_offer_of_a_safety_net_is_dated_twice() -> None:
    days = {
        item["day"]
        for stem in stems("truce-2024")
        for item in keyed("truce-2024", stem).key["stances"]
        if item["kind"] == "offer"
    }
    assert days == {"2024-07-08", "2024-07-09"}


def test_the_truce_rounds_stay_announced_and_the_strait_round_is_held() -> None:
    def of(case: str) -> list[dict[str, Any]]:
        return [event for stem in stems(case) for event in keyed(case, stem).key["events"]]

    rounds = [event for event in of("truce-2024") if event.get("when") in ("2024-07-10", "2024-07-11")]
    assert rounds
    assert {event["status"] for event in rounds} == {"announced"}
    senvik = {event["status"] for event in of("strait") if event["type"] == "talks" and event.get("place") == "سنفيك"}
    assert {"announced", "held"} <= senvik


def test_nothing_is_published_or_dated_on_the_seventh_so_that_a_brief_can_say_no_change() -> None:
    days = {keyed("truce-2024", stem).report.published for stem in stems("truce-2024")}
    assert date(2024, 7, 7) not in days
    assert {date(2024, 7, 3), date(2024, 7, 6), date(2024, 7, 8), date(2024, 7, 9), date(2024, 7, 10)} <= days
    for stem in stems("truce-2024"):
        for _, item in items(keyed("truce-2024", stem)):
            for value in filter(None, (item.get("said"), item.get("when"), item.get("day"))):
                # An English week ends on Sunday the 7th: what is dated by one would count from that day.
                assert last_day(value) != date(2024, 7, 7), (stem, item)


def runs_of_four(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


def test_the_wire_copy_repeats_its_original_nearly_word_for_word() -> None:
    original = keyed("truce-2024", "2024-07-09-points-ar").report.text.split()
    copied = keyed("truce-2024", "2024-07-09-points-reprint-ar").report.text.split()
    assert len(runs_of_four(original) & runs_of_four(copied)) / len(runs_of_four(copied)) > 0.9
    assert original != copied


def test_what_the_strait_says_of_one_party_it_says_of_the_other() -> None:
    """The parties' stances are mirror images in number: as many of each kind, on the same issues."""
    parties = {"marendia": "marendia", "lethin": "marendia", "zelven": "marendia"}
    parties |= {"ondaria": "ondaria", "vernod": "ondaria", "brelin": "ondaria"}
    counts: dict[str, Counter[tuple[str, str]]] = {"marendia": Counter(), "ondaria": Counter()}
    names: Counter[str] = Counter()
    for stem in stems("strait"):
        one = keyed("strait", stem)
        for item in one.key["stances"]:
            if item["actor"] in parties:
                counts[parties[item["actor"]]][item["kind"], item["touches"][0].partition(":")[0]] += 1
        for party, words in {"marendia": ("مارندي", "Marendia"), "ondaria": ("أونداري", "Ondaria")}.items():
            names[party] += sum(one.report.text.count(word) for word in words)
    assert counts["marendia"] == counts["ondaria"]
    assert abs(names["marendia"] - names["ondaria"]) <= 3


def test_the_strait_shows_what_press_language_does() -> None:
    text = "\n".join(keyed("strait", stem).report.text for stem in stems("strait"))
    for phrase in (
        "ونُقل عن",
        "وبحسب",
        "يوليو (تموز)",
        "1429هـ",
        "28-30 July",
        "only if",
        "did not rule out",
        "denied",
        "cancelled",
        "“silent treatment”",
    ):
        assert phrase in text, phrase


def test_arabic_reports_use_arabic_punctuation(example: Keyed) -> None:
    if example.report.language != "ar":
        return
    assert not re.search(r"[\u0600-\u06ff][,;?]", example.report.text)
    assert not re.search(r"\s[،؛؟.]", example.report.text)
    first_particles = re.findall(r"\b[وف]?(?:قال|قالت|تقول|قوله)\b[^.:«]*?\s(أن|إن)\s", example.report.text)
    assert set(first_particles) <= {"إن"}, "after قال stands إن"


def test_the_module_of_the_examples_says_what_they_are() -> None:
    import taqrib.examples

    assert "invented" in (taqrib.examples.__doc__ or "")
    assert files("taqrib.examples").joinpath("__init__.py").is_file()


@pytest.mark.parametrize(
    ("stem", "first", "last", "count"),
    [
        ("2008-07-08-conditions-en", "Equal quotas", "wait until Thursday.", 6),
        ("2008-07-03-denials-ar", "سمعت في العاصمتين", "من أحد", 5),
    ],
)
def test_a_quote_over_two_paragraphs_is_laid_out_as_one(stem: str, first: str, last: str, count: int) -> None:
    text = keyed("strait", stem).report.text
    quotations = [text[slice(*quote.span)] for quote in lay_out(text).quotes]
    assert len(quotations) == count
    assert [quotation for quotation in quotations if quotation.startswith(first) and quotation.endswith(last)]

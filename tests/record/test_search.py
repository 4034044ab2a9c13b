"""Finding words in entries and in reports' texts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger import a_proposal, a_report, no_findings
from taqrib.errors import Invalid, NotFound
from taqrib.record import Found, Place, Record, Touch, Verified, Wanted, search

ARABIC = "قالت مسؤولةٌ في أورلا إنّ الدَّوْرِيّاتِ المشتركة لن تُقبَل غدًا في بغداد، وإنّ الصيد للصيّادين."
ENGLISH = (
    "Orla's envoy told the O'Brien committee that nothing AND nobody would be near the north_bank; 100% OR nothing."
)


@pytest.fixture
def kept(record: Record) -> Record:
    """Two reports, an Arabic one (e1, e2) and an English one (e3, e4), of two outlets and two days."""
    arabic = [
        a_proposal(0, len(ARABIC), quote=ARABIC, name="مسؤولة", touches=(Touch("patrols", "joint"),)),
        a_proposal(
            0, 4, quote="قالت", name=None, actor=None, kind="event", type="meet", touches=(), on=None,
            voice="ندى مرسال", voice_actor="envoy",
        ),
    ]  # fmt: skip
    english = [
        a_proposal(
            0, len(ENGLISH), quote=ENGLISH, name="Orla's envoy", actor="envoy", on="2031-05-09", kind="statement"
        ),
        a_proposal(
            0, 4, quote="Orla", name="Orla", on="2031-05", touches=(Touch("fishing"), Touch("patrols", "neutral"))
        ),
    ]
    record.add(a_report(ARABIC, source="جريدة المثال", stem="ar"), no_findings(), arabic, by="nour")
    day = date(2031, 5, 9)
    record.add(
        a_report(ENGLISH, source="Example_Gazette 100%", published=day), no_findings(published=day), english, by="nour"
    )
    record.decide("e1", "accept", by="nour")
    record.decide("e4", "reject", by="nour")
    return record


def found(record: Record, words: str, *, limit: int = 20, **wanted: Any) -> Found:
    with record.view() as view:
        return search(view, words, Wanted(**wanted), limit=limit)


def ids(record: Record, words: str, **wanted: Any) -> list[str]:
    return [entry.id for entry in found(record, words, **wanted).entries]


@pytest.mark.parametrize(
    ("words", "entries", "reports"),
    [
        ("دوريات", ["e1"], ["r1"]),
        ("والدوريات", ["e1"], ["r1"]),
        ("الصيد", ["e1"], ["r1"]),
        ("صيادين", ["e1"], ["r1"]),
        ("مسئولة", ["e1"], ["r1"]),
        ("غد", [], []),
        ("غدا", ["e1"], ["r1"]),
        ("بغداد", ["e1"], ["r1"]),
        ("ندى", ["e2"], []),
        ("orla", ["e4", "e3"], ["r2"]),
        ("ORLA ENVOY", ["e3"], ["r2"]),
        ("orla نهر", [], []),
        ("nobod*", ["e3"], ["r2"]),
        ("nobod", [], []),
        ("north_bank", ["e3"], ["r2"]),
        ("o’brien", ["e3"], ["r2"]),
    ],
)
def test_words_are_found_in_entries_and_reports_the_newest_first(
    kept: Record, words: str, entries: list[str], reports: list[str]
) -> None:
    answer = found(kept, words)
    assert [entry.id for entry in answer.entries] == entries
    assert [passage.report.id for passage in answer.passages] == reports
    assert not answer.more


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("AND", True),
        ("OR", True),
        ("NOT", False),
        ("NEAR", True),
        ("near(orla envoy)", True),
        ("nothing AND nobody", True),
        ("nothing OR missing", False),
        ('"orla envoy"', True),
        ("'orla'", True),
        ("orla:envoy", True),
        ("words:orla", False),
        ("-orla", True),
        ("orla -envoy", True),
        ("^orla", True),
        ("orla & envoy | !x", False),
        ("orla; DROP TABLE ledger", False),
        ("100%", True),
        (":asked", False),
        ("(((", None),
        ('""', None),
        ("\\", None),
        ("🕊️ orla", True),
        ("orla <-> envoy", True),
        ("orla:*", True),
        ("x" * 100_000, False),
        ("orla " * 3000, True),
        (" ".join(f"word{number}" for number in range(3000)), False),
    ],
    ids=lambda words: str(words)[:20],
)
def test_no_sign_of_a_database_means_anything_in_a_question(
    kept: Record,
    words: str,
    is_found: bool | None,  # noqa: FBT001 - a parameter of the test
) -> None:
    if is_found is None:
        with pytest.raises(Invalid, match="expected words to look for"):
            found(kept, words)
    else:
        assert ("e3" in ids(kept, words)) == is_found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(words=st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(ENGLISH.split()))
def test_any_question_has_an_answer_or_is_refused(kept: Record, words: str) -> None:
    try:
        answer = found(kept, words, limit=1)
    except Invalid:
        return
    assert len(answer.entries) <= 1


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"actor": "orla"}, ["e4", "e1"]),
        ({"actor": "envoy"}, ["e3", "e2"]),
        ({"actor": "orl_"}, []),
        ({"touch": Touch("patrols")}, ["e4", "e1"]),
        ({"touch": Touch("patrols", "joint")}, ["e1"]),
        ({"touch": Touch("fishing")}, ["e4", "e3"]),
        ({"touch": Touch("fishing", "open-water")}, ["e3"]),
        ({"touch": Touch("%")}, []),
        ({"touch": Touch("patrol_")}, []),
        ({"source": "gazette"}, ["e4", "e3"]),
        ({"source": "EXAMPLE_"}, ["e4", "e3"]),
        ({"source": "e.g"}, []),
        ({"source": "%"}, ["e4", "e3"]),
        ({"source": "_"}, ["e4", "e3"]),
        ({"source": "جريدة"}, ["e2", "e1"]),
        ({"report": "r1"}, ["e2", "e1"]),
        ({"report": "r9"}, []),
        ({"kind": "event"}, ["e2"]),
        ({"kind": "figure"}, []),
        ({"status": "accepted"}, ["e1"]),
        ({"status": "proposed"}, ["e3", "e2"]),
        ({"since": date(2031, 5, 9)}, ["e4", "e3"]),
        ({"until": date(2031, 5, 9)}, ["e3", "e1"]),
        ({"since": date(2031, 5, 3), "until": date(2031, 5, 30)}, ["e3"]),
        ({"source": "gazette", "kind": "stance", "status": "rejected", "actor": "orla", "report": "r2",
          "touch": Touch("patrols", "neutral"), "since": date(2031, 5, 31), "until": date(2031, 5, 31)}, ["e4"]),
        ({"source": "gazette", "kind": "stance", "status": "accepted"}, []),
    ],
)  # fmt: skip
def test_each_filter_narrows_down_and_its_signs_are_only_letters(
    kept: Record, wanted: dict[str, Any], expected: list[str]
) -> None:
    # A beginning of every word: all four entries hold one or the other.
    both = {entry for words in ("orla", "قالت") for entry in ids(kept, words, **wanted)}
    assert sorted(both, reverse=True) == expected


def test_reports_are_left_out_where_only_entries_have_what_is_asked(kept: Record) -> None:
    assert found(kept, "orla", kind="stance").passages == []
    assert [one.report.id for one in found(kept, "orla", source="gazette", since=date(2031, 5, 9)).passages] == ["r2"]
    assert found(kept, "orla", until=date(2031, 5, 8)).passages == []
    assert found(kept, "orla", report="r1").passages == []
    with pytest.raises(NotFound, match="such as r12"):
        found(kept, "orla", report="gazette")


def test_a_passage_says_where_the_words_stand(kept: Record) -> None:
    (passage,) = found(kept, "دوريات الصيد").passages
    assert [ARABIC[slice(*place)] for place in passage.places] == ["الدَّوْرِيّاتِ", "الصيد"]


def test_there_is_more_only_if_there_is(kept: Record) -> None:
    assert (ids(kept, "orla", limit=1), found(kept, "orla", limit=1).more) == (["e4"], True)
    assert (ids(kept, "orla", limit=2), found(kept, "orla", limit=2).more) == (["e4", "e3"], False)


def test_amending_and_undoing_keep_what_is_found_and_its_filters_true(
    kept: Record, whole: Callable[[], Verified]
) -> None:
    kept.decide("e1", "amend", by="sami", changes={"actor": "venn", "touches": (Touch("fishing"),), "on": "2031-06-01"})
    assert ids(kept, "دوريات", actor="orla") == []
    assert ids(kept, "دوريات", actor="venn", touch=Touch("fishing"), since=date(2031, 6, 1)) == ["e1"]
    kept.undo(by="sami")
    assert ids(kept, "دوريات", actor="orla", touch=Touch("patrols", "joint"), until=date(2031, 5, 2)) == ["e1"]
    whole()


def test_a_long_report_of_long_words_is_kept_and_found(record: Record, whole: Callable[[], Verified]) -> None:
    endless = "data" + "A9" * 50_000
    many = " ".join(f"word{number}" for number in range(40_000))
    record.add(a_report(f"{endless} {many} dove"), no_findings(), [], by="nour")
    for words in ("dove", endless, "word39999", "word3999*"):
        assert [passage.report.id for passage in found(record, words).passages] == ["r1"]
    whole()


def test_a_report_of_more_words_than_can_be_indexed_is_found_or_refused(
    record: Record, place: Place, whole: Callable[[], Verified]
) -> None:
    many = " ".join(f"word{number}x{number * 7919 % 100_003}" for number in range(80_000))
    if isinstance(place, Path):
        record.add(a_report(many), no_findings(), [], by="nour")
        assert found(record, "word79999x*").passages
    else:
        with pytest.raises(Invalid, match=r"at most 1,000,000 bytes .* divide it"):
            record.add(a_report(many), no_findings(), [], by="nour")
        assert record.reports() == []
    whole()


def test_words_of_any_language_are_kept_and_found(record: Record, whole: Callable[[], Verified]) -> None:
    text = "Ça ira; Ελλάδα, Москва; 北京 会谈; İstanbul’da; נציג; ﷺ; ⑴ ½ ²; naïve ŉ ǰ ß ﬁn"
    record.add(a_report(text), no_findings(), [], by="nour")
    for word in ("ça", "ελλαδα", "ΕΛΛΆΔΑ", "москва", "北京", "istanbul'da", "נציג", "fin", "ﷺ", "ß"):
        assert bool(found(record, word).passages) == (word != "ελλαδα"), word
    whole()

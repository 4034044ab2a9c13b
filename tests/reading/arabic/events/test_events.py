"""Events of Arabic reports: what carries them, whether they took place, and that each is told once."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqrib.reading import read
from taqrib.reading.arabic.events.events import events
from taqrib.reading.findings import Event, Mention, Time
from taqrib.reading.layout import lay_out
from taqrib.vocabulary import load

PUBLISHED = dt.date(2031, 3, 12)  # a Wednesday


def found(text: str) -> list[Event]:
    return read(text, published=PUBLISHED).events


def brief(text: str) -> list[tuple[str, str, str]]:
    """Type, trigger and status of each event."""
    return [(event.type, text[slice(*event.trigger)], event.status) for event in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التقى وزير الخارجية الأوروغوياني نظيره الكيني أمس.", ("meet", "التقى", "held")),
        ("سيلتقي المبعوث النرويجي وفد الحكومة في نيروبي.", ("meet", "سيلتقي", "announced")),
        ("سوف يجتمع الوفدان في نيروبي.", ("meet", "يجتمع", "announced")),
        ("قد يجتمع الوفدان في نيروبي.", ("meet", "يجتمع", "possible")),
        ("لم يجتمع الوفدان في نيروبي.", ("meet", "يجتمع", "denied")),
        ("لن يلتقي رئيس الوفد المبعوث النرويجي.", ("meet", "يلتقي", "denied")),
        ("من المقرر أن يلتقي الوفدان في نيروبي.", ("meet", "يلتقي", "announced")),
        ("يعتزم الوسيط عقد اجتماع بين الوفدين في أوسلو.", ("meet", "اجتماع", "announced")),
        ("عقد الوفدان اجتماعا مغلقا في أوسلو.", ("meet", "اجتماعا", "held")),
        ("ألغى الوسيط زيارة إلى أوسلو.", ("travel", "زيارة", "cancelled")),
        ("ألغى الوسيط اجتماعا بين الوفدين.", ("suspend", "ألغى", "held")),
        ("وصل وفد الحكومة إلى أوسلو للقاء المبعوث النرويجي.", ("meet", "للقاء", "announced")),
        ("تجري الحكومة محادثات مع المتمردين في أوسلو.", ("talks", "محادثات", "ongoing")),
        ("انتهت الجولة الثالثة من المفاوضات في أوسلو.", ("talks", "المفاوضات", "held")),
        ("تنطلق الجولة الرابعة غدا في أوسلو.", ("talks", "الجولة", "announced")),
        ("المحادثات المقبلة ستعقد في أوسلو.", ("talks", "المحادثات", "announced")),
        ("استؤنفت المحادثات أمس في أوسلو.", ("resume", "استؤنفت", "held")),
        ("دعا المبعوث النرويجي إلى استئناف المفاوضات.", ("resume", "استئناف", "possible")),
        ("علقت الحكومة المفاوضات مع المتمردين.", ("suspend", "علقت", "held")),
        ("انهارت المحادثات بين الطرفين.", ("suspend", "انهارت", "held")),
        ("زار الوسيط الكيني أوسلو أمس.", ("travel", "زار", "held")),
        ("يتجه وفد الحكومة غدا إلى أوسلو.", ("travel", "يتجه", "announced")),
        ("قدم الوسيط مقترحا إلى الوفدين.", ("propose", "مقترحا", "held")),
        ("سيقدم الوسيط خطة ومسودة اتفاق إلى الوفدين.", ("propose", "ومسودة", "announced")),
        ("وافقت الحكومة على المقترح.", ("accept", "وافقت", "held")),
        ("رفض المتمردون المقترح.", ("reject", "رفض", "held")),
        ("وقعت الحكومة والمتمردون اتفاقا في أوسلو.", ("agree", "وقعت", "held")),
        ("انتهت الجلسة دون التوصل إلى اتفاق.", ("agree", "اتفاق", "denied")),
        ("توصل الوفدان إلى اتفاق في أوسلو.", ("agree", "اتفاق", "held")),
        ("فشل الوفدان في التوصل إلى اتفاق.", ("agree", "اتفاق", "denied")),
        ("تقوم كينيا بوساطة بين الطرفين.", ("mediate", "بوساطة", "ongoing")),
        ("عينت الأمم المتحدة مبعوثا جديدا.", ("appoint", "عينت", "held")),
        ("أعلنت الحكومة هدنة من جانب واحد.", ("ceasefire", "هدنة", "held")),
        ("خرق المتمردون الهدنة.", ("breach", "خرق", "held")),
        ("أفرج المتمردون عن خمسة أسرى.", ("release", "أفرج", "held")),
        ("أدخلت المنظمة مساعدات إلى المدينة.", ("aid", "أدخلت", "held")),
        ("صوت البرلمان على الاتفاق.", ("vote", "صوت", "held")),
    ],
)
def test_a_word_of_diplomacy_carries_its_event_with_its_status(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in brief(text)


@pytest.mark.parametrize(
    "text",
    [
        "وقع انفجار في المدينة.",
        "قصف الجيش مواقع المتمردين وقتل عشرة منهم.",
        "وصلت المفاوضات إلى طريق مسدود.",
        "رفض المصدر الكشف عن اسمه.",
        "هذا ملف قديم يعرفه الجميع.",
        "استأنف الجيش القتال شمال المدينة.",
        "استقبلت المدينة مساعدات كثيرة.",
    ],
)
def test_what_is_no_diplomacy_is_no_event(text: str) -> None:
    assert [event for event in brief(text) if event[0] != "talks"] == []


def test_a_heading_tells_no_event() -> None:
    text = "استقبل الرئيس الكيني المبعوث النرويجي أمس.\nلقاء جديد في أوسلو\nوقال الرئيس إن بلاده تدعم السلام."
    assert [text[slice(*event.trigger)] for event in found(text)] == ["استقبل"]


def test_the_object_may_stand_before_its_relative_clause() -> None:
    assert ("agree", "أبرم", "held") in brief("ينص الاتفاق الذي أبرم في أوسلو على تبادل السجناء.")


def test_those_who_have_not_signed_are_only_named() -> None:
    assert "agree" not in {event.type for event in found("حث المبعوث القبائل التي لم توقع الاتفاق على الحضور.")}


def test_the_same_meeting_is_told_once() -> None:
    text = "اجتمع الوفدان في أوسلو أمس. وبحث الاجتماع ملف الحدود. وقال الوسيط إن اللقاء كان مثمرا."
    assert [text[slice(*event.trigger)] for event in found(text)] == ["اجتمع"]


def test_rounds_with_different_numbers_are_different_rounds() -> None:
    text = "انتهت الجولة الثالثة في أوسلو. وتبدأ الجولة الرابعة في نيروبي. وقال الوسيط إن الجولة الثالثة كانت صعبة."
    assert [event.place for event in found(text) if event.type == "talks"] == ["أوسلو", "نيروبي"]


def test_the_dated_mention_stands_for_the_bare_one() -> None:
    text = "قال الوسيط الكيني إن المفاوضات صعبة. وجرت المفاوضات يوم الاثنين الماضي في أوسلو."
    assert [event.place for event in found(text) if event.type == "talks"] == ["أوسلو"]


def test_partial_agreement_says_that_it_is_partial() -> None:
    (event,) = found("قال الوسيط الكيني إن هناك اتفاقا على بعض النقاط.")
    assert event.type == "agree"
    assert "partial" in event.unsure[0]


def test_a_full_agreement_is_not_called_partial() -> None:
    (event,) = found("توصل الوفدان الكينيان إلى اتفاق على كل النقاط.")
    assert (event.type, event.status, event.unsure) == ("agree", "held", ())


def test_refusing_a_proposal_does_not_undo_it() -> None:
    text = "رفض المتمردون مقترح الوسيط الكيني لوقف القتال."
    assert ("propose", "مقترح", "held") in brief(text)
    assert ("reject", "رفض", "held") in brief(text)


def test_what_is_refused_is_no_event_of_its_own() -> None:
    assert [event.type for event in found("رفض المتمردون توقيع الاتفاق.")] == ["reject"]


def test_what_one_fails_to_hold_was_not_held() -> None:
    assert ("meet", "اجتماع", "denied") in brief("عجز الطرفان عن عقد اجتماع في أوسلو.")


def test_resumed_talks_are_left_to_their_resumption() -> None:
    assert [event.type for event in found("استأنف الوفدان المفاوضات في أوسلو.")] == ["resume"]


def test_day_and_place_are_those_of_the_clause() -> None:
    text = "وصل المبعوث إلى أوسلو أمس، وسيلتقي وزير الخارجية غدا في بيرغن."
    travel, meet = found(text)
    assert (travel.place, travel.when) == ("أوسلو", "2031-03-11")
    assert meet.when == "2031-03-13"


def test_haythu_hands_on_day_and_place() -> None:
    visit, meeting = found("زار الوزير الكيني أوسلو أمس حيث التقى رئيس البرلمان.")
    assert (meeting.when, meeting.place) == (visit.when, visit.place) == ("2031-03-11", "أوسلو")


def test_actors_come_under_the_names_the_mentions_give_them() -> None:
    text = "التقى الوسيط الكيني أمس زعيم المتمردين."
    start, end = text.index("الوسيط"), text.index(" أمس")
    rebel = (text.index("زعيم"), len(text) - 1)
    mentions = [
        Mention(span=(start, end), actor="كيندا وافولا", kind="person"),
        Mention(span=rebel, actor="زعيم المتمردين", kind="person"),
    ]
    (event,) = events(lay_out(text, published=PUBLISHED), [], mentions, [])
    assert event.actors == ("كيندا وافولا", "زعيم المتمردين")


def test_a_day_without_a_value_is_no_day() -> None:
    text = "التقى الوفدان لاحقا."
    later = text.index("لاحقا")
    times = [Time(span=(later, later + 5), type="DATE", value=None)]
    (event,) = events(lay_out(text), times, [], [])
    assert event.when is None


def test_a_deed_done_has_no_day_to_come() -> None:
    text = "اتفق الوفدان على عقد قمة الأسبوع المقبل في أوسلو."
    agree, summit = found(text)
    assert (agree.type, agree.status, agree.when) == ("agree", "held", None)
    assert (summit.type, summit.status, summit.when) == ("meet", "announced", "2031-03-16/2031-03-22")


def test_what_a_plan_contains_has_not_happened() -> None:
    assert ("aid", "وإدخال", "possible") in brief("ينص مقترح الوسيط الكيني على تبادل الأسرى وإدخال المساعدات.")


def test_those_who_mediate_are_no_event() -> None:
    assert "mediate" not in {event.type for event in found("قدمت الوساطة الكينية ورقة معدلة إلى الطرفين.")}


def test_dialogue_as_such_is_no_event() -> None:
    assert found("قال الوزير الكيني إن الحوار ضروري دائما.") == []


def test_every_event_has_its_plover_code_and_its_grounds() -> None:
    for event in found("التقى الوفدان أمس في أوسلو ثم علقت الحكومة المفاوضات ورفضت المقترح."):
        assert event.plover == load("plover")[event.type]
        assert event.rule
        assert event.trigger in event.rests_on


def test_the_crosswalk_covers_every_event_type() -> None:
    assert set(load("plover")) == {
        "meet", "talks", "travel", "resume", "suspend", "propose", "accept", "reject", "agree", "mediate", "appoint",
        "ceasefire", "breach", "release", "aid", "vote",
    }  # fmt: skip


ARABIC_WORDS = st.sampled_from(
    [
        "التقى",
        "الوفد",
        "محادثات",
        "إلى",
        "أن",
        "لم",
        "لن",
        "قد",
        "سيلتقي",
        "اتفاق",
        "التوصل",
        "دون",
        "في",
        "أوسلو",
        "جولة",
        "الثالثة",
        "من",
        "المفاوضات",
        "،",
        ".",
        "«",
        "»",
        ":",
        "و",
        "المقبلة",
        "رفض",
        "مقترح",
        "الذي",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(ARABIC_WORDS, max_size=60).map(" ".join)))
def test_any_text_is_read_without_error_into_spans_of_it(text: str) -> None:
    for event in read(text, published=PUBLISHED, language="ar").events:
        start, end = event.trigger
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()

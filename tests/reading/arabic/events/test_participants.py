"""Who takes part: the subject, the object, and those beside them; never the whole clause."""

from __future__ import annotations

import pytest

from taqrib.reading import read
from taqrib.reading.findings import Event


def found(text: str) -> list[Event]:
    return read(text, language="ar").events


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("وفد الميناء سيلتقي ممثلي الشركة غدا.", "meet", {"وفد الميناء"}),
        ("التقى المبعوث النرويجي أمس وزير الدفاع في نيروبي.", "meet", {"المبعوث النرويجي", "وزير الدفاع"}),
        ("رفضت الحكومة مقترح الوسيط الكيني.", "reject", {"الحكومة"}),
        ("وقعت الحكومة مع الحركة اتفاقا في أوسلو.", "agree", {"الحكومة", "الحركة"}),
        ("تجري الحكومة محادثات مع المتمردين في أوسلو.", "talks", {"الحكومة", "المتمردين"}),
        ("زار وزير الدفاع كينيا أمس.", "travel", {"وزير الدفاع"}),
        ("اتهمت الحكومة المتمردين بخرق الهدنة.", "breach", {"المتمردين"}),
        ("جددت كينيا رفضها أي وساطة.", "reject", {"كينيا"}),
        ("ستنسحب القوات إذا أفرجت الحركة عن الأسرى.", "release", {"الحركة"}),
    ],
)
def test_only_those_take_part_whom_the_verb_or_noun_takes(text: str, type_: str, actors: set[str]) -> None:
    (event,) = [event for event in found(text) if event.type == type_]
    assert actors <= set(event.actors)
    assert len(event.actors) <= 2
    assert all("سيلتقي" not in actor for actor in event.actors)


def test_a_source_tells_and_takes_no_part() -> None:
    text = "تستأنف المحادثات غدا في أكرا، وفقا لما أعلنه أمس مصدر كيني رفيع المستوى."
    (event,) = [event for event in found(text) if event.type == "resume"]
    assert (event.actors, event.place) == ((), "أكرا")


def test_a_place_takes_no_part() -> None:
    (event,) = [event for event in found("التقى وزير الدفاع المبعوث النرويجي في كينيا.") if event.type == "meet"]
    assert "كينيا" not in event.actors


def test_talks_that_name_nobody_are_between_the_sides_named_elsewhere_and_say_so() -> None:
    text = "تجري محادثات بين الحكومة والمتمردين في أوسلو. وستستأنف المحادثات غدا."
    resumed = [event for event in found(text) if event.type == "resume"]
    assert [set(event.actors) for event in resumed] == [{"الحكومة", "المتمردين"}]
    assert resumed[0].unsure


def test_what_is_demanded_of_a_side_is_not_announced_by_it() -> None:
    events = found("تطالب الحركة بأن تلتزم كينيا بوقف إطلاق النار وتفرج كينيا عن الأسرى.")
    assert events
    assert {event.status for event in events if "كينيا" in event.actors} <= {"possible"}


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("وقال إن المبعوثة هانا تيتيه التقت الوفد وأنها ستزور طرابلس.", "travel", ("هانا تيتيه",)),
        (
            "أكد سامي عمر أن الحوار مهم. جاء ذلك لدى استقباله المبعوث النرويجي.",
            "meet",
            ("سامي عمر", "المبعوث النرويجي"),
        ),
        ("قال سامي عمر، خلال لقاء مع السفراء، إن الأمر صعب.", "meet", ("سامي عمر", "السفراء")),
        ("قال المتحدث إن الرئيس سامي عمر مستعد للقاء الزعيم.", "meet", ("سامي عمر", "الزعيم")),
        ("استضافت أكرا أمس اجتماعا ضم وزير الري ورئيس اللجنة.", "meet", ("وزير الري", "رئيس اللجنة")),
        ("التقى الجانبان الكيني والغاني أمس.", "meet", ("كينيا", "غانا")),
        ("استأنف الجانبان الحوار في أكرا بوساطة كينية.", "mediate", ("كينيا",)),
        ("التقت كينيا وغانا أمس، واتفقتا على جدول زمني.", "agree", ("كينيا", "غانا")),
    ],
)
def test_who_takes_part_is_found_beside_the_trigger_and_before_it(
    text: str, type_: str, actors: tuple[str, ...]
) -> None:
    assert actors in [event.actors for event in found(text) if event.type == type_]


def test_those_who_fight_are_not_those_who_talk() -> None:
    text = "دارت معارك بين الجيش والجماعات المسلحة. واستؤنفت المحادثات."
    (event,) = [event for event in found(text) if event.type == "resume"]
    assert event.actors == ()


def test_a_town_where_other_talks_were_is_nobody_who_was_met() -> None:
    text = "التقى الوسيط نظيره في نيروبي أمس بعد أسبوع من محادثات مسقط."
    (event,) = [one for one in read(text, language="ar").events if one.type == "meet"]
    assert not {"مسقط", "سلطنة عمان"} & set(event.actors)

"""Did it happen: visits called off, homographs that tell nothing, and what hangs on an if."""

from __future__ import annotations

import datetime as dt

import pytest

from taqrib.reading import read


def brief(text: str) -> list[tuple[str, str, str]]:
    found = read(text, published=dt.date(2031, 3, 12)).events
    return [(event.type, text[slice(*event.trigger)], event.status) for event in found]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("ألغى الرئيس زيارة كانت مقررة إلى برلين.", ("travel", "زيارة", "cancelled")),
        ("استقبل الوزير المبعوث الذي يزور مسقط اليوم.", ("travel", "يزور", "ongoing")),
        ("اتفق الوفدان على الاجتماع مجددا في أكرا.", ("meet", "الاجتماع", "announced")),
        ("هدد الوزير بالانسحاب إن فشلت المفاوضات.", ("suspend", "فشلت", "possible")),
        ("نفى المتحدث ذلك، قائلا إن وفده قدم مقترحا.", ("propose", "مقترحا", "held")),
    ],
)
def test_a_deed_has_the_status_its_words_give_it(text: str, event: tuple[str, str, str]) -> None:
    assert event in brief(text)


@pytest.mark.parametrize(
    "text",
    [
        "تنص المادة الخامسة من الاتفاق على دمج القوات.",
        "قال المتحدث: «لن نتفاوض على المبدأ».",
        "دعا إلى التعاون التام مع الوكالة.",
        "نُقل عن المبعوثة قولها إن الوقت ضيق.",
        "رفض العودة إلى الطاولة ما لم تُرفع القيود.",
    ],
)
def test_homographs_tell_no_event(text: str) -> None:
    assert not {type_ for type_, *_ in brief(text)} & {"meet", "travel", "suspend", "agree", "talks"}


def test_the_votes_cast_are_one_vote() -> None:
    assert [event for event in brief("صوت البرلمان بأغلبية 120 صوتا مقابل 30.") if event[0] == "vote"] == [
        ("vote", "صوت", "held")
    ]

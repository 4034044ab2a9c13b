from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib.reading.arabic.figures import figures
from taqrib.reading.arabic.times.expressions import times
from taqrib.reading.findings import Figure, Statement
from taqrib.reading.layout import lay_out


def counted(text: str, statements: list[Statement] | None = None) -> list[Figure]:
    document = lay_out(text)
    return figures(document, times(document), statements or [])


def spans(text: str) -> list[tuple[str, float | None, str | None]]:
    return [(text[one.span[0] : one.span[1]], one.value, one.unit) for one in counted(text)]


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("احتجز القراصنة 45 بحارا", "45 بحارا", 45, "بحارا"),
        ("نزح نحو 12 ألف أسرة", "نحو 12 ألف أسرة", 12_000, "أسرة"),
        ("نزح أكثر من مليوني شخص", "أكثر من مليوني شخص", 2_000_000, "شخص"),
        ("حضر سبعة وزراء أفارقة", "سبعة وزراء", 7, "وزراء"),
        ("أصيب خمسة آخرون", "خمسة آخرون", 5, "آخرون"),
        ("قرض قيمته 71 مليار يورو", "71 مليار يورو", 71_000_000_000, "يورو"),
        ("منحة بـ$50 مليون", "$50 مليون", 50_000_000, "$"),
        ("أيده 58 في المائة", "58 في المائة", 58, "%"),
        ("أيده 12.5 %", "12.5 %", 12.5, "%"),
        ("أيده %40", "%40", 40, "%"),
        ("دعا 38 من قادة الصيادين", "38 من قادة", 38, "قادة"),
        ("قتل 15 وعاد الهدوء", "15", 15, "killed"),
        ("وصل وفدان إلى الميناء", "وفدان", 2, "وفد"),
        ("عقدوا جولتين", "جولتين", 2, "جولة"),
        ("خزان يسع 19 مليار متر مكعب", "19 مليار متر مكعب", 19_000_000_000, "متر"),
        ("أيد القرار 120 عضوا", "120 عضوا", 120, "عضوا"),
        ("حضر 50 شخصا على الأقل", "50 شخصا على الأقل", 50, "شخصا"),
        ("سقط عشرات الجرحى", "عشرات الجرحى", None, "جرحى"),
    ],
)
def test_counts_have_their_value_and_unit(text: str, span: str, value: float | None, unit: str) -> None:
    assert spans(text) == [(span, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "القرار 1559 والمادة 7 والكتيبة 8 مظليون",
        "قرار مجلس الأمن الدولي 1701 نص على",
        "دول مجموعة 5+1 والدول الست",
        "حضره الوزراء الثلاثة من الدول الـ12",
        "منذ 15 عاما و6 أشهر في 12 مايو 2023",
        "أحد الأعضاء وإحدى الدول",
        "الطرفين والبلدين في فلسطين",
        "في جولتها الخامسة",
    ],
)
def test_names_dates_and_the_already_known_are_no_figures(text: str) -> None:
    assert spans(text) == []


def test_the_conjunction_stays_outside() -> None:
    assert spans("بلغت 17 قتيلا و121 جريحا وخمسة مفقودين") == [
        ("17 قتيلا", 17, "قتيلا"),
        ("121 جريحا", 121, "جريحا"),
        ("خمسة مفقودين", 5, "مفقودين"),
    ]


def test_votes_against_count_what_the_votes_for_count() -> None:
    assert spans("أقر بأغلبية 67 صوتا مقابل 31 وامتناع 10 عن التصويت") == [
        ("67 صوتا", 67, "صوتا"),
        ("31", 31, "صوتا"),
        ("10", 10, "abstained"),
    ]


def test_both_ends_of_a_range_count() -> None:
    assert spans("بين 20 و30 قاربا") == [("20", 20, "قاربا"), ("30 قاربا", 30, "قاربا")]


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("زهاء 300 قارب", True),
        ("تفوق 300 قارب", True),
        ("300 قارب تقريبا", True),
        ("300 قارب", False),
        ("مئات القوارب", True),
    ],
)
def test_what_is_not_exact_says_so(text: str, *, approx: bool) -> None:
    (figure,) = counted(text)
    assert figure.approx is approx


def test_a_figure_belongs_to_the_speaker_of_the_innermost_statement() -> None:
    text = "قالت الوزيرة إن الشرطة أفادت بأن 12 قاربا غرقت. وعاد 5 بحارة."
    outer = Statement(
        speaker=None,
        speaker_name="الوزيرة",
        cue=(0, 4),
        content=(text.index("إن"), text.index(".")),
        mode="indirect",
    )
    inner = replace(outer, speaker_name="الشرطة", content=(text.index("بأن"), text.index(".")))
    found = counted(text, [outer, inner])
    assert [figure.attributed_to for figure in found] == ["الشرطة", None]
    found = counted(text, [inner, outer])
    assert [figure.attributed_to for figure in found] == ["الشرطة", None]


WORDS = [
    "12",
    "ألف",
    "آلاف",
    "مئات",
    "عشرات",
    "نحو",
    "أكثر",
    "من",
    "خمسة",
    "وعشرين",
    "قتيلا",
    "جنود",
    "و",
    "في",
    "المائة",
    "%",
    "$",
    "القرار",
    "5",
    "+",
    "1",
    "ال",
    "مقابل",
    "بين",
    "إلى",
    "وفدان",
    "آخرون",
    "الدول",
    "الست",
    "قتل",
    "وأصيب",
    ".",
    "،",
    "على",
    "الأقل",
    "نصف",
    "مليون",
    "تفوق",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_any_text_gives_figures_in_order_with_trimmed_spans(text: str) -> None:
    end = 0
    for figure in counted(text):
        start, last = figure.span
        assert end <= start < last <= len(text)
        assert text[start:last] == text[start:last].strip()
        end = last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("إن لجنة الستة زائد ستة ستجتمع غدا", []),
        ("تعديل المادة الثانية عشرة شريطة ألا يمس", []),
        ("أعادت المعتقلين الـ40 أمس", [("الـ40", 40, "معتقلين")]),
        ("صوت له 120 عضوا مقابل 30 لصالح غيره", [("120 عضوا", 120, "عضوا"), ("30", 30, "عضوا")]),
    ],
)
def test_a_number_counts_no_verb_and_no_ordinal(
    text: str, expected: list[tuple[str, float | None, str | None]]
) -> None:
    assert spans(text) == expected

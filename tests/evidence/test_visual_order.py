from __future__ import annotations

import pytest

from evidence.conftest import ARABIC
from taqrib.evidence.visual_order import logical, marks_after_letters, reads_right_to_left, with_brackets_facing


@pytest.mark.parametrize(
    ("visual", "read"),
    [
        ("رسج", "جسر"),
        ("٪١٢ 2021 رايأ 3 يف", "في 3 أيار 2021 ١٢٪"),
        (".سمأ UNHCR 2254 ةمظنم", "منظمة UNHCR 2254 أمس."),
        ("، 1,750.5 نع", "عن 1,750.5 ،"),
        ("10:30 ةعاسلا", "الساعة 10:30"),
        ("اًمئاق", "قائمًا"[:4] + "اً"),
        ("Lower Quay ءانيم", "ميناء Lower Quay"),
    ],
)
def test_a_right_to_left_line_is_read_from_its_right_with_numbers_and_latin_whole(visual: str, read: str) -> None:
    assert logical(visual, right_to_left=True) == read


@pytest.mark.parametrize(
    ("visual", "read"),
    [
        ("The toll (1,750 coins).", "The toll (1,750 coins)."),
        ("said ميدقلا رسجلا twice", "said الجسر القديم twice"),
        ("in 2021 ,رايأ 3 end", "in 2021 ,أيار 3 end"),
    ],
)
def test_a_left_to_right_line_keeps_its_order_but_for_the_arabic_in_it(visual: str, read: str) -> None:
    assert logical(visual, right_to_left=False) == read


def test_marks_stay_on_their_letters() -> None:
    assert logical("نّكل", right_to_left=True) == "لكنّ"


def test_marks_that_stand_left_of_their_letter_are_put_behind_it() -> None:
    assert marks_after_letters("اً\u0645ئاق"[:1] + "\u064bمئاق") == "امًئاق"


def test_the_direction_is_that_of_most_letters() -> None:
    assert reads_right_to_left("الجسر UN 1,750")
    assert not reads_right_to_left("the bridge (جسر)")
    assert not reads_right_to_left("12 — 13")


def test_brackets_drawn_in_shape_are_turned_and_brackets_already_right_are_not() -> None:
    drawn = ARABIC.translate(str.maketrans("()", ")("))
    assert with_brackets_facing([drawn, "the bridge (old)"]) == [ARABIC, "the bridge (old)"]
    assert with_brackets_facing([ARABIC, "(أ) «ب»"]) == [ARABIC, "(أ) «ب»"]

"""Where what is said ends: at the main clause behind "while", at another participle, not inside a relative clause."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def contents(text: str) -> list[str]:
    return [text[slice(*statement.content)] for statement in read(text).statements]


@pytest.mark.parametrize("opening", ["وبينما", "فيما"])
def test_a_clause_of_while_ends_where_the_main_one_reports(opening: str) -> None:
    text = f"{opening} أكد الوفد أن الاتفاق جاهز، نفت الحكومة ذلك."
    assert contents(text) == ["أن الاتفاق جاهز"]


def test_a_clause_of_while_alone_keeps_all_of_it() -> None:
    text = "فيما قال الوزير إن الوفد، الذي وصل أمس، سيغادر غدا."
    assert contents(text) == ["إن الوفد، الذي وصل أمس، سيغادر غدا"]


def test_a_participle_joined_to_another_is_no_part_of_what_it_says() -> None:
    text = "قال الوزير إن الحل قريب، متعهدا بمواصلة الجهود، ورافضا أي تدخل."
    assert contents(text)[-1] == "بمواصلة الجهود"


def test_a_clause_about_where_it_was_written_is_no_content() -> None:
    text = "ويؤكد الباحث عماد رشدي، في ورقة نشرها المعهد، أن الوساطة فشلت."
    assert contents(text) == ["أن الوساطة فشلت"]


def test_what_one_announces_of_oneself_may_be_feminine() -> None:
    assert contents("وأعلن عضو المجلس موسى الكوني استقالته من منصبه.") == ["استقالته من منصبه"]


def test_hearers_do_not_hide_a_short_quotation() -> None:
    text = 'صرح الناطق باسم الوفد سالم الحداد للصحافيين "نحن ملتزمون بالهدنة".'
    assert contents(text) == ["نحن ملتزمون بالهدنة"]

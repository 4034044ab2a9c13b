from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib.case import check_case, new_case_text, parse_case
from taqrib.case.border import ActorShape, BodyShape, IssueShape, OptionShape
from taqrib.errors import Invalid

ONE_LINE = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff")
TITLES = st.text(ONE_LINE, min_size=1, max_size=30).filter(str.strip)


def test_the_starter_case_is_valid_and_without_warnings() -> None:
    checked = check_case(new_case_text("ferry", "محادثات العبّارة", "The ferry talks"))
    assert (checked.problems, checked.warnings) == ((), ())


def test_the_starter_case_shows_every_key_of_the_format() -> None:
    text = new_case_text("ferry", "محادثات العبّارة", "The ferry talks")
    for shape in (ActorShape, IssueShape, OptionShape, BodyShape):
        for key in shape.model_fields:
            assert f"{key}:" in text, key


@given(
    st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,3}){0,2}", fullmatch=True),
    TITLES,
    TITLES,
)
def test_any_id_and_any_titles_on_one_line_are_kept(case_id: str, title_ar: str, title_en: str) -> None:
    case = parse_case(new_case_text(case_id, title_ar, title_en))
    assert (case.id, case.title.ar, case.title.en) == (case_id, title_ar.strip(), title_en.strip())


@pytest.mark.parametrize("case_id", ["no", "on", "12", "012", "1e3", "null", "true"])
def test_an_id_that_yaml_would_misread_is_quoted(case_id: str) -> None:
    assert parse_case(new_case_text(case_id, "عنوان", 'A "title": with [marks] # and more')).id == case_id


def test_a_title_that_looks_like_a_place_to_fill_is_only_a_title() -> None:
    assert parse_case(new_case_text("ferry", "TITLE_EN", "CASE_ID")).title.ar == "TITLE_EN"


@pytest.mark.parametrize(
    ("case_id", "title_ar", "title_en", "expected"),
    [
        ("Ferry Talks", "أ", "a", "case id"),
        ("ferry--talks", "أ", "a", "case id"),
        ("ferry\n", "أ", "a", "case id"),
        ("ferry", " ", "a", "Arabic title"),
        ("ferry", "أ", "a\nb", "English title"),
    ],
)
def test_what_cannot_be_an_id_or_a_title_is_refused(case_id: str, title_ar: str, title_en: str, expected: str) -> None:
    with pytest.raises(Invalid, match=expected):
        new_case_text(case_id, title_ar, title_en)

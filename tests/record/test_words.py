"""The forms a word is found by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib.errors import Invalid
from taqrib.record.words import LONGEST, forms_of, places, question


def finds(asked: str, told: str) -> bool:
    """Whether each word ``asked`` is looked up by a form under which ``told`` is found."""
    forms = forms_of(told).split()
    return all(
        any(form in forms or (open_ and any(known.startswith(form) for known in forms)) for form, open_ in word)
        for word in question(asked)
    )


FOUND = [
    ("الدوريات", "الدَّوْرِيّات"),  # harakat in the text
    ("الدَّوْرِيّات", "الدوريات"),  # and in the question
    ("كتاب", "كِتَابٌ"),
    ("غدا", "غدًا"),
    ("الصيد", "الصـــيد"),  # tatweel
    ("صيد", "الصيد"),  # the article
    ("الصيد", "صيد"),
    ("صيد", "بالصيد"),
    ("صيد", "وبالصيد"),
    ("صيد", "كالصيد"),
    ("صيد", "والصيد"),
    ("صيد", "فصيد"),
    ("صيد", "لصيد"),
    ("صيد", "للصيد"),
    ("الصيد", "وللصيد"),
    ("التهدئة", "وبتهدئةٍ"),
    ("تهدئة", "وبالتهدئة"),
    ("احمد", "أحمد"),  # hamza seats
    ("أحمد", "احمد"),
    ("إسرائيل", "لإسرائيل"),
    ("اسراءيل", "إسرائيل"),
    ("مسؤول", "مسئول"),
    ("مسئولين", "المسؤولين"),
    ("مسوول", "مسؤول"),
    ("قراءة", "قرائة"),
    ("آب", "اب"),
    ("هدنه", "هدنة"),  # ta marbuta
    ("هدنة", "الهدنه"),
    ("على", "علي"),  # final ya
    ("القيادي", "قيادى"),
    ("کشتی", "كشتي"),  # Persian letters
    ("كرسي", "کرسی"),
    ("2031", "٢٠٣١"),  # digits
    ("۲۰۳۱", "2031"),
    ("الدوريات", "ﺍﻟﺪﻭﺭﻳﺎﺕ"),  # presentation forms
    ("سئل", "ﺳﺌﻞ"),
    ("مسؤول", "مسو\u0654ول"),  # a hamza as a mark of its own
    ("كتب", "كت\ufe76ب"),  # a haraka as a character of its own
    ("الله", "ﷲ"),
    ("عليه", "ﷺ"),
    ("ﷺ", "صلى الله عليه وسلم"),
    ("كتاب", "كت\u200bاب"),  # what has no width
    ("كتاب", "\u202bكتاب\u202c"),
    ("orla", "ORLA"),  # English
    ("Orla", "Orla's"),
    ("Orla", "Orla’s"),
    ("Orla’s", "Orla"),
    ("don't", "donʼt"),
    ("O'Brien", "O’BRIEN"),
    ("Émile", "émile"),
    ("Émile", "e\u0301mile"),
    ("Istanbul", "İstanbul"),
    ("STRASSE", "straße"),
    ("fish*", "fishing"),
    ("صي*", "الصيد"),
    ("الصي*", "صيد"),
    ("fishing water", "Water, for fishing"),
    ("وليام", "وليام"),  # a name that begins with a clitic's letter
    ("وليام", "ووليام"),
    ("وفد", "الوفد"),
]

NOT_FOUND = [
    ("إسرائيل", "الإسرائيلي"),
    ("إسرائيل", "إسرائيليون"),
    ("غد", "بغداد"),
    ("غد", "غدير"),
    ("أمس", "همس"),
    ("ليام", "ليامي"),
    ("وليام", "ليام"),  # who asks for a name means the name
    ("بيرنز", "يرنز"),
    ("والي", "الي"),
    ("fish", "fishing"),
    ("fish*", "selfish"),
    ("water", "underwater"),
    ("or", "Orla"),
    ("fishing water", "fishing"),
    ("and", "Orla & Venn"),
]


@pytest.mark.parametrize(("asked", "told"), FOUND)
def test_a_word_is_found_however_it_is_spelt(asked: str, told: str) -> None:
    assert finds(asked, told)
    assert places(told, asked)


@pytest.mark.parametrize(("asked", "told"), NOT_FOUND)
def test_a_word_is_not_a_sequence_of_letters(asked: str, told: str) -> None:
    assert not finds(asked, told)


@pytest.mark.parametrize("asked", ["", " ", "*", "?!", "،؛", "«»", "***", "_", "\u200f", "َ", "🕊️", "-", '"'])
def test_a_question_without_a_word_is_refused(asked: str) -> None:
    with pytest.raises(Invalid, match="expected words to look for, found"):
        question(asked)


def test_the_places_are_the_words_as_they_stand_in_the_text() -> None:
    told = "قالت إنّ الصَّيْدَ في المياه المفتوحة، وللصيدِ حدود."
    assert [told[slice(*place)] for place in places(told, "صيد")] == ["الصَّيْدَ", "وللصيدِ"]
    told = "Orla’s envoy; ORLA, Orlando."
    assert [told[slice(*place)] for place in places(told, "orla envoy")] == ["Orla’s", "envoy", "ORLA"]


def test_a_word_longer_than_any_is_known_by_its_beginning() -> None:
    endless = "x" * 100_000
    assert {len(form) for form in forms_of(endless).split()} == {LONGEST}
    assert finds(endless, endless)


@given(st.text())
def test_every_word_of_any_text_finds_it(told: str) -> None:
    for start, end in places(told, told) if forms_of(told) else ():
        assert finds(told[start:end], told)


@given(st.text())
def test_no_form_can_be_taken_for_a_sign_of_the_database(told: str) -> None:
    for form in forms_of(told).split():
        assert form
        assert len(form) <= LONGEST
        assert all(letter.isalnum() for letter in form)

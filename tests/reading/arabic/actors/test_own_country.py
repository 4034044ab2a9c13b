"""«بلاده»: whose country it is, where the office of the speaker tells."""

from __future__ import annotations

import pytest

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.layout import lay_out


def own(text: str) -> list[tuple[str, str]]:
    found = mentions(lay_out(text), ())
    return [(text[slice(*mention.span)], mention.actor) for mention in found if mention.rule == "own-country"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال وزير الدفاع الكيني جون دوالي إن بلاده تطالب بضمانات.", [("بلاده", "كينيا")]),
        ("قالت وزيرة الخارجية الليبية نجلاء حداد إن موقف حكومتها واضح.", [("حكومتها", "ليبيا")]),
        ("قال الرئيس الغاني كوامي مينساه إنه يسعى لبلاده إلى حل.", [("بلاده", "غانا")]),
        ("وصل وزير الري الأوغندي جون مواي. وأضاف أن بلاده مستعدة.", [("بلاده", "أوغندا")]),
        (
            "حضر وزير الدفاع الكيني جون دوالي. وأبلغ نظيره الأوغندي أن بلاده لن تنسحب.",
            [("بلاده", "كينيا")],
        ),
    ],
)
def test_the_country_is_that_of_the_speakers_office(text: str, expected: list[tuple[str, str]]) -> None:
    assert own(text) == expected


@pytest.mark.parametrize("text", ["قال الخبير سالم حداد إن بلاده تعاني.", "بلاده بعيدة.", "عاد إلى بلاده."])
def test_a_speaker_whose_state_no_office_names_leaves_it_open(text: str) -> None:
    assert own(text) == []


def test_the_mention_says_that_it_is_inferred() -> None:
    text = "قال وزير الدفاع الكيني جون دوالي إن بلاده تنتظر."
    mention = next(mention for mention in mentions(lay_out(text), ()) if mention.rule == "own-country")
    assert mention.unsure
    assert mention.certainty < 0.9

"""What is denied is told by nobody."""

from __future__ import annotations

import pytest

from taqrib.reading import read


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Ada Okoro denied that Peru had demanded a general amnesty.", "Ada Okoro"),
        ("ar", "ونفى سامي عمر أن تكون الحكومة قد طالبت بعفو عام.", "سامي عمر"),
        ("ar", "ونفى سامي عمر أن يكون قد هدد بالانسحاب.", "سامي عمر"),
    ],
)
def test_nobody_says_what_somebody_denies_that_he_said(language: str, text: str, speaker: str) -> None:
    assert [statement.speaker_name for statement in read(text, language=language).statements] == [speaker]


def test_what_is_told_beside_a_denial_is_told() -> None:
    text = "Ada Okoro denied that Peru had signed, saying that it demanded a general amnesty."
    assert len(read(text, language="en").statements) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ada Okoro denied reports that Peru had dropped its demand for an amnesty."),
        ("en", "Ada Okoro denied that Peru had rejected the amnesty."),
        ("ar", "ونفى سامي عمر ما ورد في مذكرة سرية من أن الحكومة تخلت عن مطلبها."),
        ("ar", "ونفى سامي عمر ما ذكرته صحيفة النهر من أن الحكومة تخلت عن الخطة."),
    ],
)
def test_nobody_holds_what_somebody_denies_that_he_holds(language: str, text: str) -> None:
    assert read(text, language=language).stances == []


def test_who_goes_on_from_a_denial_speaks_for_himself() -> None:
    text = "ونفى سامي عمر ما ورد في مذكرة سرية من أن الحكومة تخلت عن مطلبها، مؤكدا أن الخطة باقية."
    assert {statement.speaker_name for statement in read(text, language="ar").statements} == {"سامي عمر"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chile believes Peru will accept the map."),
        ("en", "Ada Okoro is confident that Peru will accept the map."),
        ("en", "Ada Okoro suspects Peru rejects the map."),
        ("en", "Peru ended its demand for the map."),
        ("ar", "تعتقد أوغندا أن كينيا ستقبل الخطة."),
        ("ar", "يرى مراقبون أن كينيا ستقبل الخطة."),
        ("ar", "ليس صحيحا أن كينيا قبلت الخطة."),
        ("ar", "لا صحة لقبول كينيا الخطة."),
    ],
)
def test_nobody_holds_what_another_only_believes_or_what_is_not_so(language: str, text: str) -> None:
    assert [one for one in read(text, language=language).stances if one.kind != "drop"] == []


def test_who_believes_something_of_his_own_holds_it() -> None:
    (stance,) = read("ترى كينيا أن الخطة غير مقبولة.", language="ar").stances
    assert (stance.holder, stance.kind) == ("كينيا", "reject")

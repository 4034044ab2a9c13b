"""What talks are about is no event."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def types(text: str) -> set[str]:
    return {event.type for event in read(text, language="ar").events}


@pytest.mark.parametrize(
    "text",
    [
        "قال الوسيط إن الملفات هي وقف إطلاق النار، وتبادل السجناء، وإدخال المساعدات.",
        "تتناول المحادثات وقف إطلاق النار وتبادل السجناء وإدخال المساعدات.",
        "تتعلق القضايا العالقة بتبادل السجناء.",
        "تركز الوساطة على ملف تبادل السجناء.",
    ],
)
def test_the_subjects_of_talks_are_no_events(text: str) -> None:
    assert not types(text) & {"ceasefire", "release", "aid"}


@pytest.mark.parametrize(
    "text",
    [
        "طلبت الحركة ضمانات قبل التوقيع على أي اتفاق.",
        "تصر كينيا على رفع الحصار قبل أي تفاوض.",
        "رفضت كينيا الرحيل قبل أن توقع الحركة أي اتفاق.",
    ],
)
def test_any_deal_there_may_be_is_none(text: str) -> None:
    assert not types(text) & {"agree", "talks"}


@pytest.mark.parametrize("word", ["لإنقاذ", "في عرقلة", "من أجل إنجاح"])
def test_talks_that_are_only_saved_or_hindered_are_no_round(word: str) -> None:
    assert types(f"اجتهد الوسطاء أمس الثلاثاء {word} محادثات الهدنة.") & {"talks", "meet"} == set()


def test_what_is_reached_is_still_an_event() -> None:
    assert {"agree", "release"} <= types("توصل الوفدان إلى اتفاق وأفرج المتمردون عن عشرين أسيرا.")


def test_those_informed_of_the_talks_do_not_hold_them() -> None:
    assert "talks" not in types("نقلت إذاعة نيروبي عن مصادر مطلعة على المحادثات قولها إن الطقس بارد.")

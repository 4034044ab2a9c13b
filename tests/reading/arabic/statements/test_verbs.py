"""Which verbs report, denied ones and those of praise and blame among them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.arabic.statements.statements import statements
from taqrib.reading.arabic.statements.verbs import is_verb
from taqrib.reading.arabic.times.expressions import times
from taqrib.reading.layout import lay_out

if TYPE_CHECKING:
    from taqrib.reading.findings import Statement


def read(text: str) -> list[Statement]:
    document = lay_out(text, published=date(2023, 3, 15))
    return statements(document, times(document), mentions(document, times(document)))


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "content"),
    [
        ("لم يستبعد وزير المالية جون مواي تأجيل الجولة.", "لم يستبعد", "جون مواي", "تأجيل الجولة"),
        ("ولم ينف المتحدث أن الوفد غادر.", "ولم ينف", "المتحدث", "أن الوفد غادر"),
        ("لا يستبعد دبلوماسيون أن تمدد المهلة.", "لا يستبعد", "دبلوماسيون", "أن تمدد المهلة"),
        ("لم يؤكد مسؤول حكومي أن الاتفاق وقع.", "لم يؤكد", "مسؤول حكومي", "أن الاتفاق وقع"),
        ("لم يخف الوسيط النرويجي قلقه من التأخير.", "لم يخف", "الوسيط النرويجي", "قلقه من التأخير"),
    ],
)
def test_what_is_not_denied_is_said_and_the_negation_stays_in_the_cue(
    text: str, cue: str, speaker: str, content: str
) -> None:
    (statement,) = read(text)
    assert text[slice(*statement.cue)] == cue
    assert (statement.speaker_name, text[slice(*statement.content)]) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "لم يقل الوزير إن الجولة انتهت.",
        "لم يعلن الوفد أن الجولة انتهت.",
        "أخفى الوزير وجود اتفاق.",
        "تمسك كل طرف بمواقفه المعلنة.",
        "تمسكت النقابة باقتراحها القديم.",
    ],
)
def test_what_was_not_said_and_mere_acts_are_no_statements(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("أدان الاتحاد الأفريقي الهجوم على القافلة.", "الاتحاد الأفريقي", "الهجوم على القافلة"),
        ("واستنكرت الحكومة الكينية قصف المعبر.", "الحكومة الكينية", "قصف المعبر"),
        ("ندد مجلس الأمن بالهجمات.", "مجلس الأمن", "بالهجمات"),
        ("وهنأ رئيس غانا الطرفين بالاتفاق.", "رئيس غانا", "بالاتفاق"),
        ("وشككت المعارضة في نوايا الحكومة.", "المعارضة", "نوايا الحكومة"),
        ("وتساءل المفاوض عن جدوى الحوار.", "المفاوض", "جدوى الحوار"),
        ("ولوحت الشركة بالانسحاب.", "الشركة", "بالانسحاب"),
        ("واشترطت النقابة رفع الأجور.", "النقابة", "رفع الأجور"),
        ("وتمسك الوفد برفع العقوبات.", "الوفد", "برفع العقوبات"),
        ("ثمّن السفير النرويجي دور الوسطاء.", "السفير النرويجي", "دور الوسطاء"),
    ],
)
def test_praise_blame_threats_and_terms_are_statements_of_what_they_govern(
    text: str, speaker: str, content: str
) -> None:
    (statement,) = read(text)
    assert (statement.speaker_name, text[slice(*statement.content)]) == (speaker, content)


@pytest.mark.parametrize("word", ["ستبدأ", "سيعلن", "ستؤكد", "يلتقي"])
def test_a_future_is_a_verb(word: str) -> None:
    assert is_verb(lay_out(word).tokens[0].norm)


@pytest.mark.parametrize("word", ["ستيفان", "سنوات", "سلام"])
def test_a_word_that_begins_like_a_future_is_none(word: str) -> None:
    assert not is_verb(lay_out(word).tokens[0].norm)


def test_a_source_set_off_by_commas_hides_itself_and_says_what_follows() -> None:
    text = (
        "وقد كشف مصدر مطلع، فضّل عدم الكشف عن هويته، لـ«البيان» أن الوسطاء قدموا ورقة. "
        "وقال أحد المفاوضين، طالبا عدم ذكر اسمه، إن الفجوات تقلصت."
    )
    assert [(statement.speaker_name, text[slice(*statement.content)]) for statement in read(text)] == [
        ("مصدر مطلع", "أن الوسطاء قدموا ورقة"),
        ("أحد المفاوضين", "إن الفجوات تقلصت"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "أكدت وزارة التجارة النرويجية، في بيان على موقعها، أن الرسوم باقية.",
            "وزارة التجارة النرويجية",
            "أن الرسوم باقية",
        ),
        ("وردت الوزارة بأن المطالب غير واقعية.", "الوزارة", "بأن المطالب غير واقعية"),
        ("طالبت مجموعة الجزر بزيادة التمويل.", "مجموعة الجزر", "بزيادة التمويل"),
        (
            "قال المتحدث إن الأمين العام يرحب بالاتفاق ويحث الطرفين على تنفيذه.",
            "المتحدث",
            "إن الأمين العام يرحب بالاتفاق ويحث الطرفين على تنفيذه",
        ),
    ],
)
def test_adjuncts_between_commas_and_verbs_joined_inside_the_content_lead_to_no_other_content(
    text: str, speaker: str, content: str
) -> None:
    (statement,) = read(text)
    assert (statement.speaker_name, text[slice(*statement.content)]) == (speaker, content)

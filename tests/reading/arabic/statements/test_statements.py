"""Attributed statements in Arabic: who said what, by which words, when, through whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.arabic.statements.statements import statements
from taqrib.reading.arabic.times.expressions import times
from taqrib.reading.layout import lay_out

if TYPE_CHECKING:
    from taqrib.reading.findings import Statement

WEDNESDAY = date(2023, 3, 15)


def read(text: str) -> list[Statement]:
    document = lay_out(text, published=WEDNESDAY)
    return statements(document, times(document), mentions(document, times(document)))


def one(text: str) -> Statement:
    found = read(text)
    assert len(found) == 1, [text[slice(*statement.content)] for statement in found]
    return found[0]


def said_by(text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of each statement, in order."""
    return [(statement.speaker_name, text[slice(*statement.content)]) for statement in read(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("قال الوزير إن الحوار مستمر.", "الوزير", "إن الحوار مستمر"),
        ("وأعلنت قبرص أن الجولة تأجلت.", "قبرص", "أن الجولة تأجلت"),
        ("وأفاد مسؤولون محليون بأن الطريق مفتوح.", "مسؤولون محليون", "بأن الطريق مفتوح"),
        ("وأشار التقرير إلى أن الانتهاكات تراجعت.", "التقرير", "أن الانتهاكات تراجعت"),
        ("وأشار مندوب النرويج إلى بطء التنفيذ.", "مندوب النرويج", "بطء التنفيذ"),
        ("شدد السفير على ضرورة وقف القتال.", "السفير", "ضرورة وقف القتال"),
        ("وأكدت الحكومة التزامها بالهدنة.", "الحكومة", "التزامها بالهدنة"),
        ("وتوقع الخبير لويس بيريز التوصل إلى اتفاق قبل الصيف.", "لويس بيريز", "التوصل إلى اتفاق قبل الصيف"),
        ("حذرت الأمم المتحدة من أن الهدنة قد تنهار.", "الأمم المتحدة", "أن الهدنة قد تنهار"),
        ("وأعرب الوسيط عن أمله في عقد جولة جديدة.", "الوسيط", "أمله في عقد جولة جديدة"),
        ("وكشفت مصادر مطلعة عن خطة من ثلاث مراحل.", "مصادر مطلعة", "خطة من ثلاث مراحل"),
        ("نفى المتحدث وجود أي اتفاق سري.", "المتحدث", "وجود أي اتفاق سري"),
        ("وتعهد الجانبان بمواصلة الحوار.", "الجانبان", "بمواصلة الحوار"),
        ("وأوضح مدير المركز، قبيل الجلسة، أن المقترح جاهز.", "مدير المركز", "أن المقترح جاهز"),
        ("وقال د. سامي عون إن المشهد معقد.", "سامي عون", "إن المشهد معقد"),
        ("وجاء في بيان صادر عن الرئاسة أن اللقاء كان مفيدا.", "بيان صادر عن الرئاسة", "أن اللقاء كان مفيدا"),
    ],
)
def test_each_verb_leads_to_what_it_governs(text: str, speaker: str, content: str) -> None:
    assert said_by(text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن الجولة السابقة انتهت دون نتيجة.",
        "ومن المقرر أن تعقد الجولة المقبلة في فيينا.",
        "تجدر الإشارة إلى أن الاتفاق وقع قبل عام.",
        "يشار إلى أن الوفدين التقيا مرتين.",
        "ولم يؤكد المتحدث الخبر.",
        "ورفض الوفد التعليق.",
        "وعبر الحدود وصلت قافلة مساعدات.",
        "وبين الجانبين خلاف قديم.",
        "من المتوقع أن توقع الحكومة الاتفاق غدا.",
        "نفذ الطرفان الاتفاق وفق ما نصت عليه خارطة الطريق.",
        "رأي الخبراء مختلف.",
    ],
)
def test_the_narrator_and_mere_acts_say_nothing(text: str) -> None:
    assert read(text) == []


def test_titles_and_the_name_between_commas_are_one_speaker() -> None:
    text = "نفى المتحدث باسم وزارة الخارجية الأرمينية، فاهان هونانيان، وجود أي اتفاق."
    statement = one(text)
    assert statement.speaker is not None
    assert text[slice(*statement.speaker)] == "المتحدث باسم وزارة الخارجية الأرمينية، فاهان هونانيان"
    assert statement.speaker_name == "فاهان هونانيان"


def test_a_name_may_stand_before_its_title() -> None:
    text = "قال ينس أولسن المتحدث باسم البعثة للصحافيين إن الطريق آمن."
    statement = one(text)
    assert statement.speaker_name == "ينس أولسن"
    assert statement.addressee == "الصحافيين"


def test_a_clause_that_hides_the_source_belongs_to_the_speaker_and_reports_nothing() -> None:
    text = "قال مسؤول في الوفد طلب عدم الكشف عن هويته إن النقاط العالقة قليلة."
    statement = one(text)
    assert statement.speaker is not None
    assert text[slice(*statement.speaker)] == "مسؤول في الوفد طلب عدم الكشف عن هويته"
    assert statement.speaker_name == "مسؤول في الوفد"


def test_a_subject_may_stand_before_its_verb() -> None:
    text = "اعترضت الحركة، إلا أن مصادر ذكرت أن الاعتراض شكلي. وكان الوزير قد أعلن أن الباب مفتوح."
    assert said_by(text) == [("مصادر", "أن الاعتراض شكلي"), ("الوزير", "أن الباب مفتوح")]


def test_participles_and_verbs_without_a_subject_continue_the_speaker() -> None:
    text = (
        "أكد الرئيس الفنلندي ساولي نينيستو أن بلاده مستعدة، مشددا على أن الحل سياسي، ومعربا عن ثقته بالوسطاء. "
        "وأضاف أن الوقت يضيق."
    )
    assert said_by(text) == [
        ("ساولي نينيستو", "أن بلاده مستعدة"),
        ("ساولي نينيستو", "أن الحل سياسي"),
        ("ساولي نينيستو", "ثقته بالوسطاء"),
        ("ساولي نينيستو", "أن الوقت يضيق"),
    ]
    assert [statement.speaker is None for statement in read(text)] == [False, True, True, True]


def test_a_paragraph_of_the_narrator_never_becomes_the_speaker() -> None:
    text = "قال السفير توماس برغ إن القافلة وصلت.\nوكان وفد من الحكومة قد زار المدينة.\nوأضاف أن الطريق مفتوح."
    assert [name for name, _ in said_by(text)] == ["توماس برغ", "توماس برغ"]


def test_surnames_offices_and_the_source_lead_back_to_the_one_who_spoke() -> None:
    text = (
        "أعرب المبعوث الأممي إلى كولومبيا، كارلوس رويز ماسيو، عن تفاؤله. وقال ماسيو إن الطرفين جادان. "
        "وكشف المبعوث عن موعد جديد. وأكد مصدر عسكري رفيع أن الجيش ملتزم. وأضاف المصدر أن القوات باقية."
    )
    assert [name for name, _ in said_by(text)] == [
        "كارلوس رويز ماسيو",
        "كارلوس رويز ماسيو",
        "كارلوس رويز ماسيو",
        "مصدر عسكري رفيع",
        "مصدر عسكري رفيع",
    ]


def test_whom_the_clause_speaks_of_speaks_on_where_no_subject_is_written() -> None:
    text = "رفضت موسكو البيان، وأكدت أنها لن تلتزم به. واجتمع الوزراء في جنيف وأكدوا ضرورة وقف النار."
    assert said_by(text) == [("موسكو", "أنها لن تلتزم به"), ("الوزراء", "ضرورة وقف النار")]


def test_a_communique_speaks_and_so_do_those_it_quotes() -> None:
    text = "وذكر بيان للرئاسة أن الرئيس شدد على أهمية الحوار، وأنه دعا الأطراف إلى التهدئة."
    assert said_by(text) == [
        ("بيان للرئاسة", "أن الرئيس شدد على أهمية الحوار، وأنه دعا الأطراف إلى التهدئة"),
        ("الرئيس", "أهمية الحوار"),
        ("الرئيس", "التهدئة"),
    ]


def test_whom_is_told_is_never_the_speaker() -> None:
    text = "وكان المتحدث باسم الحركة فريدريك نزامبا صرح لإذاعة محلية أن المقاتلين انسحبوا. وقال للصحافيين إنه واثق."
    assert [name for name, _ in said_by(text)] == ["فريدريك نزامبا", "فريدريك نزامبا"]
    assert [statement.channel for statement in read(text)] == ["إذاعة محلية", None]


def test_several_speakers_are_one_subject() -> None:
    assert said_by("أكدت كل من أوغندا وكينيا دعمهما للمسار.") == [("كل من أوغندا وكينيا", "دعمهما للمسار")]


def test_a_few_quoted_words_inside_a_noun_complement_keep_their_marks() -> None:
    text = "وأشار الوسيط إلى «تقدم ملموس» في ملف الأسرى."
    statement = one(text)
    assert statement.mode == "mixed"
    assert text[slice(*statement.content)] == "«تقدم ملموس» في ملف الأسرى"


def test_agreement_chooses_among_those_who_spoke_before() -> None:
    text = "قالت مصادر محلية إن الطريق مغلق. وقال الوزير إنه مفتوح. وأضافوا أن القوافل تمر."
    assert said_by(text)[-1][0] == "مصادر محلية"


def test_a_quotation_is_its_words_and_a_colon_may_lead_to_it() -> None:
    text = "وقال الوزير: «الباب مفتوح للجميع». وتابع «لن نغلقه أبدا مهما حدث»."
    assert said_by(text) == [("الوزير", "الباب مفتوح للجميع"), ("الوزير", "لن نغلقه أبدا مهما حدث")]
    assert {statement.mode for statement in read(text)} == {"direct"}


def test_speech_behind_a_colon_needs_no_marks() -> None:
    statement = one("وقال الوزير: المفاوضات صعبة لكنها مستمرة.")
    assert statement.mode == "direct"


def test_a_quotation_over_two_paragraphs_is_one_content() -> None:
    text = "وقال الشيخ: «هذه أرضنا منذ زمن.\nولن نتركها لأحد أبدا». وانصرف."
    assert said_by(text) == [("الشيخ", "هذه أرضنا منذ زمن.\nولن نتركها لأحد أبدا")]


def test_a_quotation_may_stand_before_its_verb() -> None:
    text = "«لن نقبل بأقل من ذلك مهما طال الزمن»، قال رئيس الوفد للصحافيين."
    assert said_by(text) == [("رئيس الوفد", "لن نقبل بأقل من ذلك مهما طال الزمن")]


def test_a_clause_partly_in_marks_is_mixed_and_keeps_them() -> None:
    text = "وأكد الحاكم أن بلاده «لن تقف مكتوفة الأيدي» إذا انهارت الهدنة."
    statement = one(text)
    assert statement.mode == "mixed"
    assert text[slice(*statement.content)] == "أن بلاده «لن تقف مكتوفة الأيدي» إذا انهارت الهدنة"


def test_a_clause_wholly_in_marks_is_direct_also_behind_an() -> None:
    text = "وأكد الحاكم أن «الهدنة صامدة في كل الجبهات»."
    statement = one(text)
    assert statement.mode == "direct"
    assert text[slice(*statement.content)] == "الهدنة صامدة في كل الجبهات"


def test_names_in_marks_are_no_speech() -> None:
    text = "وأعلن تنظيم «النسر الأحمر» أن مقاتليه انسحبوا من مواقع «الفجر»."
    assert [name for name, _ in said_by(text)] == ["تنظيم «النسر الأحمر»"]
    assert said_by("ذكرت «رويترز» أن الوفد وصل.") == [("رويترز", "أن الوفد وصل")]


def test_according_to_covers_the_clause_before_or_after_it() -> None:
    assert said_by("وقع الطرفان اتفاقا، بحسب ما أعلن الوسيط النرويجي داغ نيلاندر.") == [
        ("داغ نيلاندر", "وقع الطرفان اتفاقا")
    ]
    assert said_by("ووفقا لمصادر مطلعة، فإن الخلاف لا يزال قائما.") == [("مصادر مطلعة", "فإن الخلاف لا يزال قائما")]


def test_an_outlet_and_whom_it_quotes_are_two_statements() -> None:
    text = "ونقلت صحيفة «الأفق» عن مسؤول في القصر قوله إن الملك لا يمانع."
    assert said_by(text) == [
        ("صحيفة «الأفق»", "مسؤول في القصر قوله إن الملك لا يمانع"),
        ("مسؤول في القصر", "إن الملك لا يمانع"),
    ]


def test_content_ends_before_the_next_cue_on_the_same_footing() -> None:
    text = "قال السفير إن الحوار بدأ، وأضاف أن الأجواء جيدة، فيما اشترطت الحركة أن يتوقف القصف."
    assert said_by(text) == [
        ("السفير", "إن الحوار بدأ"),
        ("السفير", "أن الأجواء جيدة"),
        ("الحركة", "أن يتوقف القصف"),
    ]


def test_a_statement_inside_a_statement_is_nested() -> None:
    text = "قال الوسيط إن الحكومة أكدت أن قواتها انسحبت."
    assert said_by(text) == [
        ("الوسيط", "إن الحكومة أكدت أن قواتها انسحبت"),
        ("الحكومة", "أن قواتها انسحبت"),
    ]


def test_whom_is_spoken_to_stands_beside_the_content() -> None:
    text = "وطالبت الحكومة الكولومبية المتمردين بالإفراج عن الرهائن."
    statement = one(text)
    assert (statement.speaker_name, statement.addressee) == ("الحكومة الكولومبية", "المتمردين")
    assert text[slice(*statement.content)] == "بالإفراج عن الرهائن"


def test_blame_begins_at_the_responsibility() -> None:
    text = "وحمل الناطق باسم الحركة الحكومة مسؤولية انهيار الهدنة. وحمل الجنود أمتعتهم."
    statement = one(text)
    assert text[slice(*statement.content)] == "مسؤولية انهيار الهدنة"


def test_channel_place_and_day_are_kept() -> None:
    text = "وفي تصريح لقناة «المرفأ» أمس، قال نائب الوزير إن الحوار مستمر. وقال الحاكم في جنيف إن الوقت يضيق."
    first, second = read(text)
    assert (first.channel, first.said) == ("قناة «المرفأ»", "2023-03-14")
    assert (second.place, second.said) == ("جنيف", None)


def test_the_day_carries_over_within_the_run_of_one_speaker() -> None:
    text = "أكد الوسيط داغ نيلاندر أمس أن الجولة انتهت. وأضاف أن الأجواء جيدة."
    assert [statement.said for statement in read(text)] == ["2023-03-14", "2023-03-14"]


def test_without_anyone_who_spoke_before_the_speaker_stays_unknown() -> None:
    statement = one("وأضاف أن الوقت يضيق.")
    assert statement.speaker_name is None
    assert statement.unsure
    assert statement.certainty <= 0.5


def test_every_statement_names_its_rule_and_grounds() -> None:
    for statement in read("قال الوزير إن الحوار مستمر، مضيفا أن الباب مفتوح."):
        assert statement.rule
        assert statement.cue in statement.rests_on
        assert 0 < statement.certainty <= 1


_WORDS = st.sampled_from(
    [
        "قال",
        "وأضاف",
        "أن",
        "إن",
        "«",
        "»",
        ":",
        "،",
        ".",
        "الوزير",
        "بحسب",
        "نقلت",
        "عن",
        "قوله",
        "إلى",
        "أشار",
        "التي",
        "المصدر",
        "بين",
        "جاء",
        "في",
        "بيان",
        "ل",
        "لـ",
        "مشيرا",
        "الـ",
        "علي",
        "عبد",
        "د",
        "أمس",
        "وقال",
        "كما",
        "على",
        "حد",
        '"',
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=25).map(" ".join)))
def test_any_text_gives_trimmed_spans_and_no_exception(text: str) -> None:
    for statement in read(text):
        for span in (statement.cue, statement.content, statement.speaker):
            if span is not None:
                found = text[slice(*span)]
                assert found
                assert found == found.strip()


@pytest.mark.parametrize("denied", ["وهو ما تنفيه كينيا", "الأمر الذي نفته كينيا", "وهو ما رفضه الوسطاء"])
def test_what_others_deny_of_it_is_not_part_of_what_was_said(denied: str) -> None:
    text = f"وقال الوزير إن الوفد غادر القاعة، {denied}."
    assert text[slice(*one(text).content)] == "إن الوفد غادر القاعة"


def test_the_clause_behind_while_is_nobody_s_name() -> None:
    assert read("سيلتقي الوزيران غدا كما أعلن سابقا، فيما امتنع المجلس عن تأكيد الموعد.") == []


def test_a_report_that_breaks_off_behind_a_comma_is_read() -> None:
    assert read("قال، بساحة") == []

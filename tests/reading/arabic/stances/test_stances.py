"""Stances of Arabic reports: who holds what, shown by which clause, and what becomes of it under negation."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqrib.reading import read
from taqrib.reading.arabic.stances.stances import stances
from taqrib.reading.findings import Stance, Statement
from taqrib.reading.layout import lay_out

PUBLISHED = dt.date(2031, 3, 12)


def found(text: str) -> list[Stance]:
    return read(text, published=PUBLISHED).stances


def brief(text: str) -> list[tuple[str, str, str]]:
    """Kind, holder and evidence of each stance."""
    return [(stance.kind, stance.holder, text[slice(*stance.evidence)]) for stance in found(text)]


def said(text: str, name: str, content: str) -> list[Stance]:
    """The stances of ``text`` if ``content`` is what ``name`` says in it; everything else by fallback."""
    start = text.index(content)
    speaker = (text.index(name), text.index(name) + len(name))
    statement = Statement(
        speaker=speaker,
        speaker_name=name,
        cue=(0, len(text.split(maxsplit=1)[0])),
        content=(start, start + len(content)),
        mode="indirect",
    )
    return stances(lay_out(text), [], [], [statement])


@pytest.mark.parametrize(
    ("text", "kind", "holder", "evidence"),
    [
        ("طالبت الحكومة بوقف القتال فورا.", "demand", "الحكومة", "طالبت الحكومة بوقف القتال فورا"),
        ("دعت كينيا المتمردين إلى إلقاء السلاح.", "demand", "كينيا", "دعت كينيا المتمردين إلى إلقاء السلاح"),
        ("أصر وفد الحكومة على مراجعة الخرائط.", "demand", "وفد الحكومة", "أصر وفد الحكومة على مراجعة الخرائط"),
        ("تريد كينيا ضمانات مكتوبة.", "demand", "كينيا", "تريد كينيا ضمانات مكتوبة"),
        ("شددت الحكومة على ضرورة نزع السلاح.", "demand", "الحكومة", "شددت الحكومة على ضرورة نزع السلاح"),
        ("اشترطت الحكومة انسحاب القوات.", "condition", "الحكومة", "اشترطت الحكومة انسحاب القوات"),
        ("رفضت الحكومة مقترح الوسطاء.", "reject", "الحكومة", "رفضت الحكومة مقترح الوسطاء"),
        ("تعارض كينيا تقسيم الإقليم.", "reject", "كينيا", "تعارض كينيا تقسيم الإقليم"),
        ("شددت الحكومة على عدم وجود بديل أمني.", "reject", "الحكومة", "شددت الحكومة على عدم وجود بديل أمني"),
        ("وافقت الحكومة على المقترح.", "accept", "الحكومة", "وافقت الحكومة على المقترح"),
        ("وقع وفد الحكومة على اتفاق السلام.", "accept", "وفد الحكومة", "وقع وفد الحكومة على اتفاق السلام"),
        ("عرضت كينيا خطة جديدة.", "offer", "كينيا", "عرضت كينيا خطة جديدة"),
        ("تخلت الحكومة عن مطلبها السابق.", "drop", "الحكومة", "تخلت الحكومة عن مطلبها السابق"),
        ("تراجعت الحكومة عن شروطها.", "drop", "الحكومة", "تراجعت الحكومة عن شروطها"),
        ("تحفظت كينيا على البند الخامس.", "reserve", "كينيا", "تحفظت كينيا على البند الخامس"),
        ("أيدت كينيا المبادرة.", "support", "كينيا", "أيدت كينيا المبادرة"),
        ("رحبت كينيا بالهدنة.", "support", "كينيا", "رحبت كينيا بالهدنة"),
        ("تعهدت الحكومة بحماية المدنيين.", "commit", "الحكومة", "تعهدت الحكومة بحماية المدنيين"),
        ("أعلنت الحكومة رفضها للمقترح.", "reject", "الحكومة", "أعلنت الحكومة رفضها للمقترح"),
    ],
)
def test_a_verb_shows_its_subjects_stance(text: str, kind: str, holder: str, evidence: str) -> None:
    assert (kind, holder, evidence) in brief(text)


def test_giving_up_a_demand_drops_it_and_demands_nothing() -> None:
    assert [stance.kind for stance in found("تخلت الحكومة عن مطلبها بتسليم السلاح أولا.")] == ["drop"]


def test_insisting_on_a_refusal_refuses() -> None:
    assert [stance.kind for stance in found("تمسكت الحكومة برفض الخطة.")] == ["reject"]


def test_not_giving_up_a_demand_keeps_it_and_says_that_this_is_read_from_a_negation() -> None:
    (stance,) = found("لم تتخل الحكومة عن مطلبها بتسليم السلاح.")
    assert stance.kind == "demand"
    assert stance.unsure


def test_who_will_not_accept_refuses() -> None:
    (stance,) = found("لن توافق الحكومة على المقترح.")
    assert (stance.kind, stance.holder) == ("reject", "الحكومة")
    assert stance.evidence[0] == 0  # the negator belongs to the evidence


@pytest.mark.parametrize(
    "text",
    [
        "لم توافق الحكومة على المقترح.",
        "لم توافق الحكومة بعد على المقترح.",
        "لم تقبل كينيا المقترح.",
        "لما تقبل كينيا المقترح.",
        "لم تؤيد كينيا المقترح.",
        "لم تكن الحكومة مستعدة للحوار.",
    ],
)
def test_what_has_not_been_accepted_was_not_refused_by_that(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["لم تستبعد الحكومة تمديد الهدنة.", "لم تطالب الحكومة بشيء.", "لا تستبعد كينيا إرسال وفد."]
)
def test_what_is_not_ruled_out_or_not_demanded_is_no_stance(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "لا تعارض الحكومة نشر مراقبين.",
        "لم ترفض الحكومة نشر مراقبين.",
        "لا تمانع الحكومة نشر مراقبين.",
        "لم تعد الحكومة ترفض نشر مراقبين.",
        "ما عادت الحكومة ترفض نشر مراقبين.",
        "لم تعد الحكومة رافضة لنشر مراقبين.",
        "ليست الحكومة رافضة لنشر مراقبين.",
        "سحبت الحكومة اعتراضها على نشر مراقبين.",
        "نفت الحكومة رفضها نشر مراقبين.",
        "أنهت الحكومة رفضها نشر مراقبين.",
        "أكدت الحكومة عدم رفضها نشر مراقبين.",
        "قالت الحكومة: لن نرفض نشر مراقبين.",
        "لم تقل الحكومة إنها ترفض نشر مراقبين.",
    ],
)
def test_whoever_does_not_or_no_longer_rejects_has_not_accepted_by_that(text: str) -> None:
    assert found(text) == []


def test_whoever_no_longer_demands_has_dropped_it() -> None:
    assert brief("لم تعد الحكومة تطالب بنشر مراقبين.") == [("drop", "الحكومة", "لم تعد الحكومة تطالب بنشر مراقبين")]


def test_still_ready_is_no_refusal() -> None:
    assert [stance.kind for stance in found("الحكومة لا تزال مستعدة للحوار.")] == ["offer"]
    assert [stance.kind for stance in found("الحكومة ليست مستعدة للحوار.")] == ["reject"]


@pytest.mark.parametrize(
    "text",
    [
        "قد تقبل الحكومة نشر مراقبين.",
        "وقد توافق الحكومة على نشر مراقبين.",
        "قد لا تقبل الحكومة نشر مراقبين.",
        "ربما ترفض الحكومة نشر مراقبين.",
        "لعل الحكومة ترفض نشر مراقبين.",
        "قد تتخلى الحكومة عن مطلبها السابق.",
        "قد تؤيد الحكومة نشر مراقبين.",
        "قد تطالب الحكومة بنشر مراقبين.",
        "قد تكون الحكومة مستعدة للحوار.",
        "ربما تكون الحكومة مستعدة للحوار.",
        "ترفض الحكومة ربما نشر مراقبين.",
        "ترفض الحكومة على الأرجح نشر مراقبين.",
        "كادت الحكومة توافق على نشر مراقبين.",
        "يبدو أن الحكومة ترفض نشر مراقبين.",
        "رجح الوسيط أن الحكومة ترفض نشر مراقبين.",
    ],
)
def test_what_may_be_is_nobodys_stance(text: str) -> None:
    assert [stance for stance in found(text) if stance.holder == "الحكومة"] == []


def test_what_has_been_done_is_told_by_the_same_particle() -> None:
    assert [stance.kind for stance in found("وقد وافقت الحكومة على نشر مراقبين.")] == ["accept"]


@pytest.mark.parametrize(
    "text",
    [
        "دعت كينيا الحكومة إلى قبول نشر مراقبين.",
        "دعت كينيا الحكومة إلى الموافقة على نشر مراقبين.",
        "دعت كينيا الحكومة إلى دعم نشر مراقبين.",
        "حثت كينيا الحكومة على قبول نشر مراقبين.",
        "ناشدت كينيا الحكومة قبول نشر مراقبين.",
        "طلبت كينيا من الحكومة أن تقبل نشر مراقبين.",
        "طالبت كينيا الحكومة بالموافقة على نشر مراقبين.",
    ],
)
def test_a_call_on_another_to_accept_is_the_callers_demand(text: str) -> None:
    assert [(stance.kind, stance.holder) for stance in found(text)] == [("demand", "كينيا")]


@pytest.mark.parametrize(
    "text",
    [
        "نصحت كينيا الحكومة بقبول نشر مراقبين.",
        "حذرت كينيا الحكومة من قبول نشر مراقبين.",
        "اتهمت كينيا الحكومة برفض نشر مراقبين.",
        "أقنعت كينيا الحكومة بقبول نشر مراقبين.",
        "وجهت كينيا دعوة إلى الحكومة لقبول نشر مراقبين.",
    ],
)
def test_what_is_advised_feared_or_said_of_another_is_not_the_speakers(text: str) -> None:
    assert found(text) == []


def test_to_welcome_that_another_accepts_is_to_support_it() -> None:
    assert ("support", "كينيا") in [
        (stance.kind, stance.holder) for stance in found("رحبت كينيا بقبول الحكومة نشر مراقبين.")
    ]


def test_to_insist_on_a_refusal_is_to_refuse() -> None:
    assert [stance.kind for stance in found("تمسكت الحكومة برفض الخطة.")] == ["reject"]
    assert [stance.turned for stance in found("تمسكت الحكومة برفض الخطة.")] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "الحكومة وليس كينيا تطالب بنشر مراقبين.",
        "الحكومة، لا كينيا، تطالب بنشر مراقبين.",
        "الحكومة، خلافا لكينيا، ترفض نشر مراقبين.",
        "الحكومة بخلاف كينيا ترفض نشر مراقبين.",
        "الحكومة، على عكس كينيا، ترفض نشر مراقبين.",
        "إن الحكومة، وليس كينيا، هي التي تطالب بنشر مراقبين.",
        "لا تطالب كينيا بل الحكومة بنشر مراقبين.",
        "لا كينيا بل الحكومة تطالب بنشر مراقبين.",
        "تطالب الحكومة وليس كينيا بنشر مراقبين.",
    ],
)
def test_who_is_named_only_in_contrast_holds_nothing(text: str) -> None:
    assert [stance.holder for stance in found(text)] == ["الحكومة"]


def test_a_refusal_with_an_exception_is_a_condition_and_keeps_both_halves() -> None:
    text = "رفضت الحكومة توقيع الاتفاق إلا بعد انسحاب القوات."
    (stance,) = found(text)
    assert stance.kind == "condition"
    assert stance.requires is not None
    assert text[slice(*stance.requires)] == "إلا بعد انسحاب القوات"
    assert text[slice(*stance.evidence)] == text.rstrip(".")


def test_no_deal_that_does_not_is_a_condition() -> None:
    text = "لن تقبل الحكومة أي اتفاق لا يضمن وحدة البلاد."
    (stance,) = found(text)
    assert stance.kind == "condition"
    assert stance.requires is not None
    assert text[slice(*stance.requires)] == "لا يضمن وحدة البلاد"


def test_no_way_but_one_is_a_demand() -> None:
    text = "قال زعيم الحركة إنه لا سبيل إلى السلام إلا عبر رحيل القوات."
    assert "demand" in {
        stance.kind for stance in said(text, "زعيم الحركة", "إنه لا سبيل إلى السلام إلا عبر رحيل القوات")
    }


def test_an_obligation_is_its_speakers_demand() -> None:
    text = "قال المبعوث الأممي إن على الطرفين أن يوقفا القتال."
    (stance,) = said(text, "المبعوث الأممي", "إن على الطرفين أن يوقفا القتال")
    assert (stance.kind, stance.holder) == ("demand", "المبعوث الأممي")


def test_an_obligation_in_the_narrators_mouth_is_nobodys() -> None:
    assert found("يجب أن تمر الشاحنات عبر الجسر القديم.") == []


def test_a_promise_in_the_first_person_is_the_speakers() -> None:
    text = "أعلن وزير الدفاع أننا سنحترم وقف النار."
    (stance,) = said(text, "وزير الدفاع", "أننا سنحترم وقف النار")
    assert (stance.kind, stance.holder) == ("commit", "وزير الدفاع")


def test_a_verb_without_a_subject_continues_the_clause_before() -> None:
    assert [(kind, holder) for kind, holder, _ in brief("رفضت كينيا الخطة، وطالبت بتعديل البند الخامس.")] == [
        ("reject", "كينيا"),
        ("demand", "كينيا"),
    ]


def test_the_agent_of_a_passive_holds_the_stance() -> None:
    assert ("reject", "الحكومة") in [(kind, holder) for kind, holder, _ in brief("الخطة مرفوضة من قبل الحكومة.")]


def test_the_object_on_the_verb_leaves_the_next_name_as_its_subject() -> None:
    assert ("reject", "كينيا") in [(kind, holder) for kind, holder, _ in brief("وهي خطة رفضتها كينيا مرارا.")]


def test_a_person_who_is_only_spoken_of_holds_nothing() -> None:
    assert [holder for _, holder, _ in brief("طالبت الحكومة زعيم الحركة بالرحيل.")] == ["الحكومة"]


def test_what_should_be_done_is_not_done() -> None:
    assert "accept" not in {kind for kind, _, _ in brief("دعت كينيا الحكومة إلى أن توافق على الخطة.")}


def test_each_coordinated_demand_is_its_own() -> None:
    text = "طلبت الحكومة أن تنسحب القوات من الجسر، وأن يعود النازحون إلى بيوتهم."
    assert [evidence for kind, _, evidence in brief(text) if kind == "demand"] == [
        "طلبت الحكومة أن تنسحب القوات من الجسر",
        "وأن يعود النازحون إلى بيوتهم",
    ]


def test_the_evidence_runs_to_the_complement_behind_a_relative_clause() -> None:
    text = "دعت كينيا القبائل، التي لم تحضر، إلى توقيع الوثيقة."
    assert [evidence for kind, _, evidence in brief(text) if kind == "demand"] == [text.rstrip(".")]


def test_the_evidence_ends_before_its_reason() -> None:
    assert brief("رفضت الحكومة الخطة بحجة أن الوقت غير مناسب.")[0][2] == "رفضت الحكومة الخطة"


def test_what_is_called_unacceptable_is_refused_by_whoever_says_so() -> None:
    text = "قال وزير الري إن المقترح غير مقبول."
    (stance,) = said(text, "وزير الري", "إن المقترح غير مقبول")
    assert (stance.kind, stance.holder) == ("reject", "وزير الري")


def test_still_is_no_negation() -> None:
    assert ("commit", "كينيا") in [(kind, holder) for kind, holder, _ in brief("وكينيا لا تزال ملتزمة باتفاق أوسلو.")]


def test_the_subject_named_first_holds_the_stance() -> None:
    assert brief("وكانت كينيا قد طلبت من الوسيط مهلة أسبوعين.")[0][:2] == ("demand", "كينيا")


def test_a_red_line_is_a_refusal() -> None:
    text = "أكد رئيس الوفد أن تقسيم الميناء خط أحمر."
    assert [stance.kind for stance in said(text, "رئيس الوفد", "أن تقسيم الميناء خط أحمر")] == ["reject"]


def test_an_observer_holds_no_stance() -> None:
    text = "قال المحلل السياسي إنه يجب وقف القتال."
    assert said(text, "المحلل السياسي", "إنه يجب وقف القتال") == []


def test_refusing_to_be_named_is_a_formula_and_no_stance() -> None:
    assert found("رفض المسؤول الكشف عن هويته.") == []


def test_a_proposal_with_its_author_is_an_offer() -> None:
    assert ("offer", "كينيا") in [
        (kind, holder) for kind, holder, _ in brief("استجاب وفد الحكومة لاقتراح كينيا تمديد الهدنة أسبوعا.")
    ]


def test_a_masdar_that_only_follows_another_noun_supports_nobody() -> None:
    assert found("ناقش المجتمعون سبل دعم القبائل في موسم الجفاف.") == []


@pytest.mark.parametrize(
    ("text", "evidence", "requires"),
    [
        (
            "عرض زعيم المعارضة على الحكومة، أمس الثلاثاء، دعما في البرلمان إذا لم تحصل على الأغلبية.",
            "عرض زعيم المعارضة على الحكومة، أمس الثلاثاء، دعما في البرلمان",
            "إذا لم تحصل على الأغلبية",
        ),
        (
            "عرضت شركة السكك على النقابة، خلال الجلسة، زيادة في الأجور بشرط وقف الإضراب.",
            "عرضت شركة السكك على النقابة، خلال الجلسة، زيادة في الأجور",
            "بشرط وقف الإضراب",
        ),
    ],
)
def test_an_offer_reaches_its_object_across_a_time_and_stays_an_offer_under_a_condition(
    text: str, evidence: str, requires: str
) -> None:
    (stance,) = [stance for stance in found(text) if stance.kind == "offer"]
    assert text[slice(*stance.evidence)] == evidence
    assert stance.requires is not None
    assert text[slice(*stance.requires)] == requires
    assert "condition" not in {other.kind for other in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "تطالب الحركة بأن تلتزم كينيا بالهدنة.",
        "تطالب الحركة بأن تنسحب القوات وتلتزم كينيا بالهدنة.",
        "طلبت الحركة من كينيا أن توافق على الخطة.",
        "سأل الصحفيون هل توافق كينيا على الخطة.",
        "نفى الوزير أن تكون كينيا قد وافقت على الخطة.",
    ],
)
def test_what_is_demanded_asked_or_denied_of_a_side_is_not_its_position(text: str) -> None:
    assert "كينيا" not in {stance.holder for stance in found(text)}


def test_what_a_demand_asks_of_another_does_not_take_the_next_verb_with_it() -> None:
    text = "تطالب الحركة بأن تلتزم كينيا بالهدنة، وترفض أي تمديد."
    assert ("reject", "الحركة") in [(kind, holder) for kind, holder, _ in brief(text)]
    assert "كينيا" not in {holder for _, holder, _ in brief(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("رفضت حركة الإصلاح المقترح. وطالبت الحركة بوقف القتال.", "حركة الإصلاح"),
        ("رفضت حركة الإصلاح المقترح. وقالت الحركة إنها تؤيد الهدنة.", "حركة الإصلاح"),
        ("رفضت جماعة النور المقترح. وتؤيد الجماعة الهدنة.", "جماعة النور"),
    ],
)
def test_a_lone_noun_after_a_fuller_mention_is_that_actor(text: str, name: str) -> None:
    assert {holder for _, holder, _ in brief(text)} == {name}


def test_a_lone_noun_that_may_be_two_actors_stays_as_it_is_written() -> None:
    text = "رفضت حركة الإصلاح المقترح. وأيدته حركة البناء. وطالبت الحركة بوقف القتال."
    assert ("demand", "حركة الإصلاح") not in [(kind, holder) for kind, holder, _ in brief(text)]


def test_his_country_is_the_state_in_the_speakers_title() -> None:
    text = "قال وزير الري الكيني إن بلاده ترفض الخطة."
    assert ("reject", "كينيا") in [(kind, holder) for kind, holder, _ in brief(text)]


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير النقل إن شركة الجسر تقبل رحلات إضافية.",
        "تقبل شركة الجسر رحلات إضافية في الصيف.",
    ],
)
def test_a_party_that_takes_something_accepts_it(text: str) -> None:
    assert ("accept", "شركة الجسر") in [(kind, holder) for kind, holder, _ in brief(text)]


def test_a_refusal_of_one_word_shows_its_subject() -> None:
    text = "قدم الوسيط خطة جديدة لكن الحكومة رفضتها."
    assert ("reject", "الحكومة", "الحكومة رفضتها") in brief(text)


def test_a_side_seeks_for_itself_and_mediators_for_others() -> None:
    assert ("demand", "كينيا") in [(kind, holder) for kind, holder, _ in brief("تسعى كينيا إلى رفع حصتها من المياه.")]
    assert found("يسعى الوسطاء إلى تقريب وجهات النظر.") == []


def test_a_promise_to_give_that_hangs_on_a_condition_is_an_offer() -> None:
    text = "أعلن وزير المالية أننا سنوفر قرضا جديدا إذا وافقت النقابة على الخطة."
    (stance,) = said(text, "وزير المالية", "أننا سنوفر قرضا جديدا إذا وافقت النقابة على الخطة")
    assert (stance.kind, stance.holder) == ("offer", "وزير المالية")
    assert stance.requires is not None


ARABIC_WORDS = st.sampled_from(
    [
        "رفضت",
        "الحكومة",
        "لن",
        "لا",
        "لم",
        "أن",
        "إن",
        "طالب",
        "بوقف",
        "دعا",
        "إلى",
        "التي",
        "،",
        ".",
        "«",
        "»",
        "مطلبها",
        "تخلت",
        "عن",
        "يجب",
        "على",
        "أي",
        "اتفاق",
        "إلا",
        "بعد",
        "رفضه",
        "من",
        "قبل",
        "و",
        "وأن",
        "قال",
        "الوزير",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(ARABIC_WORDS, max_size=60).map(" ".join)))
def test_any_text_is_read_without_error_into_spans_of_it(text: str) -> None:
    for stance in read(text, published=PUBLISHED, language="ar").stances:
        for start, end in filter(None, (stance.evidence, stance.requires)):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()


def test_a_claim_that_is_refused_is_not_who_refuses_its() -> None:
    assert [(stance.kind, stance.holder) for stance in found("رفضت الحكومة مطالبة كينيا بالميناء.")] == [
        ("reject", "الحكومة")
    ]


def test_what_was_accepted_beside_a_refusal_is_not_refused_with_it() -> None:
    text = "رفضت الحكومة الخطة وقبل الوفد الهدنة."
    assert "الهدنة" not in text[slice(*found(text)[0].evidence)]


@pytest.mark.parametrize(
    "text",
    [
        "تمنت كينيا قبول الحكومة نشر مراقبين.",
        "كانت الحكومة ستوافق على نشر مراقبين.",
        "اشترطت كينيا تخلي الحكومة عن الميناء.",
    ],
)
def test_what_another_hopes_for_or_asks_has_not_been_done(text: str) -> None:
    assert [stance for stance in found(text) if stance.holder == "الحكومة"] == []


@pytest.mark.parametrize(
    "text", ["«لن» تقبل الحكومة الخطة.", 'الحكومة لن "تقبل" الخطة.', 'الحكومة لن تقبل "أبدا" الخطة.']
)
def test_a_denial_in_quotation_marks_is_one(text: str) -> None:
    assert [one.kind for one in read(text, language="ar").stances] == ["reject"]

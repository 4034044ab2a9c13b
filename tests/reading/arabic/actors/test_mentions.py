"""Mentions in Arabic: states, capitals, bodies, persons, anonymous sources and places, one name each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.layout import lay_out
from taqrib.vocabulary import load


def seen(text: str) -> list[tuple[str, str, str]]:
    return [(text[slice(*mention.span)], mention.actor, mention.kind) for mention in mentions(lay_out(text), ())]


def test_a_state_is_itself_under_any_of_its_names_and_clitics() -> None:
    text = "التقى وفدا النرويج والمملكة المتحدة بكولومبيا."
    found = {(actor, kind) for _, actor, kind in seen(text)}
    assert {("بريطانيا", "state"), ("كولومبيا", "state")} <= found


def test_a_capital_is_a_place_behind_a_preposition_and_may_be_a_government_elsewhere() -> None:
    assert seen("وصل الفريق إلى أوسلو.")[-1] == ("أوسلو", "أوسلو", "place")
    text = "رفضت أوسلو الطلب."
    mention = mentions(lay_out(text), ())[0]
    assert (mention.actor, mention.kind) == ("النرويج", "state")
    assert mention.unsure


def test_a_side_is_its_state_and_a_delegation_is_a_body() -> None:
    assert ("الجانب النيبالي", "نيبال", "state") in seen("اعترض الجانب النيبالي.")
    assert ("الوفد النيبالي", "الوفد النيبالي", "body") in seen("غادر الوفد النيبالي القاعة.")


@pytest.mark.parametrize(
    ("text", "span", "actor"),
    [
        ("استقبل وزير الري الكيني جيمس موانغي الضيوف", "وزير الري الكيني جيمس موانغي", "جيمس موانغي"),
        ("زار مدير وكالة الهجرة، يوهان ستراند، المخيم", "مدير وكالة الهجرة، يوهان ستراند", "يوهان ستراند"),
        ("التقى المبعوث الأممي إلى قبرص كولن ستيوارت", "المبعوث الأممي إلى قبرص كولن ستيوارت", "كولن ستيوارت"),
        ("قال محمد عبد السلام العلوي", "محمد عبد السلام العلوي", "محمد عبد السلام العلوي"),
    ],
)
def test_a_person_is_named_without_the_titles(text: str, span: str, actor: str) -> None:
    assert (span, actor, "person") in seen(text)


def test_a_surname_and_an_office_lead_back_to_the_full_name() -> None:
    text = "زار وزير الخارجية البيروفي خافيير ليون جوبا. وقدم ليون خطة، وغادر الوزير البيروفي مساء."
    assert [actor for _, actor, kind in seen(text) if kind == "person"] == ["خافيير ليون"] * 3


def test_two_presidents_are_not_confused() -> None:
    text = "التقى الرئيس الغاني رئيس الوزراء المالطي روبرت أبيلا، ثم عاد الرئيس الغاني."
    assert "روبرت أبيلا" not in [actor for span, actor, _ in seen(text) if "الغاني" in span]


def test_sources_without_a_name_are_told_apart_and_met_again() -> None:
    text = "أكد مصدر أمني رفيع المستوى الخبر. وقال المصدر نفسه المزيد. وذكرت مصادر مطلعة غير ذلك."
    assert [(actor, kind) for _, actor, kind in seen(text) if kind == "source"] == [
        ("مصدر أمني رفيع المستوى", "source"),
        ("مصدر أمني رفيع المستوى", "source"),
        ("مصادر مطلعة", "source"),
    ]


def test_an_organisation_in_quotation_marks_keeps_its_noun() -> None:
    assert ("حركة «الفجر الجديد»", "حركة «الفجر الجديد»", "organisation") in seen("وقعت حركة «الفجر الجديد» الوثيقة")


def test_the_object_behind_a_definite_subject_is_another_mention() -> None:
    assert [span for span, _, _ in seen("اتهمت الحركة الحكومة بالمماطلة")] == ["الحركة", "الحكومة"]


@pytest.mark.parametrize("text", ["من وجهة نظر الجميع", "عقد مؤتمر صحفي قصير", "الوضع المالي صعب", "على الحدود"])
def test_words_that_only_look_like_actors_are_none(text: str) -> None:
    assert seen(text) == []


def test_ali_is_a_name_and_ala_is_a_preposition() -> None:
    assert ("القائد علي حسين", "علي حسين", "person") in seen("وصل القائد علي حسين إلى المقر")
    assert "person" not in {kind for _, _, kind in seen("اتفقوا على حدود جديدة")}


def test_every_state_of_the_vocabulary_is_found_by_its_name() -> None:
    ambiguous = {"مالي", "بنين", "سلطنة عمان"}
    for state in load("states"):
        name = state["ar"]["name"]
        if name not in ambiguous:
            assert (name, "state") in {(actor, kind) for _, actor, kind in seen(f"وقعت {name} الاتفاق")}, name


def test_states_are_complete_in_both_languages() -> None:
    states = load("states")
    assert len({state["iso"] for state in states}) == len(states) >= 110
    for state in states:
        assert len(state["iso"]) == 2
        assert state["ar"]["name"]
        assert len(state["ar"]["adjective"]) >= 3
        assert state["en"]["name"]
        assert state["en"]["adjective"]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.text(alphabet='الوزيرعبد محمدفيمنلبك،.«»"\n ', max_size=80)))
def test_any_text_gives_trimmed_spans_in_order(text: str) -> None:
    found = mentions(lay_out(text), ())
    assert [mention.span[0] for mention in found] == sorted(mention.span[0] for mention in found)
    for mention in found:
        inside = text[slice(*mention.span)]
        assert inside
        assert inside == inside.strip()

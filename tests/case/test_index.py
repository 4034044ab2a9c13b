from __future__ import annotations

import doctest
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from case.strategies import cases
from taqrib.case import CaseIndex, index, new_case_text, parse_case

if TYPE_CHECKING:
    from taqrib.case import Case

HARBOUR = """\
case: harbour
title: {ar: المرفأ, en: The harbour}
actors:
  - id: veld
    kind: state
    role: party
    name: {ar: فيلدا, en: Veld}
    aliases: {ar: [الوفد الفيلدي], en: [the Veld side]}
  - {id: dockers, kind: organisation, role: party, name: {ar: رابطة العمّال, en: Dockers' League}}
  - {id: cabinet, kind: body, name: {ar: مجلس الوزراء الفيلدي, en: Veld Cabinet}}
  - {id: sorn, kind: person, name: {ar: ليلى سورن, en: Leyla Sorn}, aliases: {ar: [سورن], en: [Sorn]}}
  - {id: karsh, kind: person, name: {ar: كارش, en: Adam Karsh}}
  - {id: horn, kind: outlet, name: {ar: صحيفة البوق, en: Daily Horn}}
issues:
  - id: truce
    question: {ar: "هل من هدنة؟", en: "Is there a truce?"}
    terms: {ar: [هدنة, وقف النار], en: [truce, ceasefire]}
    options:
      - {id: lasting, label: {ar: هدنة دائمة, en: a lasting truce}, terms: {ar: [هدنة دائمة], en: [lasting truce]}}
      - {id: short, label: {ar: هدنة قصيرة, en: a short truce}, terms: {ar: [هدنة قصيرة], en: [short truce, ten days]}}
  - id: cranes
    question: {ar: "لمن الرافعات؟", en: "Whose are the cranes?"}
    terms: {ar: [الرافعات], en: [cranes]}
    options:
      - {id: shared, label: {ar: التقاسم, en: sharing}, terms: {ar: [تقاسم الرافعات], en: [share the cranes]}}
      - {id: sold, label: {ar: البيع, en: a sale}, terms: {ar: [بيع الرافعات], en: [sell the cranes]}}
"""


@pytest.fixture(scope="module")
def harbour() -> CaseIndex:
    return CaseIndex(parse_case(HARBOUR))


def actor_id(harbour: CaseIndex, name: str) -> str | None:
    actor = harbour.actor_of(name)
    return actor.id if actor else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # as the case writes it, or folded
        ("Veld", "veld"),
        ("VELD", "veld"),
        ("dockers’ league", "dockers"),
        ("رابطة العمال", "dockers"),
        ("رَابِطَةُ العمّال", "dockers"),
        # with or without the article
        ("The Dockers' League", "dockers"),
        ("Veld side", "veld"),
        ("السورن", "sorn"),
        ("الكارش", "karsh"),
        # a description that speaks for a state or an organisation
        ("a senior Dockers' League official", "dockers"),
        ("the spokesman for the Dockers' League", "dockers"),
        ("a leader in the Dockers' League", "dockers"),
        ("Veld's foreign minister", "veld"),
        ("مسؤول كبير في رابطة العمال", "dockers"),
        ("المتحدث الرسمي باسم فيلدا", "veld"),
        ("وفد لفيلدا", "veld"),
        ("الوفد الفيلدي المفاوض", "veld"),
        # a person with titles
        ("Foreign Minister Leyla Sorn", "sorn"),
        ("Egyptian Foreign Minister Leyla Sorn", "sorn"),
        ("Mr Sorn", "sorn"),
        ("وزيرة الخارجية ليلى سورن", "sorn"),
        ("وزيرة الخارجية المصرية ليلى سورن", "sorn"),
        ("الوزيرة سورن", "sorn"),
        ("مستر كارش", "karsh"),
        ("ليلى سورن وزيرة الخارجية", "sorn"),
    ],
)
def test_a_name_is_linked_to_its_actor(harbour: CaseIndex, name: str, expected: str) -> None:
    assert actor_id(harbour, name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "",
        "…",
        "the",
        "Northland",
        # an adjective or a part of a name is not the actor
        "الفيلدي",
        "فيلدي",
        "وفد الفيلدي",
        "Veldish",
        "League",
        "Leyla",
        "رابطة",
        # others, who only stand near the name
        "critics of the Dockers' League",
        "a source close to the Dockers' League",
        "a former Veld minister",
        "the envoy for Veld",
        "a delegation in Veld",
        "وفد في فيلدا",
        "أهالي فيلدا",
        "مصدر في رابطة العمال",
        "مستشار سورن",
        "حكومة سورن",
        "مكتب الوزيرة سورن",
        "سورن وفريقها",
        "a spokesman for Leyla Sorn",
        "the Sorn administration",
        "Sorn adviser",
        "a member of the Veld Cabinet",
        "المتحدث باسم مجلس الوزراء الفيلدي",
        "a Daily Horn leader",
        # two at once
        "Veld and the Dockers' League",
        "فيلدا ورابطة العمال",
        "مسؤول وفيلدا",
        "Leyla Sorn and the minister",
        "Minister Leyla Sorn, Minister Adam Karsh",
    ],
)
def test_what_is_not_surely_an_actor_is_nobody(harbour: CaseIndex, name: str) -> None:
    assert actor_id(harbour, name) is None


def test_the_longer_name_wins_over_a_name_inside_it(harbour: CaseIndex) -> None:
    assert actor_id(harbour, "the Veld Cabinet") == "cabinet"
    assert actor_id(harbour, "Veld") == "veld"


def test_an_office_that_is_itself_an_actor_is_no_office_of_another() -> None:
    case = parse_case(HARBOUR.replace("name: {ar: كارش, en: Adam Karsh}", "name: {ar: كارش, en: Foreign Ministry}"))
    known = CaseIndex(case)
    assert known.actor_of("Veld's foreign ministry") is None
    assert known.actor_of("Veld's defence ministry") is case.actor("veld")


def touched(harbour: CaseIndex, text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [
        (touch.issue.id, touch.option.id if touch.option else None, touch.terms)
        for touch in harbour.issues_touched(text)
    ]


def test_terms_touch_their_issue_in_either_language(harbour: CaseIndex) -> None:
    assert touched(harbour, "They spoke of a truce.") == [("truce", None, ("truce",))]
    assert touched(harbour, "تحدثوا عن الهُدنة، وعن وقف النار والهدنة.") == [("truce", None, ("هدنة", "وقف النار"))]


def test_an_option_implies_its_issue_and_hides_the_bare_one(harbour: CaseIndex) -> None:
    assert touched(harbour, "A truce, but a lasting truce") == [("truce", "lasting", ("lasting truce",))]
    assert touched(harbour, "ten days") == [("truce", "short", ("ten days",))]
    assert touched(harbour, "مطالبين بالهدنة الدائمة") == [("truce", "lasting", ("هدنة دائمة",))]


def test_touches_come_in_the_order_of_the_text(harbour: CaseIndex) -> None:
    text = "Sell the cranes or share the cranes; the ceasefire waits"
    assert touched(harbour, text) == [
        ("cranes", "sold", ("sell the cranes",)),
        ("cranes", "shared", ("share the cranes",)),
        ("truce", None, ("ceasefire",)),
    ]


@pytest.mark.parametrize("text", ["", "مهادنة", "truces", "الرافعة", "رافعات"])
def test_a_word_that_only_resembles_a_term_touches_nothing(harbour: CaseIndex, text: str) -> None:
    assert touched(harbour, text) == []


@given(cases(at_least_issues=1))
def test_every_name_and_term_of_any_case_finds_what_it_stands_for(case: Case) -> None:
    known = CaseIndex(case)
    for actor in case.actors:
        for name in (actor.name.ar, actor.name.en, *actor.aliases.both):
            assert known.actor_of(name) is actor
    for issue in case.issues:
        for term in issue.terms.both:
            assert any(term in touch.terms or touch.option for touch in known.issues_touched(term)), term
        for option in issue.options:
            for term in option.terms.both:
                assert any(touch.option is option and term in touch.terms for touch in known.issues_touched(term)), term


@given(st.text(max_size=60) | st.text("والفبلك ةىهدنه the Sorn.'’-", max_size=60))
def test_any_text_is_looked_up_without_error(harbour: CaseIndex, text: str) -> None:
    harbour.issues_touched(text)
    actor = harbour.actor_of(text)
    assert actor is None or actor in harbour.case.actors


def test_looking_up_takes_time_linear_in_the_text() -> None:
    harbour = CaseIndex(parse_case(HARBOUR))

    def seconds(words: int) -> float:
        text = "والهدنة الدائمة lasting truce " * (words // 4)
        start = time.process_time()
        harbour.issues_touched(text)
        return time.process_time() - start

    seconds(1000)
    assert min(seconds(40_000) for _ in range(3)) < 40 * min(seconds(4_000) for _ in range(3))


def test_the_example_in_the_documentation_is_true() -> None:
    assert doctest.testmod(index).failed == 0


def test_the_starter_case_links_its_own_examples() -> None:
    starter = CaseIndex(parse_case(new_case_text("ferry", "العبّارة", "The ferry")))
    assert actor_id(starter, "وفد الجزيرة") == "island-council"
    assert touched(starter, "على وشك الاتفاق") == [("progress", "close", ("على وشك الاتفاق",))]

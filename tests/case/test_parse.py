from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from case.strategies import case_data, case_text, cases
from taqrib.case import AmbiguousNames, CaseProblems, check_case, parse_case
from taqrib.errors import Ambiguous, Invalid, TaqribError, Unreadable

if TYPE_CHECKING:
    from taqrib.case import Case

BAKERY = """\
case: bakery
title: {ar: محادثات المخبز, en: The bakery talks}
actors:
  - id: bakers
    kind: organisation
    role: party
    name: {ar: نقابة الخبّازين, en: Bakers' Union}
    aliases: {en: [the union]}
  - id: millers
    kind: organisation
    role: party
    name: {ar: رابطة الطحّانين, en: Millers' League}
  - id: sorn
    kind: person
    name: {ar: ليلى سورن, en: Leyla Sorn}
    speaks_for: millers
issues:
  - id: flour
    question: {ar: "من يدفع ثمن الطحين؟", en: "Who pays for the flour?"}
    terms: {ar: [ثمن الطحين], en: [price of flour]}
    options:
      - id: shared
        label: {ar: تقاسم الثمن, en: a shared price}
        terms: {ar: [تقاسم], en: [shared]}
        opposes: [bakers-pay]
      - id: bakers-pay
        label: {ar: دفع الخبّازين, en: payment by the bakers}
        terms: {ar: [على الخبازين], en: [paid by the bakers]}
bodies:
  - id: assembly
    name: {ar: الجمعية, en: Assembly}
    of: bakers
    rule: two-thirds
    seats: 40
  - id: board
    name: {ar: المجلس, en: Board}
    of: millers
    rule: single
    after: [assembly]
"""


def line_of(words: str, text: str = BAKERY) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def changed(old: str, new: str) -> str:
    assert BAKERY.count(old) == 1, old
    return BAKERY.replace(old, new)


def problems_of(text: str) -> list[tuple[int, str]]:
    with pytest.raises(CaseProblems) as caught:
        parse_case(text)
    return [(problem.line, problem.message) for problem in caught.value.problems]


def test_a_case_keeps_everything_the_file_says() -> None:
    case = parse_case(BAKERY)
    assert (case.id, case.title.in_language("ar"), case.title.in_language("en")) == (
        "bakery",
        "محادثات المخبز",
        "The bakery talks",
    )
    assert [actor.id for actor in case.parties] == ["bakers", "millers"]
    sorn = case.actor("sorn")
    assert sorn is not None
    assert (sorn.role, sorn.speaks_for, sorn.aliases.both) == ("observer", "millers", ())
    flour = case.issue("flour")
    assert flour is not None
    assert (flour.kind, flour.options[0].opposes) == ("negotiated", ("bakers-pay",))
    assert [option.label.en for option in flour.options] == ["a shared price", "payment by the bakers"]
    board = case.body("board")
    assert board is not None
    assert (board.of, board.rule, board.seats, board.after) == ("millers", "single", None, ("assembly",))


@given(cases())
def test_every_case_survives_being_written_and_read(case: Case) -> None:
    assert parse_case(case_text(case)) == case


@pytest.mark.parametrize(
    ("old", "new", "at", "words"),
    [
        ("case: bakery", "case: The Bakery", "The Bakery", ["'case'", "lower-case letters, digits and single hyphens"]),
        ("case: bakery", "kase: bakery", "kase", ["unknown key 'kase'", "did you mean 'case'?"]),
        ("kind: person", "kind: persson", "persson", ["actor 'sorn'", "'person'", "did you mean 'person'?"]),
        ("rule: two-thirds", "rule: 3", "rule: 3", ["body 'assembly'", "'consensus'", "found '3'"]),
        ("seats: 40", "seats: 0", "seats: 0", ["a whole number of at least 1", "found '0'"]),
        ("seats: 40", "seats: many", "seats: many", ["a whole number of at least 1", "found 'many'"]),
        ("  - id: sorn", "  - id: 77", "id: 77", ["actor 3", "a text in quotes", "found '77'"]),
        ("{ar: ليلى سورن, en: Leyla Sorn}", "Leyla Sorn", "Leyla", ["{ar: …, en: …}", "found 'Leyla Sorn'"]),
        (", en: Leyla Sorn}", "}", "سورن", ["'name.en' is missing", "the English wording"]),
        ("en: Leyla Sorn", 'en: " "', 'en: " "', ["'name.en'", "expected some words"]),
        ("aliases: {en: [the union]}", "aliases: {en: the union}", "the union", ["'aliases.en'", "a list such as"]),
        ("aliases: {en: [the union]}", "aliases: {fr: [x]}", "fr:", ["unknown key 'aliases.fr'", "there are ar, en"]),
        ("    rule: single\n", "", "id: board", ["'rule' is missing", "majority, two-thirds, consensus, single"]),
        (
            "speaks_for: millers",
            "speaks_for: miller",
            "speaks_for: miller",
            ["actor 'sorn'", "did you mean 'millers'?"],
        ),
        ("of: bakers", "of: crowd", "of: crowd", ["body 'assembly'", "there are bakers, millers, sorn"]),
        ("after: [assembly]", "after: [asembly]", "asembly", ["body 'board'", "did you mean 'assembly'?"]),
        ("opposes: [bakers-pay]", "opposes: [bakers]", "opposes", ["option 'shared'", "there are bakers-pay, shared"]),
        ("opposes: [bakers-pay]", "opposes: [shared]", "opposes", ["option 'shared' cannot oppose itself"]),
        ("terms: {ar: [تقاسم], en: [shared]}", "terms: {}", "terms: {}", ["option 'shared' has no terms"]),
        (
            "terms: {ar: [ثمن الطحين], en: [price of flour]}",
            "terms: {ar: []}",
            "ar: []",
            ["issue 'flour' has no terms"],
        ),
        ("- id: millers", "- id: bakers", "رابطة", ["the id 'bakers' is taken (line 4)"]),
        ("      - id: bakers-pay", "      - id: shared", "payment", ["the id 'shared' is taken"]),
        ("of: bakers\n", "of: bakers\n    after: [board]\n", "after: [board]", ["circle: assembly → board → assembly"]),
        ("speaks_for: millers", "speaks_for: sorn", "speaks_for", ["circle: sorn → sorn"]),
    ],
)
def test_a_mistake_is_told_with_its_line_what_was_expected_and_what_exists(
    old: str, new: str, at: str, words: list[str]
) -> None:
    text = changed(old, new)
    problems = problems_of(text)
    told = [message for line, message in problems if abs(line - line_of(at, text)) <= (3 if "taken" in words[0] else 0)]
    assert any(all(word in message for word in words) for message in told), problems


def test_the_line_of_a_repeated_id_is_the_line_of_the_second() -> None:
    text = changed("- id: millers", "- id: bakers")
    assert (9, "the id 'bakers' is taken (line 4); each of the actors needs its own") in problems_of(text)


def test_a_negotiated_issue_needs_two_options_and_an_assessed_one_does_not() -> None:
    start = BAKERY.index("      - id: bakers-pay")
    text = (BAKERY[:start] + BAKERY[BAKERY.index("bodies:") :]).replace("        opposes: [bakers-pay]\n", "")
    [(line, message)] = problems_of(text)
    assert (line, message.startswith("issue 'flour' is negotiated and has 1 of the two")) == (
        line_of("options:", text),
        True,
    )
    assert parse_case(text.replace("- id: flour", "- id: flour\n    kind: assessed")).negotiated == ()


def test_a_case_needs_a_party() -> None:
    [(line, message)] = problems_of(BAKERY.replace("role: party", "role: guarantor"))
    assert (line, message) == (3, "no actor has the role party; expected at least one who negotiates")


def test_a_party_with_a_mistake_of_its_own_is_a_party_all_the_same() -> None:
    text = changed("{ar: نقابة الخبّازين, en: Bakers' Union}", "{ar: نقابة}").replace(
        "role: party\n    name: {ar: رابطة", "name: {ar: رابطة"
    )
    assert [line for line, _ in problems_of(text)] == [line_of("نقابة", text)]


def test_all_mistakes_come_at_once_in_the_order_of_their_lines() -> None:
    text = (
        BAKERY.replace("kind: person", "kind: persson")
        .replace("of: bakers", "of: crowd")
        .replace("seats: 40", "seats: 0")
    )
    assert [line for line, _ in problems_of(text)] == [line_of("persson", text), line_of("seats", text)]
    text = text.replace("seats: 0", "seats: 40")
    assert [line for line, _ in problems_of(text)] == [line_of("persson", text), line_of("of: crowd", text)]


def test_a_reference_to_a_part_that_is_wrong_otherwise_is_no_second_mistake() -> None:
    text = BAKERY.replace("name: {ar: رابطة الطحّانين, en: Millers' League}", "name: {ar: رابطة}")
    [(line, message)] = problems_of(text)
    assert (line, "'name.en' is missing" in message) == (line_of("رابطة", text), True)


def test_a_name_claimed_twice_is_ambiguous_and_names_both_actors_and_lines() -> None:
    text = changed("en: Leyla Sorn}", "en: Leyla Sorn}\n    aliases: {en: [The  UNION]}")
    with pytest.raises(AmbiguousNames) as caught:
        parse_case(text)
    assert isinstance(caught.value, Ambiguous)
    assert isinstance(caught.value, Invalid)
    assert caught.value.kind == "ambiguous"
    assert caught.value.where == f"case.yaml:{line_of('UNION', text)}"
    assert "actor 'sorn' and of actor 'bakers' (line 8)" in caught.value.message


def test_two_spellings_of_one_name_are_one_name() -> None:
    with pytest.raises(AmbiguousNames):
        parse_case(changed("en: Leyla Sorn}", "en: Leyla Sorn}\n    aliases: {ar: [رابطة الطحانين]}"))


def test_a_name_claimed_twice_beside_another_mistake_is_invalid() -> None:
    text = changed("en: Leyla Sorn}", "en: Leyla Sorn}\n    aliases: {en: [the union]}").replace(
        "seats: 40", "seats: 0"
    )
    with pytest.raises(CaseProblems) as caught:
        parse_case(text, where="talks/case.yaml")
    assert caught.value.kind == "invalid"
    assert caught.value.where == f"talks/case.yaml:{line_of('[the union]', text) + 8}"
    assert caught.value.message.endswith("(and 1 more problem)")


def test_what_strict_yaml_refuses_is_listed_as_a_problem_of_the_case() -> None:
    assert [line for line, _ in problems_of(changed("case: bakery", "case: no\ncase: 012"))] == [1, 2, 2]


def test_what_is_not_yaml_is_unreadable() -> None:
    with pytest.raises(Unreadable, match=r"case\.yaml:2"):
        parse_case("case: bakery\ntitle: {ar: [")


@pytest.mark.parametrize("text", ["", "[]", "talks", "7", "case:\n", "{}"])
def test_a_file_that_is_no_case_says_which_keys_a_case_has(text: str) -> None:
    messages = " ".join(message for _, message in problems_of(text))
    assert "case" in messages
    assert "actors" in messages


def warnings_of(text: str) -> list[tuple[int, str]]:
    checked = check_case(text)
    assert checked.case is not None, checked.problems
    return [(warning.line, warning.message) for warning in checked.warnings]


def test_a_sound_case_has_no_warnings() -> None:
    assert warnings_of(BAKERY) == []


def test_an_issue_without_terms_in_one_language_is_a_warning() -> None:
    text = changed("terms: {ar: [ثمن الطحين], en: [price of flour]}", "terms: {en: [price of flour]}")
    message = "issue 'flour' has no Arabic terms; Arabic reports will never touch it"
    assert warnings_of(text) == [(line_of("price of flour", text), message)]


def test_a_name_inside_another_name_is_a_warning() -> None:
    [(line, message)] = warnings_of(changed("en: Leyla Sorn", "en: Union"))
    assert (line, "'sorn' stands inside the name of actor 'bakers'" in message) == (line_of("ليلى سورن"), True)


@pytest.mark.parametrize("name", ["Miller", "Millers' League Speaker"])
def test_a_part_of_a_word_and_a_name_that_speaks_for_the_shorter_one_are_no_warning(name: str) -> None:
    assert warnings_of(changed("en: Leyla Sorn", f'en: "{name}"')) == []


def test_one_term_for_two_options_is_a_warning() -> None:
    [(line, message)] = warnings_of(changed("en: [paid by the bakers]", "en: [Shared]"))
    assert (line, "'shared' and at option 'bakers-pay'" in message) == (line_of("على الخبازين"), True)


def test_nobody_to_ratify_is_a_warning_unless_an_actor_is_the_ratifier() -> None:
    text = BAKERY[: BAKERY.index("bodies:")]
    assert ["nobody in this case must say yes at home" in message for _, message in warnings_of(text)] == [True]
    assert warnings_of(text.replace("kind: person", "kind: person\n    role: ratifier")) == []


@given(cases(at_least_issues=1, at_least_actors=2), st.data())
def test_a_case_with_any_value_replaced_is_read_or_refused_with_places(case: Case, data: st.DataObject) -> None:
    value = case_data(case)
    node: Any = value
    while True:
        key = data.draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
        if not isinstance(node[key], dict | list) or not node[key] or data.draw(st.booleans()):
            break
        node = node[key]
    node[key] = data.draw(st.sampled_from([None, 3, True, "no", [], {}, [None], {"ar": 1}, ["x"], "a b"]))
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    last = text.count("\n") + 1
    try:
        checked = check_case(text)
    except TaqribError:
        return
    assert (checked.case is None) == bool(checked.problems)
    assert all(1 <= problem.line <= last and problem.message for problem in checked.problems + checked.warnings)

"""Estimates are signed, checked line by line, and never mistaken for the record."""

from __future__ import annotations

from datetime import date

import pytest

from lagoon import CASE_TEXT, entry, lagoon
from taqrib.case import parse_case
from taqrib.errors import TaqribError
from taqrib.packages.options import Choice, Space, counts, parse_estimates, space_on_record, with_estimates
from taqrib.strict_yaml import Problems

DAY = date(2031, 5, 9)
SIGNED = "by: nour, dated: 2031-05-06, why: their crews have nowhere else to go"
TEXT = f"""
estimates:
  - {{holder: venn, option: "fishing:open-water", view: cannot, {SIGNED}}}
conditions:
  - {{holder: premier, option: "fishing:north-bank", requires: ["patrols:joint"], {SIGNED}}}
apart:
  - {{options: ["fishing:open-water", "patrols:neutral"], {SIGNED}}}
"""


def on_record(kind: str | None = None) -> Space:
    entries = [entry(1, actor="venn", type=kind)] if kind else []
    return space_on_record(lagoon(), entries, as_of=DAY)


def test_estimates_exclude_as_the_record_does_and_leave_the_record_as_it_is() -> None:
    record = on_record()
    assumed = with_estimates(record, parse_estimates(TEXT, lagoon()), as_of=DAY)
    assert counts(record).possible.at_least == 4
    assert counts(assumed.space).possible.at_least == 1
    assert assumed.counted == 3
    view = assumed.space.views["venn", Choice("fishing", "open-water")]
    assert view.estimate is not None
    assert (view.entries, view.intensity, view.estimate.by, view.estimate.on) == ((), None, "nour", "2031-05-06")


def test_the_record_goes_before_an_estimate_and_the_answer_says_which_one() -> None:
    estimates = parse_estimates(TEXT, lagoon())
    assumed = with_estimates(on_record("accept"), estimates, as_of=DAY)
    assert assumed.space.level("venn", Choice("fishing", "open-water")) == "can live with"
    assert assumed.passed_over == estimates.views
    reserved = with_estimates(on_record("reserve"), estimates, as_of=DAY)
    assert reserved.passed_over == ()


def test_an_estimate_of_a_later_day_does_not_count_yet() -> None:
    assumed = with_estimates(on_record(), parse_estimates(TEXT, lagoon()), as_of=date(2031, 5, 5))
    assert (assumed.counted, assumed.space) == (0, on_record())


def test_a_body_may_set_conditions() -> None:
    case = parse_case(
        CASE_TEXT + 'bodies:\n  - {id: assembly, of: orla, rule: majority, name: {ar: "المجلس", en: "The Assembly"}}\n'
    )
    text = TEXT.replace("premier", "assembly")
    record = space_on_record(case, [], as_of=DAY)
    assert with_estimates(record, parse_estimates(text, case), as_of=DAY).space.approvers == ("premier", "assembly")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("holder: venn", "holder: tamar", 3, "expected a party, a ratifier or a body of the case, found 'tamar'"),
        ("view: cannot", "view: perhaps", 3, "expected wants, can live with, cannot, found 'perhaps'"),
        ("view: cannot", "level: cannot", 3, "unknown key 'level'; there are holder, option, view, by, dated, why"),
        ('"fishing:open-water", view', '"fishing:moon", view', 3, "there are fishing:open-water, fishing:north-bank"),
        ('"fishing:open-water", view', '"closeness:near", view', 3, "there are the issues fishing, patrols"),
        ("dated: 2031-05-06", "dated: 2031-05-32", 3, "expected a day such as 2024-07-09, found '2031-05-32'"),
        ("by: nour", 'by: ""', 3, "'by': expected who estimates, in words; found nothing"),
        ('["patrols:joint"]', '["fishing:open-water"]', 5, "expected options of other issues than 'fishing'"),
        ('["patrols:joint"]', "[]", 5, "expected a list of issue:option with at least one"),
        ('"patrols:neutral"]', '"fishing:north-bank"]', 7, "expected two options or more, each of another issue"),
        ("apart:", "together:", 6, "unknown key 'together'; there are estimates, conditions, apart"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(old: str, new: str, line: int, said: str) -> None:
    with pytest.raises(Problems) as caught:
        parse_estimates(TEXT.replace(old, new, 1), lagoon())
    assert [problem.line for problem in caught.value.problems if said in problem.message] == [line]


@pytest.mark.parametrize(
    "text", ["estimates: 3", "- 1", "estimates: [3]", "estimates: [{}]", "a: [", "apart: [{options: 3}]"]
)
def test_nonsense_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(TaqribError, match="expected"):
        parse_estimates(text, lagoon())


def test_one_view_is_estimated_once() -> None:
    twice = TEXT.replace(
        "conditions:", f'  - {{holder: venn, option: "fishing:open-water", view: wants, {SIGNED}}}\nconditions:'
    )
    with pytest.raises(Problems, match="a second estimate of 'venn' on 'fishing:open-water'"):
        parse_estimates(twice, lagoon())


def test_an_empty_file_holds_no_estimates() -> None:
    assert with_estimates(on_record(), parse_estimates("", lagoon()), as_of=DAY).counted == 0

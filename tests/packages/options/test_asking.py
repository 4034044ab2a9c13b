"""What asking would decide."""

from __future__ import annotations

from hypothesis import given, settings

from packages.options.spaces import all_packages, is_certain, is_possible, space, spaces, view
from taqrib.packages.options import Space, View, counts, questions


@given(spaces())
@settings(deadline=None)
def test_each_answer_decides_as_many_packages_as_it_says(found: Space) -> None:
    asked = {(one.holder, one.choice): one for one in questions(found)}
    before = counts(found)
    for choice in found.choices:
        for holder in found.unknown(choice):
            takes = [p for p in all_packages(found) if is_possible(found, p) and p[choice.issue] == choice.option]
            one = asked.get((holder, choice))
            assert (one is None) == (not takes)
            if one is None:
                continue
            yes = found.with_view(View(holder=holder, choice=choice, level="can live with"))
            no = found.with_view(View(holder=holder, choice=choice, level="cannot"))
            assert one.if_yes == counts(yes).certain.at_least - before.certain.at_least
            assert one.if_no == before.possible.at_least - counts(no).possible.at_least
            assert one.if_yes == sum(is_certain(yes, p) and not is_certain(found, p) for p in all_packages(found))


@given(spaces())
@settings(deadline=None)
def test_the_first_question_decides_most_whatever_the_answer(found: Space) -> None:
    asked = questions(found)
    assert [one.decides for one in asked] == sorted((one.decides for one in asked), reverse=True)


def test_a_reservation_is_asked_about_with_its_entry() -> None:
    found = space(
        view("orla", "dock:a", "wants", "e1"),
        view("venn", "dock:a", "unknown", "e2"),
        view("venn", "dock:b", "cannot", "e3"),
        issues="dock:a,b",
    )
    (question,) = questions(found)
    assert (question.holder, question.entries, question.if_yes, question.if_no) == ("venn", ("e2",), 1, 1)

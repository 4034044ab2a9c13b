from __future__ import annotations

import dataclasses

import pytest

from taqrib.case import Actor, Bilingual, Case, Issue, Option, Terms


def named(word: str) -> Bilingual:
    return Bilingual(ar=f"{word} ع", en=word)


def option(option_id: str, *opposes: str) -> Option:
    return Option(id=option_id, label=named(option_id), terms=Terms(en=(option_id,)), opposes=opposes)


WELL = Issue(
    id="well",
    question=named("whose well"),
    terms=Terms(ar=("البئر",), en=("well",)),
    options=(option("ours"), option("theirs", "ours"), option("shared")),
)
PACE = dataclasses.replace(WELL, id="pace", kind="assessed")
VILLAGE = Case(
    id="village",
    title=named("the well"),
    actors=(
        Actor(id="uphill", kind="organisation", role="party", name=named("Uphill")),
        Actor(id="elder", kind="person", name=named("Elder"), speaks_for="uphill"),
        Actor(id="clerk", kind="person", name=named("Clerk"), speaks_for="elder"),
        Actor(id="priest", kind="person", role="mediator", name=named("Priest")),
        Actor(id="downhill", kind="organisation", role="party", name=named("Downhill")),
    ),
    issues=(PACE, WELL),
)


def actor(actor_id: str) -> Actor:
    found = VILLAGE.actor(actor_id)
    assert found is not None
    return found


@pytest.mark.parametrize("actor_id", ["clerk", "elder", "uphill"])
def test_statements_count_as_those_of_whoever_the_chain_of_spokesmen_ends_with(actor_id: str) -> None:
    assert VILLAGE.counts_as(actor(actor_id)) is actor("uphill")


def test_who_speaks_for_nobody_counts_as_himself() -> None:
    assert VILLAGE.counts_as(actor("priest")) is actor("priest")


def test_parties_and_mediators_keep_the_order_of_the_case() -> None:
    assert [party.id for party in VILLAGE.parties] == ["uphill", "downhill"]
    assert VILLAGE.with_role("mediator") == (actor("priest"),)
    assert VILLAGE.with_role("guarantor") == ()


def test_assessed_issues_are_no_rows_of_the_gap_matrix() -> None:
    assert VILLAGE.negotiated == (WELL,)


def test_opposition_holds_both_ways_though_one_option_declares_it() -> None:
    assert WELL.oppose("theirs", "ours")
    assert WELL.oppose("ours", "theirs")
    assert not WELL.oppose("shared", "ours")
    assert not WELL.oppose("ours", "ours")


def test_what_the_case_does_not_have_is_none() -> None:
    assert (VILLAGE.actor("x"), VILLAGE.issue("x"), VILLAGE.body("x"), WELL.option("x")) == (None, None, None, None)
    assert VILLAGE.issue("well") is WELL
    assert WELL.option("shared") == option("shared")


def test_words_are_given_in_the_language_asked_for() -> None:
    assert (named("well").in_language("en"), named("well").in_language("ar")) == ("well", "well ع")
    assert WELL.terms.both == ("البئر", "well")


def test_a_case_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        VILLAGE.id = "town"  # type: ignore[misc]

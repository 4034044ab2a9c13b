"""What happened in the talks, with its status: announced is not held, denied is not held."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading import read
from taqrib.reading.findings import Event


def events(text: str) -> list[Event]:
    return read(text, published=date(2022, 3, 16), language="en").events


def seen(text: str) -> list[tuple[str, str, str]]:
    return [(one.type, text[slice(*one.trigger)], one.status) for one in events(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Rosa Leal met the Chilean delegation in Lima on Monday.", ("meet", "met", "held")),
        ("Rosa Leal will meet the Chilean delegation in Lima on Friday.", ("meet", "meet", "announced")),
        ("Rosa Leal may meet the Chilean delegation.", ("meet", "meet", "possible")),
        ("Rosa Leal did not meet the Chilean delegation.", ("meet", "meet", "denied")),
        ("The army denied that Rosa Leal met the Chilean delegation.", ("meet", "met", "denied")),
        ("The talks in Lima collapsed on Tuesday.", ("suspend", "collapsed", "held")),
        ("The talks are due to resume in Lima on Friday.", ("resume", "resume", "announced")),
        ("The union refused to discuss pensions.", ("reject", "refused", "held")),
        ("The union will not attend the conference.", ("reject", "attend", "held")),
        ("The parties signed the accord in Accra.", ("agree", "signed", "held")),
        ("Chile proposed a joint patrol.", ("propose", "proposed", "held")),
        ("The envoy Kari Lunde flew to Havana.", ("travel", "flew", "held")),
        ("The army violated the truce.", ("breach", "violated", "held")),
        ("The front released 30 hostages.", ("release", "released", "held")),
        ("Talks are planned in Lima next week.", ("talks", "Talks", "announced")),
        ("Peru and Chile are in talks on fishing.", ("talks", "talks", "ongoing")),
    ],
)
def test_an_event_has_the_status_its_verb_gives_it(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in seen(text)


@pytest.mark.parametrize(
    "text",
    [
        "The club signed a striker.",
        "The ministry declined to comment.",
        "The rebels rejected the claim.",
        "The union did not reject the plan.",
        "The bank released its results.",
        "Prices fell in Lima.",
    ],
)
def test_a_verb_whose_arguments_do_not_fit_is_no_event(text: str) -> None:
    assert seen(text) == []


def test_an_event_has_its_actors_place_and_time() -> None:
    (met,) = [one for one in events("Rosa Leal met Kari Lunde in Lima on Monday.") if one.type == "meet"]
    assert (set(met.actors), met.place, met.when) == ({"Rosa Leal", "Kari Lunde"}, "Lima", "2022-03-14")
    assert met.plover == "CONSULT"


def test_the_day_of_saying_is_not_the_day_of_the_event() -> None:
    (met,) = [
        one for one in events("The army said on Tuesday that Rosa Leal had met Kari Lunde.") if one.type == "meet"
    ]
    assert met.when is None


def test_the_same_talks_are_one_event() -> None:
    text = "Talks in Lima went on. After the talks, ministers left. The collapse of the talks was feared."
    assert [one.type for one in events(text) if one.type == "talks"] == ["talks"]

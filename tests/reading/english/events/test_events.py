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


@pytest.mark.parametrize(
    "text",
    [
        "The talks concern a ceasefire, an exchange of detainees and aid.",
        "Talks on a truce went on in Oslo.",
        "The sides are discussing a truce deal.",
        "The negotiating team rested.",
        "Togo repeated its demand that Gabon commit to a truce.",
    ],
)
def test_what_is_only_spoken_of_takes_no_place(text: str) -> None:
    assert not {kind for kind, _, _ in seen(text)} & {"ceasefire", "release", "aid", "agree"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ceasefire took effect on Monday.", ("ceasefire", "ceasefire", "held")),
        ("Amina Sow called for a ceasefire.", ("ceasefire", "ceasefire", "possible")),
        ("An exchange of prisoners took place on Monday.", ("release", "exchange", "held")),
        ("The accord between Togo and Gabon ended the strike.", ("agree", "accord", "held")),
        ("Togo denounced an accord signed last year with Gabon.", ("agree", "signed", "held")),
        ("The committee met in Accra.", ("meet", "met", "held")),
        ("The plan was first advanced by Togo.", ("propose", "advanced", "held")),
    ],
)
def test_a_noun_or_participle_that_tells_of_it_is_an_event(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in seen(text)


def test_two_rounds_have_each_their_own_place_and_day() -> None:
    found = events("Talks will resume in Quito tomorrow and in Lima on Friday.")
    rounds = [(one.place, one.when) for one in found if one.type == "resume"]
    assert rounds == [("Quito", "2022-03-17"), ("Lima", "2022-03-18")]


def test_a_day_belongs_to_its_own_place_only() -> None:
    found = events("Talks will resume in Quito and in Lima on Friday.")
    rounds = [(one.place, one.when) for one in found if one.type == "resume"]
    assert rounds == [("Quito", None), ("Lima", "2022-03-18")]


def test_talks_have_the_place_and_time_of_the_verb_they_are_the_subject_of() -> None:
    found = events("A third round of talks to end the strike is due to open in Accra on Friday.")
    (talks,) = [one for one in found if one.type == "talks"]
    assert (talks.place, talks.when, talks.status) == ("Accra", "2022-03-18", "announced")


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Togo and Mali are due to resume in Accra on Friday.",
        "Talks between Togo and Mali will be resumed in Accra on Friday.",
        "Togo and Mali will resume talks in Accra on Friday.",
    ],
)
def test_talks_that_resume_are_one_event_with_their_sides(text: str) -> None:
    found = [(one.type, one.place, one.when, one.actors) for one in events(text)]
    assert found == [("resume", "Accra", "2022-03-18", ("Togo", "Mali"))]


def test_whom_somebody_is_asked_to_meet_acts() -> None:
    (met,) = [
        one for one in events("Kari Lunde was asking Togo, Gabon and Mali to meet on Friday.") if one.type == "meet"
    ]
    assert (set(met.actors), met.status) == ({"Togo", "Gabon", "Mali"}, "possible")


@pytest.mark.parametrize(
    "text",
    [
        "Togo urged Gabon to accept the plan.",
        "Togo demanded that Gabon reject the plan.",
        "If Gabon rejects the plan, Togo wins.",
    ],
)
def test_what_is_asked_of_a_party_is_no_deed_of_it(text: str) -> None:
    assert not {kind for kind, _, _ in seen(text)} & {"accept", "reject"}


def test_a_dateline_is_no_place_of_the_talks() -> None:
    found = events("OSLO, March 13 (Courier) - Togo and Gabon resumed talks in Accra on Monday, the two sides said.")
    assert {(one.place, one.when) for one in found if one.type == "resume"} == {("Accra", "2022-03-14")}


@pytest.mark.parametrize("text", ["Neither side accepted the plan.", "None of the rebels signed the accord."])
def test_what_nobody_did_did_not_happen(text: str) -> None:
    assert {status for _, _, status in seen(text)} == {"denied"}


def test_a_passing_mention_that_names_nobody_tells_of_no_round() -> None:
    assert "talks" not in {kind for kind, _, _ in seen("No invitation to the talks had come.")}


def test_what_was_demanded_and_then_done_is_done() -> None:
    text = "Togo demanded that Gabon agree to a recount; on Monday Gabon agreed to a recount."
    assert ("agree", "held") in {(kind, status) for kind, _, status in seen(text)}
    text = "Togo demanded that Gabon agree to a recount; Gabon agreed to a recount."
    assert [(kind, status) for kind, _, status in seen(text) if kind == "agree"] == [("agree", "held")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile will resume stalled port talks in Lima on Friday.", ("resume", "resume", "announced")),
        ("The two unions last met in May.", ("meet", "met", "held")),
        ("Peru and Chile have agreed a safe corridor.", ("agree", "agreed", "held")),
        ("Peru agreed on Monday to share the port.", ("agree", "agreed", "held")),
        ("Norway brokered the exchange.", ("mediate", "brokered", "held")),
        ("The plan was circulated on Monday.", ("propose", "circulated", "held")),
        ("Rosa Leal spoke by phone with President Otto Vik.", ("meet", "spoke", "held")),
        ("Rosa Leal backed down in a call with Otto Vik.", ("meet", "call", "held")),
        ("A fresh round is scheduled for Friday.", ("talks", "round", "announced")),
        ("The union will return to the table on Friday.", ("resume", "return", "announced")),
        ("Parliament’s vote is expected next month.", ("vote", "vote", "announced")),
        ("The Chilean delegation walked out of the talks.", ("suspend", "walked", "held")),
        ("Norway is hosting the talks in Bergen.", ("talks", "talks", "ongoing")),
    ],
)
def test_british_verbs_calls_rounds_and_votes_are_events(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in seen(text)


@pytest.mark.parametrize(
    "text",
    [
        "Drivers will walk out for two days.",
        "The collapse of the bank shook Lima.",
        "There can be no dialogue under fire.",
        "Peru still refuses to recognise the line.",
        "The strike goes on unless the owners agree to pay.",
        "Will Peru sign the accord?",
        "They spoke of elections.",
    ],
)
def test_strikes_attitudes_questions_and_topics_are_no_events(text: str) -> None:
    assert seen(text) == []


def test_talks_a_journey_is_made_for_are_where_it_leads() -> None:
    text = "The envoy Kari Lunde flew to Havana for a second round of talks."
    (talks,) = [one for one in events(text) if one.type == "talks"]
    assert (talks.place, talks.status) == ("Havana", "announced")


def test_a_journey_to_the_capital_ends_in_the_city_named_behind_it() -> None:
    (travel,) = events("The envoy Kari Lunde arrived in the Cuban capital, Havana, on Monday.")
    assert (travel.type, travel.place) == ("travel", "Havana")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers of Peru and Chile agreed that the dam will be filled.", ("agree", "agreed", "held")),
        ("Peru sent its envoy to Havana on Monday.", ("travel", "sent", "held")),
        ("Rosa Leal phoned Otto Vik on Monday.", ("meet", "phoned", "held")),
        ("The accord, brokered by Norway, holds.", ("mediate", "brokered", "held")),
        ("Officials hope for a signing ceremony in Lima in May.", ("agree", "signing", "possible")),
        ("Parliament meets on Friday in Lima to vote.", ("vote", "vote", "possible")),
        ("Peru left after talks in Lima.", ("talks", "talks", "held")),
        ("Peru will strike on Friday after talks in Lima.", ("talks", "talks", "held")),
        ("Peru will not move before the election in June.", ("vote", "election", "announced")),
        ("The council voted in a ballot that closed on Monday.", ("vote", "ballot", "held")),
    ],
)
def test_ministers_envoys_calls_and_ballots_make_events(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in seen(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army must reach a deal.",
        "Peru has yet to ratify the treaty.",
        "The union was blamed for failing to free the crew.",
        "The map met all of its demands.",
        "The summit will go ahead.",
        "Rosa Leal spoke at a press conference.",
        "Rosa Leal told Congress on Monday that it was over.",
        "A 48-hour stoppage was called off.",
        "Rosa Leal felt no need to negotiate with the union.",
    ],
)
def test_what_is_owed_or_met_halfway_is_no_event(text: str) -> None:
    assert [one for one in seen(text) if one[0] != "meet" or "summit" not in text] == []


def test_a_day_behind_an_infinitive_dates_what_was_agreed() -> None:
    (agreed,) = [one for one in events("Peru and Chile have agreed to hold a vote on 24 May.") if one.type == "agree"]
    assert (agreed.status, agreed.when) == ("held", None)


def test_a_journey_does_not_end_where_it_began() -> None:
    (flight,) = events("The envoy Kari Lunde flew in from Havana.")
    assert flight.place is None


def dated(text: str, published: date = date(2031, 5, 10)) -> list[tuple[str, str, str | None]]:
    found = read(text, published=published, language="en").events
    return [(one.type, one.status, one.when) for one in found]


def test_an_announced_meeting_is_not_held_because_its_day_has_passed() -> None:
    text = "On 1 May the ferry union announced that it would meet the Harbour Company on 7 May."
    assert dated(text) == [("meet", "announced", "2031-05-07")]


def test_what_will_be_is_still_to_come_at_the_turn_of_the_year() -> None:
    text = "The Harbour Company will meet the ferry union on 30 December."
    assert dated(text, date(2032, 1, 2)) == [("meet", "announced", "2032-12-30")]


def test_a_meeting_that_was_had_has_no_day_still_to_come() -> None:
    assert dated("Rosa Leal met the Chilean delegation on 05/20/2031.") == [("meet", "held", None)]


def _actors(text: str) -> list[tuple[str, ...]]:
    return [one.actors for one in read(text, published=date(2031, 5, 10), language="en").events]


def test_who_only_tells_of_a_meeting_was_not_at_it() -> None:
    assert _actors("Otto Vik said the talks between Peru and Chile were held in Lima.") == [("Peru", "Chile")]
    assert _actors("Otto Vik announced a meeting in Lima.") == [()]
    assert _actors("Peru called for talks with Chile.") == [("Peru", "Chile")]


def test_an_institution_named_after_its_people_is_one() -> None:
    assert _actors("The Women's Assembly of Peru met Otto Vik in Lima.") == [("Women's Assembly of Peru", "Otto Vik")]
    assert _actors("The Workers' Party met Otto Vik in Lima.") == [("Workers' Party", "Otto Vik")]


def test_the_time_of_what_is_refused_is_no_day_of_the_refusal() -> None:
    found = read("Peru rejects sailings at the weekend only.", published=date(2031, 5, 7), language="en").events
    assert [(one.status, one.when) for one in found] == [("ongoing", None)]


def test_a_verb_of_motion_may_end_the_text() -> None:
    assert read("Peru will go", published=date(2031, 5, 7), language="en").events == []

"""A report that mentions talks does not say that they took place: held only where its words do."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading import read

SATURDAY = date(2031, 5, 10)


def rounds(text: str) -> list[tuple[str, str, str | None]]:
    """The meetings, talks and journeys told of, with status and day."""
    found = read(text, published=SATURDAY, language="en").events
    return [(one.type, one.status, one.when) for one in found if one.type in {"meet", "talks", "travel", "resume"}]


@pytest.mark.parametrize(
    "text",
    [
        "Gaps remain in the talks on a truce.",
        "Otto Vik said talks with the ferry union were a waste of time.",
        "There is no alternative to talks with the ferry union.",
        "An official of the Chilean negotiating team said the text was ready.",
    ],
)
def test_talks_that_are_only_mentioned_are_not_held(text: str) -> None:
    assert {(status, when) for _, status, when in rounds(text)} <= {("ongoing", None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between Peru and Chile began in Lima on Friday.", ("talks", "held", "2031-05-09")),
        ("Talks in Lima ended on Friday.", ("talks", "held", "2031-05-09")),
        ("The talks took place in Lima.", ("talks", "held", None)),
        ("The talks were held in Lima.", ("talks", "held", None)),
        ("Peru held talks with Chile in Lima on Friday.", ("talks", "held", "2031-05-09")),
        ("Peru took part in talks with Chile in Lima.", ("talks", "held", None)),
        ("Rosa Leal backed down in a call with Otto Vik.", ("meet", "held", None)),
    ],
)
def test_talks_are_held_where_a_verb_says_so(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in rounds(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The ferry union ruled out talks with the owners.", "denied"),
        ("The ferry union has never held talks with the owners.", "denied"),
        ("The two sides did not hold talks.", "denied"),
        ("The meeting did not take place.", "denied"),
        ("The ferry union skipped talks with the owners.", "denied"),
        ("The union said reports of a meeting with Peru on Friday were false.", "possible"),
        ("The meeting between Peru and Chile was cancelled.", "cancelled"),
        ("A planned meeting between Peru and Chile fell through.", "cancelled"),
        ("Peru called off its talks with Chile.", "cancelled"),
        ("Peru flew to Lima to hold talks with Chile on Friday.", "announced"),
        ("Peru and Chile have talks on Sunday.", "announced"),
        ("The opposition said nothing of a peace conference in Lima later this month.", "possible"),
    ],
)
def test_talks_shunned_called_off_or_still_to_come_are_not_held(text: str, status: str) -> None:
    assert {told for kind, told, _ in rounds(text) if kind != "travel"} == {status}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru did not rule out postponing the talks beyond Sunday.", ("talks", "ongoing", None)),
        ("Peru did not rule out extending the talks beyond Sunday.", ("talks", "ongoing", None)),
        ("Peru did not rule out holding talks with Chile on Sunday.", ("talks", "possible", "2031-05-11")),
        ("Peru did not rule out a meeting with Chile.", ("meet", "possible", None)),
        ("Peru would not rule out a meeting with Chile.", ("meet", "possible", None)),
        ("Peru ruled out holding talks with Chile.", ("talks", "denied", None)),
        ("Peru has not ruled out postponing the talks until Sunday.", ("talks", "possible", "2031-05-11")),
        ("Peru considered postponing the talks until Sunday.", ("talks", "possible", "2031-05-11")),
        ("Peru refused to postpone the talks until Sunday.", ("talks", "announced", None)),
        ("The talks went on beyond Friday.", ("talks", "ongoing", None)),
    ],
)
def test_what_is_only_not_ruled_out_has_not_been_held(text: str, expected: tuple[str, str, str | None]) -> None:
    assert rounds(text) == [expected]


def test_a_meeting_put_off_is_postponed_from_its_day_and_announced_for_the_new_one() -> None:
    expected = [("meet", "postponed", "2031-05-11"), ("meet", "announced", "2031-05-13")]
    assert rounds("The meeting between Peru and Chile on Sunday was postponed to Tuesday.") == expected
    assert rounds("Peru postponed Sunday's meeting with Chile to Tuesday.") == expected
    assert rounds("The postponement of the meeting from 11 May to 13 May angered Peru.") == expected
    assert rounds("The meeting between Peru and Chile was put off.") == [("meet", "postponed", None)]


def test_a_day_that_a_meeting_is_put_off_to_is_not_that_of_putting_it_off() -> None:
    for text in ("Peru postponed the talks to Tuesday.", "The postponement of the talks to Tuesday angered Peru."):
        found = read(text, published=SATURDAY, language="en").events
        assert [one.when for one in found if one.type == "suspend"] == [None]


def test_a_call_to_put_a_meeting_off_moves_no_meeting() -> None:
    assert rounds("Peru asked for the postponement of the meeting to Tuesday.") == [("meet", "possible", "2031-05-13")]
    assert rounds("A postponement of the meeting is possible.") == []


def test_a_weekday_beside_a_cancellation_is_no_day_of_the_meeting() -> None:
    assert rounds("Peru cancelled its meeting with Chile on Sunday.") == [("meet", "cancelled", None)]


def test_a_meeting_that_did_not_take_place_is_the_one_that_was_planned() -> None:
    text = "Peru was to meet Chile on Thursday, but the meeting did not take place."
    assert rounds(text) == [("meet", "announced", "2031-05-08"), ("meet", "denied", "2031-05-08")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The round of 4 May was not held.", "2031-05-04"),
        ("The round set for 4 May was never held.", "2031-05-04"),
        ("No round was held on 4 May.", "2031-05-04"),
        ("The round of 13 May will not be held.", "2031-05-13"),
        ("Otto Vik said the round would not take place on 13 May.", "2031-05-13"),
        ("Peru will not hold talks with Chile on 13 May.", "2031-05-13"),
    ],
)
def test_a_round_that_was_not_or_will_not_be_held_is_told_as_that(text: str, day: str) -> None:
    assert rounds(text) == [("talks", "denied", day)]


def test_the_day_of_an_arrival_is_not_that_of_the_meeting_behind_it() -> None:
    text = "A delegation of Chile arrived in Lima on Monday evening and was due to meet Otto Vik."
    assert rounds(text) == [("travel", "held", "2031-05-05"), ("meet", "announced", None)]


def test_a_day_before_another_deed_is_not_that_of_the_meeting() -> None:
    assert rounds("Peru met Chile two days before the 5 May vote.") == [("meet", "held", None)]


def test_a_refusal_in_the_past_denies_a_meeting_of_the_past() -> None:
    assert rounds("Chile refused to meet Peru on Friday.") == [("meet", "denied", "2031-05-09")]


def test_what_would_have_been_or_nearly_was_is_not_held() -> None:
    assert rounds("Chile would have met Peru on Friday.") == [("meet", "possible", "2031-05-09")]
    assert rounds("Chile nearly met Peru on Friday.") == [("meet", "denied", "2031-05-09")]


def test_a_second_meeting_of_the_same_two_is_told_beside_the_first() -> None:
    expected = [("meet", "held", "2031-04"), ("meet", "announced", "2031-05-11")]
    assert rounds("Chile, which met Peru in April, will meet it again on Sunday.") == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Peru and Chile held talks in Lima on Monday. A third round will be held in Lima on 28 May.", 2),
        ("Peru and Chile met after talks in Lima. A third round will be held in Lima on 28 May.", 1),
        ("Peru and Chile held talks in Lima on Monday. The talks in Lima on Monday were tense.", 1),
    ],
)
def test_a_further_round_in_one_town_is_a_round_of_its_own(text: str, days: int) -> None:
    told = [(status, when) for kind, status, when in rounds(text) if kind == "talks" and when]
    assert len(told) == days
    assert (("announced", "2031-05-28") in told) == ("28 May" in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks in Lima ran from 28 April to 3 May.", ("talks", "held", "2031-04-28/2031-05-03")),
        ("The talks took place between 28 April and 3 May.", ("talks", "held", "2031-04-28/2031-05-03")),
        (
            "The talks were held from 30 December 2030 to 2 January 2031.",
            ("talks", "held", "2030-12-30/2031-01-02"),
        ),
        ("Talks will be held in Lima from 30 May to 2 June.", ("talks", "announced", "2031-05-30/2031-06-02")),
    ],
)
def test_talks_over_the_end_of_a_month_or_year_have_all_their_days(
    text: str, expected: tuple[str, str, str | None]
) -> None:
    assert rounds(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A meeting planned for Sunday between Peru and the UN envoy was called off.", [("cancelled", "2031-05-11")]),
        ("Talks set for Sunday between Peru and Chile have been cancelled.", [("cancelled", None)]),
        (
            "A meeting scheduled for 28 May between Peru and Chile was postponed to 30 May.",
            [("postponed", "2031-05-28"), ("announced", "2031-05-30")],
        ),
        (
            "A fourth round that had been scheduled for 28 May has been put off until 30 May.",
            [("postponed", "2031-05-28"), ("announced", "2031-05-30")],
        ),
    ],
)
def test_what_became_of_a_meeting_is_told_behind_its_plan_and_its_guests(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(status, when) for _, status, when in rounds(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The envoy worked on Monday to save the truce talks.",
        "Shelling on Monday threatened the talks.",
        "A truce is to begin on 28 May, to be followed by talks on the border.",
    ],
)
def test_talks_that_are_only_saved_threatened_or_to_follow_are_no_round(text: str) -> None:
    assert [kind for kind, _, _ in rounds(text) if kind == "talks"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The preparatory call was cancelled.", [("meet", "cancelled", None)]),
        ("Talks are to be held in Lima on 12 May.", [("talks", "announced", "2031-05-12")]),
        (
            "The envoy arrived in Lima on Friday to meet the delegation of Chile.",
            [("travel", "held", "2031-05-09"), ("meet", "announced", None)],
        ),
    ],
)
def test_what_was_called_off_or_set_is_told_and_has_no_day_of_another(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert rounds(text) == expected


@pytest.mark.parametrize("text", ["The current round ends on Sunday.", "Talks are due to end in Lima on 28 May."])
def test_the_day_on_which_talks_will_end_is_no_round_to_come(text: str) -> None:
    assert [(kind, status, when) for kind, status, when in rounds(text)] == [("talks", "ongoing", None)]


def test_the_day_a_meeting_was_put_off_from_or_to_lies_where_the_words_say() -> None:
    text = "Talks due to start in Lima on Friday have been put back to Tuesday."
    assert rounds(text) == [("talks", "postponed", "2031-05-09"), ("talks", "announced", "2031-05-13")]
    assert rounds("The talks in Lima, postponed from 28 April, opened on Friday.") == [("talks", "held", "2031-05-09")]


def test_the_day_a_meeting_was_first_set_for_is_not_the_day_it_was_held() -> None:
    text = "The meeting, originally set for 1 May, took place on 4 May."
    assert [(status, when) for _, status, when in rounds(text)] == [("held", "2031-05-04")]


@pytest.mark.parametrize(
    "text", ["There are no plans for a meeting on 28 May.", "There is no chance of talks on 28 May."]
)
def test_what_nobody_plans_is_not_announced(text: str) -> None:
    assert rounds(text) == []


def test_a_meeting_moved_to_another_town_is_not_put_off() -> None:
    assert {status for _, status, _ in rounds("The meeting was moved from Lima to Quito.")} & {"postponed"} == set()


@pytest.mark.parametrize(
    "text",
    [
        "Peru rejected the cancellation of the talks with Chile.",
        "The talks with Chile were nearly cancelled.",
        "The talks with Chile were not cancelled.",
        "Peru has not cancelled the talks with Chile.",
        "Peru denied that the talks with Chile had been cancelled.",
    ],
)
def test_talks_that_are_not_called_off_stand(text: str) -> None:
    assert {status for _, status, _ in rounds(text)} <= {"ongoing", "possible", "announced"}


def test_what_was_planned_for_one_day_and_will_be_on_another_has_been_put_off() -> None:
    expected = [("talks", "postponed", "2031-05-11"), ("talks", "announced", "2031-05-13")]
    assert rounds("The round planned for 11 May will now be held on 13 May.") == expected
    assert rounds("Talks set for Sunday will go ahead on Tuesday.") == expected
    assert rounds("The talks would have been held on 11 May.") == [("talks", "possible", "2031-05-11")]

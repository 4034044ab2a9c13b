"""Who wants, accepts or rejects what, with its polarity."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading import read
from taqrib.reading.findings import Stance


def stances(text: str) -> list[Stance]:
    return read(text, published=date(2022, 3, 16), language="en").stances


def held(text: str) -> list[tuple[str, str]]:
    return [(one.holder, one.kind) for one in stances(text)]


@pytest.mark.parametrize(
    ("text", "holder", "kind"),
    [
        ("The union demanded a pay rise.", "union", "demand"),
        ("Chile called for a new line at sea.", "Chile", "demand"),
        ("Chile urged Peru to withdraw its ships.", "Chile", "demand"),
        ("Chile insists on a new line at sea.", "Chile", "demand"),
        ("Chile wants Peru to withdraw its ships.", "Chile", "demand"),
        ("Rosa Leal said Peru must withdraw its ships.", "Rosa Leal", "demand"),
        ("The union has asked for a pay rise.", "union", "demand"),
        ("The union refused to discuss pensions.", "union", "reject"),
        ("The army rejected the plan.", "army", "reject"),
        ("Peru ruled out a new line.", "Peru", "reject"),
        ("Rosa Leal said she would not sign under threat.", "Rosa Leal", "reject"),
        ("The union is not willing to talk.", "union", "reject"),
        ("Peru is opposed to a new line.", "Peru", "reject"),
        ("Peru does not accept the proposal.", "Peru", "reject"),
        ("Peru will not accept the proposal.", "Peru", "reject"),
        ("Norway does not endorse the proposal.", "Norway", "reject"),
        ("Rosa Leal said it was not possible to divide the port.", "Rosa Leal", "reject"),
        ("Rosa Leal said there was no place for militias in the port.", "Rosa Leal", "reject"),
        ("Peru sees no reason to negotiate.", "Peru", "reject"),
        ("Peru accepted the proposal.", "Peru", "accept"),
        ("Peru agreed to share the port.", "Peru", "accept"),
        ("Peru is ready to share the port.", "Peru", "accept"),
        ("The army offered to withdraw.", "army", "offer"),
        ("The rebels dropped their demand for a new charter.", "rebels", "drop"),
        ("The rebels said they would no longer demand a new charter.", "rebels", "drop"),
        ("Peru expressed strong reservations about the map.", "Peru", "reserve"),
        ("Norway backed the proposal.", "Norway", "support"),
        ("The army pledged to withdraw.", "army", "commit"),
        ("Kari Lunde said she would not give up.", "Kari Lunde", "commit"),
        ("“We are not going to sign,” Rosa Leal said.", "Rosa Leal", "reject"),
        ("“If Chile frees the crew, we will withdraw,” Rosa Leal said.", "Rosa Leal", "condition"),
        ("Gen Paulo Cruz warned that his troops would not leave the port.", "Paulo Cruz", "reject"),
        ("Rosa Leal blamed Chile for setting preconditions.", "Chile", "condition"),
    ],
)
def test_a_stance_has_its_holder_and_its_kind(text: str, holder: str, kind: str) -> None:
    assert (holder, kind) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru did not rule out a new line.",
        "The union did not demand a rise.",
        "The army declined to comment.",
        "The rebels rejected the claim.",
        "If Peru rejects the plan, war may follow.",
        "The navy dropped a bomb.",
        "Residents want the army to leave.",
        "Can Peru accept a new line?",
    ],
)
def test_what_shows_no_stance_gives_none(text: str) -> None:
    assert held(text) == []


def test_a_condition_keeps_both_halves() -> None:
    text = "Peru is ready to share the port if Chile withdraws its ships."
    (one,) = stances(text)
    assert one.kind == "condition"
    assert one.requires is not None
    assert text[slice(*one.requires)] == "if Chile withdraws its ships"
    assert text[slice(*one.evidence)] == text.removesuffix(".")


def test_a_date_is_no_condition() -> None:
    (one,) = stances("Peru is ready to share the port until May.")
    assert (one.kind, one.requires) == ("accept", None)


def test_the_demand_of_a_paper_is_its_authors() -> None:
    assert ("council", "demand") in held("A letter signed by the council demanded a recount.")


def test_a_double_negation_is_left_unsure() -> None:
    (one,) = stances("Peru said it would not sign without a map.")
    assert one.unsure == ("more than one negation",)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Togo repeated its demand that Gabon commit to a lasting truce.", "Gabon"),
        ("Togo demands that Gabon accept the map.", "Gabon"),
        ("Togo called on Gabon to accept the map.", "Gabon"),
        ("Togo insisted that Gabon agree to a recount.", "Gabon"),
        ("Togo wants Gabon, Mali and Niger to agree to a recount.", "Gabon"),
        ("The envoy asked whether Gabon would accept the map.", "Gabon"),
        ("Unless Gabon accepts the map, Togo will leave.", "Gabon"),
        ("The condition that Gabon commit to a recount was repeated.", "Gabon"),
        ("Under the plan Gabon would have to accept the map.", "Gabon"),
        ("Gabon should accept the map, Amina Sow said.", "Gabon"),
        ("Gabon must not accept the map, Amina Sow said.", "Gabon"),
        ("Togo hopes that Gabon will accept the map.", "Gabon"),
        ("Togo fears Gabon will reject the map.", "Gabon"),
        ("Gabon has not confirmed that it accepts the map.", "Gabon"),
        ("Amina Sow denied that Gabon had accepted the map.", "Gabon"),
    ],
)
def test_what_is_wanted_supposed_or_doubted_is_not_the_partys_own_position(text: str, party: str) -> None:
    assert party not in {holder for holder, _ in held(text)}


def test_a_demand_that_was_rejected_shows_both_positions() -> None:
    assert {("Togo", "demand"), ("Gabon", "reject")} <= set(held("Togo's demand for a recount was rejected by Gabon."))


def test_an_offer_with_an_if_stays_an_offer_and_keeps_the_if() -> None:
    text = "The Liberals offered the cabinet a safety net if the premier lost his majority."
    (one,) = stances(text)
    assert (one.holder, one.kind) == ("Liberals", "offer")
    assert one.requires is not None
    assert text[slice(*one.requires)] == "if the premier lost his majority"


@pytest.mark.parametrize(
    "text",
    [
        "Togo said it would sign only if Gabon freed the crew.",
        "Togo will not sign unless Gabon frees the crew.",
        "Amina Sow said the accord could not be signed until Gabon had freed the crew.",
        "Togo's condition for signing the accord is that Gabon withdraw.",
    ],
)
def test_what_a_side_lays_down_is_a_condition(text: str) -> None:
    assert {kind for _, kind in held(text)} == {"condition"}


def test_an_announced_meeting_is_no_acceptance() -> None:
    assert held("“We will meet the council on Thursday,” Amina Sow said.") == []


@pytest.mark.parametrize(
    ("text", "holder", "kind"),
    [
        ("Gabonese opposition to a new line delayed the vote.", "Gabon", "reject"),
        ("Amina Sow repeated her offer to share the port.", "Amina Sow", "offer"),
        ("Togo's aim is to keep the port.", "Togo", "demand"),
        ("Togo warned Gabon not to close the strait.", "Togo", "demand"),
        ("Gabon needs to open the strait, Amina Sow said.", "Amina Sow", "demand"),
        ("The plan was first advanced by Togo.", "Togo", "offer"),
        ("Togo set out a timetable for the withdrawal.", "Togo", "offer"),
    ],
)
def test_nouns_and_phrases_show_a_stance_as_well(text: str, holder: str, kind: str) -> None:
    assert (holder, kind) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Togo warned Gabon not to think that the storm was over.",
        "Togo dropped its opposition to a new line.",
        "Togo has been backed by Gabonese troops.",
    ],
)
def test_a_word_of_position_in_another_use_gives_no_such_stance(text: str) -> None:
    assert not {kind for _, kind in held(text)} & {"demand", "reject", "support"}


@pytest.mark.parametrize(
    "text",
    [
        "Neither side has accepted the map.",
        "Neither Togo nor Gabon has accepted the map.",
        "No party has agreed to a truce.",
    ],
)
def test_what_nobody_accepts_is_not_accepted(text: str) -> None:
    assert "accept" not in {kind for _, kind in held(text)}


@pytest.mark.parametrize(
    "text", ["Togo has no objection and accepted the map.", "With no deal in sight Togo agreed to a truce."]
)
def test_a_no_beside_the_subject_denies_nothing(text: str) -> None:
    assert held(text) == [("Togo", "accept")]


@pytest.mark.parametrize(
    ("text", "holder", "kind"),
    [
        ("Peru wants a cap on catches.", "Peru", "demand"),
        ("Rosa Leal encouraged both delegations to return to Lima.", "Rosa Leal", "demand"),
        ("Rosa Leal stressed the need for a joint patrol.", "Rosa Leal", "demand"),
        ("The parties agreed a safe corridor.", "parties", "accept"),
        ("Chile agreed on Monday to share the port.", "Chile", "accept"),
        ("The union voted 60-4 on Monday to accept the offer.", "union", "accept"),
        ("The union voted against the offer.", "union", "reject"),
        ("Peru does not believe that the bay can be divided.", "Peru", "reject"),
        ("Peru turned it down.", "Peru", "reject"),
        ("The map, twice rejected by Chile, was redrawn.", "Chile", "reject"),
        ("The union countered with a shorter week.", "union", "offer"),
        ("Dockers will strike on Friday unless the owners pay.", "Dockers", "condition"),
        ("Rosa Leal said the patrols would stay in place until every sailor was freed.", "Rosa Leal", "condition"),
        ("Peru says Chile must leave the bay before talks can begin.", "Peru", "condition"),
        ("Chile says it will not return as long as patrols continue.", "Chile", "condition"),
        ("Peru is ready to talk, but only if Chile frees the crew.", "Peru", "condition"),
        ("Rosa Leal said the port must be handed over first.", "Rosa Leal", "demand"),
        ("Rosa Leal said she would not be dictated to.", "Rosa Leal", "reject"),
        ("Rosa Leal was “ready to live with” inspections.", "Rosa Leal", "accept"),
    ],
)
def test_votes_ultimatums_and_british_verbs_show_a_stance(text: str, holder: str, kind: str) -> None:
    assert (holder, kind) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "Backed by Chile, the ferries sailed.",
        "Peru agreed the night was cold.",
        "Rosa Leal said it must be remembered that the bay is deep.",
        "Rosa Leal stressed the beauty of the bay.",
        "“It is not like we will wait,” Rosa Leal said.",
        "Greece said it would not stand in the way.",
        "Greece said it would not block the accord.",
    ],
)
def test_a_modifier_a_thought_or_a_simile_is_no_stance(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "holder", "kind"),
    [
        ("Rosa Leal said his side was ready to hand over the port if the army left.", "Rosa Leal", "condition"),
        ("“If the army does not leave, we will not sign,” Rosa Leal said.", "Rosa Leal", "condition"),
        ("“Until the army leaves, there will be no vote,” Rosa Leal said.", "Rosa Leal", "condition"),
        ("Rosa Leal said no date would be set until every ship had left.", "Rosa Leal", "condition"),
        ("Rosa Leal said her team would not travel until the crew was freed.", "Rosa Leal", "condition"),
        ("Rosa Leal said trade cannot resume while ships remain in the bay.", "Rosa Leal", "condition"),
        (
            "“As soon as they are free, safe and sound, the union will be ready to talk,” he said.",
            "union",
            "condition",
        ),
        ("Peru demanded that the line be drawn before any vote was held.", "Peru", "condition"),
        ("“We will not go until the company pays,” Rosa Leal said.", "Rosa Leal", "condition"),
        ("Rosa Leal said no captive would be freed before a truce had held.", "Rosa Leal", "condition"),
        ("Peru could accept the text, but only if Chile signed the annex.", "Peru", "condition"),
        ("Rosa Leal said she did not want to sign the map.", "Rosa Leal", "reject"),
        ("The opposition vowed to block the accord.", "opposition", "reject"),
        ("Rosa Leal vowed not to be bound by the accord.", "Rosa Leal", "reject"),
        ("Rosa Leal said Peru was not considering lifting the blockade.", "Peru", "reject"),
        ("Rosa Leal said she would not give up the port.", "Rosa Leal", "reject"),
        ("Rosa Leal said she would no longer attend the meetings.", "Rosa Leal", "reject"),
        ("Peru dismissed the idea.", "Peru", "reject"),
        ("Peru continues to insist on a new line.", "Peru", "demand"),
        ("Rosa Leal insisted that no soldier should stay.", "Rosa Leal", "demand"),
        ("“We no longer insist on a new line,” Rosa Leal said.", "Rosa Leal", "drop"),
        ("The union has dropped a proposal for a new fee.", "union", "drop"),
        (
            "Rosa Leal has long spoken of peace. She wants Chile to leave the bay.",
            "Rosa Leal",
            "demand",
        ),
    ],
)
def test_conditions_refusals_and_pronouns_find_their_holder(text: str, holder: str, kind: str) -> None:
    assert (holder, kind) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "“We never agreed to free anyone,” Rosa Leal said.",
        "“It was not possible to reach a deal today,” Rosa Leal said.",
        "The council said its understanding with Peru would expire in May.",
        "Rosa Leal said she expected both to sign in May.",
        "Rosa Leal failed to say who should guard the road.",
        "Peru refused to rule out a new line.",
        "Rosa Leal declined to speak to reporters.",
        "Chile condemned the attack.",
        "Rosa Leal said there would be no deal this week.",
    ],
)
def test_what_is_foreseen_past_or_only_said_is_nobodys_position(text: str) -> None:
    assert held(text) == []


def test_it_is_not_whom_a_demand_was_made_of() -> None:
    text = "The union has dropped its demand that Peru commit to a truce before signing. It wants written guarantees."
    assert ("union", "demand") in held(text)
    assert "Peru" not in {holder for holder, _ in held(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru has not accepted the proposal.",
        "Peru has not yet agreed to the proposal.",
        "Peru did not accept the proposal.",
        "Peru never accepted the proposal.",
        "Norway has not endorsed the proposal.",
        "Peru is not yet ready to accept the proposal.",
    ],
)
def test_what_has_not_been_accepted_was_not_refused_by_that(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru no longer rejects the proposal.",
        "Peru no longer opposes the proposal.",
        "Peru no longer rules out the proposal.",
        "Peru does not reject the proposal.",
        "Peru gave up its opposition to the proposal.",
        "Peru's opposition to the proposal has ended.",
        "Peru's former opposition to the proposal is well known.",
        "Peru expressed no reservations about the proposal.",
        "It is not true that Peru rejects the proposal.",
        "It is untrue that Peru rejects the proposal.",
    ],
)
def test_whoever_does_not_or_no_longer_rejects_holds_nothing_by_that(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Perhaps Peru accepts the proposal.",
        "Peru will probably accept the proposal.",
        "Peru, perhaps, accepts the proposal.",
        "Peru reportedly rejects the proposal.",
        "Peru almost accepted the proposal.",
        "It is likely that Peru will accept the proposal.",
        "It is expected that Peru will accept the proposal.",
        "Peru may be ready to accept the proposal.",
        "Peru seems ready to accept the proposal.",
        "Peru would have accepted the proposal.",
        "Peru was going to accept the proposal.",
        "Rosa Leal predicted that Peru would accept the proposal.",
    ],
)
def test_what_may_be_is_nobodys_stance(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru and not Chile demands a new line at sea.",
        "Peru rather than Chile rejects the proposal.",
        "Peru instead of Chile accepted the proposal.",
        "Peru, unlike Chile, rejects the proposal.",
        "Peru but not Chile accepted the proposal.",
        "Unlike Chile, Peru rejects the proposal.",
        "Peru, which unlike Chile rejects the proposal, met Norway.",
        "The proposal was rejected not by Chile but by Peru.",
    ],
)
def test_who_is_named_only_in_contrast_holds_nothing(text: str) -> None:
    assert [holder for holder, _ in held(text)] == ["Peru"]


@pytest.mark.parametrize(
    "text",
    [
        "It was not Chile that rejected the proposal.",
        "Neither Peru nor Chile accepts the proposal.",
        "Rosa Leal refused to say that Peru rejects the proposal.",
        "Peru's support for the proposal is in doubt.",
        "Peru's acceptance of the proposal is unlikely.",
        "Norway awaits Peru's acceptance of the proposal.",
    ],
)
def test_words_that_deny_it_are_not_cut_off(text: str) -> None:
    assert held(text) == []


def test_what_is_accepted_now_is_not_demanded_with_what_was_demanded_then() -> None:
    text = "Peru, which had demanded the port, now accepts the proposal."
    assert [(one.kind, text[slice(*one.evidence)]) for one in stances(text)] == [
        ("demand", "Peru, which had demanded the port"),
        ("accept", "accepts the proposal"),
    ]


@pytest.mark.parametrize("word", ["never", "not", "under no circumstances", "in no way"])
def test_a_denial_in_quotation_marks_is_one(word: str) -> None:
    for text in (f'Peru would "{word}" accept the map.', f'Rosa Leal said Peru would "{word}" agree to the map.'):
        assert [one.kind for one in read(text, language="en").stances if one.kind != "reject"] == []


@pytest.mark.parametrize(
    "text",
    [
        "If Peru accepts joint patrols, Chile will accept the map.",
        "The Chilean envoy said that if Peru accepted joint patrols, Chile would accept the map.",
    ],
)
def test_a_yes_behind_an_if_is_a_condition(text: str) -> None:
    (one,) = read(text, published=date(2031, 5, 7), language="en").stances
    assert (one.holder, one.kind) == ("Chile", "condition")
    assert one.requires is not None
    assert text[slice(*one.requires)].lower().startswith("if peru accept")


@pytest.mark.parametrize(
    "text",
    [
        "Peru withdrew its offer to move the line.",
        "Peru retracted its proposal for a map.",
        "Peru revoked its acceptance of the map.",
        "Peru rescinded its consent to the map.",
        "Peru took back its acceptance of the map.",
        "Peru went back on its pledge to accept the map.",
    ],
)
def test_what_is_taken_back_is_dropped_and_no_longer_held(text: str) -> None:
    assert [one.kind for one in read(text, language="en").stances] == ["drop"]


def test_what_somebody_is_accused_of_is_no_stance_of_his() -> None:
    assert read("Chile accused Peru of rejecting the map.", language="en").stances == []


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The map was rejected by Peru.", "The map was rejected by Peru"),
        ("The proposal to drop the map was rejected by Peru.", "was rejected by Peru"),
        ("The port instead of the map was accepted by Peru.", "was accepted by Peru"),
    ],
)
def test_what_is_done_to_something_is_shown_with_it_unless_it_turns_away(text: str, evidence: str) -> None:
    (stance,) = read(text, language="en").stances
    assert (stance.holder, text[slice(*stance.evidence)]) == ("Peru", evidence)

"""From findings to proposals."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lagoon import CASE_TEXT, lagoon
from taqrib.case import CaseIndex, parse_case
from taqrib.reading import Event, Figure, Findings, Stance, Statement, Time, read
from taqrib.record import Touch
from taqrib.record.proposals import Proposal, proposals

TEXT = (
    "It is recalled that Orla last week dropped its demand for fishing in open water. "
    "On Monday, envoy Nada Mersal said that Venn accepts joint patrols and that 40 boats will meet in Sel on 9 May. "
    "The Orlan premier Saher Alwadi leads the government."
)
INDEX = CaseIndex(lagoon())


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


SAID = Statement(
    speaker=span("envoy Nada Mersal"),
    speaker_name="Nada Mersal",
    cue=span("said"),
    content=span("Venn accepts joint patrols and that 40 boats will meet in Sel on 9 May"),
    mode="indirect",
    said="2031-05-05",
)
LAST_WEEK = Time(span=span("last week"), type="DATE", value="2031-04-28/2031-05-04")


def proposed(*, published: date | None = date(2031, 5, 6), **found: Any) -> list[Proposal]:
    findings = Findings(language="en", published=published, published_basis="given", **found)
    made = proposals(TEXT, findings, INDEX)
    assert all(TEXT[slice(*proposal.span)] == proposal.quote for proposal in made)
    return made


def test_a_statement_is_its_speakers_on_the_day_it_was_said() -> None:
    (one,) = proposed(statements=[SAID])
    assert (one.kind, one.type, one.name, one.actor) == ("statement", "indirect", "Nada Mersal", "envoy")
    assert (one.voice, one.on, one.on_basis) == (None, "2031-05-05", "text")
    assert one.quote.startswith("Venn accepts")
    assert one.touches == (Touch("patrols", "joint"),)


def test_who_only_passes_on_what_another_said_judges_nothing() -> None:
    passed_on = Statement(
        speaker=span("Orla"),
        speaker_name="Lagoon Post",
        cue=span("recalled"),
        content=span(
            "envoy Nada Mersal said that Venn accepts joint patrols and that 40 boats will meet in Sel on 9 May"
        ),
        mode="indirect",
    )
    outer, inner = proposed(statements=[passed_on, SAID])
    assert (outer.name, outer.touches) == ("Lagoon Post", ())
    assert (inner.name, inner.touches) == ("Nada Mersal", (Touch("patrols", "joint"),))


def test_what_stands_in_somebodys_words_is_told_by_them() -> None:
    stance = Stance(holder="Venn", kind="accept", evidence=span("Venn accepts joint patrols"))
    (one,) = [each for each in proposed(statements=[SAID], stances=[stance]) if each.kind == "stance"]
    assert (one.actor, one.voice, one.voice_actor) == ("venn", "Nada Mersal", "envoy")
    assert (one.on, one.on_basis) == ("2031-05-05", "text")


def test_of_statements_inside_one_another_the_innermost_vouches() -> None:
    outer = Statement(
        speaker=None, speaker_name="an agency", cue=span("recalled"), content=(0, len(TEXT) - 1), mode="indirect"
    )
    stance = Stance(holder="Venn", kind="accept", evidence=span("Venn accepts joint patrols"))
    made = proposed(statements=[outer, SAID], stances=[stance])
    (one,) = [each for each in made if each.kind == "stance"]
    assert one.voice == "Nada Mersal"
    (said,) = [each for each in made if each.kind == "statement" and each.name == "Nada Mersal"]
    assert said.voice == "an agency"


def test_the_narrators_sentence_stays_the_narrators_with_its_own_date() -> None:
    dropped = Stance(holder="Orla", kind="drop", evidence=span("dropped its demand for fishing in open water"))
    (one,) = proposed(stances=[dropped], times=[LAST_WEEK])
    assert (one.actor, one.voice, one.voice_actor) == ("orla", None, None)
    assert (one.on, one.on_basis) == ("2031-04-28/2031-05-04", "text")
    assert one.touches == (Touch("fishing", "open-water"),)


def test_two_dates_in_a_sentence_are_one_too_many_to_choose() -> None:
    dropped = Stance(holder="Orla", kind="drop", evidence=span("dropped its demand for fishing in open water"))
    other = Time(span=span("recalled"), type="DATE", value="2031-03")
    (one,) = proposed(stances=[dropped], times=[LAST_WEEK, other])
    assert (one.on, one.on_basis) == ("2031-05-06", "published")


def test_a_day_to_come_is_not_the_day_a_stance_was_taken() -> None:
    dropped = Stance(holder="Orla", kind="drop", evidence=span("dropped its demand for fishing in open water"))
    to_come = Time(span=span("last week"), type="DATE", value="2031-05-20")
    (one,) = proposed(stances=[dropped], times=[to_come])
    assert one.on_basis == "published"


def test_without_any_date_none_is_made_up() -> None:
    dropped = Stance(holder="Orla", kind="drop", evidence=span("dropped its demand for fishing in open water"))
    (one,) = proposed(stances=[dropped], published=None)
    assert (one.on, one.on_basis) == (None, "unknown")


def test_an_event_shows_its_clause_and_never_borrows_the_day_of_publication() -> None:
    meeting = Event(type="meet", trigger=span("meet"), status="announced", actors=("40 boats",), when=None)
    one = proposed(statements=[SAID], events=[meeting])[-1]
    assert TEXT[slice(*span("meet"))] in one.quote
    assert one.quote == TEXT[slice(*SAID.content)]
    assert (one.on, one.on_basis, one.voice) == (None, "unknown", "Nada Mersal")
    assert one.finding["trigger"] == list(span("meet"))


def test_a_figure_keeps_who_claims_it() -> None:
    boats = Figure(value=40, unit="boats", approx=False, span=span("40 boats"), attributed_to="Nada Mersal")
    one = proposed(statements=[SAID], figures=[boats])[-1]
    assert (one.kind, one.type, one.actor, one.quote) == ("figure", "boats", "envoy", "40 boats")


def test_a_name_the_case_does_not_know_stays_a_name() -> None:
    stance = Stance(holder="a fisher", kind="reject", evidence=span("dropped its demand"))
    (one,) = proposed(stances=[stance])
    assert (one.name, one.actor, one.touches) == ("a fisher", None, ())


def test_words_that_name_an_option_are_not_also_the_issue_at_large() -> None:
    stance = Stance(holder="Orla", kind="demand", evidence=span("demand for fishing in open water"))
    (one,) = proposed(stances=[stance])
    assert one.touches == (Touch("fishing", "open-water"),)


def test_somebody_merely_spoken_of_gets_no_entry() -> None:
    assert all(proposal.actor != "premier" for proposal in proposed(statements=[SAID]))


def qualified(text: str, stance: tuple[str, str, str], *, requires: str = "", later: str = "") -> tuple[str, ...]:
    """The qualifiers of the first stance of ``text``: (holder, kind, evidence)."""

    def place(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    holder, kind, evidence = stance
    stances = [
        Stance(holder=holder, kind=kind, evidence=place(evidence), requires=place(requires) if requires else None)
    ]  # type: ignore[arg-type]
    if later:
        stances.append(Stance(holder=holder, kind="reject", evidence=place(later)))
    found = Findings(language="en", published=None, published_basis="unknown", stances=stances)
    return proposals(text, found, INDEX)[0].qualifiers


def test_a_stance_carries_the_qualifiers_of_its_words() -> None:
    text = "Orla demands permanent joint patrols. Venn offers temporary ones."
    assert qualified(text, ("Orla", "demand", "demands permanent joint patrols")) == ("permanent",)


def test_a_verb_alone_takes_the_qualifiers_of_its_clause_and_no_further() -> None:
    text = "Orla dropped its demand for written pledges, which a temporary office would keep."
    assert qualified(text, ("Orla", "drop", "dropped its demand")) == ("written",)
    text = "Orla accepts the text and rejects temporary patrols."
    assert qualified(text, ("Orla", "accept", "accepts the text"), later="rejects temporary patrols") == ()


def test_words_that_name_the_issue_take_nothing_from_what_follows() -> None:
    text = "Orla accepts joint patrols and expects a full report."
    assert qualified(text, ("Orla", "accept", "accepts joint patrols")) == ()


def test_what_hangs_on_a_condition_says_so_wherever_the_condition_stands() -> None:
    text = "When the council agrees, Orla accepts joint patrols."
    stance = ("Orla", "accept", "accepts joint patrols")
    assert qualified(text, stance, requires="When the council agrees") == ("conditional",)
    assert qualified(text, stance) == ()


def test_a_statement_carries_the_qualifiers_of_what_was_said() -> None:
    text = "Nada Mersal said that Venn wants written rules."
    said = Statement(
        speaker=(0, 11), speaker_name="Nada Mersal", cue=(12, 16), content=(22, 46), mode="indirect", said=None
    )
    found = Findings(language="en", published=None, published_basis="unknown", statements=[said])
    assert proposals(text, found, INDEX)[0].qualifiers == ("written",)


def touched(text: str) -> list[tuple[str, tuple[Touch, ...]]]:
    """Kind of each stance that reading finds in ``text``, and what it touches."""
    made = proposals(text, read(text, published=date(2031, 5, 6)), INDEX)
    return [(one.type, one.touches) for one in made if one.kind == "stance"]


@pytest.mark.parametrize(
    "text",
    [
        "Orla demanded that Venn drop joint patrols.",
        "Orla refuses to give up joint patrols.",
        "Orla dropped its opposition to joint patrols.",
        "Orla agreed to abandon joint patrols.",
    ],
)
def test_an_option_that_a_stance_turns_away_from_is_not_touched(text: str) -> None:
    ((_, touches),) = touched(text)
    assert touches == ()


def test_of_two_options_the_one_that_is_left_for_the_other_is_not_touched() -> None:
    (one,) = touched("Orla demands joint patrols rather than neutral patrols.")
    assert one == ("demand", (Touch("patrols", "joint"),))


@pytest.mark.parametrize(
    ("text", "touches"),
    [
        ("If Venn accepts joint patrols, Orla will accept fishing in open water.", (Touch("fishing", "open-water"),)),
        ("Orla will accept fishing in open water if Venn accepts joint patrols.", (Touch("fishing", "open-water"),)),
        ("Orla will not sign unless Venn accepts joint patrols.", (Touch("patrols", "joint"),)),
    ],
)
def test_what_the_other_side_must_do_is_no_option_that_a_condition_grants(
    text: str, touches: tuple[Touch, ...]
) -> None:
    assert touched(text) == [("condition", touches)]


def test_an_option_that_is_itself_a_giving_up_is_touched() -> None:
    index = CaseIndex(parse_case(CASE_TEXT.replace('en: ["neutral patrols"]', "en: [end to patrols]")))
    text = "Orla demanded an end to patrols."
    made = proposals(text, read(text, published=date(2031, 5, 6)), index)
    assert [one.touches for one in made if one.kind == "stance"] == [(Touch("patrols", "neutral"),)]


def test_a_time_inside_an_options_own_words_dates_nothing() -> None:
    index = CaseIndex(parse_case(CASE_TEXT.replace('ar: ["دوريات محايدة"]', "ar: [دوريات نهاية الأسبوع]")))
    text = "ترفض كينيا دوريات نهاية الأسبوع."
    made = proposals(text, read(text, published=date(2031, 5, 10)), index)
    assert [(one.on, one.on_basis) for one in made if one.kind == "stance"] == [("2031-05-10", "published")]
    text = "رفضت كينيا أمس دوريات نهاية الأسبوع."
    made = proposals(text, read(text, published=date(2031, 5, 10)), index)
    assert [(one.on, one.on_basis) for one in made if one.kind == "stance"] == [("2031-05-09", "text")]


@pytest.mark.parametrize(
    ("text", "on", "basis"),
    [
        ("Venn had previously rejected joint patrols.", None, "unknown"),
        ("Until recently, Venn rejected joint patrols.", None, "unknown"),
        ("On Monday, Nada Mersal said that Venn had previously rejected joint patrols.", None, "unknown"),
        ("Venn had previously rejected joint patrols in March.", "2031-03", "text"),
        ("In March, Venn had previously rejected joint patrols.", "2031-03", "text"),
        ("On Monday, Nada Mersal said that Venn had rejected joint patrols.", "2031-05-05", "text"),
        ("Venn has rejected joint patrols.", "2031-05-06", "published"),
    ],
)
def test_a_stance_of_former_times_has_the_day_of_its_own_words_or_none(text: str, on: str | None, basis: str) -> None:
    findings = read(text, language="en", published=date(2031, 5, 6))
    (one,) = [each for each in proposals(text, findings, INDEX) if each.kind == "stance"]
    assert (one.on, one.on_basis) == (on, basis)


@pytest.mark.parametrize(
    ("text", "on", "basis"),
    [
        ("كانت كينيا ترفض الخطة.", None, "unknown"),
        ("سبق أن رفضت كينيا الخطة.", None, "unknown"),
        ("قال وزير كيني أمس إن كينيا كانت ترفض الخطة.", None, "unknown"),
        ("سبق أن رفضت كينيا الخطة أمس.", "2031-05-05", "text"),
        ("كانت كينيا قد رفضت الخطة أمس.", "2031-05-05", "text"),
    ],
)
def test_an_arabic_stance_of_former_times_has_the_day_of_its_own_words_or_none(
    text: str, on: str | None, basis: str
) -> None:
    findings = read(text, language="ar", published=date(2031, 5, 6))
    (one,) = [each for each in proposals(text, findings, INDEX) if each.kind == "stance"]
    assert (one.on, one.on_basis) == (on, basis)


@pytest.mark.parametrize(
    ("language", "text", "on", "basis"),
    [
        ("en", "A spokesman said on Monday that Venn dropped its demand for patrols last month.", "2031-04", "text"),
        ("en", "Venn rejected joint patrols on Sunday, a spokesman said.", "2031-05-04", "text"),
        ("en", "Venn rejected joint patrols on Sunday.", "2031-05-04", "text"),
        ("en", "Venn rejects the joint patrols of 2 April.", "2031-05-06", "published"),
        ("en", "Nada Mersal said on Monday that Venn rejects the joint patrols of 2 April.", "2031-05-05", "text"),
        ("en", "Venn has agreed to joint patrols on Sunday, a spokesman said.", "2031-05-06", "published"),
        ("ar", "قال وزير كيني أمس إن كينيا رفضت الخطة الشهر الماضي.", "2031-04", "text"),
        ("ar", "رفضت كينيا مقترح 2 أبريل 2031.", "2031-05-06", "published"),
    ],
)  # fmt: skip
def test_an_act_has_the_day_its_words_give_it_and_no_day_of_a_noun(
    language: str, text: str, on: str, basis: str
) -> None:
    findings = read(text, language=language, published=date(2031, 5, 6))
    (one,) = [each for each in proposals(text, findings, INDEX) if each.kind == "stance"]
    assert (one.on, one.on_basis) == (on, basis)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Venn and Orla rejected joint patrols.", ["venn", "orla"]),
        ("Both Venn and Orla rejected joint patrols.", ["venn", "orla"]),
        ("Venn and the Coast Guild rejected joint patrols.", [None]),
        ("Venn rejected joint patrols.", ["venn"]),
    ],
)
def test_what_two_known_sides_hold_together_is_each_ones_position(text: str, actors: list[str | None]) -> None:
    findings = read(text, language="en", published=date(2031, 5, 6))
    stances = [each for each in proposals(text, findings, INDEX) if each.kind == "stance"]
    assert [each.actor for each in stances] == actors
    assert len({each.span for each in stances}) == 1

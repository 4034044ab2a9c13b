"""Attributed utterances in English: every order and kind of cue, in sentences of wire and feature style."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqrib.reading import read
from taqrib.reading.findings import Statement

PUBLISHED = date(2022, 3, 16)


class Said(NamedTuple):
    speaker: str | None
    name: str | None
    cue: str
    content: str
    mode: str


def statements(text: str) -> list[Statement]:
    return read(text, published=PUBLISHED, language="en").statements


def said(text: str) -> list[Said]:
    return [
        Said(
            text[slice(*one.speaker)] if one.speaker else None,
            one.speaker_name,
            text[slice(*one.cue)],
            text[slice(*one.content)],
            one.mode,
        )
        for one in statements(text)
    ]


def only(text: str) -> Said:
    found = said(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Ada Okoro said on Monday that the border would reopen.",
            Said("President Ada Okoro", "Ada Okoro", "said", "the border would reopen", "indirect"),
        ),
        (
            "Okoro has said she will sign the accord in Abuja.",
            Said("Okoro", "Okoro", "said", "she will sign the accord in Abuja", "indirect"),
        ),
        (
            "Kenya's foreign minister, Peter Wafula, told reporters in Nairobi that a deal was close.",
            Said("Kenya's foreign minister, Peter Wafula", "Peter Wafula", "told", "a deal was close", "indirect"),
        ),
        (
            "Sofia Brandt, chief negotiator for the Coastal Front, the largest group, warned that time was short.",
            Said(
                "Sofia Brandt, chief negotiator for the Coastal Front, the largest group",
                "Sofia Brandt",
                "warned",
                "time was short",
                "indirect",
            ),
        ),
        (
            "A diplomat close to the talks said, however, that nothing had changed.",
            Said(
                "A diplomat close to the talks",
                "diplomat close to the talks",
                "said",
                "nothing had changed",
                "indirect",
            ),
        ),
        (
            "The ministry denied that any text existed.",
            Said("The ministry", "ministry", "denied", "any text existed", "indirect"),
        ),
        (
            "The miners denied taking hostages.",
            Said("The miners", "miners", "denied", "taking hostages", "indirect"),
        ),
        (
            "The Bolivian government urged both sides to return to the table.",
            Said(
                "The Bolivian government",
                "Bolivian government",
                "urged",
                "both sides to return to the table",
                "indirect",
            ),
        ),
        (
            "The opposition accused the cabinet of hiding a second text.",
            Said("The opposition", "opposition", "accused", "the cabinet of hiding a second text", "indirect"),
        ),
        (
            "The mediators blamed Chile for the delay.",
            Said("The mediators", "mediators", "blamed", "Chile for the delay", "indirect"),
        ),
        (
            "The union threatened to walk out.",
            Said("The union", "union", "threatened", "to walk out", "indirect"),
        ),
        (
            "The rebels pledged to free every captive.",
            Said("The rebels", "rebels", "pledged", "to free every captive", "indirect"),
        ),
        (
            "The bishops called for a halt to the shelling.",
            Said("The bishops", "bishops", "called for", "a halt to the shelling", "indirect"),
        ),
        (
            "The governor dismissed the plan as a stunt.",
            Said("The governor", "governor", "dismissed", "the plan as a stunt", "indirect"),
        ),
    ],
)
def test_an_indirect_content_runs_from_behind_that_or_from_the_complement(text: str, expected: Said) -> None:
    assert only(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We are ready," said the envoy.', Said("the envoy", "envoy", "said", "We are ready", "direct")),
        (
            "“We are ready,” said Ingrid Dahl, the Norwegian envoy.",
            Said("Ingrid Dahl, the Norwegian envoy", "Ingrid Dahl", "said", "We are ready", "direct"),
        ),
        (
            "“We are ready. We were ready yesterday,” a senior diplomat who spoke on condition of anonymity said.",
            Said(
                "a senior diplomat who spoke on condition of anonymity",
                "senior diplomat who spoke on condition of anonymity",
                "said",
                "We are ready. We were ready yesterday",
                "direct",
            ),
        ),
        ("Dahl told the council: “Go home. Rest.”", Said("Dahl", "Dahl", "told", "Go home. Rest.", "direct")),
        ("“Sign it now!” Dahl tweeted.", Said("Dahl", "Dahl", "tweeted", "Sign it now!", "direct")),
        (
            "Dahl said the offer was “a trap”.",
            Said("Dahl", "Dahl", "said", "the offer was “a trap”", "mixed"),
        ),
        ("Dahl said that “nothing is agreed”.", Said("Dahl", "Dahl", "said", "nothing is agreed", "direct")),
        (
            "The offer was “a trap”, Dahl said.",
            Said("Dahl", "Dahl", "said", "The offer was “a trap”", "mixed"),
        ),
    ],
)
def test_quotation_marks_make_a_content_direct_or_mixed(text: str, expected: Said) -> None:
    assert only(text) == expected


def test_a_clause_before_its_cue_ends_at_the_comma() -> None:
    assert only("The road is closed, the army said.") == Said(
        "the army", "army", "said", "The road is closed", "indirect"
    )


def test_a_cue_inside_its_content_leaves_the_content_whole() -> None:
    assert only("Chile, she said, had agreed to nothing.").content == "Chile, she said, had agreed to nothing"


def test_according_to_reports_the_clause_beside_it() -> None:
    after = only("Talks will resume in May, according to a source close to the palace.")
    before = only("According to the ministry, talks will resume in May.")
    assert (after.name, after.cue, after.content) == (
        "source close to the palace",
        "according to",
        "Talks will resume in May",
    )
    assert (before.name, before.content) == ("ministry", "talks will resume in May")


def test_a_quotation_the_cue_breaks_gives_both_halves_to_its_speaker() -> None:
    found = said("“We came to talk,” Dahl said. “They came to shout.”")
    assert [(one.name, one.content) for one in found] == [("Dahl", "We came to talk"), ("Dahl", "They came to shout.")]
    found = said("“We came to talk,” Dahl said, “but they came to shout.”")
    assert [one.content for one in found] == ["We came to talk", "but they came to shout."]


def test_a_participle_continues_the_main_clause() -> None:
    found = said(
        "The minister denied the road was closed, saying lorries still passed, and predicted calm would return."
    )
    assert [(one.speaker, one.name, one.cue, one.content) for one in found] == [
        ("The minister", "minister", "denied", "the road was closed"),
        (None, "minister", "saying", "lorries still passed"),
        (None, "minister", "predicted", "calm would return"),
    ]


def test_a_participle_behind_a_refusal_belongs_to_who_refused() -> None:
    inner = said("Dahl said the army had refused to leave, insisting it would only regroup.")[1]
    assert (inner.name, inner.cue, inner.content) == ("army", "insisting", "it would only regroup")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Okoro said that Peru had agreed to withdraw, adding that the deal was near.",
        "Ada Okoro said that Peru had refused to sign, adding that the deal was near.",
        "Ada Okoro denied that Peru had agreed to withdraw, saying that the deal was near.",
        "Ada Okoro dismissed claims that Peru had withdrawn, saying that the deal was near.",
    ],
)
def test_nobody_spoken_of_is_given_what_the_speaker_goes_on_to_say(text: str) -> None:
    last = said(text)[-1]
    assert (last.name, last.content) == ("Ada Okoro", "the deal was near")
    assert {one.name for one in said(text)} == {"Ada Okoro"}


def test_what_stands_behind_a_semicolon_is_told_only_where_it_is_shifted_too() -> None:
    first = only("Peru asked for guarantees that Chile will not resume fighting; Chile has so far refused.")
    assert first.content == "Chile will not resume fighting"
    second = only("Ada Okoro said the talks had failed; the sides would try again.")
    assert second.content == "the talks had failed; the sides would try again"


def test_a_fronted_participle_takes_the_subject_that_follows() -> None:
    found = said("Insisting that Peru was neutral, President Rosa Leal said: “We take no side.”")
    assert [(one.name, one.cue, one.content) for one in found] == [
        ("Rosa Leal", "Insisting", "Peru was neutral"),
        ("Rosa Leal", "said", "We take no side."),
    ]


def test_another_speaker_ends_the_content() -> None:
    found = said("The army said the town had fallen, but the mayor, Karim Haddad, insisted it still held out.")
    assert [(one.name, one.content) for one in found] == [
        ("army", "the town had fallen"),
        ("Karim Haddad", "it still held out"),
    ]


def test_a_statement_inside_a_statement_is_two() -> None:
    found = said("She said a letter signed by the council demanded a recount.")
    assert [(one.cue, one.content) for one in found] == [
        ("said", "a letter signed by the council demanded a recount"),
        ("demanded", "a recount"),
    ]
    assert found[1].speaker == "a letter signed by the council"


def test_who_speaks_a_relative_clause_is_its_antecedent() -> None:
    assert only("It rests with President Omar Diallo who has said he will host a summit.").name == "Omar Diallo"


def test_pronouns_and_surnames_take_the_fullest_name() -> None:
    found = said("Erik van Dalen arrived on Sunday. Van Dalen said he was tired. He added that he would stay.")
    assert [one.name for one in found] == ["Erik van Dalen", "Erik van Dalen"]


def test_she_is_not_the_man_who_spoke_last() -> None:
    found = said(
        "The spokeswoman, Dora Klein, said no. Minister Paul Abel said yes. He said it twice. She said talks go on."
    )
    assert [one.name for one in found][-1] == "Dora Klein"


def test_the_official_is_the_anonymous_source_introduced_before() -> None:
    found = said("A senior Omani official said the truce held. The official said more was to come.")
    assert {one.name for one in found} == {"senior Omani official"}


def test_the_day_place_and_addressee_of_saying_are_kept() -> None:
    one = statements(
        "Speaking in Accra on Monday, Dahl told reporters that the ferry would sail. She said it was safe."
    )
    assert [each.said for each in one] == ["2022-03-14", "2022-03-14"]
    assert one[0].addressee == "reporters"
    told = statements("Dahl said in an interview with Radio Nova on Tuesday that the ferry would sail.")[0]
    assert told.said == "2022-03-15"
    assert told.channel is not None


def test_an_outlet_that_is_told_is_the_channel() -> None:
    one = statements("Two officials told Reuters that the ferry would sail.")[0]
    assert (one.channel, one.addressee) == ("Reuters", None)


@pytest.mark.parametrize(
    "text",
    [
        "It is expected that the ferry will sail.",
        "The ferry is due to sail on Friday.",
        "The ferry is said to be late.",
        "The minister did not say when the ferry would sail.",
        "The minister will announce that the ferry sails.",
        "The so-called “peace ferry” sailed.",
        "The film “We Said Nothing” opened in Lagos.",
        "The army refused to withdraw.",
        "The talks collapsed.",
    ],
)
def test_narration_scare_quotes_and_mere_acts_are_no_statements(text: str) -> None:
    assert said(text) == []


def test_a_dropped_demand_is_not_said_again() -> None:
    assert said("The rebels dropped their demand for a new charter.") == []


def test_a_demand_in_a_noun_is_its_owners() -> None:
    one = only("The rebels left, yet their call for a new charter stands.")
    assert (one.name, one.cue, one.content) == ("rebels", "call for", "a new charter")


def test_a_quoted_person_may_stand_in_the_passive() -> None:
    one = only("Dahl was quoted as saying the offer was fair.")
    assert (one.name, one.cue, one.content) == ("Dahl", "saying", "the offer was fair")


def test_making_clear_reports() -> None:
    one = only("Dahl made clear that the offer stood.")
    assert (one.cue, one.content) == ("made clear", "the offer stood")


def test_each_statement_names_its_rule_and_what_it_rests_on() -> None:
    one = statements("Dahl said the offer was fair.")[0]
    assert one.rule == "bare-clause"
    assert one.rests_on == (one.speaker, one.cue)
    assert 0.5 < one.certainty <= 1


WORDS = [
    *("the", "envoy", "Dahl", "she", "said", "told", "that", "“", "”", ",", ".", "according", "to", "and", "but"),
    *("who", "warned", "Chile", "of", "saying", "It", "talks", "on", "Monday", "\n"),
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_text_is_read_with_trimmed_spans(words: list[str]) -> None:
    text = " ".join(words)
    findings = read(text, published=PUBLISHED, language="en")
    spans = [one.content for one in findings.statements] + [one.cue for one in findings.statements]
    spans += [one.speaker for one in findings.statements if one.speaker]
    spans += (
        [one.evidence for one in findings.stances]
        + [one.trigger for one in findings.events]
        + [one.span for one in findings.figures]
    )
    spans += [one.span for one in findings.mentions]
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_unicode_is_read_without_error(text: str) -> None:
    read(text, published=PUBLISHED, language="en")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The union demands a pay rise, its spokeswoman Lena Orr told reporters.", "a pay rise"),
        ("The union demands a pay rise, its leader, Lena Orr, told the state broadcaster on Monday.", "a pay rise"),
        ("The union urged the board to sign, Lena Orr said in a letter.", "the board to sign"),
        ("Togo urged Gabon to sign but Gabon refused to.", "Gabon to sign"),
        ("Togo, which demands that Gabon leave, has signed.", "Gabon leave"),
    ],
)
def test_the_content_of_a_demand_ends_where_the_report_goes_on(text: str, content: str) -> None:
    assert content in {one.content for one in said(text)}


def test_a_dateline_is_no_part_of_what_is_said() -> None:
    (one,) = said("OSLO, March 3 (Courier) - Togo resumed talks on Sunday, the ministry said in a statement.")
    assert one.content == "Togo resumed talks on Sunday"


def test_somebody_quoted_as_saying_it_is_its_speaker() -> None:
    (one,) = said("“We will not sign,” Lena Orr was quoted as saying.")
    assert (one.name, one.cue, one.content) == ("Lena Orr", "saying", "We will not sign")


def test_what_is_voiced_is_said() -> None:
    (one,) = said("Lena Orr expressed doubts about the map.")
    assert (one.name, one.content) == ("Lena Orr", "doubts about the map")


def test_a_turn_of_a_transcript_is_its_speakers_to_the_end_of_the_paragraph() -> None:
    text = "Envoy Lena Orr arrived.\nLena Orr: We will not sign. The map is wrong.\nThe hall was full."
    (one,) = said(text)
    assert (one.name, one.cue, one.content) == ("Lena Orr", ":", "We will not sign. The map is wrong")


def test_a_heading_before_a_colon_is_no_speaker() -> None:
    assert said("Port dispute: the sides will meet again.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The envoy Ada Okoro called it “a surrender”.",
            Said("The envoy Ada Okoro", "Ada Okoro", "called", "it “a surrender”", "mixed"),
        ),
        (
            "A survey published on Monday suggested that farmers were tired.",
            Said("A survey", "survey", "suggested", "farmers were tired", "indirect"),
        ),
        (
            "The ferries will sail, according to people briefed on the plan.",
            Said(
                "people briefed on the plan",
                "people briefed on the plan",
                "according to",
                "The ferries will sail",
                "indirect",
            ),
        ),
        (
            "Chile has backed down, the BBC understands.",
            Said("the BBC", "BBC", "understands", "Chile has backed down", "indirect"),
        ),
        (
            "“It is over,” Ada Okoro, whose ship was seized, told reporters.",
            Said("Ada Okoro", "Ada Okoro", "told", "It is over", "direct"),
        ),
        (
            "The siege will go on, its leader Ada Okoro said in a message sent to Lagos.",
            Said("its leader Ada Okoro", "Ada Okoro", "said", "The siege will go on", "indirect"),
        ),
        (
            "Ada Okoro reiterated that there was no way back.",
            Said("Ada Okoro", "Ada Okoro", "reiterated", "there was no way back", "indirect"),
        ),
        (
            "“We are tired,” retorted Ada Okoro.",
            Said("Ada Okoro", "Ada Okoro", "retorted", "We are tired", "direct"),
        ),
    ],
)
def test_the_cues_of_papers_outlets_and_quick_replies_report(text: str, expected: Said) -> None:
    assert only(text) == expected


def test_who_is_quoted_by_an_outlet_is_the_inner_speaker() -> None:
    found = said("State radio quoted President Ada Okoro as saying the border was open.")
    assert [(one.name, one.content) for one in found] == [
        ("State radio", "President Ada Okoro as saying the border was open"),
        ("Ada Okoro", "the border was open"),
    ]


def test_an_office_with_a_long_complement_is_the_person_named_behind_it() -> None:
    text = "The Special Envoy for the Lower Basin, Ada Okoro, left Lagos. The Special Envoy said the talks were over."
    assert only(text).name == "Ada Okoro"


def test_the_pluperfect_behind_and_stays_in_what_is_said() -> None:
    found = said("Ada Okoro noted that the envoy had called the army and had urged it to leave.")
    assert found[0].content == "the envoy had called the army and had urged it to leave"


def test_the_day_of_an_interview_is_the_day_of_saying() -> None:
    (one,) = statements("In an interview at her home on Monday, Ada Okoro said the border was open.")
    assert one.said == "2022-03-14"


def test_a_label_before_a_colon_is_no_speaker() -> None:
    assert said("Analysis: What will the army do now?") == []


def test_what_a_speaker_says_he_believes_is_one_statement() -> None:
    assert only("Ada Okoro said she believed the army would leave.").content == "she believed the army would leave"
    assert only("Some diplomats believe the army will leave.").content == "the army will leave"


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        (
            "Rosa Leal, whose ship sailed with crews from Peru, Chile and Norway, said that she was tired.",
            "Rosa Leal",
            "she was tired",
        ),
        (
            "Rosa Leal, the council's envoy, who met both sides, said the talks had failed.",
            "Rosa Leal",
            "the talks had failed",
        ),
        (
            "The sides will sign in May, the envoy announced in Lima on Monday, days after a raid.",
            "envoy",
            "The sides will sign in May",
        ),
        ("Rosa Leal called for Chile to be heard, a call echoed by the mayor.", "Rosa Leal", "Chile to be heard"),
        ("The union stressed that time was short and called for a truce.", "union", "time was short"),
        ("The council said the port needed help; nobody has come.", "council", "the port needed help"),
        ("Rosa Leal said the coming weeks would be hard.", "Rosa Leal", "the coming weeks would be hard"),
        ("Rosa Leal told a daily briefing that it was over.", "Rosa Leal", "it was over"),
        ("Rosa Leal said in a statement read out in Lima that it was over.", "Rosa Leal", "it was over"),
        ("Rosa Leal said after handing him the map that it was over.", "Rosa Leal", "it was over"),
        (
            "Peru had never asked, Rosa Leal said, and would wait.",
            "Rosa Leal",
            "Peru had never asked, Rosa Leal said, and would wait",
        ),
        ("Several of them complained that they had been paid.", "Several of them", "they had been paid"),
        ("LIMA: The port will open in May, the ministry said.", "ministry", "The port will open in May"),
        ("Theresa May met him. May insisted that it was over.", "Theresa May", "it was over"),
        ("Rosa Leal denied that Peru would sign and said it was over.", "Rosa Leal", "it was over"),
        (
            "The foreign secretary, Rosa Leal, said a crew of no more than 10 men would sail.",
            "Rosa Leal",
            "a crew of no more than 10 men would sail",
        ),
    ],
)
def test_a_statement_is_told_from_what_stands_around_it(text: str, name: str, content: str) -> None:
    assert (name, content) in [(one.name, one.content) for one in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru respects its independence, declared in 2008.",
        "An official, who asked not to be named, left the hall.",
        "The body, which reports in May, has met twice.",
        "Peru has backed away from its threat to close the port.",
    ],
)
def test_formulas_and_participles_are_no_statements(text: str) -> None:
    assert said(text) == []


def test_a_turn_in_capitals_is_its_surnames_and_a_question_is_nobodys() -> None:
    text = (
        "Secretary of State Rosa Leal\nSECRETARY LEAL: We demand a new line.\n"
        "QUESTION: Will they sign?\nSECRETARY LEAL: They will."
    )
    assert [(one.name, one.content) for one in said(text)] == [
        ("Rosa Leal", "We demand a new line"),
        ("Rosa Leal", "They will"),
    ]


def test_nobody_quotes_who_quotes_him() -> None:
    text = (
        "The union demands a ferry every night, its chairman Oskar Lind told reporters on Monday, "
        "adding that the delegation would not leave before an answer came."
    )
    found = read(text, published=PUBLISHED, language="en").statements
    assert [(one.speaker_name, text[slice(*one.content)]) for one in found] == [
        ("union", "a ferry every night"),
        ("Oskar Lind", "The union demands a ferry every night"),
        ("Oskar Lind", "the delegation would not leave before an answer came"),
    ]


def test_a_call_that_is_repeated_is_hers_who_repeats_it() -> None:
    text = (
        "Kenya rejects sole control by Ghana, its foreign minister, Peter Wafula, said on Tuesday, "
        "repeating his call for a ferry."
    )
    assert {one.name for one in said(text)} == {"Peter Wafula"}
    (call,) = [one for one in read(text, published=PUBLISHED).stances if one.kind == "demand"]
    assert call.holder == "Peter Wafula"


def test_an_office_in_front_of_its_verb_is_not_the_name_before_it() -> None:
    (one,) = said("Kenya rejects a plan by Ada Okoro, its foreign minister said.")
    assert one.name == "its foreign minister"


def test_another_office_is_somebody_else() -> None:
    found = said(
        "The mediator said talks went on. The minister said they had ended. The official said a text was ready."
    )
    assert [one.name for one in found] == ["mediator", "minister", "minister"]


def test_a_quotation_is_given_to_nobody_who_only_responds_to_it() -> None:
    text = "“We are ready,” Ada Okoro said. “But we want quotas.” Otto Vik, her counterpart, responded within hours."
    assert {one.name for one in said(text)} == {"Ada Okoro"}


@pytest.mark.parametrize(
    ("text", "name", "channel"),
    [
        ("Ada Okoro was quoted by state radio as saying the border was open.", "Ada Okoro", "state radio"),
        ("The Lagos Post quoted an aide to Okoro as saying the border was open.", "aide to Okoro", "Lagos Post"),
        ("According to an aide quoted by the Lagos Post, the border was open.", "aide", "Lagos Post"),
        ("The border was open, Ada Okoro was quoted by the Lagos Post as saying.", "Ada Okoro", "Lagos Post"),
        ("Ada Okoro said in an interview with the Lagos Post that the border was open.", "Ada Okoro", "Lagos Post"),
        ("The border was open, the Lagos Post quoted Ada Okoro as saying.", "Ada Okoro", "Lagos Post"),
    ],
)
def test_what_an_outlet_passes_on_is_said_through_it(text: str, name: str, channel: str) -> None:
    told = statements(text)[-1]
    assert (told.speaker_name, told.channel) == (name, channel)
    assert text[slice(*told.content)].lower() == "the border was open"


def test_an_aide_is_not_whom_he_serves() -> None:
    (one,) = said("According to an aide to the foreign minister, Peter Wafula, the border was open.")
    assert one.name == "aide to the foreign minister, Peter Wafula"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya and Ghana both said the text was ready.", "Kenya and Ghana"),
        ("Both Kenya and Ghana said the text was ready.", "Kenya and Ghana"),
        ("Kenya, Ghana and Peru all said the text was ready.", "Kenya, Ghana and Peru"),
    ],
)
def test_several_who_say_so_are_all_its_speakers(text: str, name: str) -> None:
    assert only(text).name == name


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Ada Okoro met Otto Vik in Lima. She said the truce was close.", None),
        ("Ada Okoro told Otto Vik that the truce was over. He replied that it was not.", "Otto Vik"),
        ("Ada Okoro criticised the union. Its spokeswoman, Rosa Leal, hit back. “He lies,” she said.", "Rosa Leal"),
        ("Ada Okoro arrived in Lima on Monday. She said the truce was close.", "Ada Okoro"),
    ],
)
def test_a_pronoun_is_whom_it_can_only_mean_or_nobody(text: str, last: str | None) -> None:
    assert said(text)[-1].name == last

"""What was said is told once, whole, and by whoever said it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brief.imagined import entry, report
from taqrib.brief.utterances import told_words, utterances

if TYPE_CHECKING:
    from taqrib.record.entry import Entry

TEXT = "“We stay,” the envoy said, “for now.” He added: “No more.”"
KEPT = report("r1", TEXT, language="en")


def quoted(id_: str, words: str, cue: str = "said", **changes: Any) -> Entry:
    return entry(id_, KEPT, words, cue=cue, name="envoy", **changes)


def told(*entries: Entry) -> list[list[str]]:
    return [[one.id for one in utterance.entries] for utterance in utterances(entries, {"r1": KEPT})]


def test_words_on_either_side_of_one_verb_are_parts_of_one_quotation() -> None:
    second, first, other = quoted("e1", "for now."), quoted("e2", "We stay"), quoted("e3", "No more.", "added")
    assert told(second, first, other) == [["e2", "e1"], ["e3"]]
    assert told_words([first, second]) == "We stay […] for now."


def test_parts_of_different_days_or_speakers_are_told_apart() -> None:
    assert told(quoted("e1", "We stay"), quoted("e2", "for now.", on="2031-05-01")) == [["e1"], ["e2"]]
    assert told(quoted("e1", "We stay"), quoted("e2", "for now.", actor="second")) == [["e1"], ["e2"]]


def test_the_same_words_of_two_speakers_of_one_report_are_no_reprint_of_each_other() -> None:
    one = entry("e1", KEPT, "No more.", name="envoy", type="indirect")
    other = entry("e2", KEPT, "No more.", name="pilot", type="indirect")
    assert told(one, other) == [["e1"], ["e2"]]


def test_what_is_quoted_inside_a_part_of_a_quotation_is_told_with_all_of_it() -> None:
    inner = entry("e3", KEPT, "now", name="pilot", voice="envoy", type="indirect")
    assert told(inner, quoted("e1", "We stay"), quoted("e2", "for now.")) == [["e1", "e2", "e3"]]

"""What happened or will happen in the talks an English report tells of, with its status.

A verb carries an event when its arguments fit ("signed the accord", not "signed a player"); a noun such as "talks" or
"visit" does by itself. The same event is found once: at its first mention that names place or time, else at its first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.events.nouns import noun
from taqrib.reading.english.events.stage import Stage
from taqrib.reading.english.events.verbs import verb
from taqrib.reading.english.outline import outline_of
from taqrib.reading.findings import UNDONE
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.document import Document
    from taqrib.reading.findings import Event, Mention, Statement, Time


def events(document: Document, times: list[Time], mentions: list[Mention], statements: list[Statement]) -> list[Event]:
    """The events of the text in order of their triggers."""
    stage = Stage(outline_of(document, times), times, mentions, statements)
    for number, phrase in enumerate(stage.outline.phrases):
        if phrase.kind in "VGIE":
            verb(stage, number)
        elif phrase.kind == "N":
            noun(stage, number)
    return sorted(_once(_with_resumed(stage)), key=lambda event: event.trigger)


def _with_resumed(stage: Stage) -> list[Event]:
    """What was found, but for talks that the same sentence tells to resume: the verb's event has their sides."""
    resumed = {
        stage.outline.sentence_of(event.trigger[0]): event
        for event in stage.found
        if event.type == "resume" and event.rule.startswith("verb-")
    }
    kept = []
    for event in stage.found:
        verb = resumed.get(stage.outline.sentence_of(event.trigger[0])) if event.type == "talks" else None
        if verb is None or "noun-" not in event.rule or (event.place, event.when) != (verb.place, verb.when):
            kept.append(event)
        else:
            verb.actors = verb.actors or event.actors
    return kept


def _once(found: list[Event]) -> list[Event]:
    """Each event once.

    Talks and meetings told by a noun are one event per place, but for those of another time; without a place, per time;
    a bare or passing mention ("the collapse of the talks") counts only where nothing else tells of such an event.
    """
    found = [event for event in found if not _empty(event)]
    by_verb = {event.type for event in found if event.rule.startswith("verb-")}
    found = [
        event
        for event in found
        if event.type not in {"suspend", "resume"} or "noun-" not in event.rule or event.type not in by_verb
    ]
    strong = [event for event in found if not event.rule.startswith("weak-")]
    kinds = {event.type for event in strong}
    placed = {(event.type, event.place) for event in strong}
    anchored = {event.type for event in strong if event.place or event.when}
    kept: list[Event] = []
    seen: dict[tuple[object, ...], int] = {}
    bare = _fullest(found)
    for event in found:
        told = any(one.type == event.type and len(one.actors) > 1 for one in kept)
        if told and event.actors and set(event.actors) <= ANAPHORS:
            continue  # "both sides have agreed": told with their names before
        unplaced = event.place is None or (event.type, event.place) in placed
        if event.rule.startswith("weak-") and event.type in kinds and unplaced:
            continue
        if _is_bare(event):
            lasting = event.status == "ongoing" and len(event.actors) > 1
            if (event.type not in anchored or lasting) and any(event is one for one in bare):
                kept.append(event)
            continue
        key = _identity(event)
        if key in seen and _is_another(kept[seen[key]], event):
            key = (*key, event.when)
        if key not in seen:
            seen[key] = len(kept)
            kept.append(event)
        elif kept[seen[key]].status == "possible" != event.status:
            kept[seen[key]] = event  # "demanded that they agree": then they agreed
    return kept


ANAPHORS = frozenset(load("english/figures")["anaphors"])


def _empty(event: Event) -> bool:
    """Whether a passing mention names nobody, no place and no time: "an invitation to the talks" tells of no round."""
    return event.rule.startswith("weak-") and _is_bare(event) and not event.actors


def _is_bare(event: Event) -> bool:
    """Whether a noun tells the event without place and time."""
    return "noun-" in event.rule and event.place is None and event.when is None


def _fullest(found: list[Event]) -> list[Event]:
    """Of nouns without place and time those that name two sides, once per set of sides; else the first of its type."""
    chosen: dict[str, list[Event]] = {}
    for event in filter(_is_bare, found):
        known = chosen.setdefault(event.type, [])
        if not known:
            known.append(event)
        elif len(event.actors) > 1 and not event.rule.startswith("weak-"):
            if len(known[0].actors) < 2:
                known[0] = event
            elif all(set(event.actors).isdisjoint(one.actors) for one in known):
                known.append(event)
    return [event for events in chosen.values() for event in events]


def _is_another(known: Event, event: Event) -> bool:
    """Whether an event in the same town is a further one: of another day, or of a day and with another outcome."""
    return event.when not in {None, known.when} and bool(known.when or known.status != event.status)


def _identity(event: Event) -> tuple[object, ...]:
    """What two mentions of one event have in common."""
    off = event.status in UNDONE  # announced, and called off since
    if "noun-" not in event.rule:
        return event.type, event.place, event.when, event.actors[:1], off
    return (event.type, event.place, off) if event.place else (event.type, None, event.when, off)

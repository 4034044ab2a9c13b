"""Where and when an event is told to be: each round with its own place and its own day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.english.events.outcomes import called_off

if TYPE_CHECKING:
    from taqrib.reading.english.events.stage import Stage


_APART = frozenset(("since", "before", "after", "beyond"))
"""Between an event and a day these say that it was not on that day."""


_TO = frozenset(("to", "until", "till", "through", "-", "–", "—"))
_BETWEEN = frozenset(("and",))


class Round(NamedTuple):
    """The place of one round and its date in EDTF; ``None`` where the text does not say."""

    place: str | None
    when: str | None


def rounds(stage: Stage, number: int) -> list[Round]:
    """The rounds of the event that the phrase ``number`` tells, at least one."""
    behind = _behind(stage, number)
    if len(behind) > 1:
        return behind
    (only,) = behind
    return [Round(only.place or _place_before(stage, number), only.when or _date_before(stage, number))]


def gathered(stage: Stage, number: int) -> Round:
    """``was joined by both in Lima on 1 June for a meeting``: place and day stand in front of "for"."""
    outline, start = stage.outline, stage.clause_start(number)
    place = stage.holders.place_between(outline.phrases[start].first, outline.phrases[number].first)
    when = next((value for at in range(number - 1, start - 1, -1) if (value := _date_at(stage, at)) is not None), None)
    return Round(place, when if place is not None else None)


def own_date(stage: Stage, number: int, end: int) -> str | None:
    """The day that stands between the trigger and the phrase ``end``, else in front of the trigger."""
    return _round(stage, number + 1, end).when or _date_before(stage, number)


def _behind(stage: Stage, number: int) -> list[Round]:
    """What stands behind the trigger, a new round from every "and in Lima" on."""
    outline = stage.outline
    end = stage.clause_end(number)
    found: list[Round] = []
    begun = number + 1
    for index in range(number + 1, end):
        if outline.kinds[index] in "C," and _opens_round(stage, index, end):
            current = _round(stage, begun, index)
            if current.place is not None:
                found.append(current)
                begun = index + 1
    last = _round(stage, begun, end)
    if not found and last.when is None:
        return [last._replace(when=_date_behind_comma(stage, number, end))]
    return [*found, last]


def _opens_round(stage: Stage, conjunction: int, end: int) -> bool:
    """Whether another place follows "and", with a preposition or a day of its own."""
    outline = stage.outline
    following = conjunction + 1
    if outline.kinds[following : following + 2] == "PN" and following + 1 < end:
        return stage.word(following) in {"in", "at"} and stage.is_place(following + 1)
    if outline.kinds[following : following + 1] != "N" or following >= end or not stage.is_place(following):
        return False
    dated = outline.kinds[conjunction - 1] == "T"
    return dated and (
        outline.kinds[following + 1 : following + 2] == "T" or outline.kinds[following + 1 : following + 3] == "PT"
    )


def _round(stage: Stage, first: int, last: int) -> Round:
    outline = stage.outline
    if first >= last:
        return Round(None, None)
    begun, ended = outline.phrases[first].first, outline.phrases[last - 1].last
    place = stage.holders.place_between(begun, ended)
    if (
        place is None
        and outline.kinds[first] == "N"
        and first
        and outline.kinds[first - 1] in "C,"
        and stage.is_place(first)
    ):
        mention = stage.holders.cast.mention_at(outline.phrases[first].last - 1)
        place = mention.actor if mention is not None else None
    when = next((value for at in range(first, last) if (value := _date_at(stage, at)) is not None), None)
    return Round(place, when)


def _date_at(stage: Stage, phrase: int) -> str | None:
    """The date a time phrase gives; "since Monday" dates the beginning only, "before Monday" another deed."""
    if stage.outline.kinds[phrase] != "T":
        return None
    before = stage.outline.phrases[phrase].first - 1
    if before > 0 and stage.outline.tokens[before].norm == "the":
        before -= 1  # "two days before the 5 May vote"
    if before >= 0 and stage.outline.tokens[before].norm in _APART:
        return None
    if stage.outline.kinds[phrase - 3 : phrase] == ",EP" and called_off(stage, phrase - 2) is not None:
        return None  # "the talks, postponed from 28 April, opened"
    return _days_from(stage, phrase)


def _days_from(stage: Stage, phrase: int) -> str | None:
    """The day a time phrase gives, or the days from it to another: "from 28 April to 3 May"."""
    outline, day = stage.outline, stage.day_of(phrase)
    first, joint = outline.phrases[phrase].first, outline.phrases[phrase].last
    if day is None or joint + 1 >= len(outline.tokens):
        return day
    joins = _BETWEEN if first and outline.tokens[first - 1].norm == "between" else _TO
    until = outline.phrase_at[joint + 1]
    if outline.tokens[joint].norm not in joins or outline.phrases[until].first != joint + 1:
        return day
    last = stage.day_of(until) if outline.kinds[until] == "T" else None
    single = last is not None and "/" not in day + last
    return f"{day}/{last}" if single and last is not None and day < last else day


def _date_behind_comma(stage: Stage, number: int, end: int) -> str | None:
    """A date right behind the clause: "met the envoy, on Friday"."""
    for index in range(end, min(end + 2, stage.bounds(number)[1])):
        if stage.outline.kinds[index] == "V":
            return None
        value = _date_at(stage, index)
        if value is not None:
            return value
    return None


def _place_before(stage: Stage, number: int) -> str | None:
    """``In Lima, the sides met``."""
    start = stage.clause_start(number)
    if start >= number or stage.outline.kinds[start] != "P":
        return None
    return stage.holders.place_between(stage.outline.phrases[start].first, stage.outline.phrases[number].first)


def _date_before(stage: Stage, number: int) -> str | None:
    """``On Monday the sides met``, ``last night's meeting``, unless that is the day of saying."""
    infinitive = stage.outline.kinds[number] == "I"
    if stage.outline.kinds[number - 1 : number] == "T" and not infinitive:
        return stage.day_of(number - 1)
    if stage.outline.kinds[number - 1 : number] == "Y":
        return None  # "will strike on Friday after the talks": the day is another's
    start = stage.clause_start(number)
    joined = _joined_verb(stage, start, number)
    first = stage.outline.kinds.find("V", start, number)
    if infinitive and first >= 0:
        joined = first  # "arrived on Friday to meet him": the day is the arrival's
    for index in range(number - 1, start - 1, -1):
        if joined is not None and joined < index:
            continue  # "arrived on Monday and was due to meet": Monday is the arrival's
        if stage.outline.kinds[index] == "T" and not _of_saying(stage, index):
            value = _date_at(stage, index)
            if value is not None:
                return value
    return None


def _joined_verb(stage: Stage, start: int, number: int) -> int | None:
    """The first verb of a clause to which "and" joins another in front of the trigger; a day behind it is its own."""
    kinds = stage.outline.kinds
    first = kinds.find("V", start, number + 1)
    joint = next((at for at in range(number, first, -1) if kinds[at] == "V" and kinds[at - 1] == "C"), None)
    return first if first >= 0 and joint is not None else None


def _of_saying(stage: Stage, phrase: int) -> bool:
    """Whether a time belongs to a cue: "said on Tuesday"."""
    before = phrase - 1
    while before >= 0 and stage.outline.kinds[before] in "PA":
        before -= 1
    return before >= 0 and stage.outline.tokens[stage.outline.phrases[before].last - 1].start in stage.cues

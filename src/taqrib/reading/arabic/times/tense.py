"""Which way a bare weekday or day of the year lies: the verb or adjective that governs it, in its own clause.

Reports narrate, so the past needs no sign; the future shows itself: «سـ», «سوف», «من المقرر», «المقبل», a verb of plans
in the present.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from taqrib.reading.arabic.times.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.calendar import Direction
    from taqrib.reading.document import Token

_PAST = words("past_cues")
_FUTURE = words("future_cues")
_PRESENT = words("present_stems")
_NOT_FUTURE, _NOT_FUTURE_BEGINNINGS = words("not_future"), tuple(words("not_future_beginnings"))
_BACKWARD, _FORWARD = 25, 8
_CLAUSE = frozenset({"ان", "انه", "انها", "انهم", "انهما", "بان", "بانه", "بانها", ":", "«", "؛"})
_DEADLINE = frozenset({"حتي", "لغايه", "بحلول", "قبل"})
"""Before a day to come, unless a verb says otherwise."""
_SUBJECT = 6
"""Tokens within which «كان» stands before the verb of its clause."""
_OBJECTS = ("ها", "هما", "كما", "نا")
_UNTIL = frozenset({"حتي", "وحتي", "لغايه"})
_LASTED = words("lasted")
_PAST_BEFORE = frozenset({"لم", "كان", "كانت"})


@lru_cache(maxsize=1 << 15)
def way(norm: str) -> Direction:
    """What one word says: -1 past, 1 future, 0 nothing."""
    core = norm[1:] if norm[:1] in {"و", "ف"} and len(norm) > 3 and norm not in _PAST and norm not in _FUTURE else norm
    if core in _PAST:
        return -1
    if core in _FUTURE:
        return 1
    if core[:1] == "س" and core[1:2] in {"ي", "ت", "ن"} and len(core) >= 4:
        return 0 if core in _NOT_FUTURE or core.startswith(_NOT_FUTURE_BEGINNINGS) or _is_name(core) else 1
    if core.endswith("وا"):
        core = core[:-1] + "ن"  # «أن يجتمعوا»
    return 1 if core[:1] in {"ي", "ت"} and core[1:] in _PRESENT else 0


def _is_name(core: str) -> bool:
    """Whether a word that begins like a verb to come ends as none does: «سيلفيا»; «سيقودها» has its object."""
    return core.endswith("ا") and not core.endswith(_OBJECTS)


def direction(tokens: Sequence[Token], first: int, last: int, begin: int, end: int) -> tuple[Direction, int | None]:
    """Where the time ``tokens[first:last]`` lies, and the token that says so.

    The nearest word before it in its clause decides, else the nearest behind it (a fronted time).

    :param begin: index of the sentence's first token.
    :param end: index past its last.
    """
    put_off = _put_off(tokens, first, begin)
    if put_off is not None:
        return 1, put_off
    return _governed(tokens, first, last, begin, end)


def _governed(  # noqa: C901 - one case of the grammar after another
    tokens: Sequence[Token], first: int, last: int, begin: int, end: int
) -> tuple[Direction, int | None]:
    """What the nearest word that tells a direction says."""
    beyond = first > begin + 1 and tokens[first - 1].norm == "بعد" and tokens[first - 2].norm == "ما"
    until = beyond or (first > begin and tokens[first - 1].norm in _UNTIL)
    for index in range(first - 1, max(begin, first - _BACKWARD) - 1, -1):
        norm = tokens[index].norm
        if until and norm.removeprefix("و") in _LASTED:
            return -1, index
        if norm in _CLAUSE:
            governed = norm == "ان" and index > begin and way(tokens[index - 1].norm) > 0  # «من المقرر أن ...»
            if governed:
                return (-1 if _was(tokens, index - 1, begin) else 1), index - 1
            break
        if norm.lstrip("وف") in _CALLED and _is_led(tokens, index, first):
            return 1, index
        found = 0 if norm.startswith("س") and _follows_preposition(tokens, index, begin) else way(norm)
        if found > 0 and index > begin and tokens[index - 1].norm.removeprefix("و") in _ENDED:
            found = -1  # «انتهت المهلة الثلاثاء»
        if found and not (until and found < 0):  # «بدأت أمس وحتى الجمعة»: until a day to come
            if found > 0 and (_is_past(tokens, index, begin) or _was(tokens, index, begin)):
                found = -1
            return found, index
    for index in range(last, min(end, last + _FORWARD)):
        norm = tokens[index].norm
        if norm in _CLAUSE:
            break
        found = way(norm)
        if found:
            return (-1 if _is_past(tokens, index, last) else found), index
    deadline = beyond or (first > begin and tokens[first - 1].norm in _DEADLINE)
    return (1, first - 1) if deadline else (0, None)


def _follows_preposition(tokens: Sequence[Token], index: int, begin: int) -> bool:
    """Whether a word follows what no verb follows: «بين سيلان والهند»."""
    return index > begin and tokens[index - 1].norm.removeprefix("و") in _BEFORE_NOUNS


def _is_past(tokens: Sequence[Token], index: int, begin: int) -> bool:
    """Whether the word before puts an imperfect into the past: «لم تعقد», «كان يعقد»."""
    before = tokens[index - 1].norm if index > begin else ""
    return before.removeprefix("و").removeprefix("ف") in _PAST_BEFORE


def _was(tokens: Sequence[Token], cue: int, begin: int) -> bool:
    """Whether «كان» puts what was to come into the past: «كان من المقرر أن يلتقي», «كان الوفد سيلتقي»."""
    for index in range(cue - 1, max(begin, cue - _SUBJECT) - 1, -1):
        norm = tokens[index].norm
        planned = norm == "ان" and index > begin and way(tokens[index - 1].norm) > 0
        if (norm in _CLAUSE and not planned) or norm in {"،", ","}:
            return False
        if norm in _WAS:
            return True
    return False


def _is_led(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Whether «إلى» leads from a call to what is called for: «دعت النقابة إلى اعتصام الخميس»."""
    return any(token.norm in _TO for token in tokens[index + 1 : first - 1])


def _put_off(tokens: Sequence[Token], first: int, begin: int) -> int | None:
    """The word of putting off that this day is the new term of: «أجل الوسيط الجولة إلى يوم الخميس»."""
    led = first > begin and tokens[first - 1].norm in _TO
    if not led and not tokens[first].norm.startswith("ل"):
        return None
    for index in range(first - 1, max(begin, first - _TERM) - 1, -1):
        norm = tokens[index].norm
        if norm in _CLAUSE:
            return None
        if norm in _PUT_OFF or (norm[0] in "وف" and norm[1:] in _PUT_OFF):
            return index
    return None


_TO = frozenset({"الي", "حتي", "لغايه"})
_PUT_OFF = words("put_off")
_CALLED = words("called_for")
_ENDED = words("ended")
_BEFORE_NOUNS = frozenset({"بين", "في", "من", "الي", "علي", "عن", "مع", "لدي", "عند", "ضد", "باسم", "نحو", "عبر"})
_WAS = frozenset({"كان", "كانت", "كانا", "كانوا", "وكان", "وكانت", "فكان"})
_TERM = 10

"""Lengths of time in Arabic: «تسعة أشهر», «ساعتين», «أربع سنوات ونصف السنة», «أكثر من 14 ساعة», «منذ عقود»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.timewords import DAYS, MODIFIERS, MONTHS, UNITS, weekday_of, words
from taqrib.reading.arabic.words import start_behind
from taqrib.reading.calendar import duration, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.arabic.timewords import Unit
    from taqrib.reading.arabic.words import Match
    from taqrib.reading.document import Token

_LENGTH_PREPOSITIONS, _LONG_PREPOSITIONS = words("length_prepositions"), words("long_prepositions")
_LASTING = words("lasting_verbs")
_LOOSE, _ALONE, _FEW = words("loose"), words("alone"), words("few")
_HALVES = {"نصف": 0.5, "ربع": 0.25, "ثلث": 1 / 3}
_ARTICLE = ("ال", "لل")
_MINUTES = {0.25: "PT15M", 1 / 3: "PT20M"}


class Length(NamedTuple):
    """A length of time: the token past its last, the raw offset where it starts, ISO 8601 or ``None``, the rule."""

    last: int
    start: int
    value: str | None
    rule: str
    certainty: float


def length_at(tokens: Sequence[Token], index: int) -> Length | None:
    """The length of time that begins at ``tokens[index]``, with its approximator; ``None`` if none does."""
    start = tokens[index].start
    at = index
    approximator = numbers.approximator_at(tokens, index)
    if approximator is not None:
        at, start = approximator
        if at >= len(tokens):
            return None
    found = _counted(tokens, at) or _dual(tokens, at, index) or _half(tokens, at)
    if found is None and approximator is not None:
        unit = _unit(tokens, at)
        certain = unit is not None and (not unit.value.ambiguous or _ends(tokens, at + 1))
        if unit is not None and certain and unit.value.number == 1 and unit.clitics == "":
            found = Length(at + 1, start, duration(1, _scale(unit.value)), "approximate-unit", 0.9)
    if found is None and approximator is None:
        found = _alone(tokens, at)
    if found is None:
        return None
    return found._replace(start=start) if approximator is not None else found


def _scale(unit: Unit) -> str:
    return "day" if unit.name == "night" else unit.name


def _unit(tokens: Sequence[Token], index: int) -> Match[Unit] | None:
    return UNITS.find(tokens[index].norm) if index < len(tokens) else None


def _norm(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].norm if 0 <= index < len(tokens) else ""


def _governed(tokens: Sequence[Token], index: int, governors: frozenset[str]) -> bool:
    """Whether the word before ``index``, without «و» and «ل», is one of ``governors``."""
    norm = _norm(tokens, index - 1)
    return norm in governors or (norm[:1] in {"و", "ف"} and norm[1:] in governors)


def _counted(tokens: Sequence[Token], index: int) -> Length | None:
    """A number and its unit; «الـ48 ساعة المقبلة»; «بضعة أيام»."""
    start, at, definite = tokens[index].start, index, False
    if tokens[index].norm == "ال" and _norm(tokens, index + 1)[:1].isdigit():
        at, definite = index + 1, True
    few = tokens[index].norm.removeprefix("و") in _FEW or tokens[index].norm[1:] in _FEW
    number = numbers.number_at(tokens, at)
    if number is None and not few:
        return None
    last = number.last if number is not None else index + 1
    unit = _unit(tokens, last)
    if unit is None or (unit.clitics and not (unit.clitics == "ال" and number is not None and number.value is None)):
        return None
    if unit.form in {"حول", "يومي", "شهري"}:
        return None
    if unit.form in {"عقود", "عقدا", "عقد"} and not _governed(tokens, index, _LENGTH_PREPOSITIONS):
        return None  # «ثلاثة عقود» are contracts unless something lasts as long
    if number is None:
        few_start = start + (1 if tokens[index].norm not in _FEW else 0)
        return Length(last + 1, few_start, None, "few-units", 0.9) if unit.value.number != 2 else None
    if not definite:
        start = number.start
        definite = number.clitics.endswith(_ARTICLE)
    if number.value is None:
        return Length(last + 1, start, None, "many-units", 0.9)
    last, value = _tail(tokens, last + 1, number.value, unit.value)
    if definite:
        modifier = MODIFIERS.find(tokens, last)
        last = modifier.last if modifier is not None and modifier.clitics == "" else last
    return Length(last, start, value, "counted-unit", 0.97)


def _tail(tokens: Sequence[Token], last: int, amount: float, unit: Unit) -> tuple[int, str | None]:
    """What is added to a length: «ونصف السنة», «وثلاثة أشهر»."""
    scale = _scale(unit)
    following = _norm(tokens, last)
    if following in {"ونصف", "وربع"}:
        part = 0.5 if following == "ونصف" else 0.25
        named = _unit(tokens, last + 1)
        if named is not None and named.value.number == 1 and named.clitics in {"", "ال"}:
            if _scale(named.value) == scale:
                return last + 2, duration(amount + part, scale)
        elif named is None or not named.clitics:
            return last + 1, duration(amount + part, scale)
    if following[:1] == "و":
        at = last + 1 if following == "و" else last
        number = numbers.number_at(tokens, at)
        if number is not None and number.value is not None and number.clitics in {"", "و"}:
            smaller = _unit(tokens, number.last)
            if smaller is not None and not smaller.clitics and _shorter(smaller.value, unit):
                parts = [duration(amount, scale), duration(number.value, _scale(smaller.value))]
                return number.last + 1, joined(parts)
        dual = _unit(tokens, at)
        if dual is not None and dual.clitics == "و" and dual.value.number == 2 and _shorter(dual.value, unit):
            return at + 1, joined([duration(amount, scale), duration(2, _scale(dual.value))])
    return last, duration(amount, scale)


_ORDER = ("second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century")


def _shorter(one: Unit, other: Unit) -> bool:
    return _ORDER.index(one.name) < _ORDER.index(other.name)


def _dual(tokens: Sequence[Token], at: int, index: int) -> Length | None:
    """«ساعتين», «عامين ونصف العام»; «الشهرين المقبلين» only with what places them."""
    unit = _unit(tokens, at)
    if unit is None or unit.value.number != 2 or unit.form.endswith("ي"):
        return None
    start = start_behind(tokens[at], unit.clitics)
    if unit.clitics.endswith(_ARTICLE):
        modifier = MODIFIERS.find(tokens, at + 1)
        if modifier is None or modifier.clitics:
            return None
        return Length(modifier.last, start, duration(2, _scale(unit.value)), "dual-unit", 0.9)
    if unit.value.ambiguous and not _governed(tokens, index, _LENGTH_PREPOSITIONS) and at == index:
        return None
    last, value = _tail(tokens, at + 1, 2, unit.value)
    return Length(last, start, value, "dual-unit", 0.95)


def _half(tokens: Sequence[Token], at: int) -> Length | None:
    """«نصف ساعة», «ربع قرن»."""
    norm = tokens[at].norm
    part = _HALVES.get(norm) or _HALVES.get(norm[1:])
    unit = _unit(tokens, at + 1)
    if part is None or unit is None or unit.clitics or unit.value.number != 1:
        return None
    start = tokens[at].start if norm in _HALVES else start_behind(tokens[at], norm[0])
    if unit.value.name == "hour":
        value = _MINUTES.get(part) or duration(part, "hour")
    elif unit.value.name == "century":
        value = duration(round(part * 100), "year")
    else:
        value = duration(part, _scale(unit.value))
    return Length(at + 2, start, value, "half-unit", 0.95)


def _alone(tokens: Sequence[Token], at: int) -> Length | None:
    """A unit without a number, after what makes it a length: «منذ عام», «بعد ساعات», «أيام قليلة», «لشهر واحد»."""
    unit = _unit(tokens, at)
    if unit is None or unit.clitics.endswith(_ARTICLE) or unit.value.number == 2 or unit.form == "حول":
        return None
    following = _norm(tokens, at + 1)
    if following[:1].isdigit() or weekday_of(following) is not None:
        return None
    if MONTHS.find(tokens, at + 1) is not None or DAYS.find(tokens, at + 1) is not None:
        return None
    if _norm(tokens, at - 2).removeprefix("و") in {unit.form, unit.form + "ا"}:
        return None  # «يوما بعد يوم»
    start = start_behind(tokens[at], unit.clitics)
    bare = unit.clitics == ""
    governed = bare and _governed(tokens, at, _LENGTH_PREPOSITIONS)
    lasting = bare and _governed(tokens, at, _LASTING)
    if unit.value.ambiguous:
        if not (bare and _governed(tokens, at, _LONG_PREPOSITIONS)) and not (
            following in _ALONE and unit.clitics == "ل"
        ):
            return None
        governed = True
    if unit.value.number == 0:
        loose = following in _LOOSE
        if governed or lasting or loose or unit.clitics == "ل":
            return Length(at + 1 + loose, start, None, "uncounted-units", 0.85)
        return None
    last, value = _tail(tokens, at + 1, 1, unit.value)
    if last > at + 1:
        return Length(last, start, value, "unit-and-more", 0.93)
    counted = following in _ALONE
    if governed or lasting or counted or (unit.clitics == "ل" and following in {"علي", "من", "كامل"}):
        if unit.value.name == "day" and not counted and not _ends(tokens, at + 1):
            return None  # «بعد يوم عمل», «قبل يوم الاقتراع»: not a length
        return Length(at + 1 + counted, start, duration(1, _scale(unit.value)), "single-unit", 0.9)
    return None


def _ends(tokens: Sequence[Token], index: int) -> bool:
    """Whether nothing that the unit could own follows."""
    norm = _norm(tokens, index)
    return not norm or norm in {"من", "علي", "في", "فقط", "او", "الي"} or not norm[0].isalpha()

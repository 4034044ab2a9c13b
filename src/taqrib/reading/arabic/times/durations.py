"""Lengths of time in Arabic: «تسعة أشهر», «ساعتين», «أربع سنوات ونصف السنة», «أكثر من 14 ساعة», «منذ عقود»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.times.words import DAYS, MODIFIERS, MONTHS, UNITS, weekday_of, words
from taqrib.reading.arabic.words import start_behind
from taqrib.reading.calendar import duration, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.arabic.times.words import Unit
    from taqrib.reading.arabic.words import Match
    from taqrib.reading.document import Token

_LENGTH_PREPOSITIONS, _LONG_PREPOSITIONS = words("length_prepositions"), words("long_prepositions")
_LASTING = words("lasting_verbs")
_LOOSE, _ALONE, _FEW = words("loose"), words("alone"), words("few")
_HALVES = {"نصف": 0.5, "ربع": 0.25, "ثلث": 1 / 3}
_ARTICLE = ("ال", "لل")
_CONTRACTS = frozenset({"عقود", "عقدا", "عقد"})
_NOT_COUNTED = frozenset({"حول", "يومي", "شهري"})
_APPROXIMATE = frozenset({"من", "نحو", "حوالي", "قرابه", "زهاء"})
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
    approximator = numbers.approximator_at(tokens, index)
    if approximator is None:
        return _exact(tokens, index) or _alone(tokens, index)
    at = approximator.last
    found = _exact(tokens, at) or _approximate_unit(tokens, at) if at < len(tokens) else None
    if found is None or approximator.start is None:
        return found
    return found._replace(start=approximator.start)


def _exact(tokens: Sequence[Token], index: int) -> Length | None:
    return _counted(tokens, index) or _dual(tokens, index) or _half(tokens, index)


def _approximate_unit(tokens: Sequence[Token], at: int) -> Length | None:
    """«أكثر من سنة»."""
    unit = _unit(tokens, at)
    if unit is None or unit.clitics or unit.value.number != 1 or _is_dated(tokens, at + 1):
        return None
    if unit.value.ambiguous and not _ends(tokens, at + 1):
        return None
    return Length(at + 1, tokens[at].start, duration(1, _scale(unit.value)), "approximate-unit", 0.9)


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
    """A number and its unit: «تسعة أشهر», «الـ48 ساعة المقبلة», «عشرات السنين»."""
    article = tokens[index].norm == "ال" and _norm(tokens, index + 1)[:1].isdigit()
    number = numbers.number_at(tokens, index + article)
    if number is None:
        return _few(tokens, index)
    unit = _unit(tokens, number.last)
    many = number.value is None
    if unit is None or unit.clitics not in ({"", "ال"} if many else {""}) or unit.form in _NOT_COUNTED:
        return None
    if unit.form in _CONTRACTS and not _governed(tokens, index, _LENGTH_PREPOSITIONS):
        return None  # «ثلاثة عقود» are contracts unless something lasts as long
    start = tokens[index].start if article else number.start
    if number.value is None:
        return Length(number.last + 1, start, None, "many-units", 0.9)
    last, value = _tail(tokens, number.last + 1, number.value, unit.value)
    modifier = MODIFIERS.find(tokens, last) if article or number.clitics.endswith(_ARTICLE) else None
    if modifier is not None and not modifier.clitics:
        last = modifier.last
    return Length(last, start, value, "counted-unit", 0.97)


def _few(tokens: Sequence[Token], index: int) -> Length | None:
    """«بضعة أيام», «عدة أشهر»."""
    norm = tokens[index].norm
    clitics = "" if norm in _FEW else norm[:1]
    unit = _unit(tokens, index + 1)
    if norm[len(clitics) :] not in _FEW or unit is None or unit.clitics or unit.value.number != 0:
        return None
    return Length(index + 2, start_behind(tokens[index], clitics), None, "few-units", 0.9)


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


def _dual(tokens: Sequence[Token], at: int) -> Length | None:
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
    if unit.value.ambiguous and not _governed(tokens, at, _LENGTH_PREPOSITIONS | _APPROXIMATE):
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


def _alone(tokens: Sequence[Token], at: int) -> Length | None:  # noqa: PLR0911 - what is no length, each with its reason
    """A unit without a number, after what makes it a length: «منذ عام», «بعد ساعات», «أيام قليلة», «لشهر واحد»."""
    unit = _unit(tokens, at)
    if unit is None or unit.clitics.endswith(_ARTICLE) or unit.value.number == 2 or unit.form == "حول":
        return None
    if _is_dated(tokens, at + 1) or _norm(tokens, at - 2).removeprefix("و") in {unit.form, unit.form + "ا"}:
        return None  # «يوم الأحد», «عام 2015»; «يوما بعد يوم»
    following = _norm(tokens, at + 1)
    bare = unit.clitics == ""
    governed = bare and (_governed(tokens, at, _LENGTH_PREPOSITIONS) or _governed(tokens, at, _LASTING))
    if unit.value.ambiguous:
        governed = bare and _governed(tokens, at, _LONG_PREPOSITIONS)
        if not governed and not (following in _ALONE and unit.clitics == "ل"):
            return None
    start = start_behind(tokens[at], unit.clitics)
    if unit.value.number == 0:
        loose = following in _LOOSE
        if not (governed or loose or unit.clitics == "ل"):
            return None
        return Length(at + 1 + loose, start, None, "uncounted-units", 0.85)
    last, value = _tail(tokens, at + 1, 1, unit.value)
    if last > at + 1:
        return Length(last, start, value, "unit-and-more", 0.93)
    counted = following in _ALONE
    if not (governed or counted or (unit.clitics == "ل" and following in {"علي", "من"})):
        return None
    if unit.value.name == "day" and not counted and not _ends(tokens, at + 1):
        return None  # «بعد يوم عمل», «قبل يوم الاقتراع»
    return Length(last + counted, start, value, "single-unit", 0.9)


def _is_dated(tokens: Sequence[Token], index: int) -> bool:
    """Whether a year, a weekday, a month or a relative day follows: then the unit belongs to a date."""
    norm = _norm(tokens, index)
    if norm[:1].isdigit() or weekday_of(norm) is not None:
        return True
    return MONTHS.find(tokens, index) is not None or DAYS.find(tokens, index) is not None


def _ends(tokens: Sequence[Token], index: int) -> bool:
    """Whether nothing that the unit could own follows."""
    norm = _norm(tokens, index)
    return not norm or norm in {"من", "علي", "في", "فقط", "او", "الي"} or not norm[0].isalpha()

"""Dates, parts of days, durations and sets in Arabic reports.

At each word that can begin an expression of time, every rule that word can begin is tried, and the longest reading is
kept. Each rule looks a bounded number of tokens ahead, so the whole is linear in the text's length. Relative
expressions are resolved against the day of publication; without one their value stays open.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.times.clock import clock_at
from taqrib.reading.arabic.times.dates import (
    dateline_at,
    day_of_month_at,
    is_day_number_word,
    month_at,
    numeric_at,
)
from taqrib.reading.arabic.times.days import day_at, night_at, part_at
from taqrib.reading.arabic.times.durations import length_at
from taqrib.reading.arabic.times.periods import (
    anaphor_at,
    decade_at,
    edge_at,
    fraction_at,
    is_fraction,
    period_at,
    season_at,
    week_of_month_at,
)
from taqrib.reading.arabic.times.scan import ARTICLE, THIS, Found, Scan, is_same
from taqrib.reading.arabic.times.stated import stated_publications
from taqrib.reading.arabic.times.words import (
    DAYS,
    DECADES,
    EDGES,
    MONTHS,
    NIGHTS,
    PARTS,
    SEASONS,
    SETS,
    UNITS,
    VAGUE,
    weekday_of,
)
from taqrib.reading.arabic.times.years import year_at
from taqrib.reading.arabic.words import start_behind

if TYPE_CHECKING:
    from datetime import date

    from taqrib.reading.document import Document
    from taqrib.reading.findings import Time

Rule: TypeAlias = Callable[[Scan, int], list[Found] | None]
"""The readings of the expression that begins at a token: one, or two joined by a conjunction; ``None`` if none does."""


def times(document: Document) -> list[Time]:
    """Every expression of time in the document, in order; see :meth:`taqrib.reading.pack.LanguagePack.times`."""
    scan = Scan(document)
    return [scan.time(found) for found in _expressions(scan)]


def inferred_publication(document: Document) -> date | None:
    """The day of publication, where the text itself states it: «اليوم الثلاثاء 11 يونيو 2019».

    ``None`` unless a day counted from publication («اليوم», «أمس», «غدا») stands beside a full date with its year, its
    weekday, if given, is that date's, and all such places in the text agree.
    """
    stated = set(stated_publications(Scan(document)))
    return stated.pop() if len(stated) == 1 else None


def _expressions(scan: Scan) -> list[Found]:
    tokens = scan.tokens
    found: list[Found] = []
    index, count = 0, len(tokens)
    while index < count:
        best: list[Found] = []
        for rule in _rules(tokens[index].norm):
            readings = rule(scan, index)
            if readings and (not best or readings[-1].last > best[-1].last):
                best = readings
        found += best
        if best and best[-1].value is not None and best[-1].type != "DURATION" and len(best[-1].value) in {4, 7, 10}:
            scan.named = (best[-1].last, best[-1].value)
        index = best[-1].last if best else index + 1
    return found


def _length_at(scan: Scan, index: int) -> list[Found] | None:
    found = length_at(scan.tokens, index)
    if found is None:
        return None
    return [Found(index, found.last, found.start, "DURATION", found.value, found.rule, found.certainty)]


def _set_at(scan: Scan, index: int) -> list[Found] | None:
    """«يوميا», «كل أسبوع», «كل أربع سنوات»."""
    match = SETS.find(scan.tokens, index)
    start = scan.tokens[index].start
    if match is not None and match.clitics in {"", "و"}:
        start = start_behind(scan.tokens[index], match.clitics)
        return [Found(index, match.last, start, "SET", match.value, "set", 0.9)]
    if scan.norm(index) in {"كل", "وكل"} and index + 1 < len(scan.tokens):
        turn = length_at(scan.tokens, index + 1)
        if turn is not None and turn.value is not None:
            start += scan.norm(index) == "وكل"
            return [Found(index, turn.last, start, "SET", turn.value, "set", 0.9)]
    return None


def _vague_at(scan: Scan, index: int) -> list[Found] | None:
    """«الآن», «لاحقا»: no value; «وقت سابق هذا الأسبوع» has the value of the period."""
    match = VAGUE.find(scan.tokens, index)
    if match is None or match.clitics.endswith(ARTICLE):
        return None
    token = scan.tokens[index]
    if token.text.startswith("آ"):
        return None  # «آلان» is a name
    if scan.norm(match.last) == "من" and token.norm.endswith("قريبا"):
        return None  # «قريبا من»: near
    if token.norm.endswith("قريبا") and _describes(scan, index):
        return None
    last = match.last
    found = Found(index, last, start_behind(token, match.clitics), "DATE", None, "vague-time", 0.7)
    if scan.norm(last - 1) in {"سابق", "لاحق"}:
        at = last + (scan.norm(last) == "من")
        inner = (period_at(scan, at) or day_at(scan, at)) if at < len(scan.tokens) else None
        if inner and inner[0].type == "DATE":
            found.last, found.value, found.certainty = inner[0].last, inner[0].value, 0.85
    return [found]


def _describes(scan: Scan, index: int) -> bool:
    """Whether «قريبا» is the adjective of the noun before it («اتفاقا قريبا») or a predicate («يكون الحل قريبا»)."""
    before = scan.tokens[index - 1] if index else None
    if before is None or not before.text[0].isalpha() or scan.norm(index)[0] in "وف":
        return False
    tanwin = "\u064b" in before.text
    if tanwin or (before.norm.endswith("ا") and len(before.norm) > 4 and not before.norm.endswith(("وا", "ها"))):
        return True
    being = any(scan.norm(at) in _BEING for at in range(max(0, index - 3), index - 1))
    return being and before.norm.startswith("ال")


_BEING = frozenset(
    {"كان", "يكون", "سيكون", "كانت", "تكون", "ستكون", "ليس", "ليست", "يبدو", "تبدو", "بات", "باتت", "اصبح"}
)


_DIGIT_RULES: tuple[Rule, ...] = (numeric_at, day_of_month_at, dateline_at, year_at, _length_at)


_OTHER_RULES: tuple[tuple[Callable[[str], object], Rule], ...] = (
    (is_same, anaphor_at),
    (lambda norm: norm in THIS or norm[1:] in THIS, period_at),
    (NIGHTS.first_words.find, night_at),
    (PARTS.first_words.find, part_at),
    (MONTHS.first_words.find, month_at),
    (EDGES.find, edge_at),
    (SEASONS.find, season_at),
    (DECADES.find, decade_at),
    (VAGUE.first_words.find, _vague_at),
    (SETS.first_words.find, _set_at),
    (is_day_number_word, day_of_month_at),
    (is_day_number_word, clock_at),
    (is_fraction, fraction_at),
    (lambda norm: norm == "ال" or numbers.may_begin_count(norm), _length_at),
)


@lru_cache(maxsize=1 << 15)
def _rules(norm: str) -> tuple[Rule, ...]:
    """The rules an expression that begins with ``norm`` may follow; most words begin none."""
    if norm[0].isdigit():
        return _DIGIT_RULES
    unit = UNITS.find(norm) is not None
    day = unit or norm in THIS or norm in {"نهار", "ونهار"} or DAYS.first_words.find(norm) or weekday_of(norm)
    found: list[Rule] = [day_at] if day else []
    if unit:
        found += [anaphor_at, period_at, week_of_month_at, year_at, month_at, clock_at, _length_at]
    found += [rule for holds, rule in _OTHER_RULES if holds(norm)]
    return tuple(found)

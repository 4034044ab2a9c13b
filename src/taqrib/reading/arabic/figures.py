"""Counts of people, money, votes, sites in Arabic reports, with their unit, approximator and claimant.

A number is a figure when something is counted: a noun, a currency, a percentage. The number of a resolution, a
battalion or a channel is a name; dates and lengths of time are times.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from taqrib.normal import normalised
from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.clauses import is_told_of
from taqrib.reading.arabic.times.words import MONTHS, UNITS
from taqrib.reading.arabic.words import Lexicon, Phrasebook, start_behind
from taqrib.reading.findings import Figure
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.document import Document, Token
    from taqrib.reading.findings import Statement, Time

_WORDS = load("arabic/units")
_STRIPPED = dict.fromkeys([*range(0x0610, 0x061B), 0x0640, *range(0x064B, 0x0660), 0x0670])


def _set(key: str) -> frozenset[str]:
    return frozenset(map(normalised, _WORDS[key]))


_OTHERS, _NAMED, _CURRENCIES, _MEASURES = _set("others"), _set("named_by_number"), _set("currencies"), _set("measures")
_NOT_COUNTED, _AGREEING = _set("not_counted"), _set("agreeing")
_NOT_PARTITIVE, _WAW_NOUNS, _SAME_UNIT = _set("not_partitive"), _set("waw_nouns"), _set("same_unit")
_TO = frozenset({"الي", "-", "–"})
_CONTRACTS = frozenset({"عقود", "عقدا", "عقد"})
_ARTICLES, _SIGNS = frozenset({"ال", "وال", "لل", "بال"}), frozenset("$€£")
_RESOLUTIONS = _set("resolutions")
_PERCENT = Phrasebook((phrase, True) for phrase in _WORDS["percent"])
_CASUALTIES = Lexicon({verb: unit for unit, verbs in _WORDS["casualty_verbs"].items() for verb in verbs})


def _duals() -> dict[str, str]:
    """Every dual form that cannot be a plural, and its singular as written in the table."""
    found = {}
    for noun in _WORDS["broken_plural"]:
        for ending in ("ان", "ين"):
            found[_dual_stem(noun) + ending] = noun
    for noun in _WORDS["feminine"]:
        for ending in ("تان", "تين"):
            found[noun[:-1] + ending] = noun
    for noun in _WORDS["sound_plural"]:
        found[noun + "ان"] = noun
    return found


def _dual_stem(noun: str) -> str:
    if noun.endswith("ة"):
        return noun[:-1] + "ت"
    return noun[:-1] + "ئ" if noun.endswith("ء") else noun


_DUALS = Lexicon(_duals())


_PEOPLE = 5


class _Counted(NamedTuple):
    """What a number counts: the token past it, its name, and how sure it is that it is counted."""

    last: int
    unit: str | None
    certainty: float
    rule: str


def figures(document: Document, times: list[Time], statements: list[Statement]) -> list[Figure]:
    """Every count in the document, in order; see :meth:`taqrib.reading.pack.LanguagePack.figures`."""
    tokens = document.tokens
    busy = _Spans([time.span for time in times])
    found: list[Figure] = []
    index, count = 0, len(tokens)
    while index < count:
        kind = _kind(tokens[index].norm)
        figure, last = None, index + 1
        if kind is not None and not busy.holds(tokens[index].start):
            figure, last = _figure(tokens, index, kind, found)
        if figure is not None and not busy.touches(figure.span):
            found.append(figure)
        index = last
    _claim(found, statements)
    return found


class _Spans:
    """Sorted spans, asked whether one of them holds an offset."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def holds(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._spans[at][1]

    def touches(self, span: tuple[int, int]) -> bool:
        at = bisect_right(self._starts, span[1] - 1) - 1
        return at >= 0 and span[0] < self._spans[at][1]


@lru_cache(maxsize=1 << 15)
def _kind(norm: str) -> str | None:
    """What a figure that begins with this word may be; most words begin none."""
    if norm == "%":
        return "percent"
    if norm in _ARTICLES or norm in _SIGNS or norm[0].isdigit() or numbers.may_begin_count(norm):
        return "number"
    dual = _DUALS.find(norm)
    return "dual" if dual is not None and not dual.clitics.endswith(("ال", "لل")) and dual.clitics != "س" else None


def _norm(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].norm if 0 <= index < len(tokens) else ""


def _figure(tokens: Sequence[Token], index: int, kind: str, before: list[Figure]) -> tuple[Figure | None, int]:  # noqa: PLR0911 - one per way a number stands
    """The figure at ``index``, if there is one, and where to read on."""
    if kind == "dual":
        return _dual(tokens, index)
    if kind == "percent":
        return _percent_first(tokens, index)
    approximator = numbers.approximator_at(tokens, index)
    at = approximator.last if approximator is not None else index
    start = approximator.start if approximator is not None else None
    known = _norm(tokens, at) in _ARTICLES  # «الـ12»
    at += known
    sign = _norm(tokens, at) if _norm(tokens, at) in _SIGNS else ""
    if sign and start is None:
        start = tokens[at].start
    number = numbers.number_at(tokens, at + bool(sign))
    if number is None:
        return None, max(at, index + 1)
    if known and _is_behind_people(tokens, index):
        span, unit = (tokens[index].start, tokens[number.last - 1].end), _written(tokens[index - 1])
        return _made(number, span, _Counted(number.last, unit, 0.7, "noun-number"), approx=False), number.last
    if known and not _countable(tokens, number.last, number):
        return None, number.last
    counted = _Counted(number.last, sign, 0.95, "money") if sign else _counted(tokens, number, before)
    if counted is None or _is_name(tokens, at, number, counted):
        return None, number.last
    end = numbers.approximator_behind(tokens, counted.last)
    span = (number.start if start is None else start, tokens[end - 1].end)
    return _made(number, span, counted, approx=approximator is not None or end > counted.last), end


def _is_behind_people(tokens: Sequence[Token], index: int) -> bool:
    """«المعتقلين الـ40»: the number behind the people it counts."""
    norm = _norm(tokens, index - 1)
    return norm.startswith("ال") and norm.endswith(("ين", "ون")) and len(norm) > _PEOPLE


def _percent_first(tokens: Sequence[Token], index: int) -> tuple[Figure | None, int]:
    """«%30»."""
    number = numbers.number_at(tokens, index + 1)
    if number is None or number.written != "digits":
        return None, index + 1
    span = (tokens[index].start, tokens[number.last - 1].end)
    return _made(number, span, _Counted(number.last, "%", 0.97, "percent"), approx=False), number.last


def _made(number: numbers.Number, span: tuple[int, int], counted: _Counted, *, approx: bool) -> Figure:
    value = number.value
    unsure = ("says many, not how many",) if value is None else ()
    return Figure(
        value=int(value) if value is not None and value == int(value) else value,
        unit=counted.unit,
        approx=approx or value is None,
        span=span,
        certainty=counted.certainty,
        rule=counted.rule,
        rests_on=(span,),
        unsure=unsure,
    )


def _is_name(tokens: Sequence[Token], index: int, number: numbers.Number, counted: _Counted) -> bool:
    """Whether the number names rather than counts: «القرار 1325», «مجموعة 5+1», «الدول الست»."""
    following, before = _norm(tokens, number.last), _norm(tokens, index - 1)
    if following == "+" or before == "+":
        return True
    resolution = any(_norm(tokens, at) in _RESOLUTIONS for at in range(index - 4, index))
    if number.written == "digits" and (before in _NAMED or before[1:] in _NAMED or resolution):
        noun_follows = counted.last > number.last and tokens[number.last].norm.endswith("ا")  # «أيد القرار 120 عضوا»
        return number.last == number.first + 1 and not noun_follows
    if number.clitics.endswith(("ال", "لل")) and number.written == "words":
        return (number.value or 0) <= 10  # «الأطراف الأربعة»: they are known, not counted
    return number.value == 10 and numbers.is_ordinal_word(before)  # «المادة الثانية عشرة»


def _counted(tokens: Sequence[Token], number: numbers.Number, before: list[Figure]) -> _Counted | None:
    """What stands behind the number as its counted noun."""
    last = number.last
    percent = _PERCENT.find(tokens, last)
    if percent is not None and not percent.clitics:
        return _Counted(percent.last, "%", 0.97, "percent")
    if _norm(tokens, last) == "من":
        following = _norm(tokens, last + 1)
        if not following[:1].isalpha() or following in _NOT_PARTITIVE or UNITS.find(following) is not None:
            return None
        return _Counted(last + 2, _written(tokens[last + 1]), 0.85, "number-of")
    if not _countable(tokens, last, number):
        return _elliptical(tokens, number, before)
    end = last + 1
    end += _norm(tokens, end) in _AGREEING or _agrees(tokens, end)
    return _Counted(end, _written(tokens[last]), 0.9, "number-noun")


def _countable(tokens: Sequence[Token], index: int, number: numbers.Number) -> bool:  # noqa: PLR0911 - a list of reasons
    """Whether the word at ``index`` can be what the number counts: an indefinite noun, or any plural behind «مئات»."""
    norm = _norm(tokens, index)
    if len(norm) < 2 or not norm[0].isalpha() or norm.isascii():
        return False
    if norm in _OTHERS or norm in _CURRENCIES or norm in _MEASURES:
        return True
    if (norm[0] == "و" and norm not in _WAW_NOUNS) or is_told_of(norm):
        return False
    if norm in _NOT_COUNTED or numbers.is_number_word(norm) or numbers.is_ordinal_word(norm):
        return False
    if norm.startswith(("ال", "وال", "لل", "بال")):
        # «عشرات القتلى», «ملايين الدولارات»; a definite noun behind an exact number is another phrase
        return norm.startswith("ال") and number.written == "vague"
    unit = UNITS.find(norm)
    if unit is not None:
        return unit.form in _CONTRACTS
    if MONTHS.find(tokens, index) is not None:
        return False
    return number.written != "digits" or (number.value or 0) >= 3


def _agrees(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word at ``index`` is a nisba that agrees with the counted noun: «بحارة قبرصيين», «ملاحا كينيا»."""
    norm, noun = _norm(tokens, index), _norm(tokens, index - 1)
    if len(norm) < 5 or norm in _NOT_COUNTED or norm.startswith(("ال", "وال")):
        return False
    if norm.endswith("يه"):
        return noun.endswith(("ه", "ات"))
    return norm.endswith(("يين", "يون", "يا")) and not noun.endswith("ه")


def _elliptical(tokens: Sequence[Token], number: numbers.Number, before: list[Figure]) -> _Counted | None:
    """A bare number whose noun is understood: «قتل 15 وأصيب 30», «290 صوتا مقابل 21», «بين 20 و30 قتيلا»."""
    if number.value is None or number.value < 2:
        return None
    casualty = _CASUALTIES.find(_norm(tokens, number.first - 1))
    if casualty is not None:
        return _Counted(number.last, casualty.value, 0.75, "casualties")
    return _range(tokens, number) or (_like_before(tokens, number, before[-1]) if before else None)


def _range(tokens: Sequence[Token], number: numbers.Number) -> _Counted | None:
    """The lower end of «20 إلى 30 قتيلا», «بين 20 و30 قتيلا»: it counts what the upper end counts."""
    link = _norm(tokens, number.last)
    if link not in _TO and not (link == "و" and _norm(tokens, number.first - 1) == "بين"):
        return None
    end = numbers.number_at(tokens, number.last + 1)
    if end is None or not _countable(tokens, end.last, end):
        return None
    return _Counted(number.last, _written(tokens[end.last]), 0.7, "range")


def _like_before(tokens: Sequence[Token], number: numbers.Number, before: Figure) -> _Counted | None:
    """«290 صوتا مقابل 21», «تسعة بحارة ... وثلاثة في ...»: of the same unit as the figure before it."""
    near = tokens[number.first].start - before.span[1]
    if _norm(tokens, number.first - 1) in _SAME_UNIT and near < 30:
        return _Counted(number.last, before.unit, 0.75, "same-unit")
    continued = number.written == "words" and number.clitics == "و" and before.value is not None
    if continued and near < 60 and _norm(tokens, number.last) in {"في", "اخرين", "اخرون"}:
        return _Counted(number.last, before.unit, 0.6, "continued-count")
    return None


def _dual(tokens: Sequence[Token], index: int) -> tuple[Figure | None, int]:
    """«عضوين», «جولتين»: two of them, in one word."""
    match = _DUALS.find(tokens[index].norm)
    if match is None or match.clitics not in {"", "و", "ف", "ب", "ل", "ك", "وب", "ول"}:
        return None, index + 1
    start = start_behind(tokens[index], match.clitics)
    end = index + 1
    if _norm(tokens, end) in _AGREEING or (_norm(tokens, end).endswith(("يان", "يين")) and len(_norm(tokens, end)) > 4):
        end += 1
    span = (start, tokens[end - 1].end)
    return Figure(
        value=2, unit=match.value, approx=False, span=span, certainty=0.7, rule="dual", rests_on=(span,)
    ), end  # fmt: skip


def _written(token: Token) -> str:
    """The noun as written, without harakat and its clitics."""
    text = token.text.translate(_STRIPPED)
    if text.startswith("ال") and len(text) > 4:
        return text[2:]
    return text


def _claim(found: list[Figure], statements: list[Statement]) -> None:
    """Give each figure to the speaker of the innermost statement whose content holds it."""
    if not found or not statements:
        return
    ordered = sorted(statements, key=lambda statement: (statement.content[0], -statement.content[1]))
    open_: list[Statement] = []
    at = 0
    for figure in found:
        while at < len(ordered) and ordered[at].content[0] <= figure.span[0]:
            while open_ and open_[-1].content[1] <= ordered[at].content[0]:
                open_.pop()
            open_.append(ordered[at])
            at += 1
        holders = [statement for statement in open_ if statement.content[1] >= figure.span[1]]
        if holders:
            innermost = min(holders, key=lambda statement: statement.content[1] - statement.content[0])
            figure.attributed_to = innermost.speaker_name
            figure.rests_on = (*figure.rests_on, innermost.cue)

"""Arabic numbers in words and digits, as reports write them: «180 ألف», «خمسة وعشرين», «ثلاثة ملايين ونصف المليون»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from taqrib.reading.arabic.words import Lexicon, Phrasebook, start_behind
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.document import Token

_WORDS = load("arabic/numbers")
_MOST_DIGITS = 15
"""Longer runs of digits are no counts, and floats no longer tell them apart."""
TEN = frozenset({"عشر", "عشره"})
"""The second half of eleven to nineteen."""
_ARTICLE = ("ال", "لل")


class _Word(NamedTuple):
    kind: str
    value: float


def _cardinals() -> dict[str, _Word]:
    found = {form: _Word("two", 2) for form in _WORDS["two"]}
    found |= {form: _Word(kind, 0) for kind in ("vague", "few") for form in _WORDS[kind]}
    for kind in (
        "plural_scales",
        "scales",
        "double_scales",
        "hundreds",
        "tens",
        "units",
        "before_ten",
        "fractions",
    ):
        found |= {form: _Word(kind, value) for value, forms in _WORDS[kind].items() for form in forms}
    return found


_CARDINALS = Lexicon(_cardinals())
_ORDINALS = Lexicon({form: value for value, forms in _WORDS["ordinals"].items() for form in forms})
_APPROXIMATORS = Phrasebook(
    [(phrase, True) for phrase in _WORDS["approximators"]] + [(verb, False) for verb in _WORDS["approximating_verbs"]]
)
_AFTER = Phrasebook((phrase, True) for phrase in _WORDS["after_approximators"])


@dataclass(slots=True)
class Number:
    """A number in a report.

    :ivar value: the number; ``None`` for "hundreds", "a few thousand".
    :ivar first: index of its first token.
    :ivar last: index past its last token.
    :ivar start: raw offset of its first letter or digit, behind «و», «ب» and the like.
    :ivar clitics: the clitics of its first word.
    """

    value: float | None
    first: int
    last: int
    start: int
    clitics: str
    written: Literal["digits", "words", "vague"]


class Ordinal(NamedTuple):
    """An ordinal, its ten included: the value, the token past it, the clitics of its first word."""

    value: int
    last: int
    clitics: str


class Approximator(NamedTuple):
    """«نحو», «أكثر من»: the token past it and where its span starts; ``None`` for a verb, which no span takes in."""

    last: int
    start: int | None


def digits_value(norm: str) -> float | None:
    """The value of digits as the press writes them: ``1,200`` and ``1.200.000`` are grouped, ``3.2`` and ``3,25`` not.

    ``None`` for more than 15 characters and for what is no one number (``24.07.2025``).
    """
    if len(norm) > _MOST_DIGITS or not norm.isascii():
        return None
    parts = norm.replace(".", ",").split(",")
    if not all(part.isdigit() for part in parts):
        return None
    if len(parts) == 1:
        return float(norm)
    grouped = len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
    if grouped and parts[0] != "0" and ("," in norm or len(parts) > 2):
        return float("".join(parts))
    return float(".".join(parts)) if len(parts) == 2 else None


def approximator_at(tokens: Sequence[Token], index: int) -> Approximator | None:
    """The approximator at ``index``, if one stands there."""
    match = _APPROXIMATORS.find(tokens, index)
    if match is None or match.clitics.endswith(_ARTICLE):
        return None
    return Approximator(match.last, start_behind(tokens[index], match.clitics) if match.value else None)


def approximator_behind(tokens: Sequence[Token], index: int) -> int:
    """The token past an approximator behind what is counted: «على الأقل»; ``index`` itself if there is none."""
    match = _AFTER.find(tokens, index)
    return match.last if match is not None and not match.clitics else index


def is_number_word(norm: str) -> bool:
    """Whether ``norm`` can begin or be a number."""
    return norm[:1].isdigit() or _CARDINALS.find(norm) is not None


def is_ordinal_word(norm: str) -> bool:
    """Whether ``norm`` can begin an ordinal."""
    return _ORDINALS.find(norm) is not None or _kind(norm) == "tens"


def may_begin_count(norm: str) -> bool:
    """Whether a word can begin a count in words: a number or an approximator."""
    return _CARDINALS.find(norm) is not None or _APPROXIMATORS.first_words.find(norm) is not None


def number_at(tokens: Sequence[Token], index: int, *, below: float = float("inf")) -> Number | None:
    """The whole number that begins at ``tokens[index]``; ``None`` if none does.

    :param below: thousands, millions as large as this belong to another number: «ألف وألف» are two.
    """
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.norm[0].isdigit():
        value = digits_value(token.norm)
        return (
            None
            if value is None
            else _scaled(tokens, Number(value, index, index + 1, token.start, "", "digits"), below)
        )
    match = _CARDINALS.find(token.norm)
    if match is None:
        return None
    start = start_behind(token, match.clitics)
    number = Number(match.value.value, index, index + 1, start, match.clitics, "words")
    return _in_words(tokens, number, match.value.kind, match.form, below=below)


def ordinal_at(tokens: Sequence[Token], index: int) -> Ordinal | None:
    """The ordinal at ``index``, with its ten: «السابع», «السابع عشر», «الحادي والعشرين», «العشرين»."""
    norm = _norm(tokens, index)
    match = _ORDINALS.find(norm) if norm else None
    if match is None:
        ten = _CARDINALS.find(norm) if norm else None
        if ten is None or ten.value.kind != "tens" or not ten.clitics.endswith(_ARTICLE):
            return None
        return Ordinal(int(ten.value.value), index + 1, ten.clitics)
    units = 1 if match.value == 11 else match.value  # «الحادي» is one, and only beside a ten
    following = _norm(tokens, index + 1)
    if units <= 9 and following in TEN:
        return Ordinal(units + 10, index + 2, match.clitics)
    if units <= 9 and following[:3] == "وال" and _kind(following) == "tens":
        ten = _CARDINALS.find(following)
        return Ordinal(units + int(ten.value.value), index + 2, match.clitics) if ten is not None else None
    return None if match.value == 11 else Ordinal(match.value, index + 1, match.clitics)


def _in_words(tokens: Sequence[Token], number: Number, kind: str, form: str, *, below: float) -> Number | None:
    """A number that begins with a word of ``kind``."""
    value = number.value or 0
    if kind in {"vague", "few", "plural_scales"}:
        return _vague(tokens, number, kind)
    if kind == "fractions":
        return _fraction(tokens, number, value)
    if kind in {"scales", "double_scales"}:
        if value >= below:
            return None
        twice = kind == "double_scales" or form.endswith("ا")  # «ألفا شخص», where no number stands before it
        number.value = 2 * value if twice else value
        return _added(tokens, number, value)
    if kind == "before_ten":
        if _norm(tokens, number.last) not in TEN:
            return None
        number.value, number.last = value + 10, number.last + 1
    elif kind in {"units", "two"}:
        _unit(tokens, number, value)
    elif kind == "hundreds":
        _below_hundred(tokens, number)
    return _scaled(tokens, number, below)


def _norm(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].norm if index < len(tokens) else ""


def _kind(norm: str) -> str | None:
    match = _CARDINALS.find(norm)
    return match.value.kind if match is not None else None


def _part(tokens: Sequence[Token], index: int, clitics: str) -> _Word | None:
    """The number word at ``index`` if it carries exactly ``clitics``."""
    match = _CARDINALS.find(_norm(tokens, index)) if index < len(tokens) else None
    return match.value if match is not None and match.clitics == clitics else None


def _add(number: Number, value: float) -> None:
    number.value, number.last = (number.value or 0) + value, number.last + 1


def _unit(tokens: Sequence[Token], number: Number, value: float) -> None:
    """Two to ten, with what multiplies or follows it: «خمس مئة», «خمسة عشر», «خمسة وعشرين»."""
    if value == 10:
        return
    if _norm(tokens, number.last) in TEN:
        _add(number, 10)
        return
    part = _part(tokens, number.last, "")
    if value > 2 and part is not None and part.kind in {"hundreds", "plural_scales"} and part.value == 100:
        number.value, number.last = value * 100, number.last + 1
        _below_hundred(tokens, number)
        return
    _ten(tokens, number)


def _ten(tokens: Sequence[Token], number: Number) -> None:
    """«... وعشرين», with the article where the unit has it."""
    part = _part(tokens, number.last, "وال" if number.clitics.endswith("ال") else "و")
    if part is not None and part.kind == "tens":
        _add(number, part.value)


def _below_hundred(tokens: Sequence[Token], number: Number) -> None:
    """What is added to hundreds: «مئة وخمسة وعشرين», «مئتين وخمسين», «مئة وأحد عشر»."""
    part = _part(tokens, number.last, "و")
    if part is None:
        return
    if part.kind == "tens":
        _add(number, part.value)
    elif part.kind in {"units", "two", "before_ten"}:
        teen = part.value < 10 and _norm(tokens, number.last + 1) in TEN
        if part.kind == "before_ten" and not teen:
            return
        _add(number, part.value)
        if teen:
            _add(number, 10)
        else:
            _ten(tokens, number)


def _scaled(tokens: Sequence[Token], number: Number, below: float) -> Number | None:
    """Thousands and millions that the number counts: «180 ألف», «خمسة ملايين»."""
    part = _part(tokens, number.last, "")
    if part is None or part.kind not in {"scales", "plural_scales"} or part.value == 100:
        return number
    if part.value >= below:
        return None
    number.value, number.last = _times(number.value or 0, part.value), number.last + 1
    return _added(tokens, number, part.value)


def _added(tokens: Sequence[Token], number: Number, scale: float) -> Number:
    """What follows a scale with «و»: «ونصف المليون», «و200 ألف», «وخمسين»."""
    following = _norm(tokens, number.last)
    if following == "ونصف":
        _add(number, scale / 2)
        named = _CARDINALS.find(_norm(tokens, number.last)) if number.last < len(tokens) else None
        if named is not None and named.clitics in {"", "ال"} and named.value == ("scales", scale):
            number.last += 1
        return number
    if following[:1] != "و":
        return number
    at = number.last + (following == "و")
    part = number_at(tokens, at, below=scale)
    if part is None or part.value is None or part.clitics != ("" if following == "و" else "و"):
        return number
    below_million = scale >= 1e6 > part.value >= 1000
    below_thousand = scale == 1000 and part.value < 1000 and part.written == number.written
    if below_million or below_thousand:
        number.value, number.last = (number.value or 0) + part.value, part.last
    return number


def _fraction(tokens: Sequence[Token], number: Number, value: float) -> Number | None:
    """«نصف مليون»; a fraction of anything else is no number here."""
    part = _part(tokens, number.last, "")
    if part is None or part.kind != "scales":
        return None
    number.value, number.last = _times(value, part.value), number.last + 1
    return number


def _vague(tokens: Sequence[Token], number: Number, kind: str) -> Number | None:
    """«مئات», «عشرات الآلاف», «بضعة آلاف»: said to be many, not how many."""
    number.value, number.written = None, "vague"
    following = _CARDINALS.find(_norm(tokens, number.last)) if number.last < len(tokens) else None
    if following is not None and following.clitics in {"", "ال"} and following.value.kind == "plural_scales":
        number.last += 1
    elif kind == "few":
        return None
    return number


def _times(value: float, scale: float) -> float:
    return round(value * scale, 6)

"""Arabic numbers in words and digits, as reports write them: «250 ألف», «خمسة وعشرين», «ثلاثة ملايين ونصف المليون»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.arabic.words import Lexicon, Phrasebook, start_behind
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.document import Token

_WORDS = load("arabic/numbers")
_MOST_DIGITS = 15
"""Longer runs of digits are no counts (and floats no longer tell them apart)."""


class _Word(NamedTuple):
    kind: str
    value: float


def _forms(*kinds: str) -> dict[str, _Word]:
    return {form: _Word(kind, value) for kind in kinds for value, forms in _WORDS[kind].items() for form in forms}


_CARDINALS = Lexicon(
    {
        **{form: _Word("two", 2) for form in _WORDS["two"]},
        **{form: _Word("vague", 0) for form in _WORDS["vague"]},
        **{form: _Word("few", 0) for form in _WORDS["few"]},
        **_forms("scales", "double_scales", "hundreds", "tens", "units", "before_ten", "fractions"),
    }
)
_PLURAL_SCALES = frozenset(
    form
    for form in map(str, _CARDINALS.forms)
    if form in {"الاف", "ملايين", "مليارات", "بلايين", "بليونات", "تريليونات", "ترليونات"}
)
_ORDINALS = Lexicon({form: value for value, forms in _WORDS["ordinals"].items() for form in forms})
_APPROXIMATORS = Phrasebook((phrase, True) for phrase in _WORDS["approximators"])
_AFTER = Phrasebook((phrase, True) for phrase in _WORDS["after_approximators"])
_TEN = frozenset({"عشر", "عشره"})


@dataclass(slots=True)
class Number:
    """A number in a report.

    :ivar value: the number; ``None`` for "hundreds", "a few thousand".
    :ivar first: index of its first token.
    :ivar last: index past its last token.
    :ivar start: raw offset of its first letter or digit, behind «و», «ب» and the like.
    :ivar clitics: the clitics of its first word.
    :ivar written: ``digits``, ``words`` or ``vague``.
    """

    value: float | None
    first: int
    last: int
    start: int
    clitics: str
    written: str


class Ordinal(NamedTuple):
    """An ordinal with its article or without: «السابع عشر»."""

    value: int
    last: int
    clitics: str


def digits_value(norm: str) -> float | None:
    """The value of digits as the press writes them: ``1,200`` and ``1.200.000`` are grouped, ``3.2`` and ``3,25`` not."""
    if len(norm) > _MOST_DIGITS:
        return None
    if norm.isdigit():
        return float(norm) if norm.isascii() else None
    parts = norm.replace(".", ",").split(",")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    grouped = len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
    if grouped and parts[0] != "0" and ("," in norm or len(parts) > 2):
        return float("".join(parts))
    return float(".".join(parts)) if len(parts) == 2 else None


def approximator_at(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """The token past the approximator at ``index`` and the raw offset where it starts; ``None`` if there is none."""
    match = _APPROXIMATORS.find(tokens, index)
    if match is None or match.clitics.endswith(("ال", "لل")):
        return None
    return match.last, start_behind(tokens[index], match.clitics)


def approximator_behind(tokens: Sequence[Token], index: int) -> int:
    """The token past an approximator behind what is counted: «على الأقل»; ``index`` itself if there is none."""
    match = _AFTER.find(tokens, index)
    return match.last if match is not None and not match.clitics else index


def is_number_word(norm: str) -> bool:
    """Whether ``norm`` can begin or be a number."""
    return norm[:1].isdigit() or _CARDINALS.find(norm) is not None


def is_ordinal_word(norm: str) -> bool:
    """Whether ``norm`` can begin an ordinal."""
    return _ORDINALS.find(norm) is not None or _is(norm, "tens")


def may_begin_length(norm: str) -> bool:
    """Whether ``norm`` can begin a counted length: a number, an approximator, a fraction."""
    return _CARDINALS.find(norm) is not None or _APPROXIMATORS.first_words.find(norm) is not None


def _is(norm: str, kind: str) -> bool:
    match = _CARDINALS.find(norm)
    return match is not None and match.value.kind == kind


def number_at(tokens: Sequence[Token], index: int) -> Number | None:
    """The whole number that begins at ``tokens[index]``; ``None`` if none does."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.norm[0].isdigit():
        value = digits_value(token.norm)
        return None if value is None else _scaled(tokens, Number(value, index, index + 1, token.start, "", "digits"))
    match = _CARDINALS.find(token.norm)
    if match is None:
        return None
    number = Number(None, index, index + 1, start_behind(token, match.clitics), match.clitics, "words")
    word = match.value
    if word.kind in {"vague", "few"} or (word.kind == "scales" and match.form in _PLURAL_SCALES):
        return _vague(tokens, number, word)
    if word.kind == "before_ten":
        if _norm(tokens, index + 1) not in _TEN:
            return None
        number.value, number.last = word.value + 10, index + 2
        return _scaled(tokens, number)
    if word.kind == "fractions":
        return _fraction(tokens, number, word.value)
    number.value = word.value
    if word.kind == "double_scales":
        number.value *= 2
        return _added(tokens, number, word.value)
    if word.kind == "scales":
        if match.form.endswith("ا"):  # «ألفا»: the dual, where no number stands before
            number.value *= 2
        return _added(tokens, number, word.value)
    if word.kind == "units":
        _unit(tokens, number)
    elif word.kind == "hundreds":
        _below_hundred(tokens, number)
    return _scaled(tokens, number)


def ordinal_at(tokens: Sequence[Token], index: int) -> Ordinal | None:
    """The ordinal at ``index``, with its ten: «السابع», «السابع عشر», «الحادي والعشرين», «العشرين»."""
    if index >= len(tokens):
        return None
    norm = tokens[index].norm
    match = _ORDINALS.find(norm)
    if match is None:
        ten = _CARDINALS.find(norm)
        if ten is None or ten.value.kind != "tens" or not ten.clitics.endswith(("ال", "لل")):
            return None
        return Ordinal(int(ten.value.value), index + 1, ten.clitics)
    following = _norm(tokens, index + 1)
    if match.value <= 9 or match.form in {"حادي", "حاديه"}:
        units = 1 if match.value == 11 else match.value
        if following in _TEN:
            return Ordinal(units + 10, index + 2, match.clitics)
        if following[:3] == "وال":
            ten = _CARDINALS.find(following)
            if ten is not None and ten.value.kind == "tens":
                return Ordinal(units + int(ten.value.value), index + 2, match.clitics)
    return None if match.value == 11 else Ordinal(match.value, index + 1, match.clitics)


def _norm(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].norm if index < len(tokens) else ""


def _part(tokens: Sequence[Token], index: int, clitics: str) -> tuple[str, _Word] | None:
    """The number word at ``index`` if it carries exactly ``clitics``."""
    match = _CARDINALS.find(_norm(tokens, index)) if index < len(tokens) else None
    return (match.form, match.value) if match is not None and match.clitics == clitics else None


def _unit(tokens: Sequence[Token], number: Number) -> None:
    """Three to ten, with what multiplies or follows it: «خمس مئة», «خمسة عشر», «خمسة وعشرين»."""
    value = number.value or 0
    if value < 10 and _norm(tokens, number.last) in _TEN:
        number.value, number.last = value + 10, number.last + 1
        return
    part = _part(tokens, number.last, "")
    if value < 10 and part is not None and (part[1] == ("hundreds", 100) or part[0] == "ميات"):
        number.value, number.last = value * 100, number.last + 1
        _below_hundred(tokens, number)
        return
    if value < 10:
        _ten(tokens, number)


def _ten(tokens: Sequence[Token], number: Number) -> None:
    clitics = "وال" if number.clitics.endswith("ال") else "و"
    part = _part(tokens, number.last, clitics)
    if part is not None and part[1].kind == "tens":
        number.value, number.last = (number.value or 0) + part[1].value, number.last + 1


def _below_hundred(tokens: Sequence[Token], number: Number) -> None:
    """What is added to hundreds: «مئة وخمسة وعشرين», «مئتين وخمسين», «مئة وأحد عشر»."""
    part = _part(tokens, number.last, "و")
    if part is None:
        return
    kind, value = part[1]
    if kind == "tens":
        number.value, number.last = (number.value or 0) + value, number.last + 1
    elif kind in {"units", "two", "before_ten"}:
        teen = value < 10 and _norm(tokens, number.last + 1) in _TEN
        if kind == "before_ten" and not teen:
            return
        number.value, number.last = (number.value or 0) + value + (10 if teen else 0), number.last + 1 + teen
        if not teen:
            _ten(tokens, number)


def _scaled(tokens: Sequence[Token], number: Number) -> Number:
    """Thousands and millions that the number counts: «250 ألف», «خمسة ملايين»."""
    part = _part(tokens, number.last, "")
    if part is None or part[1].kind != "scales" and part[0] not in _PLURAL_SCALES:
        return number
    scale = part[1].value if part[1].kind == "scales" else _scale_of(part[0])
    number.value, number.last = _times(number.value or 0, scale), number.last + 1
    return _added(tokens, number, scale)


def _added(tokens: Sequence[Token], number: Number, scale: float) -> Number:
    """What follows a scale with «و»: «ونصف المليون», «و200 ألف», «وخمسين»."""
    index = number.last
    following = _norm(tokens, index)
    if following == "ونصف":
        number.value, number.last = (number.value or 0) + scale / 2, index + 1
        named = _CARDINALS.find(_norm(tokens, index + 1))
        if named is not None and named.clitics in {"", "ال"} and named.value == ("scales", scale):
            number.last += 1
        return number
    at = index + 1 if following == "و" and _norm(tokens, index + 1)[:1].isdigit() else index
    part = number_at(tokens, at) if at > index or following[:1] == "و" else None
    if part is None or part.value is None or part.value >= scale or part.written == "vague":
        return number
    if part.clitics not in {"", "و"} or (part.clitics == "" and at == index):
        return number
    if scale >= 1e6 > part.value >= 1000 or (scale == 1000 and part.value < 1000 and part.written == number.written):
        number.value, number.last = (number.value or 0) + part.value, part.last
    return number


def _fraction(tokens: Sequence[Token], number: Number, value: float) -> Number | None:
    """«نصف مليون»; a fraction of anything else is no number here."""
    part = _part(tokens, number.last, "")
    if part is None or part[1].kind != "scales":
        return None
    number.value, number.last = _times(value, part[1].value), number.last + 1
    return number


def _vague(tokens: Sequence[Token], number: Number, word: _Word) -> Number | None:
    """«مئات», «عشرات الآلاف», «بضعة آلاف»: said to be many, not how many."""
    number.written = "vague"
    following = _CARDINALS.find(_norm(tokens, number.last))
    if following is not None and following.clitics in {"", "ال"} and following.form in _PLURAL_SCALES:
        number.last += 1
    elif word.kind == "few":
        return None
    return number


def _scale_of(form: str) -> float:
    return {"الاف": 1e3, "ملايين": 1e6, "تريليونات": 1e12, "ترليونات": 1e12}.get(form, 1e9)


def _times(value: float, scale: float) -> float:
    return round(value * scale, 6)

"""A class for every token of an English text, as one character each, from its form and its neighbours.

``d`` determiner, ``n`` noun, ``j`` adjective, ``r`` name, ``#`` number, ``s`` genitive, ``o`` pronoun, ``a`` adverb,
``x`` auxiliary, ``m`` modal, ``v`` finite verb, ``b`` base form, ``g`` -ing form, ``e`` participle, ``p`` preposition,
``y`` preposition or conjunction of time and reason, ``t`` the *to* of an infinitive, ``c`` *and*, *or*, *but*,
``u`` subordinator, ``h`` *that* before a clause, ``w`` relative or question word, ``T`` part of a time expression,
``q`` and ``k`` an opening and a closing quotation mark; marks stand for themselves, a dash as ``-``; ``*`` is the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english import words
from taqrib.reading.english.tagging.classes import PARTICLES, base_of
from taqrib.reading.english.tagging.neighbours import NOMINAL, is_past_verb, resolved
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from collections.abc import Set as AbstractSet

    from taqrib.reading.document import Token

_AFTER_NAMES = words.words(load("english/grammar")["after_names"])

_BOUNDING = frozenset(("more", "less", "fewer", "than"))
_BOUNDS = frozenset(("more", "less", "fewer"))


def tag(  # noqa: C901, PLR0912 - a case of the grammar per branch
    tokens: Sequence[Token],
    *,
    initial: AbstractSet[int],
    opened: AbstractSet[int],
    closed: AbstractSet[int],
    timed: AbstractSet[int],
) -> str:
    """The tags of ``tokens``, one character each.

    :param initial: the tokens that begin a sentence or a quotation.
    :param opened: the tokens that open a quotation.
    :param closed: the tokens that close one.
    :param timed: the tokens inside time expressions.
    """
    capitals = {token.text for index, token in enumerate(tokens) if token.text[0].isupper() and index not in initial}
    bases = [base_of(token, index, initial, capitals) for index, token in enumerate(tokens)]
    for index in initial:  # "May insisted": the name opens the sentence
        if index + 1 < len(tokens) and bases[index] == "m":
            told = is_past_verb(tokens[index + 1].norm) or (bases[index + 1] == "x" and tokens[index].text in capitals)
            bases[index] = "r" if told else "m"
    for index in initial:
        if (
            index + 1 < len(tokens)
            and bases[index] == "r"
            and _common_plural(tokens[index], tokens[index + 1], capitals)
        ):
            bases[index] = "n"
    bases.append(".")
    tags: list[str] = []
    before = "."  # the last tag that is no adverb
    for index, token in enumerate(tokens):
        base = bases[index]
        if index in opened:
            mark = "q"
        elif (
            token.text in "'’"
            and before in "nr"
            and tokens[index - 1].end == token.start
            and tokens[index - 1].norm.endswith("s")
        ):
            mark = "s"  # "the rebels' negotiator"
        elif index in closed:
            mark = "k"
        elif index in timed:
            mark = "T"
        elif token.norm == "back" and before in "nr" and bases[index + 1] == "d":
            mark = "v"  # "Chile and Peru back the text"
        elif token.norm == "since" and before == "x":
            mark = "a"  # "has since withdrawn"
        elif base in "VMth" or base == "d":
            mark = resolved(base, token.norm, before, bases, index, tokens)
        elif token.norm in _BOUNDING and _bounds_number(bases, index, tokens):
            mark = "a"  # "no more than 10 people"
        elif base == "j" and before in "nr" and is_past_verb(token.norm) and bases[index + 1] in "dr#nM":
            mark = "v"  # "the region needed a truce"
        elif base == "j" and before in "tm" and token.norm in words.VERBS and "b" in words.VERBS[token.norm].forms:
            mark = "b"  # "to free", "will open"
        else:
            mark = base
        tags.append(mark)
        if (
            mark == "r"
            and (index < 2 or tags[-2] != "r")
            and len(tags) > 1
            and tokens[index - 1].norm in PARTICLES
            and tags[-2] in "nap"
        ):
            tags[-2] = "r"  # "de Vries", also in small letters
        if (
            mark == "-"
            and 0 < index < len(tokens) - 1
            and tokens[index - 1].end == token.start
            and token.end == tokens[index + 1].start
        ):
            mark = tags[-1] = (
                tags[-2] if len(tags) > 1 and tags[-2] in "r#n" else "n"
            )  # "Baku-Yerevan", "20,000-strong"
        if (
            mark == "j"
            and before in "dsj"
            and bases[index + 1] in "xmph.,V"
            and not _modifies(bases, index + 1, tokens)
        ):
            mark = tags[-1] = "n"
        if mark != "a" and not (mark == "T" and before in "ds"):  # "the 2019 clashes": still one noun phrase
            before = mark
    return "".join(tags)


def _common_plural(token: Token, following: Token, capitals: Container[str]) -> bool:
    """Whether a capital only opens the sentence: "Ferries sailed", but "Davis said"."""
    text = token.text
    if text in capitals or text.isupper() or not text.endswith("s") or text.endswith(("ss", "us", "is")):
        return False
    return following.text[0].islower() and following.norm not in _AFTER_NAMES


def _bounds_number(bases: Sequence[str], index: int, tokens: Sequence[Token]) -> bool:
    """Whether a word is part of "more than" before a number."""
    norm = tokens[index].norm
    if norm == "than":
        return bases[index + 1] == "#" and index > 0 and tokens[index - 1].norm in _BOUNDS
    return norm in _BOUNDS and bases[index + 2 : index + 3] == ["#"] and tokens[index + 1].norm == "than"


def _modifies(bases: Sequence[str], index: int, tokens: Sequence[Token]) -> bool:
    """Whether modifiers go on at ``index``: "a likely trading partner", "a tired, weak side"."""
    if bases[index] == ",":
        return index + 1 < len(bases) and bases[index + 1] in "jcV"
    return bases[index] == "V" and tokens[index].norm.endswith(("ing", "ed")) and bases[index + 1] in NOMINAL

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
from taqrib.reading.english.numbers import NUMBER_WORDS, VAGUE_NUMBERS, is_number_word
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from collections.abc import Set as AbstractSet

    from taqrib.reading.document import Token

_EITHER = frozenset(("after", "before", "since", "until", "till", "as", "once"))
_MARKS = {
    **{mark: mark for mark in ",;:().!?"},
    "…": ".",
    "..": ".",
    "...": ".",
    **dict.fromkeys("–—‒―-", "-"),
    "[": "(",
    "]": ")",
    "؟": "?",
    "%": "#",
    "$": "#",
    "£": "#",
    "€": "#",
    "&": "c",
    "/": "n",
}
_NOMINAL = frozenset("dnjr#s")
_PREMODIFIED = frozenset("djs#")


PARTICLES = words.words(load("english/actors")["name_particles"])
"""Small words inside names: "de", "al", "van"."""


_SOMEBODY = frozenset().union(
    *(words.words(load("english/actors")[kind]) for kind in ("persons", "bodies", "organisations"))
)
"""Who acts is a noun, whatever its ending: "the foreign secretary"."""


def _base_classes() -> dict[str, str]:
    """The class of every known word; ``V`` a verb whose form decides, ``M`` a noun as well as a verb."""
    classes: dict[str, str] = {}
    for form in words.VERBS:
        classes[form] = "M" if form in words.NOUNS else "V"
    classes.update({noun: "n" for noun in _SOMEBODY | words.NOUNS if noun not in words.VERBS})
    for known, name in (
        (words.ADJECTIVES, "j"),
        (words.ADVERBS, "a"),
        (words.PREPOSITIONS, "p"),
        (words.SUBORDINATORS, "u"),
        (_EITHER, "y"),
        (words.CONJUNCTIONS, "c"),
        (words.WH_WORDS, "w"),
        (words.PRONOUNS, "o"),
        (words.DETERMINERS, "d"),
        (words.AUXILIARIES, "x"),
        (words.MODALS, "m"),
    ):
        classes.update(dict.fromkeys(known, name))
    classes.update(dict.fromkeys(NUMBER_WORDS, "#"))
    classes.update(dict.fromkeys(VAGUE_NUMBERS, "n"))
    classes.update(
        {
            "that": "h",
            "to": "t",
            "open": "j",
            "free": "j",
            "close": "j",
            "according": "V",
            "clear": "j",
            "will": "m",
            "present": "j",
            "lead": "M",
        }
    )
    return classes


_BASE = _base_classes()


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
    bases = [_base(token, index, initial, capitals) for index, token in enumerate(tokens)]
    for index in initial:  # "May insisted": the name opens the sentence
        if index + 1 < len(tokens) and bases[index] == "m":
            told = _is_past_verb(tokens[index + 1].norm) or (bases[index + 1] == "x" and tokens[index].text in capitals)
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
            mark = _resolved(base, token.norm, before, bases, index, tokens)
        elif _bounds_number(bases, index, tokens):
            mark = "a"  # "no more than 10 people"
        elif base == "j" and before in "nr" and _is_past_verb(token.norm) and bases[index + 1] in "dr#nM":
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


_BOUNDS = frozenset(("more", "less", "fewer"))


def _is_past_verb(norm: str) -> bool:
    """Whether the word is the past of a verb and no base form: "insisted", not "set"."""
    verb = words.VERBS.get(norm)
    return verb is not None and "d" in verb.forms and "b" not in verb.forms


def _modifies(bases: Sequence[str], index: int, tokens: Sequence[Token]) -> bool:
    """Whether modifiers go on at ``index``: "a likely trading partner", "a tired, weak side"."""
    if bases[index] == ",":
        return index + 1 < len(bases) and bases[index + 1] in "jcV"
    return bases[index] == "V" and tokens[index].norm.endswith(("ing", "ed")) and bases[index + 1] in _NOMINAL


_AFTER_NAMES = words.words(load("english/grammar")["after_names"])


def _base(token: Token, index: int, initial: AbstractSet[int], capitals: Container[str]) -> str:  # noqa: C901, PLR0911 - a case of the grammar per branch
    """The class of a token by itself."""
    text, norm = token.text, token.norm
    base = _BASE.get(norm)
    if not text.islower() and text[0].islower() and text.isascii() and not text[0].isdigit():
        if norm.endswith("'s"):
            return "s"
        return "j" if norm.startswith(_PREFIXES) else "r"  # al-Amin, but non-European
    if text[0].isupper():
        if text == "US":  # no pronoun
            return "r"
        if base is None or base in "VMnj":
            if norm.endswith("'s"):
                return "s"
            if index not in initial or text in capitals or base is None:
                return "r" if base is None or index not in initial or (text in capitals and base != "j") else base
            return base
        if base == "m" and index not in initial:  # Clara May
            return "r"
        return base
    if base is not None:
        return base
    mark = _MARKS.get(text)
    if mark is not None:
        return mark
    first = text[0]
    if first.isdigit() or is_number_word(norm):
        return "#"
    if not first.isalpha():
        return "*"
    return _guessed(norm)


def _guessed(norm: str) -> str:  # noqa: PLR0911 - a case of the grammar per branch
    """The class of an unknown word in lower case, by its ending."""
    if norm.endswith("'s"):
        return "s"
    if "-" in norm or "‑" in norm:
        if norm.startswith(_PREFIXES):
            return "j"
        return (
            "j"
            if norm.endswith(
                (
                    "ed",
                    "en",
                    "y",
                    "al",
                    "led",
                    "wide",
                    "time",
                    "year",
                    "old",
                    "ing",
                    "hand",
                    "ish",
                    "based",
                    "man",
                    "up",
                )
            )
            else "n"
        )
    if norm.endswith("ly") and norm not in words.NOT_ADVERBS and len(norm) > 4:
        return "a"
    if norm.endswith("ed") and len(norm) > 4:
        return "V"
    if norm.endswith("ing") and len(norm) > 5:
        return "V"
    if norm.endswith(("ous", "ful", "ive", "able", "ible", "less", "ical", "ish", "ary", "ional")) and len(norm) > 5:
        return "j"
    return "n"


_PREFIXES = (
    "non-",
    "pro-",
    "anti-",
    "ex-",
    "post-",
    "pre-",
    "self-",
    "multi-",
    "cross-",
    "inter-",
    "high-",
    "low-",
    "long-",
    "far-",
    "well-",
)
_COPULAS = words.words(load("english/grammar")["copulas"])
_NEVER_NOUNS = words.words(load("english/grammar")["never_nouns"])
_PLURALS = words.words(load("english/grammar")["plurals"])


_ALONE = words.words(load("english/grammar")["alone"])


def _resolved(base: str, norm: str, before: str, bases: Sequence[str], index: int, tokens: Sequence[Token]) -> str:  # noqa: C901, PLR0911, PLR0917 - a case of the grammar per branch
    """The tag of a word whose neighbours decide."""
    after = bases[index + 1]
    if after == "a":
        after = bases[min(index + 2, len(bases) - 1)]
    elif bases[index + 1 : index + 4] == [",", "a", ","]:  # "warning, however, that"
        after = bases[index + 4]
    if base == "t":
        return "t" if _begins_infinitive(bases, index, tokens) else "p"
    if base == "h":
        return _that(before, after, tokens[index + 1] if index + 1 < len(tokens) else None)
    if norm == "no" and tokens[index + 1 : index + 2] and tokens[index + 1].norm == "longer":
        return "a"
    if base == "d":
        return "o" if norm in _ALONE and after not in "dnjr#sVMT" else "d"
    forms = _forms(norm)
    if base == "M":
        if _is_first_verb(bases, index, tokens) or _called_for(norm, before, index, tokens):
            return "v"
        if after in "doth" and before in "nr" and _wished(bases, index, tokens):
            return "v"
        return _noun_or_verb(forms, before, after, norm, tokens[index - 1].norm.endswith("s") if index else False)
    previous = tokens[index - 1].norm if index else ""
    if before == "v" and "p" in forms and previous in _COPULAS:
        return "j"
    if before == "n" and norm in _NEVER_NOUNS:
        return "v"
    if before == "n" and forms == "b" and not previous.endswith("s") and previous not in _PLURALS:
        return "n"
    return _verb(forms, before, after)


def _forms(norm: str) -> str:
    verb = words.VERBS.get(norm)
    if verb is not None:
        return verb.forms
    return "g" if norm.endswith("ing") else "dp"


def _begins_infinitive(bases: Sequence[str], index: int, tokens: Sequence[Token]) -> bool:
    """Whether a verb in its base form follows *to*, over adverbs."""
    for ahead in range(index + 1, min(index + 4, len(tokens))):
        base = bases[ahead]
        if base == "a":
            continue
        if base == "x":
            return tokens[ahead].norm in {"be", "have", "do"}
        return base in "VMj" and "b" in _forms(tokens[ahead].norm) and tokens[ahead].norm in words.VERBS
    return False


def _that(before: str, after: str, following: Token | None) -> str:
    """``h`` before a clause, ``w`` for a relative pronoun, ``d`` before its noun."""
    if following is not None:
        if (after == "V" and following.norm.endswith("ing")) or following.norm == "there":
            return "h"  # "arguing that leaving would be wrong", "reiterated that there was"
        if before == "," and after == "s" and following.text.islower():
            return "d"  # "Dana Reyes, that union's leader,"
    if after in "xmV":
        return "w" if before in "nr#okT" else "o"
    if after in "drosh(q":
        return "h"
    return "h" if before in "vbgenrjToxk," else "d"


def _called_for(norm: str, before: str, index: int, tokens: Sequence[Token]) -> bool:
    """``France calls on Russia to``: behind a name, before the verb's own particle."""
    particle = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    return norm in {"calls", "appeals"} and before == "r" and particle in {"for", "on", "to"}


def _wished(bases: Sequence[str], index: int, tokens: Sequence[Token]) -> bool:
    """``demand that the army lift the siege``: the bare verb of what is demanded."""
    for at in range(index - 1, max(index - _CLAUSE, 0), -1):
        if tokens[at].norm == "that":
            verb = words.VERBS.get(tokens[at - 1].norm)
            return verb is not None and verb.lemma in _MANDATIVE and "b" in _forms(tokens[index].norm)
        if bases[at] not in "dnjr":
            return False
    return False


_CLAUSE = 7
"""Tokens a subject between "that" and its verb has at most."""
_MANDATIVE = words.words(load("english/moods")["mandative"]) | words.words(load("english/moods")["wishing"])
_SESSIONS = frozenset({"talks", "talk", "meetings", "meeting"})
"""Nouns far more often than verbs in news of negotiations."""


def _is_first_verb(bases: Sequence[str], index: int, tokens: Sequence[Token]) -> bool:
    """Whether a word in -s after a sentence's first noun phrase is its verb: "The union demands higher pay"."""
    norm, before, after = tokens[index].norm, bases[index - 1] if index else ".", bases[index + 1]
    if "s" not in _forms(norm) or norm in _SESSIONS or before not in "nr" or tokens[index - 1].norm.endswith("s"):
        return False
    is_object = after in "jn#" or (index + 1 < len(tokens) and tokens[index + 1].norm.endswith("ing"))
    if not is_object:
        return False
    first = index
    while first and bases[first - 1] in "dnrj#":
        first -= 1
    return not first or bases[first - 1] in ".-:"


def _noun_or_verb(forms: str, before: str, after: str, norm: str, plural: bool) -> str:  # noqa: FBT001 - the word before, in number
    """The tag of a word that is a noun as well as a verb; ``plural``: the word before ends in -s."""
    if before in "mt" or (before == "x" and "b" in forms):
        return "b"
    if before == "x":
        return "e" if "p" in forms else "g" if "g" in forms else "n"
    if "g" in forms:
        clause = after in "hdro" and (before in ",krvT-" or (before == "n" and (plural or after == "h")))
        return "g" if clause else "n"
    if before in "ow":
        return "v"
    if before in "nrkT" and after in "doth" and norm not in _SESSIONS:
        agrees = "d" in forms or ("s" in forms and not plural) or ("b" in forms and plural and before == "n")
        return "v" if agrees else "n"
    return "n"


def _verb(forms: str, before: str, after: str) -> str:  # noqa: PLR0911 - a case of the grammar per branch
    if before in "vb" and forms == "s":
        return "n"  # "offered raises"
    if before in "mt":
        return "b" if "b" in forms else "n"
    if before == "x":
        return "b" if forms == "b" else "g" if "g" in forms else "e" if "p" in forms else "b"
    if "g" in forms:
        return (
            "n"
            if before in "ds" and after not in _NOMINAL
            else "j"
            if before in _PREMODIFIED and after in _NOMINAL
            else "g"
        )
    if "d" in forms or "p" in forms:
        if before in "djs#p" and after in "nrjV#sM," and not (before in "#s" and after == "p"):
            return "j"
        if before in "bg" and after in "njrMV#":
            return "j"  # "resume stalled talks": no second finite verb follows a verb
        if "d" not in forms:
            return "e"
        return "e" if before in "n,r" and after == "p" and before == "," else "v"
    if before in "djs#p":
        return "n"
    return "v"

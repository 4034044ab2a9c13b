"""Words whose neighbours decide what they are: nouns that are verbs as well, "that", "to", determiners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english import words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.document import Token

NOMINAL = frozenset("dnjr#s")

PREMODIFIED = frozenset("djs#")

_COPULAS = words.words(load("english/grammar")["copulas"])

_NEVER_NOUNS = words.words(load("english/grammar")["never_nouns"])

_PLURALS = words.words(load("english/grammar")["plurals"])

_ALONE = words.words(load("english/grammar")["alone"])

_CLAUSE = 7
"""Tokens a subject between "that" and its verb has at most."""

_MANDATIVE = words.words(load("english/moods")["mandative"]) | words.words(load("english/moods")["wishing"])

_OF_THEM = frozenset({"both", "each", "all"})
"""Between subject and verb these say that it is true of each of them."""

_SESSIONS = frozenset({"talks", "talk", "meetings", "meeting"})
"""Nouns far more often than verbs in news of negotiations."""


def is_past_verb(norm: str) -> bool:
    """Whether the word is the past of a verb and no base form: "insisted", not "set"."""
    verb = words.VERBS.get(norm)
    return verb is not None and "d" in verb.forms and "b" not in verb.forms


def resolved(base: str, norm: str, before: str, bases: Sequence[str], index: int, tokens: Sequence[Token]) -> str:  # noqa: C901, PLR0911, PLR0917 - a case of the grammar per branch
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
    if _is_adverbial(norm, before, after, tokens[index + 1] if index + 1 < len(tokens) else None):
        return "a"
    if base == "d":
        return "o" if norm in _ALONE and after not in "dnjr#sVMT" else "d"
    forms = forms_of(norm)
    if base == "M":
        if _is_first_verb(bases, index, tokens) or _called_for(norm, before, index, tokens):
            return "v"
        if after in "doth" and before in "nr" and _wished(bases, index, tokens):
            return "v"
        return _noun_or_verb(forms, before, after, norm, tokens[index - 1].norm if index else "")
    previous = tokens[index - 1].norm if index else ""
    if before == "v" and "p" in forms and previous in _COPULAS:
        return "j"
    if before == "n" and norm in _NEVER_NOUNS:
        return "v"
    if before == "n" and forms == "b" and not previous.endswith("s") and previous not in _PLURALS:
        return "n"
    return _verb(forms, before, after)


def _is_adverbial(norm: str, before: str, after: str, following: Token | None) -> bool:
    """Whether a determiner stands before no noun: "no longer", "Chile and Peru both said"."""
    if norm == "no":
        return following is not None and following.norm == "longer"
    return norm in _OF_THEM and before in "nr" and after in "xmV"


def forms_of(norm: str) -> str:
    """What a word may be as a verb: see :class:`~taqrib.reading.english.words.Verb`; guessed where it is unknown."""
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
        return base in "VMj" and "b" in forms_of(tokens[ahead].norm) and tokens[ahead].norm in words.VERBS
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
    """``France calls on Russia to``, ``the meeting set for Friday``: before the verb's own particle."""
    particle = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    if norm == "set":
        return before == "n" and particle == "for"
    return norm in {"calls", "appeals"} and before == "r" and particle in {"for", "on", "to"}


def _wished(bases: Sequence[str], index: int, tokens: Sequence[Token]) -> bool:
    """``demand that the army lift the siege``: the bare verb of what is demanded."""
    for at in range(index - 1, max(index - _CLAUSE, 0), -1):
        if tokens[at].norm == "that":
            verb = words.VERBS.get(tokens[at - 1].norm)
            return verb is not None and verb.lemma in _MANDATIVE and "b" in forms_of(tokens[index].norm)
        if bases[at] not in "dnjr":
            return False
    return False


def _is_first_verb(bases: Sequence[str], index: int, tokens: Sequence[Token]) -> bool:
    """Whether a word in -s after a sentence's first noun phrase is its verb: "The union demands higher pay"."""
    norm, before, after = tokens[index].norm, bases[index - 1] if index else ".", bases[index + 1]
    if "s" not in forms_of(norm) or norm in _SESSIONS or before not in "nr" or tokens[index - 1].norm.endswith("s"):
        return False
    is_object = after in "jn#" or (index + 1 < len(tokens) and tokens[index + 1].norm.endswith("ing"))
    if not is_object:
        return False
    first = index
    while first and bases[first - 1] in "dnrj#":
        first -= 1
    return not first or bases[first - 1] in ".-:"


def _noun_or_verb(forms: str, before: str, after: str, norm: str, previous: str) -> str:
    """The tag of a word that is a noun as well as a verb; ``previous`` is the word before it."""
    plural = previous.endswith("s")
    passive = "p" in forms and previous in words.BE
    if before in "mt" or (before == "x" and "b" in forms and not passive):
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
            if before in "ds" and after not in NOMINAL
            else "j"
            if before in PREMODIFIED and after in NOMINAL
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

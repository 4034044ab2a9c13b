"""The subject beside a verb: a whole noun phrase with its title, complements, relative clause and apposition."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.english.actors.lexicon import BODIES, ORGANISATIONS, PERSONS
from taqrib.reading.english.statements.cues import CLAUSAL, FRAMES, REPORTING
from taqrib.reading.english.words import BE, NEGATIONS, singular
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from taqrib.reading.english.outline import Outline

_RELATIVE = frozenset(("who", "that", "which"))
_COMPLEMENTS = frozenset(("of", "for", "from", "in", "at", "with", "to"))
"""Prepositions that go on with a speaker named behind the cue ("said the minister of trade")."""

_CONTRASTS = tuple(tuple(phrase.split()) for phrase in load("english/grammar")["contrasts"])

_LONG_INSERTION = 24
"""Phrases a relative clause between commas has at most."""

QUOTING = frozenset(("quote", "cite"))
"""Verbs of passing on what another said."""

_REDUCED_ADJECTIVES = frozenset(("close", "familiar", "loyal", "aware", "responsible", "present"))
"""Adjectives that follow their noun with a complement of their own ("a source close to the army")."""


class Subject(NamedTuple):
    """The mention beside a cue.

    :ivar first: its first token; ``last`` one past its last.
    :ivar head: the token that carries it.
    :ivar apposed: the tokens of an apposition inside it, a name as a rule; ``None`` without.
    """

    first: int
    last: int
    head: int
    apposed: tuple[int, int] | None = None


def subject_before(outline: Outline, phrase: int) -> Subject | None:
    """The subject left of a verb group; ``None`` where none is written."""
    kinds = outline.kinds
    start = outline.sentences[outline.sentence_at[phrase]][0]
    at = phrase - 1
    while at >= start and kinds[at] in "AT":
        at -= 1
    if at > start and kinds[at] == "P" and kinds[at + 1] == "T":  # "the minister on Friday said"
        at -= 1
    if at < start:
        return None
    if at < phrase - 1 and at > start and kinds[at] in "VE" and kinds[at - 1] == "N" and _reduced(outline, at, start):
        at -= 1  # "a survey published on Sunday suggested"
    if kinds[at] == "W":
        return _antecedent(outline, at, start)
    if kinds[at] in ",-":
        return _over_insertion(outline, at, start)
    if kinds[at] == ")":
        at = _before_bracket(outline, at, start)
    return _phrase_ending(outline, at, start)


def _phrase_ending(outline: Outline, at: int, start: int) -> Subject | None:
    """The whole noun phrase that ends with the phrase ``at``; of two set against each other, the first."""
    if at < start or outline.kinds[at] != "N":
        return None
    before = _before_contrast(outline, at, start)
    if before is not None:
        relative = outline.kinds[before] == "W"  # "Peru, which unlike Chile rejects it"
        return _antecedent(outline, before, start) if relative else _phrase_ending(outline, before, start)
    first = extended_left(outline, at, start)
    return Subject(outline.phrases[first].first, outline.phrases[at].last, outline.phrases[first].last - 1)


def _before_contrast(outline: Outline, at: int, start: int) -> int | None:
    """``Peru and not ⟨Chile⟩``: the noun phrase before a contrast that stands right before the phrase ``at``."""
    first = outline.phrases[at].first
    for words_ in _CONTRASTS:
        begin = first - len(words_)
        if begin < 0 or tuple(token.norm for token in outline.tokens[begin:first]) != words_:
            continue
        before = outline.phrase_at[begin] - 1
        if before > start and outline.kinds[before] == ",":
            before -= 1
        return before if before >= start and outline.kinds[before] in "NW" else None
    return None


def _before_bracket(outline: Outline, closing: int, start: int) -> int:
    """The phrase before "(", from its ")"."""
    at = closing
    while at > start and outline.kinds[at] != "(":
        at -= 1
    return at - 1


def _antecedent(outline: Outline, relative: int, start: int) -> Subject | None:
    """What a relative clause belongs to: the phrase before "who", over a comma."""
    at = relative - 1
    if at >= start and outline.kinds[at] == ",":
        at -= 1
    if at < start or outline.kinds[at] != "N":
        return None
    if outline.tokens[outline.phrases[relative].first].norm not in _RELATIVE:
        return None
    if _denied(outline, at, start):
        return None
    found = outline.phrases[at]
    return Subject(found.first, found.last, found.last - 1)


def _denied(outline: Outline, at: int, start: int) -> bool:
    """``it was not Peru that``: whether the phrase ``at`` is said not to be the one."""
    before = at - 1
    denied = False
    while before > start and outline.kinds[before] == "A":
        denied = denied or not NEGATIONS.isdisjoint(outline.words(before))
        before -= 1
    is_being = before >= start and outline.kinds[before] == "V" and not BE.isdisjoint(outline.words(before))
    return is_being and (denied or outline.negated(before))


def _over_insertion(outline: Outline, closing: int, start: int) -> Subject | None:
    """The subject before ``, ... ,``: an apposition belongs to the mention, other insertions do not."""
    kinds = outline.kinds
    opening = _opening(outline, closing, start)
    if opening < start or kinds[opening] != kinds[closing] or opening + 1 >= closing:
        return None
    insertion = kinds[opening + 1]
    whose = outline.tokens[outline.phrases[opening + 1].first].norm == "whose"
    if insertion == "N" and not whose:
        apposition = opening > start and kinds[opening - 1] == "N" and "V" not in kinds[opening + 1 : closing]
        return _apposed(outline, opening, closing, start) if apposition else None
    if insertion not in "WGEPUYAJV" and not whose:
        return None
    if insertion == "V" and outline.tags[outline.phrases[opening + 1].first] not in "ve":
        return None
    before = opening - 1
    while before >= start and kinds[before] in "AT":
        before -= 1
    if before > start and kinds[before] == ",":  # "Dana Reyes, the envoy, who met both sides, said"
        return _over_insertion(outline, before, start)
    return _in_apposition(outline, before, start) or _phrase_ending(outline, before, start)


def _opening(outline: Outline, closing: int, start: int) -> int:
    """The mark that opens what ``closing`` closes; the commas of a list inside a relative clause are passed over."""
    kinds = outline.kinds
    nearest = closing - 1
    while nearest >= start and kinds[nearest] not in ",-;:qk.":
        nearest -= 1
    if nearest < start or kinds[nearest] != "," or kinds[closing] != "," or _relates(outline, nearest + 1):
        return nearest
    if "V" in kinds[nearest + 1 : closing] and kinds[nearest + 1] not in "NC":
        return nearest
    for opening in range(nearest - 1, max(start, closing - _LONG_INSERTION) - 1, -1):
        if kinds[opening] in "-;:qk.":
            break
        if kinds[opening] == "," and _relates(outline, opening + 1):
            return opening
    return nearest


def _relates(outline: Outline, phrase: int) -> bool:
    """Whether a relative clause begins at a phrase: "who", "which", "whose"."""
    return outline.kinds[phrase] == "W" or outline.tokens[outline.phrases[phrase].first].norm == "whose"


def _in_apposition(outline: Outline, at: int, start: int) -> Subject | None:
    """``Dana Reyes, that council's envoy, who``: the name in front of the office the insertion follows."""
    kinds = outline.kinds
    if at < start or kinds[at] != "N":
        return None
    office = extended_left(outline, at, start)
    if office - 2 < start or kinds[office - 2 : office] != "N,":
        return None
    name = extended_left(outline, office - 2, start)
    if name != start and kinds[name - 1] not in ",CUYHAPWqk.":
        return None
    heads = {singular(outline.tokens[outline.phrases[index].last - 1].norm) for index in (office, name)}
    named = outline.tags[outline.phrases[name].last - 1] == "r" or outline.tags[outline.phrases[at].last - 1] == "r"
    if heads.isdisjoint(PERSONS) or not named:
        return None
    apposed = (outline.phrases[office].first, outline.phrases[at].last)
    return Subject(outline.phrases[name].first, outline.phrases[at].last, outline.phrases[name].last - 1, apposed)


def _apposed(outline: Outline, opening: int, closing: int, start: int) -> Subject:
    """``the envoy, Dana Reyes,`` from the office's first word to the name's last."""
    phrases, kinds = outline.phrases, outline.kinds
    first = extended_left(outline, opening - 1, start)
    chained = first - 2 >= start and kinds[first - 2 : first] == "N," and kinds[first - 3 : first - 2] != ","
    if chained:  # "Amal Haddad, chief negotiator for the council, the largest group,"
        wider = extended_left(outline, first - 2, start)
        if _personal(outline, phrases[wider].last - 1) and (wider == start or kinds[wider - 1] in ",CUYHAW"):
            apposed = (phrases[first].first, phrases[opening - 1].last)
            return Subject(phrases[wider].first, phrases[closing - 1].last, phrases[wider].last - 1, apposed)
    apposed = (phrases[opening + 1].first, phrases[closing - 1].last)
    return Subject(phrases[first].first, phrases[closing - 1].last, phrases[first].last - 1, apposed)


def _personal(outline: Outline, head: int) -> bool:
    norm = outline.tokens[head].norm
    return outline.tags[head] == "r" or bool({norm, singular(norm)} & (PERSONS | BODIES | ORGANISATIONS))


# -- a noun phrase, from its last phrase to its first ------------------------------------------------------------------


def extended_left(outline: Outline, at: int, start: int) -> int:
    """The first phrase of the noun phrase that ends in ``at``: over prepositions, relative clauses, "and"."""
    first = at
    while first - 2 >= start:
        for step in _STEPS:
            further = step(outline, first, start)
            if further is not None:
                first = further
                break
        else:
            break
    return first


def _over_preposition(outline: Outline, first: int, start: int) -> int | None:
    """``a source in the army``: unless the phrase before is another verb's object."""
    del start
    if outline.kinds[first - 1] not in "PY" or outline.kinds[first - 2] != "N":
        return None
    preposition = outline.tokens[outline.phrases[first - 1].first].norm
    before = outline.kinds[first - 3 : first - 2] if first >= 3 else ""
    if preposition in {"of", "for"} or before not in {"V", "I"}:
        return first - 2
    return first - 2 if outline.tokens[outline.phrases[first - 3].last - 1].norm in CLAUSAL else None


def _over_reduced(outline: Outline, first: int, start: int) -> int | None:
    """``a letter signed by the parties``, ``talks designed to end the war``."""
    if outline.kinds[first - 1] not in "PI" or outline.kinds[first - 2] not in "VEJ" or first - 3 < start:
        return None
    return first - 3 if outline.kinds[first - 3] == "N" and _reduced(outline, first - 2, start) else None


def _over_verbal(outline: Outline, first: int, start: int) -> int | None:
    """``the decision to hold talks``, ``officials seeking a fee``."""
    if outline.kinds[first - 1] == "I" and outline.kinds[first - 3 : first - 1] == "NG" and first - 3 >= start:
        return first - 3 if outline.tokens[outline.phrases[first - 2].last - 1].norm not in CLAUSAL else None
    if outline.kinds[first - 1] not in "GI" or outline.kinds[first - 2] != "N":
        return None
    return first - 2 if outline.tokens[outline.phrases[first - 1].last - 1].norm not in CLAUSAL else None


def _over_relative(outline: Outline, first: int, start: int) -> int | None:
    """``a diplomat who spoke on condition``, ``the man who led the talks``."""
    verb = first - 1
    if outline.kinds[verb] == "P":
        verb -= 1
    if verb - 2 < start or outline.kinds[verb - 2 : verb + 1] != "NWV":
        return None
    if outline.tokens[outline.phrases[verb - 1].first].norm not in _RELATIVE:
        return None
    norm = outline.tokens[outline.phrases[verb].last - 1].norm
    with_object = norm in CLAUSAL and not {*"ao"}.isdisjoint(FRAMES.get(REPORTING[norm], ""))  # "who advised the army"
    return verb - 2 if norm not in CLAUSAL or with_object else None


def _over_conjunction(outline: Outline, first: int, start: int) -> int | None:
    """``Chile, Peru and Bolivia``."""
    kinds = outline.kinds
    if kinds[first - 2 : first] != "NC" or outline.tokens[outline.phrases[first - 1].first].norm not in {"and", "or"}:
        return None
    if not _begins_clause(outline, first - 2, start):
        return None
    first -= 2
    while first - 2 >= start and kinds[first - 2 : first] == "N," and _begins_clause(outline, first - 2, start):
        first -= 2
    return first


_STEPS: tuple[Callable[[Outline, int, int], int | None], ...] = (
    _over_preposition,
    _over_reduced,
    _over_verbal,
    _over_relative,
    _over_conjunction,
)


def _reduced(outline: Outline, verb: int, start: int) -> bool:
    """Whether a participle or adjective follows its noun without auxiliary."""
    phrase = outline.phrases[verb]
    if outline.kinds[verb] == "J":
        return outline.tokens[phrase.first].norm in _REDUCED_ADJECTIVES
    if phrase.last - phrase.first > 1 or outline.tokens[phrase.first].norm in CLAUSAL:
        return False
    noun = verb - 1
    return noun == start or outline.kinds[noun - 1] in ",HUYCPVW-k"


def _begins_clause(outline: Outline, noun: int, start: int) -> bool:
    """Whether the phrase begins its clause, so that "and" joins it to the next one rather than two clauses."""
    kinds = outline.kinds
    before = noun - 1
    while before > start and kinds[before] in "PN":
        before -= 1
    return before < start or kinds[before] in "HUYCqA:;-," or (kinds[before] == "N" and before == start)


# -- a noun phrase, from its first phrase to its last ------------------------------------------------------------------


def subject_after(outline: Outline, phrase: int) -> Subject | None:
    """The speaker that follows a cue ("said the envoy, Dana Reyes", "according to the ministry")."""
    kinds, phrases = outline.kinds, outline.phrases
    if phrase >= len(phrases) or kinds[phrase] != "N":
        return None
    end = outline.sentences[outline.sentence_at[phrase]][1]
    last = _complemented(outline, phrase, end)
    apposed = None
    after = _apposition_after(outline, phrase, last, end)
    if after is not None:
        if not _serves(outline, phrase, last):  # "an aide to the minister, Dana Reyes": the minister is she
            apposed = (phrases[last + 2].first, phrases[after].last)
        last = after
    if last + 1 < end and kinds[last + 1] == "W" and outline.tokens[phrases[last + 1].first].norm == "who":
        while last + 1 < end and kinds[last + 1] not in ",.;q":  # a relative clause without a comma restricts
            last += 1
    return Subject(phrases[phrase].first, phrases[last].last, phrases[phrase].last - 1, apposed)


def _serves(outline: Outline, at: int, last: int) -> bool:
    """Whether the phrase ``last`` names the office that the one of ``at`` serves: "an aide to the minister"."""
    served = singular(outline.tokens[outline.phrases[last].last - 1].norm)
    return last > at and outline.kinds[last - 1] == "P" and served in PERSONS


def _complemented(outline: Outline, at: int, end: int) -> int:
    """The last phrase of "a source close to the army", "the ministers of trade and war"."""
    kinds, tokens, phrases = outline.kinds, outline.tokens, outline.phrases
    last = at
    reduced = kinds[last + 1 : last + 4] in {"JPN", "EPN", "VPN"} and last + 3 < end and _reduced(outline, last + 1, at)
    if reduced and outline.lemma(last + 1) not in QUOTING:  # who quotes him is no part of his name
        last += 3
    while (
        last + 2 < end and kinds[last + 1 : last + 3] == "PN" and tokens[phrases[last + 1].first].norm in _COMPLEMENTS
    ):
        last += 2
    if last + 2 < end and kinds[last + 1 : last + 3] == "CN" and tokens[phrases[last + 1].first].norm == "and":
        last += 2
    return last


def _apposition_after(outline: Outline, at: int, last: int, end: int) -> int | None:
    """The last phrase of ", the Omani envoy", where one of the two is an office."""
    kinds, tokens, phrases = outline.kinds, outline.tokens, outline.phrases
    if last + 2 >= end or kinds[last + 1 : last + 3] != ",N":
        return None
    after = last + 2
    while after + 2 < end and kinds[after + 1 : after + 3] == "PN":
        after += 2
    closes = after + 1 >= end or kinds[after + 1] in ",.;"
    offices = {singular(tokens[phrases[index].last - 1].norm) for index in (at, last + 2)}
    return after if closes and not offices.isdisjoint(PERSONS) else None

"""Verbs that are a stance by themselves: "demanded", "ruled out", "agreed to"."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from taqrib.reading.english.stances.conditions import condition, only
from taqrib.reading.english.words import NEGATIONS, VERBS, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.document import Token
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.stances.scene import Scene
    from taqrib.reading.english.subjects import Subject
    from taqrib.reading.findings import StanceKind

_TABLE = load("english/stances")
_OBJECTS: dict[str, frozenset[str]] = {phrase: frozenset(nouns) for phrase, nouns in _TABLE["objects"].items() if nouns}
_SPEAKING = frozenset(_TABLE["speaking"])
_CLAIMS = frozenset(load("english/reporting")["claims"])
_AUDIENCES = frozenset(("reporters", "journalists", "press", "media"))
_FUTURE = words(load("english/grammar")["future"])
_UNSURE = words("may might could can should must ought shall")
_BINDING = words("should must ought shall may might")
_AGAINST = words("against reject")
"""Words of a verb's key that turn away by themselves: "warn against", "vote to reject"."""
_PAST = words("has have had did hasn't haven't hadn't didn't yet")
_NO_LONGER = frozenset(("longer", "stopped"))
_OPPOSITE: dict[StanceKind, StanceKind] = {"accept": "reject", "support": "reject", "offer": "reject"}
_DIRECTED = words("want expect ask seek press insist lobby warn")
"""Verbs that say what a side demands only with somebody or something to ask for."""
_NEGATED = words(_TABLE["only_negated"])
_DEEDS = words(_TABLE["deeds"])
_THINKING = words("think believe assume expect forget underestimate imagine suppose")
_COMPLEMENTED = words("accept agree attend back sign join")


class Word:
    """A verb phrase that may be a stance.

    :ivar phrase: its key in the table: the lemma with its particle.
    :ivar following: the kind of the phrase behind it.
    :ivar undone: whether it is told of the past, or with "yet": what was not done, or not so far.
    """

    __slots__ = ("following", "group", "kind", "lemma", "negated", "number", "phrase", "undone")

    def __init__(self, scene: Scene, number: int, phrase: str, kind: StanceKind) -> None:
        self.number = number
        self.phrase = phrase
        self.lemma = phrase.partition(" ")[0]
        self.kind = kind
        self.group = set(scene.outline.group(number))
        self.negated = scene.outline.negated(number)
        past = "never" in self.group and _FUTURE.isdisjoint(self.group) and _is_past(scene.outline, number)
        self.undone = past or not _PAST.isdisjoint(self.group)
        at = behind_adverbs(scene.outline, number)
        self.following = scene.outline.kinds[at : at + 1]


_CHARGE = 3
"""Phrases from an accusation to the deed: accused | Peru | of | rejecting."""


def _is_past(outline: Outline, number: int) -> bool:
    """Whether a verb group ends in a past form: "never agreed"."""
    known = VERBS.get(outline.tokens[outline.phrases[number].last - 1].norm)
    return known is not None and "d" in known.forms and "b" not in known.forms


def _verb_kinds() -> dict[str, list[tuple[tuple[str, ...], str, StanceKind]]]:
    kinds: dict[str, list[tuple[tuple[str, ...], str, StanceKind]]] = {}
    for phrase, kind in _TABLE["verbs"].items():
        lemma, *rest = phrase.split()
        kinds.setdefault(lemma, []).append((tuple(rest), phrase, cast("StanceKind", kind)))
    for entries in kinds.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return kinds


_VERBS = _verb_kinds()


def lexical(scene: Scene, number: int, lemma: str) -> bool:
    """The stance a verb shows by its own meaning; whether the verb was understood so."""
    outline = scene.outline
    for particle, phrase, kind in _VERBS.get(lemma, ()):
        if not particle or particle_follows(outline, number, particle):
            return _told(scene, Word(scene, number, phrase, kind))
    continued = _of_infinitive(outline, number) if lemma == "continue" else None
    if continued is not None:
        return _told(scene, Word(scene, number, lemma, continued))  # "continues to insist on"
    if lemma in _NEGATED:
        return _not_considered(scene, Word(scene, number, lemma, "reject"))
    return False


def _of_infinitive(outline: Outline, number: int) -> StanceKind | None:
    """The stance of the infinitive behind a verb: "to insist on"; ``None`` without."""
    following = number + 1
    if outline.kinds[following : following + 1] != "I":
        return None
    for particle, _, kind in _VERBS.get(outline.lemma(following), ()):
        if not particle or particle_follows(outline, following, particle):
            return kind
    return None


def _not_considered(scene: Scene, verb: Word) -> bool:
    """``is not considering easing the blockade``, ``does not recognise the border``: a refusal only when negated."""
    past = {"did", "didn't", "was", "were", "wasn't", "weren't"} & verb.group
    reported = scene.holders.statement_around(scene.outline.phrases[verb.number].first) is not None
    if not verb.negated or not scene.asserted(verb.number) or verb.following not in {*"NG"} or (past and not reported):
        return False
    subject, holder = scene.holder(verb.number)
    if holder is not None:
        scene.add(verb.number, holder, "reject", rule=f"not-{verb.lemma}", certainty=0.7, subject=subject)
    return True


def behind_adverbs(outline: Outline, number: int) -> int:
    """The phrase behind a verb's adverbs, times and counts: "voted 4-1 on Friday to", "agreed on Monday to"."""
    at, end = number + 1, outline.sentences[outline.sentence_at[number]][1]
    while at < end:
        if outline.kinds[at : at + 2] == "PT" and outline.kinds[at + 2 : at + 3] in {"I", "N", "A"}:
            at += 2
        elif outline.tokens[outline.phrases[at].first].norm == "there":
            break
        elif outline.kinds[at] in "AT" or (
            _count(outline, at) and outline.kinds[at + 1 : at + 3].startswith(("T", "I", "A", "PT"))
        ):
            at += 1
        else:
            break
    return min(at, end - 1) if at > number + 1 else at


def _count(outline: Outline, phrase: int) -> bool:
    """Whether a phrase is nothing but a number: "voted 4-1 to"."""
    return set(outline.tags[slice(*outline.phrases[phrase][1:])]) == {"#"}


def particle_follows(outline: Outline, number: int, particle: tuple[str, ...]) -> bool:
    """Whether the particle stands behind the verb: at once, over adverbs, or over a pronoun ("turned it down")."""
    last = outline.phrases[number].last
    starts = [last]
    if outline.tags[last : last + 1] == "o":
        starts.append(last + 1)
    behind = behind_adverbs(outline, number)
    if behind > number + 1:
        starts.append(outline.phrases[behind].first)
    return any(
        tuple(token.norm for token in outline.tokens[start : start + len(particle)]) == particle for start in starts
    )


def takes_object(outline: Outline, verb: int, noun: int) -> bool:
    """Whether a noun phrase is the verb's object ("agreed a truce"), no clause's subject ("agreed it was late")."""
    end = outline.sentences[outline.sentence_at[verb]][1]
    if noun >= end or outline.kinds[noun] != "N" or outline.tags[outline.phrases[noun].last - 1] in "os":
        return False
    at = noun + 1
    while at < min(end, noun + 10) and outline.kinds[at] in "NPAJ":
        at += 1
    return outline.kinds[at : at + 1] != "V" or at >= end


def _told(scene: Scene, verb: Word) -> bool:
    if not scene.asserted(verb.number) or not (_says_it(scene, verb) and _takes_it(scene, verb)):
        return False
    if _is_charged(scene.outline, verb.number):
        return False
    subject, holder = scene.holder(verb.number)
    if holder is None:
        return False
    if verb.negated and not _negated_in_evidence(scene.outline, verb, subject):
        return True
    kind = _turned(scene.outline, verb, _polar(verb))
    if kind is not None:  # "did not rule out" rejects nothing, "did not demand" demands nothing
        counted = int(
            kind != _polar(verb) or verb.lemma == "continue" or not _AGAINST.isdisjoint(verb.phrase.split()[1:])
        )
        scene.add(verb.number, holder, kind, rule=f"verb-{verb.lemma}", certainty=0.8, subject=subject, counted=counted)
    return True


def _is_charged(outline: Outline, number: int) -> bool:
    """``accused Peru of rejecting it``: what somebody is only said to do by who accuses him."""
    if outline.kinds[number] != "G" or outline.kinds[number - 2 : number] != "NP":
        return False
    preposition = outline.tokens[outline.phrases[number - 1].first].norm
    return preposition == "of" and number > _CHARGE and outline.lemma(number - _CHARGE) in {"accuse", "suspect"}


def _negated_in_evidence(outline: Outline, verb: Word, subject: Subject | None) -> bool:
    """Whether the words that will be shown negate the verb; in "neither Peru nor Chile accepts" Chile's do not."""
    if not NEGATIONS.isdisjoint(token.norm for token in _of(outline, verb.number)):
        return True
    return subject is not None and not NEGATIONS.isdisjoint(
        token.norm for token in outline.tokens[subject.first : subject.last]
    )


def _of(outline: Outline, number: int) -> list[Token]:
    """The tokens of a verb group with the adverbs before it."""
    first = number
    while first and outline.kinds[first - 1] == "A":
        first -= 1
    return outline.tokens[outline.phrases[first].first : outline.phrases[number].last]


def _turned(outline: Outline, verb: Word, kind: StanceKind | None) -> StanceKind | None:
    """``vowed to block it`` rejects; ``refused to rule it out`` rejects nothing."""
    if kind == "commit" and not verb.negated:
        after = outline.phrases[verb.number].last
        behind = {token.norm for token in outline.tokens[after : after + 2]}
        if _of_infinitive(outline, verb.number) == "reject" or "not" in behind or "never" in behind:
            return "reject"
    if verb.lemma in {"refuse", "decline"} and _of_infinitive(outline, verb.number) == "reject":
        return None
    return kind


def _polar(verb: Word) -> StanceKind | None:
    """The kind under the verb's negation; ``None`` where nothing is left of it."""
    if not verb.negated:
        return verb.kind
    if verb.lemma == "agree" and "never" in verb.group:
        return None  # "never agreed to pay" tells what was not done
    if verb.lemma in {"want", "wish"} and not _NO_LONGER & verb.group:
        return "reject"  # "do not want to sign"
    if _NO_LONGER & verb.group:  # "no longer rejects" gives up no demand
        return {"demand": "drop", "reject": None}.get(verb.kind, _OPPOSITE.get(verb.kind, verb.kind))
    return None if verb.undone else _OPPOSITE.get(verb.kind)  # "has not accepted" refuses nothing


def _says_it(scene: Scene, verb: Word) -> bool:
    """Whether the verb group tells it of its subject: no passive without an agent, no "may", no obligation."""
    outline = scene.outline
    phrase = outline.phrases[verb.number]
    agent = phrase.kind in "VE" and phrase.last - phrase.first == 1 and scene.word_after(verb.number) == "by"
    if (outline.passive(verb.number) or agent) and (verb.kind not in {"reject", "accept", "offer"} or verb.negated):
        return False
    unsure = _UNSURE & verb.group and not verb.negated and verb.lemma != "live"
    if _BINDING & verb.group or (unsure and not _conceded(scene, verb)):
        return False
    if verb.lemma == "attend" and not _FUTURE & verb.group:
        return False
    if verb.lemma == "welcome" and outline.tags[outline.phrases[verb.number].last - 1] == "g":
        return False  # guests are being welcomed, not proposals
    modifier = (
        outline.phrases[verb.number].kind in "GE" and outline.tags[outline.phrases[verb.number].first - 1] in "dj"
    )
    return not modifier and not _asking(scene, verb.number)


def _conceded(scene: Scene, verb: Word) -> bool:
    """``could accept the text, but only if``: a yes that names its price."""
    number = verb.number
    requires = condition(scene.outline, scene.holders, number, scene.end(number)) if verb.kind == "accept" else None
    return requires is not None and only(scene.outline, requires)


def _asking(scene: Scene, number: int) -> bool:
    """``Can Peru accept``: an auxiliary before the subject."""
    outline = scene.outline
    subject = scene.holders.subject(number)
    if subject is None:
        return False
    ahead = outline.phrase_at[subject.first] - 1
    if ahead < 0 or outline.sentence_at[ahead] != outline.sentence_at[number] or outline.kinds[ahead] != "V":
        return False
    return outline.tags[outline.phrases[ahead].last - 1] in "xm" and outline.kinds[number - 1] == "N"


def _takes_it(scene: Scene, verb: Word) -> bool:  # noqa: PLR0911 - a case of the grammar per branch
    """Whether what follows the verb is what the stance is about."""
    objects = _OBJECTS.get(verb.phrase)
    if scene.outline.passive(verb.number):
        return objects is None or _of_subject(scene, verb.number, objects)
    if verb.following in {"", ".", ",", "k", "V", "C", ";"} and verb.kind not in {"accept", "drop"}:
        return False
    if objects is not None and not _object_in(scene, verb.number, objects):
        return False
    if verb.lemma in _COMPLEMENTED and not _complemented(verb):
        return False
    if verb.lemma == "agree" and verb.following == "N":
        return takes_object(scene.outline, verb.number, behind_adverbs(scene.outline, verb.number))
    if verb.phrase in _DIRECTED and not _directed(scene, verb):
        return False
    return verb.kind != "reject" or not _only_words(scene, verb.number)


def _of_subject(scene: Scene, number: int, nouns: frozenset[str]) -> bool:
    """Whether a passive's subject is such a thing: "the plan was tabled by"."""
    subject = scene.holders.subject(number)
    if subject is None:
        return False
    return any(token.norm in nouns for token in scene.outline.tokens[subject.first : subject.last])


def _complemented(verb: Word) -> bool:
    if verb.lemma == "agree":
        return verb.following in {"I", "P", "N"}
    if verb.lemma == "accept":
        return verb.following in {"N", "q"}
    return verb.following != "H"


def _only_words(scene: Scene, number: int) -> bool:
    """Whether nothing of substance is refused: "declined to comment", "rejected the claim"."""
    outline, following = scene.outline, number + 1
    if outline.kinds[following : following + 1] == "I":
        giving_up = scene.word_after(following) == "up"  # "refused to give a name", not "to give up a port"
        return (outline.lemma(following) in _SPEAKING and not giving_up) or only_speaks(outline, following)
    if outline.kinds[following : following + 1] != "N":
        return False
    claimed = _CLAIMS & set(outline.words(following))
    plain = outline.kinds[following + 1 : following + 2] != "H" and claimed <= {"idea", "notion"}
    if claimed:
        return not plain  # "dismissed the idea" refuses it
    return not _DEEDS.isdisjoint(outline.words(following)[-1:])


def only_speaks(outline: Outline, infinitive: int) -> bool:
    """``declined to speak to reporters``: silence, not a refusal to talk."""
    if outline.lemma(infinitive) not in {"speak", "talk"}:
        return False
    return any(
        not _AUDIENCES.isdisjoint(outline.words(at))
        for at in range(infinitive + 1, min(infinitive + 3, len(outline.phrases)))
    )


def _object_in(scene: Scene, number: int, nouns: frozenset[str]) -> bool:
    outline = scene.outline
    for index in range(number + 1, min(number + 4, len(outline.phrases))):
        if outline.kinds[index] in "NP" and not nouns.isdisjoint(outline.words(index)):
            return True
        if outline.kinds[index] in ".,;V":
            break
    return False


def _directed(scene: Scene, verb: Word) -> bool:
    """Whether another is to act, or a thing is asked for: "wants the army to leave", "warned Peru not to"."""
    kinds, end = scene.outline.kinds, scene.end(verb.number)
    if verb.lemma == "insist":
        return scene.word_after(verb.number) == "on" or _insists(scene, verb.number, end)
    if verb.lemma == "seek":
        return verb.following == "N"
    if verb.lemma == "want" and (verb.negated or "A" not in kinds[verb.number + 1 : verb.number + 2]):
        return verb.following in {*"NI"} if verb.negated else _wanted(kinds, verb)
    foreseen = verb.lemma == "expect" and verb.group.isdisjoint({"expect", "expects", "expecting"})
    if foreseen or verb.following not in {"N", "P"}:
        return False
    return _warns_off(scene, verb.number, end) if verb.lemma == "warn" else "I" in kinds[verb.number + 1 : end]


def _wanted(kinds: str, verb: Word) -> bool:
    """``wants the army to leave``; what one wants to do oneself is no demand."""
    return "N" in kinds[verb.number + 1 : verb.number + 3] and verb.following != "I"


def _warns_off(scene: Scene, number: int, end: int) -> bool:
    """``warned Chile not to close the strait``; what it is not to think is no demand."""
    outline = scene.outline
    for index in range(number + 1, end):
        if outline.kinds[index] == "V":
            return False
        if outline.kinds[index] == "I":
            first = outline.phrases[index].first
            before = {outline.tokens[first - 1].norm, *outline.words(index)}
            return "not" in before and outline.lemma(index) not in _THINKING
    return False


def _insists(scene: Scene, number: int, end: int) -> bool:
    """``insisted that Peru must``, ``insisted it would only``."""
    for index in range(number + 1, end):
        if scene.outline.kinds[index] == "V":
            group = set(scene.outline.words(index))
            only = bool(_FUTURE & group) and "only" in group
            return only or bool({"must", "should"} & group) or scene.moods[index] == "w"
    return False

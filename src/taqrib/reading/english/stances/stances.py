"""Who wants, accepts or rejects what, in English reports.

A stance needs a holder who can negotiate and a verb or predicate that shows it: "refused to", "is ready to". Negation
turns acceptance into rejection; "did not rule out" is no rejection; "no longer demands" drops a demand; a
readiness with "if" or "so long as" is a condition, and keeps both halves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from taqrib.reading.english.actors import DOCUMENTS, bare
from taqrib.reading.english.outline import Outline, outline_of
from taqrib.reading.english.stances.conditions import condition, lifting
from taqrib.reading.english.stances.holders import GENERIC, Holders
from taqrib.reading.english.statements.contents import trimmed
from taqrib.reading.english.words import NEGATIONS, VERBS, singular, words
from taqrib.reading.findings import Span, Stance, StanceKind
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.document import Document
    from taqrib.reading.english.subjects import Subject
    from taqrib.reading.findings import Mention, Statement

_TABLE = load("english/stances")
_OBJECTS: dict[str, frozenset[str]] = {phrase: frozenset(nouns) for phrase, nouns in _TABLE["objects"].items() if nouns}
_ADJECTIVES: dict[str, StanceKind] = _TABLE["adjectives"]
_RESERVATIONS = frozenset(_TABLE["reservations"])
_NOTHING_OF = frozenset(_TABLE["nothing_of"])
_FEELING = frozenset(_TABLE["feeling"])
_EXPRESSING = frozenset(_TABLE["expressing"])
_ACCEPTING = frozenset(_TABLE["accepting"])
_NO_COMMITMENT = frozenset(_TABLE["no_commitment"])
_NO_ACT = frozenset(_TABLE["no_act"])
_CONTINUING = frozenset(_TABLE["continuing"])
_OBLIGING = frozenset(_TABLE["obliging"])
_SPEAKING = frozenset(_TABLE["speaking"])
_CLAIMS = frozenset(load("english/reporting")["claims"])
_BYSTANDERS = frozenset(_TABLE["bystanders"])
_OPPOSITE: dict[StanceKind, StanceKind] = {"accept": "reject", "support": "reject", "offer": "reject"}
_NO_LONGER = frozenset(("longer", "stopped"))
_FUTURE = words(load("english/grammar")["future"])


def _verb_kinds() -> dict[str, list[tuple[tuple[str, ...], str, StanceKind]]]:
    kinds: dict[str, list[tuple[tuple[str, ...], str, StanceKind]]] = {}
    for phrase, kind in _TABLE["verbs"].items():
        lemma, *rest = phrase.split()
        kinds.setdefault(lemma, []).append((tuple(rest), phrase, cast("StanceKind", kind)))
    for entries in kinds.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return kinds


_VERBS = _verb_kinds()
_WISHES = frozenset(("want", "expect", "ask", "seek", "press", "insist", "lobby", "propose"))
"""Verbs of wishing and asking that say what a side demands only with somebody or something to ask for."""


def stances(document: Document, mentions: list[Mention], statements: list[Statement]) -> list[Stance]:
    """The stances of the text in order of their evidence."""
    outline = outline_of(document)
    return _Reader(outline, mentions, statements).read()


class _Reader:
    def __init__(self, outline: Outline, mentions: list[Mention], statements: list[Statement]) -> None:
        self.outline = outline
        self.holders = Holders(outline, mentions, statements)
        self.cues = {one.cue[0]: one for one in statements}
        self.found: list[Stance] = []

    def read(self) -> list[Stance]:
        for number, phrase in enumerate(self.outline.phrases):
            if phrase.kind in "VGE":
                self.verb(number)
            elif phrase.kind == "N":
                self.noun_cue(number)
        kept: list[Stance] = []
        for stance in sorted(self.found, key=lambda one: (one.evidence[0], -one.evidence[1])):
            inside = kept and any(
                one.holder == stance.holder
                and stance.evidence[1] <= one.evidence[1]
                and one.evidence[0] <= stance.evidence[0]
                for one in kept[-4:]
            )
            if not inside:  # "insisted it would only ...": one stance, its widest clause
                kept.append(stance)
        return kept

    # -- verbs --------------------------------------------------------------------------------------------------------

    def verb(self, number: int) -> None:
        outline = self.outline
        at = outline.phrases[number].last - 1
        norm = outline.tokens[at].norm
        verb = VERBS.get(norm)
        if outline.phrases[number].kind == "V" and self.predicate(number, at):
            return
        if verb is None:
            return
        if self.nothing(number, verb.lemma):
            return
        if verb.lemma in _EXPRESSING and self.reservation(number):
            return
        for particle, phrase, kind in _VERBS.get(verb.lemma, ()):
            if particle and tuple(token.norm for token in outline.tokens[at + 1 : at + 1 + len(particle)]) != particle:
                continue
            if self.lexical(number, verb.lemma, phrase, kind):
                return
            break
        if outline.phrases[number].kind == "V":
            self.modal(number, verb.lemma)

    def lexical(self, number: int, lemma: str, phrase: str, kind: StanceKind) -> bool:  # noqa: C901, PLR0911, PLR0912 - a case of the grammar per branch
        """A verb that is itself a stance; returns whether it was told."""
        outline = self.outline
        words = outline.words(number)
        negated = outline.negated(number)
        if outline.passive(number) or (words[0] in {"may", "might", "could", "can", "should", "must"} and not negated):
            return False
        following = outline.kinds[number + 1 : number + 2]
        if following in {"", ".", ",", "k", "V", "C", ";"} and kind not in {"accept", "drop"}:
            return False
        objects = _OBJECTS.get(phrase)
        if objects is not None and not self.object_in(number, objects):
            return False
        if (
            lemma in {"accept", "agree", "attend", "back"}
            and kind in {"accept", "support"}
            and (following == "H" or (lemma == "agree" and following not in {"I", "P"}))
        ):
            return False
        if kind == "accept" and lemma == "accept" and following != "N":
            return False
        if lemma == "attend" and not (_FUTURE & set(words)):
            return False
        if phrase in _WISHES and not self.directed(number, lemma):
            return False
        if lemma == "welcome" and outline.tags[outline.phrases[number].last - 1] == "g":
            return False  # guests are being welcomed, not proposals
        if lemma == "warn" and kind == "reject" and negated:
            return False
        if kind == "reject" and self.only_words(number):
            return False
        if self.hypothetical(number):
            return False
        subject, holder = self.holder(number)
        if holder is None:
            return False
        if negated:
            if _NO_LONGER & set(words) or self.no_longer(number):
                kind = "drop" if kind in {"demand", "reject"} else _OPPOSITE.get(kind, kind)
            elif kind in _OPPOSITE:
                kind = _OPPOSITE[kind]
            else:
                return True  # "did not rule out" rejects nothing, "did not demand" demands nothing
        self.add(number, subject, holder, kind, f"verb-{lemma}", 0.8)
        return True

    def only_words(self, number: int) -> bool:
        """Whether nothing of substance is refused: "declined to comment", "rejected the claim"."""
        outline = self.outline
        following = number + 1
        if outline.kinds[following : following + 1] == "I":
            return outline.lemma(following) in _SPEAKING
        return outline.kinds[following : following + 1] == "N" and not _CLAIMS.isdisjoint(outline.words(following))

    def no_longer(self, number: int) -> bool:
        phrase = self.outline.phrases[number]
        return any(self.outline.tokens[index].norm == "longer" for index in range(phrase.first, phrase.last))

    def directed(self, number: int, lemma: str) -> bool:
        """Whether another is to act, or a thing is asked for: "wants the army to leave", "insists on"."""
        outline, kinds = self.outline, self.outline.kinds
        end = self.end(number)
        if lemma == "insist":
            after = (
                outline.tokens[outline.phrases[number].last].norm
                if outline.phrases[number].last < len(outline.tokens)
                else ""
            )
            if after == "on":
                return True
            for index in range(number + 1, end):
                if kinds[index] == "V":
                    words = set(outline.words(index))
                    return bool({"must", "should"} & words) or (bool(_FUTURE & words) and "only" in words)
            return False
        if lemma == "propose":
            return True
        if lemma == "seek":
            return kinds[number + 1 : number + 2] == "N"
        return "I" in kinds[number + 1 : end] and kinds[number + 1 : number + 2] in {"N", "P"}

    def object_in(self, number: int, nouns: frozenset[str]) -> bool:
        outline = self.outline
        for index in range(number + 1, min(number + 4, len(outline.phrases))):
            if outline.kinds[index] in "NP" and not nouns.isdisjoint(outline.words(index)):
                return True
            if outline.kinds[index] in ".,;V":
                break
        return False

    def reservation(self, number: int) -> bool:
        """``expressed strong reservations about``."""
        outline = self.outline
        if outline.negated(number) or outline.kinds[number + 1 : number + 2] != "N":
            return False
        if _RESERVATIONS.isdisjoint(outline.words(number + 1)[-1:]):
            return False
        subject, holder = self.holder(number)
        if holder is None:
            return False
        self.add(number, subject, holder, "reserve", "reservation", 0.8)
        return True

    def nothing(self, number: int, lemma: str) -> bool:
        """``feels no need to``, ``there is no place for``."""
        outline = self.outline
        if outline.kinds[number + 1 : number + 2] != "N" or outline.phrases[number].kind != "V":
            return False
        words = outline.words(number + 1)
        if words[0] != "no" or words[-1] not in _NOTHING_OF:
            return False
        if lemma in _FEELING:
            subject, holder = self.holder(number)
        elif lemma in {"be", "have"}:
            around = self.holders.statement_around(outline.phrases[number].first)
            subject, holder = None, around.speaker_name if around is not None else None
        else:
            return False
        if holder is None:
            return False
        self.add(number, subject, holder, "reject", "no-place", 0.7)
        return True

    def predicate(self, number: int, at: int) -> bool:  # noqa: C901, PLR0911 - a case of the grammar per branch
        """``is ready to``, ``are opposed to``, ``it is not possible to``, ``there is no place for``."""
        outline = self.outline
        following = number + 1
        if outline.tags[at] == "e" and outline.passive(number):  # "is committed to", "were opposed to"
            word = outline.tokens[at].norm
            complement = following
        elif outline.kinds[following : following + 1] in {"J", "E", "P"}:
            word = outline.tokens[outline.phrases[following].first].norm
            complement = following + 1
        else:
            return False
        kind = _ADJECTIVES.get(word)
        if kind is None and word == "possible" and outline.negated(number):
            return self.impersonal(number)
        if kind is None:
            return False
        lemma = outline.lemma(number)
        if (
            lemma not in {"be", "remain", "become", "seem", "appear", "stand", "stay"}
            and not outline.passive(number)
            and _BE.isdisjoint(outline.words(number))
        ):
            return False
        if outline.kinds[complement : complement + 1] not in {"I", "P", "G", "H", "N"} and kind != "reject":
            return False
        subject = self.holders.subject(number)
        if word in {"unacceptable", "impossible"}:
            return self.impersonal(number)
        holder = self.admissible(subject, self.holders.name(subject, number))
        if holder is None:
            return False
        if outline.negated(number):
            if kind not in _OPPOSITE and kind != "commit":
                return True
            kind = "reject"
        self.add(number, subject, holder, kind, f"predicate-{word}", 0.75)
        return True

    def impersonal(self, number: int) -> bool:
        """A thing called impossible or unacceptable: the speaker rejects it."""
        around = self.holders.statement_around(self.outline.phrases[number].first)
        if around is None or around.speaker_name is None:
            return False
        subject = self.holders.subject(number)
        self.add(number, subject, around.speaker_name, "reject", "predicate-impossible", 0.7)
        return True

    def modal(self, number: int, lemma: str) -> None:  # noqa: C901, PLR0911, PLR0912 - a case of the grammar per branch
        """``will not talk``, ``would take part``; "must" said of another."""
        outline = self.outline
        words = set(outline.words(number))
        if outline.passive(number):
            return
        negated = outline.negated(number)
        around = self.holders.statement_around(outline.phrases[number].first)
        going = lemma == "go" and outline.tags[outline.phrases[number].last - 1] == "g"
        if going and outline.kinds[number + 1 : number + 2] == "I":  # "we are not going to sign"
            lemma = outline.lemma(number + 1)
        if words & _FUTURE or going:
            if self.subordinate(number):
                return
            subject, holder = self.holder(number)
            if holder is None:
                return
            if "longer" in words:
                return
            own = around is not None and holder == around.speaker_name
            if negated:
                if lemma in _CONTINUING:
                    self.add(number, subject, holder, "commit", "will-not-stop", 0.7)
                elif lemma not in _NO_ACT and (own or lemma in _ACCEPTING):
                    self.add(number, subject, holder, "reject", "will-not", 0.75)
                return
            if lemma in _ACCEPTING and (own or around is None):
                kind: StanceKind = "accept"
                self.add(number, subject, holder, kind, "will-accept", 0.65)
            elif own and lemma not in _NO_ACT and lemma not in _NO_COMMITMENT:
                self.add(number, subject, holder, "commit", "will-act", 0.6)
            return
        if around is None or around.speaker_name is None or negated:
            return
        if {"must", "should"} & words:
            subject = self.holders.subject(number)
            if subject is None or self.holders.name(subject, number) in {None, around.speaker_name}:
                return
            self.add(number, subject, around.speaker_name, "demand", "must", 0.65)

    def hypothetical(self, number: int) -> bool:
        """Whether the clause only asks or supposes: "if Chile rejects", "Can Peru accept"."""
        outline = self.outline
        subject = self.holders.subject(number)
        if subject is None:
            return False
        ahead = outline.phrase_at[subject.first] - 1
        if ahead < 0 or outline.sentence_at[ahead] != outline.sentence_at[number]:
            return False
        if outline.kinds[ahead] == "U":
            return outline.tokens[outline.phrases[ahead].first].norm in {"if", "whether", "unless"}
        group = outline.phrases[ahead]
        return outline.kinds[ahead] == "V" and outline.tags[group.last - 1] in "xm" and outline.kinds[number - 1] == "N"

    def subordinate(self, number: int) -> bool:
        """Whether the clause hangs on a condition or a relative word: "if it will", "which will"."""
        outline = self.outline
        before = number - 1
        if before >= 0 and outline.kinds[before] == "W":
            return True
        subject = self.holders.subject(number)
        if subject is None:
            return False
        ahead = outline.phrase_at[subject.first] - 1
        return ahead >= 0 and outline.kinds[ahead] in "WU"

    # -- nouns --------------------------------------------------------------------------------------------------------

    def noun_cue(self, number: int) -> None:
        """``its call for``: the demand inside a noun phrase that a statement was read from."""
        outline = self.outline
        at = outline.phrases[number].last - 1
        statement = self.cues.get(outline.tokens[at].start)
        if statement is None or statement.rule != "noun-cue" or statement.speaker_name is None:
            return
        kind = _NOUN_KINDS.get(outline.tokens[at].norm.removesuffix("s"))
        if kind is None:
            return
        start = statement.speaker[0] if statement.speaker else statement.cue[0]
        self.found.append(
            Stance(
                holder=statement.speaker_name,
                kind=kind,
                evidence=(start, statement.content[1]),
                issue=self.issue(statement.content),
                rule="noun-cue",
                certainty=0.65,
                rests_on=(statement.cue,),
            )
        )

    # -- the parts ----------------------------------------------------------------------------------------------------

    def holder(self, number: int) -> tuple[Subject | None, str | None]:
        """Subject and holder of a verb; a participle's holder is the speaker its statement was given to."""
        outline = self.outline
        phrase = outline.phrases[number]
        statement = self.cues.get(outline.tokens[phrase.last - 1].start)
        if phrase.kind in "GE":
            if statement is not None:
                return None, statement.speaker_name
            before = number - 1
            blamed = phrase.kind == "G" and before >= 1 and outline.kinds[before - 1 : before + 1] == "NP"
            if blamed and outline.tokens[outline.phrases[before].first].norm in {"for", "of"}:
                names = self.holders.actors_between(outline.phrases[before - 1].first, outline.phrases[before - 1].last)
                return None, names[0] if names else None  # "blamed the army for setting conditions"
            if phrase.kind == "G" and before >= 0 and outline.kinds[before] in ",-":
                at = before
                start = outline.sentences[outline.sentence_at[number]][0]
                while at > start and outline.kinds[at] != "V":
                    at -= 1
                if outline.kinds[at] == "V":
                    subject = self.holders.subject(at)
                    return None, self.admissible(subject, self.holders.name(subject, at))
            return None, None
        subject = self.holders.subject(number)
        if statement is not None and statement.speaker_name is not None:
            return subject, self.admissible(subject, self.author(subject) or statement.speaker_name)
        return subject, self.admissible(subject, self.holders.name(subject, number))

    def author(self, subject: Subject | None) -> str | None:
        """Who stands behind a paper: "a letter signed by the council"."""
        outline = self.outline
        if subject is None or singular(outline.tokens[subject.head].norm) not in DOCUMENTS:
            return None
        for index in range(subject.head + 1, subject.last - 1):
            if outline.tokens[index].norm in {"by", "from"}:
                phrase = outline.phrases[outline.phrase_at[index + 1]]
                names = self.holders.actors_between(phrase.first, phrase.last)
                return names[0] if names else None
        return None

    def admissible(self, subject: Subject | None, name: str | None) -> str | None:
        """The name, unless it is a bystander's."""
        if name is None:
            return None
        if name.rsplit(" ", 1)[-1].lower() in _BYSTANDERS or name.lower() in GENERIC:
            return None
        del subject
        return name

    def end(self, number: int) -> int:
        """One past the last phrase of the smallest clause that shows the stance."""
        outline, kinds = self.outline, self.outline.kinds
        end = outline.sentences[outline.sentence_at[number]][1]
        at = number + 1
        while at < end:
            kind = kinds[at]
            if kind in ".;:-()" or (kind == "k" and "q" not in kinds[number:at]):
                break
            if (
                kind == ","
                and at + 1 < end
                and kinds[at + 1] in "CGWUNVAPY"
                and not (kinds[at + 1] == "N" and self.is_list(at, end))
            ):
                break
            if kind == "C" and self.new_clause(at, end):
                break
            if (
                kind == "U"
                and at > number + 1
                and outline.tokens[outline.phrases[at].first].norm
                in {"while", "although", "though", "because", "whereas"}
            ):
                break
            at += 1
        return at

    def is_list(self, comma: int, end: int) -> bool:
        """Whether a comma stands in a list ("Chile, Peru and Bolivia") rather than before an apposition or clause."""
        kinds = self.outline.kinds
        at = comma + 1
        while at < end and kinds[at] in "N,P":
            at += 1
        return at < end and kinds[at] == "C" and kinds[at + 1 : at + 2] == "N" and kinds[at + 2 : at + 3] != "V"

    def new_clause(self, at: int, end: int) -> bool:
        kinds = self.outline.kinds
        at += 1
        while at < end and kinds[at] in "NPAT":
            at += 1
        return at < end and kinds[at] == "V"

    def add(  # noqa: PLR0917 - the parts of one finding
        self, number: int, subject: Subject | None, holder: str, kind: StanceKind, rule: str, certainty: float
    ) -> None:
        outline = self.outline
        phrase = outline.phrases[number]
        first = phrase.first
        if (
            subject is not None
            and subject.last <= first
            and outline.sentence_at[outline.phrase_at[subject.first]] == outline.sentence_at[number]
            and self.adjacent(subject, number)
        ):
            first = subject.first
        until = self.end(number)
        last = trimmed(outline, first, outline.phrases[until - 1].last)
        if last <= first:
            return
        evidence = outline.span(first, last)
        requires = condition(outline, self.holders, number, until)
        if (requires is not None and kind in {"accept", "support", "offer", "commit"}) or (
            requires is not None and kind == "reject" and lifting(outline, requires)
        ):
            kind = "condition"
        if requires is not None and kind == "condition":
            evidence = (min(evidence[0], requires[0]), max(evidence[1], requires[1]))
        else:
            requires = None
        content_first = outline.phrases[number].last
        issue = (
            self.issue((outline.tokens[content_first].start, evidence[1]))
            if content_first < len(outline.tokens)
            else None
        )
        unsure = (
            ("more than one negation",)
            if sum(token.norm in NEGATIONS for token in outline.tokens[first:last]) > 1
            else ()
        )
        self.found.append(
            Stance(
                holder=holder,
                kind=kind,
                evidence=evidence,
                requires=requires,
                issue=issue,
                rule=rule,
                certainty=certainty if not unsure else 0.5,
                rests_on=(outline.span(phrase.first, phrase.last),),
                unsure=unsure,
            )
        )

    def adjacent(self, subject: Subject, number: int) -> bool:
        """Whether nothing but adverbs and relative words stands between subject and verb."""
        between = range(self.outline.phrase_at[subject.last - 1] + 1, number)
        return all(self.outline.kinds[index] in "ATW," for index in between)

    def issue(self, span: Span) -> str | None:
        """The object as a short label: up to eight words of it."""
        words = bare(" ".join(self.outline.document.text[slice(*span)].split()[:9])).split()
        while words and words[0].lower() in {
            "to",
            "for",
            "on",
            "with",
            "that",
            "the",
            "a",
            "an",
            "against",
            "of",
            "out",
        }:
            words = words[1:]
        label = " ".join(words[:8]).strip(" ,.;:–—-”“\"'")
        return label or None


_NOUN_KINDS: dict[str, StanceKind] = {
    "call": "demand",
    "demand": "demand",
    "appeal": "demand",
    "plea": "demand",
    "request": "demand",
    "insistence": "demand",
    "pledge": "commit",
    "promise": "commit",
    "vow": "commit",
}
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "remains", "remain", "remained"])

"""What every rule of the stances asks and does: whose verb it is, where its clause ends, adding what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.actors.lexicon import DOCUMENTS, bare
from taqrib.reading.english.moods import ASSERTED, hedged, moods_of
from taqrib.reading.english.stances.acts import day_of_act
from taqrib.reading.english.stances.conditions import condition, first_of_all, lifting, only
from taqrib.reading.english.stances.former import is_former
from taqrib.reading.english.stances.holders import holders_of
from taqrib.reading.english.stances.turned import nothing_else, turned
from taqrib.reading.english.statements.contents import trimmed
from taqrib.reading.english.words import NEGATIONS, singular, words
from taqrib.reading.findings import Span, Stance, StanceKind
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.subjects import Subject
    from taqrib.reading.findings import Mention, Statement

_TABLE = load("english/stances")
_BYSTANDERS = frozenset(_TABLE["bystanders"])
_ASIDE = frozenset(("while", "although", "though", "because", "whereas"))
_OF_ACTS = frozenset(("will-not", "will-not-until", "will-act", "will-accept", "will-unless"))
"""Rules whose verb is what is done or not done, and may itself be a giving up: "we will not drop it"."""
_OF_NOTHING = frozenset(("no-place", "there-will-be-no"))
"""Rules whose kind rests on the "no" behind the verb: "feels no need to"."""
_ANSWERS = frozenset(("accept", "commit", "demand", "support", "reject"))
"""What "nothing less than" makes a demand of."""
_EMPTY = words("to for on with that the a an against of out its his her their")


class Scene:
    """One report as the rules see it.

    :ivar found: the stances so far.
    """

    def __init__(self, outline: Outline, mentions: list[Mention], statements: list[Statement]) -> None:
        self.outline = outline
        self.holders = holders_of(outline, mentions, statements)
        self.cues = {one.cue[0]: one for one in statements}
        self.moods = moods_of(outline)
        self.found: list[Stance] = []

    def asserted(self, number: int) -> bool:
        """Whether the report, or somebody in it, says that it is so."""
        return self.moods[number] == ASSERTED and not hedged(self.outline, number)

    def word_after(self, number: int) -> str:
        """The word behind a phrase."""
        at = self.outline.phrases[number].last
        return self.outline.tokens[at].norm if at < len(self.outline.tokens) else ""

    def speaker(self, number: int) -> str | None:
        """Who says what the phrase stands in."""
        around = self.holders.statement_around(self.outline.phrases[number].first)
        return around.speaker_name if around is not None else None

    # -- whose ----------------------------------------------------------------------------------------------------

    def holder(self, number: int) -> tuple[Subject | None, str | None]:
        """Subject and holder of a verb; a participle's holder is the speaker its statement was given to.

        Of a passive the subject is what is done to: "the map was rejected by Peru".
        """
        outline = self.outline
        phrase = outline.phrases[number]
        statement = self.cues.get(outline.tokens[phrase.last - 1].start)
        if phrase.kind == "E" and self.word_after(number) == "by":
            return None, self._agent(number)
        if phrase.kind in "GE":
            return None, statement.speaker_name if statement is not None else self._of_participle(number)
        if outline.passive(number):
            return self._done_to(number), self._agent(number)
        subject = self.holders.subject(number)
        if self.word_after(number) == "by" and phrase.last - phrase.first == 1:  # "a plan rejected by the council"
            return None, self._agent(number)
        if statement is not None and statement.speaker_name is not None:
            return subject, self.admissible(self._author(subject) or statement.speaker_name)
        return subject, self.admissible(self.holders.name(subject, number))

    def _done_to(self, number: int) -> Subject | None:
        """The subject of a passive, unless it turns away from something: "calls to drop the map were rejected"."""
        subject = self.holders.subject(number)
        if subject is None or turned(self.outline, subject.first, subject.last, weighing=True):
            return None
        return subject

    def _of_participle(self, number: int) -> str | None:
        """``blamed the army for setting conditions``, ``Peru left, refusing to sign``."""
        outline, before = self.outline, number - 1
        if outline.phrases[number].kind != "G" or before < 1:
            return None
        if outline.kinds[before - 1 : before + 1] == "NP":
            if outline.tokens[outline.phrases[before].first].norm not in {"for", "of"}:
                return None
            names = self.holders.actors_between(outline.phrases[before - 1].first, outline.phrases[before - 1].last)
            return names[0] if names else None
        if outline.kinds[before] not in ",-":
            return None
        start = outline.sentences[outline.sentence_at[number]][0]
        verb = outline.kinds.rfind("V", start, before)
        return self.admissible(self.holders.name(self.holders.subject(verb), verb)) if verb >= 0 else None

    def _agent(self, number: int) -> str | None:
        """Who did it, of a passive: "was rejected by the council"."""
        outline = self.outline
        end = outline.sentences[outline.sentence_at[number]][1]
        for index in range(number + 1, min(end - 1, number + 7)):
            first = outline.phrases[index].first
            if outline.tokens[first - 1].norm in NEGATIONS:  # "rejected not by Peru but by Chile"
                continue
            if outline.kinds[index : index + 2] == "PN" and outline.tokens[first].norm == "by":
                names = self.holders.actors_between(outline.phrases[index + 1].first, outline.phrases[index + 1].last)
                return self.admissible(names[0]) if names else None
        return None

    def _author(self, subject: Subject | None) -> str | None:
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

    @staticmethod
    def admissible(name: str | None) -> str | None:
        """The name, unless it is a bystander's."""
        if name is None or name.rsplit(" ", 1)[-1].lower() in _BYSTANDERS:
            return None
        return name

    # -- the clause -----------------------------------------------------------------------------------------------

    def end(self, number: int) -> int:
        """One past the last phrase of the smallest clause that shows the stance."""
        end = self.outline.sentences[self.outline.sentence_at[number]][1]
        at = number + 1
        while at < end and not self._closes(number, at, end):
            at += 1
        return at

    def _closes(self, number: int, at: int, end: int) -> bool:
        """Whether the clause of ``number`` ends before the phrase ``at``."""
        kinds = self.outline.kinds
        kind = kinds[at]
        if kind in ".;:-()" or (kind == "k" and "q" not in kinds[number:at]):
            return True
        if kind == ",":
            return (
                kinds[at + 1 : at + 3] == "TV"
                or kinds[at + 1 : at + 2] in {*"CGWUVAPY"}
                or (kinds[at + 1 : at + 2] == "N" and not self._list(at, end))
            )
        if kind == "C":
            return self._new_clause(at, end)
        if kind == "U" and at > number + 1:
            return self.outline.tokens[self.outline.phrases[at].first].norm in _ASIDE
        return False

    def _list(self, comma: int, end: int) -> bool:
        """Whether a comma stands in a list ("Chile, Peru and Bolivia") rather than before an apposition or clause."""
        kinds = self.outline.kinds
        at = comma + 1
        while at < end and kinds[at] in "N,PJ":
            at += 1
        return at < end and kinds[at] == "C" and kinds[at + 1 : at + 2] == "N" and kinds[at + 2 : at + 3] != "V"

    def _new_clause(self, at: int, end: int) -> bool:
        kinds = self.outline.kinds
        at += 1
        while at < end and kinds[at] in "NPAT":
            at += 1
        return at < end and kinds[at] == "V"

    # -- adding ---------------------------------------------------------------------------------------------------

    def add(
        self,
        number: int,
        holder: str,
        kind: StanceKind,
        *,
        rule: str,
        certainty: float,
        subject: Subject | None = None,
        counted: int = 0,
    ) -> None:
        """The stance a verb shows, with its clause as evidence and what it depends on.

        :param counted: how many refusals behind the verb its kind has taken into account: one in "vowed to block".
        """
        outline = self.outline
        phrase = outline.phrases[number]
        first = subject.first if subject is not None and self._beside(subject, number) else phrase.first
        until = self.end(number)
        last = trimmed(outline, first, outline.phrases[until - 1].last)
        if last <= first:
            return
        requires = condition(outline, self.holders, number, until)
        settled = _kind(outline, kind, requires, rule)
        if settled == "demand" and first_of_all(outline, number, until):
            settled = "condition"
        if settled not in {"condition", "offer"}:
            requires = None
        self.tell(
            first, last, number, holder, settled, rule=rule, certainty=certainty, requires=requires, counted=counted
        )

    def tell(
        self,
        first: int,
        last: int,
        number: int,
        holder: str,
        kind: StanceKind,
        *,
        rule: str,
        certainty: float,
        requires: Span | None = None,
        counted: int = 0,
    ) -> None:
        """The stance that ``tokens[first:last]`` show, carried by the phrase ``number``."""
        outline = self.outline
        phrase = outline.phrases[number]
        evidence = outline.span(first, last)
        if requires is not None:
            evidence = (min(evidence[0], requires[0]), max(evidence[1], requires[1]))
        several = sum(token.norm in NEGATIONS for token in outline.tokens[first:last]) > 1
        counted += rule in _OF_NOTHING
        begin = first if rule == "must" else phrase.last - 1 if rule in _OF_ACTS else phrase.last
        alone = nothing_else(outline, number, kind) if kind in _ANSWERS else None
        if alone is not None:
            kind, begin = "demand", alone
        after = outline.tokens[phrase.last].start if phrase.last < len(outline.tokens) else evidence[1]
        self.found.append(
            Stance(
                holder=holder,
                kind=kind,
                evidence=evidence,
                requires=requires,
                turned=turned(
                    outline,
                    begin,
                    self._end_of(evidence),
                    counted=counted,
                    proviso=requires,
                    weighing=kind != "reject",
                ),
                former=is_former(outline, self.holders, number, last),
                acted=day_of_act(outline, number, first, last),
                issue=self.issue((after, evidence[1])),
                rule=rule,
                certainty=0.5 if several else certainty,
                rests_on=(outline.span(phrase.first, phrase.last),),
                unsure=("more than one negation",) if several else (),
            )
        )

    def _end_of(self, evidence: Span) -> int:
        """One past the last token of the evidence, what it depends on included."""
        return self.holders.token_at(evidence[1])

    def _beside(self, subject: Subject, number: int) -> bool:
        """Whether the subject stands in the verb's sentence with nothing but adverbs and relative words between."""
        outline = self.outline
        first = outline.phrase_at[subject.first]
        if subject.last > outline.phrases[number].first or outline.sentence_at[first] != outline.sentence_at[number]:
            return False
        between = range(outline.phrase_at[subject.last - 1] + 1, number)
        return all(outline.kinds[index] in "ATW," for index in between)

    def issue(self, span: Span) -> str | None:
        """The object as a short label: up to eight words of it."""
        label = bare(" ".join(self.outline.document.text[slice(*span)].split()[:9])).split()
        while label and label[0].lower() in _EMPTY:
            label = label[1:]
        return " ".join(label[:8]).strip(" ,.;:–—-”“\"'") or None


def _kind(outline: Outline, kind: StanceKind, requires: Span | None, rule: str) -> StanceKind:
    """A yes with an "if" is a condition, a no with an "unless" as well; an offer stays one, with what it depends on."""
    if requires is None or (rule == "will-act" and outline.document.text[slice(*requires)].lower().startswith("until")):
        return kind  # "we will keep them here until there is a text"
    if kind in {"accept", "support", "commit"} or (kind == "reject" and lifting(outline, requires)):
        return "condition"
    return "condition" if kind == "offer" and only(outline, requires) else kind

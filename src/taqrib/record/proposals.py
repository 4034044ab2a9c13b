"""From findings to proposals: each finding linked to the case's actors and issues, vouched for and dated.

Pure: a report, its findings and the case's index in, proposals out. Nothing is inferred into anybody's mouth: a name
the case does not know stays a name, words that touch no issue touch none, what the narrator says is the narrator's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from taqrib.case.qualifiers import qualifier_ids, qualifiers_in
from taqrib.edtf import last_day
from taqrib.reading.findings import Event, Figure, Finding, Stance, Statement, finding_as_json
from taqrib.reading.layout import lay_out
from taqrib.record.entry import Touch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taqrib.case import CaseIndex
    from taqrib.reading import Findings, Span, Time
    from taqrib.record.entry import EntryKind

OnBasis = Literal["text", "published", "unknown"]

_BESIDE = re.compile(r"[\s,،]*")
_CLAUSE_END = re.compile(r"[.!?؟،,;؛:\n]")

_JOINED = re.compile(r",? and |, ")
"""Between the names of those who hold something together, as English reports write them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What reading proposes for the record; the fields are those of :class:`taqrib.record.entry.Entry`."""

    kind: EntryKind
    type: str
    span: Span
    quote: str
    name: str | None
    actor: str | None
    voice: str | None
    voice_actor: str | None
    touches: tuple[Touch, ...]
    on: str | None
    on_basis: OnBasis
    finding: dict[str, Any]
    certainty: float
    qualifiers: tuple[str, ...] = ()


def proposals(text: str, findings: Findings, index: CaseIndex) -> list[Proposal]:
    """The proposals of one report, in the order of their words.

    :param text: the report's text, the one ``findings`` were read from.
    :param index: of the case; decides which actor a name means and which issues words touch.
    """
    linker = _Linker(text, findings, index)
    made = [
        *map(linker.statement, findings.statements),
        *(proposal for stance in findings.stances for proposal in linker.stances(stance)),
        *map(linker.event, findings.events),
        *map(linker.figure, findings.figures),
    ]
    return sorted(made, key=lambda proposal: proposal.span)


class _Linker:
    """One report's context: whose words stand where, and on which day."""

    def __init__(self, text: str, findings: Findings, index: CaseIndex) -> None:
        self.text = text
        self.findings = findings
        self.index = index
        document = lay_out(text)
        self._sentences = [
            (document.tokens[sentence.first].start, document.tokens[sentence.last - 1].end)
            for sentence in document.sentences
        ]
        self._starts = [start for start, _ in self._sentences]
        self._contents = _Nested([(statement.content, statement) for statement in findings.statements])
        self._days: dict[int, list[Time]] = {}
        for time in findings.times:
            place = self._place(time.span)
            if time.type in {"DATE", "TIME"} and time.value and time.span[1] <= self._sentences[place][1]:
                self._days.setdefault(place, []).append(time)

    def statement(self, statement: Statement) -> Proposal:
        voice = self._voice(statement.cue, own=statement)
        return self._proposal(
            statement,
            kind="statement",
            type=statement.mode,
            span=statement.content,
            name=statement.speaker_name,
            voice=voice,
            on=statement.said,
            qualifiers=qualifiers_in(self.text[slice(*statement.content)]),
            own=self._own_words(statement),
        )

    def stances(self, stance: Stance) -> list[Proposal]:
        """One proposal for each who holds it: "Peru and Chile rejected it" is two positions, where both are known."""
        joint = self._stance(stance)
        parts = _JOINED.split(stance.holder)
        actors = [self._actor(part) for part in parts]
        if joint.actor is not None or len(parts) < 2 or None in actors or len(set(actors)) < len(parts):
            return [joint]
        return [replace(joint, name=part, actor=actor) for part, actor in zip(parts, actors, strict=True)]

    def _stance(self, stance: Stance) -> Proposal:
        voice = self._voice(stance.evidence)
        if stance.former:
            on = self._day_beside(stance.evidence)
        else:
            on = self._day_of_act(stance) or (voice.said if voice else self._day_around(stance.evidence))
        return self._proposal(
            stance,
            kind="stance",
            type=stance.kind,
            span=stance.evidence,
            name=stance.holder,
            voice=voice,
            on=on,
            or_published=not stance.former,
            qualifiers=self._qualifiers(stance),
            turned=stance.turned,
            own=self._granted(stance),
        )

    def event(self, event: Event) -> Proposal:
        voice = self._voice(event.trigger)
        span = self._clause(event.trigger, voice)
        name = event.actors[0] if event.actors else None
        return self._proposal(
            event, kind="event", type=event.type, span=span, name=name, voice=voice, on=event.when, or_published=False
        )

    def figure(self, figure: Figure) -> Proposal:
        voice = self._voice(figure.span)
        return self._proposal(
            figure,
            kind="figure",
            type=figure.unit or "",
            span=figure.span,
            name=figure.attributed_to,
            voice=voice,
            on=voice.said if voice else None,
        )

    def _proposal(
        self,
        finding: Finding,
        *,
        kind: EntryKind,
        type: str,  # noqa: A002 - the entry's own word
        span: Span,
        name: str | None,
        voice: Statement | None,
        on: str | None,
        or_published: bool = True,
        qualifiers: tuple[str, ...] = (),
        turned: tuple[Span, ...] = (),
        own: str | None = None,
    ) -> Proposal:
        basis: OnBasis = "text"
        if on is None:
            published = self.findings.published if or_published else None
            on, basis = (published.isoformat(), "published") if published else (None, "unknown")
        quote = self.text[slice(*span)]
        return Proposal(
            kind=kind,
            type=type,
            span=span,
            quote=quote,
            name=name,
            actor=self._actor(name),
            voice=voice.speaker_name if voice else None,
            voice_actor=self._actor(voice.speaker_name) if voice else None,
            touches=self._not_turned(self._touches(quote if own is None else own), turned),
            on=on,
            on_basis=basis,
            finding=finding_as_json(finding),
            certainty=finding.certainty,
            qualifiers=qualifiers,
        )

    def _own_words(self, statement: Statement) -> str:
        """The words of a statement without those it passes on of another: a newspaper that quotes judges nothing."""
        words, at = [], statement.content[0]
        for start, end in self._contents.inside(statement):
            if start >= at:
                words.append(self.text[at:start])
                at = end
        return "|".join((*words, self.text[at : statement.content[1]]))

    def _granted(self, stance: Stance) -> str | None:
        """The words of a stance without those of what it depends on: "if Venn accepts patrols, Orla will sign".

        ``None`` where nothing else touches an option: a side that says no until the other agrees asks for just that.
        """
        if stance.requires is None:
            return None
        (start, end), (first, last) = stance.evidence, stance.requires
        words = f"{self.text[start:first]}|{self.text[min(last, end) : end]}"
        return words if any(touch.option for touch in self._touches(words)) else None

    def _actor(self, name: str | None) -> str | None:
        actor = self.index.actor_of(name) if name else None
        return actor.id if actor else None

    def _touches(self, quote: str) -> tuple[Touch, ...]:
        touched = dict.fromkeys(
            Touch(touch.issue.id, touch.option.id if touch.option else None)
            for touch in self.index.issues_touched(quote)
        )
        named = {touch.issue for touch in touched if touch.option}
        return tuple(touch for touch in touched if touch.option or touch.issue not in named)

    def _not_turned(self, touches: tuple[Touch, ...], turned: tuple[Span, ...]) -> tuple[Touch, ...]:
        """The touches without those of words a stance turns away from: "demanded that Peru drop ⟨the map⟩".

        An option whose term goes over the border ("an end to the siege") is what is demanded. Where nothing but what is
        turned away from is left, the stance touches nothing: what its holder wants instead is not on record.
        """
        away = {touch for start, end in turned for touch in self._touches(self.text[start:end])}
        left = tuple(touch for touch in touches if touch not in away)
        return left if not away or any(touch.option for touch in left) else ()

    def _qualifiers(self, stance: Stance) -> tuple[str, ...]:
        """What a stance's words make of what it is about, and whether it hangs on a condition.

        Evidence that touches no issue may be its verb alone ("dropped its demand"); what the demand was stands in the
        rest of the clause, as far as the next stance.
        """
        start, end = stance.evidence
        if not self._touches(self.text[start:end]):
            end = self._clause_end(end, self._sentence(stance.evidence)[1])
        carried = set(qualifiers_in(self.text[start:end]))
        if stance.requires or stance.kind == "condition":
            carried.add("conditional")
        return tuple(id_ for id_ in qualifier_ids() if id_ in carried)

    def _clause_end(self, start: int, limit: int) -> int:
        """Where the clause that ``start`` stands in ends: a stop, a comma, or another stance; ``start`` at least."""
        stop = _CLAUSE_END.search(self.text, start, limit)
        ends = [stop.start() if stop else limit]
        ends += [other.evidence[0] for other in self.findings.stances if start <= other.evidence[0]]
        return max(start, min(ends))

    def _voice(self, span: Span, *, own: Statement | None = None) -> Statement | None:
        """The innermost statement whose content holds ``span``: who says it; ``None`` is the narrator."""
        return next((statement for statement in self._contents.holding(span) if statement is not own), None)

    def _place(self, span: Span) -> int:
        """Which sentence ``span`` begins in, counted from 0."""
        return bisect_right(self._starts, span[0]) - 1

    def _sentence(self, span: Span) -> Span:
        return self._sentences[self._place(span)]

    def _day_of_act(self, stance: Stance) -> str | None:
        """The day that the stance's own words give to what was done."""
        if stance.acted is None:
            return None
        start, end = stance.acted
        times = self._days.get(self._place(stance.evidence), ())
        return self._one_day(stance.evidence, [time for time in times if start < time.span[1] and time.span[0] < end])

    def _day_around(self, span: Span) -> str | None:
        """The day the narrator's sentence gives around the words: its one date, if no later than the report.

        A date in the words themselves that is not the act's is somebody else's: "the proposal of 2 April".
        """
        start, end = span
        times = self._days.get(self._place(span), ())
        return self._one_day(span, times) if not any(start <= time.span[0] < end for time in times) else None

    def _day_beside(self, span: Span) -> str | None:
        """The day that the words of a stance of former times give: the one date in them or right in front of them."""
        start, end = span
        return self._one_day(
            span,
            [
                time
                for time in self._days.get(self._place(span), ())
                if time.span[0] < end and _BESIDE.fullmatch(self.text[min(time.span[1], start) : start])
            ],
        )

    def _one_day(self, span: Span, times: Iterable[Time]) -> str | None:
        """The one date among ``times``, all of the sentence of ``span``; ``None`` if it is later than the report."""
        sentence = self._sentence(span)
        values = {time.value for time in times if time.value and not self._is_in_term(time.span, sentence)}
        if len(values) != 1:
            return None
        (value,) = values
        published = self.findings.published
        return value if published is None or last_day(value) <= published else None

    def _is_in_term(self, span: Span, sentence: Span) -> bool:
        """Whether a time belongs to what an option is called ("sailings at weekends"), so that it dates nothing."""
        (start, end), (first, last) = sentence, span
        without = f"{self.text[start:first]}|{self.text[last:end]}"
        return set(self._touches(self.text[start:end])) != set(self._touches(without))

    def _clause(self, trigger: Span, voice: Statement | None) -> Span:
        """The words that tell of an event: its sentence, or the part of it that its speaker says."""
        start, end = self._sentence(trigger)
        if voice:
            start, end = max(start, voice.content[0]), min(end, voice.content[1])
        return start, max(end, trigger[1])


class _Nested:
    """Statements by the spans of their contents, which may lie inside one another."""

    def __init__(self, spans: list[tuple[Span, Statement]]) -> None:
        self._spans = sorted(spans, key=lambda pair: (pair[0][0], -pair[0][1]))
        self._starts = [span[0] for span, _ in self._spans]
        self._outer: list[int] = []  # for each span the nearest one before it that reaches beyond its start; -1 if none
        open_: list[int] = []
        for place, (span, _) in enumerate(self._spans):
            while open_ and self._spans[open_[-1]][0][1] <= span[0]:
                open_.pop()
            self._outer.append(open_[-1] if open_ else -1)
            open_.append(place)

    def holding(self, span: Span) -> Iterator[Statement]:
        """The statements whose contents hold ``span``, the innermost first."""
        place = bisect_right(self._starts, span[0]) - 1
        while place >= 0:
            (_, end), statement = self._spans[place]
            if span[1] <= end:
                yield statement
            place = self._outer[place]

    def inside(self, statement: Statement) -> Iterator[Span]:
        """The contents of other speakers that lie inside that of ``statement`` and are shorter, in order."""
        first, last = statement.content
        for span, other in self._spans[bisect_left(self._starts, first) : bisect_left(self._starts, last)]:
            if span[1] <= last and span != statement.content and other.speaker_name != statement.speaker_name:
                yield span

"""The stances of a report as they are found: each once, with the condition it depends on, and none of an observer's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.arabic.stances.former import is_former
from taqrib.reading.arabic.stances.turned import turned
from taqrib.reading.arabic.stances.words import is_observer
from taqrib.reading.arabic.wordlists import mixed_list
from taqrib.reading.findings import Stance

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.stances.acts import Acts
    from taqrib.reading.arabic.stances.evidence import Evidence
    from taqrib.reading.arabic.stances.holders import Holders
    from taqrib.reading.arabic.stances.sayings import Holder
    from taqrib.reading.findings import Span, StanceKind, Statement

_REMEMBERED = 4
"""Stances back to which the same words may have shown the same."""
_OF_OTHERS = frozenset({"offer", "demand"})
"""What these ask for or hold out is no further position."""
_EXCEPT = frozenset({"الا", "سوي"})
_CONDITIONED = frozenset({"reject", "accept", "commit", "support", "offer"})


class Shown(NamedTuple):
    """How a stance is shown: the tokens of its evidence, the token that carries it, the rule, and what is left open.

    ``counted`` is how many refusals behind that token the kind has taken into account: one in تمسك برفض الخطة.
    """

    first: int
    end: int
    by: int
    rule: str
    unsure: tuple[str, ...] = ()
    counted: int = 0


class Kept:
    """What has been found so far.

    :ivar observing: the speakers of the report who are observers by name or title.
    """

    def __init__(self, prose: Prose, evidence: Evidence, holders: Holders, acts: Acts) -> None:
        self.prose = prose
        self.evidence = evidence
        self._acts = acts
        self.found: list[Stance] = []
        self._speaking = holders.speaking
        self._cues = {statement.cue: index for index, statement in holders.cues.items()}
        self.observing = {
            statement.speaker_name
            for statement in holders.cues.values()
            if statement.speaker_name and self.is_observed(statement)
        }

    def add(self, kind: StanceKind, holder: Holder, shown: Shown) -> None:
        """Keep the stance, unless its words have shown the same already."""
        tokens = self.prose.document.tokens
        first, end, index, rule, unsure, counted = shown
        requires: Span | None = None
        condition = self.evidence.condition(index, end) if kind in _CONDITIONED else None
        begin = _begin(shown, kind, self.prose)
        if condition is not None:
            kind, end = self._conditional(kind, index, end, condition)
            requires = (tokens[condition[0]].start, tokens[condition[1] - 1].end)
            first = min(first, condition[0]) if kind == "condition" else first
        only = rule == "modal" and kind == "demand"  # لا سبيل إلا بالحوار: what is excepted is demanded
        excepted = next((at for at in range(index, end) if only and self.prose.norms[at] in _EXCEPT), None)
        proviso = condition if excepted is None else (excepted, end)
        if end - first < 2 and holder.how == "subject-before" and holder.span is not None:
            first = self._subject(first, holder)
        if end - first < 2 or self._is_observer(holder):
            return
        evidence = (tokens[first].start, tokens[end - 1].end)
        if self._is_shown(kind, holder, evidence, index, rule):
            return
        rests = ((tokens[index].start, tokens[index].end), *((holder.span,) if holder.span is not None else ()))
        self.found.append(
            Stance(
                holder=holder.name,
                kind=kind,
                evidence=evidence,
                requires=requires,
                turned=turned(
                    self.prose,
                    self.evidence.parties,
                    begin,
                    end,
                    counted=counted,
                    proviso=proviso,
                    weighing=kind != "reject",
                ),
                former=is_former(
                    self.prose, self.evidence.parties, index, end, first=first, around=self._around(index)
                ),
                acted=self._acts.day(index, first, end),
                certainty=round(holder.certainty * (0.7 if unsure else 1), 2),
                rule=f"{rule}-{holder.how}",
                rests_on=rests,
                unsure=unsure,
            )
        )

    def _around(self, index: int) -> tuple[int, Statement] | None:
        """The statement a token is part of, with the token of its cue; ``None`` for the narrator's own words."""
        statement = self._speaking.get(index)
        cue = self._cues.get(statement.cue) if statement is not None else None
        return None if statement is None or cue is None or cue >= index else (cue, statement)

    def _is_shown(self, kind: StanceKind, holder: Holder, evidence: Span, index: int, rule: str) -> bool:
        """Whether the words have shown this already, or are part of what another stance asks for or gives up."""
        unjoined = self.prose.norms[index][:1] not in {"و", "ف"}
        within = rule == "masdar" or (holder.how == "carried-over" and unjoined)
        for stance in reversed(self.found[-_REMEMBERED:]):
            if stance.evidence[0] >= evidence[1] or evidence[0] >= stance.evidence[1]:
                continue
            if rule == "modal" or stance.kind == kind:
                return True  # the verb around it has said so already
            if rule == "masdar" and stance.kind == "drop":
                return True  # the demand that is given up
            if within and stance.kind in _OF_OTHERS:
                return True  # support that is offered, a refusal that is demanded
        return False

    def _subject(self, first: int, holder: Holder) -> int:
        """The first token of the subject that stands before the evidence: الحكومة رفضته."""
        tokens = self.prose.document.tokens
        start = holder.span[0] if holder.span is not None else tokens[first].start
        while first and tokens[first].start > start:
            first -= 1
        return first

    def _conditional(
        self, kind: StanceKind, index: int, end: int, condition: tuple[int, int]
    ) -> tuple[StanceKind, int]:
        """What a condition makes of a stance and where its evidence ends: an offer stays one, and so does a gift."""
        gives = kind == "commit" and mixed_list("stances", "giving").find(self.prose.norms[index]) is not None
        if kind != "offer" and not gives:
            return "condition", max(end, condition[1])
        last = min(end, condition[0]) if condition[0] > index else end
        while last > index + 1 and self.prose.roles[last - 1] in {"comma", "mark"}:
            last -= 1
        return "offer", last

    def _is_observer(self, holder: Holder) -> bool:
        text = self.prose.document.text[slice(*holder.span)] if holder.span is not None else ""
        spoken = holder.how in {"speaker", "first-person", "speaker-around"}
        return is_observer(f"{holder.name} {text}") or (spoken and holder.name in self.observing)

    def is_observed(self, statement: Statement) -> bool:
        """Whether the statement's speaker is an observer by name or title."""
        title = self.prose.document.text[slice(*statement.speaker)] if statement.speaker is not None else ""
        return is_observer(f"{statement.speaker_name} {title}")


def _begin(shown: Shown, kind: StanceKind, prose: Prose) -> int:
    """The first token that may turn the stance away: its own verb in لن نتخلى, its own negation in لا تطالب ... بل."""
    if shown.rule == "verb-rather":
        return shown.first
    own = shown.rule == "modal" and kind == "reject" and prose.roles[shown.by] != "negator"
    return shown.by if own else shown.by + 1

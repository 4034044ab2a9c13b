"""The content of a cue on the side where it stands: a clause, a complement, a quotation before, behind, around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.english.statements.contents import clause_end, has_clause, mode_of, quoted, takes_floor, trimmed
from taqrib.reading.english.statements.cues import CLAIMS, OBJECT_PREPOSITIONS
from taqrib.reading.english.words import singular, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.english.statements.adjuncts import Right
    from taqrib.reading.english.statements.cues import Cue
    from taqrib.reading.english.subjects import Subject
    from taqrib.reading.findings import Mode, Span

_OCCASIONS = frozenset(load("english/reporting")["occasions"])
_POINTERS = (["it"], ["this"])
_TOLD_ON = words("would had could might was were will")
"""Auxiliaries with which what is reported goes on behind its cue."""

_VOICED = words(load("english/reporting")["voiced"])
_DENYING = words(load("english/reporting")["denying"])
_TAKES_PARTICIPLE = words(load("english/reporting")["takes_participle"])


class Content(NamedTuple):
    """What was said: its span, its mode, the rule that saw it and how sure that is."""

    span: Span
    mode: Mode
    rule: str
    certainty: float


class ContentReader:
    """Contents in one outline."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline

    def of(self, cue: Cue, right: Right, subject: Subject | None) -> Content | None:
        """The content of a cue whose subject is known; ``None`` if nothing was said."""
        outline, frame, at = self.outline, cue.frame, right.phrase
        end = outline.sentences[outline.sentence_at[cue.phrase]][1]
        kind = outline.kinds[at] if at < end else "."
        if kind == ":" and at + 1 < end:
            return self._after_colon(at + 1, end)
        if kind in ".;k)-" or (kind == "," and not right.that):
            return self.before(cue, subject) if "c" in frame or "q" in frame else None
        if kind == "q" and set(frame) & set("cqn"):
            return self.after(cue, at, "quote-after", 0.93)
        if right.that:
            pointing = kind in "PT" and "V" not in outline.kinds[at:end].partition(",")[0]  # "denied that on Tuesday"
            clause = set(frame) & set("cao") and not pointing
            return self.after(cue, at, "that-clause", 0.97) if clause else None
        rule = self._complement(cue, at, end)
        if rule is not None:
            return self.after(cue, at, *rule)
        return self._bare_clause(cue, at, end, subject) if "c" in frame and "x" not in frame else None

    def _complement(self, cue: Cue, at: int, end: int) -> tuple[str, float] | None:
        """The rule and certainty of a complement that the cue's frame takes, other than a clause."""
        kind, frame = self.outline.kinds[at], cue.frame
        if kind == "N" and self.outline.kinds[at + 1 : at + 2] in {*".,;"} and self.outline.words(at) in _POINTERS:
            return None  # "denied it" says nothing that could be quoted
        if kind == "N":
            return self._nominal(cue, at, end)
        if kind == "I" and "i" in frame:
            return "infinitive", 0.85
        if kind == "G" and "g" in frame:
            return "gerund", 0.85
        return ("noun-phrase", 0.75) if kind == "G" and "n" in frame else None

    def _nominal(self, cue: Cue, at: int, end: int) -> tuple[str, float] | None:
        """A noun phrase behind the cue: the object asked or blamed, or itself what is said."""
        outline, frame = self.outline, cue.frame
        against = frozenset(("against", "over"))
        if "o" in frame and (self._infinitive_follows(at, end) or self._preposition_follows(at, end, against)):
            return "object-infinitive", 0.85
        quoted_at = at + 1 + (outline.kinds[at + 1 : at + 2] == "N")
        if "q" in frame and quoted_at < end and outline.kinds[quoted_at] == "q":  # "called it a “surrender”"
            return "object-quote", 0.85
        joins = OBJECT_PREPOSITIONS.get(cue.lemma, frozenset())
        if "p" in frame and self._preposition_follows(at, end, joins):
            return "object-preposition", 0.85
        if "v" in frame and outline.tokens[outline.phrases[at].last - 1].norm in _VOICED:
            return "noun-phrase", 0.7
        if "x" in frame:
            claimed = CLAIMS.intersection(outline.words(at)) and outline.kinds[at + 1 : at + 2] in {"H", "P"}
            return ("claim", 0.8) if claimed else None
        clause = "c" in frame and has_clause(outline, at) and self._is_clause(at, end)
        return ("noun-phrase", 0.75) if "n" in frame and not clause else None

    def _bare_clause(self, cue: Cue, at: int, end: int, subject: Subject | None) -> Content | None:
        """A clause without *that*, or what stood before the cue."""
        outline = self.outline
        kind = outline.kinds[at]
        if self._occasion_behind(cue, at, end, subject):
            return self.before(cue, subject)
        if self._stands_before(cue, at, subject):
            return self.before(cue, subject)
        if kind in "NUWPCJAYT" and has_clause(outline, at):
            if (kind == "N" and not self._is_clause(at, end)) or self._relative(at):
                return None
            if kind not in "PC" or self._is_fronted(at, end):
                return self.after(cue, at, "bare-clause", 0.9)
            return self.before(cue, subject)
        return self.before(cue, subject) if kind in "TPA" else None

    def _occasion_behind(self, cue: Cue, at: int, end: int, subject: Subject | None) -> bool:
        """``..., its leader said in a message sent on Sunday``: the occasion closes what was said before it."""
        outline = self.outline
        if outline.kinds[at : at + 2] != "PN" or at + 1 >= end or subject is None or subject.first > cue.first:
            return False
        if singular(outline.tokens[outline.phrases[at + 1].last - 1].norm) not in _OCCASIONS:
            return False
        before = outline.phrase_at[subject.first] - 1
        start = outline.sentences[outline.sentence_at[cue.phrase]][0]
        return before > start and outline.kinds[before] in ",k" and "V" in outline.kinds[start:before]

    def _stands_before(self, cue: Cue, at: int, subject: Subject | None) -> bool:
        """``The sides will sign, the envoy announced in Lima on Monday, days after ...``: the clause came first."""
        outline = self.outline
        if outline.kinds[at] not in "PYT" or subject is None or subject.first > cue.first:
            return False
        before = outline.phrase_at[subject.first] - 1
        start = outline.sentences[outline.sentence_at[cue.phrase]][0]
        clause = before > start and outline.kinds[before] in ",k" and outline.kinds[start] not in "UYGE"
        return clause and "V" in outline.kinds[start:before] and outline.quotation_at.get(cue.first) is None

    def _relative(self, at: int) -> bool:
        """Whether a relative word stands there, which no clause of saying begins with."""
        found = self.outline.phrases[at]
        return found.kind == "W" and self.outline.tokens[found.first].norm in {"who", "which", "whose"}

    def _is_clause(self, at: int, end: int) -> bool:
        """Whether a subject and its verb follow: a finite verb before any relative word."""
        kinds = self.outline.kinds
        if kinds[at : at + 2] == "NH":  # "signalled his determination that": the clause is the noun's
            return False
        while at < end:
            if kinds[at] == "V":
                return True
            if kinds[at] == "U" or (kinds[at] == "," and takes_floor(self.outline, at + 1, end)):
                return False
            if kinds[at] == "C" and at + 1 < end and kinds[at + 1] in "VA":
                return False
            if kinds[at] in "WH:;." and kinds[at] != "H":
                at += 1
                while at < end and kinds[at] not in "V,":  # over the relative clause's own verb
                    at += 1
            at += 1
        return False

    def _is_fronted(self, at: int, end: int) -> bool:
        """Whether a preposition begins an adjunct of the content ("said without it, talks would fail")."""
        kinds = self.outline.kinds
        while at < end and kinds[at] in "PNTACJIG-":
            at += 1
        return at < end and kinds[at] in ",V" and has_clause(self.outline, at)

    def _infinitive_follows(self, at: int, end: int) -> bool:
        """Whether after the object an infinitive comes, "not to" included."""
        outline, kinds = self.outline, self.outline.kinds
        for index in range(at + 1, min(end, at + 14)):
            if kinds[index] == "I":
                return True
            if (
                kinds[index] == "P"
                and outline.tokens[outline.phrases[index].first].norm == "to"
                and kinds[index + 1 : index + 2] == "q"
            ):
                return True
            if kinds[index] in "VHW.;:":
                return False
        return False

    def _preposition_follows(self, at: int, end: int, joins: frozenset[str]) -> bool:
        outline, kinds = self.outline, self.outline.kinds
        for index in range(at + 1, min(end, at + 14)):
            if kinds[index] in "PY" and outline.tokens[outline.phrases[index].first].norm in joins:
                return True
            if kinds[index] in "VH.;:":
                return False
        return False

    def after(self, cue: Cue, at: int, rule: str, certainty: float) -> Content | None:
        """The content that begins with the phrase ``at``."""
        outline = self.outline
        first = outline.phrases[at].first
        if outline.kinds[at] == "q":
            quotation = outline.quotation_at[first]
            after = quotation.last + 1
            ends = (
                after >= len(outline.tokens)
                or outline.kinds[outline.phrase_at[after]] in ".,;-:k)"
                or outline.sentence_at[outline.phrase_at[after]] != outline.sentence_at[cue.phrase]
                or outline.tokens[quotation.last - 1].text in ".!?"
            )
            if ends:
                return Content(quoted(outline, quotation), "direct", rule, 0.97)
        phrasal = rule in {"noun-phrase", "object-infinitive", "object-preposition", "infinitive", "gerund"}
        last = clause_end(outline, cue, at, nested=self._nests(cue, at), phrasal=phrasal)
        if last <= first:
            return None
        span, mode = mode_of(outline, first, last)
        return Content(span, mode, rule, certainty)

    def _nests(self, cue: Cue, at: int) -> bool:
        """Whether a participle later on belongs to the content: its own verb is of speech or of refusal."""
        outline = self.outline
        if cue.lemma in _DENYING:
            return False
        end = outline.sentences[outline.sentence_at[at]][1]
        for index in range(at, end):
            if outline.kinds[index] == "V":
                return outline.lemma(index) in _TAKES_PARTICIPLE
        return False

    def _after_colon(self, at: int, end: int) -> Content | None:
        outline = self.outline
        first = outline.phrases[at].first
        if outline.kinds[at] == "q":
            return Content(quoted(outline, outline.quotation_at[first]), "direct", "colon-quote", 0.98)
        last = trimmed(outline, first, outline.phrases[end - 1].last)
        return Content(outline.span(first, last), "direct", "colon", 0.85) if last > first else None

    def before(self, cue: Cue, subject: Subject | None) -> Content | None:
        """What stands before ``, the envoy said``; nothing does before a relative clause ("which reports in May")."""
        outline = self.outline
        if outline.kinds[cue.phrase - 1 : cue.phrase] == "W":
            return None
        start = outline.sentences[outline.sentence_at[cue.phrase]][0]
        left = outline.phrase_at[subject.first] if subject is not None and subject.first < cue.first else cue.phrase
        at = left - 1
        while at > start and outline.kinds[at] in ",-":
            at -= 1
        if at < start:
            return self._previous_quotation(start)
        if outline.kinds[at] == "k":
            whole = self._quotation_before(at, start)
            if whole is not None:
                return whole
        elif at == left - 1:
            return None
        return self._clause_before(cue, start, at)

    def _quotation_before(self, closing: int, start: int) -> Content | None:
        """A quotation that is the whole of what was said, unless words of the report lead into it."""
        outline = self.outline
        quotation = outline.quotation_at[outline.phrases[closing].first]
        begins = outline.phrase_at[quotation.first]
        if begins <= start or outline.kinds[begins - 1] == ":" or self._only_conjunction(start, begins):
            return Content(quoted(outline, quotation), "direct", "quote-before", 0.97)
        if outline.kinds[begins - 1] == ",":
            return Content(quoted(outline, quotation), "direct", "quote-before", 0.9)
        return None

    def _clause_before(self, cue: Cue, start: int, at: int) -> Content | None:
        """The clause from the sentence's first phrase to ``at``, or around the cue."""
        outline = self.outline
        start = max(start, outline.kinds.rfind(";", start, at) + 1)
        first = outline.phrases[start].first
        if outline.tags[first] == "c" and outline.tokens[first].norm in {"but", "and"}:
            first += 1
        last = trimmed(outline, first, outline.phrases[at].last)
        if last <= first or not has_clause(outline, start):
            return None
        around = outline.quotation_at.get(first)
        if around is not None and around.first < first and around.last >= last:
            return None
        rule = "clause-before"
        further = self._goes_on(cue.phrase)
        if further or "V" not in outline.kinds[start : at + 1]:  # "Chile, he said, had agreed": the cue stands inside
            end = outline.sentences[outline.sentence_at[cue.phrase]][1]
            last, rule = trimmed(outline, first, outline.phrases[end - 1].last), "clause-around"
        span, mode = mode_of(outline, first, last)
        return Content(span, mode, rule, 0.85)

    def _goes_on(self, cue: int) -> bool:
        """``It had never been agreed, he said, that``, ``Peru had not asked, he said, and would wait``."""
        kinds = self.outline.kinds
        if kinds[cue + 1 : cue + 3] == ",H":
            return True
        verb = cue + 3
        told = verb < len(kinds) and self.outline.tokens[self.outline.phrases[verb].first].norm in _TOLD_ON
        return kinds[cue + 1 : cue + 4] == ",CV" and told

    def _only_conjunction(self, start: int, begins: int) -> bool:
        return begins == start + 1 and self.outline.kinds[start] in "CA"

    def _previous_quotation(self, start: int) -> Content | None:
        """A quotation that ended the sentence before: ``"... now.” Lund said.``."""
        if start == 0 or self.outline.kinds[start - 1] != "k":
            return None
        quotation = self.outline.quotation_at[self.outline.phrases[start - 1].first]
        if self.outline.sentence_at[self.outline.phrase_at[quotation.first]] >= self.outline.sentence_at[start]:
            return None
        return Content(quoted(self.outline, quotation), "direct", "quote-before", 0.85)

"""A plan told in one language: sentences under their headings, the gap matrix, and the quotes they open."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, cast

from taqrib.brief.cards import Cards
from taqrib.brief.document import Document, Group, Part, Row, Sentence, Table
from taqrib.brief.plan import Scheduled
from taqrib.brief.runs import Words, fill
from taqrib.brief.teller import Teller
from taqrib.brief.tongue import tongue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.brief.material import Language, Material
    from taqrib.brief.plan import Fact, Plan, Section, SectionName, Standing
    from taqrib.brief.runs import Runs

_NOUNS: dict[SectionName, str] = {
    "said": "statement",
    "moved": "change",
    "gaps": "issue",
    "next": "round",
    "disagree": "disagreement",
}


def told(plan: Plan, material: Material, language: Language) -> Document:
    """The document of ``plan`` in ``language``.

    :param plan: made of ``material``.
    """
    return _Telling(plan, material, language).document()


class _Telling:
    def __init__(self, plan: Plan, material: Material, language: Language) -> None:
        self.plan = plan
        self.material = material
        self.tongue = tongue(language)
        self.teller = Teller(material, self.tongue)
        self.cards = Cards(material, self.tongue, self.teller)
        self.cited_in: dict[str, list[str]] = {entry: [] for entry in plan.cited}
        self._sentences = 0

    def document(self) -> Document:
        material, tongue_ = self.material, self.tongue
        parts = tuple(map(self._part, self.plan.sections))
        cards = tuple(self.cards.card(entry, tuple(self.cited_in[entry])) for entry in self.plan.cited)
        left, right = tongue_.phrases["quotation"]
        facts = [(self._heading("period"), tongue_.calendar.span(material.since, material.until))]
        if material.generated_on:
            facts.append((self._heading("generated"), tongue_.calendar.told(material.generated_on, "bare")))
        return Document(
            language=tongue_.language,
            direction=tongue_.phrase("direction"),
            quotation=(left, right),
            title=self._heading("title"),
            case=material.case.title.in_language(tongue_.language),
            facts=tuple(facts),
            guide=tongue_.phrase("notes", "guide"),
            contents=self._heading("contents"),
            quiet=self._quiet(),
            parts=parts,
            appendix_heading=self._heading("appendix"),
            appendix_count=self._counted("quote", len(cards)),
            appendix_empty=tongue_.phrase("empty", "appendix"),
            back=tongue_.phrase("cards", "back"),
            cards=cards,
        )

    def _quiet(self) -> str | None:
        """That nothing changed, where nothing did: a day without news is news, and is said."""
        if self.plan.facts("moved"):
            return None
        return self.tongue.phrase("notes", "no_change" if self.plan.facts("said") else "quiet")

    def _part(self, section: Section) -> Part:
        name = section.name
        is_table = name == "gaps"
        rows = tuple(cast("Standing", fact) for fact in section.facts) if is_table else ()
        return Part(
            name=name,
            heading=self._heading(name),
            count=self._counted(_NOUNS[name], len(section.facts)),
            note=None if section.facts else self.tongue.phrase("empty", name),
            groups=() if is_table else self._groups(section.facts),
            table=self._table(rows) if rows else None,
        )

    def _groups(self, facts: Iterable[Fact]) -> tuple[Group, ...]:
        return tuple(
            Group(heading=heading, sentences=tuple(map(self._sentence, group)))
            for heading, group in groupby(facts, key=self._group_heading)
        )

    def _group_heading(self, fact: Fact) -> Runs | None:
        if isinstance(fact, Scheduled):
            return None
        if fact.issue is None:
            return (Words(self._heading("other_issues")),)
        return self.teller.issue(fact.issue)

    def _sentence(self, fact: Fact) -> Sentence:
        return self._anchored(self.teller.sentence(fact), fact.entries)

    def _anchored(self, runs: Runs, entries: tuple[str, ...]) -> Sentence:
        self._sentences += 1
        anchor = f"p{self._sentences}"
        for entry in dict.fromkeys(entries):
            self.cited_in[entry].append(anchor)
        return Sentence(anchor=anchor, runs=runs, entries=entries)

    def _table(self, rows: tuple[Standing, ...]) -> Table:
        states = dict.fromkeys(row.gap.state for row in rows)
        return Table(
            issue_heading=self._heading("issue"),
            state_heading=self._heading("state"),
            columns=tuple(map(self.teller.voices.actor, self.plan.columns)),
            rows=tuple(map(self._row, rows)),
            legend=tuple(
                (self.tongue.phrase("states", state), self.tongue.phrase("states_explained", state))
                for state in self.tongue.phrases["states"]
                if state in states
            ),
            silent=self._silent(),
        )

    def _silent(self) -> Runs:
        voices = self.teller.voices
        if not self.plan.silent:
            return ()
        names = voices.listed([voices.actor(actor) for actor in self.plan.silent])
        return self.tongue.opened(fill(self.tongue.phrase("silent"), names=names))

    def _row(self, row: Standing) -> Row:
        return Row(
            issue=self.teller.issue(row.issue),
            state=row.gap.state,
            state_word=self.tongue.phrase("states", row.gap.state),
            cells=tuple(
                tuple(self._anchored(runs, entries) for runs, entries in self.teller.cell(row, actor))
                for actor in self.plan.columns
            ),
        )

    def _heading(self, name: str) -> str:
        until = self.tongue.calendar.told(self.material.until.isoformat(), "bare")
        return self.tongue.phrase("headings", name).format(day=until)

    def _counted(self, noun: str, number: int) -> str:
        return self.tongue.counted(number, self.tongue.phrases["nouns"][noun])

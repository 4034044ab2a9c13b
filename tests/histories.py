"""Whole histories of a record: what several analysts do to it, in any order, with any outcome but a traceback."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hypothesis import strategies as st

from ledger import a_proposal, a_report, no_findings
from taqrib.errors import Conflict, Invalid, NotFound
from taqrib.record import Record, Touch
from taqrib.record.proposals import Proposal

ANALYSTS = ("nour", "sami", "سلمى")
TEXTS = (
    "Orla wants to fish in open water, and Venn's envoy waits.",
    "Orla wants to fish in open water, and Venn's envoy waits. She will wait no longer.",
    "قالت مسؤولة في أورلا إنّ الدوريّات المشتركة لن تُقبَل غدًا.",
    "Nothing was said of patrols.",
)
SOURCES = ("Example Gazette", "جريدة المثال", None)
DAYS = (None, date(2031, 5, 2), date(2031, 5, 9), date(2031, 6, 1))
DATES = (None, "2031-05-01", "2031-05-02", "2031-05", "2031-05-02/2031-05-08", "2031-05-02TEV", "2031")
TOUCHES = (
    (),
    (Touch("fishing"),),
    (Touch("fishing", "open-water"),),
    (Touch("patrols", "joint"), Touch("fishing", "north-bank")),
    (Touch("closeness", "near"),),
)
KINDS = (("stance", "demand"), ("stance", "reject"), ("stance", "accept"), ("statement", "direct"), ("event", "meet"))


@dataclass(frozen=True)
class Step:
    """One thing that somebody does.

    :ivar told: what, for whoever reads of a failure.
    """

    told: str
    take: Callable[[Record], object] = field(repr=False)


@dataclass
class History:
    """A record and what was done to it.

    :ivar numbers: of the ledger's last row after each step that changed something.
    """

    record: Record
    numbers: list[int] = field(default_factory=list)

    def take(self, steps: list[Step]) -> None:
        """Take the steps; one that is refused in one sentence changes nothing."""
        for step in steps:
            before = self._last()
            try:
                step.take(self.record)
            except (Conflict, Invalid, NotFound):
                assert self._last() == before
            if self._last() != before:
                self.numbers.append(self._last())

    def _last(self) -> int:
        with self.record.view() as view:
            return view.last_row()


def _one_of(found: list[str], number: int) -> str:
    return found[number % len(found)] if found else "e1"


@st.composite
def proposals(draw: st.DrawFn, published: date | None) -> Proposal:
    """A proposal with its own kind, actor, touches and date."""
    start = draw(st.integers(0, 8))
    kind, named = draw(st.sampled_from(KINDS))
    on, basis = draw(st.sampled_from(DATES)), "text"
    if on is None:
        on, basis = (published.isoformat(), "published") if published else (None, "unknown")
    quote = draw(st.sampled_from(TEXTS))[start : start + 20]
    return a_proposal(
        start,
        start + len(quote),
        quote=quote,
        on=on,
        on_basis=basis,
        kind=kind,
        type=named,
        actor=draw(st.sampled_from(["orla", "venn", None])),
        voice=draw(st.sampled_from(["Nada Mersal", None])),
        touches=draw(st.sampled_from(TOUCHES)),
        qualifiers=draw(st.sampled_from([(), ("permanent",)])),
    )


@st.composite
def additions(draw: st.DrawFn) -> Step:
    """Adds a report, or corrects one that is there."""
    text, source = draw(st.sampled_from(TEXTS)), draw(st.sampled_from(SOURCES[:2]))
    published, title = draw(st.sampled_from(DAYS)), draw(st.sampled_from([None, "Nets", "شباك"]))
    proposed = draw(st.lists(proposals(published), max_size=4))
    basis = "given" if published else "unknown"
    by = draw(st.sampled_from(ANALYSTS))

    def take(record: Record) -> None:
        report = a_report(text, source=source, title=title, published=published, published_basis=basis)
        record.add(report, no_findings(published=published, published_basis=basis), proposed, by=by)

    dated = [(proposal.on, proposal.on_basis) for proposal in proposed]
    return Step(f"{by} adds {text[:12]!r} of {source} on {published} as {title}: {dated}", take)


CHANGES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "actor": st.sampled_from(["orla", "venn", None]),
        "touches": st.sampled_from(TOUCHES),
        "on": st.sampled_from(DATES),
        "qualifiers": st.sampled_from([(), ("conditional", "written")]),
        "claim_grade": st.sampled_from(["1", "6", None]),
    },
)


@st.composite
def decisions(draw: st.DrawFn) -> Step:
    """Accepts, amends or rejects one entry."""
    which, by = draw(st.integers(0, 20)), draw(st.sampled_from(ANALYSTS))
    changes = draw(CHANGES)
    decision = "amend" if changes else draw(st.sampled_from(["accept", "reject"]))
    why = draw(st.sampled_from(["", "as she told us"]))

    def take(record: Record) -> None:
        entry = _one_of([entry.id for entry in record.entries()], which)
        record.decide(entry, decision, by=by, changes=changes, why=why)

    return Step(f"{by}: {decision} {which} {changes}", take)


@st.composite
def the_rest(draw: st.DrawFn) -> Step:
    """Accepts all that waits, retracts, undoes or removes."""
    act = draw(st.sampled_from(["accept all", "retract entry", "retract report", "undo", "undo", "undo", "remove"]))
    which, by = draw(st.integers(0, 20)), draw(st.sampled_from(ANALYSTS))

    def take(record: Record) -> None:
        if act == "accept all":
            record.accept_proposed(by=by)
        elif act == "undo":
            record.undo(by=by)
        elif act == "retract entry":
            record.retract(_one_of([entry.id for entry in record.entries()], which), by=by, why="misheard")
        else:
            report = _one_of([report.id for report in record.reports()] or ["r1"], which)
            if act == "remove":
                record.remove(report, by=by, why="asked to")
            else:
                record.retract(report, by=by, why="taken back by its outlet")

    return Step(f"{by}: {act} {which}", take)


def histories(longest: int = 14) -> st.SearchStrategy[list[Step]]:
    """Steps that begin with a report."""
    step = st.one_of(additions(), decisions(), decisions(), the_rest())
    return st.tuples(additions(), st.lists(step, max_size=longest)).map(lambda both: [both[0], *both[1]])

"""The appendix: each entry's quote as captured, where it stands, and all that says how far to trust it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.brief.document import Card
from taqrib.brief.lines import named
from taqrib.brief.runs import Name, Quote, Runs, Words, fill, joined, plain
from taqrib.brief.speech import context
from taqrib.positions import grades

if TYPE_CHECKING:
    from taqrib.brief.material import Material
    from taqrib.brief.teller import Teller
    from taqrib.brief.tongue import Tongue
    from taqrib.record.entry import Entry, KeptReport

Line = tuple[str, Runs]

_SUBJECTS = {"statement": "said_by", "stance": "holder", "figure": "claimant", "event": "subject"}
_LINES = (
    *_SUBJECTS.values(),
    *("voice", "day", "report", "published", "words", "reliability", "credibility", "place", "review", "hidden_label"),
)


class Cards:
    """Makes the cards of one brief."""

    def __init__(self, material: Material, tongue: Tongue, teller: Teller) -> None:
        self._material = material
        self._tongue = tongue
        self._voices = teller.voices
        self._names = {name: self._phrase(name) for name in _LINES}
        self._people: dict[tuple[str | None, str | None, str], Runs] = {}

    def card(self, entry_id: str, cited_in: tuple[str, ...]) -> Card:
        """The card of an entry.

        :param cited_in: the anchors of the sentences that rest on it.
        """
        entry = self._material.entries[entry_id]
        report = self._material.reports[entry.report]
        before, after = context(report.text, *entry.span)
        shown = (
            before,
            entry.quote,
            after,
            report.title or "",
            report.source or "",
            entry.name or "",
            entry.voice or "",
        )
        lines = {
            _SUBJECTS[entry.kind]: self._who(entry),
            "voice": self._voice(entry),
            "day": self._day(entry),
            "report": self._report(report),
            "published": self._published(report),
            "words": self._whose_words(report),
            "reliability": self._graded("reliable", grades(entry, report)[0]),
            "credibility": self._credibility(entry, report),
            "place": self._place(entry),
            "review": (Words(self._phrase("amended")),) if entry.amended else (),
            "hidden_label": self._made_visible(shown),
        }
        return Card(
            entry=entry_id,
            title=fill(self._phrase("entry"), id=(Name(entry_id, "en"),)),
            kind=self._phrase("kinds", entry.kind),
            before=before,
            quote=entry.quote,
            after=after,
            language=report.language,
            lines=tuple((self._names[name], runs) for name, runs in lines.items() if runs),
            cited_in=cited_in,
        )

    def _who(self, entry: Entry) -> Runs:
        return self._person(entry.name, entry.actor, entry) or (Words(self._phrase("unnamed")),)

    def _voice(self, entry: Entry) -> Runs:
        return self._person(entry.voice, entry.voice_actor, entry) or (Words(self._phrase("narrator")),)

    def _person(self, name: str | None, actor_id: str | None, entry: Entry) -> Runs:
        """Somebody, as the case and as the report names them, and on whose behalf the case lets them speak."""
        asked = name, actor_id, self._material.reports[entry.report].language
        if asked not in self._people:
            self._people[asked] = self._presented(*asked)
        return self._people[asked]

    def _presented(self, name: str | None, actor_id: str | None, language: str) -> Runs:
        actor = self._material.case.actor(actor_id) if actor_id else None
        if actor is None:
            return self._voices.named(name, None, language)
        who = self._voices.actor(actor.id)
        principal = self._material.case.counts_as(actor)
        if principal is not actor:
            who = fill(self._phrase("speaks_for"), who=who, principal=self._voices.actor(principal.id))
        if not name or plain(self._voices.actor(actor.id)) == name:
            return who
        return fill(self._phrase("as_named"), actor=who, name=(Quote(name, language),))

    def _day(self, entry: Entry) -> Runs:
        basis = self._phrase("day_basis", entry.on_basis)
        if entry.on is None:
            return (Words(basis),)
        return self._with_basis(entry.on, basis)

    def _report(self, report: KeptReport) -> Runs:
        title = (Quote(report.title or report.stem, report.language),)
        source: Runs = (Name(report.source, report.language),) if report.source else ()
        return joined([source, title], self._tongue.phrase("clause"))

    def _whose_words(self, report: KeptReport) -> Runs:
        """Of a reprint, the report it carries the words of."""
        original = self._material.reports.get(report.copy_of or "")
        if original is None:
            return ()
        id_: Runs = (Name(original.id, "en"),)
        return fill(self._phrase("reprint"), report=id_, outlet=self._voices.outlet(original))

    def _credibility(self, entry: Entry, report: KeptReport) -> Runs:
        """How credible the claim is, and whether an analyst graded this claim or only the report as a whole."""
        graded = self._graded("credible", grades(entry, report)[1])
        if not report.grade and not entry.claim_grade:
            return graded
        return (*graded, Words(self._phrase("graded_as", "claim" if entry.claim_grade else "report")))

    def _graded(self, scale: str, grade: str | None) -> Runs:
        """A grade of the Admiralty scale with what it means; one that is not on the scale as it stands."""
        if not grade:
            return (Words(self._phrase("ungraded")),)
        meaning = self._tongue.phrases["cards"][scale].get(grade)
        return (Words(f"{grade} ({meaning})" if meaning else grade),)

    def _published(self, report: KeptReport) -> Runs:
        basis = self._phrase("published_basis", report.published_basis)
        return self._with_basis(report.published, basis) if report.published else (Words(basis),)

    def _with_basis(self, value: str, basis: str) -> Runs:
        return (Words(f"{self._tongue.calendar.told(value, 'bare')} ({basis})"),)

    def _place(self, entry: Entry) -> Runs:
        start, end = entry.span
        return fill(self._phrase("offsets"), start=str(start), end=str(end), report=(Name(entry.report, "en"),))

    def _made_visible(self, shown: tuple[str, ...]) -> Runs:
        names = named("".join(shown))
        if not names:
            return ()
        return (Words(self._phrase("hidden").format(names=self._tongue.phrase("clause").join(names))),)

    def _phrase(self, *path: str) -> str:
        return self._tongue.phrase("cards", *path)

"""The appendix: each entry's quote as captured, where it stands, and all that says how far to trust it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.brief.document import Card
from taqrib.brief.lines import named
from taqrib.brief.marks import tidied
from taqrib.brief.runs import Name, Quote, Runs, Words, fill, joined, plain
from taqrib.brief.speech import context
from taqrib.positions import grades

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

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
        self._shared: dict[Hashable, Runs] = {}

    def card(self, entry_id: str, cited_in: tuple[str, ...]) -> Card:
        """The card of an entry.

        :param cited_in: the anchors of the sentences that rest on it.
        """
        entry = self._material.entries[entry_id]
        report = self._material.reports[entry.report]
        before, after = context(report.text, *entry.span)
        reliability, credibility = grades(entry, report)
        graded_as = "claim" if entry.claim_grade else "report" if report.grade else None
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
            _SUBJECTS[entry.kind]: self._once(self._person, entry.name, entry.actor, report.language, "unnamed"),
            "voice": self._once(self._person, entry.voice, entry.voice_actor, report.language, "narrator"),
            "day": self._once(self._dated, entry.on, entry.on_basis, "day_basis"),
            "report": self._once(self._report, report.title or report.stem, report.source, report.language),
            "published": self._once(self._dated, report.published, report.published_basis, "published_basis"),
            "words": self._whose_words(report),
            "reliability": self._once(self._graded, "reliable", reliability),
            "credibility": self._once(self._credibility, credibility, graded_as),
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
            lines=tuple([(self._names[name], tidied(runs, self._tongue)) for name, runs in lines.items() if runs]),
            cited_in=cited_in,
        )

    def _once(self, tell: Callable[..., Runs], *asked: str | None) -> Runs:
        """What ``tell`` makes of ``asked``, made once: many cards share who, when, and how far to trust it."""
        made = self._shared.get((tell, asked))
        if made is None:
            made = self._shared[tell, asked] = tell(*asked)
        return made

    def _person(self, name: str | None, actor_id: str | None, language: str, nobody: str) -> Runs:
        """Somebody, as the case and as the report names them, and on whose behalf the case lets them speak."""
        return self._presented(name, actor_id, language) or (Words(self._phrase(nobody)),)

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

    def _dated(self, day: str | None, basis: str, bases: str) -> Runs:
        """A date with what it rests on; without a date, why there is none."""
        rests_on = self._phrase(bases, basis)
        return (Words(f"{self._tongue.calendar.told(day, 'bare')} ({rests_on})" if day else rests_on),)

    def _report(self, title: str, source: str | None, language: str) -> Runs:
        outlet: Runs = self._voices.source(source, language) if source else ()
        return joined([outlet, (Quote(title, language),)], self._tongue.phrase("clause"))

    def _whose_words(self, report: KeptReport) -> Runs:
        """Of a reprint, the report it carries the words of."""
        original = self._material.reports.get(report.copy_of or "")
        if original is None:
            return ()
        id_: Runs = (Name(original.id, "en"),)
        return fill(self._phrase("reprint"), report=id_, outlet=self._voices.outlet(original))

    def _credibility(self, grade: str | None, graded_as: str | None) -> Runs:
        """How credible the claim is, and whether an analyst graded this claim or only the report as a whole."""
        graded = self._graded("credible", grade)
        return (*graded, Words(self._phrase("graded_as", graded_as))) if graded_as else graded

    def _graded(self, scale: str, grade: str | None) -> Runs:
        """A grade of the Admiralty scale with what it means; one that is not on the scale as it stands."""
        if not grade:
            return (Words(self._phrase("ungraded")),)
        meaning = self._tongue.phrases["cards"][scale].get(grade)
        return (Words(f"{grade} ({meaning})" if meaning else grade),)

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

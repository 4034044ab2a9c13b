"""Who is named, how, and on whose account a thing is told: the report's own voice or somebody it quotes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from taqrib.brief import arabic
from taqrib.brief.runs import Label, Name, Quote, Runs, fill, joined
from taqrib.brief.speech import gender_in, speaker_in
from taqrib.brief.states import state_or_capital
from taqrib.case import index_of
from taqrib.normal import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.brief.arabic import Gender
    from taqrib.brief.material import Material
    from taqrib.brief.tongue import Tongue
    from taqrib.case import Actor
    from taqrib.record.entry import Entry, KeptReport
    from taqrib.rounds.model import Round


@dataclass(slots=True)
class _Account:
    """On whose word something stands.

    :ivar words: the account as told where it is the only one of its voice.
    :ivar who: the voice; empty if it is the outlet's own.
    :ivar outlet: where it was told, and of a reprint whose words it carries.
    :ivar entries: what stands on it.
    :ivar reprints: the outlets that reprinted it.
    """

    words: Runs
    who: Runs
    outlet: Runs
    entries: list[Entry] = field(default_factory=list)
    reprints: list[Runs] = field(default_factory=list)


class Voices:
    """The names and voices of one brief.

    :param material: what the brief is made of; every entry asked about must be in it, and its report too.
    :param tongue: the language told in.
    """

    def __init__(self, material: Material, tongue: Tongue) -> None:
        self._material = material
        self._case = material.case
        self._tongue = tongue
        self._index = index_of(material.case)

    def report(self, entry: Entry) -> KeptReport:
        """The report of an entry."""
        return self._material.reports[entry.report]

    def actor(self, actor_id: str) -> Runs:
        """An actor of the case by its own name; the id itself where the case has no such actor."""
        actor = self._case.actor(actor_id)
        return (Label(actor.name.in_language(self._tongue.language) if actor else actor_id),)

    def named(self, name: str | None, actor_id: str | None, language: str) -> Runs:
        """Somebody a report names; empty if it names nobody.

        Somebody unknown to the case is told in the report's words, which are quoted, unless it is a state in a report
        of the other language. So is a description that only points to an actor ("a port official"), with him beside it.

        :param language: of the report.
        """
        actor = self._case.actor(actor_id) if actor_id else None
        if actor is None:
            return self._unknown(name, language) if name else ()
        if name is None or _is_name_of(actor, name):
            return self.actor(actor.id)
        return fill(
            self._tongue.phrase("said", "also_named"), name=(Quote(name, language),), actor=self.actor(actor.id)
        )

    def participants(self, round_: Round) -> list[Runs]:
        """Who takes part in a round, each once: by the case's name, else in the words of the report that names them.

        A person whom the reports name in several ways is one; "a port official" is not the port.
        """
        told: dict[str, Runs] = {}
        for name in round_.actors:
            language = self._language_of(round_, name)
            actor = self._case.actor(name) or self._index.actor_of(name)
            if actor is None:
                told.setdefault(_folded(state_or_capital(name, "en") or name), self._unknown(name, language))
            elif actor.id == name or actor.kind == "person" or _is_name_of(actor, name):
                told.setdefault(actor.id, self.actor(actor.id))
            else:
                told.setdefault(_folded(name), self.named(name, actor.id, language))
        return list(told.values())

    def place(self, round_: Round) -> Runs:
        """Where a round is, in the words and the language of the report that says so; empty if none says."""
        return self._unknown(round_.place, self._language_of(round_, round_.place)) if round_.place else ()

    def _unknown(self, name: str, language: str) -> Runs:
        """A name the case does not know: in the report's words, but for states and capitals in another language."""
        known = None if language == self._tongue.language else state_or_capital(name, self._tongue.language)
        return (Name(known, self._tongue.language),) if known else (Quote(name, language),)

    def _language_of(self, round_: Round, words: str) -> str:
        """The language of the latest report of a round that names a place or an actor in these words."""
        entries = [self._material.entries[entry_id] for entry_id in reversed(round_.entries)]
        naming = (entry for entry in entries if words in {entry.finding.get("place"), *entry.finding.get("actors", ())})
        return self.report(next(naming, entries[0])).language

    def listed(self, names: list[Runs]) -> Runs:
        """Names one after the other: "A, B and C", «أ وب وج»."""
        if len(names) < 2:
            return joined(names, "")
        first = joined(names[:-1], self._tongue.phrase("list_between"))
        return joined([first, names[-1]], self._tongue.phrase("list_end"))

    def outlet(self, report: KeptReport) -> Runs:
        """Who published a report: the case's name for the outlet, else the report's own, else its title."""
        if report.source:
            return self.source(report.source, report.language)
        title = (Quote(report.title or report.stem, report.language),)
        return fill(self._tongue.phrase("said", "report_without_source"), title=title)

    def source(self, name: str, language: str) -> Runs:
        """An outlet by the case's name for it, else by the name its report has."""
        return self._by_name(name) or (Name(name, language),)

    def spoken_through(self, words: str, language: str) -> Runs:
        """The channel or the addressee of a statement: by the case's name, else in the report's words."""
        return self._by_name(words) or self._unknown(words, language)

    def _by_name(self, name: str) -> Runs:
        actor = self._index.actor_of(name)
        return self.actor(actor.id) if actor and _is_name_of(actor, name) else ()

    def speaker(self, entry: Entry) -> Runs:
        """Who says the words of a statement, as named."""
        report = self.report(entry)
        return self.named(speaker_in(entry, report), entry.actor, report.language)

    def quoted_by(self, entry: Entry) -> Runs:
        """Inside the report, who quotes the speaker of a statement; empty if the report itself does."""
        if not entry.voice or (entry.voice_actor, entry.voice) == (entry.actor, entry.name):
            return ()
        voice = self.named(entry.voice, entry.voice_actor, self.report(entry).language)
        return fill(self._tongue.phrase("said", "quoted_by"), who=voice)

    def account(self, entry: Entry, *, assessed: bool = False) -> Runs:
        """On whose word the entry stands: "according to X in the Gazette", or the Gazette "in its own voice".

        :param assessed: whether it is a judgement, which is its speaker's only.
        """
        report = self.report(entry)
        who = self._teller(entry)
        way = ("assessed_by_" if assessed else "") + ("voice" if who else "narrator")
        told = fill(self._tongue.phrase("accounts_of", way), who=who, outlet=self.outlet(report))
        return (*told, *self.reprint_of(report))

    def accounts(self, entries: Iterable[Entry]) -> Runs:
        """The accounts of several entries, each once, in the order of the entries; one for all outlets of a voice.

        Words that name nobody the case knows may be somebody else's in another report: each keeps its own account.
        """
        voices: dict[tuple[Runs, str], list[_Account]] = {}
        for account in self._accounts(entries, assessed=False):
            unknown = any(isinstance(run, Quote) for run in account.who)
            voices.setdefault((account.who, account.entries[0].id if unknown else ""), []).append(account)
        told = [self._of_several(of_voice) if of_voice[1:] else self._told(*of_voice) for of_voice in voices.values()]
        return joined(told, self._tongue.phrase("accounts"))

    def told_by(self, entries: Iterable[Entry], *, assessed: bool = False) -> list[tuple[Runs, tuple[Entry, ...]]]:
        """The accounts of several entries, each with the entries it is an account of.

        A reprint gives no account beside that of its original: the original's says who reprinted it.
        """
        return [(self._told(one), tuple(one.entries)) for one in self._accounts(entries, assessed=assessed)]

    def reprinted_by(self, outlets: Iterable[Runs]) -> Runs:
        """In brackets, which outlets reprinted what was told; empty if none did."""
        others = list(dict.fromkeys(outlets))
        if not others:
            return ()
        return fill(self._tongue.phrase("accounts_of", "reprinted"), others=self.listed(others))

    def reprint_of(self, report: KeptReport) -> Runs:
        """In brackets, whose words a reprint carries; empty for other reports, or if the original is not at hand."""
        original = self._material.reports.get(report.copy_of or "")
        if original is None:
            return ()
        return fill(self._tongue.phrase("accounts_of", "reprint"), original=self.outlet(original))

    def is_own_account(self, entry: Entry, actor_id: str) -> bool:
        """Whether the entry is told by the actor, or by somebody the case counts as its voice.

        By name or by an office that speaks for it: what "an official" of it says is not the actor's word.
        """
        statement = entry.kind == "statement"
        told = (entry.actor, speaker_in(entry, self.report(entry)))
        teller, name = told if statement else (entry.voice_actor, entry.voice)
        actor = self._case.actor(teller) if teller else None
        if actor is None or self._case.counts_as(actor).id != actor_id:
            return False
        return name is None or _is_name_of(actor, name) or not self._index.is_unnamed(name)

    def gender(self, actor_id: str) -> Gender:
        """The gender a verb before the actor takes, by its names, else by verbs and titles of the Arabic reports."""
        actor = self._case.actor(actor_id)
        if actor is None:
            return "unknown"
        by_name = arabic.gender(actor)
        return self._genders_told.get(actor_id, "unknown") if by_name == "unknown" else by_name

    def gender_of_speaker(self, entry: Entry) -> Gender:
        """The gender a verb before the speaker of a statement takes."""
        own = self.gender(entry.actor or "") if self._goes_by_own_name(entry) else "unknown"
        if own != "unknown":  # the report's verb may be its minister's: قال وزير خارجية سالمور
            return own
        titled = entry.name is not None and arabic.has_womans_title(entry.name)
        return "f" if titled else gender_in(entry, self.report(entry))

    def _accounts(self, entries: Iterable[Entry], *, assessed: bool) -> list[_Account]:
        told = list(entries)
        first_of = {entry.report: entry for entry in reversed(told)}
        found: dict[Runs, _Account] = {}
        for entry in told:
            original = first_of.get(self.report(entry).copy_of or "")
            source = original or entry
            words = self.account(source, assessed=assessed)
            report = self.report(source)
            outlet = (*self.outlet(report), *self.reprint_of(report))
            account = found.setdefault(words, _Account(words, self._teller(source), outlet))
            account.entries.append(entry)
            if original:
                account.reprints.append(self.outlet(self.report(entry)))
        return list(found.values())

    def _told(self, account: _Account) -> Runs:
        return (*account.words, *self.reprinted_by(account.reprints))

    def _of_several(self, accounts: list[_Account]) -> Runs:
        """What one voice told in several outlets, or several outlets each in its own voice."""
        who = accounts[0].who
        outlets = self.listed([(*account.outlet, *self.reprinted_by(account.reprints)) for account in accounts])
        of_two, of_more = self._tongue.phrases["accounts_of"]["voices" if who else "narrators"]
        return fill(of_two if len(accounts) == 2 else of_more, who=who, outlets=outlets)

    def _teller(self, entry: Entry) -> Runs:
        language = self.report(entry).language
        if entry.kind == "statement":
            return joined([self.speaker(entry), self.quoted_by(entry)], " ")
        voice = self.named(entry.voice, entry.voice_actor, language)
        return voice or (self.named(entry.name, entry.actor, language) if entry.kind == "figure" else ())

    def _goes_by_own_name(self, entry: Entry) -> bool:
        actor = self._case.actor(entry.actor) if entry.actor else None
        return actor is not None and (entry.name is None or _is_name_of(actor, entry.name))

    def _is_person(self, actor_id: str) -> bool:
        actor = self._case.actor(actor_id)
        return actor is not None and actor.kind == "person"

    @cached_property
    def _genders_told(self) -> dict[str, Gender]:
        """Actor id -> the gender all Arabic reports agree on; who is told of in both is left out."""
        told: dict[str, set[Gender]] = defaultdict(set)
        for entry in self._material.entries.values():
            report = self._material.reports.get(entry.report)
            if report is None or entry.actor is None:
                continue
            if entry.kind == "statement" and self._goes_by_own_name(entry):
                told[entry.actor].add(gender_in(entry, report))
            if entry.name and self._is_person(entry.actor) and arabic.has_womans_title(entry.name):
                told[entry.actor].add("f")
        found = {actor: genders - {"unknown"} for actor, genders in told.items()}
        return {actor: genders.pop() for actor, genders in found.items() if len(genders) == 1}


def _is_name_of(actor: Actor, name: str) -> bool:
    names = {_folded(known) for known in (actor.name.ar, actor.name.en, *actor.aliases.both)}
    return _folded(name) in names


@lru_cache(maxsize=1 << 12)
def _folded(name: str) -> str:
    return normalised(name).casefold().removeprefix("the ").removeprefix("ال").strip()

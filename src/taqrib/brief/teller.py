"""One fact becomes one sentence, in either language, out of phrases, labels, dates and quotes: no free text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.brief.marks import ends, tidied
from taqrib.brief.plan import Changed, Disputed, Moved, Said, Scheduled
from taqrib.brief.runs import Label, Quote, Reference, Run, Runs, Words, fill, joined
from taqrib.brief.speech import is_said, opens_with_that, shortened, with_cue
from taqrib.brief.utterances import told_words
from taqrib.brief.voices import Voices
from taqrib.case import qualifiers
from taqrib.edtf import last_day
from taqrib.reading.findings import CALLED_OFF

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.brief.arabic import Gender
    from taqrib.brief.dates import Manner
    from taqrib.brief.material import Material
    from taqrib.brief.plan import Fact, Standing
    from taqrib.brief.tongue import Tongue
    from taqrib.positions.model import Contradiction, Move, Position
    from taqrib.record.entry import Entry


class Teller:
    """Tells the facts of one material in one language.

    :param material: the material the plan was made of.
    """

    def __init__(self, material: Material, tongue: Tongue) -> None:
        self._material = material
        self._tongue = tongue
        self._calendar = tongue.calendar
        self._until = tongue.calendar.told(material.until.isoformat(), "bare")
        self.voices = Voices(material, tongue)

    def sentence(self, fact: Fact) -> Runs:
        """The sentence that tells ``fact``, with its references.

        :raises TypeError: for a row of the gap matrix, which is a table's row and no sentence; see :meth:`cell`.
        """
        runs = tidied(self._told(fact), self._tongue)
        if isinstance(fact, Disputed):
            return self._tongue.opened(self._stopped(runs))
        return self._closed(runs, fact.entries)

    def cell(self, row: Standing, actor: str) -> list[tuple[Runs, tuple[str, ...]]]:
        """What ``actor`` holds on the row's issue: each position with the entries it rests on; never empty."""
        positions = row.gap.cells.get(actor, ())
        if not positions:
            return [((Words(self._tongue.phrase("nothing")),), ())]
        return [
            (joined([self._position(position), _references(position.entries)], " "), position.entries)
            for position in positions
        ]

    def issue(self, issue_id: str) -> Runs:
        """The question of an issue; its id where the case has no such issue."""
        issue = self._material.case.issue(issue_id)
        return (Label(issue.question.in_language(self._tongue.language) if issue else issue_id),)

    def _told(self, fact: Fact) -> Runs:
        match fact:
            case Said():
                return self._said(self._entries(fact.parts), self._entries(fact.reprints))
            case Moved():
                return self._moved(fact.move)
            case Changed():
                return self._changed(fact)
            case Scheduled():
                return self._scheduled(fact)
            case Disputed():
                return self._disputed(fact)
            case _:
                raise TypeError(f"expected a fact that is told in one sentence, found {type(fact).__name__}")

    def _said(self, parts: list[Entry], reprints: list[Entry]) -> Runs:
        entry = parts[0]
        report = self.voices.report(entry)
        if entry.kind != "statement":
            ((account, _), *_) = self.voices.told_by((entry, *reprints))
            head = joined([_words(self._dated(entry.on, entry)), account], self._clause)
            return (*head, Words(": "), Quote(shortened(entry.quote), report.language), *self._touches(parts))
        said = is_said(entry, report)
        quote = told_words(parts) if said else with_cue(entry, report)
        day, spoken = self._day_said(entry), said and bool(self.voices.speaker(entry))
        head = joined(
            [
                day if spoken else (),
                joined([self._speaks(entry, said=said), self._channel(entry)], " "),
                () if spoken else day,  # not before "is told": it is the day of the words
                self._addressee(entry),
                self._outlet(entry, reprints),
                self.voices.quoted_by(entry),
                _words(self._phrase("said", "wording", entry.type if said or entry.type != "direct" else "mixed")),
            ],
            self._clause,
        )
        return (*head, Words(": "), Quote(shortened(quote), report.language), *self._touches(parts))

    def _day_said(self, entry: Entry) -> Runs:
        """The day of the statement; nothing where only the report's day is known, which goes with the outlet."""
        return () if entry.on_basis == "published" else _words(self._dated(entry.on, entry))

    def _dated(self, value: str | None, entry: Entry, manner: Manner = "at") -> str:
        """A date taken from an entry, with what it rests on where that is not the report's text."""
        told = self._calendar.told(value, manner)
        return told + self._phrase("dates", "basis", entry.on_basis) if value else told

    def _speaks(self, entry: Entry, *, said: bool) -> Runs:
        who = self.voices.speaker(entry)
        if not who:
            return _words(self._phrase("said", "nobody"))
        if not said:
            return fill(self._phrase("said", "told_of"), who=who)
        way = "states" if opens_with_that(entry, self.voices.report(entry)) else "speaks"
        return fill(self._phrase("said", way, gender=self.voices.gender_of_speaker(entry)), who=who)

    def _channel(self, entry: Entry) -> Runs:
        return self._from_report("channel", entry)

    def _addressee(self, entry: Entry) -> Runs:
        return self._from_report("addressee", entry)

    def _from_report(self, what: str, entry: Entry) -> Runs:
        words = entry.finding.get(what)
        if not words:
            return ()
        named = self.voices.spoken_through(words, self.voices.report(entry).language)
        return fill(self._phrase("said", what), **{what: named})

    def _outlet(self, entry: Entry, reprints: Iterable[Entry]) -> Runs:
        report = self.voices.report(entry)
        others = [self.voices.outlet(self.voices.report(other)) for other in reprints]
        whose = (*self.voices.reprint_of(report), *self.voices.reprinted_by(others))
        if entry.on_basis != "published":
            return (*fill(self._phrase("said", "outlet"), outlet=self.voices.outlet(report)), *whose)
        at = self._calendar.told(report.published or entry.on)
        return (*fill(self._phrase("said", "outlet_dated"), outlet=self.voices.outlet(report), at=at), *whose)

    def _touches(self, parts: Iterable[Entry]) -> Runs:
        touches = dict.fromkeys(touch for part in parts for touch in part.touches)
        options = [self._option(touch.issue, touch.option) for touch in touches if touch.option]
        if not options:
            return ()
        return fill(self._phrase("said", "touches"), options=joined(options, self._phrase("said", "between_options")))

    def _moved(self, move: Move) -> Runs:
        after = self._entries(move.after.entries)
        head = joined([self._what_moved(move), self.voices.accounts(after)], self._clause)
        words = Quote(shortened(after[0].quote), self.voices.report(after[0]).language)
        return (*head, Words(": "), words, *self._earlier(move))

    def _what_moved(self, move: Move) -> Runs:
        gender = self.voices.gender(move.actor)
        first = self._entry(move.after.entries[0])
        slots: dict[str, Runs | str] = {"at": self._dated(move.on, first), "who": self.voices.actor(move.actor)}
        if move.after.holding == "dropped" and move.after.option:
            option = self._option(move.issue, move.after.option)
            return fill(self._phrase("moved", "dropped", gender=gender), option=option, **slots)
        after = self._stance(move.after)
        if move.before is None:
            return fill(self._phrase("moved", "first"), after=after, **slots)
        return fill(
            self._phrase("moved", "changed", gender=gender), before=self._before(move.before), after=after, **slots
        )

    def _earlier(self, move: Move) -> Runs:
        """What was held before, where the sentence has not said it yet."""
        if move.after.holding != "dropped" or move.after.option is None:
            return ()
        if move.before is None:
            return _words(self._phrase("moved", "no_earlier"))
        if move.before.until in {None, move.on}:
            return fill(self._phrase("moved", "earlier"), before=self._before(move.before))
        return fill(self._phrase("moved", "replaced"), before=self._last_told(move.before))

    def _before(self, position: Position) -> Runs:
        return fill(
            self._phrase("moved", "before"),
            stance=self._stance(position),
            since=self._since(position),
            accounts=self.voices.accounts(self._entries(position.entries)),
        )

    def _last_told(self, position: Position) -> Runs:
        """A position that ended: when it was last told, for nothing cited here says until when it stood."""
        last = self._entry(position.entries[-1])
        return fill(
            self._phrase("moved", "before"),
            stance=self._stance(position),
            since=self._dated(last.on, last),
            accounts=self.voices.accounts([last]),
        )

    def _changed(self, fact: Changed) -> Runs:
        return fill(
            self._phrase("moved", "state" if fact.entries else "nothing_left"),
            before=self._phrase("states_told", fact.before),
            after=self._phrase("states_told", fact.after),
            day=self._until,
        )

    def _scheduled(self, fact: Scheduled) -> Runs:
        """A round with what became of it on the word of those who say so, and what others say of it."""
        round_ = fact.round
        noun, gender = self._tongue.phrases["rounds"]["nouns"][round_.type]
        place: Runs = ()
        if round_.place:
            pattern = "travel_place" if round_.type == "travel" else "place"
            place = fill(self._phrase("rounds", pattern), place=self.voices.place(round_))
        participants = self.voices.participants(round_)
        named: Runs = ()
        if participants:
            named = fill(self._phrase("rounds", "named"), names=self.voices.listed(participants))
        told = fill(
            self._phrase("rounds", self._status_told(fact), gender=gender),
            noun=(Words(noun), *place),
            at=self._calendar.told(round_.when),
            due=self._calendar.told(round_.when, "due"),
            named=named,
        )
        others = {id_ for _, ids in round_.otherwise for id_ in ids}
        own = self._entries(id_ for id_ in fact.entries if id_ not in others)
        passed: Runs = ()
        if fact.unreported:
            passed = (Words(self._phrase("rounds", "passed").format(day=self._until)),)
        head = joined([told, self.voices.accounts(own) if own else (), passed], self._clause)
        between = self._phrase("disagree", "between")
        otherwise = joined(
            [
                joined(
                    [
                        (Words(self._phrase("rounds", "otherwise", status, gender=gender)),),
                        self.voices.accounts(self._entries(ids)),
                    ],
                    self._clause,
                )
                for status, ids in round_.otherwise
            ],
            between,
        )
        return joined([head, otherwise], between if own else self._phrase("rounds", "differing"))

    def _status_told(self, fact: Scheduled) -> str:
        """Which phrase tells the status: what is denied of a day gone by, and not before it, did not take place."""
        status, when = fact.round.status, fact.round.when
        if fact.passed:
            return f"was_{status}"
        if status == "denied" and when is not None:
            others = {id_ for _, ids in fact.round.otherwise for id_ in ids}
            known = [self.voices.report(self._entry(id_)).known_on for id_ in fact.entries if id_ not in others]
            return "did_not" if min(known) > last_day(when) else status
        return f"{status}_no_day" if status in CALLED_OFF and when is None else status

    def _disputed(self, fact: Disputed) -> Runs:
        contradiction = fact.contradiction
        told = [self._claim(contradiction, claim, self._entries(ids)) for claim, ids in contradiction.claims]
        act = self._entry(fact.entries[0]).type
        of_an_act = contradiction.matter in {"date", "qualifier"}
        return fill(
            self._phrase("disagree", contradiction.matter),
            who=self.voices.actor(contradiction.actor) if contradiction.actor else "",
            act=self._stance_kind(act, contradiction.issue or "", contradiction.option) if of_an_act else "",
            claims=joined(told, self._phrase("disagree", "between")),
        )

    def _claim(self, contradiction: Contradiction, claim: str, entries: list[Entry]) -> Runs:
        """One of the things claimed, with each account followed by the entries that give it."""
        accounts = [
            joined([account, _references(entry.id for entry in of_account)], " ")
            for account, of_account in self.voices.told_by(entries, assessed=contradiction.matter == "assessment")
        ]
        return fill(
            self._phrase("disagree", "claim"),
            claim=self._claimed(contradiction, claim, entries[0]),
            accounts=joined(accounts, self._phrase("accounts")),
        )

    def _claimed(self, contradiction: Contradiction, claim: str, first: Entry) -> Runs:
        issue, option = contradiction.issue or "", contradiction.option
        quote = Quote(shortened(first.quote), self.voices.report(first).language)
        match contradiction.matter:
            case "date":
                return (Words(self._calendar.told(claim or None, "bare")),)
            case "assessment" | "options":
                return self._option(issue, claim)
            case "number":
                return (quote,)
            case "qualifier":
                pattern = self._phrase("disagree", "qualified" if claim else "unqualified")
                return fill(pattern, qualifier=qualifiers.label(claim, self._tongue.language), quote=(quote,))
            case "stance":
                return self._stance_kind(claim, issue, option)

    def _position(self, position: Position) -> Runs:
        own = any(self.voices.is_own_account(entry, position.actor) for entry in self._entries(position.entries))
        gender: Gender = self.voices.gender(position.actor)
        account = self._phrase("own" if own else "others", gender=gender)
        return joined([self._stance(position), (Words(self._since(position)),), (Words(account),)], self._clause)

    def _since(self, position: Position) -> str:
        return self._dated(position.since, self._entry(position.entries[0]), "since")

    def _stance(self, position: Position) -> Runs:
        return self._stance_kind(position.stance, position.issue, position.option)

    def _stance_kind(self, kind: str, issue: str, option: str | None) -> Runs:
        with_option, without = self._tongue.phrases["stances"][kind]
        return fill(with_option, option=self._option(issue, option)) if option else _words(without)

    def _option(self, issue_id: str, option_id: str) -> Runs:
        issue = self._material.case.issue(issue_id)
        option = issue.option(option_id) if issue else None
        return (Label(option.label.in_language(self._tongue.language) if option else option_id),)

    def _entry(self, entry_id: str) -> Entry:
        return self._material.entries[entry_id]

    def _entries(self, ids: Iterable[str]) -> list[Entry]:
        return [self._entry(entry_id) for entry_id in ids]

    def _closed(self, runs: Runs, entries: tuple[str, ...]) -> Runs:
        """A whole sentence: opened, ended, and followed by what it rests on."""
        last = runs[-1]
        stop: Runs = () if isinstance(last, Quote) and ends(last.text) else _words(self._phrase("sentence_end"))
        opened = self._tongue.opened((*runs, *stop))
        return joined([opened, _references(entries)], " ")

    def _stopped(self, runs: Runs) -> Runs:
        """A sentence that ends with references, ended before them."""
        end = len(runs)
        while isinstance(runs[end - 1], Reference) or runs[end - 1] == Words(" "):
            end -= 1
        return (*runs[:end], *_words(self._phrase("sentence_end")), *runs[end:])

    def _phrase(self, *path: str, gender: Gender = "unknown") -> str:
        return self._tongue.phrase(*path, gender=gender)

    @property
    def _clause(self) -> str:
        return self._phrase("clause")


def _words(text: str) -> Runs:
    return (Words(text),) if text else ()


def _references(entries: Iterable[str]) -> Runs:
    runs: list[Run] = []
    for entry in entries:
        runs += [*([Words(" ")] if runs else []), Reference(entry)]
    return tuple(runs)

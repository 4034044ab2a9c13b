"""What one sentence tells of what was said: parts of one quotation, its reprints, and what is quoted inside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taqrib.brief.lines import one_line
from taqrib.brief.speech import is_said, shortened
from taqrib.normal import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from taqrib.record.entry import Entry, KeptReport


@dataclass(slots=True)
class Utterance:
    """Words that one sentence tells.

    :ivar parts: the entry, or the parts of one quotation in the order of the text: "No," she said, "not now."
    :ivar reprints: the parts again, from each reprint that has them word for word.
    :ivar within: statements quoted inside them, whose own words are thus told.
    """

    parts: list[Entry]
    reprints: list[list[Entry]] = field(default_factory=list)
    within: list[Entry] = field(default_factory=list)

    @property
    def entries(self) -> list[Entry]:
        """All of them, in that order."""
        return [*self.parts, *(entry for parts in self.reprints for entry in parts), *self.within]


def utterances(entries: Sequence[Entry], reports: Mapping[str, KeptReport]) -> list[Utterance]:
    """The entries gathered, each once, in the order in which the first of each utterance stands."""
    found = _with_reprints(_quotations(entries, reports), reports)
    of_report: dict[str, list[Utterance]] = {}
    for one in found:
        of_report.setdefault(one.parts[0].report, []).append(one)
    outermost: list[Utterance] = []
    for one in found:
        outer = _outermost(one, of_report[one.parts[0].report])
        if outer is one:
            outermost.append(one)
        else:
            outer.within += [entry for entry in one.entries if entry not in one.within]
    return outermost


def _quotations(entries: Sequence[Entry], reports: Mapping[str, KeptReport]) -> list[list[Entry]]:
    """The entries by quotation: words in quotation marks on either side of one verb are parts of one."""
    found: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        quoted = (entry.kind, entry.type) == ("statement", "direct") and is_said(entry, reports[entry.report])
        cue = entry.finding.get("cue") if quoted else None
        said = (entry.report, tuple(cue), entry.name, entry.actor, entry.on, entry.on_basis) if cue else (entry.id,)
        found.setdefault(said, []).append(entry)
    return [sorted(parts, key=lambda entry: entry.span) for parts in found.values()]


def _with_reprints(quotations: list[list[Entry]], reports: Mapping[str, KeptReport]) -> list[Utterance]:
    """Each quotation with those that repeat it word for word in reprints of its report."""
    said: dict[tuple[str, ...], Utterance] = {}
    place = {id(parts): at for at, parts in enumerate(quotations)}
    for parts in sorted(quotations, key=lambda parts: reports[parts[0].report].copy_of is not None):
        first = parts[0]
        words = (first.type, folded(first.name or ""), folded(first.voice or ""), *(folded(one.quote) for one in parts))
        original = said.get((reports[first.report].copy_of or "", *words)) or said.get((first.report, *words))
        if original:
            original.reprints.append(parts)
        else:
            said[first.report, *words] = Utterance(parts)
    return sorted(said.values(), key=lambda one: place[id(one.parts)])


def _outermost(one: Utterance, found: list[Utterance]) -> Utterance:
    """The utterance that tells the words of ``one`` among its own, and is quoted in no other; else ``one``.

    :param found: those of its report.
    """
    around = [outer for outer in found if len(one.parts) == 1 and _is_within(one.parts[0], outer.parts)]
    return _outermost(max(around, key=_length), found) if around else one


def _length(one: Utterance) -> int:
    return one.parts[-1].span[1] - one.parts[0].span[0]


def _is_within(entry: Entry, parts: list[Entry]) -> bool:
    """Whether a statement is quoted inside another utterance of its report, whose sentence shows all of its words.

    Of two of the very same words the outer is the one that nobody is quoted for, so that neither hides the other.
    """
    outer = next((part for part in parts if part.span[0] <= entry.span[0] < entry.span[1] <= part.span[1]), entry)
    if outer is entry or (entry.kind, outer.kind) != ("statement", "statement"):
        return False
    smaller = entry.span != outer.span
    by_outer = entry.voice == outer.name or (entry.voice_actor is not None and entry.voice_actor == outer.actor)
    quoted = entry.voice is not None and by_outer and (smaller or outer.voice is None)
    same = smaller and (entry.name, entry.actor) == (outer.name, outer.actor)
    return (quoted or same) and one_line(entry.quote) in shortened(told_words(parts))


def told_words(parts: Sequence[Entry]) -> str:
    """The words of an utterance, with ``[…]`` for who said them where that stands between two parts."""
    return " […] ".join(part.quote.rstrip(" ،,") for part in parts) if len(parts) > 1 else parts[0].quote

"""What changes when a report that is kept already comes again with other facts about it.

Pure: what stands and what is told now in, the changes out. Why so: ``docs/why/same-report.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from taqrib.record.chain import canonical
from taqrib.record.tables import PROPOSED, STANDING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_OF_THE_FILE = ("given", "original", "original_sha256")
"""What follows from a correction and is none by itself."""

_WHO_AND_WHERE = ("kind", "type", "start", "end", "name", "voice")
"""By these an entry is known again in another reading of the same text: all that no date can change."""


def other_facts(kept: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """The facts about a report that are known now and stand otherwise; empty if there are none.

    What is not told is not forgotten, and what a file states does not undo what a user gave.

    :param kept: the report's row.
    :param told: the row it would have if it were new.
    """
    changed = {
        name: told[name]
        for name in ("title", "url", "grade")
        if told[name] is not None and (name in told["given"] or name not in kept["given"])
    }
    by_user, by_file = told["published_basis"] == "given", told["published_basis"] == "stated"
    if by_user or (by_file and kept["published_basis"] != "given"):
        changed |= {name: told[name] for name in ("published", "published_basis")}
    changed = {name: value for name, value in changed.items() if value != kept[name]}
    if changed:
        given = sorted({*kept["given"], *(name for name in told["given"] if name in changed)})
        following = {"given": given, **{name: told[name] for name in _OF_THE_FILE[1:]}}
        changed |= {name: value for name, value in following.items() if value is not None and value != kept[name]}
    return changed


def named(changed: Iterable[str]) -> tuple[str, ...]:
    """The facts corrected, as :attr:`taqrib.record.Added.corrected` names them."""
    return tuple(name for name in changed if name not in _OF_THE_FILE)


class Redated(NamedTuple):
    """What another day of publication makes of a report's entries.

    :ivar dated: number -> the new ``on`` and ``on_basis`` of an entry somebody has decided on.
    :ivar withdrawn: the numbers of proposals that nobody has decided on and that reading no longer makes.
    :ivar proposed: the rows of what reading proposes now and stands nowhere yet.
    :ivar doubtful: the numbers of entries somebody has accepted whose date, read from their words, was counted from
        the old day: reading the words for the new day gives another, or none.
    """

    dated: dict[int, dict[str, str]]
    withdrawn: tuple[int, ...]
    proposed: list[dict[str, Any]]
    doubtful: tuple[int, ...]


def redated(standing: Sequence[Mapping[str, Any]], proposed: Iterable[dict[str, Any]], published: str) -> Redated:
    """What becomes of the entries of a report whose day of publication is another.

    :param standing: the rows of the report's entries, withdrawn ones left out; the status of a retracted one is the
        one it would have again if the retraction were undone.
    :param proposed: the rows that reading proposes for the new day.
    :param published: the new day.
    """
    decided = [entry for entry in standing if entry["status"] != "proposed"]
    waiting = [entry for entry in standing if entry["status"] == "proposed"]
    again, offered = _match(decided, proposed, key=lambda row: tuple(row[name] for name in _WHO_AND_WHERE))
    dated = {}
    for entry, row in zip(decided, again, strict=True):
        filled = entry["on_basis"] == "unknown" and row is not None and row["on_basis"] == "published"
        if entry["on_basis"] == "published" or filled:
            dated[entry["number"]] = {"on": published, "on_basis": "published"}
    still, offered = _match(waiting, offered, key=lambda row: canonical([row[name] for name in (*PROPOSED, *STANDING)]))
    withdrawn = tuple(entry["number"] for entry, row in zip(waiting, still, strict=True) if row is None)
    doubtful = tuple(
        entry["number"]
        for entry, row in zip(decided, again, strict=True)
        if entry["on_basis"] == "text" and entry["status"] == "accepted" and (row is None or row["on"] != entry["on"])
    )
    return Redated(dated, withdrawn, offered, doubtful)


def _match(
    standing: Iterable[Mapping[str, Any]], offered: Iterable[dict[str, Any]], *, key: Callable[[Mapping[str, Any]], Any]
) -> tuple[list[dict[str, Any] | None], list[dict[str, Any]]]:
    """For each standing row the offered one with the same key, each taken once, or ``None``; and the rest."""
    waiting: dict[Any, list[dict[str, Any]]] = {}
    rows = list(offered)
    for row in reversed(rows):
        waiting.setdefault(key(row), []).append(row)
    taken = [fitting.pop() if (fitting := waiting.get(key(row))) else None for row in standing]
    gone = {id(row) for row in taken}
    return taken, [row for row in rows if id(row) not in gone]

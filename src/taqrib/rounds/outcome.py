"""What became of a round that several entries tell of: held, still to come, put off, called off, or disputed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.findings import UNDONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from taqrib.record import Entry, KeptReport

ORDER: tuple[str, ...] = ("held", "ongoing", "announced", "possible", *UNDONE)
"""The statuses in the order they are told where reports differ."""

HAPPENED = ("held", "ongoing")
COMING = ("announced", "possible")


class Outcome(NamedTuple):
    """The status of a round, or ``disputed``, and who says otherwise.

    :ivar otherwise: the other statuses told, each with its entries; all of them where the round is disputed.
    """

    status: str
    otherwise: tuple[tuple[str, tuple[str, ...]], ...]


def outcome(entries: Sequence[Entry], reports: Mapping[str, KeptReport]) -> Outcome:
    """What the entries of one round come to, in whichever order they were added.

    An announcement never undoes what is told as held, and is undone by it whenever it became known. What was put off,
    called off or denied undoes what was announced before; told of what is held, on the same day or later, it disputes
    it. Known on one day from two reports, being announced and being called off dispute each other, too, and so do they
    where nobody knows when the announcement was published.

    :param entries: at least one, earliest first.
    """
    told = {status: [entry for entry in entries if entry.finding["status"] == status] for status in ORDER}
    told = {status: group for status, group in told.items() if group}
    happened, coming, undone = ([status for status in kind if status in told] for kind in (HAPPENED, COMING, UNDONE))
    status: str | None
    if happened:
        status = happened[0]
        since = min(_known(told[status], reports))
        if undone and max(_known(_all(told, undone), reports)) >= since:
            status = None
    elif coming and undone:
        status = _between(told, coming, undone, reports)
    else:
        status = _latest(told, coming or undone, reports)
    others = [other for other in told if other != status]
    return Outcome(status or "disputed", tuple((one, tuple(entry.id for entry in told[one])) for one in others))


def _between(
    told: dict[str, list[Entry]], coming: list[str], undone: list[str], reports: Mapping[str, KeptReport]
) -> str | None:
    """Announced, or called off: what became known later; ``None`` where that does not tell."""
    ahead, off = _all(told, coming), _all(told, undone)
    announced, called_off = max(_known(ahead, reports)), max(_known(off, reports))
    by_the_same = {entry.report for entry in ahead} <= {entry.report for entry in off}
    if called_off > announced or by_the_same:
        return _latest(told, undone, reports)
    again = [entry for entry in told.get("announced", ()) if reports[entry.report].published is not None]
    if again and max(_known(again, reports)) > called_off:
        return "announced"
    return None


def _latest(told: dict[str, list[Entry]], statuses: list[str], reports: Mapping[str, KeptReport]) -> str:
    """The status told last; of those known on one day the one that comes first in :data:`ORDER`."""
    return max(statuses, key=lambda status: (max(_known(told[status], reports)), -ORDER.index(status)))


def _all(told: dict[str, list[Entry]], statuses: Iterable[str]) -> list[Entry]:
    return [entry for status in statuses for entry in told[status]]


def _known(entries: Iterable[Entry], reports: Mapping[str, KeptReport]) -> list[date]:
    return [reports[entry.report].known_on for entry in entries]

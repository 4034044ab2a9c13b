"""How fast a record answers and is written, beside reading everything and the bare database: ``make bench-record``.

For each size a record of an invented negotiation (:mod:`filled`) is asked for the gap matrix, the brief of a day
and some words, and each answer is also worked out by reading the whole database without its indexes
(:mod:`record_scans`); the two must be the same. Then reports are added and accepted, and the very same rows written by
the bare driver (:mod:`record_writing`). Seconds are CPU seconds, the median of some runs, so that a busy machine hardly
matters; all runs are of one process on one machine, so that only their ratios mean anything.
"""

from __future__ import annotations

import argparse
import gc
import time
from datetime import UTC, date, datetime, timedelta
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Any

from filled import filled
from record_scans import ScannedView, scanned_timeline, scanned_words
from record_writing import written
from synthetic import LAST_DAY, case, names

from taqrib.brief import as_markdown, gather, plan
from taqrib.positions import gap_matrix
from taqrib.record import Record, Touch, Wanted, search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from taqrib.brief import Language, Material
    from taqrib.positions import Gap
    from taqrib.record import View

SIZES = (1_000, 10_000, 100_000, 1_000_000)
RUNS = 7
FOUND = 20
"""Entries a search shows."""

_BRIEFS: dict[str, tuple[Language, ...]] = {"brief": ("ar",), "brief in both languages": ("ar", "en")}

TARGETS = {
    "gap matrix": 50,
    "gathering": 30,
    "brief": 30,
    "brief in both languages": 30,
    "search": 100,
    "adding": 1 / 3,
    "accepting": 1 / 3,
}
"""Ratios wanted at a million entries: of the times of a question, and of the speeds of writing."""


def main() -> None:
    """Print a table of all sizes."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--entries", type=int, action="append", help="a size of record (default: 1,000 to 1,000,000)")
    asked.add_argument("--no-writing", action="store_true", help="measure questions only")
    options = asked.parse_args()
    print("Beside it: reading everything, for a question; the bare driver writing the same rows, for a change.\n")
    print("| entries | what | ms | beside it, ms | ratio | target |")
    print("|---:|---|---:|---:|---:|---:|")
    for size in options.entries or SIZES:
        path = filled(size)
        record = Record.open(path)
        with record.view() as view:
            count = view.count("accepted")
            _matrix(view, LAST_DAY)
            gc.collect()
            gc.freeze()  # what is loaded by now is looked through in no run: neither in ours nor in the other
            for what, ours, other in questions(path, view):
                row(count, what, ours, other, TARGETS[what.partition(",")[0]])
        for what, ours in of_the_past(record):
            row(count, what, ours)
        record.close()
        if not options.no_writing:
            for what, seconds in written(path).items():
                each = [ours / entries for ours, entries in zip(seconds.ours, seconds.entries, strict=True)]
                bare = [others / entries for others, entries in zip(seconds.bare, seconds.entries, strict=True)]
                row(count, f"{what}, an entry", median(each), median(bare), TARGETS[what], of_speed=True)


def questions(path: Path, view: View) -> list[tuple[str, float, float]]:
    """What is asked, the seconds of the record's answer, and those of reading everything."""
    found = []
    early, middle = _early_and_middle(view)
    for when, day in (("early", early), ("midway", middle), ("today", LAST_DAY)):
        ours, matrix = timed(partial(_matrix, view, day))
        other, expected = timed(partial(_scanned_matrix, path, day), runs=1)
        _expect_same("gap matrix", matrix, expected)
        found.append((f"gap matrix, {when}", ours, other))
    for when, day in (("midway", middle), ("today", LAST_DAY)):
        ours, _ = timed(partial(_material, view, day))
        other, _ = timed(partial(_scanned_material, path, view, day), runs=1)
        found.append((f"gathering, what the brief of {when} tells", ours, other))
        for what, languages in _BRIEFS.items():
            ours, told = timed(partial(_brief, view, day, languages))
            other, expected = timed(partial(_scanned_brief, path, view, day, languages), runs=1)
            _expect_same("brief", told, expected)
            found.append((f"{what}, {when}", ours, other))
    for what, words, wanted in _asked_words():
        ours, answer = timed(partial(search, view, words, wanted, limit=FOUND))
        other, numbers = timed(partial(scanned_words, path, words, limit=FOUND), runs=1)
        if wanted == Wanted():
            _expect_same(f"search for {words}", [int(entry.id[1:]) for entry in answer.entries], numbers)
        found.append((f"search, {what}", ours, other))
    return found


def of_the_past(record: Record) -> list[tuple[str, float]]:
    """The seconds of the same matrix as it was known a month before the last day."""
    day = LAST_DAY - timedelta(days=2)
    known_at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    with record.view(known_at=known_at) as view:
        ours, _ = timed(partial(_matrix, view, day))
    return [("gap matrix, as known two days ago", ours)]


def timed(work: Callable[[], Any], *, runs: int = RUNS) -> tuple[float, Any]:
    """The median of the CPU seconds of ``runs``, and the answer."""
    spent = []
    answer = None
    for _ in range(runs):
        began = time.process_time()
        answer = work()
        spent.append(time.process_time() - began)
    return median(spent), answer


def row(
    count: int, what: str, ours: float, other: float | None = None, target: float = 0, *, of_speed: bool = False
) -> None:
    """Print one row of the table.

    :param of_speed: the ratio is of our speed to the other's, not of the other's time to ours.
    """
    ratio = "" if other is None else f"{other / ours:.2f}" if of_speed else f"{other / ours:.0f} x"
    wanted = "" if other is None else f"{target:.2f}" if of_speed else f"{target} x"
    beside = "" if other is None else f"{other * 1000:,.3f}" if of_speed else f"{other * 1000:,.0f}"
    mine = f"{ours * 1000:,.3f}" if of_speed else f"{ours * 1000:,.1f}"
    print(f"| {count:,} | {what} | {mine} | {beside} | {ratio} | {wanted} |", flush=True)


def _matrix(view: View, day: date) -> list[Gap]:
    return gap_matrix(case(), view.timeline(), as_of=day)


def _scanned_matrix(path: Path, day: date) -> list[Gap]:
    return gap_matrix(case(), scanned_timeline(path), as_of=day)


def _material(view: Any, day: date) -> Material:  # noqa: ANN401 - a View, or what answers like one
    return gather(case(), view, since=day, until=day)


def _scanned_material(path: Path, view: View, day: date) -> Material:
    return _material(ScannedView(path, view), day)


def _scanned_brief(path: Path, view: View, day: date, languages: Iterable[Language]) -> tuple[str, ...]:
    return _brief(ScannedView(path, view), day, languages)


def _brief(view: Any, day: date, languages: Iterable[Language]) -> tuple[str, ...]:  # noqa: ANN401 - see _material
    material = _material(view, day)
    planned = plan(material)
    return tuple(as_markdown(planned, material, language) for language in languages)


def _early_and_middle(view: View) -> tuple[date, date]:
    first = date.fromisoformat(view.reports(["r1"])[0].published or "")
    held = LAST_DAY - first
    return first + held // 10, first + held // 2


def _asked_words() -> list[tuple[str, str, Wanted]]:
    of_late = Wanted(touch=Touch("dam", None), since=LAST_DAY - timedelta(days=3))
    common, middling, rare = names("ar")[0], names("ar")[40], names("ar")[900]
    return [
        ("a common word", common, Wanted()),
        ("with its article", f"ال{middling}", Wanted()),
        ("a rare one with harakat", "\u064e".join(rare), Wanted()),
        ("in English", names("en")[40], Wanted()),
        ("two words", "gave fishing", Wanted()),
        ("on an issue, since a day", names("en")[3], of_late),
    ]


def _expect_same(what: str, found: Any, expected: Any) -> None:  # noqa: ANN401 - any answer
    """Stop with one sentence unless both answers are the same."""
    if found != expected:
        raise SystemExit(f"expected the {what} to be the same from look-ups and from reading everything; it is not")


if __name__ == "__main__":
    main()

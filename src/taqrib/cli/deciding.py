"""One entry before an analyst: its quote, the keys, and what a key does."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Literal

from taqrib.cli.output import say
from taqrib.errors import TaqribError
from taqrib.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from taqrib.case import Case
    from taqrib.cli.folder import OpenCase
    from taqrib.record import Entry, KeptReport

KEYS = "[a]ccept  a[m]end  [r]eject  [s]kip  [q]uit"


def show_entry(page: Console, entry: Entry, report: KeptReport) -> None:
    """The entry, where it comes from, and its words in their report."""
    from taqrib.cli.quotes import heading, in_context, provenance

    page.print(heading(entry), style="bold")
    page.print(provenance(report), style="dim")
    page.print()
    page.print(in_context(entry, report))


def ask_key(page: Console) -> Literal["a", "m", "r", "s", "q"]:
    """The key that is pressed; any other is asked for again.

    :raises EOFError: if there is nobody to press one.
    """
    while True:
        page.print()
        match _ask(page, f"{KEYS} > ").lower():
            case "a" | "m" | "r" | "s" | "q" as key:
                return key
            case other:
                page.print(f"Expected one of a, m, r, s, q; found {other!r}.")


def decide(
    page: Console,
    opened: OpenCase,
    entry: Entry,
    key: Literal["a", "m", "r", "s"],
    *,
    by: str,
    only_if: Literal["proposed"] | None = None,
) -> None:
    """Store what a key means: a skip is no decision, nor is an amendment of nothing.

    :param only_if: store it only while the entry's status is this one.
    :raises taqrib.errors.Conflict: if it is not; nothing is stored.
    """
    if key == "a":
        opened.record.decide(entry.id, "accept", by=by, only_if=only_if)
        page.print(f"{entry.id} accepted.")
    elif key == "r":
        opened.record.decide(entry.id, "reject", by=by, only_if=only_if)
        page.print(f"{entry.id} rejected.")
    elif key == "m" and (changes := _amendments(opened.case, entry, page)):
        opened.record.decide(entry.id, "amend", by=by, changes=changes, only_if=only_if)
        page.print(f"{entry.id} amended and accepted.")
    elif key == "m":
        page.print(f"Nothing changed; the entry stays {entry.status}.")


def _amendments(case: Case, entry: Entry, page: Console) -> dict[str, Any]:
    """What the analyst changes; an empty answer keeps what is there, a dash empties it."""
    from taqrib.cli.amendments import actor_from, day_from, grade_from, qualifiers_from, touches_from

    page.print("Enter keeps what is there; - empties it.")
    touches = ", ".join(map(str, entry.touches))
    asked = (
        ("actor", entry.actor, lambda answer: actor_from(answer, case)),
        ("touches", touches or None, lambda answer: touches_from(answer, case)),
        ("on", entry.on, day_from),
        ("qualifiers", ", ".join(entry.qualifiers) or None, qualifiers_from),
        ("claim_grade", entry.claim_grade, grade_from),
    )
    labels = {
        "actor": "actor",
        "touches": "issue, or issue:option",
        "on": "date",
        "qualifiers": "qualifiers, such as permanent, written",
        "claim_grade": "grade of the claim, 1 to 6",
    }
    changes: dict[str, Any] = {}
    for name, standing, parse in asked:
        while True:
            answer = _ask(page, f"{labels[name]} ({standing or 'none'}) > ")
            if not answer:
                break
            try:
                changes[name] = parse("" if answer == "-" else answer)
                break
            except TaqribError as error:
                say(str(error))
    return changes


def _ask(page: Console, question: str) -> str:
    """What is typed after ``question``, which is shown as it is."""
    if sys.stdin is None:
        raise EOFError
    return page.input(visible(question), markup=False, emoji=False).strip()

"""Reports and entries of the lagoon for tests of sources: who printed what, in whose words."""

from __future__ import annotations

from typing import Any

from lagoon import entry, kept_report
from taqrib.record import Entry, KeptReport


def printed(*outlets: str | None, copies: dict[int, int] | None = None, **facts: Any) -> dict[str, KeptReport]:
    """Reports r1, r2, ... by these outlets; ``copies`` maps the number of a copy to that of what it was copied from."""
    copied = copies or {}
    return {
        f"r{number}": kept_report(
            number, source=outlet, copy_of=f"r{copied[number]}" if number in copied else None, **facts
        )
        for number, outlet in enumerate(outlets, 1)
    }


def told(number: int, **changes: Any) -> Entry:
    """Entry number n of report number n, but for ``changes``."""
    return entry(number, **{"report": f"r{number}", **changes})

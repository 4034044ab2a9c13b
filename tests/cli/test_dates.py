"""The day that is asked about where none is given."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from taqrib.cli.dates import day_asked
from taqrib.cli.folder import open_case

LAST = date(2031, 5, 9)
"""The last day of the talks' reports, which lie ahead of whoever runs this."""


def test_the_last_day_on_record_is_asked_about_where_it_is_later_than_today(talks: Path) -> None:
    for known_at in (None, datetime.now(UTC) + timedelta(days=1)):
        with open_case(talks) as opened, opened.record.view(known_at=known_at) as view:
            assert day_asked(None, view, known_at) == LAST


def test_what_was_known_is_asked_for_its_own_day_and_never_for_a_day_to_come(talks: Path) -> None:
    now = datetime.now(UTC)
    for known_at, day in ((now - timedelta(days=9), now.date() - timedelta(days=9)), (now, now.date())):
        with open_case(talks) as opened, opened.record.view(known_at=now - timedelta(days=1)) as nothing_yet:
            assert day_asked(None, nothing_yet, known_at) == day
            assert day_asked(None, nothing_yet, datetime.max.replace(tzinfo=UTC)) == date.today()  # noqa: DTZ011
            assert day_asked("2031-05-01", nothing_yet, known_at) == date(2031, 5, 1)

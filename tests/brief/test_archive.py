"""Archives without the moment of their making."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

from taqrib.brief.archive import EARLIEST, midnight, repacked


def archive(year: int) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr(zipfile.ZipInfo("a.xml", date_time=(year, 1, 2, 3, 4, 6)), "one")
        made.writestr(zipfile.ZipInfo("b.xml", date_time=(year, 1, 2, 3, 4, 6)), "two")
    return held.getvalue()


def test_archives_of_different_years_become_the_same_bytes() -> None:
    assert archive(2030) != archive(2031)
    assert repacked(archive(2030)) == repacked(archive(2031))


def test_parts_keep_their_order_and_their_contents_but_for_those_replaced() -> None:
    with zipfile.ZipFile(io.BytesIO(repacked(archive(2030), replaced={"b.xml": b"three"}))) as made:
        assert [(part.filename, part.date_time) for part in made.infolist()] == [
            ("a.xml", EARLIEST),
            ("b.xml", EARLIEST),
        ]
        assert [made.read(part) for part in made.infolist()] == [b"one", b"three"]


def test_a_file_of_a_day_bears_its_beginning() -> None:
    assert midnight(date(2031, 5, 9)) == datetime(2031, 5, 9, tzinfo=UTC)

"""How an entry and its history are shown."""

from __future__ import annotations

from taqrib.cli.quotes import history_lines
from taqrib.record import LedgerRow


def test_a_row_of_the_history_is_one_line_whatever_somebody_typed() -> None:
    why = "misread\n2031-05-02T10:00:00.000+00:00  accept by sami\x1b[1A"
    row = LedgerRow(7, "2031-05-01T10:00:00.000+00:00", "nour", "reject", "e1", {"changes": {}, "why": why})
    (line,) = history_lines([row])
    assert "\n" not in line
    assert line.startswith("2031-05-01T10:00:00.000+00:00  reject by nour (misread 2031-05-02")
    assert "\x1b" not in line

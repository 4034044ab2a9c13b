from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from taqrib.evidence import capture, keep_original

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[..., Path]


def test_an_original_is_kept_byte_for_byte_under_its_own_name(write: Write, tmp_path: Path) -> None:
    content = b"\xef\xbb\xbfThe mediator left.\r\n\r\n"
    path = write("r.txt", content)
    kept = keep_original(path, capture(path), tmp_path / "reports")
    assert kept.read_bytes() == content
    assert kept.name.endswith("-r.txt")


def test_a_copy_that_is_there_is_left_alone(write: Write, tmp_path: Path) -> None:
    path = write("r.txt", "The mediator left.")
    report = capture(path)
    kept = keep_original(path, report, tmp_path / "reports")
    path.write_text("changed since")
    assert keep_original(path, report, tmp_path / "reports") == kept
    assert kept.read_text() == "The mediator left."


def test_a_copy_that_fails_leaves_nothing_behind(write: Write, tmp_path: Path) -> None:
    path = write("r.txt", "The mediator left.")
    report = capture(path)
    path.unlink()
    with pytest.raises(OSError, match=r"r\.txt"):
        keep_original(path, report, tmp_path / "reports")
    assert list((tmp_path / "reports").iterdir()) == []

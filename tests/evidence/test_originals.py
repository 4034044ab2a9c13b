from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from taqrib.evidence import Original, capture, keep_original, same_bytes
from taqrib.evidence.originals import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[..., Path]

CONTENT = b"\xef\xbb\xbfThe mediator left.\r\n\r\n"


def original_of(path: Path) -> Original:
    original = capture(path).original
    assert original is not None
    return original


def test_what_was_captured_is_kept_byte_for_byte_even_if_the_file_has_changed(write: Write, tmp_path: Path) -> None:
    path = write("r.txt", CONTENT)
    original = original_of(path)
    path.write_text("changed since")
    kept = keep_original(original, tmp_path / "reports")
    assert kept.read_bytes() == CONTENT
    # sha256sum of the content, computed outside Taqrib
    assert (kept.name, original.sha256[:20]) == ("12e8b6a4a3c742c1-r.txt", "12e8b6a4a3c742c18a75")
    assert same_bytes(kept, original.sha256)


def test_two_files_of_one_text_are_two_originals(write: Write, tmp_path: Path) -> None:
    first, second = (capture(write("r.txt", content)) for content in ("The mediator left.", "The mediator left.\n\n"))
    assert first == second
    for report in (first, second):
        assert report.original
        keep_original(report.original, tmp_path / "reports")
    assert len(list((tmp_path / "reports").iterdir())) == 2


def test_a_copy_that_is_there_is_left_alone_and_a_spoilt_one_written_again(write: Write, tmp_path: Path) -> None:
    original = original_of(write("r.txt", CONTENT))
    kept = keep_original(original, tmp_path / "reports")
    first = kept.stat().st_ino
    assert keep_original(original, tmp_path / "reports").stat().st_ino == first
    kept.write_bytes(b"spoilt")
    assert keep_original(original, tmp_path / "reports").read_bytes() == CONTENT


def test_the_bytes_and_the_name_are_on_the_disk_when_it_returns(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[int, int]] = []
    fsync = os.fsync

    def noted(descriptor: int) -> None:
        status = os.fstat(descriptor)
        synced.append((status.st_ino, status.st_size))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    kept = keep_original(original_of(write("r.txt", CONTENT)), tmp_path / "reports")
    assert synced[0] == (kept.stat().st_ino, len(CONTENT))
    assert synced[1][0] == (tmp_path / "reports").stat().st_ino


def test_others_may_read_a_copy_as_they_may_any_new_file(write: Write, tmp_path: Path) -> None:
    ordinary = write("other.txt", "The mediator came.")
    kept = keep_original(original_of(write("r.txt", CONTENT)), tmp_path / "reports")
    assert kept.stat().st_mode == ordinary.stat().st_mode


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("بيان.md", "بيان.md"),
        ("n" * 96 + ".pdf", "n" * 96 + ".pdf"),
        ("n" * 200 + ".pdf", "n" * 96 + ".pdf"),
        ("ن" * 120 + ".md", "ن" * 48 + ".md"),
        ("n." + "x" * 200, "n." + "x" * 98),
    ],
)
def test_a_long_name_is_shortened_and_keeps_its_suffix(name: str, kept: str) -> None:
    own_name = Original(name, CONTENT).kept_as.removeprefix("12e8b6a4a3c742c1-")
    assert own_name == kept
    assert len(own_name.encode()) <= LONGEST_NAME


def test_the_longest_name_a_system_allows_can_be_kept(write: Write, tmp_path: Path) -> None:
    path = write("n" * 251 + ".txt", CONTENT)
    assert keep_original(original_of(path), tmp_path / "reports").read_bytes() == CONTENT


def test_a_copy_that_fails_leaves_nothing_behind(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    original = original_of(write("r.txt", CONTENT))
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep_original(original, tmp_path / "reports")
    assert list((tmp_path / "reports").iterdir()) == []


def test_what_is_not_there_or_no_file_is_not_the_same(tmp_path: Path) -> None:
    assert not same_bytes(tmp_path / "nothing", "0" * 64)
    assert not same_bytes(tmp_path, "0" * 64)

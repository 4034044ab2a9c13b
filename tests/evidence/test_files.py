from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from taqrib.errors import Unreadable
from taqrib.evidence import collect, files
from taqrib.evidence.files import read_bytes, readable

if TYPE_CHECKING:
    from collections.abc import Callable

    Write = Callable[..., Path]


def test_a_folder_gives_its_reports_at_any_depth_sorted_without_hidden_and_unknown_ones(
    tmp_path: Path, write: Write
) -> None:
    for name in ("b.txt", "a.md", "deep/c.PDF", "deep/er/d.html", ".hidden.txt", ".git/e.txt", "record.db", "notes"):
        write(name, "x")
    assert [str(path.relative_to(tmp_path)) for path in collect([tmp_path])] == [
        "a.md",
        "b.txt",
        "deep/c.PDF",
        "deep/er/d.html",
    ]


def test_a_named_file_is_always_taken_in_the_place_it_was_named(tmp_path: Path, write: Write) -> None:
    odd, hidden, plain = write("minutes.xyz", "x"), write(".draft", "x"), write("a.txt", "x")
    assert collect([odd, hidden, tmp_path]) == [odd, hidden, plain]


def test_a_file_comes_once_however_often_it_is_named(tmp_path: Path, write: Write) -> None:
    file = write("a.txt", "x")
    assert collect([file, tmp_path, str(file)]) == [file]


def test_a_link_that_leads_back_up_is_not_walked(tmp_path: Path, write: Write) -> None:
    file = write("folder/a.txt", "x")
    (tmp_path / "folder" / "up").symlink_to(tmp_path)
    assert collect([tmp_path]) == [file]


def test_collecting_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="found nothing of that name"):
        collect([tmp_path / "absent"])


def test_a_file_is_read_byte_for_byte(write: Write) -> None:
    assert read_bytes(write("a.txt", b"\xff\r\n\0")) == b"\xff\r\n\0"


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="nothing of that name") as caught:
        read_bytes(tmp_path / "absent.txt")
    assert caught.value.where == str(tmp_path / "absent.txt")


def test_a_file_below_a_file_is_missing(write: Write) -> None:
    with pytest.raises(Unreadable, match="nothing of that name"):
        read_bytes(write("a.txt", "x") / "b.txt")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="a folder"):
        read_bytes(tmp_path)


def test_an_empty_file_is_an_error(write: Write) -> None:
    with pytest.raises(Unreadable, match="an empty file"):
        read_bytes(write("a.txt", ""))


def test_a_file_over_the_limit_is_refused_without_reading_it_and_the_limit_is_named(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(Unreadable, match=r"at most 20 MB, found 20\.0 MB"):
        read_bytes(path)


def test_a_file_that_grows_while_it_is_read_is_refused_too(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt", b"x" * 101)
    small = write("small.txt", "x").stat()
    monkeypatch.setattr(files, "LARGEST", 100)
    monkeypatch.setattr(files, "_status", lambda _: small)
    with pytest.raises(Unreadable, match="at most"):
        read_bytes(path)


def test_links_in_a_circle_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    with pytest.raises(Unreadable, match="lead in a circle"):
        read_bytes(tmp_path / "a.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read_is_an_error(write: Write) -> None:
    path = write("a.txt", "x")
    path.chmod(0)
    with pytest.raises(Unreadable, match="may not read"):
        read_bytes(path)


def test_a_refusal_by_the_system_says_what_to_do(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Unreadable, match="may not read it; ask its owner"):
        read_bytes(write("a.txt", "x"))


def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(Unreadable, match="a pipe"):
        read_bytes(tmp_path / "pipe.txt")


def test_a_pipe_that_takes_a_files_place_is_not_waited_for_either(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    regular = write("a.txt", "x").stat()
    monkeypatch.setattr(files, "_status", lambda _: regular)
    with pytest.raises(Unreadable, match="a pipe"):
        read_bytes(tmp_path / "pipe.txt")


def test_a_device_is_refused() -> None:
    with pytest.raises(Unreadable, match="a device"):
        read_bytes(Path("/dev/zero"))


def test_a_name_with_a_nul_is_an_error() -> None:
    with pytest.raises(Unreadable, match="NUL"):
        read_bytes(Path("a\0b"))


def test_a_name_that_is_no_unicode_can_still_be_shown() -> None:
    assert readable(os.fsdecode(b"r\xe9union.txt")) == "r\ufffdunion.txt"

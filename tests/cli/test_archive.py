"""``taqrib case export`` and ``import``, and a record in PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commandline import Run


def test_a_case_goes_out_and_comes_back_the_same(run: Run, added: Path, tmp_path: Path) -> None:
    done = run("case", "export", added, "-o", "out.zip")
    assert done.stdout.startswith("Wrote out.zip.\nIts last seal is ")
    assert "every seal whole" in run("case", "import", "out.zip", "again").stdout
    assert (tmp_path / "again" / "case.yaml").read_text() == (added / "case.yaml").read_text()
    run("case", "export", "again", "-o", "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "out.zip").read_bytes()
    refused = run("case", "import", "out.zip", "again")
    assert (refused.returncode, "expected a new or an empty folder" in refused.stderr) == (2, True)


def test_what_is_no_export_is_one_sentence(run: Run, case: Path, tmp_path: Path) -> None:
    (tmp_path / "other.zip").write_bytes(b"some text")
    for words, expected in (
        (("import", "other.zip", "new"), "expected a case exported by"),
        (("import", "nothing.zip", "new"), "found no file there"),
        (("export", case), "found none yet"),
    ):
        done = run("case", *words)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert expected in done.stderr
    assert not (tmp_path / "new").exists()


@pytest.fixture
def shared(new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a database that the environment names."""
    address = new_database()
    monkeypatch.setenv("TAQRIB_RECORD", address)
    return address


def test_a_record_in_postgresql_is_used_by_every_command(
    shared: str, run: Run, case: Path, reports: list[Path]
) -> None:
    assert run("add", case, *reports, "--by", "nour").returncode == 0
    assert not (case / "record.db").exists()
    assert "entries accepted together by nour" in run("review", case, "--accept-all", "--by", "nour").stdout
    assert "[e" in run("gaps", case, "--as-of", "2031-05-07", "--record", shared).stdout
    assert "The record is whole" in run("record", "verify", case).stdout
    wrong = shared.replace("postgres@", "postgres:heron-by-night@").replace("taqrib_test", "nowhere")
    done = run("gaps", case, "--record", wrong)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "check the address" in done.stderr
    assert "heron" not in done.stderr

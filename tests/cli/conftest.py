"""The command line, run as a person runs it, on a case of two islands and a lagoon."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from commandline import FIRST, FOURTH, SECOND, THIRD, Run
from lagoon import CASE_TEXT


@pytest.fixture
def run(tmp_path: Path, taqrib: Path) -> Run:
    """Runs ``taqrib`` with the words given, in a folder of its own; ``answers`` are typed at its prompts."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}

    def ran(*words: object, answers: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [taqrib, *map(str, words)],
            input=answers,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=environment,
            check=False,
            timeout=120,
        )

    return ran


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The folder of a case without reports."""
    folder = tmp_path / "lagoon"
    folder.mkdir()
    (folder / "case.yaml").write_text(CASE_TEXT, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of four reports in which everything is accepted; built once, so leave it as it is."""
    from taqrib.cli.add import add
    from taqrib.cli.review import review

    folder = tmp_path_factory.mktemp("talks")
    (folder / "case.yaml").write_text(CASE_TEXT, encoding="utf-8")
    paths = []
    for name, text in (("one", FIRST), ("two", SECOND), ("three", THIRD), ("four", FOURTH)):
        paths.append(tmp_path_factory.getbasetemp() / f"{name}.md")
        paths[-1].write_text(text, encoding="utf-8")
    add(folder, paths, by="nour")
    review(folder, accept_all=True, by="nour")
    return folder


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    """Two reports, one in each language."""
    paths = [tmp_path / "friday.md", tmp_path / "monday.md"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def added(run: Run, case: Path, reports: list[Path]) -> Path:
    """The case with both reports added."""
    assert run("add", case, *reports, "--by", "nour").returncode == 0
    return case

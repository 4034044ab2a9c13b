"""The docs are tests: every page is listed, every command documented, and what they show is what happens."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)")
STEP = re.compile(
    r"^\$ ([^\n]*<<'END'\n(?:[^\n]*\n)*?END|[^\n]*)\n"  # a command, with its here-document if it has one
    r"((?:(?!\$ )[^\n]*\n)*)",  # what it answers
    re.MULTILINE,
)


def page(path: Path) -> str:
    return str(path.relative_to(ROOT))


def blocks(path: Path, language: str) -> list[str]:
    return [code for found, code in BLOCK.findall(path.read_text(encoding="utf-8")) if found == language]


@pytest.fixture(scope="session")
def environment(taqrib: Path) -> dict[str, str]:
    path = os.pathsep.join((str(taqrib.parent), str(Path(sys.executable).parent), os.environ["PATH"]))
    plain = {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    return {**os.environ, **plain, "PATH": path}


@pytest.mark.parametrize("path", [path for path in PAGES if blocks(path, "console")], ids=page)
def test_the_commands_a_page_shows_do_what_it_shows(path: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    for block in blocks(path, "console"):
        for command, shown in STEP.findall(block):
            if command.startswith(("make ", "sudo ", "pip ")):
                continue  # what sets Taqrib up cannot run inside its own tests; .ci/run does it
            done = subprocess.run(
                ["bash", "-c", command],
                cwd=tmp_path,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                encoding="utf-8",
                check=False,
            )
            if shown.strip():
                assert matches(done.stdout, shown), f"$ {command}\n{done.stdout}"
            else:
                assert done.returncode == 0, f"$ {command}\n{done.stdout}"


def matches(told: str, shown: str) -> bool:
    """Whether ``told`` is what the page shows; a line of three dots stands for any lines, dots in one for any words."""
    lines = [line.rstrip() for line in shown.strip("\n").splitlines()]
    patterns = [
        r"(?:[^\n]*\n)*" if line == "..." else re.escape(line).replace(r"\.\.\.", r"[^\n]*") + r"\n" for line in lines
    ]
    answer = "".join(f"{line.rstrip()}\n" for line in told.strip("\n").splitlines())
    return re.fullmatch("".join(patterns), answer) is not None


@pytest.mark.parametrize("path", [path for path in PAGES if blocks(path, "python")], ids=page)
def test_the_python_a_page_shows_runs(path: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    code = "\n".join(blocks(path, "python"))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", PAGES, ids=page)
def test_every_link_leads_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{page(path)} links to {target}"


def test_every_page_is_in_the_navigation() -> None:
    configuration = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = set(re.findall(r"[\w/-]+\.md", str(configuration["nav"])))
    assert listed == {str(path.relative_to(ROOT / "docs")) for path in PAGES if path.is_relative_to(ROOT / "docs")}


def test_the_command_reference_is_what_the_commands_say() -> None:
    generator = shlex.join([sys.executable, str(ROOT / "tools" / "command-reference")])
    told = subprocess.run(["bash", "-c", generator], capture_output=True, encoding="utf-8", check=True).stdout
    written = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    assert written == told, "run tools/command-reference > docs/reference/commands.md"


def test_every_decision_is_listed() -> None:
    index = (ROOT / "docs" / "why" / "index.md").read_text(encoding="utf-8")
    for path in (ROOT / "docs" / "why").glob("*.md"):
        assert path.name == "index.md" or f"({path.name})" in index

"""The house: imports run one way, and each kind of thing is done in one room."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import taqrib

SOURCE = Path(taqrib.__file__).parent
GROUND = ("errors", "edtf", "normal", "clitics", "visible", "strict_yaml", "vocabulary")
"""What every room stands on; these import nothing but each other, to the left."""

ROOMS = (*GROUND, "case", "evidence", "reading", "record", "positions", "rounds", "packages", "brief", "cli")
"""From left to right: a room imports only what stands to its left."""

MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.parent != SOURCE or path.stem in GROUND)


def imported(path: Path) -> Iterator[str]:
    """Every module ``path`` imports, also late and for its types."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            module = node.module or ""
            yield module
            if module == "taqrib":
                yield from (f"taqrib.{alias.name}" for alias in node.names)


def room(path: Path) -> str:
    inside = path.relative_to(SOURCE)
    return inside.parts[0].removesuffix(".py")


def name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_room_imports_only_what_stands_to_its_left(path: Path) -> None:
    if room(path) == "examples":
        return
    allowed = ROOMS[: ROOMS.index(room(path)) + 1]
    used = {module.split(".")[1] for module in imported(path) if module.startswith("taqrib.")}
    assert used <= set(allowed), f"{name(path)} imports {used - set(allowed)}"


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("sqlalchemy", {"record"}),
        ("sqlite3", {"record"}),
        ("typer", {"cli"}),
        ("rich", {"cli"}),
        ("jinja2", {"brief"}),
        ("docx", {"evidence", "brief"}),
        ("openpyxl", {"brief"}),
        ("icalendar", {"brief"}),
        ("typst", {"brief"}),
        ("trafilatura", {"evidence"}),
        ("subprocess", {"evidence"}),
        ("socket", set()),
        ("urllib.request", set()),
        ("http", set()),
        ("requests", set()),
    ],
)
def test_each_kind_of_work_is_done_in_one_room(library: str, rooms: set[str]) -> None:
    users = {
        room(path)
        for path in MODULES
        for module in imported(path)
        if module == library or module.startswith(f"{library}.")
    }
    assert users <= rooms


@pytest.mark.parametrize(
    "path", [path for path in MODULES if room(path) in {"case", "reading", "positions", "rounds", "packages"}], ids=name
)
def test_pure_rooms_touch_no_file_and_no_clock(path: Path) -> None:
    impure = {"os", "io", "pathlib", "subprocess", "socket", "time", "random", "tempfile", "shutil"}
    assert not impure & {module.split(".")[0] for module in imported(path)}
    calls = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    assert not calls & {"open", "today", "now", "read_text", "write_text"} or path.name == "starter.py"


def test_no_module_outgrows_the_house() -> None:
    long = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: lines for path, lines in long.items() if lines > 600} == {}

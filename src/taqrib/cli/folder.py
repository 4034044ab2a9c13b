"""A case on the disk: a folder with ``case.yaml``, ``reports/`` and ``record.db``; all else is derived from them."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from taqrib.errors import NotFound, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.case import Case, CaseIndex
    from taqrib.record import Place, Record

CASE_FILE = "case.yaml"
RECORD_FILE = "record.db"
REPORTS_FOLDER = "reports"


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case, what its words point at, and its record.

    :ivar place: where the record is kept.
    """

    folder: Path
    case: Case
    index: CaseIndex
    record: Record
    place: Place


def load_case(folder: Path) -> Case:
    """The case in ``folder``.

    :raises NotFound: if there is no such folder, or no ``case.yaml`` in it.
    :raises Invalid: with file and line, if ``case.yaml`` is not right.
    """
    from taqrib.case import parse_case

    path = folder / CASE_FILE
    return parse_case(case_text(folder), where=str(path))


def case_text(folder: Path) -> str:
    """The text of the folder's ``case.yaml``."""
    path = folder / CASE_FILE
    if not path.is_file():
        found = "a folder without one" if folder.is_dir() else "a file" if folder.exists() else "nothing there"
        raise NotFound(
            f"expected the folder of a case, with a {CASE_FILE}, found {found}; make one with 'taqrib case new'",
            where=str(folder),
        )
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"expected UTF-8, found something else at byte {error.start}; save the file as UTF-8", where=str(path)
        ) from error


@contextmanager
def open_case(
    folder: Path, *, writable: bool = False, make: bool = False, record: str | None = None
) -> Iterator[OpenCase]:
    """The case in ``folder`` with its record.

    :param writable: lets the record be changed. Otherwise nothing in the folder is touched.
    :param make: makes a record when the case has none yet. Otherwise such a case has an empty one, which is not kept.
    :param record: the address of a record in PostgreSQL; ``None`` takes the folder's file.
    :raises Invalid: if the record is that of another case.
    """
    from taqrib.case import index_of
    from taqrib.record import Record

    case = load_case(folder)
    place = place_of(folder, record)
    originals = folder / REPORTS_FOLDER
    with ExitStack() as stack:
        try:
            opened = Record.open(place, writable=writable, case=case.id, originals=originals)
        except NotFound:
            if not make:
                place = Path(stack.enter_context(TemporaryDirectory(prefix="taqrib-"))) / RECORD_FILE
            opened = Record.create(place, case=case.id, by=who(), originals=originals)
        stack.callback(opened.close)
        yield OpenCase(folder, case, index_of(case), opened, place)


def place_of(folder: Path, record: str | None) -> Place:
    """Where the record of the case in ``folder`` is kept.

    :param record: the address of a record in PostgreSQL; ``None`` takes the folder's file.
    """
    return record or folder / RECORD_FILE


def has_record(folder: Path) -> bool:
    """Whether anything was ever kept in the folder's own file."""
    return (folder / RECORD_FILE).exists()


def who() -> str:
    """The name the system knows the user by."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user on this machine: a container's number
        return "unknown"

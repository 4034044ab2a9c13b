"""Kills, full disks, two writers, clocks that go back, damaged files: nothing acknowledged is lost, damage is named."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from ledger import a_proposal, a_report, no_findings
from taqrib.errors import CannotStore, TaqribError
from taqrib.record import Archive, Place, Record, Touch, Verified, Wanted, search, verify
from taqrib.record.tables import ledger
from writers import add_many, change_at_random, import_again_and_again, told, writer

CASE = "case: lagoon\n"


def seals(place: Place) -> dict[int, str]:
    record = Record.open(place, case="lagoon", writable=False)
    with record._database.reading() as connection:  # noqa: SLF001 - the seals themselves
        found = {row.number: row.seal for row in connection.execute(select(ledger.c.number, ledger.c.seal))}
    record.close()
    return found


# ---------------------------------------------------------------------- kills


@pytest.mark.parametrize("round_", range(9))
def test_a_kill_at_any_moment_of_any_change_loses_nothing_acknowledged(
    record: Record, place: Place, path: Path, whole: Callable[[], Verified], round_: int
) -> None:
    """Ten kills a round on one record in SQLite, one in PostgreSQL, whose server is not what is killed."""
    record.add(a_report(), no_findings(), [a_proposal()], by="nour")
    record.close()
    originals = path.parent / "reports"
    for kill in range(10 if isinstance(place, Path) else 1):
        seed = 100 * round_ + kill
        chance = random.Random(seed)  # noqa: S311 - a seeded choice, no secret
        with writer(change_at_random, place, originals, seed) as (process, pipe):
            acknowledged = [pipe.recv() for _ in range(chance.randrange(1, 5))]
            while pipe.poll(chance.uniform(0, 0.02)) and chance.random() < 0.5:
                acknowledged.append(pipe.recv())
            process.kill()
            process.join()
            acknowledged += told(pipe)
        rows = seals(place)
        assert [(number, rows.get(number)) for number, _ in acknowledged] == acknowledged, seed
        whole()
    after = Record.open(place, case="lagoon", originals=originals)
    assert after.add(a_report("Venn waits."), no_findings(), [a_proposal()], by="nour").new
    after.close()
    whole()


def test_a_kill_of_an_import_leaves_a_whole_record_or_none(record: Record, tmp_path: Path) -> None:
    for number in range(3):
        record.add(a_report(f"report {number} " + "word " * 400), no_findings(), [a_proposal()] * 9, by="nour")
    archive = tmp_path / "lagoon.zip"
    with archive.open("wb") as file:
        record.export(CASE, file)
    folder = tmp_path / "imported"
    for kill in range(10):
        folder.mkdir()
        chance = random.Random(kill)  # noqa: S311 - a seeded choice, no secret
        with writer(import_again_and_again, archive, folder) as (process, pipe):
            done = [pipe.recv()]
            while pipe.poll(chance.uniform(0, 0.05)):
                done.append(pipe.recv())
            process.kill()
            process.join()
            done += told(pipe)
        made = {case for case in folder.iterdir() if (case / "record.db").exists()}
        assert {folder / f"case-{number}" for number in done} <= made
        for case in made:
            assert verify(case / "record.db").reports == 3
        shutil.rmtree(folder)


# ---------------------------------------------------------------------- full disks


@contextmanager
def limited(path: Path) -> Iterator[Callable[[], None]]:
    """A disk on which no file grows any more; gives what makes room again."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    biggest = max(file.stat().st_size for file in path.parent.rglob("*") if file.is_file())
    resource.setrlimit(resource.RLIMIT_FSIZE, (biggest + 512, before[1]))
    try:
        yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, before)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def filled(path: Path) -> Iterator[Callable[[], None]]:
    """A disk of a megabyte filled to the brim; gives what makes room again."""
    ballast = path.parent / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 512)
    try:
        yield lambda: ballast.unlink(missing_ok=True)
    finally:
        ballast.unlink(missing_ok=True)


@pytest.fixture(params=["disk", "limit"])
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, Any]]:
    """Where a record is kept on a disk that can be made full, and what makes it so."""
    folder = tmp_path / "small"
    folder.mkdir()
    if request.param == "limit":
        yield folder / "record.db", limited
        return
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "taqrib", folder], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("only the administrator may make a small disk")
    yield folder / "record.db", filled
    subprocess.run(["umount", "--lazy", folder], check=True)


def exported(record: Record, file: Path) -> None:
    with file.open("wb") as opened:
        record.export(CASE + "#" * 5_000_000, opened)


LONG = "Marshland " + " ".join(f"word{number}" for number in range(60_000))


def test_a_full_disk_changes_nothing_and_what_was_asked_works_once_there_is_room(small: tuple[Path, Any]) -> None:
    path, full = small
    record = Record.create(path, case="lagoon", by="nour")
    record.add(a_report("Venn waits."), no_findings(), [a_proposal(0, 4)] * 40, by="nour")
    record.add(a_report(), no_findings(), [a_proposal()], by="nour")
    before = seals(path)
    changes: list[Callable[[], object]] = [
        lambda: record.add(a_report(LONG), no_findings(), [a_proposal()] * 200, by="nour"),
        lambda: [record.decide("e1", "accept", by="nour", why="x" * 300_000) for _ in range(9)],
        lambda: record.retract("e2", by="nour", why="x" * 2_500_000),
        lambda: exported(record, path.parent / "case.zip"),
    ]
    for change in changes:
        with full(path) as room:
            with pytest.raises((CannotStore, OSError)) as raised:
                change()
            if isinstance(raised.value, CannotStore):
                assert "the disk is full or failing" in str(raised.value)
            else:
                assert raised.value.errno in {errno.ENOSPC, errno.EFBIG}
            room()
        (path.parent / "case.zip").unlink(missing_ok=True)
        now = seals(path)
        assert {number: now[number] for number in before} == before
        verify(path)
    assert record.add(a_report("Venn left."), no_findings(), [a_proposal()], by="nour").report == "r3"
    record.close()
    verify(path)


def test_a_removal_on_a_full_disk_is_finished_by_removing_again(small: tuple[Path, Any]) -> None:
    path, full = small
    record = Record.create(path, case="lagoon", by="nour")
    record.add(a_report("Venn waits."), no_findings(), [a_proposal(0, 4)] * 300, by="nour")
    record.add(a_report("Marshland heron"), no_findings(), [a_proposal(quote="Marshland heron")] * 300, by="nour")
    with full(path) as room:
        with suppress(CannotStore):
            for _ in range(40):  # until the log is full
                record.decide("e1", "accept", by="nour", why="x" * 60_000)
        with pytest.raises(CannotStore):
            record.remove("r2", by="nour", why="asked to")
        room()
    verify(path)
    record.remove("r2", by="nour", why="asked to")
    record.close()
    verify(path)
    kept = b"".join(file.read_bytes() for file in path.parent.rglob("*") if file.is_file())
    assert b"Marshland" not in kept


def test_a_disk_too_small_to_forget_is_said_as_what_it_is_and_removing_again_forgets(path: Path) -> None:
    record = Record.create(path, case="lagoon", by="nour")
    record.add(a_report(LONG), no_findings(), [a_proposal(0, 4)], by="nour")
    record.add(a_report("Marshland heron"), no_findings(), [a_proposal(quote="Marshland heron")], by="nour")
    record.close()
    record = Record.open(path, case="lagoon")
    with limited(path):
        with pytest.raises(CannotStore, match="the content was removed from the record, but the disk is full"):
            record.remove("r2", by="nour", why="asked to")
        with record.view() as view:
            assert [stone.report for stone in view.tombstones()] == ["r2"]
    record.remove("r2", by="nour", why="asked to")
    record.close()
    verify(path)
    assert b"heron" not in b"".join(file.read_bytes() for file in path.parent.rglob("*") if file.is_file())


def test_an_import_onto_a_full_disk_leaves_no_record(small: tuple[Path, Any]) -> None:
    path, full = small
    elsewhere = path.parent.parent / "elsewhere"
    elsewhere.mkdir()
    record = Record.create(elsewhere / "record.db", case="lagoon", by="nour")
    record.add(a_report(LONG), no_findings(), [a_proposal()] * 2000, by="nour")
    content = BytesIO()
    record.export(CASE, content)
    record.close()
    (path.parent / "something").write_bytes(b"x" * 4096)
    with full(path) as room:
        with pytest.raises((CannotStore, OSError)):
            Record.restore(Archive(content, "lagoon.zip"), path, originals=path.parent / "reports")
        assert not path.exists()
        room()
    assert not path.exists()


# ---------------------------------------------------------------------- folders that may not be written


def test_a_folder_that_may_not_be_written_is_said_and_left_as_it_was(
    record: Record, place: Place, path: Path, whole: Callable[[], Verified], as_nobody: Callable[[], None]
) -> None:
    content = BytesIO()
    record.export(CASE, content)
    if not isinstance(place, Path):  # the record itself is the server's; the originals are in the folder
        (path.parent / "reports").mkdir()
    as_nobody()
    if isinstance(place, Path):
        for making in (
            lambda: Record.create(path.with_name("new.db"), case="lagoon", by="nour"),
            lambda: Record.restore(
                Archive(content, "lagoon.zip"), path.with_name("new.db"), originals=path.parent / "new"
            ),
            lambda: Record.open(path),
        ):
            with pytest.raises(CannotStore, match="check who owns it"):
                making()
    else:
        with pytest.raises(PermissionError):
            record.add(a_report(), no_findings(), [a_proposal()], by="nour")
    os.seteuid(0)
    assert [file.name for file in path.parent.iterdir() if "new" in file.name] == []
    assert record.reports() == []
    whole()


# ---------------------------------------------------------------------- two writers


def test_two_writers_in_turn_see_each_others_rows(
    record: Record, place: Place, path: Path, whole: Callable[[], Verified]
) -> None:
    second = Record.open(place, case="lagoon", originals=path.parent / "reports")
    for number in range(5):
        one = record.add(a_report(f"nour tells {number}"), no_findings(), [a_proposal()], by="nour")
        other = second.add(a_report(f"sami tells {number}"), no_findings(), [a_proposal()], by="sami")
        assert (one.report, other.report) == (f"r{2 * number + 1}", f"r{2 * number + 2}")
        second.decide(one.entries[0], "accept", by="sami")
        record.decide(other.entries[0], "reject", by="nour")
        assert record.entries() == second.entries()
    second.close()
    assert whole().reports == 10


def test_two_writers_at_once_both_succeed(
    record: Record, place: Place, path: Path, whole: Callable[[], Verified]
) -> None:
    originals = path.parent / "reports"
    with (
        writer(add_many, place, originals, "nour", 12) as (first, from_first),
        writer(add_many, place, originals, "sami", 12) as (second, from_second),
    ):
        reports = [*told(from_first), *told(from_second)]
        first.join()
        second.join()
        assert (first.exitcode, second.exitcode) == (0, 0)
    assert sorted(reports) == sorted(f"r{number}" for number in range(1, 25))
    assert {entry.status for entry in record.entries()} == {"accepted"}
    assert {entry.decided_by for entry in record.entries()} == {"nour", "sami"}
    assert whole().reports == 24


# ---------------------------------------------------------------------- clocks


def test_a_clock_that_goes_back_never_takes_the_ledger_back(place: Place, path: Path) -> None:
    noon = datetime(2031, 5, 2, 12, tzinfo=UTC)
    hours = iter([0, 1, -24, -24, -3000, 0.5, 2, 2])
    record = Record.create(
        place,
        case="lagoon",
        by="nour",
        originals=path.parent / "reports",
        clock=lambda: noon + timedelta(hours=next(hours)),
    )
    for number in range(7):
        record.add(a_report(f"report {number}"), no_findings(), [], by="nour")
    with record.view() as view:
        times = [row.at for row in view.ledger()]
    assert times == sorted(set(times))
    assert times[0] == "2031-05-02T12:00:00.000+00:00"
    assert times[-2].startswith("2031-05-02T14:00")
    for number, at in enumerate(times):
        with record.view(known_at=datetime.fromisoformat(at)) as view:
            assert len(view.reports()) == number
    with record.view(known_at=noon - timedelta(hours=1)) as view:
        assert (view.reports(), view.last_row()) == ([], 0)
    record.close()
    verify(place, path.parent / "reports", case="lagoon")


# ---------------------------------------------------------------------- damaged files


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed record of every kind of row."""
    path = tmp_path_factory.mktemp("sound") / "record.db"
    record = Record.create(path, case="lagoon", by="nour")
    for number in range(12):
        text = f"Orla wants to fish in open water {number}, قالت مسؤولة في أورلا. " + "word " * 90
        record.add(
            a_report(text), no_findings(), [a_proposal(on=f"2031-05-{day:02}") for day in range(1, 9)], by="nour"
        )
    record.accept_proposed(by="sami")
    record.decide("e2", "amend", by="nour", changes={"touches": (Touch("patrols", "joint"),), "on": None})
    record.retract("r3", by="nour", why="misheard")
    record.undo(by="nour")
    record.remove("r4", by="nour", why="asked to")
    record.decide("e5", "reject", by="nour")
    record.close()
    return path


KINDS = ("statement", "stance", "event", "figure")


def questions(path: Path) -> list[Callable[[], Any]]:
    """All that can be asked of the record at ``path``, each answered or refused by itself."""

    def asked(question: Callable[[Any], Any]) -> Callable[[], Any]:
        def answered() -> Any:
            record = Record.open(path, writable=False)
            try:
                with record.view() as view:
                    return question(view)
            finally:
                record.close()

        return answered

    from datetime import date

    from lagoon import lagoon
    from taqrib.positions.gaps import gap_matrix
    from taqrib.record import StoredTimeline

    days = date(2031, 1, 1), date(2031, 12, 31)
    return [
        asked(lambda view: view.entries()),
        asked(lambda view: view.reports()),
        asked(lambda view: [view.tombstones(), view.last_day(), view.disputed(), view.count("accepted")]),
        asked(lambda view: list(view.ledger())),
        asked(lambda view: [view.history(subject) for subject in ("r1", "e2", "r3")]),
        asked(lambda view: [sorted(view.keys(kind), key=str) for kind in KINDS]),
        asked(lambda view: view.said(KINDS, *days)),
        asked(lambda view: gap_matrix(lagoon(), StoredTimeline(view), as_of=date(2031, 5, 9))),
        asked(lambda view: search(view, "مسؤولة water", Wanted(actor="orla"), limit=50)),
        asked(lambda view: search(view, "word", Wanted(), limit=50)),
        asked(lambda view: view.report("r5")),
        asked(lambda view: view.entry("e7")),
    ]


def outcome(question: Callable[[], Any]) -> Any:
    """An answer, or ``TaqribError`` where it was refused in one sentence."""
    try:
        return question()
    except TaqribError as error:
        assert error.message  # noqa: PT017 - that it is one is what counts
        return TaqribError


def expect_named_or_harmless(damaged: Path, answers: list[Any], told_: str) -> bool:
    """Whether damage was named; if it was not, it changed no answer."""
    found = [outcome(question) for question in questions(damaged)]
    if outcome(lambda: verify(damaged)) is TaqribError:
        return True
    assert found == answers, told_
    return False


def test_a_flipped_bit_anywhere_is_named_or_changes_no_answer(sound: Path, tmp_path: Path) -> None:
    answers = [question() for question in questions(sound)]
    damaged = tmp_path / "record.db"
    shutil.copytree(sound.parent / "reports", tmp_path / "reports")
    content = sound.read_bytes()
    chance = random.Random(7)  # noqa: S311 - a seeded choice, no secret
    places = [*range(0, 100, 7), *(chance.randrange(len(content)) for _ in range(50))]
    named = 0
    for place in places:
        flipped = bytearray(content)
        flipped[place] ^= 1 << chance.randrange(8)
        damaged.write_bytes(flipped)
        named += expect_named_or_harmless(damaged, answers, f"byte {place}")
    assert named > len(places) / 3


def test_a_flipped_bit_in_the_statements_that_made_the_tables_is_named(sound: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "record.db"
    content = sound.read_bytes()
    for written in (b"CREATE TABLE ledger", b"CREATE TRIGGER", b"voice_actor"):
        flipped = bytearray(content)
        flipped[content.index(written) + 2] ^= 0x80
        damaged.write_bytes(flipped)
        assert outcome(lambda: verify(damaged)) is TaqribError
        assert TaqribError in [outcome(question) for question in questions(damaged)]


def test_a_file_cut_short_anywhere_is_named_or_changes_no_answer(sound: Path, tmp_path: Path) -> None:
    answers = [question() for question in questions(sound)]
    damaged = tmp_path / "record.db"
    shutil.copytree(sound.parent / "reports", tmp_path / "reports")
    content = sound.read_bytes()
    chance = random.Random(8)  # noqa: S311 - a seeded choice, no secret
    lengths = [1, 15, 16, 99, 100, 4095, 4096, 8192, len(content) - 4096, len(content) - 1]
    for length in [*lengths, *(chance.randrange(len(content)) for _ in range(15))]:
        damaged.write_bytes(content[:length])
        assert expect_named_or_harmless(damaged, answers, f"{length} bytes")


def test_a_damaged_log_takes_the_record_back_to_a_whole_earlier_state_or_is_named(sound: Path, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    shutil.copytree(sound.parent, folder)
    record = Record.open(folder / "record.db")
    for entry in ("e8", "e9", "e10", "e11"):
        record.decide(entry, "reject", by="nour")
    log = (folder / "record.db-wal").read_bytes()
    known = seals(folder / "record.db")
    chance = random.Random(9)  # noqa: S311 - a seeded choice, no secret
    for number in range(30):
        copied = tmp_path / f"copied-{number}"
        shutil.copytree(folder, copied, ignore=shutil.ignore_patterns("*-shm"))
        flipped = bytearray(log)
        flipped[chance.randrange(len(log))] ^= 1 << chance.randrange(8)
        (copied / "record.db-wal").write_bytes(flipped)
        try:
            whole = verify(copied / "record.db")
        except TaqribError:
            continue
        assert known[whole.rows] == whole.seal
    record.close()


def test_a_flipped_bit_in_an_archive_is_named_or_changes_nothing(sound: Path, tmp_path: Path) -> None:
    record = Record.open(sound, writable=False)
    file = BytesIO()
    record.export(CASE, file)
    expected = (record.entries(), record.reports())
    record.close()
    chance = random.Random(10)  # noqa: S311 - a seeded choice, no secret
    content, named = file.getvalue(), 0
    places = [
        *range(0, 40, 3),
        *(chance.randrange(len(content)) for _ in range(20)),
        *range(len(content) - 60, len(content), 4),
    ]
    for number, place in enumerate(places):
        flipped = bytearray(content)
        flipped[place] ^= 1 << chance.randrange(8)
        folder = tmp_path / f"case-{number}"
        folder.mkdir()
        try:
            archive = Archive(BytesIO(flipped), "lagoon.zip")
            assert archive.case_yaml == CASE
            again = Record.restore(archive, folder / "record.db", originals=folder / "reports")
        except TaqribError:
            named += 1
            assert not (folder / "record.db").exists()
            continue
        assert (again.entries(), again.reports()) == expected
        again.close()
    assert named > len(places) / 3

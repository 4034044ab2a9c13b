"""A whole case as one file."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from histories import History, Step, histories
from ledger import Made, a_proposal, a_report, no_findings
from taqrib.errors import Conflict, Damaged, Invalid, TaqribError, Unreadable
from taqrib.evidence import Original
from taqrib.record import Archive, Place, Record, Touch, Verified, verify
from taqrib.record.chain import FIRST, canonical, digest, seal

CASE = "case: lagoon\n# محادثات البحيرة\n"


def exported(record: Record, case_yaml: str = CASE) -> bytes:
    file = BytesIO()
    record.export(case_yaml, file)
    return file.getvalue()


def archive(content: bytes) -> Archive:
    return Archive(BytesIO(content), "lagoon.zip")


def all_of(record: Record) -> tuple[Any, ...]:
    with record.view() as view:
        subjects = [one.id for one in [*view.reports(), *view.entries()]]
        histories_ = [view.history(subject) for subject in subjects]
        return view.reports(), view.entries(), view.tombstones(), list(view.ledger()), histories_


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=6)
@given(steps=histories())
def test_a_round_trip_loses_nothing_and_gives_the_same_bytes(
    make: Callable[[], Made], tmp_path: Path, steps: list[Step]
) -> None:
    made = make()
    History(made.record).take(steps)
    content = exported(made.record)
    elsewhere = tmp_path / f"{made.case}-again"
    elsewhere.mkdir()
    again = Record.restore(archive(content), elsewhere / "record.db", originals=elsewhere / "reports")
    assert all_of(again) == all_of(made.record)
    assert exported(again) == content
    again.close()
    assert verify(elsewhere / "record.db") == made.whole()
    made.record.close()


@pytest.fixture
def kept(record: Record) -> Record:
    """A report amended, one removed, one without an original."""
    for text in ("Orla wants to fish in open water.", "Venn waits.", "أورلا تنتظر."):
        record.add(
            a_report(text, original=None if text.startswith("Venn") else Original("day.txt", text.encode())),
            no_findings(),
            [a_proposal()],
            by="nour",
        )
    record.decide("e1", "amend", by="سلمى", changes={"touches": (Touch("patrols"),)}, why="«كما قالت»")
    record.remove("r3", by="nour", why="asked to")
    return record


def test_a_record_moves_from_one_database_to_the_other_and_back(
    kept: Record, new_database: Callable[[], str], tmp_path: Path, whole: Callable[[], Verified]
) -> None:
    content = exported(kept)
    there: list[Place] = [tmp_path / "again.db", new_database()]
    for number, place in enumerate(there):
        originals = tmp_path / f"originals-{number}"
        again = Record.restore(archive(content), place, originals=originals)
        assert all_of(again) == all_of(kept)
        assert exported(again) == content
        assert again.add(a_report("Venn left."), no_findings(), [a_proposal()], by="nour").entries == ("e4",)
        assert again.undo(by="سلمى") == ("e1",)
        again.close()
        verify(place, originals, case="lagoon")
        content_of_all = {file.read_bytes() for file in originals.iterdir()}
        assert b"Orla wants to fish in open water." in content_of_all
    whole()


def test_what_is_in_it_opens_with_any_zip_and_any_editor(kept: Record) -> None:
    with zipfile.ZipFile(BytesIO(exported(kept))) as opened:
        names = opened.namelist()
        manifest = json.loads(opened.read("manifest.json"))
        rows = [json.loads(line) for line in opened.read("ledger.jsonl").decode().splitlines()]
        assert opened.read("case.yaml").decode() == CASE
        assert opened.read("texts/r1.txt").decode() == "Orla wants to fish in open water."
        for name in names:
            if name != "manifest.json":
                assert hashlib.sha256(opened.read(name)).hexdigest() == manifest["files"][name]
    assert (manifest["case"], manifest["rows"], manifest["seal"]) == ("lagoon", len(rows), rows[-1]["seal"])
    assert sorted(name.partition("/")[0] for name in names) == [
        "case.yaml", "ledger.jsonl", "manifest.json", "reports", "texts", "texts",
    ]  # fmt: skip
    assert next(row for row in rows if row["by"] == "سلمى")["body"]["why"] == "«كما قالت»"


def test_an_import_finds_a_record_there_already_and_leaves_it_alone(
    kept: Record, place: Place, path: Path, whole: Callable[[], Verified]
) -> None:
    content = exported(kept)
    (path.parent / "reports").rename(path.parent / "safe")
    with pytest.raises(Conflict, match="found one"):
        Record.restore(archive(content), place, originals=path.parent / "reports")
    assert not (path.parent / "reports").exists()
    (path.parent / "safe").rename(path.parent / "reports")
    whole()


def remade(content: bytes, change: Callable[[dict[str, bytes], dict[str, Any]], None], *, honest: bool = True) -> bytes:
    """The archive with something changed, and a manifest that has every file's hash as it is then."""
    with zipfile.ZipFile(BytesIO(content)) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    change(files, manifest)
    if honest:
        manifest["files"] = {name: hashlib.sha256(inside).hexdigest() for name, inside in files.items()}
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as written:
        for name, inside in {**files, "manifest.json": json.dumps(manifest).encode()}.items():
            written.writestr(name, inside)
    return made.getvalue()


def resealed(rows: list[dict[str, Any]], manifest: dict[str, Any]) -> bytes:
    """The rows as a ledger whose every seal holds, whatever is in them."""
    last = FIRST
    for number, row in enumerate(rows, 1):
        if row["body"] is not None:
            row["digest"] = digest(canonical(row["body"]))
        row["number"] = number
        last = row["seal"] = seal(
            last, **{name: row[name] for name in ("number", "at", "by", "act", "subject", "digest")}
        )
    manifest["rows"], manifest["seal"] = len(rows), last
    return b"".join(canonical(row).encode() + b"\n" for row in rows)


def rows_of(files: dict[str, bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in files["ledger.jsonl"].decode().splitlines()]


def without_a_seal(files: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    rows = rows_of(files)
    rows[3]["by"] = "ghost"
    files["ledger.jsonl"] = b"".join(canonical(row).encode() + b"\n" for row in rows)


def another_text(files: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    files["texts/r1.txt"] = b"Orla wants nothing."


def no_text(files: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    del files["texts/r1.txt"]


def another_original(files: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    name = next(name for name in files if name.startswith("reports/"))
    files[name] = b"something else"


def no_original(files: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    del files[next(name for name in files if name.startswith("reports/"))]


def content_lost(files: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    rows = rows_of(files)
    rows[2]["body"] = None
    files["ledger.jsonl"] = b"".join(canonical(row).encode() + b"\n" for row in rows)


def rows_gone(files: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    files["ledger.jsonl"] = b"".join(canonical(row).encode() + b"\n" for row in rows_of(files)[:-1])


def nonsense(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    rows = rows_of(files)
    rows.append({**rows[-1], "act": "applaud", "subject": "e1", "body": {"changes": 7}})
    files["ledger.jsonl"] = resealed(rows, manifest)


def an_undo_of_nothing(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    rows = rows_of(files)
    rows += [{**rows[-1], "act": "undo", "subject": subject, "body": {"of": 2}} for subject in ("r1", "e1")]
    files["ledger.jsonl"] = resealed(rows, manifest)


def another_case(_files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    manifest["case"] = "strait"


def no_json(files: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    files["ledger.jsonl"] = files["ledger.jsonl"][:50]


def a_list_for_a_row(files: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    files["ledger.jsonl"] = b'["number", 1]\n' + files["ledger.jsonl"]


def bare_row(files: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    files["ledger.jsonl"] = b'{"number": 1}\n'


def no_rows(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    files["ledger.jsonl"] = resealed([], manifest)


def not_utf8(files: dict[str, bytes], _manifest: dict[str, Any]) -> None:
    files["texts/r1.txt"] = b"\xff\xfe"


CHANGES = [
    without_a_seal, another_text, no_text, another_original, no_original, content_lost, rows_gone,
    nonsense, an_undo_of_nothing, another_case, no_json, a_list_for_a_row, bare_row, no_rows, not_utf8,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_an_import_is_whole_or_not_at_all_whatever_was_changed_in_the_file(
    kept: Record, tmp_path: Path, place: Place, new_database: Callable[[], str], change: Any
) -> None:
    content = remade(exported(kept), change)
    folder = tmp_path / "new"
    folder.mkdir()
    there: Place = folder / "record.db" if isinstance(place, Path) else new_database()
    with pytest.raises(TaqribError) as raised:
        Record.restore(archive(content), there, originals=folder / "reports")
    assert isinstance(raised.value, Damaged | Invalid | Unreadable), raised.value
    assert not (folder / "record.db").exists()
    assert sorted(path.name for path in tmp_path.glob("*night*")) == []
    again = Record.restore(archive(exported(kept)), there, originals=folder / "reports")
    assert all_of(again) == all_of(kept)
    again.close()
    assert [file for file in folder.iterdir() if file.name.startswith(".")] == []


def something_more(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    files["notes.txt"] = b"not exported"
    manifest["more"] = True


def case_not_listed(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    files["case.yaml"] = files["case.yaml"].replace(b"Orla", b"Alro")
    del manifest["files"]["case.yaml"]


@pytest.mark.parametrize("change", [something_more, case_not_listed])
def test_a_file_and_its_list_must_name_the_same_files(kept: Record, change: Any) -> None:
    with pytest.raises(Damaged, match=r"(case.yaml|notes.txt) is not in the archive's list of files"):
        archive(remade(exported(kept), change, honest=False))


def test_a_file_that_no_row_names_is_left_in_the_archive(kept: Record, tmp_path: Path) -> None:
    def added(files: dict[str, bytes], _manifest: dict[str, Any]) -> None:
        files["reports/../../outside.txt"] = files["reports/0000000000000000-other.txt"] = b"not asked for"

    content = remade(exported(kept), added)
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    Record.restore(archive(content), folder / "record.db", originals=folder / "reports").close()
    assert {path.name.partition("-")[2] or path.name for path in (tmp_path / "a").rglob("*")} == {
        "b", "record.db", "reports", "day.txt",
    }  # fmt: skip


def test_what_was_changed_and_not_hashed_anew_is_named(kept: Record) -> None:
    content = exported(kept)
    for change, named in ((another_text, "texts/r1.txt"), (without_a_seal, "ledger.jsonl"), (no_text, "texts/r1.txt")):
        with pytest.raises(Damaged, match=f"{named} .*(is not what was exported|missing)"):
            archive(remade(content, change, honest=False))


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"some text", b"\0" * 4096],
)
def test_another_kind_of_file_is_said_so(content: bytes) -> None:
    with pytest.raises(Unreadable, match="expected a case exported by 'taqrib case export'"):
        archive(content)


@pytest.mark.parametrize(
    "manifest",
    [
        "[]",
        "{}",
        "7",
        '{"files": [], "case": "x"}',
        '{"files": {}, "case": 7}',
        '{"files": {"a": 1}, "case": "x"}',
        "\x00",
    ],
)
def test_a_zip_of_another_kind_is_said_so(manifest: str) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as written:
        written.writestr("manifest.json", manifest)
    with pytest.raises((Unreadable, Invalid, Damaged)):
        archive(made.getvalue())
    with zipfile.ZipFile(made, "w") as written:
        written.writestr("readme.txt", manifest)
    with pytest.raises(Unreadable):
        archive(made.getvalue())


def test_an_archive_of_a_later_format_is_refused(kept: Record) -> None:
    later = remade(exported(kept), lambda _files, manifest: manifest.update(format=99))
    with pytest.raises(Invalid, match="found 99"):
        archive(later)


def test_an_export_says_which_original_is_missing_or_another(kept: Record, path: Path) -> None:
    (copy, *_) = sorted((path.parent / "reports").iterdir())
    content = copy.read_bytes()
    copy.write_bytes(b"something else")
    with pytest.raises(Damaged, match=rf"{copy.name}: an original is not the file captured"):
        exported(kept)
    copy.unlink()
    with pytest.raises(Damaged, match="an original is missing"):
        exported(kept)
    copy.write_bytes(content)
    assert exported(kept)

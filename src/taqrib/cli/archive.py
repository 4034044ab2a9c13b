"""``taqrib case export`` and ``import``: a whole case as one file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from taqrib.cli.options import CaseFolder, FormatOption, RecordOption
from taqrib.cli.output import Format, answering, count, print_json, tell
from taqrib.errors import Invalid, NotFound


@answering
def export_case(
    folder: CaseFolder = Path(),
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The file; by default <id of the case>.zip.")
    ] = None,
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Write the whole case into one ZIP: case.yaml, ledger, texts and originals, each with its hash.

    What is in it opens with any ZIP and any editor: the ledger is JSON Lines. The same record gives the same bytes.
    """
    from taqrib.cli.folder import case_text, has_record, open_case
    from taqrib.cli.writing import writing_whole

    if record is None and not has_record(folder):
        raise NotFound("expected the record of this case, found none yet; 'taqrib add' makes it", where=str(folder))
    with open_case(folder, record=record) as opened:
        target = output or Path(f"{opened.case.id}.zip")
        with writing_whole(target) as file:
            seal = opened.record.export(case_text(folder), file)
    if format is Format.json:
        print_json({"ok": True, "file": str(target), "seal": seal})
    else:
        tell(f"Wrote {target}.")
        tell(f"Its last seal is {seal}.")


@answering
def import_case(
    file: Annotated[Path, typer.Argument(metavar="FILE", readable=False, help="What 'taqrib case export' wrote.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", readable=False, help="The folder to make.")],
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Make a case from an exported file, after checking every hash and every seal in it."""
    from taqrib.case import parse_case
    from taqrib.cli.folder import CASE_FILE, REPORTS_FOLDER, place_of
    from taqrib.cli.writing import write_whole
    from taqrib.record import Archive, Record

    if not file.is_file():
        raise NotFound("expected a case exported by 'taqrib case export', found no file there", where=str(file))
    if folder.exists() and any(folder.iterdir() if folder.is_dir() else [folder]):
        raise Invalid("expected a new or an empty folder, found something there; name another", where=str(folder))
    with file.open("rb") as opened:
        archive = Archive(opened, str(file))
        parse_case(archive.case_yaml, where=f"{file}:{CASE_FILE}")
        folder.mkdir(parents=True, exist_ok=True)
        restored = Record.restore(archive, place_of(folder, record), originals=folder / REPORTS_FOLDER)
        write_whole(folder / CASE_FILE, archive.case_yaml)
    with restored.view() as view:
        rows, reports = view.last_row(), len(view.reports())
    restored.close()
    if format is Format.json:
        print_json({"ok": True, "case": archive.case, "folder": str(folder), "rows": rows, "reports": reports})
    else:
        tell(f"Made {folder}: {count(reports, 'report')}, {count(rows, 'ledger row')}, every seal whole.")

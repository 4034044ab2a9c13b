"""``taqrib record``: look after the record itself."""

from __future__ import annotations

from pathlib import Path

import typer

from taqrib.cli.options import CaseFolder, FormatOption, RecordOption
from taqrib.cli.output import Format, answering, count, print_json, tell

record_app = typer.Typer(no_args_is_help=True, help="Look after the record itself.")


@record_app.callback()
def _root() -> None:
    pass


@record_app.command("verify")
@answering
def verify(
    folder: CaseFolder = Path(),
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Check every seal, text and entry of the record, and name the first that is not as it was written."""
    from taqrib.cli.folder import CASE_FILE, REPORTS_FOLDER, has_record, load_case, place_of
    from taqrib.errors import NotFound
    from taqrib.record import verify as verify_record

    if record is None and (folder / CASE_FILE).exists() and not has_record(folder):
        raise NotFound("expected the record of this case, found none yet; 'taqrib add' makes it", where=str(folder))
    case = load_case(folder).id if record else None
    whole = verify_record(place_of(folder, record), folder / REPORTS_FOLDER, case=case)
    if format is Format.json:
        print_json({"ok": True, **whole._asdict()})
    else:
        parts = (
            count(whole.rows, "ledger row"),
            count(whole.reports, "report"),
            count(whole.entries, "entry", "entries"),
        )
        tell(f"The record is whole: {', '.join(parts)}.")
        tell(f"Its last seal is {whole.seal}.")

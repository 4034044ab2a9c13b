"""The brief as CSV: a row for each sentence and each entry it rests on, for spreadsheets and programs alike.

CSV has no way to say that a cell is words: a spreadsheet that opens the file runs what begins with ``=``, ``+``, ``-``,
``@`` or a tab. Such a cell gets an apostrophe before it, the sign spreadsheets themselves use for words.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from taqrib.brief.directions import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK
from taqrib.brief.lines import visible
from taqrib.brief.rows import told_rows
from taqrib.brief.runs import written
from taqrib.brief.telling import told

if TYPE_CHECKING:
    from taqrib.brief.material import Language, Material
    from taqrib.brief.plan import Plan

COLUMNS = (
    "section",
    "issue",
    "actor",
    "number",
    "sentence",
    "entries",
    "entry",
    "quote",
    "report",
    "title",
    "source",
    "published",
    "start",
    "end",
)
"""The same in both languages, so that a program reads either."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes UTF-8 for the system's old encoding and Arabic for gibberish."""

ACTING = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
"""What a formula may begin with; Excel in East Asia also takes the wide signs."""

_UNSEEN = f" {LEFT_TO_RIGHT_MARK}{RIGHT_TO_LEFT_MARK}"


def as_csv(plan: Plan, material: Material, language: Language) -> str:
    r"""The brief in ``language`` as CSV (RFC 4180), beginning with a byte order mark, lines ending in ``\r\n``.

    A sentence that rests on several entries has a row for each; one that rests on none ("nothing on record") has one
    with an empty ``entry``. ``start`` and ``end`` count code points of the report's text.

    :param plan: made of ``material``; see :func:`taqrib.brief.plan`.
    """
    document = told(plan, material, language)
    rtl = document.direction == "rtl"
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in told_rows(document):
        about, actor, sentence = (
            written(runs, document.quotation, rtl=rtl) for runs in (row.topic, row.actor, row.sentence.runs)
        )
        entries = tuple(dict.fromkeys(row.sentence.entries))
        head = (row.part.name, about, actor, row.sentence.anchor, sentence, " ".join(entries))
        for entry in entries or (None,):
            writer.writerow(map(as_words, (*head, *_source(material, entry))))
    return BYTE_ORDER_MARK + held.getvalue()


def as_words(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> as_words("=1+1"), as_words("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if text.lstrip(_UNSEEN).startswith(ACTING) else text


def _source(material: Material, entry_id: str | None) -> tuple[str, ...]:
    """The entry, its quote, and where it stands."""
    if entry_id is None:
        return ("",) * 8
    entry = material.entries[entry_id]
    report = material.reports[entry.report]
    start, end = map(str, entry.span)
    title, source, published = report.title or report.stem, report.source or "", report.published or ""
    quote, title, source, published = map(visible, (entry.quote, title, source, published))
    return entry.id, quote, report.id, title, source, published, start, end

"""PDF: the text by Debian's poppler, in reading order, a line for each paragraph.

Poppler's own running text is not used: it gives an Arabic line's marks to the wrong letters, its numbers the wrong side
of their commas, and ends every line of print as if it were a paragraph. Taken instead are the places of the words,
which poppler knows exactly; the order is restored here.

Debian's poppler also spells a ligature of lam and alef backwards if a font draws it as one shape: *الخلاف* becomes
*الخالف*, another word. That shows in words no Arabic text has (*األسماء*). Then the shapes themselves are asked for,
and if they are not in the file, the PDF is refused: a wrong word is worse than none.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import threading
import unicodedata
from typing import TYPE_CHECKING

from taqrib.errors import Unreadable
from taqrib.evidence.decoding import settle
from taqrib.evidence.facts import Extract, Stated
from taqrib.evidence.pdf_lines import lines_by_pdftohtml, lines_by_pdftotext, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 60
"""How long one reading of a PDF may take."""

LARGEST_OUTPUT = 100_000_000
"""Bytes. How much poppler may say about one PDF: some 50,000 pages of words with their places."""

_PLACES = ("pdftotext", "-enc", "UTF-8", "-bbox-layout")
# Hidden text is the recognised text of a scan, behind its picture; pdftotext gives it unasked.
_SHAPES = ("pdftohtml", "-enc", "UTF-8", "-xml", "-i", "-hidden", "-stdout")

# An alef before a hamza-bearing alef and a lam begins no Arabic word: it is the article before a ligature, backwards.
_LIGATURE_BACKWARDS = re.compile("(?<!\\w)[وفبك]?ا[أإآا]ل")
# لا and إلا backwards. A slip of the pen may look the same, so these count only where no ligature came out right.
_PERHAPS_BACKWARDS = re.compile("(?<!\\w)[وف]?[إأ]?ال(?!\\w)")
_LIGATURE_RIGHT = re.compile("ل[اأإآ]")

# Latin ligatures and Arabic shapes; not the signs among them that are written for their own sake, such as U+FDFA.
_SHAPED = re.compile("[\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdef\ufdf2\ufe70-\ufefc]+")


def extract_pdf(data: bytes, *, where: str) -> Extract:
    """The text of a PDF, without layout.

    A PDF states nothing about itself: its properties hold the name of a template and the day the file was made or
    printed, which is not the day the text was published.

    :raises Unreadable: if poppler is not installed, or the PDF is damaged, cut short, locked with a password, protected
        against copying, without text (a scan), too long, or spells its Arabic in a way that cannot be restored.
    """
    if b"%%EOF" not in data[-4096:]:
        raise Unreadable(
            "expected a whole PDF, found one that is cut short (its end mark %%EOF is missing); fetch or copy it again",
            where=where,
        )
    text = _text_of(data, where)
    if not any(map(str.isalpha, text)):
        raise Unreadable(
            "expected a PDF with text, found only pictures (a scan?); recognise its text first (OCR), for instance "
            "with ocrmypdf, then check the text against the pictures",
            where=where,
        )
    return Extract(settle(text), Stated())


def _text_of(data: bytes, where: str) -> str:
    text = _unshaped(paragraphs(lines_by_pdftotext(_ask(_PLACES, data, where))))
    if _ligatures_backwards(text):
        text = _unshaped(paragraphs(lines_by_pdftohtml(_ask(_SHAPES, data, where))))
        if _ligatures_backwards(text):
            raise Unreadable(
                "expected Arabic whose letters can be told apart, found a font in which lam-alef comes out backwards, "
                "so that words would be wrong; take the report's web page or Word document instead",
                where=where,
            )
    return text


def _ligatures_backwards(text: str) -> bool:
    if _LIGATURE_BACKWARDS.search(text):
        return True
    return _PERHAPS_BACKWARDS.search(text) is not None and _LIGATURE_RIGHT.search(text) is None


def _unshaped(lines: Sequence[str]) -> str:
    """The lines with the letters for the shapes in which a PDF may give them (initial, final, ligature)."""
    # The shape of a mark by itself stands for a space with the mark; the space is not in the text.
    return _SHAPED.sub(lambda shaped: unicodedata.normalize("NFKC", shaped.group()).replace(" ", ""), "\n".join(lines))


def _ask(command: Sequence[str], data: bytes, where: str) -> str:
    """What a program of poppler's says about ``data``, within limits of time and length."""
    program = shutil.which(command[0])
    if program is None:
        raise Unreadable(
            f"expected the program {command[0]} for reading PDF, found none; install the package poppler-utils",
            where=where,
        )
    with tempfile.TemporaryDirectory(prefix="taqrib-") as folder:
        file = os.path.join(folder, "report.pdf")  # noqa: PTH118 - a string for a command
        with open(file, "wb") as copy:  # noqa: PTH123 - the same
            copy.write(data)
        with open(os.path.join(folder, "said"), "w+b") as said:  # noqa: PTH118, PTH123 - the same
            arguments = [program, *command[1:], file, *(["-"] if command[0] == "pdftotext" else [])]
            output, status = _run(arguments, said.fileno(), folder, where)
            said.seek(0)
            complaints = said.read(65536).decode("utf-8", "replace")
    if status:
        raise _refusal(complaints, status, where)
    return output.decode("utf-8", "replace")


def _run(arguments: Sequence[str], complaints: int, folder: str, where: str) -> tuple[bytes, int]:
    process = subprocess.Popen(  # noqa: S603 - a program of poppler's, found by its name, and a file of our own
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=complaints,
        cwd=folder,
        env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "HOME": folder},
    )
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(SECONDS, stop)
    timer.start()
    try:
        assert process.stdout is not None  # noqa: S101 - asked for above
        output = process.stdout.read(LARGEST_OUTPUT + 1)
        if len(output) > LARGEST_OUTPUT:
            process.kill()
        process.stdout.close()
        status = process.wait()
    finally:
        timer.cancel()
        process.kill()
    if late.is_set():
        raise Unreadable(
            f"expected a PDF that can be read within {SECONDS} seconds, found one that takes longer; "
            "print it to a new PDF",
            where=where,
        )
    if len(output) > LARGEST_OUTPUT:
        raise Unreadable(
            "expected a PDF of a report's length, found one far longer; take the pages that matter", where=where
        )
    return output, status


def _refusal(complaints: str, status: int, where: str) -> Unreadable:
    if "ncorrect password" in complaints or "ncrypted" in complaints:
        return Unreadable(
            "expected an open PDF, found one locked with a password; save it without the password", where=where
        )
    if status == 3 or "not allowed" in complaints or "copy-protection" in complaints:
        return Unreadable(
            "expected a PDF whose text may be copied, found one that forbids it; ask its sender for an open one",
            where=where,
        )
    said = " ".join(complaints.split("\n", 1)[0].split())[:120]
    return Unreadable(
        f"expected a PDF, found one that is damaged (poppler says: {said or 'nothing'}); "
        "fetch it again or print it to a new PDF",
        where=where,
    )

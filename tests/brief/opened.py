"""Briefs of every format opened again, by other means than wrote them: what each says, cites and opens."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

import docx
import icalendar
import openpyxl
import pypdf
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from openpyxl.utils.escape import unescape as unescape_cell

from taqrib.brief import FORMATS, Language, Material, plan

MARKS = "\u200e\u200f"
"""The only characters without width that a brief puts in itself."""

_REFERENCE = re.compile(r"\[(e\d+)\]")


@dataclass
class Opened:
    """A brief read back.

    :ivar text: all its words, the quotes among them.
    :ivar references: the entries its sentences cite, in the order of the file.
    :ivar opens: the entries whose quotes it holds.
    """

    text: str
    references: list[str]
    opens: set[str]


def write(name: str, material: Material, language: Language) -> str | bytes:
    """The brief in a format."""
    return FORMATS[name].writer()(plan(material), material, language)


def reopen(name: str, material: Material, language: Language) -> Opened:
    """The brief in a format, written and opened again."""
    return READERS[name](write(name, material, language))


def squeezed(text: str) -> str:
    """``text`` without blanks and direction marks: what no format may lose and none may add to."""
    return re.sub(rf"[\s{MARKS}]", "", text)


def says(name: str, found: Opened, words: str) -> bool:
    """Whether a brief says these words, whatever its lines and spaces.

    Poppler gives back the signs and the vowel marks of an Arabic page out of place, so of a PDF the bare words count.
    """
    if name != "pdf":
        return squeezed(words) in squeezed(found.text)
    bare = [word.strip("«»“”…،؛؟.,:;!?()[]") for word in words.split()]
    return all(word in found.text for word in bare if not re.search("[\u064b-\u0652]", word))


def _text(content: str | bytes) -> str:
    assert isinstance(content, str)
    return content


def _bytes(content: str | bytes) -> bytes:
    assert isinstance(content, bytes)
    return content


def _markdown(content: str | bytes) -> Opened:
    html = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(_text(content))
    return Opened(_words(html), _REFERENCE.findall(_words(html)), set(re.findall(r'<a id="(e\d+)">', html)))


def _html(content: str | bytes) -> Opened:
    body = re.sub(r"<style>.*?</style>", "", _text(content), flags=re.DOTALL)
    references = re.findall(r'<a class="ref" href="#(e\d+)"', body)
    return Opened(_words(body), references, set(re.findall(r'<article id="(e\d+)"', body)))


def _words(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def _word(content: str | bytes) -> Opened:
    body = docx.Document(io.BytesIO(_bytes(content))).element.body
    text = "\n".join(
        "".join(node.text or "" for node in paragraph.iter(qn("w:t"))) for paragraph in body.iter(qn("w:p"))
    )
    links = [str(link.get(qn("w:anchor"))) for link in body.iter(qn("w:hyperlink"))]
    marks = {str(mark.get(qn("w:name"))) for mark in body.iter(qn("w:bookmarkStart"))}
    assert set(links) <= marks, "a link leads nowhere"
    entry = re.compile(r"e\d+")
    return Opened(text, list(filter(entry.fullmatch, links)), set(filter(entry.fullmatch, marks)))


def _pdf(content: str | bytes) -> Opened:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (Debian's poppler-utils) is not installed: the PDF was not read back")
    text = _poppler(["pdftotext", "-enc", "UTF-8", "-", "-"], _bytes(content))
    # pdftotext sets embedding controls of its own around right-to-left lines
    text = re.sub("[\u202a-\u202e\f]", "", text)
    reader = pypdf.PdfReader(io.BytesIO(_bytes(content)))
    links = [str(note.get("/Dest") or note["/A"]["/D"]) for page in reader.pages for note in page.annotations or ()]
    entry = re.compile(r"e\d+")
    return Opened(text, list(filter(entry.fullmatch, links)), set(filter(entry.fullmatch, reader.named_destinations)))


def _poppler(command: list[str], data: bytes) -> str:
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def _workbook(content: str | bytes) -> Opened:
    sheets = openpyxl.load_workbook(io.BytesIO(_bytes(content))).worksheets
    rows = [[unescape_cell(str(cell.value or "")) for cell in row] for sheet in sheets for row in sheet.iter_rows()]
    told = [_REFERENCE.findall(cell) for sheet in sheets[:-1] for row in sheet.iter_rows(values_only=True)
            for cell in map(str, row)]  # fmt: skip
    opens = {str(cell.value) for cell in sheets[-1]["A"][1:]}
    return Opened("\n".join("\t".join(row) for row in rows), [entry for cell in told for entry in cell], opens)


def _calendar(content: str | bytes) -> Opened:
    events = list(icalendar.Calendar.from_ical(_text(content)).walk("VEVENT"))
    sentences, quotes = [], []
    for event in events:
        sentence, *rest = str(event["DESCRIPTION"]).split("\n\n")
        sentences.append(sentence)
        quotes += rest
    text = "\n".join([*(str(event["SUMMARY"]) for event in events), *sentences, *quotes])
    opens = {entry for quote in quotes for entry in _REFERENCE.findall(quote.split("\n")[0])}
    return Opened(text, [entry for told in sentences for entry in _REFERENCE.findall(told)], opens)


def _csv(content: str | bytes) -> Opened:
    rows = list(csv.DictReader(io.StringIO(_text(content).removeprefix("\ufeff"))))
    sentences = {row["number"]: row["sentence"] for row in rows}
    references = [entry for told in sentences.values() for entry in _REFERENCE.findall(told)]
    text = "\n".join("\t".join(row.values()) for row in rows)
    return Opened(text, references, {row["entry"] for row in rows} - {""})


def _linked_data(content: str | bytes) -> Opened:
    graph = json.loads(_text(content))["graph"]
    sentences = [node["value"] for node in graph if "TextualBody" in node["type"]]
    annotations = [node for node in graph if "Annotation" in node["type"]]
    quotes = [node["target"]["selector"][0]["exact"] for node in annotations]
    names = [node.get("name", node.get("title", "")) for node in graph]
    return Opened(
        "\n".join([*sentences, *quotes, *names]),
        [entry for told in sentences for entry in _REFERENCE.findall(told)],
        {node["identifier"] for node in annotations},
    )


READERS: dict[str, Callable[[str | bytes], Opened]] = {
    "md": _markdown,
    "html": _html,
    "docx": _word,
    "pdf": _pdf,
    "xlsx": _workbook,
    "ics": _calendar,
    "csv": _csv,
    "jsonld": _linked_data,
}

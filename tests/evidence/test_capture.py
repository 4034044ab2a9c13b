from __future__ import annotations

import dataclasses
import os
import shutil
import socket
import struct
import subprocess
import sys
import zlib
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.conftest import ARABIC, ENGLISH, hand_made_pdf
from taqrib.errors import Ambiguous, Invalid, TaqribError, Unreadable
from taqrib.evidence import capture
from taqrib.evidence.capture import DOCX, HTML, MARKDOWN, PDF, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from taqrib.evidence import Report

    Write = Callable[..., Path]

MATTER = (
    "---\nsource: Harbour Radio\npublished: 2021-05-03\ngrade: B2\nurl: https://harbour.example/1\nlanguage: en\n---\n"
)
PAGE = (
    '<html><head><meta property="article:published_time" content="2021-05-03"></head>'
    f"<body><p>{ARABIC}</p></body></html>"
)


def word_document(text: str) -> bytes:
    document, file = docx.Document(), BytesIO()
    document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


FILES = {
    TEXT: ("r.txt", ARABIC.encode()),
    MARKDOWN: ("r.md", f"---\ntitle: الجسر\n---\n\n{ARABIC}\n".encode()),
    HTML: ("r.html", PAGE.encode()),
    DOCX: ("r.docx", word_document(ARABIC)),
}


@pytest.mark.parametrize("media_type", FILES)
def test_an_arabic_sentence_survives_each_format_exactly(media_type: str, write: Write) -> None:
    report = capture(write(*FILES[media_type]))
    assert report.text == ARABIC
    assert report.media_type == media_type
    assert report.sha256 == sha256(ARABIC.encode()).hexdigest()
    assert report.stem == "r"


@pytest.mark.usefixtures("poppler")
def test_a_pdf_is_captured_like_the_others(write: Write) -> None:
    report = capture(write("r.pdf", hand_made_pdf("BT /F1 12 Tf 20 300 Td (The mediator left the lake.) Tj ET")))
    assert (report.text, report.media_type, report.published_basis) == ("The mediator left the lake.", PDF, "unknown")


@pytest.mark.usefixtures("poppler")
def test_what_a_file_is_its_first_bytes_tell_before_its_suffix(write: Write) -> None:
    pdf = hand_made_pdf("BT /F1 12 Tf 20 300 Td (Left.) Tj ET")
    assert capture(write("a.txt", pdf)).media_type == PDF
    assert capture(write("b.txt", PAGE)).media_type == HTML
    assert capture(write("c", word_document(ENGLISH))).media_type == DOCX
    assert capture(write("d.xyz", ENGLISH)).media_type == TEXT


def test_a_report_cannot_be_changed(write: Write) -> None:
    report = capture(write("r.txt", ENGLISH))
    with pytest.raises(dataclasses.FrozenInstanceError):
        report.text = "x"  # type: ignore[misc]


def test_the_same_text_in_another_format_or_encoding_is_the_same_report(write: Write) -> None:
    hashes = {capture(write(*file)).sha256 for file in FILES.values()}
    hashes.add(capture(write("u.txt", (ARABIC + "\r\n").encode("utf-16"))).sha256)
    assert len(hashes) == 1


def test_plain_text_is_kept_from_its_first_space_to_its_last_letter(write: Write) -> None:
    text = "\u00a0 The bridge\n\n\topens.  \n\u200f«\u0640»\ufeff"
    assert capture(write("r.txt", text + " \n\t\n")).text == text


def test_the_marks_of_markdown_are_kept(write: Write) -> None:
    assert capture(write("r.md", "# Old *bridge*\n\n> toll")).text == "# Old *bridge*\n\n> toll"


def test_what_the_file_states_is_taken(write: Write) -> None:
    report = capture(write("r.md", MATTER + ENGLISH))
    assert (report.source, report.published, report.published_basis) == ("Harbour Radio", date(2021, 5, 3), "stated")
    assert (report.grade, report.url, report.language) == ("B2", "https://harbour.example/1", "en")


def test_what_the_user_gives_beats_what_the_file_states(write: Write) -> None:
    report = capture(
        write("r.md", MATTER + ENGLISH),
        published="2021-06-01",
        source=" Lake  News ",
        url="x:y",
        grade="c3",
        language="ar",
    )
    assert (report.source, report.published, report.published_basis) == ("Lake News", date(2021, 6, 1), "given")
    assert (report.grade, report.url, report.language) == ("C3", "x:y", "ar")


def test_without_a_date_the_day_is_unknown_whatever_the_file_system_says(write: Write) -> None:
    report = capture(write("2021-05-03.txt", ENGLISH))
    assert (report.published, report.published_basis) == (None, "unknown")


def test_a_page_that_contradicts_itself_needs_a_given_day(write: Write) -> None:
    path = write("r.html", PAGE.replace("</head>", '<meta name="pubdate" content="2021-05-09"></head>'))
    with pytest.raises(Ambiguous, match="2021-05-03 and 2021-05-09"):
        capture(path)
    assert capture(path, published=date(2021, 5, 9)).published == date(2021, 5, 9)


@pytest.mark.parametrize(
    "given",
    [
        {"published": "2024-02-31"},
        {"published": "1899-12-31"},
        {"published": date(2204, 5, 3)},
        {"grade": "G1"},
        {"language": "english"},
    ],
)
def test_what_the_user_gives_is_checked_before_the_file_is_read(given: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(Invalid) as caught:
        capture(tmp_path / "absent.txt", **given)
    assert caught.value.where == next(iter(given))


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def archive(first: str, content: str) -> bytes:
    import zipfile

    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(first, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("r.png", png(), "a picture"),
        ("r.txt", png(), "a picture"),
        ("r.zip", archive("a.txt", "x"), r"an archive \(ZIP\)"),
        ("r.odt", archive("mimetype", "application/vnd.oasis.opendocument.text"), "OpenDocument"),
        ("r.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "old or password-protected Office"),
        ("r.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "password"),
        ("r.rtf", rb"{\rtf1\ansi The mediator left.}", "rich-text"),
        ("r.txt", Path(sys.executable).read_bytes()[:4096], "a program"),
        ("r.txt", b"abc\0\1\2", "a NUL at byte 3"),
        ("r.pdf", b"The mediator left.", "PDF file, as its name says"),
        ("r.docx", b"The mediator left.", "DOCX file, as its name says"),
        ("r.txt", b"", "an empty file"),
        ("r.txt", b" \n\t 12 -- 34 \n", "no letter"),
        ("r.md", b"---\nsource: x\n---\n", "no letter"),
        ("r.txt", b"\xe9\xe8 Gen\xe8ve", "0xE9 at offset 0"),
    ],
)
def test_what_is_no_report_is_refused_in_one_sentence_that_says_what_to_do(
    name: str, content: bytes, says: str, write: Write
) -> None:
    path = write(name, content)
    with pytest.raises(Unreadable, match=says) as caught:
        capture(path)
    assert caught.value.where == str(path)
    assert "\n" not in caught.value.message
    assert caught.value.message.startswith("expected ")


def test_a_text_may_begin_like_a_program(write: Write) -> None:
    assert capture(write("r.txt", "MZ 12 sailed. PK too.")).text == "MZ 12 sailed. PK too."


def test_a_name_that_is_no_unicode_gives_a_stem_that_is(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"r\xe9union.txt")
    path.write_text(ENGLISH)
    assert capture(path).stem == "r\ufffdunion"


def test_no_connection_is_opened_whatever_a_file_asks_for(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    asking = (
        '<!DOCTYPE html SYSTEM "http://lake.example/x.dtd"><html><head><link rel="stylesheet" href="http://lake.example/a.css">'
        '<base href="http://lake.example/"><meta http-equiv="refresh" content="0; url=http://lake.example/">'
        f'<script src="http://lake.example/a.js"></script></head><body><iframe src="http://lake.example/"></iframe>'
        f'<img src="http://lake.example/a.png"><p>{ARABIC} <a href="http://lake.example/">الجسر</a></p></body></html>'
    )
    assert ARABIC in capture(write("asking.html", asking)).text
    for name, content in FILES.values():
        capture(write(name, content))
    if shutil.which("pdftotext"):
        capture(write("r.pdf", hand_made_pdf("BT /F1 12 Tf 20 300 Td (Left.) Tj ET")))


def test_nothing_in_a_text_is_run_or_filled_in(write: Write) -> None:
    text = "{{ 7 * 7 }} ${HOME} $(id) `id` %s {0} &amp; <b>bold</b> =HYPERLINK(1) \\u0041 !include x"
    assert capture(write("r.txt", text)).text == text


def test_capturing_text_loads_neither_the_page_nor_the_document_libraries(write: Write) -> None:
    path = write("r.txt", ENGLISH)
    program = (
        "import sys; from taqrib.evidence import capture; capture(sys.argv[1]); "
        "print([name for name in ('trafilatura', 'docx', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, path], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(
    data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)),
    suffix=st.sampled_from([".txt", ".md", ".html", ".docx", ""]),
    start=st.sampled_from([b"", b"---\n", b"<html>", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf"]),
)
def test_any_file_becomes_a_report_or_one_error(data: bytes, suffix: str, start: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(start + data)
    found = _captured(path)
    if isinstance(found, TaqribError):
        assert found.where is not None
        assert found.where.startswith(str(path))
    else:
        assert found.text == found.text.rstrip()
        assert found.sha256 == sha256(found.text.encode()).hexdigest()
        assert found.text.splitlines() == found.text.split("\n")


def _captured(path: Path) -> Report | TaqribError:
    try:
        return capture(path)
    except TaqribError as error:
        return error

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from evidence.conftest import ARABIC, ENGLISH, PLAIN_ARABIC, hand_made_pdf, typeset
from taqrib.errors import Unreadable
from taqrib.evidence import pdf
from taqrib.evidence.pdf import extract_pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("poppler")

RIGHT_TO_LEFT = '<html lang="ar" dir="rtl"><meta charset="utf-8">'
ALL = "BT /F1 12 Tf 20 300 Td (The mediator left the lake.) Tj ET"


def text_of(data: bytes) -> str:
    return extract_pdf(data, where="r.pdf").text


@pytest.mark.parametrize("font", ["Amiri", "Noto Naskh Arabic", "DejaVu Sans"])
def test_a_printed_page_comes_back_exactly_in_reading_order_a_line_for_each_paragraph(
    font: str, print_page: Callable[[str], bytes], require_font: Callable[[str], None]
) -> None:
    require_font(font)
    quote = "وأضاف: «لن يعبر أحد قبل التوقيع»، مشيرًا إلى أن 45.5% من المزارعين، بحسب مكتب LBO، ينتظرون."
    style = f'body {{font: 13pt "{font}"}}'
    page = f"{RIGHT_TO_LEFT}<style>{style}</style><p>{ARABIC}</p><p>{quote}</p>"
    assert text_of(print_page(page)).split("\n") == [ARABIC, quote]


def test_two_columns_are_read_one_after_the_other(
    print_page: Callable[[str], bytes], require_font: Callable[[str], None]
) -> None:
    require_font("Amiri")
    second = (
        "ولم يعلق وفد الضفة الشرقية على الاقتراح حتى مساء الأربعاء، واكتفى بأنه يدرس النص مع الخبراء في الميناء السفلي."
    )
    style = "body {font: 12pt Amiri} div {column-count: 2; text-align: justify}"
    page = f"{RIGHT_TO_LEFT}<style>{style}</style><h2>الجسر القديم</h2><div><p>{ARABIC}</p><p>{second}</p></div>"
    assert text_of(print_page(page)).split("\n") == ["الجسر القديم", ARABIC, second]


def test_english_comes_back_exactly_with_its_lines_joined() -> None:
    assert text_of(typeset(f"{ENGLISH}\n\n{ENGLISH}")).split("\n") == [ENGLISH, ENGLISH]


def test_arabic_without_ligatures_comes_back_in_reading_order() -> None:
    assert text_of(typeset(f'#set text(lang: "ar")\n{PLAIN_ARABIC}')) == PLAIN_ARABIC


@pytest.mark.parametrize("text", [ARABIC, "لا يعبر مزارع من جسر رملة", "وقعوا إلا مندوب رملة"])
def test_arabic_in_which_lam_alef_comes_out_backwards_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="lam-alef comes out backwards"):
        text_of(typeset(f'#set text(lang: "ar")\n{text}'))


def test_a_slip_of_the_pen_that_looks_like_it_is_not_refused(
    print_page: Callable[[str], bytes], require_font: Callable[[str], None]
) -> None:
    require_font("Amiri")
    text = "قال وجيه من ال رملة إن الأسواق لا تفتح."
    assert text_of(print_page(f"{RIGHT_TO_LEFT}<style>body {{font: 13pt Amiri}}</style><p>{text}</p>")) == text


def test_a_scan_is_refused_with_the_advice_to_recognise_its_text() -> None:
    with pytest.raises(Unreadable, match="OCR"):
        text_of(typeset("#rect(width: 3cm, height: 2cm, fill: gray)"))


def test_the_recognised_text_behind_a_scan_is_read() -> None:
    assert text_of(hand_made_pdf(ALL.replace("BT", "BT 3 Tr"))) == "The mediator left the lake."


def test_the_properties_of_a_pdf_state_nothing() -> None:
    source = (
        '#set document(title: "Template", date: datetime(year: 2020, month: 1, day: 1))\nThe mediator left the lake.'
    )
    stated = extract_pdf(typeset(source), where="r.pdf").stated
    assert (stated.title, stated.published) == (None, None)


def test_a_pdf_locked_with_a_password_is_refused() -> None:
    key = "(" + "k" * 32 + ")"
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [<00> <00>]"
    with pytest.raises(Unreadable, match="locked with a password"):
        text_of(hand_made_pdf(ALL, trailer=locked))


def test_a_pdf_that_is_cut_short_is_refused_even_where_some_text_could_be_read() -> None:
    with pytest.raises(Unreadable, match="cut short"):
        text_of(hand_made_pdf(ALL)[:-20])


def test_a_damaged_pdf_is_refused_with_what_poppler_says() -> None:
    with pytest.raises(Unreadable, match=r"damaged \(poppler says: .+\)"):
        text_of(b"%PDF-1.4\nnothing of the kind\n%%EOF\n")


def test_without_poppler_the_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreadable, match="install the package poppler-utils"):
        text_of(hand_made_pdf(ALL))


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = folder / "pdftotext"
    program.write_text(f"#!{shutil.which('sh')}\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(tmp_path, monkeypatch, "exec tail -f /dev/null")
    monkeypatch.setattr(pdf, "SECONDS", 0.2)
    with pytest.raises(Unreadable, match="takes longer"):
        text_of(hand_made_pdf(ALL))


def test_a_pdf_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(tmp_path, monkeypatch, "exec cat /dev/zero")
    monkeypatch.setattr(pdf, "LARGEST_OUTPUT", 100_000)
    with pytest.raises(Unreadable, match="far longer"):
        text_of(hand_made_pdf(ALL))


def test_a_file_name_is_never_part_of_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    run = pdf._run  # noqa: SLF001 - the border to the system is what is watched
    monkeypatch.setattr(pdf, "_run", lambda arguments, *rest: (seen.append(list(arguments)), run(arguments, *rest))[1])
    extract_pdf(hand_made_pdf(ALL), where="-opw; rm *.pdf")
    assert seen
    assert not any("rm" in argument for argument in seen[0])

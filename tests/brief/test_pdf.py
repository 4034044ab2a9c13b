"""PDF: words as data, a font that has them, the page's own direction, and the day of the brief."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import pypdf
import pytest

from brief.imagined import River, case, position
from brief.opened import reopen, write
from brief.test_formats import hostile
from taqrib.brief.pdf import ARABIC_FONTS, arabic_font
from taqrib.errors import NotFound
from taqrib.positions.model import Gap

if TYPE_CHECKING:
    from taqrib.brief import Language, Material


def opened(language: Language, material: Material | None = None) -> pypdf.PdfReader:
    content = write("pdf", material or River().material(), language)
    assert isinstance(content, bytes)
    return pypdf.PdfReader(io.BytesIO(content))


@pytest.mark.parametrize(("language", "direction"), [("ar", "/R2L"), ("en", "/L2R")])
def test_the_file_says_its_title_its_language_and_its_direction(language: Language, direction: str) -> None:
    found = opened(language)
    title = {"ar": "موجز التفاوض: محادثات نهر أوردا", "en": "Negotiation brief: The Orda river talks"}[language]
    assert found.metadata is not None
    assert found.metadata.title == title
    root = found.root_object
    assert (root["/Lang"], root["/ViewerPreferences"]["/Direction"]) == (language, direction)  # type: ignore[index]


def test_the_file_bears_no_moment_of_its_making() -> None:
    found = opened("ar").metadata
    assert found is not None
    assert (found.creation_date, found.modification_date) == (None, None)


@pytest.mark.parametrize(
    "text",
    ['#panic("x")', "#{1+1}", "$x^2$", "<label>", "@label", "_em_ *bold* `raw`", "= heading", "// comment", "a\\b"],
)
def test_what_typst_would_act_on_is_printed(text: str) -> None:
    assert text in " ".join(reopen("pdf", hostile(text), "en").text.split())


def test_arabic_comes_out_in_the_order_it_is_read() -> None:
    text = " ".join(reopen("pdf", River().material(), "ar").text.split())
    assert text.index("مياه الصيف") < text.index("بوابة السد") < text.index("وصلت المحادثات")
    assert "وكالة الضفة" in text
    assert "رامي دوفان" in text


def test_a_matrix_of_many_actors_stands_on_a_page_on_its_side() -> None:
    held = {actor.id: (position(actor.id, "share", None, "offer", None, "e1"),) for actor in case().actors}
    found = opened("ar", River().material(gaps=(Gap(issue="share", state="unknown", cells=held),)))
    sides = [page.mediabox.width > page.mediabox.height for page in found.pages]
    assert sides.count(True) == 1
    assert not sides[0]
    assert not sides[-1]


def test_the_arabic_letters_are_in_the_file() -> None:
    if shutil.which("pdffonts") is None:
        pytest.skip("pdffonts (Debian's poppler-utils) is not installed: the fonts were not looked at")
    content = write("pdf", River().material(), "en")
    assert isinstance(content, bytes)
    told = subprocess.run(["pdffonts", "-"], input=content, capture_output=True, check=True).stdout.decode()
    assert arabic_font().replace(" ", "") in told


def test_the_best_font_installed_is_taken() -> None:
    assert arabic_font(["Arial", "Amiri", "Courier"]) == "Amiri"


def test_without_an_arabic_font_nothing_is_printed_and_one_sentence_says_what_to_install() -> None:
    with pytest.raises(NotFound, match=r"fonts-noto-core") as raised:
        arabic_font(["Libertinus Serif", "DejaVu Sans Mono"])
    assert ARABIC_FONTS[0] in str(raised.value)


def test_right_to_left_quotes_do_not_turn_an_english_line_round() -> None:
    text = " ".join(reopen("pdf", River().material(), "en").text.split())
    assert (
        "as reported by Bank Agency on 9 May 2031 (day of the statement not on record), in the report’s wording:"
        in text
    )

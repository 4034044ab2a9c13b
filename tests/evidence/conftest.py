"""Files of every kind, made while the tests run."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARABIC = (
    "قال وسيط البحيرة إن وفدي الضفتين اتفقا، في 3 أيار 2021، على إعادة فتح الجسر القديم أمام القوافل، لكنّ "
    "الخلاف حول رسوم العبور (وهي 1,750 قطعة) لا يزال قائمًا، وإن الأمانة ستعرض اقتراحًا جديدًا قبل الأحد."
)
"""A sentence with all that goes wrong: lam-alef, tanwin, shadda, numbers, brackets, commas."""

PLAIN_ARABIC = "وصف مندوب مدينة رملة جلسة يوم خميس بمفيدة"
"""A sentence without ligature or mark, for fonts that spell these backwards."""

ENGLISH = (
    "“The old bridge opens when both banks sign, not before,” the lake mediator told Harbour Radio, adding that the "
    "toll (1,750 coins) had not been discussed and that the delegations would meet again in Lower Quay on Sunday."
)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write text (UTF-8) or bytes to a file of the given name."""

    def writing(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return writing


@pytest.fixture
def poppler() -> None:
    for program in ("pdftotext", "pdftohtml"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed (Debian's package poppler-utils)")


@pytest.fixture(scope="session")
def print_page(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """Print an HTML page to PDF, as a reader would from the browser."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")

    def printing(html: str) -> bytes:
        folder = tmp_path_factory.mktemp("print")
        page, pdf = folder / "page.html", folder / "page.pdf"
        page.write_text(html, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}"]
        subprocess.run(
            [chromium, *options, f"--print-to-pdf={pdf}", page.as_uri()], check=True, capture_output=True, timeout=120
        )
        return pdf.read_bytes()

    return printing


@pytest.fixture(scope="session")
def require_font() -> Callable[[str], None]:
    """Skip the test unless the system has the font."""

    def requiring(family: str) -> None:
        listing = shutil.which("fc-list")
        families = subprocess.run([listing, ":", "family"], check=True, capture_output=True).stdout if listing else b""
        if family.encode() not in families:
            pytest.skip(f"the font {family} is not installed")

    return requiring


def typeset(source: str) -> bytes:
    """A PDF by typst, in DejaVu Sans Mono, which typst carries."""
    import typst

    return typst.compile(f'#set text(font: "DejaVu Sans Mono")\n{source}'.encode())


def hand_made_pdf(drawing: str, *, trailer: str = "") -> bytes:
    """A PDF of one page with ``drawing`` as its content, in Helvetica as /F1."""
    content = drawing.encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    pdf, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(pdf))
        pdf += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer\n<< /Size 6 /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (trailer.encode("latin-1"), len(pdf))
    return pdf + b"xref\n0 6\n0000000000 65535 f \n" + table + end

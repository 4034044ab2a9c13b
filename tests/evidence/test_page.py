from __future__ import annotations

import pytest

from evidence.conftest import ARABIC, ENGLISH
from taqrib.errors import Unreadable
from taqrib.evidence.page import extract_page, is_html

PAGE = f"""<!DOCTYPE html>
<html lang="ar"><head><meta charset="utf-8"><title>الجسر | إذاعة الميناء</title>
<script>document.write("مكتوب")</script></head>
<body><nav><a href="/">الرئيسية</a> <a href="/sea">أخبار البحر</a></nav>
<article><h1>الجسر القديم يفتح</h1>
<p>{ARABIC.replace("الجسر", "<b>الجسر</b>").replace("في 3 أيار", "في   3" + chr(10) + "أيار")}</p>
<h2>At the lake</h2><p>{ENGLISH}</p>
<ul><li>رسوم العبور لم تحسم بعد بين الوفدين</li><li>الحراسة متفق عليها بين الوفدين منذ أسبوع</li></ul>
<table><tr><td>الرسوم</td><td>خلاف</td></tr><tr><td>الحراسة</td><td>اتفاق</td></tr></table>
</article><footer>جميع الحقوق محفوظة 2024</footer></body></html>"""

LINES = [
    "الجسر القديم يفتح",
    ARABIC,
    "At the lake",
    ENGLISH,
    "رسوم العبور لم تحسم بعد بين الوفدين",
    "الحراسة متفق عليها بين الوفدين منذ أسبوع",
    "الرسوم\tخلاف",
    "الحراسة\tاتفاق",
]


def test_each_paragraph_heading_item_and_row_is_a_line_exactly_and_nothing_else_is() -> None:
    assert extract_page(PAGE.encode(), where="p.html").text.split("\n") == LINES


def test_marks_keep_the_order_in_which_they_were_written() -> None:
    word = "مرّ\u064e"  # composing (NFC) would put the second mark before the first
    page = f"<html><body><article><p>{word} الوسيط على الجسر القديم أمس ثم عاد إلى الميناء.</p></article></body></html>"
    assert extract_page(page.encode(), where="p.html").text.startswith(word + " ")


def test_a_short_page_keeps_its_only_paragraph() -> None:
    assert extract_page("<html><body><p>غادر الوسيط.</p></body></html>".encode(), where="p.html").text == "غادر الوسيط."


def test_readers_comments_are_not_the_report() -> None:
    comments = (
        '<section id="comments"><div class="comment"><p>The toll is a scandal, says every reader.</p></div></section>'
    )
    page = f"<html><body><article><p>{ENGLISH}</p></article>{comments}</body></html>"
    assert extract_page(page.encode(), where="p.html").text == ENGLISH


def test_a_break_within_a_paragraph_is_an_end_of_line() -> None:
    page = "<html><body><article><p>The mediator left the lake.<br>Nobody spoke after that.</p></article></body></html>"
    assert extract_page(page.encode(), where="p.html").text == "The mediator left the lake.\nNobody spoke after that."


@pytest.mark.parametrize("declaration", ['<meta charset="windows-1256">', ""])
def test_an_old_arabic_page_is_read_with_and_without_its_declaration(declaration: str) -> None:
    text = "أعلن وسيط البحيرة أن وفدي الضفتين سيجتمعان يوم الأحد في الميناء السفلي لبحث رسوم العبور."
    page = f"<html><head>{declaration}</head><body><p>{text}</p></body></html>".encode("windows-1256")
    assert extract_page(page, where="p.html").text == text


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html><body><p>— 12 —</p></body></html>", "<html>"])
def test_a_page_without_an_article_is_an_error(page: str) -> None:
    with pytest.raises(Unreadable, match="web page with an article"):
        extract_page(page.encode(), where="p.html")


@pytest.mark.parametrize(
    "beginning",
    [
        "<!doctype html>",
        "\n<HTML lang=ar>",
        "\ufeff<html>",
        "<!-- saved --><!DOCTYPE HTML PUBLIC>",
        '<?xml version="1.0"?>\n<html>',
    ],
)
def test_a_page_is_known_by_its_beginning(beginning: str) -> None:
    assert is_html(beginning.encode())


@pytest.mark.parametrize(
    "beginning", ["<htmlx>", "Text about <html>", "<?xml version='1.0'?><feed>", "", "---\n<html>"]
)
def test_what_is_no_page_is_not_taken_for_one(beginning: str) -> None:
    assert not is_html(beginning.encode())

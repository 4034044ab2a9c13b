"""One page that needs nothing else, shows what was captured, and does nothing that it was not told to."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

from brief.imagined import River, case, entry, position, report
from brief.test_markdown import HOSTILE
from taqrib.brief import as_html, as_markdown, plan
from taqrib.brief.lines import visible
from taqrib.positions.model import Gap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from taqrib.brief import Language, Material


class Page(HTMLParser):
    """The elements of a page, and the text inside each that has an id."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marks: list[str] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open.append(tag)
        if tag == "mark":
            self.marks.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            return
        self.text += data
        if "mark" in self._open:
            self.marks[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page(material: Material, language: Language = "ar") -> Page:
    return Page(as_html(plan(material), material, language))


def hostile(text: str) -> Material:
    river = River()
    river.reports["r3"] = report("r3", f"He said {text} and left", language="en", title=text, source=text, grade=text)
    river.entries["e20"] = entry("e20", river.reports["r3"], text, name=text, finding={"channel": text})
    return river.material(said=("e20",))


def test_the_page_says_its_language_and_its_direction() -> None:
    assert page(River().material(), "ar").all("html") == [{"lang": "ar", "dir": "rtl"}]
    assert page(River().material(), "en").all("html") == [{"lang": "en", "dir": "ltr"}]


def test_every_id_opens_its_quote_and_every_quote_leads_back() -> None:
    made = page(River().material())
    ids = [attributes["id"] for _, attributes in made.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {str(attributes["href"]) for attributes in made.all("a")}
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert {f"#e{number}" for number in range(1, 12)} < links
    assert "#p1" in links


def test_the_marked_quotes_are_the_captured_words_exactly() -> None:
    river = River()
    assert page(river.material()).marks == [river.entries[f"e{number}"].quote for number in range(1, 12)]


def test_the_languages_rest_on_the_same_entries_in_the_same_order_in_every_format() -> None:
    material = River().material()
    made = plan(material)
    told = {
        tuple(re.findall(r"\[(e\d+)\]", text))
        for language in ("ar", "en")
        for text in (Page(as_html(made, material, language)).text, as_markdown(made, material, language))
    }
    assert len(told) == 1


def test_the_policy_forbids_every_load_and_admits_only_the_pages_own_style() -> None:
    html = as_html(plan(River().material()), River().material(), "en")
    (policy,) = [meta["content"] for meta in Page(html).all("meta") if meta.get("http-equiv")]
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"url\(|@import", style)


def test_the_page_has_no_script_and_nothing_to_load() -> None:
    made = page(River().material())
    assert not {"script", "link", "img", "iframe", "object", "embed", "form", "base"} & {
        tag for tag, _ in made.elements
    }
    assert not [
        name
        for _, attributes in made.elements
        for name in attributes
        if name.startswith("on") or name in {"src", "style"}
    ]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_words_are_words(text: str, language: Language) -> None:
    tame, wild = page(hostile("calm words"), language), page(hostile(text), language)
    # one more line in the card where characters had to be made visible, no other difference in structure
    note = ["div", "dt", "dd"] if visible(text) != text else []
    assert sorted(tag for tag, _ in wild.elements) == sorted([tag for tag, _ in tame.elements] + note)
    assert visible(text) in wild.marks


def test_no_control_or_bidi_character_reaches_the_page() -> None:
    html = as_html(plan(hostile(HOSTILE[-1])), hostile(HOSTILE[-1]), "ar")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", html)
    assert "[U+202E]" in html


def test_a_lone_surrogate_can_still_be_written_as_utf_8() -> None:
    html = as_html(plan(hostile("half \ud83d a sign")), hostile("half \ud83d a sign"), "en")
    assert "half [U+D83D] a sign" in html.encode().decode()


def test_every_quote_in_another_language_is_isolated_and_says_its_language() -> None:
    quotes = [each for each in page(River().material(), "en").all("bdi") if each.get("class") == "quote"]
    assert {(each["lang"], each["dir"]) for each in quotes} == {("ar", "rtl"), ("en", "ltr")}


def test_styles_use_logical_sides_only() -> None:
    html = as_html(plan(River().material()), River().material(), "ar")
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert not re.search(r"\b(left|right|margin-top|margin-bottom|padding-top|padding-bottom)\b", style)


def test_the_states_of_the_matrix_are_words() -> None:
    assert page(River().material(), "ar").text.count("غير معروفة") >= 2


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed: the page was not looked at in a browser")
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright drives the browser")
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(("width", "actors"), [(390, 3), (390, 5), (820, 3), (820, 5), (1200, 5)])
def test_in_a_browser_nothing_overflows_nothing_is_fetched_and_the_style_applies(
    browser: Any, tmp_path: Path, language: Language, width: int, actors: int
) -> None:
    river = River()
    long_word = "x" * 300
    river.reports["r3"] = report("r3", f"He said {long_word} <img src='https://evil.example/x.png'>", language="en")
    river.entries["e20"] = entry("e20", river.reports["r3"], f"{long_word} <img src='https://evil.example/x.png'>")
    held = {actor.id: (position(actor.id, "share", None, "offer", None, "e1"),) for actor in case().actors[:actors]}
    gaps = (Gap(issue="share", state="unknown", cells=held),)
    material = river.material(said=("e20", "e4", "e6"), gaps=gaps)
    path = tmp_path / "brief.html"
    path.write_text(as_html(plan(material), material, language), encoding="utf-8")
    requested: list[str] = []
    complaints: list[str] = []
    shown = browser.new_page(viewport={"width": width, "height": 900})
    shown.on("request", lambda request: requested.append(request.url))
    shown.on("console", lambda message: complaints.append(message.text))
    shown.goto(f"{path.as_uri()}#e20")
    assert shown.evaluate("getComputedStyle(document.body).direction") == {"ar": "rtl", "en": "ltr"}[language]
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    assert shown.evaluate("getComputedStyle(document.querySelector('.sentences')).listStyleType") == "none"
    assert shown.evaluate("getComputedStyle(document.querySelector('#e20')).outlineStyle") == "solid"
    assert [url.split("#")[0] for url in requested] == [path.as_uri()]
    assert complaints == []
    shown.close()

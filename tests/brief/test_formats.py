"""What binds every format: the same ground in both languages, every quote opened, nothing that acts, the same bytes."""

from __future__ import annotations

import hashlib
import os
import re
import socket
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from brief.imagined import SALMOR, River, entry, report
from brief.opened import MARKS, READERS, Opened, reopen, says, squeezed, write
from brief.test_markdown import HOSTILE as HOSTILE_MARKUP
from brief.test_telling import TOLVAN, document, references
from taqrib.brief import FORMATS, plan
from taqrib.brief.formats import format_of
from taqrib.brief.lines import one_line, visible
from taqrib.case import Bilingual

if TYPE_CHECKING:
    from taqrib.brief import Language, Material
    from taqrib.brief.plan import Scheduled

HOSTILE = [
    *HOSTILE_MARKUP,
    '=HYPERLINK("https://evil.example"; "x")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    '#panic("x") #{ 1 + 1 } $x$ @label <label> _b_ // c \\ #include "/etc/passwd"',
    "a;b,c:d\\n\\;\r\nEND:VEVENT\r\nBEGIN:VALARM",
    'quote " and ""; more, \'single\'',
    "x" * 300,
    "قال " * 80,
    "]]> <w:p/> &#x202E; _x0041_ %s {0} {{x}}",
    "null \x00 vertical \x0b form \x0c next \x85 \u2028 \u2029 \ufffe \uffff \ufeff",
]  # fmt: skip

LANGUAGES: tuple[Language, ...] = ("ar", "en")
every_format = pytest.mark.parametrize("name", FORMATS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def cited(name: str, material: Material, language: Language) -> list[str]:
    """The entries a format should cite, as often as they are told; a calendar holds the rounds that have a day."""
    if name != "ics":
        return [cited_entry for _, cited_entry in references(document(material, language))]
    facts = cast("tuple[Scheduled, ...]", plan(material).facts("next"))
    return [each for fact in facts if fact.round.when for each in fact.entries]


def hostile(text: str) -> Material:
    """A material in which everything that comes from outside is ``text``."""
    label = Bilingual(ar=one_line(text), en=one_line(text))
    river = River(first=label)
    river.reports["r3"] = report("r3", f"He said {text} and left", language="en", title=text, source=text, grade=text)
    river.entries["e20"] = entry("e20", river.reports["r3"], text, name=text, voice=text, finding={"channel": text})
    material = river.material()
    case = replace(material.case, title=label)
    rounds = (replace(material.rounds[1], place=text, actors=(text,), entries=("e20",)),)
    return replace(material, case=case, said=("e20",), rounds=rounds)


def test_every_format_is_read_back_by_a_reader_of_its_own() -> None:
    assert list(READERS) == list(FORMATS)


@every_format
def test_both_languages_rest_on_the_same_entries_in_the_same_order(name: str) -> None:
    material = River().material()
    arabic, english = (reopen(name, material, language) for language in LANGUAGES)
    assert arabic.references == english.references
    assert arabic.opens == english.opens


@every_format
@every_language
def test_every_sentence_cites_what_it_rests_on_and_every_quote_cited_is_opened(name: str, language: Language) -> None:
    river = River()
    found = reopen(name, river.material(), language)
    expected = cited(name, river.material(), language)
    assert Counter(found.references) == Counter(expected)
    assert found.opens == set(expected)
    for cited_entry in expected:
        assert says(name, found, river.entries[cited_entry].quote), cited_entry


@every_format
@every_language
@pytest.mark.parametrize("removed", ["e5", "e8", "e10"])
def test_removing_an_entry_removes_its_sentence_and_its_quote(name: str, language: Language, removed: str) -> None:
    river = River()
    expected = cited(name, river.material(), language)
    without = reopen(name, river.without(removed).material(), language)
    assert removed not in without.references
    assert removed not in without.opens
    assert Counter(without.references) == Counter(cited(name, river.without(removed).material(), language))
    if removed in expected:
        assert removed in reopen(name, river.material(), language).opens


@every_format
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: re.sub(r"\W+", "-", text[:18], flags=re.ASCII))
def test_hostile_words_are_words(name: str, text: str) -> None:
    language = LANGUAGES[HOSTILE.index(text) % 2]
    found, (references, opens) = reopen(name, hostile(text), language), structure(name)
    assert found.references == references
    assert found.opens == opens
    if name == "pdf":
        return  # poppler reorders signs of both directions; the text as set is looked at in test_pdf.py
    assert squeezed(text if name == "jsonld" else visible(text)) in squeezed(found.text)


@cache
def structure(name: str) -> tuple[list[str], set[str]]:
    """What a format cites and opens when nothing hostile is in the words; the same in both languages."""
    tame = reopen(name, hostile("calm words"), "en")
    return tame.references, tame.opens


@pytest.mark.parametrize("name", [name for name, made in FORMATS.items() if name not in {"pdf", "jsonld"}])
@every_language
def test_nothing_that_acts_unseen_passes_but_the_briefs_own_marks(name: str, language: Language) -> None:
    wild, tame = (_unseen(reopen(name, hostile(text), language)) for text in (f"{HOSTILE[-1]}\u202ex\u2066", "calm"))
    assert wild == tame
    assert set(wild) <= set(MARKS)


@pytest.mark.parametrize("name", [name for name, made in FORMATS.items() if not made.is_binary])
def test_no_text_file_holds_a_character_that_commands_a_terminal(name: str) -> None:
    text = write(name, hostile(f"{HOSTILE[-1]} \x1b[31m \u202e \u2066"), "ar")
    assert isinstance(text, str)
    allowed = {"csv": "\ufeff"}.get(name, "")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]", text)
    assert text.count("\ufeff") == len(allowed)


def _unseen(opened: Opened) -> list[str]:
    return re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", opened.text)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in {"pdf", "jsonld"}])
@every_language
def test_the_parties_in_each_others_place_make_the_mirror_image(name: str, language: Language) -> None:
    straight, mirrored = (
        reopen(name, River(*parties).material(), language).text for parties in ((SALMOR, TOLVAN), (TOLVAN, SALMOR))
    )
    exchanged = straight
    for one, other in ((SALMOR.ar, TOLVAN.ar), (SALMOR.en, TOLVAN.en)):
        exchanged = exchanged.replace(one, "\0").replace(other, one).replace("\0", other)
    assert straight != mirrored
    assert exchanged == mirrored


def test_the_same_input_is_the_same_bytes_at_any_time_in_any_place() -> None:
    code = (
        "import hashlib\n"
        "from brief.opened import write\n"
        "from brief.imagined import River\n"
        "from taqrib.brief import FORMATS\n"
        "for name in FORMATS:\n"
        "    for language in ('ar', 'en'):\n"
        "        content = write(name, River().material(), language)\n"
        "        data = content.encode() if isinstance(content, str) else content\n"
        "        print(name, language, hashlib.sha256(data).hexdigest())\n"
    )
    elsewhere = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}
    elsewhere["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])
    told = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], env=elsewhere, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    here = [f"{name} {language} {_hash(write(name, River().material(), language))}"
            for name in FORMATS for language in LANGUAGES]  # fmt: skip
    assert told.stdout.split("\n")[:-1] == here


def _hash(content: str | bytes) -> str:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


@every_format
def test_no_format_asks_another_machine_for_anything(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something tried to reach the network")

    for call in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, call, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert write(name, River().material(), "ar")


@every_format
def test_a_brief_with_nothing_to_tell_can_be_written(name: str) -> None:
    material = River().material(said=(), moves=(), changed=(), gaps=(), rounds=(), contradictions=())
    for language in LANGUAGES:
        assert reopen(name, material, language).references == []


@pytest.mark.parametrize(
    ("file_name", "expected"),
    [("brief.md", "md"), ("a.b.PDF", "pdf"), ("x.htm", "html"), ("x.json", "jsonld"), ("x.doc", None), ("md", None)],
)
def test_a_suffix_names_a_format_or_none(file_name: str, expected: str | None) -> None:
    found = format_of(file_name)
    assert (found.name if found else None) == expected


@every_format
def test_a_format_says_truly_whether_it_is_bytes(name: str) -> None:
    assert isinstance(write(name, River().material(), "en"), bytes) == FORMATS[name].is_binary

"""The word index: every form a word of a text can be asked for by, in whichever database.

A word of the index is a form, not a letter sequence: إسرائيل does not stand in الإسرائيلي. Each word of a text is kept
with every reading of its clitics, normalised (harakat, alefs, ta marbuta, digits, ...); a word asked for is looked up
as it is and, where it begins with the article, without it. So «تهدئة» finds «وبالتهدئة», and «التهدئة» finds «تهدئة».
A seated hamza is one letter whatever its seat: «مسؤول» and «مسئول» are one word here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sqlalchemy import text

from taqrib.clitics import splits
from taqrib.errors import Invalid
from taqrib.normal import CONTROLS, MARKS, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, CursorResult

Index: TypeAlias = Literal["entry_words", "report_words"]
"""The words of entries (quote, whom it is about, who vouches for it) by entry number; of reports' texts by report."""

_ACCENTS = "\u0300-\u036f"
_LETTERS = rf"[^\W_](?:[^\W_]|[{MARKS}{CONTROLS}{_ACCENTS}])*"
_WORD = re.compile(f"{_LETTERS}(?:['’]{_LETTERS})*")
_MARK_FORMS = re.compile("[\ufc5e-\ufc63\ufe70-\ufe7f]")
"""Harakat as characters of their own: Unicode unfolds them to a blank and a mark, which would cut a word in two."""
_NOT_OF_A_WORD = re.compile(rf"[{_ACCENTS}]|'s$|'")
_RUN = re.compile(r"[^\W_]+")
_SEATED = str.maketrans("ؤئ", "ءء")
_A_SEATED = re.compile("[ؤئ]")
_PLAIN = re.compile("[a-zA-Z0-9ء-ي]+")
"""Most words: nothing in them that Unicode unfolds."""
_ARABIC = re.compile("[\u0621-\u064a]")
_ARTICLES = ("ال", "لل")

MOST = 1_000_000
"""Bytes of the different words of one text that fit into PostgreSQL's index: about 40,000 words."""

LONGEST = 200
"""Letters of a form: fewer than either database's limit."""


def forms_of(told: str) -> str:
    """Every form under which ``told`` is found, separated by blanks, in the order of its words."""
    return " ".join(map(_spelt_forms, dict.fromkeys(_WORD.findall(told))))


def question(asked: str) -> list[list[tuple[str, bool]]]:
    """What is looked up for the words ``asked``: for each word its forms, any of which will do.

    A word that ends in ``*`` is looked up as a beginning: the flag beside a form says so.

    :raises Invalid: if there is no word in it.
    """
    found = [
        [(form, open_) for form in sorted(_asked_forms(word))]
        for part in asked.split()
        for open_ in [part.endswith("*")]
        for word in _WORD.findall(part)
    ]
    if not found:
        raise Invalid(f"expected words to look for, found {asked!r}")
    return found


def places(told: str, asked: str) -> list[tuple[int, int]]:
    """The spans of the words of ``told`` that one of the words ``asked`` finds, in order."""
    wanted = [form for forms in question(asked) for form in forms]
    exact = {form for form, open_ in wanted if not open_}
    beginnings = tuple(form for form, open_ in wanted if open_)
    return [
        word.span()
        for word in _WORD.finditer(told)
        for forms in [_forms(word.group())]
        if forms & exact or (beginnings and any(form.startswith(beginnings) for form in forms))
    ]


@lru_cache(maxsize=1 << 16)
def _spelt_forms(word: str) -> str:
    return " ".join(sorted(_forms(word)))


@lru_cache(maxsize=1 << 16)
def _forms(word: str) -> frozenset[str]:
    return frozenset(
        split.rest
        for spelt in _spellings(word)
        for split in (splits(spelt) if _ARABIC.search(spelt) else splits(spelt)[:1])
        if len(split.rest) > 1 or split.rest == spelt
    )


def _asked_forms(word: str) -> set[str]:
    return {
        split.rest
        for spelt in _spellings(word)
        for split in splits(spelt)
        if not split.clitics or split.clitics.endswith(_ARTICLES)
    }


def _spellings(word: str) -> set[str]:
    """The word as it is compared; one with a seated hamza also with the bare one. An English possessive is dropped.

    What one character stands for may be several words: ﷺ. Of a word longer than any (a link, a key), the beginning is
    compared.
    """
    letters = word if _PLAIN.fullmatch(word) else unicodedata.normalize("NFKC", _MARK_FORMS.sub("", word))
    plain = {folded(letters)}
    if _A_SEATED.search(letters):
        plain.add(folded(letters.translate(_SEATED)))
    return {run[:LONGEST] for spelt in plain for run in _RUN.findall(_NOT_OF_A_WORD.sub("", spelt))}


# ---------------------------------------------------------------------- in the database


def make_word_index(connection: Connection) -> None:
    """Make both indexes, empty."""
    for index in ("entry_words", "report_words"):
        for statement in _MAKE[connection.dialect.name]:
            connection.exec_driver_sql(statement.format(index=index))


def index_words(connection: Connection, index: Index, told: Iterable[tuple[int, str]]) -> None:
    """Add texts to ``index``, each under its number.

    :raises Invalid: if a text has more words than PostgreSQL can index.
    """
    rows = [{"number": number, "words": forms_of(words)} for number, words in told]
    if connection.dialect.name == "postgresql":
        for row in rows:
            _expect_room(str(row["words"]))
    if rows:
        connection.exec_driver_sql(_ADD[connection.dialect.name].format(index=index), rows)


def _expect_room(words: str) -> None:
    # PostgreSQL does not look when it makes a tsvector of an array: one that is too long finds other words.
    size = len(words.encode())
    if size > MOST:
        raise Invalid(
            f"expected a text whose different words take at most {MOST:,} bytes for a record in PostgreSQL, "
            f"found {size:,}; divide it into several reports"
        )


def unindex_words(connection: Connection, index: Index, told: Iterable[tuple[int, str]]) -> None:
    """Take texts out of ``index`` again, so that no search and no byte of it finds them."""
    dialect = connection.dialect.name
    for number, words in told:
        row = {"number": number, "words": forms_of(words)}
        connection.execute(text(_REMOVE[dialect].format(index=index)), row)
    if dialect == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('optimize')")  # noqa: S608 - our own name


def indexed_words(connection: Connection, index: Index) -> CursorResult[Any]:
    """Every word of ``index`` with the number of the text it is found in, streamed, in order."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index}_listed USING fts5vocab(main, {index}, instance)"
        )
    return connection.execute(
        text(_LIST[connection.dialect.name].format(index=index)).execution_options(yield_per=5000)
    )


def matching(dialect: str, index: Index, asked: str) -> tuple[str, str]:
    """The condition under which a row of ``index`` holds every word ``asked``, and its parameter ``:asked``.

    :raises Invalid: if there is no word in it.
    """
    groups = question(asked)
    if dialect == "sqlite":
        told = (" OR ".join(f'"{form}"{"*" if open_ else ""}' for form, open_ in forms) for forms in groups)
        return f"{index} MATCH :asked", " AND ".join(f"({group})" for group in told)
    told = (" | ".join(f"'{form}'{':*' if open_ else ''}" for form, open_ in forms) for forms in groups)
    return f"{index}.words @@ CAST(:asked AS tsquery)", " & ".join(f"({group})" for group in told)


_MAKE = {
    # The tokenizer "ascii" keeps whatever is not ASCII together: the forms come between blanks and stay as they are.
    "sqlite": (
        "CREATE VIRTUAL TABLE {index} USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii')",
    ),
    "postgresql": (
        "CREATE TABLE {index} (rowid integer PRIMARY KEY, words tsvector NOT NULL)",
        "CREATE INDEX {index}_forms ON {index} USING gin (words)",
    ),
}
_ADD = {
    "sqlite": "INSERT INTO {index}(rowid, words) VALUES (:number, :words)",
    "postgresql": "INSERT INTO {index} VALUES (%(number)s, array_to_tsvector(string_to_array(%(words)s, ' ')))",
}
_REMOVE = {
    "sqlite": "INSERT INTO {index}({index}, rowid, words) VALUES ('delete', :number, :words)",
    "postgresql": "DELETE FROM {index} WHERE rowid = :number",
}
_LIST = {
    "sqlite": "SELECT doc, term FROM temp.{index}_listed ORDER BY doc, term",
    "postgresql": 'SELECT rowid, word COLLATE "C" FROM {index}, unnest(tsvector_to_array(words)) AS word ORDER BY 1, 2',
}

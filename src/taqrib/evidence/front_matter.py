"""What a text file says about itself above its text: a few keys between two lines of ``---``."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from taqrib.errors import Invalid
from taqrib.evidence import facts
from taqrib.strict_yaml import load_strict

if TYPE_CHECKING:
    from taqrib.strict_yaml import Located

KEYS = ("source", "published", "url", "grade", "title", "language")
"""What front matter may say of a report. Other keys are somebody else's and left alone."""

_FENCE = re.compile(r"---[ \t]*")
_CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*")
_KEY = re.compile(r"[^\W\d][\w-]*[ \t]*:(?:[ \t]|$)")
_LONGEST = 200
"""Lines within which front matter must close: beyond, the first ``---`` was a rule above a long text."""


def split_front_matter(text: str, *, markdown: bool, where: str) -> facts.Extract:
    """The text below the front matter, and what the front matter says.

    Front matter begins on the first line. In Markdown a first line of ``---`` always opens it; in other text only if
    a key follows, because there a line of dashes is often just a line. Empty lines between it and the text are no text.

    :raises Invalid: if it is never closed, is no mapping, has a value that is not allowed, or a misspelt key.
    :raises taqrib.errors.Unreadable: if it is not YAML. Each with the line.
    """
    lines = text.split("\n")
    if not _opens(lines, markdown=markdown):
        return facts.Extract(text, facts.Stated())
    closing = next((number for number, line in enumerate(lines[1:_LONGEST], 1) if _CLOSING.fullmatch(line)), None)
    if closing is None:
        raise Invalid(
            "expected a second line of --- that closes the front matter, found none; add it, or put an empty line "
            "above the first if it is a rule",
            where=f"{where}:1",
        )
    stated = _stated(load_strict("\n".join(lines[1:closing]), where=where, first_line=2))
    below = closing + 1
    while below < len(lines) and not lines[below].strip():
        below += 1
    return facts.Extract("\n".join(lines[below:]), stated)


def _opens(lines: list[str], *, markdown: bool) -> bool:
    if not _FENCE.fullmatch(lines[0]):
        return False
    return markdown or (len(lines) > 1 and _KEY.match(lines[1]) is not None)


def _stated(matter: Located) -> facts.Stated:
    if matter.value is None:
        return facts.Stated()
    if not isinstance(matter.value, dict):
        raise Invalid(
            "expected front matter of lines such as 'published: 2019-03-12', found no key with a colon; "
            "put an empty line above the first --- if it is a rule",
            where=matter.where_of(()),
        )
    for key in matter.value:
        _refuse_misspelling(key, matter)
    texts = {key: _text(matter, key) for key in KEYS}
    published, grade, language = texts["published"], texts["grade"], texts["language"]
    return facts.Stated(
        title=facts.phrase(texts["title"]),
        source=facts.phrase(texts["source"]),
        published=facts.day(published, where=matter.where_of(("published",))) if published else None,
        url=facts.phrase(texts["url"]),
        grade=facts.grade(grade, where=matter.where_of(("grade",))) if grade else None,
        language=facts.language(language, where=matter.where_of(("language",))) if language else None,
    )


def _refuse_misspelling(key: str, matter: Located) -> None:
    if key in KEYS:
        return
    meant = get_close_matches(key.casefold(), KEYS, n=1, cutoff=0.8)
    if meant:
        raise Invalid(
            f"found the unknown key '{key}'; did you mean '{meant[0]}'? The known keys are {', '.join(KEYS)}",
            where=matter.where_of((key,)),
        )


def _text(matter: Located, key: str) -> str | None:
    value = matter.value.get(key)
    if value is None or isinstance(value, str):
        return value
    raise Invalid(
        f"expected text for '{key}', found {_called(value)}; write it on one line, in quotes if it "
        "is a number or true or false",
        where=matter.where_of((key,)),
    )


def _called(value: object) -> str:
    if isinstance(value, dict):
        return "keys of its own"
    return "a list" if isinstance(value, list) else repr(value).lower()

"""Text from outside made harmless to look at: every character that hides or reorders others becomes a visible name.

A right-to-left override in a headline can turn a page's words round; an escape character can paint a terminal. In a brief
such characters are data: they are shown by their number, ``[U+202E]``, and act on nothing.
"""

from __future__ import annotations

import unicodedata

_KEPT = frozenset("\n\t\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
"""Line breaks, tabs, the joiners that Arabic and Persian spelling needs, and the Arabic number signs, which are seen."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories without a shape of their own: controls, format characters, surrogates, separators of lines."""


def hidden(text: str) -> list[str]:
    """The hidden characters of ``text``, each once, in order, by their visible names.

    >>> hidden("a\\u202eb\\u202ec")
    ['[U+202E]']
    """
    return list(dict.fromkeys(_name(character) for character in _lines(text) if _is_hidden(character)))


def visible(text: str) -> str:
    """``text`` with each hidden character replaced by its visible name; Windows line ends become plain ones.

    >>> visible("a\\u202eb")
    'a[U+202E]b'
    """
    text = _lines(text)
    if text.isascii() and text.isprintable():
        return text
    return "".join(_name(character) if _is_hidden(character) else character for character in text)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _is_hidden(character: str) -> bool:
    return character not in _KEPT and unicodedata.category(character) in _HIDDEN


def _name(character: str) -> str:
    return f"[U+{ord(character):04X}]"

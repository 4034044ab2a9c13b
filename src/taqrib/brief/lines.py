"""Text from outside made ready for a page: one line where a sentence needs one, and nothing in it that acts unseen."""

from __future__ import annotations

from taqrib import visible as unseen

_BLANKS = ("\r\n", "\n", "\t")


def visible(text: str) -> str:
    r"""``text`` with its unsafe characters named (see :mod:`taqrib.visible`); Windows line ends are line ends.

    >>> visible("a\u202eb\r\nc")
    'a[U+202E]b\nc'
    """
    return unseen.visible(text.replace("\r\n", "\n"))


def named(text: str) -> list[str]:
    r"""The names that :func:`visible` puts into ``text``, each once, in order.

    >>> named("a\u202eb\u202ec")
    ['[U+202E]']
    """
    return list(dict.fromkeys(unseen.visible(found) for found in unseen.UNSAFE.findall(text.replace("\r\n", "\n"))))


def one_line(text: str) -> str:
    """``text`` with line breaks and runs of spaces made single spaces; the rest is left for :func:`visible`."""
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    return " ".join(filter(None, text.split(" ")))

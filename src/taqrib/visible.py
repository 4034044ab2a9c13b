"""Text is data: what could command a terminal, a page or a reader's eye is shown by its name instead.

Control characters (also the escape that begins an ANSI sequence), bidi overrides, embeddings and isolates, invisible
separators and the two non-characters that no XML may hold become ``[U+202E]``; everything else stays as it is. Newlines
and tabs are kept.
"""

from __future__ import annotations

import re

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
"""The characters that are shown by name. ZWJ and ZWNJ are not among them: they belong to the spelling of words."""


def visible(text: str) -> str:
    r"""``text`` with its unsafe characters named.

    >>> visible("a\x1b[31mb")
    'a[U+001B][31mb'
    """
    return UNSAFE.sub(lambda unsafe: f"[U+{ord(unsafe.group()):04X}]", text)

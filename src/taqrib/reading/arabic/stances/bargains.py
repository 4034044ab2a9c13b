"""«إذا أعادوا الأسرى فسنجلس معهم»: what a speaker will do if the other side does its part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.wordlists import plain_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose

_REACH = 24
"""Tokens within which the answer to إذا begins."""
_ASKING = frozenset({"ما", "عما", "فيما", "بما"})


def answer(prose: Prose, index: int) -> int | None:
    """The verb of the first person in the future that answers the "if" at the token ``index``; ``None`` for none.

    An "if" that only asks (ما إذا) has no answer, and neither has one that somebody else's future answers: what others
    will do is no condition of the speaker's.
    """
    if prose.norms[index].removeprefix("و").removeprefix("ف") not in plain_list("stances", "ifs"):
        return None
    if index and prose.norms[index - 1] in _ASKING:
        return None
    for at in range(index + 2, min(prose.size, index + _REACH)):
        if prose.sentences[at] != prose.sentences[index] or prose.roles[at] == "stop":
            return None
        if _is_promised(prose, at):
            return at
    return None


def _is_promised(prose: Prose, at: int) -> bool:
    """فسنجلس, سنفرج: a future of the first person, known as a verb or not; سن- begins few other words."""
    norm = prose.norms[at].removeprefix("ف")
    future = norm.startswith(("سن", "سا")) and len(norm) > len("سنفعل") - 1
    verb = prose.verbs[at]
    return future and (verb.first if verb is not None else prose.norms[at].startswith("فسن"))

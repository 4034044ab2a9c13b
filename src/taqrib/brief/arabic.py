"""What Arabic asks of a brief: whether a verb agrees with قال or قالت, and how a counted noun is written."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from taqrib import vocabulary
from taqrib.normal import normalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.case import Actor

Gender: TypeAlias = Literal["m", "f", "unknown"]


def gender(actor: Actor) -> Gender:
    """The gender a verb before the actor's Arabic name takes, as far as the name tells it.

    States are feminine but for a short list; everyone else goes by the first word of the name: a noun we know, or a
    word in ة or ات. A person whose name opens with a word in ة is a woman, unless it is one of the men's names in ة,
    and so is one whom the case also knows by a woman's title (وزيرة الخارجية). A man's title tells nothing, for some
    outlets give it to women as well. Any other name tells nothing (أمل, نور and every foreign name may be either): that
    is ``unknown``, not masculine.
    """
    name = _bare(actor.name.ar)
    head = name.split(" ", 1)[0]
    if head in _names("masculine_heads"):
        return "m"
    if actor.kind == "state":
        return "m" if name in _names("masculine_states") else "f"
    # the normal form writes ة as ه; only the name as written still tells them apart
    ends_in_ta = actor.name.ar.split()[0].endswith("ة")
    if actor.kind == "person":
        if not ends_in_ta:
            return "f" if any(map(has_womans_title, actor.aliases.ar)) else "unknown"
        return "m" if head in _names("masculine_in_ta") else "f"
    return "f" if ends_in_ta or head.endswith("ات") or head in _names("feminine_heads") else "unknown"


def has_womans_title(name: str) -> bool:
    """Whether a person's name opens with a title that only women bear: وزيرة, المتحدثة, السيدة."""
    words = name.split()
    return bool(words) and words[0].endswith("ة") and _bare(words[0]) in _titles()


def counted(number: int, forms: Sequence[str]) -> str:
    """A number with its noun, as Arabic counts: مقترح واحد, مقترحان, 3 مقترحات, 11 مقترحًا, 100 مقترح.

    :param number: 0 or more.
    :param forms: for one, for two, from 3 to 10, from 11 to 99, for whole hundreds and 101 and 102, for none.
    """
    one, two, few, many, hundred, none = forms
    if number < 3:
        return (none, one, two)[number]
    rest = number % 100
    noun = few if 3 <= rest <= 10 else many if rest > 10 else hundred
    return f"{number} {noun}"


def _bare(name: str) -> str:
    return normalised(name).removeprefix("ال").strip()


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(_bare, vocabulary.load("offices")["titles"]["ar"]))


@cache
def _names(table: str) -> frozenset[str]:
    return frozenset(_bare(name) for name in vocabulary.load("brief/arabic_gender")[table])

"""What the words of a stance turn away from: "demanded that Peru drop ⟨the map⟩", "the port rather than ⟨the pier⟩".

Whoever demands that another give something up does not demand that thing, and whoever refuses to give it up does not
reject it. What stands behind such a word is marked, so that nobody takes it for what the stance is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.english.words import BE, NEGATIONS, VERBS, lemma_of
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline
    from taqrib.reading.findings import Span, StanceKind

_TABLE = load("english/stances")["turning"]


def _phrases(key: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a list by their first word, each without it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _TABLE[key]:
        first, *rest = phrase.split()
        found.setdefault(first, []).append(tuple(rest))
    return found


_VERBS, _CONTRASTS, _RESUMING = _phrases("verbs"), _phrases("contrasts"), _phrases("resuming")
_NOTHING_ELSE, _ANYTHING_ELSE = _phrases("nothing_else"), _phrases("anything_else")
_WEIGHING, _WEIGHED = _phrases("weighing"), frozenset(_TABLE["weighed"])
_WEIGHING_NOUNS = frozenset(_TABLE["weighing_nouns"])
_NOUNS, _JOINS = frozenset(_TABLE["nouns"]), frozenset(_TABLE["joins"])
_CEASING, _TRANSITIVE = frozenset(_TABLE["ceasing"]), frozenset(_TABLE["transitive"])
_PREFERRING = frozenset(_TABLE["preferring"])
_NOT_TURNING = frozenset(_TABLE["not_turning"])
_SETTLING = frozenset({"for", "on", "with", "to", "upon"})
"""What stands between some verbs of agreeing and what is agreed to: "settle for", "insist on"."""
_NOMINAL = frozenset("djnrs#o")
_VERBAL = frozenset("vbxmgt")


def turned(
    outline: Outline, first: int, last: int, *, counted: int = 0, proviso: Span | None = None, weighing: bool = False
) -> tuple[Span, ...]:
    """The spans in ``tokens[first:last]`` that stand behind a word of giving up, refusing or preferring.

    :param first: the first token that may be such a word.
    :param proviso: the span of what the stance depends on; a "not" in it turns nothing away ("if Peru does not sign").
    :param weighing: whether what is only to be talked of is turned away from, too: "agreed to discuss ⟨the map⟩".
    :param counted: how many such words the kind of the stance has taken into account already ("vowed to block").
    """
    found: list[Span] = []
    preferring = first > 0 and lemma_of(outline.tokens[first - 1].norm) in _PREFERRING
    at = first
    while at < last:
        if _is_done_to(outline, at, last) and not counted:  # "that the map be dropped"
            if at > first:
                found.append(outline.span(first, at))
            at += 1
            continue
        behind = at + 1 if preferring and outline.tokens[at].norm == "over" else _behind(outline, at, last)
        if behind is None and weighing:
            behind = _weighed(outline, at, last)
        token = outline.tokens[at]
        held = (
            proviso is not None
            and proviso[0] <= token.start < proviso[1]
            and (token.norm in NEGATIONS or token.norm in _CONTRASTS)
        )
        if behind is None or held:
            at += 1
            continue
        if counted:
            counted -= 1
            at = behind
            continue
        end = _end(outline, behind, last, alone=_is_ceasing(outline, at))
        if lemma_of(token.norm) == "replace":  # "replace the map with the chart"
            end = next((word for word in range(behind, end) if outline.tokens[word].norm in {"with", "by"}), end)
        if end > behind:
            found.append(outline.span(behind, end))
        at = max(end, behind)
    return tuple(found)


def nothing_else(outline: Outline, number: int, kind: StanceKind) -> int | None:
    """The token behind "nothing less than", where the words of a yes, or of a no, demand one thing alone.

    :param number: the verb group that carries the stance: "will accept" nothing but this, "rejects" anything but it.
    """
    at = outline.phrases[number].last
    at += at < len(outline.tokens) and outline.tokens[at].norm in _SETTLING
    if at >= len(outline.tokens):
        return None
    denied = not NEGATIONS.isdisjoint(outline.words(number))
    known = _ANYTHING_ELSE if kind == "reject" else _NOTHING_ELSE
    if kind == "reject" and not denied and not outline.tokens[at].norm.startswith("any"):
        return None  # "rejected less than half of them"
    length = _length(outline, known, outline.tokens[at].norm, at)
    return at + length if length else None


def _is_done_to(outline: Outline, at: int, last: int) -> bool:
    """Whether a giving up stands at a token that is done to what stands before it: "be dropped", "wants it dropped"."""
    known = VERBS.get(outline.tokens[at].norm)
    if known is None or "p" not in known.forms or not _length(outline, _VERBS, known.lemma, at):
        return False
    before = at - 1
    while before and outline.tags[before] == "a":
        before -= 1
    following = outline.tags[at + 1 : at + 2] if at + 1 < last else ""
    bare = outline.tags[at] in "ev" and outline.tags[before] in _NOMINAL and following in {"", ".", ",", "a", "T"}
    return bare or outline.tokens[before].norm in BE


def _behind(outline: Outline, at: int, last: int) -> int | None:
    """The token behind the turning word that stands at a token; ``None`` where none does."""
    norm = outline.tokens[at].norm
    following = outline.tokens[at + 1].norm if at + 1 < last else ""
    if norm in NEGATIONS:
        return None if following in _NOT_TURNING else at + 1
    contrast = _length(outline, _CONTRASTS, norm, at)
    if contrast:
        return at + contrast
    if norm in _NOUNS and following in _JOINS:
        return at + 1
    lemma = lemma_of(norm)
    particle = _length(outline, _VERBS, lemma, at)
    if not particle or outline.tags[at] in "rj":
        return None
    acts = lemma not in _TRANSITIVE or outline.tags[at + 1 : at + 2] in _NOMINAL
    return at + particle if acts else None


def _weighed(outline: Outline, at: int, last: int) -> int | None:
    """The token behind a word of talking something over: "discuss", "talks on"; ``None`` where none stands."""
    norm = outline.tokens[at].norm
    following = outline.tokens[at + 1].norm if at + 1 < last else ""
    if norm in _WEIGHING_NOUNS and following in _WEIGHED:
        return at + 1
    length = _length(outline, _WEIGHING, lemma_of(norm), at) if outline.tags[at] not in "rj" else 0
    return at + length if length else None


def _length(outline: Outline, phrases: dict[str, list[tuple[str, ...]]], word: str, at: int) -> int:
    """The tokens of the phrase that begins with ``word`` at a token, a pronoun inside it included; 0 for none."""
    for rest in phrases.get(word, ()):
        over = 1 if rest and outline.tags[at + 1 : at + 2] == "o" else 0
        for begin in (at + 1, at + 1 + over):
            if tuple(token.norm for token in outline.tokens[begin : begin + len(rest)]) == rest:
                return begin + len(rest) - at
    return 0


def _is_ceasing(outline: Outline, at: int) -> bool:
    norm = outline.tokens[at].norm
    return norm in _CEASING or lemma_of(norm) in _CEASING


def _end(outline: Outline, behind: int, last: int, *, alone: bool) -> int:
    """One past what is turned away from; ``alone`` if "and" joins nothing to it."""
    for at in range(behind, last):
        norm, tag = outline.tokens[at].norm, outline.tags[at]
        following = outline.tags[at + 1 : at + 2]
        if tag in ".;:" or _length(outline, _RESUMING, norm, at):
            return at
        if tag == "," and (alone or following not in _NOMINAL):
            return at
        if norm in {"and", "or"} and (alone or following in _VERBAL or following in {"h", "p", "a"}):
            return at
    return last

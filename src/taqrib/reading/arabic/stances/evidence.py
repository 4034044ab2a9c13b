"""The smallest clause that shows a stance: where it ends, and what it depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.reading.arabic.stances.words import PREPOSITIONS, is_need
from taqrib.reading.arabic.wordlists import plain_list
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.parties import Parties

_LONGEST = 45
"""Tokens in the longest evidence."""
_COMPLEMENT = 24
"""Tokens within which a verb's preposition stands."""
_CLOSING = {"»", "”", '"', ")", "]"}


class Evidence:
    """Extents of clauses in one report; all indices are tokens, every end is one past the last."""

    def __init__(self, prose: Prose, parties: Parties) -> None:
        self.prose = prose
        self.parties = parties

    def reach(self, index: int, tokens: int, *, openers: bool = False) -> int:
        """``index + tokens``, or where the sentence stops; a word such as حيث stops it too unless ``openers``."""
        prose = self.prose
        end = index + 1
        limit = min(prose.size, index + tokens)
        while end < limit and prose.sentences[end] == prose.sentences[index]:
            if prose.roles[end] == "stop" or (prose.roles[end] == "opener" and not openers):
                break
            end += 1
        return end

    def is_preposition(self, index: int, need: str) -> bool:
        """Whether the token is or carries the preposition ``need`` of a verb."""
        norm, role = self.prose.norms[index], self.prose.roles[index]
        if need in {"ب", "ل"}:
            attached = norm.startswith(need) and len(norm) > 2 and role in {"", "that", "demonstrative"}
            return attached and norm not in plain_list("stances", "not_objects") and index not in self.parties.beginning
        if norm == "الي" and index + 1 < self.prose.size and self.parties.place(index + 1) is not None:
            return False  # المبعوث إلى البلاد
        bare = normalised(need)
        return norm == bare or (norm[:2] == bare[:2] and role == "preposition")

    def complement(self, index: int, need: str, since: int) -> int:
        """The token of the complement that ``need`` asks for, or ``index``; asides between commas do not count."""
        prose = self.prose
        need = need.removesuffix("؟")
        if need not in PREPOSITIONS and need != "need":
            return index
        aside = False
        for at in range(index + 1, self.reach(index, _COMPLEMENT)):
            if prose.roles[at] == "comma":
                aside = not aside and self._is_aside(at)
            if aside:
                continue
            if is_need(prose.norms[at]) if need == "need" else self.is_preposition(at, need) and at >= since:
                return at
        return index

    def clause_end(self, index: int, *, verb: int | None = None) -> int:
        """One past the clause around ``index``.

        :param verb: the verb whose clause it is, before ``index``; the أن right behind it opens its own complement.
        """
        prose = self.prose
        first = index if verb is None else verb
        limit = min(prose.size, first + _LONGEST)
        if prose.quoted[first]:
            limit = min(limit, prose.quoted[first])
        at = index + 1
        while at < limit and prose.sentences[at] == prose.sentences[index] and not self._breaks(at, index, first):
            at += 1
        while (
            at > first + 1 and prose.roles[at - 1] in {"comma", "stop", "mark"} and prose.norms[at - 1] not in _CLOSING
        ):
            at -= 1
        return at

    def _breaks(self, at: int, index: int, first: int) -> bool:
        prose = self.prose
        role, joined = prose.roles[at], prose.norms[at][:1] in {"و", "ف"}
        if role == "stop" or (role == "comma" and at > index + 1 and not self._is_aside(at)):
            return True
        if role == "opener":
            return at > first + 1
        if role == "that":
            return joined
        return joined and prose.starts[at] == at and at > first + 1

    def _is_aside(self, index: int) -> bool:
        """Whether the comma opens a relative clause: القبائل، التي لم تحضر، إلى ..."""
        return index + 1 < self.prose.size and self.prose.roles[index + 1] == "relative"

    def condition(self, index: int, end: int) -> tuple[int, int] | None:
        """The tokens of the clause a refusal or a yes depends on: إلا بعد, ما لم, بشرط, "no deal that does not ..."."""
        return self._negated_any(index, end) or self._proviso(index, end)

    def _negated_any(self, index: int, end: int) -> tuple[int, int] | None:
        prose = self.prose
        if prose.before(index) != "negator":
            return None
        any_ = False
        for at in range(index + 1, end):
            any_ = any_ or prose.norms[at] in plain_list("polarity", "any")
            if any_ and prose.norms[at] in {"لا", "لم", "ليس"} and not prose.before(at):
                return at, end
        return None

    def _proviso(self, index: int, end: int) -> tuple[int, int] | None:
        prose = self.prose
        limit = self.reach(index, _LONGEST, openers=True)
        exceptions = load("arabic/polarity")["exceptions"]
        words, followers = ({normalised(word) for word in exceptions[key]} for key in ("words", "followers"))
        provisos = plain_list("polarity", "provisos")
        for at in range(index + 1, min(limit, end + 3)):
            norm = prose.norms[at]
            following = prose.norms[at + 1] if at + 1 < limit else ""
            if (norm in words and following in followers) or norm in provisos or f"{norm} {following}" in provisos:
                last = at + 1
                while last < limit and prose.roles[last] not in {"stop", "comma"}:
                    last += 1
                return at, last
        return None

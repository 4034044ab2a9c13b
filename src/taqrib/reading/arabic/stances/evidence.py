"""The smallest clause that shows a stance: where it ends, and what it depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.reading.arabic.moods import hangs
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
_RELATIVE = 16
"""Tokens in the longest relative clause between commas that evidence reaches across."""
_ADJUNCT = 9
"""The same for an adjunct of time, place or occasion."""
_NO_ADJUNCT = frozenset({"stop", "that", "opener", "relative", "negator"})
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
        limit = self.reach(index, _COMPLEMENT)
        at = index
        while (at := at + 1) < limit:
            at = self._behind_aside(at)
            if at >= limit:
                break
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
        at = index
        while (at := self._behind_aside(at + 1)) < limit and prose.sentences[at] == prose.sentences[index]:
            if self._breaks(at, index, first):
                break
        while (
            at > first + 1 and prose.roles[at - 1] in {"comma", "stop", "mark"} and prose.norms[at - 1] not in _CLOSING
        ):
            at -= 1
        return at

    def _breaks(self, at: int, index: int, first: int) -> bool:
        prose = self.prose
        role, joined = prose.roles[at], prose.norms[at][:1] in {"و", "ف"}
        if role == "stop" or (role == "comma" and at > index + 1):
            return True
        if role == "opener":
            return at > first + 1
        if role == "that":
            return joined
        if prose.norms[at] == "وقبل":
            return at > first + 1  # رفض الخطة وقبل الهدنة: "and accepted", or else an adjunct that may as well stay out
        return joined and prose.starts[at] == at and at > first + 1

    def _behind_aside(self, at: int) -> int:
        """The token behind an aside that the comma at ``at`` opens; ``at`` where none opens.

        A relative clause is one (القبائل، التي لم تحضر، إلى), and so is an adjunct of time, place or occasion between
        two commas (على الحكومة، أمس الثلاثاء، هدنة), as long as the clause then goes on.
        """
        prose = self.prose
        if at + 1 >= prose.size or prose.roles[at] != "comma":
            return at
        relative = prose.roles[at + 1] == "relative"
        limit = min(prose.size, at + 2 + (_RELATIVE if relative else _ADJUNCT))
        close = at + 1
        while close < limit and prose.roles[close] != "comma" and prose.sentences[close] == prose.sentences[at]:
            if not relative and (prose.roles[close] in _NO_ADJUNCT or prose.starts[close] == close > at + 1):
                return at
            close += 1
        if close >= limit or prose.roles[close] != "comma":
            return at
        return close + 1 if relative or self._is_adjunct(at + 1, close) else at

    def _is_adjunct(self, first: int, close: int) -> bool:
        """Whether the tokens between two commas say when, where or on what occasion, and the clause goes on behind."""
        prose = self.prose
        after = close + 1
        if after >= prose.size or prose.norms[after][:1] in {"و", "ف"} or prose.roles[after] in _NO_ADJUNCT:
            return False
        opening = prose.norms[first]
        if prose.roles[first] == "adverb":
            return True
        return opening in plain_list("stances", "occasions") and prose.roles[after] != "preposition"

    def condition(self, index: int, end: int) -> tuple[int, int] | None:
        """The tokens of the clause a refusal or a yes depends on: إلا بعد, ما لم, بشرط, "no deal that does not ..."."""
        return self._negated_any(index, end) or self._proviso(index, end) or self._fronted(index)

    def _fronted(self, index: int) -> tuple[int, int] | None:
        """The clause of "if" in front of what comes of it: إذا قبلت غانا الخريطة فستوقع كينيا."""
        prose = self.prose
        particle = hangs(prose, index) if prose.norms[index].removeprefix("ف").startswith("س") else None
        last = prose.starts[index]
        if particle is None or particle >= last:
            return None
        while last > particle + 1 and prose.roles[last - 1] in {"comma", "mark"}:
            last -= 1
        return particle, last

    def _is_if(self, at: int, limit: int) -> bool:
        """إن قبل الطرف الآخر: "if" before a perfect; before a noun it tells."""
        prose = self.prose
        if prose.document.tokens[at].text != "إن" or at + 1 >= limit:
            return False
        verb = prose.verbs[at + 1]
        return verb is not None and verb.tense == "perfect" and not verb.suffixed

    def _is_on_condition(self, at: int, index: int) -> bool:
        """وافق على الخطة شرط فتح الجسر: behind the object "condition" is "on condition", else the object itself."""
        if self.prose.norms[at] != "شرط" or self.prose.before(at) == "preposition":
            return False
        return any(self.prose.is_content(word) and word not in self.parties.covering for word in range(index + 1, at))

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
        if prose.before(index) == "negator":
            provisos |= plain_list("polarity", "provisos_of_denials")
        for at in range(index + 1, min(limit, end + 3)):
            norm = prose.norms[at]
            following = prose.norms[at + 1] if at + 1 < limit else ""
            known = (norm in words and following in followers) or norm in provisos or f"{norm} {following}" in provisos
            if known or self._is_if(at, limit) or self._is_on_condition(at, index):
                last = at + 1
                while last < limit and prose.roles[last] not in {"stop", "comma"}:
                    last += 1
                return at, last
        return None

"""The noun phrases that name talks: how far one reaches, what tells it from others, whether it only names a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.events.triggers import is_of_class
from taqrib.reading.arabic.wordlists import noun_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose


class Phrases:
    """The phrases of talks in one report."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose

    def end(self, index: int, *, joined: bool = False) -> int:
        """One past the noun phrase of talks that begins at ``index``: the sitting, what it is of, their adjectives.

        :param joined: nouns of talks behind و belong to it too: الحوار والتفاوض.
        """
        prose = self.prose
        end = prose.ends[index]
        at = index + 1
        while at < end:
            norm = prose.norms[at]
            if norm == "من":
                if at + 1 >= end or not is_of_class(prose.norms[at + 1], "talks"):
                    break
            elif not is_of_class(norm, "talks", joined=joined) and not self.qualifies(norm):
                break
            at += 1
        return at

    def qualifies(self, norm: str) -> bool:
        """Whether the word tells which sitting is meant: the sixth, the renewed."""
        return bool(noun_list("events", "ordinals").find(norm) or noun_list("events", "renewals").find(norm))

    def ordinals(self, index: int, last: int) -> frozenset[str]:
        """What tells this sitting from others: السادسة, الختامية, المقبلة."""
        ordinals = noun_list("events", "ordinals")
        words = self.prose.norms[index + 1 : min(last + 1, self.prose.ends[index])]
        return frozenset(match.form for norm in words if (match := ordinals.find(norm)) is not None)

    def is_topic(self, index: int) -> bool:
        """Whether the talks only name a thing: ملف المفاوضات, طاولة الحوار."""
        if self.prose.before(index) == "preposition" and index > 1:  # "sources informed of the talks"
            return noun_list("events", "bystanders").find(self.prose.norms[index - 2]) is not None
        if self.prose.before(index) != "":
            return False
        topic = noun_list("events", "topics").find(self.prose.norms[index - 1])
        if topic is None or "ال" in topic.clitics:
            return False
        # the results of "his contacts with ..." are those of contacts that were had
        return not (topic.form.startswith("نتا") and "مع" in self.prose.norms[index + 1 : index + 4])

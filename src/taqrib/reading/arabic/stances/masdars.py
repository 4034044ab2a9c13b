"""Words that may be a verb or its noun, and what makes such a noun a stance: أعلنت رفضها, not نفت رفضها."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.clauses import is_bare_noun, is_purpose
from taqrib.reading.arabic.events.status import governor_at
from taqrib.reading.arabic.wordlists import apart_list, mixed_list, noun_list

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.arabic.parties import Parties
    from taqrib.reading.arabic.stances.holders import Holders
    from taqrib.reading.arabic.stances.words import Sense

_GOVERNS = 12
"""Tokens between a declaring verb and the masdar it declares."""
_BESIDE = 3
"""The same where what is announced begins with the masdar, so that it could stand alone."""


class Masdars:
    """The nouns of one report's verbs, with what governs them."""

    def __init__(self, prose: Prose, parties: Parties, holders: Holders) -> None:
        self.prose = prose
        self.parties = parties
        self.holders = holders

    def is_noun(self, index: int, clitics: str, senses: tuple[Sense, ...]) -> bool:  # noqa: PLR0911 - one per sign
        """Whether the word must be a noun here: by its senses, clitics, ending or place."""
        prose = self.prose
        verbs = [sense for sense in senses if sense.part == "verb"]
        if not verbs or is_bare_noun(clitics):
            return True
        if is_purpose(clitics) and all(sense.form.tense != "imperfect" for sense in verbs):
            return True
        if prose.document.tokens[index].text.endswith(("ة", "ةً", "ًا", "اً")):
            return True
        before = prose.before(index)
        if index in self.holders.opening:
            return True  # أعلن رفضه
        if before in {"preposition", "demonstrative"} or (before == "" and prose.verbs[index - 1] is not None):
            return True
        if prose.norms[index].endswith("ا") and len(verbs) < len(senses) and self.declaring(index) is not None:
            return True  # أبدت تحفظا
        if len(verbs) == len(senses) and noun_list("stances", "homographs").find(prose.norms[index]) is None:
            return False
        governed = self.declaring(index) is not None or self.is_withheld(index)
        if any(sense.form.suffixed for sense in verbs) and governed:
            return True  # أعلنت رفضها: not "she announced, she refused her"
        genitive = index - 1 not in self.parties.covering and prose.is_genitive(index)
        return genitive or self._cannot_have_subject(index)

    def _cannot_have_subject(self, index: int) -> bool:
        """Whether a feminine noun follows a form without ت: رفض حكومته is a masdar with its genitive."""
        party = self.parties.at(index + 1) if index + 1 < self.prose.ends[index] else None
        verb = self.prose.verbs[index]
        return (
            party is not None
            and verb is not None
            and verb.tense == "perfect"
            and not self.holders.subjects.agrees(verb, party)
        )

    def declaring(self, index: int) -> int | None:
        """The verb that makes the masdar known, if only its subject, adverbs and its own عن or على stand between."""
        prose = self.prose
        governor = self.holders.governor(index)
        if index in self.holders.opening and (governor is None or index - governor > _BESIDE):
            return index  # أعلن زعيم الحزب، أمس، رفضه: the masdar alone is the smallest clause
        if governor is None or index - governor > _GOVERNS:
            return None
        statement = self.holders.cues.get(governor)
        if statement is None and mixed_list("stances", "declaring").find(prose.norms[governor]) is None:
            return None
        if statement is not None and statement.content[0] == prose.document.tokens[index].start:
            return governor
        at = governor + 1
        while at < index:
            party = self.parties.at(at)
            if party is not None:
                at = max(party.last, at + 1)
            elif prose.roles[at] in {"adverb", "comma", "mark"} or prose.norms[at] in {"عن", "علي"}:
                at += 1
            else:
                return None
        return governor

    def is_withheld(self, index: int) -> bool:
        """Whether what governs the masdar denies it, gives it up or asks it of another: نفى موافقته, نصحه بقبولها."""
        governor = self.holders.governor(index)
        if governor is None:
            return False
        norm = self.prose.norms[governor]
        if mixed_list("stances", "withholding").find(norm) is not None:
            return True
        if any(apart_list("stances", key).find(norm) is not None for key in ("directing", "turning", "turning_with")):
            return True
        return any(
            self.prose.is_content(at) and apart_list("stances", "directing").find(self.prose.norms[at]) is not None
            for at in range(max(self.prose.starts[index], governor - 1), index)  # the cue may be دعوة إلى
        )

    def stands(self, index: int, sense: Sense) -> bool:
        """Whether a masdar with its genitive states a fact by itself: بعد رفض الحكومة, not لضمان التزام الأطراف."""
        prose = self.prose
        if sense.kind in {"commit", "support"} or index + 1 >= prose.ends[index] or self.parties.at(index + 1) is None:
            return False
        if prose.norms[max(0, index - 2) : index] in (["لا", "صحه"], ["ولا", "صحه"]):
            return False  # لا صحة لقبول الحكومة
        return not any(
            (governor := governor_at(norm)) is not None and governor.value.group in {"possible", "denied", "announced"}
            for norm in prose.norms[max(prose.starts[index], index - 4) : index]
        )

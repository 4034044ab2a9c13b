"""What a cue reports: from where it begins to where the next cue, or the sentence, ends it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.arabic.actors.known import (
    AUXILIARIES,
    COMPLEMENTISERS,
    GIVEN,
    HEADS,
    JOINTS,
    NARRATOR,
    PHRASE_WORDS,
    RELATIVES,
    begins,
    is_masdar,
    name_at,
)
from taqrib.reading.arabic.statements.verbs import OWN_WORD, finite, is_known_verb, is_verb, participle

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.cue import Cue
    from taqrib.reading.document import Document, Quote, Sentence
    from taqrib.reading.findings import Mode, Span

_NO_EDGE = frozenset([".", "،", ",", "؛", ";", ":", "-", "–", "—", "!", "؟", "?", "…", ".."])
_SCARE = 4


class Content(NamedTuple):
    """The span of what is said, and how it is given."""

    span: Span
    mode: Mode


class _Told(NamedTuple):
    """How what is said is told: as a noun, in a clause opened by "while", by a participle."""

    noun: bool
    fronted: bool
    participle: bool


def content_of(ground: Ground, document: Document, sentence: Sentence, found: list[Cue], number: int) -> Content | None:
    """The content of the ``number``-th cue of its sentence; ``None`` if nothing is left between the marks."""
    cue = found[number]
    if cue.content is None:
        last = sentence.last if cue.medial else cue.boundary
        return _run(ground, sentence.first, last)
    quote = cue.content.quote
    if quote is not None:
        return Content(quote.span, "direct")
    start = cue.content.start
    if cue.content.kind == "speech":
        return _after_colon(ground, document, sentence, start)
    last = _end(ground, sentence, found, number, start)
    if cue.content.addressee is not None and _points_back(ground, start, last):
        start = cue.content.addressee[0]  # دعا الفصائل إلى فعل ذلك: nothing without who should
    whole = _whole_quote(ground, start, last)
    return Content(whole.span, "direct") if whole is not None else _run(ground, start, last)


def _points_back(ground: Ground, start: int, last: int) -> bool:
    """Whether what is asked is only "that", or to do it: إلى ذلك, إلى فعل ذلك, على القيام به."""
    words = [token.norm for token in ground.tokens[start:last] if token.text[0].isalpha()]
    return 0 < len(words) <= _SHORT and words[-1] in _BACK and all(word in _DOING or word in _BACK for word in words)


_BACK = frozenset(["ذلك", "بذلك", "به", "بها", "هذا", "بهذا"])
_DOING = frozenset(["فعل", "القيام", "عمل", "المثل"])
_SHORT = 2


def _end(ground: Ground, sentence: Sentence, found: list[Cue], number: int, start: int) -> int:
    """The first of: a later cue on the same footing, a narrator's clause, the sentence's end."""
    end = sentence.last
    cue = found[number]
    for later in found[number + 1 : number + 1 + _AHEAD]:
        if later.boundary <= start or later.inside is cue:
            continue
        if later.coordinate and not later.medial:
            end = min(end, later.boundary)
            break
    judged = cue.verb is not None and cue.verb.transitive  # وصفت الاتفاق بأنه باطل وطردت السفير
    noun = judged or (cue.content is not None and cue.content.kind == "noun")
    outer = number > 0 and not cue.coordinate
    fronted = number == 0 and ground.tokens[sentence.first].norm in PHRASE_WORDS["while"]
    what = _Told(noun=noun, fronted=fronted, participle=cue.kind == "participle")
    here = start
    while here < min(end, start + _LONGEST):
        quote = ground.quoted.get(here)
        if quote is not None:
            here = quote.last + 1
        elif ground.tokens[here].norm == "،" and here + 1 < end and _leaves(ground, here + 1, end, what):
            return here
        elif (
            noun
            and ground.tokens[here].norm == "علي"
            and ground.tokens[here + 1 : here + 2]
            and (ground.tokens[here + 1].norm == "لسان")
        ):
            return here  # رحبت الحكومة بالقرار على لسان وزيرها
        elif noun and here > start and _acts_next(ground, here, start):
            return here  # طالبت بتعديل القانون وقدمت مشروعها
        else:
            outer = outer and ground.tokens[here].norm not in COMPLEMENTISERS
            if noun and outer and ground.tokens[here].norm in _AND_THAT:
                return here  # "قال إنه يؤيد الحوار، وإنه ...": the outer report goes on
            here += 1
    return end


_AND_THAT = frozenset("و" + word for word in COMPLEMENTISERS if word.startswith("ان"))


_AND_ACTIVE = 6
"""Letters of وفاعلا."""
_AHEAD = 40
_LONGEST = 400
"""Bounds that keep the time linear also where a "sentence" is a whole text without a stop."""


def _leaves(ground: Ground, at: int, end: int, what: _Told) -> bool:
    """Whether the clause behind a comma is no longer what is reported."""
    tokens = ground.tokens
    if begins(NARRATOR, tokens, at, end) > 1 or _goes_on_saying(ground, at, end) or _own_word(ground, at, end):
        return True
    if tokens[at].norm == "بينما":
        return True  # قال إن العمل بدأ، بينما غادر الوفد
    if what.fronted and _is_main(ground, at):
        return True  # وبينما أكدت الحكومة أن ...، نفت الحركة
    if what.participle and _is_joined(ground, at):
        return True  # متعهدا بالحوار، ورافضا أي تدخل: what else he did
    if what.noun and tokens[at].norm[0] == "و" and is_verb(tokens[at].norm[1:]):
        return True  # أكدت المنظمة التوقيع على الاتفاق، وشارك ممثلوها في
    return what.noun and begins(JOINTS, tokens, at, end) > 0 and tokens[at].norm in PHRASE_WORDS["breaks"]


def _goes_on_saying(ground: Ground, at: int, end: int) -> bool:
    """Whether a participle of saying stands here: مؤكدا, not تلقت، أمس، مذكرة قصيرة."""
    norm = ground.tokens[at].norm
    memo = norm == "مذكره" and at + 1 < end and not ground.tokens[at + 1].norm.startswith("ب")
    return participle(norm) is not None and not memo


_SHORT_NOUN = 4
"""Letters of "and" with the longest noun that ends like the feminine perfect."""


def _acts_next(ground: Ground, at: int, start: int) -> bool:
    """Whether "and" joins a verb to the noun reported: it says what comes next, unless a relative clause holds it."""
    norm = ground.tokens[at].norm
    if norm[0] != "و" or norm in GIVEN or is_masdar(norm[1:]) or name_at(ground.tokens, at, at + 1) is not None:
        return False
    shaped = len(norm) > _SHORT_NOUN and norm.endswith("ت") and HEADS.find(norm) is None  # وقدمت, not وبيت
    plain = (shaped or is_known_verb(norm[1:])) and norm.endswith(("ت", "وا")) and not norm.endswith("ات")
    future = norm.startswith(("وسي", "وست"))
    return (plain or future) and not any(ground.tokens[here].norm in RELATIVES for here in range(start, at))


def _is_main(ground: Ground, at: int) -> bool:
    """Whether a reporting verb without a conjunction opens the main clause behind "while ..."."""
    return ground.tokens[at].norm[0] not in "وف" and finite(ground.tokens[at].norm) is not None


def _is_joined(ground: Ground, at: int) -> bool:
    """Whether "and" and a participle of the shape فاعلا go on with the one before."""
    norm = ground.tokens[at].norm
    return len(norm) == _AND_ACTIVE and norm[0] == "و" and norm[2] == "ا" and norm[-1] == "ا"


def _own_word(ground: Ground, at: int, end: int) -> bool:
    """على حد قوله: whose words they are, said once more."""
    return (
        at + 2 < end
        and ground.tokens[at].norm == "علي"
        and ground.tokens[at + 1].norm == "حد"
        and ground.tokens[at + 2].norm in OWN_WORD
    )


def _whole_quote(ground: Ground, start: int, last: int) -> Quote | None:
    """The quotation that is all there is behind أن: أن «...»."""
    tokens = ground.tokens
    if tokens[start].norm not in COMPLEMENTISERS or start + 1 >= last:
        return None
    quote = ground.quoted.get(start + 1)
    if quote is None or tokens[start].norm not in {"ان", "بان"}:
        return None
    after = quote.last + 1
    while after < last and tokens[after].norm in _NO_EDGE:
        after += 1
    return quote if after >= last else None


def _run(ground: Ground, first: int, last: int) -> Content | None:
    """The tokens ``first:last`` without the marks at their edges."""
    tokens = ground.tokens
    while last > first and tokens[last - 1].norm in _NO_EDGE:
        last -= 1
    while first < last and tokens[first].norm in _NO_EDGE:
        first += 1
    if last > first and tokens[last - 1].norm in {'"', "”", "»", "“"} and not _closes(ground, first, last - 1):
        last -= 1
        while last > first and tokens[last - 1].norm in _NO_EDGE:
            last -= 1
    if last <= first:
        return None
    mixed = any(_is_speech(ground, mark) for mark in ground.marks(first, last))
    return Content((tokens[first].start, tokens[last - 1].end), "mixed" if mixed else "indirect")


def _closes(ground: Ground, first: int, mark: int) -> bool:
    quote = ground.closing.get(mark)
    return quote is not None and quote.first > first


def _is_speech(ground: Ground, mark: int) -> bool:
    """Whether a quotation inside a report is somebody's words, not a name: long, or behind no name's noun."""
    quote = ground.quoted[mark]
    if quote.last - quote.first > _SCARE:
        return True
    before = ground.tokens[mark - 1].norm if mark else ""
    return before not in {"ل", "ال", "ب", "و"} and not ground.names_something(mark)


def _first(sentence: Sentence) -> int:
    return sentence.first


def _is_told(ground: Ground, sentence: Sentence) -> bool:
    """وعن الموعد، لفت فلان: a sentence whose first clause is a report by a perfect, behind an adjunct's comma."""
    for at in range(sentence.first + 1, min(sentence.last, sentence.first + _ADJUNCT)):
        inflected = finite(ground.tokens[at].norm) if ground.tokens[at - 1].norm == "،" else None
        if inflected is not None:
            return inflected.form is not None and inflected.form.tense == "perfect"
    return False


_ADJUNCT = 12


def _after_colon(ground: Ground, document: Document, sentence: Sentence, start: int) -> Content | None:
    """Speech behind a colon without marks: the sentence, and the paragraph's further ones until a cue opens one."""
    last = sentence.last
    following = bisect_right(document.sentences, sentence.first, key=_first)
    for later in islice(document.sentences, following, following + _AHEAD):
        if later.paragraph != sentence.paragraph:
            break
        norm = ground.tokens[later.first].norm
        if (
            finite(norm) is not None
            or _is_told(ground, later)
            or begins(NARRATOR, ground.tokens, later.first, later.last)
            or begins(JOINTS, ground.tokens, later.first, later.last)
            or norm in {"اما", "واما"}  # أما الوزير فقال: another's turn
            or (norm[0] == "و" and norm[1:] in AUXILIARIES)  # وكانت الوزارة قد أعلنت: the narrator looks back
        ):
            break
        last = later.last
    content = _run(ground, start, last)
    return Content(content.span, "direct") if content is not None else None

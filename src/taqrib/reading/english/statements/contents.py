"""What is said: where the content of a cue begins and ends, and whether it is quoted."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taqrib.reading.english.statements.cues import REPORTING
from taqrib.reading.english.words import MODALS, VERBS, singular, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline, Quotation
    from taqrib.reading.english.statements.cues import Cue
    from taqrib.reading.findings import Mode, Span

_TABLE = load("english/reporting")
_OCCASIONS = frozenset(_TABLE["occasions"])
_AUDIENCES = frozenset(_TABLE["audiences"])
_OF_OCCASION = words(_TABLE["before_occasions"])


@dataclass(slots=True)
class Right:
    """What stands between a cue and what follows it.

    :ivar phrase: the first phrase after addressee, time, place and *that*; the sentence's end if nothing follows.
    :ivar that: whether *that* introduces it.
    :ivar addressee: the tokens of the addressee.
    :ivar times: phrases of times among the adjuncts.
    :ivar occasions: phrases of places and occasions among them.
    """

    phrase: int
    that: bool = False
    addressee: tuple[int, int] | None = None
    times: tuple[int, ...] = ()
    occasions: tuple[int, ...] = ()


def right_of(outline: Outline, cue: Cue) -> Right:  # noqa: C901, PLR0912, PLR0915 - a case of the grammar per branch
    """What follows the cue in its sentence, its adjuncts set apart."""
    kinds, phrases, tokens = outline.kinds, outline.phrases, outline.tokens
    end = outline.sentences[outline.sentence_at[cue.phrase]][1]
    at = cue.phrase + 1
    while at < end and phrases[at].first < cue.last:  # the particle belongs to the cue
        at += 1
    found = Right(at)
    times: list[int] = []
    occasions: list[int] = []
    if "a" in cue.frame and at < end and kinds[at] == "N" and cue.form != "passive":
        last = at
        while (
            last + 2 < end
            and kinds[last + 1] in "PC"
            and kinds[last + 2] == "N"
            and tokens[phrases[last + 1].first].norm in {"of", "from", "and"}
        ):
            last += 2
        follows = kinds[last + 1] if last + 1 < end else "."
        if follows in "NHUTPWAqk:,.-Y":
            found.addressee = (phrases[at].first, phrases[last].last)
            at = last + 1
    while at < end:
        kind = kinds[at]
        if kind == "T":
            times.append(at)
            at += 1
        elif kind in "PY" and at + 1 < end and kinds[at + 1] == "T":
            times.append(at + 1)
            at += 2
        elif (
            kind == "A"
            and at + 1 < end
            and (kinds[at + 1] in "HTPqN:." or (kinds[at + 1] == "," and _that_follows(outline, at + 1, end)))
        ):
            if kinds[at + 1] == "." or tokens[phrases[at].first].norm in _FOCUS:
                break
            at += 1
        elif kind == "," and at + 2 < end and kinds[at + 1] == "A" and kinds[at + 2] == ",":
            at += 3  # "said, however, that"
        elif kind == "," and _that_follows(outline, at, end):
            at = _skip_insertion(outline, at, end)
        elif kind in "PY" and at + 1 < end and kinds[at + 1] == "N" and tokens[phrases[at].first].norm in _OF_OCCASION:
            last = at + 1
            while last + 2 < end and kinds[last + 1] in "PY" and kinds[last + 2] == "N":
                last += 2
            after = kinds[last + 1] if last + 1 < end else "."
            if (
                after in "H:q"
                or (after in ",.T" and not _clause_follows(outline, last + 1, end))
                or (after == "G" and _that_soon(outline, last + 1, end))
            ) or (after in "PYT" and (_that_soon(outline, last + 1, end) or _dated_clause(outline, last + 1, end))):
                occasions.extend(range(at, last + 1))
                at = last + 1
            elif (
                after == "N"
                and outline.tags[phrases[last].last - 1] == "r"
                and outline.tags[phrases[last + 1].first] == "o"
            ):
                occasions.extend(range(at, last + 1))  # "said in Doha he would"
                at = last + 1
            elif after == "N" and singular(tokens[phrases[at + 1].last - 1].norm) in _OCCASIONS:
                occasions.extend((at, at + 1))
                at += 2
            else:
                break
        elif (
            kind == "G" and _that_soon(outline, at, end) and tokens[phrases[at].first].norm in {"following", "speaking"}
        ):
            at += 1
        elif kind == "H" or (kind in "WU" and tokens[phrases[at].first].norm == "that"):
            found.that = True
            at += 1
            break
        else:
            break
    found.phrase = at
    found.times, found.occasions = tuple(times), tuple(occasions)
    return found


_FOCUS = frozenset(["not", "only", "never", "even"])


def _that_follows(outline: Outline, comma: int, end: int) -> bool:
    """Whether ``, ... , that`` comes, an insertion before the clause."""
    kinds = outline.kinds
    at = comma + 1
    while at < end and at < comma + 8 and kinds[at] in "PNATJGYC":
        at += 1
    return at + 1 < end and kinds[at] == "," and kinds[at + 1] == "H"


def _skip_insertion(outline: Outline, comma: int, end: int) -> int:
    at = comma + 1
    while at < end and outline.kinds[at] != ",":
        at += 1
    return at + 1


def _that_soon(outline: Outline, at: int, end: int) -> bool:
    """Whether only adjuncts stand before *that*, a colon or a quotation."""
    kinds = outline.kinds
    stop = min(end, at + 12)
    while at < stop and kinds[at] in "PNTAGCY":
        at += 1
    return at < stop and kinds[at] in "H:"


def _dated_clause(outline: Outline, at: int, end: int) -> bool:
    """Whether a time and then a clause follow: "said from Doha on Monday he would"."""
    kinds = outline.kinds
    at += kinds[at] != "T"
    return at + 1 < end and kinds[at] == "T" and kinds[at + 1] == "N" and has_clause(outline, at + 1)


def _clause_follows(outline: Outline, at: int, end: int) -> bool:
    """Whether after a comma a clause with a verb comes, which then is what was said ("without it, talks fail")."""
    kinds = outline.kinds
    if at >= end or kinds[at] != ",":
        return False
    if at + 1 < end and kinds[at + 1] == "G":
        return False
    if at + 1 < end and kinds[at + 1] in "CU":
        return False
    at += 1
    while at < end and kinds[at] not in ".;:":
        if kinds[at] == "V":
            return True
        at += 1
    return False


def has_clause(outline: Outline, at: int) -> bool:
    """Whether a clause with a verb begins at a phrase, as after "said" without *that*."""
    end = outline.sentences[outline.sentence_at[at]][1] if at < len(outline.phrases) else at
    while at < end and outline.kinds[at] not in ";:":
        if outline.kinds[at] == "V":
            return True
        at += 1
    return False


def clause_end(outline: Outline, cue: Cue, begin: int, *, nested: bool = False, phrasal: bool = False) -> int:  # noqa: C901 - a case of the grammar per branch
    """One past the last token of an indirect content that begins with the phrase ``begin``.

    The content runs to the sentence's end, or to where the report takes the floor again: a participle of the same
    speaker (", adding that"), a coordinated clause of another ("but the envoy said"), "according to", "as he put it".

    :param nested: participles belong to the content.
    :param phrasal: the content is a noun phrase: a coordinated verb without subject is the report's again.
    """
    kinds, phrases, tokens = outline.kinds, outline.phrases, outline.tokens
    end = outline.sentences[outline.sentence_at[cue.phrase]][1]
    quotation = outline.quotation_at.get(cue.first)
    subordinate = _in_subordinate(outline, cue)
    at = begin
    while at < end:
        token = phrases[at].first
        inside = outline.quotation_at.get(token)
        if inside is not None and inside is not quotation and inside.first < token:
            at += 1
            continue
        kind = kinds[at]
        if quotation is not None and token >= quotation.last:
            break
        if kind == "." and at + 1 >= end:
            break
        if at > begin:
            if kind == "," and at + 1 < end and takes_floor(outline, at + 1, end, nested=nested):
                break
            if (
                kind == "-"
                and at + 1 < end
                and kinds[at + 1] == "G"
                and not nested
                and takes_floor(outline, at + 1, end, nested=nested)
            ):
                break
            if (
                kind == "C"
                and (_new_report(outline, at, end) or (phrasal and _verb_next(outline, at, end)))
                and (phrasal or "V" in kinds[begin:at])
            ):
                break
            if kind == "," and subordinate and _main_clause(outline, at, end):
                break
            if (
                kind == "Y"
                and at + 2 < end
                and tokens[token].norm == "as"
                and kinds[at + 1] == "N"
                and kinds[at + 2] == "V"
                and _reports(outline, at + 2)
            ):
                break
            if kind == "G" and tokens[token].norm == "according":
                break
            if kind == ";" and _new_report(outline, at, end):
                break
        at += 1
    last = phrases[at - 1].last if at > begin else phrases[begin].first
    return trimmed(outline, phrases[begin].first, last)


def _in_subordinate(outline: Outline, cue: Cue) -> bool:
    """Whether the cue's own clause opens the sentence and is subordinate ("While he said ..., he denied ...")."""
    start = outline.sentences[outline.sentence_at[cue.phrase]][0]
    return outline.kinds[start] in "UY" and cue.phrase - start <= 6 and "," not in outline.kinds[start : cue.phrase]


def _main_clause(outline: Outline, comma: int, end: int) -> bool:
    """Whether subject and verb follow a comma at once."""
    kinds = outline.kinds
    at = comma + 1
    if at >= end or kinds[at] != "N":
        return False
    while at < end and kinds[at] in "NPA":
        at += 1
    return at < end and kinds[at] == "V"


def _verb_next(outline: Outline, conjunction: int, end: int) -> bool:
    at = conjunction + 1
    while at < end and outline.kinds[at] in "AT":
        at += 1
    if at >= end or outline.kinds[at] != "V":
        return False
    found = outline.phrases[at]
    forms = VERBS[outline.tokens[found.first].norm].forms if outline.tokens[found.first].norm in VERBS else "d"
    return found.last - found.first > 1 or not forms.startswith("b")  # "to stop and leave": two infinitives


def trimmed(outline: Outline, first: int, last: int) -> int:
    """``last`` without commas, stops and dashes at the end."""
    tokens = outline.tokens
    while last > first + 1 and tokens[last - 1].text in {",", ".", ";", ":", "–", "—", "-"}:
        last -= 1
    return last


def takes_floor(outline: Outline, at: int, end: int, *, nested: bool = False) -> bool:
    """Whether what follows a comma is the reporter's again, from the phrase ``at``."""
    kinds, tokens, phrases = outline.kinds, outline.tokens, outline.phrases
    while at < end and kinds[at] == "A":
        at += 1
    if at >= end:
        return False
    kind = kinds[at]
    if kind == "G":
        norm = tokens[phrases[at].last - 1].norm
        return norm == "according" or (norm in REPORTING and not nested)
    if kind in "CU" or (kind == "Y" and tokens[phrases[at].first].norm == "as"):
        return _new_report(outline, at, end)
    if kind == "V" and _reports(outline, at) and kinds[at + 1 : at + 2] == "N":  # ", said the envoy"
        return tokens[phrases[at].last - 1].norm in {"said", "says", "added", "wrote"}
    if kind == "N":  # "..., he said"
        verb = at + 1
        while verb < end and verb < at + 8 and kinds[verb] in "NPJ":
            verb += 1
        if verb < end and kinds[verb] == "V" and _reports(outline, verb):
            following = kinds[verb + 1] if verb + 1 < end else "."
            return following in ".,T;:q" or (following == "P" and not has_clause(outline, verb + 1))
    return False


def _new_report(outline: Outline, at: int, end: int) -> bool:
    """Whether a conjunction begins a clause whose first verb reports: "but the envoy said", "and added later"."""
    kinds = outline.kinds
    at += 1
    first = at
    commas = 0
    limit = min(end, at + 12)
    while at < limit:
        kind = kinds[at]
        if kind == "V":
            return commas != 1 and _reports(outline, at)
        if kind == ",":
            commas += at > first  # an apposition has two; with one, the noun before it ended the content
        elif kind not in "NATPGYE()":
            return False
        at += 1
    return False


def _reports(outline: Outline, phrase: int) -> bool:
    """Whether a finite verb group tells that something was said."""
    found = outline.phrases[phrase]
    norm = outline.tokens[found.last - 1].norm
    lemma = REPORTING.get(norm)
    if lemma is None or lemma in _RARELY:
        return False
    verb = VERBS.get(norm)
    first = outline.tokens[found.first].norm
    return bool(verb) and first not in MODALS and not outline.passive(phrase) and not outline.negated(phrase)


_RARELY = words(_TABLE["rarely"])


def mode_of(outline: Outline, first: int, last: int) -> tuple[Span, Mode]:
    """The span of the content ``tokens[first:last]`` and its mode; the marks of a wholly quoted one stay outside."""
    quotation = outline.quotation_at.get(first)
    if quotation is not None and quotation.first == first and quotation.last >= last - 1:
        return quoted(outline, quotation), "direct"
    mode: Mode = "indirect"
    following = bisect_left(outline.quotations, (first, 0))
    inside = outline.quotations[following] if following < len(outline.quotations) else None
    if inside is not None and inside.first < last:
        mode = "mixed"
        last = max(last, inside.last + 1)  # a quotation that the sentence's end would cut
    return outline.span(first, last), mode


def quoted(outline: Outline, quotation: Quotation) -> Span:
    """The span between the marks, without the comma that belongs to the report."""
    first, last = quotation.first + 1, quotation.last
    if last - 1 > first and outline.tokens[last - 1].text == ",":
        last -= 1
    return outline.span(first, last)


def is_audience(norm: str) -> bool:
    """Whether the word names who is spoken to, as "reporters" does."""
    return norm in _AUDIENCES


def is_occasion(norm: str) -> bool:
    """Whether the word names through what, or on what occasion, something is said."""
    return singular(norm) in _OCCASIONS or norm in _OCCASIONS

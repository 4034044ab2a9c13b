"""Where what is said begins: at أن or إن, a quotation, behind a colon, at the noun a verb or preposition governs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from taqrib.reading.arabic.actors.known import (
    ADJUNCTS,
    COMPLEMENTISERS,
    HEADS,
    JOINTS,
    PHRASE_WORDS,
    PREPOSITIONS,
    RELATIVES,
    begins,
    is_definite,
    is_masdar,
    is_owned_masdar,
    name_at,
)
from taqrib.reading.arabic.statements.quoted import is_long_quote, is_name, opens_clause, sets_off
from taqrib.reading.arabic.statements.verbs import ANONYMITY, PROPS, finite, participle

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.verbs import Verb
    from taqrib.reading.document import Quote

REACH = 45
"""How many tokens after its verb the content may begin."""

_ONLY_WITH = frozenset({"ب"})
_NEAR = 3
_QUOTE_REACH = 30


class Complement(NamedTuple):
    """What is said: ``kind``, the token it begins at, its quotation if it is one, and the preposition that leads to it.

    ``that``: from أن on; ``speech``: a quotation or what follows a colon; ``noun``: a masdar or noun.
    ``addressee`` is the token run of whom is spoken to, where the verb takes one.
    """

    kind: Literal["that", "speech", "noun"]
    start: int
    quote: Quote | None
    preposition: int | None
    addressee: tuple[int, int] | None = None


def complement(  # noqa: C901, PLR0911, PLR0912, PLR0915 - one case of the grammar after another
    ground: Ground, at: int, last: int, limit: int, verb: Verb, *, fresh: bool, addressed: bool, near: bool = False
) -> Complement | None:
    """The complement of ``verb``, looked for from ``at`` (behind the verb or its subject).

    :param last: where the sentence ends; a quotation may go on to ``limit``.
    :param fresh: a masdar at ``at`` itself counts; else only behind a comma or a time.
    :param near: only directly at hand, for words that are often something else.
    """
    tokens = ground.tokens
    end = min(last, at + (_NEAR if near else REACH))
    start, propped, relative, adjunct = at, False, False, False
    if at < last and tokens[at - 1].norm == "،" and tokens[at].norm in PHRASE_WORDS["while"]:
        return None  # كما أعلن سابقا، فيما امتنع المجلس: another clause
    addressee = _to(ground, start, end, verb, addressed=addressed)
    at_hand = addressee[1] if addressee is not None else at
    here = at
    while here < end:
        norm = tokens[here].norm
        quote = ground.quoted.get(here)
        if quote is not None:
            spoken = here not in ground.names_in_quotes or opens_clause(ground, quote)  # قالت «لن نعود» ثم
            if not spoken and is_name(ground, here, last):
                here = ground.names_in_quotes[here]
                continue
            opens_that = tokens[quote.first].norm in COMPLEMENTISERS
            if here - start > _QUOTE_REACH or not (spoken or sets_off(ground, here, start)):
                here = quote.last + 1
                continue
            if verb.speech or propped or (verb.that and (opens_that or here == at)):
                return Complement(
                    "speech", quote.first, quote, None, _to(ground, start, here, verb, addressed=addressed)
                )
            here = quote.last + 1
            continue
        if norm in ANONYMITY.verbs and here + 1 < end and tokens[here + 1].norm in ANONYMITY.objects:
            here = _next_comma(ground, here + 1, end)
            continue
        if norm == ":":
            if not (verb.speech or propped or verb.that):
                return None
            return _after_colon(ground, here, limit)
        if norm in COMPLEMENTISERS and norm[0] != "ف" and not (relative and norm[0] != "ا"):
            if not _licensed(verb, norm, propped=propped):
                return None
            return Complement("that", here, None, None, _to(ground, start, here, verb, addressed=addressed))
        if norm in PROPS and (verb.speech or verb.continues):
            propped = True
            end = min(last, max(end, here + _NEAR))
            here += 1
            continue
        if norm in verb.through and here + 2 < last and _props_up(ground, here + 1):
            propped = True
            here += 2
            continue
        relayed = (
            norm == "عن" and tokens[here - 1].norm == "نقلا"
        )  # كشفت الصحيفة، نقلا عن مصادر، أن: from whom, not what
        if (
            norm in verb.through
            and here + 1 < last
            and not relayed
            and here not in ground.timed_inside
            and not (norm == "علي" and begins(ADJUNCTS, tokens, here, last))
        ):
            if tokens[here + 1].norm in COMPLEMENTISERS:
                return Complement("that", here + 1, None, here, _to(ground, start, here, verb, addressed=addressed))
            if not relative or norm != "من" or here + 1 in ground.quoted or is_masdar(tokens[here + 1].norm):
                following = ground.quoted.get(here + 1)
                if following is not None and (verb.nouns or here + 1 not in ground.names_in_quotes):
                    return _quoted_noun(ground, following, here, last)
                if verb.nouns and _leads(ground, here + 1, last, verb):
                    return Complement("noun", here + 1, None, here, _to(ground, start, here, verb, addressed=addressed))
        if (
            "ب" in verb.through
            and norm[0] == "ب"
            and verb.nouns
            and _attached(
                ground,
                here,
                last,
                at_hand=(here in {at, at_hand} and not verb.masdars)
                or (verb.transitive and at < here <= at + 2)
                or (verb.through == _ONLY_WITH and not verb.that and not verb.masdars and _loose(ground, here)),
            )
            and not (verb.masdars and tokens[here].text.endswith(("ه", "ها", "هم")))
        ):
            return Complement("noun", here, None, None, _to(ground, start, here, verb, addressed=addressed))
        if "ل" in verb.through and norm.startswith("لل") and not relative:
            return Complement("noun", here, None, None)
        if (
            verb.things
            and (here == at or tokens[here - 1].norm in PHRASE_WORDS["complete_adjuncts"])
            and _is_thing(ground, here)
        ):
            return Complement("noun", here, None, None)
        if (
            verb.object
            and fresh
            and norm == "ما"
            and (here == at or _loose(ground, here))
            and _is_clause(ground, here + 1, last)
        ):
            return Complement("noun", here, None, None)  # نفى ما تردد عن
        if (
            verb.object
            and (
                _object_place(ground, here, at_hand=fresh and here == at)
                or ((verb.transitive or adjunct) and _past_object(ground, here, at))
            )
            and _is_object(ground, here, last)
            and not ((adjunct or not (here == at or _loose(ground, here))) and _that_follows(ground, here, last))
        ):
            return Complement("noun", here, None, None, _to(ground, start, here, verb, addressed=addressed))
        if norm in verb.objects:
            return Complement("noun", here, None, None, _to(ground, start, here, verb, addressed=addressed))
        if verb.judges and here == at and fresh and _is_judged(ground, here, last):
            return Complement("noun", here, None, None)
        adjunct = adjunct or begins(ADJUNCTS, tokens, here, last) > 0  # أكد خلال لقائه الوفد ضرورة
        if norm in RELATIVES:
            relative = True
        elif norm == "،":
            relative = False
            if here + 1 < end and _starts_anew(ground, here + 1, last):
                return None
            here = _past_adjunct(ground, here, end)
        elif _stops(ground, here, relative=relative):
            return None
        here += 1
    return None


def _is_judged(ground: Ground, at: int, last: int) -> bool:
    """معتبرا ذلك خطوة, معتبرا الاتفاق أفضل صفقة: what is judged, and as what."""
    if ground.tokens[at].norm in PHRASE_WORDS["demonstratives_judged"]:
        return True
    if at + 1 >= last or not is_definite(ground.tokens[at].norm) or not ground.tokens[at + 1].text[0].isalpha():
        return False
    following = ground.tokens[at + 1].norm
    as_what = not is_definite(following) and following not in PREPOSITIONS  # اعتبر الوزير الاتفاق خطوة
    return participle(ground.tokens[at - 1].norm) is not None or (as_what and finite(following) is None)


def _props_up(ground: Ground, at: int) -> bool:
    """خلص إلى القول إن ...: a noun of saying that the verb leans on, with what is said behind it."""
    following = ground.tokens[at + 1].norm
    opens = following == ":" or following in COMPLEMENTISERS or at + 1 in ground.quoted
    return opens and ground.tokens[at].norm in PROPS


def _past_adjunct(ground: Ground, comma: int, end: int) -> int:
    """The comma that closes an adjunct set off by commas, where what is said follows it; else ``comma`` itself."""
    if comma + 1 >= end or not begins(ADJUNCTS, ground.tokens, comma + 1, end):
        return comma
    reach = min(end, comma + _QUOTE_REACH)
    begins_speech = (n for n in range(comma + 1, reach) if ground.tokens[n].norm == ":" or is_long_quote(ground, n))
    close = _next_comma(ground, comma + 1, next(begins_speech, reach))
    if ground.tokens[close].norm != "،" or close + 1 >= end:
        return comma
    opens = ground.tokens[close + 1].norm in COMPLEMENTISERS or close + 1 in ground.quoted
    return close if opens else comma


def _next_comma(ground: Ground, at: int, end: int) -> int:
    """Past the clause in which a source asks not to be named: up to its comma, if it has one."""
    return next((here for here in range(at, end) if ground.tokens[here].norm == "،"), at)


def _quoted_noun(ground: Ground, quote: Quote, preposition: int, last: int) -> Complement:
    """أشار إلى «تقدم ملموس» في الملف: speech where nothing follows the marks, else a noun that begins with them."""
    after = quote.last + 1
    if after < last and ground.tokens[after].text[0].isalpha() and ground.tokens[after].norm[0] != "و":
        return Complement("noun", preposition + 1, None, preposition)
    return Complement("speech", quote.first, quote, preposition)


def _licensed(verb: Verb, norm: str, *, propped: bool) -> bool:
    if verb.that or propped:
        return True
    return norm[0] == "ب" and "ب" in verb.through


def _leads(ground: Ground, at: int, last: int, verb: Verb) -> bool:
    """Whether the word after the preposition can be what is said, rather than where or to whom."""
    token = ground.tokens[at]
    if not token.text[0].isalpha() or at in ground.timed:
        return token.text[0].isdigit()
    if "الي" in verb.through:
        named = name_at(ground.tokens, at, last)
        return named is None or named.name.kind not in {"place", "state"}
    return True


def _attached(ground: Ground, at: int, last: int, *, at_hand: bool) -> bool:
    """Whether the word behind an attached ب is what is demanded, charged or promised."""
    norm = ground.tokens[at].norm
    if norm in PHRASE_WORDS["attached_never"] or len(norm) < 4:
        return False
    rest = norm[1:]
    if rest.startswith("ال") and not is_masdar(rest):  # بالتزام has no article
        named = name_at(ground.tokens, at, last)
        return (named is None or at_hand) and (is_masdar(rest[2:]) or at_hand or not _after_name(ground, at))
    return is_masdar(rest) or at_hand


def leads_attached(ground: Ground, at: int, last: int) -> bool:
    """Whether an attached ب at ``at`` can lead to what is demanded or charged, behind an adjunct."""
    norm = ground.tokens[at].norm
    if norm[0] != "ب" or len(norm) < 4 or norm in PHRASE_WORDS["attached_never"] or norm in PREPOSITIONS:
        return False
    return is_masdar(norm[1:]) or (
        norm[1:3] == "ال" and is_masdar(norm[3:]) and name_at(ground.tokens, at, last) is None
    )


def _after_name(ground: Ground, at: int) -> bool:
    return ground.tokens[at - 1].norm.startswith("ال")


def _object_place(ground: Ground, at: int, *, at_hand: bool) -> bool:
    """Whether an object can stand at ``at``: at hand, behind a comma or time; one with a possessive also further on."""
    if at_hand or _loose(ground, at):
        return True
    token = ground.tokens[at]
    return is_owned_masdar(token.norm) and ground.tokens[at - 1].norm not in PREPOSITIONS


def _that_follows(ground: Ground, at: int, last: int) -> bool:
    """Whether أن stands further on in the clause, so that the noun at ``at`` still belongs to the adjunct."""
    for here in range(at + 2, min(last, at + _QUOTE_REACH)):
        norm = ground.tokens[here].norm
        if norm == "،":
            return here + 1 < last and ground.tokens[here + 1].norm in COMPLEMENTISERS
        if norm in COMPLEMENTISERS:
            return True
    return False


def _past_object(ground: Ground, at: int, start: int) -> bool:
    """ناشد الدول الأعضاء تقديم: behind whom is asked stands what for."""
    return at > start and is_definite(ground.tokens[at - 1].norm)


def _is_object(ground: Ground, at: int, last: int) -> bool:
    """Whether a masdar stands at ``at``; a definite one must govern something ("توقع التوصل إلى")."""
    norm = ground.tokens[at].norm
    if is_definite(norm):
        following = ground.tokens[at + 1].norm if at + 1 < last else ""
        attached = following[:1] in {"ب", "ل"} and is_masdar(following[1:])  # الوفاء بتعهداتهم
        return is_masdar(norm[2:]) and (following in PREPOSITIONS or attached)
    return (is_masdar(norm) or is_owned_masdar(norm)) and HEADS.find(norm) is None


def _is_clause(ground: Ground, at: int, last: int) -> bool:
    return at < last and ground.tokens[at].text[0].isalpha() and ground.tokens[at].norm not in PREPOSITIONS


def _is_thing(ground: Ground, at: int) -> bool:
    """Whether a noun stands at ``at`` that can be condemned or praised: any word no other list claims."""
    token = ground.tokens[at]
    norm = token.norm
    if not token.text[0].isalpha() or at in ground.timed or finite(norm) is not None:
        return False
    return not (
        norm in PREPOSITIONS
        or norm in RELATIVES
        or norm in COMPLEMENTISERS
        or begins(ADJUNCTS, ground.tokens, at, ground.size)
    )


def _loose(ground: Ground, at: int) -> bool:
    """Whether ``at`` stands right behind a comma or an expression of time."""
    before = ground.tokens[at - 1]
    return before.norm == "،" or (at - 1) in ground.timed_inside or before.norm in {"امس", "اليوم"}


def _after_colon(ground: Ground, colon: int, limit: int) -> Complement | None:
    start = colon + 1
    if start >= limit:
        return None
    quote = ground.quoted.get(start)
    if quote is not None:
        return Complement("speech", quote.first, quote, None)
    return Complement("speech", start, None, None)


def _starts_anew(ground: Ground, at: int, last: int) -> bool:
    norm = ground.tokens[at].norm
    if norm[0] in "وف" and finite(norm) is not None and finite(norm[1:]) is not None:
        return True
    if participle(norm) is not None:
        return at + 1 >= last or ground.tokens[at + 1].norm != "باسم"  # متحدثا باسم: on whose behalf
    return begins(JOINTS, ground.tokens, at, last) > 0 and not begins(ADJUNCTS, ground.tokens, at, last)


def _stops(ground: Ground, at: int, *, relative: bool) -> bool:
    """Whether another report begins at ``at``; a verb in a relative clause, with or without الذي, is none."""
    norm = ground.tokens[at].norm
    following = ground.tokens[at + 1].norm if at + 1 < ground.size else ""
    if participle(norm) is not None and norm.endswith("ا"):
        return following != "باسم"
    inflected = finite(norm)
    if inflected is None or relative:
        return False
    if norm in ANONYMITY.verbs and following in ANONYMITY.objects:
        return False
    return norm[0] in "وف" and finite(norm[1:]) is not None


def _to(ground: Ground, start: int, end: int, verb: Verb, *, addressed: bool) -> tuple[int, int] | None:
    """The words between subject and content that name whom was addressed, for a verb that takes an addressee."""
    if not verb.addressee or addressed or end <= start:
        return None
    first = start
    while first < end and not ground.tokens[first].text[0].isalpha():
        first += 1
    phrase = ground.phrase(first, end) if first < end else None
    return (phrase.first, phrase.last) if phrase is not None else None

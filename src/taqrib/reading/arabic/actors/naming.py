"""Under which name a phrase is mentioned: a person's fullest, his by his office, a body's by what it was called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.citation import description, span_of, words_of
from taqrib.reading.arabic.actors.known import DEMONSTRATIVES, HEADS, PHRASE_WORDS, PREPOSITIONS
from taqrib.reading.arabic.actors.known_names import known_name
from taqrib.reading.arabic.actors.people import IMPLIED, Office, People, qualities
from taqrib.reading.findings import Mention
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.known import Head
    from taqrib.reading.arabic.actors.phrase import Phrase
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.findings import MentionKind, Span

_KINDS: dict[str, MentionKind] = {
    "body": "body", "organisation": "organisation", "anonymous": "source", "document": "source",
    "outlet": "organisation",
}  # fmt: skip
_PERSONAL = {"office", "role", "rank"}


def mention_of(ground: Ground, phrase: Phrase, people: People, present: set[str]) -> Mention | None:
    """The mention of ``phrase``; ``None`` where it names nobody.

    :param present: the words of the report, which tell homographs apart.
    """
    head = phrase.head
    if head is None and phrase.known is not None and phrase.name is None:
        return known_name(ground, phrase, phrase.known.name, people, present)
    _note_bodies(ground, phrase, people)
    if phrase.name is not None and (head is None or head.kind in _PERSONAL or phrase.name[0] == phrase.first):
        return _person(ground, phrase, phrase.name, people)
    return None if head is None else _described(ground, phrase, head, people)


def _person(ground: Ground, phrase: Phrase, name: tuple[int, int], people: People) -> Mention:
    span, head = span_of(ground, phrase), phrase.head
    actor = people.fullest(words_of(ground, *name, phrase.clitics if name[0] == phrase.first else ""))
    if head is not None and head.plural:
        pass  # الوزيران فلان وفلان: neither is "الوزيران"
    elif head is not None and head.kind != "rank":
        people.offices.append(Office(head, qualities(ground, phrase), actor, named=True))
    else:
        title = _title_behind(ground, name[1])
        if title is not None and title.head is not None and title.name is None:
            people.offices.append(Office(title.head, qualities(ground, title), actor, named=True))
    certainty, rule = (0.95, "titled-name") if head else (0.85, "name")
    return Mention(span=span, actor=actor, kind="person", certainty=certainty, rule=rule, rests_on=(span,))


def _title_behind(ground: Ground, at: int) -> Phrase | None:
    """The title in apposition behind a name that ends at ``at``: "فلان، الممثل الخاص ...", "فلان المتحدث ..."."""
    at += at < ground.size and ground.tokens[at].norm == "،"
    title = ground.phrase(at, ground.size) if at < ground.size else None
    if title is None or title.head is None or title.head.kind not in {"office", "role"}:
        return None
    return None if title.head.plural or title.clitics not in {"", "ال"} else title


def _note_bodies(ground: Ground, phrase: Phrase, people: People) -> None:
    """Remember the bodies named inside a title: behind "زعيم حزب التجمع" "الحزب" is that one."""
    at = phrase.first + 1
    while at < phrase.last:
        match = HEADS.find(ground.tokens[at].norm)
        if match is not None and not match.clitics and match.value.kind in {"organisation", "body"}:
            named = phrase.name is not None and phrase.name[0] > at
            inner = ground.phrase(at, phrase.name[0] if named and phrase.name is not None else phrase.last)
            if inner is not None and inner.last - inner.first > 1 and inner.head is not None:
                key = (inner.head.lemma, inner.head.plural)
                people.inside.setdefault(key, set()).add(ground.words(inner.first, inner.last))
                at = inner.last
                continue
        at += 1


def _described(ground: Ground, phrase: Phrase, head: Head, people: People) -> Mention | None:
    """The mention of whoever a phrase without a name describes."""
    span = span_of(ground, phrase)
    if head.kind == "quantity":
        return None
    if head.kind == "side":
        return _side(ground, phrase, head, span)
    if head.kind in _PERSONAL:
        return _office(ground, phrase, head, people, span)
    return _body(ground, phrase, head, people, span)


def _side(ground: Ground, phrase: Phrase, head: Head, span: Span) -> Mention | None:
    """الجانب المصري is Egypt; الأطراف اليمنية are several, and none of them Yemen."""
    if head.lemma in PHRASE_WORDS["sides_within"]:
        own = description(ground, phrase)
        named = own.split(" ", 1)[-1] if ground.tokens[phrase.first].norm in DEMONSTRATIVES else own
        return Mention(span=span, actor=named, kind="body", certainty=0.8, rule="sides", rests_on=(span,))
    if phrase.known is None or phrase.known.name.kind != "state":
        return None
    if ground.tokens[phrase.last - 1].norm.startswith("وال"):  # الجانبان المصري والسوداني are two
        own = description(ground, phrase)
        return Mention(span=span, actor=own, kind="body", certainty=0.85, rule="sides", rests_on=(span,))
    actor = phrase.known.name.actor
    return Mention(span=span, actor=actor, kind="state", certainty=0.9, rule="side-of-state", rests_on=(span,))


def _office(ground: Ground, phrase: Phrase, head: Head, people: People, span: Span) -> Mention | None:
    """An office or role without a name: its holder, where the text has named him, or the description itself."""
    own, narrows = description(ground, phrase), qualities(ground, phrase)
    alone, key = phrase.last - phrase.first == 1, (head.lemma, head.plural)
    if phrase.definite or (not alone and _definite_end(ground, phrase)):
        holder = _holder(people, head, narrows, alone=alone)
        if holder is not None:
            return Mention(
                span=span, actor=holder, kind="person", certainty=0.75, rule="office-holder", rests_on=(span,),
                unsure=("resolved by office",),
            )  # fmt: skip
    if alone and not phrase.definite:
        return None
    if not head.plural:
        people.offices.append(Office(head, narrows, own, named=False))
    people.described.setdefault(key, own) if phrase.definite else people.described.__setitem__(key, own)
    return Mention(span=span, actor=own, kind="person", certainty=0.8, rule="office", rests_on=(span,))


def _body(ground: Ground, phrase: Phrase, head: Head, people: People, span: Span) -> Mention | None:
    """A body, an organisation, a document or an unnamed source; one named before, where it is only pointed at."""
    own, kind = description(ground, phrase), _KINDS[head.kind]
    alone, key = phrase.last - phrase.first == 1, (head.lemma, head.plural)
    earlier = _named_before(people, key, alone=alone) if phrase.definite else None
    if earlier is not None and (alone or head.kind == "anonymous" or not qualities(ground, phrase)):
        return Mention(span=span, actor=earlier, kind=kind, certainty=0.8, rule="mentioned-again", rests_on=(span,))
    if (alone and not phrase.definite) or _is_thing(ground, phrase, head):
        return None
    first = people.described.setdefault(key, own)
    if not _only_describes(phrase) or first.startswith("ال"):
        people.described[key] = own
    return Mention(span=span, actor=own, kind=kind, certainty=0.85, rule=head.kind, rests_on=(span,))


def _only_describes(phrase: Phrase) -> bool:
    """الحركة المتمردة, behind "حركة التجمع": the same again, not another's name."""
    return phrase.clitics.endswith("ال") and phrase.known is None and phrase.last - phrase.first == _DESCRIBED


_DESCRIBED = 2


def _named_before(people: People, key: tuple[str, bool], *, alone: bool) -> str | None:
    """What the text has called a body of this kind, or, for "الحزب" alone, the one party inside a title."""
    earlier = people.described.get(key)
    inside = people.inside.get(key, set())
    return next(iter(inside)) if earlier is None and alone and len(inside) == 1 else earlier


def _is_thing(ground: Ground, phrase: Phrase, head: Head) -> bool:
    """Whether a noun of an outlet is none: البرنامج النووي, with no name in quotation marks."""
    quoted = any(at in ground.names_in_quotes for at in range(phrase.first, phrase.last))
    return head.lemma in PHRASE_WORDS["things_too"] and not quoted


def _definite_end(ground: Ground, phrase: Phrase) -> bool:
    """Whether the phrase points to one holder: وزير الري does, and متحدث باسم المعارضة is anyone who speaks for it."""
    second = ground.tokens[phrase.first + 1].norm
    if not phrase.definite and (second in PREPOSITIONS or second[:1] == "ل"):
        return False
    return (
        any(token.norm.startswith("ال") for token in ground.tokens[phrase.first + 1 : phrase.last])
        or phrase.known is not None
    )


def _holder(people: People, head: Head, narrows: frozenset[str], *, alone: bool) -> str | None:
    """Who holds the office, as the report said earlier; the latest whose qualities do not disagree.

    الوزيرة is no minister told of as وزير: she is somebody else, his counterpart for one.
    """
    offices, later = (
        [one for one in told if one.head.feminine == head.feminine] for told in (people.offices, people.later)
    )
    exact = head.lemma not in PHRASE_WORDS["loose_offices"]
    narrows = _said(narrows)
    for office in offices[: -_REMEMBERED - 1 : -1]:
        if office.head.lemma != head.lemma or office.head.plural != head.plural or not (office.named or alone):
            continue
        states, others = _states(narrows), _states(office.qualities)
        if states and others and not states & others:
            continue
        implied = frozenset(word.removesuffix(IMPLIED) for word in office.qualities)
        if head.lemma == "envoy" or (narrows <= implied and not exact):
            return office.actor
        wanted, held = narrows - states - _SERVED, _said(office.qualities) - others - _SERVED
        if wanted == held or (_leads_body(wanted) and wanted <= implied):
            return office.actor
    same = {office.actor for office in offices if office.head.lemma == head.lemma and office.named}
    ahead = {
        office.actor
        for office in later
        if narrows and office.head.lemma == head.lemma and _said(office.qualities) == narrows
    }
    if len(ahead) == 1:
        return next(iter(ahead))
    if not narrows and not head.plural and len(same) == 1 and (alone or exact):
        return next(iter(same))  # الأمين العام: the only one the report has
    return None


def _said(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not word.endswith(IMPLIED))


def _leads_body(words: frozenset[str]) -> bool:
    """Whether an office is told apart by the body it is of: رئيس اللجنة, behind رئيس اللجنة العليا."""
    return any(match is not None and match.value.kind in {"body", "organisation"} for match in map(HEADS.find, words))


def _states(words: frozenset[str]) -> frozenset[str]:
    return words & _STATES


_REMEMBERED = 60
"""Offices looked back on; a longer memory would cost time and confuse namesakes."""

_SERVED = frozenset(["دولي"])
"""Of the United Nations: said at the first mention of an office, left out at the next."""

_STATES = frozenset(entry["ar"]["name"] for entry in load("states"))

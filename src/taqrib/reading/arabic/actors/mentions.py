"""Mentions: who and where a report speaks of, each under one name throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.actors.known import (
    ADJUNCTS,
    GIVEN,
    HEADS,
    HOMOGRAPHS,
    JOINS,
    PHRASE_WORDS,
    PLACE_PREPOSITIONS,
    begins,
    is_masdar,
)
from taqrib.reading.arabic.actors.own_country import with_own_countries
from taqrib.reading.arabic.actors.people import Office, People, qualities, without_clitic
from taqrib.reading.arabic.actors.phrases import Ground, Phrase
from taqrib.reading.arabic.statements.subjects import leave_governed
from taqrib.reading.arabic.statements.verbs import finite
from taqrib.reading.findings import Mention
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.reading.arabic.actors.known import Head
    from taqrib.reading.document import Document
    from taqrib.reading.findings import MentionKind, Span

_KINDS: dict[str, MentionKind] = {
    "office": "person", "role": "person", "rank": "person", "body": "body", "organisation": "organisation",
    "side": "body", "quantity": "person", "anonymous": "source", "document": "source", "outlet": "organisation",
}  # fmt: skip
_PERSONAL = {"office", "role", "rank"}


def mentions(document: Document) -> list[Mention]:
    """The mentions of actors and places in ``document``, in order, none inside another."""
    ground = Ground(document)
    found = list(_phrases(ground, document))
    people = People(ground)
    for phrase in found:
        if (name := phrase.name or phrase.of) is not None:
            first, last = name
            people.meet(_words(ground, first, last), ground.words(first, last))
    found = _with_surnames(ground, found, people)
    present = {token.norm for token in document.tokens} if HOMOGRAPHS else set()
    read = []
    for phrase in found:
        mention = _mention(ground, phrase, people, present)
        if mention is not None:
            read.append(mention)
    return with_own_countries(document, read, people)


def _phrases(ground: Ground, document: Document) -> Iterator[Phrase]:
    tokens = ground.tokens
    for sentence in document.sentences:
        at, limit = sentence.first, sentence.last
        while at < limit:
            token = tokens[at]
            if not token.text[0].isalpha():
                at += 1
                continue
            phrase = ground.phrase(at, limit)
            if phrase is None:
                phrase = _bare_name(ground, at, limit)
            if phrase is None:
                at += 1
                continue
            if phrase.head is not None and phrase.head.kind == "quantity":
                at += 1  # "كل من ...": those who follow are the actors
                continue
            verb = finite(tokens[at - 1].norm) if at > 0 else None
            if verb is not None and phrase.first == at:
                leave_governed(ground, phrase, limit, verb.verb)
            _appose(ground, phrase, limit)
            yield phrase
            at = max(phrase.last, at + 1)


def _title_of(ground: Ground, phrase: Phrase, limit: int) -> Phrase | None:
    """The title in apposition behind a bare name: "فلان، الممثل الخاص ..." or "فلان المتحدث باسم ..."."""
    assert phrase.name is not None  # noqa: S101 - asked of names only
    at = phrase.name[1]
    at += at < limit and ground.tokens[at].norm == "،"
    title = ground.phrase(at, limit) if at < limit else None
    if (
        title is None
        or title.head is None
        or title.head.kind not in {"office", "role"}
        or title.head.plural
        or title.clitics not in {"", "ال"}
    ):
        return None
    return title


def _bare_name(ground: Ground, at: int, limit: int) -> Phrase | None:
    """A name without a title: two words, the first a known given name; or the subject of a reporting verb."""
    tokens = ground.tokens
    verb = finite(tokens[at - 1].norm) if at > 0 else None
    after_verb = (
        verb is not None
        and verb.verb.family != "continuing"
        and verb.verb.lemma not in {"بين", "عبر"}
        and begins(ADJUNCTS, tokens, at, limit) == 0
        and not is_masdar(tokens[at].norm)
        and not (tokens[at].norm[0] == "ب" and "ب" in verb.verb.through)
        and not numbers.may_begin_count(tokens[at].norm)
    )
    if tokens[at].norm not in GIVEN and not after_verb:
        return None
    if after_verb and (end := ground.closed_name_end(at, limit)) > at + 1:
        return Phrase(at, end, name=(at, end), definite=True)
    phrase = ground.person(at, limit)
    if phrase is None or phrase.name is None:
        return None
    first, last = phrase.name
    return phrase if after_verb or last - first > 1 else None


def _appose(ground: Ground, phrase: Phrase, limit: int) -> None:
    """وزير الخارجية، محمد جواد ظريف، ...: the name between commas."""
    tokens, at = ground.tokens, phrase.last
    if (
        phrase.name is not None
        or phrase.head is None
        or phrase.head.kind not in {"office", "role"}
        or phrase.head.plural
    ):
        return
    if at + 1 >= limit or tokens[at].norm != "،":
        return
    if (set_off := ground.set_off_name_end(at + 1, limit)) > at + 1:
        phrase.name, phrase.last = (at + 1, set_off), set_off
        return
    name = ground.person(at + 1, limit)
    if name is None or name.name is None:
        return
    first, last = name.name
    closed = last >= limit or not tokens[last].text[0].isalpha() or tokens[last].norm in _AFTER_NAME
    if closed and (last - first > 1 or tokens[first].norm in GIVEN):
        phrase.name, phrase.last = name.name, last


_AFTER_NAME = frozenset(["ان", "انه", "انها", "قد", "في", "خلال", "علي", "الي", "عن"])


def _with_surnames(ground: Ground, found: list[Phrase], people: People) -> list[Phrase]:
    """The phrases, and between them the surnames that stand alone."""
    surnames = people.forms()
    if not surnames:
        return found
    merged: list[Phrase] = []
    at = 0
    for phrase in [*found, None]:
        until = phrase.first if phrase is not None else ground.size
        while at < until:
            split = without_clitic(ground.tokens[at].norm, surnames)
            if split is not None and HEADS.find(ground.tokens[at].norm) is None:
                first = at - 1 if at and not split[0] and ground.tokens[at - 1].norm in JOINS else at
                merged.append(Phrase(first, at + 1, name=(first, at + 1), definite=True, clitics=split[0]))
            at += 1
        if phrase is not None:
            merged.append(phrase)
            at = max(at, phrase.last)
    return merged


# --- names


def _words(ground: Ground, first: int, last: int, clitics: str = "") -> tuple[str, ...]:
    words = tuple(token.norm for token in ground.tokens[first:last])
    return (words[0][len(clitics) :], *words[1:]) if clitics else words


def span_of(ground: Ground, phrase: Phrase) -> Span:
    """The raw span of a phrase without the conjunction and preposition before it."""
    token = ground.tokens[phrase.first]
    attached = phrase.clitics.removesuffix("لل").removesuffix("ال")
    start = token.start
    for letter in attached:
        at = token.text.find(letter, start - token.start)
        start = token.start + at + 1 if at >= 0 else start
    return start, ground.tokens[phrase.last - 1].end


def description(ground: Ground, phrase: Phrase) -> str:
    """The phrase's own words, without what is attached before them; للوفد is الوفد."""
    start, _ = span_of(ground, phrase)
    first = ground.tokens[phrase.first]
    whole = ground.words(phrase.first, phrase.last)[start - first.start :]
    if phrase.head is not None and not phrase.definite and first.norm.endswith("ا"):
        return _nominative(whole)
    return "ا" + whole[1:] if phrase.clitics.endswith("لل") else whole


def _nominative(words: str) -> str:
    """As cited, "مسؤول أوروبي" for "مسؤولا أوروبيا": the accusative's ending taken from the noun and its adjectives."""
    cited = words.split(" ")
    if len(cited) > 1 and cited[1].startswith("ال"):
        return words  # رئيسا الوفدين: two
    for at, word in enumerate(cited):
        bare = word.removesuffix("\u064b").removesuffix("ا").removesuffix("\u064b")
        if bare == word or (at == 0 and HEADS.find(normalised(bare)) is None):
            break
        cited[at] = bare
    return " ".join(cited)


def _mention(ground: Ground, phrase: Phrase, people: People, present: set[str]) -> Mention | None:  # noqa: C901, PLR0911 - one case of the grammar after another
    tokens = ground.tokens
    span = span_of(ground, phrase)
    rests_on = (span,)
    if phrase.head is None and phrase.known is not None and phrase.name is None:
        name = phrase.known.name
        form = " ".join(name.words)
        needs = HOMOGRAPHS.get(form)
        actor, kind, unsure = name.actor, name.kind, ()
        if needs is not None and not needs & present:
            if form != "عمان":
                return None
            actor = "الأردن"
        if name.role == "outlet" or (phrase.first - 1 in ground.names_in_quotes and name.words == ("الشرق", "الاوسط")):
            return Mention(span=span, actor=actor, kind=kind, certainty=0.9, rule="known-outlet", rests_on=rests_on)
        if name.role == "capital":
            before = tokens[phrase.first - 1].norm if phrase.first else ""
            if (
                "ب" in phrase.clitics
                or before in PLACE_PREPOSITIONS
                or (before[:1] in {"و", "ف"} and before[1:]) in PLACE_PREPOSITIONS
                or before.endswith("عاصمه")
                or before in {"العاصمه", "مدينه"}
            ):
                return Mention(
                    span=span,
                    actor=description(ground, phrase),
                    kind="place",
                    certainty=0.9,
                    rule="capital-place",
                    rests_on=rests_on,
                )
            return Mention(
                span=span,
                actor=actor,
                kind="state",
                certainty=0.7,
                rule="capital-for-government",
                rests_on=rests_on,
                unsure=("the city may stand for itself",),
            )
        known = HEADS.find(name.words[0]) if len(name.words) > 1 and kind in {"organisation", "body"} else None
        if known is not None:  # "الوكالة" is then الوكالة الدولية
            people.described[(known.value.lemma, known.value.plural)] = actor
        return Mention(
            span=span, actor=actor, kind=kind, certainty=0.95, rule="known-name", rests_on=rests_on, unsure=unsure
        )
    head = phrase.head
    _note_bodies(ground, phrase, people)
    if phrase.name is not None and (
        head is None or head.kind in {"office", "role", "rank"} or phrase.name[0] == phrase.first
    ):
        first, last = phrase.name
        clitics = phrase.clitics if first == phrase.first else ""
        actor = people.fullest(_words(ground, first, last, clitics))
        if head is not None and head.kind != "rank":
            people.offices.append(Office(head, qualities(ground, phrase), actor, named=True))
        elif (
            (title := _title_of(ground, phrase, ground.size)) is not None
            and title.head is not None
            and title.name is None
        ):
            people.offices.append(Office(title.head, qualities(ground, title), actor, named=True))
        return Mention(
            span=span,
            actor=actor,
            kind="person",
            certainty=0.95 if head else 0.85,
            rule="titled-name" if head else "name",
            rests_on=rests_on,
        )
    if head is None:
        return None
    return _described(ground, phrase, people, span)


def _note_bodies(ground: Ground, phrase: Phrase, people: People) -> None:
    """Remember the bodies named inside a title: behind "زعيم حزب التجمع" "الحزب" is that one."""
    at = phrase.first + 1
    while at < phrase.last:
        match = HEADS.find(ground.tokens[at].norm)
        if match is not None and not match.clitics and match.value.kind in {"organisation", "body"}:
            inner = ground.phrase(
                at, phrase.name[0] if phrase.name is not None and phrase.name[0] > at else phrase.last
            )
            if inner is not None and inner.last - inner.first > 1 and inner.head is not None:
                key = (inner.head.lemma, inner.head.plural)
                people.inside.setdefault(key, set()).add(ground.words(inner.first, inner.last))
                at = inner.last
                continue
        at += 1


def _described(ground: Ground, phrase: Phrase, people: People, span: Span) -> Mention | None:  # noqa: C901, PLR0911 - one case of the grammar after another
    head = phrase.head
    assert head is not None  # noqa: S101 - the caller checked; for the type checker
    own = description(ground, phrase)
    alone = phrase.last - phrase.first == 1
    kind = _KINDS[head.kind]
    narrows = qualities(ground, phrase)
    key = (head.lemma, head.plural)
    if head.kind == "quantity":
        return None
    if head.kind == "side":
        if phrase.known is not None and phrase.known.name.kind == "state":
            return Mention(
                span=span,
                actor=phrase.known.name.actor,
                kind="state",
                certainty=0.9,
                rule="side-of-state",
                rests_on=(span,),
            )
        return None
    if head.kind in {"office", "role", "rank"}:
        if phrase.definite or (phrase.last - phrase.first > 1 and _definite_end(ground, phrase)):
            holder = _holder(people, head, narrows, alone=alone)
            if holder is not None:
                return Mention(
                    span=span,
                    actor=holder,
                    kind=kind,
                    certainty=0.75,
                    rule="office-holder",
                    rests_on=(span,),
                    unsure=("resolved by office",),
                )
        if alone and not phrase.definite:
            return None
        if not head.plural:
            people.offices.append(Office(head, narrows, own, named=False))
        people.described.setdefault(key, own) if phrase.definite else people.described.__setitem__(key, own)
        return Mention(span=span, actor=own, kind=kind, certainty=0.8, rule="office", rests_on=(span,))
    if phrase.definite:
        earlier = people.described.get(key)
        if earlier is None and alone and len(people.inside.get(key, ())) == 1:
            (earlier,) = people.inside[key]
        if earlier is not None and (alone or head.kind == "anonymous" or narrows <= _EVERYWHERE):
            return Mention(span=span, actor=earlier, kind=kind, certainty=0.8, rule="mentioned-again", rests_on=(span,))
    if alone and (not phrase.definite or head.lemma in PHRASE_WORDS["things_too"]):
        return None
    people.described[key] = own
    return Mention(span=span, actor=own, kind=kind, certainty=0.85, rule=head.kind, rests_on=(span,))


_EVERYWHERE: frozenset[str] = frozenset()


def _definite_end(ground: Ground, phrase: Phrase) -> bool:
    return (
        any(token.norm.startswith("ال") for token in ground.tokens[phrase.first + 1 : phrase.last])
        or phrase.known is not None
    )


def _holder(people: People, head: Head, narrows: frozenset[str], *, alone: bool) -> str | None:
    """Who holds the office, as the report said earlier; the latest whose qualities do not disagree."""
    exact = head.lemma not in PHRASE_WORDS["loose_offices"]
    for office in people.offices[: -_REMEMBERED - 1 : -1]:
        if office.head.lemma != head.lemma or office.head.plural != head.plural or not (office.named or alone):
            continue
        states, others = _states(narrows), _states(office.qualities)
        if states and others and not states & others:
            continue
        if head.lemma == "envoy" or (narrows <= office.qualities and not exact):
            return office.actor
        if narrows - states == office.qualities - others:
            return office.actor
    return None


def _states(words: frozenset[str]) -> frozenset[str]:
    return words & _STATES


_REMEMBERED = 60
"""Offices looked back on; a longer memory would cost time and confuse namesakes."""

_STATES = frozenset(entry["ar"]["name"] for entry in load("states"))

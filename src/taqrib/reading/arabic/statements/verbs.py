"""Reporting verbs and participles as the vocabulary lists them, in every form the press writes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from taqrib.normal import normalised
from taqrib.reading.arabic.clauses import is_told_of
from taqrib.reading.arabic.conjugation import Form, verb_forms
from taqrib.reading.arabic.words import Lexicon
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from taqrib.reading.document import Token


class Verb(NamedTuple):
    """A reporting verb and its grammar; see ``vocabulary/arabic/reporting.yaml``."""

    lemma: str
    family: str
    that: bool
    speech: bool
    object: bool
    addressee: bool
    through: frozenset[str]
    continues: bool
    only_perfect: bool
    subject_written: bool
    nests: bool
    nouns: bool
    judges: bool
    objects: frozenset[str]
    denied: str
    things: bool
    masdars: bool
    transitive: bool


class Inflected(NamedTuple):
    """A form of a reporting verb; ``form`` is ``None`` for the participle."""

    verb: Verb
    form: Form | None


_FAMILIES = ("saying", "continuing", "pointing", "judging", "stressing", "addressing", "quoting")
_TABLE = load("arabic/reporting")


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(normalised(word) for word in words)


def _entries() -> Iterator[tuple[Verb, str, str, str | None]]:
    for family in _FAMILIES:
        for entry in _TABLE[family]:
            perfect, imperfect = entry["verb"]
            takes = set(entry["takes"])
            through = frozenset(normalised(word) for word in entry.get("through", ()))
            if not (takes or through or entry.get("objects")):
                continue
            verb = Verb(
                normalised(perfect), family, "that" in takes, "speech" in takes, "object" in takes,
                "addressee" in takes, through,
                entry.get("continues", False), entry.get("only") == ["perfect"], entry.get("subject") == "written",
                entry.get("nested", True), bool(entry.get("nouns", True)),
                entry.get("judges", False), _set(entry.get("objects", ())),
                entry.get("denied", ""), "thing" in takes, entry.get("nouns") == "masdar",
                entry.get("addressee") == "always",
            )  # fmt: skip
            yield verb, perfect, imperfect, entry.get("participle")


def _finite() -> dict[str, Inflected]:
    found: dict[str, Inflected] = {}
    for verb, perfect, imperfect, _ in _entries():
        for word, form in verb_forms(perfect, imperfect).items():
            if form.first or (form.suffixed and not (verb.addressee or verb.judges)):
                continue
            found.setdefault(word, Inflected(verb, form))
    return found


def _participles() -> dict[str, Inflected]:
    found: dict[str, Inflected] = {}
    for verb, _, _, participle in _entries():
        if participle:
            stem = normalised(participle)
            plural = stem.removesuffix("ي") + "ين"
            for word in (stem + "ا", stem + "ه", plural, stem + "ات"):
                found.setdefault(word, Inflected(verb, None))
    return found


def _with_object() -> dict[str, Inflected]:
    found: dict[str, Inflected] = {}
    for verb, perfect, imperfect, _ in _entries():
        for word, form in verb_forms(perfect, imperfect).items():
            if form.suffixed and not form.first and form.tense == "perfect":
                found.setdefault(word, Inflected(verb, form))
    return found


FINITE: Lexicon[Inflected] = Lexicon(_finite())
WITH_OBJECT: Lexicon[Inflected] = Lexicon(_with_object())
"""Perfects with an object pronoun, as in "بحسب ما أعلنته الوزارة"."""
PARTICIPLES: Lexicon[Inflected] = Lexicon(_participles())
PROPS = frozenset(normalised(word) for word in _TABLE["props"])

_CONJUNCTIONS = {"", "و", "ف"}


def finite(norm: str) -> Inflected | None:
    """The finite reporting verb ``norm`` is, behind a conjunction at most."""
    match = FINITE.find(norm)
    if match is None or match.clitics not in _CONJUNCTIONS:
        return None
    form = match.value.form
    cut = form is not None and form.tense == "imperfect" and len(match.form) <= _SHORTEST_JUSSIVE
    return None if match.clitics == "ف" and cut else match.value  # فتوح is a name, not "so she suggests"


_SHORTEST_JUSSIVE = 3


def participle(norm: str) -> Inflected | None:
    """The reporting participle in the accusative ``norm`` is, behind a conjunction at most."""
    match = PARTICIPLES.find(norm)
    return match.value if match is not None and match.clitics in _CONJUNCTIONS else None


def _other_verbs() -> frozenset[str]:
    clauses = load("arabic/clauses")
    found: set[str] = set()
    for pair in clauses["verbs"]:
        for word, form in verb_forms(*pair.split()).items():
            if not form.first and (not form.suffixed or form.tense == "perfect"):
                found.add(word)
    return frozenset(found) - _set(load("arabic/names")["given"])


_OTHER = _other_verbs()
_NOT_VERBS = _set(load("arabic/clauses")["not_verbs"]) | _set(load("arabic/names")["given"])
_SHORTEST_IMPERFECT = 4


def is_known_verb(norm: str) -> bool:
    """Whether ``norm`` is one of the verbs the vocabulary knows, not only shaped like one."""
    return norm in _OTHER or finite(norm) is not None


@lru_cache(maxsize=1 << 14)
def is_verb(norm: str) -> bool:
    """Whether ``norm`` is a finite verb, behind a conjunction at most: a known one, or a word shaped like يفعل."""
    word = norm[1:] if norm[:1] in {"و", "ف"} and len(norm) > 3 and norm not in _OTHER else norm
    if word in _OTHER or finite(norm) is not None:
        return True
    known = word[1:] in _OTHER or word[1:] in FINITE.forms
    if word[:1] == "س" and len(word) > _SHORTEST_IMPERFECT and (known or is_told_of(word)):
        return True  # ستبدأ, سيعلن
    if norm[:1] == "ف" and word is not norm:
        return False  # فيتال, فيليب: a name as well as not
    return word[:1] == "ي" and len(word) >= _SHORTEST_IMPERFECT and word not in _NOT_VERBS


class According(NamedTuple):
    """A phrase that attributes without a verb; ``clause``: a reporting verb follows it."""

    words: tuple[str, ...]
    through: frozenset[str]
    clause: bool


class Anonymity(NamedTuple):
    """The verbs and objects by which a source asks not to be named."""

    verbs: frozenset[str]
    objects: frozenset[str]


def _according() -> dict[str, tuple[According, ...]]:
    found: dict[str, list[According]] = {}
    for entry in _TABLE["according"]:
        words = tuple(normalised(word) for word in entry["words"])
        way = According(words, _set(entry.get("through", ())), entry.get("clause", False))
        found.setdefault(words[0], []).append(way)
    return {
        first: tuple(sorted(ways, key=lambda way: (-len(way.words), not way.clause))) for first, ways in found.items()
    }


ACCORDING = _according()


def attributes(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a phrase such as بحسب or وفقا begins at ``tokens[at]``: whoever follows vouches, and is no subject."""
    return any(
        at + len(way.words) < last and all(tokens[at + n].norm == word for n, word in enumerate(way.words))
        for way in ACCORDING.get(tokens[at].norm, ())
    )


OWN_WORD = _set(_TABLE["own_word"])
WRITTEN = _set(_TABLE["written"]["verbs"])
ISSUING = _set(_TABLE["issuing"])
"""Forms of what one does with a document: أصدرت, صادر عن."""
SAYING_NOUNS = frozenset(
    prefix + noun + pronoun
    for noun in _set(_TABLE["nouns"])
    for prefix, pronouns in (("", ("ه", "ها", "هم", "هما")), ("ب", ("ه", "ها", "هم")), ("بال", ("",)))
    for pronoun in pronouns
)
CLAIMS = _set(_TABLE["pretexts"]) | frozenset(
    prefix + noun + pronoun
    for noun in _set(_TABLE["claims"])
    for prefix in ("", "ب", "ل", "و")
    for pronoun in ("ه", "ها", "هم", "هما")
)
"""Nouns of claiming, which report only with أن right behind them, or behind their preposition."""
_anonymity = load("arabic/formulas")["anonymity"]
ANONYMITY = Anonymity(_set(_anonymity["verbs"]), _set(_anonymity["objects"]))

SAYING = FINITE.forms[normalised("قال")].verb
"""The plainest of them: what nouns and documents that report are like."""

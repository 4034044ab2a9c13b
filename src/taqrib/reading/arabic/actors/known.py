"""What the vocabulary knows of a word that may name an actor: heads, names of states and bodies, small words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from taqrib.clitics import splits
from taqrib.normal import normalised
from taqrib.reading.arabic.conjugation import verb_forms
from taqrib.reading.arabic.words import Lexicon
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from taqrib.reading.document import Token
    from taqrib.reading.findings import MentionKind


class Head(NamedTuple):
    """A noun that heads the name or description of an actor.

    :ivar kind: ``office``, ``role``, ``rank``, ``quantity``, ``body``, ``organisation``, ``side``, ``anonymous``,
        ``document``, ``outlet``, or ``none`` for a word that only looks like one.
    :ivar lemma: its citation form, normalised; synonyms for one office share one ("موفد" is "مبعوث").
    :ivar through: the prepositions that belong to it ("المبعوث إلى").
    """

    kind: str
    lemma: str
    plural: bool = False
    feminine: bool = False
    through: frozenset[str] = frozenset()


class Name(NamedTuple):
    """A name the vocabulary knows: ``role`` is ``name``, ``capital`` or ``adjective``; ``words`` are normalised."""

    words: tuple[str, ...]
    actor: str
    kind: MentionKind
    role: str


class Named(NamedTuple):
    """A known name met in a text, ``length`` tokens long, behind ``clitics``."""

    name: Name
    length: int
    clitics: str


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(normalised(word) for word in words)


def _prefixes(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(normalised(phrase).split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(ways, key=len, reverse=True)) for first, ways in found.items()}


def begins(phrases: dict[str, tuple[tuple[str, ...], ...]], tokens: Sequence[Token], at: int, limit: int) -> int:
    """How many tokens from ``at`` make one of ``phrases``, a conjunction before the first set aside; 0 if none."""
    word = tokens[at].norm
    ways = phrases.get(word)
    if ways is None and word[:1] in _JOINING:
        ways = phrases.get(word[1:])
    for way in ways or ():
        size = len(way)
        if at + size <= limit and (size == 1 or [token.norm for token in tokens[at + 1 : at + size]] == list(way[1:])):
            return size
    return 0


_JOINING = frozenset({"و", "ف"})


# --- heads

_titles, _bodies, _sources = load("arabic/titles"), load("arabic/bodies"), load("arabic/sources")
_places, _people, _clauses = load("arabic/places"), load("arabic/names"), load("arabic/clauses")
_people_move = load("arabic/phrases")["motion"]
_masdars, _formulas = load("arabic/masdars"), load("arabic/formulas")
PHRASE_WORDS: dict[str, frozenset[str]] = {
    name: _set(words) for name, words in load("arabic/phrases").items() if isinstance(words, list)
}
"""The lists of ``vocabulary/arabic/phrases.yaml``, normalised."""
PHRASE_WORDS["never_names"] |= _set(_clauses["adverbs"]) | PHRASE_WORDS["honorifics"]


_ONE_SIDE = frozenset(["جانب", "طرف", "دولة", "مفاوض", "شعب", "نظام"])


def _heads() -> Iterator[tuple[str, Head]]:  # noqa: C901, PLR0912 - one case of the grammar after another
    for word in _bodies["organisation"]:
        yield word, Head("organisation", normalised(word), feminine=word.endswith(("ة", "ات", "ا")))
    for word in _bodies["body"]:
        yield word, Head("body", normalised(word), feminine=word.endswith(("ة", "ات", "ا")))
    for word in _bodies["people"]["side"]:
        yield word, Head("side", normalised(word), plural=word not in _ONE_SIDE, feminine=word == "دولة")
    for word in _sources["outlets"]:
        yield word, Head("outlet", normalised(word), feminine=word.endswith("ة"))
    for word in _sources["documents"]:
        yield word, Head("document", normalised(word), through=_set(["ل", "من", "عن", "في"]))
    for kind, entries in (("role", _titles["roles"]), ("office", _titles["offices"])):
        for entry in entries:
            citation = entry["head"]
            head = Head(kind, normalised(entry.get("kin", citation)), through=_set(entry.get("through", ())))
            for plural in entry["plural"]:
                yield plural, head._replace(plural=True)
            for owned in entry.get("owned", ()):
                yield owned, head._replace(feminine=citation + "ت" in owned)
            if not entry.get("singular", True):
                continue
            yield citation, head
            yield citation + "ا", head
            yield entry.get("feminine", citation + "ة"), head._replace(feminine=True)
    for word in _sources["anonymous"]:
        lemma = "مصدر" if word.startswith(("مصدر", "مصادر")) else normalised(word)
        through = _set(["من", "في", "ل"])
        single = word.startswith("مصدر")
        yield word, Head("anonymous", lemma, plural=not single, feminine=not single, through=through)
    for word in _titles["ranks"]:
        yield word, Head("rank", normalised(word).removeprefix("ال"))
    for word in _titles["quantities"]:
        yield word, Head("quantity", normalised(word), plural=True, through=_set(["من"]))
    for word in _bodies["not_heads"]:
        yield word, Head("none", normalised(word))


HEADS: Lexicon[Head] = Lexicon(dict(_heads()))
DESCRIPTIONS: Lexicon[bool] = Lexicon(dict.fromkeys(_sources["descriptions"], True))
PORTFOLIOS: Lexicon[bool] = Lexicon(dict.fromkeys(_titles["portfolios"], True))
GIVEN = _set(_people["given"])
NO_ARTICLE = _set(name for name in _people["given"] if name.startswith(("أل", "إل", "آل")))
"""ألكسندر, إلهام: no article there."""
NAMES_THAT_ARE_WORDS = _set(_people["also_words"])
JOINS = _set(_people["joins"])
WAW_NAMES = _set(_people["in_waw"])
MOTION: Lexicon[bool] = Lexicon(
    {form: True for pair in _people_move["verbs"] for form in verb_forms(*pair.split())}
    | dict.fromkeys(_people_move["nouns"], True)
)
WEEKDAYS = frozenset(normalised(form) for forms in load("arabic/times")["weekdays"].values() for form in forms)
ADDRESSEES: Lexicon[bool] = Lexicon(dict.fromkeys(_sources["addressees"], True))
OUTLETS = _set(_sources["outlets"])
PROVISIONS: Lexicon[bool] = Lexicon(dict.fromkeys(_sources["provisions"], True))
SEEN = _set(_sources["seen"])
PLACE_HEADS = _set(_places["heads"])
PLACE_PREPOSITIONS = _set(_places["prepositions"])

DEFINITE_ONLY = _set(_bodies["definite_only"])

# --- small words

PREPOSITIONS = _set(_clauses["prepositions"])
COMPLEMENTISERS = _set(_clauses["complementisers"]) | _set(["بأنهما", "بأننا", "بأنني", "فإن", "فإنه", "فإنها"])
RELATIVES = _set(_clauses["relatives"]) - {"من"}
PRONOUN_COMPLEMENTISERS = frozenset(
    word for stem in COMPLEMENTISERS if stem.endswith(("انه", "انها", "انهم", "انهما")) for word in (stem, "و" + stem)
)
"""أنه, وأنها: the subject of the clause, an actor named before."""
NEGATORS = _set(["لا", "لم", "لن", "ليس", "عدم", "دون"])
AUXILIARIES = _set(["قد", "لقد", "كان", "كانت", "كانوا", "كانا"])
SELF = _set(["نفسه", "نفسها", "ذاته", "ذاتها", "أنفسهم", "عينه", "عينها"])
DEMONSTRATIVES = _set(["هذا", "هذه", "ذلك", "تلك", "هؤلاء", "أولئك", "نفس", "ذات"])
ADJUNCT_WORDS = _set(_formulas["adjuncts"]["single"])
ADJUNCTS = _prefixes([*_formulas["adjuncts"]["phrases"], *_formulas["adjuncts"]["single"]])
JOINTS = _prefixes(_formulas["joints"])
NARRATOR = _prefixes([*_formulas["narrator"], *_formulas["denied_by_others"]])


def is_definite(norm: str) -> bool:
    """Whether the word carries the article: not إلى or إلا, which are written alike."""
    if not norm.startswith("ال") or len(norm) <= _SHORTEST_DEFINITE:
        return False
    if norm in NO_ARTICLE or norm in PREPOSITIONS or norm in RELATIVES:
        return False
    return not is_masdar(norm)


_SHORTEST_DEFINITE = 3

# --- masdars

MASDARS = _set(_masdars["nouns"])
_NO_CONTENT = _set(_masdars["not_content"])
_OWNED = re.compile("^(.{3,}?)(?:ه|ها|هم|هما|نا)$")
_PATTERN = re.compile(
    "^(?:است.{2,3}ا.?|است.{2}اد|ا.ت.ا.|ان.{2}ا.|ا.{2}ا.|ت.{2}ي.|ت.{3}[هت]|ت.ا.{2}|م.ا.{2}[هت]|ا.{2}ا[هت]|ا.د.ا.|ا.ط.ا.)$"
)


@lru_cache(maxsize=1 << 14)
def is_masdar(norm: str) -> bool:
    """Whether the bare word can be a verbal noun: known, or on one of the telling patterns; a possessive may follow."""
    if norm in _NO_CONTENT:
        return False
    owned = _OWNED.match(norm)
    bases = {norm}
    if owned:
        base = owned.group(1)
        bases |= {base, base[:-1] + "ه" if base.endswith("ت") else base}
    if norm.endswith("ا"):
        bases.add(norm[:-1])
    article = norm.startswith("ال")  # التزامها is hers, not the article's
    return any(base in MASDARS or (not article and _PATTERN.match(base)) for base in bases)


@lru_cache(maxsize=1 << 12)
def is_owned_masdar(norm: str) -> bool:
    """Whether the word is a verbal noun with a possessive: رفضه, تصريحاته."""
    owned = _OWNED.match(norm)
    if owned is None:
        return False
    base = owned.group(1)
    base = base[:-1] + "ء" if base.endswith("اي") else base  # لقائه, behind a preposition
    return any(
        is_masdar(way) for way in (base, base.removesuffix("ات"), base[:-1] + "ه" if base.endswith("ت") else base)
    )


# --- names


def _names() -> Iterator[Name]:
    for word in (*_places["cities"], *_places["regions"], *_places["continents"]):
        yield Name((), word, "place", "name")._replace(words=tuple(normalised(word).split()))
    for state in load("states"):
        arabic = state["ar"]
        actor = arabic["name"]
        for role, forms in (
            ("adjective", arabic["adjective"]),
            ("capital", arabic.get("capital", ())),
            ("name", (actor, *arabic.get("aliases", ()))),
        ):
            for form in forms:
                yield Name(tuple(normalised(form).split()), actor, "state", role)
    for organisation in load("arabic/organisations"):
        actor, kind = organisation["name"], organisation.get("kind", "organisation")
        for form in organisation.get("adjectives", ()):
            yield Name(tuple(normalised(form).split()), actor, kind, "adjective")
        for form in (actor, *organisation.get("aliases", ())):
            if not (organisation.get("needs") and form == actor):
                yield Name(tuple(normalised(form).split()), actor, kind, "name")
    for outlet in _sources["named_outlets"]:
        yield Name(tuple(normalised(outlet).split()), outlet, "organisation", "outlet")


def _by_first_word() -> Lexicon[tuple[Name, ...]]:
    # a later entry of the same words wins: states over cities, organisations over both
    by_words = {name.words: name for name in _names() if name.words != ("الشرق", "الاوسط") or name.kind == "place"}
    found: dict[str, list[Name]] = {}
    for name in by_words.values():
        found.setdefault(name.words[0], []).append(name)
    return Lexicon({first: tuple(sorted(names, key=lambda n: -len(n.words))) for first, names in found.items()})


_NAMES = _by_first_word()
HOMOGRAPHS = {normalised(entry["form"]): _set(entry["needs"]) for entry in _places["homographs"]}


def name_at(tokens: Sequence[Token], at: int, limit: int) -> Named | None:
    """The longest known name that begins at ``tokens[at]``."""
    norm = tokens[at].norm
    match = _NAMES.find(norm)
    if match is None:
        return None
    ways = [(match.clitics, match.value)]
    if match.clitics.endswith("لل"):  # للسعودية is the state, not its adjective
        full = _NAMES.find("ال" + match.form)
        if full is not None and not full.clitics:
            ways.insert(0, (match.clitics[:-1], full.value))
    elif match.clitics == "ك":
        return None
    for clitics, names in ways:
        for name in names:
            words = name.words
            length = len(words)
            if at + length <= limit and all(_same(tokens[at + n].norm, words[n], name.role) for n in range(1, length)):
                if name.role == "name" and name.kind == "state" and clitics.endswith("ال"):
                    name = name._replace(role="adjective")  # السورية: of Syria, though سورية is its name  # noqa: PLW2901
                return Named(name, length, clitics)
    return None


def _same(found: str, known: str, role: str) -> bool:
    return found == known or (role == "adjective" and found == "ال" + known)


def rests(norm: str) -> Iterator[str]:
    """The word, and the word without each of the clitics it may carry."""
    for split in splits(norm):
        yield split.rest


STATES_AS_ADJECTIVES = frozenset(
    "ال" + word
    for state in load("states")
    for word in map(normalised, state["ar"]["adjective"])
    if "ال" + word == normalised(state["ar"]["name"])
)
"""Names of states that are also their feminine adjective with the article: السعودية."""

"""What one English word can be: closed classes, verbs in all their forms, nouns that look like verbs."""

from __future__ import annotations

from typing import NamedTuple

from taqrib.vocabulary import load


class Verb(NamedTuple):
    """One form of a verb.

    :ivar lemma: the dictionary form.
    :ivar forms: what the form may be, of ``b`` base, ``s`` third person, ``d`` past, ``p`` past participle, ``g`` -ing.
    """

    lemma: str
    forms: str


def words(run: str) -> frozenset[str]:
    """The words of a run in a vocabulary table."""
    return frozenset(run.split())


_VOWELS = frozenset("aeiou")


def third_person(lemma: str) -> str:
    """``carry`` → ``carries``, ``reach`` → ``reaches``; the plural of a regular noun, too."""
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "go", "do")) else "s")


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _gerund(lemma: str, past: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "be")):
        return lemma[:-1] + "ing"
    doubled = len(lemma) + 3 == len(past) and past.endswith("ed") and past[-3] == lemma[-1]
    # "let", "set", "run", "sit" double as well, without a regular past to show it
    short = len(lemma) <= 4 and lemma[-1] in "tnmpgd" and lemma[-2:-1] in _VOWELS and lemma[-3:-2] not in _VOWELS
    return lemma + (lemma[-1] if doubled or (short and past != lemma + "ed") else "") + "ing"


def _verbs() -> dict[str, Verb]:
    table = load("english/verbs")
    found: dict[str, Verb] = {}

    def know(form: str, lemma: str, kind: str) -> None:
        known = found.get(form)
        if known is None:
            found[form] = Verb(lemma, kind)
        elif known.lemma == lemma and kind not in known.forms:
            found[form] = Verb(lemma, known.forms + kind)

    parts = {lemma: (past, participle) for lemma, (past, participle) in table["irregular"].items()}
    parts |= {lemma: (_past(lemma), _past(lemma)) for lemma in table["regular"].split() if lemma not in parts}
    for lemma, (past, participle) in parts.items():
        for form, kind in (
            (lemma, "b"),
            (third_person(lemma), "s"),
            (past, "d"),
            (participle, "p"),
            (_gerund(lemma, past), "g"),
        ):
            know(form, lemma, kind)
    for form, lemma in table["variants"].items():
        kind = "g" if form.endswith("ing") else "s" if form.endswith("s") else "dp" if form.endswith("ed") else "b"
        for one in kind:
            know(form, lemma, one)
    return found


_TABLE = load("english/grammar")

VERBS: dict[str, Verb] = _verbs()
DETERMINERS = words(_TABLE["determiners"])
PRONOUNS = words(_TABLE["pronouns"])
AUXILIARIES = words(_TABLE["auxiliaries"])
MODALS = words(_TABLE["modals"])
BE = words(_TABLE["be"])
CONTRACTED_SUBJECTS = words(_TABLE["contracted_subjects"])
NEGATIONS = words(_TABLE["negations"])
PREPOSITIONS = words(_TABLE["prepositions"])
CONJUNCTIONS = words(_TABLE["conjunctions"])
SUBORDINATORS = words(_TABLE["subordinators"])
WH_WORDS = words(_TABLE["wh_words"])
NOT_ADVERBS = words(_TABLE["not_adverbs"])
ADVERBS = words(_TABLE["adverbs"])
ADJECTIVES = words(_TABLE["adjectives"])
NOUNS = words(_TABLE["nouns"])


def lemma_of(form: str) -> str:
    """The lemma of a verb form; the form itself where no verb is known."""
    verb = VERBS.get(form)
    return verb.lemma if verb else form


def singular(noun: str) -> str:
    """A plain plural made singular: ``talks`` → ``talk``, ``parties`` → ``party``; other words unchanged."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun

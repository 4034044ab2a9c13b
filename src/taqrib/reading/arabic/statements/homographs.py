"""Whether a form of a reporting verb reports: not denied, not wished for, and not another word written alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.known import (
    ADJUNCTS,
    AUXILIARIES,
    COMPLEMENTISERS,
    JOINTS,
    NEGATORS,
    PHRASE_WORDS,
    RELATIVES,
    begins,
    name_at,
)
from taqrib.reading.arabic.statements.verbs import ANONYMITY, PROPS

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.conjugation import Form
    from taqrib.reading.arabic.statements.verbs import Inflected
    from taqrib.reading.document import Sentence


def is_told(ground: Ground, sentence: Sentence, at: int, inflected: Inflected) -> bool:  # noqa: PLR0911 - one case of the grammar after another
    """Whether the verb at ``at`` tells of speech: not denied, not wished for, no homograph, no anonymity."""
    tokens, form, verb = ground.tokens, inflected.form, inflected.verb
    before = tokens[at - 1].norm if at > sentence.first else ""
    if before in NEGATORS or before[1:] in NEGATORS:
        return is_denied(ground, sentence, at, inflected)
    following = tokens[at + 1].norm if at + 1 < sentence.last else ""
    noun = _is_qualified(ground, sentence, at, inflected)
    passive = verb.family != "quoting" and _is_marked_passive(tokens[at].text, form)
    if verb.denied == "only" or noun or passive or _only_judges(inflected, following):
        return False
    if form is not None and form.tense == "imperfect":
        if verb.only_perfect:
            return False
        if before in {"ان", "لان", "كي", "لكي", "حتي", "سوف", "قد"} or before in COMPLEMENTISERS:
            return led_to_say(ground, sentence, at) and verb.family == "saying"
    if verb.lemma == "ذكر" and following in _NAMING:
        return False  # لم يشأ ذكر اسمه
    if before in ANONYMITY.verbs and tokens[at].norm in ANONYMITY.objects:
        return False  # رفض ذكر اسمه
    if tokens[at].norm in ANONYMITY.verbs and following in ANONYMITY.objects:
        return False
    if verb.lemma in _HOMOGRAPHS:
        return _HOMOGRAPHS[verb.lemma](ground, sentence, at)
    return True


def _is_qualified(ground: Ground, sentence: Sentence, at: int, inflected: Inflected) -> bool:
    """طلب أمريكي, رد أممي: a noun with its adjective of a state, since none such is alone the subject of a verb."""
    form = inflected.form
    if form is None or form.tense != "perfect" or form.feminine or form.plural or form.suffixed:
        return False
    named = name_at(ground.tokens, at + 1, sentence.last) if at + 1 < sentence.last else None
    adjective = named is not None and named.name.role == "adjective" and not named.clitics
    return adjective and inflected.verb.lemma not in _SPEAKING


_SPEAKING = frozenset(["قال", "صرح"])


def _only_judges(inflected: Inflected, following: str) -> bool:
    """يعتبره شريكا: an opinion in passing; اعتبرها بأنها باطلة reports."""
    form, verb = inflected.form, inflected.verb
    if form is None or not form.suffixed or not verb.judges or verb.addressee:
        return False
    return form.tense != "perfect" or not (following.startswith("ب") and following in COMPLEMENTISERS)


def is_denied(ground: Ground, sentence: Sentence, at: int, inflected: Inflected) -> bool:
    """Whether the verb is one whose denial says something too: لم يستبعد, لا ينفي; the negation belongs to the cue."""
    if not inflected.verb.denied or inflected.form is None or inflected.form.tense != "imperfect":
        return False
    before = ground.tokens[at - 1].norm if at > sentence.first else ""
    if before not in _DENIALS and before[1:] not in _DENIALS:
        return False
    earlier = ground.tokens[at - 2].norm if at - 1 > sentence.first else ""
    return earlier not in COMPLEMENTISERS and earlier not in RELATIVES


def _is_marked_passive(text: str, form: Form | None) -> bool:
    """وُصف, أُعلن: a perfect whose first letter bears a damma tells what was done, not who speaks."""
    return form is not None and form.tense == "perfect" and "\u064f" in text[:_MARKED]


_MARKED = 3
_NAMING = frozenset(["اسمه", "اسمها", "اسمهم", "اسماءهم", "اسماءهما"])
_DENIALS = frozenset(["لم", "لا"])


def led_to_say(ground: Ground, sentence: Sentence, at: int) -> bool:
    """دفع مسؤولا إلى أن يقول: control; he does say it."""
    return at - 2 >= sentence.first and ground.tokens[at - 1].norm == "ان" and ground.tokens[at - 2].norm == "الي"


def _between(ground: Ground, sentence: Sentence, at: int) -> bool:
    """بين as a verb: beside أن, or at the head of a sentence with its subject before أن."""
    if "\u0651" in ground.tokens[at].text:  # بيّن
        return True
    following = [token.norm for token in ground.tokens[at + 1 : at + 6]]
    if ground.tokens[at].norm not in {"بين", "وبين", "فبين"}:
        return True
    opens = at == sentence.first + (ground.tokens[sentence.first].norm == "و")  # also: و بين فلان أن
    return bool(following) and (following[0] in COMPLEMENTISERS or (opens and bool(COMPLEMENTISERS & set(following))))


def _opinion(ground: Ground, _: Sentence, at: int) -> bool:
    """رأى, not رأي: by its last letter, or by what follows."""
    token = ground.tokens[at]
    if not token.norm.endswith("راي"):
        return True
    following = ground.tokens[at + 1].norm if at + 1 < ground.size else ""
    return token.text[-1] == "ى" or following in COMPLEMENTISERS or token.norm[0] == "و"


def _through(ground: Ground, sentence: Sentence, at: int) -> bool:
    """عبر as a verb: عن follows soon."""
    return any(token.norm == "عن" for token in ground.tokens[at + 1 : min(at + 14, sentence.last)])


def _denial(ground: Ground, _: Sentence, at: int) -> bool:
    token = ground.tokens[at]
    return token.norm.removeprefix("ف") != "نفي" or token.text[-1] == "ى"


def _opens(ground: Ground, sentence: Sentence, at: int) -> bool:
    """Only where a clause begins: elsewhere the word is another."""
    if at == sentence.first or ground.tokens[at].norm[0] in "وف":
        return True
    before = ground.tokens[at - 1]
    return (
        not before.text[0].isalpha()
        or before.norm in PHRASE_WORDS["thus"]
        or before.norm in AUXILIARIES
        or _is_propped(ground, sentence, at)
        or any(begins(ADJUNCTS, ground.tokens, at - n, at) == n for n in (1, 2, 3) if at - n >= sentence.first)
        or any(begins(JOINTS, ground.tokens, at - n, at) == n for n in (1, 2, 3) if at - n >= sentence.first)
    )


def _is_propped(ground: Ground, sentence: Sentence, at: int) -> bool:
    """وحول الموعد رد المتحدث بالقول إن: only a verb that reports leans on such a word."""
    near = ground.tokens[at + 1 : min(at + _PROPPED, sentence.last)]
    return any(token.norm in PROPS and token.norm[0] != "ي" for token in near)


_PROPPED = 12


def _claims(ground: Ground, _: Sentence, at: int) -> bool:
    """يدعي, not يدعى: "ناطق يدعى فلان" only says what he is called."""
    following = ground.tokens[at + 1].norm if at + 1 < ground.size else ""
    return ground.tokens[at].text[-1] != "ى" or following in COMPLEMENTISERS


def _elative(ground: Ground, sentence: Sentence, at: int) -> bool:
    """أبرز as a verb: أن follows in its clause; elsewhere it is "the most prominent"."""
    for token in ground.tokens[at + 1 : min(at + _PROPPED, sentence.last)]:
        if token.norm in COMPLEMENTISERS:
            return _opens(ground, sentence, at)
        if token.norm == "،":
            return False
    return False


_HOMOGRAPHS = {
    **dict.fromkeys(PHRASE_WORDS["only_at_clause_start"], _opens),
    "ابرز": _elative,
    "ادعي": _claims,
    "بين": _between,
    "راي": _opinion,
    "عبر": _through,
    "نفي": _denial,
}

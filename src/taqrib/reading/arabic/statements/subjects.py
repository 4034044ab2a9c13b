"""The written subject of a reporting verb, behind it: titles, names, appositions, restrictive clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.actors.known import (
    ADJUNCTS,
    AUXILIARIES,
    COMPLEMENTISERS,
    GIVEN,
    HEADS,
    NAMES_THAT_ARE_WORDS,
    NEGATORS,
    PHRASE_WORDS,
    PREPOSITIONS,
    RELATIVES,
    begins,
    is_definite,
    is_masdar,
)
from taqrib.reading.arabic.actors.phrase import Phrase
from taqrib.reading.arabic.statements.appositions import extend
from taqrib.reading.arabic.statements.closed_names import take_closed_name
from taqrib.reading.arabic.statements.subject import Subject
from taqrib.reading.arabic.statements.verbs import PROPS, attributes, is_verb, participle

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.verbs import Verb


_LOOSE = 10

_TITLE_TAIL = 9


def subject_after(ground: Ground, at: int, last: int, verb: Verb | None) -> Subject | None:  # noqa: C901, PLR0911, PLR0912 - one case of the grammar after another
    """The subject that begins at ``at``; ``None`` if the verb goes on without one."""
    tokens = ground.tokens
    if at >= last:
        return None
    norm = tokens[at].norm
    if norm in PHRASE_WORDS["while"]:
        return None  # كما أعلن سابقا، فيما امتنع الوزير: another clause
    if verb is not None and attributes(tokens, at, last):
        return None  # اقترح، بحسب مصدر، إنشاء: who vouches for it
    if norm in PHRASE_WORDS["abbreviated_ranks"] and at + 2 < last and tokens[at + 1].norm == ".":  # د. فلان
        titled = subject_after(ground, at + 2, last, verb)
        if titled is not None:
            titled.first = at
        return titled
    if (norm in COMPLEMENTISERS and not ground.is_foreign_particle(at)) or norm in {":", "،"} or at in ground.timed:
        return None
    foreign = norm in NAMES_THAT_ARE_WORDS and ground.closed_name_end(at, last) > at + 1  # لي جاي ميونغ
    if norm == "علي" and verb is not None and ground.is_ali(at, last):
        return _ali(ground, at, last, verb)
    if (norm in PREPOSITIONS and not foreign) or (verb is not None and norm in verb.through) or norm in PROPS:
        return None
    where = tokens[at - 1].norm == "،" and at + 1 < last and tokens[at + 1].norm in GIVEN
    if norm[0] == "ب" and norm not in GIVEN and (where or norm[1:] in NAMES_THAT_ARE_WORDS):
        return None  # قال، أمس، بساحة محمد علي; قال، بذكرى التأسيس، إن
    if at in ground.quoted:
        return _quoted_subject(ground, at, last, verb)
    if (
        (tokens[at].text[0].isdigit() or numbers.may_begin_count(norm))
        and at + 2 < last
        and tokens[at + 1].norm == "من"
    ):  # ثلاثة من القادة, 42 من القادة
        counted = ground.phrase(at + 2, last)
        if counted is not None:
            counted.first = at
            return Subject(at, counted.last, counted.last, counted)
    if ground.is_adverb(at):
        return None
    if numbers.may_begin_count(norm) and HEADS.find(norm) is None:  # ثلاثة مصادر
        number = numbers.number_at(tokens, at)
        counted = ground.phrase(number.last, last) if number is not None and at < number.last < last else None
        if counted is not None and counted.head is not None and counted.head.plural and not counted.clitics:
            counted.first = at
            return Subject(at, counted.last, counted.last, counted)
    phrase = ground.phrase(at, last)
    if phrase is None and verb is not None:
        end = ground.closed_name_end(at, last)
        if end > at and not (end == at + 1 and end > ground.name_end(at, last)):
            named = Subject(at, end, end, Phrase(at, end, name=(at, end), definite=True))
            extend(ground, named, last, verb)
            return named
    if phrase is None and verb is not None and verb.object and is_masdar(norm):
        return None
    governed = norm[0] == "ب" and (is_masdar(norm[1:]) or (norm.startswith("بال") and norm not in GIVEN))
    if phrase is None and verb is not None and governed:
        return None  # تعهدت بالنظر في, وختم بالتأكيد على
    if phrase is None and verb is not None and norm[0] == "ل" and is_masdar(norm[1:]):
        return None  # واشترطت لدخول الحكومة
    if phrase is None and not is_verb(norm):
        phrase = ground.person(at, last)
    met = ground.ending.get(at + 1) if phrase is None and verb is not None else None
    if met is not None and met[0] == at and met[1].name is not None:
        phrase = met[1]  # وطالب زهران المجتمع الدولي: a surname met elsewhere in the report
    if phrase is None:
        return _loose(ground, at, last)
    if verb is not None and set(phrase.clitics.removesuffix("ال")) & {"ل", "ب", "ك"}:
        return None  # قال للصحافيين: to whom, not who
    if verb is not None:
        leave_governed(ground, phrase, last, verb)
    subject = Subject(at, phrase.last, phrase.last, phrase)
    extend(ground, subject, last, verb)
    if verb is None or not verb.addressee:
        take_closed_name(ground, subject, last)
    return subject


def _ali(ground: Ground, at: int, last: int, verb: Verb) -> Subject:
    """وشدد علي نيكزاد على: the name, though the verb needs the preposition written alike."""
    end = ground.name_end(at + 1, last)
    subject = Subject(at, end, end, Phrase(at, end, name=(at, end), definite=True))
    extend(ground, subject, last, verb)
    return subject


def leave_governed(ground: Ground, phrase: Phrase, last: int, verb: Verb) -> None:
    """Give the preposition back that the verb needs: تساءل المفاوض عن, though one may be "the negotiator for"."""
    tokens = ground.tokens
    _leave_attached(ground, phrase, verb)
    begin = max(phrase.first + 1, phrase.name[1] if phrase.name is not None else 0)
    cut = next((at for at in range(begin, phrase.last) if _is_governed(tokens[at].norm, verb)), None)
    if cut is None and (verb.object or verb.objects):  # وجدد البيان التأكيد على
        objects = range(max(begin, phrase.first + 1), phrase.last)
        masdar = next((at for at in objects if is_definite(tokens[at].norm) and _is_governing(ground, at, verb)), None)
        phrase.last = masdar if masdar is not None else phrase.last
        return
    if cut is None:
        return
    following = (tokens[at].norm for at in range(phrase.last, min(last, phrase.last + _TITLE_TAIL)))
    if verb.family == "quoting" or not any(norm in verb.through or norm in COMPLEMENTISERS for norm in following):
        phrase.last = cut


def _leave_attached(ground: Ground, phrase: Phrase, verb: Verb) -> None:
    """تعهد الرئيس فلان الفلاني بنقض أي قرار: the last word is no third name, but what the verb needs."""
    if phrase.name is None or "ب" not in verb.through or phrase.name[1] != phrase.last:
        return
    first, last = phrase.name
    norm = ground.tokens[last - 1].norm
    if norm[0] != "ب" or norm in GIVEN or not (last - first > _PAIR or is_masdar(norm[1:])):
        return
    if last - 1 > first:
        phrase.name = (first, last - 1)
        phrase.last = last - 1


_PAIR = 2


def _is_governed(norm: str, verb: Verb) -> bool:
    """Whether the preposition a verb needs stands here, apart or attached: أشاد رئيس اللجنة بمجلس النواب."""
    return norm in verb.through or ("ب" in verb.through and norm[0] == "ب" and HEADS.find(norm[1:]) is not None)


def _is_governing(ground: Ground, at: int, verb: Verb) -> bool:
    """Whether the definite word at ``at`` is the masdar a verb has for object, and no adjective of the subject."""
    norm = ground.tokens[at].norm
    if norm in verb.objects:
        return True
    following = ground.tokens[at + 1].norm if at + 1 < ground.size else ""
    return is_masdar(norm[2:]) and HEADS.find(norm) is None and following in PREPOSITIONS and following != "في"


def _quoted_subject(ground: Ground, at: int, last: int, verb: Verb | None) -> Subject | None:
    """«رويترز» or «إيرنست» as the subject: a short quotation before a colon, أن, another quotation or عن."""
    after = ground.names_in_quotes.get(at)
    if after is None or after >= last:
        return Subject(at + 1, after - 1, after - 1, None) if after is not None else None
    norm, opens = ground.tokens[after].norm, ground.tokens[at + 1].norm
    told = after + 1 < last and participle(ground.tokens[after + 1].norm) is not None
    if opens in NEGATORS or opens in PREPOSITIONS or (norm == "،" and (told or is_verb(opens))):
        return None  # وأضاف «لم نوقع»، مشيرا: speech
    if verb is not None and verb.addressee and (ground.has_article(after) or ground.phrase(after, last) is not None):
        return Subject(at + 1, after - 1, after - 1, None)  # أبلغت «الحركة» الوسطاء أن
    closed = {"،", "."} if verb is None else {"،"}  # ...، وفق «رويترز».
    apart = after in ground.timed or begins(ADJUNCTS, ground.tokens, after, last) > 0  # كشفت «الحركة» للمرة الأولى عن
    if apart or norm == ":" or norm in COMPLEMENTISERS | PREPOSITIONS | closed or after in ground.quoted:
        return Subject(at + 1, after - 1, after - 1, None)
    return None


def _loose(ground: Ground, at: int, last: int) -> Subject | None:
    """Words in the subject's place that no lexicon knows."""
    tokens, end = ground.tokens, at
    while end < last and end - at < _LOOSE:
        token = tokens[end]
        norm = token.norm
        if not (token.text[0].isalpha() or token.text[0].isdigit()) or norm in COMPLEMENTISERS or end in ground.timed:
            break
        if (
            norm in PREPOSITIONS
            or norm.startswith("لل")
            or norm in RELATIVES
            or norm in AUXILIARIES
            or begins(ADJUNCTS, tokens, end, last)
            or norm in PROPS
        ):
            break
        if end > at and is_definite(tokens[end - 1].norm) and _is_other(norm):
            break  # وحمل الهاشمي جماعة: whom he blames
        if (
            is_verb(norm)
            or participle(norm) is not None
            or (end > at and is_masdar(norm))
            or (norm[0] in "بل" and end > at)
        ):
            break
        end += 1
    if end == at:
        return None
    return Subject(at, end, end, None, loose=True)


def _is_other(norm: str) -> bool:
    """Whether a head noun behind a definite word is another actor: an indefinite one, or a body with the article."""
    match = HEADS.find(norm)
    return match is not None and (not is_definite(norm) or match.value.kind in {"body", "organisation"})

"""The forms an Arabic verb or noun takes in press prose, from its citation forms.

Unvowelled writing merges much (perfect active and passive, second and third person), so a handful of endings covers
what reports contain. Results are normalised forms: keys for a lexicon, which takes the clitics off itself.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from taqrib.normal import normalised

Tense = Literal["perfect", "imperfect", "noun"]


class Form(NamedTuple):
    """What the ending of a form says.

    :ivar tense: ``noun`` for masdars, participles and plain nouns; the future is an imperfect behind the clitic س.
    :ivar first: first person: the speaker is the subject.
    :ivar suffixed: an object or possessive pronoun is attached.
    :ivar feminine: feminine singular, which is also the agreement of things and peoples in the plural.
    :ivar plural: masculine plural or dual.
    """

    tense: Tense
    first: bool = False
    suffixed: bool = False
    feminine: bool = False
    plural: bool = False


_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")
_POSSESSIVES = ("ه", "ها", "هم", "هما", "نا")


def verb_forms(perfect: str, imperfect: str) -> dict[str, Form]:
    """Every form of the verb that cites as ``perfect`` and ``imperfect`` (third person masculine: رفض, يرفض).

    :param imperfect: ``-`` leaves the imperfect out: that of وعد is spelt like "is considered".
    """
    found: dict[str, Form] = {}
    _perfect(perfect, found)
    if imperfect != "-":
        _imperfect(imperfect, found)
    return found


def _perfect(citation: str, found: dict[str, Form]) -> None:
    whole = normalised(citation)
    weak = citation[-1:] in {"ى", "ا"}
    hollow = not weak and len(whole) > 2 and whole[-2] == "ا"
    stem = whole[:-1] if weak else whole
    glide = ("و" if citation.endswith("ا") else "ي") if weak else ""
    spoken = whole[:-2] + whole[-1] if hollow else stem + glide  # زار, زرنا; دعا, دعونا
    endings = {
        whole: Form("perfect"),
        stem + "ت": Form("perfect", feminine=True),
        stem + "وا": Form("perfect", plural=True),
        stem + glide + "ا": Form("perfect", plural=True),
        stem + "تا": Form("perfect", feminine=True, plural=True),
        spoken + "نا": Form("perfect", first=True),
    }
    if weak:
        endings[spoken + "ت"] = Form("perfect", first=True)
    bearers = {
        stem + "ا" if weak else whole: Form("perfect", suffixed=True),
        stem + "ت": Form("perfect", suffixed=True, feminine=True),
        stem + "و": Form("perfect", suffixed=True, plural=True),
        spoken + "نا": Form("perfect", first=True, suffixed=True),
    }
    _add(endings, bearers, found)


def _imperfect(citation: str, found: dict[str, Form]) -> None:
    body = normalised(citation)[1:]
    weak = citation[-1:] in {"ي", "و", "ى"}
    short = body[:-1] if weak else body
    dual = short + ("و" if citation.endswith("و") else "ي") if weak else body
    endings: dict[str, Form] = {}
    bearers: dict[str, Form] = {}
    for prefix in "يتنا":
        form = Form("imperfect", first=prefix in "نا", feminine=prefix == "ت")
        endings[prefix + body] = form
        if weak and prefix != "ا":
            endings[prefix + short] = form  # jussive: لم يلتق; "أنه" from أنهى would shadow a particle
        bearers[prefix + (body[:-1] + "ا" if citation.endswith("ى") else body)] = form._replace(suffixed=True)
    for prefix in "يت":
        plural = Form("imperfect", feminine=prefix == "ت", plural=True)
        for ending in ("ون", "وا"):
            endings[prefix + short + ending] = plural
        endings[prefix + dual + "ان"] = plural
        endings[prefix + dual + "ا"] = plural
        bearers[prefix + short + "ون"] = bearers[prefix + short + "و"] = plural._replace(suffixed=True)
    _add(endings, bearers, found)


def _add(endings: dict[str, Form], bearers: dict[str, Form], found: dict[str, Form]) -> None:
    for word, form in endings.items():
        found.setdefault(word, form)
    for word, form in bearers.items():
        for pronoun in _PRONOUNS:
            found.setdefault(word + pronoun, form)


def noun_forms(citation: str) -> dict[str, Form]:
    """The noun ``citation`` as it stands, with tanwin, in the dual, and with a possessive pronoun."""
    whole = normalised(citation)
    plain = Form("noun", feminine=citation.endswith("ة"))
    owned = plain._replace(suffixed=True)
    found = {whole: plain}
    if citation.endswith("ة"):
        open_ = whole[:-1] + "ت"
        duals = [open_ + "ين", open_ + "ان"]
        owners = [open_]
    elif citation.endswith("ء"):  # the hamza's seat follows the case: لقاءه, لقاؤه, لقائه
        duals = [whole + "ين", whole + "ان", whole[:-1] + "ين", whole[:-1] + "يين"]
        owners = [whole, whole[:-1] + "و", whole[:-1] + "ي"]
    else:
        duals = [whole + "ين", whole + "ان"]
        owners = [whole]
        found[whole + "ا"] = plain  # accusative tanwin
    for dual in duals:
        found.setdefault(dual, plain._replace(plural=True))
    for owner in owners:
        for pronoun in _POSSESSIVES:
            found.setdefault(owner + pronoun, owned)
    return found

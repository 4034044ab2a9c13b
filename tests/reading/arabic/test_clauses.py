"""Where clauses begin and end, and what small words do."""

from __future__ import annotations

from taqrib.normal import normalised
from taqrib.reading.arabic.clauses import Prose, is_bare_noun, is_purpose
from taqrib.reading.layout import lay_out


def clauses(text: str) -> list[str]:
    prose = Prose(lay_out(text))
    tokens = prose.document.tokens
    return [text[tokens[start].start : tokens[prose.ends[start] - 1].end] for start in sorted(set(prose.starts))]


def role(text: str, word: str) -> str:
    prose = Prose(lay_out(text))
    return prose.roles[prose.norms.index(normalised(word))]


def test_a_finite_verb_behind_a_conjunction_opens_a_clause() -> None:
    assert clauses("رفضت كينيا الخطة وطالبت بضمانات") == ["رفضت كينيا الخطة", "وطالبت بضمانات"]


def test_a_noun_behind_a_conjunction_opens_none() -> None:
    assert clauses("اجتمع الوفد والوسيط") == ["اجتمع الوفد والوسيط"]


def test_anna_and_its_sisters_open_a_clause() -> None:
    assert clauses("قال الوزير إن الوقت ضيق") == ["قال الوزير", "إن الوقت ضيق"]


def test_illa_opens_a_clause_before_anna_only() -> None:
    assert role("رفض الخطة إلا أن الوسيط أصر", "إلا") == "opener"
    assert role("لن يوقع إلا بعد الانسحاب", "إلا") == "preposition"


def test_qabla_is_a_verb_before_a_nominative() -> None:
    assert role("قبل الطرفان الخطة", "قبل") == ""
    assert role("قبل الطرفين جلس الوسيط", "قبل") == "preposition"


def test_no_clause_is_longer_than_its_limit() -> None:
    prose = Prose(lay_out("كلمة " * 500))
    assert max(end - start for start, end in zip(prose.starts, prose.ends, strict=True)) <= 120


def test_the_article_is_no_purpose() -> None:
    assert is_purpose("ل")
    assert is_purpose("وللل"[:3])
    assert not is_purpose("ال")
    assert is_bare_noun("بال")
    assert not is_bare_noun("ل")

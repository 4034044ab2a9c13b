from __future__ import annotations

from taqrib.case.border import ActorShape, Refusal, TermsShape, nearest, shaped


def test_every_reason_comes_with_its_place() -> None:
    refused = shaped(
        ActorShape, {"id": "A", "kind": "state", "name": {"ar": "", "en": "x"}, "aliases": {"en": ["a", 3]}}
    )
    assert isinstance(refused, Refusal)
    assert [place for place, _ in refused.reasons] == [("id",), ("name", "ar"), ("aliases", "en", 1)]


def test_white_space_around_words_is_no_part_of_them_and_each_word_counts_once() -> None:
    terms = shaped(TermsShape, {"en": [" quay ", "quay", "pier"]})
    assert not isinstance(terms, Refusal)
    assert terms.built().both == ("quay", "pier")


def test_a_number_is_not_taken_for_text_nor_text_for_a_number() -> None:
    refused = shaped(TermsShape, {"ar": [12]})
    assert isinstance(refused, Refusal)
    assert refused.reasons[0][1] == "'ar': expected a text in quotes; found '12'"


def test_what_exists_is_listed_and_the_nearest_suggested() -> None:
    assert nearest("Quai", ["pier", "quay"]) == "there are pier, quay; did you mean 'quay'?"
    assert nearest("zzz", ["pier"]) == "there is pier"
    assert nearest("zzz", []) == "there are none yet"
    assert nearest("x", [f"id-{number:02}" for number in range(30)]).count("id-") == 12

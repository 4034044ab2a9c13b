"""One name per actor throughout an English report."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading import read


def actors(text: str) -> list[tuple[str, str, str]]:
    findings = read(text, published=date(2022, 3, 16), language="en")
    return [(text[slice(*one.span)], one.actor, one.kind) for one in findings.mentions]


def actor_of(text: str, mention: str) -> tuple[str, str]:
    return next((actor, kind) for span, actor, kind in actors(text) if span == mention)


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("Erik van Dalen left. Van Dalen slept.", "Van Dalen", ("Erik van Dalen", "person")),
        ("Samir al-Khatib left. Khatib slept.", "Khatib", ("Samir al-Khatib", "person")),
        ("The Kenyan president, Grace Mwangi, left.", "Kenyan president", ("Grace Mwangi", "person")),
        ("Minister Grace Mwangi left. The minister slept.", "minister", ("Grace Mwangi", "person")),
        ("The Peruvians left.", "Peruvians", ("Peru", "state")),
        ("Talks were held in Lima.", "Lima", ("Lima", "place")),
        ("The Coastal Defence Council (CDC) met. The CDC voted.", "CDC", ("Coastal Defence Council", "organisation")),
        ("The Ministry of Ports objected.", "Ministry of Ports", ("Ministry of Ports", "body")),
        ("A senior Omani official slept.", "senior Omani official", ("senior Omani official", "source")),
        ("Uruguay’s delegation left.", "Uruguay’s", ("Uruguay", "state")),
    ],
)
def test_a_mention_takes_the_fullest_name_of_its_actor(text: str, mention: str, expected: tuple[str, str]) -> None:
    actor, kind = actor_of(text, mention)
    assert actor == expected[0]
    assert kind == expected[1] or {kind, expected[1]} <= {"body", "organisation"}


def test_a_common_noun_at_the_start_of_a_sentence_is_no_name() -> None:
    assert actors("Lorries waited. Ferries sailed.") == []


def test_two_surnames_that_only_end_alike_stay_two_people() -> None:
    text = "Anna Berg met Otto Goldberg. Goldberg smiled."
    assert actor_of(text, "Goldberg") == ("Otto Goldberg", "person")

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqrib.errors import Invalid, TaqribError, Unreadable
from taqrib.strict_yaml import Problems, load_strict


def value_of(text: str) -> object:
    return load_strict(text, where="ferry.yaml").value


def problems_of(text: str) -> list[tuple[int, str]]:
    with pytest.raises(Problems) as caught:
        load_strict(text, where="ferry.yaml")
    return [tuple(problem) for problem in caught.value.problems]


def test_plain_values_are_text_whole_numbers_true_false_null_lists_and_mappings() -> None:
    text = "name: ميناء\nseats: 120\nloss: -4\nopen: true\nnote:\nlist: [a, {b: 0}]\n"
    expected = {"name": "ميناء", "seats": 120, "loss": -4, "open": True, "note": None, "list": ["a", {"b": 0}]}
    assert value_of(text) == expected


@pytest.mark.parametrize(
    "written",
    [
        "2031-04-05",
        "2031-04",
        "2031-04-05T10:30:00Z",
        "1.10",
        "0.5",
        "3 boats",
        "12345678901234567890",
        "١٢",
        "nobody",
        "-0",
    ],
)
def test_dates_decimals_and_long_numbers_stay_as_written(written: str) -> None:
    assert value_of(f"day: {written}") == {"day": written}


@pytest.mark.parametrize(
    "written",
    [
        "yes",
        "No",
        "ON",
        "off",
        "y",
        "N",
        "012",
        "00",
        "0o14",
        "10:30",
        "7:05:00",
        "+5",
        "0x1f",
        "1_000",
        "1e3",
        ".inf",
        "-.INF",
    ],
)
def test_a_bare_word_that_yaml_readers_take_for_something_else_is_an_error_with_its_line(written: str) -> None:
    [(line, message)] = problems_of(f"# the ferry talks\nanswer: {written}\n")
    assert line == 2
    assert f"write '{written}' in quotes" in message


@pytest.mark.parametrize("written", ["yes", "012", "10:30", "null", "true", "7", "<<"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_the_same_word_in_quotes_is_text(written: str, quote: str) -> None:
    assert value_of(f"answer: {quote}{written}{quote}") == {"answer": written}


def test_a_repeated_key_names_both_lines_at_any_depth() -> None:
    [(line, message)] = problems_of("actors:\n  - id: quay\n    role: party\n    id: dock\n")
    assert (line, message) == (4, "the key 'id' is here a second time (first on line 2); keep one of them")


def test_the_value_under_a_repeated_key_is_checked_too() -> None:
    assert [line for line, _ in problems_of("a: 1\na: [yes, {b: 1, b: 2}]")] == [2, 2, 2]


@pytest.mark.parametrize(
    ("text", "lines", "word"),
    [
        ("a: &x 1\nb: 2", [1], "anchor &x"),
        ("a: &x 1\nb: *x", [1, 2], "alias *x"),
        ("a:\n  <<: {b: 1}", [2], "merge key"),
        ("a: !!str 012", [1], "tag tag:yaml.org,2002:str"),
        ("a: !money 5", [1], "tag !money"),
        ("a: 1\n---\nb: 2", [2], "second document"),
        ("a:\n\tb: 1\nc: 1\t# x", [2, 3], "tab"),
        ("a: x\x07", [1], "U+0007"),
        ("a: 1\nb: \ud800", [2], "U+D800"),
        ("? [a, b]\n: c", [1], "where a key was expected"),
        ("a: 1\n7: b", [2], "expected a word as key, found 7"),
        ("a: 1\n? \n: b", [2], "expected a word as key, found nothing"),
        ("no: 1", [1], "write 'no' in quotes"),
    ],
)
def test_what_yaml_allows_and_we_do_not_is_named_with_its_lines(text: str, lines: list[int], word: str) -> None:
    problems = problems_of(text)
    assert [line for line, _ in problems] == lines
    assert word in " ".join(message for _, message in problems)


def test_all_problems_come_at_once_and_the_message_counts_them() -> None:
    with pytest.raises(Invalid) as caught:
        load_strict("a: yes\nb: 012\nb: 1\n", where="ferry.yaml")
    assert caught.value.where == "ferry.yaml:1"
    assert caught.value.message.endswith("(and 2 more problems)")


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: [1", 1), ("a: b: c", 1), ("a:\n  - b\n c: d", 3), ("a: @x", 1), ('a: 1\nb: "\\q"', 2), ("a: *", 1)],
)
def test_what_is_not_yaml_is_unreadable_at_its_line(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as caught:
        load_strict(text, where="ferry.yaml")
    assert caught.value.where == f"ferry.yaml:{line}"
    assert caught.value.message.startswith("expected YAML; ")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_without_end_is_unreadable_and_not_a_crash(opening: str) -> None:
    with pytest.raises(Unreadable):
        load_strict(opening * 5000, where="ferry.yaml")


def test_fifty_levels_are_allowed() -> None:
    assert value_of("[" * 50 + "]" * 50)
    with pytest.raises(Unreadable, match="at most 50"):
        value_of("[" * 51 + "]" * 51)


@pytest.mark.parametrize("text", ["", "# only a remark\n", "---\n", "\ufeff"])
def test_an_empty_document_is_none(text: str) -> None:
    assert value_of(text) is None


def test_every_key_and_item_knows_its_line() -> None:
    text = "\n# the ferry\ncase: ferry\nactors:\n  - id: quay\n    role: party\n\n  - {id: dock,\n     role: party}\n"
    located = load_strict(text, where="ferry.yaml")
    assert located.line_of(("case",)) == 3
    assert located.line_of(("actors",)) == 4
    assert located.line_of(("actors", 0)) == 5
    assert located.line_of(("actors", 0, "role")) == 6
    assert located.line_of(("actors", 1, "role")) == 9
    assert located.where_of(("actors", 1, "id")) == "ferry.yaml:8"


def test_a_missing_key_has_the_line_of_what_should_hold_it() -> None:
    located = load_strict("case: ferry\nactors:\n  - id: quay\n", where="ferry.yaml")
    assert located.line_of(("actors", 0, "name", "ar")) == 3
    assert located.line_of(("issues",)) == located.line_of(()) == 1


def test_front_matter_counts_its_lines_from_where_it_stands_in_the_file() -> None:
    assert load_strict("title: x\nday: y2\n", where="r.md", first_line=2).line_of(("day",)) == 3
    with pytest.raises(Problems) as problems:
        load_strict("title: x\nday: no\n", where="r.md", first_line=2)
    assert problems.value.where == "r.md:3"
    with pytest.raises(Unreadable) as unreadable:
        load_strict("title: x: y\n", where="r.md", first_line=2)
    assert unreadable.value.where == "r.md:2"


LETTERS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), max_size=12)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | LETTERS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3),
    max_leaves=8,
)


@given(PLAIN, st.sampled_from([None, 1]))
def test_what_json_writes_is_read_back_unchanged_and_every_line_is_in_the_text(
    value: object, indent: int | None
) -> None:
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    located = load_strict(written, where="x.yaml")
    assert located.value == value
    assert all(1 <= line <= written.count("\n") + 1 for line in located._lines.values())  # noqa: SLF001 - all lines at once


@given(st.text(alphabet=st.sampled_from("ab:-[]{}&*!|>'\"%@`?,# \n\tyno01.\u200fد"), max_size=40))
def test_any_text_is_a_value_or_one_of_our_errors_with_a_place(text: str) -> None:
    place = "x.yaml:1"
    try:
        load_strict(text, where="x.yaml")
    except TaqribError as error:
        place = error.where or ""
    assert place.startswith("x.yaml:")
    assert 1 <= int(place.removeprefix("x.yaml:")) <= text.count("\n") + 1

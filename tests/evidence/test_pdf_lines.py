from __future__ import annotations

from taqrib.evidence.pdf_lines import Line, lines_by_pdftohtml, lines_by_pdftotext, paragraphs


def line(words: str, top: float, *, left: float = 0, page: int = 0, height: float = 10) -> Line:
    """A line in a type whose letters are five wide."""
    parts = words.split()
    return Line(page, left, left + 5 * len(words), top, top + height, words, 5 * len(parts[0]), 5 * len(parts[-1]))


def test_full_lines_of_running_text_are_one_paragraph() -> None:
    lines = [line("the bridge opens when", 0), line("both banks have signed", 12), line("the paper.", 24)]
    assert paragraphs(lines) == ["the bridge opens when both banks have signed the paper."]


def test_a_line_with_room_for_the_next_word_ends_a_paragraph() -> None:
    lines = [
        line("The bridge opens if both sign.", 0),
        line("Nobody spoke.", 12),
        line("The mediator left the lake at dusk and", 24),
    ]
    assert len(paragraphs(lines)) == 3


def test_a_greater_distance_ends_a_paragraph() -> None:
    lines = [line("one bridge one bridge", y) for y in (0, 12, 24)] + [
        line("two boats and two tow", y) for y in (46, 58)
    ]
    assert [text[:3] for text in paragraphs(lines)] == ["one", "two"]


def test_another_size_of_type_ends_a_paragraph() -> None:
    assert len(paragraphs([line("Old bridge to open", 0, height=24), line("The mediator said so", 26)])) == 2


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page_but_a_finished_one_does_not() -> None:
    column = [line("the bridge opens when", 0), line("both banks have signed", 12)]
    beside = [line("the paper in the port", 0, left=300), line("of the lake. We leave.", 12, left=300)]
    overleaf = [line("Then they all left us", 0, page=1), line("and the lake was quiet", 12, page=1)]
    assert paragraphs([*column, *beside, *overleaf]) == [
        "the bridge opens when both banks have signed the paper in the port of the lake. We leave.",
        "Then they all left us and the lake was quiet",
    ]


def test_a_hyphen_at_the_end_of_a_line_stays_and_takes_no_space() -> None:
    assert paragraphs([line("the envoy of the lake-", 0), line("side towns and ports..", 12)]) == [
        "the envoy of the lake-side towns and ports.."
    ]


def test_no_lines_make_no_paragraph() -> None:
    assert paragraphs([]) == []


BBOX = """<html xmlns="http://www.w3.org/1999/xhtml"><body><doc><page><flow><block>
<line xMin="0" yMin="0" xMax="90" yMax="10"><word xMin="0" yMin="0" xMax="20" yMax="10">،</word>
<word xMin="20.2" yMin="0" xMax="40" yMax="10">2021</word>
<word xMin="44" yMin="0" xMax="60" yMax="10">\u202bرايأ\u202c</word>
<word xMin="61" yMin="0" xMax="62" yMax="10">\u064b</word><word xMin="80" yMin="0" xMax="90" yMax="10">3</word></line>
<line xMin="0" yMin="20" xMax="1" yMax="20"><word xMin="0" yMin="20" xMax="1" yMax="20">x</word></line>
</block></flow></page></doc></body></html>"""


def test_words_without_room_between_them_are_one_and_far_ones_are_cells() -> None:
    (found,) = lines_by_pdftotext(BBOX)
    assert found.words == "،2021 رايأ\t3"
    assert paragraphs([found]) == ["3\tأيار 2021،"]


def test_pieces_of_a_row_that_are_drawn_apart_are_one_line() -> None:
    xml = """<pdf2xml><page><text top="0" left="50" width="40" height="10">\u202bريم\u202c</text>
    <text top="1" left="10" width="38" height="10"><b>لا</b>ق</text>
    <text top="20" left="10" width="30" height="10">x</text></page></pdf2xml>"""
    assert [found.words for found in lines_by_pdftohtml(xml)] == ["لاق ريم", "x"]

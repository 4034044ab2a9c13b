"""Pictures of a frontier: two parties in one panel, more in a matrix of panels; SVG or PNG, English or Arabic.

No colour or place ranks a party: points have one colour, solutions differ by shape, and axes run the same way for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from taqrib.errors import Invalid
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.packages.utilities.frontier import Frontier
    from taqrib.packages.utilities.solutions import Solutions

MOST_DRAWN = 5000
"""A picture with more points shows no more; the points that a solution singles out are always drawn."""

KINDS = ("nash", "kalai_smorodinsky", "egalitarian", "leximin", "utilitarian")
SHAPES = ("diamond", "triangle-up", "square", "triangle-down", "cross")
INK, LINE = "#3b4a54", "#b4532a"
PANEL = 300


def frontier_plot(
    found: Frontier,
    answers: Solutions | None = None,
    *,
    ending: str = ".svg",
    language: Literal["en", "ar"] = "en",
) -> bytes:
    """A picture of ``found``, with the solutions in ``answers`` and the disagreement point if given.

    :param ending: ``.svg`` or ``.png``.
    :param language: of the words in the picture; names stay as they are.
    :raises Invalid: for one party, which has no frontier to draw, or another ending.
    """
    if ending not in {".svg", ".png"}:
        raise Invalid(f"expected a picture's name to end in .svg or .png, found {ending!r}")
    if len(found.parties) < 2:
        raise Invalid("expected two parties or more to draw a frontier, found one")
    import vl_convert  # noqa: PLC0415 - its engine takes a moment to load, and few commands draw

    chart = _chart(found, answers, load("bargaining")[language]).to_dict()
    if ending == ".png":
        return bytes(vl_convert.vegalite_to_png(chart, scale=2))
    return str(vl_convert.vegalite_to_svg(chart)).encode()


def _chart(found: Frontier, answers: Solutions | None, words: dict[str, str]) -> Any:  # noqa: ANN401 - altair's own types
    import altair as alt  # noqa: PLC0415 - half a second, and few commands draw

    rows = _rows(found, answers, words)
    count = len(found.parties)
    names = [words["frontier"], *(words[kind] for kind in KINDS), words["disagreement"]]
    present = [name for name in names if any(row["kind"] == name for row in rows)]
    shapes = dict(zip(names, ("circle", *SHAPES, "stroke"), strict=True))

    def panel(across: int, up: int) -> Any:  # noqa: ANN401 - altair's own types
        def axis(party: int) -> dict[str, Any]:
            return {"title": words["utility"].format(party=found.parties[party]), "scale": alt.Scale(zero=False)}

        kind = alt.Shape(
            "kind:N",
            scale=alt.Scale(domain=present, range=[shapes[name] for name in present]),
            legend=alt.Legend(title=None, orient="bottom", columns=4),
        )
        return (
            alt.Chart(alt.InlineData(values=rows))
            .mark_point(filled=False, strokeWidth=1.6)
            .encode(
                x=alt.X(f"u{across}:Q", **axis(across)),
                y=alt.Y(f"u{up}:Q", **axis(up)),
                shape=kind,
                size=alt.condition(f"datum.kind == {names[0]!r}", alt.value(14), alt.value(130)),
                color=alt.condition(f"datum.kind == {names[0]!r}", alt.value(INK), alt.value(LINE)),
            )
            .properties(width=PANEL, height=PANEL)
        )

    panels = [[panel(across, up) for across in range(up)] for up in range(1, count)]
    return alt.vconcat(*(alt.hconcat(*row) for row in panels)) if count > 2 else panels[0][0]


def _rows(found: Frontier, answers: Solutions | None, words: dict[str, str]) -> list[dict[str, Any]]:
    """What is drawn: points first, so that what is singled out lies on top."""
    utilities = found.utilities
    step = -(-len(found) // MOST_DRAWN)
    rows = [_row(utilities[point].tolist(), words["frontier"]) for point in range(0, len(found), step)]
    if answers:
        rows += [_row(utilities[point].tolist(), words[kind]) for kind in KINDS for point in getattr(answers, kind)]
        rows.append(_row([float(value) for value in answers.disagreement], words["disagreement"]))
    return rows


def _row(utilities: list[float], kind: str) -> dict[str, Any]:
    return {**{f"u{party}": value for party, value in enumerate(utilities)}, "kind": kind}

"""Numbers as exact fractions: what a file or a caller writes is taken as it is written, never rounded."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import isfinite
from numbers import Rational

from taqrib.errors import Invalid

Number = Rational | Decimal | float | str
"""What counts as a number: an int or Fraction, a Decimal, a float (taken as the dyadic fraction it is), or text."""

LONGEST = 324
"""A number of more digits or a larger exponent is a mistake: sums would crawl, and no float could show it. The least
that a float shows is 5e-324."""


def exact(number: Number, *, what: str, where: str | None = None) -> Fraction:
    """``number`` as a fraction: ``"0.1"`` is one tenth, the float ``0.1`` the dyadic fraction nearest to it.

    :param what: the name of the number, for the message.
    :raises Invalid: if it is no number, not finite, or has an absurd exponent.
    """
    problem = f"expected {what} to be a finite number, found {str(number)[:40]!r}; correct it"
    if isinstance(number, str):
        try:
            number = Fraction(number) if "/" in number else Decimal(number.strip())
        except (InvalidOperation, ValueError, ZeroDivisionError):
            raise Invalid(problem, where=where) from None
    if isinstance(number, bool):
        raise Invalid(problem, where=where)
    if isinstance(number, Decimal):
        if not number.is_finite() or abs(number.adjusted()) > LONGEST or len(number.as_tuple().digits) > LONGEST:
            raise Invalid(problem, where=where)
        return Fraction(number)
    try:
        # numpy's scalars are floats or know as_integer_ratio or their index, as Python's do
        if isinstance(number, Rational):
            return Fraction(int(number.numerator), int(number.denominator))
        if not isfinite(number):
            raise Invalid(problem, where=where)
        return Fraction(*float(number).as_integer_ratio())
    except TypeError:
        raise Invalid(problem, where=where) from None


def shown(number: Fraction) -> str:
    """``number`` as text that reads back as itself: a decimal where one of at most 30 places will do, or a fraction."""
    if number.denominator == 1:
        return str(number.numerator)
    rest, places = number.denominator, 0
    for prime in (2, 5):
        times = 0
        while rest % prime == 0:
            rest //= prime
            times += 1
        places = max(places, times)
    if rest != 1 or places > 30:
        return str(number)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    return f"{'-' if number < 0 else ''}{digits[:-places]}.{digits[-places:]}"

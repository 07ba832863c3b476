"""The picture of who wins at which weight: one bar for each part, drawn as SVG; letters tell the bids, not colours."""

from fractions import Fraction
from html import escape

from advisor.wizard.bench import Bench
from criteria.prose import N_, PerCent
from criteria.scoring.bench import Sweep
from criteria.scoring.exact import decimal

WIDTH, LEFT, BAR, ROW, TOP = 340, 10, 20, 48, 2
_REACH = WIDTH - 2 * LEFT
_SHADES = ("0", ".22", ".08", ".34", ".15", ".28")
_FONT = "Source Sans 3, Source Sans 3 Variable, sans-serif"
_LONGEST, _NARROWEST = 48, 4


def sweep_picture(bench: Bench) -> str:
    """Draw the sweeps of a bench; takes the colour of the text around it, or black as a picture of its own."""
    height = TOP + ROW * len(bench.sweeps) + 14
    rows = "".join(_row(bench, one, TOP + number * ROW) for number, one in enumerate(bench.sweeps))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="{_FONT}" font-size="12" '
        f'fill="currentColor" role="img" aria-label="{escape(described(bench))}">{rows}{_axis(bench, height)}</svg>'
    )


def described(bench: Bench) -> str:
    """What the picture shows, for those who do not see it; the table beside it has the numbers."""
    return bench.board.language.gettext(N_("Which bid comes first at which weight. The table below says the same in numbers."))


def key(bench: Bench) -> str:
    """Which letter is which bid."""
    return " · ".join(f"{bench.letters[bid.id]} = {bench.names[bid.id]}" for bid in bench.evaluation.bids)


def rows(bench: Bench) -> list[tuple[str, str, str, str]]:
    """The same in numbers: part, weight now, stretches of weights with who comes first, what changes the winner."""
    language = bench.board.language
    return [
        (
            bench.names[one.part], _percent(bench, one.weight),
            language.apart(
                language.gettext(
                    N_("%(name)s: %(text)s"), name=f"{_percent(bench, part.start)}\u2013{_percent(bench, part.end)}",
                    text=language.listed([bench.names[name] for name in part.first]),
                )
                for part in one.stretches
            ),
            bench.turning(one),
        )
        for one in bench.sweeps
    ]


def _percent(bench: Bench, value: Fraction) -> str:
    return bench.board.language.show(PerCent(decimal(value, 1)))


def _row(bench: Bench, sweep: Sweep, top: int) -> str:
    name = bench.names[sweep.part]
    short = name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
    letters = list(bench.letters)
    parts = []
    for one in sweep.stretches:
        start, end = _across(one.start), _across(one.end)
        shade = _SHADES[letters.index(one.first[0]) % len(_SHADES)] if one.first else "0"
        parts.append(
            f'<rect x="{start:.1f}" y="{top + 18}" width="{end - start:.1f}" height="{BAR}" fill-opacity="{shade}" stroke="currentColor" stroke-width=".8"/>'
        )
        if one.end - one.start >= _NARROWEST:
            text = "+".join(bench.letters[bid] for bid in one.first)
            parts.append(f'<text x="{(start + end) / 2:.1f}" y="{top + 32}" text-anchor="middle" font-weight="600">{escape(text)}</text>')
    at = _across(sweep.weight)
    now = f'<path d="M{at:.1f} {top + 18} v{BAR} m-4 5 l4 -5 l4 5 z" stroke="currentColor" stroke-width="1.6"/>'
    told = bench.board.language.gettext(N_("%(name)s: %(text)s"), name=short, text=_percent(bench, sweep.weight))
    return f'<text x="{LEFT}" y="{top + 12}">{escape(told)}</text>{"".join(parts)}{now}'


def _across(weight: Fraction) -> float:
    return LEFT + float(weight) / 100 * _REACH


def _axis(bench: Bench, height: int) -> str:
    marks = ((Fraction(0), "start"), (Fraction(50), "middle"), (Fraction(100), "end"))
    return "".join(
        f'<text x="{_across(at):.0f}" y="{height - 4}" text-anchor="{anchor}" font-size="10">{escape(_percent(bench, at))}</text>' for at, anchor in marks
    )

"""A chart as SVG: each name above its bar, so that no name is too long, and it can be read on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from expert.publishing.document import Chart, Stripe

_WIDTH, _ROW, _BAR, _MARGIN, _FONT = 480, 42, 16, 4, 13
#: What a bar of full length leaves for its figure.
_FIGURE = 110
_TEXT, _FRAME = "#1a1a1a", "#4b5563"


def render(chart: Chart) -> str:
    """The drawing, to stand in a page: bars to one scale, each with its figure and share in words."""
    legend = _ROW if chart.legend else 0
    height = _MARGIN * 2 + legend + _ROW * len(chart.stripes)
    most = max((stripe.size for stripe in chart.stripes), default=0) or 1
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(chart.caption)}" '
        f'font-family="system-ui, sans-serif" font-size="{_FONT}" fill="{_TEXT}">'
    ]
    parts += _legend(chart)
    for number, stripe in enumerate(chart.stripes):
        parts += _stripe(stripe, _MARGIN + legend + number * _ROW, (_WIDTH - _FIGURE) / most, chart.of)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _legend(chart: Chart) -> Iterator[str]:
    """The colours in words."""
    left = _MARGIN
    for name, colour in chart.legend:
        yield _box(left, _MARGIN, _BAR, colour)
        yield _words(left + _BAR + 6, _MARGIN + _FONT, name)
        left += _BAR + 24 + 8 * len(name)


def _stripe(stripe: Stripe, top: float, scale: float, of: int) -> Iterator[str]:
    """A name, and its bar with the figure behind it."""
    yield _words(_MARGIN, top + _FONT, stripe.name)
    left = float(_MARGIN)
    for name, size, colour in stripe.parts:
        if size:
            yield f"<g>\n<title>{escape(name)}: {size:,}</title>"
            yield _box(left, top + _FONT + 5, size * scale, colour)
            yield "</g>"
            left += size * scale
    share = f" ({100 * stripe.size / of:.0f} %)" if of else ""
    yield _words(left + 6, top + _FONT + 5 + _FONT, f"{stripe.size:,}{share}")


def _box(left: float, top: float, width: float, colour: str) -> str:
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{_BAR}" fill="{escape(colour)}" '
        f'stroke="{_FRAME}"/>'
    )


def _words(left: float, top: float, text: str) -> str:
    return f'<text x="{left:.1f}" y="{top:.1f}">{escape(text)}</text>'

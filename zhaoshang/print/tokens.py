"""The colours of a place as CSS custom properties, the same ones its drawings use."""

from __future__ import annotations

from zhaoshang.graphics.palette import Palette, Tone, mix
from zhaoshang.print.document import Variant
from zhaoshang.print.inks import inks

_TOKENS = (
    Tone.INK,
    Tone.MUTED,
    Tone.RULE,
    Tone.TINT,
    Tone.TINT_DEEP,
    Tone.ACCENT,
    Tone.ON_ACCENT,
    Tone.SIGNAL,
    Tone.SIGNAL_TINT,
)

_BLACK = {
    Tone.INK: "device-cmyk(0 0 0 1)",
    Tone.MUTED: "device-cmyk(0 0 0 .62)",
    Tone.RULE: "device-cmyk(0 0 0 .22)",
}


def tokens(palette: Palette, *, variant: Variant) -> str:
    """The rule that gives `base.css` its colours: `--ink`, `--muted`, `--accent`… as the palette has them.

    At a printer's all are inks, and the text is set in black alone: mixed of four plates it shows every fault of
    register.
    """
    colours = {str(tone): palette[tone] for tone in _TOKENS}
    colours["deep"] = mix(palette[Tone.ACCENT], palette[Tone.INK], 45)
    if variant is Variant.PRINT_SHOP:
        colours = {name: inks(colour) for name, colour in colours.items()}
        colours |= {str(tone): colour for tone, colour in _BLACK.items()}
    return ":root {" + "; ".join(f"--{name}: {colour}" for name, colour in colours.items()) + "}"


def black(palette: Palette) -> Palette:
    """The same for drawings: their words and lines in black alone."""
    return Palette({**palette.colours, **_BLACK})

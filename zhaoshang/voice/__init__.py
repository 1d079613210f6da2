"""One language's way of saying the values of the trade, shared by pages and guides."""

from zhaoshang.voice.voice import Linker, Voice

__all__ = ["Linker", "Voice"]

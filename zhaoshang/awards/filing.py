"""When one may apply, in words: the window itself, and how it stands on a day."""

from __future__ import annotations

from collections.abc import Iterator

from zhaoshang.awards.speaker import Speaker
from zhaoshang.awards.speech import say_label
from zhaoshang.awards.terms import Terms
from zhaoshang.awards.window import Clock, Season, Window
from zhaoshang.values import Period, Quantity, Unit, show_date, show_day_of_year, show_period

DAY = Unit.of("day")


def describe_window(window: Window, terms: Terms, language: str) -> str:
    """`1 March to 30 April each year`, `All year round`, `Within 90 days of start of production`."""
    words = say_window(Speaker.of(language, terms), window)
    return words[:1].upper() + words[1:]


def describe_clock(clock: Clock, language: str) -> str:
    """`opens in 101 days`, `open, closes tomorrow`; empty where it depends on an event."""
    speaker = Speaker.of(language, Terms())
    if clock.day is None or clock.days is None:
        return speaker.say("clock", clock.opening.value)
    key = {0: "today", 1: "tomorrow"}.get(clock.days, "days")
    days = speaker.figure(Quantity.exactly(clock.days, DAY))
    return speaker.say("clock", f"{clock.opening.value}_{key}", days=days)


def describe_next(clock: Clock, language: str) -> str:
    """As `describe_clock` for what is read later than it is written: `next from 1 March 2027`, `open until …`."""
    if clock.day is None:
        return describe_clock(clock, language)
    day = show_date(clock.day, language)
    return Speaker.of(language, Terms()).say("clock", f"{clock.opening.value}_day", day=day)


def say_window(speaker: Speaker, window: Window) -> str:
    """The parts of a window, one after the other."""
    return speaker.listed(_parts(speaker, window))


def _parts(speaker: Speaker, window: Window) -> Iterator[str]:
    if window.always:
        yield speaker.say("window", "always")
    if window.opens or window.closes:
        yield show_period(Period(window.opens, window.closes), speaker.language)
    if window.yearly:
        seasons = speaker.listed((_season(speaker, one) for one in window.yearly), "and")
        yield speaker.say("window", "yearly", seasons=seasons)
    if window.within and window.after:
        after = say_label(speaker, window.after, speaker.vocabulary.milestones)
        yield speaker.say("window", "within", within=speaker.figure(window.within), after=after)
    if window.note:
        yield speaker.text(window.note)


def _season(speaker: Speaker, season: Season) -> str:
    opens, closes = (
        show_day_of_year(end.month, end.day, speaker.language) for end in (season.opens, season.closes)
    )
    return speaker.say("window", "season", opens=opens, closes=closes)

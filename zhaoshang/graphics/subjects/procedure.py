"""A procedure as a timeline of working days."""

from __future__ import annotations

from zhaoshang.domain.procedure import Procedure
from zhaoshang.domain.schedule import Scheduled, schedule
from zhaoshang.graphics.canvas import Canvas, Graphic, Heading
from zhaoshang.graphics.timeline import Timeline, TimelineStep, draw_timeline
from zhaoshang.voice import Voice


def draw_procedure(procedure: Procedure, voice: Voice, canvas: Canvas) -> Graphic:
    """Every step on the axis of working days, parallel steps side by side."""
    words = voice.words
    columns = words["drawing"]["procedure_columns"]
    laid = schedule(procedure)
    title = words.at("drawing.procedure_title").format(title=voice.plain(procedure.title))
    return draw_timeline(
        Timeline(
            heading=Heading(title),
            steps=tuple(_step(scheduled, voice) for scheduled in laid.steps),
            unit=words.at("drawing.days"),
            total=voice.working_days(laid.days) if laid.days_stated else "",
            columns=(columns["name"], columns["office"], columns["days"]),
        ),
        canvas,
    )


def _step(scheduled: Scheduled, voice: Voice) -> TimelineStep:
    step, words = scheduled.step, voice.words
    shown = voice.show(step.time) if step.time is not None else words.at("print.no_time")
    return TimelineStep(
        name=voice.plain(step.name),
        start=scheduled.start,
        days=scheduled.days,
        shown=words.at("drawing.at_once") if scheduled.on_the_spot else shown,
        note=voice.plain(step.office),
    )

"""What a clause pays: typed YAML → Program → Answer, with the words, tables and examples made from the same types."""

from zhaoshang.awards.answer import Answer, Instalment, Step, Sum, Year
from zhaoshang.awards.answer import Kind as AnswerKind
from zhaoshang.awards.award import Award, Rule
from zhaoshang.awards.compiling.compiler import compile_award
from zhaoshang.awards.compiling.draft import Unfit
from zhaoshang.awards.entry import read_entry
from zhaoshang.awards.example import Example, examples
from zhaoshang.awards.filing import describe_clock, describe_next, describe_window
from zhaoshang.awards.interpreter import evaluate
from zhaoshang.awards.lint import lint, lint_terms
from zhaoshang.awards.measure import Kind, Measure
from zhaoshang.awards.program import Input, Note, Program
from zhaoshang.awards.result import say_answer, say_sum, say_trace
from zhaoshang.awards.sentence import describe, describe_briefly, describe_rule, describe_terms
from zhaoshang.awards.table import TierTable, table
from zhaoshang.awards.terms import Terms
from zhaoshang.awards.threshold import Threshold, describe_threshold, pays_money, thresholds
from zhaoshang.awards.together import Figure, Group, Placed, combine, groups
from zhaoshang.awards.vocabulary import Vocabulary
from zhaoshang.awards.window import Clock, Opening, Season, Window


def inputs(award: Award, terms: Terms) -> tuple[Input, ...]:
    """What must be asked to know what an award pays, in the order in which it is needed."""
    return compile_award(award, terms).inputs


__all__ = [
    "Answer",
    "AnswerKind",
    "Award",
    "Clock",
    "Example",
    "Figure",
    "Group",
    "Input",
    "Instalment",
    "Kind",
    "Measure",
    "Note",
    "Opening",
    "Placed",
    "Program",
    "Rule",
    "Season",
    "Step",
    "Sum",
    "Terms",
    "Threshold",
    "TierTable",
    "Unfit",
    "Vocabulary",
    "Window",
    "Year",
    "combine",
    "compile_award",
    "describe",
    "describe_briefly",
    "describe_clock",
    "describe_next",
    "describe_rule",
    "describe_terms",
    "describe_threshold",
    "describe_window",
    "evaluate",
    "examples",
    "groups",
    "inputs",
    "lint",
    "lint_terms",
    "pays_money",
    "read_entry",
    "say_answer",
    "say_sum",
    "say_trace",
    "table",
    "thresholds",
]

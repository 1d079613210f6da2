"""What a clause pays: typed YAML → Program → Answer, with the words, tables and examples made from the same types."""

from zhaoshang.awards.award import Award
from zhaoshang.awards.terms import Terms

__all__ = ["Award", "Terms"]

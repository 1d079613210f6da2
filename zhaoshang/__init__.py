"""Compiles an investment bureau's Markdown and YAML into a bilingual website and PDF guides."""

__version__ = "0.1.0"

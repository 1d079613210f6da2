"""Compiles an investment bureau's Markdown and YAML into a bilingual website and PDF guides."""

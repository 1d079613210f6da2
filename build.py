"""Builds the site and the guides of this project: `python build.py --help`."""

from pathlib import Path

from zhaoshang.cli import main

if __name__ == "__main__":
    main(root=Path(__file__).resolve().parent)

"""How long it takes to read and to say ten thousand figures. Run: python -m benchmarks.bench_quantities"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import perf_counter

from zhaoshang.values import Quantity, show

SPELLINGS = (
    "9.7亿元",
    "2～3亿元",
    "约30亿元",
    "1000人以上",
    "30余家",
    "652亩",
    "12元/平方米·月",
    "0.65元/千瓦时",
    "30万元/亩",
    "5%—20%",
    "千分之三",
    "三千万元",
    "5个工作日",
    "50万千瓦",
    "US$ 20 million",
    "RMB 12/m² per month",
)
HOW_MANY = 10_000


def main() -> None:
    """Prints seconds for each task, and what loading the tables of units and words costs once."""
    texts = [SPELLINGS[index % len(SPELLINGS)] for index in range(HOW_MANY)]
    _say(
        "load the tables", lambda: [show(Quantity.parse(SPELLINGS[0]), language) for language in ("zh", "en")]
    )
    _say(f"read {HOW_MANY}", lambda: [Quantity.parse(text) for text in texts])
    quantities = [Quantity.parse(text) for text in texts]
    for language in ("zh", "en"):
        _say(
            f"say {HOW_MANY} in {language}",
            lambda language=language: [show(each, language) for each in quantities],
        )


def _say(task: str, run: Callable[[], object]) -> None:
    start = perf_counter()
    run()
    sys.stdout.write(f"{task:>20}  {perf_counter() - start:.3f} s\n")


if __name__ == "__main__":
    main()

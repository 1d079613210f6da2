"""Awards and inputs made by chance: every construct of the vocabulary, alone and nested."""

from __future__ import annotations

from random import Random
from typing import Any

from zhaoshang.awards import Award, Input, Program, Terms, Unfit, compile_award

SUMS = ["fixed-investment", "equipment-investment", "rent", "revenue", "foreign-capital", "research"]
MONEY_BASES = [*SUMS, "interest", "total-investment"]
FLAGS = ["high-tech", "listed", "fortune-500", "green-factory"]
RANKS = ["national", "provincial", "city"]
MILESTONES = ["signing", "construction-start", "production-start", "full-capacity"]


class Maker:
    """Makes the YAML of awards, as plain dictionaries of strings. The same seed makes the same award."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def pick(self, *ways: Any) -> Any:
        way = self.chance.choice(ways)
        return way() if callable(way) else way

    def maybe(self, likelihood: float) -> bool:
        return self.chance.random() < likelihood

    def terms(self) -> dict[str, Any]:
        terms: dict[str, Any] = {}
        if self.maybe(0.8):
            terms["bounds"] = {"above": self.side(), "below": self.side()}
        if self.maybe(0.8):
            terms["exchange_day"] = "arrival"
        if self.maybe(0.15):
            terms["payout"] = self.payout()
        if self.maybe(0.1):
            terms["cap"] = {"firm": {"amount": self.money(100, 900), "span": "total"}}
        return terms

    def side(self) -> str:
        return self.chance.choice(["inclusive", "exclusive"])

    def money(self, low: int, high: int) -> str:
        decimals = self.pick("", "", f".{self.chance.randint(1, 99):02}")
        return f"{self.chance.randint(low, high)}{decimals}万元"

    def rate(self) -> str:
        return self.pick(
            lambda: f"{self.chance.randint(1, 30)}%", lambda: f"{self.chance.randint(1, 90)}‰",
            lambda: f"0.{self.chance.randint(1, 99):02}%",
            lambda: f"{self.chance.randint(1, 4)}%—{self.chance.randint(5, 20)}%",
            lambda: f"不超过{self.chance.randint(1, 20)}%", lambda: f"不低于{self.chance.randint(1, 20)}%",
        ) if self.maybe(0.35) else f"{self.chance.randint(1, 20)}%"  # fmt: skip

    def sum(self) -> str:
        if self.maybe(0.7):
            return self.money(1, 300)
        return self.pick(
            lambda: f"{self.chance.randint(1, 40)}～{self.chance.randint(41, 90)}万元",
            lambda: f"不超过{self.money(1, 300)}", lambda: f"不低于{self.money(1, 300)}", "case_by_case", "unstated",
        )  # fmt: skip

    def base(self, depth: int = 0) -> Any:
        if depth > 1 or self.maybe(0.6):
            return self.chance.choice(MONEY_BASES)
        one, other = (self.base(depth + 1) for _ in range(2))
        return self.pick(
            {"growth": self.chance.choice(["revenue", "research", "interest"])},
            {"sum": [one, other]}, {"least": [one, self.money(50, 5000)]}, {"greatest": [one, other]},
            {"difference": [one, other]}, {"measure": self.chance.choice(MONEY_BASES), "over": self.money(100, 2000)},
            {"measure": self.chance.choice(SUMS[:2]), "first": self.money(100, 2000)},
            {"measure": self.chance.choice(MONEY_BASES), "share": "60%"}, {"product": [one, "lpr"]}, {"award": "article-9"},
        )  # fmt: skip

    def bounds(self, count: int) -> list[str]:
        return [f"{value}万元" for value in sorted(self.chance.sample(range(100, 20000, 50), count))]

    def lower(self, bound: str) -> str:
        return self.pick(bound, bound, f"超过{bound}", f"{bound}（含）", f"{bound}以上")

    def upper(self, bound: str) -> str:
        return self.pick(bound, bound, f"不满{bound}", f"{bound}（不含）", f"不超过{bound}")

    def tiers(self, depth: int, of: str) -> dict[str, Any]:
        count = self.chance.randint(2, 4)
        bounds = self.bounds(count)
        rates = self.maybe(0.6)
        tiers = []
        for index, bound in enumerate(bounds):
            tier: dict[str, Any] = {"from": self.lower(bound)}
            if index + 1 < count and self.maybe(0.95):
                tier["to"] = self.upper(bounds[index + 1])
            tier |= {"pay": self.rate()} if rates else self.source(depth + 1)
            if self.maybe(0.2):
                tier["cap"] = self.money(50, 800)
            tiers.append(tier)
        if not rates and self.maybe(0.2):
            tiers.append({"when": self.test(1), "pay": self.sum()})
        return {"of": of, "tiers": tiers} | (
            {"mode": self.pick("whole", "slice")} if rates and self.maybe(0.8) else {}
        )

    def leaf(self) -> dict[str, Any]:
        if self.maybe(0.1):
            return {
                "pay": self.money(1, 300),
                "amount_is": self.pick("up_to", "at_least", "negotiated", "exact"),
            }
        return self.pick(
            lambda: {"pay": self.sum()},
            lambda: {"of": self.base(), "pay": self.rate()},
            lambda: {"of": self.chance.choice(SUMS), "pay": self.rate()},
            lambda: {"of": self.pick("purchased-area", "leased-area"), "pay": f"{self.chance.randint(1, 400)}元/平方米"},
            lambda: {"of": "talents", "pay": self.per("人"), "cap": {"item": f"{self.chance.randint(1, 20)}人"}},
            lambda: {"of": "land-area", "pay": self.per("亩")},
            self.stepped,
            lambda: {"pay": {"in_kind": {"zh": "提供厂房", "en": "a plant"}}},
        )  # fmt: skip

    def per(self, unit: str) -> str:
        return f"{self.chance.randint(1, 9)}万元/{unit}"

    def stepped(self) -> dict[str, Any]:
        each = {
            "of": self.chance.choice(SUMS[:3]),
            "pay": self.money(1, 9),
            "each": f"{self.chance.randint(1, 9)}00万元",
        }
        return each | ({"part": self.pick("ignored", "proportional", "full")} if self.maybe(0.8) else {})

    def source(self, depth: int = 0) -> dict[str, Any]:
        if depth > 1 or self.maybe(0.4):
            return self.leaf()
        return self.pick(
            lambda: self.tiers(depth, self.chance.choice(SUMS)),
            lambda: {
                "by": "recognition",
                "ranks": {rank: self.source(depth + 1) for rank in RANKS[: self.chance.randint(1, 3)]},
            },
            lambda: {"components": [self.source(depth + 1) for _ in range(self.chance.randint(1, 3))]},
        )

    def test(self, depth: int = 0) -> Any:
        if depth > 1 or self.maybe(0.5):
            return self.pick(
                self.chance.choice(FLAGS), {self.chance.choice(FLAGS): "false"},
                {"fixed-investment": {"from": self.lower(self.money(100, 9000))}},
                {"jobs": {"from": f"{self.chance.randint(1, 300)}人（含）"}}, {"recognition": self.chance.sample(RANKS, 2)},
                {"signing-date": {"from": "2025-01-01", "to": "2026-12-31"}}, self.dense(),
            )  # fmt: skip
        tests = [self.test(depth + 1) for _ in range(self.chance.randint(2, 4))]
        return self.pick(
            {"all": tests},
            {"any": tests},
            {"none": tests},
            {"at_least": str(self.chance.randint(1, len(tests))), "of": tests},
        )

    def dense(self) -> dict[str, Any]:
        least = f"{self.chance.randint(50, 400)}万元/亩（含）"
        return {"is": {"ratio": ["fixed-investment", "land-area"]}, "from": least}

    def cap(self, *, years: bool) -> Any:
        limit = self.pick(
            self.money(50, 900), {"share": "30%", "of": self.chance.choice(["rent", "research"])}
        )
        caps = {
            self.pick("item", "project", "firm", "group"): limit
            if not isinstance(limit, str) or not years
            else {"amount": limit, "span": self.pick("year", "total")}
        }
        if self.maybe(0.5):
            caps["year"] = self.money(50, 500)
        if self.maybe(0.5):
            caps["total"] = self.money(100, 900)
        return self.pick(caps, caps, caps, self.money(50, 900), "uncapped")

    def payout(self) -> Any:
        return self.pick(
            "once", ["40%", "30%", "30%"], [{"share": "33.3%", "at": "signing"}, {"rest": "true"}],
            [{"sum": self.money(1, 40), "at": "signing"}, {"share": "20%"}, {"rest": "true", "at": "full-capacity"}],
            ["15%"] * 6 + ["10%"], ["50%", "40%"],
        )  # fmt: skip

    def award(self) -> dict[str, Any]:
        """One award."""
        years = self.maybe(0.35)
        if self.maybe(0.15):
            phases = [{"years": str(self.chance.randint(1, 3)), **self.source(1)} for _ in range(2)]
            award: dict[str, Any] = {"phases": phases}
            years = True
        else:
            award = self.source()
            if years:
                award["years"] = self.pick("2", "3", "5", {"up_to": "4"})
        if self.maybe(0.3):
            award["top_ups"] = [self.top_up() for _ in range(self.chance.randint(1, 2))]
        if self.maybe(0.4):
            award["when"] = self.test()
        if self.maybe(0.5):
            award["cap"] = self.cap(years=years)
        if self.maybe(0.4):
            award["payout"] = self.payout()
        if self.maybe(0.2):
            award["split"] = [{"share": "66.7%", "to": "introducer"}, {"share": "33.3%", "to": "village"}]
        if self.maybe(0.15):
            award["stacking"] = self.pick("less_received", "pay_difference", "highest_only")
        return award

    def top_up(self) -> dict[str, Any]:
        ways = self.pick(
            {"points": "2%"}, {"raise": "20%"}, {"raise": "12.5%"}, {"sum": "3.3万元"},
            {"points": "1.5个百分点"}, {"points": "1%—3%"}, {"raise": "不超过20%"}, {"sum": "1～2万元"},
        )  # fmt: skip
        return ways | ({"when": self.test(1)} if self.maybe(0.9) else {})

    def typed(self, given: Input) -> int:
        """A value for an input, as the whole number of the Program."""
        if given.entry == "flag":
            return self.chance.randint(0, 1)
        if given.entry == "choice":
            return self.chance.randrange(len(given.options))
        if given.entry == "date":
            return self.chance.randint(738000, 742000)
        if given.id == "years":
            return self.chance.randint(1, int(given.most))
        if given.id.startswith("received") and self.maybe(0.5):
            return 0
        digits = self.chance.randint(1, 11) if given.decimals else self.chance.randint(1, 4)
        value = self.chance.randint(0, 10**digits)
        return (
            max(1, value)
            if given.positive
            else value * 100 * self.chance.randint(0, 50)
            if self.maybe(0.3)
            else value
        )

    def inputs(self, program: Program) -> dict[str, int]:
        """Inputs for a Program; now and then one is missing."""
        given = {asked.id: self.typed(asked) for asked in program.inputs}
        if given and self.maybe(0.05):
            given.pop(self.chance.choice(sorted(given)))
        return given


def make(seed: int) -> tuple[Award, Terms, Program, Maker] | None:
    """A random award with its Program; None where chance put keys together that do not fit."""
    maker = Maker(seed)
    terms, award = Terms.model_validate(maker.terms()), Award.model_validate(maker.award())
    try:
        return award, terms, compile_award(award, terms, id=f"a-{seed}", document="d"), maker
    except Unfit:
        return None

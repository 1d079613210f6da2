"""The figures of a fictional county on a river, 31.0° N 108.0° E, in both languages, for every graphic."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from zhaoshang.graphics import (
    Bar,
    Bars,
    Bound,
    Canvas,
    Chain,
    Dial,
    DialNode,
    DotRow,
    Dots,
    Edge,
    Graphic,
    Heading,
    Lines,
    Link,
    Measure,
    Mode,
    Place,
    Route,
    Series,
    Share,
    Shares,
    Stage,
    Staircase,
    State,
    Stop,
    Timeline,
    TimelineStep,
    Tread,
    draw_bars,
    draw_chain,
    draw_dial,
    draw_dots,
    draw_lines,
    draw_route,
    draw_shares,
    draw_staircase,
    draw_timeline,
)

NODES = (
    ("重庆", "Chongqing", Mode.CITY, "29.563", "106.551", 252, 180),
    (
        "重庆江北国际机场",
        "Chongqing Jiangbei International Airport",
        Mode.AIRPORT,
        "29.719",
        "106.641",
        240,
        165,
    ),
    ("万州机场", "Wanzhou Airport", Mode.AIRPORT, "30.801", "108.433", 62, 48),
    ("新田港", "Xintian Port", Mode.PORT, "30.70", "108.40", 58, 50),
    ("万州北站", "Wanzhou North Station", Mode.STATION, "30.84", "108.36", 44, 38),
    ("宜昌", "Yichang", Mode.CITY, "30.69", "111.29", 330, 240),
    ("武汉", "Wuhan", Mode.CITY, "30.59", "114.30", 640, 420),
    ("西安", "Xi'an", Mode.CITY, "34.34", "108.94", 520, 390),
    ("成都", "Chengdu", Mode.CITY, "30.57", "104.07", 470, 330),
    ("钦州港", "Qinzhou Port", Mode.PORT, "21.72", "108.60", 1180, 840),
    ("上海港", "Port of Shanghai", Mode.PORT, "31.23", "121.47", 1850, 1260),
    ("磨憨口岸", "Mohan border crossing", Mode.BORDER, "21.19", "101.69", 1620, 1200),
    ("霍尔果斯口岸", "Khorgos border crossing", Mode.BORDER, "44.21", "80.42", 3900, 2760),
    ("达州", "Dazhou", Mode.CITY, "31.21", "107.47", 96, 75),
)
MODES = {
    "zh": (
        (Mode.CITY, "城市"),
        (Mode.PORT, "港口"),
        (Mode.AIRPORT, "机场"),
        (Mode.STATION, "车站"),
        (Mode.BORDER, "口岸"),
    ),
    "en": (
        (Mode.CITY, "City"),
        (Mode.PORT, "Port"),
        (Mode.AIRPORT, "Airport"),
        (Mode.STATION, "Station"),
        (Mode.BORDER, "Border crossing"),
    ),
}
HOME = Place(Decimal("31.0"), Decimal("108.0"))


def _says(language: str) -> Callable[[str, str], str]:
    return lambda zh, en: zh if language == "zh" else en


def dial(language: str, measure: Measure = Measure.KILOMETRES) -> Dial:
    t = _says(language)
    nodes = tuple(
        DialNode(
            name=t(zh, en),
            mode=mode,
            at=Place(Decimal(latitude), Decimal(longitude)),
            shown=t(f"{km} 公里 · {minutes} 分钟", f"{km} km · {minutes} min"),
            kilometres=km,
            minutes=minutes,
        )
        for zh, en, mode, latitude, longitude, km, minutes in NODES
    )
    unit = t("公里", "km") if measure is Measure.KILOMETRES else t("分钟", "min")
    return Dial(
        Heading(t("到各节点的距离", "Distances")),
        t("云屏县", "Yunping County"),
        HOME,
        nodes,
        measure,
        unit,
        t("北", "N"),
        MODES[language],
        (t("名称", "Name"), t("类别", "Kind"), t("距离", "Distance")),
        hours=t("小时", "h"),
    )


def route(language: str) -> Route:
    t = _says(language)
    stops = (
        Stop(t("云屏港", "Yunping Port"), Mode.PORT, here=True),
        Stop(t("万州新田港", "Xintian Port"), Mode.PORT, 58, t("58 公里 · 50 分钟", "58 km · 50 min")),
        Stop(t("宜昌", "Yichang"), Mode.CITY, 310, t("310 公里 · 12 小时", "310 km · 12 h")),
        Stop(
            t("武汉阳逻港", "Yangluo Port, Wuhan"), Mode.PORT, 420, t("420 公里 · 15 小时", "420 km · 15 h")
        ),
        Stop(
            t("上海洋山港", "Yangshan Port, Shanghai"),
            Mode.PORT,
            1100,
            t("1100 公里 · 2 天", "1,100 km · 2 days"),
        ),
    )
    columns = (t("站点", "Stop"), t("类别", "Kind"), t("距上一站", "From the stop before"))
    return Route(Heading(t("长江水运通道", "The Yangtze corridor")), stops, MODES[language], columns)


def chain(language: str) -> Chain:
    t = _says(language)
    tags = {
        State.PRESENT: "",
        State.EXTEND: t("延链", "to extend the chain"),
        State.COMPLETE: t("补链", "to close a gap"),
        State.STRENGTHEN: t("强链", "to strengthen"),
    }

    def link(
        name: str,
        zh: str,
        en: str,
        state: State = State.PRESENT,
        firms: str = "",
        feeds: tuple[str, ...] = (),
    ) -> Link:
        return Link(name, t(zh, en), state, tags[state], firms, feeds)

    upstream = (
        link(
            "coke", "针状焦", "Needle coke", firms=t("2 家：云焦新材、屏山化工", "2 firms"), feeds=("anode",)
        ),
        link("salt", "岩盐卤水", "Rock-salt brine", firms=t("1 家", "1 firm"), feeds=("electrolyte", "pvc")),
        link("quartz", "高纯石英砂", "High-purity quartz sand", State.COMPLETE, feeds=("glass",)),
    )
    midstream = (
        link(
            "anode",
            "锂电负极材料",
            "Lithium battery anodes",
            State.STRENGTHEN,
            t("3 家", "3 firms"),
            ("cell",),
        ),
        link("electrolyte", "电解液", "Electrolytes", State.COMPLETE, feeds=("cell",)),
        link("glass", "光伏玻璃", "Photovoltaic glass", firms=t("1 家", "1 firm"), feeds=("module",)),
        link("pvc", "聚氯乙烯", "PVC", firms=t("1 家", "1 firm")),
    )
    downstream = (
        link("cell", "储能电芯与电池系统", "Cells and battery systems", State.EXTEND, feeds=("recycling",)),
        link("module", "光伏组件", "Solar modules", State.EXTEND),
        link("recycling", "电池回收", "Battery recycling", State.COMPLETE, feeds=("anode",)),
    )
    stages = (
        Stage(t("上游", "Upstream"), upstream),
        Stage(t("中游", "Midstream"), midstream),
        Stage(t("下游", "Downstream"), downstream),
    )
    columns = (t("环节", "Stage"), t("节点", "Link"), t("方向", "Wanted"), t("企业", "Firms"))
    return Chain(Heading(t("先进材料产业链", "The advanced materials chain")), stages, columns)


def bars(language: str) -> Bars:
    t = _says(language)
    rows = (
        Bar(
            t("工业用地起始价", "Industrial land"),
            t("11.2 万元/亩", "RMB 112,000/mu"),
            Decimal("11.2"),
            note=t("五类", "grade 5"),
        ),
        Bar(t("厂房租金", "Plant rent"), t("5～10 元/㎡·月", "RMB 5–10/m² a month"), 10, 5, Bound.RANGE),
        Bar(
            t("固定资产投资补助", "Fixed-asset grant"),
            t("最高 18 万元", "up to RMB 180,000"),
            18,
            bound=Bound.UP_TO,
        ),
        Bar(t("设备投入", "Equipment"), t("8 万元以上", "RMB 80,000 or more"), 8, bound=Bound.AT_LEAST),
        Bar(t("周边平均", "Neighbours"), t("9.4 万元", "RMB 94,000"), Decimal("9.4"), emphasis=False),
        Bar(t("重大项目", "Major projects"), t("一事一议", "case by case"), bound=Bound.OPEN),
    )
    columns = (t("项目", "Item"), t("数额", "Amount"), t("说明", "Note"))
    return Bars(Heading(t("主要要素成本", "Main factor costs")), rows, columns)


def lines(language: str) -> Lines:
    t = _says(language)
    years = tuple(str(year) for year in range(2018, 2026))

    def series(zh: str, en: str, *figures: int | None) -> Series:
        shown = tuple("" if n is None else t(f"{n} 亿元", f"RMB {n} bn") for n in figures)
        return Series(t(zh, en), figures, shown)

    return Lines(
        Heading(t("生产总值与投资", "GDP and investment")),
        years,
        (
            series("地区生产总值", "Gross domestic product", 302, 338, 361, 405, 446, 480, 521, 560),
            series("工业增加值", "Industrial value added", 88, 96, None, 121, 132, 150, 166, 181),
            series("固定资产投资", "Fixed-asset investment", 120, 131, 128, 140, 149, 161, 172, 188),
        ),
        t("亿元", "RMB billion"),
        t("年份", "Year"),
    )


def dots(language: str) -> Dots:
    t = _says(language)

    def row(zh: str, en: str, *prices: str, emphasis: bool = False) -> DotRow:
        values = tuple(Decimal(price) if price else None for price in prices)
        return DotRow(
            t(zh, en), values, tuple(t(f"{p} 元", f"RMB {p}") if p else "" for p in prices), emphasis
        )

    return Dots(
        Heading(t("电价比较", "Electricity prices")),
        (t("谷段", "Off-peak"), t("平段", "Shoulder"), t("尖峰", "Peak")),
        (
            row("云屏县", "Yunping County", "0.31", "0.58", "0.97", emphasis=True),
            row("重庆主城都市区", "Chongqing metropolitan area", "0.33", "0.62", "1.05"),
            row("武汉", "Wuhan", "0.36", "0.64", "0.67"),
            row("长三角平均", "Yangtze Delta average", "0.38", "", "1.21"),
        ),
        t("地区", "Area"),
    )


def shares(language: str) -> Shares:
    t = _says(language)
    parts = (
        ("先进材料", "Advanced materials", "31.5"),
        ("食品加工", "Food processing", "24"),
        ("装备制造", "Equipment manufacturing", "19"),
        ("生物医药与中药材", "Biomedicine and herbal medicine", "12.5"),
        ("清洁能源", "Clean energy", "8"),
        ("其他", "Other", "5"),
    )
    drawn = tuple(Share(t(zh, en), Decimal(value), f"{value}%") for zh, en, value in parts)
    return Shares(
        Heading(t("产业结构", "Economic structure")), drawn, (t("产业", "Sector"), t("占比", "Share"))
    )


def timeline(language: str) -> Timeline:
    t = _says(language)

    def step(zh: str, en: str, start: int, days: int, office: str) -> TimelineStep:
        shown = t(f"{days} 个工作日", f"{days} working days") if days else t("当场办结", "on the spot")
        return TimelineStep(t(zh, en), start, days, shown, office)

    steps = (
        step("企业登记", "Company registration", 0, 1, t("市场监督管理局", "Market Regulation Bureau")),
        step("项目备案", "Project filing", 1, 0, t("发展和改革委员会", "Development and Reform Commission")),
        step(
            "环境影响评价审批", "Environmental impact approval", 1, 10, t("生态环境局", "Environment Bureau")
        ),
        step(
            "建设用地规划许可",
            "Land-use planning permit",
            1,
            7,
            t("规划和自然资源局", "Natural Resources Bureau"),
        ),
        step("施工许可", "Construction permit", 11, 5, t("住房和城乡建设委员会", "Housing Commission")),
    )
    columns = (t("事项", "Step"), t("部门", "Office"), t("时限", "Time"))
    total = t("共 16 个工作日", "16 working days in total")
    return Timeline(Heading(t("办事流程", "Procedure")), steps, t("工作日", "working days"), total, columns)


def staircase(language: str) -> Staircase:
    t = _says(language)

    def edge(amount: int, *, included: bool) -> Edge:
        return Edge(amount, t(f"{amount} 亿元", f"RMB {amount}00 m"), included)

    treads = (
        Tread(
            t("1～5", "1–5"), t("20 万元", "RMB 200,000"), 20, edge(1, included=True), edge(5, included=False)
        ),
        Tread(
            t("5～10", "5–10"),
            t("50 万元", "RMB 500,000"),
            50,
            edge(5, included=True),
            edge(10, included=False),
        ),
        Tread(
            t("10～30", "10–30"),
            t("100 万元", "RMB 1,000,000"),
            100,
            edge(10, included=True),
            edge(30, included=True),
        ),
        Tread(t("30 以上", "over 30"), t("一事一议", "case by case"), None, edge(30, included=False), None),
    )
    quantity = t("固定资产实际投资额", "fixed assets actually invested")
    return Staircase(
        Heading(t("引荐奖励", "Introducer reward")),
        treads,
        quantity,
        (t("档次", "Band"), t("奖励", "Reward")),
    )


DRAWINGS: dict[str, Callable[[str, Canvas], Graphic]] = {
    "dial": lambda language, canvas: draw_dial(dial(language), canvas),
    "dial of minutes": lambda language, canvas: draw_dial(dial(language, Measure.MINUTES), canvas),
    "route": lambda language, canvas: draw_route(route(language), canvas),
    "chain": lambda language, canvas: draw_chain(chain(language), canvas),
    "bars": lambda language, canvas: draw_bars(bars(language), canvas),
    "lines": lambda language, canvas: draw_lines(lines(language), canvas),
    "dots": lambda language, canvas: draw_dots(dots(language), canvas),
    "shares": lambda language, canvas: draw_shares(shares(language), canvas),
    "timeline": lambda language, canvas: draw_timeline(timeline(language), canvas),
    "staircase": lambda language, canvas: draw_staircase(staircase(language), canvas),
}
SHEETS = {
    "phone": Canvas.screen(358),
    "desktop": Canvas.screen(760),
    "page": Canvas.paper(170),
    "pocket": Canvas.paper(74),
}

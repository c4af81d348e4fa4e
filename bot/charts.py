"""Charts: the rates as a picture, in Chinese and English; drawn in a worker's thread, without any shared state."""

import io
import logging
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from handlers.message import Named

log = logging.getLogger(__name__)

# Fonts that hold Chinese, the ones with mainland glyphs first.
CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Noto Sans CJK JP",
    "Source Han Sans CN",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Microsoft YaHei",
    "PingFang SC",
    "SimHei",
)
# Told apart also by those who see no difference between red and green (Okabe and Ito).
COLOURS = ("#0072B2", "#009E73", "#E69F00", "#999999")
MARKS = ("o", "s", "^", ".")
SIZE = (10.0, 5.6)  # inches
DPI = 110
FULL = 100.0
TOP = 118.0  # room for the numbers above a full bar
MOST_DAY_LABELS = 10
FEW = 4  # groups that leave room for larger letters
NARROW = 15  # characters of a name below its bars
WIDE = 0.8  # of the space of a group


@dataclass(frozen=True, slots=True)
class Bars:
    """One group of bars: its name, how many requests, and its shares as (part, whole), as many as there are labels."""

    name: Named
    n: int
    shares: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: groups of bars; and, where there are several `days`, beside them how the shares went."""

    title: Named
    standing: Named
    labels: tuple[Named, ...]
    groups: tuple[Bars, ...]
    days: tuple[Bars, ...] = ()


def draw(chart: Chart) -> bytes:
    """The chart as a PNG. Does blocking work (some tenths of a second)."""
    figure = Figure(figsize=SIZE, dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    pen = Pen(chinese_font())
    with_days = len(chart.days) > 1
    places = figure.subplots(1, 2, width_ratios=(2, 3)) if with_days else [figure.subplots()]
    _bars(places[0], chart, pen)
    if with_days:
        _lines(places[1], chart, pen)
    figure.suptitle(pen.two_lines(chart.title), fontproperties=pen.font(15))
    places[0].set_title(pen.one_line(chart.standing), loc="left", fontproperties=pen.font(10))
    handles, labels = places[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=len(labels), frameon=False, prop=pen.font(11))
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()


@cache
def chinese_font() -> str | None:
    """The file of an installed font that holds Chinese; None where there is none: then English alone is drawn."""
    installed = {entry.name: entry.fname for entry in font_manager.fontManager.ttflist}
    found = next((installed[name] for name in CHINESE if name in installed), None)
    if found is None:
        log.warning("no font with Chinese is installed (such as Noto Sans CJK): charts are labelled in English alone")
    return found


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes on a chart: in both languages, or in English where no font holds Chinese."""

    file: str | None

    def font(self, size: float) -> FontProperties:
        return FontProperties(fname=self.file, size=size)

    def one_line(self, name: Named) -> str:
        return self._both(name, "  ")

    def two_lines(self, name: Named) -> str:
        return self._both(name, "\n")

    def narrow(self, name: Named) -> str:
        """In lines short enough to stand below a group of bars."""
        return "\n".join(textwrap.fill(line, NARROW) for line in self.two_lines(name).splitlines())

    def _both(self, name: Named, between: str) -> str:
        english = name.en or name.zh
        if self.file is None:
            return english
        return name.zh if name.zh == english else f"{name.zh}{between}{english}"


def _bars(axes: Axes, chart: Chart, pen: Pen) -> None:
    kinds = len(chart.labels)
    width = WIDE / kinds
    for kind, label in enumerate(chart.labels):
        at = [place + (kind - (kinds - 1) / 2) * width for place in range(len(chart.groups))]
        heights = [_percent(bars.shares[kind]) for bars in chart.groups]
        drawn = axes.bar(at, heights, width * 0.92, color=COLOURS[kind], label=pen.one_line(label))
        size = 9 if len(at) < FEW else 7
        axes.bar_label(drawn, _numbers(chart.groups, kind), padding=2, fontproperties=pen.font(size))
    named = [f"{pen.narrow(bars.name)}\nn = {bars.n}" for bars in chart.groups]
    axes.set_xticks(range(len(named)), named, fontproperties=pen.font(10 if len(named) < FEW else 8))
    _scale(axes, pen)


def _lines(axes: Axes, chart: Chart, pen: Pen) -> None:
    for kind in range(len(chart.labels)):
        known = [(at, _percent(day.shares[kind])) for at, day in enumerate(chart.days) if day.shares[kind][1]]
        x, y = [at for at, _ in known], [percent for _, percent in known]
        axes.plot(x, y, color=COLOURS[kind], marker=MARKS[kind], linewidth=1.8)
    step = -(-len(chart.days) // MOST_DAY_LABELS)
    shown = range(0, len(chart.days), step)
    axes.set_xticks(shown, [pen.one_line(chart.days[at].name) for at in shown], fontproperties=pen.font(9))
    _scale(axes, pen)


def _scale(axes: Axes, pen: Pen) -> None:
    axes.set_ylim(0, TOP)
    axes.set_yticks(range(0, 101, 20), [f"{percent} %" for percent in range(0, 101, 20)], fontproperties=pen.font(9))
    axes.grid(axis="y", alpha=0.3)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)


def _numbers(groups: Sequence[Bars], kind: int) -> list[str]:
    """Above each bar its percentage; where there is one group, also the counts."""
    numbers = []
    for bars in groups:
        part, whole = bars.shares[kind]
        percent = f"{_percent((part, whole)):.0f} %" if whole else "–"
        numbers.append(f"{percent}\n{part}/{whole}" if len(groups) == 1 else percent)
    return numbers


def _percent(share: tuple[int, int]) -> float:
    part, whole = share
    return FULL * part / whole if whole else 0.0

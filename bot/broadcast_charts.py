"""The picture of a broadcast's report: a bar for each unit: answered, phoned, silent, missed."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from bot.charts import DPI, Pen, chinese_font
from handlers.message import Named

# Told apart also by those who see no difference between red and green (Okabe and Ito); grey for silence.
COLOURS = ("#0072B2", "#D55E00", "#56B4E9", "#BBBBBB", "#000000")
DARK = frozenset({"#0072B2", "#D55E00", "#000000"})  # on which white is read
WIDTH, LEAST_HEIGHT, A_BAR = 10.0, 3.2, 0.62  # inches
NARROWEST = 0.045  # of the longest bar: a part below this gets no number


@dataclass(frozen=True, slots=True)
class UnitBar:
    """A unit's bar: its name, how many people, and its parts, as many as there are labels."""

    name: Named
    people: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReportChart:
    """What is drawn: a title, when it was counted, what the parts are called, and a bar for each unit."""

    title: Named
    standing: Named
    labels: tuple[Named, ...]
    units: tuple[UnitBar, ...]


def draw(chart: ReportChart) -> bytes:
    """The picture as a PNG. Does blocking work (some tenths of a second)."""
    height = max(LEAST_HEIGHT, 1.9 + A_BAR * len(chart.units))
    figure = Figure(figsize=(WIDTH, height), dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    pen, axes = Pen(chinese_font()), figure.subplots()
    _bars(axes, chart, pen)
    figure.suptitle(pen.one_line(chart.title), fontproperties=pen.font(15))
    axes.set_title(pen.one_line(chart.standing), loc="left", fontproperties=pen.font(10))
    handles, labels = axes.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=3, frameon=False, prop=pen.font(10))
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()


def _bars(axes: Axes, chart: ReportChart, pen: Pen) -> None:
    at = range(len(chart.units))
    longest = max(unit.people for unit in chart.units) or 1
    begins = [0] * len(chart.units)
    for part, label in enumerate(chart.labels):
        widths = [unit.parts[part] for unit in chart.units]
        drawn = axes.barh(at, widths, 0.62, left=begins, color=COLOURS[part], label=pen.one_line(label))
        shown = [str(width) if width >= NARROWEST * longest else "" for width in widths]
        colour = "white" if COLOURS[part] in DARK else "black"
        axes.bar_label(drawn, shown, label_type="center", color=colour, fontproperties=pen.font(9))
        begins = [begin + width for begin, width in zip(begins, widths, strict=True)]
    for place, (end, unit) in enumerate(zip(begins, chart.units, strict=True)):
        axes.text(end + longest * 0.01, place, f"n = {unit.people}", va="center", fontproperties=pen.font(9))
    axes.set_yticks(at, _names(chart.units, pen), fontproperties=pen.font(10))
    axes.set_xlim(0, longest * 1.12)
    axes.invert_yaxis()
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(axis="x", alpha=0.3)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)


def _names(units: Sequence[UnitBar], pen: Pen) -> list[str]:
    return [pen.narrow(unit.name) for unit in units]

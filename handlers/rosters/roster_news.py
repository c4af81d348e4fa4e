"""What is said about a list: what is wrong with it, what it would do, what it did."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from handlers import cards, texts
from handlers.message import Message, Text, choice
from handlers.packs.tables import Table, Value
from handlers.rosters.roster_plan import CHANGED, CLAIM, CLOSED, ELSEWHERE, NEW, SAME, Plan, Step
from handlers.rosters.roster_rows import Fault
from handlers.rosters.roster_taking import Taken
from handlers.rosters.roster_words import COLUMNS

MOST_FAULTS = 20  # in the message; a file holds all of them
MOST_NAMED = 8  # people of one kind


def in_order(faults: Sequence[Fault]) -> list[Fault]:
    """Faults as one goes through the list: line by line, column by column."""
    places = list(COLUMNS)
    return sorted(_once(faults), key=lambda one: (one.line, places.index(one.column) if one.column else -1, one.key))


def fault(one: Fault) -> Text:
    """第 7 行，生日：没有农历二月三十."""
    what = Text(f"roster-fault-{one.key}", one.values)
    if not one.line:
        return what
    if not one.column:
        return Text("roster-line", {"line": str(one.line), "what": what})
    column = Text(f"roster-column-{one.column}")
    return Text("roster-cell", {"line": str(one.line), "column": column, "what": what})


def faulty(faults: Sequence[Fault], media: tuple[str, ...] = ()) -> Message:
    """All that is wrong; nothing has changed. `media`: the file that names what the message has no room for."""
    found = in_order(faults)
    lines = [Text("roster-faulty", {"n": len(found)}), *(fault(one) for one in found[:MOST_FAULTS])]
    if len(found) > MOST_FAULTS:
        lines.append(Text("roster-faults-in-file", {"n": len(found) - MOST_FAULTS}))
    lines.append(Text("roster-send-again"))
    return Message(text=cards.joined(lines), media=media)


def fault_table(faults: Sequence[Fault], language: str, zone: ZoneInfo) -> Table:
    """All faults as a table: line, column, and what is wrong."""
    titles: list[Value] = [texts.word(f"roster-fault-{each}-title", language) for each in ("line", "column", "what")]
    lines: Table = [titles]
    for one in in_order(faults):
        column = texts.word(f"roster-column-{one.column}", language) if one.column else ""
        what = texts.render(Text(f"roster-fault-{one.key}", one.values), language, zone)
        lines.append([one.line or "", column, what])
    return lines


def preview(roster_id: int, plan: Plan, left: Sequence[str]) -> Message:
    """What the list would do, and the question whether it shall."""
    lines = [
        Text("roster-preview"),
        *_counted(plan),
        *_named(plan.of(CHANGED), "changed"),
        *_named(met(plan), "met"),
        *_named(plan.of(CLAIM), "claim"),
        *_named(plan.of(CLOSED), "closed"),
        *_named(plan.of(ELSEWHERE), "elsewhere"),
    ]
    if any(step.theirs for step in plan.steps):
        lines.append(Text("roster-theirs", {"n": sum(step.theirs for step in plan.steps)}))
    if left:
        lines.append(Text("roster-left", {"titles": "、".join(title[:20] for title in left[:MOST_NAMED])}))
    lines.append(Text("roster-agreed" if plan.of(NEW) else "roster-sure"))
    ways = (
        choice(f"roster.take:{roster_id}/{plan.mark}", "roster-take"),
        choice(f"roster.no:{roster_id}", "roster-no"),
    )
    return Message(text=cards.joined(lines), choices=ways)


def met(plan: Plan) -> list[Step]:
    """Those whom a preview names as we know them, though the list calls them otherwise."""
    return [step for step in plan.of(NEW) if step.called][:MOST_NAMED]


def nothing(plan: Plan) -> Message:
    """The list says what is known already."""
    lines = [Text("roster-nothing", {"n": len(plan.of(SAME))}), *_named(plan.of(CLOSED), "closed")]
    lines += _named(plan.of(ELSEWHERE), "elsewhere")
    return Message(text=cards.joined(lines))


def taken(done: Taken) -> Message:
    """What the list has done."""
    values = {"added": done.added, "changed": done.changed}
    lines = [Text("roster-taken", values), Text("roster-claimed", {"n": done.claimed}) if done.claimed else None]
    return Message(text=cards.joined(lines), choices=(choice("liaison.people", "roster-see-all"),))


def _counted(plan: Plan) -> list[Text]:
    kinds = (NEW, CHANGED, SAME, CLAIM, CLOSED, ELSEWHERE)
    return [Text(f"roster-n-{kind}", {"n": len(plan.of(kind))}) for kind in kinds if plan.of(kind)]


def _named(steps: Sequence[Step], kind: str) -> list[Text]:
    """Some of them by line and name; of values only which columns, since they may be delicate."""
    lines = []
    for step in steps[:MOST_NAMED]:
        columns = [Text(f"roster-column-{each}") for each in step.fields]
        values = {"line": str(step.line), "name": step.name, "columns": columns, "called": step.called}
        lines.append(Text(f"roster-one-{kind}", values))
    if len(steps) > MOST_NAMED:
        lines.append(Text("roster-more", {"n": len(steps) - MOST_NAMED}))
    return lines


def _once(faults: Sequence[Fault]) -> list[Fault]:
    """Each fault once."""
    return list({(one.line, one.column, one.key): one for one in faults}.values())

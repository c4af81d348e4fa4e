"""The plan of a list: each row beside what is known here, and what it would do. Pure: nothing is read or written."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from handlers.rosters.roster_homes import Home
from handlers.rosters.roster_rows import Fault, Row
from handlers.rosters.roster_someone import Known, Someone
from handlers.rosters.roster_words import BadCell
from storage.cards import OPEN, VISIT, About, Card

NEW, CHANGED, SAME, CLAIM, CLOSED = "new", "changed", "same", "claim", "closed"
ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Step:
    """What a row does: new, changed (`fields`), same, claim (another station's person), closed (left alone),
    elsewhere (somebody of another community who uses the service and has no card: they are asked by other ways).

    `theirs`: what the row says otherwise than they said themselves, which stays. `called`: their name here, where the
    list has another one.
    """

    line: int
    name: str
    kind: str
    person_id: int | None = None
    card_id: int | None = None
    fields: tuple[str, ...] = ()
    phone: str | None = field(default=None, repr=False)
    home_id: int | None = None
    door: str = field(default="", repr=False)
    liaison_id: int | None = None
    deputy_id: int | None = None
    about: About = field(default=About(), repr=False)
    wish: str | None = None
    theirs: bool = False
    called: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps in the list's order, and what is wrong; nothing is done as long as anything is."""

    steps: tuple[Step, ...]
    faults: tuple[Fault, ...] = ()

    def of(self, kind: str) -> tuple[Step, ...]:
        """The steps of one kind."""
        return tuple(step for step in self.steps if step.kind == kind)

    @property
    def mark(self) -> str:
        """Eight signs that change with whatever the plan would do: what was shown is what is taken."""
        whole = repr([(step, step.phone, step.door, step.about) for step in self.steps if step.kind != SAME])
        return hashlib.sha256(whole.encode()).hexdigest()[:8]


def plan(rows: Iterable[Row], known: Known) -> Plan:
    """What a list would do, row by row."""
    steps: list[Step] = []
    faults: list[Fault] = []
    lines: dict[object, int] = {}
    for row in rows:
        try:
            step = _step(row, known)
        except _Wrong as wrong:
            faults.append(Fault(row.line, wrong.column, wrong.bad.key, wrong.bad.values))
            continue
        whom = step.person_id or (step.name, step.phone, step.home_id, step.door)
        if whom in lines:
            faults.append(Fault(row.line, "name", "twice", {"line": lines[whom]}))
        lines.setdefault(whom, row.line)
        steps.append(step)
    return Plan(tuple(steps), tuple(faults))


class _Wrong(Exception):
    def __init__(self, column: str, bad: BadCell) -> None:
        super().__init__(column)
        self.column = column
        self.bad = bad


def _step(row: Row, known: Known) -> Step:
    who = _match(row, known)
    bare = Step(row.line, row.name, NEW, None if who is None else who.person_id)
    if who is not None and (who.gone or (who.card is not None and who.card.state != OPEN)):
        return replace(bare, kind=CLOSED)
    if who is not None and who.card is None and who.elsewhere:
        return replace(bare, kind=ELSEWHERE)
    liaison_id, deputy_id = _carer(row, "liaison", known, who), _carer(row, "deputy", known, who)
    called = who.name if who is not None and who.name and who.name != row.name else ""
    cared = replace(bare, liaison_id=liaison_id, deputy_id=deputy_id, called=called)
    if who is not None and who.card is not None:
        if who.card.place_id != known.place_id:
            return replace(cared, kind=SAME if who.claimed else CLAIM, card_id=who.card.id)
        return _changed(row, known, who, who.card, cared)
    return _new(row, known, who, cared)


def _new(row: Row, known: Known, who: Someone | None, step: Step) -> Step:
    own = who is not None and who.joined
    home = None if own else _home(row, known)
    if home is None and row.phone is None and not own:
        raise _Wrong("home", BadCell("no-way"))
    return replace(
        step,
        phone=row.phone,
        home_id=None if home is None else home.place_id,
        door=_door(row, home),
        deputy_id=None if step.deputy_id == step.liaison_id else step.deputy_id,
        about=_about(row, About()),
        wish=_wish(row, who, None),
    )


def _changed(row: Row, known: Known, who: Someone, card: Card, step: Step) -> Step:
    liaison_id = step.liaison_id if row.liaison or "liaison" in row.cleared else card.liaison_id
    deputy_id = step.deputy_id if row.deputy or "deputy" in row.cleared else card.deputy_id
    deputy_id = None if deputy_id == liaison_id else deputy_id
    about, home = _about(row, card.about), _home_of(row, known, who)
    wish = _wish(row, who, card.wish)
    contact = {
        "phone": row.phone is not None and row.phone != who.phone,
        "home": home is not None and home.place_id != who.place_id,
        "door": bool(_door(row, home)) and _door(row, home) != who.door,
    }
    said = {
        "name": not who.joined and row.name != who.name,
        **{name: differs and not who.joined for name, differs in contact.items()},
        "member": about.member != card.about.member,
        "groups": set(about.groups) != set(card.about.groups),
        "birthday": about.birthday != card.about.birthday,
        "liaison": liaison_id != card.liaison_id,
        "deputy": deputy_id != card.deputy_id,
        "wish": wish is not None,
    }
    fields = tuple(name for name, differs in said.items() if differs)
    return replace(
        step,
        kind=CHANGED if fields else SAME,
        card_id=card.id,
        fields=fields,
        phone=row.phone,
        home_id=None if home is None else home.place_id,
        door=_door(row, home),
        liaison_id=liaison_id,
        deputy_id=deputy_id,
        about=about,
        wish=wish,
        theirs=who.joined and any(contact.values()),
    )


def _match(row: Row, known: Known) -> Someone | None:
    """Who it is: by the number of the card, by the phone (and a name that could be theirs), by name and building."""
    if row.number is not None:
        found = known.by_number.get(row.number)
        if found is None:
            raise _Wrong("number", BadCell("number"))
        return found
    by_phone = [one for one in known.by_phone.get(row.phone or "", ()) if not one.gone and _may_be_meant(one)]
    same = [one for one in by_phone if one.name == row.name]
    alike = [one for one in by_phone if row.name[:1] in one.name and one.place_id is not None]
    return next(iter((*same, *alike)), None) or _by_name(row, known)


def _may_be_meant(one: Someone) -> bool:
    """Whoever never wrote to us, and lives elsewhere without a card, is nobody of this station's."""
    return one.joined or one.card is not None or not one.elsewhere


def _by_name(row: Row, known: Known) -> Someone | None:
    same = [one for one in known.by_name.get(row.name, ()) if row.phone is None or not (one.joined and one.phone)]
    if not same:
        return None
    home = _home(row, known)
    there = [one for one in same if home is None or one.place_id == home.place_id]
    if row.phone is not None:  # a new number of somebody we know: only at the very same place
        there = [one for one in there if home is not None or one.phone is None]
    if len(there) > 1:
        raise _Wrong("name", BadCell("several"))
    return there[0] if there else None


def _carer(row: Row, column: str, known: Known, who: Someone | None) -> int | None:
    """The liaison or deputy that a row names, by name or phone."""
    said = row.liaison if column == "liaison" else row.deputy
    if said is None:
        return None
    found = known.liaisons.get(said, ())
    if len(found) != 1:
        raise _Wrong(column, BadCell("liaison-several" if found else "liaison"))
    if who is not None and who.person_id == found[0]:
        raise _Wrong(column, BadCell("liaison-self"))
    return found[0]


def _home(row: Row, known: Known) -> Home | None:
    if row.home is None:
        return None
    try:
        return known.homes.find(row.estate, row.home)
    except BadCell as bad:
        raise _Wrong("home", bad) from bad


def _home_of(row: Row, known: Known, who: Someone) -> Home | None:
    """The same; of somebody whose own word counts it may also lie elsewhere."""
    try:
        return _home(row, known)
    except _Wrong:
        if who.joined:
            return None
        raise


def _door(row: Row, home: Home | None) -> str:
    return row.door or ("" if home is None else home.door)


def _about(row: Row, before: About) -> About:
    """What is delicate, with what the row says; what it does not mention stays."""
    return About(
        member=before.member if row.member is None else row.member,
        groups=() if "groups" in row.cleared else before.groups if row.groups is None else row.groups,
        birthday=None if "birthday" in row.cleared else row.birthday or before.birthday,
    )


def _wish(row: Row, who: Someone | None, before: str | None) -> str | None:
    """The wish that a list adds. Their own word counts more; whoever can be asked is asked before a visit."""
    if before is not None or row.wish is None:
        return None
    if who is not None and who.reached and row.wish == VISIT:
        return None
    return row.wish

"""`linli load PACK`: a pack is read, checked as a whole, shown as changes, and written in one transaction."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot import training
from bot.commands import preview
from bot.commands.opening import opened
from bot.community import read_back
from bot.config import Settings
from bot.folders import Wanted, read_folder
from bot.training import Kept
from bot.workbooks import write_workbook
from handlers import loading
from handlers.loading import Given
from handlers.overlaps import Overlap, Overlaps, of_facilities, overlaps
from handlers.packs import Pack, PackInvalid
from handlers.packs.changes import Changes, changes
from handlers.packs.tables import tables_of
from storage import answers, facility_changes, packs, people
from storage.answers import Edited
from storage.database import Database
from storage.facility_changes import FacilityEdited
from storage.transaction import Transaction

COMMUNITY = Path(__file__).parents[2] / "community"
MOST_FAULTS = 100  # that are shown at once
YES = ("y", "yes", "是", "好")
Ask = Callable[[str], str]  # shows a question on the terminal and gives what was typed


class PackTrouble(Exception):
    """A pack cannot be loaded; the message names every fault with its file and line."""


@dataclass(frozen=True, slots=True)
class Loading:
    """What was asked for. `yes`: without a question. `over_chat`: the pack takes the place of what chat says."""

    pack: str
    yes: bool = False
    over_chat: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """What the database holds: the files (none before the first load), what chat says, and who said it.

    `newcomers` are the people of the new pack whom it does not know; `given` the roles that the pack would give; those
    in `cards` would get a service card.
    """

    files: dict[str, str]
    edits: list[Edited]
    facilities: list[FacilityEdited]
    names: dict[int, str]
    newcomers: list[str]
    given: list[Given]
    cards: list[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What would change (None where it cannot be compared), and where the pack and the chat speak of the same."""

    changes: Changes | None
    overlaps: Overlaps
    facilities: Overlaps

    @property
    def conflicts(self) -> tuple[Overlap, ...]:
        """Of answers and of facilities."""
        return self.overlaps.conflicts + self.facilities.conflicts


def find_pack(name: str) -> Path:
    """The folder of a pack: a path, or the name of one that comes with the program. Raises PackTrouble."""
    for folder in (Path(name), COMMUNITY / name):
        if (folder / "pack.yaml").is_file():
            return folder
    raise PackTrouble(f"there is no pack at {name}; a pack is a folder with pack.yaml in it, such as community/demo")


def read(folder: Path) -> Wanted:
    """A pack with its workbooks. Raises PackTrouble with its faults."""
    try:
        return read_folder(folder)
    except PackInvalid as invalid:
        raise PackTrouble(f"the pack was not loaded:\n{_few(invalid)}") from invalid


def _few(invalid: PackInvalid) -> str:
    rows = [str(fault) for fault in invalid.faults[:MOST_FAULTS]]
    rest = len(invalid.faults) - len(rows)
    return "\n".join([*rows, f"… and {rest} more"] if rest else rows)


async def load_pack(database: Database, folder: Path) -> Pack:
    """Reads and writes a pack without a question; what chat says stays. Raises PackTrouble with all its faults."""
    wanted = await asyncio.to_thread(read, folder)
    kept, now = await training.train(wanted.pack), datetime.now(UTC)

    def write(tx: Transaction) -> None:
        loading.load(tx, wanted.pack, wanted.files, now)
        kept.write(tx, now)

    await database.turn(write)
    return wanted.pack


async def load(settings: Settings, given: Loading, ask: Ask | None) -> int:
    """Loads a pack into the service's database, after it was shown what changes; `ask` is None where nobody can answer.

    Returns 0, or 1 where the answer was no. Raises PackTrouble.
    """
    wanted = await asyncio.to_thread(read, find_pack(given.pack))
    async with opened(settings) as database:
        held = await database.read(lambda tx: _held(tx, wanted.pack))
        plan = await asyncio.to_thread(_planned, held, wanted.pack)
        if held.files and not await asyncio.to_thread(_agreed, plan, held, given, ask):
            print("nothing was loaded")
            return 1
        kept, now = await training.train(wanted.pack), datetime.now(UTC)
        await database.turn(lambda tx: _write(tx, wanted, held, plan, given.over_chat, kept, now))
    print(preview.counted(wanted.pack))
    return 0


async def export(settings: Settings, pack: str | None, path: Path) -> int:
    """Writes questions, catalogue and phrases as a workbook: a folder's, or those that are loaded, with what chat says.

    Raises PackTrouble.
    """
    if pack is not None:
        files = (await asyncio.to_thread(read, find_pack(pack))).files
        tables = tables_of(files)
    else:
        async with opened(settings) as database:
            held = await database.read(_held)
        if not held.files:
            raise PackTrouble("no pack is loaded; name one: linli load PACK --export FILE.xlsx")
        tables = tables_of(held.files, held.edits, held.facilities)
    try:
        write_workbook(path, tables)
    except OSError as error:
        raise PackTrouble(f"{path} cannot be written: {error.strerror}") from error
    print(f"{path}: {', '.join(f'{len(table) - 1} {name}' for name, table in tables.items())}")
    return 0


def _held(tx: Transaction, wanted: Pack | None = None) -> Held:
    edits = answers.all_edited(tx)
    places = facility_changes.all_edited(tx)
    by = [edited.changed_by for edited in edits] + [edited.changed_by for edited in places]
    writers = {writer for writer in by if writer is not None}
    names = {writer: people.read(tx, writer).name for writer in sorted(writers)}
    listed = wanted.people if wanted else ()
    newcomers = [person.name for person in listed if people.read_by_code(tx, person.name) is None]
    given = loading.given(tx, wanted) if wanted else []
    carded = loading.new_cards(tx, wanted) if wanted else []
    return Held(packs.read_files(tx), edits, places, names, newcomers, given, carded)


def _planned(held: Held, wanted: Pack) -> Plan:
    """Compares. A pack that this version of the program cannot read any more is compared with nothing."""
    try:
        before = read_back(held.files) if held.files else None
    except PackInvalid:
        before = None
    found = overlaps(before.faq if before else (), wanted.faq, held.edits)
    places = of_facilities(before.facilities if before else (), wanted.facilities, held.facilities)
    return Plan(changes(before, wanted) if before else None, found, places)


def _agreed(plan: Plan, held: Held, given: Loading, ask: Ask | None) -> bool:
    """Shows what changes, and asks where something does. Raises PackTrouble where nobody can be asked."""
    conflicts = plan.conflicts
    if plan.changes is None:
        print("what is loaded cannot be read by this version, so that changes cannot be shown")
    else:
        print(preview.shown(plan.changes, held.newcomers, held.given, held.cards))
    if conflicts:
        print(preview.conflicts(conflicts, held.names))
        print("→ the pack takes its place" if given.over_chat else "→ what chat says stays (--over-chat: the pack)")
    nothing = plan.changes is not None and not plan.changes
    added = held.newcomers or held.given or held.cards
    if given.yes or (nothing and not added and not (conflicts and given.over_chat)):
        return True
    if ask is None:
        raise PackTrouble("nothing was loaded: say --yes to load it without being asked")
    return ask("load this? [y/N] ").strip().lower() in YES


def _dropped(found: Overlaps, over_chat: bool) -> list[str]:
    """What chat says no longer: the pack says the same now, or takes its place."""
    return [*found.absorbed, *(one.code for one in found.conflicts if over_chat)]


def _write(tx: Transaction, wanted: Wanted, held: Held, plan: Plan, over_chat: bool, kept: Kept, now: datetime) -> None:
    """Writes all of it, unless somebody has changed something since it was shown."""
    if _held(tx, wanted.pack) != held:
        raise PackTrouble("nothing was loaded: somebody has changed something meanwhile; run it again")
    for code in _dropped(plan.overlaps, over_chat):
        answers.drop(tx, code, now)
    for code in _dropped(plan.facilities, over_chat):
        facility_changes.drop(tx, code, now)
    loading.load(tx, wanted.pack, wanted.files, now)
    kept.write(tx, now)

"""Renewal: the community as it is now: the pack that is loaded, answers edited in chat, phrases that were learned.

The tables hold the truth. A process that has changed something reads it anew at once, the others within a second.
"""

import asyncio
import logging
from dataclasses import dataclass, replace

from bot.community import Base, NoPack, Version, read_base, version_of
from handlers.dispatch import Dispatch
from handlers.learning import facilities_edited, knowledge
from handlers.packs import Pack
from handlers.understanding import Snapshot
from storage import answers, facility_changes, phrases
from storage.answers import Edited
from storage.database import Database
from storage.errors import StorageError
from storage.facility_changes import FacilityEdited
from storage.transaction import Transaction

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Taught:
    """What was taught beside the pack: answers and facilities edited in chat, and phrases by their labels."""

    edits: list[Edited]
    phrases: dict[str, list[str]]
    facilities: list[FacilityEdited]


class Renewal:
    """Keeps a dispatch's community as it is in the tables."""

    def __init__(self, database: Database, dispatch: Dispatch, base: Base) -> None:
        """`base` is what the dispatch began with: a pack and its snapshot, without what was taught."""
        self._database = database
        self._dispatch = dispatch
        self._base = base
        self._version = Version(base.version, "")
        self._one = asyncio.Lock()

    async def step(self) -> None:
        """Reads anew what has changed since it last looked; what cannot be read leaves all as it was.

        Raises StorageError.
        """
        async with self._one:
            version = await self._database.read(version_of)
            if version == self._version:
                return
            try:
                await self._read_anew(version)
            except NoPack:
                return
            except StorageError:
                raise
            except Exception as error:  # the service goes on with what it has, and looks again at the next change
                log.error("what was loaded or taught cannot be read: %s", type(error).__name__)
            self._version = version

    async def _read_anew(self, version: Version) -> None:
        if version.pack != self._base.version:
            self._base = await read_base(self._database)
            log.info("the pack was loaded anew")
        taught = await self._database.read(_taught)
        pack, snapshot = await asyncio.to_thread(lay, self._base, taught)
        self._dispatch.community = replace(self._dispatch.community, pack=pack, snapshot=snapshot)


def lay(base: Base, taught: Taught) -> tuple[Pack, Snapshot]:
    """The pack and the snapshot with what was taught laid over them."""
    places = facilities_edited.facilities(base.pack.facilities, taught.facilities)
    pack = replace(base.pack, faq=knowledge.entries(base.pack.faq, taught.edits), facilities=places)
    items = {item.code for item in pack.items}
    questions = {entry.code: entry for entry in pack.faq}
    known = {f"request:{code}" for code in items} | {f"faq:{code}" for code in questions}
    said = {label: list(some) for label, some in taught.phrases.items() if label in known}
    for edited in taught.edits:
        entry = questions.get(edited.code)
        if entry is not None and ("question" in edited.fields or "question_en" in edited.fields):
            asked = [words for words in (entry.question, entry.question_en) if words]
            said[f"faq:{edited.code}"] = [*asked, *said.get(f"faq:{edited.code}", [])]
    return pack, base.snapshot.with_learned(said) if said else base.snapshot


def _taught(tx: Transaction) -> Taught:
    return Taught(answers.all_edited(tx), phrases.all_used(tx), facility_changes.all_edited(tx))

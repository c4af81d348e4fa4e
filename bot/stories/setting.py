"""Setting the stage: the service put together on one database, as bot/app.py does it, without pages and networks."""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.channels import Abilities
from bot.community import Base
from bot.delivery import Delivery
from bot.flood import FloodControl
from bot.intake import Intake, Toast
from bot.metrics import Metrics
from bot.rendering import Renderer, body
from bot.renewal import Renewal
from bot.stories.cast import TELEGRAM
from bot.stories.channel import StoryChannel
from bot.stories.ground import SEED, Ground
from bot.stories.stage import Stage, StoryClock
from bot.stories.transcript import Transcript
from bot.waiting import Waiting
from bot.workers import Workers
from handlers import errands, texts
from handlers.community import Community, Entrances
from handlers.dispatch import Dispatch
from handlers.incoming import Incoming
from handlers.message import Text, decode
from storage import packs
from storage.addresses import WEB
from storage.database import Database, open_database
from storage.ids import IdMaker
from storage.media import MediaFolder
from storage.sending import Claimed
from storage.times import to_ms

PUBLIC_URL = "https://linli.example"
ENTRANCES = Entrances(PUBLIC_URL, "linli_story_bot")
NEVER_TOO_FAST = 1e9  # the clock stands still while people talk, so nobody's pace can be judged
ABILITIES = {
    TELEGRAM: Abilities(),
    WEB: Abilities(wide_buttons=True, sensitive=True),
}  # as the real channels declare them


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages behind sensitive links. In a story whoever is told a link opens it, and is told what is there."""

    zone: ZoneInfo
    _behind: dict[str, str] = field(default_factory=dict)

    def link(self, message: Claimed) -> str:
        """The link to a message."""
        link = f"{PUBLIC_URL}/s/{message.id}"
        self._behind[link] = body(decode(message.body), message.language, self.zone)
        return link

    def opened(self, text: str) -> str:
        """A text, and below it what its links show."""
        lines = text.splitlines()  # a list of choices may stand below the link
        shown = (page for link, page in self._behind.items() if any(line.endswith(link) for line in lines))
        return "\n".join([text, *(f"({page})" for page in shown)])


@asynccontextmanager
async def staged(
    ground: Ground, url: str, clock: StoryClock, media: Path, transcript: Transcript
) -> AsyncIterator[Stage]:
    """The stage on a filled database (see `ground.fill`); what is shown goes into the transcript.

    Raises what opening a database raises.
    """
    ids = IdMaker(random.Random(SEED), lambda: to_ms(clock.now()))
    database = await open_database(url, ground.keys, ids=ids, workers=2)
    try:
        stage = await _set(ground, database, clock, MediaFolder(media, database), transcript)
        yield stage
        await stage.intake.drain()
    finally:
        await database.close()


async def _set(
    ground: Ground, database: Database, clock: StoryClock, folder: MediaFolder, transcript: Transcript
) -> Stage:
    community = Community(
        ground.pack, ground.snapshot, ground.zone, rng=random.Random(SEED), entrances=lambda: ENTRANCES
    )
    router, metrics, pages, numbers = errands.router(), Metrics(), Pages(ground.zone), count(1)
    dispatch = Dispatch(router, community)
    version = await database.read(packs.version)
    renewal = Renewal(database, dispatch, Base(ground.pack, ground.snapshot, version))
    renderer = Renderer(ground.zone, lambda menu: router.commands({"resident", menu}), pages.link)
    channels = {
        account: StoryChannel(account, abilities, pages.opened, transcript.message, numbers)
        for account, abilities in ABILITIES.items()
    }
    intake = Intake(
        database,
        dispatch,
        folder,
        clock,
        toast=_toaster(ground.zone, transcript),
        wake=_nothing,
        metrics=metrics,
        flood=FloodControl(NEVER_TOO_FAST),
        renew=renewal.step,
    )
    deliveries = [
        Delivery(database, channel, renderer, folder, clock, metrics, holder="story", window=1)
        for channel in channels.values()
    ]
    workers = Workers(database, dict(channels), folder, lambda: dispatch.community, clock, _nothing)
    waiting = Waiting(database, intake, clock, renewal)
    return Stage(database, clock, dispatch, channels, intake, deliveries, workers, waiting, errands.JOBS)


def _toaster(zone: ZoneInfo, transcript: Transcript) -> Toast:
    async def toast(incoming: Incoming, text: Text, language: str) -> None:
        words = texts.render(text, language, zone)
        if words:
            transcript.toast(incoming, words)

    return toast


def _nothing() -> None:
    """Nobody needs waking: the player looks after every act."""

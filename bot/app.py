"""App: the composition root. Opens everything in order, closes it in reverse, also after a failed start."""

import asyncio
import logging
import random
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import time

from starlette.routing import BaseRoute

from bot import rooms
from bot.channels import Abilities, Channel, Rates
from bot.channels.telegram import TelegramChannel
from bot.channels.web import Seat, WebChannel
from bot.clock import Clock, WallClock
from bot.community import Base, read_community
from bot.config import PAID_RATE, Settings
from bot.delivery import Delivery
from bot.health import Health
from bot.holder import holder_name
from bot.intake import Intake
from bot.keys import open_keyring
from bot.metrics import Metrics
from bot.model import Model
from bot.posts import Post
from bot.rendering import Renderer
from bot.renewal import Renewal
from bot.scheduler import Jobs, schedule
from bot.sensitive import SensitivePages
from bot.server import WebServer
from bot.waiting import Waiting
from bot.web.calendar_feeds import CalendarFeeds
from bot.web.news import News
from bot.web.pages import Pages
from bot.workers import Workers
from handlers import errands, texts
from handlers.community import QUIET, Community, Entrances
from handlers.dispatch import Dispatch
from handlers.incoming import Incoming
from handlers.message import Text
from handlers.routing import Router
from storage.database import Database, open_database
from storage.media import MediaFolder

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo adds: seats on the page, and no quiet hours, so that it can be tried at night."""

    seats: tuple[Seat, ...]
    quiet: tuple[tuple[time, time], ...] = ()


@dataclass
class App:
    """One running service."""

    settings: Settings
    database: Database
    clock: Clock
    metrics: Metrics
    channels: dict[str, Channel] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    port: int = 0
    telegram: TelegramChannel | None = None

    def entrances(self) -> Entrances:
        """How people get in, as far as it is known by now."""
        return Entrances(self.public_url(), self.telegram.username if self.telegram else None)

    def public_url(self) -> str:
        """The address of our pages as others see it."""
        return self.settings.public_url or f"http://{self.settings.host}:{self.port}"

    def wake(self) -> None:
        """Something was written that may be due."""
        for post in self.posts:
            post.wake()

    async def toast(self, incoming: Incoming, text: Text, language: str) -> None:
        """Answers a pressed button at once, after the commit; outside the outbox."""
        channel = self.channels.get(incoming.account)
        if channel is not None and incoming.press is not None and incoming.press.id:
            await channel.toast(incoming.press.id, texts.render(text, language, self.settings.zone))


@asynccontextmanager
async def running(settings: Settings, *, demo: Demo | None = None, clock: Clock | None = None) -> AsyncIterator[App]:
    """Runs the service inside the block; when it ends, everything is finished and closed in order.

    Raises ConfigurationError, KeyTrouble, NewerDatabase, Unavailable or NoPack where it cannot start.
    """
    clock = clock or WallClock()
    async with AsyncExitStack() as stack:
        keys = open_keyring(settings)
        database = await open_database(settings.database, keys)
        stack.push_async_callback(database.close)
        app = App(settings, database, clock, Metrics())
        quiet = demo.quiet if demo else QUIET
        community, base = await read_community(database, settings.zone, app.entrances, quiet=quiet)
        await _open(stack, app, community, base, demo)
        yield app
        log.info("stopping: what runs is finished first")


async def _open(stack: AsyncExitStack, app: App, community: Community, base: Base, demo: Demo | None) -> None:
    router = errands.router()
    folder = MediaFolder(app.settings.media, app.database)
    model = Model.of(app.settings, app.clock, app.metrics)
    if model is not None:
        stack.push_async_callback(model.close)
    dispatch = Dispatch(router, replace(community, assisted=model is not None))
    renewal = Renewal(app.database, dispatch, base)
    await renewal.step()
    intake = Intake(
        app.database,
        dispatch,
        folder,
        app.clock,
        toast=app.toast,
        wake=app.wake,
        metrics=app.metrics,
        renew=renewal.step,
    )
    pages = SensitivePages(
        app.database,
        folder,
        Pages(texts.word),
        app.database.keys.derive("sensitive links"),
        app.settings.public_url,
        app.settings.zone,
        app.clock,
    )
    renderer = Renderer(app.settings.zone, lambda name: router.commands(_seen_by(name)), pages.link)
    for channel in _channels(app, router, folder, demo):
        stack.push_async_callback(channel.close)
        app.channels[channel.account] = channel
    _open_posts(stack, app, intake, renderer, folder)
    await _open_background(stack, app, intake, dispatch, folder, renewal, model)
    routes: list[BaseRoute] = [route for channel in app.channels.values() for route in channel.routes()]
    health = Health(app.database, lambda: list(app.channels.values()), app.clock, app.metrics)
    calendars = CalendarFeeds(app.database, lambda: dispatch.community, app.clock)
    news = News(app.database, Pages(texts.word), lambda: dispatch.community, app.public_url)
    own_routes = (*health.routes(), *pages.routes(), *calendars.routes(), *news.routes())
    server = WebServer([*own_routes, *routes], app.settings.host, app.settings.port)
    app.port = server.port
    server.start()
    stack.push_async_callback(server.stop)
    stack.push_async_callback(intake.drain)
    for post in app.posts:
        stack.push_async_callback(post.take_nothing_more)


def _channels(app: App, router: Router, folder: MediaFolder, demo: Demo | None) -> Sequence[Channel]:
    settings = app.settings
    web = WebChannel(
        app.database,
        folder,
        secret=app.database.keys.derive("web sessions"),
        public_url=settings.public_url,
        words=texts.word,
        rooms=rooms.rooms_of,
        clock=app.clock.now,
        seats=demo.seats if demo else (),
        demo=demo is not None,
        telegram=lambda: app.telegram.username if app.telegram else None,
    )
    if not settings.telegram_token:
        return [web]
    commands = router.commands({"resident"})
    menus = {
        language: [(name, texts.word(f"command-{name}", tag)) for name in commands]
        for language, tag in (("", "zh-CN"), ("zh", "zh-CN"), ("en", "en"))
    }
    app.telegram = TelegramChannel(
        settings.telegram_token,
        rng=random.Random(secrets.randbits(64)),
        api=settings.telegram_api,
        webhook=settings.telegram_webhook,
        secret=settings.telegram_secret,
        menus=menus,
        abilities=replace(Abilities(), sensitive=settings.telegram_sensitive),
        rates=_telegram_rates(settings),
        clock=app.clock.now,
    )
    return [web, app.telegram]


def _telegram_rates(settings: Settings) -> Rates:
    return Rates(
        account=(settings.telegram_rate, 1.0),
        chat=(settings.telegram_chat_rate, 1.0),
        group=(settings.telegram_group_rate, 60.0),
        paid=(PAID_RATE, 1.0) if settings.telegram_paid else None,
    )


def _open_posts(stack: AsyncExitStack, app: App, intake: Intake, renderer: Renderer, folder: MediaFolder) -> None:
    holder = holder_name()
    for channel in app.channels.values():

        def make_delivery(channel: Channel = channel) -> Delivery:
            return Delivery(
                app.database,
                channel,
                renderer,
                folder,
                app.clock,
                app.metrics,
                holder=holder,
                window=app.settings.window,
                leased=True,
            )

        post = Post(app.database, channel, intake.receive, make_delivery, app.clock, holder=holder)
        app.posts.append(post)
        task = asyncio.create_task(post.run(), name=f"post {channel.account}")
        stack.push_async_callback(_finish, task, post)


async def _open_background(
    stack: AsyncExitStack,
    app: App,
    intake: Intake,
    dispatch: Dispatch,
    folder: MediaFolder,
    renewal: Renewal,
    model: Model | None,
) -> None:
    def community() -> Community:
        """The one in force: a pack may be loaded while the service runs."""
        return dispatch.community

    workers = Workers(app.database, app.channels, folder, community, app.clock, app.wake, model)
    working = asyncio.create_task(workers.run(), name="workers")
    scheduler = schedule(Jobs(app.database, community, app.clock, app.metrics, app.wake), errands.JOBS)
    scheduler.start()
    waiting = Waiting(app.database, intake, app.clock, renewal)
    watching = asyncio.create_task(waiting.run(), name="waiting")

    async def close() -> None:
        scheduler.shutdown(wait=False)
        await waiting.stop()
        await workers.stop()
        await asyncio.gather(working, watching)

    stack.push_async_callback(close)


async def _finish(task: "asyncio.Task[None]", post: Post) -> None:
    post.stop()
    await task


def _seen_by(menu: str) -> set[str]:
    """The roles whose commands a menu shows."""
    return {"resident", menu, *({"volunteer"} if menu in ("leader", "liaison") else ())}

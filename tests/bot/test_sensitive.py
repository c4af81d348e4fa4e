"""The page behind a link to sensitive details: first a button, then the words and the files, and it is logged."""

from datetime import timedelta
from functools import partial
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bot.sensitive import SensitivePages
from bot.web.pages import Pages
from handlers import texts
from handlers.message import Message, Text, encode
from storage import assignments, line, media, outbox, reveals, sending
from storage.database import Database
from storage.line import Said
from storage.media import MediaFolder
from storage.sending import Claimed
from storage.transaction import Transaction
from tests.bot.stage import ZONE, Clock
from tests.storage.samples import ACCOUNT, NOW, Community, community, new_address, new_person, new_request, outgoing

PUBLIC = "https://linli.example"


class Page:
    """The pages on a database, and one sensitive message of a line that has been sent to the volunteer."""

    def __init__(self, database: Database, folder: MediaFolder) -> None:
        self.database = database
        self.folder = folder
        self.pages = SensitivePages(database, folder, Pages(texts.word), b"secret", PUBLIC, ZONE, Clock(NOW))
        app = Starlette(routes=self.pages.routes())
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=PUBLIC)
        self.place: Community | None = None

    async def link(self) -> str:
        digest = self.folder.put(b"photo bytes")

        def work(tx: Transaction) -> Claimed:
            self.place = place = community(tx)
            request = new_request(tx, place.estate, place.resident)
            photo = media.create(tx, kind="photo", mime="image/jpeg", size=11, now=NOW, digest=digest)
            said = line.create(
                tx,
                request_id=request.id,
                sender_id=place.resident.id,
                address_id=place.resident_address.id,
                message="7",
                about_id=None,
                said=Said("我有难处"),
                phones=False,
                media_ids=[photo],
                now=NOW,
            )
            message = Message(text=Text("plain", {"text": "王阿姨：我有难处"}), media=(digest,), sensitive=True)
            reader = new_address(tx, "u2", person=place.volunteer)
            outbox.add(tx, outgoing(reader, encode(message), key=line.key_of(said.id)), NOW)
            (claimed,) = sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 9), "holder", NOW)
            return claimed

        made = self.pages.link(await self.database.turn(work))
        assert made is not None
        return made


@pytest.fixture
def page(database: Database, tmp_path: Path) -> Page:
    return Page(database, MediaFolder(tmp_path / "media", database))


async def test_a_look_is_a_button_away_and_is_logged_for_who_spoke(page: Page) -> None:
    link = await page.link()
    place = page.place
    assert place is not None
    first = await page.http.get(link)
    assert first.status_code == 200 and "难处" not in first.text

    async def logged() -> list[tuple[str, int]]:
        found = await page.database.read(lambda tx: reveals.of_subject(tx, place.resident.id))
        return [(each.what, each.actor_id) for each in found]

    assert await logged() == [], "a link preview comes this far"
    shown = await page.http.post(link)
    assert "王阿姨：我有难处" in shown.text
    assert await logged() == [("sensitive page", place.volunteer.id)]


async def test_the_photos_of_it_are_on_the_page_and_nowhere_else(page: Page) -> None:
    link = await page.link()
    shown = await page.http.post(link)
    address = link.removeprefix(PUBLIC) + "/0"
    assert f'src="{address}"' in shown.text
    photo = await page.http.get(address)
    assert (photo.content, photo.headers["content-type"]) == (b"photo bytes", "image/jpeg")
    assert "no-store" in photo.headers["cache-control"]
    assert (await page.http.get(link + "/1")).status_code == 410
    assert (await page.http.get(f"{PUBLIC}/s/forged/0")).status_code == 410


async def test_after_half_an_hour_the_link_shows_nothing(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    link = await page.link()
    monkeypatch.setattr("bot.sensitive.LIVES_SECONDS", -timedelta(seconds=1).total_seconds())
    assert (await page.http.get(link)).status_code == 410
    assert (await page.http.post(link)).status_code == 410
    assert (await page.http.get(link + "/0")).status_code == 410


@pytest.mark.parametrize("key", ["staff:{id}", "callback:{id}/a1", "ladder:{id}:limit", "soon:{held}"])
async def test_a_look_is_logged_for_everybody_whom_the_request_concerns(page: Page, key: str) -> None:
    def work(tx: Transaction) -> tuple[Claimed, Community, int]:
        place = community(tx)
        helped = new_person(tx, name="李大爷")
        request = new_request(tx, place.estate, place.resident)
        tx.run("UPDATE service_requests SET helped_id = :helped WHERE id = :id", helped=helped.id, id=request.id)
        held = assignments.create(tx, request.id, place.volunteer.id, None, NOW)
        body = encode(Message(text=Text("plain", {"text": "我有难处"}), sensitive=True))
        named = key.format(id=request.id, held=held.id)
        outbox.add(tx, outgoing(new_address(tx, "u2", person=place.volunteer), body, key=named), NOW)
        (claimed,) = sending.claim(tx, sending.due(tx, ACCOUNT, NOW, 9), "holder", NOW)
        return claimed, place, helped.id

    claimed, place, helped_id = await page.database.turn(work)
    await page.http.post(page.pages.link(claimed) or "")
    for subject in (place.resident.id, helped_id):
        (seen,) = await page.database.read(partial(reveals.of_subject, subject_id=subject))
        assert (seen.what, seen.actor_id) == ("sensitive page", place.volunteer.id)
        assert seen.request_id is not None

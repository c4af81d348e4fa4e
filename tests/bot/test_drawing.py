"""Drawing: the worker's card and month, whom they are handed to, and who is told when nothing can be drawn."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from bot import fonts
from bot.tasks import drawing
from bot.workers import Workers
from handlers.turn import Speaker
from handlers.visits import arranging
from storage import addresses, cards, media, people, reveals, visits
from storage.media import MediaFolder
from storage.people import Person
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, MORNING, RESIDENT, ZONE, Service, demo_community

LIAISON, STRANGER = "131", "104"
PEOPLE = {LIAISON: "联络员小林", STRANGER: "赵奶奶"}


@pytest.fixture
async def ready(service: Service) -> Service:
    """A liaison and somebody of the next community have addresses, too."""

    def seat(tx: Transaction) -> None:
        for user, name in PEOPLE.items():
            addresses.create(tx, account=ACCOUNT, user=user, chat=user, person_id=known(tx, name).id, now=MORNING)

    await service.database.turn(seat)
    return service


def known(tx: Transaction, name: str) -> Person:
    found = people.read_by_code(tx, name)
    assert found is not None
    return found


async def work(service: Service, folder: Path) -> None:
    community = demo_community()
    made = MediaFolder(folder, service.database)
    assert await Workers(service.database, {}, made, lambda: community, service.clock, lambda: None).step()


async def file(service: Service, folder: Path, digest: str) -> tuple[str, str, bytes]:
    """Kind, type and bytes of a file that was sent."""
    kept = await service.database.read(lambda tx: media.by_digest(tx, digest))
    assert kept is not None
    return kept.kind, kept.mime, MediaFolder(folder, service.database).get(digest)


async def plan(service: Service, whom: str, days: int) -> None:
    def arrange(tx: Transaction) -> None:
        subject = known(tx, whom)
        arranging.arrange(
            Speaker(tx, MORNING, demo_community()),
            person_id=subject.id,
            place_id=subject.place_id or 0,
            kind=visits.ROUTINE,
            day=MORNING.astimezone(ZONE).date() + timedelta(days=days),
            visitor_id=known(tx, PEOPLE[LIAISON]).id,
        )

    await service.database.turn(arrange)


async def card_of(service: Service, name: str) -> cards.Card:
    found = await service.database.read(lambda tx: cards.of_person(tx, known(tx, name).id))
    assert found is not None
    return found


async def test_one_s_own_card_comes_as_a_picture_whose_code_opens_this_card(ready: Service, tmp_path: Path) -> None:
    await ready.command(RESIDENT, "card")
    await ready.press_label(RESIDENT, "二维码")
    await work(ready, tmp_path / "media")
    told = await ready.last(RESIDENT)
    (digest,) = told.message.media
    kind, mime, data = await file(ready, tmp_path / "media", digest)
    token = (await card_of(ready, "王阿姨")).token
    with Image.open(io.BytesIO(data)) as picture:
        (code,) = zxingcpp.read_barcodes(picture)
    assert (kind, mime, code.text) == ("photo", "image/png", f"http://127.0.0.1:8080/c/{token}")
    await ready.press_label(RESIDENT, "打印用的文件")
    await work(ready, tmp_path / "media")
    (digest,) = (await ready.last(RESIDENT)).message.media
    kind, mime, data = await file(ready, tmp_path / "media", digest)
    assert (kind, mime, data[:5]) == ("file", "application/pdf", b"%PDF-")


async def test_a_liaison_gets_the_card_of_their_people_alone(ready: Service, tmp_path: Path) -> None:
    own, other = await card_of(ready, "王阿姨"), await card_of(ready, "赵奶奶")
    await ready.press(LIAISON, f"cardpic.of:{own.id}")
    await work(ready, tmp_path / "media")
    assert (await ready.last(LIAISON)).message.media
    for action in ("cardpic.of", "card.print"):
        await ready.press(LIAISON, f"{action}:{other.id}")
        assert "办不了" in (await ready.last(LIAISON)).text
        await ready.press(STRANGER, f"{action}:{own.id}")
        assert "办不了" in (await ready.last(STRANGER)).text
    assert await ready.count("tasks") == 0


async def test_a_card_that_was_closed_meanwhile_is_handed_to_nobody(ready: Service, tmp_path: Path) -> None:
    card = await card_of(ready, "王阿姨")
    await ready.press(LIAISON, f"cardpic.of:{card.id}")
    await ready.database.turn(lambda tx: cards.close(tx, card.id, "moved", MORNING))
    before = len(await ready.said(LIAISON))
    await work(ready, tmp_path / "media")
    assert len(await ready.said(LIAISON)) == before
    assert await ready.count("tasks") == 0


async def test_a_month_goes_to_its_visitor_as_sensitive_and_everybody_on_it_can_see_so(
    ready: Service, tmp_path: Path
) -> None:
    await plan(ready, "王阿姨", 2)
    await plan(ready, "李大爷", 3)
    await ready.press(LIAISON, "sheet.of:202611")
    await work(ready, tmp_path / "media")
    told = await ready.last(LIAISON)
    assert "11 月的走访表，2 户" in told.text and told.message.sensitive
    (digest,) = told.message.media
    assert (await file(ready, tmp_path / "media", digest))[1] == "application/pdf"
    for name in ("王阿姨", "李大爷"):
        read = await ready.database.read(lambda tx, name=name: reveals.of_subject(tx, known(tx, name).id))
        assert [each.what for each in read] == ["month sheet"]


async def test_of_an_empty_month_nothing_is_drawn(ready: Service, tmp_path: Path) -> None:
    await ready.press(LIAISON, "sheet.of:203001")
    await work(ready, tmp_path / "media")
    told = await ready.last(LIAISON)
    assert ("1 月还没有安排走访" in told.text, told.message.media) == (True, ())


@pytest.mark.parametrize("month", ["", "2026", "202613", "209999", "202600", "x" * 6, "9" * 40])
async def test_a_forged_month_is_refused(ready: Service, month: str) -> None:
    await ready.press(LIAISON, f"sheet.of:{month}")
    assert "不认识" in (await ready.last(LIAISON)).text
    assert await ready.count("tasks") == 0


@pytest.mark.parametrize("action", ["sheet.ask", "sheet.of:202611", "feed.show", "feed.new", "visits.more"])
async def test_who_visits_nobody_has_no_month_and_no_calendar(ready: Service, action: str) -> None:
    await ready.press(RESIDENT, action)
    assert "办不了" in (await ready.last(RESIDENT)).text
    assert await ready.count("tasks") == await ready.count("calendar_feeds") == 0


async def test_without_a_font_who_asked_is_told(
    ready: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "has_chinese", lambda: False)
    assert fonts.has_chinese(), "there is one here"
    await ready.command(RESIDENT, "card")
    await ready.press_label(RESIDENT, "二维码")
    await work(ready, tmp_path / "media")
    assert "没画成" in (await ready.last(RESIDENT)).text

"""Nothing personal lies in the clear: neither in the files of a database, nor in its columns, nor among the media."""

from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from storage import (
    canned_replies,
    dialogues,
    inbox,
    invitations,
    life_notes,
    line,
    links,
    media,
    outbox,
    people,
    request_changes,
    request_events,
    service_requests,
    tasks,
    thoughts,
    web_chat,
)
from storage.database import Database, open_database
from storage.dialogues import Dialogue
from storage.life_notes import Known
from storage.line import Said
from storage.media import MediaFolder
from storage.sealing import Keyring
from storage.service_requests import Details
from storage.transaction import Transaction
from tests.storage import visited
from tests.storage.samples import ACCOUNT, DAY, HOUR, NOW, community, new_person, new_request, outgoing

SECRETS = {
    "name": "王秀英阿姨",
    "phone": "+8613800138000",
    "door": "三单元四零二",
    "words": "楼道的灯坏了三天",
    "address": "幸福路九号",
    "request phone": "+8613900139000",
    "note": "换了新灯泡",
    "event note": "住户不在家",
    "answer": "我妈妈听不见门铃",
    "outbox": "您的志愿者快到了",
    "album": "相册第一张",
    "parked": "处理失败的话",
    "task": "请画一张图表",
    "file name": "我的病历.pdf",
    "file": "一张照片的字节",
    "bubble": "网页里说的话",
    "line": "悄悄告诉小李的话",
    "link code": "730915",
    "canned reply": "服务站的门禁密码贴在前台",
    "life note": "一个人住在三楼",
    "earlier life note": "和女儿住在一起",
    "thought": "想多和人说说话",
    **visited.SAID,
}


def write_everything(tx: Transaction, digest: str) -> str:
    place = community(tx)
    person = new_person(tx, name=SECRETS["name"], phone=SECRETS["phone"], door=SECRETS["door"])
    dialogues.save(tx, Dialogue(person.id, "form", "step", {"answer": SECRETS["answer"]}), NOW)
    request = new_request(tx, place.estate, person)
    details = Details(SECRETS["words"], SECRETS["address"], "晚上", SECRETS["request phone"])
    request_changes.set_details(tx, request.id, details)
    request_changes.set_note(tx, request.id, SECRETS["note"])
    request_events.add(
        tx, request.id, move="m", from_state=None, to_state="x", actor_id=None, now=NOW, note=SECRETS["event note"]
    )
    outbox.add(tx, outgoing(place.resident_address, SECRETS["outbox"]), NOW)
    outbox.edit(tx, outgoing(place.resident_address, SECRETS["outbox"], key="card"), NOW)
    for kind in ("album", "parked"):
        row = inbox.take(tx, ACCOUNT, kind, NOW)
        assert row is not None
        if kind == "album":
            inbox.wait(tx, row, ACCOUNT, "u1", "a", NOW, SECRETS["album"])
        else:
            inbox.park(tx, row, SECRETS["parked"])
    tasks.add(tx, "chart", SECRETS["task"], NOW)
    media.create(tx, kind="file", mime="text/plain", size=1, now=NOW, digest=digest, name=SECRETS["file name"])
    web_chat.add(tx, "c", SECRETS["bubble"], {digest: "text/plain"}, now=NOW)
    web_chat.reserve(tx, "c", "me", "1", SECRETS["bubble"], {}, now=NOW)
    line.create(
        tx,
        request_id=request.id,
        sender_id=person.id,
        address_id=place.resident_address.id,
        message="7",
        about_id=None,
        said=Said(SECRETS["line"]),
        phones=False,
        media_ids=[],
        now=NOW,
    )
    canned_replies.create(tx, place.estate.id, SECRETS["canned reply"], person.id, NOW)
    _write_known(tx, person.id, place.estate.id)
    visited.write(tx, person.id, place.estate.id)
    links.create(tx, SECRETS["link code"], place.resident_address.id, NOW + HOUR)
    return invitations.create(
        tx, role="volunteer", place_id=place.estate.id, team_id=None, invited_by=None, expires_at=NOW + DAY, now=NOW
    )


def _write_known(tx: Transaction, person_id: int, place_id: int) -> None:
    """What a station knows of somebody, and knew before; and what is on their mind."""
    now_so = Known("family", "visit", SECRETS["life note"])
    before = Known("family", "self", SECRETS["earlier life note"])
    number = life_notes.create(tx, person_id, place_id, before, person_id, NOW)
    note = life_notes.lock(tx, number)
    assert note is not None
    life_notes.change(tx, note, now_so, person_id, NOW, keep=True)
    thoughts.write(tx, person_id, place_id, SECRETS["thought"], NOW)


def every_value(url: str) -> bytes:
    """All that is in the tables of a PostgreSQL database."""
    found = []
    with psycopg.connect(url) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        for (table,) in tables:
            for row in connection.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table))):
                found += [value if isinstance(value, bytes) else str(value).encode() for value in row]
    return b"\n".join(found)


def told(raw: bytes, secrets: dict[str, str]) -> list[str]:
    """Which of the secrets stand in these bytes, in UTF-8, in UTF-16 or as JSON writes them."""
    return [
        name
        for name, secret in secrets.items()
        if any(form in raw for form in (secret.encode(), secret.encode("utf-16-le"), ascii(secret)[1:-1].encode()))
    ]


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
async def test_nothing_personal_lies_in_the_clear(
    database_url: str, keys: Keyring, tmp_path: Path, closed: bool
) -> None:
    database = await open_database(database_url, keys)
    folder = MediaFolder(tmp_path / "media", database)
    digest = folder.put(SECRETS["file"].encode())
    token = await database.turn(lambda tx: write_everything(tx, digest))
    secrets = {**SECRETS, "invitation": token, "digits": "13800138000", "key": keys.sealing[0][1].hex()}
    if closed:
        await database.close()
    raw = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    if database_url.startswith("postgresql"):
        raw += every_value(database_url)
    assert b"offered" in raw and b"water" in raw  # what is not personal is found this way
    assert told(raw, secrets) == []
    assert keys.lookup not in raw and keys.sealing[0][1] not in raw
    await database.close()


def test_the_search_would_find_it() -> None:
    everything = "|".join(SECRETS.values()).encode()
    assert told(everything, SECRETS) == list(SECRETS)


async def test_and_it_all_opens_with_the_key(database: Database, tmp_path: Path) -> None:
    folder = MediaFolder(tmp_path / "media", database)
    digest = folder.put(SECRETS["file"].encode())
    await database.turn(lambda tx: write_everything(tx, digest))

    def look(tx: Transaction) -> None:
        person = next(p for p in (people.read(tx, r["id"]) for r in tx.all("SELECT id FROM people")) if p.phone)
        assert (person.name, person.door) == (SECRETS["name"], SECRETS["door"])
        request = service_requests.of_person(tx, person.id)[0]
        assert (request.details.words, request.note) == (SECRETS["words"], SECRETS["note"])
        assert request_events.of_request(tx, request.id)[0].note == SECRETS["event note"]
        assert dialogues.read(tx, person.id) == Dialogue(person.id, "form", "step", {"answer": SECRETS["answer"]})

    await database.read(look)
    assert folder.get(digest) == SECRETS["file"].encode()

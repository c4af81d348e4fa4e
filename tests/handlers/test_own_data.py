"""One's own data: taken away whole, without what is others'; deleted wherever it lies."""

import json
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from handlers.incoming import Attachment, Position
from handlers.life import history
from handlers.privacy import own_data, own_export
from handlers.privacy.own_export import KEYS, collect, keys_in
from handlers.talking import line_history
from handlers.turn import Speaker
from storage import consents, media, people, service_requests
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, COORDINATOR, HELPER, RESIDENT, Service, demo_community
from tests.handlers.kept import finished, folder_of, in_the_clear, on_disk, request, work

# As if all of it had been delivered.
ALL_SENT = "UPDATE outbox SET state = 'sent', message_id = CAST(id AS TEXT), done_at = created_at"
SECRETS = ("13800001111", "+8613000000001", "2单元 502", "楼道灯坏了", "我在家", "王阿姨")


def person_id(tx: Transaction, name: str) -> int:
    found = people.read_by_code(tx, name)
    assert found is not None
    return found.id


async def taken(service: Service, path: Path, user: str = RESIDENT) -> dict[str, tuple[Any, str]]:
    """The files that somebody takes away: name → (medium, content)."""
    await service.command(user, "mydata")
    action = next(each.action for each in (await service.last(user)).choices if each.action == "own.take")
    await service.press(user, action)
    await work(service, path)
    message = (await service.last(user)).message
    assert message.sensitive
    files = [await service.database.read(partial(media.by_digest, digest=digest)) for digest in message.media]
    folder = folder_of(service, path)
    return {one.name: (one, folder.get(one.digest or "").decode()) for one in files if one is not None}


async def test_the_files_hold_all_with_every_key_explained(service: Service, tmp_path: Path) -> None:
    await finished(service, tmp_path)
    files = await taken(service, tmp_path)
    assert set(files) == {"linli-20261123.html", "linli-20261123.json"}
    data = json.loads(files["linli-20261123.json"][1])
    assert data["person"]["phone"] == "+8613000000001" and data["person"]["door"] == "2单元 502"
    assert data["person"]["home"][0].startswith("3号楼")
    (asked,) = data["requests"]
    assert "楼道灯坏了" in asked["words"] and [one["name"] for one in asked["helpers"]] == ["小李"]
    assert [one["words"] for one in asked["talk"]] == ["我在家，打13800001111"]
    assert asked["files"][0]["included"] and data["read_by"][0]["who"] == "小李"
    assert keys_in({name: value for name, value in data.items() if name != "about"}) <= set(data["about"]["keys"])
    assert set(data["about"]["keys"]) <= KEYS
    assert all(data["about"]["keys"].values())
    for moment in (data["about"]["made_at"], asked["created_at"], asked["closed_at"], data["person"]["joined_at"]):
        assert datetime.fromisoformat(moment).tzinfo is not None
    page = files["linli-20261123.html"][1]
    assert "已回访" in page and "confirmed" not in page and "地址和电话" in page  # codes in words
    assert "data:image/jpeg;base64," in page and "楼道灯坏了" in page and 'src="http' not in page


async def test_nothing_of_others_is_in_it(service: Service, tmp_path: Path) -> None:
    """The helper takes along what they did, and not whom they visited."""
    await finished(service, tmp_path)
    for _, content in (await taken(service, tmp_path, HELPER)).values():
        assert "20261123-0001" in content
        assert not any(secret in content for secret in SECRETS)


async def test_what_the_helper_wrote_comes_without_numbers(service: Service, tmp_path: Path) -> None:
    await finished(service, tmp_path)
    data = json.loads((await taken(service, tmp_path))["linli-20261123.json"][1])
    assert data["requests"][0]["note"].startswith("换了灯泡") and "13800001111" not in data["requests"][0]["note"]


async def test_an_english_reader_gets_an_english_page(here: Service, tmp_path: Path) -> None:
    await here.press(RESIDENT, "menu.language:en")
    page = (await taken(here, tmp_path))["linli-20261123.html"][1]
    assert 'lang="en"' in page and "My data" in page and "own-key" not in page


async def test_words_cannot_act_in_the_page(here: Service, tmp_path: Path) -> None:
    await here.say(RESIDENT, "楼道灯坏了<script>alert(1)</script>")
    await here.press_label(RESIDENT, "确认")
    page = (await taken(here, tmp_path))["linli-20261123.html"][1]
    assert "<script" not in page and "&lt;script&gt;" in page


async def test_whoever_has_left_meanwhile_gets_no_files(service: Service, tmp_path: Path) -> None:
    await service.command(RESIDENT, "mydata")
    await service.press_label(RESIDENT, "带走一份")
    await service.press(RESIDENT, "leave.sure")
    await work(service, tmp_path)
    assert (await service.count("exports"), await service.count("media"), on_disk(tmp_path)) == (0, 0, 0)


async def test_leaving_reaches_everything(service: Service, tmp_path: Path) -> None:
    """Words, photos, lines, drafts, copies in the outbox, files taken along: nothing is left, also on the disk."""
    await finished(service, tmp_path)
    await taken(service, tmp_path)
    await service.say(RESIDENT, "厨房水龙头漏水，我电话13800001111")
    await service.database.turn(lambda tx: tx.run(ALL_SENT))
    before = await in_the_clear(service.database)
    assert all(secret in before for secret in SECRETS) and on_disk(tmp_path) == 3
    await service.press(RESIDENT, "leave.sure")
    await work(service, tmp_path)
    left = await in_the_clear(service.database)
    assert left and not [secret for secret in SECRETS if secret in left]
    assert on_disk(tmp_path) == 0
    assert await service.count("consents", "withdrawn_at IS NULL AND person_id = :id", id=await own(service)) == 0
    assert await service.count("request_events") > 5  # what happened stays


async def own(service: Service) -> int:
    return await service.database.read(lambda tx: person_id(tx, "王阿姨"))


async def test_a_volunteer_who_leaves_is_in_no_team(service: Service, tmp_path: Path) -> None:
    await service.press(HELPER, "leave.sure")
    helper = await service.database.read(lambda tx: person_id(tx, "小李"))
    assert await service.count("roles", "person_id = :id AND ended_at IS NULL", id=helper) == 0
    assert await service.count("volunteers", "person_id = :id AND ended_at IS NULL", id=helper) == 0
    assert await service.count("volunteers", "person_id = :id AND home_id IS NOT NULL", id=helper) == 0


async def test_an_open_emergency_stays_whole_and_is_named(service: Service) -> None:
    await service.say(RESIDENT, "着火了")
    await service.press(RESIDENT, "leave.sure")
    said = [one.text for one in await service.said(RESIDENT)]
    assert any("20261123-0001" in text and "先留着" in text for text in said)
    assert "着火了" in await in_the_clear(service.database, "service_requests")


async def test_one_request_is_deleted_and_not_an_open_or_another_ones(service: Service, tmp_path: Path) -> None:
    number = await finished(service, tmp_path)
    await service.press(COORDINATOR, f"own.gone:{number}")
    assert "不是您提的" in (await service.last(COORDINATOR)).text
    await service.press(RESIDENT, f"own.gone:{number}")
    await work(service, tmp_path)
    assert (await request(service, number)).details.words == "" and on_disk(tmp_path) == 0
    assert await service.count("line_messages") == 0
    await service.say(RESIDENT, "楼道灯坏了")
    await service.press_label(RESIDENT, "确认")
    open_one = (await service.database.read(lambda tx: service_requests.of_person(tx, person_id(tx, "王阿姨"))))[0]
    await service.press(RESIDENT, f"own.gone:{open_one.id}")
    assert "没办完" in (await service.last(RESIDENT)).text
    assert (await request(service, open_one.id)).details.words != ""


async def test_anothers_consent_cannot_be_taken_back(service: Service) -> None:
    await service.database.turn(
        lambda tx: consents.give(tx, person_id(tx, "王阿姨"), consents.SENSITIVE, service.clock.now())
    )
    known = await service.database.read(lambda tx: consents.latest(tx, person_id(tx, "王阿姨"), consents.SENSITIVE))
    assert known is not None
    await service.press(HELPER, f"consent.withdraw:{known.id}")
    assert await service.database.read(lambda tx: consents.holds(tx, known.person_id, consents.SENSITIVE))
    await service.press(RESIDENT, f"consent.withdraw:{known.id}")
    assert not await service.database.read(lambda tx: consents.holds(tx, known.person_id, consents.SENSITIVE))


@pytest.mark.parametrize(
    ("text", "asks"),
    [("我的资料", True), ("My data", True), ("我的资料。", True), ("我的资料丢了", False), ("", False)],
)
def test_words_for_it(text: str, asks: bool) -> None:
    assert own_data.asks_for(text) is asks


async def test_every_fact_about_the_person_is_in_the_data(service: Service, tmp_path: Path) -> None:
    """Whatever is sealed and belongs to the person alone is in what they take away."""
    await finished(service, tmp_path)
    data, digests = await service.database.read(
        lambda tx: collect(Speaker(tx, service.clock.now(), demo_community()), person_id(tx, "王阿姨"))
    )
    text = own_export.as_json(data)
    assert all(secret in text for secret in SECRETS)
    assert [each["number"] for each in own_export.files_of(data)] == [str(number) for number in digests]
    assert data["person"]["channels"] == [{"channel": ACCOUNT.partition(":")[0], "user": RESIDENT}]


async def test_whoever_asked_for_another_does_not_take_their_door_along(service: Service, tmp_path: Path) -> None:
    number = await finished(service, tmp_path)
    helped = await service.database.read(lambda tx: person_id(tx, "小赵"))
    sql = "UPDATE service_requests SET helped_id = :helped WHERE id = :id"
    await service.database.turn(lambda tx: tx.run(sql, helped=helped, id=number))

    def address(tx: Transaction, name: str) -> str | None:
        data, _ = collect(Speaker(tx, service.clock.now(), demo_community()), person_id(tx, name))
        found: str | None = data["requests"][0]["address"]
        return found

    assert await service.database.read(lambda tx: address(tx, "王阿姨")) is None
    assert "502" in (await service.database.read(lambda tx: address(tx, "小赵")) or "")


async def test_notes_of_the_history_and_voices_for_a_person_are_in_it(service: Service) -> None:
    await service.ask_for_lamp()
    await service.say(RESIDENT, media=(Attachment("voice", digest="a" * 64, size=10),))

    def noted(tx: Transaction) -> own_export.Data:
        speaker = Speaker(tx, service.clock.now(), demo_community())
        (asked,) = service_requests.of_person(tx, person_id(tx, "王阿姨"))
        history.note(speaker, asked, "note", actor_id=person_id(tx, "陈主任"), words="灯泡订好了，问13800001111")
        return collect(speaker, person_id(tx, "王阿姨"))[0]

    data = await service.database.turn(noted)
    notes = [each["note"] for each in data["requests"][0]["history"] if each["note"]]
    assert [each.startswith("灯泡订好了") and "13800001111" not in each for each in notes] == [True]
    assert [each["kind"] for each in own_export.files_of(data)] == ["voice"]
    await service.press(RESIDENT, "own.see")
    assert "备注：1 条" in (await service.last(RESIDENT)).text


async def test_a_place_that_is_passed_on_in_an_emergency_is_logged(service: Service) -> None:
    await service.say(RESIDENT, "着火了")
    before = await service.count("reveals")
    await service.say(RESIDENT, position=Position(30.6342, 114.3901))
    assert await service.count("reveals") > before


def test_whatever_is_logged_is_called_by_name() -> None:
    assert line_history.LOOK in own_data.READ

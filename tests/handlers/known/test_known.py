"""The four things known: who writes, who reads, who is refused; what is deleted is gone wherever it lay."""

import ast
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import handlers
from handlers import errands, texts
from handlers.known import known_over, life_notes, own_notes
from handlers.privacy.own_data import READ
from handlers.privacy.own_export import as_json, collect
from handlers.turn import Speaker
from storage import absences, cards, places, roles, thoughts
from storage import life_notes as stored
from storage.transaction import Transaction
from tests.bot.stage import COORDINATOR, DESK, HELPER, RESIDENT, ZONE, Service, demo_community
from tests.handlers.kept import DAY, in_the_clear, nights
from tests.handlers.known.people import (
    DEPUTY,
    FOREIGN_LIAISON,
    FOREIGN_MEMBER,
    FOREIGN_SECRETARY,
    LIAISON,
    MIND,
    SECRETARY,
    STREET,
    WORDS,
    card_of,
    looks,
    noted,
    person_id,
    seat,
    thought,
)

SENT = "UPDATE outbox SET state = 'sent', message_id = CAST(id AS TEXT), done_at = created_at WHERE state = 'waiting'"
STRANGERS = (FOREIGN_LIAISON, FOREIGN_SECRETARY, FOREIGN_MEMBER, STREET, COORDINATOR, DESK, HELPER)
STAFF_PRESSES = sorted(
    route.name
    for route in errands.ROUTES
    if route.on == "press" and (route.name.startswith("notes.") or route.name == "thought.of")
)
OWN_PRESSES = sorted(
    route.name for route in errands.ROUTES if route.on == "press" and route.name.startswith(("known.", "thought."))
)


async def all_sent(service: Service) -> None:
    """As if all of it had been delivered."""
    await service.database.turn(lambda tx: tx.run(SENT))


async def test_a_note_is_written_read_by_its_subject_and_mended_by_them(service: Service) -> None:
    await seat(service)
    card = await card_of(service)
    await service.press(LIAISON, f"notes.add:{card.id}")
    assert "不写病名" not in (await service.last(LIAISON)).text
    await service.press_label(LIAISON, "家里")
    assert "不写病名" in (await service.last(LIAISON)).text
    await service.say(LIAISON, "她脾气不好")
    assert await service.count("life_notes") == 0
    await service.say(LIAISON, WORDS)
    await service.press_label(LIAISON, "走访时看到的")
    told = [one.text for one in await service.said(RESIDENT)]
    assert any("联络员小林" in text and "能看、能改、能删" in text for text in told)
    assert not any(WORDS in text for text in told)
    await service.press(RESIDENT, "known.mine")
    shown = await service.last(RESIDENT)
    assert WORDS in shown.text and "联络员小林" in shown.text and "2026年11月23日" in shown.text
    assert shown.message.sensitive
    await service.press_label(RESIDENT, "改一条")
    await service.press_label(RESIDENT, "第 1 条")
    await service.press_label(RESIDENT, "说得不对")
    await service.say(RESIDENT, "女儿搬回来了")
    assert WORDS not in await in_the_clear(service.database, "life_notes", "life_note_versions")
    await service.press(LIAISON, f"notes.of:{card.id}")
    assert "女儿搬回来了（本人说的；王阿姨" in (await service.last(LIAISON)).text
    assert await looks(service, LIAISON, "life notes") == 1
    await service.press(RESIDENT, "own.read:0")
    assert "联络员小林（联络员）：家里、工作、难处" in (await service.last(RESIDENT)).text


async def test_the_station_keeps_what_a_note_said_before(here: Service) -> None:
    await seat(here)
    number = await noted(here)
    await here.press(SECRETARY, f"notes.fix:{number}")
    await here.say(SECRETARY, "女儿下个月回来")
    await here.press_label(SECRETARY, "邻居说的")
    await here.press(RESIDENT, "known.mine")
    text = (await here.last(RESIDENT)).text
    assert "女儿下个月回来（邻居说的；书记老何" in text and f"以前写的：{WORDS}（走访时看到的；联络员小林" in text


async def test_no_button_tells_what_is_known(here: Service) -> None:
    """Labels are seen in every channel, and words only where a channel is made for them."""
    await seat(here)
    card = await card_of(here)
    await noted(here)
    await thought(here)
    for user, presses in (
        (LIAISON, (f"notes.of:{card.id}", f"notes.which:{card.id}", f"thought.of:{card.id}")),
        (RESIDENT, ("known.mine", "known.which", "thought.mine")),
    ):
        for action in presses:
            await here.press(user, action)
            said = await here.last(user)
            labels = [texts.render(each.label, "zh-CN", ZONE) for each in said.choices]
            assert labels and not any(word in label for label in labels for word in (WORDS, MIND))
            assert said.message.sensitive == (WORDS in said.text or MIND in said.text)


@pytest.mark.parametrize("user", STRANGERS)
async def test_who_does_not_look_after_somebody_reads_and_changes_nothing(here: Service, user: str) -> None:
    """A liaison, a secretary and a member of the next station, the street, coordinator, desk, a volunteer."""
    await seat(here)
    card, number = await card_of(here), await noted(here)
    await thought(here)
    before = await in_the_clear(here.database, "life_notes", "thoughts")
    looked = await here.count("reveals")
    for name in STAFF_PRESSES:
        for named in (card.id, number):
            await here.press(user, f"{name}:{named}")
            said = (await here.last(user)).text
            assert "办不了" in said or "没有了" in said, (name, said)
    for name in OWN_PRESSES:
        await here.press(user, f"{name}:{number}")
    assert not any(WORDS in one.text or MIND in one.text for one in await here.said(user))
    assert await in_the_clear(here.database, "life_notes", "thoughts") == before
    assert (await here.count("reveals"), await here.count("parked_turns")) == (looked, 0)


@pytest.mark.parametrize("name", [*STAFF_PRESSES, *OWN_PRESSES])
async def test_nonsense_is_answered_in_words(here: Service, name: str) -> None:
    await seat(here)
    await noted(here)
    for argument in ("", "0", "9" * 18, "x", "1/2"):
        for user in (LIAISON, RESIDENT):
            await here.press(user, f"{name}:{argument}")
    assert await here.count("parked_turns") == 0


async def test_only_the_named_liaison_and_the_stations_secretary_read_a_thought(service: Service) -> None:
    await seat(service)
    card = await card_of(service)
    await thought(service)

    def station(tx: Transaction) -> None:
        """小秦 stands in for 小林; 陈主任 is the secretary of the street above."""
        now = service.clock.now()
        absences.add(tx, person_id(tx, LIAISON), person_id(tx, DEPUTY), now + 9 * DAY, now)
        street = next(one.place_id for one in roles.of_person(tx, person_id(tx, STREET)))
        roles.grant(tx, person_id(tx, COORDINATOR), "secretary", street, None, None, now)

    await service.database.turn(station)
    for user in (DEPUTY, COORDINATOR):
        await service.press(user, f"thought.of:{card.id}")
        assert "办不了" in (await service.last(user)).text
        await service.press(user, f"notes.of:{card.id}")
        assert "心里话" not in [texts.render(one.label, "zh-CN", ZONE) for one in (await service.last(user)).choices]
    for user in (LIAISON, SECRETARY):
        await service.press(user, f"notes.of:{card.id}")
        await service.press_label(user, "心里话")
        shown = await service.last(user)
        assert MIND in shown.text and shown.message.sensitive
        assert await looks(service, user, "thought") == 1
    await service.press(RESIDENT, "own.read:0")
    assert "书记老何（书记）：心里话" in (await service.last(RESIDENT)).text


async def test_a_thought_is_not_handed_on(here: Service) -> None:
    """Not to who was the liaison before, and not to another station."""
    await seat(here)
    card = await card_of(here)
    await thought(here)
    await here.database.turn(lambda tx: cards.set_liaison(tx, card.id, person_id(tx, DEPUTY)))
    await here.press(LIAISON, f"thought.of:{card.id}")
    assert "办不了" in (await here.last(LIAISON)).text
    await here.press(DEPUTY, f"thought.of:{card.id}")
    assert MIND in (await here.last(DEPUTY)).text

    def move(tx: Transaction) -> None:
        there = next(one.place_id for one in roles.of_person(tx, person_id(tx, FOREIGN_SECRETARY)))
        cards.set_place(tx, card.id, there)
        cards.set_liaison(tx, card.id, person_id(tx, FOREIGN_LIAISON))

    await here.database.turn(move)
    for user in (FOREIGN_LIAISON, FOREIGN_SECRETARY, SECRETARY, DEPUTY):
        await here.press(user, f"thought.of:{card.id}")
        assert MIND not in (await here.last(user)).text
    await here.press(RESIDENT, "thought.mine")
    assert MIND in (await here.last(RESIDENT)).text and "没有别人看得到" in (await here.last(RESIDENT)).text
    await here.press_label(RESIDENT, "重新写")
    assert "联络员小余" in (await here.last(RESIDENT)).text
    await here.say(RESIDENT, "想学画画")
    await here.press(FOREIGN_LIAISON, f"thought.of:{card.id}")
    assert "想学画画" in (await here.last(FOREIGN_LIAISON)).text


async def test_another_station_reads_what_was_noted_only_with_a_yes(service: Service) -> None:
    await seat(service)
    card, number = await card_of(service), await noted(service)

    def move(tx: Transaction) -> None:
        there = next(one.place_id for one in roles.of_person(tx, person_id(tx, FOREIGN_SECRETARY)))
        cards.set_place(tx, card.id, there)
        cards.set_liaison(tx, card.id, person_id(tx, FOREIGN_LIAISON))
        moved = cards.read(tx, card.id)
        assert moved is not None
        own_notes.moved(Speaker(tx, service.clock.now(), demo_community()), moved)

    await service.database.turn(move)
    for user in (FOREIGN_LIAISON, FOREIGN_SECRETARY, LIAISON, SECRETARY):
        for action in (f"notes.of:{card.id}", f"notes.one:{number}", f"notes.which:{card.id}"):
            await service.press(user, action)
            assert WORDS not in (await service.last(user)).text
    assert await service.count("reveals") == 0
    assert "要让他们看吗" in (await service.last(RESIDENT)).text
    await service.press(RESIDENT, "known.mine")
    shown = await service.last(RESIDENT)
    assert WORDS in shown.text and "其中 1 条" in shown.text
    await service.press_label(RESIDENT, "让新服务站也看")
    await service.press(FOREIGN_LIAISON, f"notes.of:{card.id}")
    assert WORDS in (await service.last(FOREIGN_LIAISON)).text
    await service.press(LIAISON, f"notes.one:{number}")
    assert WORDS not in (await service.last(LIAISON)).text


async def test_nobody_else_changes_or_deletes_a_thought(here: Service) -> None:
    await seat(here)
    card = await card_of(here)
    await thought(here)
    for name in OWN_PRESSES:
        for user in (LIAISON, SECRETARY):
            await here.press(user, f"{name}:{card.id}")
            await here.say(user, "这是我写的")
    assert await in_the_clear(here.database, "thoughts") == MIND


async def test_a_form_that_was_open_when_the_card_was_handed_over_writes_nothing(here: Service) -> None:
    await seat(here)
    card = await card_of(here)
    await here.press(LIAISON, f"notes.add:{card.id}")
    await here.press_label(LIAISON, "难处")
    await here.say(LIAISON, "下楼要人扶")
    await here.database.turn(lambda tx: cards.set_liaison(tx, card.id, person_id(tx, DEPUTY)))
    await here.press_label(LIAISON, "本人说的")
    assert await here.count("life_notes") == 0 and "办不了" in (await here.last(LIAISON)).text
    assert await here.count("dialogues", "form IS NOT NULL") == 0


@pytest.mark.parametrize("action", ["known.allgone", "thought.gone"])
async def test_what_is_deleted_is_gone_from_every_copy(service: Service, action: str) -> None:
    await seat(service)
    card = await card_of(service)
    await noted(service)
    await thought(service)
    for press in ("notes.of", "notes.of", "thought.of", "thought.of"):
        await service.press(LIAISON, f"{press}:{card.id}")
        await all_sent(service)
    await service.press(RESIDENT, "known.mine")
    await service.press(RESIDENT, "thought.mine")
    await all_sent(service)
    before = await service.count("outbox")
    gone, left = (WORDS, MIND) if action == "known.allgone" else (MIND, WORDS)
    assert gone in await in_the_clear(service.database)
    await service.press(RESIDENT, action)
    everything = await in_the_clear(service.database)
    assert gone not in everything and left in everything
    edits = await service.count("outbox", "kind = 'edit' AND state = 'waiting'")
    assert edits == 3, "two copies with the liaison, one with the resident"
    assert await service.count("outbox") == before + edits + 1


async def test_whoever_leaves_leaves_nothing_behind(service: Service) -> None:
    await seat(service)
    card = await card_of(service)
    await noted(service)
    await thought(service)
    await service.press(LIAISON, f"notes.of:{card.id}")
    await all_sent(service)
    await service.press(RESIDENT, "leave.sure")
    left = await in_the_clear(service.database)
    assert left and WORDS not in left and MIND not in left
    assert (await service.count("life_notes"), await service.count("thoughts")) == (0, 0)


async def test_both_are_in_ones_own_copy_and_a_thought_in_no_other(here: Service) -> None:
    await seat(here)
    await noted(here)
    await thought(here)

    def files(tx: Transaction) -> tuple[str, str]:
        speaker = Speaker(tx, here.clock.now(), demo_community())
        return tuple(as_json(collect(speaker, person_id(tx, user))[0]) for user in (RESIDENT, LIAISON))  # type: ignore[return-value]

    own, others = await here.database.read(files)
    data = json.loads(own)
    assert [(one["words"], one["from"]) for one in data["life_notes"]] == [(WORDS, "联络员小林")]
    assert [one["words"] for one in data["thought"]] == [MIND]
    assert WORDS not in others and MIND not in others


async def test_a_thought_is_gone_after_twelve_months(service: Service, tmp_path: Path) -> None:
    await seat(service)
    await thought(service)
    await nights(service, tmp_path, after=364 * DAY)
    assert MIND in await in_the_clear(service.database, "thoughts")
    await nights(service, tmp_path, after=2 * DAY)
    assert await service.count("thoughts") == 0


async def test_a_note_that_nobody_confirms_goes_after_two_years(here: Service, tmp_path: Path) -> None:
    await seat(here)
    card = await card_of(here)
    await noted(here)
    other = await noted(here, "在菜场看摊", topic="work")
    await nights(here, tmp_path, after=400 * DAY)
    await here.press(LIAISON, f"notes.of:{card.id}")
    assert (await here.last(LIAISON)).text.count("⚠ 13 个月前确认的") == 2
    await here.press(LIAISON, f"notes.sure:{other}")
    await nights(here, tmp_path, after=331 * DAY)
    left = await in_the_clear(here.database, "life_notes")
    assert "菜场" in left and WORDS not in left


async def test_what_is_known_goes_three_months_after_the_card(here: Service, tmp_path: Path) -> None:
    await seat(here)
    card = await card_of(here)
    await noted(here)
    await thought(here)
    await here.database.turn(lambda tx: cards.close(tx, card.id, "died", here.clock.now()))
    await nights(here, tmp_path, after=known_over.AFTER_CARD - DAY)
    assert (await here.count("life_notes"), await here.count("thoughts")) == (1, 1)
    await nights(here, tmp_path, after=2 * DAY)
    assert (await here.count("life_notes"), await here.count("thoughts")) == (0, 0)


@pytest.mark.parametrize(
    ("since", "months"),
    [
        (datetime(2026, 11, 22, 17, tzinfo=UTC), 0),  # the 23rd here
        (datetime(2026, 10, 23, 1, tzinfo=UTC), 1),
        (datetime(2026, 10, 23, 17, tzinfo=UTC), 0),  # the 24th here
        (datetime(2025, 9, 23, 1, tzinfo=UTC), 14),
        (datetime(2025, 11, 24, 1, tzinfo=UTC), 11),
    ],
)
async def test_months_go_by_the_calendar_here(here: Service, since: datetime, months: int) -> None:
    now = here.clock.now()
    found = await here.database.read(lambda tx: life_notes.months(Speaker(tx, now, demo_community()), since))
    assert found == months


async def test_there_is_room_for_few_notes(here: Service) -> None:
    await seat(here)
    card = await card_of(here)
    for n in range(life_notes.MOST):
        await noted(here, f"第{n}件事")
    await here.press(LIAISON, f"notes.add:{card.id}")
    assert f"最多记 {life_notes.MOST} 条" in (await here.last(LIAISON)).text
    await here.press(RESIDENT, "known.add")
    assert f"最多记 {life_notes.MOST} 条" in (await here.last(RESIDENT)).text
    assert await here.database.read(lambda tx: stored.count(tx, card.person_id)) == life_notes.MOST


async def test_what_another_station_wrote_takes_no_room(here: Service) -> None:
    await seat(here)
    for n in range(life_notes.MOST):
        await noted(here, f"第{n}件事")
    await here.database.turn(move_to_liudi)
    await here.press(FOREIGN_LIAISON, f"notes.add:{(await here.database.read(of_resident)).id}")
    assert "最多记" not in (await here.last(FOREIGN_LIAISON)).text


def of_resident(tx: Transaction) -> cards.Card:
    found = cards.of_person(tx, person_id(tx, RESIDENT))
    assert found is not None
    return found


def move_to_liudi(tx: Transaction) -> None:
    card, place = of_resident(tx), places.read_by_code(tx, "liudi")
    assert place is not None
    cards.set_place(tx, card.id, place.id)
    cards.set_liaison(tx, card.id, person_id(tx, FOREIGN_LIAISON))


def test_whatever_is_logged_is_called_by_name() -> None:
    assert {"life notes", "thought"} <= set(READ)


def imports_of(room: str, module: str) -> set[str]:
    """The files that import a module of a room such as `storage`, by their paths."""
    root = Path(handlers.__file__).parent.parent
    found = set()
    for path in (each for package in ("bot", "handlers", "storage") for each in (root / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (
                node.module == f"{room}.{module}"
                or (node.module == room and module in [alias.name for alias in node.names])
            ):
                found.add(str(path.relative_to(root)))
    return found


def test_no_figure_list_or_appraisal_can_reach_a_thought() -> None:
    """What people think is read in these files alone: the note itself, one's own data, and what forgets it."""
    assert imports_of("storage", "thoughts") == {
        "handlers/known/known_over.py",
        "handlers/known/own_notes.py",
        "handlers/known/thoughts.py",
        "handlers/privacy/own_data.py",
        "handlers/privacy/own_export.py",
        "storage/links.py",
    }
    assert imports_of("handlers.known", "thoughts") == {
        "handlers/errands.py",
        "handlers/known/known_over.py",
        "handlers/known/noting.py",
        "handlers/liaison/caring.py",
        "handlers/membership/leaving.py",
    }


def test_the_time_of_a_thought_is_twelve_months() -> None:
    assert timedelta(days=365) == thoughts.KEPT

"""What the bot does: asking for help, taking a task, finishing it, saying that it is solved."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from benchmarks.peers import words as say
from benchmarks.peers.aiogram_aiosqlite.database import Turn

REQUEST = "SELECT * FROM request WHERE id = ?"
PERSON = "SELECT * FROM person WHERE id = ?"
STATE = "UPDATE request SET state = ? WHERE id = ?"


class Asking(StatesGroup):
    address = State()
    confirm = State()


class Finishing(StatesGroup):
    note = State()


class Take(CallbackData, prefix="take"):
    request: int


class Done(CallbackData, prefix="done"):
    request: int


class Solved(CallbackData, prefix="solved"):
    request: int
    solved: bool


class Stars(CallbackData, prefix="stars"):
    request: int
    stars: int


def button(label: str, action: str | CallbackData) -> InlineKeyboardButton:
    """A button under a message."""
    return InlineKeyboardButton(text=label, callback_data=action if isinstance(action, str) else action.pack())


async def begin(message: Message, state: FSMContext, turn: Turn) -> None:
    person = await turn.one(PERSON, message.chat.id)
    await state.set_state(Asking.address)
    await state.set_data({"words": message.text})
    text = say.ASK_ADDRESS.format(words=message.text, place=person["place"], door=person["door"])
    await turn.say(person["id"], text, [button(say.HERE, "here")])


async def here(query: CallbackQuery, state: FSMContext, turn: Turn) -> None:
    person = await turn.one(PERSON, query.from_user.id)
    await ask_confirm(state, turn, person["id"], person["place"], f"{person['place']} {person['door']}")


async def elsewhere(message: Message, state: FSMContext, turn: Turn) -> None:
    await ask_confirm(state, turn, message.chat.id, message.text or "", message.text or "")


async def ask_confirm(state: FSMContext, turn: Turn, person: int, place: str, address: str) -> None:
    draft = await state.get_data() | {"place": place, "address": address}
    await state.set_state(Asking.confirm)
    await state.set_data(draft)
    text = say.ASK_CONFIRM.format(words=draft["words"], address=address)
    await turn.say(person, text, [button(say.CONFIRM, "confirm"), button(say.CANCEL, "cancel")])


async def confirm(query: CallbackQuery, state: FSMContext, turn: Turn) -> None:
    draft, resident = await state.get_data(), query.from_user.id
    number = await next_number(turn)
    row = await turn.one(
        "INSERT INTO request (number, resident_id, words, address, state) VALUES (?, ?, ?, ?, ?) RETURNING id",
        *(number, resident, draft["words"], draft["address"], "dispatched"),
    )
    await turn.run("INSERT INTO offer (request_id, chat, state) VALUES (?, ?, 'open')", row["id"], turn.group)
    await turn.log(row["id"], "submitted", resident)
    await turn.log(row["id"], "dispatched", resident)
    await state.clear()
    await turn.say(resident, say.NUMBERED.format(number=number))
    card = say.CARD.format(number=number, words=draft["words"], place=draft["place"])
    await turn.say(turn.group, card, [button(say.TAKE, Take(request=row["id"]))])


async def cancel(query: CallbackQuery, state: FSMContext, turn: Turn) -> None:
    await state.clear()
    await turn.say(query.from_user.id, say.DROPPED)


async def next_number(turn: Turn) -> str:
    day = f"{turn.now:%Y%m%d}"
    row = await turn.one(
        "INSERT INTO counter (day, value) VALUES (?, 1) "
        "ON CONFLICT (day) DO UPDATE SET value = value + 1 RETURNING value",
        day,
    )
    return f"{day}-{row['value']:04d}"


async def take(query: CallbackQuery, callback_data: Take, turn: Turn) -> None:
    volunteer, request = await turn.one(PERSON, query.from_user.id), await turn.one(REQUEST, callback_data.request)
    claim = "UPDATE offer SET state = 'accepted', volunteer_id = ? WHERE request_id = ? AND state = 'open'"
    if volunteer["role"] != "volunteer" or not await turn.run(claim, volunteer["id"], request["id"]):
        return await turn.say(query.from_user.id, say.TAKEN_BY_ANOTHER)
    resident = await turn.one(PERSON, request["resident_id"])
    await turn.run("UPDATE request SET state = 'claimed', helper_id = ? WHERE id = ?", volunteer["id"], request["id"])
    await turn.log(request["id"], "claimed", volunteer["id"])
    facts = {"number": request["number"], "words": request["words"]}
    card = query.message.message_id if query.message else None
    await turn.say(turn.group, say.CARD_TAKEN.format(name=volunteer["name"], **facts), edit=card)
    who = {"name": resident["name"], "address": request["address"], "phone": resident["phone"]}
    await turn.say(volunteer["id"], say.DETAILS.format(**who, **facts), [button(say.DONE, Done(request=request["id"]))])
    await turn.say(resident["id"], say.COMING.format(number=request["number"], name=volunteer["name"]))


async def done(query: CallbackQuery, callback_data: Done, state: FSMContext, turn: Turn) -> None:
    request = await turn.one(REQUEST, callback_data.request)
    if request["helper_id"] != query.from_user.id or request["state"] != "claimed":
        return await turn.say(query.from_user.id, say.NOT_YOURS)
    await turn.run(STATE, "done", request["id"])
    await turn.log(request["id"], "done", query.from_user.id)
    await state.set_state(Finishing.note)
    await state.set_data({"request": request["id"]})
    await turn.say(query.from_user.id, say.ASK_NOTE)


async def note(message: Message, state: FSMContext, turn: Turn) -> None:
    request = await turn.one(REQUEST, (await state.get_data())["request"])
    await turn.run("UPDATE request SET note = ? WHERE id = ?", message.text, request["id"])
    await turn.log(request["id"], "noted", message.chat.id)
    await state.clear()
    await turn.say(message.chat.id, say.THANKS_HELPER)
    answers = ((say.SOLVED, True), (say.NOT_SOLVED, False))
    keyboard = [button(label, Solved(request=request["id"], solved=solved)) for label, solved in answers]
    await turn.say(request["resident_id"], say.ASK_SOLVED.format(number=request["number"], note=message.text), keyboard)


async def solved(query: CallbackQuery, callback_data: Solved, turn: Turn) -> None:
    request = await turn.one(REQUEST, callback_data.request)
    if request["resident_id"] != query.from_user.id or request["state"] != "done":
        return await turn.say(query.from_user.id, say.NOT_YOURS)
    state = "confirmed" if callback_data.solved else "reopened"
    await turn.run(STATE, state, request["id"])
    await turn.log(request["id"], state, query.from_user.id)
    if not callback_data.solved:
        return await turn.say(query.from_user.id, say.AGAIN)
    keyboard = [button(str(stars), Stars(request=request["id"], stars=stars)) for stars in range(1, 6)]
    await turn.say(query.from_user.id, say.ASK_STARS, keyboard)


async def rate(query: CallbackQuery, callback_data: Stars, turn: Turn) -> None:
    request = await turn.one(REQUEST, callback_data.request)
    if request["resident_id"] != query.from_user.id or request["state"] != "confirmed":
        return await turn.say(query.from_user.id, say.NOT_YOURS)
    await turn.run("UPDATE request SET stars = ? WHERE id = ?", callback_data.stars, request["id"])
    await turn.log(request["id"], "rated", query.from_user.id)
    await turn.say(query.from_user.id, say.THANKS)


def make_router() -> Router:
    """Which update goes to which handler."""
    router = Router()
    private = F.chat.type == ChatType.PRIVATE
    router.message.register(note, private, F.text, Finishing.note)
    router.message.register(elsewhere, private, F.text, Asking.address)
    router.message.register(begin, private, F.text, StateFilter(None))
    router.callback_query.register(here, F.data == "here", Asking.address)
    router.callback_query.register(confirm, F.data == "confirm", Asking.confirm)
    router.callback_query.register(cancel, F.data == "cancel", Asking.confirm)
    router.callback_query.register(take, Take.filter())
    router.callback_query.register(done, Done.filter())
    router.callback_query.register(solved, Solved.filter())
    router.callback_query.register(rate, Stars.filter())
    return router

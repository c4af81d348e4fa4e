"""What the bot does: asking for help, taking a task, finishing it, saying that it is solved."""

import warnings
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)
from telegram.warnings import PTBUserWarning

from benchmarks.peers import words as say
from benchmarks.peers.ptb_sqlalchemy.tables import Counter, Offer, Request
from benchmarks.peers.ptb_sqlalchemy.turn import Turn, turn

ADDRESS, CONFIRM, NOTE = range(3)
Step = BaseHandler[Update, ContextTypes.DEFAULT_TYPE, object]
Handlers = list[Step]


@turn
async def begin(turn: Turn) -> int:
    person = await turn.person(turn.user.id)
    turn.draft["words"] = turn.text
    await turn.remember("address", dict(turn.draft))
    text = say.ASK_ADDRESS.format(words=turn.text, place=person.place, door=person.door)
    turn.say(person.id, text, [(say.HERE, "here")])
    return ADDRESS


@turn
async def address(turn: Turn) -> int:
    person = await turn.person(turn.user.id)
    turn.draft["place"] = person.place if turn.update.callback_query else turn.text
    turn.draft["address"] = f"{person.place} {person.door}" if turn.update.callback_query else turn.text
    await turn.remember("confirm", dict(turn.draft))
    keyboard = [(say.CONFIRM, "confirm"), (say.CANCEL, "cancel")]
    turn.say(person.id, say.ASK_CONFIRM.format(words=turn.draft["words"], address=turn.draft["address"]), keyboard)
    return CONFIRM


@turn
async def confirm(turn: Turn) -> int:
    draft, resident, team = turn.draft, turn.user.id, turn.group
    number = await next_number(turn)
    request = Request(
        number=number, resident_id=resident, words=draft["words"], address=draft["address"], state="dispatched"
    )
    turn.session.add(request)
    await turn.session.flush()
    turn.session.add(Offer(request_id=request.id, chat=team, state="open"))
    turn.log(request, "submitted")
    turn.log(request, "dispatched")
    await turn.forget()
    turn.say(resident, say.NUMBERED.format(number=number))
    card = say.CARD.format(number=number, words=draft["words"], place=draft["place"])
    turn.say(team, card, [(say.TAKE, f"take:{request.id}")])
    draft.clear()
    return ConversationHandler.END


@turn
async def cancel(turn: Turn) -> int:
    await turn.forget()
    turn.draft.clear()
    turn.say(turn.user.id, say.DROPPED)
    return ConversationHandler.END


async def next_number(turn: Turn) -> str:
    day = f"{turn.now:%Y%m%d}"
    count = insert(Counter).values(day=day, value=1)
    count = count.on_conflict_do_update(index_elements=["day"], set_={"value": Counter.value + 1})
    return f"{day}-{await turn.session.scalar(count.returning(Counter.value)):04d}"


@turn
async def take(turn: Turn) -> None:
    volunteer, request = await turn.person(turn.user.id), await turn.request()
    free = sa.update(Offer).where(Offer.request_id == request.id, Offer.state == "open")
    if (
        volunteer.role != "volunteer"
        or await turn.changed(free.values(state="accepted", volunteer_id=volunteer.id)) == 0
    ):
        return turn.say(turn.user.id, say.TAKEN_BY_ANOTHER)
    resident = await turn.person(request.resident_id)
    request.state, request.helper_id = "claimed", volunteer.id
    turn.log(request, "claimed")
    facts = {"number": request.number, "words": request.words}
    card = turn.update.effective_message
    turn.say(turn.group, say.CARD_TAKEN.format(name=volunteer.name, **facts), edit=card.message_id if card else None)
    details = say.DETAILS.format(name=resident.name, address=request.address, phone=resident.phone, **facts)
    turn.say(volunteer.id, details, [(say.DONE, f"done:{request.id}")])
    turn.say(resident.id, say.COMING.format(number=request.number, name=volunteer.name))


@turn
async def done(turn: Turn) -> int | None:
    request = await turn.request()
    if request.helper_id != turn.user.id or request.state != "claimed":
        turn.say(turn.user.id, say.NOT_YOURS)
        return None
    request.state = "done"
    turn.log(request, "done")
    turn.draft["request"] = request.id
    await turn.remember("note", dict(turn.draft))
    turn.say(turn.user.id, say.ASK_NOTE)
    return NOTE


@turn
async def note(turn: Turn) -> int:
    request = await turn.session.get_one(Request, turn.draft["request"])
    request.note = turn.text
    turn.log(request, "noted")
    await turn.forget()
    turn.say(turn.user.id, say.THANKS_HELPER)
    keyboard = [(say.SOLVED, f"solved:{request.id}:1"), (say.NOT_SOLVED, f"solved:{request.id}:0")]
    turn.say(request.resident_id, say.ASK_SOLVED.format(number=request.number, note=turn.text), keyboard)
    return ConversationHandler.END


@turn
async def solved(turn: Turn) -> None:
    request = await turn.request()
    if request.resident_id != turn.user.id or request.state != "done":
        return turn.say(turn.user.id, say.NOT_YOURS)
    request.state = "confirmed" if turn.arguments[1] else "reopened"
    turn.log(request, request.state)
    if request.state == "reopened":
        return turn.say(turn.user.id, say.AGAIN)
    turn.say(turn.user.id, say.ASK_STARS, [(str(stars), f"stars:{request.id}:{stars}") for stars in range(1, 6)])


@turn
async def rate(turn: Turn) -> None:
    request = await turn.request()
    if request.resident_id != turn.user.id or request.state != "confirmed":
        return turn.say(turn.user.id, say.NOT_YOURS)
    request.stars = turn.arguments[1]
    turn.log(request, "rated")
    turn.say(turn.user.id, say.THANKS)


def add_handlers(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Volunteers' notes come first: whoever owes a note is not asking for help."""
    text = filters.TEXT & filters.ChatType.PRIVATE & ~filters.COMMAND
    finishing = conversation(CallbackQueryHandler(done, r"^done:(\d+)$"), {NOTE: [MessageHandler(text, note)]})
    places: Handlers = [CallbackQueryHandler(address, "^here$"), MessageHandler(text, address)]
    agreeing: Handlers = [CallbackQueryHandler(confirm, "^confirm$"), CallbackQueryHandler(cancel, "^cancel$")]
    asking = conversation(MessageHandler(text, begin), {ADDRESS: places, CONFIRM: agreeing})
    application.add_handlers([finishing, asking])
    application.add_handler(CallbackQueryHandler(take, r"^take:(\d+)$"))
    application.add_handler(CallbackQueryHandler(solved, r"^solved:(\d+):([01])$"))
    application.add_handler(CallbackQueryHandler(rate, r"^stars:(\d+):([1-5])$"))


def conversation(entry: Step, states: dict[object, Handlers]) -> ConversationHandler[Any]:
    """A conversation kept for each person in each chat; that buttons are not told apart by message is meant."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*CallbackQueryHandler", category=PTBUserWarning)
        return ConversationHandler([entry], states, [])

"""Questions that were sent: a pressed choice settles its message; a typed number answers the latest question."""

from dataclasses import replace

from handlers import forms
from handlers.asking import submitting
from handlers.errors import Refused
from handlers.message import MORE, PAGE, Choice, Message, Text, decode, encode, find_choice
from handlers.turn import Turn
from storage import outbox, service_requests
from storage.outbox import Outgoing, Question

WHICH = 2
SAID_TOGETHER = 2  # messages of one moment are repeated together: an answer, and the question that goes on
ASKED_WHICH = "number-which"  # which of two questions a number answers: what was open before must wait
CLOSED_BY_ACTION = 4


def pressed(turn: Turn, action: str) -> Question | None:
    """The open question that was pressed, in the person's own chat."""
    if turn.incoming.group:
        return None
    if turn.incoming.message is not None:
        found = outbox.question_by_message(turn.tx, turn.address.id, turn.incoming.message)
        return found if found is not None and found.open else None
    open_ones = outbox.open_questions(turn.tx, turn.address.id, turn.now, CLOSED_BY_ACTION)
    return next((each for each in open_ones if find_choice(decode(each.body).shown, action)), None)


def settle(turn: Turn, question: Question, action: str) -> None:
    """After a press: the message says what was chosen and offers nothing more, unless its choices last."""
    message = decode(question.body)
    if message.lasting or _is_page(action):
        return
    outbox.close_question(turn.tx, question.id)
    chosen = find_choice(message.shown, action)
    if chosen is not None:
        _show_chosen(turn, question, message, chosen)


def numbered(turn: Turn) -> str | None:
    """The action that a bare number means: that choice of the one open question. None where that is not clear."""
    number = turn.reading.bare_number or 0
    fitting = [(question, chosen) for question, chosen in _open(turn, number) if chosen is not None]
    if len(fitting) != 1:
        return None
    question, chosen = fitting[0]
    message = decode(question.body)
    if not message.lasting and not _is_page(chosen.action):
        outbox.close_question(turn.tx, question.id)
        _show_chosen(turn, question, message, chosen)
    return chosen.action


def asked_which(turn: Turn) -> bool:
    """Two questions are open and the number fits both: asks which one is meant. False where that is not so."""
    fitting = [chosen for _, chosen in _open(turn, turn.reading.bare_number or 0) if chosen is not None]
    if len(fitting) < WHICH:
        return False
    turn.send(Message(text=Text(ASKED_WHICH), choices=tuple(fitting)))
    return True


def turn_page(turn: Turn) -> None:
    """Shows another part of a long list: in its place where it was pressed, below where its number was typed."""
    action = f"{MORE}:{turn.argument}"
    question = _with_page(turn, action)
    if question is None:
        raise Refused("form-stale")
    message = decode(question.body)
    page = min(turn.argument_id(), (len(message.choices) - 1) // PAGE)
    message = replace(message, page=page, key=question.key)
    if turn.incoming.press is None:
        outbox.close_question(turn.tx, question.id)
        turn.say_privately(message)
    else:
        outbox.edit_message(turn.tx, _row(turn, message), question.message, turn.now)


def repeat(turn: Turn) -> None:
    """Says once more what was said last, with its choices: numbers answer it again."""
    together = outbox.last_said(turn.tx, turn.address.id, turn.now, SAID_TOGETHER)
    messages = [(said, decode(said.body)) for said in together]
    # Of what was asked before, and answered, nothing is asked again.
    fresh = [(said, message) for said, message in messages if said.open or not (message.choices or message.chosen)]
    for said, message in fresh or messages[-1:]:
        outbox.close_question(turn.tx, said.id)
        turn.say_privately(replace(message, key=said.key, choices=message.choices if said.open else ()))
    if not messages:
        turn.say("elder-nothing-said")


def corrected(turn: Turn) -> None:
    """Words were edited on the channel: the new ones are kept beside the old ones, and whoever helps is told."""
    words = turn.incoming.text.strip()
    recent = service_requests.of_person(turn.tx, turn.person.id, limit=1)
    if not words or not recent or recent[0].closed_at is not None:
        turn.say("edited-noted")
        return
    request = recent[0]
    submitting.keep_correction(turn, request, words)
    if request.helper_id is not None:
        text, item = Text("help-corrected", {"number": request.number, "words": words}), turn.item(request.item)
        sensitive = item is not None and item.sensitive
        turn.tell(request.helper_id, Message(text=text, key=f"corrected:{request.id}", sensitive=sensitive))
    turn.say("edited-kept", number=request.number)


def _open(turn: Turn, number: int) -> list[tuple[Question, Choice | None]]:
    found: list[tuple[Question, Choice | None]] = []
    for question in outbox.open_questions(turn.tx, turn.address.id, turn.now, WHICH):
        # Who answers by digits means what was said last, unless something came in between the questions of a form.
        if found and turn.person.elder and question.key != forms.key_of(turn.person.id):
            break
        message = decode(question.body)
        choices = () if message.number else message.shown
        found.append((question, choices[number - 1] if 1 <= number <= len(choices) else None))
        if message.text.key == ASKED_WHICH:
            break
    return found


def _show_chosen(turn: Turn, question: Question, message: Message, chosen: Choice) -> None:
    settled = Message(
        text=message.text,
        media=message.media,
        sensitive=message.sensitive,
        formatted=message.formatted,
        chosen=chosen.label,
    )
    outbox.edit_message(turn.tx, _row(turn, settled), question.message, turn.now)


def _row(turn: Turn, message: Message) -> Outgoing:
    """A change of a message in the person's own chat, as a row of the outbox."""
    return Outgoing(
        address_id=turn.address.id,
        account=turn.address.account,
        lane=int(message.lane),
        body=encode(message),
        asks=bool(message.choices),
        not_before=turn.now,
        key=message.key,
    )


def _is_page(action: str) -> bool:
    return action.startswith(f"{MORE}:")


def _with_page(turn: Turn, action: str) -> Question | None:
    """The open question whose page is turned."""
    if turn.incoming.press is not None:
        return pressed(turn, action)
    return next((question for question, _ in _open(turn, 0) if _offers(question, action)), None)


def _offers(question: Question, action: str) -> bool:
    return find_choice(decode(question.body).shown, action) is not None

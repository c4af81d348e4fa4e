"""Dispatch: one event, one turn. Danger first; then buttons, commands, numbers, the form that waits; then new words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers import albums, forms, groups, menu, questions
from handlers.arriving import open_turn
from handlers.asking import callers, service_requests
from handlers.broadcasts import unsubscribing
from handlers.community import Community
from handlers.danger import emergencies
from handlers.desk import hearing as desk_hearing
from handlers.desk import in_topic
from handlers.desk import taking as desk_taking
from handlers.errands import FORMS
from handlers.errors import Refused
from handlers.following import waiting
from handlers.forms import Form, Question
from handlers.helping import door
from handlers.hotline import hotline, inquiring
from handlers.incoming import Incoming
from handlers.incoming_json import to_json
from handlers.liaison import own_card, wanting
from handlers.membership import elder, elder_offer, joining
from handlers.message import Message, Text
from handlers.occasions import concern
from handlers.privacy import own_data
from handlers.routing import Router
from handlers.talking import line, voices
from handlers.turn import Turn
from handlers.understanding import Reading, understand, wants_large, wants_repeat
from storage import dialogues, inbox
from storage.transaction import Transaction

ALBUM_WAITS = timedelta(seconds=1.5)  # after its last part; Telegram tells no end (channels.md)
LISTENING = ("joined",)
OPENED = {"inv_": "start inv", "card-": "start card"}  # what a link opens, by the beginning of its token


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an event: `repeated` (nothing was done), held for its album until `due`, or handled.

    `toast` answers the pressed button, in `language`. `relearned`: it has taught something that texts are read with.
    """

    repeated: bool = False
    due: datetime | None = None
    toast: Text | None = None
    language: str = "zh-CN"
    relearned: bool = False


class WaitingFirst(Exception):
    """What waits from the same sender (an album) must be handled before this event."""


class Dispatch:
    """Takes events, one transaction each. Holds nothing but the routes and the community."""

    def __init__(self, router: Router, community: Community) -> None:
        self.router = router
        self.community = community

    def take(self, tx: Transaction, incoming: Incoming, reading: Reading, now: datetime) -> Outcome:
        """Handles an event, once. Raises WaitingFirst where an earlier event of the same sender still waits."""
        number = inbox.take(tx, incoming.account, incoming.update, now)
        if number is None:
            return Outcome(repeated=True)
        if incoming.album is not None and not incoming.edited:
            due = now + ALBUM_WAITS
            payload = to_json(incoming)
            inbox.wait(tx, number, incoming.account, incoming.user, incoming.album, due, payload)
            return Outcome(due=due)
        if inbox.any_waiting(tx, incoming.account, incoming.user):
            raise WaitingFirst
        return self._handle(tx, incoming, reading, now)

    def take_waiting(self, tx: Transaction, account: str, user: str, now: datetime) -> bool:
        """Handles the first event that waits from a sender (an album is one); False where none waits."""
        found = albums.first_waiting(tx, account, user)
        if found is None:
            return False
        inbox.release(tx, found.rows)
        self._handle(tx, found.event, understand(found.event.text, self.community.snapshot), now)
        return True

    def refuse_waiting(self, tx: Transaction, account: str, user: str, refused: Refused, now: datetime) -> None:
        """After the roll-back of a refused event that waited: it is done, and answered politely."""
        found = albums.first_waiting(tx, account, user)
        if found is not None:
            inbox.release(tx, found.rows)
            turn = self._open(tx, found.event, now)
            turn.send(Message(text=refused.text, choices=refused.choices))
            self._close_form(turn, refused)

    def refuse(self, tx: Transaction, incoming: Incoming, refused: Refused, now: datetime) -> Outcome:
        """After the roll-back of a refused turn: the mark in the inbox, and the polite answer."""
        if inbox.take(tx, incoming.account, incoming.update, now) is None:
            return Outcome(repeated=True)
        turn = self._open(tx, incoming, now)
        if incoming.press is not None and incoming.group:
            return Outcome(toast=refused.text, language=turn.person.language)
        turn.send(Message(text=refused.text, choices=refused.choices))
        self._close_form(turn, refused)
        return Outcome(toast=None, language=turn.person.language)

    def _close_form(self, turn: Turn, refused: Refused) -> None:
        """The roll-back has kept the form open: where it cannot come to its end, it is closed here."""
        if refused.closes_form:
            forms.close(turn)
            self._resume(turn)
            dialogues.save(turn.tx, turn.dialogue, turn.now)

    def _resume(self, turn: Turn) -> None:
        """A form that has come back, since the one above it ended, asks its question anew."""
        form = _open_form(turn)
        if form is not None and turn.dialogue.step is None:
            forms.proceed(turn, form)

    def _open(self, tx: Transaction, incoming: Incoming, now: datetime) -> Turn:
        return open_turn(tx, incoming, understand("", self.community.snapshot), self.community, now)

    def _handle(self, tx: Transaction, incoming: Incoming, reading: Reading, now: datetime) -> Outcome:
        if incoming.event is not None:
            groups.happened(tx, incoming, now)
            return Outcome()
        turn = open_turn(tx, incoming, reading, self.community, now)
        before = (turn.dialogue.form, turn.dialogue.step, repr(turn.dialogue.answers))
        if incoming.cut and not incoming.group:
            turn.say("too-long")
        self._route(turn)
        self._resume(turn)
        elder_offer.follow_up(turn)
        if before != (turn.dialogue.form, turn.dialogue.step, repr(turn.dialogue.answers)):
            dialogues.save(tx, turn.dialogue, now)
        return Outcome(toast=turn.toasted, language=turn.person.language, relearned=turn.relearned)

    def _route(self, turn: Turn) -> None:
        incoming = turn.incoming
        if incoming.press is not None:
            self._press(turn, incoming.press.action)
        elif in_topic.heard(turn):
            return
        elif turn.reading.emergency is not None and (incoming.group or not _for_others(turn)):
            self._danger(turn)
        elif incoming.group and incoming.command is None:
            groups.talk(turn)
        elif incoming.command is not None:
            self._command(turn, incoming.command)
        elif door.is_stranger(incoming.text) and not incoming.edited:
            door.stranger(turn)
        elif elder.calls_person(turn) and not incoming.edited:
            menu.desk(turn)
        elif wants_repeat(incoming.text) and not incoming.edited:
            questions.repeat(turn)
        elif wants_large(incoming.text) and turn.person.state in LISTENING and not incoming.edited:
            elder.choose(turn)
        elif turn.person.state not in LISTENING:
            self._stranger(turn)
        elif incoming.edited:
            self._edited(turn)
        else:
            self._words(turn)

    def _danger(self, turn: Turn) -> None:
        danger = turn.reading.emergency
        if danger is not None:
            desk_hearing.hold(turn)
            line.hold(turn)  # the alarm takes the day's counter, which comes after requests
            {"alarm": emergencies.alarm, "show": emergencies.show, "ask": emergencies.ask}[danger.level](turn, danger)
            line.overhear(turn, danger)
            desk_hearing.overhear(turn)

    def _press(self, turn: Turn, action: str) -> None:
        pressed = questions.pressed(turn, action)
        self._act(turn, action)
        # The answer goes first: a chat takes about one message a second, and an edit counts.
        if pressed is not None:
            questions.settle(turn, pressed, action)

    def _act(self, turn: Turn, action: str) -> None:
        action, _, number = action.partition("#")
        name, _, turn.argument = action.partition(":")
        if number and not turn.incoming.group:
            forms.turn_to(turn, number)
        form = _open_form(turn)
        if form is not None and not turn.incoming.group and name == f"{form.name}.{turn.dialogue.step}":
            forms.answer(turn, form)
            return
        if name in ("form.skip", "form.back", "form.cancel"):
            if form is None:
                raise Refused("form-stale")
            {"form.skip": forms.skip, "form.back": forms.back, "form.cancel": forms.cancel}[name](turn, form)
            return
        route = self.router.find("press", name, turn.incoming.group)
        if route is None:
            raise Refused("form-stale" if name.partition(".")[0] in FORMS else "choice-unknown")
        if not route.before_joining and turn.person.state not in LISTENING:
            raise Refused("join-first")
        route.handler(turn)

    def _command(self, turn: Turn, command: str) -> None:
        incoming = turn.incoming
        opened = (name for beginning, name in OPENED.items() if incoming.args.startswith(beginning))
        name = next(opened, command) if command == "start" else command
        route = self.router.find("command", name, incoming.group)
        if route is not None and (route.before_joining or turn.person.state in LISTENING):
            route.handler(turn)
        elif incoming.group:
            groups.talk(turn)
        elif turn.person.state not in LISTENING:
            self._stranger(turn)
        else:
            raise Refused("command-unknown")

    def _stranger(self, turn: Turn) -> None:
        pressed = questions.numbered(turn) if turn.reading.bare_number is not None else None
        if pressed is not None:
            self._act(turn, pressed)
        elif not emergencies.more(turn):
            joining.first_contact(turn)

    def _new_words(self, turn: Turn) -> None:
        nothing_asked = turn.person.elder and turn.reading.bare_number is not None
        if elder.agreed(turn):
            return
        if nothing_asked and not turn.incoming.media:
            menu.show(turn)
        elif own_data.asks_for(turn.incoming.text):
            own_data.menu(turn)
        elif own_card.asks_for(turn.incoming.text):
            own_card.show(turn)
        elif wanting.asks_for(turn.incoming.text):
            wanting.want(turn)
        elif concern.took_words(turn):
            return
        elif not callers.took_slip(turn, turn.incoming.text, [match.code for match in turn.reading.items]):
            hotline.begin(turn)

    def _edited(self, turn: Turn) -> None:
        if line.edited(turn) or desk_hearing.edited(turn):
            return
        if turn.dialogue.form == service_requests.ASK.name:
            service_requests.reword(turn)
        elif not hotline.edited(turn):
            questions.corrected(turn)

    def _words(self, turn: Turn) -> None:
        if emergencies.more(turn) or waiting.replied(turn) or line.answered(turn) or desk_hearing.answered(turn):
            return
        if unsubscribing.asks_for(turn):
            unsubscribing.stop(turn)
            return
        form = _open_form(turn)
        question = form.question(turn.dialogue.step) if form else None
        if question is None or not question.talk:
            self._heard(turn, form, question)
        else:
            self._answer_or_begin(turn, form, question)

    def _heard(self, turn: Turn, form: Form | None, question: Question | None) -> None:
        """Words of which none goes straight to somebody else."""
        if voices.passed_on(turn, busy=form is not None):
            return
        self._answer_or_begin(turn, form, question)
        voices.unused(turn, busy=form is not None)

    def _answer_or_begin(self, turn: Turn, form: Form | None, question: Question | None) -> None:
        if turn.reading.bare_number is not None and not (question and question.is_number(turn)):
            action = questions.numbered(turn)
            if action is not None:
                self._act(turn, action)
                return
            if questions.asked_which(turn):
                return
        if form is not None and question is not None:
            self._answer(turn, form, question)
        else:
            self._new_words(turn)

    def _answer(self, turn: Turn, form: Form, question: Question) -> None:
        if form is service_requests.ASK and service_requests.only_nods(turn):
            forms.ask(turn, form, question)
            return
        try:
            forms.answer(turn, form)
        except forms.Astray as astray:
            if not astray.stays:
                forms.close(turn)
            self._new_words(turn)
            if astray.stays:
                inquiring.only_the_latest(turn)
                forms.ask_again(turn, form, question)


def _for_others(turn: Turn) -> bool:
    """Whether these words are said for others to read: to a resident in a talk, or in a text that is being written."""
    form = None if turn.incoming.command is not None else _open_form(turn)
    question = form.question(turn.dialogue.step) if form else None
    return (question is not None and question.quotes) or desk_taking.speaks(turn)


def _open_form(turn: Turn) -> Form | None:
    """The form that waits for an answer; none for somebody who has not agreed, or no longer does."""
    return FORMS.get(turn.dialogue.form or "") if turn.person.state in LISTENING else None

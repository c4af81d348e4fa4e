"""A request's life with random people and random moves: whatever they press, these rules hold."""

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from handlers import errands
from handlers.dispatch import Dispatch, WaitingFirst
from handlers.errors import Refused
from handlers.incoming import Attachment, Contact, Incoming, Position, Press
from handlers.life.lifecycle import CAME_FROM, CLOSED, HELD, MOVES
from handlers.turn import Speaker
from handlers.understanding import understand
from storage import assignments, request_events, service_requests
from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, GROUP, KEYS, LAMP, SEATS, Clock, Said, demo_community, fill, said

PEOPLE = [*SEATS, "999"]  # and a stranger
SECRET_NAME, SECRET_PHONE, SECRET_DOOR = "王阿姨", "13000000001", "502"
PRIVATE = (SECRET_NAME, SECRET_PHONE, "130 0000 0001", SECRET_DOOR)
WORDS = st.sampled_from(
    [
        LAMP,
        f"{SECRET_NAME}家{SECRET_DOOR}室漏水，电话{SECRET_PHONE}",
        "心里难受",
        "1",
        "２",
        "三",
        "7",
        "好的",
        "",
        "着火了",
        "没有危险",
        "被老公打",
        "\u202e反\x00",
        "😀😀",
    ]
)
COMMANDS = st.sampled_from(
    ["start", "help", "menu", "my", "open", "tasks", "parked", "invite", "leave", "link", "nonsense"]
)
NAMES = sorted(
    {route.name for route in errands.ROUTES if route.on == "press"}
    | {f"{form.name}.{question.name}" for form in errands.FORMS.values() for question in form.questions}
    | {"form.skip", "form.back", "form.cancel"}
)
LEADING = ("help.", "outcome.", "offer.", "board.", "form.skip", "ask.confirm", "come.", "line.", "mine.", "wait.")
ARGUMENTS = ["", "1", "-1", "9" * 18, "9" * 30, "yes", "x/y", "1/1", "series/hom", "series/x/y", "series/hom/-1"]
ARGUMENTS += ["\ud800", "\x00", "~", "' OR 1=1", "volunteer/1", "group/999999", "ask", "en", "all", "other"]
FORGED = st.builds(lambda name, argument: f"{name}:{argument}"[:60], st.sampled_from(NAMES), st.sampled_from(ARGUMENTS))


class Life(RuleBasedStateMachine):
    """People press, say and send whatever they like; the tables are looked at after each step."""

    template: Path

    @initialize()
    def open(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(self.template, self.folder / "linli.db")
        self.db: Database = self.loop.run_until_complete(open_database(f"sqlite:///{self.folder}/linli.db", KEYS))
        self.dispatch = Dispatch(errands.router(), demo_community())
        self.clock = Clock()
        self.number = 0
        self.closed: dict[int, int] = {}
        self._event("101", text=LAMP)
        self._press_shown("101", lambda choices: "ask.confirm:yes")

    def teardown(self) -> None:
        if hasattr(self, "loop"):
            self.loop.run_until_complete(self.db.close())
            self.loop.close()
            shutil.rmtree(self.folder)

    def _read(self, work: Callable[[Transaction], object]) -> object:
        return self.loop.run_until_complete(self.db.read(work))

    def _said(self, user: str) -> list[Said]:
        found: list[Said] = self._read(lambda tx: said(tx, f"group:{user}" if user == GROUP else user))  # type: ignore[assignment]
        return found

    def _event(self, user: str, **fields: object) -> None:
        """One turn; the only thing that may come out of it is Refused, which is then answered."""
        self.number += 1
        known = {"account": ACCOUNT, "update": str(self.number), "user": user, "chat": user, "at": self.clock.now()}
        incoming = Incoming(**{"name": SEATS.get(user, "外人"), **known, **fields})  # type: ignore[arg-type]
        reading = understand(incoming.text, demo_community().snapshot)
        now = self.clock.now()
        try:
            self._turn(lambda tx: self.dispatch.take(tx, incoming, reading, now))
        except Refused as refused:
            again = refused
            self._turn(lambda tx: self.dispatch.refuse(tx, incoming, again, now))
        except WaitingFirst:
            while self._turn(lambda tx: self.dispatch.take_waiting(tx, ACCOUNT, user, now)):
                pass

    def _turn(self, work: Callable[[Transaction], object]) -> object:
        return self.loop.run_until_complete(self.db.turn(work))

    def _press_shown(self, user: str, pick: Callable[[list[str]], str], shown_to: str | None = None) -> None:
        actions = [each.action for one in self._said(shown_to or user)[-12:] for each in one.choices]
        if actions:
            group = {"chat": GROUP, "group": True} if shown_to == GROUP else {}
            self._event(user, press=Press(f"q{self.number}", pick(actions)), **group)

    @rule(user=st.sampled_from(PEOPLE), text=WORDS)
    def says(self, user: str, text: str) -> None:
        self._event(user, text=text)

    @rule(user=st.sampled_from(PEOPLE), name=COMMANDS)
    def commands(self, user: str, name: str) -> None:
        self._event(user, text=f"/{name}", command=name)

    @rule(user=st.sampled_from(PEOPLE), data=st.data())
    def presses_what_is_shown(self, user: str, data: st.DataObject) -> None:
        self._press_shown(user, lambda actions: data.draw(st.sampled_from(actions)))

    @rule(user=st.sampled_from(PEOPLE), data=st.data())
    def presses_in_the_group(self, user: str, data: st.DataObject) -> None:
        self._press_shown(user, lambda actions: data.draw(st.sampled_from(actions)), GROUP)

    @rule(user=st.sampled_from(PEOPLE), other=st.sampled_from(PEOPLE), data=st.data())
    def presses_what_another_was_shown(self, user: str, other: str, data: st.DataObject) -> None:
        actions = [each.action for one in self._said(other)[-12:] for each in one.choices]
        if actions:
            self._event(user, press=Press("q", data.draw(st.sampled_from(actions))))

    @rule(user=st.sampled_from(PEOPLE), data=st.data())
    def goes_on(self, user: str, data: st.DataObject) -> None:
        """What leads on, where it is shown: otherwise few lives would come to their end."""
        for shown_to in (user, GROUP):
            leading = [
                each.action
                for one in self._said(shown_to)[-12:]
                for each in one.choices
                if each.action.startswith(LEADING)
            ]
            if leading:
                action = data.draw(st.sampled_from(leading))
                group = {"chat": GROUP, "group": True} if shown_to == GROUP else {}
                self._event(user, press=Press(f"q{self.number}", action), **group)

    @rule(user=st.sampled_from(PEOPLE), action=FORGED, group=st.booleans())
    def presses_what_was_forged(self, user: str, action: str, group: bool) -> None:
        action = action.encode("utf-8", "replace").decode().replace("\x00", "")  # as the intake cleans it
        self._event(user, press=Press("q", action), **({"chat": GROUP, "group": True} if group else {}))

    @rule(user=st.sampled_from(PEOPLE), edited=st.booleans())
    def sends_something(self, user: str, edited: bool) -> None:
        photo = (Attachment("photo", file="F", size=10),)
        self._event(user, media=photo, edited=edited, position=Position(30.0, 114.0), contact=Contact("+8613900000000"))

    @rule(seconds=st.sampled_from((-3600, 60, 600, 3600, 20_000, 86_400, 4 * 86_400)))
    def time_passes(self, seconds: int) -> None:
        """The clock moves, and what has fallen due is done."""
        self.clock.forward(seconds)
        now = self.clock.now()
        for job in errands.JOBS:
            while self._turn(lambda tx, job=job: job.run(Speaker(tx, now, demo_community()))):
                pass

    @invariant()
    def states_move_along_the_table(self) -> None:
        for request in self._requests():
            history = self._history(request.id)
            assert history[0].from_state is None and history[-1].to_state == request.state
            for first, later in pairwise(history):
                assert later.from_state == first.to_state
            for each in history:
                if each.move not in MOVES:
                    assert each.from_state == each.to_state, each.move  # a line that is no move
                    continue
                starts, leads_to = MOVES[each.move]
                assert each.to_state == leads_to or leads_to == CAME_FROM
                assert each.from_state is None or each.from_state in starts

    @invariant()
    def a_helper_is_there_exactly_when_somebody_is_on_it(self) -> None:
        for request in self._requests():
            held = self._read(lambda tx, number=request.id: assignments.held(tx, number))  # type: ignore[misc]
            assert bool(held) == (request.state in HELD), request.state
            if request.state in HELD:
                assert request.helper_id in {each.person_id for each in held}  # type: ignore[attr-defined]
            if request.state in ("accepted", "dispatched", "disputed", "reopened"):
                assert request.helper_id is None
            assert (request.closed_at is not None) == (request.state in CLOSED)

    @invariant()
    def the_group_sees_nothing_private(self) -> None:
        if hasattr(self, "db"):
            for one in self._said(GROUP):
                assert not [word for word in PRIVATE if word in one.text], one.text

    @invariant()
    def messages_offer_few_choices(self) -> None:
        """Four, but for lists that are paged or name what there is: catalogue, places, teams, people, roles."""
        for user in PEOPLE if hasattr(self, "db") else ():
            for one in self._said(user)[-3:]:
                kinds = {each.action.partition(":")[0] for each in one.choices}
                lists = {"ask.item", "join.community", "join.estate", "join.building", "board.team", "board.person",
                         "board.show", "invite.role", "invite.team", "leave.role", "ask.change",
                         "board.list", "board.open", "board.unit", "board.refer", "board.into", "team.show",
                         "team.skill", "team.area", "team.member", "enter.place", "enter.item",
                         "away.cover", "hotline.topic", "hotline.ask", "hotline.places", "hotline.here"}  # fmt: skip
                assert len(one.choices) <= 4 or kinds & lists, one.text

    def _history(self, request_id: int) -> list[request_events.Event]:
        return self._read(lambda tx: request_events.of_request(tx, request_id))  # type: ignore[return-value]

    def _requests(self) -> list[service_requests.ServiceRequest]:
        if not hasattr(self, "db"):
            return []

        def all_of_them(tx: Transaction) -> list[service_requests.ServiceRequest]:
            found = [service_requests.read(tx, row["id"]) for row in tx.all("SELECT id FROM service_requests")]
            return [each for each in found if each is not None]

        return self._read(all_of_them)  # type: ignore[return-value]


@pytest.mark.filterwarnings("default::ResourceWarning")
def test_whatever_people_do_the_rules_hold(tmp_path: Path) -> None:
    path = tmp_path / "template.db"
    loop = asyncio.new_event_loop()
    loop.run_until_complete(fill(f"sqlite:///{path}"))
    loop.close()
    Life.template = path
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=40,
            stateful_step_count=35,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
            phases=(Phase.generate,),  # a failing run is told as it was: shrinking one takes minutes
        ),
    )

"""Routing: which handler takes an event. Routes and jobs are data; two for the same thing stop the start-up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from handlers.turn import Speaker, Turn
from storage.transaction import Transaction

Handler: TypeAlias = Callable[[Turn], None]
On: TypeAlias = Literal["command", "press", "words"]
Where: TypeAlias = Literal["private", "group", "anywhere"]


@dataclass(frozen=True, slots=True)
class Route:
    """What an errand takes: a command, or presses of an action (the part before the colon).

    `before_joining`: also for somebody who has not agreed yet. `menu`: the roles that see the command in their
    menu, separated by spaces.
    """

    on: On
    name: str
    handler: Handler
    where: Where = "private"
    before_joining: bool = False
    menu: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A function run on a rhythm: it finds what is due, claims a slice, and says what must be said.

    It returns whether there is more to do at once. `name` is for logs and metrics. `next_due`, where there is one,
    tells when there will be something to do: until then a rehearsal need not look.
    """

    name: str
    every: timedelta
    run: Callable[[Speaker], bool]
    next_due: Callable[[Transaction], datetime | None] | None = None


class Router:
    """Finds the route of an event."""

    def __init__(self, routes: Iterable[Route]) -> None:
        """Raises ValueError where two routes take the same event."""
        self.routes = tuple(routes)
        self._by_event: dict[tuple[str, str, bool], Route] = {}
        for route in self.routes:
            for group in _sides(route.where):
                event = (route.on, route.name, group)
                if event in self._by_event:
                    raise ValueError(f"two routes take {route.on} «{route.name}»")
                self._by_event[event] = route

    def find(self, on: On, name: str, group: bool) -> Route | None:
        """The route of an event, if any."""
        return self._by_event.get((on, name, group))

    def commands(self, roles: set[str]) -> list[str]:
        """The commands that somebody with these roles sees in the menu, in the order of the routes."""
        commands = (route for route in self.routes if route.on == "command")
        return [route.name for route in commands if not roles.isdisjoint((route.menu or "").split())]


def _sides(where: Where) -> tuple[bool, ...]:
    return {"private": (False,), "group": (True,), "anywhere": (False, True)}[where]

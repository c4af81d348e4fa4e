"""From a request to an answer: paths, tokens, ordered troubles, methods, what is counted."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.botapi.delivery import Poller
from tests.botapi.errors import ApiError, TooMany
from tests.botapi.faults import Fault, Faults, Hanging
from tests.botapi.http import Reply, Request, error_reply, json_reply
from tests.botapi.methods import METHODS, NAMES
from tests.botapi.params import Params, parse
from tests.botapi.records import Sent
from tests.botapi.world import World

_LOG = logging.getLogger(__name__)
_PATH = re.compile(r"/(?P<file>file/)?bot(?P<token>\d+:[^/]+)/(?P<rest>.+)")
_ABOUT_UPDATES = {"setWebhook", "deleteWebhook", "leaveChat"}  # whoever delivers updates has to look again


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a request: an answer after `delay` seconds, or none. `sent` are the messages it made."""

    reply: Reply | None
    hanging: Hanging | None = None
    sent: tuple[Sent, ...] = ()
    delay: float = 0.0


class Dispatcher:
    """Carries requests out on the world."""

    def __init__(self, world: World, faults: Faults, poller: Poller, delay: Callable[[], float]) -> None:
        self._world = world
        self._faults = faults
        self._poller = poller
        self._delay = delay

    async def carry_out(self, request: Request, gone: Callable[[], bool]) -> Outcome:
        """Does what is asked. `gone`: has the client hung up?"""
        found = _PATH.fullmatch(request.path)
        if found is None:
            return Outcome(error_reply(ApiError(404, "Not Found")))
        if found["token"] != self._world.token:
            return Outcome(error_reply(ApiError(401, "Unauthorized")))
        if found["file"]:
            return self._download(found["rest"])
        name = NAMES.get(found["rest"].lower(), "")
        if not name:
            return Outcome(error_reply(ApiError(404, "Not Found")))
        try:
            params = parse(request.headers.get("content-type", ""), request.body, request.query)
            return await self._call(name, params, gone)
        except ApiError as error:
            return self._refuse_with(name, error)
        except Exception as error:
            # A hole in this server, or a parameter of a shape nobody thought of: loud, but not silent on the wire.
            _LOG.exception("%s failed", name)
            return self._refuse_with(name, ApiError(500, f"Internal Server Error: {type(error).__name__}"))

    def _download(self, path: str) -> Outcome:
        with self._world.changed:
            stored = self._world.files.by_path(path)
        if stored is None:
            return Outcome(error_reply(ApiError(404, "Not Found")))
        return Outcome(Reply(200, stored.data, "application/octet-stream"))

    async def _call(self, name: str, params: Params, gone: Callable[[], bool]) -> Outcome:
        with self._world.changed:
            self._world.records.counts[name] += 1
            fault = self._faults.take(name, params)
            if fault and (fault.reply or not fault.effect):
                return self._refuse(name, fault)
        if name == "getUpdates":
            reply = await self._poller.poll(params, gone)
            return Outcome(None if fault else reply, fault.hanging if fault else None)
        with self._world.changed:
            outcome = self._perform(name, params, fault)
            if name in _ABOUT_UPDATES:
                self._world.touch()
            else:
                self._world.changed.notify_all()
            return outcome

    def _perform(self, name: str, params: Params, fault: Fault | None) -> Outcome:
        before = len(self._world.records.sent)
        result = METHODS[name](self._world, params)
        sent = tuple(self._world.records.sent[before:])
        if fault:
            for one in sent:
                one.answered = False
            return Outcome(None, fault.hanging, sent)
        delay = self._delay() if name.startswith(("send", "edit")) else 0.0
        return Outcome(json_reply(200, {"ok": True, "result": result}), None, sent, delay)

    def _refuse(self, name: str, fault: Fault) -> Outcome:
        if fault.reply:
            self._world.records.errors[(name, fault.reply.status, "as ordered")] += 1
            return Outcome(fault.reply)
        return Outcome(None, fault.hanging)

    def _refuse_with(self, name: str, error: ApiError) -> Outcome:
        with self._world.changed:
            self._world.records.errors[(name, error.code, error.description)] += 1
            if isinstance(error, TooMany):
                self._world.records.count_429 += 1
            self._world.changed.notify_all()
        return Outcome(error_reply(error))

"""Incoming as JSON: how an event waits in the inbox, sealed, for the rest of its album or for another try."""

import json
from dataclasses import asdict
from typing import Any

from handlers.incoming import Attachment, Contact, Incoming, Position, Press
from storage.times import from_ms, to_ms

PARTS = {"press": Press, "position": Position, "contact": Contact}


def to_json(incoming: Incoming) -> str:
    """An event as JSON."""
    body = {name: value for name, value in asdict(incoming).items() if value not in (None, "", ())}
    body["at"] = to_ms(incoming.at)
    return json.dumps(body, ensure_ascii=False)


def from_json(text: str) -> Incoming:
    """The event again."""
    body: dict[str, Any] = json.loads(text)
    body["at"] = from_ms(body["at"])
    body["media"] = tuple(Attachment(**each) for each in body.get("media", ()))
    for name, kind in PARTS.items():
        if name in body:
            body[name] = kind(**body[name])
    return Incoming(**body)

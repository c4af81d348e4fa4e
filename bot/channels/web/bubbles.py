"""Bubbles: what is stored of a message to show it, and what of that a page is told."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.channels import Envelope
from bot.channels.web.files import Clean
from handlers.incoming import AttachmentKind, Position
from storage.times import to_ms
from storage.web_chat import Bubble

SHOWN_CHARACTERS = 8000  # of one's own words; the intake has them all
TOLD = ("text", "bold", "position", "wants", "wants_label", "reply_to", "lasting")  # of a body, as it stands there
ME = "me"  # how a page calls its reader's private chat


@dataclass(frozen=True, slots=True)
class Room:
    """A group's chat: its key, its title, and how the others there call this person."""

    chat: str
    title: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A file of a bubble."""

    digest: str
    kind: AttachmentKind
    mime: str
    name: str
    size: int


def service_body(envelope: Envelope, media: Sequence[Shown]) -> str:
    """The body of a bubble of the service's."""
    return _render(
        text=envelope.text,
        bold=[list(span) for span in envelope.bold],
        buttons=[[button.label, button.action] for button in envelope.buttons],
        media=[asdict(shown) for shown in media],
        position=_position(envelope.position),
        wants=envelope.wants or "",
        wants_label=envelope.wants_label,
        reply_to=envelope.reply_to or "",
        lasting=envelope.lasting,
    )


def own_body(
    text: str, *, name: str = "", files: Sequence[Shown] = (), position: Position | None = None, reply_to: str = ""
) -> str:
    """The body of a person's own bubble."""
    words = text if len(text) <= SHOWN_CHARACTERS else f"{text[:SHOWN_CHARACTERS]}…"
    media = [asdict(shown) for shown in files]
    return _render(text=words, name=name, media=media, position=_position(position), reply_to=reply_to)


def rewritten(body: str, text: str) -> str:
    """A person's own body with other words."""
    return _render(**{**json.loads(body), "text": text[:SHOWN_CHARACTERS]})


def file_of(clean: Clean, digest: str) -> Shown:
    """The file of a bubble, from what a person sent."""
    return Shown(digest, clean.kind, clean.mime, clean.name, len(clean.data))


def choice_index(bubble: Bubble, action: str) -> int | None:
    """Which of a bubble's choices has this action, or None."""
    actions = [action for _, action in json.loads(bubble.body).get("buttons", ())]
    return actions.index(action) if action in actions else None


def lasts(bubble: Bubble) -> bool:
    """Whether its choices stay open after one was pressed."""
    return bool(json.loads(bubble.body).get("lasting"))


def page_chat(chat: str, user: str) -> str:
    """How the page calls a chat: nobody's key appears in a page, not even one's own."""
    return ME if chat == user else chat


def page_bubble(bubble: Bubble, seat: str, user: str) -> dict[str, Any]:
    """A bubble as its reader's page is told of it."""
    body = json.loads(bubble.body)
    own = bubble.author == user
    shown = {key: body[key] for key in TOLD if body.get(key)}
    return {
        "id": str(bubble.id),
        "chat": page_chat(bubble.chat, user),
        "number": bubble.number,
        "changed": bubble.changed,
        "at": to_ms(bubble.at),
        "own": own,
        "member": "" if own or bubble.author is None else body.get("name") or "?",
        "client": bubble.client if own else None,
        "edited": bubble.edited,
        "chosen": bubble.chosen,
        "buttons": body.get("buttons", []),
        "media": [_page_medium(medium, seat) for medium in body.get("media", ())],
        **shown,
    }


def _page_medium(medium: dict[str, Any], seat: str) -> dict[str, Any]:
    address = f"/chat/{seat}/media/{medium['digest']}"
    return {"kind": medium["kind"], "mime": medium["mime"], "name": medium["name"], "url": address}


def _position(position: Position | None) -> list[float] | None:
    return None if position is None else [position.latitude, position.longitude]


def _render(**fields: Any) -> str:
    text = json.dumps({key: value for key, value in fields.items() if value}, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode()  # half a surrogate pair cannot be stored

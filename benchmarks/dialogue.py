"""The dialogue of the bench `request_dialogue`: one request from the first words to the stars, as raw Telegram updates.

Eight turns a request: a resident writes, answers where it is, confirms the card; a volunteer of the team takes it in
the group, says that it is done, writes a note; the resident says that it is solved and gives five stars. The buttons
that are pressed are those that the measured system made, so each request is a closed loop. The bytes depend only on
the seed, the number of the request and what the system said.
"""

import json
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, overload

BOT = {"id": 7_000_000_001, "is_bot": True, "first_name": "Linli", "username": "linli_bench_bot"}
START = 1_795_395_600  # 2026-11-23 09:00 in Shanghai, in seconds since 1970
GROUP = -1_001_000_000_001
FIRST_RESIDENT, FIRST_VOLUNTEER = 100_000_001, 900_000_001
FAMILIES, TITLES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", ("阿姨", "叔叔", "婆婆", "师傅")
_MARK = re.compile(r"写着 ([A-Z]{5})")


class DialogueBroken(Exception):
    """The system did not say what the script needs to go on."""


@dataclass(frozen=True, slots=True)
class Button:
    """A choice as a person sees it, and the callback data that comes back when it is pressed."""

    label: str
    action: str


@dataclass(frozen=True, slots=True)
class Said:
    """A message that the system said (or changed) in a chat."""

    text: str
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A person whom the system knows before the bench begins. `user` is the Telegram id, and that of the private chat.

    `place` may be shown to a team; `door` and `phone` only to the person who took the request.
    """

    user: int
    name: str
    place: str
    door: str
    phone: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody who may speak, and the chat of the one team that takes every request."""

    residents: Sequence[Neighbour]
    volunteers: Sequence[Neighbour]
    group: int = GROUP


@dataclass(frozen=True, slots=True)
class Say:
    """Words in the speaker's private chat; `{mark}` is a word that tells this request from all others."""

    who: Literal["resident", "volunteer"]
    words: str


@dataclass(frozen=True, slots=True)
class Press:
    """A press of the newest button whose label contains one of `labels`, in the private chat or in the team's group.

    `otherwise`: where no such button is offered, these words are written instead; `{place}` and `{door}` are the
    speaker's. One turn either way.
    """

    who: Literal["resident", "volunteer"]
    labels: tuple[str, ...]
    group: bool = False
    otherwise: str = ""


SCRIPT: tuple[Say | Press, ...] = (
    Say("resident", "楼道灯坏了，三楼，灯座上写着 {mark}"),
    Press("resident", ("就是这里",), otherwise="{place} {door}"),
    Press("resident", ("确认",)),
    Press("volunteer", ("我来",), group=True),
    Press("volunteer", ("办完了", "办好了", "完成")),
    Say("volunteer", "换了灯泡，亮了"),
    Press("resident", ("解决了", "已解决")),
    Press("resident", ("5", "★★★★★")),
)


class Post:
    """Hands each conversation what was said to it. A private chat is its own; a group's cards are told by mark."""

    def __init__(self, said: Callable[[int], Sequence[Said]]) -> None:
        self._said = said
        self._cards: dict[str, list[Said]] = {}

    def private(self, chat: int) -> list[Said]:
        """What was said to this chat since it was last asked for, oldest first."""
        return list(self._said(chat))

    def cards(self, group: int, mark: str) -> list[Said]:
        """What was said to the group about the request with this mark, since it was last asked for."""
        for said in self._said(group):
            if found := _MARK.search(said.text):
                self._cards.setdefault(found[1], []).append(said)
        return self._cards.pop(mark, [])


class Conversation:
    """One request, played step by step. `index` is unique in a run and decides the update ids."""

    def __init__(self, index: int, resident: Neighbour, volunteer: Neighbour, group: int) -> None:
        self.resident, self.volunteer, self.group = resident, volunteer, group
        self.mark = "".join(chr(ord("A") + index // 26**place % 26) for place in range(5))
        self._index = index
        self._step = 0

    def next_update(self, post: Post) -> bytes | None:
        """The next update as raw JSON, or None when the request has come to its end.

        Raises DialogueBroken when the button that comes next has not been offered.
        """
        if self._step == len(SCRIPT):
            self._heard(post, Press("resident", ()))
            self._heard(post, Press("volunteer", ()))
            self._heard(post, Press("volunteer", (), group=True))
            return None
        step = SCRIPT[self._step]
        number = self._index * 16 + self._step + 1
        at = START + self._index + 30 * self._step
        self._step += 1
        if isinstance(step, Say):
            return words(number, self._person(step.who), at, step.words.format(mark=self.mark))
        found = self._find(step, self._heard(post, step))
        if found is None:
            speaker = self._person(step.who)
            return words(number, speaker, at, step.otherwise.format(place=speaker.place, door=speaker.door))
        said, button = found
        return press(number, self._person(step.who), self.group if step.group else None, at, said, button)

    def _person(self, who: str) -> Neighbour:
        return self.resident if who == "resident" else self.volunteer

    def _heard(self, post: Post, step: Press) -> list[Said]:
        return post.cards(self.group, self.mark) if step.group else post.private(self._person(step.who).user)

    def _find(self, step: Press, heard: list[Said]) -> tuple[Said, Button] | None:
        for said in reversed(heard):
            for button in said.buttons:
                if any(label in button.label for label in step.labels):
                    return said, button
        if step.otherwise and heard:
            return None
        shown = [(said.text, [button.label for button in said.buttons]) for said in heard]
        raise DialogueBroken(f"step {self._step}: no button like {step.labels} for the {step.who}; heard {shown}")


def words(number: int, sender: Neighbour, at: int, text: str) -> bytes:
    """An update with a message in the sender's private chat."""
    message = {
        "message_id": number,
        "from": _user(sender),
        "chat": {"id": sender.user, "first_name": sender.name, "type": "private"},
        "date": at,
        "text": text,
    }
    return json.dumps({"update_id": number, "message": message}).encode()


def press(number: int, sender: Neighbour, group: int | None, at: int, said: Said, button: Button) -> bytes:
    """An update with a pressed button under the message that offered it (in the group, or in the private chat)."""
    private = {"id": sender.user, "first_name": sender.name, "type": "private"}
    message = {
        "message_id": number,
        "from": BOT,
        "chat": {"id": group, "title": "水电队", "type": "supergroup"} if group else private,
        "date": at,
        "text": said.text,
        "reply_markup": {"inline_keyboard": [[{"text": b.label, "callback_data": b.action}] for b in said.buttons]},
    }
    query = {
        "id": str(4_000_000_000_000_000_000 + number),
        "from": _user(sender),
        "message": message,
        "chat_instance": str(sender.user * 7),
        "data": button.action,
    }
    return json.dumps({"update_id": number, "callback_query": query}).encode()


def _user(person: Neighbour) -> dict[str, object]:
    return {"id": person.user, "is_bot": False, "first_name": person.name, "language_code": "zh-hans"}


class Neighbours(Sequence[Neighbour]):
    """Made-up people, made when they are asked for: a million of them need no memory. Their phones belong to nobody."""

    def __init__(self, first: int, count: int, seed: int) -> None:
        self._users = range(first, first + count)
        self._seed = seed

    def __len__(self) -> int:
        return len(self._users)

    @overload
    def __getitem__(self, place: int) -> Neighbour: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Neighbour]: ...

    def __getitem__(self, place: int | slice) -> Neighbour | Sequence[Neighbour]:
        if isinstance(place, slice):
            return [self._one(user) for user in self._users[place]]
        return self._one(self._users[place])

    def _one(self, user: int) -> Neighbour:
        chance = (user * 0x9E3779B97F4A7C15 + self._seed * 0xBF58476D1CE4E5B9) % 2**64 >> 16
        chance, family = divmod(chance, len(FAMILIES))
        chance, title = divmod(chance, len(TITLES))
        chance, house = divmod(chance, 40)
        chance, entrance = divmod(chance, 4)
        chance, floor = divmod(chance, 18)
        door = f"{entrance + 1}单元{floor + 1}0{chance % 4 + 1}室"
        phone = f"+861990{user % 10_000_000:07d}"
        return Neighbour(user, FAMILIES[family] + TITLES[title], f"和顺里{house + 1}栋", door, phone)


def make_cast(residents: int, volunteers: int, seed: int) -> Cast:
    """That many made-up residents and volunteers; the same for the same seed."""
    return Cast(
        Neighbours(FIRST_RESIDENT, residents, seed),
        Neighbours(FIRST_VOLUNTEER, volunteers, seed),
    )


def make_conversations(cast: Cast, count: int, seed: int) -> list[Conversation]:
    """`count` requests by residents drawn from all of them (nobody twice before everybody spoke once)."""
    people = len(cast.residents)
    order = random.Random(seed).sample(range(people), min(count, people))
    helpers = len(cast.volunteers)
    return [
        Conversation(i, cast.residents[order[i % len(order)]], cast.volunteers[i % helpers], cast.group)
        for i in range(count)
    ]

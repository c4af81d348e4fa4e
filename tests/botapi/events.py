"""What happens besides talk: presses, blocking, coming and going, groups that become supergroups."""

import json
from collections.abc import Iterable

from tests.botapi.errors import JSON
from tests.botapi.methods import member
from tests.botapi.people import Chat, Message, Person
from tests.botapi.talk import Talk
from tests.botapi.world import Press


class Events(Talk):
    """Makes persons and groups known, and lets things happen to them. What makes an update returns it."""

    def person(
        self,
        id: int,
        first_name: str = "",
        *,
        last_name: str = "",
        username: str = "",
        language_code: str = "",
        started: bool = False,
    ) -> Person:
        """A Telegram user with a private chat. `started`: has written to the bot some time before."""
        with self.world.changed:
            person = Person(id, first_name or f"P{id}", last_name, username, language_code, started)
            self.world.persons[id] = person
            self.world.chats[id] = Chat(id, "private", person=person)
            return person

    def group(
        self, id: int, title: str, members: Iterable[int] = (), *, topics: bool = False, bot: str = "administrator"
    ) -> Chat:
        """A group; a supergroup when its id starts with -100. `bot`: administrator, member, left or kicked."""
        if id >= 0:
            raise ValueError("the id of a group is negative")
        kind = "supergroup" if str(id).startswith("-100") else "group"
        if topics and kind == "group":
            raise ValueError("only supergroups have topics")
        with self.world.changed:
            standing = dict.fromkeys(members, "member")
            chat = Chat(id, kind, title, members=standing, topics={} if topics else None, bot=bot)
            self.world.chats[id] = chat
            return chat

    def topic(self, chat: int, who: int, name: str) -> int:
        """Somebody opens a topic; its thread id."""
        with self.world.changed:
            place = self.world.chats[chat]
            if place.topics is None:
                raise ValueError(f"{chat} has no topics")
            thread = place.last_id + 1
            place.topics[thread] = name
            opened = {"forum_topic_created": {"name": name, "icon_color": 7322096}, "message_thread_id": thread}
            self.service(place, self.world.persons[who].user(), opened | {"is_topic_message": True})
            return thread

    def press(
        self,
        who: int,
        label: str = "",
        *,
        data: str = "",
        message_id: int | None = None,
        chat: int | None = None,
        forged: bool = False,
        inaccessible: bool = False,
    ) -> JSON:
        """Presses the newest button in the chat whose label contains `label` and whose data, if given, is `data`.

        `forged` sends any data as if it stood on the message, as a hostile client can. `inaccessible`: Telegram no
        longer tells what the message says. Raises LookupError where there is no such button.
        """
        with self.world.changed:
            person, place = self._admit(who, chat)
            message, found = self._find_button(place, label, data, message_id, forged)
            query_id = str(self.world.rng.getrandbits(62))
            self.world.presses[query_id] = Press(query_id, who, place, found, self.world.clock())
            shown = message.raw
            if inaccessible:
                shown = {"chat": place.brief(), "message_id": message.id, "date": 0}
            query = {"id": query_id, "from": person.user(), "message": shown, "chat_instance": f"c{place.id}"}
            return self.queue("callback_query", query | {"data": found}, who)

    def _find_button(
        self, place: Chat, label: str, data: str, message_id: int | None, forged: bool
    ) -> tuple[Message, str]:
        for message in reversed(list(place.messages.values())):
            if message.sent is None or (message_id is not None and message.id != message_id):
                continue
            if forged:
                return message, data
            for shown, carried in message.buttons:
                if label in shown and data in {"", carried} and carried:
                    return message, carried
        raise LookupError(f"no button {label!r} {data!r} in chat {place.id}")

    def block(self, who: int) -> JSON:
        """The person blocks the bot."""
        person = self.world.persons[who]
        person.blocked = True
        return self._standing(self.world.chats[who], who, "member", "kicked")

    def unblock(self, who: int) -> JSON:
        """The person lets the bot in again."""
        person = self.world.persons[who]
        person.blocked = False
        return self._standing(self.world.chats[who], who, "kicked", "member")

    def deactivate(self, who: int) -> None:
        """The person's account is deleted; the bot hears nothing of it."""
        self.world.persons[who].deactivated = True

    def add_bot(self, chat: int, by: int, *, status: str = "member") -> JSON:
        """The bot comes into a group: a my_chat_member update and a service message. Returns the former."""
        with self.world.changed:
            place = self.world.chats[chat]
            update = self.promote_bot(chat, by, status)
            adder = self.world.persons[by].user()
            self.service(place, adder, {"new_chat_members": [self.world.bot()]})
            return update

    def promote_bot(self, chat: int, by: int, status: str) -> JSON:
        """The bot's standing in a group changes: administrator, member, left, kicked."""
        place = self.world.chats[chat]
        old, place.bot = place.bot, status
        return self._standing(place, by, old, status)

    def kick_bot(self, chat: int, by: int) -> JSON:
        """The bot is thrown out of a group."""
        return self.promote_bot(chat, by, "kicked")

    def _standing(self, place: Chat, by: int, old: str, new: str) -> JSON:
        with self.world.changed:
            states = {name: member(self.world.bot(), status) for name, status in
                      (("old_chat_member", old), ("new_chat_member", new))}  # fmt: skip
            change = {"chat": place.brief(), "from": self.world.persons[by].user(), "date": self.world.date()}
            return self.queue("my_chat_member", change | states, place.id)

    def join(self, chat: int, who: int) -> JSON:
        """A person comes into a group."""
        with self.world.changed:
            place, user = self.world.chats[chat], self.world.persons[who].user()
            place.members[who] = "member"
            return self.service(place, user, {"new_chat_members": [user]})[1]

    def leave(self, chat: int, who: int) -> JSON:
        """A person leaves a group."""
        with self.world.changed:
            place, user = self.world.chats[chat], self.world.persons[who].user()
            place.members[who] = "left"
            return self.service(place, user, {"left_chat_member": user})[1]

    def migrate(self, chat: int, new_id: int) -> tuple[JSON, JSON]:
        """A group becomes the supergroup `new_id`: the service messages in the old chat and in the new one."""
        with self.world.changed:
            old = self.world.chats[chat]
            new = self.group(new_id, old.title, bot=old.bot)
            new.members, by = old.members, self.world.bot() | {"id": 1087968824, "username": "GroupAnonymousBot"}
            first = self.service(old, by, {"migrate_to_chat_id": new_id})[1]
            old.migrated_to = new_id
            return first, self.service(new, by, {"migrate_from_chat_id": chat})[1]

    def raw(self, content: JSON | bytes, *, lane: int = 0) -> int:
        """Any update at all; its update_id. A dict gets an id when it has none. Bytes go out as they are; what is no
        JSON object breaks a poller's whole batch and is given out once, as a poller could not name it to forget it."""
        with self.world.changed:
            queue = self.world.queue
            update_id = queue.next_id
            if isinstance(content, dict) and isinstance(content.get("update_id"), int):
                update_id = content["update_id"]
            queue.next_id = max(queue.next_id, update_id + 1)
            body = content if isinstance(content, bytes) else json.dumps({"update_id": update_id} | content).encode()
            queue.add(update_id, body, ("chat", lane), self.world.clock(), broken=isinstance(content, bytes))
            self.world.touch()
            return update_id

    def repeat(self, update_id: int) -> None:
        """Delivers an update once more, as after a lost acknowledgement."""
        with self.world.changed:
            self.world.queue.repeat(update_id, self.world.clock())
            self.world.touch()

"""Turn: what a handler gets. It reads and writes rows and says things; it never waits and cannot commit."""

from dataclasses import replace
from datetime import datetime

from handlers.community import Community
from handlers.errors import Refused
from handlers.incoming import Incoming
from handlers.message import MOST_SHOWN, Choice, Lane, Message, Text, encode
from handlers.understanding import Reading
from storage import addresses, catalogue, outbox, people, roles, settings
from storage.addresses import Address
from storage.catalogue import Item
from storage.dialogues import Dialogue
from storage.outbox import Outgoing
from storage.people import Person
from storage.roles import RoleHeld
from storage.transaction import Transaction

MOST_DIGITS = 18  # of a row id


class Speaker:
    """Says things to people and teams: what a turn and a job have in common."""

    def __init__(self, tx: Transaction, now: datetime, community: Community) -> None:
        self.tx = tx
        self.now = now
        self.community = community

    def tell(self, person_id: int, message: Message) -> bool:
        """Says a message to somebody, on the open channel they used last; False where nothing reaches them."""
        address = addresses.reachable(self.tx, person_id)
        if address is not None:
            self.put(address, message)
        return address is not None

    def tell_team(self, team_id: int, message: Message) -> bool:
        """Says a message in a team's groups; False where it has none."""
        groups = addresses.of_team(self.tx, team_id)
        for group in groups:
            self.put(group, message)
        return bool(groups)

    def edit(self, key: str, message: Message, only: int | None = None) -> None:
        """Says the message with this key anew, wherever it was sent; with `only`, where it was sent to that person."""
        keyed = replace(message, key=key)
        theirs = None if only is None else {address.id for address in addresses.of_person(self.tx, only)}
        for address_id, account in outbox.addresses_with_key(self.tx, key):
            if theirs is not None and address_id not in theirs:
                continue
            outbox.edit(self.tx, self._row(address_id, account, keyed), self.now)

    def item(self, code: str) -> Item | None:
        """An item by its code: out of the pack in force, or out of the tables where that names it no longer."""
        return self.community.items.get(code) or catalogue.read(self.tx, code)

    def put(self, address: Address, message: Message) -> None:
        """Says a message to one address."""
        outbox.add(self.tx, self._row(address.id, address.account, message), self.now)

    def _row(self, address_id: int, account: str, message: Message) -> Outgoing:
        # Quiet hours hold what is neither urgent nor an answer.
        held_until = self.community.quiet_until(self.now) if message.lane >= Lane.REMINDERS else None
        message = self._in_parts(address_id, message)
        return Outgoing(
            address_id=address_id,
            account=account,
            lane=int(message.lane),
            body=encode(message),
            asks=bool(message.choices) and message.sample is None,
            not_before=held_until or self.now,
            expires_at=None if message.expires_in is None else self.now + message.expires_in,
            key=message.key,
        )

    def _in_parts(self, address_id: int, message: Message) -> Message:
        """A long list is shown in parts to those who read few choices at once; nothing of it is left out."""
        short = len(message.choices) <= MOST_SHOWN or message.number or message.page is not None
        return message if short or not people.elder_at(self.tx, address_id) else replace(message, page=0)


class Turn(Speaker):
    """One event being handled.

    `address` is where the person is reached privately on this channel, `chat` where the event came from: the same,
    or a group's. `reading` is what the words may mean. `argument` is what follows the colon of a pressed action.
    `toasted` is the short answer to a pressed button, if any. `said`, `asked`: whether this turn has said something to
    the person alone, and whether with choices. `kept`: the media of this event, once they are noted. `heard`: its voice
    goes to a person, so that nobody is asked to write instead. `relearned`: this turn has taught something.
    """

    def __init__(
        self,
        tx: Transaction,
        incoming: Incoming,
        now: datetime,
        *,
        community: Community,
        reading: Reading,
        person: Person,
        dialogue: Dialogue,
        address: Address,
        chat: Address,
    ) -> None:
        super().__init__(tx, now, community)
        self.incoming = incoming
        self.reading = reading
        self.person = person
        self.dialogue = dialogue
        self.address = address
        self.chat = chat
        self.argument = ""
        self.toasted: Text | None = None
        self.said = self.asked = self.heard = self.relearned = False
        self.kept: list[int] | None = None
        self._roles: list[RoleHeld] | None = None

    @property
    def roles(self) -> list[RoleHeld]:
        """The roles that the person holds now."""
        if self._roles is None:
            self._roles = roles.of_person(self.tx, self.person.id)
        return self._roles

    def argument_id(self) -> int:
        """The row id that a pressed action names. Refused where it is none: the button was forged."""
        if not (self.argument.isascii() and self.argument.isdigit() and len(self.argument) <= MOST_DIGITS):
            raise Refused("choice-unknown")
        return int(self.argument)

    def forget_roles(self) -> None:
        """The roles have changed in this turn."""
        self._roles = None

    def relearn(self) -> None:
        """What people taught has changed: texts are read with it from the next message on, in every process."""
        settings.write(self.tx, settings.TAUGHT, str(self.tx.new_id()))
        self.relearned = True

    def put(self, address: Address, message: Message) -> None:
        """Says a message to one address."""
        super().put(address, message)
        if address.id == self.address.id:
            self.said, self.asked = True, self.asked or (bool(message.choices) and message.sample is None)

    def say(self, key: str, *choices: Choice, **values: object) -> None:
        """Says a text to the chat that the event came from."""
        self.send(Message(text=Text(key, values), choices=choices))

    def send(self, message: Message) -> None:
        """Says a whole message to the chat that the event came from."""
        self.put(self.chat, message)

    def say_privately(self, message: Message) -> None:
        """Says a message to the person alone, also where the event came from a group."""
        self.put(self.address, message)

    def toast(self, key: str, **values: object) -> None:
        """A short answer to the pressed button, shown at once and kept nowhere."""
        self.toasted = Text(key, values)

"""Assist: where Linli is not sure, a language model may say which entry is meant. Off unless the community turns it on.

The resident has the choices already; what comes is one more message, and only while they still wait. The model gets
the words without names, phones and addresses, and public entries; never in an emergency, never where something
sensitive may be meant. What it says is shown where it cites an entry and stands in it.
"""

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from handlers.danger import emergencies
from handlers.hotline import inquiring, prompting
from handlers.hotline.prompting import Entry, Reply
from handlers.learning import knowledge
from handlers.message import Choice, Message, Named, Text, choice
from handlers.packs.model import FaqEntry
from handlers.turn import Speaker, Turn
from handlers.understanding import HIDDEN, redact, without_suspects
from storage import addresses, dialogues, inquiries, outbox, people, service_requests, tasks
from storage.inquiries import Inquiry
from storage.people import Person

KIND = "assist"
PATIENCE = timedelta(seconds=8)  # with the time that the model takes; whoever wrote has read the choices by then
LIKELY = 3  # what is shown as a choice: nothing sensitive may be among it
MOST_ENTRIES = 6
_BUILDING = re.compile(
    r"[0-9一二三四五六七八九十]{1,4} ?(?:号楼|号院|栋|幢|座|弄|单元|号)"
    r"|[\u3400-\u9fff]{1,6}(?:路|街|巷|里|弄)[0-9]{1,4}号?"
    r"|\b(?:building|block|no\.?) ?[0-9]{1,4}",
    re.IGNORECASE,
)

Outcome = Literal["told", "none", "refused", "late"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a model is asked about: an inquiry's words, hidden where they must be, and the entries that may be meant."""

    inquiry_id: int
    address_id: int
    words: str
    language: str
    entries: tuple[Entry, ...]

    def messages(self) -> list[dict[str, str]]:
        """The chat for the model: whatever goes out has no number of anybody in it, not even the desk's."""
        hidden = [Entry(each.label, redact(each.question), redact(each.text)) for each in self.entries]
        return prompting.messages(self.words, hidden, self.language)


def ask(turn: Turn, inquiry: Inquiry) -> None:
    """Leaves a task for a worker, where the community has a model and these words may be shown to it."""
    said = inquiry.said
    if not turn.community.assisted or turn.reading.emergency is not None or said.media or turn.incoming.group:
        return
    if emergencies.may_go_on(turn, turn.person.id, turn.dialogue.answers):
        return
    if said.labels and not any(knowledge.is_sensitive(turn, label) for label in said.labels[:LIKELY]):
        payload = {"inquiry": inquiry.id, "address": turn.address.id, "at": turn.now.isoformat()}
        tasks.add(turn.tx, KIND, json.dumps(payload), turn.now)


def prepare(speaker: Speaker, payload: str) -> Asked | None:
    """What the model is asked; None where it is too late, or nothing would be left of the words."""
    given = json.loads(payload)
    inquiry = _waiting(speaker, int(given["inquiry"]))
    if inquiry is None or speaker.now - datetime.fromisoformat(given["at"]) > PATIENCE:
        return None
    person = people.read(speaker.tx, inquiry.person_id)
    words = hidden(speaker, person, inquiry.said.words)
    entries = tuple(entry for label in inquiry.said.labels if (entry := _entry(speaker, label, person.language)))
    if not entries or not any(char.isalpha() for char in words.replace(HIDDEN, "")):
        return None
    return Asked(inquiry.id, int(given["address"]), words, person.language, entries[:MOST_ENTRIES])


def tell(speaker: Speaker, asked: Asked, reply: Reply) -> Outcome:
    """Says what the model found, where it is grounded, new, and somebody still waits for it."""
    inquiry = _waiting(speaker, asked.inquiry_id)
    if inquiry is None:
        return "late"
    if reply.fault:
        return "refused"
    message = _message(speaker, inquiry, asked, reply)
    if message is None:
        return "none"
    address = addresses.read(speaker.tx, asked.address_id)
    outbox.close_questions_with_key(speaker.tx, address.id, inquiring.key_of(inquiry.person_id))
    speaker.put(address, message)
    return "told"


def hidden(speaker: Speaker, person: Person, words: str) -> str:
    """Words without names, phones, doors, buildings and places, and without what may be anybody's name."""
    snapshot = speaker.community.snapshot
    known = [name for name in (person.name, *snapshot.places.areas) if len(name) > 1]
    told = _BUILDING.sub(HIDDEN, redact(words, sorted(known, key=len, reverse=True)))
    return without_suspects(told, snapshot.matcher.vocabulary)


def _waiting(speaker: Speaker, inquiry_id: int) -> Inquiry | None:
    """The inquiry, while the person has done nothing since they were shown the choices, and nothing worse came up."""
    inquiry = inquiries.read(speaker.tx, inquiry_id)
    if inquiry is None or inquiry.outcome != "unsure" or not _is_latest(speaker, inquiry):
        return None
    dialogue = dialogues.read(speaker.tx, inquiry.person_id)
    if people.read(speaker.tx, inquiry.person_id).state != "joined" or (dialogue is not None and dialogue.form):
        return None
    if emergencies.may_go_on(speaker, inquiry.person_id, dialogue.answers if dialogue else {}):
        return None
    return inquiry


def _is_latest(speaker: Speaker, inquiry: Inquiry) -> bool:
    """Whether neither a question nor a request (an emergency is one) has followed it."""
    latest = inquiries.recent(speaker.tx, inquiry.person_id, 1)
    requests = service_requests.of_person(speaker.tx, inquiry.person_id, limit=1)
    return [each.id for each in latest] == [inquiry.id] and not any(
        request.created_at >= inquiry.asked_at for request in requests
    )


def _message(speaker: Speaker, inquiry: Inquiry, asked: Asked, reply: Reply) -> Message | None:
    if reply.label not in inquiry.said.labels:
        return None
    place = inquiry.said.labels.index(reply.label)
    if reply.answer:
        question = next(each.question for each in asked.entries if each.label == reply.label)
        text = Text("assist-answer", {"answer": reply.answer, "question": question})
        pick = choice(f"hotline.pick:{inquiry.id}/{place}", "assist-whole")
    elif place == 0:
        return None  # what stands first already
    else:
        named = _named(speaker, reply.label)
        if named is None:
            return None
        text = Text("assist-likely")
        pick = Choice(f"hotline.pick:{inquiry.id}/{place}", named)
    person = choice(f"hotline.person:{inquiry.id}", "hotline-none-person")
    return Message(text=text, choices=(pick, person), key=inquiring.key_of(inquiry.person_id))


def _named(speaker: Speaker, label: str) -> Text | None:
    kind, _, code = label.partition(":")
    if kind == "faq":
        entry = knowledge.answer(speaker, code)
        return Text("plain", {"text": Named(entry.question, entry.question_en or entry.question)}) if entry else None
    item = speaker.item(code)
    return Text("hotline-deed", {"item": Named(item.name, item.name_en)}) if item else None


def _entry(speaker: Speaker, label: str, language: str) -> Entry | None:
    """An entry as a model may see it; None for what is gone, sensitive, or an emergency."""
    if knowledge.is_sensitive(speaker, label):
        return None
    kind, _, code = label.partition(":")
    if kind == "faq":
        answer = knowledge.answer(speaker, code)
        return _of_answer(label, answer, language) if answer else None
    item = speaker.item(code)
    return Entry(label, item.name_en if language == "en" else item.name) if item else None


def _of_answer(label: str, entry: FaqEntry, language: str) -> Entry:
    if language == "en" and entry.question_en and entry.answer_en:
        return Entry(label, entry.question_en, "\n".join(filter(None, (entry.answer_en, entry.bring_en))))
    return Entry(label, entry.question, "\n".join(filter(None, (entry.answer, entry.bring))))

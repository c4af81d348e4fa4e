"""What somebody takes away: everything that is kept of them, as plain data with documented keys.

Of others it holds the names by which they wish to be called, and never a phone or a door. Dates are aware datetimes
(UTC); the files write them in ISO 8601.
"""

import json
from datetime import datetime
from typing import Any

from handlers.appraisal import own_copy
from handlers.broadcasts import own_copy as broadcast_copy
from handlers.liaison import card_copy
from handlers.meetings import own_meetings
from handlers.papers import own_votes
from handlers.privacy import own_data
from handlers.texts import word
from handlers.turn import Speaker
from handlers.understanding import redact
from handlers.visits import own_visits
from storage import (
    addresses,
    assignments,
    consents,
    conversation_messages,
    conversations,
    dialogues,
    feeds,
    inquiries,
    life_notes,
    line,
    media,
    occasions,
    people,
    places,
    request_events,
    reveals,
    saved_audiences,
    service_requests,
    subscriptions,
    thoughts,
    unanswered,
    volunteers,
)
from storage import own_data as stored
from storage.addresses import WEB
from storage.people import Person
from storage.service_requests import ServiceRequest

FORMAT, VERSION = "linli own data", 1
ALL = 10_000  # of anything that one person has
# Every key that may stand in it; each is explained in the file itself.
KEYS = {
    "about", "address", "answered_at", "arrived_at", "asked_by", "at", "badge", "born_year", "calendar", "channel",
    "channels",
    "claimed_at", "closed_at", "consent", "consents", "created_at", "desk", "door", "drafts", "duty", "elder", "ended",
    "ended_at", "feedback", "files", "format", "from", "given_at", "helped", "helpers", "history", "home",
    "included", "inquiries", "item", "joined_at", "keys", "kind", "label", "language", "leave_until", "made_at",
    "mime", "most", "move", "name", "note", "number", "other", "outcome", "person", "phone", "place", "purpose",
    "read_by", "reason", "refused_at", "requests", "role", "roles", "said", "since", "size", "skills", "stars", "state",
    "talk", "team", "unanswered", "user", "version", "volunteer", "what", "when", "who", "wish",
    "withdrawn_at", "words",
    "birthday", "card", "deputy", "groups", "liaison", "member", "visits_wish",
    "calls", "rhythms", "rule", "until",
    "confirmed_at", "earlier", "learned_from", "life_notes", "occasions", "thought", "topic",
    "appraised", "day", "lines", "pledge", "reports", "representative", "shown_at", "shows", "submitted_at",
    "needs", "promises", "visits", "worries",
    "actions", "agenda", "sent_instead",
    "audiences", "subscriptions",
    "chosen", "votes",
    "answer", "broadcasts", "title", "drafted", "sent_at", "unsubscribed_at",
}  # fmt: skip

Data = dict[str, Any]


def collect(speaker: Speaker, person_id: int) -> tuple[Data, dict[int, str]]:
    """All that is kept of a person; and the digests of their files by the media ids that stand in it."""
    tx = speaker.tx
    person = people.read(tx, person_id)
    digests: dict[int, str] = {}
    asked = service_requests.of_person(tx, person_id, ALL)
    for_them = [one for one in stored.asked_for(tx, person_id, ALL) if one.person_id != person_id]
    body: Data = {
        "person": _person(speaker, person),
        "requests": [_request(speaker, person, one, digests) for one in (*asked, *for_them)],
        "drafts": _drafts(speaker, person_id),
        "said": _said(speaker, person_id),
        "desk": [_conversation(speaker, person, one, digests) for one in conversations.last_of(tx, person_id, ALL)],
        "inquiries": _inquiries(speaker, person_id),
        "unanswered": _unanswered(speaker, person_id),
        "life_notes": [_life_note(speaker, one) for one in life_notes.of_person(tx, person_id, ALL)],
        "thought": _thought(speaker, person_id),
        "occasions": _occasions(speaker, person_id),
        **card_copy.collect(speaker, person_id),
        **own_copy.collect(speaker, person_id),
        **own_visits.collect(speaker, person_id),
        **own_meetings.collect(speaker, person_id),
        **own_votes.collect(speaker, person_id),
        **broadcast_copy.collect(speaker, person_id),
        "helped": stored.helped_with(tx, person_id, ALL),
        "roles": stored.roles_of(tx, person_id),
        "volunteer": [_volunteer(one) for one in volunteers.of_person(tx, person_id)],
        "calendar": _calendar(speaker, person_id),
        "subscriptions": subscriptions.of_person(tx, person_id),
        "audiences": [{"name": one.name, "at": one.at} for one in saved_audiences.of_person(tx, person_id, ALL)],
        "consents": [_consent(speaker, one) for one in consents.of_person(tx, person_id)],
        "read_by": [_reading(speaker, one) for one in reveals.of_subject(tx, person_id, ALL)],
    }
    about = {"format": FORMAT, "version": VERSION, "made_at": speaker.now, "language": person.language}
    named = sorted({*keys_in(body), *about, "about", "keys"})
    about["keys"] = {key: word(f"own-key-{key}", person.language) for key in named}
    return {"about": about, **body}, digests


def as_json(data: Data) -> str:
    """The file for programs."""
    return json.dumps(data, ensure_ascii=False, indent=1, default=_iso)


def files_of(data: Data) -> list[Data]:
    """The photos, voices and files in the data."""
    requests = data["requests"]
    talks = (message for request in requests for message in request["talk"])
    said_to_desk = (message for one in data["desk"] for message in one["talk"])
    return [each for holder in (*requests, *talks, *said_to_desk) for each in holder["files"]]


def keys_in(value: Any) -> set[str]:
    """Every key that stands in data, however deep."""
    if isinstance(value, dict):
        return set(value).union(*(keys_in(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(keys_in(each) for each in value))
    return set()


def _iso(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _person(speaker: Speaker, person: Person) -> Data:
    home = places.read(speaker.tx, person.place_id) if person.place_id else None
    upwards = [place.name for place in places.line(speaker.tx, home)] if home else []
    return {
        "name": person.name,
        "phone": person.phone.e164 if person.phone else None,
        "home": list(reversed(upwards)),
        "door": person.door,
        "language": person.language,
        "born_year": person.born_year,
        "elder": person.elder,
        "joined_at": person.consented_at,
        "channels": [
            {"channel": each.account.partition(":")[0], "user": each.user}
            for each in addresses.of_person(speaker.tx, person.id)
        ],
    }


def _request(speaker: Speaker, person: Person, request: ServiceRequest, digests: dict[int, str]) -> Data:
    tx, item = speaker.tx, speaker.item(request.item)
    own = request.details
    return {
        "number": request.number,
        "item": item.name if item else request.item,
        "state": request.state,
        "asked_by": people.read(tx, request.person_id).name,
        "created_at": request.created_at,
        "closed_at": request.closed_at,
        "words": own.words,
        "address": own.address if request.helped_id in (None, person.id) else None,
        "when": own.when,
        "phone": own.phone if request.person_id == person.id else None,
        "note": _without_numbers(request.note),
        "feedback": request.feedback,
        "outcome": request.outcome,
        "stars": request.stars,
        "consent": request.consent,
        "helpers": [_helper(speaker, one) for one in assignments.of_request(tx, request.id)],
        "history": [
            {"at": one.at, "move": one.move, "state": one.to_state, "note": _without_numbers(one.note)}
            for one in request_events.of_request(tx, request.id)
        ],
        "files": _files(speaker, service_requests.media(tx, request.id), digests),
        "talk": [_line(speaker, person, one, digests) for one in line.of_request(tx, request.id, ALL)],
    }


def _files(speaker: Speaker, media_ids: list[int], digests: dict[int, str]) -> list[Data]:
    found = [media.read(speaker.tx, number) for number in media_ids]
    digests |= {one.id: one.digest for one in found if one.digest}
    return [
        {
            "number": str(one.id),
            "kind": one.kind,
            "mime": one.mime,
            "size": one.size,
            "name": one.name,
            "included": False,
        }
        for one in found
    ]


def _helper(speaker: Speaker, held: assignments.Assignment) -> Data:
    return {
        "name": people.read(speaker.tx, held.person_id).name,
        "claimed_at": held.claimed_at,
        "arrived_at": held.arrived_at,
        "ended_at": held.ended_at,
        "ended": held.ended,
    }


def _line(speaker: Speaker, person: Person, message: line.LineMessage, digests: dict[int, str]) -> Data:
    """What the other side wrote is theirs, too: numbers and doors in it are left out, and so are their files."""
    own = message.sender_id == person.id
    media_ids = [one.id for one in line.media(speaker.tx, message.id)] if own else []
    return {
        "at": message.at,
        "from": people.read(speaker.tx, message.sender_id).name,
        "words": message.said.words if own else _without_numbers(message.said.words),
        "phone": message.said.phone if own else None,
        "files": _files(speaker, media_ids, digests),
    }


def _without_numbers(words: str) -> str:
    return redact(words) if words else ""


def _said(speaker: Speaker, person_id: int) -> list[Data]:
    chats = [each.chat for each in addresses.of_person(speaker.tx, person_id) if each.account == WEB]
    return [
        {"at": at, "words": json.loads(body).get("text", "")}
        for chat in chats
        for at, body in stored.said(speaker.tx, chat, ALL)
    ]


def _conversation(speaker: Speaker, person: Person, one: conversations.Conversation, digests: dict[int, str]) -> Data:
    """A talk with the duty desk: when they asked for a person, when somebody came, how it ended, what was said."""
    said = conversation_messages.of_conversation(speaker.tx, one.id, ALL)
    return {
        "at": one.asked_at,
        "answered_at": one.first_taken_at,
        "closed_at": one.closed_at,
        "reason": one.reason,
        "talk": [_said_to_desk(speaker, person, each, digests) for each in said],
    }


def _said_to_desk(speaker: Speaker, person: Person, said: conversation_messages.Said, digests: dict[int, str]) -> Data:
    """What the desk wrote is for them; its files are not theirs to take along."""
    own = said.sender_id == person.id
    media_ids = [one.id for one in conversation_messages.media(speaker.tx, said.id)] if own else []
    return {
        "at": said.at,
        "from": people.read(speaker.tx, said.sender_id).name,
        "words": said.words,
        "files": _files(speaker, media_ids, digests),
    }


def _unanswered(speaker: Speaker, person_id: int) -> list[Data]:
    """What had no answer when they asked, and whether they wish to be told."""
    return [
        {"at": one.asked_at, "words": one.words, "wish": one.wish, "state": one.state}
        for one in unanswered.of_person(speaker.tx, person_id, ALL)
    ]


def _inquiries(speaker: Speaker, person_id: int) -> list[Data]:
    """What they asked the hotline, and what it was answered with."""
    return [
        {"at": one.asked_at, "words": one.said.words, "label": one.label, "outcome": one.outcome}
        for one in inquiries.recent(speaker.tx, person_id, ALL)
    ]


def _occasions(speaker: Speaker, person_id: int) -> list[Data]:
    """When a visit was offered, and what they answered; what staff must do by law about violence is not in it."""
    found = occasions.of_person(speaker.tx, person_id, ALL)
    return [
        {"kind": each.kind, "state": each.state, "since": each.raised_at, "answered_at": each.answered_at}
        for each in found
        if each.state != occasions.SAFETY
    ]


def _life_note(speaker: Speaker, note: life_notes.LifeNote) -> Data:
    """What the station knows, and how it read before."""
    before = life_notes.versions(speaker.tx, note.id, ALL)
    return {
        **_known(speaker, note.known, note.author_id, note.written_at),
        "confirmed_at": note.confirmed_at,
        "earlier": [_known(speaker, each.known, each.author_id, each.written_at) for each in before],
    }


def _calendar(speaker: Speaker, person_id: int) -> list[Data]:
    """The address of their visits' calendar: since when it holds; it is kept nowhere itself."""
    found = feeds.of_person(speaker.tx, person_id)
    return [] if found is None else [{"since": found.created_at}]


def _known(speaker: Speaker, known: life_notes.Known, author_id: int, at: datetime) -> Data:
    return {
        "topic": known.topic,
        "learned_from": known.origin,
        "words": known.words,
        "from": people.read(speaker.tx, author_id).name,
        "at": at,
    }


def _thought(speaker: Speaker, person_id: int) -> list[Data]:
    """What they wrote for their liaison: it is theirs alone, and in nobody else's file."""
    found = thoughts.read(speaker.tx, person_id, speaker.now)
    return [] if found is None else [{"at": found.written_at, "words": found.words}]


def _drafts(speaker: Speaker, person_id: int) -> list[Data]:
    """A request that was begun and not sent off, as far as it was told."""
    dialogue = dialogues.read(speaker.tx, person_id)
    answers = dialogue.answers if dialogue is not None else {}
    told = {name: answers[name] for name in ("words", "address", "phone") if isinstance(answers.get(name), str)}
    return [told] if dialogue is not None and dialogue.form is not None and told.get("words") else []


def _volunteer(member: volunteers.Volunteer) -> Data:
    return {
        "badge": member.badge,
        "duty": member.duty,
        "leave_until": member.leave_until,
        "most": member.most,
        "skills": list(member.skills) if member.skills is not None else None,
    }


def _consent(speaker: Speaker, consent: consents.Consent) -> Data:
    other = people.read(speaker.tx, consent.other_id).name if consent.other_id else None
    return {
        "purpose": consent.purpose,
        "other": other,
        "given_at": consent.given_at,
        "refused_at": consent.refused_at,
        "withdrawn_at": consent.withdrawn_at,
    }


def _reading(speaker: Speaker, reveal: reveals.Reveal) -> Data:
    request = service_requests.read(speaker.tx, reveal.request_id) if reveal.request_id else None
    return {
        "at": reveal.at,
        "who": people.read(speaker.tx, reveal.actor_id).name,
        "role": own_data.reader_role(speaker, reveal),
        "what": reveal.what,
        "number": request.number if request else None,
    }

"""Retention: how long things are kept (domain.md §7), and the nightly job that forgets them when their time is over.

Request text and the private line 2 years, address and phone of closed requests 90 days, and so long callers and helped
neighbours, who never joined, are known by name, phone and door; photos and voices 30 days, technical logs (and talks
with the duty desk, or the hotline what) 6 months, emergencies whole for 3 years. Hours of volunteers stay until the
volunteer deletes them.
Who was shown an address or phone is kept for 2 years: it is the person's own record of who read them, holds no content,
and would be worth little if it went before the words that were read.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from functools import partial
from typing import TypeAlias

from handlers.broadcasts import broadcasts_over
from handlers.known import known_over
from handlers.liaison import closed_cards
from handlers.meetings import own_meetings
from handlers.privacy import forgetting
from handlers.rhythms import waves
from handlers.routing import Job
from handlers.turn import Speaker
from handlers.understanding import redact
from handlers.visits import visits_over
from storage import (
    consents,
    desk_retention,
    line,
    people,
    request_changes,
    request_events,
    retention,
    rosters,
    service_requests,
)
from storage.people import Person
from storage.retention import EMERGENCY, NO_ADDRESS, NO_PHOTOS, NO_WORDS, WHOLE
from storage.service_requests import Details, ServiceRequest

DAY = timedelta(days=1)
PHOTOS_KEPT = 30 * DAY
ADDRESS_KEPT = 90 * DAY
WORDS_KEPT = 2 * 365 * DAY
EMERGENCY_KEPT = 3 * 365 * DAY
LOGS_KEPT = 182 * DAY
REVEALS_KEPT = WORDS_KEPT
PROOF_KEPT = 3 * 365 * DAY  # that somebody agreed, after they took it back
FAILED_KEPT = 30 * DAY  # events that could not be handled, and work that could not be done, with what is in them
BUBBLES_KEPT = ADDRESS_KEPT  # the web chat shows addresses, too
LEFT_KNOWN = 30 * DAY  # so long somebody who left is known again, and is not greeted as a stranger
LOOKED_BACK = 30 * DAY  # for leavers whose emergency was still open
EXPORTS_KEPT = 7 * DAY
ROSTERS_KEPT = 7 * DAY
NIGHT = (time(1), time(5))  # here; when nobody waits for an answer
SLICE = 20  # requests, each opened and sealed anew
MANY = 200  # rows that are only deleted

Rule: TypeAlias = Callable[[Speaker], bool]


def forget_old(speaker: Speaker) -> bool:
    """Forgets a slice of what is old, at night; whether there was any."""
    here = speaker.now.astimezone(speaker.community.zone).time()
    return NIGHT[0] <= here < NIGHT[1] and any(rule(speaker) for rule in RULES)


def _photos(speaker: Speaker) -> bool:
    """Photos, voices and door codes of closed requests. Emergencies are set aside."""
    found = retention.closed_before(speaker.tx, WHOLE, speaker.now - PHOTOS_KEPT, SLICE)
    for request_id in sorted(found):
        request = service_requests.lock(speaker.tx, request_id)
        if request is None or request.closed_at is None:
            continue
        item = speaker.item(request.item)
        kept = item is not None and item.urgency == "emergency"
        if not kept:
            retention.drop_photos(speaker.tx, request_id)
        retention.set_stage(speaker.tx, request_id, EMERGENCY if kept else NO_PHOTOS)
    return bool(found)


def _addresses(speaker: Speaker) -> bool:
    """Address and phone of closed requests, also where they stand in free words."""
    found = retention.closed_before(speaker.tx, NO_PHOTOS, speaker.now - ADDRESS_KEPT, SLICE)
    for request_id in sorted(found):
        request = service_requests.lock(speaker.tx, request_id)
        if request is not None:
            _hide_address(speaker, request)
            retention.set_stage(speaker.tx, request_id, NO_ADDRESS)
    return bool(found)


def _hide_address(speaker: Speaker, request: ServiceRequest) -> None:
    hide = partial(redact, known=forgetting.words_for_redaction(speaker, request))
    tx, details = speaker.tx, request.details
    request_changes.set_details(tx, request.id, Details(hide(details.words), "", hide(details.when), ""))
    if request.note:
        request_changes.set_note(tx, request.id, hide(request.note))
    if request.feedback:
        request_changes.set_feedback(tx, request.id, hide(request.feedback))
    for event in request_events.of_request(tx, request.id):
        if event.note:
            request_events.set_note(tx, event.id, hide(event.note))
    for message in line.of_request(tx, request.id, limit=10_000):
        said = replace(message.said, words=hide(message.said.words), point=None, phone="")
        line.set_said(tx, message.id, said, phones=False)


def _words(stage: int, kept: timedelta, speaker: Speaker) -> bool:
    """All words of closed requests. Moves and times stay: figures are made of them."""
    found = retention.closed_before(speaker.tx, stage, speaker.now - kept, SLICE)
    for request_id in sorted(found):
        request = service_requests.lock(speaker.tx, request_id)
        if request is not None:
            forgetting.empty(speaker, request)
            retention.drop_timers(speaker.tx, request_id)
            retention.set_stage(speaker.tx, request_id, NO_WORDS)
    return bool(found)


def _exports(speaker: Speaker) -> bool:
    """The files in which people took their data along, also where a web chat shows them."""
    media = retention.drop_exports(speaker.tx, speaker.now - EXPORTS_KEPT, SLICE)
    for media_id in media:
        digest = retention.drop_if_unused(speaker.tx, media_id)
        if digest is not None:
            _drop_bubbles(speaker, retention.bubbles_with(speaker.tx, digest))
            forgetting.files(speaker, [digest])
    return bool(media)


def _rosters(speaker: Speaker) -> bool:
    """The files of lists of people, those that went out and those that nobody said yes to, also in a web chat."""
    found = rosters.with_old_files(speaker.tx, speaker.now - ROSTERS_KEPT, SLICE)
    for roster in found:
        rosters.step(speaker.tx, roster.id, rosters.READY, rosters.DECLINED)
        rosters.drop_file(speaker.tx, roster.id)
        digest = None if roster.media_id is None else retention.drop_if_unused(speaker.tx, roster.media_id)
        if digest is not None:
            _drop_bubbles(speaker, retention.bubbles_with(speaker.tx, digest))
            forgetting.files(speaker, [digest])
    return bool(found)


def _orphans(speaker: Speaker) -> bool:
    """Files that nothing refers to any more."""
    digests = retention.drop_orphans(speaker.tx, speaker.now - PHOTOS_KEPT, SLICE)
    forgetting.files(speaker, digests)
    return bool(digests)


def _bubbles_with_files(speaker: Speaker) -> bool:
    found = retention.old_bubbles_with_files(speaker.tx, speaker.now - PHOTOS_KEPT, SLICE)
    _drop_bubbles(speaker, found)
    return bool(found)


def _bubbles(speaker: Speaker) -> bool:
    found = retention.old_bubbles(speaker.tx, speaker.now - BUBBLES_KEPT, SLICE)
    _drop_bubbles(speaker, found)
    return bool(found)


def _drop_bubbles(speaker: Speaker, bubbles: list[int]) -> None:
    forgetting.files(speaker, [digest for number in bubbles for digest in retention.drop_bubble(speaker.tx, number)])


def _addresses_of_leavers(speaker: Speaker) -> bool:
    """The channels' own names of those who left."""
    before = speaker.now - LEFT_KNOWN
    return retention.forget_addresses(speaker.tx, before - LOOKED_BACK, before, MANY) > 0


def _known_people(speaker: Speaker) -> bool:
    """Name, phone and door of callers and helped neighbours, once no request of theirs has its address any more."""
    found = retention.faded_people(speaker.tx, speaker.now - ADDRESS_KEPT, SLICE)
    for person_id in sorted(found):
        language = people.read(speaker.tx, person_id).language
        people.save(speaker.tx, Person(person_id, "left", language))
        consents.withdraw_all(speaker.tx, person_id, speaker.now)
    return bool(found)


def _desk_files(speaker: Speaker) -> bool:
    """Photos and voices of talks with the desk; their bytes go with what nothing refers to any more."""
    return desk_retention.let_go_of_files(speaker.tx, speaker.now - PHOTOS_KEPT, SLICE) > 0


def _desk_talks(speaker: Speaker) -> bool:
    return desk_retention.drop_talks(speaker.tx, speaker.now - LOGS_KEPT, SLICE) > 0


def _rows(kind: str, kept: timedelta, speaker: Speaker) -> bool:
    return retention.drop_rows(speaker.tx, kind, speaker.now - kept, MANY) > 0


RULES: tuple[Rule, ...] = (
    _exports,
    _rosters,
    _photos,
    _addresses,
    partial(_words, NO_ADDRESS, WORDS_KEPT),
    partial(_words, EMERGENCY, EMERGENCY_KEPT),
    _desk_files,
    _orphans,
    _bubbles_with_files,
    _bubbles,
    _addresses_of_leavers,
    _known_people,
    *known_over.RULES,
    *visits_over.RULES,
    *own_meetings.RULES,
    *broadcasts_over.RULES,
    waves.forget_old,
    closed_cards.forget_old,
    partial(_rows, "reveals", REVEALS_KEPT),
    partial(_rows, "parked payloads", FAILED_KEPT),
    partial(_rows, "failed tasks", FAILED_KEPT),
    partial(_rows, "parked turns", LOGS_KEPT),
    _desk_talks,
    partial(_rows, "shifts", LOGS_KEPT),
    partial(_rows, "inquiries", LOGS_KEPT),
    partial(_rows, "occasions", WORDS_KEPT),
    partial(_rows, "unanswered", LOGS_KEPT),
    partial(_rows, "proposed phrases", LOGS_KEPT),
    partial(_rows, "declined phrases", LOGS_KEPT),
    partial(_rows, "answer drafts", LOGS_KEPT),
    partial(_rows, "rosters", LOGS_KEPT),
    partial(_rows, "link codes", DAY),
    partial(_rows, "invitations", LOGS_KEPT),
    partial(_rows, "consents", PROOF_KEPT),
    partial(_rows, "yearly reports", WORDS_KEPT),
    partial(_rows, "votes", WORDS_KEPT),
    partial(_rows, "polls", WORDS_KEPT),
    partial(_rows, "appraisal rounds", WORDS_KEPT),
    partial(_rows, "declined representatives", WORDS_KEPT),
)
JOBS = (Job("forget what is old", timedelta(hours=1), forget_old),)

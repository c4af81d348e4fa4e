"""All errands: one line for each file that takes events. A new errand adds its routes, forms and jobs here."""

from handlers import callbacks, failures, housekeeping, menu
from handlers.asking import callers, drafts, proxies, service_requests
from handlers.coordinating import (
    absence,
    assigning,
    board,
    closing,
    disputing,
    extending,
    members,
    merging,
    reasons,
    request_card,
    teamwork,
    today,
    transferring,
)
from handlers.danger import alerting, emergencies
from handlers.figures import rate_lists, reports
from handlers.following import changing, following, outcomes, silence, waiting, withdrawing
from handlers.forms import Form
from handlers.helping import arrivals, door, finishing, helping, passing_on
from handlers.life import ladder, timers
from handlers.life.timers import Fire
from handlers.membership import elder, invitations, joining, leaving, linking
from handlers.offering import arranging, taking, unclaimed, unread, volunteers
from handlers.privacy import consents, correcting, deleting, own_data, retention
from handlers.routing import Job, Route, Router
from handlers.talking import handover, handover_entry, line, line_history

ROUTES: tuple[Route, ...] = (
    *menu.ROUTES,
    *service_requests.ROUTES,
    *proxies.ROUTES,
    *drafts.ROUTES,
    *joining.ROUTES,
    *invitations.ROUTES,
    *linking.ROUTES,
    *own_data.ROUTES,
    *correcting.ROUTES,
    *consents.ROUTES,
    *deleting.ROUTES,
    *leaving.ROUTES,
    *taking.ROUTES,
    *unclaimed.ROUTES,
    *arranging.ROUTES,
    *volunteers.ROUTES,
    *helping.ROUTES,
    *arrivals.ROUTES,
    *finishing.ROUTES,
    *passing_on.ROUTES,
    *waiting.ROUTES,
    *following.ROUTES,
    *changing.ROUTES,
    *withdrawing.ROUTES,
    *door.ROUTES,
    *outcomes.ROUTES,
    *board.ROUTES,
    *request_card.ROUTES,
    *assigning.ROUTES,
    *transferring.ROUTES,
    *disputing.ROUTES,
    *merging.ROUTES,
    *extending.ROUTES,
    *closing.ROUTES,
    *reasons.ROUTES,
    *callbacks.ROUTES,
    *callers.ROUTES,
    *absence.ROUTES,
    *teamwork.ROUTES,
    *members.ROUTES,
    *today.ROUTES,
    *emergencies.ROUTES,
    *line.ROUTES,
    *line_history.ROUTES,
    *alerting.ROUTES,
    *failures.ROUTES,
    *elder.ROUTES,
    *handover.ROUTES,
    *handover_entry.ROUTES,
    *reports.ROUTES,
    *rate_lists.ROUTES,
)
FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        *joining.FORMS,
        *correcting.FORMS,
        *service_requests.FORMS,
        *arrivals.FORMS,
        *finishing.FORMS,
        *waiting.FORMS,
        *changing.FORMS,
        *door.FORMS,
        *outcomes.FORMS,
        *rate_lists.FORMS,
        *line.FORMS,
        *handover.FORMS,
        *closing.FORMS,
        *extending.FORMS,
        *transferring.FORMS,
        *disputing.FORMS,
        *reasons.FORMS,
        *callers.FORMS,
        *absence.FORMS,
    )
}
# What is done when a timer of a request falls due, by its kind.
TIMERS: dict[str, Fire] = {
    **arrivals.TIMERS,
    **passing_on.TIMERS,
    **waiting.TIMERS,
    **alerting.TIMERS,
    **proxies.TIMERS,
    **ladder.TIMERS,
    **disputing.TIMERS,
    **callbacks.TIMERS,
    **silence.TIMERS,
    **unclaimed.TIMERS,
}
JOBS: tuple[Job, ...] = (
    timers.job(TIMERS),
    *housekeeping.JOBS,
    *retention.JOBS,
    *unread.JOBS,
    *drafts.JOBS,
    *volunteers.JOBS,
)


def router() -> Router:
    """The routes of all errands. Raises ValueError where two overlap."""
    return Router(ROUTES)

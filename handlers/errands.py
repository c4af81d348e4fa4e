"""All errands: one line for each file that takes events. A new errand adds its routes, forms and jobs here."""

from handlers import callbacks, failures, housekeeping, menu
from handlers.asking import callers, drafts, proxies, service_requests
from handlers.coordinating import (
    abilities,
    absence,
    assigning,
    board,
    closing,
    disputing,
    extending,
    members,
    merging,
    reasons,
    reclassing,
    request_card,
    teamwork,
    today,
    transferring,
)
from handlers.danger import alerting, emergencies
from handlers.desk import addressing, canned, falling_due, in_topic, shifting, to_answer, to_request
from handlers.desk import asking as desk_asking
from handlers.desk import closing as desk_closing
from handlers.desk import later as desk_later
from handlers.desk import more as desk_more
from handlers.desk import passing as desk_passing
from handlers.desk import taking as desk_taking
from handlers.figures import rate_lists, reports
from handlers.following import changing, each_own, following, outcomes, silence, waiting, withdrawing
from handlers.forms import Form
from handlers.helping import arrivals, door, finishing, helping, passing_on
from handlers.hotline import answering, facilities, harmless, hotline, topics
from handlers.learning import (
    collecting,
    drafting,
    editing,
    editing_facilities,
    listing,
    publishing,
    reminding,
    reviewing,
)
from handlers.life import ladder, timers
from handlers.life.timers import Fire
from handlers.membership import elder, invitations, joining, leaving, linking
from handlers.offering import arranging, taking, unclaimed, unread, volunteers
from handlers.privacy import consents, correcting, deleting, own_data, retention
from handlers.routing import Job, Route, Router
from handlers.talking import line, line_history

ROUTES: tuple[Route, ...] = (
    *menu.ROUTES,
    *service_requests.ROUTES,
    *hotline.ROUTES,
    *harmless.ROUTES,
    *answering.ROUTES,
    *topics.ROUTES,
    *facilities.ROUTES,
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
    *each_own.ROUTES,
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
    *reclassing.ROUTES,
    *collecting.ROUTES,
    *listing.ROUTES,
    *drafting.ROUTES,
    *reviewing.ROUTES,
    *editing.ROUTES,
    *editing_facilities.ROUTES,
    *reasons.ROUTES,
    *callbacks.ROUTES,
    *callers.ROUTES,
    *absence.ROUTES,
    *teamwork.ROUTES,
    *members.ROUTES,
    *abilities.ROUTES,
    *today.ROUTES,
    *emergencies.ROUTES,
    *line.ROUTES,
    *line_history.ROUTES,
    *alerting.ROUTES,
    *failures.ROUTES,
    *elder.ROUTES,
    *desk_asking.ROUTES,
    *desk_taking.ROUTES,
    *desk_closing.ROUTES,
    *desk_passing.ROUTES,
    *desk_more.ROUTES,
    *in_topic.ROUTES,
    *canned.ROUTES,
    *to_request.ROUTES,
    *to_answer.ROUTES,
    *shifting.ROUTES,
    *reports.ROUTES,
    *rate_lists.ROUTES,
)
FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        *joining.FORMS,
        *correcting.FORMS,
        *service_requests.FORMS,
        *facilities.FORMS,
        *arrivals.FORMS,
        *finishing.FORMS,
        *waiting.FORMS,
        *changing.FORMS,
        *door.FORMS,
        *outcomes.FORMS,
        *rate_lists.FORMS,
        *line.FORMS,
        *desk_asking.FORMS,
        *desk_later.FORMS,
        *desk_taking.FORMS,
        *addressing.FORMS,
        *canned.FORMS,
        *to_request.FORMS,
        *closing.FORMS,
        *reclassing.FORMS,
        *listing.FORMS,
        *drafting.FORMS,
        *editing.FORMS,
        *editing_facilities.FORMS,
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
    *shifting.JOBS,
    *falling_due.JOBS,
    *drafts.JOBS,
    *volunteers.JOBS,
    *publishing.JOBS,
    *reminding.JOBS,
)


def router() -> Router:
    """The routes of all errands. Raises ValueError where two overlap."""
    return Router(ROUTES)

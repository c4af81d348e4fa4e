"""All errands: one line for each file that takes events. A new errand adds its routes, forms and jobs here."""

from handlers import callbacks, failures, housekeeping, menu
from handlers.appraisal import appraising, delegates, moving, results, rounds
from handlers.appraisal import board as pledge_board
from handlers.appraisal import reports as yearly_reports
from handlers.asking import callers, drafts, proxies, service_requests
from handlers.audience import saved as saved_audiences
from handlers.broadcasts import clock as broadcast_clock
from handlers.broadcasts import hub, samples, unsubscribing
from handlers.broadcasts import trail as broadcast_trail
from handlers.broadcasts.approving import approving as broadcast_approving
from handlers.broadcasts.approving import limits as broadcast_limits
from handlers.broadcasts.approving import proposing as broadcast_proposing
from handlers.broadcasts.composing import changing as broadcast_changing
from handlers.broadcasts.composing import composing, previewing
from handlers.broadcasts.going_out import feeding, freezing
from handlers.broadcasts.reaching import answering as broadcast_answering
from handlers.broadcasts.reaching import calling, phone_list, progress, reporting
from handlers.broadcasts.reaching import ladder as broadcast_ladder
from handlers.broadcasts.steering import all_clear as broadcast_all_clear
from handlers.broadcasts.steering import correcting as broadcast_correcting
from handlers.broadcasts.steering import following_up, recalling
from handlers.broadcasts.steering import holding as broadcast_holding
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
from handlers.known import noting, own_about, own_notes, thoughts
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
from handlers.liaison import (
    about,
    card_pictures,
    claims,
    handing_over,
    own_card,
    parting,
    people_lists,
    person_card,
    returning,
    scanning,
    taking_on,
    uniting,
    wanting,
    wish_told,
    wishes,
)
from handlers.life import ladder, timers
from handlers.life.timers import Fire
from handlers.meetings import acted, acting, attending, holding, inviting, meeting_card
from handlers.meetings import collecting as agenda_collecting
from handlers.meetings import listing as meeting_list
from handlers.meetings import recording as meeting_minutes
from handlers.meetings import reminding as meeting_reminding
from handlers.membership import elder, invitations, joining, leaving, linking
from handlers.notices import publishing as news_publishing
from handlers.notices import reading as news_reading
from handlers.notices import sending as news_sending
from handlers.occasions import after_call, care_answers, care_by_staff, concern, offer_clock, violence
from handlers.offering import arranging, taking, unclaimed, unread, volunteers
from handlers.papers import acknowledging, lists, pages, telling, voting
from handlers.papers import reminding as paper_reminding
from handlers.privacy import consents, correcting, deleting, own_data, retention
from handlers.rhythms import missing_year, pausing, planning_ahead, rhythm_card, waves
from handlers.rosters import rosters
from handlers.routing import Job, Route, Router
from handlers.talking import line, line_history
from handlers.visits import (
    agreed_by_hand,
    by_hand,
    feeds,
    not_met,
    overviews,
    postponing,
    promises_kept,
    promising,
    recording,
    refusing,
    sending,
    sheets,
    visit_card,
    visit_history,
    worrying,
)
from handlers.visits import reminding as visit_reminding

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
    *noting.ROUTES,
    *own_notes.ROUTES,
    *own_about.ROUTES,
    *thoughts.ROUTES,
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
    *rounds.ROUTES,
    *results.ROUTES,
    *delegates.ROUTES,
    *yearly_reports.ROUTES,
    *appraising.ROUTES,
    *pledge_board.ROUTES,
    *news_reading.ROUTES,
    *news_publishing.ROUTES,
    *news_sending.ROUTES,
    *own_card.ROUTES,
    *people_lists.ROUTES,
    *person_card.ROUTES,
    *wish_told.ROUTES,
    *wishes.ROUTES,
    *handing_over.ROUTES,
    *taking_on.ROUTES,
    *rosters.ROUTES,
    *wanting.ROUTES,
    *parting.ROUTES,
    *returning.ROUTES,
    *claims.ROUTES,
    *uniting.ROUTES,
    *about.ROUTES,
    *card_pictures.ROUTES,
    *scanning.ROUTES,
    *overviews.ROUTES,
    *feeds.ROUTES,
    *sheets.ROUTES,
    *after_call.ROUTES,
    *care_answers.ROUTES,
    *care_by_staff.ROUTES,
    *concern.ROUTES,
    *violence.ROUTES,
    *visit_card.ROUTES,
    *visit_history.ROUTES,
    *by_hand.ROUTES,
    *agreed_by_hand.ROUTES,
    *recording.ROUTES,
    *promising.ROUTES,
    *promises_kept.ROUTES,
    *postponing.ROUTES,
    *not_met.ROUTES,
    *refusing.ROUTES,
    *sending.ROUTES,
    *worrying.ROUTES,
    *pausing.ROUTES,
    *rhythm_card.ROUTES,
    *waves.ROUTES,
    *saved_audiences.ROUTES,
    *broadcast_answering.ROUTES,
    *broadcast_holding.ROUTES,
    *broadcast_correcting.ROUTES,
    *recalling.ROUTES,
    *broadcast_all_clear.ROUTES,
    *calling.ROUTES,
    *reporting.ROUTES,
    *meeting_list.ROUTES,
    *meeting_card.ROUTES,
    *holding.ROUTES,
    *agenda_collecting.ROUTES,
    *inviting.ROUTES,
    *attending.ROUTES,
    *meeting_minutes.ROUTES,
    *acting.ROUTES,
    *acted.ROUTES,
    *acknowledging.ROUTES,
    *voting.ROUTES,
    *pages.ROUTES,
    *lists.ROUTES,
    *telling.ROUTES,
    *hub.ROUTES,
    *composing.ROUTES,
    *broadcast_changing.ROUTES,
    *broadcast_proposing.ROUTES,
    *broadcast_approving.ROUTES,
    *broadcast_limits.ROUTES,
    *broadcast_trail.ROUTES,
    *unsubscribing.ROUTES,
    *previewing.ROUTES,
    *samples.ROUTES,
)
FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        *joining.FORMS,
        *correcting.FORMS,
        *noting.FORMS,
        *handing_over.FORMS,
        *taking_on.FORMS,
        *rosters.FORMS,
        *wanting.FORMS,
        *about.FORMS,
        *own_notes.FORMS,
        *own_about.FORMS,
        *thoughts.FORMS,
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
        *rounds.FORMS,
        *delegates.FORMS,
        *yearly_reports.FORMS,
        *pledge_board.FORMS,
        *news_publishing.FORMS,
        *concern.FORMS,
        *recording.FORMS,
        *promising.FORMS,
        *promises_kept.FORMS,
        *postponing.FORMS,
        *agreed_by_hand.FORMS,
        *worrying.FORMS,
        *pausing.FORMS,
        *holding.FORMS,
        *agenda_collecting.FORMS,
        *attending.FORMS,
        *meeting_minutes.FORMS,
        *acting.FORMS,
        *acted.FORMS,
        *composing.FORMS,
        *broadcast_changing.FORMS,
        *broadcast_correcting.FORMS,
        *broadcast_all_clear.FORMS,
        *broadcast_approving.FORMS,
        *broadcast_limits.FORMS,
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
    *moving.JOBS,
    *offer_clock.JOBS,
    *visit_reminding.JOBS,
    *planning_ahead.JOBS,
    *waves.JOBS,
    *pausing.JOBS,
    *missing_year.JOBS,
    *meeting_reminding.JOBS,
    *freezing.JOBS,
    *broadcast_clock.JOBS,
    *paper_reminding.JOBS,
    *feeding.JOBS,
    *following_up.JOBS,
    *broadcast_ladder.JOBS,
    *phone_list.JOBS,
    *progress.JOBS,
)


def router() -> Router:
    """The routes of all errands. Raises ValueError where two overlap."""
    return Router(ROUTES)

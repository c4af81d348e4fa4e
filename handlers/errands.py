"""All errands: one line for each file that takes events. A new errand adds its routes, forms and jobs here."""

from handlers import (
    board,
    emergencies,
    failures,
    helping,
    housekeeping,
    invitations,
    joining,
    leaving,
    linking,
    menu,
    offers,
    outcomes,
    service_requests,
    unread,
)
from handlers.forms import Form
from handlers.routing import Job, Route, Router

ROUTES: tuple[Route, ...] = (
    *menu.ROUTES,
    *service_requests.ROUTES,
    *joining.ROUTES,
    *invitations.ROUTES,
    *linking.ROUTES,
    *leaving.ROUTES,
    *offers.ROUTES,
    *helping.ROUTES,
    *outcomes.ROUTES,
    *board.ROUTES,
    *emergencies.ROUTES,
    *failures.ROUTES,
)
FORMS: dict[str, Form] = {
    form.name: form for form in (*joining.FORMS, *service_requests.FORMS, *helping.FORMS, *outcomes.FORMS)
}
JOBS: tuple[Job, ...] = (*housekeeping.JOBS, *unread.JOBS)


def router() -> Router:
    """The routes of all errands. Raises ValueError where two overlap."""
    return Router(ROUTES)

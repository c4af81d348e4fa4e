"""Routes are data: two for the same event stop the start-up, and everything on a button leads somewhere."""

from datetime import timedelta

import pytest

from handlers import errands
from handlers.routing import Route, Router
from handlers.turn import Turn


def nothing(turn: Turn) -> None:
    """Takes an event."""


def test_the_errands_do_not_overlap() -> None:
    assert len(errands.router().routes) == len(errands.ROUTES) > 30


@pytest.mark.parametrize("wheres", [("private", "private"), ("anywhere", "group"), ("anywhere", "anywhere")])
def test_two_routes_for_one_event_stop_the_start(wheres: tuple[str, str]) -> None:
    first, second = (Route("press", "x", nothing, where=where) for where in wheres)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="«x»"):
        Router([first, second])


def test_routes_that_differ_live_together() -> None:
    router = Router(
        [
            Route("press", "x", nothing),
            Route("command", "x", nothing),
            Route("press", "x", nothing, where="group"),
            Route("press", "y", nothing, where="anywhere"),
        ]
    )
    assert router.find("press", "x", True) is not router.find("press", "x", False)
    assert router.find("press", "y", True) is router.find("press", "y", False) is not None
    assert router.find("command", "x", True) is None and router.find("press", "z", False) is None


def test_commands_follow_roles() -> None:
    router = errands.router()
    resident = router.commands({"resident"})
    assert "start" in resident and "open" not in resident
    assert set(router.commands({"resident", "coordinator"})) > set(resident)
    assert router.commands(set()) == []


def test_names_of_forms_and_questions_are_used_once() -> None:
    for form in errands.FORMS.values():
        names = [question.name for question in form.questions]
        assert len(names) == len(set(names)) and "path" not in names
        for name in names:
            assert errands.router().find("press", f"{form.name}.{name}", False) is None, "a form's choice is no route's"


def test_jobs_have_a_rhythm_and_a_name_of_their_own() -> None:
    names = [job.name for job in errands.JOBS]
    assert len(names) == len(set(names))
    assert all(job.every >= timedelta(seconds=1) for job in errands.JOBS)

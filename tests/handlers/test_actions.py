"""Every button that is offered leads somewhere: to a route, or to a question of a form."""

import ast
from collections.abc import Iterator
from pathlib import Path

import handlers
from handlers import errands
from handlers.errands import FORMS
from handlers.message import MORE

OFFERING = {"choice", "Choice", "named_choice", "_named", "named"}
OF_FORMS = {"form.skip", "form.back", "form.cancel"}


def actions() -> Iterator[tuple[str, str]]:
    """(action without its argument, where) of each choice whose action begins with a constant."""
    for path in sorted(Path(handlers.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node) in OFFERING and node.args:
                begin = _begin(node.args[0])
                if "." in begin.partition(":")[0]:
                    yield begin.partition(":")[0].partition("#")[0], f"{path.name}:{node.lineno}"


def _name(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _begin(node: ast.expr) -> str:
    """The constant that an action begins with; nothing where it is made of values."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        begin = str(node.values[0].value)
        return begin if ":" in begin or len(node.values) == 1 else ""
    return ""


def test_every_offered_action_has_a_way() -> None:
    router = errands.router()
    questions = {f"{form.name}.{question.name}" for form in FORMS.values() for question in form.questions}
    offered = list(actions())
    assert len(offered) > 200
    lost = [
        (action, where)
        for action, where in offered
        if action not in questions | OF_FORMS | {MORE}
        and router.find("press", action, False) is None
        and router.find("press", action, True) is None
    ]
    assert lost == []

"""The menu: what one can do here, in the person's language, by buttons."""

from handlers.asking import service_requests
from handlers.desk import asking as desk_asking
from handlers.errors import Refused
from handlers.following import following
from handlers.hotline import inquiring
from handlers.membership import elder_offer
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import outbox, people

LANGUAGES = frozenset(
    (
        *("english", "inenglish", "英文", "英语", "换英文", "换成英文", "说英文", "切换英文", "englishplease"),
        *("中文", "汉语", "换中文", "换成中文", "说中文", "切换中文", "chinese", "inchinese", "chineseplease"),
    )
)

ROLES = ("coordinator", "secretary", "desk", "leader", "liaison", "volunteer")  # whose menu goes before whose
MOST_WAYS = 4


def show(turn: Turn, line: str | None = None) -> None:
    """Says what one can do, after a greeting or another line; the list of commands follows the person's roles."""
    if elder_offer.greeted(turn):
        return
    key = inquiring.menu_key_of(turn.person.id)
    outbox.close_questions_with_key(turn.tx, turn.chat.id, key)  # a number means the latest menu
    turn.send(
        Message(
            text=Text(line) if line else _greeting(turn),
            choices=_ways(turn),
            key=key,
            menu=menu_name(turn),
        )
    )


def _greeting(turn: Turn) -> Text:
    phone = turn.community.pack.desk.phone
    name = turn.person.name
    return Text("menu", {"name": name, "phone": phone}) if name else Text("menu-nameless", {"phone": phone})


def menu_name(turn: Turn) -> str:
    """The name of the list of commands that a person with these roles sees."""
    held = {held.role for held in turn.roles}
    return next((role for role in ROLES if role in held), "resident")


def _ways(turn: Turn) -> tuple[Choice, ...]:
    """Four at most: what everybody needs, and what this person's role looks at first."""
    name = menu_name(turn)
    own = {
        "coordinator": (choice("board.open", "menu-open"),),
        "secretary": (choice("visits.open", "command-visits"),),
        "desk": (choice("board.open", "menu-open"),),
        "leader": (choice("menu.tasks", "menu-tasks"),),
        "liaison": (choice("visits.open", "command-visits"), choice("menu.tasks", "menu-tasks")),
        "volunteer": (choice("menu.tasks", "menu-tasks"),),
    }.get(name, ())
    ask, questions = choice("menu.ask", "menu-ask"), choice("hotline.topics", "menu-questions")
    common = (choice("menu.my", "menu-my"), choice("menu.desk", "menu-desk"))
    return (*own, ask, *common)[:MOST_WAYS] if own else (ask, questions, *common)


def ask_by_catalogue(turn: Turn) -> None:
    """The catalogue by buttons: series, then item."""
    service_requests.browse(turn)


def my_requests(turn: Turn) -> None:
    """The person's own requests."""
    following.list_own(turn)


def desk(turn: Turn) -> None:
    """Somebody wants a person: the queue of the duty desk."""
    desk_asking.ask_person(turn)


def names_language(words: str) -> bool:
    """Whether a text is nothing but the name of a language, or the wish for one."""
    return "".join(char for char in words.lower() if char.isalnum()) in LANGUAGES


def language(turn: Turn) -> None:
    """Chooses the language; without an argument, asks which."""
    wanted = turn.argument or turn.incoming.args.strip()
    if not wanted:
        turn.say(
            "language-ask", choice("menu.language:zh-CN", "language-zh-CN"), choice("menu.language:en", "language-en")
        )
        return
    if wanted not in ("zh-CN", "en"):
        raise Refused("choice-unknown")
    turn.person.language = wanted
    people.save(turn.tx, turn.person)
    turn.send(Message(text=Text("language-chosen"), menu=menu_name(turn)))


ROUTES = (
    Route("command", "start", show, menu="resident"),
    Route("command", "help", show),
    Route("command", "menu", ask_by_catalogue, menu="resident"),
    Route("press", "menu.ask", ask_by_catalogue),
    Route("press", "menu.my", my_requests),
    Route("press", "menu.desk", desk, before_joining=True),
    Route("command", "language", language, before_joining=True, menu="resident"),
    Route("press", "menu.language", language, before_joining=True),
)

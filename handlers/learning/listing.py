"""Listing: questions without an answer, the most asked first, and what staff make of each."""

from handlers import cards, forms, permissions
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.learning import knowledge, publishing
from handlers.message import Choice, Message, Named, Text, choice
from handlers.packs.model import FaqEntry
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import understand
from handlers.understanding.normal import fold
from storage import answer_drafts, phrases, unanswered
from storage.unanswered import Group

PAGE = 20
MOST_PAGES = 500
EXAMPLES = 5  # of the words of a group: what is learned with its answer
MOST_FOUND = 10
SHORT = 24  # characters of a question on a button


def overview(turn: Turn) -> None:
    """What there is to teach: questions without an answer, answers and phrases that wait, and those in use."""
    permissions.require(turn, "propose answers")
    edits = permissions.may(turn.roles, "edit answers")
    drafts = answer_drafts.count_open(turn.tx) if edits else 0
    said = phrases.count_proposed(turn.tx) if edits else 0
    ways = [_counted("unanswered.list", "teach-open", unanswered.count_open(turn.tx))]
    if drafts:
        ways.append(_counted("teach.drafts", "teach-drafts", drafts))
    if edits:
        ways.append(_counted("phrase.review", "teach-phrases", said))
    ways.append(choice("answer.find", "teach-edit"))
    turn.send(Message(text=Text("teach-overview"), choices=tuple(ways), lasting=True))


def list_open(turn: Turn) -> None:
    """Questions without an answer, the most asked first."""
    permissions.require(turn, "propose answers")
    page = _page(turn)
    found = unanswered.groups(turn.tx, PAGE + 1, page * PAGE)
    key = "unanswered-list" if found else "unanswered-none"
    ways = [line_of(each) for each in found[:PAGE]]
    if len(found) > PAGE:
        ways.append(choice(f"unanswered.list:{page + 1}", "more"))
    ways.append(choice("teach.new", "teach-new"))
    turn.send(Message(text=Text(key, {"n": unanswered.count_open(turn.tx)}), choices=tuple(ways), lasting=True))


def line_of(group: Group) -> Choice:
    """A group on a button."""
    return choice(f"unanswered.show:{group.id}", "unanswered-line", words=_short(group.words), n=group.people)


def show(turn: Turn) -> None:
    """One of them: how it was asked, and what can be done."""
    group_id, asked = _group(turn)
    lines = [Text("unanswered-words", {"words": words}) for words in examples(asked)]
    wishing = sum(each.wish for each in asked)
    ways = (
        choice(f"teach.write:{group_id}", "unanswered-write"),
        choice(f"unanswered.same:{group_id}", "unanswered-same"),
        choice(f"unanswered.drop:{group_id}", "unanswered-drop"),
        choice("unanswered.list", "unanswered-back"),
    )
    head = Text("unanswered-head", {"n": len(asked), "wish": wishing})
    turn.send(Message(text=cards.joined([head, *lines]), choices=ways, lasting=True))


def drop(turn: Turn) -> None:
    """It is no question for us."""
    group_id, _ = _group(turn)
    unanswered.settle(turn.tx, group_id, unanswered.DROPPED, None, turn.now)
    turn.say("unanswered-dropped", choice("unanswered.list", "unanswered-back"))


def same(turn: Turn) -> None:
    """There is an answer to it already: which?"""
    group_id, asked = _group(turn)
    reading = understand(asked[0].words, turn.community.snapshot)
    found = [match.code for match in reading.questions[:3]]
    forms.start(turn, SAME, group=str(group_id), found=found)


def drafts(turn: Turn) -> None:
    """Answers of the desk that wait for a yes."""
    permissions.require(turn, "edit answers")
    page = _page(turn)
    found = answer_drafts.to_agree(turn.tx, PAGE + 1, page * PAGE)
    ways = [choice(f"teach.show:{each.id}", "plain", text=_short(each.question)) for each in found[:PAGE]]
    if len(found) > PAGE:
        ways.append(choice(f"teach.drafts:{page + 1}", "more"))
    text = Text("teach-drafts-list" if found else "teach-drafts-none")
    turn.send(Message(text=text, choices=tuple(ways), lasting=True))


def entries_with(turn: Turn, words: str, *others: FaqEntry) -> list[FaqEntry]:
    """The questions that hold these words, then those that are likely meant; ten at most. `others`: to look through,
    too."""
    known = {entry.code: entry for entry in (*knowledge.all(turn), *others)}
    sought = fold(words).strip()
    held = [code for code, entry in known.items() if sought in fold(f"{entry.question} {entry.question_en}")]
    likely = [match.code for match in turn.reading.questions]
    return [known[code] for code in dict.fromkeys((*held, *likely)) if code in known][:MOST_FOUND]


def named(entry: FaqEntry) -> Named:
    """A question in both languages."""
    return Named(entry.question, entry.question_en or entry.question)


def _ask_same(turn: Turn) -> Message:
    known = {entry.code: entry for entry in knowledge.all(turn)}
    found = [known[code] for code in turn.dialogue.answers.get("found", []) if code in known]
    ways = tuple(choice(f"same.code:{each.code}", "plain", text=named(each)) for each in found)
    return Message(text=Text("unanswered-which" if found else "unanswered-which-words"), choices=ways)


def _read_same(turn: Turn) -> str:
    if turn.argument:
        return publishing.of_code(turn, turn.argument).code
    found = entries_with(turn, turn.incoming.text) if turn.incoming.text.strip() else []
    turn.dialogue.answers["found"] = [each.code for each in found]
    raise Again(None if found else "unanswered-no-such")


def _same_chosen(turn: Turn) -> None:
    turn.argument = str(turn.dialogue.answers["group"])
    group_id, _ = _group(turn)
    entry = publishing.of_code(turn, str(turn.dialogue.answers["code"]))
    told = publishing.settle(turn, group_id, entry.code)
    edits = permissions.may(turn.roles, "edit answers")
    turn.say("unanswered-joined" if edits else "unanswered-joined-desk", question=named(entry), n=told)


def _group(turn: Turn) -> tuple[int, list[unanswered.Unanswered]]:
    permissions.require(turn, "propose answers")
    group_id = turn.argument_id()
    asked = unanswered.in_group(turn.tx, group_id, limit=200)
    if not asked:
        raise Refused("unanswered-over")
    return group_id, asked


def _page(turn: Turn) -> int:
    return min(turn.argument_id(), MOST_PAGES) if turn.argument else 0


def examples(asked: list[unanswered.Unanswered]) -> list[str]:
    """How it was asked: the words that are learned with an answer."""
    return list(dict.fromkeys(each.words for each in asked[:EXAMPLES]))


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"


def _counted(action: str, key: str, n: int) -> Choice:
    return choice(action, key, n=n)


SAME = Form("same", (Question("code", _ask_same, _read_same),), _same_chosen, cancelled="teach-left")
FORMS = (SAME,)
ROUTES = (
    Route("command", "teach", overview, menu="coordinator desk"),
    Route("press", "teach.open", overview),
    Route("press", "teach.drafts", drafts),
    Route("press", "unanswered.list", list_open),
    Route("press", "unanswered.show", show),
    Route("press", "unanswered.drop", drop),
    Route("press", "unanswered.same", same),
)

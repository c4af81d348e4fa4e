"""Drafting: a new answer, question by question. A coordinator's goes into force at once, the desk's with a yes."""

from handlers import cards, forms, permissions, staff
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.learning import listing, publishing, wording
from handlers.message import Message, Named, Text, choice
from handlers.packs.model import Facility
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding.normal import fold
from storage import answer_drafts, unanswered
from storage.answer_drafts import AnswerDraft

MOST_QUESTION = 80
MOST_ANSWER = 600
MOST_FACILITIES = 12
AS_ASKED, NOWHERE = "as-asked", "nowhere"


def draft(turn: Turn, words: str) -> None:
    """Opens the form for a new answer to these words (what a resident asked). Raises Refused for whoever may not."""
    permissions.require(turn, "propose answers")
    forms.start(turn, WRITE, asked=wording.question(turn, words)[:MOST_QUESTION])


def write(turn: Turn) -> None:
    """An answer for a group of unanswered questions."""
    permissions.require(turn, "propose answers")
    group_id = turn.argument_id()
    asked = unanswered.in_group(turn.tx, group_id, limit=1)
    if not asked:
        raise Refused("unanswered-over")
    forms.start(turn, WRITE, asked=asked[0].words[:MOST_QUESTION], group=str(group_id))


def write_new(turn: Turn) -> None:
    """A question that nobody has asked yet."""
    permissions.require(turn, "propose answers")
    forms.start(turn, WRITE)


def show(turn: Turn) -> None:
    """An answer of the desk that waits for a yes."""
    found = _open(turn)
    turn.send(card_of(turn, found))


def agree(turn: Turn) -> None:
    """A coordinator agrees: it goes into force."""
    found = _settled(turn, answer_drafts.TAKEN)
    _put_in_force(turn, found.code, found.question, found.answer, found.facility, found.group_id)
    if found.written_by != turn.person.id:
        words = Text("teach-agreed", {"question": found.question, "by": turn.person.name})
        turn.tell(found.written_by, Message(text=words))


def refuse(turn: Turn) -> None:
    """A coordinator does not agree; whoever wrote it hears so, and what was asked stays open."""
    found = _settled(turn, answer_drafts.DECLINED)
    if found.written_by != turn.person.id:
        words = Text("teach-refused", {"question": found.question, "by": turn.person.name})
        turn.tell(found.written_by, Message(text=words))
    turn.say("teach-dropped")


def card_of(turn: Turn, found: AnswerDraft) -> Message:
    """The card of a draft, with what will be learned along with it, and a yes and a no."""
    place = facility_of(turn, found.facility)
    lines = _lines(turn, found.question, found.answer, place)
    text = cards.joined([Text("teach-waits"), *lines, *_to_learn(turn, found.group_id)])
    ways = (choice(f"teach.agree:{found.id}", "teach-agree"), choice(f"teach.refuse:{found.id}", "teach-refuse"))
    return Message(text=text, choices=ways)


def facility_of(turn: Turn, code: str | None) -> Facility | None:
    """A facility of the pack by its code."""
    return next((each for each in turn.community.pack.facilities if each.code == code), None)


def facilities_called(turn: Turn, words: str) -> list[Facility]:
    """The facilities that these words name, or whose name holds them."""
    sought = fold(words).strip()
    named = ((each, fold(f"{each.name} {each.name_en}")) for each in turn.community.pack.facilities)
    return [each for each, name in named if sought and (sought in name or fold(each.name) in sought)]


def hand_in(turn: Turn, question: str, answer: str, *, code: str | None = None, facility: str | None = None) -> None:
    """The desk's answer goes to those who may agree; the desk hears that it waits."""
    group = turn.dialogue.answers.get("group")
    number = answer_drafts.create(
        turn.tx,
        question,
        answer,
        turn.person.id,
        turn.now,
        code=code,
        facility=facility,
        group_id=int(group) if group else None,
    )
    found = answer_drafts.read(turn.tx, number)
    if found is not None:
        staff.tell(turn, None, card_of(turn, found), but=turn.person.id, of_roles=("coordinator",))
    turn.say("teach-handed-in")


def _open(turn: Turn) -> AnswerDraft:
    permissions.require(turn, "edit answers")
    found = answer_drafts.read(turn.tx, turn.argument_id())
    if found is None or found.state != answer_drafts.OPEN:
        raise Refused("teach-over")
    return found


def _settled(turn: Turn, state: str) -> AnswerDraft:
    """The draft, which is decided now. Refused where somebody else has decided at the same moment."""
    found = _open(turn)
    if not answer_drafts.settle(turn.tx, found.id, state):
        raise Refused("teach-over")
    return found


def _to_learn(turn: Turn, group_id: int | None) -> list[Text]:
    """The words that mean the question as soon as its answer is in force."""
    asked = unanswered.in_group(turn.tx, group_id, limit=listing.EXAMPLES) if group_id is not None else []
    said = [Text("unanswered-words", {"words": words}) for words in listing.examples(asked)]
    return [Text("teach-waits-words"), *said] if said else []


def _ask_question(turn: Turn) -> Message:
    asked = turn.dialogue.answers.get("asked")
    if not asked:
        return Message(text=Text("teach-ask-question"))
    ways = (forms.pick("teach", "question", AS_ASKED, "teach-as-asked"),)
    return Message(text=Text("teach-ask-question-of", {"words": asked}), choices=ways)


def _read_question(turn: Turn) -> str:
    asked = turn.dialogue.answers.get("asked")
    if turn.argument == AS_ASKED and asked:
        return str(asked)
    words = " ".join(turn.incoming.text.split())
    if not words or len(words) > MOST_QUESTION:
        raise Again("teach-question-length", most=MOST_QUESTION)
    return words


def ask_answer(turn: Turn) -> Message:
    """What is the answer?"""
    return Message(text=Text("teach-ask-answer"))


def read_answer(turn: Turn) -> str:
    """Reads an answer. Raises Again where there are no words, or too many."""
    words = turn.incoming.text.strip()
    if not words or len(words) > MOST_ANSWER:
        raise Again("teach-answer-length", most=MOST_ANSWER)
    return words


def ask_facility(turn: Turn) -> Message:
    """Where does one go for it? What the answer names comes first."""
    answers = turn.dialogue.answers
    named = facilities_called(turn, str(answers.get("searched") or answers.get("answer") or ""))
    ways = tuple(
        choice(f"{answers_form(turn)}.facility:{each.code}", "plain", text=Named(each.name, each.name_en))
        for each in named[:MOST_FACILITIES]
    )
    nowhere = forms.pick(answers_form(turn), "facility", NOWHERE, "teach-nowhere")
    return Message(text=Text("teach-ask-facility"), choices=(*ways, nowhere))


def read_facility(turn: Turn) -> str:
    """Reads a facility: a button, or a part of its name. Empty for nowhere."""
    if turn.argument == NOWHERE:
        return ""
    if facility_of(turn, turn.argument) is not None:
        return turn.argument
    found = facilities_called(turn, turn.incoming.text)
    if len(found) == 1:
        return found[0].code
    turn.dialogue.answers["searched"] = turn.incoming.text.strip()
    raise Again("teach-which-facility" if found else "teach-no-facility")


def answers_form(turn: Turn) -> str:
    """The form that asks: a question may belong to several."""
    return turn.dialogue.form or WRITE.name


def _ask_sure(turn: Turn) -> Message:
    answers = turn.dialogue.answers
    place = facility_of(turn, answers.get("facility"))
    lines = _lines(turn, str(answers["question"]), str(answers["answer"]), place)
    agreed = permissions.may(turn.roles, "edit answers")
    yes = forms.pick("teach", "sure", "yes", "teach-publish" if agreed else "teach-hand-in")
    return Message(text=cards.joined([Text("teach-sure"), *lines]), choices=(yes,))


def _read_sure(turn: Turn) -> str:
    if turn.argument != "yes":
        raise Again("teach-press")
    return "yes"


def _written(turn: Turn) -> None:
    permissions.require(turn, "propose answers")
    answers = turn.dialogue.answers
    question, answer, place = str(answers["question"]), str(answers["answer"]), answers.get("facility") or None
    if not permissions.may(turn.roles, "edit answers"):
        hand_in(turn, question, answer, facility=place)
        return
    group = answers.get("group")
    _put_in_force(turn, None, question, answer, place, int(group) if group else None)


def _put_in_force(
    turn: Turn, code: str | None, question: str, answer: str, facility: str | None, group_id: int | None
) -> None:
    changed = {"answer": answer} if code else {"question": question, "answer": answer, "facility": facility or ""}
    number = publishing.publish(turn, code, changed)
    told = publishing.settle(turn, group_id, number) if group_id is not None else 0
    turn.say("teach-published", choice(f"answer.show:{number}", "teach-look"), question=question, n=told)


def _lines(turn: Turn, question: str, answer: str, facility: Facility | None) -> list[Text]:
    place = [Text("teach-line-facility", {"facility": Named(facility.name, facility.name_en)})] if facility else []
    return [Text("teach-line-question", {"question": question}), Text("plain", {"text": answer}), *place]


WRITE = Form(
    "teach",
    (
        Question("question", _ask_question, _read_question),
        Question("answer", ask_answer, read_answer),
        Question("facility", ask_facility, read_facility),
        Question("sure", _ask_sure, _read_sure),
    ),
    _written,
    cancelled="teach-left",
)
FORMS = (WRITE,)
ROUTES = (
    Route("press", "teach.write", write),
    Route("press", "teach.new", write_new),
    Route("press", "teach.show", show),
    Route("press", "teach.agree", agree),
    Route("press", "teach.refuse", refuse),
)

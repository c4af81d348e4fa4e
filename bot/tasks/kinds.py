"""Kinds: which function does which kind of task. A new kind is a file beside this one, and one line here."""

from bot.tasks import GivenUp, Work, assisting, counting, drawing, exporting, fetching, forgetting_files, rostering
from handlers import attachments
from handlers.figures import reports
from handlers.hotline import assist
from handlers.liaison import card_pictures
from handlers.privacy import forgetting, own_data
from handlers.rosters import rosters
from handlers.visits import sheets

KINDS: dict[str, Work] = {
    attachments.FETCH: fetching.fetch,
    own_data.EXPORT: exporting.export,
    forgetting.FORGET_FILE: forgetting_files.forget,
    reports.COUNT: counting.count,
    assist.KIND: assisting.assist,
    card_pictures.DRAW: drawing.card,
    sheets.DRAW: drawing.sheet,
    rosters.READ: rostering.read,
    rosters.TAKE: rostering.take,
    rosters.WRITE: rostering.write,
}
# What follows where work of a kind is given up for good; nothing, where it is not named here.
GIVEN_UP: dict[str, GivenUp] = {
    attachments.FETCH: fetching.lost,
    reports.COUNT: counting.failed,
    card_pictures.DRAW: drawing.failed,
    sheets.DRAW: drawing.failed,
    rosters.READ: rostering.failed,
    rosters.TAKE: rostering.failed,
    rosters.WRITE: rostering.not_written,
}

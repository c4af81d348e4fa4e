"""Kinds: which function does which kind of task. A new kind is a file beside this one, and one line here."""

from bot.tasks import (
    GivenUp,
    Work,
    assisting,
    audiences,
    broadcasting,
    counting,
    drawing,
    exporting,
    fetching,
    forgetting_files,
    polling,
    rostering,
)
from handlers import attachments
from handlers.audience import counting as audience_counting
from handlers.broadcasts.reaching import progress, reporting
from handlers.figures import reports
from handlers.hotline import assist
from handlers.liaison import card_pictures
from handlers.papers import poll_results
from handlers.privacy import forgetting, own_data
from handlers.rosters import rosters
from handlers.visits import sheets

KINDS: dict[str, Work] = {
    attachments.FETCH: fetching.fetch,
    own_data.EXPORT: exporting.export,
    forgetting.FORGET_FILE: forgetting_files.forget,
    reports.COUNT: counting.count,
    audience_counting.COUNT: audiences.count,
    progress.COUNT: broadcasting.count,
    reporting.REPORT: broadcasting.report,
    assist.KIND: assisting.assist,
    card_pictures.DRAW: drawing.card,
    sheets.DRAW: drawing.sheet,
    poll_results.DRAW: polling.draw,
    rosters.READ: rostering.read,
    rosters.TAKE: rostering.take,
    rosters.WRITE: rostering.write,
}
# What follows where work of a kind is given up for good; nothing, where it is not named here.
GIVEN_UP: dict[str, GivenUp] = {
    attachments.FETCH: fetching.lost,
    reports.COUNT: counting.failed,
    audience_counting.COUNT: audiences.failed,
    reporting.REPORT: broadcasting.failed,
    card_pictures.DRAW: drawing.failed,
    sheets.DRAW: drawing.failed,
    poll_results.DRAW: polling.failed,
    rosters.READ: rostering.failed,
    rosters.TAKE: rostering.failed,
    rosters.WRITE: rostering.not_written,
}

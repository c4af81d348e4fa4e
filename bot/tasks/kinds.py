"""Kinds: which function does which kind of task. A new kind is a file beside this one, and one line here."""

from bot.tasks import GivenUp, Work, assisting, counting, exporting, fetching, forgetting_files
from handlers import attachments
from handlers.figures import reports
from handlers.hotline import assist
from handlers.privacy import forgetting, own_data

KINDS: dict[str, Work] = {
    attachments.FETCH: fetching.fetch,
    own_data.EXPORT: exporting.export,
    forgetting.FORGET_FILE: forgetting_files.forget,
    reports.COUNT: counting.count,
    assist.KIND: assisting.assist,
}
# What follows where work of a kind is given up for good; nothing, where it is not named here.
GIVEN_UP: dict[str, GivenUp] = {
    attachments.FETCH: fetching.lost,
    reports.COUNT: counting.failed,
}

"""Is it meant for us? Commands and mentions in a text."""

import re

from bot.channels.telegram.words import Me

COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+(.*))?", re.DOTALL)


def command_in(text: str, me: Me, *, group: bool) -> tuple[str | None, str, bool | None]:
    """(command, arguments, is it for us); None for the last where there is no command.

    Until we know our name every "/word@name" counts as ours: an answer too many is better than none, and Telegram
    hides commands for others from a bot in privacy mode.
    """
    match = COMMAND.fullmatch(text)
    if match is None:
        return None, "", None
    word, target, args = match.groups(default="")
    if group and target and me.username and target.lower() != me.username.lower():
        return None, "", False
    return word.lower(), args.strip(), True


def mentions(text: str, username: str | None) -> bool:
    """Does `text` contain @username as a whole name? Capital letters do not matter (Telegram's rule)."""
    if not username or "@" not in text:
        return False
    pattern = rf"(?<![\w@])@{re.escape(username)}(?![A-Za-z0-9_])"
    return re.search(pattern, text, re.IGNORECASE | re.ASCII) is not None

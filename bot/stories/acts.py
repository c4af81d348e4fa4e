"""One line of a story → what it means."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

from bot.stories.script import Act, Expects, File, Passes, Presses, Says, Who
from handlers.incoming import AttachmentKind, EventKind, Position

CHANNELS = ("telegram", "web")
# The first of the signs decides: who stands before it, what follows it belongs to it.
ACT = re.compile(r"(?P<who>[^:<\[!+#]+?)\s*(?P<sign>:|<|!<|\[|\+(?=[a-z]+\b))(?P<rest>.*)")
WHO = re.compile(r"(?P<name>\??[^/@?>]+)(?:/(?P<channel>[^/@>]*))?(?:@(?P<group>\??[^/@?>]+))?(?:>(?P<topic>[^/@>]+))?")
TIME = re.compile(r"(\d+)([dhms])")
TIMES = re.compile(r"\+((?:\d+[dhms])+)")
UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
POINT = re.compile(r"(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)(?:\s+(.*))?")
PHONE = re.compile(r"\+?[\d -]*\d")
ANSWER = re.compile(r"\[(?P<to>[^\]]+)\]\s*(?P<words>.+)")
USAGE = (
    "not a line of a story; write  NAME: words,  NAME < text,  NAME !< text,  NAME [label],  NAME@GROUP: words,  "
    "+30m,  or  NAME +place, +photo, +voice, +file, +sticker, +contact, +edit, +reply, +block"
)


class NotALine(Exception):
    """The line cannot be read; the message says why."""


def read_act(source: str, folder: Path) -> Act:
    """What a line means; files are looked for in `folder`. Raises NotALine."""
    if source.startswith("+"):
        return _passes(source)
    found = ACT.fullmatch(source)
    if found is None:
        raise NotALine(USAGE)
    who, rest = _who(found["who"]), found["rest"].strip()
    sign = found["sign"]
    if sign == "+":
        return _sends(who, rest, folder)
    if sign == "[":
        return _presses(who, rest)
    if not rest:
        raise NotALine("there are no words after the sign")
    return Says(who, rest) if sign == ":" else _expects(who, rest, told=sign == "<")


def _passes(source: str) -> Passes:
    found = TIMES.fullmatch(source)
    if found is None:
        raise NotALine("the clock moves by  +90s, +30m, +2h, +1d  or  +1d2h")
    return Passes(sum((timedelta(**{UNITS[unit]: int(n)}) for n, unit in TIME.findall(found[1])), timedelta()))


def _who(text: str) -> Who:
    found = WHO.fullmatch(text.strip())
    if found is None:
        raise NotALine(f"«{text.strip()}» is not a name; write  NAME,  NAME/web,  NAME@GROUP,  ?NAME  or  GROUP>TOPIC")
    if found["channel"] is not None and found["channel"] not in CHANNELS:
        raise NotALine(f"there is no channel «{found['channel']}»; there are {' and '.join(CHANNELS)}")
    if found["channel"] and found["group"]:
        raise NotALine("groups are on the first channel; leave the channel out")
    topic = found["topic"].strip() if found["topic"] else None
    return Who(found["name"].strip(), found["channel"], found["group"], topic)


def _presses(who: Who, rest: str) -> Presses:
    label = rest.removesuffix("]").strip()
    if not rest.endswith("]") or not label:
        raise NotALine("a choice is pressed as  NAME [label]")
    return Presses(who, label)


def _expects(who: Who, text: str, *, told: bool) -> Expects:
    if who.group is not None:
        raise NotALine("write what a group was told as  GROUP < text,  and what a person was told as  NAME < text")
    return Expects(who, text, told)


def _sends(who: Who, rest: str, folder: Path) -> Says:
    kind, _, given = rest.partition(" ")
    read = SENDS.get(kind)
    if read is None:
        raise NotALine(f"nobody can send +{kind}; there are {', '.join('+' + name for name in SENDS)}")
    return read(who, given.strip(), folder)


def _place(who: Who, given: str, folder: Path) -> Says:
    found = POINT.fullmatch(given)
    if found is None or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
        raise NotALine("a place is  +place 30.6342,114.3901  (latitude, longitude)")
    return Says(who, found[3] or "", position=Position(float(found[1]), float(found[2])))


def _contact(who: Who, given: str, folder: Path) -> Says:
    if not PHONE.fullmatch(given):
        raise NotALine("a phone number is  +contact 13000000001")
    return Says(who, contact=given)


def _edit(who: Who, given: str, folder: Path) -> Says:
    if not given:
        raise NotALine("say what the words are now:  +edit TEXT")
    return Says(who, given, edited=True)


def _reply(who: Who, given: str, folder: Path) -> Says:
    found = ANSWER.fullmatch(given)
    if found is None:
        raise NotALine("say what is answered, and the words:  +reply [PART OF THE MESSAGE] TEXT")
    return Says(who, found["words"].strip(), answers=found["to"].strip())


def _files(kind: AttachmentKind) -> Callable[[Who, str, Path], Says]:
    def read(who: Who, given: str, folder: Path) -> Says:
        names, _, words = given.partition(" ")
        paths = [folder / name for name in names.split(",")]
        for path in paths:
            if not path.is_file():
                raise NotALine(f"there is no file {path}; files are looked for beside the story")
        return Says(who, words.strip(), files=tuple(File(kind, path) for path in paths))

    return read


def _event(event: EventKind) -> Callable[[Who, str, Path], Says]:
    def read(who: Who, given: str, folder: Path) -> Says:
        if given or who.group is not None:
            raise NotALine("somebody blocks the service, or lets it write again, with no further words:  NAME +block")
        return Says(who, event=event)

    return read


SENDS: Mapping[str, Callable[[Who, str, Path], Says]] = {
    "place": _place,
    "photo": _files("photo"),
    "voice": _files("voice"),
    "file": _files("file"),
    "sticker": _files("sticker"),
    "contact": _contact,
    "edit": _edit,
    "reply": _reply,
    "block": _event("blocked"),
    "unblock": _event("unblocked"),
}

"""The words of a list: what its columns are called, and what stands in their cells. Pure."""

import re
from datetime import date, datetime

from handlers.packs.people import e164
from handlers.packs.sheets import Cell
from handlers.understanding.normal import fold

# Columns in the order in which a list goes out, with all that they are called; the first is how we call them.
COLUMNS: dict[str, tuple[str, ...]] = {
    "number": ("编号", "number", "卡号", "服务卡号", "card"),
    "name": ("姓名", "name", "名字", "称呼"),
    "phone": ("电话", "phone", "手机", "手机号", "手机号码", "电话号码", "联系电话", "联系方式"),
    "estate": ("小区", "estate", "小区名称", "院落"),
    "home": ("楼栋", "building", "楼号", "地址", "住址", "家庭住址", "现住址", "居住地址", "address"),
    "door": ("门牌", "door", "门牌号", "房号", "室号", "单元门牌"),
    "member": ("党员", "member", "是否党员", "政治面貌"),
    "groups": ("类别", "groups", "人员类别", "特殊情况"),
    "birthday": ("生日", "birthday", "出生日期", "出生年月日", "出生年月"),
    "liaison": ("联络员", "liaison"),
    "deputy": ("副联络员", "deputy", "备份联络员"),
    "wish": ("走访意愿", "wish", "意愿", "走访方式"),
}
GROUPS: dict[str, tuple[str, ...]] = {
    "alone": ("独居", "alone", "孤寡", "独居老人"),
    "over_80": ("80岁以上", "over_80", "高龄", "八十岁以上", "80+"),
    "disabled": ("残疾", "disabled", "重残", "重度残疾"),
    "hardship": ("困难", "hardship", "困难户", "困难家庭", "低保"),
}
WISHES: dict[str, tuple[str, ...]] = {
    "visit": ("上门", "visit", "走访", "可以来", "可以"),
    "call": ("打电话", "call", "先打电话", "电话"),
    "none": ("不用", "none", "不用来", "谢绝", "不来"),
}
FLAGS: dict[bool, tuple[str, ...]] = {
    True: ("是", "yes", "true", "1", "y", "√", "✓", "✔", "党员", "中共党员", "预备党员", "中共预备党员"),
    False: ("否", "no", "false", "0", "n", "×", "x", "不是", "群众", "团员", "共青团员", "无"),
}
CLEARED = frozenset(("无", "没有", "-", "—", "——", "/", "清空"))  # says that something is no more
MOST_NAME, MOST_DOOR = 20, 60  # characters
FORMULA = ("=", "+", "-", "@")  # what a spreadsheet program would take for a formula
_FACTOR = re.compile(r"[0-9](?:\.[0-9]+)?e\+?[0-9]+", re.IGNORECASE)


class BadCell(ValueError):
    """A cell cannot be used: the end of a text's key (roster-fault-…), and its values, nothing of a person in them."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def plain(cell: Cell) -> str:
    """A cell as it is read by eye: 110 and not 110.0, a day without its midnight, no blanks around it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = " ".join(str(cell).split())
    return text[1:] if text[:1] in ("'", "\u2019") and text[1:2] in FORMULA else text  # as it went out


def column(title: str) -> str | None:
    """The column that a title names; None for one that is not known."""
    asked = re.sub(r"[\s*:：]|[(（].*[)）]", "", fold(title))
    return next((name for name, titles in COLUMNS.items() if asked in {fold(each) for each in titles}), None)


def phone(text: str) -> str:
    """A number in E.164. Raises BadCell."""
    if _FACTOR.fullmatch(text):
        raise BadCell("phone-cut")  # a spreadsheet program took it for a quantity, and its end is lost
    try:
        return e164(text)
    except ValueError as error:
        raise BadCell("phone") from error


def flag(text: str) -> bool:
    """Yes or no. Raises BadCell."""
    said = fold(text)
    found = next((value for value, words in FLAGS.items() if said in words), None)
    if found is None:
        raise BadCell("flag")
    return found


def groups(text: str) -> tuple[str, ...]:
    """Groups, in our order; none where the cell says so. Raises BadCell."""
    said = [word for word in re.split(r"[、,，;；|/\s]+", fold(text)) if word and word not in CLEARED]
    found = {_code(word, GROUPS) for word in said}
    if None in found:
        raise BadCell("group")  # the word itself is not said again: it may be a diagnosis
    return tuple(code for code in GROUPS if code in found)


def wish(text: str) -> str:
    """What somebody said to visits. Raises BadCell."""
    found = _code(fold(text), WISHES)
    if found is None:
        raise BadCell("wish")
    return found


def _code(word: str, known: dict[str, tuple[str, ...]]) -> str | None:
    return next((code for code, words in known.items() if word in {fold(each) for each in words}), None)

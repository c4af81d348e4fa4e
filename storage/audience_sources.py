"""Audience sources: FROM and WHERE of those whom a message concerns, for each way in which they are looked for.

In all of them people are `p`, and their home, if any, is `h`.
"""

from typing import Any

from storage.audience_terms import (
    EVERYBODY,
    NO_ANSWER,
    Terms,
    Wanted,
    Window,
    in_grounds,
    of_person,
    tie,
    tied,
)

SENT, UNKNOWN = "sent", "unknown"  # states of recipients whom a message reached, or may have
HOME = "LEFT JOIN places h ON h.id = p.place_id"


def source(wanted: Wanted, window: Window) -> tuple[str, dict[str, Any]]:
    """FROM and WHERE of the people of a window; and the values."""
    terms = Terms({"after": window.after, "last": window.last})
    if wanted.list_of is not None:
        where = _of_list(wanted, terms)
    elif wanted.alone:
        where = _of_cards(wanted, terms)
    elif wanted.by_ties:
        where = _of_roles(wanted, terms)
    else:
        where = _of_homes(wanted, window, terms)
    return f"{where} AND {of_person(wanted, terms)}", terms.values


def counted_at(wanted: Wanted) -> str:
    """The unit that counts somebody: that of the other list, or the community of their home."""
    return "r.place_id" if wanted.list_of is not None else "COALESCE(h.community_id, p.place_id)"


def _of_list(wanted: Wanted, terms: Terms) -> str:
    terms.values["list_of"] = wanted.list_of
    found = [
        f"FROM recipients r JOIN people p ON p.id = r.person_id {HOME} WHERE r.broadcast_id = :list_of",
        "r.person_id > :after AND r.person_id <= :last",
        in_grounds(wanted, terms, "r.place_id"),
        tied(wanted, terms),
    ]
    given = [each for each in wanted.answers if each != NO_ANSWER]
    if wanted.answers:
        some = [terms.one_of("r.answer", "answer", given)] if given else []
        none = ["r.answer IS NULL"] if NO_ANSWER in wanted.answers else []
        found.append(f"({' OR '.join(some + none)})")
    if wanted.got:
        found.append(terms.one_of("r.state", "reached", (SENT, UNKNOWN)))
    return " AND ".join(found)


def _of_cards(wanted: Wanted, terms: Terms) -> str:
    return f"""FROM cards c JOIN people p ON p.id = c.person_id {HOME}
        WHERE c.id > :after AND c.id <= :last AND c.state = 'open' AND {in_grounds(wanted, terms, "c.place_id")}
        AND {tied(wanted, terms)}"""


def _of_roles(wanted: Wanted, terms: Terms) -> str:
    """Whoever holds several of these roles is found by the first of them."""
    earlier = f"SELECT 1 FROM roles e WHERE e.person_id = r.person_id AND e.id < r.id AND {tie(wanted, terms, 'e')}"
    return f"""FROM roles r JOIN people p ON p.id = r.person_id {HOME}
        WHERE r.id > :after AND r.id <= :last AND {tie(wanted, terms, "r")} AND NOT EXISTS ({earlier})"""


def _of_homes(wanted: Wanted, window: Window, terms: Terms) -> str:
    """Those who live at one place, have no home, or (of everybody) live in the grounds."""
    if window.place_id == EVERYBODY:
        home = in_grounds(wanted, terms)
    elif window.place_id is None:
        home = "p.place_id IS NULL"
    else:
        home, terms.values["home"] = "p.place_id = :home", window.place_id
    return f"FROM people p {HOME} WHERE {home} AND p.id > :after AND p.id <= :last"

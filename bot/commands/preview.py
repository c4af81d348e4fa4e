"""What a pack would change, as lines for a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from handlers.loading import Given
from handlers.overlaps import Overlap
from handlers.packs import Pack
from handlers.packs.changes import Changes, Difference

_SHOWN = 20  # lines of one sort


def counted(pack: Pack) -> str:
    """How much a pack holds, in one line."""
    phrases = sum(len(item.phrases) for item in pack.items) + sum(len(entry.phrases) for entry in pack.faq)
    return (
        f"{pack.name}: {len(pack.places)} places, {len(pack.items)} services, {len(pack.faq)} questions, "
        f"{phrases} phrases, {len(pack.facilities)} facilities, {len(pack.teams)} teams, {len(pack.people)} people, "
        f"{len(pack.cards)} cards"
    )


def shown(found: Changes, newcomers: Sequence[str], given: Sequence[Given] = (), cards: Sequence[str] = ()) -> str:
    """What would change, sort by sort.

    `newcomers` are people whom nobody knows yet, `given` roles that are given, `cards` those who get a service card.
    """
    carded = [f"cards: {len(cards)} opened"] if cards else []
    return "\n".join([*_lines(found, newcomers), *_roles(given), *carded]) or "nothing changes"


def _lines(found: Changes, newcomers: Sequence[str]) -> Iterator[str]:
    for difference in found.differences:
        if difference:
            yield from _difference(difference)
    if found.phrases:
        added, removed = (sum(pair[side] for pair in found.phrases.values()) for side in (0, 1))
        yield f"phrases: {added} added, {removed} gone, in {len(found.phrases)} items and questions"
        rows = [f"  ~ {label}: +{plus} −{minus}" for label, (plus, minus) in found.phrases.items()]
        yield from _few(rows)
    if found.about:
        yield f"the pack itself: {', '.join(found.about)}"
    if newcomers:
        yield f"people: {len(newcomers)} added"


def _roles(given: Sequence[Given]) -> Iterator[str]:
    if given:
        yield f"roles: {len(given)} given"
        yield from (f"  + {one.name}  {one.role}  {one.team or one.place}" for one in given)  # all: each opens a door


def _difference(found: Difference) -> Iterator[str]:
    sizes = (("added", found.added), ("changed", found.changed), ("gone", found.removed))
    yield f"{found.what}: " + ", ".join(f"{len(things)} {word}" for word, things in sizes if things)
    rows = [f"  + {code}  {name}" for code, name in found.added]
    rows += [f"  ~ {one.code}  {one.name}: {', '.join(one.fields)}" for one in found.changed]
    rows += [f"  − {code}  {name}" for code, name in found.removed]
    yield from _few(rows)


def conflicts(found: Sequence[Overlap], names: Mapping[int, str]) -> str:
    """Answers and facilities that were edited in chat, and that the pack says otherwise; by whom and when."""
    rows = ["edited in chat, and otherwise in this pack:"]
    for one in found:
        who = names.get(one.changed_by or 0, "somebody")
        when = f" since {one.changed_at:%Y-%m-%d}" if one.changed_at else ""
        what = "the pack no longer has it" if one.gone else ", ".join(one.fields)
        rows.append(f"  ! {one.code}  {one.question}: {what} (by {who}{when})")
    return "\n".join(rows)


def _few(rows: Sequence[str]) -> Iterator[str]:
    yield from rows[:_SHOWN]
    if len(rows) > _SHOWN:
        yield f"  … and {len(rows) - _SHOWN} more"

"""Teams and what they can do."""

from dataclasses import dataclass

from storage import volunteers
from storage.places import Place
from storage.transaction import Row, Transaction

COLUMNS = "t.id, t.code, t.name, t.name_en, t.place_id, t.mode"
READ = f"SELECT {COLUMNS} FROM teams t WHERE t.id = :id"
READ_BY_CODE = f"SELECT {COLUMNS} FROM teams t WHERE t.code = :code"
# Teams with a skill at one of these places: the line from a place upwards, so that each of them serves it.
SERVING = f"""
SELECT {COLUMNS}, p.path FROM teams t JOIN team_skills s ON s.team_id = t.id JOIN places p ON p.id = t.place_id
WHERE t.place_id IN ({{ids}}) AND s.skill = :skill ORDER BY t.id
"""
BELOW = f"""
SELECT {COLUMNS} FROM teams t JOIN places p ON p.id = t.place_id
WHERE p.path >= :path AND p.path < :path_end ORDER BY t.id LIMIT :limit
"""
# Two statements: where one both inserts and updates, SQLite looks through all rows that may refer to a new team.
CREATE = """
INSERT INTO teams (id, code, name, name_en, place_id, mode) VALUES (:id, :code, :name, :name_en, :place_id, :mode)
"""
CHANGE = """
UPDATE teams SET name = :name, name_en = :name_en, place_id = :place_id, mode = :mode WHERE id = :id AND code = :code
"""
SKILLS = "SELECT skill FROM team_skills WHERE team_id = :team_id ORDER BY skill"
FORGET_SKILLS = "DELETE FROM team_skills WHERE team_id = :team_id"
ADD_SKILL = "INSERT INTO team_skills (team_id, skill) VALUES (:team_id, :skill)"


@dataclass(frozen=True, slots=True)
class Team:
    """A volunteer team. It belongs to a place and serves what lies below it."""

    id: int
    code: str
    name: str
    name_en: str
    place_id: int
    mode: str


def read(tx: Transaction, team_id: int) -> Team:
    """A team by id. Raises NotFound."""
    return _team(tx.get(READ, id=team_id))


def read_by_code(tx: Transaction, code: str) -> Team | None:
    """A team by its code in the pack."""
    row = tx.one(READ_BY_CODE, code=code)
    return None if row is None else _team(row)


def serving(tx: Transaction, skills: tuple[str, ...], place: Place) -> list[Team]:
    """The teams with one of these skills that serve a place: the nearest first, then as the skills are named."""
    line = {f"p{position}": number for position, number in enumerate(place.ancestors())}
    sql = SERVING.format(ids=", ".join(f":{name}" for name in line))
    found: dict[int, tuple[tuple[int, int, int], Team]] = {}
    for position, skill in enumerate(skills):
        for row in tx.all(sql, skill=skill, **line):
            found.setdefault(row["id"], ((-len(row["path"]), position, row["id"]), _team(row)))
    return [team for _, team in sorted(found.values(), key=lambda each: each[0])]


def skills_of(tx: Transaction, team_id: int) -> tuple[str, ...]:
    """What a team can do."""
    return tuple(row["skill"] for row in tx.all(SKILLS, team_id=team_id))


def below(tx: Transaction, path: str, limit: int = 21) -> list[Team]:
    """The teams of a place and of those below it."""
    return [_team(row) for row in tx.all(BELOW, path=path, path_end=path[:-1] + "0", limit=limit)]


def write(
    tx: Transaction, code: str, name: str, name_en: str, place_id: int, mode: str, skills: tuple[str, ...]
) -> Team:
    """Makes or changes the team with this code."""
    known = read_by_code(tx, code)
    team = Team(known.id if known else tx.new_id(), code, name, name_en, place_id, mode)
    tx.run(CHANGE if known else CREATE, id=team.id, code=code, name=name, name_en=name_en, place_id=place_id, mode=mode)
    before = skills_of(tx, team.id)
    tx.run(FORGET_SKILLS, team_id=team.id)
    for skill in dict.fromkeys(skills):
        tx.run(ADD_SKILL, team_id=team.id, skill=skill)
    if set(before) != set(skills):
        volunteers.refresh_skills(tx, team.id)
    return team


def _team(row: Row) -> Team:
    return Team(row["id"], row["code"], row["name"], row["name_en"], row["place_id"], row["mode"])

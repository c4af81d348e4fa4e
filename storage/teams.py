"""Teams and what they can do."""

from dataclasses import dataclass

from storage.transaction import Row, Transaction

COLUMNS = "t.id, t.code, t.name, t.name_en, t.place_id, t.mode"
READ = f"SELECT {COLUMNS} FROM teams t WHERE t.id = :id"
READ_BY_CODE = f"SELECT {COLUMNS} FROM teams t WHERE t.code = :code"
# Teams with a skill, with the path of their place: who is nearest is decided by the length of the common path.
WITH_SKILL = f"""
SELECT {COLUMNS}, p.path FROM team_skills s JOIN teams t ON t.id = s.team_id JOIN places p ON p.id = t.place_id
WHERE s.skill = :skill ORDER BY t.id
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


def nearest_with_skill(tx: Transaction, skill: str, path: str) -> Team | None:
    """The team with a skill whose place is the lowest one that contains `path`; None where no team serves it."""
    rows = [row for row in tx.all(WITH_SKILL, skill=skill) if path.startswith(row["path"])]
    return _team(max(rows, key=lambda row: len(row["path"]))) if rows else None


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
    tx.run(FORGET_SKILLS, team_id=team.id)
    for skill in dict.fromkeys(skills):
        tx.run(ADD_SKILL, team_id=team.id, skill=skill)
    return team


def _team(row: Row) -> Team:
    return Team(row["id"], row["code"], row["name"], row["name_en"], row["place_id"], row["mode"])

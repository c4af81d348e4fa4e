"""Where a row of a workbook stands."""

from yaml.error import Mark


class RowMark(Mark):
    """The place of a row, in the words of YAML's marks: `name` is the file with the sheet, `line` counts from 0."""

    def __init__(self, name: str, row: int) -> None:
        """`row` counts from 1, as spreadsheets do; 0 is the sheet as a whole."""
        super().__init__(name, 0, row - 1, 0, None, 0)
        self.name = name
        self.line = row - 1

"""The columns of a table: what each is taken for, put right by hand before anything is taken."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Static

from tui.clock import Clock
from tui.exchange.columns import FIELDS, Sheet, columns_of, with_fields
from tui.exchange.people import people_in
from tui.rules.phrases import count, listed
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.lines import Line, columns, fit_line, line
from tui.widgets import keys
from tui.widgets.look import style_sheet
from tui.widgets.rowlist import RowList

_TRIED = 20
"""Rows read at once to show what becomes of them."""


class FieldDialog(Dialog[str]):
    """Gives back the field that a column becomes; '' for leaving it out."""

    BINDINGS = [keys.TAKE_FIELD, keys.CANCEL]
    CSS_PATH = style_sheet("importing")

    def __init__(self, book: Book, clock: Clock, column: str, field: str) -> None:
        super().__init__(book, clock, f"{column} is …")
        self._field = field

    def body(self) -> ComposeResult:
        """Every field, in words."""
        yield RowList(self._paint, id="fields")

    def on_mount(self) -> None:
        """Stand on what it is so far."""
        super().on_mount()
        rows = self.query_one(RowList)
        rows.fill(tuple(f"={field}" for field in FIELDS), select=f"={self._field}")
        rows.focus()

    @on(RowList.Chosen)
    def _row_chosen(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Give back what is highlighted."""
        row = self.query_one(RowList).current
        if row is not None:
            self.dismiss(row[1:])

    def _paint(self, row: str, wide: int) -> tuple[Line]:
        return (fit_line(line(FIELDS[row[1:]]), wide),)


class ColumnsDialog(Dialog[Sheet]):
    """Gives back the table with the columns chosen."""

    BINDINGS = [keys.COLUMN_TAKE, keys.COLUMN_NEXT, keys.COLUMN_BEFORE, keys.COLUMN_OPEN, keys.CANCEL]
    TITLE_WORDS = "What is in these columns?"
    CSS_PATH = style_sheet("importing")

    def __init__(self, book: Book, clock: Clock, sheet: Sheet) -> None:
        super().__init__(book, clock)
        self._sheet = sheet
        self._chosen: dict[int, str] = {}
        self._columns = columns_of(sheet)

    def body(self) -> ComposeResult:
        """What is asked, the columns, and what the first rows become."""
        yield Static(
            f"{count(len(self._sheet.rows), 'row')} in {clean(self._sheet.name)}: {self._sheet.format.words}."
            " Each column becomes what stands at its right.",
            markup=False,
            classes="hint",
        )
        yield RowList(self._paint, id="columns")
        yield Static("", markup=False, id="read-so")

    def on_mount(self) -> None:
        """Stand on the first column."""
        super().on_mount()
        rows = self.query_one(RowList)
        # A label beside another column is read with it, and nothing to choose.
        rows.fill([str(place) for place, it in enumerate(self._columns) if it.field in FIELDS])
        rows.focus()
        self._show()

    def dirty(self) -> bool:
        """A few choices are quickly made again: nothing is asked."""
        return False

    @on(RowList.Chosen)
    def _row_chosen(self) -> None:
        self.action_choose_field()

    def action_step(self, step: int) -> None:
        """Let the column highlighted become the next field, or the one before."""
        place = self._place()
        if place is not None:
            known = tuple(FIELDS)
            self._set(place, known[(known.index(self._field(place)) + step) % len(known)])

    @work
    async def action_choose_field(self) -> None:
        """Choose the field of the column highlighted from all."""
        place = self._place()
        if place is None:
            return
        name = clean(self._columns[place].header)
        chosen = await self.app.push_screen_wait(FieldDialog(self.book, self.clock, name, self._field(place)))
        if chosen is not None:
            self._set(place, chosen)

    def action_save(self) -> None:
        """Go on with the columns as they are; one must be of names."""
        sheet = with_fields(self._sheet, self._chosen)
        if sheet.named:
            self.dismiss(sheet)
        else:
            self.query_one("#read-so", Static).update(
                "✗ No column holds names yet: choose the one that does."
            )

    def _place(self) -> int | None:
        row = self.query_one(RowList).current
        return int(row) if row is not None else None

    def _field(self, place: int) -> str:
        return self._chosen.get(place, self._sheet.fields[place])

    def _set(self, place: int, field: str) -> None:
        self._chosen[place] = field
        self.query_one(RowList).repaint()
        self._show()

    def _show(self) -> None:
        """Say what the first rows become."""
        sheet = with_fields(self._sheet, self._chosen)
        words = "No column holds names yet: choose the one that does."
        if sheet.named:
            found = people_in(_beginning(sheet)).people[:2]
            words = "\n".join(f"→ {_said(person.name, person.more, _facts(person))}" for person in found)
        self.query_one("#read-so", Static).update(words or "→ nobody in the first rows has a name")

    def _paint(self, row: str, wide: int) -> tuple[Line]:
        place = int(row)
        column, field = self._columns[place], self._field(place)
        left = max(12, (wide - 4) * 3 // 10)
        right = max(16, (wide - 4) * 3 // 10)
        become = line((f"→ {FIELDS[field]}", "accent" if field else "dim"))
        name = line((clean(column.header), "strong" if field else "dim"))
        example = line((clean(column.example), "dim"))
        return (columns([(name, left), (example, wide - left - right - 4), (become, right)]),)


def _beginning(sheet: Sheet) -> Sheet:
    from msgspec.structs import replace

    return replace(sheet, rows=sheet.rows[:_TRIED], skipped=())


def _facts(person: object) -> list[str]:
    names = ("title", "organization", "email", "profile")
    return [clean(str(getattr(person, name))) for name in names if getattr(person, name)]


def _said(name: str, more: Mapping[str, object], facts: list[str]) -> str:
    rest = [field.replace("_", " ") for field in more]
    told = ", ".join([clean(name), *facts])
    return f"{told}{f'; with {listed(rest)}' if rest else ''}"

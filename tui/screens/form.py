"""A form over a record: its fields in groups, checked one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from textual.app import ComposeResult
from textual.widgets import Static

from tui.clock import Clock
from tui.model.change import Change
from tui.rules.dates import NotADate, read_when
from tui.rules.entry.contact import FieldSpec, Group, problem
from tui.rules.phrases import ago, short_day
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.widgets.fields import Choice, Field, OneLine, Paragraph

Made = Callable[[Mapping[str, str]], tuple[Change, str]]
"""Makes of what was typed a change and the record's uid; raises ValueError with a sentence if it can't be read."""


class Form(Dialog[str]):
    """Fields in groups; gives back the uid of the record that was saved."""

    def __init__(
        self,
        book: Book,
        clock: Clock,
        title: str,
        groups: tuple[Group, ...],
        values: Mapping[str, str],
        *,
        made: Made,
    ) -> None:
        super().__init__(book, clock, title)
        self._groups, self._values, self._made = groups, values, made
        self._shown: dict[str, str] = {}

    def body(self) -> ComposeResult:
        """The groups, each under its heading."""
        for title, fields in self._groups:
            yield Static(title, markup=False, classes="form--group")
            for spec in fields:
                yield self._field(spec)

    def on_mount(self) -> None:
        """Start with the name."""
        super().on_mount()
        self._shown = {name: self.field(_id(name)).value for name in self._values}
        self.field("field-name").control.focus()

    def action_save(self) -> None:
        """Save what was typed, if every field can be read."""
        if not self.valid():
            return
        values = {name: self._value(name) for name in self._values}
        try:
            change, uid = self._made(values)
        except ValueError as reason:
            self.field("field-name").say(str(reason), wrong=True)
            return
        if self.commit(change):
            self.dismiss(uid)

    def _value(self, name: str) -> str:
        # A field may show less than it holds: control characters. Untouched, it keeps them.
        now = self.field(_id(name)).value
        return self._values[name] if now == self._shown[name] else now

    def _field(self, spec: FieldSpec) -> Field:
        value = self._values[spec.name]
        control: OneLine | Choice | Paragraph
        if spec.kind == "choice":
            control = Choice(spec.options, value)
        elif spec.kind in {"lines", "long", "days"}:
            control = Paragraph(value, lines=3 if spec.kind == "long" else 2, placeholder=spec.hint)
        else:
            control = OneLine(value, placeholder=spec.hint)
        return Field(
            spec.label,
            control,
            problem=partial(self._problem, spec),
            preview=self._preview if spec.kind == "day" else None,
            id=_id(spec.name),
        )

    def _problem(self, spec: FieldSpec, text: str) -> str:
        if spec.name == "name" and not text.strip():
            return "A name is needed; everything else can wait."
        if text == self._shown.get(spec.name):
            # What an import brought may be odd: that is no reason to refuse what is edited beside it.
            return ""
        return problem(self.network, spec, text, self.now)

    def _preview(self, text: str) -> str:
        today = self.now.date()
        try:
            day = read_when(text, self.now, past=True).day
        except NotADate:
            return ""
        return f"→ {short_day(day, today)}, {ago(day, today)}"


def _id(name: str) -> str:
    return f"field-{name.replace('.', '-')}"

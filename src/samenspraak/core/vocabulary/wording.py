"""A sentence that is said in more than one place: a page translates it, a report says it in Dutch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Dutch sentence with the values that stand in it by name; a value may be words of its own."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.said()

    def said(self, translate: Callable[[str], str] = str) -> str:
        """Return it with its values, in the language of whoever translates."""
        found = {
            name: value.said(translate) if isinstance(value, Sentence) else value for name, value in self.values.items()
        }
        return translate(self.template) % found if found else translate(self.template)

"""From things to a letter in the reader's language: short, and each thing with a link to itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspraak.apps.mail.letter import Item, Letter, Section
from samenspraak.apps.mail.links import choice_link, link_to
from samenspraak.apps.mail.models import Frequency
from samenspraak.apps.mail.pages import Kind, SilentParty, Thing
from samenspraak.apps.monitoring.queries import period_name
from samenspraak.apps.parties.models import Person

COLLEAGUES = 2048  # how many lines are remembered, because colleagues are told the same


def letter_to(person: Person, things: Sequence[Thing], frequency: Frequency, today: date) -> Letter:
    """Return the mail that tells these things; there is at least one."""
    language = person.language
    with translation.override(language):
        items = [(thing, _item(thing, today, language, settings.SITE_URL)) for thing in things]
        sections: dict[str, list[Item]] = {}
        for thing, item in items:
            sections.setdefault(_title(thing.party, language), []).append(item)
        greeting, closing, choices = _around(frequency, language)
        return Letter(
            language=language,
            subject=_line(items[0][1].text if len(items) == 1 else _subject(things, today)),
            opening=greeting % {"name": _line(str(person))},
            sections=tuple(Section(title, tuple(found)) for title, found in sections.items()),
            closing=closing,
            choices=tuple(Item(label, choice_link(person.pk, choice)) for choice, label in choices),
        )


@lru_cache(maxsize=COLLEAGUES)
def _title(party: str, _language: str) -> str:
    return _("Namens %(party)s") % {"party": _line(party)} if party else _("Als coördinator")


@lru_cache
def _around(frequency: Frequency, _language: str) -> tuple[str, str, tuple[tuple[Frequency, str], ...]]:
    """Return what every mail says: the greeting, how often one gets it, and the other choices."""
    others = [choice for choice in Frequency if choice is not frequency]
    choices = tuple((choice, str(choice.label).capitalize()) for choice in others)
    return _("Goedendag %(name)s,"), _how_often(frequency), choices


def _subject(things: Sequence[Thing], today: date) -> str:
    """Say what presses most."""
    owed = [thing for thing in things if thing.kind is Kind.OWED]
    late = sum(thing.count for thing in owed if _is_late(thing, today))
    if late:
        return ngettext("%(count)s afspraak is te laat", "%(count)s afspraken zijn te laat", late) % {"count": late}
    if owed:
        return _owed_words(sum(thing.count for thing in owed), min(thing.due_on or today for thing in owed))
    if any(thing.lasts for thing in things):
        return _("Er wacht iets op u in Samenspraak")
    return _("Nieuws over uw prestatieafspraken")


@lru_cache(maxsize=COLLEAGUES)
def _item(thing: Thing, today: date, _language: str, _site: str) -> Item:
    """Return the line about a thing in the language that is active: said once to all colleagues in that language."""
    text, link = _WORDS[thing.kind](thing, today)
    about = f"{_line(thing.head.agreement_title)}, {period_name(thing.head)}"
    return Item(
        text=text,
        link=link,
        notes=(about, *_notes(thing, today)),
        items=(*_tasks(thing), *(Item(_silent(party)) for party in thing.silent)),
        is_late=_is_late(thing, today),
    )


def _owed(thing: Thing, today: date) -> tuple[str, str]:
    day = thing.due_on or today
    if not _is_late(thing, today):
        return _owed_words(thing.count, day), link_to("desk")
    words = ngettext(
        "%(count)s afspraak is te laat: de laatste dag was %(day)s",
        "%(count)s afspraken zijn te laat: de laatste dag was %(day)s",
        thing.count,
    )
    return words % {"count": thing.count, "day": _day(day)}, link_to("desk")


def _owed_words(count: int, day: date) -> str:
    words = ngettext(
        "%(count)s afspraak bijwerken, uiterlijk %(day)s", "%(count)s afspraken bijwerken, uiterlijk %(day)s", count
    )
    return words % {"count": count, "day": _day(day)}


def _opened(thing: Thing, today: date) -> tuple[str, str]:
    words = _("Er is een ronde geopend; partijen melden tot en met %(day)s")
    return words % {"day": _day(thing.due_on or today)}, link_to("round", thing.head.public_id)


def _advice(thing: Thing, today: date) -> tuple[str, str]:
    link = f"{link_to('round-reading', thing.head.public_id)}#standpunt"
    if thing.due_on is None:
        return _("De ronde is gesloten: geef uw standpunt"), link
    if _is_late(thing, today):
        return _("Uw advies is te laat: de laatste dag was %(day)s") % {"day": _day(thing.due_on)}, link
    return _("Geef uw advies, uiterlijk %(day)s") % {"day": _day(thing.due_on)}, link


def _answer(thing: Thing, today: date) -> tuple[str, str]:
    link = f"{link_to('round-course', thing.head.public_id)}#antwoord-{thing.number}"
    names = {"party": _line(thing.other), "day": _day(thing.due_on or today)}
    if thing.due_on is None:
        return _("Het standpunt van %(party)s wacht op antwoord") % names, link
    if _is_late(thing, today):
        return _("Het antwoord aan %(party)s is te laat: de laatste dag was %(day)s") % names, link
    return _("Beantwoord het advies van %(party)s, uiterlijk %(day)s") % names, link


def _silent_parties(thing: Thing, today: date) -> tuple[str, str]:
    words = _("Nog niet alles is gemeld; de laatste dag was %(day)s") % {"day": _day(thing.due_on or today)}
    return words, link_to("round-course", thing.head.public_id)


def _reaction(thing: Thing, _today: date) -> tuple[str, str]:
    words = _("%(party)s reageerde op %(commitment)s")
    link = f"{link_to('round-item', thing.item_id)}#reactie-{thing.number}"
    return words % {"party": _line(thing.other), "commitment": _line(thing.text)}, link


def _answered(thing: Thing, _today: date) -> tuple[str, str]:
    words = _("%(party)s beantwoordde uw standpunt") % {"party": _line(thing.other)}
    return words, link_to("round-course", thing.head.public_id)


_WORDS: Mapping[Kind, Callable[[Thing, date], tuple[str, str]]] = {
    Kind.OWED: _owed,
    Kind.OPENED: _opened,
    Kind.ADVICE: _advice,
    Kind.ANSWER: _answer,
    Kind.SILENT: _silent_parties,
    Kind.REACTION: _reaction,
    Kind.ANSWERED: _answered,
}


def _tasks(thing: Thing) -> tuple[Item, ...]:
    tasks = tuple(Item(_line(f"{task.code} {task.title}"), link_to("desk-task", task.number)) for task in thing.tasks)
    more = thing.count - len(tasks)
    if not tasks or not more:
        return tasks
    return (*tasks, Item(ngettext("en nog %(count)s", "en nog %(count)s", more) % {"count": more}, link_to("desk")))


def _silent(party: SilentParty) -> str:
    words = ngettext("%(party)s: %(count)s afspraak", "%(party)s: %(count)s afspraken", party.owed) % {
        "party": _line(party.name),
        "count": party.owed,
    }
    return words if party.is_reached else f"{words} ({_('niemand van deze partij gebruikt Samenspraak')})"


def _notes(thing: Thing, today: date) -> tuple[str, ...]:
    notes = []
    if thing.nudged_at is not None:
        day = _day(timezone.localdate(thing.nudged_at))
        notes.append(_("De coördinator herinnerde u op %(day)s.") % {"day": day})
    if thing.is_clocked and thing.kind is Kind.ADVICE and not _is_late(thing, today):
        notes.append(_("De wet geeft u ten minste zes weken."))
    if thing.is_clocked and thing.kind is Kind.ANSWER:
        notes.append(_("De wet vraagt antwoord binnen veertien dagen."))
    if thing.kind is Kind.SILENT:
        notes.append(_("Op deze bladzijde herinnert u een partij met één klik."))
    return tuple(notes)


def _is_late(thing: Thing, today: date) -> bool:
    return thing.lasts and thing.due_on is not None and thing.due_on < today


def _how_often(frequency: Frequency) -> str:
    return {
        Frequency.AT_ONCE: _("U krijgt zo’n mail zodra er iets is. Liever anders? Kies hier:"),
        Frequency.DAILY: _("U krijgt zo’n mail hooguit elke dag. Liever anders? Kies hier:"),
        Frequency.WEEKLY: _("U krijgt zo’n mail hooguit elke week. Liever anders? Kies hier:"),
        Frequency.NEVER: _("U koos ervoor geen mail te krijgen. Liever anders? Kies hier:"),
    }[frequency]


def _day(day: date) -> str:
    return _day_in(day, translation.get_language() or "")


@lru_cache(maxsize=COLLEAGUES)
def _day_in(day: date, _language: str) -> str:
    return date_format(day, "j F Y")


def _line(text: str) -> str:
    """Return a text on one line: what people typed may break neither a line nor a header."""
    return " ".join(text.split())

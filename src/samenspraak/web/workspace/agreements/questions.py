"""Why a finding matters and what one does with it: one Dutch sentence per kind, shown above its findings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspraak.apps.documents.models import Finding

Kind = Finding.Kind

QUESTIONS = {
    Kind.CONTRADICTION: _("Het document noemt voor hetzelfde twee verschillende getallen. Spreek af welk getal geldt."),
    Kind.TOTAL_MISMATCH: _("Het totaal in de tabel is niet de som van de delen. Reken na, of zoek het deel dat mist."),
    Kind.ODD_DATE: _("Deze datum bestaat niet of past niet in de looptijd. Waarschijnlijk is het een tikfout."),
    Kind.UNREADABLE: _("Hier kon de tekst niet goed worden gelezen. Kijk op de bladzijde zelf wat er staat."),
    Kind.REPEATED_TEXT: _("Deze tekst staat twee keer in het document. Kijk of beide plekken nog hetzelfde zeggen."),
    Kind.MISSING_OWNER: _(
        "Bij deze afspraak staat niet wie haar uitvoert. Zonder trekker voelt niemand zich aangesproken."
    ),
    Kind.MISSING_DEADLINE: _(
        "Bij deze afspraak staat niet wanneer ze klaar is. Dan is niet te zien of ze achterloopt."
    ),
    Kind.NOT_MEASURABLE: _(
        "Aan deze afspraak is niet af te lezen wanneer ze is gehaald. Een getal of een product helpt."
    ),
}

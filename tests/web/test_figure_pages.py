"""The pages of figures: confirming a target, recording measurements, what is refused, and the limits of the law."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from samenspraak.apps.agreements.models import AgreementTable, CommitmentQuantity
from samenspraak.apps.figures import actions
from samenspraak.apps.figures.models import Observation, Target
from samenspraak.apps.parties.models import Membership
from samenspraak.core.measurement.indicators import Nature
from tests.web.cast import Cast
from tests.web.figures import VALUES, target_in
from tests.web.markup import text_of

FILLED_IN = {
    "seen": "0",
    "from_text": "ten minste 80 sociale huurwoningen",
    "label": "sociale huurwoningen in aanbouw",
    "party": "",
    "bound": "min",
    "value": "80",
    "unit": "woningen",
    "nature": "flow",
    "timing": "in_total",
    "first_year": "2026",
    "last_year": "2027",
    "signal_value": "",
    "price_year": "",
    "path": "2026: 30\n2027: t.b.",
    "definition": "",
    "definition_version": "1",
}


@pytest.fixture
def noor(client: Client, cast: Cast) -> Client:
    client.force_login(cast.noor)
    return client


def words(response: HttpResponse) -> str:
    return text_of(response.content)


def target_of_labels(cast: Cast) -> UUID:
    """Return the number of a target that is a state on a day."""
    return actions.set_target(commitment=cast.first, values=replace(VALUES, label="label"), by=cast.noor).public_id


def new(cast: Cast) -> str:
    return reverse("target-new", args=[cast.first.public_id])


def test_a_number_of_a_commitment_is_proposed_and_confirmed(noor: Client, cast: Cast) -> None:
    figures = reverse("figures", args=[cast.agreement.public_id])
    link = re.search(r'href="([^"]+\?getal=\d+)"', noor.get(figures).content.decode())
    assert link
    form = noor.get(link[1]).content.decode()
    assert 'name="value" value="80"' in form
    assert 'value="woningen"' in form
    noor.post(link[1], FILLED_IN)
    (target,) = Target.objects.all()
    assert (target.value, target.unit, [step.value for step in target.path.all()]) == (80, "dwelling", [30, None])
    assert "ten minste 80 woningen" in words(noor.get(figures))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": "tachtig"}, "Dit is geen getal"),
        ({"path": "2026: 30\nzomaar"}, "“zomaar” is geen jaar met een getal"),
        ({"path": "31-12-2026: 30"}, "noemt een dag"),
        ({"path": "2026: 30\n2026: 31"}, "een jaar twee keer"),
        ({"last_year": "2025"}, "Het laatste jaar ligt voor het eerste"),
        ({"signal_value": "70"}, "waarschuwt voordat het doel wordt gemist"),
        ({"unit": "procent", "value": "120"}, "tussen 0 en 100"),
        ({"label": ""}, "Dit veld is verplicht"),
    ],
)
def test_what_cannot_be_a_target_is_said_and_what_was_typed_stays(
    noor: Client, cast: Cast, change: dict[str, str], said: str
) -> None:
    response = noor.post(new(cast), FILLED_IN | change)
    assert said in words(response)
    assert "sociale huurwoningen in aanbouw" in response.content.decode() or "label" in change
    assert not Target.objects.exists()


def test_measurements_are_typed_one_per_line(noor: Client, cast: Cast) -> None:
    target = target_in(cast)
    address = reverse("target", args=[target.public_id])
    typed = {"numbers": "2024: 1.489\n30-06-2025; 420,5", "source": "jaarverslag", "is_provisional": "on"}
    assert noor.post(address, typed).status_code == 302
    found = Observation.objects.filter(source="jaarverslag").order_by("on")
    assert [(str(one.on), float(one.value), one.is_final, one.since) for one in found] == [
        ("2024-12-31", 1489.0, False, None),
        ("2025-06-30", 420.5, False, None),
    ]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ("2024: t.b.", "heeft geen getal"),
        ("31-02-2024: 3", "bestaat niet"),
        ("2999: 3", "ligt in de toekomst"),
        ("2024", "is geen jaar met een getal"),
        ("=1+1", "is geen jaar met een getal"),
        ("", "Dit veld is verplicht"),
    ],
)
def test_a_measurement_that_cannot_be_is_said(noor: Client, cast: Cast, numbers: str, said: str) -> None:
    target = target_in(cast)
    response = noor.post(reverse("target", args=[target.public_id]), {"numbers": numbers, "source": "x"})
    assert said in words(response)
    assert target.observations.count() == 2


def test_a_column_of_a_table_fills_in_the_form_and_the_path(noor: Client, cast: Cast) -> None:
    target = target_in(cast)
    source = cast.agreement.sources.order_by("order")[0]
    table = AgreementTable.objects.create(
        source=source, title="Labels", columns=["", "De Linde"], rows=[["2024", 1474.0], ["2025", "t.b."]],
        page=1, start=0, end=1, order=99,
    )  # fmt: skip
    chosen = {"kolom": f"{table.pk}.1"}
    page = noor.get(reverse("target", args=[target.public_id]), chosen).content.decode()
    assert "2024: 1474</textarea>" in page, "what is not known was not measured"
    assert "Labels, De Linde, bladzijde 1" in page
    form = noor.get(reverse("target-change", args=[target.public_id]), chosen).content.decode()
    assert "2024: 1474\n2025: t.b.</textarea>" in form
    fresh = noor.get(new(cast), chosen | {"als": str(target.public_id)}).content.decode()
    assert "2024: 1474\n2025: t.b.</textarea>" in fresh
    assert f'name="als" value="{target.public_id}"' in fresh, "choosing a column keeps what was asked for"


def test_the_same_target_is_set_for_another_party(noor: Client, cast: Cast) -> None:
    target = target_in(cast)
    form = noor.get(new(cast), {"als": str(target.public_id)}).content.decode()
    assert 'value="woningen met label E, F of G"' in form
    assert 'name="seen" value="0"' in form
    assert "2022: 598" not in form, "each party plans its own path"
    assert 'value="woningen met' not in noor.get(new(cast), {"als": "nergens"}).content.decode()


def test_a_target_is_set_of_a_commitment_in_which_no_number_was_read(noor: Client, cast: Cast) -> None:
    other = cast.agreement.commitments.filter(quantities=None).order_by("order")[0]
    page = noor.get(reverse("commitment", args=[other.public_id])).content.decode()
    address = reverse("target-new", args=[other.public_id])
    assert f'href="{address}"' in page
    assert noor.post(address, FILLED_IN | {"from_text": ""}).status_code == 302
    assert Target.objects.get().commitment == other


def test_who_only_reads_is_offered_no_target_to_set(noor: Client, cast: Cast) -> None:
    Membership.objects.filter(person=cast.noor).update(role=Membership.Role.READER)
    page = noor.get(reverse("commitment", args=[cast.first.public_id])).content.decode()
    assert reverse("figures", args=[cast.agreement.public_id]) in page
    assert new(cast) not in page


def test_an_agreement_without_numbers_says_where_a_target_begins(noor: Client, cast: Cast) -> None:
    CommitmentQuantity.objects.filter(commitment__agreement=cast.agreement).delete()
    page = words(noor.get(reverse("figures", args=[cast.agreement.public_id])))
    assert "Staat er wel een in de tekst, open dan die afspraak en kies “Doel vastleggen”." in page
    assert "Hieronder staan de getallen" not in page


def test_from_the_figures_every_other_part_is_one_step_away(noor: Client, cast: Cast) -> None:
    page = noor.get(reverse("figures", args=[cast.agreement.public_id])).content.decode()
    public_id = cast.agreement.public_id
    for name in ("agreement", "rounds", "tables", "key-figures", "figures-policy"):
        assert f'href="{reverse(name, args=[public_id])}"' in page
    for name in ("extracts", "own-figures", "parameters"):
        assert f'href="{reverse(name)}"' in page


def test_another_target_stays_chosen_beside_this_one(noor: Client, cast: Cast) -> None:
    target = target_in(cast)
    later = replace(VALUES, label="nieuwe woningen", first_year=2025, path=())
    other = actions.set_target(commitment=cast.first, values=later, by=cast.noor)
    response = noor.get(reverse("target", args=[target.public_id]), {"naast": str(other.public_id)})
    assert f'value="{other.public_id}" selected' in response.content.decode()
    assert "Nieuwe woningen, 2025 tot en met 2028" in words(response)
    assert "Deze doelen zijn niet te vergelijken" in words(response)


@pytest.mark.parametrize(
    ("since", "days"),
    [("", [date(2024, 1, 1), date(2025, 1, 1)]), ("2024-03-01", [date(2024, 3, 1), date(2024, 3, 1)])],
)
def test_what_happens_in_a_period_is_counted_from_a_day(noor: Client, cast: Cast, since: str, days: list[date]) -> None:
    sold = replace(VALUES, label="verkocht", nature=Nature.FLOW, path=())
    target = actions.set_target(commitment=cast.first, values=sold, by=cast.noor)
    address = reverse("target", args=[target.public_id])
    assert 'name="since"' in noor.get(address).content.decode()
    assert 'name="since"' not in noor.get(reverse("target", args=[target_of_labels(cast)])).content.decode()
    noor.post(address, {"numbers": "2024: 6\n30-4-2025: 4", "source": "opgave", "since": since})
    assert [each.since for each in target.observations.order_by("on")] == days


def test_how_often_something_is_done_is_not_proposed_as_a_target(noor: Client, cast: Cast) -> None:
    cast.first.quantities.create(text="4 keer", value=4, unit="times/year", bound="exact", order=9)
    page = words(noor.get(reverse("figures", args=[cast.agreement.public_id])))
    assert "ten minste 80 sociale huurwoningen" in page
    assert "4 keer" not in page


@pytest.mark.slow  # draws
def test_the_page_of_a_target_shows_picture_path_and_what_is_not_known(noor: Client, cast: Cast) -> None:
    target = target_in(cast)
    actions.mark_break(target=target, on=date(2023, 6, 1), reason="NTA 8800", by=cast.noor)
    response = noor.get(reverse("target", args=[target.public_id]))
    page = words(response)
    assert 'src="data:image/svg+xml;base64,' in response.content.decode()
    assert "NTA 8800" in page
    assert "Te weinig punten: er is 1 vergelijkbare meting" in page
    assert "t.b." in page


def test_two_who_change_a_target_do_not_overwrite_each_other(noor: Client, cast: Cast) -> None:
    target = target_in(cast)
    address = reverse("target-change", args=[target.public_id])
    assert noor.post(address, FILLED_IN | {"seen": "1"}).status_code == 302
    assert "intussen gewijzigd" in words(noor.post(address, FILLED_IN | {"seen": "1", "label": "van een ander"}))
    assert Target.objects.get().label == "sociale huurwoningen in aanbouw"


def test_a_limit_is_added_as_a_percentage_and_shown_with_its_year(noor: Client, cast: Cast) -> None:
    address = reverse("parameters")
    typed = {
        "name": "liberalisation_limit",
        "household": "",
        "value": "1.260,10",
        "valid_from": "2027-01-01",
        "valid_to": "2027-12-31",
        "source": "Rijksoverheid",
    }
    response = noor.post(address, typed, follow=True)
    assert "€ 1.260,10 per maand" in words(response)
    assert "toegevoegd door Noor van Dam" in words(response)
    refused = noor.post(address, typed | {"valid_from": "2025-01-01", "valid_to": ""})
    assert "is al bekend vanaf 1 januari 2025" in words(refused)


def test_unverified_and_missing_limits_are_shown_as_such(noor: Client, cast: Cast) -> None:
    page = words(noor.get(reverse("parameters"), {"jaar": "2017"}))
    assert "onbevestigd" in page
    assert "Niet bekend voor 2017" in page
    assert noor.get(reverse("parameters"), {"jaar": "0000"}).status_code == 200
    assert "bovengrens van middenhuur" in words(noor.get(reverse("parameters"), {"jaar": "2023"}))


def test_in_english_the_limits_have_english_names(noor: Client, cast: Cast) -> None:
    noor.post("/taal/", {"language": "en", "next": "/"})
    page = words(noor.get(reverse("parameters"), {"jaar": "2024"}))
    assert "Liberalisation limit" in page
    assert "mid-market rent limit" in page.lower()


def test_a_proposed_number_stands_with_the_words_of_its_commitment_where_only_a_title_names_it(
    noor: Client, cast: Cast
) -> None:
    commitment = cast.first
    assert "start voor de zomer" not in words(noor.get(reverse("figures", args=[cast.agreement.public_id])))
    commitment.code = ""
    commitment.save()
    assert "start voor de zomer" in words(noor.get(reverse("figures", args=[cast.agreement.public_id])))

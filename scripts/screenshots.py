"""Make the pictures of the handbook from the real application: `python -m scripts.screenshots`.

Loads the example into a folder of its own, serves it, and takes the pictures with Debian's chromium.
"""

from __future__ import annotations

import io
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "handbook" / "images"
SAMENSPRAAK = Path(sys.executable).parent / "samenspraak"
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --lang=nl"
).split()
COORDINATOR, ASSOCIATION, TENANTS = "sanne@duinrode.example", "yasmin@dekade.example", "tineke@huurdersraad.example"
PASSWORD = "helmgras-en-schelpen"  # noqa: S105 - of the example
PATIENCE_SECONDS = 60
COLOURS = 256


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the links to follow from the list of agreements, and how the window is."""

    name: str
    links: tuple[str, ...]
    width: int = 1280
    height: int = 860
    scheme: str = "light"
    query: str = ""


MAIN = "Prestatieafspraken 2026-2029"
CODED = "Kaderafspraken en jaarafspraken"
FIRST = "main tbody th a >> nth=0"
SHOTS = (
    Shot("overview", ()),
    Shot("register", (f"text={MAIN}",), height=1560),
    Shot("filter", (f"text={CODED}",), query="?zoek=woningen&weergave=tabel&sorteer=nummer#lijst"),
    Shot("commitment", (f"text={MAIN}", FIRST), height=1180),
    Shot("commitment-dark", (f"text={MAIN}", FIRST), scheme="dark"),
    Shot("commitment-phone", (f"text={MAIN}", FIRST), width=390, height=844),
    Shot("findings", (f"text={MAIN}", "nav.tabs >> text=Bevindingen")),
    Shot("document", (f"text={MAIN}", "section.card ul.plain-list a"), height=1180, query="?bladzijde=5"),
    Shot("documents", ("header nav >> text=Documenten",)),
    Shot("review", ("header nav >> text=Nakijken", "main a[href*=nakijken] >> nth=0", "main tbody th a >> nth=1")),
)
# What a coordinator fills in of the last dwelling with a bad label.
LABELS = {
    "Wat wordt geteld": "woningen met label E, F of G",
    "Streefwaarde": "0",
    "Eenheid": "woningen",
    "Eerste jaar": "2025",
    "Laatste jaar": "2028",
}
CHOSEN = {
    "Grens": "ten hoogste",
    "Soort cijfer": "een stand op een dag",
    "Wanneer het moet gelden": "op de laatste dag",
}
# Per association what it plans, what was counted for good, and what is provisional.
COUNTED = {
    "De Kade": ("2025: 350\n2026: 255\n2027: 130\n2028: 0", "2021: 489\n2022: 462\n2023: 431\n2024: 402", "2025: 361"),
    "Thuisvast": (
        "2025: 140\n2026: t.b.\n2027: t.b.\n2028: 0",
        "2021: 214\n2022: 196\n2023: 171\n2024: 159",
        "2025: 140",
    ),
}
# What the meeting comes to in the pictures of the monitor.
SETTLED = (
    ("J 1.1", "Op schema", "De vergunning is er, en de bouw begint in februari."),
    ("J 1.5", "Loopt achter", "Het aandeel daalde, terwijl het zou stijgen."),
)


def main() -> None:
    """Make all pictures anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        take_sign_in(browser, address)
        for shot in SHOTS:
            take(browser, address, shot)
        take_monitor(browser, address)
        take_figures(browser, address)
        browser.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the example from a folder of its own; yield the address."""
    environment = os.environ | {"SAMENSPRAAK_DATA_DIR": str(folder)}
    subprocess.run([SAMENSPRAAK, "demo"], env=environment, check=True, stdout=subprocess.DEVNULL)
    port = free_port()
    server = subprocess.Popen([SAMENSPRAAK, "serve", "--port", str(port)], env=environment, stdout=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/aanmelden/")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def wait_for(address: str) -> None:
    """Return when the page answers; raises OSError when it never does."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 - our own server on this machine
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def take_sign_in(browser: Browser, address: str) -> None:
    """Take the picture of the page for those who did not sign in."""
    page = browser.new_page(base_url=address, viewport={"width": 1280, "height": 640})
    page.goto("/aanmelden/")
    keep(page, "sign-in")
    page.close()


def take(browser: Browser, address: str, shot: Shot) -> None:
    """Sign in, follow the links as a person would, and take one picture."""
    page = browser.new_page(
        base_url=address,
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.scheme == "dark" else "light",
    )
    sign_in(page, COORDINATOR)
    for link in shot.links:
        page.click(link)
        page.wait_for_load_state()
    if shot.query:
        page.goto(page.url + shot.query)
    keep(page, shot.name)
    page.close()


def sign_in(page: Page, email: str) -> None:
    """Sign in as one of the people of the example."""
    page.goto("/aanmelden/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", PASSWORD)
    page.click("main button")


def take_monitor(browser: Browser, address: str) -> None:
    """Take the monitor over from its document, discuss it a little, and take its pictures."""
    sanne = browser.new_page(base_url=address, viewport={"width": 1280, "height": 1180})
    sign_in(sanne, COORDINATOR)
    sanne.click(f"text={CODED}")
    sanne.get_by_role("link", name="Monitor", exact=True).first.click()
    sanne.get_by_role("button", name="De monitor uit het document overnemen").click()
    sanne.wait_for_selector("table.monitor")
    first = sanne.url
    for code, light, why in SETTLED:
        sanne.goto(first)
        follow(sanne, code)
        meeting = sanne.get_by_role("region", name="Wat het overleg vaststelt")
        meeting.get_by_label(light).check()
        meeting.get_by_label("Waarom").fill(why)
        meeting.get_by_role("button", name="Vastleggen").click()
    tineke = browser.new_page(base_url=address, viewport={"width": 1280, "height": 1180})
    sign_in(tineke, TENANTS)
    tineke.goto(first)
    follow(tineke, "J 1.2")
    reactions = tineke.get_by_role("region", name="Reacties")
    reactions.get_by_label("Loopt achter").check()
    reactions.get_by_label("Uw reactie").fill("Onze leden zien nog niemand aan het werk.")
    reactions.get_by_role("button", name="Reageren").click()
    sanne.goto(first)
    keep(sanne, "monitor")
    tineke.goto(f"{first}lezen/")
    keep(tineke, "monitor-reading")
    yasmin = browser.new_page(base_url=address, viewport={"width": 1280, "height": 860})
    sign_in(yasmin, ASSOCIATION)
    yasmin.goto("/mijn-taken/")
    keep(yasmin, "desk")
    for page in (sanne, tineke, yasmin):
        page.close()


def take_figures(browser: Browser, address: str) -> None:
    """Set a target for both associations, measure, and take the pictures of figures."""
    sanne = browser.new_page(base_url=address, viewport={"width": 1280, "height": 1180})
    sign_in(sanne, COORDINATOR)
    sanne.click(f"text={MAIN}")
    sanne.wait_for_url("**/afspraken/*/")
    agreement = sanne.url
    sanne.goto(f"{agreement}?zoek=woningen+meer+met+label")
    sanne.click(FIRST)
    sanne.get_by_role("link", name="Doel vastleggen").click()
    for party, (path, final, provisional) in COUNTED.items():
        if party != next(iter(COUNTED)):
            sanne.get_by_role("link", name="Hetzelfde doel voor een andere partij").click()
        set_target(sanne, party, path)
        measure(sanne, final, is_provisional=False)
        measure(sanne, provisional, is_provisional=True)
    phone = browser.new_page(base_url=address, viewport={"width": 390, "height": 844})
    sign_in(phone, COORDINATOR)
    phone.goto(sanne.url)
    keep(phone, "target-phone")
    sanne.goto(f"{agreement}cijfers/")
    keep(sanne, "figures")
    sanne.get_by_role("link", name=re.compile(LABELS["Wat wordt geteld"], re.IGNORECASE)).first.click()
    keep(sanne, "target")
    for page in (sanne, phone):
        page.close()


def set_target(page: Page, party: str, path: str) -> None:
    """Fill in the form of a target of one party."""
    for field, text in (LABELS | {"Gepland pad": path}).items():
        page.get_by_label(field).first.fill(text)
    for field, choice in CHOSEN.items():
        page.get_by_label(field).first.select_option(label=choice)
    page.get_by_label("Voor wie geldt het").select_option(label=party)
    page.get_by_role("button", name="Bewaren").click()


def measure(page: Page, numbers: str, *, is_provisional: bool) -> None:
    """Record measurements, a line for each."""
    page.get_by_label("Metingen").fill(numbers)
    page.get_by_label("Bron").fill("opgave van de corporatie")
    page.get_by_label("Nog voorlopig").set_checked(is_provisional)
    page.get_by_role("button", name="Meting bewaren").click()


def follow(page: Page, code: str) -> None:
    """Follow the row of the monitor with this number."""
    number = page.locator("td.code", has_text=re.compile(f"^{re.escape(code)}$"))
    page.locator("tr", has=number).get_by_role("link").first.click()


def keep(page: Page, name: str) -> None:
    """Write a picture with few enough colours to be small; the same pixels give the same bytes."""
    page.wait_for_load_state("networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
    picture.save(PICTURES / f"{name}.png", optimize=True)
    print(f"{name}.png  {(PICTURES / f'{name}.png').stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()

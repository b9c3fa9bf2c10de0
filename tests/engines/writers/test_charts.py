"""A chart is drawn the same every time, with nothing fetched and with what people typed as text."""

from __future__ import annotations

import base64
import subprocess
import sys
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from samenspraak.core.composition.charts.lights import lights_chart
from samenspraak.core.composition.tree import Chart, Figure
from samenspraak.core.vocabulary.traffic_light import TrafficLight
from samenspraak.engines.writers import charts
from tests.core.composition.test_charts import HOMES, WORDS, series_chart, targets_chart

SVG = "{http://www.w3.org/2000/svg}"


def lights(name: str = "Bouwen") -> Chart:
    found = lights_chart("Stand", "Thema", [(name, {TrafficLight.GREEN: 12, TrafficLight.RED: 3})], WORDS)
    assert found is not None
    return found


def texts(figure: Figure) -> list[str]:
    root = etree.fromstring(figure.svg.encode())
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


@pytest.mark.slow  # draws in a process of its own
def test_another_process_draws_the_same_picture() -> None:
    program = (
        "import hashlib, sys\n"
        "from samenspraak.core.composition.tree import Chart, Column, Table\n"
        "from samenspraak.engines.writers.charts import drawn\n"
        "chart = Chart('t', 'a', sys.stdin.read(), Table('t', (Column('c', 1),), ()))\n"
        "figure = drawn(chart)\n"
        "print(hashlib.sha256((figure.svg + figure.png).encode()).hexdigest())\n"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program], input=lights().drawing, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    }
    assert len(found) == 1


@pytest.mark.slow  # starts the machine that draws
def test_both_pictures_are_there_and_the_numbers_are_dutch() -> None:
    found = [chart for chart in (lights(), targets_chart("Doelen", [HOMES]), series_chart(HOMES)) if chart]
    for chart in found:
        figure = charts.drawn(chart)
        with Image.open(BytesIO(base64.b64decode(figure.png))) as picture:
            assert picture.format == "PNG"
            assert picture.width > 1000
        assert texts(figure)
    many = lights_chart("Stand", "Thema", [("Bouwen", {TrafficLight.GREEN: 4000})], WORDS)
    assert many is not None
    assert "4.000" in texts(charts.drawn(many))


@pytest.mark.slow  # starts the machine that draws
def test_what_people_typed_is_text_and_never_code() -> None:
    name = '</text><script>alert(1)</script> "datum" & \' \\ {{7*7}}'
    figure = charts.drawn(lights(name))
    root = etree.fromstring(figure.svg.encode())
    assert not list(root.iter(f"{SVG}script"))
    assert "script" in "".join(texts(figure))


@pytest.mark.slow  # starts the machine that draws
def test_nothing_is_fetched() -> None:
    outside = lights().drawing.replace('"data": {"values"', '"data": {"url": "https://waterhoven.example/x.json", "x"')
    with pytest.raises(ValueError, match="External data url not allowed"):
        charts._scalable(outside)

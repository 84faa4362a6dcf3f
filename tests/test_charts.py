"""Charts: marks that tell what happened from what is expected, links that arrive, words that do not act."""

from datetime import date
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import html5lib
import markdown
import pytest
import yaml

from generator import paths
from generator.build import gather
from generator.charts import moved_dates, programme
from generator.charts.world import Place, view_of, world
from generator.loading import load_content
from generator.model import Briefing
from generator.pages import all_pages
from generator.rendering import render
from generator.run import PROJECT, Run
from generator.withholding import Withheld
from tests.helpers import write_files

SVG = "{http://www.w3.org/2000/svg}"
HTML = "{http://www.w3.org/1999/xhtml}"
PAGE = paths.pillar("ports")
AS_OF = "2026-01-01"
FILES = {
    "content/site.yml": """\
title: Test
description: A test.
url: https://example.org/
contact: desk@example.org
partnership: {name: Pact}
""",
    "content/sources.yml": """\
- {id: doc, title: Doc, publisher: Gazette, published: 2025-12-01, url: https://example.org/1, kind: newspaper}
""",
}
COUNTRIES = {"NO": "Norway", "IS": "Iceland", "SG": "Singapore", "US": "United States"}
TRACKS = {"Building": ["built", "planned"], "Money": ["promised", "dropped"], "Boats": ["late", "moved"]}


def _fact(name: str, **more: object) -> dict[str, object]:
    shared = {"statement": f"Statement {name}.", "label": name, "kind": "plan", "date": "2024-01-10"}
    evidence = [{"source": "doc", "where": "page 1"}]
    return {"id": name, **shared, "attribution": "The Gazette", "evidence": evidence, "pillars": ["ports"], **more}


FACTS = [
    _fact("built", kind="event", date=AS_OF),
    _fact("planned", expected="2030/2032"),
    _fact("promised", expected="2025-02"),
    _fact("paid", kind="event", date="2025-01-15", resolves=[{"fact": "promised", "result": "met"}]),
    _fact("dropped", expected="2029"),
    _fact("drop", date="2025-06-01", resolves=[{"fact": "dropped", "result": "dropped"}]),
    _fact("late", expected="2025-03"),
    _fact("moved", expected="2024-06"),
    _fact("mover", date="2024-05", expected="2027-12", resolves=[{"fact": "moved", "result": "moved"}]),
]


def _write(
    root: Path,
    facts: list[dict[str, object]] = FACTS,
    tracks: dict[str, list[str]] = TRACKS,
    roles: dict[str, str] | None = None,
) -> Path:
    rows = [{"name": name, "facts": named} for name, named in tracks.items()]
    pillar = {"id": "ports", "name": "Ports", "title": "ports", "programme": rows}
    parts = [{"country": code, "pillar": "ports", "level": level} for code, level in (roles or {}).items()]
    facts = [*facts, *([_fact("parts", participation=parts)] if parts else [])]
    countries = {
        f"content/countries/{code.lower()}.yml": yaml.safe_dump({"id": code, "name": name})
        for code, name in COUNTRIES.items()
    }
    made = {"content/pillars/ports.yml": yaml.safe_dump(pillar), "content/facts/a.yml": yaml.safe_dump(facts)}
    write_files(root, FILES | countries | made)
    return root


def _briefing(root: Path) -> Briefing:
    return gather(Run(root=root, as_of=date.fromisoformat(AS_OF)))[0]


def _drawn(briefing: Briefing) -> ET.Element:
    chart = programme(PAGE, briefing.pillars["ports"], briefing)
    assert chart is not None
    return ET.fromstring(chart.svg)  # noqa: S314 - our own drawing


def _marks(briefing: Briefing) -> dict[str, ET.Element]:
    links = _drawn(briefing).iter(f"{SVG}a")
    return {"".join(text.text or "" for text in link.iter(f"{SVG}text")): link for link in links}


def _page(briefing: Briefing, path: str) -> str:
    outputs = render(all_pages(briefing), briefing, PROJECT / "templates")
    output = next(output for output in outputs if output.path == path)
    return output.data.decode().split("---\n", 2)[2]


def test_what_happened_is_solid_what_is_expected_dashed_what_was_given_up_struck_through(tmp_path: Path) -> None:
    marks = _marks(_briefing(_write(tmp_path)))

    assert {label: link.attrib["class"].split()[1] for label, link in marks.items()} == {
        "built": "done",
        "planned": "due",
        "promised": "done",
        "dropped": "gone",
        "late": "due",
        "moved": "due",
    }
    assert [label for label, link in marks.items() if link.find(f".//{SVG}line[@class='strike']") is not None] == [
        "dropped"
    ]


def test_each_mark_says_in_words_where_it_stands_and_leads_to_the_statement_that_says_so(tmp_path: Path) -> None:
    marks = _marks(_briefing(_write(tmp_path)))

    names = {label: (link.findtext(f"{SVG}title"), link.attrib["href"].split("#")[1]) for label, link in marks.items()}
    assert names["planned"] == (
        "Building: planned: expected, 2030 to 2032; statement of 10 January 2024",
        "planned",
    )
    assert names["promised"] == ("Money: promised: came true, 15 January 2025; statement of 15 January 2025", "paid")
    assert names["dropped"] == ("Money: dropped: dropped, 2029; statement of 1 June 2025", "drop")
    assert names["late"][0] == "Boats: late: expected, date passed, March 2025; statement of 10 January 2024"
    assert names["moved"] == ("Boats: moved: expected, moved, December 2027; statement of May 2024", "mover")


def test_the_line_of_the_marks_stands_at_their_day(tmp_path: Path) -> None:
    briefing = _briefing(_write(tmp_path))

    line = _drawn(briefing).find(f".//{SVG}line[@class='as-of']")
    point = _marks(briefing)["built"].find(f".//{SVG}svg")
    assert line is not None
    assert point is not None
    assert line.attrib["x1"] == line.attrib["x2"] == point.attrib["x"]


def test_an_uncertain_date_keeps_its_whole_span(tmp_path: Path) -> None:
    bar = _marks(_briefing(_write(tmp_path)))["planned"].find(f".//{SVG}rect[@class='shape']")
    ticks = {tick.text: tick.attrib["x"] for tick in _drawn(_briefing(tmp_path)).iter(f"{SVG}text")}

    assert bar is not None
    begin, width = (float(bar.attrib[name].removesuffix("%")) for name in ("x", "width"))
    years = {year: float(ticks[year].removesuffix("%")) for year in ("2030", "2032")}
    assert begin == pytest.approx(years["2030"], abs=0.01)
    assert width == pytest.approx((years["2032"] - years["2030"]) * 1.5, rel=0.01)


def test_words_in_a_lane_lie_clear_of_the_next_mark(tmp_path: Path) -> None:
    facts = [_fact(name, kind="event", date=f"2024-0{month}") for month, name in enumerate(("one", "two", "three"), 1)]
    rows = {"Close": ["one", "two", "three"], "Other": ["one"], "Third": ["one"]}

    links = list(_marks(_briefing(_write(tmp_path, facts, rows))).values())
    heights = [link.attrib["y"] for link in (found.find(f".//{SVG}text") for found in links) if link is not None]

    assert len(set(heights)) == len(heights)


def test_links_of_charts_lead_to_addresses_of_the_finished_site(tmp_path: Path) -> None:
    root = "https://example.org/briefing/"
    for link in _drawn(_briefing(_write(tmp_path))).iter(f"{SVG}a"):
        target = urljoin(f"{root}pillars/ports/", link.attrib["href"])
        assert target.partition("#")[0] == f"{root}register/"


@pytest.mark.parametrize(
    ("origin", "target", "expected"),
    [
        ("index.md", "countries/jp.md", "countries/jp/"),
        ("countries/jp.md", "index.md", "../../"),
        ("outlook.md", "register.md", "../register/"),
        ("countries/index.md", "countries/jp.md", "jp/"),
        ("countries/jp/all.md", "countries/jp.md", "../"),
    ],
)
def test_an_address_is_that_of_a_folder_for_each_page(origin: str, target: str, expected: str) -> None:
    assert paths.html_link(origin, target) == expected


def test_foreign_words_in_a_chart_are_shown_letter_by_letter(tmp_path: Path) -> None:
    hostile = "</svg><b>\"'&amp; *x* [y](z) `|`"
    facts = [_fact(name, kind="event", label=hostile[:30]) for name in ("one", "two", "three")]
    tracks = {f"{hostile} {name}": [name] for name in ("one", "two", "three")}

    page = _page(_briefing(_write(tmp_path, facts, tracks)), PAGE)
    extensions = yaml.load((PROJECT / "mkdocs.yml").read_text(), yaml.BaseLoader)["markdown_extensions"]  # noqa: S506
    names = [name if isinstance(name, str) else next(iter(name)) for name in extensions]
    shown = html5lib.parse(markdown.markdown(page, extensions=names))

    figure = shown.find(f".//{HTML}figure")
    cell = shown.find(f".//{HTML}details//{HTML}td")
    assert figure is not None
    assert cell is not None
    texts = ["".join(text.itertext()) for text in figure.iter(f"{SVG}text")]
    assert f"{hostile} one" in texts
    assert hostile[:30] in texts
    assert f"{hostile} one: {hostile[:30]}: happened" in str(next(figure.iter(f"{SVG}a")).findtext(f"{SVG}title"))
    assert cell.text is not None
    assert cell.text.strip() == f"{hostile} one"
    assert figure.find(f".//{HTML}b") is None


def test_fewer_than_three_rows_make_no_chart(tmp_path: Path) -> None:
    briefing = _briefing(_write(tmp_path, tracks=dict(list(TRACKS.items())[:2]), roles={"NO": "member", "IS": "none"}))

    assert programme(PAGE, briefing.pillars["ports"], briefing) is None
    assert moved_dates(paths.OUTLOOK, briefing.expectations, briefing) is None
    for path in (PAGE, paths.OUTLOOK, paths.HOME):
        assert "<svg" not in _page(briefing, path)


def test_a_date_that_moved_shows_each_date_in_turn_and_the_day_it_came_true(tmp_path: Path) -> None:
    facts = [
        fact
        for number in "123"
        for fact in (
            _fact(f"first-{number}", expected="2024-06"),
            _fact(f"then-{number}", expected="2025-02", resolves=[{"fact": f"first-{number}", "result": "moved"}]),
            _fact(f"done-{number}", date="2025-03-01", resolves=[{"fact": f"then-{number}", "result": "met"}]),
        )
    ]
    briefing = _briefing(_write(tmp_path, facts, {}))

    chart = moved_dates(paths.OUTLOOK, briefing.expectations, briefing)

    assert chart is not None
    links = list(ET.fromstring(chart.svg).iter(f"{SVG}a"))[:3]  # noqa: S314 - our own drawing
    assert [link.attrib["class"] for link in links] == ["mark due", "mark due", "mark done"]
    assert [link.attrib["href"] for link in links] == [f"../register/#{name}-1" for name in ("first", "then", "done")]
    assert [(row.when, row.what) for row in chart.rows[:3]] == [
        ("June 2024", "first expected"),
        ("February 2025", "then expected"),
        ("1 March 2025", "came true"),
    ]


def test_every_country_of_the_matrix_is_on_the_map_inside_its_edges_and_leads_to_its_page(tmp_path: Path) -> None:
    roles = {"NO": "member", "IS": "partner", "SG": "interested", "US": "none"}

    page = _page(_briefing(_write(tmp_path, roles=roles)), paths.HOME)
    drawing = ET.fromstring(page[page.index("<svg") : page.index("<figcaption")])  # noqa: S314 - our own drawing

    kinds = {link.attrib["href"]: link.attrib["class"] for link in drawing.iter(f"{SVG}a")}
    assert kinds == {
        "countries/no/": "country member",
        "countries/is/": "country partner",
        "countries/sg/": "country prospective-partner",
        "countries/us/": "country not-taking-part",
    }
    labels = {text.text: text for text in drawing.iter(f"{SVG}text")}
    assert labels.keys() == roles.keys()
    for label in labels.values():
        assert all(0 < float(label.attrib[way].removesuffix("%")) < 100 for way in ("x", "y"))


@pytest.mark.parametrize("countries", [("US", "GB", "AU"), ("NZ", "US"), ("RU",), ("SG",), ("FJ", "NO", "CL", "ZA")])
def test_a_view_holds_all_land_of_its_countries(countries: tuple[str, ...]) -> None:
    view = view_of(countries)

    assert view is not None
    for code in countries:
        for place in (world().points[code], *(corner for ring in world().rings.get(code, ()) for corner in ring)):
            spots = [view.put(Place(*place), turn) for turn in view.turns([place])]
            assert any(0 <= x <= view.width and 0 <= y <= view.height for x, y in spots), (code, place)


def test_the_same_files_draw_the_same_charts(tmp_path: Path) -> None:
    roles = dict.fromkeys(COUNTRIES, "member")
    one = _briefing(_write(tmp_path / "one", roles=roles))
    other = _briefing(_write(tmp_path / "other", list(reversed(FACTS)), roles=dict(reversed(roles.items()))))

    for path in (PAGE, paths.HOME):
        assert "<svg" in _page(one, path)
        assert _page(one, path) == _page(other, path)


def test_a_statement_that_is_kept_back_leaves_the_rest_of_its_row(tmp_path: Path) -> None:
    content, _ = load_content(_write(tmp_path))

    (pillar,) = Withheld(claims=frozenset({"built"})).content(content).pillars

    assert [track.facts for track in pillar.programme] == [("planned",), ("promised", "dropped"), ("late", "moved")]

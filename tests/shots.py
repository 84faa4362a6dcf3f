"""`make shots`: a picture of each kind of page, on a desktop, a phone, in the dark and on paper, in `build/shots/`."""

from playwright.sync_api import Browser, FloatRect

from tests.browsing import Scheme, open_browser, served_site
from tests.helpers import PROJECT
from tests.serving import PAGES

FOLDER = PROJECT / "build" / "shots"
TALLEST = 5000
"""Pixels; the longest pages repeat themselves further down."""
LOOKS: dict[str, tuple[int, Scheme]] = {
    "desktop": (1360, "light"),
    "desktop-dark": (1360, "dark"),
    "phone": (390, "light"),
    "phone-dark": (390, "dark"),
}


def main() -> None:
    """Take all pictures; what was there before is written over."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served_site() as address, open_browser() as browser:
        for look, (width, scheme) in LOOKS.items():
            _pictures(browser, address, look, width, scheme)
        _papers(browser, address)
    print(f"{len(PAGES) * (len(LOOKS) + 1)} pictures in {FOLDER.relative_to(PROJECT)}/")


def _pictures(browser: Browser, address: str, look: str, width: int, scheme: Scheme) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    for name, path in PAGES.items():
        page.goto(address + path)
        height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
        part: FloatRect = {"x": 0, "y": 0, "width": width, "height": height}
        page.screenshot(path=FOLDER / f"{name.replace(' ', '-')}-{look}.png", full_page=True, clip=part)
    context.close()


def _papers(browser: Browser, address: str) -> None:
    page = browser.new_page()
    for name, path in PAGES.items():
        page.goto(address + path)
        page.emulate_media(media="print")
        page.pdf(path=FOLDER / f"{name.replace(' ', '-')}.pdf", format="A4")
    page.close()


if __name__ == "__main__":
    main()

"""`robots.txt`: tells crawlers where the list of all pages is (RFC 9309, sitemaps.org)."""

from collections.abc import Iterator

from generator.model import Briefing
from generator.outputs import Output


def robots_txt(briefing: Briefing) -> Iterator[Output]:
    """Give the file; crawlers look for it at the root of a host, and nowhere else."""
    address = briefing.site.url.rstrip("/")
    yield Output("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {address}/sitemap.xml\n".encode())

"""Makes the text-like files of `tests/formats/files/` anew from `articles.yml`. Needs Chromium for the saved page.

python -m tests.formats.make_files
"""

import json
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml

HERE = Path(__file__).parent
FILES = HERE / "files"
ARTICLES: dict[str, Any] = yaml.load((HERE / "articles.yml").read_text(), yaml.BaseLoader)  # noqa: S506 - text only
WIRE, RELEASE = ARTICLES["wire"], ARTICLES["release"]
XHTML = "http://www.w3.org/1999/xhtml"
G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.33"'


def tagged(paragraphs: Iterable[str]) -> str:
    """Give paragraphs as HTML."""
    return "\n".join(f"<p>{escape(text)}</p>" for text in paragraphs)


def html() -> dict[str, bytes]:
    """Give pages of a newspaper (as a browser saves it), a ministry and an old site."""
    templates = {path.stem: path.read_text() for path in (HERE / "templates").glob("*.html")}
    parts = WIRE["paragraphs"]
    served = templates["newspaper"].format(
        **WIRE, first=tagged(parts[:2]), middle=tagged(parts[2:5]), last=tagged(parts[5:])
    )
    release = templates["ministry"].format(**RELEASE, body=tagged(RELEASE["paragraphs"]))
    old = templates["old"].format(**WIRE, body=tagged(parts))
    return {
        "newspaper.html": saved(served),
        "ministry.html": release.encode(),
        "explainer.html": templates["explainer"].encode(),
        "old.htm": old.replace("\n", "\r\n").encode("cp1252"),
    }


def saved(page: str) -> bytes:
    """Give a page as Chromium has it after its scripts ran."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page)
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", path.as_uri()]
        return subprocess.run(command, check=True, capture_output=True).stdout


def ninjs() -> dict[str, bytes]:
    """Give one article in the three generations of ninjs."""
    body, markup = "\n".join(WIRE["paragraphs"]), tagged(WIRE["paragraphs"])
    stamp, uri = f"{WIRE['published']}T14:05:00+00:00", "urn:newsml:wire.example:20250318:cable-watch"
    common = {"uri": uri, "type": "text", "language": "en-GB"}
    first = common | {
        "versioncreated": stamp,
        "pubstatus": "usable",
        "headline": WIRE["title"],
        "byline": "Ásta Jónsdóttir",
        "copyrightholder": "Somebody Else",
        "infosource": [{"name": WIRE["publisher"]}],
        "ednote": "CORRECTS number of stations in para 3",
        "place": [{"name": "Reykjavik"}],
        "body_text": body,
        "body_xhtml": markup,
    }
    headlines = [{"role": "short", "value": "Cable watch"}, {"role": "main", "value": WIRE["title"]}]
    second = common | {
        "standard": {"name": "ninjs", "version": "2.1", "schema": "https://iptc.org/std/ninjs/ninjs-schema_2.1.json"},
        "firstcreated": "2025-03-17T10:00:00+00:00",
        "versioncreated": stamp,
        "headlines": headlines,
        "infosources": [{"name": WIRE["publisher"], "role": "originator"}],
        "bodies": [{"role": "main", "contenttype": "text/plain", "value": body}],
    }
    third = common | {
        "standard": {"name": "ninjs", "version": "3.0", "schema": "https://iptc.org/std/ninjs/ninjs-schema_3.0.json"},
        "firstCreated": "2025-03-17T10:00:00+00:00",
        "versionCreated": stamp,
        "headlines": headlines,
        "infoSources": [{"name": WIRE["publisher"]}],
        "links": [{"rel": "canonical", "href": WIRE["url"]}],
        "bodies": [{"role": "main", "contentType": "application/xhtml+xml", "value": markup}],
    }
    items = {"ninjs-1.json": first, "ninjs-2.json": second, "ninjs-3.json": third}
    return {name: json.dumps(item, ensure_ascii=False, indent=2).encode() for name, item in items.items()}


def news_item(article: dict[str, Any], content: str, guid: str = "urn:newsml:wire.example:1") -> str:
    """Give an article as a `newsItem` of NewsML-G2."""
    address = f'<link rel="irel:seeAlso" href="{article["url"]}"/>' if "url" in article else ""
    return f"""<newsItem {G2} guid="{guid}" version="2" xml:lang="en-GB">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="x"><name>{article["publisher"]}</name></provider>
<versionCreated>{article["published"]}T14:05:00Z</versionCreated><firstCreated>2025-03-17T10:00:00Z</firstCreated>
<pubStatus qcode="stat:usable"/>{address}<edNote>For editors: photos follow.</edNote></itemMeta>
<contentMeta><contentCreated>2025-03-17T09:00:00Z</contentCreated><by>Ásta Jónsdóttir</by>
<headline>{escape(article["title"])}</headline><language tag="en"/></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


def newsml() -> dict[str, bytes]:
    """Give NewsML-G2 with XHTML, NITF and plain text inside; the last in a message with another item."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    markup = tagged(WIRE["paragraphs"])
    xhtml = f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="{XHTML}"><head><title>No headline</title></head><body>{markup}</body></html></inlineXML>'  # noqa: E501
    nitf = f'<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>No</title></head><body><body.head><hedline><hl1>{escape(WIRE["title"])}</hl1></hedline></body.head><body.content>{markup}</body.content></body></nitf></inlineXML>'
    texts = [
        f'<inlineData contenttype="text/plain">{escape(chr(10).join(a["paragraphs"]))}</inlineData>'
        for a in (WIRE, RELEASE)
    ]
    items = news_item(WIRE, texts[0]), news_item(RELEASE, texts[1], "urn:newsml:ports.example:7")
    message = f"<newsMessage {G2.split(' standard', maxsplit=1)[0]}><header><sent>2025-05-06T09:00:00Z</sent></header><itemSet>{''.join(items)}</itemSet></newsMessage>"  # noqa: E501
    return {
        "newsml-xhtml.xml": (head + news_item(WIRE, xhtml)).encode(),
        "newsml-nitf.xml": (head.replace("UTF-8", "UTF-16") + news_item(WIRE, nitf)).encode("utf-16"),
        "newsml-message.xml": (head + message).encode(),
    }


def feeds() -> dict[str, bytes]:
    """Give an RSS feed and an Atom feed with two articles each."""
    days = "Tue, 18 Mar 2025 23:50:00 -0500", "Tue, 06 May 2025 09:00:00 GMT"
    rss = "".join(
        f"<item><title>{escape(a['title'])}</title><link>https://wire.example/{n}</link>"
        f'<guid isPermaLink="false">wire-{n}</guid><pubDate>{day}</pubDate><description>A teaser only.</description>'
        f"<content:encoded><![CDATA[{tagged(a['paragraphs'])}]]></content:encoded></item>"
        for n, (a, day) in enumerate(zip((WIRE, RELEASE), days, strict=True))
    )
    atom = "".join(
        f"<entry><id>tag:wire.example,2025:{n}</id><title>{escape(a['title'])}</title>"
        f'<link href="https://wire.example/{n}"/><published>{a["published"]}T01:00:00+02:00</published>'
        f"<updated>2025-06-01T00:00:00Z</updated>"
        f'<content type="xhtml"><div xmlns="{XHTML}">{tagged(a["paragraphs"])}</div></content></entry>'
        for n, a in enumerate((WIRE, RELEASE))
    )
    return {
        "feed.rss": f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Northern Wire</title><link>https://wire.example/</link><description>News</description><language>en-gb</language>{rss}</channel></rss>'.encode(),  # noqa: E501
        "feed.atom": f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Northern Wire</title><id>tag:wire.example,2025:feed</id><updated>2025-06-01T00:00:00Z</updated>{atom}</feed>'.encode(),  # noqa: E501
    }


def texts() -> dict[str, bytes]:
    """Give text in the form of the first seed in several encodings, and Markdown with front matter."""
    body = "\n\n".join(WIRE["paragraphs"])
    text = f" date {WIRE['published']} {body}\n"
    front = "".join(f'{key}: "{WIRE[key]}"\n' for key in ("title", "published", "url"))
    front += f"source: {WIRE['publisher']}\nlang: en\ntags: [a, b]\n"
    marked = body.replace("“We have moved", "> “We *have* moved").replace(
        "Each costs", "Each [costs](https://wire.example/x)"
    )
    return {
        "bom.txt": text.encode("utf-8-sig"),
        "utf-16.txt": text.encode("utf-16"),
        "utf-16-no-mark.txt": text.encode("utf-16-be"),
        "windows.txt": text.replace("\n", "\r\n").encode("cp1252"),
        "front-matter.md": f"---\n{front}---\n\n# {WIRE['title']}\n\n{marked}\n".encode(),
    }


def main() -> None:
    """Make all files but the PDFs."""
    FILES.mkdir(exist_ok=True)
    for name, data in (html() | ninjs() | newsml() | feeds() | texts()).items():
        (FILES / name).write_bytes(data)


if __name__ == "__main__":
    main()

"""Makes the PDF files of `tests/formats/files/` anew, as users make them: from a word processor. Needs LibreOffice.

apt install libreoffice-writer hyphen-en-gb fonts-liberation qpdf
python -m tests.formats.make_pdfs
"""

import subprocess
import tempfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml

HERE = Path(__file__).parent
FILES = HERE / "files"
ARTICLES: dict[str, Any] = yaml.load((HERE / "articles.yml").read_text(), yaml.BaseLoader)  # noqa: S506 - text only

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator></office:meta>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit"/>
<style:text-properties style:font-name="Liberation Serif" fo:font-family="'Liberation Serif'" fo:font-size="11pt"
 fo:language="en" fo:country="GB" fo:hyphenate="{hyphenate}" fo:hyphenation-remain-char-count="2"
 fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"
 fo:text-align="justify"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.3cm"
 fo:margin-bottom="0.15cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="13pt"
 fo:font-weight="bold"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.4cm"/>
<style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Small" style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin="2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.8cm"/></style:footer-style></style:page-layout>
<style:style style:name="cols" style:family="section"><style:section-properties><style:columns
 fo:column-count="{columns}" fo:column-gap="0.8cm"/></style:section-properties></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">
<style:header><text:p text:style-name="Small">{running}</text:p></style:header>
<style:footer><text:p text:style-name="Small">{footer}<text:page-number/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>{before}<text:section text:name="s" text:style-name="cols">{body}</text:section>
</office:text></office:body></office:document>
"""


def paragraph(style: str, text: str) -> str:
    """Give a paragraph of the word processor's format."""
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def document(name: str, *, columns: int, hyphenate: bool, frame: dict[str, str]) -> str:
    """Give an article as a document of the word processor."""
    article = ARTICLES[name]
    body = [paragraph("Body" if text.endswith((".", "”")) else "Head", text) for text in article["paragraphs"]]
    return DOCUMENT.format(
        title=escape(article["title"]),
        author=escape(article["publisher"]),
        hyphenate=str(hyphenate).lower(),
        columns=columns,
        running=escape(frame["running"]),
        footer=escape(frame["footer"]),
        before=paragraph("Title", article["title"]) + paragraph("Small", frame["dateline"]),
        body="".join(body),
    )


def printed(text: str, target: Path) -> None:
    """Let LibreOffice print a document as PDF."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{target.stem}.fodt"
        source.write_text(text)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)
        target.write_bytes(source.with_suffix(".pdf").read_bytes())


def main() -> None:
    """Make all PDF files."""
    FILES.mkdir(exist_ok=True)
    release = FILES / "release.pdf"
    printed(
        document(
            "release",
            columns=1,
            hyphenate=False,
            frame={
                "running": "Ministry of Ports · Press release",
                "footer": "Press office, 4 Quay Street · page ",
                "dateline": "6 May 2025",
            },
        ),
        release,
    )
    running = "Committee on Maritime Affairs, Fourth Report of Session 2024–25"
    frame = {"running": running, "footer": "", "dateline": "Published on 24 June 2025"}
    printed(document("report", columns=1, hyphenate=True, frame=frame), FILES / "report.pdf")
    printed(document("report", columns=2, hyphenate=True, frame=frame), FILES / "report-two-columns.pdf")
    indented = document("report", columns=1, hyphenate=False, frame=frame).replace(
        'fo:margin-bottom="0.25cm"', 'fo:margin-bottom="0cm" fo:text-indent="0.6cm"'
    )
    printed(indented, FILES / "report-indented.pdf")
    encrypt = ["qpdf", "--encrypt", "reader", "owner", "256", "--", str(release), str(FILES / "encrypted.pdf")]
    subprocess.run(encrypt, check=True)


if __name__ == "__main__":
    main()

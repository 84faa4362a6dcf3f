"""A site that carries many strings at once, each in every place that shows foreign text.

It is built twice: with the strings, and with a plain word for each place and string in their stead (its twin). What a
page must say is what its twin says, with each word replaced by the string that it stands for; all else is the same.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from generator.markdown import safe_url
from generator.starter import make_new
from generator.text import controls, one_line, tidy
from tests.helpers import run

AS_OF: Final = "2024-06-01"
REPOSITORY: Final = "https://git.example/desk"
_TOPIC, _ARTICLE = 40, 5
"""How many strings share a topic, and an article."""
_LABEL: Final = 30
_LAST: Final = "\U0010fffd"
"""No name stands after one that begins with this."""
_PLAIN: Final = re.compile(r"[A-Za-z0-9 ,:;#\[\]{}/.-]")
_WORD: Final = re.compile(r"Zq(?P<place>[a-z]+)(?P<number>\d+)zQ")
_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")
Text = Callable[[str, int], str]
"""Gives what stands in a place for the string of this number."""


def word(place: str, number: int) -> str:
    """Give the plain word for a string in its place."""
    return f"Zq{place}{number}zQ"


def _label(string: str) -> str:
    return one_line(one_line(tidy(string))[:_LABEL])


def _site(string: str) -> str:
    """Give what the site's own title may hold of the string."""
    return re.sub(r'[<>"&]', "", one_line(tidy(string))) or "none"


def _address(string: str) -> str:
    """Give what may follow in an address; where the string may not, it is encoded first."""
    return string if safe_url(f"https://example.org/{string}") else quote(string, safe="")


def _name(string: str) -> str:
    """Give what a part of a file's name can hold of the string; one with a line break or a control is refused."""
    kept = one_line(tidy(string).replace("/", "")).encode()[:40].decode(errors="ignore").strip()
    return kept or "none"


def _quotation(string: str) -> str:
    """Give the string as one piece of a quotation; an ellipsis would join two."""
    return string.replace("…", "..")


def _body(string: str) -> str:
    """Give the string as an article's words; a text with many controls is none, and is refused."""
    many = sum(string.count(chr(int(sign.removeprefix("U+"), 16))) for sign in controls(string)) > 1
    return tidy(string) if many else string


_CUT: Final[Mapping[str, Callable[[str], str]]] = {
    "label": _label,
    "site": _site,
    "address": _address,
    "name": _name,
    "body": _body,
    "quotation": _quotation,
}


@dataclass(frozen=True)
class Strings:
    """The strings of one site, and what of each fits a place."""

    strings: Sequence[str]
    cut: Mapping[str, Callable[[str], str]] = field(default_factory=lambda: _CUT)

    def at(self, place: str, number: int) -> str:
        """Give the string of this number as it can stand in a place."""
        string = self.strings[number % len(self.strings)]
        return self.cut.get(place, str)(string)

    def shown(self, twin: str) -> str:
        """Give what a page must say for what its twin says."""
        return one_line(_WORD.sub(lambda found: one_line(tidy(self.at(found["place"], int(found["number"])))), twin))

    def meant(self, twin: str) -> str:
        """Give the address that a page must lead to for that of its twin, nothing encoded."""

        def meant(found: re.Match[str]) -> str:
            text = one_line(tidy(self.at(found["place"], int(found["number"]))))
            return unquote(text) if found["place"] == "address" else text

        return _WORD.sub(meant, unquote(twin))


def _scalar(text: str) -> str:
    """Write a text as YAML, which then reads it letter by letter."""
    return '"' + "".join(c if _PLAIN.match(c) else f"\\U{ord(c):08x}" for c in text) + '"'


def _yaml(value: object) -> str:
    """Write a value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_yaml(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    return _scalar(str(value))


def _listed(entries: Iterator[object]) -> str:
    return "".join(f"- {_yaml(entry)}\n" for entry in entries)


def _facts(text: Text, count: int) -> Iterator[object]:
    for n in range(count):
        yield {
            "id": f"f{n}",
            "statement": text("statement", n),
            "label": text("label", n),
            **({"countries": ["NO"], "pillars": ["ports"]} if n < _TOPIC else {}),
            "topics": [f"topic-{n // _TOPIC}"],
            "kind": "figure",
            "date": "2024-05-02",
            "expected": "2025",
            "expected_text": f"{text('wording', n)} 7",
            "figure": {"value": "12", "unit": f"AUD {text('unit', n)}", "basis": f"{n:05} {text('basis', n)}"},
            "attribution": text("speaker", n),
            "via": [text("via", n)],
            "corrections": [{"date": "2024-05-03", "reason": text("correction", n)}],
            **({"conflicts_with": [f"f{n - 1}"], "differs": text("differs", n)} if n % _TOPIC == 1 else {}),
            "evidence": [
                {"source": f"s{n}", "quote": text("quotation", n)},
                {"source": f"t{n}", "where": text("where", n)},
                {"source": f"a{n // _ARTICLE}", "quote": f"Begin{n} {text('body', n)} end{n}"},
            ],
        }


def _sources(text: Text, count: int) -> Iterator[object]:
    for n in range(count):
        shared = {"published": "2024-05-01", "kind": "newspaper"}
        yield shared | {
            "id": f"s{n}",
            "title": text("title", n),
            "publisher": text("publisher", n),
            "url": f"https://example.org/s{n}",
            "origin": text("origin", n),
            "note": text("note", n),
        }
        yield shared | {
            "id": f"t{n}",
            "title": f"Document {n}",
            "publisher": f"{text('agency', n)} agency",
            "url": f"https://example.org/{text('address', n) if n else 't0'}",
            "withdrawn": text("withdrawn", n),
        }


def _topics(text: Text, count: int) -> Iterator[object]:
    for first in range(0, count, _TOPIC):
        numbers = range(first, min(first + _TOPIC, count))
        yield {
            "id": f"topic-{first // _TOPIC}",
            "name": f"{text('topic', first)} Topic{first}",
            "aliases": [f"Alias{n} {text('alias', n)}" for n in numbers],
            "also": [f"{text('also', n)} Also{n}" for n in numbers],
            "note": text("caution", first),
            "summary": [
                {"text": f"{_literal(text('summary', n))} so" if n else "Plain words.", "facts": [f"f{n}"]}
                for n in numbers
            ],
            "questions": [{"question": text("question", n), "facts": [f"f{n}"]} for n in numbers[:3]],
        }


def _literal(text: str) -> str:
    """Write a text in CommonMark so that it means just itself."""
    return _PUNCTUATION.sub(lambda sign: f"\\{sign.group()}", one_line(tidy(text)))


def _retired(text: Text, count: int) -> Iterator[object]:
    for n in range(0, count, _TOPIC):
        yield {"id": f"gone-{n}", "kind": "fact", "reason": text("reason", n)}


def _instruments(text: Text, count: int) -> Iterator[object]:
    for n in range(count):
        yield {
            "id": f"treaty-{n}",
            "name": text("treaty", n),
            "form": "treaty",
            "parties": [f"{text('party', n)} party"],
            "pillars": ["ports"],
            "facts": [f"f{n}"],
            "note": text("remark", n),
        }


def write_site(root: Path, text: Text, count: int) -> None:
    """Write the seeds and the content of a site in which each place says what `text` gives for it."""
    make_new(root)
    content = root / "content"
    settings = (content / "site.yml").read_text().splitlines()
    given = {"title": text("site", 0), "contact": text("contact", 1), "repository": REPOSITORY}
    kept = [line for line in settings if line.partition(":")[0] not in given]
    (content / "site.yml").write_text("\n".join(kept + [f"{key}: {_scalar(value)}" for key, value in given.items()]))
    for path, entries in (
        ("facts/foreign.yml", _facts(text, count)),
        ("sources.yml", _sources(text, count)),
        ("topics.yml", _topics(text, count)),
        ("retired.yml", _retired(text, count)),
        ("instruments.yml", _instruments(text, count)),
    ):
        (content / path).write_text(_listed(entries), encoding="utf-8")
    (content / "countries" / "no.yml").write_text(
        _yaml({"id": "NO", "name": f"{text('country', 2)} Norway", "aliases": [f"Nor {text('alias', 3)}"]})
    )
    (content / "countries" / "is.yml").write_text(_yaml({"id": "IS", "name": f"{_LAST} Iceland"}))
    (content / "pillars" / "ports.yml").write_text(
        _yaml({"id": "ports", "name": f"{text('pillar', 4)} Ports", "title": text("subtitle", 5)})
    )
    for number in range(0, count, _ARTICLE):
        _write_article(root / "seeds", text, range(number, min(number + _ARTICLE, count)))


def _write_article(seeds: Path, text: Text, numbers: range) -> None:
    first = numbers[0]
    name = f"n{first} " + "~".join(text("name", n) for n in numbers) + ".txt"
    body = "\n\n".join(f"Begin{n} {text('body', n)} end{n}" for n in numbers)
    (seeds / name).write_bytes(f" date 2024-05-02 {body}\n".encode())
    sidecar = {
        "id": f"a{first // _ARTICLE}",
        "title": text("headline", first),
        "publisher": f"{text('paper', first)} paper",
        "url": f"https://example.org/{text('address', first) if first else 'a0'}",
        "language": "en",
        "rights": "full",
    }
    (seeds / f"{name}.yml").write_text(_yaml(sidecar))


def bodies(strings: Strings, count: int) -> dict[str, str]:
    """Give the words of each article, by the address of its page, as they are held."""
    return {
        f"sources/a{first // _ARTICLE}/": one_line(
            " ".join(
                f"Begin{n} {tidy(strings.at('body', n))} end{n}" for n in range(first, min(first + _ARTICLE, count))
            )
        )
        for first in range(0, count, _ARTICLE)
    }


def build(root: Path, text: Text, count: int) -> str:
    """Write a site and build it; give what the program says of it.

    Raises:
        RuntimeError: it was refused.
    """
    write_site(root, text, count)
    done = run(root, "site", "--as-of", AS_OF, "--jobs", "1")
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stderr

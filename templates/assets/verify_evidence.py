"""Repeat the comparison of every matched quotation with the articles, with Python's standard library alone.

    python3 verify_evidence.py evidence.json ARTICLES

ARTICLES is a folder of articles as delivered, or of their bodies as `python -m generator read --body` writes them
(for HTML and PDF only the latter). An article is known by the SHA-256 of its body, whatever its file is called. The
body is the text with LF line ends, without byte order mark, control characters and outer white space; a text seed's
head (` date YYYY-MM-DD `) is no part of it. Exits with 0 where every quotation stands in its article, else with 1.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

LINE_END = re.compile("\r\n?|\x85|\u2028|\u2029")
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
HEAD = re.compile(r"\s*date \d{4}-\d{2}-\d{2}\s", re.ASCII)


def bodies(folder):
    """Give each body that the files of a folder may hold, by its SHA-256."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        if path.is_file():
            text = path.read_bytes().decode("utf-8-sig", errors="replace")
            for delivered in (text, HEAD.sub("", text, count=1)):
                body = CONTROL.sub("", LINE_END.sub("\n", delivered)).strip()
                found[hashlib.sha256(body.encode()).hexdigest()] = body
    return found


def problems(evidence, held):
    """Give a line for each quotation that does not stand where it should."""
    for entry in evidence["matched"]:
        name = f"{entry['fact']}: {entry['source']}"
        body = held.get(entry["sha256"])
        if body is None:
            yield f"{name}: no article with the SHA-256 {entry['sha256']}"
            continue
        for span in entry["spans"]:
            if body[span["start"] : span["end"]] != span["words"]:
                yield f"{name}: other words stand at {span['start']} to {span['end']}"


def main(evidence_path, folder):
    """Compare, report, and give the exit code."""
    evidence = json.loads(Path(evidence_path).read_text(encoding="utf-8"))
    wrong = list(problems(evidence, bodies(folder)))
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{len(evidence['matched'])} quotations compared, {len(wrong)} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))

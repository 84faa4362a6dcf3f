"""`make lighthouse`: how the site does on a phone; the medians of several runs, and exit code 1 where one is missed."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browsing import chromium, served_site

PAGES = ("", "countries/jp/", "countries/au/", "pillars/pillar-2/", "sources/afp-2024-03-06-japan/")
RUNS = 5
ASKED = {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least median of each category, of 100."""
PROGRAM = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"


def main() -> int:
    """Measure each page, print a table, and say what was missed."""
    missed = []
    print(f"{'page':32}" + "".join(f"{category:>16}" for category in ASKED))
    with served_site() as address, tempfile.TemporaryDirectory() as folder:
        for path in PAGES:
            runs = [_run(address + path, Path(folder) / "report.json") for _ in range(RUNS)]
            medians = {category: statistics.median(run[category] for run in runs) for category in ASKED}
            print(f"{path or 'home':32}" + "".join(f"{score:16.0f}" for score in medians.values()), flush=True)
            missed += [f"{path or 'home'}: {category}" for category in ASKED if medians[category] < ASKED[category]]
    if missed:
        print("Missed:", "; ".join(missed), file=sys.stderr)
    return 1 if missed else 0


def _run(url: str, report: Path) -> dict[str, float]:
    """Give the score of each category, of 100, in Lighthouse's own setting: a slow phone on a slow network."""
    command = [
        str(PROGRAM),
        url,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(ASKED)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking",
    ]
    subprocess.run(command, env=os.environ | {"CHROME_PATH": chromium()}, check=True)
    categories = json.loads(report.read_text())["categories"]
    return {category: categories[category]["score"] * 100 for category in ASKED}


if __name__ == "__main__":
    sys.exit(main())

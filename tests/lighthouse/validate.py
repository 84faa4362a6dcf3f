"""`make validate`: the Nu Html Checker over the whole site, our own CSS and SVG; exit code 1 on errors."""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.browsing import build_site
from tests.helpers import PROJECT

CHECKER = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
OF_SVG_2 = ("paint-order", "vector-effect")
"""Properties that browsers know and the checker's list of CSS does not: those of SVG 2."""


def main() -> int:
    """Print what the checker found, one line for each kind of error with a place where it stands."""
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(Path(folder)) / "site"
        found = _check("--skip-non-html", str(site))
    assets = PROJECT / "templates" / "assets"
    found += _check("--css", *map(str, sorted(assets.glob("*.css"))))
    found += _check("--svg", *map(str, sorted(assets.glob("*.svg"))))
    kinds: dict[str, list[str]] = defaultdict(list)
    for message in found:
        kinds[message["message"]].append(f"{message['url']}:{message.get('lastLine', '')}")
    for text, places in kinds.items():
        print(f"{len(places)} times: {text} (first at {places[0]})")
    print(f"{len(found)} errors and warnings")
    return 1 if found else 0


def _check(*arguments: str) -> list[dict[str, str]]:
    command = ["java", "-Xss4m", "-jar", str(CHECKER), "--format", "json", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages: list[dict[str, str]] = json.loads(done.stderr)["messages"]
    known = {f"CSS: “{name}”: Property “{name}” doesn't exist." for name in OF_SVG_2}
    return [message for message in messages if message["message"] not in known]


if __name__ == "__main__":
    sys.exit(main())

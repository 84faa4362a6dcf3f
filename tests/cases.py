"""Cases of language rules, kept in Markdown so that anybody can add one: title, `.`, input, `.`, expected, `.`."""

from pathlib import Path


def read_cases(path: Path) -> list[tuple[int, str, str, str]]:
    """Give line number, title, input and expected result of each case; what stands between cases is comment."""
    cases: list[tuple[int, str, str, str]] = []
    lines = path.read_text(encoding="utf-8").split("\n")
    dots = [number for number, line in enumerate(lines) if line == "."]
    if len(dots) % 3:
        message = f"{path}: a case has three lines of a single dot; one is missing or too many"
        raise ValueError(message)
    for first, second, third in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
        given, expected = "\n".join(lines[first + 1 : second]), "\n".join(lines[second + 1 : third])
        cases.append((first, lines[first - 1], given, expected))
    return cases

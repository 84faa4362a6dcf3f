"""Time stamps: the day in what files write of their publication, as EDTF."""

import re
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})(?=$|[T\s])", re.ASCII)


def day(stamp: str | None) -> str | None:
    """Give the day of an ISO 8601 or RFC 5322 stamp where its publisher was; None where it is neither.

    A day that does not exist is given as it is, so that it is reported and not lost.
    """
    text = (stamp or "").strip()
    iso = _ISO.match(text)
    if iso:
        return "-".join(iso.groups())
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return text or None

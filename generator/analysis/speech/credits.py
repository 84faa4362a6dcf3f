"""What is known of one sentence, and the attribution that it makes."""

from dataclasses import dataclass, field

from generator.analysis.speech.outlets import outlet
from generator.analysis.speech.people import Speaker
from generator.model import Attribution


@dataclass(slots=True)
class Credit:
    """What is known of one sentence."""

    speaker: Speaker | None = None
    reported_by: str | None = None
    is_report: bool = False
    """Whether an outlet is the subject, so that `it` in the next sentence means the outlet."""
    quoted: dict[int, Speaker | None] = field(default_factory=dict)
    """Who says what is quoted, by the number of the quotation."""


def attribution(credit: Credit, publisher: str | None) -> Attribution | None:
    """Give a sentence's attribution; None for the reporter's own voice."""
    speaker = credit.speaker.words if credit.speaker is not None else None
    if speaker is None and credit.reported_by is None:
        return None
    is_outlet_itself = credit.reported_by is not None and speaker is not None and outlet(speaker) == credit.reported_by
    links = (publisher, credit.reported_by, None if is_outlet_itself else speaker)
    return Attribution(
        speaker=speaker,
        anonymous=credit.speaker is not None and credit.speaker.is_anonymous,
        reported_by=credit.reported_by,
        chain=tuple(link for link in links if link is not None),
    )

"""What looks like a date and is none: things with a number, what is counted, proper names that hold a day."""

from typing import Final

from generator.analysis.dates.words import compiled

_COUNTED: Final = (
    "people others soldiers troops men women children kids jobs workers employees staff homes houses tonnes tons"
    " kilometers"
    " kilometer kilometres kilometre km mile miles meter meters metre metres feet foot ft hp kg pounds dollars"
    " euros yen won"
    " yuan units vehicles missiles rounds drones barrels megawatt megawatts MW words pages calories hours GMT BST"
    " EDT EST CET"
    " UTC hrs acres hectares rpm points votes seats students pupils patients cases deaths members protesters"
    " demonstrators"
    " residents families passengers customers volunteers spectators refugees migrants officers personnel shares copies"
    " tickets guests delegates companies firms businesses farms schools teachers nurses doctors beds places doses"
    " tests times"
    " years months weeks days minutes sqm percent million billion trillion a.m p.m am pm"
)
_BETWEEN: Final = (
    "more other new extra additional foreign armed active US American British Australian Russian Ukrainian Chinese"
    " local"
    " young metric square cubic nautical per"
)
COUNTED: Final = (
    rf" (?:(?:{'|'.join(_BETWEEN.split())}) )?(?:{'|'.join(_COUNTED.split()).replace('.', '[.]')}|cent)(?!\w)"
)
"""What follows a number that counts: `2000 soldiers` and `May 20 people` hold no date."""
_NUMBERED: Final = (
    "Bus bus Gate gate Vision Agenda Expo Euro Project Windows Office Area Route Room Rooms room rooms Flight"
    " flight Chapter chapter"
    " chapters"
    " Section section sections Article article Resolution Bill Act Code Page Pages page pages No. Nos. No Number"
    " Boeing Airbus"
    " Model Highway Mk Mark Channel Unit Suite ISO BS Interstate Rule Form Order Directive Regulation Lot Type"
    " Horizon Runner"
    " Rs EUR USD GBP AUD JPY CHF Box Formula Battalion Nasdaq Russell Stoxx Topix Fortune Forbes Global Tel call phone"
    " Protocol Mercedes Catch Space"
)
_MEASURES: Final = (
    "more than", "fewer than", "less than", "as many as", "up to", "at least", "at most", "almost", "nearly", "roughly",
    "an estimated", "only", "some", "another", "worth", "over", "cost", "costs", "paid", "killed", "killing", "employs",
    "employing", "total of", "[Ff]light(?:,? [A-Z]{2})?",
)  # fmt: skip
NOT_BEFORE_YEAR: Final = compiled(
    r"(?:[\w$£€#¥@+*=./&][-–]?|\d |\b(?:"
    rf"{'|'.join(_NUMBERED.split()).replace('.', '[.]')}|{'|'.join(_MEASURES)}) )$"
)
"""What stands before four figures that are no year: currency, `Boeing`, `page`, `more than`."""
NOT_AFTER_YEAR: Final = compiled(r"[-–]?\w|[.,:]\d|%| \d{3}\b|-\d|/\d|°")
STREET: Final = compiled(r"(?: [A-Z][\w.]+){1,3} (?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Lane|Way)\b")
_HELD_DAYS: Final = (
    "Black Good Super Ash Palm Bloody Cyber Sheffield Ruby Man Freaky Whit Shrove Maundy Holy Giving Spy Fat Big Easter"
    " Casual Meatless Stormy Happy Joe Blue Pancake Manic"
)
NAME_BEFORE_DAY: Final = compiled(rf"\b(?:{'|'.join(_HELD_DAYS.split())}|Mail on|Any Given|Small Business) $")
"""`Black Friday`, `Sheffield Wednesday`."""
_AFTER_DAYS: Final = (
    "Times Telegraph Mirror Herald Post Express Mail Star Sun World Independent Review Age People Club Group Island"
    " Harbor"
    " School Tribune Mass school"
)
NAME_AFTER_DAY: Final = compiled(
    rf" (?:{'|'.join(_AFTER_DAYS.split())}|Evening Post|Night (?:Live|Football|Fever|Lights)|Business Post"
    rf"|the 13th(?! of))\b|s\b"
)
"""`Sunday Times`; and the plural: `Sundays`."""

"""Words that hedge and words that deny, in families whose members may stand for one another. General English.

`*` at the end of a word stands for any ending. Longer entries are looked for before shorter ones, so that
`not only` denies nothing. To mend the guard, add a word to the family that means the same.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Words of one meaning."""

    name: str
    words: tuple[str, ...]
    """Each of them must not be dropped; spelled out, without `*`."""
    also: tuple[str, ...] = ()
    """May stand for the words, and may be dropped."""
    accepts: tuple[str, ...] = ()
    """Other families whose words may stand for these, because they claim no more."""


HARMLESS = (
    "not only", "not least", "not to mention", "not just", "no doubt", "no fewer than", "no less than",
    "no more than", "not more than", "no matter", "no one else", "some time", "some kind", "some sort", "some day",
    "if not", "if any", "as if", "even if", "what if", "last but not least", "why not", "or not", "once again",
)  # fmt: skip
"""Phrases that hold a hedge or a negation and are none."""

FAMILIES = (
    Family(
        name="possible",
        words=(
            "may", "might", "could", "perhaps", "maybe", "possible", "possibly", "potential", "potentially",
            "possibility", "cannot rule out", "cannot exclude", "not ruled out", "did not rule out", "not rule out",
            "not excluded", "conceivably",
        ),
        also=(
            "can", "would be able to", "was able to", "in question", "room for", "chance", "risk*",
            "raise* the prospect",
        ),
        accepts=("likely", "considering", "seeming", "uncertain"),
    ),
    Family(
        name="likely",
        words=(
            "likely", "probably", "probable", "expected", "expects", "expect", "expecting", "anticipates",
            "anticipated", "presumably", "in all likelihood",
        ),
        also=(
            "foresee*", "foresaw", "forecast*", "predict*", "projected", "is to", "was to", "are to", "were to",
            "should", "due to", "scheduled", "set to", "on course", "expectation*", "estimate*", "look* set",
        ),
        accepts=("possible", "intending", "considering", "seeming", "uncertain"),
    ),
    Family(
        name="intending",
        words=(
            "plans to", "plan to", "planned to", "planning to", "plans for", "intends", "intend", "intended",
            "intending", "aims", "aimed to", "aiming to", "hopes", "hope to", "hoped", "hoping", "seeks to",
            "seeking to", "wants", "wanted to", "proposed", "proposes", "proposal", "threatened", "threatens",
            "would like", "interested", "wishes to", "intention",
        ),
        also=(
            "plan", "plans", "planned", "is to", "was to", "are to", "were to", "meant to", "meant", "mean to",
            "designed to", "due to", "scheduled", "set to", "seek*", "sought", "aim", "aiming", "want", "wanted",
            "wish", "wished", "ready to", "prepared to", "bid*", "hope", "interest", "goal", "target", "purpose",
            "propos*", "threat*", "ambition*", "willing*", "offer*", "call* for", "ask* for", "asked", "not yet",
            "yet to",
        ),
        accepts=("possible", "likely", "considering"),
    ),
    Family(
        name="considering",
        words=(
            "considering", "considers", "consider", "under consideration", "weighing", "weighs", "weighed", "weigh",
            "exploring", "explores", "explore", "explored", "examining", "looking at", "looking into", "mulling",
            "mulls", "studying", "in talks", "in early talks", "contemplating", "debating", "discussing",
        ),
        also=(
            "consider*", "not decided", "undecided", "no decision", "yet to decide", "had not decided",
            "decide whether", "decide on", "examin*", "stud*", "mull*", "look* at", "look* into", "talks",
            "discuss*", "explor*", "contemplat*", "debat*", "assess*", "review*", "evaluat*", "interested",
            "toy* with", "open to", "whether", "thinking about", "think* of", "pros and cons", "an option",
            "options", "not settled", "consideration",
        ),
        accepts=("possible", "uncertain"),
    ),
    Family(
        name="alleged",
        words=(
            "alleged", "allegedly", "allege", "alleges", "accused", "accuse", "accuses", "suspected", "suspects",
            "reportedly", "believed", "thought to", "said to", "supposedly", "claimed", "claims", "purported",
            "purportedly", "apparently", "rumoured", "rumored", "presumed",
        ),
        also=(
            "allegation*", "accus*", "suspicion*", "suspect*", "believe*", "thought", "thinks", "think", "charge*",
            "claim*", "according to", "is said", "was said", "reported", "reports", "in the view", "in its view",
            "contend*",
        ),
        accepts=("possible", "likely", "seeming", "uncertain"),
    ),
    Family(
        name="seeming",
        words=(
            "appear to", "appears to", "appeared to", "seem to", "seems to", "seemed to", "suggest", "suggests",
            "suggested", "suggesting", "indicates", "indicated", "indicate",
        ),
        also=(
            "appear*", "seem*", "sign of", "signs of", "point* to", "hint*", "indication*", "suggestion*",
            "look* like",
        ),
        accepts=("possible", "likely", "alleged", "uncertain"),
    ),
    Family(
        name="almost there",
        words=("close to", "on the verge of", "on the brink of", "on the point of", "nearing", "edging towards"),
        also=("nearly", "almost", "about to", "near", "all but", "close", "not yet", "yet to"),
        accepts=("possible", "likely", "considering", "intending"),
    ),
    Family(
        name="uncertain",
        words=(
            "uncertain", "unclear", "unconfirmed", "tentative", "tentatively", "preliminary", "provisional",
            "provisionally",
        ),
        also=(
            "unknown", "not known", "not clear", "not certain", "not confirmed", "not established", "open question",
            "whether", "no certainty", "doubt*", "unsure", "remain* to be seen", "did not know", "preliminar*",
        ),
        accepts=("possible",),
    ),
    Family(
        name="condition",
        words=(
            "if", "unless", "provided", "providing", "subject to", "pending", "on condition that", "on condition of",
            "as long as", "contingent on", "conditional on", "depending on", "depends on", "assuming",
        ),
        also=(
            "once", "whether", "condition*", "until", "hinge*", "only if", "only when", "depend*", "need*", "yet to",
            "in case", "require*",
        ),
    ),
    Family(
        name="part",
        words=(
            "some", "some of", "most of", "several of", "many of", "part of", "parts of", "a number of", "a few of",
            "mostly",
        ),
        also=(
            "several", "many", "a few", "few", "majority", "most", "minority", "certain", "among", "partly",
            "in part", "partial*", "sections of", "not all", "more than half", "various", "a group of",
            "a handful of", "half", "of the",
        ),
    ),
    Family(
        name="unnamed",
        words=(
            "unnamed", "anonymous", "anonymously", "anonymity", "condition of anonymity",
            "on condition of anonymity", "unidentified", "not named", "not be named", "not to be named",
            "not want to be named", "not identified", "not be identified", "not to be identified",
            "not want to be identified", "declined to be named", "declined to be identified",
            "sources it did not name", "officials it did not name", "people it did not name",
            "sources it does not name", "officials it does not name", "whom it did not name", "requested anonymity",
            "not authorised to", "not authorized to", "not allowed to speak", "if she were named",
            "if he were named", "if they were named", "to avoid being named",
        ),
        also=(
            "familiar with", "with knowledge of", "not naming", "without naming", "whose name", "name* withheld",
            "unattributed", "identity", "refused to be named", "refused to be identified", "did not give *name*",
        ),
    ),
    Family(
        name="denial",
        words=(
            "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "won't", "can't", "couldn't",
            "wouldn't", "hasn't", "haven't", "hadn't", "shouldn't",
            "not", "no", "never", "none", "neither", "nor", "cannot", "without", "nobody", "no one", "nothing",
            "nowhere", "yet to", "failed to", "fails to", "fail to", "refused", "refuses", "refuse", "rejected",
            "rejects", "ruled out", "rules out", "rule out", "denied", "denies", "declined", "declines", "unable to",
            "unlikely", "no longer", "hardly", "scarcely", "unclear", "unaware",
        ),
        also=(
            "deny", "den*", "exclude*", "excluding", "except", "exception", "apart from", "other than", "against",
            "reject*", "refus*", "declin*", "fail*", "lack*", "absen*", "avoid*", "oppos*", "unknown", "unable",
            "acquit*", "cleared", "clears", "clear of", "uncertain", "unsettled", "undecided", "unchanged",
            "withheld", "kept", "keep*", "instead", "rather than", "short of", "stop*", "prevent*", "block*",
            "barred", "ban*", "unwilling", "too early", "too soon", "no earlier than", "not before", "no later than",
            "only", "barely", "few", "little", "free of", "missed", "unfinished", "impossible", "turned down",
            "voted down", "left out", "left off", "leaves out", "spared", "exempt*", "dismiss*", "secret", "doubt*",
            "unconfirmed", "unhurt", "unharmed",
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Words before or after an amount that say how exact it is."""

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...] = ()


BOUNDS = (
    Bound(
        name="about",
        before=(
            "about", "around", "some", "roughly", "approximately", "nearly", "almost", "close to", "just under",
            "just over", "slightly more than", "slightly over", "a little more than", "a little over", "just above",
            "an estimated", "estimated", "in the region of", "something like", "more or less", "circa", "near",
            "nearing", "approaching", "just short of", "an average of", "estimated at", "about half of",
        ),
        after=("or so", "or thereabouts", "approximately", "roughly"),
    ),
    Bound(
        name="at least",
        before=(
            "at least", "more than", "over", "no fewer than", "no less than", "not less than", "a minimum of",
            "upwards of", "in excess of", "exceeding", "exceeded", "above", "just over", "slightly more than",
            "slightly over", "a little more than", "a little over", "just above", "well over", "not fewer than",
            "passed", "topped",
        ),
        after=("or more", "at least", "at a minimum", "and more", "or higher", "or older", "and over"),
    ),
    Bound(
        name="up to",
        before=(
            "up to", "as many as", "as much as", "at most", "no more than", "not more than", "a maximum of",
            "less than", "fewer than", "under", "below", "until", "just under", "just short of", "as high as",
            "anything up to",
        ),
        after=("or less", "or fewer", "at most", "at the most", "or under", "or younger"),
    ),
)  # fmt: skip
"""A word that stands in two bounds can be kept by either."""

DURATIONS = ("year", "month", "week", "day", "decade", "summer", "winter", "weekend", "period")
"""`over five years` says how long, not how much more."""

SPEAKERS = (
    "official", "officials", "diplomat", "diplomats", "source", "sources", "aide", "aides", "executive",
    "executives", "adviser", "advisers", "insider", "insiders", "person familiar", "people familiar", "anybody",
    "officer", "officers",
)  # fmt: skip
"""Those whom articles leave unnamed."""

BREAKS = ("but", "though", "although", "while", "whereas", "because", "which", "who", "whom", "adding", "and that")
"""Words that begin a new clause."""

SPEAKING = (
    "said", "says", "told", "suggested", "suggests", "indicated", "indicates", "announced", "warned", "according to",
    "added", "claimed", "claims", "alleged", "alleges", "reported", "wrote",
)  # fmt: skip
"""Verbs of clauses that only tell who speaks."""

FUNCTION_WORDS = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "such", "each", "every", "any", "all", "both", "other",
    "another", "own", "same", "and", "or", "nor", "but", "so", "if", "unless", "than", "then", "as", "of", "in", "on",
    "at", "by", "for", "from", "to", "into", "onto", "with", "within", "without", "about", "over", "under", "after",
    "before", "between", "among", "during", "until", "till", "since", "per", "via", "up", "down", "out", "off", "near",
    "against", "through", "across", "i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her",
    "it", "its", "they", "them", "their", "who", "whom", "whose", "which", "what", "when", "where", "why", "how",
    "there", "here", "be", "is", "are", "was", "were", "been", "being", "am", "has", "have", "had", "having", "do",
    "does", "did", "done", "doing", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "not",
    "no", "yet", "also", "too", "very", "just", "only", "even", "still", "already", "some", "more", "most", "much",
    "many", "few", "said", "say", "says", "saying", "told", "tell", "tells", "added", "adds", "according", "whether",
    "again", "now", "one", "soon", "once", "while", "because", "though", "although", "however", "cent",
    "percent", "mr", "mrs", "ms", "dr", "get", "got", "go", "going", "make", "made", "take", "year", "month",
    "week", "day", "today", "yesterday", "tomorrow", "last", "next", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september",
    "october", "november", "december",
})  # fmt: skip
"""Words that do not tell what a clause is about."""

IRREGULAR = (
    "become became", "begin began begun", "break broke broken", "bring brought", "build built", "buy bought",
    "catch caught", "choose chose chosen", "come came", "deal dealt", "decide decision", "draw drew drawn",
    "drive drove driven", "eat ate eaten", "fall fell fallen", "feel felt", "fight fought", "find found",
    "flee fled", "fly flew flown", "forbid forbade forbidden", "freeze froze frozen", "give gave given",
    "grow grew grown", "hear heard", "hide hid hidden", "hold held", "keep kept", "know knew known", "lead led",
    "leave left", "lend lent", "lose lost", "mean meant", "meet met", "pay paid", "ride rode ridden", "rise rose risen",
    "run ran", "see saw seen", "seek sought", "sell sold", "send sent", "shoot shot", "show shown", "sink sank sunk",
    "speak spoke spoken", "spend spent", "stand stood", "steal stole stolen", "strike struck", "swear swore sworn",
    "teach taught", "think thought", "throw threw thrown", "understand understood", "win won",
    "withdraw withdrew withdrawn", "write wrote written",
)  # fmt: skip
"""Words whose forms share no beginning: the form first to which the others are brought."""

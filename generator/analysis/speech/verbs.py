"""Verbs that report speech, by how sure a sign they are. Plain lists; the forms are made from them."""

import re

from generator.analysis.speech.lists import listed

_SAYING = """
say:said
"""
"""Credit their subject whatever follows."""

_TELLING = "tell:told ask:asked"
"""Credit their subject where words are told, not an act: `told him to go`."""

_CLAIMING = """
add:added announce:announced answer:answered argue:argued assert:asserted claim:claimed comment:commented
complain:complained concede:conceded conclude:concluded confirm:confirmed contend:contended counter:countered
declare:declared disclose:disclosed emphasise:emphasised emphasize:emphasized estimate:estimated explain:explained
fear:feared find:found forecast:forecast hint:hinted imply:implied indicate:indicated insist:insisted joke:joked
maintain:maintained mention:mentioned note:noted observe:observed opine:opined point:pointed predict:predicted
quip:quipped reason:reasoned recall:recalled reckon:reckoned reiterate:reiterated remark:remarked repeat:repeated
reply:replied report:reported respond:responded retort:retorted reveal:revealed show:showed signal:signalled
signal:signaled state:stated stress:stressed suggest:suggested suspect:suspected swear:swore testify:testified
think:thought underline:underlined underscore:underscored urge:urged vow:vowed pledge:pledged promise:promised
warn:warned wonder:wondered write:wrote acknowledge:acknowledged admit:admitted affirm:affirmed
agree:agreed allege:alleged believe:believed boast:boasted caution:cautioned charge:charged deny:denied
expect:expected interject:interjected lament:lamented plead:pleaded project:projected protest:protested
recount:recounted rule:ruled tweet:tweeted post:posted volunteer:volunteered exclaim:exclaimed tout:touted
read:read advise:advised demand:demanded inform:informed assure:assured propose:proposed
"""
"""Credit their subject where a statement follows: a quotation, `that`, a clause."""

_LABELLING = """
cite:cited call:called describe:described dismiss:dismissed brand:branded label:labelled label:labeled
denounce:denounced condemn:condemned hail:hailed praise:praised characterise:characterised term:termed
characterize:characterized
dub:dubbed deem:deemed blast:blasted slam:slammed criticise:criticised criticize:criticized decry:decried
deride:derided refer:referred speak:spoke portray:portrayed put:put blame:blamed lambast:lambasted accuse:accused
mock:mocked welcome:welcomed want:wanted promise:promised vow:vowed pledge:pledged deplore:deplored reject:rejected
defend:defended compare:compared liken:likened express:expressed voice:voiced offer:offered issue:issued sign:signed
attribute:attributed rate:rated urge:urged compliment:complimented refuse:refused apologise:apologised
apologize:apologized
"""
"""Credit their subject where a quotation follows (`called it "…"`)."""

_UTTERING = """
agree:agreed begin:began begin:begin conclude:concluded continue:continued cry:cried declare:declared demand:demanded
exclaim:exclaimed gasp:gasped go:went grin:grinned growl:growled grumble:grumbled holler:hollered joke:joked
laugh:laughed marvel:marvelled marvel:marveled muse:mused mutter:muttered nod:nodded offer:offered chuckle:chuckled
plead:pleaded pray:prayed quip:quipped read:read recite:recited roar:roared scoff:scoffed scream:screamed shout:shouted
shrug:shrugged sigh:sighed smile:smiled snap:snapped sniff:sniffed sob:sobbed sing:sang stammer:stammered
thunder:thundered urge:urged wail:wailed whisper:whispered yell:yelled chant:chanted bark:barked beg:begged
interrupt:interrupted inquire:inquired enquire:enquired wisecrack:wisecracked chime:chimed venture:ventured
enthuse:enthused gush:gushed rejoin:rejoined fume:fumed drawl:drawled remember:remembered reminisce:reminisced
intone:intoned advise:advised text:texted email:emailed summarise:summarised summarize:summarized blog:blogged
blurt:blurted crow:crowed deadpan:deadpanned echo:echoed elaborate:elaborated hiss:hissed implore:implored
lecture:lectured proclaim:proclaimed pronounce:pronounced ruminate:ruminated scold:scolded tease:teased
"""
"""Credit their subject where they stand next to a quotation."""

_WARNING = "warn:warned accuse:accused"
"""Credit their subject whatever follows: the act itself is speech with content."""


def _forms(listed: str) -> frozenset[str]:
    found: set[str] = set()
    for entry in listed.split():
        base, _, past = entry.partition(":")
        stem = base.removesuffix("e")
        third = base[:-1] + "ies" if re.search("[^aeiou]y$", base) else base + "s"
        third = base + "es" if re.search("(?:s|sh|ch|x|o)$", base) else third
        found |= {base, past, third, stem + "ing"}
    return frozenset(found)


SAYING = _forms(_SAYING)
TELLING = _forms(_TELLING)
CLAIMING = _forms(_CLAIMING)
LABELLING = _forms(_LABELLING)
UTTERING = _forms(_UTTERING) | CLAIMING | SAYING | TELLING
SURE = _forms(_WARNING)
REPORTING = SAYING | TELLING | CLAIMING | LABELLING | UTTERING | SURE

CLAUSE_TAKING = _forms("""
argue:argued assert:asserted claim:claimed insist:insisted believe:believed estimate:estimated predict:predicted
suggest:suggested conclude:concluded allege:alleged stress:stressed acknowledge:acknowledged concede:conceded
admit:admitted reckon:reckoned contend:contended think:thought fear:feared find:found warn:warned complain:complained
deny:denied explain:explained note:noted show:showed reveal:revealed announce:announced confirm:confirmed add:added
hope:hoped maintain:maintained state:stated forecast:forecast signal:signaled signal:signalled report:reported
indicate:indicated declare:declared expect:expected reply:replied recall:recalled pledge:pledged promise:promised
""")
"""Those of CLAIMING after which `that` is often left out."""

SHOWING = _forms("show:showed find:found suggest:suggested indicate:indicated reveal:revealed imply:implied read:read")
"""Things do so as well as people."""

BELIEVING = listed("""
expect expects fear fears believe believes predict predicts reckon reckons forecasts think thinks
""")
"""In the present tense their object is what somebody holds to be so: `He expects the first cut in May`."""

INTRODUCING = _forms("""
say:said ask:asked add:added write:wrote tell:told reply:replied answer:answered explain:explained state:stated
comment:commented tweet:tweeted post:posted continue:continued declare:declared read:read note:noted warn:warned
respond:responded shout:shouted announce:announced conclude:concluded recall:recalled quip:quipped joke:joked
""")
"""Those after which a colon opens the words themselves."""

PARTICIPLES = frozenset(form for form in REPORTING if form.endswith("ing"))
PAST = frozenset(
    part.partition(":")[2] for part in (_SAYING + _TELLING + " " + _CLAIMING + _LABELLING + _UTTERING).split()
)
"""May also be passive participles: `was told`, `is expected`."""

BE = listed("is are was were be been being am 's 're isn't wasn't aren't weren't get gets got")
HAVE = listed("has have had having 's 've 'd hasn't haven't hadn't")
MODAL = listed("will would can could may might must should shall did does do 'll 'd")
NEGATION = listed("not never neither nor n't cannot without")
AUXILIARY = BE | HAVE | MODAL
FINITE = AUXILIARY | listed("became remains remained needs need wants gets made makes takes took came went")
ADVERBS = listed("""
also later then once again ever often even still first earlier yesterday today now just only simply since already
previously recently repeatedly further rather always sometimes however himself herself itself themselves too
reportedly soon twice himself, long merely on
""")

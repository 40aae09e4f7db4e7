"""The words by which a note in note form is understood. What is not in these lists is quoted, not guessed."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """Return the words of a list as a set."""
    return frozenset(text.split())


ARTICLES = words_of("the a an")

POSSESSIVES = words_of("my our your his her their its")

NUMBERS = words_of(
    "two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty "
    "fifty sixty hundred dozen several some many few"
)

DETERMINERS = (
    ARTICLES | POSSESSIVES | NUMBERS | words_of("all another every each any no this that these those")
)

PREPOSITIONS = words_of(
    "of in for with at on from to about by near after before between into over under against as via without "
    "through during around across behind beyond since until towards within outside inside beside per"
)

ADVERBS = words_of(
    "still now just recently currently already soon maybe perhaps possibly probably finally also not never "
    "always "
    "often sometimes really actually mostly seriously slowly nearly almost newly apparently"
)

WH = words_of("how what when where why who whom which whose whether if")

BE = words_of("is are was were am be isn't aren't wasn't weren't")

AUXILIARIES = BE | words_of(
    "has have had will would can could might may should must does do did won't wouldn't can't couldn't "
    "shouldn't doesn't don't didn't hasn't haven't hadn't cannot 's 're 'll 'd 've"
)

THIRD_PERSON = words_of("he she they him them himself herself themselves themself hers theirs his her their")

GOING = {
    "wants": "wanted",
    "needs": "needed",
    "hopes": "hoped",
    "plans": "planned",
    "intends": "intended",
    "aims": "aimed",
    "tries": "were trying",
    "considers": "were considering",
    "wishes": "wished",
    "expects": "expected",
    "looks": "were looking",
    "hires": "were hiring",
    "prepares": "were preparing",
    "searches": "were searching",
    "seeks": "were looking for",
    "trains": "were training",
    "moves": "were moving",
    "raises": "were raising",
    "renovates": "were renovating",
    "learns": "were learning",
    "studies": "were studying",
    "applies": "were applying",
}
"""Things under way, as they are reported: 'wants' becomes 'wanted'."""

OPINION = {
    "thinks": "think",
    "believes": "believe",
    "doubts": "doubt",
    "prefers": "prefer",
    "finds": "find",
    "says": "say",
    "worries": "worry",
    "wonders": "wonder",
}
"""Views, which are still held or not."""

STATE = {
    "asks": "ask",
    "lives": "live",
    "works": "work",
    "knows": "know",
    "likes": "like",
    "loves": "love",
    "enjoys": "enjoy",
    "speaks": "speak",
    "plays": "play",
    "runs": "run",
    "leads": "lead",
    "owns": "own",
    "teaches": "teach",
    "writes": "write",
    "sails": "sail",
    "cycles": "cycle",
    "swims": "swim",
    "sings": "sing",
    "paints": "paint",
    "cooks": "cook",
    "bakes": "bake",
    "reads": "read",
    "collects": "collect",
    "volunteers": "volunteer",
    "organises": "organise",
    "organizes": "organize",
    "manages": "manage",
    "mentors": "mentor",
    "advises": "advise",
    "invests": "invest",
    "builds": "build",
    "makes": "make",
    "sells": "sell",
    "keeps": "keep",
    "follows": "follow",
    "misses": "miss",
    "commutes": "commute",
    "travels": "travel",
    "comes": "come",
    "grew": "grew",
    "hosts": "host",
    "heads": "head",
    "chairs": "chair",
    "gets": "get",
    "goes": "go",
    "does": "do",
    "has": "have",
    "starts": "start",
    "joins": "join",
    "finishes": "finish",
    "launches": "launch",
    "opens": "open",
    "takes": "take",
    "gives": "give",
    "brings": "bring",
    "uses": "use",
    "helps": "help",
    "supports": "support",
    "coaches": "coach",
    "designs": "design",
    "grows": "grow",
    "cares": "care",
    "dreams": "dream",
    "sits": "sit",
    "lectures": "lecture",
    "brews": "brew",
    "hikes": "hike",
    "climbs": "climb",
    "rows": "row",
    "skis": "ski",
    "surfs": "surf",
    "dances": "dance",
    "knits": "knit",
}
"""Habits and states; their plain form."""

NOUN_TOO = words_of(
    "plans needs hopes works moves starts runs looks trains studies leads heads chairs cycles designs hosts "
    "plays reads cooks paints helps supports coaches opens mentors uses takes travels dreams doubts worries "
    "wonders finds aims launches says raises searches cares volunteers lectures hikes rows climbs dances"
)
"""Third-person verbs that are plural nouns as well; a verb only before an object or its preposition."""

VERB_PREPOSITIONS = {
    "works": words_of("at on for in with as from"),
    "looks": words_of("for at into after"),
    "leads": frozenset(),
    "studies": words_of("at in with for"),
    "plays": words_of("in for with at"),
    "moves": words_of("to into back"),
    "runs": words_of("in with"),
    "trains": words_of("for with in"),
    "hopes": words_of("to"),
    "plans": words_of("to"),
    "aims": words_of("to"),
    "cares": words_of("about for"),
    "worries": words_of("about that"),
    "wonders": words_of("whether if how about what"),
    "travels": words_of("to in with"),
    "volunteers": words_of("at for with in"),
    "dreams": words_of("of about"),
    "doubts": words_of("that whether"),
    "says": words_of("that"),
    "searches": words_of("for"),
    "lectures": words_of("on at in about"),
    "mentors": words_of("at for in"),
    "coaches": words_of("at for in"),
}

PAST = words_of(
    "moved started joined launched finished published opened sold bought got found became began won wrote "
    "built "
    "made took went came saw ran led taught grew spent hired raised changed switched returned visited "
    "travelled "
    "traveled completed graduated adopted planted renovated founded cofounded co-founded signed landed "
    "received "
    "submitted presented spoke organised organized hosted learned learnt stopped decided tried planned "
    "wanted "
    "hoped worked lived studied enjoyed liked loved met closed shipped released secured turned passed gave "
    "handed picked set released merged acquired extended relocated retrained qualified climbed sailed cycled "
    "swam walked heard discovered left bid settled swapped retired"
)
"""Simple past of things that people do."""

TOLD_ME = words_of(
    "recommended suggested asked offered advised invited introduced showed explained shared lent sent warned"
)
"""What somebody did in talking; 'you told me that you' would be wrong before these."""

ATTITUDE = words_of(
    "interested excited keen curious busy happy proud ready free open sure unsure into optimistic sceptical "
    "skeptical new glad fond fascinated worried concerned nervous undecided torn"
)
"""Adjectives after 'you were'."""

PLACED = words_of("based born married")
"""Participles after 'you are'."""

PASSIVE = words_of(
    "promoted elected accepted nominated invited appointed awarded shortlisted selected admitted engaged "
    "headhunted chosen named"
)
"""Participles after 'you were', for things that happened to somebody."""

GERUNDS = words_of(
    "hiring moving looking building writing training planning raising learning preparing organising "
    "organizing "
    "considering thinking searching applying studying launching starting setting opening closing finishing "
    "renovating buying selling trying working leaving joining switching changing taking going getting making "
    "running teaching growing doing reading recruiting expanding designing developing testing finding "
    "rebuilding "
    "restoring translating editing recording rehearsing relocating retraining returning travelling traveling "
    "visiting waiting negotiating pitching talking speaking presenting giving helping mentoring advising "
    "coaching hosting publishing exploring experimenting playing practising practicing struggling juggling "
    "managing leading migrating rewriting replacing converting planting brewing baking knitting sewing "
    "painting curating filming cutting saving investing fundraising bidding drafting revising interviewing "
    "deciding debating wondering hoping dreaming seeking expecting completing submitting defending commuting "
    "adopting fostering piloting scaling rolling merging spinning toying aiming bringing coming wanting "
    "needing "
    "using keeping putting turning walking cycling sailing climbing swimming hiking rowing skiing cooking "
    "settling sorting stepping trialling collecting importing exporting"
)
"""-ing words that begin what somebody is doing."""

AFTER_VERB = (
    ARTICLES
    | POSSESSIVES
    | NUMBERS
    | words_of(
        "to for into up out off back more new another from some people on about with towards over around "
        "through "
        "down away how whether whole his her their something somewhere somebody someone between whatever "
        "in at "
        "this that all both by as and house home abroad solo alone together again hard"
    )
)
"""Words behind an -ing word that make it a verb and not part of a noun."""

FINITE = (
    AUXILIARIES
    | frozenset(GOING) - NOUN_TOO
    | frozenset(OPINION) - NOUN_TOO
    | words_of(
        "said says thinks went goes gets got wants wanted needs needed started starts began begins became "
        "becomes "
        "came comes left leaves took takes made makes gave gives won wins lives loves likes knows knew "
        "moved bought "
        "sold joined launched finished happened happens failed fails passed works worked rejected approved "
        "decided "
        "told asked keeps kept turned looks looked seems seemed feels felt means meant broke breaks grew "
        "ran opened "
        "closed changed stopped signed agreed accepted refused delayed postponed cancelled canceled "
        "arrived arrives"
    )
)
"""Verbs that make a sentence of what begins like a noun."""

TELLING = words_of(
    "invite bring tell show offer share give mention remind introduce suggest propose discuss send lend "
    "forward pass return recommend compare swap explain invite connect thank point put write call meet visit "
    "help talk speak look read find arrange organise organize book set get make try check review test draft "
    "prepare print copy add join buy pay email message phone ring introduce intro update follow ask let "
    "congratulate wish catch plan"
)
"""Verbs that begin what you mean to do yourself."""

DITRANSITIVE = words_of("send give show lend bring get buy tell forward email write pass teach read")
"""Verbs that take 'you' before what is given."""

FOREIGN = words_of(
    "der und nach für mit ein eine einen nicht auch ist sind wird vom zum zur beim auf aus bei von über "
    "les des du et pour avec une dans sur sont elle il nous vous chez aux el los las una con por del "
    "está ella uno na um uma dos das com não lo gli di che sta nel della dei"
)
"""Words that show a note to be in another language; such a note is quoted as it is."""

UNSUITABLE = words_of(
    "n/a na none nothing tbd todo unknown ? - -- null nil undefined nan etc various misc see lol test asdf "
    "xxx esp inc incl weather"
) | {"the weather"}
"""Not facts."""

TOUCHES = words_of(
    "coffee lunch dinner breakfast brunch drinks drink beer tea call called calls phone zoom teams video "
    "chat chatted "
    "catch-up catchup caught met meeting meet email emailed e-mail mail mailed text texted message "
    "messaged messages "
    "dm ping pinged walk visit visited walked intro introductory quick short long brief bumped ran said "
    "hello hi saw "
    "went sat note letter postcard card reply replied linkedin whatsapp signal online virtual first second "
    "third "
    "follow-up weekly monthly annual spoke conversation talk workshop session demo interview panel swim "
    "morning afternoon great good nice lovely fun "
    "evening night day hour supper party rehearsal weekend picnic barbecue training run ride hike"
)
"""Words with which people log that they met, rather than what was said."""

THEIRS_PAST = words_of(
    "won finished published completed graduated released shipped grew founded just passed qualified closed "
    "built"
) - {"just"}
"""Past forms that in a log are theirs: your own you would not note about them."""

MINE_TOO = words_of(
    "met went visited saw walked climbed swam cycled sailed spoke presented worked sent gave showed asked "
    "offered "
    "introduced invited explained handed helped lent promised warned suggested recommended shared read "
    "heard advised"
)
"""What in a log without subject may have been done by either side."""

HOW_OFTEN = words_of(
    "first second third weekly monthly annual quick short long brief intro introductory online virtual "
    "note letter"
)
"""What stands before a kind of touch in a log ('quick call'), and before other things as well."""

BEGINNINGS = words_of(
    "moved started joined became began bought hired opened founded cofounded co-founded launched changed "
    "switched "
    "relocated adopted returned retired settled retrained turned set left acquired merged"
)
"""Past forms after which something goes on."""

HABITS = words_of(
    "works lives runs leads owns teaches writes organises organizes manages mentors volunteers hosts heads "
    "chairs collects "
    "coaches builds makes advises"
)
"""Third-person verbs of what one came to do."""

DEEDS = words_of(
    "go come keep take have do stop start wait watch sign vote pick drop hold speak listen think work come"
)
"""Further verbs that begin a promise."""

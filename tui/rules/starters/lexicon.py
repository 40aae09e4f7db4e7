"""The words by which a note in note form is understood. What is not in these lists is quoted, not guessed."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _words("the a an")
POSSESSIVES = _words("my our your his her their its")
NUMBERS = _words(
    "two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty "
    "fifty sixty hundred dozen several some many few"
)
DETERMINERS = ARTICLES | POSSESSIVES | NUMBERS | _words("all another every each any no this that these those")
PREPOSITIONS = _words(
    "of in for with at on from to about by near after before between into over under against as via without "
    "through during around across behind beyond since until towards within outside inside beside per"
)
ADVERBS = _words(
    "still now just recently currently already soon maybe perhaps possibly probably finally also not never always "
    "often sometimes really actually mostly seriously slowly nearly almost newly apparently"
)
WH = _words("how what when where why who whom which whose whether if")

BE = _words("is are was were am be isn't aren't wasn't weren't")
AUXILIARIES = BE | _words(
    "has have had will would can could might may should must does do did won't wouldn't can't couldn't "
    "shouldn't doesn't don't didn't hasn't haven't hadn't cannot 's 're 'll 'd 've"
)
THIRD_PERSON = _words("he she they him them himself herself themselves themself hers theirs his her their")

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
}
"""Habits and states; their plain form."""

NOUN_TOO = _words(
    "plans needs hopes works moves starts runs looks trains studies leads heads chairs cycles designs hosts "
    "plays reads cooks paints helps supports coaches opens mentors uses takes travels dreams doubts worries "
    "wonders finds aims launches says raises searches cares volunteers"
)
"""Third-person verbs that are plural nouns as well; a verb only before an object or its preposition."""

VERB_PREPOSITIONS = {
    "works": _words("at on for in with as from"),
    "looks": _words("for at into after"),
    "leads": frozenset(),
    "studies": _words("at in with for"),
    "plays": _words("in for with at"),
    "moves": _words("to into back"),
    "runs": _words("in with"),
    "trains": _words("for with in"),
    "hopes": _words("to"),
    "plans": _words("to"),
    "aims": _words("to"),
    "cares": _words("about for"),
    "worries": _words("about that"),
    "wonders": _words("whether if how about what"),
    "travels": _words("to in with"),
    "volunteers": _words("at for with in"),
    "dreams": _words("of about"),
    "doubts": _words("that whether"),
    "says": _words("that"),
    "searches": _words("for"),
}

PAST = _words(
    "moved started joined launched finished published opened sold bought got found became began won wrote built "
    "made took went came saw ran led taught grew spent hired raised changed switched returned visited travelled "
    "traveled completed graduated adopted planted renovated founded cofounded co-founded signed landed received "
    "submitted presented spoke organised organized hosted learned learnt stopped decided tried planned wanted "
    "hoped worked lived studied enjoyed liked loved met closed shipped released secured turned passed gave "
    "handed picked set released merged acquired extended relocated retrained qualified climbed sailed cycled "
    "swam walked heard discovered left bid settled swapped retired"
)
"""Simple past of things that people do."""

TOLD_ME = _words(
    "recommended suggested asked offered advised invited introduced showed explained shared lent sent warned"
)
"""What somebody did in talking; 'you told me that you' would be wrong before these."""

ATTITUDE = _words(
    "interested excited keen curious busy happy proud ready free open sure unsure into optimistic sceptical "
    "skeptical new glad fond fascinated worried concerned nervous undecided torn"
)
"""Adjectives after 'you were'."""

PLACED = _words("based born married")
"""Participles after 'you are'."""

PASSIVE = _words(
    "promoted elected accepted nominated invited appointed awarded shortlisted selected admitted engaged "
    "headhunted chosen named"
)
"""Participles after 'you were', for things that happened to somebody."""

GERUNDS = _words(
    "hiring moving looking building writing training planning raising learning preparing organising organizing "
    "considering thinking searching applying studying launching starting setting opening closing finishing "
    "renovating buying selling trying working leaving joining switching changing taking going getting making "
    "running teaching growing doing reading recruiting expanding designing developing testing finding rebuilding "
    "restoring translating editing recording rehearsing relocating retraining returning travelling traveling "
    "visiting waiting negotiating pitching talking speaking presenting giving helping mentoring advising "
    "coaching hosting publishing exploring experimenting playing practising practicing struggling juggling "
    "managing leading migrating rewriting replacing converting planting brewing baking knitting sewing "
    "painting curating filming cutting saving investing fundraising bidding drafting revising interviewing "
    "deciding debating wondering hoping dreaming seeking expecting completing submitting defending commuting "
    "adopting fostering piloting scaling rolling merging spinning toying aiming bringing coming wanting needing "
    "using keeping putting turning walking cycling sailing climbing swimming hiking rowing skiing cooking "
    "settling sorting stepping trialling collecting importing exporting"
)
"""-ing words that begin what somebody is doing."""

AFTER_VERB = (
    ARTICLES
    | POSSESSIVES
    | NUMBERS
    | _words(
        "to for into up out off back more new another from some people on about with towards over around through "
        "down away how whether whole his her their something somewhere somebody someone between whatever in at "
        "this that all both by as and house home abroad solo alone together again hard"
    )
)
"""Words behind an -ing word that make it a verb and not part of a noun."""

COUNT = _words(
    "move trip marathon half-marathon triathlon race wedding job role position flat house apartment book "
    "thesis phd dissertation paper talk keynote startup start-up company project product launch round grant proposal deal "
    "pilot study course degree exam baby dog cat puppy garden kitchen renovation boat car bike team budget "
    "report conference workshop podcast blog newsletter show exhibition film documentary album band choir "
    "restaurant café cafe shop farm search hunt visa permit licence license contract merger acquisition reorg "
    "rollout roll-out migration website app prototype patent interview application promotion sabbatical holiday "
    "vacation relocation office studio lab factory plant bridge tender bid pitch demo release roadmap review "
    "audit survey experiment collaboration partnership community network event meet-up meetup hackathon "
    "festival concert tour match tournament season class programme program internship "
    "fellowship scholarship award prize nomination board committee foundation charity fund campaign strategy "
    "plan idea question challenge transition handover article chapter manuscript novel poem "
    "translation library museum garden allotment extension barn cottage cabin tent van motorbike scooter "
    " intro introduction link deck template spreadsheet checklist list map recipe photo recording "
    "video draft summary contact reference recommendation call coffee lunch dinner meeting visit appointment "
    "seminar lecture panel session slot poster invoice quote offer sample kit sensor device turbine grid battery "
    "reactor satellite robot drone engine platform tool library dataset model benchmark database server "
    "dashboard rewrite redesign rebrand refactoring spin-off spinoff exit ipo client customer investor founder "
    "cofounder co-founder mentor mentee colleague boss manager neighbour neighbor friend partner son daughter "
    "brother sister husband wife mother father nephew niece grandson granddaughter granny dad mum mom cousin "
    "intern successor predecessor assistant designer developer engineer lawyer accountant translator "
    "programmer researcher supervisor postdoc professor teacher tutor coach editor publisher agent "
    "producer director advisor adviser consultant recruiter freelancer student speaker sponsor supplier "
    "regulator architect electrician plumber builder photographer illustrator nanny babysitter technician "
    "analyst specialist expert scientist mechanic operator buyer tenant landlord flatmate roommate "
    "venue space room desk workspace seat ticket passport certificate loan mortgage pension bakery brewery "
    "vineyard orchard piano guitar violin cello instrument telescope bookcase sofa house-hunt newsroom magazine "
    "journal column series sequel trilogy script play musical exhibition gallery mural sculpture quilt "
    "clinic nursery kindergarten playground park reserve trail path hike ride regatta crossing "
    "expedition pilgrimage cruise road-trip interrail stopover conference-talk mess puzzle dispute "
    "situation decision pipeline system setup set-up framework protocol standard "
    "bill vote referendum petition summit forum hub incubator accelerator cohort bootcamp apprenticeship"
)
"""Things one can count: alone in a note they lack an article, and get 'the' (or 'a' when looked for)."""

MASS = _words(
    "funding money advice feedback help support work research education automation inflation immigration "
    "meditation management recruitment security electricity sustainability fatherhood motherhood parenthood "
    "climate energy water food wine coffee tea music art jazz rock opera theatre cinema photography poetry "
    "history philosophy science biology chemistry physics mathematics maths economics software hardware data "
    "ai ml rust python javascript typescript linux gardening fermentation sourdough bread chess yoga tennis "
    "football soccer rugby cricket basketball volleyball badminton golf judo karate pilates skiing sailing "
    "weather traffic housing childcare parenting travel fashion architecture design engineering medicine law "
    "finance accounting marketing sales logistics procurement agriculture forestry fishing tourism hospitality "
    "journalism literature fiction language grammar culture innovation leadership teamwork mentoring mentorship "
    "networking hiring onboarding homeschooling astronomy geology ecology "
    "biodiversity conservation recycling insulation ventilation hydrogen solar wind nuclear geothermal steel concrete "
    "timber wool silk pottery ceramics knitting embroidery woodwork carpentry bouldering birdwatching "
    "cryptography blockchain robotics quantum optics acoustics statistics analytics news stuff equipment "
    "infrastructure legislation compliance governance transparency diversity inclusion accessibility usability "
    "visibility credibility publicity press pr seo experience expertise knowledge access permission space time "
    " tech edtech fintech healthtech agritech cleantech genomics proteomics bioinformatics folklore "
    "storytelling improv comedy dance ballet salsa tango flamenco singing"
)
"""Things one can't count: no article needed."""

PLURALS = _words(
    "people kids children staff folks men women mice feet data alumni media criteria police cattle"
)
"""Plurals without an -s."""

NOT_PLURAL = _words(
    "is was has this his its us bus plus news series analysis basis business process progress address access "
    "success stress press boss class glass grass loss less mess focus campus status virus bonus census"
)
"""Words on -s that are no plural."""

PLURAL_FIRST = _words(
    "sales sports systems operations news arts customs communications analytics logistics politics economics "
    "physics mathematics robotics ceramics statistics optics acoustics genomics events admissions relations series "
    "business process access press business class glass"
)
"""Words on -s that stand before another noun."""

FINITE = (
    AUXILIARIES
    | frozenset(GOING) - NOUN_TOO
    | frozenset(OPINION) - NOUN_TOO
    | _words(
        "said says thinks went goes gets got wants wanted needs needed started starts began begins became becomes "
        "came comes left leaves took takes made makes gave gives won wins lives loves likes knows knew moved bought "
        "sold joined launched finished happened happens failed fails passed works worked rejected approved decided "
        "told asked keeps kept turned looks looked seems seemed feels felt means meant broke breaks grew ran opened "
        "closed changed stopped signed agreed accepted refused delayed postponed cancelled canceled arrived arrives"
    )
)
"""Verbs that make a sentence of what begins like a noun."""

RELATIONS = _words(
    "sister brother son daughter wife husband boss colleague friend partner mother father mum mom dad cofounder "
    "co-founder manager cousin niece nephew neighbour neighbor girlfriend boyfriend fiancé fiancée team brother-in-law "
    "sister-in-law twin twins kids children parents assistant intern student professor supervisor investor lawyer "
    "client landlord flatmate company board founder ceo cto daughter's son's"
)
"""Other people in a note, to whom 'she' or 'they' may refer."""

TELLING = _words(
    "invite bring tell show offer share give mention remind introduce suggest propose discuss send lend "
    "forward pass return recommend compare swap explain invite connect thank point put write call meet visit "
    "help talk speak look read find arrange organise organize book set get make try check review test draft "
    "prepare print copy add join buy pay email message phone ring introduce intro update follow ask let "
    "congratulate wish catch plan"
)
"""Verbs that begin what you mean to do yourself."""

DITRANSITIVE = _words("send give show lend bring get buy tell forward email write pass teach read")
"""Verbs that take 'you' before what is given."""

FOREIGN = _words(
    "der und nach für mit ein eine einen nicht auch ist sind wird vom zum zur beim auf aus bei von über "
    "les des du et pour avec une dans sur sont elle il nous vous chez aux el los las una con por del "
    "está ella uno na um uma dos das com não lo gli di che sta nel della dei"
)
"""Words that show a note to be in another language; such a note is quoted as it is."""

UNSUITABLE = _words(
    "n/a na none nothing tbd todo unknown ? - -- null nil undefined nan etc various misc see lol test asdf xxx esp inc incl"
)
"""Not facts."""

ACTIVITIES = _words(
    "chess yoga tennis football soccer rugby cricket basketball volleyball badminton golf judo karate pilates "
    "photography piano guitar violin cello woodwork pottery birdwatching bouldering theatre choir jazz ceramics "
    "sailing climbing hiking running cycling swimming skiing rowing surfing diving kayaking gardening cooking "
    "baking knitting sewing painting drawing writing reading singing dancing camping fishing travelling "
    "traveling brewing embroidery carpentry dance salsa tango improv poetry astronomy"
)
"""Interests that are pastimes: one has time for them or not."""

PERSONAL = _words(
    "son daughter brother sister husband wife mother father dad mum mom niece nephew cousin grandson granddaughter "
    "granny baby dog cat puppy boss thesis phd dissertation sabbatical kitchen garden allotment kids children sons "
    "daughters twins grandchildren grandkids parents sisters brothers dogs cats nieces nephews internship fellowship"
)
"""What is somebody's own when it stands alone in a note about them: 'your thesis', 'your two kids'."""

TOUCHES = _words(
    "coffee lunch dinner breakfast brunch drinks drink beer tea call called calls phone zoom teams video chat chatted "
    "catch-up catchup caught met meeting meet email emailed e-mail mail mailed text texted message messaged messages "
    "dm ping pinged walk visit visited walked intro introductory quick short long brief bumped ran said hello hi saw "
    "went sat note letter postcard card reply replied linkedin whatsapp signal online virtual first second third "
    "follow-up weekly monthly annual spoke conversation talk workshop session demo interview panel swim morning afternoon "
    "evening night day hour supper party rehearsal weekend picnic barbecue training run ride hike"
)
"""Words with which people log that they met, rather than what was said."""

THEIRS_PAST = _words(
    "won finished published completed graduated released shipped grew founded just passed qualified closed built"
) - {"just"}
"""Past forms that in a log are theirs: your own you would not note about them."""

MINE_TOO = _words(
    "met went visited saw walked climbed swam cycled sailed spoke presented worked sent gave showed asked offered "
    "introduced invited explained handed helped lent promised warned suggested recommended shared read heard advised"
)
"""What in a log without subject may have been done by either side."""

HOW_OFTEN = _words(
    "first second third weekly monthly annual quick short long brief intro introductory online virtual note letter"
)
"""What stands before a kind of touch in a log ('quick call'), and before other things as well."""

KIN = _words(
    "son daughter brother sister husband wife mother father dad mum mom niece nephew cousin grandson granddaughter "
    "granny baby dog cat puppy kids children sons daughters twins grandchildren grandkids parents sisters brothers "
    "dogs cats nieces nephews partner family boyfriend girlfriend fiancé fiancée"
)
"""Those one asks after: 'How is your sister?'"""

BEGINNINGS = _words(
    "moved started joined became began bought hired opened founded cofounded co-founded launched changed switched "
    "relocated adopted returned retired settled retrained turned set left acquired merged"
)
"""Past forms after which something goes on."""

HABITS = _words(
    "works lives runs leads owns teaches writes organises organizes manages mentors volunteers hosts heads chairs collects "
    "coaches builds makes advises"
)
"""Third-person verbs of what one came to do."""

CAPITALS = {
    word.casefold(): word
    for word in (
        "AI ML UX UI GIS LLM LLMs NLP IoT SEO PR HR SaaS VR AR 3D API APIs B2B ESG CRM SQL CSS HTML Rust Python Linux "
        "JavaScript TypeScript Django Postgres PostgreSQL Kubernetes Docker Kotlin Haskell Europe Africa Asia "
        "Japan Lisbon London Berlin Spanish French German Portuguese Italian Japanese English Chinese Arabic Bach Mozart"
    ).split()
}
"""Words that are written with capitals, however they were typed as a tag."""

COMPOUND_HEADS = _words(
    "permits rounds costs rules issues problems skills tools standards habits methods notes lessons courses sessions trips "
    "tips jobs offers goals schemes plans needs systems sites materials projects platforms areas rooms days hours clubs groups"
)
"""Plurals that come behind an -ing word without being its object: 'building permits', 'hiring plans'."""

DEEDS = _words(
    "go come keep take have do stop start wait watch sign vote pick drop hold speak listen think work come"
)
"""Further verbs that begin a promise."""

"""The things that notes are about: what one can count and what not, who is close, what is a pastime."""

from __future__ import annotations

from tui.rules.starters.lexicon import words_of

COUNT = words_of(
    "result number figure tariff rate price cost answer name word lesson rule job room town village city street "
    "meter pump farmer tree bird bike skill market file page chart diagram slide "
    "email letter photo picture tip clue order shift "
    "move trip marathon half-marathon triathlon race wedding job role position flat house apartment book "
    "thesis phd dissertation paper talk keynote startup start-up company project product launch round "
    "grant proposal deal "
    "pilot study course degree exam baby dog cat puppy garden kitchen renovation boat car bike team budget "
    "report conference workshop podcast blog newsletter show exhibition film documentary album band choir "
    "restaurant café cafe shop farm search hunt visa permit licence license contract merger acquisition "
    "reorg "
    "rollout roll-out migration website app prototype patent interview application promotion sabbatical "
    "holiday "
    "vacation relocation office studio lab factory plant bridge tender bid pitch demo release roadmap review "
    "audit survey experiment collaboration partnership community network event meet-up meetup hackathon "
    "festival concert tour match tournament season class programme program internship "
    "fellowship scholarship award prize nomination board committee foundation charity fund campaign strategy "
    "plan idea question challenge transition handover article chapter manuscript novel poem "
    "translation library museum garden allotment extension barn cottage cabin tent van motorbike scooter "
    " intro introduction link deck template spreadsheet checklist list map recipe photo recording "
    "video draft summary contact reference recommendation call coffee lunch dinner meeting visit appointment "
    "seminar lecture panel session slot poster invoice quote offer sample kit sensor device turbine grid "
    "battery "
    "reactor satellite robot drone engine platform tool library dataset model benchmark database server "
    "dashboard rewrite redesign rebrand refactoring spin-off spinoff exit ipo client customer investor "
    "founder "
    "cofounder co-founder mentor mentee colleague boss manager neighbour neighbor friend partner son "
    "daughter "
    "brother sister husband wife mother father nephew niece grandson granddaughter granny dad mum mom cousin "
    "intern successor predecessor assistant designer developer engineer lawyer accountant translator "
    "programmer researcher supervisor postdoc professor teacher tutor coach editor publisher agent "
    "producer director advisor adviser consultant recruiter freelancer student speaker sponsor supplier "
    "regulator architect electrician plumber builder photographer illustrator nanny babysitter technician "
    "analyst specialist expert scientist mechanic operator buyer tenant landlord flatmate roommate "
    "venue space room desk workspace seat ticket passport certificate loan mortgage pension bakery brewery "
    "vineyard orchard piano guitar violin cello instrument telescope bookcase sofa house-hunt newsroom "
    "magazine "
    "journal column series sequel trilogy script play musical exhibition gallery mural sculpture quilt "
    "clinic nursery kindergarten playground park reserve trail path hike ride regatta crossing "
    "expedition pilgrimage cruise road-trip interrail stopover conference-talk mess puzzle dispute "
    "situation decision pipeline system setup set-up framework protocol standard "
    "place bank orchestra coop hotel ad archive "
    "bill vote referendum petition summit forum hub incubator accelerator cohort bootcamp apprenticeship"
)
"""Things one can count: alone in a note they lack an article, and get 'the' (or 'a' when looked for)."""

MASS = words_of(
    "funding money advice feedback help support work research education automation inflation immigration "
    "meditation management recruitment security electricity sustainability fatherhood motherhood parenthood "
    "climate energy water food wine coffee tea music art jazz rock opera theatre cinema photography poetry "
    "history philosophy science biology chemistry physics mathematics maths economics software hardware data "
    "ai ml rust python javascript typescript linux gardening fermentation sourdough bread chess yoga tennis "
    "football soccer rugby cricket basketball volleyball badminton golf judo karate pilates skiing sailing "
    "weather traffic housing childcare parenting travel fashion architecture design engineering medicine law "
    "finance accounting marketing sales logistics procurement agriculture forestry fishing tourism "
    "hospitality "
    "journalism literature fiction language grammar culture innovation leadership teamwork mentoring "
    "mentorship "
    "networking hiring onboarding homeschooling astronomy geology ecology "
    "biodiversity conservation recycling insulation ventilation hydrogen solar wind nuclear geothermal "
    "steel concrete "
    "timber wool silk pottery ceramics knitting embroidery woodwork carpentry bouldering birdwatching "
    "cryptography blockchain robotics quantum optics acoustics statistics analytics news stuff equipment "
    "infrastructure legislation compliance governance transparency diversity inclusion accessibility "
    "usability "
    "visibility credibility publicity press pr seo experience expertise knowledge access permission space "
    "time "
    " tech edtech fintech healthtech agritech cleantech genomics proteomics bioinformatics folklore "
    "storytelling improv comedy dance ballet salsa tango flamenco singing"
)
"""Things one can't count: no article needed."""

PLURALS = words_of(
    "people kids children staff folks men women mice feet data alumni media criteria police cattle"
)
"""Plurals without an -s."""

NOT_PLURAL = words_of(
    "is was has this his its us bus plus news series analysis basis business process progress address access "
    "success stress press boss class glass grass loss less mess focus campus status virus bonus census"
)
"""Words on -s that are no plural."""

PLURAL_FIRST = words_of(
    "sales sports systems operations news arts customs communications analytics logistics politics economics "
    "physics mathematics robotics ceramics statistics optics acoustics genomics events admissions "
    "relations series "
    "business process access press business class glass"
)
"""Words on -s that stand before another noun."""

RELATIONS = words_of(
    "sister brother son daughter wife husband boss colleague friend partner mother father mum mom dad "
    "cofounder "
    "co-founder manager cousin niece nephew neighbour neighbor girlfriend boyfriend fiancé fiancée team "
    "brother-in-law "
    "sister-in-law twin twins kids children parents assistant intern student professor supervisor investor "
    "lawyer "
    "client landlord flatmate company board founder ceo cto daughter's son's"
)
"""Other people in a note, to whom 'she' or 'they' may refer."""

ACTIVITIES = words_of(
    "chess yoga tennis football soccer rugby cricket basketball volleyball badminton golf judo karate "
    "pilates "
    "photography piano guitar violin cello woodwork pottery birdwatching bouldering theatre choir jazz "
    "ceramics "
    "sailing climbing hiking running cycling swimming skiing rowing surfing diving kayaking gardening "
    "cooking "
    "baking knitting sewing painting drawing writing reading singing dancing camping fishing travelling "
    "traveling brewing embroidery carpentry dance salsa tango improv poetry astronomy"
)
"""Interests that are pastimes: one has time for them or not."""

PERSONAL = words_of(
    "son daughter brother sister husband wife mother father dad mum mom niece nephew cousin grandson "
    "granddaughter "
    "granny baby dog cat puppy boss thesis phd dissertation sabbatical kitchen garden allotment kids "
    "children sons "
    "daughters twins grandchildren grandkids parents sisters brothers dogs cats nieces nephews internship "
    "fellowship results exams"
)
"""What is somebody's own when it stands alone in a note about them: 'your thesis', 'your two kids'."""

KIN = words_of(
    "son daughter brother sister husband wife mother father dad mum mom niece nephew cousin grandson "
    "granddaughter "
    "granny baby dog cat puppy kids children sons daughters twins grandchildren grandkids parents sisters "
    "brothers "
    "dogs cats nieces nephews partner family boyfriend girlfriend fiancé fiancée"
)
"""Those one asks after: 'How is your sister?'"""

CAPITALS = {
    word.casefold(): word
    for word in (
        "AI ML UX UI GIS LLM LLMs NLP IoT SEO PR HR SaaS VR AR 3D API APIs B2B ESG CRM SQL CSS HTML Rust "
        "Python Linux "
        "JavaScript TypeScript Django Postgres PostgreSQL Kubernetes Docker Kotlin Haskell Europe Africa "
        "Asia "
        "Japan Lisbon London Berlin Spanish French German Portuguese Italian Japanese English Chinese "
        "Arabic Bach Mozart "
        "PhD MBA CV CEO CTO COO CFO GDPR ISO EU UK USA NGO NGOs VC VCs "
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September "
        "October November December "
        "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Christmas Easter Diwali Ramadan Eid "
        "Paris Madrid Barcelona Porto Seville Sevilla Valencia Rome Milan Turin Naples Vienna Graz Zurich Geneva Basel "
        "Munich Hamburg Cologne Frankfurt Stuttgart Leipzig Dresden Amsterdam Rotterdam Utrecht Delft Brussels Ghent "
        "Antwerp Dublin Edinburgh Glasgow Manchester Bristol Leeds Cambridge Oxford Copenhagen Aarhus Stockholm "
        "Gothenburg Oslo Bergen Helsinki Tallinn Riga Vilnius Warsaw Krakow Prague "
        "Brno Budapest Bucharest Sofia Athens Belgrade "
        "Zagreb Ljubljana Istanbul Ankara Izmir Kyiv Lviv Tbilisi Yerevan Tehran Baghdad Beirut Amman Cairo Tunis "
        "Casablanca Marrakesh Lagos Abuja Accra Dakar Nairobi Kampala Kigali Johannesburg Durban Dubai Doha Riyadh "
        "Karachi Lahore Delhi Mumbai Bangalore Bengaluru Chennai Hyderabad Kolkata Kerala Pune Dhaka Colombo Kathmandu "
        "Bangkok Hanoi Saigon Jakarta Manila Singapore Taipei Seoul Busan Tokyo Kyoto Osaka Beijing Shanghai Shenzhen "
        "Sydney Melbourne Auckland Wellington Toronto Montreal Vancouver Boston Chicago Seattle Denver Austin Houston "
        "Miami Detroit Bogotá Bogota Lima Quito Santiago Montevideo Caracas Havana "
        "Portugal Spain France Germany Austria Switzerland Italy Greece Poland Sweden Norway Denmark Finland Iceland "
        "Ireland Scotland Wales England Netherlands Belgium Ukraine Romania Bulgaria Croatia Serbia Slovenia Hungary "
        "Morocco Egypt Nigeria Ghana Kenya Uganda Rwanda Tanzania Ethiopia Senegal India Pakistan Bangladesh Nepal "
        "Bhutan Thailand Vietnam Indonesia Malaysia Philippines Korea Taiwan Australia Canada Mexico Brazil Argentina "
        "Peru Colombia Ecuador Bolivia Uruguay Cuba Alentejo Algarve Catalonia Andalusia Tuscany Bavaria "
        "Dutch Swedish Norwegian Danish Finnish Greek Turkish Farsi Hindi Urdu Bengali Tamil Mandarin Cantonese Korean "
        "Vietnamese Thai Swahili Yoruba Russian Ukrainian Romanian Hungarian Czech"
    ).split()
}
"""Words that are written with capitals, however they were typed."""

LANGUAGES = words_of(
    "spanish french german portuguese italian japanese english chinese arabic dutch swedish norwegian danish finnish "
    "greek turkish farsi hindi urdu bengali tamil mandarin cantonese korean vietnamese thai swahili yoruba russian "
    "ukrainian romanian hungarian czech polish"
)
"""What one learns and speaks."""
OCCASIONS = words_of(
    "marathon half-marathon triathlon race wedding exam exams concert trip holiday vacation interview talk keynote "
    "exhibition show defence defense launch conference party tour match tournament festival performance premiere "
    "lecture panel demo pitch presentation move reunion recital expedition pilgrimage cruise crossing"
)
"""What has its day, after which one asks how it went."""

COMPOUND_HEADS = words_of(
    "permits rounds costs rules issues problems skills tools standards habits methods notes lessons "
    "courses sessions trips "
    "tips jobs offers goals schemes plans needs systems sites materials projects platforms areas rooms "
    "days hours clubs groups"
)
"""Plurals that come behind an -ing word without being its object: 'building permits', 'hiring plans'."""

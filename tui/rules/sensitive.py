"""What is never an opener: illness, loss, separation, dismissal, trouble, secrets, and unkind remarks.

The lists err towards silence: a fact wrongly taken for sensitive costs one starter, a sensitive one that
slips through costs a friendship.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui.model.text import fold

# Folded words, split at white space. '*' stands for any letters, '_' for a space, '?' for a letter that may lack.
_ENGLISH = """
cancer* tumou?r* chemo chemotherap* radiotherap* oncolog* ill illness* sick sickness* disease* hospice hospital
hospitals hospitali?ed surger* diagnos* dementia alzheimer* parkinson* stroke heart_attack heart_condition
accident* injur* car_crash in_a_coma intensive_care icu relapse* remission terminally terminal_illness disabled
disabilit* depress* anxiet* anxious burnout burn-out burned_out burnt_out burned-out burning_out therap*
psychiatr* suicid* self-harm* mental_health mentally bipolar adhd autis* eating_disorder* anorex* bulimi*
panic_attack* breakdown* trauma* ptsd rehab* addict* alcohol alcoholi* drinking_problem* drinks_too_much sober
drunk overdos* drugs on_drugs drug_problem* gambling died dies dead death* dying deceased funeral* widow*
passed_away pass_away passing_of passed_on late_husband late_wife late_father late_mother late_son late_daughter
loss losses lost losing bereave* grief griev* mourn* obituar* burial cremat* miscarr* stillb* infertil* ivf
fertility abortion* pregnan* divorc* separat* break-?up broke_up breaking_up split_up splitting_up ex-wife
ex-husband ex_wife ex_husband ex-partner custody affair cheated cheating left_her left_him left_them estranged
laid_off laid-off lay_off lay-?offs? redundan* fired sacked dismiss* let_go unemploy* jobless out_of_work
out_of_a_job between_jobs no_longer_at no_longer_with forced_out pushed_out terminated demot* downsiz*
performance_plan struggling struggles lawsuit* sued suing court legal_trouble* legal_issue* legal_problem*
legal_battle* legal_dispute* legal_case* prosecut* convict* guilty arrest* prison* jail* police crime* criminal*
assault* harass* abus* rape rapist* stalk* violen* murder* attacked burgl* robbed stolen debt* bankrupt*
insolven* foreclos* evict* homeless* money_trouble* money_problem* financial_trouble* financial_problem* broke
ran_out_of_money out_of_money can't_pay cannot_pay politic* election* partisan republican* democrat democrats
trump brexit gaza israel* palestin* ukrain* war refugee* asylum deport* visa_denied visa_refused religio*
atheis* cult racis* sexis* discriminat* sexual* came_out_as coming_out_as closeted overweight obes* weight_loss
diet confidential* in_confidence secret secrets secretly off_the_record off-the-record don'?t_tell do_not_tell
don'?t_mention do_not_mention don'?t_ask do_not_ask nda between_us between_you_and_me in_private privately
not_public unannounced salary salaries earns underpaid awkward* boring bored annoy* rude pushy arrogan* weird*
creep* difficult_person ugly flirt* gossip* stupid idiot* lazy liar lied lying untrust* smell* avoid jerk
obnoxious talks_too_much full_of_himself full_of_herself full_of_themsel* cry cried crying in_tears upset hate
hates quarrel* fight_with feud* fell_out falling_out argument_with blames bully* bullied mobbing scandal* unwell
not_well knee knees hip_replacement migraine* insomnia asthma* diabet* allerg* epilep* arthrit* blood_pressure
medication* meds biops* wheelchair crutches in_pain back_pain chronic_pain an_op the_op her_op his_op their_op
(?<!-)op_in (?<!-)op_went knee_op his_health her_health their_health *'s_health be_careful touchy sensitive_t*
sensitive_s* \\(careful \\(sensitive \\(delicate expecting_in expecting_a expecting_twins expecting_again
wife_expecting she_is_expecting she's_expecting baby_due trying_for_a failed went_bust bust rejected rejection*
turned_down didn't_get did_not_get not_renewed visa_trouble* visa_problem* visa_issue* visa_expir* her_ex his_ex
their_ex my_ex keep_quiet keep_it_quiet not_tell tell_no moved_back_in_with marriage_trouble* marriage_problem*
marital needs_money
"""
_GERMAN = """
*krebs* *krank* gestorben verstorben* starb tod *todesfall* tot beerdig* trauer* *scheidung* geschieden getrennt
trennung* entlass* gekundigt kundigung* arbeitslos* fehlgeburt* schulden insolv* pleite *suchtig* *alkohol*
selbstmord* suizid* klinik* unfall* schwanger* gefangnis* klage verklagt vertraulich* geheim depress* ehekrise*
"""
_FRENCH = """
malad* deces deced* mort morte mourir mourant deuil enterrement obseques divorc* separe* licenci* chomage viree vire
fausse_couche dette* faillite hopital* proces enceinte alcool* drogue* confidentiel* deprim* avc
"""
_SPANISH_PORTUGUESE_ITALIAN = """
enferm* murio muert* falleci* luto divorci* separad* separac* despedid* despido* desemple* en_el_paro aborto*
deuda* quiebra bancarrota depresi* ansiedad juicio carcel embaraz* adicci* confidencial* doenc* faleceu morreu
morte demitid* desempreg* divida dividas malatt* morto lutto licenziat* incinta
"""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = f"{_ENGLISH}{_GERMAN}{_FRENCH}{_SPANISH_PORTUGUESE_ITALIAN}".split()
    bodies = [word.replace("*", r"\w*").replace("_", r"\s+").replace("i?ed", "i[sz]ed") for word in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(bodies)})(?!\w)")


@lru_cache(maxsize=4096)
def is_sensitive(text: str) -> bool:
    """Tell whether a text touches on something that is not to be brought up unasked.

    Covers health, death, separation, dismissal, pregnancy, law, money trouble, addiction, religious and
    political conflict, confidences, and remarks that would hurt if said; in English, with the commonest words
    of German, French, Spanish, Portuguese and Italian. Only the first 20,000 characters are read.
    """
    return _pattern().search(fold(text[:20_000]).replace("’", "'")) is not None

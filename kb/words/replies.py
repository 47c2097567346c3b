"""How runners answer a question that was just asked: short, and without naming what it is about.

None of these phrases is heard in a story, where "every day" can be about anything. Phrases are parted by semicolons.
"""

from __future__ import annotations

from typing import Any

from expert.authoring import Says, says

#: Surer than what a story may say in the same words.
_SURE = 1.4
#: Surer than a yes or a no before it: "yes, I can lift it" says that it can be lifted.
_TURNS = 1.6


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(part for part in (" ".join(each.split()) for each in text.split(";")) if part)


def _at(key: str, sure: float = _SURE, **values: str) -> list[Says]:
    """What means each value at the question of a field."""
    said: dict[str, Any] = {name: _phrases(text) for name, text in values.items()}
    return says(key, sure=sure, past=True, **said)


def _of(key: str, **values: str) -> list[Says]:
    """The same where several values can be meant at once."""
    said: dict[str, Any] = {name: _phrases(text) for name, text in values.items()}
    return says(key, past=True, **said)

_PERSON = [
    *_at(
        "runner.other_sports",
        yes="(swim*|cycl*|bike|biking|gym|football|soccer|tennis|squash|badminton|rugby|hockey|yoga|pilates|"
            "climb*|basketball|"
        "netball|cricket|golf|triathlon*|tri|row|rowing|ski*|crossfit|weights|lift|lifting|dance|dancing|"
        "martial|judo|"
        "karate|boxing|bouldering|hik*|padel|volleyball|spin|surf*|kayak*|horse*|skat*|ultimate|lacrosse|"
        "handball|walk*|"
        "aerobics|zumba|hiit|paddle*|gymnastics|bowls|fencing|gaa|hurling|peloton|elliptical)",
        no="(just|only) [the|go|do|my] (run|running|runs|"
            "jog*); (nothing|no) (else|others|other); running only; used to; run "
            "and that is it; "
        "only a runner; gave [up|it]; retired; not (any more|since)",
    ),
    *_at(
        "runner.high_heels",
        yes="(every|most) (day|days) [for|at]; for work; at work; (work|office) (heels|shoes); (love|live in) "
            "[my|them] [heels]; "
        "most nights; stiletto*; (all|most) week; (3|three|4|four|5|five) days a week; wedges",
        no="(flats|trainers|sneakers|boots) [only|or|all]; hardly (ever|at all); hardly; (weddings|parties|"
            "special) [only]; only "
        "(at|for|to) [the] [odd] (wedding*|part*|special|occasion*|night*|funeral*); (i am|im) a (guy|man|bloke|"
        "dude); "
        "(man|male|guy|bloke|dude) [here]; (once|twice|couple of times|few times) a (year|month); special occasion*; "
        "used to; rarely; gave them up; do i look; maybe (once|twice)",
    ),
    *_at(
        "runner.arthritis",
        yes="(osteo*|rheumatoid|psoriatic|ra|oa|gout|wear and tear|arthriti*); in (my|the|both) (knee*|hip*|"
            "hand*|toe*|thumb*|"
        "finger*|back|neck|foot|feet|ankle*); diagnosed; (big toe|knee) joint; hallux (rigidus|limitus); ankylosing",
        no="(too young|only <number>); not (been) diagnosed; runs in the family but; tested negative; (gran|mum|"
            "mom|dad) (has|had|does)",
    ),
    *_at(
        "runner.diabetes",
        yes="(type|t) (1|2|one|two|1 d|2 d); t1d; t2d; t1; t2; diabet*; insulin; metformin; circulation is "
            "(poor|bad|rubbish|awful|terrible); "
        "(poor|bad|rubbish|terrible|awful) circulation; neuropath*; raynaud*; (no|little|not much|lost|poor|"
        "reduced|less) (feeling|sensation) in; "
        "(can not|hardly) feel; (feet|toes) (are|get|go) (always) [cold|numb]; peripheral (artery|arterial|"
        "vascular); pad",
        no="(prediabet*|borderline|pre diabet*); sugar* [are|is] (fine|normal|ok); tested (fine|negative|last year); "
        "(no diabetes|circulation [is] (fine|good|ok)); (both|all) (fine|good|ok|normal); gestational; fit as a "
        "fiddle",
    ),
    *_at(
        "runner.quinolone",
        yes="(cipro*|levaquin|levo*|moxi*|oflox*|norflox*|avelox|fluoroquinolone*|quinolone*|ciproxin)",
        no="(amoxi*|penicillin|doxy*|augmentin|flucloxacillin|azithromycin|erythromycin|clarithromycin|"
            "trimethoprim|nitrofurantoin|"
        "cefalexin|keflex|z pack|zpack|co amoxiclav|metronidazole|clindamycin|bactrim|lymecycline); (no|not|not "
        "taken any|not had any) "
        "(antibiotic*|meds|medication|tablets); <number> years ago; (years|ages|decades) ago; (last|2|two|"
        "couple of) (years|year) (ago|back); "
        "not (had|taken|on) any; never (had|take|taken|needed); not for years",
    ),
    *_at(
        "runner.pregnant",
        yes="(<number> weeks) [pregnant|along|gone|postpartum|post partum]; (expecting|due [in|on|next]); "
            "pregnan*; [had] [a|my|our] "
        "(baby|little one|newborn|daughter|son|twins) .. (ago|old|last); gave birth; given birth; post partum; "
        "postpartum; (first|second|third) trimester; "
        "just had (a|my); (c section|caesarean|cesarean) (last|<number>)",
        no="(man|male|guy|bloke|dude|husband); (i am|im) a (man|guy|bloke|he|dude|fella); (menopaus*|post "
            "menopaus*|hysterectomy|too old|past (that|it)); "
        "<number> years ago; (kids|youngest|baby|son|daughter) [are|is] [now] (grown|<number> [years]|all); "
        "(god|hell|definitely|thankfully|i hope) (no|not); wrong "
        "(gender|sex|equipment); on the pill; had (a|the) coil; trying; last year; breastfeeding a toddler",
    ),
    *_at(
        "runner.low_energy",
        yes="(not|never) (eating|eat) (enough|much|properly); (prob|probably) not eating; (lost|losing|dropped|"
            "shed) .. (weight|kg|kilos|lbs|pounds|stone); (lost|losing|dropped) <number>; "
        "(periods|period|cycle|cycles) .. (stopped|gone|irregular|rare|absent|missing|late|stay*|vanished|"
        "disappeared|all over); "
        "(no|not had a|missed|irregular|skipped|lost my|have not had a) (period*|cycle*); not had (a|my) "
        "period; (diet|dieting|cutting|deficit|fasting|keto|calorie|red s|reds|under "
        "fuel*|underfuel*|underweight|under eating|undereating|anorexi*|eating disorder|restrict*|low carb); "
        "amenorrh*; (skip|skipping) meals; "
        "(trying|want|wanted) to lose; weight has (dropped|fallen); <number> (months|weeks) without a period",
        no="(eat*|ate) (loads|plenty|well|fine|like a horse|a lot|lots|too much|everything|normally|enough|like|"
            "more|for|all); (love|like) (my food|eating|food); regular [as|like|periods]; (gained|put on|"
            "gaining|putting) "
        "[some|a bit of|a few] (weight|<number>|kg|pounds|stone); (weight|periods|appetite|all) [is|are] "
        "(stable|steady|fine|normal|regular|the same|"
        "good|up); (if anything|opposite); appetite (fine|good); could (do to|stand to) lose; too (fat|much)",
    ),
    *_at(
        "runner.brittle_bones",
        yes="osteo*; (thin|brittle|weak|low) bone*; (stress|fatigue) (fracture*|fx|fractures|reaction|break|"
            "response); "
        "(low|poor) [bone] density; (dexa|bone density|bone scan) .. (low|bad|poor|thin|showed); (pred|"
        "prednisolone|prednisone|steroid*|cortisone) .. (years|long|daily|months|ages|tablets|"
        "every); (on|take|taking|took) [daily] (steroids|prednisolone|prednisone|cortisone) for; (broke|"
        "fractured|cracked) .. (met|metatarsal|tibia|shin) running; coeliac; "
        "(second|third|2 nd|3 rd|2nd|3rd) (one|stress)",
        no="(broke|broken|fractured) .. (wrist|arm|finger*|collarbone|leg|nose|toe|elbow|hand|rib*|ankle) [as|"
            "in|when|years|playing|falling]; (one week|a week|few days|short course|inhaler*|inhaled|cream|once) .. "
        "(pred|steroid*|prednisolone|prednisone|cortisone|chest|asthma); (one|a) (week|course|shot|jab) of "
        "(pred|steroid*|prednisolone|prednisone|cortisone); steroid (inhaler|cream|injection|jab); (dexa|"
        "density|bones) .. (fine|normal|strong|ok|good|clear); "
        "never (broken|broke|had|fractured); (bones|all) [are] (fine|strong|good|solid); first (one|time); mum "
        "(has|had) ",
    ),
    *_at(
        "runner.heart_or_artery",
        yes="(bypass|stent*|angina|heart attack|cabg|afib|af|atrial*|cardiomyopathy|heart failure|pacemaker|"
            "valve|arrhythmia|"
        "coronary|peripheral|claudication|narrow*|furred|blocked|clogged|pad|pvd|tia|stroke|angioplasty|"
        "ablation|icd|heart disease); heart "
        "(condition|problem|trouble|issue|murmur)",
        no="(ecg|heart|ticker|checkup|check up|arteries|all|mot|cholesterol) [is|was|are|came back|has] (fine|"
            "clear|ok|good|normal|healthy|strong); "
        "(high|bit high|raised|borderline) (blood pressure|bp|cholesterol); (blood pressure|bp|cholesterol) (is|"
        "a bit|slightly|tablets) [high]; low resting; just (bp|blood pressure|high); "
        "runs in the family; family history; (dad|mum|mom|father|grandad|brother) (had|has|did)",
    ),
    *_at(
        "runner.clot_risk",
        yes="(flew|flight*|fly|flying|long haul|longhaul|plane|transatlantic|red eye) ; (op|operation|surgery|"
            "arthroscopy|operated|keyhole) [on|in|last|<duration>|for]; (on|take|taking|use) (the|hrt|birth|"
        "combined|my) (pill|control|patch); the pill; hrt; (contracepti*|oestrogen|estrogen|microgynon|yasmin|"
        "tamoxifen|testosterone|nuvaring|birth control); (in a|wore a|had a|got a|was in) [walking] (cast|boot|"
        "plaster|splint); "
        "(dvt|pe|clot*|embol*|factor|thrombo*|leiden); (bed|bedridden|hospital*) [rest|for|last]; (drove|drive|"
        "driving|coach|bus|train|car) .. (hour*|hr*|spain|france|"
        "scotland|italy|long); <number> (hour|hours) (drive|flight|journey|trip|in|train|car|bus|coach); "
        "(smoke*|hip replacement|knee replacement|chemo); laid up; long (drive|journey|trip|flight); "
        "had (a|my) baby; pregnant; cross country drive",
        no="(none|not any|nothing) (of|like) (that|those|these|them); (no|not been|not had) (flights|travel|"
            "surgery|op*|pill|hormones|anywhere|clots); "
        "not that i; short (flight|drive|haul) [only]; (mini pill|progesterone only|copper coil|mirena|"
        "implant); just (short|a short); nothing [like]; (years|decades) ago",
    ),
    *_at(
        "runner.nsaid_risk",
        yes="(ulcer*|warfarin|apixaban|eliquis|xarelto|rivaroxaban|clopidogrel|plavix|blood thinner*|"
            "anticoagulant*|aspirin|kidney*|"
        "renal|ckd|heart (failure|attack|disease|condition)|stent*|gi bleed|stomach bleed|crohn*|colitis|"
        "lithium|methotrexate|edoxaban|heparin|dabigatran|"
        "bypass); allergic [to|reaction]; asthma .. (ibuprofen|aspirin|nsaid*|them|painkillers|react*|attack); "
        "(ibuprofen|nsaids|aspirin|they|it|that stuff) .. (wheez*|asthma|allerg*|reaction|rash|hives|upset|"
        "bleed*|set* off|tear* my|swell); (doc|doctor|gp|told) .. (avoid|not to take|never|off|no ibuprofen); "
        "(can not|not allowed|not supposed|should not) [to] (take|have|touch) (them|it|nsaids|ibuprofen|any); "
        "one kidney; (stomach|tummy) (bleed*|ulcer*); pregnant; thin* (my|the) blood; asthmatic and",
        no="(take*|tolerate|had|pop|use) (them|ibuprofen|advil|nurofen|it) (fine|ok|before|regularly|no problem|"
            "all the time|without|often); fine with (them|ibuprofen|it); never (bothered|given me|caused|had a|"
            "affected|upset); (bit of|mild|occasional|just|some) "
        "[acid] (reflux|heartburn|indigestion); none (of|that); no (reason|problem*|issues|ulcers|allerg*|"
        "kidney); do not like (taking|pills|tablets); (high|controlled|tablets for) blood pressure; "
        "nothing (to|like|that) ; hay fever; (paracetamol|penicillin) only; allergic to penicillin; mild asthma",
    ),
    *_at(
        "runner.joint_disease",
        yes="(gout|psoria*|rheum*|ra|uc|crohn*|colitis|uveitis|iritis|ankylosing|axspa|spondyl*|lupus|ibd|"
            "psa|inflamed|sle|"
        "reiter*|reactive arthritis|sjogren*|spa|proctitis); (stiff|seizes|takes|back) .. (hour|half an hour|30|"
        "40|45|60|ages|morning); (itchy|flaky|scaly|red) "
        "(patches|plaques|elbows)",
        no="(eczema|ibs|dermatitis); none of (them|those|that|these); (back|stiff*) .. (five|5|10|ten|few|"
            "couple) [minutes|mins]; (just|only|bit of) (eczema|ibs|stiff); osteoarthritis",
    ),
    *_at(
        "runner.cancer",
        yes="(cancer|lymphoma|leukaemia|leukemia|melanoma|tumour*|tumor*|chemo*|radiotherapy|remission|prostate|"
            "breast|bowel|"
        "thyroid|testicular|skin|carcinoma|sarcoma|myeloma|hodgkin*|mastectomy|lumpectomy|bcc|all clear|hormone "
        "treatment|cervical|ovarian|colon|kidney|lung)",
        no="(benign|family history|runs in the family|scare|mum|dad|mother|father|gran|sister|brother) [but|had|"
            "was|did|only]; not (me|that i); benign; never",
    ),
    *_at(
        "seen.clinician",
        yes="(gp|doc|doctor|physio*|podiatr*|pt|a and e|a & e|minor injuries|urgent care|orthop*|consultant|"
            "specialist|nurse|chiro*|osteopath*|"
        "sports med*|surgeon|er|walk in|the clinic|chiropodist|hospital|foot guy)",
        no="(dr|doctor|doc) (google|youtube|internet|chatgpt); (just|only) (google|me|you|the internet|reddit|"
            "youtube|this|my (mate|wife|husband|coach|mum)); (booked|appointment|waiting|referred|seeing|going|"
            "got an|have an|hoping|on the (list|waiting)|self "
        "referred) .. (for|in|on|list|to|next|tomorrow|appointment|monday|tuesday|wednesday|thursday|friday|"
        "week|be); (can not|could not) (get|afford|see) [an|a|in|one]; [not] yet; "
        "(waiting (list|for)|booked in); appointment (next|on|is|tomorrow|in); (my|a) (coach|mate|running (shop|"
        "club|buddy)|husband|wife|mum|friend); (no insurance|too expensive); been putting it off; going to; "
        "about to; hoping it",
    ),
]  # fmt: skip

_BODY = [
    *_at(
        "foot.arch",
        flat="(flat*|collapsed|fallen|low|none|no arch*|pancake*|dropped|duck|pes planus|non existent|"
            "nonexistent); not got any; no (arch|arches|curve|gap); whole (foot|sole|"
        "print|footprint) [shows|prints|on|is|touches]; (full|complete) (footprint|print); ducks feet; (touch|"
        "touches|hit|on) the (floor|ground); do not have (any|arches|one|an arch); never had any",
        normal="(normal*|average|medium|neutral|ok|fine|regular|standard|middling|in between|somewhere in the "
            "middle|middle|typical|nothing special|nothing unusual|"
        "bog standard|moderate|in the middle|so so); neither (high|flat|one)",
        high="(high*|steep|cavus|big arch*|very arched|tall|supinat*); (heel and ball|ball and heel); thin "
            "(line|strip|band); (fit|get|roll|slide|put) .. "
        "(under|underneath); (middle|arch|half) .. (not|never) (touch*|show*|print); only (heel|the heel|my "
        "heel); really arched; massive gap; pes cavus; big gap",
    ),
    *_at(
        "foot.roll",
        exaggerated="(over pronat*|overpronat*|pronat*|roll* in|rolls inward*|inward*|in a lot|collapse* in*|"
            "cave* in|inwards|too far in|flat footed); inside (edge|of|worn|wears); "
        "(sink*|collapse*|drop*|fall*) [in|inward*|in*]; in (too|a bit|quite|very|much); roll* .. (in|inward*); "
        "wear* .. (inside|inner)",
        outward="(supinat*|under pronat*|underpronat*|outward*|outwards|roll* out|outer edge|outside edge|on "
            "the outside*|outsides); wear* .. (outside|outer); outside (of|worn|wears|edge); "
        "little toe (side|edge); out (a bit|too|quite)",
        normal="(neutral|normal*|fine|straight|average|regular|ok); do not (over pronate|overpronate|pronate|"
            "roll); nothing (unusual|odd|weird); nice and even",
    ),
    *_at(
        "foot.unstable_arches",
        yes="(jelly|wobbl*|give* way|giving way|collaps*|unstable|weak|sag*|roll in|flop*|drop*|caves|cave in|"
            "buckl*|cave|no support); feel* (weak|wobbly|loose|like)",
        no="(solid|stable|fine|steady|strong|ok|rock|firm|supported|just sore|hold up|rigid); feel* (fine|solid|"
            "ok|stable|secure)",
    ),
    *_at(
        "foot.tight_arches",
        yes="(tight*|like (a|rope|wire|guitar|bow|piano|steel)|stiff|taut|cramp*|rigid|solid|knot*|rope|pull*|"
            "guitar string*|wound up); (really|so|very|super) tight",
        no="(loose|relaxed|fine|supple|soft|floppy|ok|normal|bendy|flexible|stretchy)",
    ),
    *_at(
        "foot.tight_calves",
        yes="(tight*|like (rocks|rock|a rock|concrete|steel|iron|wood|bricks)|stiff|knot*|rock*|concrete|solid|"
            "iron|rope*|always have been|wound|banjo|steel|cramp*|taut|bricks); how tight; can not (touch my "
            "toes|get my heel*|squat)",
        no="(loose|relaxed|fine|supple|soft|ok|normal|bendy|flexible|hypermobile|stretch* daily|jelly); feel "
            "(fine|ok|loose)",
    ),
    *_at(
        "foot.odd_shape",
        yes="(webbed|club foot|clubfoot|hammer*|claw*|weird|odd|extra|morton*|long (second|2nd|toe*)|wide|"
            "deform*|odd shaped|bunion*|crooked|cavus|flipper*|"
        "tailor*|overlap*|short (toe*|first)|high arch*|curly|one (foot|leg) [is] (bigger|shorter|longer|"
        "smaller)|different size*|"
        "(mum|mom|dad|gran|family|mother|father|nan|grandad) [has|have|had] [the|got] [same|them|weird]|(from|"
        "since|at) birth|born with|inherited|runs in the family|family feet|accessory|flat)",
        no="(normal|regular|standard|bog standard|fine|average|ordinary|nothing (odd|unusual|weird|special|"
            "strange)|pretty (normal|standard|average)|normal (feet|looking)); look* (normal|fine|ok)",
    ),
    *_at(
        "body.weak_hips",
        yes="(weak*|wobbl*|knee* (cave*|collapse*|dive*|knock*|go) [in]|drop*|glute* (do not|not|never|weak)|"
            "dead butt|lazy|poor|rubbish|no strength|desk job|terrible|hopeless|shake*|struggle); can not (hold|"
            "do|stand|"
        "balance) [a|on|single]; (physio|trainer|pt|doc|coach) (says|said|told|reckons|thinks) [me] [so|yes|"
        "they|my|i]; knee caves; sit all day",
        no="(strong|solid|fine|ok|squat <number>|lift so|lift weights|i lift|gym|deadlift*|powerlift*|good|"
            "stable|i squat|do strength|"
        "train them|glute work|weightlift*|crossfit)",
    ),
    *_at(
        "body.weak_core",
        yes="(weak*|shot|non existent|nonexistent|rubbish|what core|awful|terrible|jelly|zero|no core|poor|"
            "hopeless|wobbl*|beer belly|useless|flabby|pathetic|never (been|recovered)|soft|bad back|diastasis); "
        "can not (plank|hold|do a|sit up|do)",
        no="(strong|solid|fine|good|six pack|pilates|yoga|abs|decent|(minute|minutes) plank|plank .. (minute*|"
            "min|mins|fine|ok|easily)|planks|"
        "(hold|do|manage) a plank|ok|rock|i do core|reformer)",
    ),
    *_at(
        "body.hip_drop",
        yes="(hip* [does|do|definitely|side] (drop*|dip*|sink*|sag*)|drop*|dip*|trendelenburg|sways|wiggle|"
            "waddle|gait analysis (showed|said|shows)|(left|right) (one|hip|side) (drop*|dip*)|"
        "coach (says|said|noticed|pointed)|on video|lopsided|uneven)",
        no="(level|even|straight|symmetrical|balanced|steady|looks fine|stable|fine)",
    ),
    *_at(
        "body.weak_legs",
        yes="(weak*|chicken|spaghetti|jelly|wobbl*|no strength|twigs|skinny|struggle|give way|giving way|shake*|"
            "wasted|noodle*|feeble|puny|floppy); (only|about|manage) <number> [calf] "
        "(raises|reps|heel raises|squats); can not (do|balance|manage|stand) [a|one|single|on|many]; (lost|"
        "less) (muscle|strength)",
        no="(strong|solid|fine|tree trunks|legs of steel|powerful|good|squat*|leg day|lift|muscular|plenty of|"
            "great|<number> raises no problem|ok|cyclist|massive|muscles are)",
    ),
    *_at(
        "foot.earlier_injury",
        yes="(broke*|broken|sprain*|fractur*|rolled|twist*|snapped|tore|torn|surgery|op|operat*|plate*|screw*|"
            "pins|ligament*|ruptur*|dislocat*|stress fracture|"
        "bunionectomy|went over|cracked|smashed|reconstruct*|years ago|as a (kid|teen|teenager|child)|last year|"
        "loads of times|many times|several times|couple of times|repeatedly|"
        "<number>|football injury)",
        no="(never|first (time|injury|ever)|other (foot|ankle|one|side|leg) [only]|(only|just) (the|my) other|"
            "touch wood|lucky so far|clean record|injury free|nothing (before|serious))",
    ),
]  # fmt: skip

_TRAINING = [
    *_at(
        "training.more_than_usual",
        yes="(doubled|tripled|trebled|ramp*|jump*|big (jump|increase|week)|huge|way more|loads more|lots more|a "
            "lot more|much more|far more|more than (usual|normal|i should|ever)|"
        "marathon (training|block|plan|prep)|training camp|upped|increas*|went from|bumped|increase*|overdid|"
        "over did|too much|got carried away|extra (run*|mile*|day*)|"
        "built up (too|fast|quickly)|peak (week*|mileage)|streak|every day that|usually (do|only|just|run) "
        "[<number>]|normally (do|only|just|run) [<number>]|more mile*|biggest week|highest|"
        "personal best week|up from|twice (as|my|the)|<number> % more|stepped (it|things) up)",
        no="(same (as|mileage|distance|miles|amount|routine|old)|the same|normal (week*|mileage|amount)|usual "
            "(week|mileage|amount|stuff|distance)|less (than|if|actually)|tapering|taper|"
        "about (the same|normal|usual|average)|steady|no change|nothing (unusual|different|out|extra|more|"
        "special)|(by|stuck to|followed) the (plan|book|10)|consistent|"
        "(gradual*|slow*|careful*) (increase|build*|built)|10 % rule|cut back|no more than|ten percent|fewer|"
        "just [the] usual|not more)",
    ),
    *_at(
        "training.harder_than_usual",
        yes="(speed*|interval*|hill*|track (session*|work|night)|tempo*|faster|harder|no rest|fewer rest|less "
            "rest|sprint*|race pace|back to back|more intense|intens*|"
        "pushed|pushing|fartlek|double days|doubles|new (plan|coach|program*)|pb|smashed|thrashed|hammered|"
        "quicker|vo2*|threshold|reps|steeper|extra session*|training camp|hillier|bootcamp|pace work|pacier)",
        no="(easy|same (as|pace|old|training|routine|stuff|thing)|the same|normal|usual|steady|slow*|nothing "
            "(unusual|different|new|special|out)|recovery|all easy|conversational|plodding|pootling|gentle|"
        "as (ever|always|normal|usual)|zone 2|chilled|no change|taper*|not faster)",
    ),
    *_at(
        "training.big_effort",
        yes="(race*|racing|raced|marathon|half (marathon)|10 k|5 k|parkrun|ultra|pb|pr|personal best|time trial|"
            "all out|event|relay|tough mudder|spartan|longest (run|ever)|"
        "long run (that|the|was)|<number> (miler|mile|k|km) (race|the|day)|went for it|killed myself|hard run|"
        "monster|massive|obstacle|fell race|xc|cross country|comp|triathlon|ironman|tri|hood to coast|ragnar|"
        "sportive|fun run|sprinted|buried myself|big (one|run|day|race)|hill reps|track session)",
        no="(easy (stuff|run*|miles|week|only)|all easy|just (easy|normal|usual|jogging|the usual)|nothing "
            "(special|big|hard|unusual|like|out|major|special)|normal (run*|training|week)|usual (run*|training|"
            "stuff)|"
        "not raced|no (race*|big|event*|hard)|same (as|old)|can not think of|race is (next|in|on|coming|not)|"
        "not (raced|until|for)|just plodding|have not (raced|run))",
    ),
    *_at(
        "training.new_runner",
        yes="(c25k|couch (to|2) (5k|5 k)|just (started|begun|starting|began|getting)|only (just|started|been "
            "running (a|for a)|been (running|at))|new to (running|it|this)|newbie|beginner|first (month|week|"
            "run|few)|"
        "(back|returning|returned|came back|coming back|got back) (after|from|to|into)|after (a|<duration>|the|"
        "having) (break|off|baby|injury|out|long)|<duration> (off|out|break|lay off|layoff)|time off|lay off|"
        "layoff|did not run for|"
        "not run for|post (natal|partum|baby|covid)|started (running|again|in|last|this|up|<duration>)|lockdown|"
        "took (a|<duration>|time) [break|off|out]|week <number>|(second|third|2nd|3rd|fourth) week|getting back)",
        no="(<number> years|years|for years|ages|decades|veteran|seasoned|lifer|experienced|never stopped|"
            "consistent*|regular|since (school|i was|uni|college|<number>)|been (running|at it) [for] (years|"
            "<number>|ages|since)|"
        "all (year|my life)|old hand|long time|lifelong|always run|no break|year round|non stop)",
    ),
    *_at(
        "training.lots_of_running",
        yes="(every day|daily|streak*|6 days|7 days|six days|seven days|5 days|five days|twice a day|double*|no "
            "rest*|rarely rest|<number> (mpw|miles a week|km a week|miles per week)|never (rest|take|miss)|"
        "marathon (training|block)|high mileage|all the time|too much|addict*|obsess*|loads|lots|most days|"
        "ultra*|no days off|too many|5 6 (days|times)|hate rest*|(do not|never) (take|do|have|like) rest*)",
        no="(couple of|few|2|3|two|three|twice|once|1 2|2 3|3 4) [jogs|runs|times|days|x] [a|per|week]; (plenty|"
            "lots|loads) of rest; (just|only) (a|at|on) [few|weekend*|parkrun|couple|parkruns]; (rest days|rest day) "
        "(between|every|after|in); casual*; (weekend*|weekends) [only|warrior]; every other day; low mileage; "
        "not (a lot|much|loads|that much|many|really); occasional*; moderate*; parkrun [only]; (now and then|"
        "now and again); once a (week|month)",
    ),
    *_at(
        "training.hard_for_years",
        yes="(club (runner|racing|level)|marathons (every|since|for|twice|each)|racing (since|for)|competi*|"
            "elite|county|national|track (since|at)|high mileage|<number> (years|yrs) [of] [hard|racing|"
            "training|marathons|serious|now]|"
        "decades|since (school|college|uni|<number>|i was|my)|all my (life|adult)|<number> (marathons|ultras)|"
        "ultra*|years of (it|hard|racing|training)|for (years|ages|decades|<number>)|"
        "<number> (mpw|miles a week) (for|since))",
        no="(only|just) (started|began|since|been|a (year|few|couple|beginner)|<number>|for fun|jog*|casual*|"
            "parkrun); never (really) (raced|hard|serious*|trained|pushed); (casual*|beginner|newbie|new to|new "
            "(at|runner)|plodder|fun|social|jogger|easy|hobby*|"
        "recreation*|slow|plod|gentle|c25k|couch|jog*); started (in|last|this); (a|few|couple of|two|six|"
        "<number>) (months|weeks)",
    ),
    *_at(
        "training.ran_through_pain",
        yes="(kept (going|running|at|on|training)|ran (through|on|it|with|another|for|a|<number>)|carried on|"
            "pushed (through|on)|ignored|stubborn|another|couple of (runs|weeks|days)|few (weeks|runs|days|more|"
            "months)|"
        "for (a|<duration>|weeks|months|about|ages|the) [while|bit]|<duration> (of|before|until|till)|too long|"
        "should have stopped|did the race|finished|still (am|running|run|do|did|ran)|gritted|"
        "hoped it|thought it would|painkillers|ran the|through it|idiot|like an idiot|stupidly|foolish*|until i "
        "could not|did a (marathon|race|half|10)|months|weeks|hoping)",
        no="(stopped (straight|right|immediately|running|at once|there|as soon|that day)|stopped|soon as|"
            "hobbled (home|back)|walked (home|back)|that was it|not run since|no run* since|have not run|quit "
            "(running|straight)|rested (straight|immediately|right)|"
        "could not (run|go on|carry on|continue|even)|pulled (out|up)|called (it|a|my)|limped (home|back|off)|"
        "got a (lift|taxi|cab|uber)|gave up (straight|right))",
    ),
    *_at(
        "training.new_surface",
        yes="(started [doing|running] [on] (trail*|track|road*|the (road*|trail*|track)|treadmill)|moved to|"
            "switched|swapped|instead of|first time on|from [the] (treadmill|grass|road*|trail*|track) to|beach|"
            "sand|new (route|trail|track|surface|ground)|"
        "on holiday|first trail*|hard ground|concrete|cobbles|went (off road|onto)|astro*|off road|track "
        "(session*|club|work)|treadmill all winter|joined a track|more (road|trail|pavement|track)|changed (to|"
        "from|route)|boardwalk)",
        no="(same (route|routes|path|paths|roads|ground|surface|trails|as|old|loop|park|place)|the same|always "
            "(the|on|run|been)|usual (route|path|roads|loop)|no change|nothing new|as (ever|always|usual)|never "
            "(change|left)|stuck to|still the|have not changed)",
    ),
    *_at(
        "training.new_form",
        yes="(forefoot|midfoot|mid foot|toe (running|strike|striking)|cadence|pose|chi (running)|barefoot "
            "(style|running|technique)|switched (to|from)|changed (my|to|the)|land* (on|more)|shorter stride*|"
        "(longer|shorten*|lengthen*) [my] stride*|off my heels|heel (strike|striking) to|zero drop|up on my "
        "toes|more upright|lean*|coach (changed|got me|had me|told)|youtube|watched|gait (retraining|coach)|"
        "trying to (run|land|change|up|increase|fix)|tried (to|that|the|running)|"
        "new (technique|style|form)|quicker steps|was told to)",
        no="(same (as|style|form|way|old|stride)|the same|always (been|run|the)|no change|nothing (new|changed|"
            "different)|natural*|never thought|just run|as (ever|always|usual)|run (how|the way|like) i (always|"
            "ever)|heel striker|heel strike as)",
    ),
    *_at(
        "training.other_load",
        yes="(hike*|hiking|hikeing|trek*|walk* (all|a lot|loads|miles|everywhere|round|around|tour|holiday|"
            "<number>|20|the)|festival|disney*|moved house|moving house|house move|new job|on my feet (all|a "
            "lot|more|for|at)|stand* (all|a lot|for|job|desk|up|at)|"
        "decorat*|garden*|sightsee*|city break|shifts|warehouse|nurse|waitress*|retail|holiday|diy|dancing|"
        "conference|trade show|camino|backpack*|carry*|<number> (steps|k steps)|wedding|theme park|"
        "tour*|bar work|kitchen|teaching|chef|long shift*|double shift*|painting|building|removal*|ruck*|expo|"
        "new puppy|got a dog|ladder*|munro*|lake district|snowdon|mountain*)",
        no="(desk|sat (all|down|at|on)|sitting|sit (all|at|down)|wfh|work from home|working from home|couch|"
            "sofa|nothing (unusual|out|extra|special|different|else|new|like)|normal|usual|office|same as|"
        "just [the] running|no more than|as (ever|always|usual)|sedentary|lazy|lockdown)",
    ),
    *_at(
        "training.wet_runs",
        yes="(all (weather*|the time|winter|year)|rain or shine|whatever the weather|(seattle|scotland|"
            "manchester|wales|ireland|england|uk|vancouver|glasgow|oregon|portland|yorkshire|britain|belfast|"
            "cornwall|the lakes) [all|so|,]|"
        "puddle*|muddy|mud|bog*|love (it|the rain|running in)|live in (scotland|wales|seattle|manchester|"
        "ireland|england|the uk|glasgow|oregon|vancouver)|most (days|runs|of)|soaked|drenched|dew|streams|river*|"
        "yes (always|often)|wet grass|fell*|trail* (get|are) wet|when it rains|rain does not|if it rains i|it "
        "is (always|britain|england) rain*|always wet|often|sometimes|winter*|snow|do not mind)",
        no="(treadmill|indoors|inside|gym|desert|arizona|california|dry (here|only|days|weather)|fair weather|"
            "avoid|hate (rain|the rain|it|getting)|stay (in|home|dry|indoors)|never rains|wait (for|until|till)|"
            "hardly ever|rarely|only (when|if) [it is] dry|"
        "dubai|texas|spain|phoenix|las vegas|skip (it|if|when)|wimp)",
    ),
    *_at(
        "training.uphill",
        never="(pancake|flat|fens|never|treadmill [at|on] (0|zero|flat)|no hills|what hills|not at all|norfolk|"
            "holland|netherlands|florida|track only|only flat|no|none|nope|avoid*|dead flat|zero|canal|east anglia|"
        "flatlander|there are no|not (a|any) hill*|denmark|prairie)",
        sometimes="(sometimes|occasional*|now and (then|again)|a (bit|few|little|couple)|bit|once (a|in)|twice "
            "a month|rolling|not (much|often|a lot|that often|many|really)|some|few (hills|times|gentle)|"
        "from time to time|here and there|mix*|every (other|so|few)|once or twice|odd (hill|one)|gentle|"
        "undulat*|moderate*|rarely|hardly (ever|any)|bit of both|couple|weekends|depends|small|one hill|when i "
        "(have|visit)|one|slight*)",
        often="(often|all the time|always|every (run|day|time|week)|loads|a lot|lots|constantly|most (runs|days|"
            "of)|hilly|hill (reps|repeats|sprints|training|session*)|mountain*|live [in|on|near] [the|a|some] "
            "(hill|hills|mountain*|valley|lakes|alps|fells|peaks)|fell (run*|race*)|steep|"
        "(twice|once|<number> times|2 x|<number> x) a week|weekly|tons|regular*|very|plenty|valley|everywhere|"
        "it is all|daily|trail runner|usually|frequent*|up and down|"
        "can not avoid|unavoidable|on a hill|any direction|hills are)",
    ),
    *_of(
        "training.terrain",
        road="(road*|pavement*|tarmac|sidewalk*|asphalt|concrete|street*|paved|cycle path|canal path|towpath "
            "tarmac|blacktop|bike path|paths in town|city)",
        trail="(trail*|fell*|off road|offroad|mud|woods|forest|gravel|mountain*|towpath|canal|footpath*|dirt|"
            "bridleway*|singletrack|moor*|path through|country*|hills|fire road*|xc|cross country)",
        track="(track*|tartan|oval|athletics)",
        treadmill="(treadmill*|gym|dreadmill|indoor*|tready|hamster wheel)",
        grass="(grass*|park*|field*|pitch*|lawn|playing field*|football pitch*|xc|cross country)",
        sand="(sand*|beach*|dunes)",
    ),
]  # fmt: skip

_SHOES = [
    *_at(
        "shoes.worn",
        yes="(tread* [is|has|are] (gone|worn|bald)|bald|hole*|knackered|falling apart|dead|shot|past it|on "
            "(their|its) last|worn (out|through|down|smooth|thin|flat|at|on|away)|worn|flat|old|ancient|smooth|"
        "battered|trashed|need (replacing|new|to replace|changing)|(heel|sole|toe|midsole|cushion*|foam|grip|"
        "tread|outsole|outside|inside|uppers) [is|has|have|are] [all|pretty much|completely] (gone|worn|flat|"
        "compressed|dead|torn|ripped|split|wearing)|no (tread|cushion*|grip|bounce|life)|"
        "(<number>|thousand|two|three|four|five) (years|year) old|thousand (miles|km)|lost (their|the|all)|seen "
        "better|wrecked|creased|compressed|done|had it|toe poking|squashed|due for|overdue)",
        no="(new|brand new|fresh|still (good|ok|fine|new|springy|got|plenty)|look (fine|new|ok|good)|only "
            "(<number>|had|a|got|bought|couple)|good (nick|condition|shape|as new)|few (weeks|months|runs) old|"
            "plenty of|nearly new|fine|"
        "replace* (them|every|regularly)|just (bought|got|replaced)|mint|pristine|month old|weeks old|last "
        "month|last week|barely (used|worn)|box)",
    ),
    *_at(
        "shoes.type",
        neutral="(neutral|pegasus|ghost*|cumulus|nimbus|clifton*|bondi*|novablast*|1080*|880*|wave rider*|"
            "cushion*|ride|triumph|glycerin*|vaporfly|mach*|ultraboost|boston|rincon|cloud*|normal ones|just "
            "normal|carbon|plush)",
        stability="(stability|support|supportive|motion control|kayano*|gt 2000|gt2000|gts|adrenaline*|guide*|"
            "arahi|gaviota|860*|structure|medial|anti pronation|for [over] pronat*|inspire|beast*|overpronation "
            "shoes|support shoe*|post|hurricane|posted|for overpronators)",
        minimalist="(minimal*|barefoot|vivo*|five fingers|fivefingers|vibram*|xero*|zero drop|thin and flat|"
            "thin|merrell glove*|flats|racing flat*|sandals|huarache*|toe shoes|plimsoll*|luna*)",
        other="(trail (shoe*|ones|running)|trail|spikes|converse|vans|football boots|cross trainer*|gym (shoe*|"
            "trainers)|speedcross|speedgoat*|altra*|fashion|tennis shoes|skate|work|boots|walking|hiking|"
        "not running shoes|crocs|xt|crossfit|nano*|court|air (max|force)|casual)",
    ),
    *_at(
        "shoes.recent_change",
        yes="(switched|swapped|changed|moved (to|from)|new (shoes|pair|brand|ones|trainers|model|kind|type|"
            "spikes)|first (pair|time|run) (in|of)|different (brand|shoe*|model|make|kind|type|one*)|went (from|"
            "to) [a|nike|asics|hoka|brooks|zero|minimal*]|hoka*|zero drop|barefoot|bought|spikes|flats|"
        "minimal*|carbon|vaporfly*|got (some|a|new)|trying|from (nike|asics|brooks|hoka|saucony|neutral|"
        "stability|cushion*)|started (wearing|using|in)|stability|super shoes|lower drop|wore (my|an|some|the) "
        "(old|different|new)|work boots|trail shoes)",
        no="(same (shoe*|model|brand|pair|ones|as|old|make|type)|exact same|the same|always (wear|worn|the)|"
            "been (wearing|using) .. (years|months|ages)|just replaced [them] with|no change|have not changed|"
            "nothing new|old (ones|pair|faithfuls)|"
        "identical|like for like|newer version|months ago|years ago|ages ago|same .. again|after the pain|since "
        "then)",
    ),
    *_at(
        "shoes.toe_box",
        narrow="(narrow|tight|squash*|squish*|cramp*|snug|pinch*|no room|not (much|enough|a lot of|any) (room|"
            "space)|small|pointy|pointed|touch* the (front|end)|rub*|hit the (front|end)|squeez*|crush*|too "
            "(small|short|tight|narrow)|scrunch*|jammed|overlap|crowded|crammed|hits|packed|toes curl)",
        normal="(normal|average|fine|ok|okay|regular|enough|standard|just right|about right|thumb*|decent|"
            "comfortable|comfy|good|alright|medium|bit of room|reasonable|sufficient|neither|perfect|not tight|"
            "adequate)",
        wide="(wide*|loads|lots|plenty|roomy|a lot|too big|spacious|altra*|topo*|foot shaped|swim*|splay|"
            "wiggle*|huge|massive|2e|4e|loose|big|spread|tons|half a size (up|bigger)|size up|too (much|wide)|slip*)",
    ),
    *_at(
        "shoes.tight_on_top",
        yes="(tight*|lace* (dig|digs|press*|cut*|too|leave)|press*|dig*|mark*|cut* in|lace* [them][up] (tight*|"
            "hard)|high instep|pressure|rub*|squeez*|pinch*|snug|dent*|groove*|imprint*|crank|strangl*|"
            "uncomfortable|tongue (digs|rubs|presses)|bite*|biting)",
        no="(loose*|plenty|slack|skip* (a|an|eyelet*|lace)|elastic|fine|comfortable|comfy|roomy|slip on*|lock "
            "laces|not tight|ok|slide)",
    ),
    *_at(
        "shoes.hard_heel",
        yes="(hard*|stiff*|rigid|rub*|dig*|raw|blister*|cut* in|solid|press*|plastic|firm|rock|digs|unforgiving|"
            "tough|brick)",
        no="(soft*|pad*|cushion*|flexible|fine|comfortable|comfy|squish*|sock|bend*|collapsible|no heel|"
            "backless|floppy|plush|flimsy|mushy|cut out|give)",
    ),
    *_at(
        "shoes.ventilated",
        yes="(mesh|breath*|airy|knit|holes|cool|vented|ventilat*|fine|loads of air|sandals|see through|flyknit|"
            "light|thin|feel the (wind|air|breeze)|wind (goes|comes))",
        no="(gore tex|goretex|gtx|waterproof|leather|sweat*|hot|boiling|sauna|plastic|stuffy|stink*|oven|rubber|"
            "cook*|thick|swamp*|roast*|canvas|bake*)",
    ),
    *_at(
        "shoes.damp",
        yes="(always (wet|damp)|wet|damp|never (dry|get|fully)|no time to dry|soggy|still (wet|damp)|only (have|"
            "got|own|one) [one|a|pair]|one pair|stink*|moist|put .. back on|soaking|squelch*|do not (dry|get|"
            "have time)|back to back|winter|often|sometimes|most (days|mornings|of))",
        no="(dry|rotate|two pairs|2 pairs|three pairs|several pairs|airing|newspaper|radiator|let (them|em) dry|"
            "dry (out|them)|airing cupboard|bone|always dry|dryer|alternate|spare)",
    ),
    *_at(
        "socks.material",
        cotton="(cotton|sports socks|tube socks|normal socks|primark|cheap|multipack|hanes|white socks|ordinary|"
            "regular socks|everyday|fruit of the loom|work socks|cottony|m&s|supermarket|gym socks)",
        synthetic="(synthetic*|poly*|nylon|coolmax|dri fit|drifit|dri fit|dryfit|dry fit|technical|tech|running "
            "socks|acrylic|balega*|feetures|man made|stance|injinji*|wicking|elastane|lycra|hilly|nike|spandex|"
            "microfib*|polypro*|proper running|1000 mile|"
        "compression|asics|sweat wicking|karrimor|moisture|bamboo synthetic|plastic|thorlo*)",
        wool="(wool*|merino|smartwool|darn tough|icebreaker|woolly|bridgedale)",
        none="(none|no socks|sockless|without|barefoot|commando|do not wear (any|socks|them)|bare feet|go "
            "without|not wear)",
    ),
    *_at(
        "socks.damp",
        yes="(always|soak*|drench*|sweat*|wet|wring*|damp|drip*|moist|clammy|squelch*|swamp*|often|stink*|every "
            "run|most (days|runs)|sopping|after every|soggy)",
        no="(dry|change (them|em)|wick*|fine|rarely|not often|fresh|only (on|in|when|if)|merino|not sweaty|powder)",
    ),
]  # fmt: skip

_PAIN = [
    *_of(
        "pain.location",
        heel="(heel*|calcaneus)",
        arch="(arch*|instep underneath|inner hollow|hollow of|plantar fascia)",
        achilles="(achilles|heel cord|back of (my|the) (ankle|heel above)|tendon (above|behind|at the back)|"
            "cord (above|behind|at))",
        calf="(calf|calves|gastroc*|soleus|lower leg at the back|back of [my|the] [lower] leg)",
        big_toe_joint="(big toe (joint|knuckle)|bunion*|1 st mtp|1st mtp*|first mtp*|mtp joint|base of [my|the] "
            "big toe|knuckle .. big toe|joint .. big toe|big toe (where|at) it (bends|joins)|hallux joint|(joint|"
            "knuckle) [at (its|the) base]|base joint)",
        top_of_foot="(top of [my|the|both] [foot|feet]|across the top|under the (lace*|tongue)|on top|upper "
            "foot|instep|laces|tops of|dorsal)",
        ball_of_foot="(ball* of|forefoot|front (of|part) [my|the] (foot|sole)|behind (my|the) [second|little|"
            "middle|2nd|3rd|big] (toe|toes)|met* head*|metatarsal*|under (my|the) [second|2nd|3rd|middle] toe*|"
            "sesamoid*|ball)",
        midfoot="(midfoot|mid foot|middle of [my|the] foot|navicular|cuboid|lisfranc)",
        sole="(sole*|bottom of [my|the] (foot|feet)|underneath [my|the] (foot|feet)|underside|under [my|the] "
            "(foot|feet)|underfoot)",
        outer_edge="(outer edge|outside (edge|of (my|the) (foot|feet))|outer (side|part) of (my|the) foot|"
            "little toe side|lateral (side|edge|foot)|pinky [toe] side|5th met*|fifth met*|side of [my|the] "
            "foot by the little)",
        between_toes="(between [my|the] [last|little|two|fourth|4th] [two] toe*|in between (my|the) toes|web* "
            "(of|between)|skin between)",
        toenail="(toenail*|nail*|toe nail*|nailbed)",
        toes="(little toe|pinky|second toe|2nd toe|third toe|3rd toe|middle toe*|toes|toe tip*|tips of [my|the] "
            "toes|4th toe|fourth toe|5th toe|smallest toe|[the] toe itself|toe proper)",
        ankle_outer="((outside|outer|lateral|outer side) [side] [of|part of] [my|the] [right|left|both] ankle*|"
            "ankle* .. on the outside|outer ankle*|ankle .. (outside|outer)|bony (bit|bump|knob) on the outside|"
            "outer ankle bone|peroneal*)",
        ankle_inner="((inside|inner|medial|inner side) [side] [of|part of] [my|the] [right|left] ankle*|ankle* "
            ".. on the inside|inner ankle*|ankle .. (inside|inner)|bony (bit|bump|knob) on the inside|behind "
            "(my|the) inner ankle*|posterior tib*|tarsal tunnel)",
        ankle_front="(front of [my|the] [right|left] ankle*|ankle .. (front|bends)|front ankle*|ankle crease|"
            "across (my|the) front)",
        whole_foot="(whole (foot|thing)|entire foot|all (over|of it)|everywhere|every bit)",
    ),
    *_at(
        "pain.side",
        left="(left*|l|lft|lefty|lh); left ... right [one|foot|side] [is] (fine|ok|good|normal|"
            "perfect)", right="(right*|r|rt|righty|rh); right ... left [one|foot|side] [is] (fine|ok|good|"
            "normal|perfect)",
        both="(both*|each|left and right|two|right and left|bilateral|either|all two|the pair|l and r|r and l|l "
            "/ r|l & r|alternat*|either one|swaps|switches sides)",
    ),
    *_of(
        "pain.quality",
        stabbing="(stab*|knife|knives|needle* (in|going)|jab*|skewer*|dagger|nail (in|through|going)|ice pick|"
            "stepping on [a] (nail|glass|knife)|like (glass|a nail|nails|a knife))",
        burning="(burn*|fire|hot|scald*|burny|searing|acid|flame*|on fire)",
        bruised="(bruis*|stone bruise|been (hit|kicked|punched|whacked)|beaten|battered|tender|stepping on [a] "
            "(stone|pebble|rock)|hit with)",
        aching="(ach*|toothache|tooth ache|nagging|dull ache|sore ache|gnawing)",
        dull="(dull)",
        sharp="(sharp*|razor|pinpoint|cutting)",
        shooting="(shoot*|electric*|zap*|lightning|shock*|radiat*)",
        throbbing="(throb*|puls*|pounding|beats|heartbeat|thump*)",
        tingling="(tingl*|pins and needles|pins n needles|numb*|fizz*|prick*|buzz*|fuzzy|ants|gone to sleep)",
        itching="(itch*|scratch*)",
        stiff="(stiff*|rusty|seiz*|locked|creaky|will not bend|rigid)",
        tight="(tight*|pull*|rope|tugging|short|stretched|taut|elastic)",
        cramping="(cramp*|spasm*|charley horse|grip*|clench*|knot*)",
    ),
    *_of(
        "pain.worst",
        morning="(morning*|getting (up|out of bed)|first (thing|steps|step)|wake* up|waking|out of bed|when i "
            "get up|on waking|<number> am|in the am|at breakfast|when i wake|crack of dawn)",
        after_sitting="(after (sitting|sat|a sit|driving|rest|resting|being sat|a long drive|long (drives|sits|"
            "meetings))|get* up (from|after)|stand* up (after|from)|from my desk|sitting (then|for)|up from (a "
            "chair|the sofa|my|the)|when i stand up|after [my] (lunch|commute|meetings))",
        start_of_run="(start of [a|my|the] run*|first (mile|km|k|few|<number>|minutes|<number> minutes)|"
            "beginning of (a|the|my)|starting (a run|to run|out|off)|setting off|set off|when i (start|first "
            "start|set off)|warm* up)",
        during_run="(during [a|my|the] [run*]|while [i am] running|when i run|running|when (running|jogging)|"
            "mid run|on [the] run*|last (mile*|km|few miles)|towards the end of (a|my|the) run|on long runs|"
            "long runs|downhill*|late in (a|the|my) run|at speed|when i (sprint|go fast|speed))",
        after_run="(after [a|my|the|i|long|hard|each|every] (stopped running|have stopped running|i have "
            "stopped [running]|run*|have run|ve run|stopped running|stop running|race*|session)|post run|"
            "(afterwards|afterward|after)$|hours (after|later)|day after|next (day|morning)|evening after|once "
            "i (stop|have stopped|cool)|when i (stop|cool)|following day|afterwards|cool* down|cooled)",
        standing="(stand*|on my feet|queue*|queuing|long shift*)",
        walking="(walk*|stairs|steps|every step|hik*|stroll*)",
        barefoot="(barefoot|bare foot|bare feet|without shoes|no shoes|hard floor*|tiles|wooden floor*|shoes "
            "off|kitchen floor|wood floor*)",
        end_of_day="(evening*|end of (the|my) day|by (night|evening)|after work|late in the day|last thing|by "
            "the end|tea time|by teatime)",
        night="(at night|night*|in bed|asleep|sleep*|middle of the night|wakes me|3 am|small hours|lying in bed|"
            "overnight)",
        at_rest="(at rest|rest|resting|lying|laying|sat (down|still)|sitting (still|down)|when i (sit|rest|lie|"
            "stop moving)|feet up|on the sofa|not moving|doing nothing|watching tv)",
        constant="(constant*|all the time|always|24 7|24 / 7|never (stops|goes|lets)|non stop|nonstop|"
            "(,|.|and|hurt*|ache*|aching|sore|pain|painful|it|is|there|me|lasts|basically|literally|pretty much|"
            "just|yes|night and|throbs|throbbing|goes on) all day|round the clock|every minute|no let up|day "
            "and night|permanent*|continuous*|never not); ^ all day",
    ),
    *_at(
        "pain.onset",
        sudden="(sudden*|out of nowhere|instant*|bang|snap*|all at once|one (minute|second|step|moment|stride)|"
            "just went|in a flash|immediate*|overnight|mid (run|stride|race|step|sprint)|felt (it|something) "
            "(go|pop|snap|tear|give|pull)|and it went|out of the blue|woke up (with|and)|exact moment|"
        "popped|landed|like (someone|somebody|being|i had been|a) (kick*|shot|hit|whip)|stepp* (off|on|in|"
        "wrong)|twist*|rolled|boom|straight away|right away|in one go|all of a sudden|pulled up|sharp pain|"
        "tripp*|fell|during a (race|sprint|run)|at mile <number>|quick*|abrupt*|crack)",
        gradual="(gradual*|slow*|crept|creep*|built (up|over)|build* up|over (a|the|time|several|<duration>|"
            "weeks|months|few|a few|about)|bit by bit|little by little|got [a][bit|little] (worse|bad)|niggl*|"
            "came on (gradual*|slow*|over)|started (as|off|with|out|small|mild*)|progressive*|"
        "steadily|sneaked|snuck|day by day|week by week|worse every|worsen*|ages|grew|mild at first|grumbl*|no "
        "(particular|one|single|specific) (moment|day|time|thing|incident)|just (appeared|built|got|came|"
        "noticed)|drip|insidious*|increasing*|not sudden|sort of appeared|can not pin*|ignored it)",
    ),
    *_at(
        "pain.before",
        yes="(last (year|season|time|summer|winter|spring|autumn|month)|<number> (years|months|yrs) (ago|back)|"
            "years ago|few (years|months|times) [ago|back]|couple of (years|months|times) [ago|back]|comes (and "
            "goes|back)|recur*|every (year|few|time|winter|spring|marathon|so)|on and off|off and on|flare* up|"
            "same (spot|place|pain|thing|foot|one|again|"
        "as)|again|old (injury|friend|problem|enemy)|as a (teen*|kid|child)|used to|(had|got) it (before|in|"
        "last|when|as|twice|once)|second (time|bout)|third (time|bout)|twice|once before|once|since <number>|in "
        "<number>|chronic|deja vu|before|several times|many times|when i was|back in)",
        no="(first (time|ever|bout|one|episode)|new (to me|one|pain|thing|for)|never (had|felt|before|ever|"
            "like)|other (foot|side|ankle|leg|one)|different (place|spot|foot|pain|thing|side|kind|one)|brand "
            "new|totally new|not (this|here|like this|the same|in this)|nothing like)",
    ),
    *_at(
        "pain.trend",
        better="(better|improv*|heal*|easing|on the mend|less (painful|sore|pain)|going (away|down)|settling|"
            "nearly (gone|there|better)|slowly [getting] better|turning a corner|getting there|fading|recover*|"
            "calm* down|almost gone|mending|subsid*|good direction|decreas*|up [a bit]|gone|eased|lessening)",
        worse_fast="(worse (by|every|each|than) [the] (hour|day|minute|yesterday|this morning|last night|daily|"
            "hourly)|(much|way|lot|loads|far) worse (than|since|in|over|after|today|overnight) [yesterday|today|"
            "last night|the last|this morning|a day|<number>|two days|the past]|rapidly|fast|quickly|by the "
            "(hour|day)|overnight|"
        "worse (fast|quick*|rapidly|daily|hourly|today|tonight)|spiral*|every (hour|day) [it is|it gets|gets]|"
        "by the minute|going downhill fast|hour by hour|day by day worse|exploding|skyrocket*)",
        worse="(worse*|deteriorat*|going downhill|more (painful|sore|often|intense)|creeping up|increas*|not "
            "good|wrong (way|direction)|building|sorer|intensif*|downhill|bad to worse|stronger)",
        same="(not [much|any|really|so] better|"
            "same|no (change|different|better|improvement|worse)|unchang*|not (changed|changing|shifting|"
            "budging|moving|improving|getting any|getting better|better or worse|really changed|gone)|static|"
            "stable|stuck|plateau*|neither|constant|level|no difference|still there|just there|will not shift|"
            "not any better|steady|as it was|stays|persist*|stagnant|"
        "stayed the same|lingering|no better [or|nor|no] [no] worse|no worse [or|nor|no] [no] better|much of a "
        "muchness|flat|holding|as bad|will not (shift|budge|go|heal))",
        up_and_down="(up and down|good (days|and bad|day)|bad days|comes and goes|on and off|off and on|"
            "fluctuat*|var*|yo yo|one (day|week|minute) .. (next|other)|depends|some days|swings|roller*|better "
            "then worse|better and worse|back and forth|in waves|ebb*|day to day|hit and miss|bad .. good|goes "
            "and comes|better .. then .. (worse|back)|intermittent*|unpredictable|"
        "random*|waxes|now better now)",
    ),
    *_at(
        "pain.with_activity",
        eases_then_returns="((eases|ease|fade*|better|goes|warms up|loosens|fine|disappears|settles|improves|"
            "wears off|numb*|gone) ... then [it] [is|comes|starts|kicks|gets|creeps|hurts|returns|returning|"
            "worse|sore|back|again|pain|came|flares|hits|builds|goes] [back|in|again|later|worse|up|hurting]|"
            "comes back (later|after|towards|at|near|in|once|when)|returns|back (later|after|by|again|towards|"
            "at|with)|eases .. (back|returns|again)|(good|fine|ok) for (a|the|<number>) .. then)",
        eases="(eas*|loosen*|warm* up|goes (away|off)|better|improv*|fade*|disappear*|less|wear* off|settles|"
            "vanish*|hardly (notice|there|feel)|forget* about|walk it off|run it off|get* going|goes|stops|"
            "subsid*|diminish*|works itself out|shake* off|gone after|fine (after|once)|lessen*|calms|soften*|"
            "clears|reduces|numbs|runs off|melts|off)",
        same="(same|no change|constant|unchang*|no different|does not (change|matter|care|ease|get|vary|go|"
            "shift)|neither|no difference|not (change|really change|much)|steady|stays|always there|consistent|"
            "stays (put|there)|just there|never changes|throughout|level|persist*|the whole time|regardless)",
        worsens="(worse*|increas*|build*|builds|more (pain*|i|it)|intensif*|aggravat*|grow*|ramps|hurts more|"
            "gets bad|unbearable|flare*|harder|stronger|escalat*|creeps up|sorer|agony|screaming|have to stop|"
            "until i stop|till i stop|ends up|climbs|can not continue)",
    ),
    *_at(
        "pain.with_distance",
        yes="((always|every time|usually|clockwork|each time|like clockwork|dead on|around|at|after|about|bang "
            "on) .. (mile|miles|k|km|minutes|mins|min) ... (gone|goes|stop*|fine|eases|fades|disappears|clears|"
            "ok|walk|vanish*|then|rest)|like clockwork|same (point|distance|spot|time|place|mile) (every|each|"
            "of)|every time|(soon|once|when|if|as) [as] i (stop|rest|walk) [it|goes|fine|gone]|(goes|gone|fine|"
            "stops|clears|eases|fades) (in|within|when|as|once|after|if|soon)|"
        "always (at|about|around|after|the same)|mile <number> [every]|<number> (min|mins|minutes|miles|k|km) "
        "(in|then|and|every|each))",
        no="(random*|no pattern|no (particular|set|specific) (distance|point)|var*|different (every|each|"
            "distance*)|(does not|not) (go|stop|ease) (for|away|until|when|once)|(hurts|there|sore) from [the] "
            "(start|first|beginning|off)|from (step one|the start|the off|the word|the first|the beginning)|all "
            "the time|constant*|straight away|unpredictable|lasts (for|hours|days|all|the)|"
        "(stays|lingers|hurts|sore|aches) (for|hours|all|days|afterwards|after|long)|worse after|right away|no "
        "rhyme|hours (after|afterwards|later)|for hours|for days|not [really] related|whenever|any time|anytime|"
        "immediately|comes and goes)",
    ),
    *_at(
        "pain.back_after_rest",
        yes="(within (<number>|ten|minutes|an hour|the hour|half|a few|20)|soon as i (sit|stop|rest|cool|put)|"
            "once i (sit|stop|rest|cool|put)|when i (sit|stop|rest|cool|get up)|straight (away|back)|<number> "
            "(min|mins|minutes) [later|after]|half an hour|stiffens|seizes|comes (back|straight|right)|an hour "
            "(later|or so)|every time i (sit|stop|rest)|right away|almost immediately|always|on the (sofa|"
            "couch)|after (sitting|a sit|dinner|resting|a few)|when i (get up|stand)|quickly|by the time|stiff "
            "again|throbs|"
        "as soon)",
        no="(stays (away|gone|fine|better|good)|gone for|(rest|resting|sitting|feet up|off my feet) (helps|is "
            "fine|eases|makes it better|sorts|feels (good|better|fine))|fine (when|at|once|sitting|resting|"
            "after|for|off)|next (day|morning|run)|only when (i|running|walking|moving)|not until|better (with|"
            "when|after|once)|takes (hours|a|until|longer)|hours later|settles|(stays|goes) off|"
        "several hours|till the next|until the next|lasts longer|goes away|never goes|never (leaves|goes|stops)|"
        "following day|no pain (at|when|sitting)|eases|does not)",
    ),
    *_at(
        "pain.in_shoes",
        yes="(soon as i take|take* (them|my shoes) off|taking (them|my shoes) off|off (and|they|it) (it|goes|"
            "fine)|loosen*|only in (shoes|my|certain|those|these|tight|dress|work|narrow|heels|trainers|"
            "running)|(barefoot|flip flops|sandals|slippers|bare feet) [is|are|it is|feels] (fine|ok|no pain|"
            "better|great|good)|fine (barefoot|in (sandals|slippers|flip flops|socks)|without|at home)|tight "
            "shoes|work shoes|goes (when|once) (they|i|shoes)|shoes (make|cause|trigger|hurt|bring|press)|"
            "better without|undo*|relief when|kick (them|my|off)|laces)",
        no="(all the time|barefoot (too|as well|is worse|it hurts|hurts|also|worse)|worse barefoot|(with|in) "
            "(or|and) (without|out)|shoes (or|on or|make no|help|do not matter|are better|no)|either way|no "
            "difference|regardless|shoes [actually] help|always (there|hurts)|even (barefoot|without|in "
            "slippers|with (them|shoes) off|at night)|in (everything|anything|any shoe*|all shoe*)|does not "
            "matter|same (with|in|barefoot|either)|better in (shoes|trainers|them)|constant|stays|whatever i "
            "(wear|put)|still (hurts|sore|there)|does not matter|any shoe*|both)",
    ),
    *_at(
        "pain.weight_bearing",
        painless="(does not hurt|no pain|painless|fine|not (painful|sore|at all)|nothing|ok|no problem*|pain "
            "free|doesnt hurt|comfortable|normal|good|no issue*|absolutely fine|only [hurts][when] running|zero "
            "pain|can not feel|all good|perfect*|feels (fine|ok|normal|good)|no (discomfort|trouble))",
        slight="(a (bit|little|touch|tad)|bit (sore|tender|uncomfortable|painful|achy|stiff)|slight*|mild*|sore "
            "but|bearable|manageable|tender|uncomfortable|niggl*|hurts (a bit|a little|some|slightly)|twinge*|"
            "tolerable|ok (but|ish)|not (too|that|so|very|really) (bad|painful|sore|much)|achy|discomfort|"
            "somewhat|little (sore|bit)|walk (fine|ok|on it|normally)|moderate*|sore|minor|can walk|not great|"
            "iffy|some (pain|discomfort)|kind of|dull|bit|meh|stiff)",
        severe="(bad*|agony|kill*|excruciat*|severe*|really (hurts|painful|sore|bad)|very (painful|sore|bad)|"
            "hurts (a lot|like|loads|so|really|bad*|lots)|limp*|hobbl*|awful|terrible|horrible|extremely|brutal|"
            "crutch*|intense|sharp pain|wince|stabbing|nasty|hell|barely (walk|put|stand|bear|touch)|just about|"
            "tiptoe*|heel only|ouch|quite painful|lot of pain|(few|couple of) steps but|so (painful|sore)|"
            "painful|hop*|unpleasant|on my (toes|heel)|torture|scream*|can hardly|hardly)",
        impossible="(impossible|can not (walk|stand|put|bear|weight|take|at all|do it|even|step|manage|"
            "tolerate)|could not (walk|stand|put|take|bear)|no way|not (possible|a chance|a step|one step|even "
            "(one|a|two|four))|unable|crawl*|wheelchair|no weight|can not|collapse*|buckles|nope|unbearable|not "
            "able|zero weight|carried)",
    ),
    *_at(
        "pain.limp",
        yes="(limp*|hobbl*|waddl*|like (a pirate|an old|a penguin|my|quasimodo)|shuffl*|walk* (funny|weird|odd|"
            "on my (toes|heel|tip)|on the (side|outside|edge|outer))|favour*|favor*|crutch*|stick|(first|in the|"
            "every|most) (thing|morning*|few steps)|after (sitting|a run|runs|running)|noticeabl*|by [the] "
            "(evening|end)|when (it is|tired|i get|i first|i walk)|bad*|a fair bit|compensat*|tip toe*|tiptoe*|"
            "dragging|gingerly|people [have] notice*|wife says|slow*|toe walking)",
        no="(walk* (fine|ok|normal*|straight|is fine|without|no problem)|normal*|fine|only (when i run|running|"
            "after|when running|on|if)|just when i run|try not to|hide it|not (visibly|really|noticeabl*|any "
            "more|anymore|walking)|used to|did at first|straight)",
    ),
    *_at(
        "pain.running",
        normal="(as (normal|usual)|everything|full (training|mileage) [no|without|,]|all of it|no (problem*|"
            "restriction*|limit*|pain running)|usual|normal*|anything|still [running][as] (normal|usual)|"
            "unaffected|pain free|not affected|fine|whatever i (want|like)|running is fine|hurts (after|later|"
            "in the)|only [hurts] (after|in the|at|when i stop)|same as (before|always|ever|usual)|no change)",
        with_pain="(full (mileage|training|distance|plan)|with (pain|discomfort|some pain|it hurting)|through "
            "(it|the pain)|still (doing|running|run|going|training|do)|but [it] (hurts|sore|painful)|hurts (the "
            "whole|all the|throughout|but|though|every)|in pain|same (mileage|distance) but|grit*|painkillers|"
            "not stopped|have not stopped|push* through|the whole time|carry on|ibuprofen|usual .. (hurt*|pain|"
            "sore)|all [of it] (but|with|in))",
        short_only="(up to|short*|only (<number>|a|short|slow|easy|about|couple|few|jog*|half)|a (mile|km|k|few "
            "minutes|couple|few|bit|slow|short|gentle|mile or)|slow*|jog*|<number> (mile*|k|km|min|mins|"
            "minutes) [max|then|at|before|is|or|and|ok]|couple of (miles|k|km|minutes)|few (minutes|miles|k|km|"
            "hundred)|run walk|walk run|half (of|the|my|what)|easy (only|runs|jog*|pace|ones|stuff)|then (have "
            "to|i have to|need to|it|stop)|less than|before it|cut (down|back|short)|reduced|limited|very "
            "little|not far|max*|treadmill|little|intervals|bit|gentl*|10 min*)",
        not_at_all="(none|not (at all|running|run|a step|possible|any|one step|been able|run since|even)|no "
            "running|can not (run|even|at all|do any|jog)|could not run|zero|nothing|nada|nope|impossible|"
            "stopped (running|altogether|completely|all)|only walk*|just walk*|walking only|can barely walk|on "
            "crutches|in a boot|(doc|doctor|physio|gp) (said|says|told) (no|not|me not|stop)|off (running|it)|"
            "sidelined|out (completely|for)|given up|unable|have not run|bike only|hardly walk|can hardly walk|"
            "(do not|not) dare)",
    ),
    *_at(
        "pain.one_spot",
        yes="(pinpoint|exact* (spot|place|there|where)|one [really|very|tiny|"
            "small|specific] [sore|tender|painful|bad] (spot|place|point|tiny|particular|specific|very)|"
            "right (there|on|here)|specific|(tiny|small|single) (spot|point|area|bit)|size of [a] (coin|pea|"
            "penny|5p|dime|fingertip|thumb*)|point to it|finger on it|through the roof|jump*|hit the (roof|"
            "ceiling)|ouch|put my finger|(2nd|second|3rd|third|4th|fourth|5th|fifth) met*|hits|very localised|"
            "localised|localized|"
        "(there is|theres) a|when i (press|push|touch|hit) [on] (it|there|the|one|just)|wince*|bone (behind|on|"
        "above|in|hurts))",
        no="(all over|general*|spread*|everywhere|diffuse*|whole (area|thing|arch|foot|heel)|not (one|really "
            "one|the bone|bone|localised|specific|any one|just)|wide*|moves (around|about)|no (one|single|"
            "particular|specific|spot)|vague|can not (find|pin|locate|pinpoint)|soft (bit|tissue|part)|fleshy|"
            "muscle|tendon|hard to (pin|find)|broad|several|lots of|along (the|my)|no bone|nothing (on|sharp|"
            "hurts|specific)|a few|even* (sore|everywhere)|round|around|large|all round)",
    ),
    *_of(
        "pain.on_movement",
        push_off="(push* off|toe off|take off|taking off|propel*|off my toes|driving off|push through|sprint*|"
            "acceler*|when i push)",
        toes_up="(toes (up|back|upward*|towards)|pull* [my|the] (toe*|foot) (up|back|towards)|bend* [my|the] "
            "(toe*|foot|big toe) (up|back|upward*)|lift* [my|the] (toe*|foot)|dorsiflex*|flex* [my|the] (foot|"
            "toe*)|stretch* (it|the sole|my toes))",
        heel_rise="(tip toe*|tiptoe*|on [to][my] toes|heel (raise*|rise*|lift*)|calf raise*|rais* [up] (onto|"
            "on)|up on [my] toes|rising|ris* [up] on)",
        hop="(hop*|jump*|skip*|land*|bounc*|leap*|plyo*|burpee*|impact)",
        stairs="(stair*|steps|upstairs|downstairs|climbing)",
        squeeze_heel="(squeez* [my|the|both sides of|either side of|both sides of my] (heel*|sides of (my|the) "
            "heel)|squeez* [it] [from] (both|the) sides|pinch* (my|the) heel|heel .. squeez*|sides of (my|the) heel)",
        squeeze_forefoot="(squeez* [my|the|across|across my|across the] (foot|forefoot|ball|toes|front|"
            "metatarsal*|foot across)|squash* (my|the) (foot|toes)|tight shoes|squeez* .. (forefoot|toes|across|"
            "ball)|narrow shoes)",
        light_touch="(light* touch|touch*|sock*|sheet*|bed sheet*|bedding|duvet|blanket|brush*|bed clothes|"
            "covers|feather|slightest|stroke*)",
    ),
    *_of(
        "pain.heel_part",
        under="(under*|bottom|sole|beneath|below|middle|cent*|dead centre|pad|where i (stand|land|step)|base|"
            "bang in the middle|fat pad|front of the heel|weight goes)",
        back="(back|behind|rear|where (the|my) (shoe|achilles|tendon)|achilles (end|side|joins|bit)|rim|counter|"
            "bump at|pump bump|posterior|haglund*|where it rubs)",
        inner="(inner|inside|medial|big toe side|arch side|towards (my|the) arch|facing)",
        outer="(outer|outside|lateral|little toe side|pinky side)",
    ),
    *_at(
        "pain.achilles_part",
        low="(low*|bottom|at (the|my) heel|where it (meets|joins|attaches|inserts|goes)|insertion*|on (the|my) "
            "heel|heel (bone|end)|right at the (bottom|heel|base|bone)|base|attach*|near (the|my) heel|on the "
            "bone|by (the|my) (heel|shoe)|just at the|shoe line|where (the|my) (heel|tendon) (joins|meets)|very "
            "end|down by)",
        middle="(mid*|middle|halfway|half way|above|higher|up (a bit|the tendon)|<number> (cm|inches|inch|"
            "centimetres|fingers) (above|up)|couple of (inches|cm|fingers)|few (cm|inches|centimetres)|inch* "
            "(above|up|or)|further up|centre|belly of|thick (bit|part)|cm (above|up)|meaty part of the tendon|"
            "two (inches|fingers)|narrow|thinnest|in the cord)",
    ),
    *_at(
        "pain.elsewhere",
        yes="(knee*|hip*|back|hand*|wrist*|finger*|shoulder*|elbow*|neck|joints|spine|other (ankle|foot|toe|"
            "knee|joint*)|everything (aches|hurts)|all my joints|jaw|sacroiliac|thumb*|everywhere|lower back|"
            "sciatica)",
        no="(just (the|my|this|here|foot|that|one)|only (the|my|this|here|foot|that|one)|nothing else|nowhere "
            "else|isolated|rest [of me][is] fine|everything else [is] (fine|ok|good)|else[where] [is] fine|just "
            "(foot|feet)|fine (otherwise|elsewhere|apart)|no other)",
    ),
]  # fmt: skip

_SIGNS = [
    *_at(
        "signs.swelling",
        yes="(swell*|swollen|puff*|balloon*|fat|big*|egg|golf ball|twice the|huge|massive|can not see my ankle*|"
            "cankle*|sausage*|tight shoe*|shoe* (do not|not|feels tight|tight)|melon|visibl*|noticeabl*|smidge*|"
            "massively|up like|blew up|blown up|bulg*|comes up|"
        "inflamed|fluid)",
        no="(looks (normal|fine|the same|ok)|normal [size]|same (size|as)|went down|gone down|has gone|not any "
            "more|not now|did at first|no different|identical|nothing (visible|to see)|can not see any|just sore)",
    ),
    *_at(
        "signs.bruising",
        yes="(bruis*|purple|black (and|&)|blue|yellow*|green*|colourful|colorful|rainbow|mark|dark|discolo*|"
            "blood (under|pool*)|all colours|multi*)",
        no="(no (mark*|colour|discolo*|bruise)|normal (colour|skin)|clear|nothing (visible|to see|there|"
            "showing)|looks (normal|fine)|just (swollen|sore|red|swelling)|not bruis*|skin (is|looks) (fine|normal))",
    ),
    *_at(
        "signs.numbness",
        yes="(numb*|can not feel|no feeling|dead|tingl*|pins and needles|asleep|fuzzy|lost (feeling|sensation)|"
            "less feeling|wooden|cotton wool|(little|big|2nd|second|two|outer|last|tip*) .. (toe|toes|"
            "side)|like (cardboard|novocaine|walking on)|went to sleep|goes to sleep|cardboard|comes and "
            "goes|patch*)",
        no="(feel (everything|fine|it all|it)|normal feeling|(feeling|feels) [is|all|are] (normal|"
            "fine|ok|there|intact)|can feel (everything|it|all)|full (feeling|"
            "sensation)|all there|sensation [is] (fine|normal)|just (sore|painful|pain)|i wish|wish it|feels "
            "normal|fine|only pain)",
    ),
    *_at(
        "signs.numbness_stays",
        yes="(constant*|all the time|always|stays|permanent*|(in bed|at night|at rest|barefoot|shoes off|"
            "resting|sitting|sat down|lying) [too|as well|also|even|still|is|it]|even (in bed|barefoot|at night|"
            "at rest|without|with|when)|never (goes|stops|leaves)|24 7|still there|will not go|does not (go|"
            "stop|leave|ease|shift)|night and day|persist*|day and night|hours after|stays numb|"
        "not gone|does not matter)",
        no="(only (in|when|during|while|with)|goes (away|off|when|once|after|as)|(gone|fine|ok|clears|stops|"
            "eases|better|wears off|fades) (as|when|once|with|after|within|in|at|barefoot|soon|off)|shoes off "
            "(and|it|fine)|take (them|my) [shoes] off|just (in|when)|comes and goes|disappear*|wears off|"
            "loosen*|(minute*|min*) (later|and|then)|temporary|comes back (quick*|within|in)|feeling (comes "
            "back|returns)|soon as)",
    ),
    *_at(
        "signs.foot_drop", sure=_TURNS,
        yes="(can not (pull|lift|raise|move|bring|get|flex|pick|hold|dorsiflex|at all|really)|could not (lift|"
            "pull|raise)|[just] hang*|flop*|slap*|drag*|trip*|drop* foot|foot drop|limp|no (strength|power|"
            "control)|will not (lift|come|move)|will not (lift|come|move)|not (lift|come up|moving|move)|dead|"
            "paralys*|weak|barely (lift|move)|unable|catches|catch* (my|the) toe*)",
        no="(i can|it can|can (lift|move|raise|pull|do|still|bend|flex)|able to|moves (fine|ok|normally)|it "
            "moves|lifts (fine|ok)|lift (it|fine|ok|my|the)|(lift|move|raise) it (fine|ok|no)|no (problem|"
            "trouble|issue)|full (range|movement|motion)|normal|fine|hurts but|painful but|works)",
    ),
    *_at(
        "signs.cannot_rise_on_toes", sure=_TURNS,
        # "No, I can't" answers what is tried and not what is asked.
        yes="^ [no|nope|nah] [,] [no] [i] can not $; "
            "(can not (do|rise|get|raise|lift|manage|even|at all|go|push|hold|stand)|could not (do|get|rise|"
            "manage|raise|lift)|not (a chance|possible|able|get up|even|happening|at all)|no (chance|way|"
            "strength|power)|only (if|with|using|when|on) [i] [use|both]|both feet|two feet|heel (stays|just "
            "stays|does not|stays down|will not)|stays (down|flat|on)|impossible|unable|"
        "nothing happens|will not (go|lift|move)|will not (go|lift|move)|weak|barely|collapse*|hardly|gives way|"
        "it does|drops|fail*|no strength|(is|very|too|so|really|feels|are|it) (hard|difficult)|(hard|"
        "difficult) [for me] [to|and|,|.|!]|shak*|trembl*|wobbl*|struggl*)",
        no="^ [yes|yeah|yep|yup] [,] [i] can $; i can !(not|only|just|hardly|barely|almost|nearly|a); "
            "(can (do|rise|get|raise|still|manage|go|stand)|it (lifts|rises|goes up|comes up)|goes up|"
            "lifts (fine|ok|off|up)|no (problem*|trouble|issue)|hurts but (i can|can|it|goes|do*)|painful but|"
            "but [i] (can|manage)|able to|rises|comes (up|off)|fine|manage* (it|one|a few|<number>|to)|did "
            "<number>|<number> (raises|reps|times)|easily|easy|up (i go|no)|not a problem|hurts (though|a bit|a "
            "lot)|works)",
    ),
    *_at(
        "signs.fever",
        yes="(fever*|temp* (of|is|was|up|high)|38*|39*|40*|chill*|shiver*|sweats|sweating|burning up|hot and "
            "cold|flu*|rough|ill|unwell|awful|rotten|sick|feel (awful|terrible|ill|rough|sick|dreadful|like "
            "death|lousy|crap|poorly|grim)|high temp*|achy all over|poorly|hot all over|under the weather|"
            "temperature|100 f|101*|102*|clammy|shak*|rigor*)",
        no="(feel (fine|great|good|ok|well|normal)|temp* [is|was] (normal|fine|ok)|normal temp*|36*|37*|"
            "perfectly (well|fine)|fit as|just (the foot|my foot|foot|tired)|(bit|little) (tired|of a cold)|not "
            "(ill|sick|unwell)|healthy|right as rain|well in myself|well otherwise|only (the|my) foot|otherwise "
            "(fine|well|good)|fine)",
    ),
    *_at(
        "signs.hot_red_skin",
        yes="(hot (and|to|red|,)|red (and|hot)|burning (up|hot|to)|warm (and|to|red)|both|bright red|radiat*|"
            "red and|inflamed|angry|on fire|glow*|tomato|beetroot|like a radiator|hot)",
        no="(not (hot|red|warm)|red but (not|cool|no)|(hot|warm) but (not|no)|normal (colour|temp*|temperature)|"
            "cool|looks (normal|fine|ok)|(just|only) (red|swollen|warm|pink)|same (temp*|colour|as)|cold|pale|"
            "skin (is|looks) (fine|normal))",
    ),
    *_at(
        "signs.spreading_redness",
        yes="(spread*|creep*|track*|streak*|red line|growing|bigger|larger|moving up|up (my|the) (leg|ankle|"
            "foot|shin|calf)|past the (line|pen|mark)|getting (bigger|wider|larger|redder)|further|expand*|"
            "climb*|advancing|line going|extend*|wider|drew (a|round))",
        no="(not (spread*|red|moving|growing|any)|no red*|same (size|spot|place|as)|stay* (the same|put|in)|"
            "[getting] smaller|shrink*|fad*|one (spot|patch|place|area)|localised|contained|just (the|a|around|"
            "one|there)|going down|stable|normal|is not red|no change|stayed)",
    ),
    *_at(
        "signs.open_wound",
        yes="(cut*|graze*|raw|burst (blister)|blister .. (burst|popped|open|raw|split|tor*)|open|bleed*|sore "
            "(on|between|under|at)|ulcer*|gash*|split|crack* (skin|heel*|and)|weep*|scrape*|puncture|hole|gap*|"
            "skin [is] (off|broken|gone|split|torn|came)|wound|stitches|torn|peel* off|flap|deep|trod on|popped|"
            "lanced|broke* skin|oozing|nick)",
        no="(heal*|scab*|closed|skin [is] (fine|intact|ok|unbroken)|intact|blister but (not|it)|dry|just [a] "
            "(blister|bruise|scar|red)|unbroken|nothing (open|there)|old scar|not broken|clear|blister not|no "
            "(cut*|wound*|broken))",
    ),
    *_at(
        "signs.looks_deformed",
        yes="(funny angle|weird angle|odd angle|out of place|bent|crooked|wonky|not (straight|right|in line|"
            "where)|twisted|dropped|collapsed|sticking out|stick* out|poking|bump* (out|where)|misshap*|deform*|"
            "(looks|look|shape|it is) (wrong|weird|odd|off|different|bent|strange|not right)|wrong (way|"
            "direction|angle)|dislocat*|lopsided|points (out|in|the|side)|turned (out|in)|flatter|"
        "does not look (right|straight)|out of (line|shape|alignment)|skew*|gap|dent|arch has|flattened|angle*)",
        no="(looks (normal|fine|ok|the same|straight)|look (normal|fine|ok|the same)|straight|normal|just "
            "(swollen|swelling|puffy|bruised)|only swollen|swollen but|same (as|shape)|shape [is] (fine|normal)|"
            "always (been|looked)|in line|aligned|nothing (out|bent|odd)|can not tell)",
    ),
    *_at(
        "signs.calf_swelling",
        yes="((left|right|one|sore|bad) [calf|one|leg|side] [is] [a bit|much|clearly|definitely|noticeably|"
            "slightly|way] (bigger|fatter|swollen|larger|thicker|tight*|huge|puff*|up)|swollen|bigger|fatter|"
            "larger|puffy|thicker|cm (bigger|more|larger|difference)|<number> cm|measured .. (bigger|more|"
            "difference|cm)|noticeable|tight and|jeans|sock mark*|balloon*|swell*|inch bigger)",
        no="(match|same|equal|identical|symmetric*|even|no difference|can not see (a|any)|both (the same|look|"
            "normal|fine|equal|skinny|swollen)|look (the same|alike|normal|fine|equal)|normal|(always|dominant|"
            "bigger) .. (bigger|leg|dominant)|no different|just (tight|sore)|not that i|fine)",
    ),
    *_at(
        "signs.pale_cold_foot",
        yes="(cold*|white|blue|pale|freez*|ice|icy|grey|gray|bluish|purple|no pulse|mottled|dusky|waxy|like ice|"
            "marble)",
        no="(warm*|normal (colour|temp*)|same (as|temp*|colour)|pink|hot|red|both (cold|the same|freezing|cold)|"
            "always [had] cold|cold (feet|hands) (always|generally|in general)|[bit] cool* but|equal|no "
            "difference|fine|just cold feet|always have|[both] feet [are] (always|the same))",
    ),
    *_at(
        "signs.breathless",
        yes="(breathless|short of breath|out of breath|puff*|gasping|can not (catch|breathe|get|take)|winded|"
            "stairs|struggl*|wheez* (and|since|a lot)|hard to breathe|chest (tight|pain|hurts)|tight chest|"
            "breathing [is] (hard|difficult|fast|heavy|shallow)|panting|gulping|heavy breathing|lying down|talking)",
        no="(breath* (fine|normal*|ok|easy|is fine|well)|only (when|after|if|on|uphill) [i] [run*|exercis*|"
            "hills|sprint*]|after running|when i run|[just] unfit|usual|asthma|normal*|fine|just (when|after) "
            "(run*|i run)|lungs [are] fine|not more than|no more than|hay fever|out of shape|always (a bit|"
            "been)|have asthma)",
    ),
    *_of(
        "signs.colour",
        red="(red*|pink*|blotch*|flushed|crimson|scarlet)",
        blue="(blue*|bluish|purple*|violet|dusky|mauve|black and blue|plum|greyish blue)",
        white="(white*|pale|chalk*|colourless|raynaud*|waxy|bloodless|yellow white)",
    ),
    *_at(
        "signs.puncture",
        yes="(thorn*|splinter*|nail (went|through|in)|trod on|stepped on|stood on|glass|needle|tack|pin|went "
            "(in|right|through|straight)|spike*|stuck in|shard|urchin|still in|metal|sharp|lego|cactus|wire|"
            "staple|got it out|dug [it] out|pulled [it] out|pierc*|jab*|bit of (glass|wood|metal|wire)|bramble|"
            "drawing pin|fishhook|tooth)",
        no="(nothing (sharp|in|went)|would have (noticed|felt|known)|always (wear|in) shoes|skin [is] (fine|"
            "intact)|felt like (it|one)|feels like (it|one)|(as if|like) (there is|i)|no (marks|hole)|imagine|"
            "shoes on|looked and)",
    ),
    *_at(
        "signs.pus",
        yes="(pus*|gunk|weep*|ooz*|leak*|smell*|stink*|yellow*|green*|goo|discharge|sticky|fluid|seep*|reek*|"
            "whiff|pong*|gooey|wet patch|liquid|stain*|crust*|drain*|squeez*|cloudy|foul|honks|gross stuff)",
        no="(dry|clean|clear (fluid|liquid)|heal*|just (blood|sweat|normal|water|smelly feet|sweaty)|no (smell|"
            "fluid|wound|discharge)|nothing (coming|there)|scab*|no more than|normal|only blood|bit of blood|closed)",
    ),
    *_at(
        "signs.lump",
        yes="(lump*|bump*|knot|nodule*|pea*|marble|thicken*|hard (thing|bit|spot|ball)|cyst|ganglion|ball|"
            "growth|(thick|fat) (bit|spot|patch|tendon)|squishy|grape|bulge|swelling (on|in) the tendon|egg|"
            "gristle|pebble|fibroma*|mass|raised|blob|node|golf|thicker|under the skin)",
        no="(swollen but|just (swell*|swollen|the bunion|my bunion|puffy)|smooth|no (lump*|bump*)|only (swell*|"
            "the bunion|my bunion|bunion)|been there [for] (years|ages|forever|always)|always (had|been)|"
            "nothing (there|new|hard)|not (new|a lump)|same both|feels normal|years|old)",
    ),
    *_at(
        "signs.toe_joint_bump",
        yes="(bunion*|bump*|knobb*|sticks out|stick* out|lump*|bulge|crooked|lean* (in|over|to)|point* (in|to|"
            "at)|bone (sticks|stick*)|hallux|points|angle*|drift*|bony|big knuckle|knuckle|both (feet|sides)|"
            "growing|mums feet|(mum|gran|nan) (had|has) [them] too|inherited|swerves|red [and] sore (joint|bump))",
        no="(straight|smooth|flat|normal|fine|nothing there|no (bump*|bunion*|lump)|look* (normal|fine|"
            "straight)|(mum|gran|mom|nan|sister|mother)* got them|little toe|other (toe|side)|(only|just) [a] "
            "(callus|corn|blister))",
    ),
    *_at(
        "signs.toe_shape",
        yes="(cross*|overlap*|hammer*|claw*|curl*|bent|drift*|moved|mov*|gap|splay*|spread* apart|crooked|"
            "mallet|on top of|under (the|its|my)|pushed (over|across)|squashed (over|under)|leaning|lean* (on|"
            "over|into)|v shape*|separat*|knuckle* (up|rub*)|twisted|wonky|shifted|riding|lifted|float*|trigger)",
        no="(straight|normal|all (fine|straight|in|normal|good)|fine|same as (always|ever|before)|line|(longer|"
            "long) (but|than)|always (been|had|like)|(look* )(normal|fine|ok)|since birth|from birth|no change|"
            "not moved)",
    ),
    *_at(
        "signs.stiff_toe", sure=_TURNS,
        yes="(less|stiff*|barely (bend*|moves|goes)|hardly (bends|moves|goes)|does not (bend|go|move)|can not "
            "(bend|get|move|push|lift)|will not (bend|go)|will not (bend|go|move)|not (bend*|as (far|much|good)|"
            "go (as|up|back)|move)|locked|jammed|rigid|half (as|of|the)|limited|blocked|frozen|seized|rigidus|"
            "limitus|restricted|stuck|way less|not much)",
        no="(same|equal|both (the same|bend|fine|move)|no difference|bend* (fine|ok|normally|the same|freely|"
            "well|right)|full (range|movement)|normal|flexible|identical|moves (fine|freely|ok)|as (far|much|"
            "good) as|about the same|bendy|fine|hurts but (bends|goes|it))",
    ),
    *_at(
        "signs.creaking",
        yes="(creak*|crackl*|crunch*|squeak*|grat*|grind*|click*|snow|leather|rusty|hinge|crepit*|velcro|"
            "popping|pops|crack*|grit*|sand|noise|like walking on|feel it (when|under|with)|rubbing|squelch*|"
            "rasp*|feel* like gravel|gravel)",
        no="(silent|quiet|smooth*|no (noise|sound|creak*)|knee* (crack*|click*|creak*|pop*|crunch*)|just [my] "
            "(knee*|hip*|ankle clicks)|toes (crack|click)|nothing (like|i can)|not that|(ankle|joint) (clicks|"
            "cracks)|only [my] (knee*|hip*|joints))",
    ),
    *_at(
        "signs.itching_toes",
        yes="(itch*|scratch*|tickl*|like (mad|crazy|hell)|drives me|burn* and|between (the|my)|last two|little "
            "toe*|prickl*|nonstop|after (shower*|a run|runs|running)|at night|when (hot|sweaty|my socks|i take)|"
            "sometimes|socks off)",
        no="(no itch*|just (sore|dry|peeling)|only (sore|pain)|not itchy|fine|dry|heel itches|elsewhere|used to|"
            "cleared)",
    ),
    *_at(
        "signs.dry_soles",
        yes="(dry*|sandpaper|crack*|flak*|rough*|peel*|scal*|crusty|leather*|chalk*|powdery|parched|rhino|"
            "elephant|dead skin|desert|ash*|hard skin|crumbl*|snag*|always)",
        no="(soft|moist*|sweaty|smooth|damp|cream (every|daily)|well moist*|normal|baby|clammy|wet|supple|fine|"
            "just [the] heel*|oily)",
    ),
    *_at(
        "signs.injury",
        yes="(fell|fall|trip*|slip*|rolled|twist*|kick*|drop* .. on|stub*|bang* (it|my)|hit (it|my|a)|crash*|"
            "tackle*|landed (on|badly|funny|awkward*|wrong)|sprain*|pothole|kerb|curb|went over|stood on|"
            "stamped|trod|collision|accident|knock*|jump* (off|from|down)|car|bike|misstep*|turned (it|my|over)|"
            "smash*|came off|missed (a|the) step|awkward*|stepped (off|in|on)|popped|pop|snapped|tore)",
        no="(gradual*|overuse|over use|overdid|over did|(came|crept|built|started) (on|up|out)|nothing "
            "(happened|specific|in particular|i remember|like that|obvious)|no (fall|trip|accident|injury|"
            "incident|trauma|twist)|just (started|came|running|appeared|ran|crept|built|overdid|training)|out "
            "of nowhere|woke up|slow*|wear and tear|too (many|much)|training|running|crept|not (an|any) (injury|"
            "accident))",
    ),
    *_at(
        "signs.pop",
        yes="(pop*|snap*|crack* (and|when|like|loud)|like a (gun*|cork|twig|branch|whip|shot|carrot|stick)|"
            "heard (it|a|something)|felt (it|a|something) (go|pop|snap|tear|rip|crack)|loud|audible|bang|"
            "gunshot|crunch*|ping|twang|rip*|someone (heard|kicked)|thought (someone|somebody) (kicked|had "
            "kicked|threw|hit)|kicked (me|in)|crack|thud|went bang|tore|clunk)",
        no="(silent*|quiet*|nothing (like|audible)|no (sound|noise|pop)|gradual*|just (pain|hurt|ache*|started|"
            "sore)|not (heard|that)|did not (hear|feel)|crept|slow*)",
    ),
    *_at(
        "signs.rolled_ankle",
        inward="(rolled [it|my ankle|over] (in|inward*|inwards|under)|(turned|twisted|went|rolled|folded|"
            "buckled) [it] [over] (in|inward*|inwards|under|over the outside|over the outer|onto [the] (outside|"
            "outer)|on [the] (outside|outer))|invers*|inverted|sole (facing|faced|pointing|turned) (in|inward*|"
            "inwards|the other|my other)|outside edge|outer edge|over [on][the|its] (outside|outer)|typical "
            "(roll|sprain)|supinat*|it rolled in|onto the outside|inward*)",
        outward="((turned|twisted|went|rolled|folded|buckled) [it] (out|outward*|outwards|over the inside|onto "
            "[the] (inside|inner))|evers*|everted|sole (facing|faced|pointing|turned) (out|outward*|outwards|"
            "away)|inner edge|over [the|its] (inside|inner)|ankle (fell|collapsed) inwards|outward*|foot went out)",
        yes="(rolled|twist*|sprain*|went over|turned (it|my|over)|tweaked|stepped (in|on|off|wrong|funny|into)|"
            "kerb|curb|pothole|rock|root|badly|slip*|tripp*|wrenched|landed (on|funny|awkward*|badly)|buckled|"
            "gave way|tree root|stumbl*)",
        no="(no (twist*|roll*|trip|fall|mishap|turn)|nothing (like|happened)|gradual*|never (rolled|twisted)|"
            "just (started|came|running|hurt|got|sore)|not (rolled|twisted|that|turned)|did not (roll|twist|"
            "turn|go)|out of nowhere|straight line|overuse)",
    ),
    *_at(
        "signs.frozen",
        yes="(snow*|frostbit*|frost nip*|frostnip|freez* (cold|for|water|in|weather|temps|conditions)|hours in|"
            "ice (climb*|fishing|cold for)|winter (hike|race|camping|ultra)|minus <number>|- <number>|cold (and|"
            ",) wet|wet (and|,) (cold|freezing|frozen)|soaked for|bog|trench*|numb with cold|river crossing*|"
            "(stood|standing) in|below zero|sub zero|chilblain*|arctic|skiing all|wet feet (all|for)|open water|"
            "sea swim*|soaking wet|hours|polar)",
        no="(ice (bath*|pack*|cubes|bucket)|just (ice|an ice|the ice)|ice for|mild|summer|warm|hot (here|"
            "weather)|indoors|not (that|really|very|this|even) cold|normal winter|(cold water|few minutes|10 "
            "min*|ten min*|15 min*)|florida|heatwave|dry|treadmill)",
    ),
    *_at(
        "signs.losing_weight",
        yes="(lost .. (kg|kilos|stone|lbs|pounds|weight|lb)|(dropped|down|shed|lost) <number>|losing weight|"
            "weight [is] (falling|dropping|coming off|loss)|night sweat*|soaked (sheets|sheet|bed|pyjamas)|"
            "drench*|exhausted|shattered|knackered|wiped|no energy|fatigue*|so tired|tired all|always tired|"
            "sweat* (at|through|every|all) night|clothes [are] (loose|hanging)|wake up (soaked|drenched|"
            "sweating|wet)|sleep (all|12|14)|all three|wrung)",
        no="(feel (great|fine|good|well|normal)|weight [is] (stable|steady|the same|up|fine|same|has not)|"
            "(gain*|put on|putting on) [a few|some|a bit of] [weight|<number>]|on [a] (diet|purpose)|(weight|it|"
            "all) on purpose|lost [some] weight on purpose|dieting|trying to|intentional*|deliberate*|(tired|"
            "knackered|shattered) (from|because|but|with|as) [the|i|my|of|work|kids|training|a]|new baby|kids|"
            "marathon training|menopaus*|hot flush*|if anything|i wish|wish|healthy|no more than|normal|calorie|"
            "training hard|chance would)",
    ),
    *_of(
        "signs.skin",
        rash="(rash*|red (patch*|spots|bumps)|spots|hives|eczema|bumps)",
        peeling="(peel*|flak*|scal*|shedding|skin (coming|comes) off|skin off)",
        blister="(blister*)",
        wart="(wart*|verruc*|veruc*)",
        black_nail="((black*|purple|bruised|dead|lost) [big|little|2nd|second] (toenail*|nail*|toe nail*|toe)|"
            "nail* [is|has|went|gone|turned|are|going] (black*|purple|dead|fell off|fallen off|come off|coming "
            "off)|blood under (the|my|a) [toe] nail*|lost (a|my|the|two) [toe] nail*|black nail*|runner toe)",
        ingrown_nail="(ingrow*|in grow*|nail* (growing|grows|digging|digs|dug|cutting) in*|growing in)",
        soggy="(soggy|white (and|,) (soft|soggy|wet)|macerat*|mushy|white skin between|cracked between|wet skin|"
            "split between|(crack*|split*) .. between|cheesy|soft white|white .. between)",
        callus="(callus*|callous*|corn|corns|hard skin|thick skin|hard patch*)",
        thick_nail="(thick* [yellow] (toenail*|nail*)|yellow* (toenail*|nail*|and crumbl*|thick)|crumbl* "
            "(toenail*|nail*)|fung* (toenail*|nail*)|nail* [is|are|has|went|gone|getting] (thick*|yellow*|"
            "crumbl*|brittle|fung*)|nail fungus|thick yellow)",
        nail_stripe="((dark|brown|black) (line|stripe|streak|patch|band) [under|in|on|down|through]|line (under|"
            "down|in|through) (my|the|a) [toe] nail|stripe|streak (under|in|down))",
    ),
    *_of(
        "signs.tender_bone",
        outer_ankle_bone="((outer|outside|lateral) [of][my|the] (ankle|malleol*|knob|bump|bony)|outside ankle*|"
            "fibula|bone on the outside|outside (knobbly|bone)|outer (bone|one|knobbl*)|ankle bone on the "
            "outside|(knob|knobbl*|bump|lump|bony) .. outside)",
        inner_ankle_bone="((inner|inside|medial) [of][my|the] (ankle|malleol*|knob|bump|bony)|inside ankle*|"
            "tibia|bone on the inside|inside (knobbly|bone)|inner (bone|one|knobbl*)|(knob|knobbl*|bump|lump|"
            "bony) .. inside)",
        inner_midfoot="(navicular|inner mid*|inside [of][my|the] (mid|midfoot|arch bone|foot)|n spot|top of [my|"
            "the] arch|bump on the inside of (my|the) (foot|arch)|inner [side of the] (mid|arch))",
        outer_midfoot="((5th|fifth|5 th) met* [base]|base of [the|my] (5th|fifth|little toe)|outer mid*|outside "
            "[of][my|the] (mid|midfoot|foot|edge)|styloid|bump on the outside of (my|the) foot|outer (edge|side "
            "of [my|the] foot)|cuboid|halfway (along|down) the outside)",
        heel_bone="(heel*|calcaneus|sides of (my|the) heel)",
        metatarsal="((2nd|second|3rd|third|4th|fourth|2 nd|3 rd) (met*|one)|metatarsal*|met head*|bone* (behind|"
            "above|below|leading to) [my|the][2nd|second|middle|third|3rd|big|little|fourth] (toe*)|long bone*|"
            "top of (my|the) foot|behind [my|the][2nd|second|middle|third|3rd|fourth] toe*|mets)",
    ),
    *_at(
        "seen.xray",
        not_done="(not (yet|done|had|been|needed|offered|taken|given)|no (xray|x ray|scan|mri|picture*|imaging|"
            "need|one)|waiting (for|on) (a|an|the|my) [xray|x ray|scan|mri|appointment|referral]|waiting list|"
            "booked|have not (had|been)|never (had|been|got|offered)|(did not|would not|refused to|will not) "
            "(do|need|bother|x ray|send|offer|want|give|think|scan)|nope|no|none|nah|tomorrow|next week|"
            "scheduled|appointment|too expensive|going for|getting one|mri [is] (next|booked|on|tomorrow)|other "
            "foot|years ago)",
        clear="(clear|normal|fine|nothing (broken|showed|shown|there|on|found|wrong|seen)|negative|no "
            "(fracture*|break*|broken|crack*)|all (clear|good|ok|fine)|not broken|clean|showed nothing|came "
            "back (fine|clear|ok|normal|negative|clean)|intact|nothing|did not show|unremarkable|good|just [a] "
            "(spur|soft tissue|inflammation|swelling)|heel spur|spur|bones [are] (fine|ok))",
        broken="(broken|fractur*|crack*|break (in|on|of)|broke|hairline|avulsion|chip*|snapped|stress (fracture|"
            "reaction|response)|showed a (fracture|break|crack|line)|lisfranc|bone (bruis*|oedema|edema))",
    ),
    *says(
        "seen.ruled_out", past=True, denied="fracture", fracture=("(fracture*|break|broken|broke)",)
    ),
    *says(
        "seen.ruled_out", past=True, denied="tendon_tear", tendon_tear=("(tear|torn|rupture*)",)
    ),
    *says("seen.ruled_out", past=True, denied="infection", infection=("(infection|infected)",)),
    *says("seen.ruled_out", past=True, denied="clot", clot=("(clot|dvt)",)),
    *_of(
        "seen.ruled_out",
        fracture="(fracture*|break|broken|bone*|stress fracture|xray (clear|fine|normal|ok|was)|x ray (clear|"
            "fine|normal|ok|was|came)|crack*|not broken|no break)",
        tendon_tear="(tear|torn|rupture*|tendon* [is|are] (intact|fine|ok|whole)|tendon*|thompson|intact tendon|"
            "snapped|no tear)",
        clot="(clot*|dvt|doppler|d dimer|thrombosis|ultrasound (clear|fine|was|of my calf))",
        infection="(infect*|cellulitis|blood* (clear|fine|normal|test*)|bloods)",
        joint_disease="(arthrit*|gout|rheum*|joint (disease|problem*)|uric acid|ra)",
    ),
]  # fmt: skip

#: What only makes sense where its question stands alone.
REPLIES: tuple[Says, ...] = tuple([*_PERSON, *_BODY, *_TRAINING, *_SHOES, *_PAIN, *_SIGNS])

#: The same for questions that may stand in a list: what names its matter.
LISTED: tuple[Says, ...] = tuple([
    *_at("runner.clot_risk", yes="(on|take|taking) [the|hrt] (pill|hrt|contracepti*|birth control); (long haul|"
        "flew|long flight|<number> hour flight|recent (op|operation|surgery))"),
    *_at("runner.quinolone", yes="(cipro*|levaquin|levofloxacin|moxifloxacin|ofloxacin|avelox)"),
    *_at("runner.diabetes", yes="(type|t) (1|2|one|two); (poor|bad) circulation; (diabetic|diabetes)"),
    *_at("runner.brittle_bones", yes="(thin|brittle|weak) bones; (osteoporosis|osteopenia); (earlier|previous|"
        "old|had) [a] stress (fracture*|fx)"),
    *_at("runner.heart_or_artery", yes="heart (condition|problem*|disease|attack); (angina|stent*|bypass|afib)"),
    *_at("runner.nsaid_risk", yes="(blood thinner*|warfarin|apixaban|ulcer*|kidney (disease|problem*))"),
    *_at("runner.cancer", yes="(cancer|lymphoma|leukaemia|melanoma|chemo*)"),
    *_at("foot.tight_calves", yes="(calf|calves) .. (tight*|stiff*|solid|rock*)", no="(calf|calves) .. (fine|"
        "loose|ok)"),
    *_at("foot.tight_arches", yes="(arch|arches) .. (tight*|stiff*|solid)", no="(arch|arches) .. (fine|loose|ok|"
        "not|are not)"),
    *_at("body.weak_hips", yes="(weak*|wobbly|lazy) [hip*|core] [and|,] (hip*|glute*); (hip*|glute*) .. (weak*|"
        "lazy)"),
    *_at("body.weak_core", yes="(weak*|no|rubbish) [hip*|hips] [and|,] (core|abs); (core|abs) .. (weak*|rubbish)"),
    *_at("body.hip_drop", yes="hip* [does] (drop*|dip*); (dropping|dropped) hip"),
    *_at("body.weak_legs", yes="(weak*) (leg*|calf|calves|feet|foot|ankle*); (leg*|calves|feet) .. weak*"),
    *_at("shoes.worn", yes="(worn (out|down)|knackered|old shoes|bald|falling apart|shoes are (dead|shot|old))"),
    *_at("shoes.damp", yes="(always|still|often|usually) (wet|damp|soggy); (wet|damp|soggy) shoes; shoes .. "
        "(wet|damp|soggy)"),
    *_at("socks.damp", yes="(sweaty|wet|damp|soggy) socks; socks .. (sweaty|wet|damp|soggy|soaked)"),
    *_at("shoes.tight_on_top", yes="(tight*) [on] [shoe*] (lace*|top|on top|across the top); lace* .. tight*"),
    *_at("shoes.hard_heel", yes="(hard|stiff|rigid) [at the|in the|back of the] (heel*|back); heel* .. (hard|"
        "stiff|rub*|dig*)"),
    *_at("shoes.recent_change", yes="(new|changed|switched|different) [my|to] [running|kind of|type of|pair of] "
        "(shoe*|brand|trainers|hokas|pair|model)"),
    *_at("signs.lump", yes="(lump*|nodule*|thickening|thickened) [on|in|under|along]"),
    *_at("signs.toe_joint_bump", yes="(bunion*|bump (at|on|by|near) .. toe)"),
    *_at("signs.stiff_toe", yes="[big] toe .. (stiff*|not bend|less); (stiff*) [big] toe"),
    *_at("signs.creaking", yes="(creak*|crackl*|crunch*)"),
    *_at("signs.itching_toes", yes="(itch*) [toes|between|in]"),
    *_at("signs.dry_soles", yes="(dry|flaky|cracked) [skin|feet|soles]"),
    *_at("training.big_effort", yes="(half marathon|marathon|race*|raced|parkrun|10 k|ultra|time trial|all out) "
        "[race|the|just|last|before|effort]"),
    *_at("training.more_than_usual", yes="more (miles|mileage|km|running|runs|volume|distance); (upped|"
        "increased|doubled|ramped up) [my|the] (miles|mileage|distance|volume|running); (ran|running) (more|"
        "further)"),
    *_at("training.harder_than_usual", yes="(faster|harder|speed*|interval*|more hills|hill reps|hill work|"
        "tempo|less rest)"),
    *_at("training.new_surface", yes="(new|different|changed) (ground|surface|terrain|route); (switched|moved|"
        "changed) to (road*|trail*|treadmill|track|grass|sand)"),
    *_at("training.new_form", yes="(new|changed|different|changing) [my|running] (form|style|technique|stride|"
        "footstrike); (forefoot|midfoot) (strik*|running|landing)"),
    *_at("training.ran_through_pain", yes="(ran|running|kept running|carried on) (through|on|with) [it|the|"
        "pain]; ignored [it|the]"),
    *_at("training.lots_of_running", yes="(no rest [days]|run (every day|daily|a lot)|lots of running|little rest)"),
    *_at("signs.pop", yes="(pop*|snap*|crack)"),
    *_at("signs.fever", yes="(fever*|shiver*|chills|temperature|unwell)"),
    *_at("signs.open_wound", yes="(cut*|wound*|open sore|graze*|blister (burst|popped|open))"),
    *_at("signs.looks_deformed", yes="(bent|crooked|out of (line|place)|deformed|wonky|looks (wrong|odd|weird))"),
    *_at("signs.pale_cold_foot", yes="(cold|pale|white|blue) (and|foot|feet|toes); (foot|feet|toes) .. (cold|"
        "pale|white|blue)"),
    *_at("signs.breathless", yes="(breathless|short of breath|out of breath|can not breathe)"),
    *_at("signs.calf_swelling", yes="[one] calf .. (bigger|swollen|swelling|fatter); swollen calf"),
    *_at("signs.cannot_rise_on_toes", sure=_TURNS, yes="can not (rise|go up|get up|stand|raise) .. (toes|"
        "tiptoe*|tip toe*)"),
    *_at("signs.foot_drop", sure=_TURNS, yes="can not (lift|raise|pull) .. (foot|toes|up|front)"),
])  # fmt: skip

#: What came of a remedy that was just asked about.
RESULTS = {
    "same": _phrases(
        "(no|zero|little|not much) (joy|difference|change|effect|help|use|good|luck|relief|improvement|better|"
        "benefit|impact|result*|"
        "noticeable) [at all|so far|yet|really|difference|effect]; (did|does|done|doing|has done|do) "
        "[absolutely|bugger|sod|pretty much|me] (nothing|all|nowt|naff all|jack|zilch|no good|nada|diddly|"
        "little|zip); "
        "(not|never|hardly|barely) [really|actually|noticeably|seem* to] (help*|work*|changed|change|shift* it|"
        "touch* (it|the)|make|made|fix*|do (much|anything|a thing|nothing|it|a lot)|done (much|anything|a "
        "thing)|notic* (a|any|much)|"
        "tell (a|any|the)|see (a|any|much)|feel (a|any|much)|cut it); (useless|pointless|worthless|rubbish|"
        "hopeless|ineffective|waste of [time|money|effort|my]|placebo|no better); "
        "still (hurts|sore|there|the same|painful|in pain|hurting|aches|limping|bad|got it|have it|itch*|no); "
        "(same|the same|same pain|same as before|unchanged|no different|neither better|neutral|neither); "
        "(, nothing|then nothing|nothing yet|nothing so far|made nothing|so far nothing); not [a] (scrap|jot|"
        "bit|sausage) ; (can not|could not) (tell|say|see|feel) [a|any|the|that] [it|difference|helped|change]; "
        "not (a lot|much|any) of (difference|help); with no (difference|change|help|effect); in vain; to no "
        "avail; not convinced; not any (better|different)"
    ),
    "worse": _phrases(
        "(worse*|worst|aggravat*|irritat*|flare*|inflam*|backfired|sorer|agony|angry|angrier|rubbed (more|me|"
        "raw|worse|my)|gave me blister*|regret*|upset it|set (it|me) (off|back)|wound it up|fire* it up|kicked off); "
        "(hurt*|ached|aches|pain*|sore|stiff*|swell*|swollen|itch*|painful) (more|worse|afterwards|even more|"
        "after|badly|a lot more|like); more (pain*|sore|inflam*|swelling|itchy|swollen|discomfort|aggravated); "
        "(too|very|really|so) (painful|sore|sore after); "
        "(made|makes) it (hurt|ache|swell|throb|burn|flare|scream|angry|sore|stiffer); caused more; increas* "
        "the pain; (not|never) again , hurt; (killed|crippled) (me|it); (extra|new) pain; (brought|bring*) it on"
    ),
    "partly": _phrases(
        "(a|tiny|wee|little|touch|small|slight|fair|good|decent) (bit|little|help|improvement|touch|tad|"
        "difference|easier|relief); (bit|bits|little|tad|touch) [of] (help|relief|better|easier|improvement|"
        "difference|less|looser|good|a difference); (slightly|somewhat|marginally|partly|partially|temporarily|"
        "mildly|"
        "moderately|to a degree|to an extent|to some (degree|extent)|kind of|sort of|so so|semi|half|50|a while|"
        "short term|briefly|momentarily|minor|minimally|for a (bit|while|few hours|day|couple of hours|hour|"
        "short|few)|for (an|a|<number>) (hour|hours|minutes|day)|half the); "
        "(some|modest|minor|temporary|short|brief|limited) [relief|help|improvement|benefit]; (take*|took|taken|"
        "taking) .. (edge|worst|sting|bit|some) [off|out]; (dull*|eas*|reduc*|lessen*|relie*|soften*|numb*|"
        "calm*|settle*|sooth*|lower*) (it|the|a|things|pain|some|slightly|somewhat|temporarily|down|for|that); "
        "less (pain*|sore|stiff|bad|swelling|itch*|tight|swollen|often|intense|tender); (slowly|gradually|"
        "starting|beginning|getting|think it is|seems) [to] (working|work|helping|help|there|improving|improve|"
        "getting better|better|ease|easing); (manageable|bearable|tolerable|managable|just about); only (while|"
        "when|during|for|if|at) [i|it|they|the|wear*]; "
        "(help*|work*|better|good|ok|okay|fine|eases|easier|improved|works) [a bit|though|,] [but] (while|when|"
        "during|only|but|until the|on the|at the time|in the moment|not (fully|completely|100|gone|cured|"
        "totally|entirely|all|enough|perfect)); (edge off); "
        "not (completely|fully|entirely|totally|all|quite|a cure|gone|100 %|cured|perfect) [gone|cured|better|"
        "fixed|there]; (help* with|helps for) ; feels (nice|good|better|lovely) (at the time|while|during|for a|"
        "afterwards for|when); (better|helped|helps) than (nothing|before|it was); comfort*; improved; "
        "improving; (80|70|60|50|40|30|20|half) (%|percent|per cent) [better|gone]; halfway; bit looser; easier"
    ),
    "better": _phrases(
        "(help|helps|helped|helping) [it|me|loads|lots|a lot|massively|hugely|tons|a great deal|so much|big "
        "time|enormously|immensely|heaps|quite a (bit|lot)|really well|wonders|out] ; (works|worked|working|"
        "work) [a treat|wonders|well|great|brilliantly|like a (charm|dream)|perfectly|nicely|for me|straight "
        "away]; (fix*|sort*|cured|cure|solved|resolved|heal*|clear*|gone|went away|disappear*|vanish*|nailed it|"
        "recovered|cleared it up|got rid|knocked it) [it|me|out|up]; "
        "(big|huge|massive|great|real|major|enormous|significant|super|tremendous|good|amazing|night and day|"
        "world of|marked|dramatic|definite) (help|difference|improvement|relief|change|success|helper|helped|"
        "better); (much|loads|lots|way|far|miles|a lot|so much|100 %|lot|heaps|tons|a million times|feels|"
        "definitely|totally|a hundred times|big time|yes|yep|yeah) better [now|since]; "
        "(game changer|gamechanger|godsend|life saver|lifesaver|lifesaving|miracle*|magic*|brilliant*|amazing|"
        "fantastic|great|wonderful*|excellent|superb|love (them|it|my)|bliss|life changing|saved (me|my|it)|ace|"
        "perfect*|awesome|best thing|wonders|transformed|revelation|success|a treat|champion); "
        "(pain|symptom) free; no (pain|problem*|trouble|issue*|itch*|symptoms) (since|now|any more|after|at "
        "all); (been|it is|all|felt|is|feels|was|feel) (fine|good|great|ok|gone|perfect|golden|sweet) (since|"
        "now|ever since|after|again|from); (been|is|was|all) (good|great|fine); made (all|a) [big|huge|massive|"
        "real|the|good|noticeable|great|definite] (difference|world of difference|improvement); (back (to|"
        "running)|running again); "
        "(did|does|done) the (trick|job|business); took [the|all|away] [the] pain away; (took|takes) it away; "
        "never looked back; noticeabl* (better|improve*|difference); (definitely|certainly|absolutely|really|"
        "very|super|so|loads|it does|they do|it did|they did) (help*|work*|good|helpful|effective|beneficial|"
        "soothing); (helpful|effective|beneficial); (felt|feels|feel) (great|good|better|fine|much better|"
        "amazing|lovely|normal|fantastic|wonderful); got [me|it] better; got rid of it; "
        "(night and day|instant relief|immediate relief|total relief|complete relief|relief); better ; felt "
        "fine; was fine; good ; all (cleared|gone|better|good|healed); swear by (it|them); (the only|only) "
        "thing that [really|actually] (help*|work*)"
    ),
    "back": _phrases(
        "(help*|work*|good|great|better|ok|okay|fine|relief) for (a|about a|a good) (while|week|month|fortnight|"
        "few weeks|couple of weeks|year); (came|come|comes|coming|creep*|crept|goes) [straight|right|soon|"
        "always|it] back; (pain|it|then|and|but|is|was|now|soon) (is|was|came|are|has) [now|all] back [again]; "
        "(stopped|stops|quit|ceased) (working|helping|doing|being); wore off; wears off; worn off; (at first|"
        "initially|originally|to begin with|to start with|in the beginning|early on|for the first|at the start); "
        "(return*|relapse*|recurr*|reappear*|resurface*|crept in); (until|till) [i] (stopped|stop|ran|run|"
        "started|went|tried|took|i|the next|it|my|came|next); (then|but then|until then|but) (nothing|stopped|"
        "no|not any more|hurt again|flared|it hurt|sore again|not now|worse again|relapsed|pain again|the pain|"
        "back|it|same again|it did not last); the first [few|couple|couple of] (week*|month*|day*|time*|dose*|"
        "run*|one|jab); for (a|<number>|the|about|two|three|six|a few|a couple of|several) [first|good|few|"
        "couple of|solid] (week*|month*|day*|while|fortnight|bit|year) [or so|or two] [,] (then|and then|but|"
        "before|until|till|only); "
        "did not last; not last [long]; [it] (hurt*|sore|pain*|flared|started) again; short lived [then]; back "
        "(again|to square one|when|once|as soon|within|after|with a); (soon as|when|once|as soon as) i (ran|run|"
        "started|stopped|stop|went back|got back|resumed|took them off|returned)"
    ),
    "not_tried": _phrases(
        "(can not|could not|can not be|not able to) [really] (afford|bring|bothered|face|get|find|take|do|use|"
        "tolerate|have|be bothered|stomach|fit|justify|swallow|wear|manage|reach); (allergic|intoleran*|not "
        "allowed|advised against|too (expensive|pricey|lazy|scared|busy|dear|late|squeamish)); (would not know|"
        "do not (own|have|like|use|want|take|do|need|believe|fancy|wear|trust|think)|did not (want|get|have|use|"
        "bother|take|fancy|like|know)); "
        "(waiting (for|on|list|to)|booked|on (order|the list|the waiting)|ordered|going to|planning|plan to|"
        "thinking (of|about)|about to|next on|on my list|keep meaning|meaning to|might (try|do|give|have)|"
        "should (try|do|have|probably)|will (try|give|do|be|have|buy)|want to (try|get)|tempted|considering|not "
        "yet|scared|starting (tomorrow|next|monday|soon)|intend); (still (doing|running|run) the same|no (need|"
        "time|money|gym|access|chance|thanks|appointment|way|interest|idea how)|only (paracetamol|tylenol)|just "
        "(paracetamol|tylenol)|hate (needles|pills|tablets|taking|the)|(doctor|doc|gp|physio) [said|says|told|"
        "did not|would not|advised|wants] [me] (no|not|against|offer|suggest|recommend)|"
        "(not|never) [been] (offered|suggested|recommended|prescribed|given|advised|bothered|needed|heard)); "
        "what (is|are) (that|those|it|they); (said no|turned (it|them) down|declined|refused|passed on); have "
        "not; instead"
    ),
}  # fmt: skip

#: Remedies that people call by each other's names.
KIN = (
    frozenset({"tried.rest", "tried.run_less"}),
    frozenset({"tried.new_shoes", "tried.stability_shoes", "tried.wide_shoes", "tried.soft_heel_shoes"}),
    frozenset({"tried.orthotics", "tried.heel_wedges", "tried.soft_heel_shoes"}),
    frozenset({"tried.ball_rolling", "tried.frozen_bottle", "tried.massage"}),
    frozenset({"tried.strength_training", "tried.physiotherapy", "tried.heel_lift_exercises", "tried.calf_stretching",
               "tried.massage"}),
    frozenset({"tried.antifungal", "tried.dry_feet", "tried.breathable_socks"}),
    frozenset({"tried.brace", "tried.boot_or_crutches", "tried.taping"}),
    frozenset({"tried.ice", "tried.frozen_bottle"}),
)  # fmt: skip

#: Words that can be about anything, unless they are nearly all of what was typed.
VAGUE = frozenset(
    each
    for some in (
        # how something is
        "normal;normally;fine;good;ok;okay;solid;straight;same;flat;up;down;big;bad;badly;easy;easily;hard;strong;weak",
        "loose;tight;low;high;half;full;fallen;clear;even;equal;regular;usual;usually",
        # how much, how often, how many
        "slowly;gradually;slightly;sometimes;rarely;seldom;often;always;loads;lots;plenty;bit;little;most;mostly;some",
        "one;two;three;four;five;six;seven;eight;nine;ten;once;twice;couple;few;several;first;second",
        # times and places
        "day;days;week;weeks;month;months;year;years;ago;last;off;on;back;front;bottom;top;middle;inner;outer;side",
        "skin;bone;heel;toe;toes;foot;feet;leg;legs;sitting;standing;running;walking;barefoot",
        # what says nothing without the rest
        "no;not;never;none;nothing;nope;can;could;do;did;have;had;used;trying;it;that;this;can not;could not;do not",
    )
    for each in some.split(";")
)

#: What says, where it was just asked, that none of it is so: who presses beside a bone has found no sore bone.
NONE_OF = {
    "signs.tender_bone": _phrases(
        "not [right|directly] (on|in|at) [the|my|any|a] [inner|outer|inside|outside|heel|ankle] bone* [itself]; "
        "not [the|my|any|a] bone* [itself]; bone* [itself] [is|are|does|do] (not|never) [really] "
        "(hurt*|sore|tender|painful|pain*|bad|affected); bone* [itself] [is|are|feel*|seem*] (fine|ok|okay|"
        "good|normal); "
        "no [sore|painful|tender] bone*; (only|just) [in] [the] (soft|skin|tendon*|muscle*|flesh*); "
        "soft (place*|spot*|part*|tissue*|bit*|area*); no bone; beside [the|my] bone*; next to [the|my] bone*"
    ),
}

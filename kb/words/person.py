"""How runners say who they are, and how they are built."""

from __future__ import annotations

from expert.authoring import says

SAYS = [
    *says(
        "runner.age",
        sure=0.95,
        takes=True,
        _=(
            "(i am|he is|she is|i am now|am|aged|age|turned|i turned|just turned|is) [a|an|only|just|nearly|almost|"
            "now|about] [healthy|fit|female|male|keen|old] <number> (year old|years old|years of age|yrs old|years "
            "young|year)",
            "<number> [-] (year old|years old|years of age)",
            "(aged|age|age of|turned|turning) <number>",
            "(m|f|male|female|man of|woman of|guy of|lady of) <number>",
            "<number> [yr|yrs|yo|y o] [old] (male|female|m|f|man|woman|guy|lady)",
            "a <number> year [-] old",
            "(kid|kids|child|son|daughter|boy|girl|lad|wife|husband|partner|mum|mother|dad|father) \\( [age|aged] "
            "<number> [years old|y|yrs|m|f] \\)",
        ),
    ),
    *says(
        "runner.age",
        sure=0.9,
        takes=True,
        _=(
            "(i am|he is|she is|im|is) [a|an|now|only|just|nearly] [healthy|fit|female|male|keen|nurse of] <number> "
            "(,|.|and|;|-|here|but|with|who|runner)",
            "^ <number> here",
            "^ <number> (,|.|- |yr|and)",
            "^ [m|f] <number> .",
            "^ [healthy] <number> (year|- year)",
            "(runner|player|builder|walker|jogger|student|nurse|teacher|engineer|lawyer|driver|daughter|son|boy|girl|"
            "running|dancer|triathlete|footballer|marathoner|man|woman|male|female|athlete|army|football|track|"
            "netball) , <number> (,|.|and|yrs|years)",
            "(son|daughter|boy|girl|wife|husband) is [now|only] <number> (,|.|and)",
            "(bloke|lad|chap|nurse|runner|man|woman|builder|teacher|driver|student|mother|father|male|female|guy|"
            "lady) of <number> !(years|year|yrs|months|weeks|miles|marathons)",
        ),
    ),
    *says(
        "runner.age",
        sure=0.95,
        takes=True,
        _=(
            "^ [and|so|oh|also|by the way] (i am|he is|she is|aged|age) [only|just|now|nearly] <number> [now] $",
            "(i am|he is|she is) [only|just|now] <number> [and|,] [is|am|still] growing",
            "(,|and|.) (i am|he is|she is) [only|just|now|nearly] <number> $",
            "^ <number> yo $",
        ),
    ),
    *says("runner.age", sure=0.6, takes=True, _=("^ ... , <number> (,|.)",)),
    *says(
        "runner.other_sports",
        yes=(
            "(football|soccer|tennis|basketball|netball|rugby|hockey|squash|badminton|volleyball|lacrosse|softball|"
            "baseball|cricket|golf|golfer|handball|water polo|ultimate frisbee|futsal|5 a side|five a side|"
            "cheerleading)",
            "(gym|crossfit|cross fit|weights|weight lifting|weightlifting|spinning|zumba|pilates|yoga|hiit|boot camp|"
            "bootcamp|gymnast*|gymnastics)",
            "(swim|swims|swimming|swam|swimmer|pool running|cycle|cycles|cycling|cyclist|bike|biker|biking|rowing|"
            "rower|row|kayak*|climber|bouldering|ski|skiing|skier|snowboard*|skating|skate|skates|"
            "skateboard*|surfing)",
            "(go|went|goes|do|does|love|rock|indoor|sport|wall|tree|also|and|or|,) (climb|climbing) (,|.|and|or|a|at|"
            "on|twice|once|every|wall|gym|too|as well)",
            "(rock|indoor|sport|wall) climbing",
            "(triathlon*|triathlete*|ironman|iron man|duathlon|half ironman|tri training)",
            "(dance|dances|dancing|dancer|ballet|danced)",
            "(kickboxing|boxing|karate|judo|jiu jitsu|bjj|mma|martial arts|taekwondo|muay thai|parkour|wrestling|"
            "fencing)",
            "(other sports|play sports|sporty)",
        ),
    ),
    *says(
        "runner.high_heels",
        yes=(
            "high heels",
            "(in|wear|wearing|love) [my|high] heels [at work|all day|all week|to work|every day|regularly|for work]",
            "heels (all day|at work|every day)",
            "stilettos",
        ),
        takes=True,
    ),
    *says(
        "runner.arthritis",
        yes=("(arthritis|arthritic !(type|like|style|sort|kind)|osteoarthritis|osteo arthritis)",),
    ),
    *says(
        "runner.diabetes",
        past=True,
        yes=(
            "(diabetic|diabetes|diabetics|t1d|t2d|type 1|type 2|type one|type two)",
            "(poor circulation|neuropathy|bad circulation)",
            "(blood sugar|my sugars|insulin|metformin)",
        ),
    ),
    *says(
        "runner.quinolone",
        past=True,
        yes=(
            "(cipro|ciprofloxacin|levaquin|levofloxacin|moxifloxacin|ofloxacin|fluoroquinolone*|quinolone*|avelox|"
            "cipros|floxed|ciprofloxacine)",
        ),
        no=("never took those antibiotics",),
    ),
    *says(
        "runner.pregnant",
        takes=True,
        yes=(
            "(pregnant|pregnancy|expecting|<number> weeks pregnant|trimester)",
            "(gave birth|had a baby|had my baby|postpartum|post partum) [<duration> ago|recently|last|a few]",
        ),
    ),
    *says(
        "runner.clot_risk",
        yes=(
            "(on|take|taking) the pill",
            "(birth control|contraceptive|hormone replacement|hrt|oestrogen|estrogen)",
            "(long haul|long|transatlantic|<number> hour|hour) (flight|drive|flights|journey|train)",
            "(flew|flown|flight) .. (home|back|from|to|hours|long)",
            "(dvt|blood clot|clot|pulmonary embolism|factor v)",
            "(bed rest|bedridden)",
            "(surgery|operation|operated) .. (weeks ago|days ago|last month)",
            "hour flight",
        ),
    ),
    *says(
        "runner.low_energy",
        yes=(
            "(period|periods) [has|have] (stopped|stop|gone|missing|irregular|absent|disappeared|rare|vanished)",
            "(not|no|lost|losing|missed|stopped having|stopped getting|missing) [had|have|having|getting|got] [a|my|"
            "any|her] (period|periods)",
            "(eat|eats|eating) (like a bird|next to nothing|hardly anything|barely anything|not enough)",
            "(skip|skips|skipping) (meals|food)",
            "(amenorrh*|red s|underweight|anorexia|eating disorder|under fuelling|under eating|undereating|underfuel*)",
            "(eat|eating) [very|too|so] little",
            "(lost|dropped) (quite some|a lot of|some|<number>) [lbs|pounds|kilos|kg|of] weight",
            "(not|never) eat enough",
        ),
    ),
    *says(
        "runner.low_energy",
        sure=0.8,
        yes=(
            "(lost|dropped|losing) [just|only|maybe|quite] (a bit of|a little|a little bit of|a few|bit of) "
            "(weight|lbs|pounds|kilos|kg)",
        ),
    ),
    *says(
        "runner.brittle_bones",
        past=True,
        yes=(
            "(osteoporosis|osteopenia|osteopenic|thin bones|low bone density|brittle bones|weak bones)",
            "(had|have had|number of|history of|previous|earlier|prior|after|past|old|another|several|two|three|"
            "multiple|last|i get) [a|an|many|some|two|three|several|my|number of|bad|prior|previous] [other|"
            "metatarsal|tibial|previous] stress (fracture|fractures) [before|in|years|last|of|on|on my]",
            "stress (fracture|fractures) [in|of] [the|my] [both] [shin|metatarsals|tibia|feet|hip|femur|foot|other "
            "foot] [in my|before|last|years|years ago|cost]",
            "(prednisone|prednisolone|steroid tablets|cortisone tablets) .. (years|months|long)",
            "(fracture*|broken|broke) .. without a fall",
        ),
        no=("never [had|even had] [a|any] stress fracture*", "no [history of|previous|prior] stress fracture*"),
    ),
    *says(
        "runner.heart_or_artery",
        past=True,
        yes=(
            "(stent|heart attack|heart disease|angina|heart failure|bypass|peripheral artery disease|narrowed "
            "arteries|clogged arteries|arterial disease|heart condition|afib|atrial fibrillation|stroke|a pacemaker|"
            "irregular heartbeat*|irregular heart beat*|arrhythmia)",
            "(have|had|got|has|with|called|and) pad",
        ),
    ),
    *says(
        "runner.nsaid_risk",
        past=True,
        yes=(
            "(stomach ulcer|ulcers|kidney disease|blood thinner*|warfarin|apixaban|eliquis|xarelto|bleeding ulcer|"
            "kidney problems|anticoagulant*)",
        ),
    ),
    *says(
        "runner.joint_disease",
        past=True,
        yes=(
            "(gout|gouty|psoriasis|psoriatic|rheumatoid|rheumatic|crohn|crohns|ulcerative colitis|colitis|ankylosing|"
            "spondylitis|uveitis|iritis|lupus|reactive arthritis)",
            "back [is|has been|gets] [also|very|so] stiff for .. (hour|hours|half an hour)",
            "inflamed (eye|eyes|bowel|gut)",
            "eye inflammation",
        ),
        no=("(never|not) [had] gout", "no gout"),
    ),
    *says(
        "runner.cancer",
        past=True,
        yes=("(cancer|tumour|tumor|leukaemia|leukemia|lymphoma|melanoma|chemo|chemotherapy|myeloma)",),
    ),
    *says(
        "foot.arch",
        takes=True,
        flat=(
            "flat (foot|feet|footed|arches|arch) !(now|since|at the moment)",
            "(fallen|collapsed|low|dropped) (arch|arches)",
            "flatfoot*",
            "(feet|foot) [are|is] [very|going|pretty|quite|really|completely|so|a bit] flat",
            "no arch [at all]",
        ),
        high=(
            "(high|higher) [rigid] (arch|arches|arched|instep*)",
            "(arch|arches) [are|is] [very|fairly|quite|pretty|really|rather|so|too] high",
            "cavus",
        ),
        normal=("(normal|neutral|medium|average) [height] (arch|arches)",),
    ),
    *says(
        "foot.roll",
        takes=True,
        exaggerated=(
            "(overpronat*|over pronat*|overpronator|overpronation|hyperpronat*)",
            "(pronate|pronates|pronating|pronation|pronator)",
            "(ankle*|foot|feet) [all|right|do|that|always] (roll|rolls|collapse|collapses|cave|caves|rolling|tilt) "
            "[right|a lot|too far|quite] (in|inward|inwards)",
            "always rolled in",
            "rolled in a lot",
            "roll* in (a lot|too much)",
        ),
        outward=(
            "(supinat*|underpronat*|under pronat*|supinator)",
            "(foot|feet|ankle*) (roll|rolls) (out|outward|outwards)",
        ),
        normal=(
            "(foot|feet) (roll|rolls) normal*",
            "neutral (gait|stride|pronation|runner)",
            "(no|not) (over pronation|overpronat*)",
        ),
    ),
    *says(
        "foot.unstable_arches",
        takes=True,
        yes=(
            "(arch|arches) [kind of|feel|feels|like|seem|to|they|that|as if|just|sort of] [like|to|they|it] [they] "
            "(give|gives|giving|gave|collapse|collapses|collapsing|wobble|unstable) [way]",
        ),
    ),
    *says(
        "foot.tight_arches",
        takes=True,
        yes=(
            "(arch|arches|plantar) [is|are|feel|feels|so|very|always|really] [so|very|always|really|pretty|a bit] "
            "tight*",
            "tight* [in] [my|the] (arch|arches)",
        ),
    ),
    *says(
        "foot.tight_calves",
        takes=True,
        yes=(
            "(calf|calves|calf muscle*) [muscles] [is|are|was|were|get|gets|always|have been|feel|felt|got] [are|is|"
            "always|also|been|chronically|very|extremely|so|really|quite|super|pretty|both|constantly|too|as] [and|"
            "always|very|tight] (tight*|stiff as a board)",
            "(tight*|tight and sore) [in] [my|the|both] (calf|calves|calf muscle*)",
            "calf tightness",
            "tight as always",
        ),
    ),
    *says(
        "foot.odd_shape",
        takes=True,
        yes=(
            "(odd|weird|strange|unusual|funny) shape*",
            "(runs in the family|run in the family|run in my family|runs in my family|born with|from birth|morton* "
            "toe|club foot|clubfoot)",
        ),
    ),
    *says(
        "foot.earlier_injury",
        past=True,
        yes=(
            "(broke|fractured|cracked|sprained|operated|broken|rolled|twisted|tore|injured|crushed) [it|on|my|this|"
            "that|the|her|his|both] [left|right|same|other] [this|that|same] (foot|ankle|bone|heel|toe|it|ankles|"
            "bunion) .. (years|while ago|before|last|high school|as a|when i was|previously|in|once|months ago)",
            "(years|months|year) ago .. (broke|fractured|cracked|sprained|operated|twisted|tore|rolled)",
            "(old|previous|prior|earlier|past) [ankle|foot] (sprain*|injury|injuries|fracture|break|sprains)",
            "(had|have had) [foot|ankle|an|a] (surgery|operation) .. (ankle|foot|years|ago)",
            "(sprained|rolled) (it|that ankle|this ankle|the same ankle) .. (before|several|many|times|ago)",
            "(cut out|removed) .. (years ago)",
            "was crushed",
        ),
        no=(
            "never (hurt|injured|sprained|broke|broken) (it|this ankle|this foot|that ankle|my ankle|my foot|them) "
            "before",
        ),
    ),
    *says(
        "body.weak_hips",
        yes=(
            "weak* [hips|glutes|outer|and|in] [and] [my|outer] (hip|hips|glute|glutes|gluteus)",
            "(hip|hips|glute|glutes|gluteus) [medius|and|outer|hips|on|that|muscles|side|core] [hips|side|glutes|"
            "that|and|core] [hips|side|muscles] [is|are] [also|so|too|very|pretty|quite|really] [weak]",
        )[:0]
        or ("weak .. (hip|hips|glute|glutes)", "(hip|hips|glute|glutes) .. weak*"),
    ),
    *says(
        "body.weak_core",
        yes=(
            "weak .. core",
            "core [strength] [is|was|and|pretty] .. (weak*|useless|terrible|nonexistent|poor)",
            "core weakness",
        ),
    ),
    *says(
        "body.hip_drop",
        yes=("hip [that] (drops|drop|dropping|dips|sags)", "(hip drop|pelvic drop|trendelenburg)", "hips drop"),
    ),
    *says(
        "body.weak_legs",
        yes=(
            "weak .. (feet|calf|calves|legs|ankles|foot|leg muscles|foot muscles)",
            "(foot|feet|calves|legs|ankles|muscles in my foot|left one|calf) [and calves|muscles|muscle] [is|are|was|"
            "were|just|all] [just|so|very|pretty|too|also|really] weak*",
            "(lacks|lack|lacking) strength",
            "(few|only <number>|can not do [even] (five|<number>)) (heel|calf) raises",
        ),
    ),
]

"""More ways to say what must not be missed: the signs and risks that ask for somebody to look soon."""

from __future__ import annotations

from expert.authoring import says

SAYS = [
    *says(
        "runner.diabetes",
        past=True,
        yes=(
            "sugar (disease|diabetes)",
            "(on|take|taking|inject*) (insulin|metformin)",
            "(circulation|blood flow) [in {my} (feet|legs|foot)] is (bad|poor|terrible|not good)",
            "(bad|poor) blood flow",
        ),
    ),
    *says(
        "runner.quinolone",
        past=True,
        yes=(
            "(norfloxacin|gatifloxacin|delafloxacin|gemifloxacin|levofloxacine|levoflox|ciproflaxin|ciprofloxin|"
            "ciproxin|tavanic|floxacin)",
        ),
    ),
    *says(
        "runner.clot_risk",
        yes=(
            "<number> hours (in|on) (a|the|my) (car|plane|bus|coach|train|flight|aeroplane|airplane)",
            "<number> (hour|hours) [car|bus|coach|train|plane] (drive|ride|journey|flight|trip)",
            "(flew|flight) (in|over|across|long haul|last|back|home)",
            "(knee|hip|back|shoulder|hernia|keyhole|gallbladder|appendix|abdominal) (surgery|operation|replacement|"
            "op)",
            "(had|after|since) [a|an|my|major] (surgery|operation|op) (<duration> ago|last|recently|in|on|and)",
            "(nuvaring|mirena|contraception|oral contraceptive*|the patch)",
            "(on|take|taking|started) (hrt|hormones|the pill|birth control|tamoxifen)",
            "(had|previous|earlier|history of) [a|blood] (clot*|dvt|thrombosis|embolism)",
            "(in bed|bed ridden|laid up|bedridden) for (<duration>|days|weeks)",
            "(plaster|cast|boot) (came off|off|taken off) .. (ago|last|this)",
        ),
    ),
    *says(
        "runner.clot_risk",
        past=True,
        yes=(
            "(dvt|blood clot|clot|clots|pulmonary embolism|thrombosis|factor v)",
            "the [combined|contraceptive|mini] pill",
            "(drove|driven|drive|driving) (<number> hours|for hours|all day|all night|through the night)",
            "(leg|foot|ankle) [was|has been] in [a] (plaster|cast|boot) (until|till|for|up to)",
        ),
    ),
    *says(
        "signs.losing_weight",
        yes=("(lost|losing|lose) [any|much|a lot of] weight",),
    ),
    *says(
        "signs.foot_drop",
        no=(
            "can [still] (lift|raise|pull up) (the|my) [front of the|front of my] (foot|toes) [up] [normally|fine|ok]",
        ),
    ),
    *says(
        "signs.puncture",
        no=("(not|never) (step|stepped|stand|tread|trod) on (anything|something) [sharp]",),
    ),
    *says(
        "signs.numbness_stays",
        denied="",
        yes=("numb* .. even (when|with) ... shoes off", "even with {my} shoes off"),
        no=("(numb*|tingl*) .. (disappears|goes|stops|gone|better|passes) .. (loosen*|shoes off|laces|take)",),
    ),
    *says(
        "runner.pregnant",
        takes=True,
        yes=(
            "<number> (weeks|months) (along|pregnant|gone|postpartum|post partum)",
            "(weeks|months) (pregnant|postpartum|post partum)",
            "(second|third|first|2nd|3rd|1st) trimester",
            "(had|having|expecting) [my|our|a|the] [first|second|third] baby",
            "baby is <duration> old",
            "(gave birth|given birth|c section|caesarean)",
        ),
    ),
    *says(
        "runner.cancer",
        past=True,
        yes=("(sarcoma|in remission|oncolog*|radiotherapy|prostate cancer|breast cancer|mastectomy)",),
    ),
    *says(
        "pain.with_distance",
        yes=(
            "(like clockwork|always at (the same|about the same|exactly|minute|mile|km))",
            "(exactly|about|roughly|almost|around|always) the same (distance|point|place|spot|time) (every|each) "
            "[single] (time|run)",
            "(every time|each time|every run) .. (after|at) [about|around|the] [same|exactly] (<number> (minutes|"
            "miles|metres|meters|yards|km)|a mile|a kilometre|distance)",
            "(settles|goes|gone|passes|disappears|clears|vanishes|fades|eases|stops) ... (minutes|minute|moments) "
            "(of|after|once|when) [i] (stop*|resting|rest)",
            "(minutes|minute|moments|two|couple) (of|after) (stopping|i stop|resting|standing still)",
            "(stop|stand still) ... (and it is gone|it is gone|it goes|and it goes|it passes|it clears|goes "
            "away|it is fine|feeling returns)",
            "(as soon as|when|once|if) i stop ... (gone|goes|passes|clears|disappears|fine)",
            "(minute|minutes|seconds) and [then] (off i go|i am off|on i go|i can (go on|carry on|walk on|set off))",
        ),
    ),
    *says(
        "signs.pop",
        yes=(
            "(calf|it|ankle|foot|achilles|something|heel|tendon|knee) [just|suddenly|had|has] (popped|snapped|"
            "cracked)",
            "(heard|felt|hear|feel) (something|it) [just|suddenly] (go|give|pop|snap|crack|tear|rip|ping|twang|let "
            "go|crunch)",
            "(something|it) [suddenly|just] (gave way with|went with) a",
            "(like a|like) (gunshot|gun shot|pistol shot|rubber band snapping|whip crack|twig snapping|snapping twig)",
            "(a|loud|sudden) (snapping|popping|cracking|tearing) (sound|noise|feeling|sensation)",
            "(popping|snapping|cracking) .. (heard|sound|noise)",
            "heard .. (snap|pop|crack|crunch)",
            "felt .. (snap|pop|crack)",
            "with a (pop|snap|crack|bang)",
        ),
    ),
    *says(
        "signs.pop",
        sure=0.8,
        yes=(
            "(kicked|hit|shot|struck|whacked) [me] [hard] in the [back of the] (calf|heel|leg|achilles)",
            "thought .. (kicked|hit|shot|thrown)",
            "as if (someone|somebody) had (kicked|hit|shot|stamped)",
        ),
    ),
    *says(
        "signs.cannot_rise_on_toes",
        yes=(
            "(can not|could not|unable|not able|impossible|no way i can|will not) .. (tiptoe*|tip toe*|on my toes|"
            "onto my toes|heel raise|calf raise|heel rise)",
            "heel (will not|does not|can not) (come up|lift|leave the floor|rise)",
            "(can not|could not) [even] push off",
            "no (power|strength) [to|when|in|left] [push*|the|rising|my] (off|calf|push*)",
            "(can not|could not) lift {my} heel [off]",
        ),
    ),
    *says(
        "signs.numbness",
        yes=(
            "(no|not any|not much|little|less) [proper|real|normal|much] (feeling|sensation) [in|at|there]",
            "(feels|feel|felt|is|are|goes|went|gone|going) (dead|wooden|like wood|like cotton|like a block)",
            "(can not|could not|not|never|hardly|barely) (feel|sense) [much|anything|it] [in|under|of|with] {my} "
            "[big|little|last|two|three|second|third|fourth|fifth|half|side of] (toe|toes|foot|feet|sole|heel|it)",
            "(lost|losing|loss of|reduced|less|no|little) [all|the|some|of] (feeling|sensation|sensitivity)",
            "(pins and needles|tingl*) and (numb*|dead)",
            "cotton wool",
            "feeling (goes|went|is gone|has gone|gone|disappears)",
            "numb (spot|patch|area|feeling|toes|toe)",
        ),
    ),
    *says(
        "signs.numbness_stays",
        near="numb",
        denied="",
        yes=(
            "(even|also|still) .. (at rest|with shoes off|with my shoes off|without shoes|barefoot|in bed|lying down|"
            "at night|when i rest|sitting|at home)",
            "(shoes off|without shoes|barefoot|at rest) .. (too|as well|same|no difference|makes no difference|still|"
            "does not help|no better)",
            "(stay|stays|stayed|remain|remains) (numb|tingly|dead|asleep)",
            "(never|not) [fully|quite|completely|really|ever] (comes back|goes away|go away|come back|wears off|wear "
            "off|returned|came back|goes|gone|left)",
            "(hours|days|weeks) (after|later) .. still numb",
            "still numb",
            "(day and night|all day and night|around the clock|24 hours|all day long|the whole day)",
            "numb* ... (all the time|whole time|permanent*|constant*)",
            "(does|do|has|have) not (go|gone|come|change|went) [away] (when|with|after) .. (shoes|rest)",
        ),
    ),
    *says(
        "signs.foot_drop",
        yes=(
            "(foot|toes|it) .. (slaps|slapping|slapped|flops|flopping|flopped|hangs down|hangs|drags|dragging|"
            "dropping)",
            "(trip|tripping|tripped|stumble|catch|catching) .. (my own toes|over my toes|over my foot|the toes|my "
            "toes)",
            "(toes|foot) (catch|catches|drag|drags|caught) [on] [the] (floor|ground|carpet|rug|steps)",
            "(lift|pull|bring|raise) [up] [the front of|the toes of|the toes on] .. (not|will not|no longer)",
            "(can not|could not|unable to|no longer) (lift|raise|pull|bend) .. (toes|foot) (up|off|towards)",
            "(can not|could not|no longer) [walk|stand|get] on my heels",
            "(front of|forefoot) .. (will not|does not) (lift|come up|go up)",
            "(foot|toes) (will not|does not|do not|would not) [properly] (lift|come up|go up|pull up|obey|respond)",
            "drag* (the|my) [right|left] (front|toes)",
        ),
    ),
    *says(
        "signs.fever",
        yes=(
            "(fever|fevers|temp|feverish|temperature) [of|is|was]",
            "<number> (degrees|c|f) (fever|temperature)",
            "(he is|she is|i am|i was|feels|been) [all] (hot|burning up|boiling) [at|with] [a] [temperature] [of] "
            "<number>",
            "off (his|her|my) food",
            "(ran|run|running|have|had|got) a (temp|temperature|fever)",
            "(shiver*|chills|rigors)",
            "(feel|feels|feeling|felt|am|been) [a bit|really|so|very|quite|pretty|properly|generally|just] (ill|"
            "unwell|poorly|fluey|flu ish|feverish|rotten|lousy|sick all|terrible all over|grim|off colour)",
            "(i|and|really|generally|also|just|now) (feel|felt|am feeling|feeling) [a bit|really|so|very|quite|pretty|"
            "generally|just|absolutely] (rubbish|rough|ropey|crap|awful|terrible|dreadful|shocking|washed out|"
            "wiped out|horrible) !(about|at|when|after|that|because|for|on|in|as|if|to)",
            "(hot and cold|like the flu|like flu|flu symptoms|achy all over)",
        ),
    ),
    *says(
        "signs.hot_red_skin",
        yes=(
            "(red|redness|reddened) ... (hot !(spot*)|warm|heat|burning up)",
            "(hot !(spot*)|warm|heat) ... (red|redness|reddened)",
            "(feels|is|was|so|very|skin|burning|really) (hot|warm) to [the] touch",
            "red hot",
            "(angry|bright|shiny) red and (hot|warm|swollen)",
            "(heat|warmth) (coming off|radiat*|in the)",
            "gives off heat",
            "cellulitis",
        ),
    ),
    *says(
        "signs.spreading_redness",
        yes=(
            "(red|redness|streak*|rash|infection) [is|has|was|seems|now|keeps|to|been|slowly|by now] [be|been|slowly|"
            "already|getting] (spread*|creeping|crept|growing|grown|climbing|climbed|moving|moved|travelling|"
            "tracking|bigger) [up|further|to|past|over|from|towards|by|and|since|every|each|all]",
            "red (streak*|line*|stripe*|track*) [up|running|going|on|from|along]",
            "(red ring|bull*eye|bulls eye|ring shaped) .. (rash|round|around|spread*|<number>)",
            "(red*|rash|infection) .. spread* [up|to|over|past|from|quickly|fast] .. (ankle|leg|shin|foot|calf|knee)",
            "(red|redness) .. (up past|up to|up my|up the|further up|half way up|halfway up)",
        ),
    ),
    *says(
        "signs.open_wound",
        yes=(
            "(sore|wound|cut|hole|blister|ulcer|crack|graze|spot) .. (will not|does not|not|never|refuses to) (heal|"
            "heals|healed|healing|close|closing|closed|heal up)",
            "(broken|torn|split|open|raw) (skin|patch|area|blister|spot)",
            "(cut|slashed|gashed|sliced|scraped|grazed) {my} [big|little] (foot|feet|heel|toe|toes|sole|ankle|leg) (on|"
            "with|open|against|by)",
            "(split|crack|cut|fissure*) .. (keeps|kept) (opening|reopening|bleeding|splitting)",
            "(split|deep crack|fissure*) in the skin",
            "skin [is|has|was|all|came|rubbed|broke] (open|raw|broken|off|torn|split)",
            "rubbed raw",
            "(is|are|was|were) [all|completely|both] raw",
            "(a|an|one|this|that|open|raw|small|big|nasty|little|the) sore (on|in|under) [the] [bottom of|ball of|"
            "sole of|"
            "side of|top of] {my} [big|little] (foot|heel|toe|toes|sole|ankle)",
            "(cut|gash|hole|wound|ulcer) (on|in|under) [the] [bottom of|ball of|sole of|side of|top of] {my} "
            "[big|little] (foot|heel|toe|toes|sole|ankle)",
            "(bleeds|bleeding|bled|bloody|oozes|oozing|weeping|weeps)",
            "blister .. (burst|popped|opened|torn|open|raw)",
            "small hole",
            "hole in (it|there)",
            "(has|have|got) a hole (in|on|under)",
        ),
    ),
    *says(
        "signs.looks_deformed",
        yes=(
            "(foot|ankle|toe|bone|it) .. (at a|at an) [funny|odd|weird|strange|bad|awkward|unnatural|wrong|horrible] "
            "angle",
            "(looks|looked|look|is|was|sits|sat|hangs) [all|clearly|totally|really|a bit|completely] (deformed|bent|"
            "out of line|crooked|out of shape|dislocated|misshapen|out of joint|twisted)",
            "(pointing|points|pointed) [a bit|slightly|a little|now] (the wrong way|outward*|inward*|sideways|"
            "to the side|off to one side)",
            "bone .. (through the skin|under the skin|sticking out|poking|sticks out)",
            "a (gap|dent|step|hollow) (in|above|where|at) [the|my] (achilles|tendon|heel|back)",
        ),
    ),
    *says(
        "signs.calf_swelling",
        yes=(
            "(calf|calves|lower leg) ... (swollen|swelled|swelling|bigger than|thicker than|twice|puffy|ballooned|"
            "larger than|fatter)",
            "(swollen|swelling|swelled|puffy|thicker|bigger|fatter) ... (calf|lower leg)",
            "(one|left|right|my) leg [is|looks|has] [clearly|visibly|a lot|much|noticeably] (bigger|thicker|fatter|"
            "swollen|larger)",
            "(one|left|right|my|his|her) leg [has|is|was] [all|just|been|gone] (blown up|blew up|ballooned|swelled up|"
            "huge|massive|"
            "enormous|like a (tree trunk|balloon|elephant*|sausage))",
            "<number> (cm|inch|inches|centimetres) (bigger|thicker|more|larger|wider)",
        ),
    ),
    *says(
        "signs.pale_cold_foot",
        unless="in the cold",
        yes=(
            "(cold|ice cold|icy|freezing|colder|cool) [and|,|to the touch] .. (pale|white|bluish|blue|grey|gray|"
            "mottled|waxy)",
            "(pale|white|bluish|blue|grey|gray|mottled) [and|,] .. (cold|colder|icy|cool)",
            "(pale|white|blue|grey|gray) and (freezing|stone cold|ice cold|like ice)",
            "(foot|toes|it) [is|feels|goes|went|has gone|are|turned] [always|all|really|very] (ice cold|stone cold|"
            "icy cold|cold as ice)",
            "colder than (the other|my other|my left|my right)",
            "(gone|turned|went|goes|turns|looks|looked|is|become) [very|all|so|quite|really|deathly] (pale|waxy|"
            "mottled|ashen)",
            "(foot|toe|toes|it) (has|have|is|are) (gone|turned|went) [all] (grey|gray|ghostly|dead white)",
            "(cold|icy) [foot|toes] .. (no pulse|pulse)",
            "no pulse (in|at|on) .. (foot|ankle|toe*)",
            "white as (a sheet|chalk|snow|marble|wax)",
            "(dusky|grey|gray|mottled|bluish|purple) [colour|color] and .. (freezing|cold|icy)",
        ),
    ),
    *says(
        "signs.breathless",
        yes=(
            "(short|out|shortness) of breath",
            "(breathless*|breathing) [is|has|feels|been] [been] (hard|harder|difficult|heavy|shallow|tight|fast)",
            "(can not|could not|hard to|struggle to|difficult to) [properly|get|catch] (breathe|catch my breath|get "
            "my breath|breath|get enough air)",
            "chest (pain|hurts|tight*|is tight|ache*)",
            "(pain|hurts|stabbing|tight*) [in|when] [my|i] (chest|breathe)",
            "cough* [up] blood",
            "puffing (on|up|going)",
            "gasp*",
        ),
    ),
    *says(
        "signs.puncture",
        unless="likened",
        yes=(
            "(stepped|stood|trod|stepping|step|landed|walked|ran|trodden|jumped) (on|on to|onto|into|in) (a|an|some|"
            "the|something|broken|what) .. (nail|glass|thorn|tack|needle|pin|urchin|splinter|screw|wire|shard|"
            "spike|spine|fork|staple|hook|tooth|shell|bone|sharp|wood|stick|barb)",
            "(nail|thorn|splinter|glass|needle|spine|tack|screw|wire|spike|shard|staple|stick) .. (stuck in|went in|"
            "went through|gone through|in {my} (foot|heel|sole|toe)|into {my} (foot|heel|sole|toe)|still in|"
            "through the sole|through my shoe|through the shoe)",
            "(puncture*|pierced|impaled|splinter|thorn in)",
            "(nail|staple|wire|screw|spike|tack|pin|stick|branch|glass|thorn|tine|fork) [right|clean] through {my} "
            "(trainer*|shoe*|sole|"
            "boot*|sandal*|foot|heel|toe)",
        ),
    ),
    *says(
        "signs.pus",
        yes=(
            "(pus|puss|pussy|oozing|oozes|weeping|weeps|festering)",
            "(yellow|green|greenish|yellowish|cloudy|smelly) [ish] [smelly] (fluid|stuff|discharge|liquid|gunk|goo|"
            "ooze)",
            "(smells|smell|stinks|reeks|smelling) [really|pretty|so|a bit|very] (bad|foul|awful|horrible|off|rotten|"
            "funny)",
            "(foul|bad|rotten|horrible) (smell|odour|odor|smelling)",
        ),
    ),
    *says(
        "signs.frozen",
        yes=(
            "(frostbit*|frostnip)",
            "frozen (feet|toes|foot|toe)",
            "(feet|toes|foot) [were|had|have|nearly|almost|completely|got] (froze|frozen)",
            "froze my",
            "- <number> (c|degrees|celsius|out|f|outside)",
            "<number> below",
            "below (zero|freezing)",
            "(wet|soaked|cold) (feet|shoes|socks) for (hours|<duration>|<number> hours)",
            "(stood|standing|sat|waded|wading) .. in [a|the|cold|icy] (stream|river|cold water|icy water|snow|slush|"
            "lake|sea|bog) ... "
            "(hours|hour|ages|all day)",
            "(hours|hour|day|days|miles) (in|of) [the] (snow|slush|freezing|ice|icy|wet snow|cold and wet)",
            "(feet|shoes|socks) (were|have been|got) (soaked|wet|cold|freezing) [and cold|and wet] .. (hours|days|"
            "day)",
        ),
    ),
    *says(
        "signs.losing_weight",
        yes=(
            "(lost|lose|losing|dropped|down) [about|around|over|nearly|almost|some] (<number> (kg|kilos|lbs|pounds|"
            "stone)|weight|a stone|a lot of weight) [and|but|,|in|since|this|over] .. (not (trying|dieting|on a "
            "diet)|without|no idea|no reason|do not know|no change)",
            "(without trying|not trying to|not trying|unintentional*|for no reason|unexplained) .. (weight|lost|"
            "losing)",
            "(weight|kilos|kg|pounds) ... (without|not) (trying|dieting|meaning|wanting|reason)",
            "(drenching|drenched|soaking|heavy) [night] sweat*",
            "(night sweats|sweat* at night|drenched at night|drenched in sweat|soaked the sheets|wake up soaked|wake "
            "up drenched|sweating through)",
            "(losing|lost) weight",
            "(exhausted|tired|drained|worn out|knackered) (all the time|for no reason|for weeks|constantly|no matter)",
        ),
    ),
    *says(
        "signs.lump",
        yes=(
            "(lump|lumps|lumpy|nodule*|cyst*|ganglion*|thickening|growth|marble)",
            "(like|size of) a [small] (pea|marble|grape|cherry|walnut|bean|nut) [under|on|in|at|sized]",
            "(hard|soft|bony|firm|round|small|little) (bump|knob|knot|ball|swelling) (on|in|under|at|near|above|"
            "beside|next)",
            "(bump|knot|lump|bulge) .. (tendon|achilles|arch|sole|midfoot|inside of {my} foot)",
        ),
    ),
]

"""How runners say what can be seen, felt or tried out, and what happened when it began."""

from __future__ import annotations

from expert.authoring import says

_ROLLED = (
    "(roll|rolled|rolls|turned|twisted|twist|sprained|sprain|tweaked|wrenched|went over|rolling|turning|twisting|"
    "inverted) [on] {my} [outside of] (ankle|ankles|foot) !((in|out|inward*|outward*|up|down) (hurt*|against|is|with|"
    "makes))",
    "(ankle|foot) .. (rolled|twisted|turned over|buckled|went over|gave way under)",
    "(went|gone|going) [right|straight|clean] over [hard|badly|heavily|awkwardly|again|right] on {my} (ankle|foot|it)",
    "it rolled",
    "(rolled|twisted|sprained) it",
    "rolled [over] on it",
    "stepped (off|in|on|into) .. (rolled|twisted|sprained|turned)",
    "(rolled|turned) the (left|right) one",
    "ankle sprain",
    "sprained ankle",
    "(bad|nasty|another|grade) [1|2|3|one|two] sprain",
    "landed on the side of {my} foot",
)

SAYS = [
    *says(
        "signs.swelling",
        unless="calf swells",
        yes=(
            "(swell|swells|swelled|swelling|swollen|swole|swelt|swellen)",
            "(puffy|puffed up|puffiness|puffs up)",
            "(blew|blown|blows|ballooned|balloon*|came) up like a (balloon|grapefruit|baseball|golf ball|tennis ball|"
            "egg)",
            "like a (balloon|baseball|grapefruit)",
            "(size of a|like a|like an) (golf ball|egg|grapefruit|baseball|tennis ball|orange)",
            "inflamed",
            "(foot|ankle|toe|heel|it|outside|side) (is|was|looks|looked|came up|swelled|swells|went|goes|got) [up] "
            "[now] [about|nearly|"
            "almost|easily|already] [the] (like|size of) [a|an] [small|big|half a|goose] (tennis ball|golf ball|"
            "football|balloon|egg|orange|"
            "melon|grapefruit|baseball|plum|lemon)",
            "(foot|ankle) fills again",
            "ballooned",
            "(bigger|thicker|fatter|larger) than (the other|my other|normal|usual)",
        ),
        no=("normal size",),
    ),
    *says(
        "signs.swelling",
        near="pain",
        unless="shoes",
        yes=(
            "(foot|feet|ankle*|toe*) and [my] (calf|calves|lower leg) (are|is) [both|all|very] (swollen|puffy)",
            "(swollen|swelling [in|of]) [my] (calf|calves|lower leg) and [my] (foot|feet|ankle*|toe*)",
            "(foot|feet|ankle*|toe|toes|heel|it|its) (is|are|was|looks|look|looked|got|went|has gone|became) "
            "[now|all|absolutely|so|just|twice] [so|really] (huge|enormous|massive|fat|humongous|ginormous|giant|"
            "bulging)",
            "(huge|enormous|massive|fat) [swollen] (foot|ankle|toe)",
            "(foot|ankle|toe|it) .. (twice|double|three times) [the|its|it is] [normal|usual] size",
            "(like|size of|as big as) [a|an|the] [small|half|whole|goose|hen] (balloon|grapefruit|egg|melon|orange|"
            "tennis ball|golf ball|baseball|softball|lemon|plum|apple|potato|sausage)",
            "(huge|enormous|massive) and (blue|purple|black|red|bruised|swollen)",
        ),
    ),
    *says(
        "signs.bruising",
        near="pain",
        unless="shoes",
        yes=(
            "(swollen|huge|enormous|massive|puffy) [,] [and] [all] (blue|purple|black|green)",
            "(foot|ankle|toe|toes|it) (is|are|was|looks|went) [all|very] (blue|purple|black) (and|,|.) [all] [very] "
            "(swollen|huge|puffy|sore|fat)",
        ),
    ),
    *says(
        "signs.bruising",
        yes=(
            "(bruise|bruises|bruising|brused)",
            "black and blue",
            "(swollen|sore|red|swelling) (or|and|nor) bruised",
            "bruised (foot|ankle|toe|toes)",
            "bruised (to|up to|down to|right up|all over|all the way|from|round|around)",
            "(foot|ankle|toe|it) (is|are) bruised",
            "(blue|green|yellow|purple) and (purple|blue|green|yellow|black)",
            "(turned|gone|went|was|it is|is) [all|a|completely|deep|dark] [bit] (purple|lavender|black and blue|"
            "bruised|blue)",
            "(looks|looked) bruised",
            "skin is [all|deep|dark] (purple|black and blue)",
            "(discoloured|discolored|discolouration|discoloration)",
            "purple (ink|and swollen|bruise*)",
            "was black",
            "rainbow of",
            "(foot|ankle|toe|it) [is|was|has] [all|got|been] [a bit] bruised [and|.|,]",
        ),
        no=("(not|nor|or|never) [really|at all|even] bruised",),
    ),
    *says(
        "signs.injury",
        yes=(
            *_ROLLED,
            "(fallen|i fall|tripped|slipped|stumbled|wiped out|crashed|went flying|flying through the air|face "
            "planted|knocked)",
            "(and|i) went down",
            "(stubbed|stub)",
            "(kicked|hit|caught|banged|knocked|bashed|whacked) [into] (a|an|the|some) .. (door|frame|doorframe|wall|"
            "table|chair|bed|"
            "step|kerb|curb|rock|root|bench|sofa|bedpost|furniture|cupboard|weight|dumbbell)",
            "(banged|hit|knocked|kicked|jammed|caught|smashed|bumped|whacked|bashed|crushed|slammed|struck) [it|on|"
            "into|the] {my} .. (toe|toes|foot|heel|ankle|shin|heels)",
            "(dropped|fell|landed) .. (on|onto|on to) {my} [big|little] (foot|feet|toe|toes)",
            "dropped ... (on|onto|on to) ({my} [big|little] (foot|feet|toe|toes)|them|it)",
            "(landed|came down|stepped|trod) [down] (awkwardly|badly|wrong|funny|oddly|hard|in a hole|on a stone|on "
            "a rock|on the side|heavily)",
            "(stepped|stepping|trod) (off|in|into|on|on to|onto) (a|the|an|some) .. (hole|kerb|curb|root|rock|stone|"
            "sidewalk|pavement|stool|edge|pothole|pot hole)",
            "(somebody|someone|a guy|opponent|player|horse|people|kid) [accidentally] (stepped|stamped|stomped|trod|"
            "landed|fell|kicked) on",
            "got (tackled|kicked|stamped|stepped|hit|trodden|bent|stomped)",
            "(tackled|collided|collision|car accident)",
            "(injured|hurt) (it|{my} (foot|ankle|heel|toe)) (playing|when|while|in|at|by|on|falling)",
            "(small|hard|bad|direct|heavy) (knock|blow|fall)",
            "(foot|ankle) .. (bent|twisted|rolled) (under|back|up hard|in|over)",
            "stepped on a (nail|root|rock|stone)",
            "(twisted|rolled|turned|sprained|bent) (it|the ankle)",
            "jumped (off|from|down)",
            "bad (landing|fall|step)",
            "(got|hit by|struck by) the ball",
            "something struck",
            "(as|when) i (jumped|pushed off for a jump)",
            "my (foot|toe) stayed",
            "on my hands and knees",
            "(landed|slid) .. on top of my foot",
            "(landed|fell|dropped|came down) [right] (across|over|on) {my} (instep|foot|toe|toes|ankle|heel)",
            "(plank|weight|rock|branch|brick|box|log|stone|pan|tin|bar) .. (landed|fell|dropped|came down)",
            "sudden injury",
            "(kicked|trodden|stepped|stamped|stood|hit|struck|crushed|tackled|bitten|run over) [on] by [a|an|the|my|"
            "some]",
            "landed [off|from] ... on the (outside|inside|side|edge|outer edge|outer side) of {my} foot",
            "a [bad|heavy|hard] fall",
            "(landed|slid) and landed",
            "trauma",
            "felt .. (snap|tear|rip)",
            "foot twisted",
            "i stub it",
        ),
    ),
    *says("signs.injury", unless="fells", yes=("fell",)),
    *says(
        "signs.injury",
        unless="until-",
        no=(
            "no [obvious|real|specific|known|particular|prior|recent|sudden|actual] (injury|accident|trauma|incident|"
            "fall|knock|twist|trip|event|mishap|blow|bang)",
            "(never|not) [ever|even] (rolled|twisted|hit|banged|knocked|injured|fell|fallen|twist|roll|injure|hit|"
            "knock|sprained|sprain|bang|turn|turned|trip|tripped|step on|hurt) (it|my|the|on|anything|myself|him|"
            "himself|herself|funny)",
            "(not|never) (fall|trip|slip|stumble)",
            "nothing [ever|had|has|that|i] [really|ever|even] (happened|did)",
            "(not|never) [remember|recall|doing|do|did|done] (tripping|hitting|twisting|hurting|injuring|falling|any "
            "injury|any accident|an injury|anything to it|anything to|doing anything)",
            "without [any|an] (injury|accident|trauma|fall)",
            "no injury",
            "no (twist|trip|fall) [no|or|nor]",
            "(not|no) (one|single|specific) injury",
            "did not step on anything",
            "woke up with it",
        ),
    ),
    *says(
        "signs.rolled_ankle",
        inward=(
            "(ankle|foot|it) [had|just] (rolled|rolls|turned|went|tipped|bent) [right] (inwards|inward|under|"
            "underneath)",
            "(ankle|foot) [had|just] (rolled|turned) in (,|.|but|and|as|at|when|because)",
            "inversion [sprain|injury]",
            "rolled (over|onto|on to) the (outside|outer)",
            "(rolled|twisted|turned) {my} (ankle|foot) (inward|inwards)",
            "sole faced the other",
        ),
        outward=(
            "(ankle|foot|it) (rolled|turned|went) (out|outward|outwards)",
            "(rolled|twisted|turned) [{my} (ankle|foot)] (outward|outwards)",
            "eversion",
        ),
        yes=_ROLLED,
    ),
    *says(
        "signs.rolled_ankle",
        unless="until-",
        no=(
            "(never|not) [ever] (rolled|twisted|rolled or twisted|twist|roll|turned|turn|sprained|sprain|twisted or "
            "rolled) [it|my|the|on|anything|ankle|him]",
            "no (twist|roll|rolling|twisting|rolled ankle)",
        ),
    ),
    *says(
        "signs.pop",
        yes=(
            "(heard|felt|hear|feel|with|was) [and felt] [and heard] [a|an|the|that|it|something|loud|big|audible] "
            "[loud|big|small|quiet|little|huge|sickening|horrible|distinct|definite|massive|sharp] [sickening|"
            "quiet|loud|audible] (pop|snap|crack|bang|ping|popped|snapped|popping|cracked|crunch)",
            "(something|it|tendon|foot|achilles) [just|suddenly|had|has] (snapped|popped|went pop|cracked|went bang)",
            "and [*] (pop|crack|snap)",
            "(pop or crack|snap or pop|pop or snap)",
            "audible (pop|snap|crack)",
            "sudden (snap|pop|crack|bang)",
            "(stepped|landed|rolled|off|funny) .. (crack|pop|snap)",
            "a (loud|audible|sickening) (pop|crack|snap)",
        ),
        no=("(no|never|not|did not) [hear|heard|feel|felt|any|a] [or] [feel|felt|hear] [a|any] (pop|snap|crack)",),
    ),
    *says(
        "signs.pop",
        sure=0.8,
        yes=(
            "as if .. (kicked|struck|hit|shot) .. (heel|leg|calf|back)",
            "(like|thought) .. (kicked|hit|shot) me",
            "like .. kicked me",
        ),
    ),
    *says(
        "signs.looks_deformed",
        yes=(
            "(hanging|hangs|hung|sitting|pointing) [all] (funny|wrong|weird|odd*|strange*|limp) [to|off|out]",
            "(stood|stands|sits|pointing|points|hanging|sticking|bent|turned|twisted|facing) [out] (at an angle|at a "
            "funny angle|at a weird angle|the wrong way|sideways|out of line|off to the side)",
            "(looks|looked|is|clearly|visibly) (deformed|crooked|out of place|misshapen|dislocated)",
            "bone (sticking|poking) out",
            "(dislocated|deformity)",
            "(wrong|odd|weird|funny|strange|unnatural) angle",
            "(can|i) feel a (gap|hole|dent|hollow) [where|in|at|above]",
        ),
    ),
    *says(
        "signs.tender_bone",
        near="pain",
        unless="fine",
        outer_ankle_bone=(
            "(press*|push*|touch*|tender*|prod*|squeez*) !([just|right] (behind|below|under|above|around|near|next|in "
            "front)) "
            ".. (outer|outside|lateral|outside of the) (ankle bone|anklebone|ankle|malleolus)",
            "(outer|outside|lateral) (ankle bone|anklebone|malleolus) .. (tender|hurts|sore|press*)",
            "bone on the outside of {my} ankle .. (press*|tender|touch*)",
            "tender (over|on|at|along) .. (lateral malleolus|outer ankle)",
        ),
        inner_ankle_bone=(
            "(press*|push*|touch*|tender*|prod*) !([just|right] (behind|below|under|above|around|near|next|in front)) "
            ".. "
            "(inner|inside|medial) (ankle bone|anklebone|ankle|malleolus)",
            "(inner|inside|medial) (ankle bone|anklebone|malleolus) .. (tender|hurts|sore|press*)",
        ),
        inner_midfoot=(
            "navicular",
            "n spot",
            "inner (midfoot|mid foot) [bone] ... (press*|tender|to touch)",
            "(press*|tender|push*) .. inner (side bone|midfoot|mid foot)",
            "(press*|tender|push*) .. (inner|inside) .. (bone|middle) [of] .. (foot|there)",
        ),
        outer_midfoot=(
            "(press*|tender|push*|touch*) .. (fifth|5th) metatarsal",
            "base of the (fifth|5th) [metatarsal]",
            "(press*|tender|push*) .. bump .. outer",
        ),
        heel_bone=(
            "press* .. heel bone",
            "heel bone .. tender",
            "heel bone ... press*",
            "squeez* .. heel* [bone]",
            "heel* [bone] ... squeez*",
            "(press*|tender) .. sides of {my} heel",
        ),
        metatarsal=(
            "(press*|tender*|push*|touch*|prod*|poke*) .. (metatarsal*|long bone*)",
            "(press*|push*) on ... metatarsal*",
            "metatarsal* , (press*|push*|touch*) [on] (there|it|that) (hurt*|is|kills)",
            "(metatarsal*|long bone*) .. (tender|press*|sore to touch|hurts to touch|hurt to touch)",
        ),
    ),
    *says(
        "signs.cannot_rise_on_toes",
        yes=(
            "(can not|could not|unable to|not able to) [even] (go|get|rise|raise|stand|push|do|come) [up] [on|"
            "onto|a] [to] [my|a|the|single|one|that] [single] (toes|tiptoe|tiptoes|tip toes|heel raise|calf raise|"
            "toe|heel rise|leg heel raise)",
            "(can not|could not|unable to|not able to) lift [myself] [up] (on|onto|on to) {my} (toe|toes|tiptoe*|"
            "tip toes)",
            "(can not|could not|unable to) (raise|lift) {my} heel",
            "(can not|could not|unable to|no power to|no strength to) push up (on|with|through|off) [that|the|my|it|"
            "this]",
            "(can not|could not) do (a|one|any|even one) [single] [leg] (calf|heel) (raise|rise)*",
        ),
        no=(
            "(can|could|managed to|manage to|able to) [now|still|easily|also|do] (rise|go|get|stand|raise|push|lift) "
            "[up|myself] [up] (on|onto|on to) {my} (toe|toes|tiptoe|tiptoes|tip toe|tip toes|tippy toes)",
            "can still rise",
        ),
    ),
    *says(
        "signs.numbness",
        yes=(
            "(numb|numbness|numbing|numbed|numbish)",
            "(fall|falls|fell|falling|went|goes|go|going|gone) (asleep|dead|to sleep)",
            "(can not|could not|can hardly|barely) [really|even] feel (my|the|them|any of|half|part|that|his|her) "
            "[big|whole] [my|the|toes|toe|feet|foot|sole|of]",
            "then nothing at all",
            "(lost|losing|loss of|no|less) (feeling|sensation)",
            "(dead|wooden) (feeling|toes|foot)",
        ),
        no=("no numbness", "can feel all my (toes|foot)"),
    ),
    *says(
        "signs.numbness_stays",
        yes=(
            "numb* ... (all the time|constant*|day and night|day or night|does not go away|will not go away|never "
            "goes|even at rest|shoes on or off|even in bed|permanent*|still|24 7|at home in bed|without shoes|"
            "barefoot too|stays|not gone away)",
            "not go away , shoes on or off",
            "(still|are still|is still) [feel|completely|a bit] (numb|can not feel)",
            "(still can not|can still not) feel",
            "shoes on or off",
            "(constantly|permanently|always) numb",
            "(all the time|constant*|day and night) .. (numb*|tingl*|pins and needles)",
            "(pins and needles|tingl*) .. (all the time|constant*|even at rest|at night|in bed)",
        ),
        denied="",
        no=(
            "nothing stays numb",
            "(numb*|tingl*|feeling) [also|all] (goes|gone|passes|clears|stops|fades)",
            "(rest|stop|stopping|shoes off) ... numbness too",
            "feeling (is back|comes back|came back|returns|returned)",
            "(numb*|asleep) .. (goes|gone|passes|until) .. (stop|minutes|minute|shoes off|take)",
            "(gone|goes away|goes|passes|wears off) within a minute",
            "numb* (goes|went) (away|off)",
        ),
    ),
    *says(
        "signs.foot_drop",
        yes=(
            "(can not|could not|unable to|not|trouble|hard to|difficulty|struggle to) [even|properly|to] (lift|"
            "lifting|pull|pulling|raise|raising|pick) [up] [the front of] {my} [big] (foot|feet|toes|toe|them)",
            "(foot|it|feet) [begins|began|started|is|to|just|now] [to] (slap|slaps|slapping|flops|drags|drops|flop|"
            "hangs)",
            "(foot drop|drop foot|dropfoot|floppy foot)",
            "(toes|foot) [that] (drag|drags|catch|catches|clear the floor)",
            "drags it",
        ),
    ),
    *says(
        "signs.pale_cold_foot",
        yes=(
            "(foot|it|toes|feet|skin|leg) .. (pale|white|bluish|grey|gray|blue) .. (cold|colder|cool)",
            "(cold|colder|cool) .. (pale|white|bluish|grey|gray|blue)",
            "(looks|look|went|turns|turned) [very] pale",
            "(pale|white) and (cold|cool)",
            "(purple|black|blue|dusky|mottled) [and|,] [black|blue|purple] [and|,] [ice|icy|very] cold",
            "(cold|colder) than the other",
        ),
    ),
    *says(
        "signs.colour",
        near="pain",
        unless="hot",
        red=(
            "(is|are|looks|look|turned|turns|goes|bright|sore and|swollen and|out|angry|and) [very|all|a bit|quite|"
            "so|swollen and|an angry] (red|reddish)",
            "a red",
            "red and sore",
        ),
        blue=(
            "(goes|turns|turned|go|going|gets) [a bit|all] (blue|purple|bluish|blue and purple)",
            "(white|red|pale) [,] (then|and) (blue|purple)",
            "(bluish|blueish|purplish)",
        ),
        white=(
            "(pale|white) (when|in|in the|with the) (cold|it is cold)",
            "(goes|turns|turned|looks|gone) [cold and] [very|a bit] (white|pale)",
            "(toe|toes|foot|feet|they|it|and|can) (go|goes|turn|turns) (white|pale)",
            "(white|pale) [,] [and] (wrinkl*|pruney|pruned|puckered)",
        ),
    ),
    *says(
        "signs.frozen",
        yes=(
            "(frostbite|frost bite|frostbitten|frostnip)",
            "(minus <number>|below zero|subzero|sub zero|below freezing|degrees f with snow|arctic)",
            "(cold and wet|wet and cold|freezing wet|wet freezing|freezing cold|icy water) [for|feet|shoes|all]",
            "wet [socks|shoes|feet|and] .. (freez*|frozen|minus|snow|ice)",
            "(froze|freezing) .. (hours|toes|feet)",
            "trench foot",
        ),
    ),
    *says(
        "signs.hot_red_skin",
        yes=(
            "(hot|warm|heat|burning hot) [and|,] [to the touch] [and] [very|bright|angry] [swollen and|swollen] (red|"
            "reddened|pink)",
            "(red|reddened|redness) [hot|swollen|shiny|very|,] [and] [,] [swollen|very|shiny|feels|burning|it is|"
            "was] [and] (hot|warm|burning hot)",
            "(red|redness) ... (hot !(spot*)|warm)",
            "(hot !(spot*)|warm) .. (red|redness)",
            "(hot|warm) to [the] touch",
            "redness .. (warmth|heat)",
            "hot red",
        ),
        no=(
            "no redness",
            "(not|no) [red|warm|hot|redness] [or|and|nor] (hot|warm|warmth|heat)",
            "no warm red",
            "not red",
            "(normal|usual) colour",
        ),
    ),
    *says(
        "signs.spreading_redness",
        yes=(
            "(red|redness|streak*|rash) .. (spread*|creep* up|goes up|going up|moving up|growing|climbing|up past|"
            "tracking up|travel* up)",
            "red (streak|streaks|line|lines)",
            "spreading (redness|red)",
        ),
    ),
    *says(
        "signs.fever",
        yes=(
            "(fever|feverish|temperature|fevers)",
            "(feel|feeling|felt) [really|very|quite] (ill|unwell|feverish|shivery|rotten)",
            "(chills|shivers|shivering|shivery|rigors)",
            "(flu like|flulike)",
        ),
    ),
    *says(
        "signs.open_wound",
        yes=(
            "(open|raw|oozing|weeping|bleeding|unhealed) (wound*|sore*|skin|flesh|blister|cut|ulcer|spot|pink)",
            "(ulcer|ulcers|ulcerated)",
            "(scratch*|skin) .. (open|raw|broke|broken|bleeding)",
            "raw [pink] flesh",
            "(wound|gash)",
            "a cut [on|in]",
            "(bleeds|bled|bleeding)",
        ),
    ),
    *says(
        "signs.puncture",
        unless="likened",
        yes=(
            "(stepped|stood|trod|step|landed) on (a|some|an|what|broken) [rusty|old|piece of|sharp|broken|big] (nail|"
            "glass|thorn|tack|needle|pin|sea urchin|splinter|screw|wire|piece of|shard|spike)",
            "(nail|thorn|splinter|glass|needle|spine|tack|screw|wire) [that] (went|gone|in|go|stuck|into|through|"
            "came) .. (foot|heel|sole|shoe|sandal|toe|ball|sneaker|it)",
            "(splinter|puncture* [wound]|urchin)",
        ),
    ),
    *says(
        "signs.pus",
        yes=(
            "(pus|puss|pussy|oozing|oozes|oozed)",
            "(weep|weeps|weeping|seeps|seeping)",
            "(smells|smelly|stinks) (bad|foul|awful|horrible|of|rotten)",
            "(yellow|green|greenish) (fluid|stuff|discharge|liquid|gunk)",
            "discharge",
            "(hole|wound|sore|blister|cut|ulcer|graze) ... (smells|stinks|smelly)",
            "(sock|socks|plaster|dressing|sheet) .. (stained|soaked|wet|sticky) [with] (yellow|green|brown|pus)",
        ),
    ),
    *says(
        "signs.calf_swelling",
        yes=(
            "(calf|calves|lower leg) [is|was|has|looks|are|got|also|now] [a bit|visibly|really|very|also|clearly|"
            "been|all|badly|more|and] (swollen|swelled|bigger|fat|big|twice|puffy|thicker|swelling|larger|huge)",
            "(swollen|swelling|swelled|puffy) [in|of|on] [my|the|his|her] [left|right|lower|whole] (calf|calves|"
            "lower leg|leg)",
            "(leg|calf) .. (swollen|bigger|twice|fat|dent)",
            "swell* .. (calf|lower leg)",
        ),
    ),
    *says(
        "signs.breathless",
        yes=(
            "(short of breath|out of breath|shortness of breath|breathless*|can not breathe|trouble breathing|"
            "difficulty breathing|hard to breathe|winded|puffed out)",
            "breathing (does not|is not|feel*|has been|is) [not|feel|been] (right|off|hard|odd|difficult|laboured)",
            "chest pain",
        ),
    ),
    *says(
        "signs.losing_weight",
        yes=(
            "(lost|losing|lose|dropped) [some|a lot of|quite some|about|a bit of|quite a bit of|over|nearly] "
            "[<number>] [weight|pounds|kilos|kg|lbs|pounds|stone] (without|for no reason|and i have not|"
            "unintentional*|and not)",
            "night sweats",
            "(unexplained|unintentional|unintended) weight loss",
            "sweat* .. (night|through the sheets|bed)",
            "(tired all the time|exhausted all the time)",
        ),
    ),
    *says(
        "signs.lump",
        yes=(
            "(lump|lumps|nodule*|cyst|ganglion|thickening|thickened)",
            "(soft|hard|new|pea sized|small|bony|round|firm) [hard|soft|pea sized|little|small|round|bony] bump",
            "bump [has] (grown|appeared|came up)",
            "(lumpy|thicker) .. (tendon|achilles)",
            "a knot",
        ),
    ),
    *says(
        "signs.toe_joint_bump",
        yes=(
            "(bunion|bunions|bunyon*)",
            "(bump|bumps|bone|bony bump|bone thing|lump) [on|at|that|below|by|near|on the|at the] .. (big toe|big "
            "toes)",
            "big toe [joint] .. (sticks out|pushes out|bump|leans|crooked|leaning|pushing out)",
            "(bone|joint) .. big toe .. (pushes|sticks|push|stick) (out|outward)",
            "hallux valgus",
        ),
    ),
    *says(
        "signs.toe_shape",
        yes=(
            "toe* [is|are|has|slowly|now|began|starting|started|to] [slowly|been|now|drifting|to] (drift*|crossing|"
            "crosses|crossed|overlap*|moved|bent|curl*|claw*|hammer*|crooked|leaning|leans|moving over|splaying)",
            "(hammer toe*|hammertoe*|claw toe*|crossover toe|mallet toe)",
            "(pushes|pushing|leans|leaning) .. (other toes|others|over)",
        ),
    ),
    *says(
        "signs.stiff_toe",
        yes=(
            "(big toe|toe|joint|it) [joint] .. (bends|bend|moves|goes up) [up] [much|a lot] less",
            "(stiff [big] toe|hallux rigidus|hallux limitus|toe [is|feels|so] stiff)",
            "(big toe|toe joint|toe) .. (not|can not|hardly|barely|will not) [really] (bend|move|bends|flex) [up|"
            "much]",
            "(can not|hardly|barely) (bend|move) [my|the] big toe",
            "big toe [joint] [is|felt|feels|very|has] [gone|become|got|so|very] stiff",
            "not bend up much",
        ),
    ),
    *says("signs.creaking", yes=("(creak|creaks|creaking|creaky|crackles|crackling|crepitus|squeak*|grating)",)),
    *says(
        "signs.itching_toes",
        yes=("itch* .. (between|toe|toes)", "(between|toe|toes|gap) .. itch*", "athlete foot", "athletes foot"),
        near="skin",
    ),
    *says(
        "signs.dry_soles",
        yes=(
            "(sole|soles|bottoms|undersides|feet) [of my feet|skin] [is|are|have become|has|get|got|feel|look|so|"
            "very|really] [all|so|very|become] (dry|flaky|scaly|flaking)",
            "(dry|flaky|flaking|scaly) [and flaky] (soles|skin on)",
            "dry (skin|soles|feet)",
        ),
    ),
    *says(
        "signs.skin",
        rash=("(rash|rashes)", "(red|scaly) patches"),
        peeling=("(peel|peels|peeling|flaking|flaky|flakes)",),
        blister=("(blister|blisters|blistered|blistering)",),
        wart=("(wart|warts|verruca*|verucca*)",),
        black_nail=(
            "(nails|toenail|toenails|nail) [on|of|has|have|is|are|my|the|right|left|foot|going|both|big|toes|turned|"
            "turning|gone|went|was|all|now] [right|left|foot|turned|gone|been|turning|going] [turned|gone|turning|"
            "are] (black|dark|purple|dark purple|blue)",
            "(black|dark|purple|bruised) (nail|nails|toenail*|toe nail*|big toenail*)",
            "(lost|losing|lose) [a|my|two|three|several] toenail*",
            "blood under .. nail",
        ),
        ingrown_nail=("(ingrown|ingrowing|in grown|ingrow*) [toenail|nail]",),
        soggy=(
            "(soggy|macerated|white and soft|white soft|white and cracked|white cracked)",
            "(skin|it) .. (white|soft|split) .. (between|soggy|crack*)",
            "(split|cracked|crack*) skin between",
        ),
        callus=("(callus*|callous*|corn|corns|hard skin)",),
        thick_nail=(
            "(thick|thickened|crumbly|crumbling|yellow|fungal|yellowish) [and] [yellow|crumbly|thick|crumbling] "
            "(nail|nails|toenail*)",
            "(nail|toenail|nails) [is|are|has|have] [gone|become|got|getting|all] [very|yellow and|all] (thick*|"
            "yellow|crumbl*)",
            "nail fungus",
        ),
        nail_stripe=(
            "(stripe|streak|line|band) .. (nail|nails|toenail|toenails)",
            "(stripe|streak) (under|in|down|on|through) ... (nail|toenail)",
            "(nail|toenail|nails|toenails) .. (stripe|streak|dark line|dark band)",
            "(dark|brown|black|brownish) [bruise|black|brown|patch|spot|mark|stripe|streak|line] (in|under|down|on) "
            ".. (nail|toenail) .. (no idea|never hit|never knocked|not hit|for no reason)",
        ),
    ),
]

#: Of what can be said together, what wins.
RANKS = {"signs.rolled_ankle": ("inward", "outward", "yes", "no")}

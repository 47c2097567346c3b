"""How runners say where it hurts, what it is like, when, since when, and how it goes on."""

from __future__ import annotations

from dataclasses import replace

from expert.authoring import Ambiguous, says

PIECES = {
    "shoes": "(shoe|shoes|trainers|sneakers|runners|boots|pair|cleats|spikes)",
    "brand": "(hoka*|brooks|asics|saucony*|altra*|nike*|adidas|new balance*|mizuno*|salomon*|vaporfly*|alphafly*|"
    "pegasus|clifton*|bondi*|kayano*|nimbus|vibrams|five fingers|merrells|inov 8*)",
    # What is sore, as a word by itself.
    "hurts": "(hurt*|pain|pains|pained|painful|painfully|painfree|ache|aches|ached|aching|achy|sore|soreness|tender|"
    "tenderness|agony|agonising|"
    "agonizing|throb*|burn|burns|burning|burned|sting*|stab|stabs|stabbing|killing|kills|killed|bother*|discomfort|"
    "uncomfortable|"
    "twinge*|niggl*|excruciating|stiff|stiffness|sharp|cramp*|tight*|annoyed|plays up|played up|flare* up|trouble|"
    "problem*|"
    "awful|horrible|dreadful|complain*|scream*|murder|torture|unbearable|misery|hobbl*|limp*|bruised|crippling|"
    "cripples|bad|worst|worse)",
    "ouch": "(awful|horrible|dreadful|hurt*|pain|pains|painful|ache*|aching|sore|agony|throb*|burns|burning|bother*|"
    "discomfort|uncomfortable|killing|kills|"
    "stabbing|torture|excruciating|worst|worse|bad|unbearable|murder|agonising|flare*)",
    "body": "(foot|feet|heel*|arch|arches|ankle*|toe|toes|big toe|little toe|pinky toe|sole*|achilles|calf|calves|leg|"
    "legs|lower leg|"
    "toenail*|forefoot|midfoot|instep|shin*|big toenail*|tendon*|metatarsal*|bunion*)",
    "xray": "(x ray|x rays|xray|xrays|mri|mris|scan|scans|ultrasound|x rayed|xrayed)",
    "of": "(of|on|to|at|in|along|across|under|underneath|inside|around|near|by) [both] [my|the|that|this|each|his|"
    "her|our] [same] [sore] [whole] [left|right|other]",
    "my": "[both] [my|the|that|this|his|her|our|each|a|one] [left|right|sore|bad]",
    "footword": "(foot|feet)",
    # What changes by the hour, or with what is done or worn, tells nothing of the course over days and weeks.
    "in_a_day": "[again|now|,] [a bit|a little|a lot] ("
    "(once|when|whenever|as|while|if) (i|you|it|he|she|we|my|the|moving|running|walking|barefoot)|"
    "(after|with|within|in) [just|about|the|my] (a [few|couple|little|bit|short|minute|mile*|run*|walk*|long] [of]|few|"
    "first|some|walk*|mov*|warm*|run*|stretch*|exercise|activity|use|ice|heat|minutes|steps|"
    "<number> (minutes|steps|mile*)|ten minutes|long|every (mile*|step*|kilomet*))|"
    "(at|during|through|over) [the] night|at rest|"
    "(in|by|towards|during) [the] (morning*|afternoon*|evening*|night|end of (a|the|my) (day|run*))|"
    "(during|throughout|through|on) [a|the|my|long|every|each] (run*|race*|match*|game*|walk*|stairs|hills|hard|"
    "concrete)|"
    "the (longer|further|farther|more|next (day|morning))|first thing|barefoot|"
    "in [my|these|those|the|other] [old|new|other|different|soft*|flat|stiff] ({shoes}|shoe|slippers|sandals|"
    "flip flops|heels|ones)|"
    "(afterwards|later) [on] [in the] [day|evening])",
}

TOPICS = {
    "pain": (
        "{hurts}",
        "numb*",
        "tingl*",
        "pins and needles",
        "swell*",
        "swollen",
        "swelled",
        "puffy",
        "bruis*",
        "itch*",
        "snapped",
        "(dropped|landed|fell) ... (on|onto) {my} [big|little] (foot|feet|toe|toes)",
        "pop",
        "popped",
        "crack",
        "injur*",
        "stress fracture",
        "strain*",
        "sprain*",
        "rash",
        "blister*",
        "lump",
        "bump",
        "twist*",
        "rolled",
        "feel it",
        "felt it",
        "gone numb",
        "went numb",
        "pinch*",
        "puls*",
        "pressure",
        "went",
        "hot and red",
        "red and hot",
        "went through",
        "wart*",
        "asleep",
        "black and blue",
        "turned black",
        "tendonitis",
        "tendinitis",
        "fasciitis",
        "give* me",
        "giving me",
        "gave way",
        "something snapped",
        "soggy",
        "like a stone",
        "a pebble",
        "like stepping",
        "like walking",
        "jam*",
        "stub*",
        "caught",
        "bang*",
        "knock*",
        "tripped",
        "fell",
        "landed",
        "kicked",
        "dropped",
        "slipped",
        "turned my",
        "athlete* foot",
        "weak*",
        "trouble",
        "is back",
        "came back",
        "came on",
        "began",
        "started",
        "flared",
        "acts up",
        "acting up",
        "can not feel",
        "dead",
        "spur",
        "purple",
        "nerve",
        "neuroma",
        "peel*",
        "cracked",
        "weep*",
        "puncture*",
        "stepped on",
        "catch*",
        "pull*",
        "grip*",
        "lock*",
        "seize*",
        "knotted",
        "gives out",
        "felt",
    ),
    "ouch": (
        "{ouch}",
        "stiff*",
        "hobbl*",
        "limp*",
        "sharp",
        "cramp*",
        "tight*",
        "numb*",
        "tingl*",
        "stab*",
        "sting*",
        "twinge*",
        "pinch*",
        "feel it",
        "notice it",
        "there",
        "tender",
        "shuffle",
        "misery",
        "agony",
        "cripple*",
        "terrible",
        "dreadful",
        "ease*",
    ),
    "skin": (
        "itch*",
        "athlete* foot",
        "rash",
        "skin",
        "peel*",
        "soggy",
        "fungus",
        "athlete foot",
        "athletes foot",
        "cream",
        "flak*",
        "scaly",
        "crack*",
    ),
    "ankle": ("(ankle|ankles)",),
    "runs": ("(run|runs|ran|running|jog*|mile|miles)",),
    # A swelling that is the calf's, and nothing of the foot's.
    "calf swells": (
        "(calf|calves|lower leg) [muscle] [is|are|was|were|has|have|looks|feels|got|gets|went|started] [not] [all|"
        "very|"
        "a bit|so|badly|also|been|clearly|visibly|hugely|pretty|quite|slightly|to] (swell*|swollen|swelled|puffy)",
        "(swell*|swollen|swelled|puffy) [in|of|on|around] [my|the|his|her|both|one] [left|right|whole] (calf|calves|"
        "lower leg)",
    ),
    "shoes": ("{shoes}",),
    "began": (
        "(began|begun|start|started|came on|come on|appeared|noticed|flared|struck|sudden*|woke|woken|felt|heard)",
        "(rolled|roll|turned|twist*|sprain*|strain*|pulled|tore|torn|tear|tweak*|jam*|popped|pop|snap*|crack*|"
        "buckled)",
        "(fell|fallen|slipped|tripped|stumbled|landed|jumped|stepped|trod|stood on|dropped|kicked|hit|bang*|stub*|"
        "knock*|caught|injur*|broke|fracture*|crash*|tackled|gave way)",
        "(marathon|ultra|race|raced|played|match|game|half) ... (today|tonight|yesterday|last weekend|last week|"
        "last night|this morning|at the weekend|this weekend) ... ({hurts}|since then|since)",
        "(got|get|had) [a|this|an|some|the] [sudden|sharp|stabbing|shooting|bad|terrible] (pain|cramp|ache)",
        "(stopped me|pulled up|had to stop)",
        "(after|since|following) [my|the|a|our|his|her] [first|last|big|long|hard|london|city|local] (marathon|half|"
        "race|"
        "ultra|run|parkrun|match|game|tournament|triathlon|10 k|5 k|10k|5k|hike|training|session|half marathon|long "
        "run)",
    ),
    "unable": ("(can not|could not|unable|never|not)",),
    "remedial": (
        "(help*|worse|better|difference|nothing|tried|trying|relief|fixed|cured|solved|sorted)",
        "to (see|try|fix|help)",
        "because of (it|this|the|my)",
        "(will|going to|should|would|plan*|want*|thinking)",
    ),
    "tiptoe": ("(tiptoe*|tip toe*|tippy toe*|on [to] (my|the|his|her) (toes|toe|heels))", "on one leg"),
    "fells": ("fell (running|runner|runners|race|races)", "(nail*|toenail*) .. (fell|dropped|came) off"),
    "until": ("until (today|now|yesterday|this|last|that)",),
    # Since when somebody runs tells since when there is pain of nobody.
    "took up": (
        "(started|began|took up|joined|start|begun) [doing|with|on|back] (c 25 k|c25k|couch to 5 k|couch to 5k|"
        "running|"
        "run|jogging|training|to run|to jog|[the|my|a] (plan|programme|program|app|gym|new job|job)) [about|only|"
        "just] "
        "<duration> ago",
        "(period|periods)",
        "(started|began|took up|back|returned) [to|doing|with|on|back] (run*|jog*|training) [again] <lately>",
        "^ [i|we|also|just|and] (added|changed|switched|swapped|bought|joined) .. <duration> ago",
        "(repeats|hills|intervals|speedwork|speed work|sprints|sessions|session|runs|miles|mileage) (added|upped|"
        "increased) <duration> ago",
    ),
    # What it is likened to is not there: "like a nail in my heel".
    "likened": (
        "(like|as if|as though) .. (nail|nails|needle|needles|pin|pins|glass|knife|thorn|splinter|shard|spike|tack)",
    ),
    "in the cold": ("(when|if|in|with) [it|the|my|they] [is|feet|get*|weather] [really|very] cold*",),
    "fine": (
        "no longer (hurt*|sore|painful|ache*|a problem)",
        "(fine|ok|okay|no problem|no problems|easier|eases|better|no discomfort|no pain|"
        "nothing !(touches|helps|helped|works|eases|stops|relieves|makes)|"
        "not bother*|not hurt|"
        "not at all|no different|can walk|loosen*|loosens|pain free|hardly bothers|hurts less|less pain*|not "
        "special|fine again)",
        "mornings are not special",
        "(warms|warm|warmed) up (as|when|while|once|if) [i|he|she|we]",
        "(goes|went|going) away (after|once|when|as) [about|a few|some|the first]",
    ),
    "mild": (
        "(only|just) [hurts|sore|aches|stiff|it|is|feels] (a little|a bit|a tiny bit|slightly|mildly|a touch)",
        "(a little|a bit|slightly|mildly|a touch|bit) (sore|painful|stiff|uncomfortable|tender|achy)",
        "(hurts|aches) (a little|a bit|slightly)",
        "not (badly|much|a lot|that bad|too bad|so bad)",
        "(hardly|barely) (hurts|sore|anything|noticeable)",
        "(mild|slight) (pain|ache|soreness|stiffness|discomfort)",
    ),
    "again": ("(hurt*|pain|sore|ache*|worse|limp*|back|again|struggle|returned)",),
    "hot": ("(hot|warm|heat)",),
    "numb": ("numb*", "tingl*", "pins and needles", "feeling", "asleep", "feel them", "feel my toes"),
}

VAGUE = (
    "all over",
    "across the top",
    "on top",
    "(on|to) the (top|tops)",
    "(along|down) the outside",
    "toward* the outside",
    "outer edge",
    "along the bottom",
    "[in] the middle of it",
)

PLACES = says(
    "pain.location",
    near="pain",
    arch=(
        "(arch|arches) [{of} {footword}]",
        "instep*",
        "inner hollow",
        "inner arch*",
        "arch of {my} (foot|feet)",
        "plantar fascia",
    ),
    heel=("(heel|heels)", "heel bone", "hell of my foot"),
    achilles=(
        "[left|right] achilles [tendon*]",
        "(behind|at the back of|back of) {my} ankle* !(bone*)",
        "(back|rear) of {my} ankle*",
        "heel cord",
        "(achillies|achilees|acheles|archilles|achiles) [tendon*]",
        "ankle .. at the back",
        "tendon (at the back of|behind|above) {my} (ankle|heel)",
        "(just|right|bit) above [my|the] heel",
    ),
    calf=("(calf|calves|calfs) [muscle*]", "back of {my} [lower] leg", "lower (leg|legs) calf", "soleus", "gastroc*"),
    big_toe_joint=(
        "big toe joint*",
        "joint [at the base] {of} big toe",
        "joint under {my} big toe",
        "big toe knuckle",
        "knuckle of {my} big toe",
        "base of {my} big (toe|toes)",
        "bunion*",
        "at the big toe joint",
        "joints {of} big toes",
        "ball of the big toe",
        "big toe .. joint",
        "1st mtp [joint]",
        "first mtp [joint]",
        "mtp joint",
        "1st metatarsophalangeal joint",
        "sesamoid*",
        "bone (thing|thingy) below {my} big toe",
        "where {my} big toe (meets|joins) {my} foot",
        "(inside|inner side) of {my} [foot|feet] .. base of {my} big toe*",
        "joint where {my} big toe (meets|joins)",
        "big toe , at the joint",
        "joint at (its|the) base",
        "base joint of {my} big toe",
    ),
    top_of_foot=(
        "(top|tops|upper side|upside|upper part) {of} {footword}",
        "top of {my} (left|right|foot|feet)",
        "(top|upper) foot",
        "dorsum",
        "(on|to) the (top|tops)",
        "(top|tops) of both [my] feet",
        "where the laces (go|are|sit)",
        "under [my|the] laces",
        "foot .. on top",
        "on top and (below|underneath|in the middle)",
        "across the top",
        "top of (it|mine)",
        "on top",
        "top (side|part) of",
        "top (inner|inside|outer|outside) (side|part|edge|bit) [of]",
    ),
    midfoot=(
        "(mid foot|midfoot|mid section of {my} foot)",
        "middle {of} {footword}",
        "middle part of {my} foot",
        "[in] the middle of it",
        "navicular",
        "center of {my} foot",
        "centre of {my} foot",
        "(middle|centre) of the (left|right) foot",
        "inner midfoot",
        "on top , in the middle",
        "painful in the middle",
        "hurts in the middle",
        "lisfranc*",
        "cuboid",
    ),
    ball_of_foot=(
        "ball* {of} {footword}",
        "balls of (both|my) feet",
        "ball of (it|mine)",
        "ball and toes",
        "the ball of",
        "at the ball",
        "(forefoot|fore foot)",
        "behind {my} (second|third|fourth|middle|2nd|3rd|4th|little) toe*",
        "front of {my} (foot|feet)",
        "metatarsal heads",
        "under {my} (second|third|fourth|middle|2nd|3rd|4th) toe*",
        "between [my|the] (third|3rd) and (fourth|4th) (toe*|metatarsal*)",
        "front part of {my} foot",
        "(second|third|2nd|3rd) toe joint",
        "below {my} (second|2nd|third|3rd|middle) toe",
        "(second|third|2nd|3rd|2 nd) metatarsal head",
        "metatarsalgia",
    ),
    toes=(
        "[big|little|pinky|small|second|third|middle|2nd|3rd] toes",
        "pinky",
        "toe joints",
        "(little|pinky|small) [left|right] toe",
        "the toe itself",
        "(dropped|landed|trod|stood|stepped|stamped) ... (on|onto) {my} toes",
        "(second|third|fourth|middle|2nd|3rd|4th) toe (itself|hurts|is [so|very|really] sore)",
    ),
    toenail=(
        "(toenail*|toe nail*)",
        "(big toe|toe|my) (nail|nails)",
        "nail bed",
        "(nail|nails) {of} [big|little|second] (toe|toes)",
    ),
    sole=(
        "(sole|soles)",
        "(bottom|bottoms|underside|undersides|under side|underneath|bottom side|lower side) {of} {footword}",
        "(bottom|underside) of (it|mine)",
        "under {my} (foot|feet)",
        "underneath {my} (foot|feet)",
        "along the bottom",
        "outer sole",
        "plantar (side|surface)",
    ),
    outer_edge=(
        "(outside|outer side|outer edge|outside edge|outer part|outer border|outer rim|outsides|lateral side|lateral "
        "edge|little toe side|pinky side|edge) {of} {footword}",
        "(the|down the|along the) side {of} {footword}",
        "outer (middle|mid) part of {my} foot",
        "outside (part|side|edge) {of} {footword}",
        "outer (edge|side|part) of (it|the left|the right)",
        "(fifth|5th) metatarsal*",
        "fourth and fifth (metatarsal*|long bones|toes)",
        "lateral foot",
        "base of the fifth",
        "outside (foot|edge)",
        "outer (foot|edge)",
        "foot .. on the outside",
        "lateral (side|part|edge|foot)",
        "peroneal*",
        "toward* the outside",
        "(along|down) the outside",
        "outer edge",
    ),
    ankle_outer=(
        "(outside|outer|outer side|outsides|lateral|outer part|lateral side) {of} (ankle|ankles)",
        "(outer|outside|lateral) (ankle|ankles) [bone*]",
        "ankle ... on the (outside|outer side) [of it]",
        "ankle ... the outside [of it]",
        "ankle ... (outer side|outer part)",
        "(outer|outside|lateral) (ankle bone|anklebone|malleolus)",
        "outside of {my} ankles",
        "(behind|below|under|around) {my} (outside|outer) ankle*",
        "outside (and|or) .. of {my} ankle",
    ),
    ankle_inner=(
        "(inside|inner|inner side|insides|medial|medial side|inner part) {of} (ankle|ankles)",
        "(inner|inside|medial) (ankle|ankles) [bone*]",
        "ankle .. on the (inside|inner side)",
        "(inner|inside|medial) (anklebone|malleolus)",
        "(inside|inner) of {my} ankles",
        "posterior tibial*",
        "(behind|below|under|around) {my} (inside|inner) ankle*",
        "inside of the ankles",
    ),
    ankle_front=(
        "(front|top) {of} (ankle|ankles)",
        "front ankle",
        "ankle .. (at|in|on) the front",
        "(front|crease) of {my} ankle*",
        "where {my} foot meets {my} (leg|shin)",
        "anterior ankle",
    ),
    whole_foot=(
        "(whole|entire|all of my|all over my) [of] [my] [left|right] (foot|feet)",
        "(all over|everywhere) [in|on] [both] [my|the] [foot|feet]",
        "all over",
        "(foot|feet) .. all over",
        "both [my] feet (ache|hurt|are sore|just)",
    ),
)

#: A toe or an ankle is often only where something else is near, or what was hurt long before.
NEAR_BY = says("pain.location", near="pain", alone=True, ankle=("(ankle|ankles) [joint]", "(ankel*|anckle)"))
BESIDE_ANKLE = says(
    "pain.location",
    near="ankle",
    ankle_outer=("(the outside|outer side|the outer side|on the outside) [of it]",),
    ankle_inner=("(inner side|the inner side|on the inside)",),
)
ONE_TOE = says(
    "pain.location", near="pain", sure=0.7, alone=True, toes=("(second|third|middle|2nd|3rd|fourth|4th) toe", "toe")
)
#: Where nothing surer is said: a part that is named, even if the sentence says nothing of pain.
NAMED = [
    replace(each, near="", sure=0.6, phrases=tuple(one for one in each.phrases if one not in VAGUE))
    for each in (*PLACES, *NEAR_BY)
]

BETWEEN = says(
    "pain.location",
    near="skin",
    between_toes=(
        "between [my|the|his|her|all|all my|all the] [last|little|small|smallest|smaller|two|three|four|last two|"
        "last three|little two|fourth|third|both] [and] [fifth|fourth|little|small] (toes|toe)",
        "between {my} [last] [two|three] toes",
        "webbing",
        "web space*",
        "in between .. toes",
        "gap between .. toes",
    ),
)

PARTS = [
    *says(
        "pain.heel_part",
        near="pain",
        under=(
            "(under|underneath|beneath) {my} (heel|heels)",
            "(bottom|underside|base|middle|pad|center|centre) of {my} (heel|heels)",
            "heel .. underneath",
            "under (part|side) of {my} heel",
            "(heel pad|pad of fat)",
        ),
        back=(
            "(back|rear) of {my} (heel|heels)",
            "heel at the back",
        "(back|backs) of (both|my|the|his|her) [of] [my|his|her|the] heels",
            "back of (the|my) (left|right) heel",
            "behind {my} heel",
            "heel .. (on|at) the back",
        ),
        inner=(
            "(inside|inner side|inner part|inner edge|medial side) of {my} (heel|heels)",
            "inner heel",
            "heel .. on the inside",
            "(inner|inside) (side|edge|part) of it",
        ),
        outer=(
            "(outside|outer side|outer part|outer edge|lateral side) of {my} (heel|heels)",
            "outer heel",
            "sides of both heels",
        ),
    ),
    *says(
        "pain.achilles_part",
        near="pain",
        low=(
            "(achilles|tendon) (joins|meets|attaches|inserts|goes in|goes into|connects) [to|into] [the|my] [heel] "
            "(heel|bone|,|.|;)",
            "(joins|meets|attaches to|goes into|inserts into|connects to) [the|my] (heel|bone)",
            "low down .. achilles",
            "bottom of {my} achilles",
            "low down",
            "insertional",
            "insertion",
            "(low|lower) (end|part) of {my} (achilles|tendon)",
            "very bottom of {my} [right|left] achilles",
            "low in {my} achilles",
            "base of {my} achilles",
        ),
        middle=(
            "(mid portion|midportion|mid achilles)",
            "middle of {my} (achilles|tendon)",
            "<number> (cm|centimetres|centimeters|inch|inches) above",
            "(few|couple of) (cm|centimetres|centimeters|inches) above",
            "(couple|few) .. (above|up from) [my|the] heel",
            "halfway up the (tendon|achilles)",
        ),
    ),
]

EITHER = (
    Ambiguous(
        "pain.location",
        ("(big|great) (toe|toes)", "hallux"),
        "Which part of the big toe is it:",
        {"big_toe_joint": "the joint at its base", "toes": "the toe itself", "toenail": "its nail"},
        near="pain",
    ),
)

SIDES = says(
    "pain.side",
    near="pain",
    unless="fine",
    left=(
        "(my|the|his|her|that|on|a) left",
        "left {body}",
        "left (big|little|small|second|inner|outer|inside|outside|lower|front|top|medial|lateral|side|mid) .. {body}",
        "on the left",
        "left one",
        "left side",
        "left (medial|lateral|plantar|forefoot|hindfoot|sided)",
        "{hurts} , left [side|foot] (,|.|;)",
    ),
    right=(
        "(my|the|his|her|that) right",
        "right {body}",
        "right (big|little|small|second|inner|outer|inside|outside|lower|front|medial|lateral) .. {body}",
        "on the right",
        "right one",
        "right side .. (foot|ankle|heel|calf)",
        "right (medial|lateral|plantar|forefoot|hindfoot|sided)",
        "{hurts} , right [side|foot] (,|.|;)",
    ),
    both=(
        "both [my|of my|the|his|her|of] [of] [big|lower|inner|outer] {body}",
        "both (sides|of them)",
        "(each|either) (foot|heel|ankle)",
        "{body} .. (both|on both sides)",
        "balls of both feet",
        "both (balls|soles|arches|tops) of",
        "(left|right) and (right|left)",
        "both [my|the] [big|little|inner|outer] (arches|soles|toenails|heels|ankles|calves)",
        "^ both (hurt|ache|are)",
        "bilateral*",
    ),
)

SIDES_NAMED = [
    replace(each, near="", sure=0.6)
    for each in says(
        "pain.side",
        unless="fine",
        left=("left {body}", "left (big|little|outer|inner) {body}"),
        right=("right {body}", "right (big|little|outer|inner) {body}"),
        both=("both [my|of my|the] {body}",),
    )
]

QUALITY = says(
    "pain.quality",
    near="ouch",
    stabbing=(
        "(stab|stabs|stabbing|stabbed|stabby)",
        "like a (knife|nail|needle|thumbtack|tack|dagger)",
        "knife like",
        "jabbing",
    ),
    burning=("(burn|burns|burning|burned|burny)", "(on fire|hot pebbles|hot sand|hot coals)"),
    bruised=(
        "(like|as if|feels) .. (a bruise|bruised|been beaten)",
        "bruised (feeling|sort|kind|sensation|sort of pain)",
        "bruise like",
        "stone bruise",
        "feels bruised",
        "(bit|kind of|sort of|almost|more) bruised",
    ),
    aching=("(ache|aches|ached|aching|achy|achey|achiness)",),
    dull=("dull*",),
    sharp=("sharp", "sharply", "sharpish", "a sharp"),
    shooting=(
        "shooting (pain*|up|through|along|down|into|from|out|sensation)",
        "shoots [arrows] (up|through|along|down|into|from|out)",
        "(pain*|it) shot (up|through|along|down)",
        "shooting , ",
        "electric* (shock*|zap*|feeling|pain|jolt*)",
        "zaps",
        "like a (current|shock)",
    ),
    throbbing=("(throb|throbs|throbbing|throbbed|throbby)", "(pulsing|pulsating|pulses|heartbeat)"),
    tingling=("tingl*", "pins and needles", "prickl*"),
    itching=("itch*",),
    stiff=("stiff*",),
    tight=("(tight|tightness|tightening|tightens|tightened|tighten)",),
    cramping=("(cramp|cramps|cramping|cramped|crampy)", "charley horse*", "spasm*"),
)

WORST = says(
    "pain.worst",
    near="ouch-",
    unless="fine",
    morning=(
        "(first|1st) (thing|steps|step|few steps|couple of steps|few minutes) !(after (sitting|sit|rest*|being sat|a "
        "sit|"
        "driving|lunch))",
        "(in|every|each|on) [the] (morning|mornings)",
        "(mornings|in the am)",
        "(first|few) steps (of|in) the (day|morning)",
        "(get|getting|got|gets|step|stepping|climb*|jump*|stumble*) out of bed",
        "out of bed",
        "(wake|waking|wakes) up",
        "when i (wake|get up|first get up|rise)",
        "morning (hobble|pain|pains|ache|stiffness|soreness)",
        "(getting|get) up in the morning",
        "the moment i get up",
        "as soon as i get up",
        "after (sleep|sleeping|a night)",
        "on waking",
        "upon waking",
        "worse .. (in the morning|mornings)",
        "early morning*",
    ),
    after_sitting=(
        "(after|from) [i|a|long|a long|any|prolonged] [have|been] (sit|sitting|sat|rest|resting) [a while|for|down]",
        "(get|getting|got|stand|standing|stood|rise) up (from|after|out of) [a|my|the] [long|sitting|chair|desk|sofa|"
        "couch|being|while|sit|seat]",
        "getting up from my (chair|desk)",
        "when i (get|got|stand|stood) up (from|after|out of) [i|a|my|the|have|been|being] .. (sitting|sit|sat|chair|"
        "desk|sofa|couch|car)",
        "after (sitting|sat|a day|hours) [still|down] (at|on|in) [my|the|a] (desk|couch|sofa|car|chair|office)",
        "after (being still|inactivity|a while sitting|i sit|a long drive|driving|being seated|my desk)",
        "out of the (truck|car|chair)",
        "sat for a while",
        "after .. sitting",
        "sitting a while",
        "periods of (rest|sitting|inactivity)",
        "when i stand up",
        "post static",
    ),
    start_of_run=(
        "(start|beginning) of (a|my|the|each|every) (run|runs)",
        "first few steps (of|into|when) [a|the|my|each|every|i] (run|runs|running|jog|start*)",
        "first (mile|half mile|km|kilometre|kilometer|few minutes|ten minutes|few hundred|minutes|<number> "
        "(minutes|miles)) [of|into|is|are|when] [a|the|my|running|each|every]",
        "when i start* (running|to run|a run|out|off)",
        "(starting|start) (a|my|to) run",
        "first (mile|few minutes)",
        "at the start",
    ),
    during_run=(
        "(while|whilst|when|as|whenever|if) [i|he|she|we] [am] [go] [start] (run|runs|running|jog|jogging|ran|jogged)",
        "during [and after] [a|my|the|long|longer|hard|every] [long] (run|runs|running|race|it|marathon|training|"
        "exercise|activity|sport|games|practice|matches|and after|and)",
        "on [my|a|the|each|every|all|any|long|longer|easy|short] [long|longer|easy|short] (run|runs)",
        "(running|runs|run|jogging) .. (hurts|aggravate*|is painful|is agony|makes it worse|sets it off|brings it on|"
        "is the worst|is worst|was agony|is sore|triggers)",
        "(hurt*|pain|sore|painful|ache*|burn*|numb|worse) .. (to run|on runs|on every run|when running|while running|"
        "with running|as soon as i run)",
        "(after|from|by|over) [about|around] <number> (miles|mile|km|k) [or|.|,|it|i|they|the|every]",
        "at about .. mile",
        "(play|played|sprint*) or (ran|run)",
        "(miles|mile|minutes|mins|km|kilometres|kilometers|k|kms|halfway|half way) (in|in to|into [a|my|the] run)",
        "(after|from|at|within) [about|around] (<number>|a) (mile|miles|km|minutes|mins|k|kms) (of running|into (a|"
        "my|the) run)",
        "mile <number>",
        "every step of (the|my|a) run",
        "mid run",
        "midway through (a|my|the) run",
        "into (a|my|the|each|every) (run|runs|jog)",
        "the (longer|further|farther|more) i (run|go|ran)",
        "through (a|my|the) run",
        "i (run|jog) on it",
        "pain with running",
        "(running|runs|it) [and stairs|and walking|and jumping] (make|makes|made) it worse",
        "when (training|exercising|sprinting)",
        "once i have run",
        "in to (today|my|the|this) run",
        "into (today|my|the|this|yesterday) .. run",
        "towards the end of (a|my|the|each) run",
        "(run|running) , (walk|walking|stand|standing)",
        "(hurts|hurt) [only] (to run|on the run)",
        "(flare*|starts) halfway round",
    ),
    after_run=(
        "after [and during] [my|a|the|each|every|long|longer|hard|any|all|those|most|hard or long|long or hard] "
        "[long|hard|easy|short] (run|runs|running|training|sessions|session|a workout|workouts|race|races|exercise|"
        "games|practice|matches|exercising|activity|sport)",
        "(hours|evening|day|night) after [a|my|each|every] [run|runs|running|hard]",
        "(hours|day|days) after (running|runs|a run|my run|each run|every run)",
        "(worse|sore|hurts|aches|bad|throbs|painful|kills me) (afterwards|afterward)",
        "(worse|sore|hurts|aches|throbs|painful|kills me) after (,|.|;|-|and)",
        "after i (run|ran|have run)",
        "post run",
        "during [runs|running|a run] and after",
        "once i (cool down|have finished)",
        "(after|when) i (finish|have finished)",
        "the moment i stop",
        "for hours after",
        "the days after",
    ),
    standing=(
        "(when|if|while|after|from) [i|he|she] [have|has|had] [am] [to] [been] (stand|stands|standing|stood)",
        "(stand|standing|stood) [up] [for] [a|too] (long|while|still|all day|hours|ages)",
        "(prolonged|long|periods of) [spells of|periods of] standing",
        "to stand [on]",
        "standing .. {ouch}",
        "(walk|run|walking|running) or stand*",
        "standing , walking",
        "{ouch} .. (standing|to stand|stand)",
        "on my feet (all day|too long|for long|a lot)",
        "standing and walking",
        "walking and standing",
        "(standing|stand) or walk*",
        "any time i stand",
    ),
    walking=(
        "(when|while|whenever|if|as) [i|he|she|we] [am] [try to] (walk|walks|walking|walked)",
        "(hurts|painful|sore|difficult|hard|agony|hurt|bad|pain) [it is|for me] to walk",
        "(walk|walking) [on it|around|about|far|down|up] [now|even|is|are|also|just|still|already] .. (hurt*|pain*|"
        "sore|agony|difficult|hard|uncomfortable|is not nice|bothers|trouble|does it|is misery)",
        "{ouch} .. (walking|walk)",
        "(limp*|hobbl*) .. walk*",
        "(trouble|struggled to) walk*",
        "(minutes|hours|long|mile*|day) of walking",
        "on (my|a|the) walk*",
        "hurts .. walk*",
        "(walking|walk) [and|or] [running|standing|stand|run] .. (hurt*|pain*|worse)",
        "even walking",
        "walking too",
        "just walking",
        "after walking",
        "(every time|each time) i walk",
        "(walk|walked|walking) too",
        "any little step",
    ),
    barefoot=(
        "(barefoot|bare foot|bare feet|barefooted|without shoes|no shoes on|bare footed)",
        "on (hard|hardwood|wood|wooden|tile*|kitchen|concrete) (floor*|tiles)",
        "kitchen tiles",
    ),
    end_of_day=(
        "(end|ends) of [the|a|each|every|my] [long|work|working] day*",
        "(by|in|towards) [the] (evening|evenings)",
        "by evening",
        "after a (long|full|whole) day",
        "after .. (long|whole) (day|days|shift)",
        "at the end of (a|my|the) [work|working|long] (day|shift)",
        "end of [a] shift",
    ),
    night=(
        "(at|in the|during the|through the|most at|worse at) night*",
        "nightly",
        "(keeps|kept|wakes|woke|waking|wake) (me|him|her) [up] [in|at|from|all]",
        "(can not|could not|barely|hardly|not) (sleep|slept)",
        "(woke|awoke|wakes|jolted awake) [me|up] .. (night|pain|agony|am)",
        "in bed .. (hurt*|throb*|ache*|burn*)",
        "(woke|wakes|woken|awake) .. (by|with|from|in) [a|the|intense|excruciating|agony|pain]",
        "trouble sleeping",
        "(lying|lie|laying) in bed",
        "night pain",
        "nighttime",
        "night time",
        "uncomfortable night",
        "nights",
        "in bed",
        "affecting my sleep",
        "lose sleep",
        "(stops|keeps|stopped|keeping) me from [walking and] [from] sleeping",
        "stops me sleeping",
    ),
    at_rest=(
        "(at|even at|when at|when i am at) rest",
        "(hang|hangs|hanging|dangle|dangles|dangling) .. (foot|leg|it) (out|over|down|off)",
        "(even|just) (when|while|if) [i|am|i am] [just] (sitting|resting|sit|rest|lying|lie) [still|down|at]",
        "(sitting|sit) (still|at my desk|on the couch|on the sofa)",
        "(when|while|if) [i] am [just] (sitting|resting|not moving|lying down|doing nothing)",
        "at my desk",
        "even sitting",
        "when i am not (moving|on it)",
        "even (when|if) .. resting",
        "resting pain",
        "rest pain",
        "when i (sit|lie) [down] or (lie|sit) [down]",
        "(lying|sitting) (still|down)",
        "(still|even) there when i rest",
        "(still|even) hurts when i (sit|rest|lie)",
    ),
    constant=(
        "(all the time|all day|constant*|24 7|non stop|nonstop|never lets up|day and night|always there|never goes "
        "away|round the clock|does not let up|there all|continuous*|permanent*|relentless*|never stops|around the "
        "clock|whole day)",
        "(the|all) whole (day|time)",
        "(never|not) once pain free",
        "always (hurts|sore|hurting|painful|aching)",
    ),
)

#: Later in the day is after the run where the sentence speaks of one; else it is the day that tells.
LATER = [
    *says("pain.worst", near="ouch-", unless="runs-", end_of_day=("later [on] (in the|that|each) day",)),
    *says("pain.worst", near="runs-", after_run=("later [on] (in the|that|the same) day",)),
    *says(
        "pain.worst",
        near="runs-",
        after_run=(
            "(only|but|just|it is) [then|it|hurts|starts|comes|comes on|aches] (after|afterwards|afterward) (,|.|;|-)",
            "(only|but|just|it is) [then|it|hurts|starts|comes|comes on|aches] (after|afterwards|afterward) $",
        ),
    ),
]

LATER += says(
    "pain.worst",
    sure=0.9,
    after_run=(
        "(only|just) [it] [hurts|starts|comes|comes on|aches|sore|hurt] (afterwards|afterward) $",
        "(only|just) [it] [hurts|starts|comes|comes on|aches|sore|hurt] (afterwards|afterward) (,|.|;|-)",
    ),
)

LIKE = says(
    "pain.quality",
    near="ouch",
    takes=True,
    stabbing=(
        "(like|as if) [i] [am|had|have] (stepping|standing|walking|stepped|stood|trod|trodden) on .. (nail|nails|"
        "sharp|glass|plug|knife|needles|tack|thumbtack|pin|thorn|lego)",
    ),
)

STEPS = says(
    "pain.worst",
    near="ouch-",
    unless="runs-",
    walking=("(with every|with each|at each|at every|every|each) step [i take]",),
)

ONSET = says(
    "pain.onset",
    sudden=(
        "(sudden|suddenly|all of a sudden)",
        "(out of nowhere|out of the blue|from nowhere|without warning|came from nowhere|instantly|in an instant|in a "
        "split second|split second|from one (moment|second|step|minute) to the next|straight away)",
        "(heard|felt|hear|feel) [and felt] [and heard] (a|something) [loud|big|small|quiet|little|huge|sickening|"
        "horrible|distinct|massive|definite] [quiet|sickening|loud] (pop|snap|crack|tear|rip|crunch|go|give|ping|"
        "twang)",
        "something (snapped|went|popped|gave|tore)",
        "(woke|wakes|woken|jolted) [up|awake|me] ... (pain|agony|sore|numb|middle of the night)",
        "(from|since) that moment",
        "mid stride",
        "(came|come|on|appeared|started|began|begun|blew up|swelled|swollen|swole|up|happened|developed|got|literally|"
        "basically|"
        "practically|almost|there) overnight",
        "^ overnight",
        "(felt|feeling) .. (pop|popped|snap|snapped|crack)",
    ),
    gradual=(
        "(gradual|gradually|little by little|bit by bit)",
        "(came|come|comes|started|begun|began|coming|crept|hurting|it was|hurt) .. slowly",
        "slowly (started|starting|began|came|crept|building|got|getting|developed|increas*)",
        "(crept|creep*|creeping|sneaked|snuck) (in|up|on|up on|over)",
        "built up over",
        "(came|come|comes|coming) on (over|slowly|gradually|bit)",
        "(over (the weeks|a few weeks|several weeks|a couple of weeks))",
        "no (specific|particular|single|one|real|obvious) (moment|incident|event|injury|trigger|cause)",
        "started (as|out as|off as|with) [just] a (slight|small|mild|dull|little|niggle|minor|faint|bit)",
        "(subtle|mild|slight|niggly) at first",
        "at first .. (then|now)",
    ),
)

SLOWLY = says("pain.onset", near="ouch-", unless="runs", sure=0.7, gradual=("slowly",))

WEEKS = [
    *says(
        "pain.weeks",
        unless="took up",
        sure=0.95,
        _=(
            "<duration> [,] now",
            "now <duration>",
            "it (is|has been) [now] [going on] <duration> [now]",
            "(for|been|has been|going on) <duration> (now|straight|and counting)",
            "(about|around) <duration> in (all|total)",
            "<duration> in (all|total)",
            "<duration> and (counting|still|it (is|still|hurts|has|keeps))",
            "<duration> on (and|now|it|the)",
            "<duration> later (and|now|it is|it still|i still|still)",
            "<duration> of this",
        ),
    ),
    *says(
        "pain.weeks",
        unless="took up",
        sure=0.9,
        _=(
            "(for|over|about|around|been|nearly|almost) <duration> .. (pain|hurt*|sore|ache*|aching|bother*|numb*|"
            "problem*|trouble|itch*|burn*|stiff*|tingl*)",
            "{hurts} .. (for|since|over|about|these|this) [the] <duration>",
            "<duration> (of|with) [on and off|constant|this|a|an|my|heel|foot|having|dull|severe|bad|nagging|right|"
            "left|intermittent|increasing|worsening|mild|sharp] .. {hurts}",
            "(started|began|start|begun|came on|noticed|appeared|kicked in|first felt) .. <duration> ago",
            "<duration> ago .. (started|began|noticed|felt|rolled|twisted|sprained|got|came|woke|hurt|landed|stepped|"
            "fell|banged|turned|heard|dropped|tripped|hit|kicked|stubbed|stood|slipped|tore|pulled|strained|"
            "developed|injured|went|broke|ran|jammed|caught|fractured|pain|sore|swelled|swollen|tackled|pop)",
            "<duration> ago (on|after|at|while|during|in|doing|a|my) .. (pain|hurt*|sore*|pop|rolled|felt|ache*|"
            "began|started)",
            "(for|in|over) the (last|past) <duration>",
            "(have|has) had .. for <duration>",
            "(rolled|twisted|sprained|hurt|injured|tore|broke|landed|fell|stepped|turned|started|began|felt|noticed|"
            "slipped|kicked|stubbed|dropped) .. <duration> ago",
            "it is <duration> since",
            "<duration> since (i|it|the|my)",
            "<duration> (after|on from) (a|an|the|my|that) [bad|nasty|severe|mild|second|simple|big|ankle|grade|"
            "horrible] "
            "[ankle] (sprain|twist|roll|fall|injury|accident)",
        ),
    ),
    *says(
        "pain.weeks",
        unless="took up",
        near="pain",
        sure=0.7,
        _=(
            "for <duration>",
            "<duration> ago",
            "since [in] <since>",
            "since <lately>",
            "(started|began|noticed) (in|on|around|about|back in) <since>",
        ),
    ),
    # "Today" is when it began where the sentence tells of a beginning; "it hurts today" tells of none.
    *says("pain.weeks", unless="took up", near="began-", sure=0.7, _=("<lately>",)),
    *says(
        "pain.weeks",
        unless="took up",
        near="began-",
        sure=0.7,
        _=(
            "(after|since|following) .. (marathon|half|race|ultra|run|parkrun|match|game|tournament|triathlon|10 k|5 k|"
            "hike|training|session) (on|last|this) <since>",
        ),
    ),
    *says("pain.weeks", unless="took up", near="ouch-", sure=0.6, _=("<duration>",)),
    *says("pain.weeks", sure=0.7, _=("^ [it|it has|this has] been [about|around|over|going on] <duration> [now] $",)),
    # Nothing but a length of time, between marks or in a sentence of its own, says how long it has been.
    *says(
        "pain.weeks",
        unless="took up",
        near="pain",
        sure=0.75,
        _=(
            "^ [been|it has been|for|about|around|over] <duration> [now|on and off|so far] $",
            "(left|right|both|{body}|{hurts}) , [been|for|about|around|over] <duration> [now|on and off|so far] $",
            "(left|right|both) (foot|feet|sides|heels|ankles|arches) [for] <duration> $",
        ),
    ),
]

COURSE = [
    *says(
        "pain.trend",
        better=(
            "(getting|gets|got|slowly getting|each day|every day) [a] [much|lot|little|bit|tad|slowly|gradually|"
            "slightly] (better|less painful) !({in_a_day})",
            "(already|now|feeling|today) [much|a bit|a little] better",
            "better (already|now|today)",
            "(improving|improved a|on the mend|healing nicely|nearly gone|almost gone|easing off|settling down|"
            "calming down|going down !(the|a|an|my|to|stairs|steps|hill*|one|slopes)|fading)",
            "(better|improving) (each|every|by the) (day|week)",
            "less pain",
        ),
        same=(
            "(not|never|no) (getting|got|gets|get|going|been|really) [any] (better|worse or better)",
            "not (improving|healing|changing|changed|shifting|going away|improved|budging)",
            "(stays|staying|stayed|remained|remains|exactly) the same",
            "the same as (weeks|days|months|when|ever|before|always)",
            "(will not|not) heal*",
            "(no better no worse|neither better nor worse|same as (ever|before|always|when))",
            "(never|has not|have not|not) [really] changed",
            "exactly as (sore|bad|painful)",
            "still hurts as bad",
        ),
        worse=(
            "(get|gets|getting|got|gotten|growing|grown|becoming|became|become|turned|become) [a|much|lot|little|bit|"
            "slowly|gradually|steadily|progressively|clearly|significantly|even|and] (worse|more painful|stronger|"
            "louder|sorer|unbearable) !({in_a_day})",
            "(worse|more) (and worse|and more|every|each|by the|over time|lately|than ever|if anything|all week)",
            "(worsen*|worsening|deteriorat*|progress* worse)",
            "(is|it is|was|been|now|much|far|lot|clearly|even|bit|slightly|definitely|a little) worse [now|again|"
            "than] !({in_a_day})",
            "(then|and|now|back|but|it is) worse [again] !({in_a_day})",
            "more and more (painful|uncomfortable|often|frequent*)",
            "worse (each|every) (day|week|run|time)",
            "(increasingly|progressively) (painful|worse|sore)",
        ),
        worse_fast=(
            "worse (by the hour|every hour|each hour|hour by hour|hourly|by the minute|by the day)",
            "(more|hurts more) by the hour",
            "every hour .. worse",
            "by the hour",
            "(worse|more) by the (night|minute|day|hour)",
            "(worse|worsening) (fast|quickly|rapidly)",
            "(rapidly|quickly) [getting] worse",
        ),
        up_and_down=(
            "(on and off|on again off again|off and on|on off)",
            "(comes and goes|come and go|came and went|coming and going|come and gone|comes and gone)",
            "(up and down|ups and downs|good days and bad|good and bad days|better worse better worse|better one day)",
            "some (days|weeks|mornings) .. (others|some|better|fine|ok)",
            "now and then",
            "intermittent*",
            "waxes and wanes",
            "on some days",
        ),
    ),
    *says(
        "pain.with_activity",
        eases=(
            "(eases|eased|ease|easier|loosens|loosen|loosened|wears off|goes away|went away|disappears|better|"
            "improves|gone|subsides|less|frees up|lessens|calms down|settles|warms up|vanishes|feels better|"
            "works itself out) [off|up|a bit|a little|once|as|when|after|if|the] .. (warm|warmed|get going|got "
            "going|move|moving|walk|walking|walked|moved|running|run|ran|minutes|steps|warmed up|mile|miles|km|bit|"
            "warm up|active|around|while|half an hour|about)",
            "(once|when|after|as) [i|it|i am|it is|i have|i get|have|the muscles|my foot] (warm|warmed|get going|"
            "moving|warming|get moving|got going|moved|warms|up and moving) [up|about|around] .. (gone|fine|ok|"
            "eases|better|goes|less|not bother|loosens|does not hurt|can|disappears|subsides|wears off|hardly|"
            "tolerable|improves)",
            "(better|less) (as|while|when|once) i (run|walk|move|go|get|am|warm)",
            "running hurts less than walking",
            "(warms up|loosens up|walk it off|walks off|run it off)",
            "then it eases",
            "gradually less",
            "wore off",
        ),
        eases_then_returns=(
            "(eases|goes away|frees up|loosens|wears off|better|went away) ... (then|but) [it|is|gets|it is|goes] "
            "(sore|hurts|back|aches|"
            "stiff|painful|hurting|stiffens) [up] (again|after|afterwards|later)",
            "(eases|goes away|frees up|loosens|wears off|better|off|went away|goes) .. (then|and|but|later|after) .. "
            "(returns|comes back|back|again|come in again|sore again|came back|turns sharp|starts again)",
        ),
        worsens=(
            "the (longer|further|farther|more) [i|he|she|we] (run|runs|go|goes|walk|walks|ran|do|does|play|plays|"
            "stand|am|move) .. (worse|more|bad|earlier)",
            "(running|run|runs|exercise|sport|activity|training|running and stairs|walking|movement) [and|or] "
            "[stairs|walking|running] (make|makes|made) it worse",
            "more the longer",
            "(worse|more) the (longer|further|farther|more) [i|we|he|she] (run|runs|go|goes|walk|walks|do|play|train|"
            "am|stand|move)",
            "(gets|got|get|getting) worse (as|during|with|the|when|while|through|until) [i|the|a|my|each|every] "
            "(run*|go|walk*|longer|more|activity|mile*|exercise|move|use|movement)",
            "(hurt*|hurting) more and more",
            "worse with (activity|running|exercise|walking|every mile|each mile|movement|use|distance)",
            "(builds|grows|increases|increasing) .. (as|until|during|with|each) [i|the] (run*|go|stop|mile*|distance)",
        ),
    ),
    *says(
        "pain.limp",
        yes=(
            "(limp|limps|limped|limping|limpy|limpingly)",
            "(hobble|hobbled|hobbling|hobbles)",
            "drag* (the|my|his|her) (foot|leg)",
            "walk* [all|on the|on the outside|with a|a bit] (crooked|funny|lopsided)",
        ),
    ),
    *says(
        "pain.limp",
        unless="unable",
        no=("without [a|any] limp*", "walk (normal|normally|fine)", "no limp"),
    ),
    *says(
        "pain.before",
        past=True,
        yes=(
            "(had|have had|got|seen|felt|know) (it|this|that|the same|exactly this|the same thing|same|something "
            "similar|something like (it|this|that)|"
            "this pain|this same|it all|the same pain|this one|this exact) [thing|pain|problem|issue|once|"
            "twice] (a month earlier|months earlier|years earlier|weeks earlier|before|years ago|last|a few|two|"
            "three|some|back|previously|in|as well|on)",
            "(is|came|comes|pain is|back) back again",
            "(same|the same) (pain|thing|place|spot|tendon|one|problem|issue) [same place] .. (ago|as|years|before|"
            "last|back|again)",
            "had this .. (before|years ago)",
            "not the first time",
            "(third|second|fourth|2nd|3rd) time [i|this|it] !(out|around|round)",
            "(flared|flare) up again",
            "again this (year|season|spring|summer|winter)",
            "years ago as well",
            "recurring",
            "recurrence",
            "keeps coming back",
            "happened before",
            "it is (always|never not) that",
        ),
        no=(
            "never had (it|this|that|any|an|a) [thing|kind|sort|of|like] .. (before|until|till|now|ever|this)",
            "first time [i|this|it|ever]",
            "(never|not) had [anything|any|a|an|this|it|that|foot|heel|tendon|achilles] .. before",
            "(never|not) [ever] had (this|that|it)",
            "never (had|gave me) .. (problem*|trouble|issue*|pain|anything)",
            "never (hurt|happened) before",
            "new (pain|to me)",
            "never anything like (it|this)",
        ),
    ),
    *says(
        "pain.with_distance",
        yes=(
            "(about|at|after|around|roughly) [the|about|exactly] [about] the same (distance|point|spot|time|mile|"
            "place|four)",
            "(same|at the same) (distance|point|spot) (every|each)",
            "(every|each) (run|time) at (about|around|roughly) the same",
            # What goes after some minutes of running has warmed up; what is only less once it stops is sore.
            "(gone|goes away|goes|stops|passes|clears|disappears|fine|eases|vanishes|subsides|back to normal|"
            "resolves|fades) [off|away|again|up|completely] (in|within|after) .. (minute|minutes|seconds) [or so|or "
            "two] [of|after|once|when|if|as soon as] [i|we|he|she|you] (stop*|rest*|stand*|sit*)",
            "(gone|goes away|goes|stops|passes|clears|disappears|fine|vanishes|back to normal|resolves) [off|away|"
            "again|up|completely] (once|when|after|as soon as) [i|he|she] (stop|stops|stopped|stopping)",
            "(stop|stopping|stopped|stand still|stood still) ... (passes|gone|goes|clears|fine|disappears|feeling is "
            "back|as if nothing|feeling comes back|recovers)",
            "(minutes|minute|soon) after [i] (stop|stopping)",
            "within (a|about|<number>) [minute|or|two|few|couple|minutes] .. of stopping",
        ),
    ),
    *says(
        "pain.back_after_rest",
        yes=(
            "(comes|came|come|is) back (within|after|in) (an hour|half an hour|a few minutes|<number> minutes|"
            "minutes) (of|off|once|when) [i|my|rest|resting|sitting]",
        ),
    ),
    *says(
        "pain.in_shoes",
        yes=(
            "(only|just) (in|with|when wearing|when i wear|hurts in) [my|the|tight|any|certain|these|running|narrow|"
            "most] shoes",
            "(take|took|taking|takes) [my|the] (shoes|shoe|skates|boots|them|it|boot|trainers|sneakers) off [and|it|"
            "the] .. (ok|fine|gone|better|eases|relief|stops|quiet|goes)",
            "(once|when|as soon as|if) [i|my|the|they|shoes] [take|took] [my|the] [shoes] [are|come|off] off .. (ok|"
            "fine|gone|better|eases|relief|stops|quiet|goes)",
            "(not|never|nothing|fine|ok|quiet|no pain|nothing at all|it is fine|it is ok) [at all] [when] (barefoot|"
            "out of shoes|without shoes|in socks|in sandals|in flip flops)",
            "(barefoot|out of shoes|without shoes|in sandals|in socks) [round|around] .. (ok|fine|quiet|no pain|"
            "nothing|gone|disappears|better)",
            "shoes (make it|making it|make that) (hurt|worse)",
            "(since|until) i [had to] put [on] [my|the] shoes",
            "(rub|rubs|rubbing|press*) .. (shoe|shoes)",
            "not barefoot",
        ),
    ),
    *says(
        "pain.weight_bearing",
        unless="tiptoe",
        impossible=(
            "(can not|could not|unable to|impossible to|not able to|no longer|not|won't|will not|could no longer) "
            "[even] (put|bear|take|place|get|stand) [any|my|full|even|a] [weight|pressure|step|on] [weight] (on|"
            "through|down|it|at|after) !([my|the] (toe*|tiptoe*|tip toe*|ball*|heel*|edge)|one (leg|foot))",
            "(can not|could not|unable to) [even] (bear weight|weight bear|walk at all|take a step|take another "
            "stride|put weight|stand on (it|them|that|my)) !([the] (toe*|tiptoe*|tip toe*|ball*|heel*|edge))",
            "(can not|could not) [even] (take|do|manage|walk) [even] (four|4|a single|one|two|a couple of|a) (steps|"
            "step)",
            "(can not|could not) walk on it [at all]",
            "not [be] able to walk",
            "completely unable to walk",
            "(can not|could not|will not|would not|refuses to|refusing to) put [the|my|that|it|his|her] [bad|left|"
            "right] [foot|leg] down",
            "not even four steps",
            "(can not|could not) stand on (it|them|that|that leg|my foot)",
            "(can not|could not) walk",
            "non weight bearing",
            "can not bear weight",
        ),
        severe=(
            "(hardly|barely|difficult to|struggle to|hard to|great difficulty|really hard|almost impossible to|"
            "trouble|difficulty) [even] (put|putting|bear|bearing|stand|standing|walk|walking|get|put any|put my|"
            "step|place) [any|my|the|that|full|much] [weight|foot|feet|normally] [on|down|it]",
            "(putting|put) [my|any|full] weight [on] [the|my|it|foot|that|on] .. (hurts|really hard|hurt|painful|"
            "agony|excruciating|badly|sore|kills|like mad)",
            "(any|all) weight on it (is|hurts)",
            "(hurt*|pain*|agony|sore|scream*|excruciating|murder) .. (to put weight|put weight|weight on it|weight "
            "bearing|stood on it|stepped on it|stand on it)",
            "(scream*|cried|yelled) .. (stood|stepped|weight)",
            "(hardly|barely) (stand|walk|put)",
            "(can not|could not) (stand|walk) (normally|properly|without)",
            "(can not|could not) properly (stand|walk|bear|put|step|load)",
            "(hardly|barely|scarcely|only just) [even|really|able to] (stand|walk|put|bear|step|take)",
            "can only (just|hardly|barely) (stand|walk|put)",
        ),
        slight=(
            "(only|just) hurts a (little|bit) .. (walk|weight|stand|step)",
            "(bit|little|slightly|mildly) (sore|painful|uncomfortable|tender) (to|when|on) [i] (walk*|stand*|weight|"
            "put|step)",
            "can walk [on it] (ok|but|with a|though)",
            "can (walk|take|do|manage) [the|those|about|at least] (four|4|five|ten|a few|some|several|many) steps "
            "[on it] "
            "(ok|okay|fine|easily|no problem|without (a problem|trouble)|normally|with a little|with a bit|with some)",
            "(standing|walking|weight) .. hurts a (little|bit)",
            "only [slightly|a little|a bit] sore",
            "just a bit (tender|sore)",
            "(slight|mild|little|bit of) (pain|discomfort|soreness) (on|with|when|to) (walk*|weight|bearing|putting|"
            "stepping)",
        ),
        painless=(
            "(walking|standing|weight bearing|putting weight on it) [on it|around] [is|does] (fine|not hurt|no "
            "problem|pain free|painless|ok|okay|not bother)",
            "(walk|stand) [around] (fine|without pain|pain free|no problem|without any pain|ok|normally without)",
            "no pain (walking|when walking|when i walk|standing|to walk|on walking)",
            "can walk without",
            "can walk [on it|around] (fine|normally|no problem)",
            "can (walk|take|do|manage) [the|those|about|at least] (four|4|five|ten|a few|some|several|many) steps "
            "[on it] "
            "(without (pain|any)|painlessly)",
            "walk on it (fine|normally)",
            "(stand|walk|walking|standing) ... without [any] pain",
            "(standing|walking|putting weight) [on] .. not hurt [at all]",
        ),
    ),
    *says(
        "pain.running",
        normal=(
            "(no|zero) (pain|discomfort|problem|problems|trouble) [at all] [when|while|whilst|as] [i] [am] (run|"
            "running|on runs)",
            "(nothing|nothing at all|never|not at all|not hurt|no pain) (when|while|whilst|as) [i] [am] (run|running)",
            "(never|not) stopped my running",
            "(does|did) not (hurt|bother|affect) [me] [when|while] [i] (run|running|to run|my running)",
            "(running|run|runs) [is|are|feels|was] (fine|ok|okay|pain free|no problem|not a problem)",
            "(can|could|still) run (fine|pain free|without pain|as normal|as usual|normally|no problem)",
            "fine (while|when) [i] run*",
            "run on it fine",
        ),
        with_pain=(
            "(still|can still) run [on|through|with|my] [it|the|this|my|pain|a]",
            "can run but",
            "run with (pain|the pain|it)",
            "ok to finish",
        ),
        short_only=(
            "(only|can only|barely|just|not|can not|could not|unable to) [able to|be able to] [to] [run|jog|manage|"
            "do] (<number>|a|half a|one|short|a few|a couple of|more than|further than|past) [run] (mile|miles|km|"
            "k|minutes|metres|meters|mins|hundred|yards|stuff|runs|distance*)",
            "(had to|have to|must|made me) (stop|quit|give up|turn back|walk home)",
            "(gave up|stopped) after",
            "can not run (far|more|longer|for)",
            "all i can (run|do|manage)",
            "only (manage|manages|managed|do|does) short",
            "<number> (miles|minutes|km|metres|meters) is all",
            "not being able to run <number>",
        ),
        not_at_all=(
            "(can not|could not|unable to|no longer|not able to|can no longer|not been able to|impossible to|not) "
            "[even] (run|jog) [at all|a step|anymore|any more|now|on it|since|because|yet|right now]",
            "(stopped|had to stop|have stopped|quit|given up) running [altogether|completely|entirely|for now|at all|"
            "now|all]",
            "(no running (at all|for|so|since|right)|not running|running [is] (impossible|out of the question|no "
            "chance|near impossible))",
            "(not|have not|has not) (run|ran|been running|been able to run|jogged) [since|for|in|at all|a step]",
            "unable to run",
            "no way [that] i (could|can) run",
            "not run since",
            "stopped training",
        ),
    ),
    *says(
        "pain.one_spot",
        yes=(
            "(one|a|single|specific|exact|particular|certain|small|tiny|pinpoint) [single|specific|tiny|small|"
            "particular|precise|sore|very|tender|exact] (spot|point|place) [on|of|in|that|where|is|which|right] .. "
            "(tender|hurt*|sore|press*|pain*|bone|touch*)",
            "(one|a|single|particular|specific) (spot|point|place) ... (hurt*|tender|sore|pain*) .. (press*|touch*|"
            "poke*|prod*)",
            "(pinpoint|point to it|point to the|with one finger|with a finger|exact spot|(a|one|the|sore|tender|"
            "painful) "
            "spot on the bone|put my finger on it|size of a (coin|dime|penny|fingertip))",
            "(spot|place|point|area) .. size of a pea",
            "(press*|touch*|push*|prod*) .. (spot|point|place)",
            "(one|a|single|particular) (spot|point|place) ... .. (wince*|yelp*|flinch*|ouch) [when|if] [i|you|he|"
            "she] [press*|push*|"
            "touch*|poke*|prod*]",
            "(press*|push*|prod*|poke*) [on] that one (bone|bit|spot|place)",
            "(press*|push*|prod*|poke*) [on] (the|that|this|my) [bony|knobbly|little|sore] (knob|knobbly bit|bump|"
            "bone|bony bit|bit) "
            "(hurt*|is (sore|painful|agony|tender)|kills)",
        ),
        no=(
            "pressing on it never hurts",
            "(can not|could not) (put|pin) [a|my] (finger|point) [on] [it|down]",
            "(no|not) (one|single|particular|specific|exact|pinpoint) [specific|tender] (spot|point|place)",
            "no pain when i press",
            "(can not|could not) (pinpoint|point)",
        ),
    ),
    *says(
        "pain.elsewhere",
        yes=(
            "(my back|knee|knees|hip|hips|wrist*|finger*|neck|shoulder*|hands|elbow*|other joints|joints|lower back|"
            "low back|knuckle*) [and|,] [my|back|knees|knee|hips|neck|wrists|hip|hands|joints] [and] [knees|knee|"
            "hips|hands|back] [is|are|have|has|also|too|as] [been] [also|bad|a bit|so] (hurt*|ache*|aching|sore|"
            "stiff*|swell*|swollen|painful|went as well|been bad|bad|went)",
            "(pain|stiffness|aches|ache|sore|stiff|achy|swelling) in [my|other|several|both|a few] [other|lower|low|"
            "small] (lower back|knee*|hip*|wrist*|finger*|neck|shoulder*|hands|joints|elbow*)",
            "(other|several) joints",
            "(also|too|plus|as well as) [in] {my} (knuckle*|wrist*|finger*|hand|hands|knee*|hip*|shoulder*|elbow*|"
            "neck)",
            "(comes|come|came|coming|goes|going|shoots|shooting|runs|running|travels|radiat*|spreads) [all the way] "
            "[down] "
            "from {my} (lower back|low back|back !(of|to|foot|heel)|buttock*|bum|backside|hip|glute*|spine)",
        ),
    ),
    *says(
        "pain.severity",
        _=(
            "<number> (out of|of|/) (10|ten)",
            "(pain|severity|level) (is|at|level|about|around|of) [a|about|is|an] [solid] <number> [/|out] [of] [10]",
            "(a|an) <number> on [the|a] [pain] scale",
            "i would (say|give it|call it) [it|a|an|is|about] [a|an] <number>",
            "<number> [or so] (at|when) (its|it is) worst",
            "<number> (on|when) [a] (bad|worst)",
        ),
    ),
]

#: These name toes that need not hurt themselves.
TOES_MOVED = says(
    "pain.on_movement",
    near="pain",
    takes=True,
    unless="fine",
    toes_up=(
        "(pull*|bend*|bent|flex*|lift*|extend*) [my|the|your] [big] (toe|toes) (up|back|upward*)",
        "(pull*|bend*|lift*) (it|them) (up|back)",
        "(bend*|lift*) [the|my] [big] toe",
        "dorsiflex*",
    ),
)

MOVEMENTS = says(
    "pain.on_movement",
    near="pain",
    unless="fine",
    push_off=("(push|pushing|pushed|pushes) off", "(toe|toeing) off", "(pushing|push) away"),
    heel_rise=(
        "(go|going|up|stand|standing|rise|rising|get|getting|raise|raising) [up] (on|onto|on to) [to] [my|the|tip] "
        "(toe|toes|tiptoe|tiptoes|tippy toes)",
        "(tiptoe|tiptoeing|tip toeing|tip toe)",
        "(raise|raising|lifting|lift) [my|the] heel*",
    ),
    hop=("(hop|hops|hopping|hopped) [on]",),
    stairs=("(stair|stairs|staircase)", "(up|down|climb*) [the] steps", "(step|steps|stepping) up [on|onto]"),
    squeeze_heel=("squeez* .. heel* [bone]", "heel* ... squeez*", "squeeze test .. heel"),
    squeeze_forefoot=(
        "(squeez*|squash*|compress*) [my|the|across] [sides of|front of|ball of] [the|my] (foot|forefoot|toes|"
        "metatarsals|front)",
    ),
    light_touch=(
        "(sheet|sheets|bed sheet*|blanket|duvet|bedclothes) [on it]",
        "(lightest|slightest|gentlest) touch",
        "even [wearing|putting on|pulling on|having] [a|the|my] (sock|socks)",
        "(putting|pull*) on [a|my] (sock|socks)",
        "sensitive to [the|any|even] touch",
        "(nobody|no one|not|can not) [may|bear|can|stand] [anyone|anything|to] touch*",
    ),
)

SAYS = [
    *PLACES,
    *NEAR_BY,
    *ONE_TOE,
    *BETWEEN,
    *BESIDE_ANKLE,
    *NAMED,
    *PARTS,
    *SIDES,
    *SIDES_NAMED,
    *QUALITY,
    *LIKE,
    *WORST,
    *LATER,
    *STEPS,
    *SLOWLY,
    *ONSET,
    *WEEKS,
    *COURSE,
    *MOVEMENTS,
    *TOES_MOVED,
]

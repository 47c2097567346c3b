"""How runners say what is on their feet."""

from __future__ import annotations

from expert.authoring import says

SAYS = [
    *says(
        "shoes.age",
        _=(
            "<distance> (on|in) (them|these|those shoes|my shoes)",
            "(about|have|got|has|done) <distance> on",
            "{shoes} .. <distance> (on|in|old)",
        ),
    ),
    *says(
        "shoes.worn",
        yes=(
            "worn (out|down|through|away)",
            "(worn|knackered|dead|old worn|clapped out|tired) [old] (shoes|trainers|runners|sneakers|pair)",
            "(should have been|needed to be) (thrown|replaced|binned)",
            "sneakers .. years old",
            "(bald|no tread|inner side is gone)",
            "past their best",
        ),
        no=("(new|fresh|brand new) (pair|shoes) .. (not worn)",),
    ),
    *says(
        "shoes.type",
        minimalist=(
            "(minimalist|minimal|barefoot) [running] (shoes|shoe|style|runner|trainers)",
            "(vibram|vibrams|five fingers|fivefingers|bikila|bikilas|trail gloves|vivobarefoot|xero|merrell gloves|"
            "nike frees|nike free|zero drop|barefoot style|huaraches|racing flats|kso)",
            "(barefoot|minimal) shoes",
            "(in|my|the|wear|wearing|wore|of) frees",
        ),
        stability=("stability (shoes|shoe|pair|trainers|model)", "motion control [shoe*]", "(fancy|in|wear) stability"),
        neutral=("neutral (shoes|shoe|pair|trainers|runners|running)",),
        other=(
            "(hiking boots|rainboots|wellies|clogs|sandals) .. (ran|run|jogged|walked)",
            "in (old|stiff) .. hiking boots",
        ),
    ),
    *says(
        "shoes.recent_change",
        yes=(
            "(changed|switched|swapped|went|change|moved|transition*|changing|switching) [back|over|all|my|from|to|"
            "into|in to|running] [my|old|running|all|cheap] [running|shoes] [to|into|from|for|in] [a|another|new|"
            "barefoot|minimal*|racing|cheap|lower|different|old|flat*] .. {shoes}",
            "(changed|switched) to (a [racing|light|new|different|lower|flatter]|another|new|different|lower|"
            "barefoot|minimal*|zero|racing|fancy|vibram*) [light|racing] (shoe|shoes|model|pair|trainers|drop|"
            "vibrams|flats|sneakers|brand)",
            "(rubbed|rubs|hiking|ran|run|race) in [my] new {shoes}",
            "(different|other) (kind of|brand of|model of|type of) {shoes}",
            "(new|brand new|first) [pair of] {brand}",
            "new {shoes} (shortly|recently|just|with|that|looked)",
            "(bought|got|wearing|wore|tried) [some|a|my|the|out] (new|brand new|different) [pair of|running|trail|"
            "stability|brand] (shoes|trainers|trail gloves|pair|model) (that|with|just|shortly|before|which|when)",
            "another model",
            "lower drop",
            "new trail gloves",
            "a (different|new) (model|brand|type) of shoe",
            "^ new (pair|shoes) , (they|a|with)",
            "^ new shoes with",
            "everyday trainers",
        ),
        no=(
            "same [route|old] [same] shoes [as|always|brand]",
            "no (change|changes) (in|of) (shoes|footwear)",
            "(same|not changed) [my] shoes",
        ),
    ),
    *says(
        "shoes.recent_change",
        unless="remedial-",
        yes=(
            "(got|have|had|wear|wearing|wore|wears|bought|since) [some|my|a|his|her] [pair of] (new|brand new) "
            "[pair of] [running|football|soccer|rugby|trail|racing|school|work|walking|hiking|sprint|track|carbon] "
            "(shoes|trainers|sneakers|boots|cleats|spikes|pair|super shoes)",
            "(new|brand new) (football|soccer|rugby|hiking|walking|work|school|sprint) (boots|shoes|spikes|cleats)",
            "(changed|switched|swapped) [my|the|his|her] [running] (shoes|trainers|sneakers|boots|cleats|spikes)",
        ),
    ),
    *says(
        "shoes.toe_box",
        narrow=(
            "{shoes} [are|is|were|was|feel|felt|feels|have got|got] [way|much|a bit|far|all|probably|really|half a "
            "size|a size] too (small|tight|narrow|short)",
            "(half a|a|one|two) (size|sizes) too small",
            "(outgrew|outgrown|grown out of) .. {shoes}",
            "too small [for] (shoes|boots|trainers|spikes|cleats)",
            "(narrow|tight|pointy|too small|too narrow) [toe|running|dress|in the] (shoes|shoe|toe box|toebox|toes|"
            "cleats)",
            "(toe box|toebox) [is|was|too|feels] (narrow|tight|small)",
            "(squash*|cramped|squeezed) [my] toes",
        ),
        wide=("(wide|roomy) (toe box|toebox)",),
    ),
    *says(
        "shoes.tight_on_top",
        takes=True,
        yes=(
            "(laces|shoe|shoes) [are|is] [too|very] tight* (on|across|over|along) [the|my] top",
            "(laces|laced|lace|shoelaces|tied|straps|strap|tongue|shoe) [are|is|were|my|them|it|the|that|are|felt|"
            "way|up|done|pulled|too|very|shoes|laces|badly|shoe|sneakers] [are|were|too|shoes|laces|way|very|,|"
            "shoe|sneakers] [too|way too|very|way|a bit|really|so] tight*",
            "(pull|pulled|tie|tied|lace|laced|do|did) [up] [my|the|that|them|it] [laces|shoes|shoe|them] [up|too|way "
            "too|very|really|way] [too|so] tight*",
            "(lace|laces|shoelace|shoelaces) .. (bite|bites|biting|dig*|press*|cut|cuts|cutting|rub*)",
            "(strap|tongue|sensor) (across|under|on) the (top|laces)",
            "tight laces",
            "too tight on top",
        ),
        no=(
            "(tie|lace|tied|laced|wear) [my|the] [shoes|laces] [shoes|laces] (loose|loosely|loosened)",
            "(laces|shoes) [are|is] [not|pretty|very|quite] (loose|loosely)",
            "loose laces",
        ),
    ),
    *says(
        "shoes.hard_heel",
        yes=(
            "(hard|stiff|rigid) (heel counter|back|heel tab|heel cup)",
            "heel (counter|tab) .. (dig*|rub*|hard|stiff|press*)",
            "(shoe|shoes|back of the shoe) .. (dig*|rub*|cut*) .. (achilles|back of .. heel)",
        ),
    ),
    *says(
        "shoes.ventilated",
        yes=("(mesh|breathable|airy) (shoe*|upper*|trainers)",),
        no=("(waterproof|gore tex|goretex|plastic|rubber) (shoe*|boots|trainers)", "not breathable"),
    ),
    *says(
        "shoes.damp",
        yes=(
            "(shoes|trainers) [that|are|were|always|often|never] [are|still|always|often|never|get|stay|do not|does "
            "not|have] [not] (damp|wet|dry from|soaked|dry out|dry till|dry until)",
            "(damp|wet|soggy) (shoes|trainers)",
            "shoes never dry",
            "shoes do not dry",
        ),
    ),
    *says(
        "socks.material",
        cotton=("cotton (sock|socks)",),
        wool=("(wool|merino|woollen|smartwool) sock*",),
        synthetic=("(synthetic|polyester|nylon|coolmax|technical|wicking|running) socks",),
        none=("(without|no) socks", "(not|never) wear [any] socks", "sockless"),
    ),
    *says(
        "socks.damp",
        yes=(
            "(socks) [are|is|get|always|were|constantly|often|that|stay] [always|constantly|soaking|often|so|very|"
            "all] (sweaty|damp|wet|soaked|sweat)",
            "socks (always|are) sweaty",
        ),
    ),
]

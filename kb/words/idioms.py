"""Everyday phrases in which words of this base mean something else: a growth spurt is no lump, hay fever no fever.

What shares a word with one of them is not heard in it; a phrase that only contains one ("the cold and white foot") is
written such that it does not. By what would be heard.
"""

from __future__ import annotations

_ME = "(i am|i was|i feel|i felt|i get|i got|he is|she is|feel|feels|feeling|felt|left me|leaves me|made me)"
_SO = "[so|really|totally|completely|always|all|just|pretty|absolutely]"
_LOADS = "(mileage|miles|distance|running|training|km|kms|kilometres|runs|volume|load|pace|speed)"

IDIOMS = (
    # Who does not run, whatever hurts, is not kept from it.
    "^ [but|and|no|,] [i] do not (jog|run) [,|.|!] $",
    "i do not (jog|run) (,|.|but|i|only|just)",
    "(not a|no|never a|never been a) (runner|jogger)",
    # Lumps and wounds.
    "growth (spurt|spurts|plate|plates|area|hormone*|chart|phase)",
    "(muscle|hair|personal|nail) growth",
    "marble (floor|floors|tile*|stairs|steps|hall|worktop)",
    "lump (sum|in (my|the) (throat|sock|shoe))",
    "(speed|baby|race|fist) bump*",
    "bump* (into|up)",
    "knot in (my|the) (lace*|shoelace*|shoe|stomach)",
    "(roll*|massag*|using|use|used|with|over|bounc*|kick*|throw*|squeez*) [on|it on|it over|it with|with|out on|my "
    "foot on|my foot over] (a|the|my|this) (small|hard|little|soft|round|firm|spiky) [hard|soft|round|firm|spiky] ball",
    "(on|over) (a|the) (small|hard|little|soft|round|firm|spiky) [hard|soft|round|firm|spiky] ball",
    "cut [back] (in|on) (my|the|weekly|our|his|her) [weekly|long] (mileage|miles|running|training|pay|price|hours|"
    "budget|runs)",
    "(hair|price|short) cut*",
    "wound (up|down|tight|around|the clock)",
    "(nose|gum*|period|menstrual|heavy|monthly) bleed*",
    "(i|he|she) [am|was|is|were|nearly|almost] weep*",
    "weep* (with|in|from) (pain|agony|frustration|joy)",
    "blistering (pace|heat|sun|speed|start|run|form)",
    "rash (decision|move|thing|idea|promise)",
    "(sweet|pop) corn",
    "corn (field*|flakes|syrup)",
    "peel* (an|the) (orange|potato*|banana)",
    "peel* off (my|the|his|her) (sock*|shoe*|tape|layer*|kit)",
    "nail (on the head|polish|varnish|file|clippers|salon|art|bar|gel)",
    "discharge (letter|note|papers|summary)",
    "discharged (from|by|home)",
    "crack* in the (pavement|sidewalk|road|floor|ground|path|kerb|curb|wall)",
    "(stepped|tripped|landed|rolled|caught) .. crack* in the (pavement|sidewalk|road|floor|ground|path|kerb|curb)",
    "crack of dawn",
    # Fever, colour, warmth.
    "(hay|cabin|race|marathon|spring|glandular|scarlet|dengue) fever",
    "fever pitch",
    "(room|outside|air|water|outdoor|high|low|freezing|summer|winter) temperature*",
    "temperature* (outside|outdoors|drop*|fell|rose)",
    "chills down (my|the) spine",
    "shiver* (in the cold|at the start|with cold|down)",
    "(a|bad|heavy|nasty) (hot|warm|sunny) (day|week|summer|morning|afternoon|race|run|bath|shower|drink|meal)",
    "(hot|warm) (day|days|weather|summer|bath|shower|tub|chocolate|drink|climate|afternoon|afternoons|water bottle)",
    "(red|blue|white|black|yellow|purple|green) (shoe|shoes|trainers|sock|socks|laces|shirt|car|spikes|boots|wine|"
    "meat|light|lights|flag|flags|cross|carpet|line bus)",
    "(red|blue|white|black|yellow) nail (polish|varnish)",
    "weather (is|was|got|has been) [so|very|too|really] (hot|warm|cold)",
    "red (dust|earth|clay|sand|faced|face)",
    "cold (beer|drink*|brew|turkey|case|wine)",
    "(have|had|got|having|caught|with) a [bad|nasty|heavy|head|common] cold",
    # Feeling.
    f"{_ME} {_SO} (worn out|wiped out|dead tired|dead on my feet)",
    "(legs|quads|thighs|body|whole body) (are|is|were|was|feel|feels|felt) .. (worn out|dead|wiped out)",
    "dead (leg|legs|tired|beat|end|ends|slow|last|easy|flat|simple|keen|good|lift*|weight)",
    "(i|he|she|we) [always|often|usually|never|just|then|finally|nearly|had|have] (fall|falls|fell|falling|go|went|"
    "get|got) (asleep|to sleep|back to sleep)",
    "(before|until|till|when|after|while|to|can not|could not|trouble|am) [i] (fall|fell|falling|go|going|get|getting) "
    "(asleep|to sleep|back to sleep)",
    "(fall|fell|falling|fallen) asleep (on|in) (the|my|a) (sofa|couch|bed|train|bus|plane|chair|bath|car)",
    "numb* (to (the|it|this|everything)|the pain|my pain)",
    "numbing (cream|gel|spray|injection|agent|shot|lotion)",
    "(stiff|sharp) (drink|competition|upper lip|breeze|climb|turn|bend|corner|left|right|stone*|rock*|object*|pencil|"
    "increase|rise)",
    "tight (schedule|budget|deadline|turn|corner|bend|jeans|trousers|leggings|squeeze|race|group|race|money)",
    "dull (day|days|weather|run|moment|job|route)",
    "burn* (calories|fat|off|rubber)",
    "heart* burn*",
    # What happened.
    "(he|she|it|this|that|ad|message|page|question) popped (up|in|out|over|by|round|into)",
    "popp* (in|out|over|round|down|along|off) (to|at|for|into) (the|a|my)",
    "pop (in|out|over|round|down|along|off) (to|for|into) (the|a|my)",
    "pop (music|song*|concert|star*)",
    "snapped (at|a photo|a picture|up|out of)",
    "fell (asleep|in love|behind|ill|apart|off the wagon|pregnant|short|through|into (the|a) (trap|habit|routine)|"
    "out of (love|the habit|favour)|back (asleep|to sleep|into)|for (it|the)|in love)",
    f"({_LOADS}|temperature*|night|rain|snow|price*|it all|numbers|motivation|form|fitness) [has|have] (fell|fallen)",
    "slipped (disc|disk|my mind|away|into (my|a)|on (my|the) (shoes|socks|slippers|trainers|boots))",
    "tripped (out|the switch)",
    "knocked (out (by|with)|it on the head|a (minute|few minutes|second*) off|<duration> off|off (a|some|<number>) "
    "(minute*|second*|kilo*|pounds))",
    "hit the (wall|road|gym|trails|sack|hay) (at|in|around|after|and|,|.|;)",
    "hit the (wall|road|gym|trails|sack|hay) $",
    "crashed (out|on the (sofa|couch|bed)|in bed|early)",
    "stumbled (upon|across|on (this|your|a (page|site|post)))",
    "jump* [up|straight|right] from <distance>",
    "jump* [up|straight|right] from (<number>|couch|sofa|zero|nothing|short|half|a half|short runs)",
    "(went|go|goes|going) down (to <number>|by|from <number>|with [the|a|covid] (flu|cold|covid|bug|virus)|the "
    "(stairs|road|hill|path|shops|street|mountain))",
    "(a|the|last|this|next|every|early|late|in the|since|for) fall (race|races|marathon|half|season|event|schedule|"
    "morning|run|semester|term|break)",
    "(last|this|next|every|early|late|since) fall",
    "got hit (by|with) [the|a|covid] (flu|cold|covid|bug|virus)",
    "sudden [big|large|huge|sharp] (increase*|jump*|change*|spike*|ramp|rain|urge|rise|interest|switch|return|burst|"
    "start|end)",
    "suddenly (increas*|ran|run|start* running|decid*|went from|doubl*|upped|do|doing|did|want*|remember*|real*)",
    "overnight (oats|stay|flight|shift|bus|train|bag|trip)",
    f"gradual* (increas*|build*|built|return*|add*|ramp*|upp*|came back|come back|back to|start* (to run|running)|"
    f"improv*|better|got better|get* better|eas*|more (miles|{_LOADS}))",
    f"slowly (increas*|build*|built|add*|ramp*|rais*) .. {_LOADS}",
    "(help*|helped|worked|works|relief|better|doctor|gp|hospital|a and e|er|iced it|iced|rested|stopped) (instantly|"
    "straight away)",
    "(instantly|straight away) (help*|better|gone|reliev*)",
    # When.
    "(i|we|he|she) [always|usually|only|mostly|also|normally|tend to|like to] (run|runs|ran|train|trains|jog|work|"
    "works|swim|cycle|go running|go for a run|go out|exercise) [early|first thing|late] (in the|every|each|on|most|at) "
    "(morning|mornings|evening|evenings|night|nights)",
    "(run*|train*|jog*|work*) nights",
    "night (shift*|out|run|runs|race)",
    "nights out",
    "(works|work|working|sit|sitting|sat|drive|driving|teach|teaching) [at|in|on|behind] [my|a|the] [desk|office|chair|"
    "computer|car|screen] all day",
    "(run|running|runs|train|training|travel*) (constantly|all the time|non stop)",
    "constant* (reminder|worry|worrying|stress|travel*|noise|rain|pressure)",
    "resting (heart rate|hr|pulse|metabolic)",
    # Who somebody is.
    "cancer (charity|charities|research|fund*|awareness|run|walk|race|ward|nurse|society|trust)",
    "(for|against|beat|fighting|fight) cancer",
    "(am|was|not|been|were|is|are|kept|keep|had been) expecting (to|it|that|the|this|my (foot|heel|pain|ankle|"
    "achilles|toe)|an|too)",
    "period* of",
    "(breast|back|butterfly|swim*|golf|tennis|rowing) stroke*",
    "stroke (it|my|the|rate|of luck|of (genius|bad luck))",
    "the patch (of|on|is|was|itself|under|near|has|had|looks|between)",
    "(race|marathon|club|group) pacemaker",
    "type (1|2|one|two) (fun|fibre*|fiber*|muscle*)",
    "bypass (the|this|that) (road|town|problem|step)",
    "flight* of (stairs|steps)",
    "flew (over|off|across|past|down) (the|my|a) (handlebars|bike|finish|line|bonnet|trail|hill|kerb|curb|field|"
    "course)",
    "<number> (hour|hours) [long] (bike|cycle|bicycle|gravel|spin) ride",
    "<number> (hour|hours) ride (on|with) (my|the) (bike|road bike|mountain bike)",
    "flat (on (my|the|a)|against|down|out|tyre|tire|battery)",
    "in a row",
    "(front|back|death) row",
    "row of",
    "tennis (shoe|shoes|elbow)",
    "(menstrual|monthly|training|rehab|washing) cycle*",
    "cycle of",
    "boxing day",
    "surf* the (web|net|internet)",
    "wrestl* with",
    # Where.
    "(at|for|with|after|behind) the ball (,|.|;|$)",
    "(kick*|swing|swung|lung*|reach*) [hard] (at|for|out at) the ball",
    "on the ball (,|.|;|$)",
    "ball (game|games|sport|sports|boy|girl|park|room)",
    "sole (reason|purpose|cause|exception|aim|focus|breadwinner|trader)",
    "(shoe|shoes|boot) (sole|soles)",
    "(lost|lose|losing|worn|glued) {my} (sole|soles|heel)",
    "ankle (sock|socks|boot|boots|deep|length|bracelet|strap|monitor|tattoo)",
    "road (to recovery|trip|rage|works|bike|block)",
    "(down|across) the road (from|to)",
    "steep learning",
    "nothing concrete",
    "concrete (plan|answer|evidence|diagnosis|idea)",
    "mountain (bike|biker|biking|of)",
    "trail* (off|behind|mix)",
    "burning question",
    # What is on the feet.
    "(cast|plaster) on (my|his|her|the) (arm|wrist|hand|elbow|finger|thumb)",
    "cast iron",
)  # fmt: skip

"""How runners say what they ran, how much and where, and what changed before the pain."""

from __future__ import annotations

from expert.authoring import says

SAYS = [
    *says(
        "training.weekly_before",
        sure=0.8,
        _=(
            "<distance> [-] (a|per|each|every) week",
            "<distance> weeks",
            "<distance> weekly",
            "<number> (mpw|kpw)",
            "(averag*|usually|normally|typically|about|was at|running) <distance> (a|per|each|/) (week|wk)",
            "from <distance> (a week|to|up to)",
            "<distance> / week",
        ),
    ),
    *says(
        "training.weekly_before",
        sure=0.9,
        _=("from <least> [-] (a|per|each|every|/) (week|wk)", "from <least> weekly"),
    ),
    *says(
        "training.weekly_now",
        sure=0.9,
        _=(
            "(up to|to|put .. up to|increased .. to|ramped .. to|jumped to|built up to|went to|now|currently) "
            "<distance> (a|per|each) week",
            "from <distance> (a|per|each) week to <distance>",
            "from <most> [-] (a|per|each|every|/) (week|wk)",
            "from <most> weekly",
            "<distance> (a|per|each) week now",
            "<distance> the first week",
            "<distance> that week",
            "<distance> (last|this) week",
        ),
    ),
    *says("training.mileage_change", _=("(increas*|upped|raised|went up|up) .. by <percent>",)),
    *says(
        "training.more_than_usual",
        yes=(
            "(ramp*|ramping|ramped|pil*|piled|upped|upping|increas*|increased|bump*|bumped|doubled|doubling|tripled|"
            "jack*|crank*|stepped) [really|been|on|up|my|the|all|his|her] [up|the|my|on|weekly|training] [the|my|"
            "on|weekly] [training|weekly] (miles|mileage|distance|running|training|volume|km|kms|runs)",
            "(doubled|tripled) (my|what|the)",
            "(far|way|much|clearly|lot|well|longer|significantly|considerably|quite a bit) (more|above|farther|"
            "further|longer) .. (than|normally|normal|usual|used to|ever|before)",
            "(more|longer|further) [miles|running|runs|mileage|training|km] than (i am used to|usual|i ever|ever|"
            "normal|i had ever|i normally|i have ever|i used to|i usually|anything)",
            "too (much|many miles|far) [running|too] [too] (soon|fast|quickly|early)",
            "(by|i|been) running too much",
            "(overdid|overdone|overdoing) it",
            "miles are well above",
            "(mileage|miles) (is|has|was|has been) (up|increased|way up|higher|gone up)",
            "training (load|volume) (up|increased)",
        ),
        no=(
            "no (increase|change) in (mileage|training|distance)",
            "(mileage|training) [has] (not changed|been the same|is really low|unchanged)",
        ),
    ),
    *says(
        "training.harder_than_usual",
        yes=(
            "(more|extra|added|lot more|new|piled on|loads of|adding|increased|harder|too much|whole pile of) [and "
            "more|some|more|of|in] (hill|hills|speed|speedwork|speed work|intervals|hill running|hill work|hill "
            "repeats|interval|track sessions|tempo runs|sprints|sprint)",
            "(harder|faster|more intense) (track|training|sessions|than|workouts|runs|running)",
            "train* harder",
            "(start*|began|begin|introduc*|real) .. (speedwork|speed work|intervals|fast intervals|hill repeats|"
            "track work|sprints|hill sprints)",
            "(doing|did|do) [some|a] [hard] (speedwork|speed work|intervals|hill repeats)",
            "(hard|brutal|tough) [tempo|track|interval|<number> mile] (workout|session*|tempo)",
        ),
    ),
    *says(
        "training.longest_now",
        sure=0.8,
        _=(
            "<distance> [long|trail|training] (run|long run|trail run|training run)",
            "(long run|longest run|longest|long one) [of|was|is|to|reached|the|now] [from|is|only|a] <distance>",
            "<distance> (on saturday|on sunday|in the hills|long)",
            "<distance> ... (the most|my longest|longest ever|longest i)",
            "(ran|did|finished|completed) [a|my|the] [first|last|full] <distance>",
            "long run from <number> to <distance>",
            "(ran|did|finished|raced|of) [my|a|first] [my|first|last|own] <distance> (yesterday|on|last|this|today|"
            "in|and)",
        ),
    ),
    *says(
        "training.longest_before",
        _=(
            "(never|not) [gone|run|ran|been] (further|farther|more|longer) than [a|an|about] <distance>",
            "long run from <distance>",
            "longest [run] [before|had been|ever|was] [that|before] [was|had been] <distance>",
            "<distance> my longest ever",
        ),
    ),
    *says(
        "training.lots_of_running",
        yes=(
            "(run|ran|running) [six|seven|6|7|almost|nearly|pretty much|just about|about] [every|each] [single] (day|"
            "days a week|days)",
            "run a lot",
            "(miles|km|k) every [single] day",
            "(no|without) rest days",
            "(no|without) [a] day* off",
            "(high|big|huge|heavy) (mileage|miles) [runner|week]",
            "lot of miles",
            "(six|seven|6|7) (days|times) a week",
            "lots of (running|miles|mileage)",
            "a lot of (running|miles)",
            "nearly every day",
            "(run|running) (daily|every day)",
        ),
    ),
    *says(
        "training.years",
        takes=True,
        sure=0.9,
        _=(
            "(running|run|runner|been running|ran|racing|jogging) (for|since|these) [about|over] <duration>",
            "<duration> (of|as) [a|distance|steady|regular] (running|runner|runner)",
            "<duration> of [distance|long distance|regular] running",
            "running <duration>",
            "runner of <duration>",
        ),
    ),
    *says(
        "training.hard_for_years",
        yes=(
            "(run|running|raced|trained|training|racing) (hard|really hard|competitively|at a high level) .. (years|"
            "decades|decade)",
        ),
    ),
    *says(
        "training.ran_through_pain",
        yes=(
            "(ran|run|running|trained|training|push*|pushed|raced|train|play|playing|played|worked|running) [right|"
            "on|straight|too] through [it|the|this|that|my]",
            "(ignored|ignoring|ignore|shrugged) (it|the|this|that|a nasty)",
            "(kept|keep|continued|kept on|carried|carry) [on|right|to] (running|going|training|run|with it|with "
            "training|racing|train|playing)",
            "(ran|run|running|trained|race|raced) on it [for|anyway|still]",
            "(ran|went|run|running|did|race|played) [it|again|out|the|my|long run|run] [thursday|long run] anyway",
            "carried on",
            "in denial",
            "pushed on",
            "soldiered on",
            "still ran my",
            "(kept|keep) (running|training|going)",
        ),
    ),
    *says(
        "training.uphill",
        often=(
            "(hill repeats|hill reps|hill sprints|hill running|hill work|hill training|hill sessions|hilly|hills|"
            "mountain*|steep|uphill*|climbs|vert|incline|elevation gain)",
        ),
        sometimes=("uphills",),
        never=("(flat|pancake flat) (area|routes|roads|here|where i live)", "(no|not any) hills"),
    ),
    *says(
        "training.terrain",
        road=("(road|roads|pavement*|asphalt|tarmac|concrete)",),
        trail=("(trail|trails|fells|forest path*|off road|single track|dirt path*|fell runner|fell running)",),
        track=(
            "(on|at|to) the [running] track",
            "track (session*|work*|workout*|practice|runner|team|and trail|meet|season|athlete|and)",
            "(xc and track|track and)",
            "a track",
        ),
        treadmill=("(treadmill*|tready|tread mill)",),
        grass=("(on|over|in) [the] grass", "grass (field*|running|pitch)"),
        sand=("(on|in) [the] [soft] sand", "(on|along) the beach", "sand (running|dunes)"),
    ),
    *says(
        "training.wet_runs",
        yes=(
            "(wet|muddy|rainy|soaking|soaked|snowy) [muddy|wet|trail|and] (run|runs|race|trail|miles|ground|running)",
            "run* .. (in the wet|in the rain|in snow|in the snow|puddles|through water|in a river|rain)",
            "(river crossings|puddles)",
            "(in|through) [the|fresh] (rain|snow|wet)",
        ),
    ),
    *says(
        "training.big_effort",
        yes=(
            "(after|since|during|ran|raced|race|finished|finish|did|done|dropped out of|pull out of|pulled out of|"
            "through|into) [my|the|a|an|in|running|racing|that|this|whole|i|finishing|of|two|three|ran] [first|"
            "last|local|big|recent|whole|second|spring|hard|trail|london|boston|chicago|houston|really|hilly|"
            "<number>] [trail|full|whole|charity|city|mile|hard] (half marathon|marathon|half|race|ultra|"
            "relay|ten miler|12 k race|triathlon|ironman|10 miler|races|half marathons|miler|hard run|parkrun|50 k|"
            "100 k|marathons)",
            # "ran 10k" is how far, "ran a 10k" is a race.
            "(after|since|during|ran|raced|race|finished|finish|did|done|dropped out of|pull out of|pulled out of|"
            "through|into) (my|the|a|an|that|this|first|last|local|hilly|charity) [first|last|local|big|recent|whole|"
            "second|spring|hard|trail|fast|road|city|charity|hilly] (10 k|5 k|12 k|15 k|10 mile)",
            "after a (hill|hilly|mountain|trail|hot|flat|fast|downhill|hard|tough|road|night) (marathon|half marathon|"
            "half|ultra|race)",
            "(after|since|during|ran|finished|did) (the|my) .. (half marathon|marathon|ultra|ultramarathon) !(training|"
            "train*|block|plan|prep*|build*|program*|season|pace|distance|{shoes})",
            "(raced|race) (10 k|5 k|12 k|15 k)",
            "(races|race) in",
            "[ran|did|finished] a <distance> race",
            "half marathon (on sunday|in february|yesterday|last)",
            "in (my|the|a) race",
            "at a trail race",
            "of a (race|trail race|marathon|half marathon|<number> race|<number> k race|<number> mile race)",
            "mile <number> of a .. race",
            "four races",
        ),
    ),
    *says(
        "training.new_surface",
        yes=(
            "(switched|moved|changed|went|swapped|change|moving|switch) [all|my|running|from|over|to] [my|running|"
            "the] [running|treadmill|trail*|grass|road] [to] .. (road|roads|concrete|pavement|track|treadmill|"
            "trail|trails|grass|sand|asphalt|tarmac|outdoors|hard floor)",
            "(outdoors|outside|on concrete|on the road) instead of .. (treadmill|grass|trail*)",
            "(concrete|road|pavement) .. normally [i am|i run] [on] .. (grass|trail*|treadmill)",
            "(new|different|another) (surface|ground|terrain|gym)",
            "first time (outside|on the road|outdoors)",
            "moved to a road",
        ),
    ),
    *says(
        "training.new_form",
        yes=(
            "(chi running|pose running|pose method|forefoot (strike|striking|running)|midfoot strike|mid foot strike|"
            "toe running)",
            "(changing|change|switched|working on|altered|i changed|changed) [my|to|the|a|running|new] [running|new|"
            "a] (form|gait|technique|footstrike|foot strike|style|cadence|running style)",
            "land* on [the|my] (forefoot|toes|ball|midfoot|front)",
            "stopped landing on",
        ),
    ),
    *says(
        "training.other_load",
        yes=(
            "(hike|hiked|hiking|hikes|backpacking|rucking|marching|marched|route march|trekking|trek|thru hiked|"
            "thru hike|walking holiday|camino|route marches)",
            "(stood|standing|on my feet|walked|walking) [in the kitchen|around|for] (all day|all shift|all|for "
            "<number> hours|for hours|<number> hours|long hours|<distance> a week)",
            "(long|longer|double) (shift*|walks|hours on my feet)",
            "(carry*|carried) (heavy|a heavy|loads|boxes|pack|a pack)",
            "(with|a) [full|heavy] (pack|rucksack)",
            "up and down ladders",
            "hour long walks",
            "moved house",
            "walked all day",
            "(hours|hour) on my feet",
            "walk* an hour",
            "long distance walker",
            "new job",
        ),
    ),
    *says(
        "training.new_runner",
        yes=(
            "(couch to|c25k|c 25 k|couch 2|couch25k)",
            "(new to|just started|only just started|only started|recently started|took up|taken up|take up|i started|"
            "just begun|only began) [again|to|at] (running|jogging|run|jog)",
            "new runner",
            "(beginner|newbie)",
            "never ran before",
            "(came back|returned|returning|got back|getting back|started back|finally back|went back|coming back|"
            "back) [to|into|in to] [the] (running|gym|it|training|jogging) [last week] (after|from) [a|<duration>|"
            "years|the|long|nearly|about]",
            "(began|started|starting) again after",
            "started again after",
            "(after|from) .. (on the sofa|off running|break from running|hiatus)",
            "started from zero",
            "we took up running",
        ),
    ),
]

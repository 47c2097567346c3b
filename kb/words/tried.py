"""How runners say what they tried, what came of it, and what professionals did and found."""

from __future__ import annotations

from expert.authoring import Remedy, says

REMEDIES = (
    Remedy(
        "tried.run_less",
        (
            "cut [right] (back|down) [on|to|my]",
            "(run|ran|running) less",
            "(less|fewer) (running|miles|mileage)",
            "(reduced|reducing|lowered) [my] (mileage|miles|running|training)",
            "(easy|easier) week",
            "every other day",
            "(backed|back|backing) off",
            "dialed back",
            "scaled back",
            "(took|taking|take) (it|things) (easy|easier)",
            "eased back",
        ),
    ),
    Remedy(
        "tried.rest",
        (
            "(rest|rested|resting|rests)",
            "(days|day|weeks|week|month|months|time) (off|out|of rest|without running|of no running|of nothing)",
            "(took|taking|take|had|have) (a|some|two|three|four|five|six|several|one|<number>|the) .. off [running|"
            "from running]",
            "(stop|stopped|stopping|quit) running [for|<duration>|completely|altogether]",
            "not (run|ran) (for|in) <duration>",
            "(stopped|quit) (dancing|training|exercise|all exercise|playing)",
            "i stopped",
            "(weeks|days|months|week|month) without (running|sport|training|exercise)",
            "not (running|exercising|training)",
            "off (training|sport|exercise)",
            "(complete|total|full) rest",
            "lay off",
            "laid off",
            "rice",
            "<duration> off",
            "if i stop running",
            "off (work|my feet)",
            "(stayed|staying|keep|kept|stay) off (it|my feet)",
            "leg up",
        ),
    ),
    Remedy(
        "tried.ice", ("(ice|iced|icing|ices|ice pack*|cold pack*|ice bath*|ice packs|cryotherapy|frozen peas)", "rice")
    ),
    Remedy(
        "tried.calf_stretching",
        (
            "stretch* [of] [my|the|both] (calf|calves|calfs)",
            "(calf|calves|gastroc|soleus) stretch*",
            "(stretch|stretches|stretched|stretching) [it|and|out|every|daily|all]",
            "(towel|wall) stretch*",
            "downward dog",
        ),
    ),
    Remedy(
        "tried.ball_rolling",
        (
            "(roll|rolls|rolled|rolling) [it|my|the|a|on|out|over] [foot|feet|arch|sole|on|over|out|a|it] [over|on|"
            "with|with a|a|on a|over a|out with a] [a] [spiky|tennis|golf|lacrosse|massage|hard|small|frozen] "
            "(ball|balls|golf ball|tennis ball)",
            "(spiky|golf|tennis|lacrosse|massage) ball*",
            "roll [my|the|out] (feet|foot|arch|arches)",
            "rolling (it|my foot|my feet|the foot|the sole)",
            "foot roller",
        ),
    ),
    Remedy("tried.frozen_bottle", ("(frozen|ice|iced|cold) [water|coke] (bottle|bottles|can)", "frozen water bottle")),
    Remedy(
        "tried.orthotics",
        (
            "(orthotic|orthotics|orthoses|orthotis|orthodics)",
            "(insole|insoles|inserts|insert|arch support*|superfeet|inner sole*|footbed*|dr scholls|powerstep*|"
            "custom inserts)",
        ),
    ),
    Remedy(
        "tried.strength_training",
        (
            "(strength|strengthening|resistance) [and conditioning] (training|exercise*|work|programme|program|"
            "exercises|session*)",
            "(strengthening|glute exercises|hip exercises|core work|foot exercises|balance exercises|toe curls|towel "
            "curls|short foot)",
            "(planks|squats|lunges|clamshells)",
        ),
    ),
    Remedy(
        "tried.new_shoes",
        (
            "(new|different|other|fresh|another|better|softer) [pair of|running|kind of|set of|pairs of|softer] "
            "[running|new] (shoes|trainers|sneakers|pair|runners|shoe|cleats|brooks|hokas|asics|ones)",
            "(changed|replaced|swapped|switched|changing) [my|the|to new|to|them|running] [running] (shoes|trainers|"
            "sneakers|cleats)",
            "changed them",
            "got new ones",
            "(bought|got) .. (brooks|hokas|asics|sauconys|new balance|altras)",
            "pair of shoes after another",
            "old (pair|sort|shoes|ones)",
            "bigger shoes",
            "hokas",
        ),
    ),
    Remedy("tried.stability_shoes", ("(stability|motion control) (shoes|shoe|trainers|pair)",)),
    Remedy(
        "tried.wide_shoes",
        (
            "(wide|wider|roomy|roomier) [toe box|running|fit|fitting] (shoes|shoe|trainers|toe box|toebox|pair)",
            "wide fit",
            "altras",
        ),
    ),
    Remedy(
        "tried.bunion_pads",
        (
            "(bunion|gel) (pad|pads|sleeve*|corrector*|cushion*)",
            "toe (spacers|spacer|separator*|spreaders)",
            "spacers and pads",
            "[metatarsal] pads",
        ),
    ),
    Remedy(
        "tried.massage",
        (
            "(massage|massaged|massages|massaging|massage gun|deep tissue|foam roll*|foam roller|the stick|graston|"
            "sports massage|theragun)",
            "rolling the calf",
            "(roll|rolled|rolling) [out] (my|the) calf*",
            "rub* it",
            "(worked|work) on (the|my) foot",
        ),
    ),
    Remedy(
        "tried.heel_lift_exercises",
        (
            "(heel|calf) (raise*|drop*|rais*|lift exercise*|lowers)",
            "(eccentric|eccentrics|alfredson|heel drops|calf raises) [exercise*|loading|drops]",
        ),
    ),
    Remedy("tried.heel_wedges", ("heel (lift|lifts|wedge*|pad*|cup*|insert*|cushion*)", "gel (heel|heels)", "wedge*")),
    Remedy(
        "tried.soft_heel_shoes",
        ("(soft|softer|cut out|cut) [at|the] (heel|back|heel counter|heel tab)", "backless shoes"),
    ),
    Remedy(
        "tried.boot_or_crutches",
        (
            "(walking|aircast|air cast|moon|surgical|cam|orthopaedic|stiff|walker) (boot|boots|cast)",
            "(in|into|put me in|in to|wore|wearing|with) (a|the) (boot|cast)",
            "(crutch|crutches)",
            "(cast|plaster cast|aircast|knee scooter)",
        ),
    ),
    Remedy(
        "tried.antifungal",
        (
            "(antifungal|anti fungal|fungal|athlete foot) [cream*|spray*|powder|ointment|treatment]",
            "(lamisil|lotrimin|canesten|clotrimazole|terbinafine|tinactin|daktarin|miconazole|tolnaftate)",
            "(cream|creams|ointment*) .. (drugstore|chemist|pharmacy|prescription|shop|over the counter|counter|"
            "fungus|foot)",
            "every cream",
            "the cream*",
        ),
    ),
    Remedy(
        "tried.dry_feet",
        (
            "(keep|keeping|kept|dry*) [my|the|them|between] [feet|toes|them] [clean and|really|very|well] dry",
            "dry (my|the) feet",
            "talc*",
            "foot powder",
            "dry and cool",
        ),
    ),
    Remedy("tried.breathable_socks", ("(breathable|wicking|merino|toe|wool|moisture wicking|better|clean dry) socks",)),
    Remedy(
        "tried.brace",
        (
            "(brace|braces|ankle support|night splint*|splint|compression (sleeve|sock*|bandage|wrap)|ankle sleeve|"
            "compression sleeve|strassburg sock|ace bandage|support bandage|lace up)",
        ),
    ),
    Remedy(
        "tried.nsaids",
        (
            "(ibuprofen|advil|aleve|naproxen|motrin|nurofen|voltaren|voltarol|diclofenac|nsaid|nsaids|aspirin|"
            "ibuprofin|celebrex|meloxicam|arcoxia|ibuprophen|naprosyn|diclo)",
            "(anti inflammatory|anti inflammatories|antiinflammatories|antiinflammatory|anti inflams|anti "
            "inflamatories) [tablet*|pill*|gel|drug*|med*|painkiller*]",
            "(painkiller*|pain killer*|pain pill*|pain med*|pain relief|the pills|pills)",
        ),
    ),
    Remedy(
        "tried.physiotherapy",
        (
            "(physio|physiotherapy|physical therapy|physical therapist|pt|phsyio|rehab|rehab exercises|physios|pt "
            "exercises)",
        ),
    ),
    Remedy("tried.taping", ("(tape|taped|taping|kt tape|kinesio*|k tape|rocktape|strapping|strapped it)",)),
    Remedy(
        "tried.injection",
        (
            "(injection|injections|injected|shot|shots|cortisone|jab|steroid injection|prp|steroid shot|"
            "corticosteroid*) [shot*|injection*|jab]",
            "cortisone (shot*|injection*|jab*)",
        ),
    ),
    Remedy(
        "tried.other",
        (
            "(supplements|electro stim|electrostim|osteopath*|various therapies|"
            "other therapies|(salt|salts) (bath*|soak*)|"
            "a pad|the pad|metatarsal pad*|chiropractor|shockwave|shock wave|eswt|acupuncture|dry needling|needling|"
            "chiropract*|ultrasound treatment*|ultrasound therapy|electric stimulation|tens|laser|cbd|epsom salt*|"
            "heat pack|heat|magnesium|turmeric|cupping|red light|contrast bath*|elevation|cushioned inserts|"
            "slippers|lacing|changed the lacing|ways of lacing|salicylic|freezing|duct tape|doctor treatment|"
            "antibiotics|tylenol|paracetamol|acetaminophen)",
        ),
    ),
)

OUTCOMES = {
    "same": (
        "(not|none|neither|never|without) .. (made|makes|make|making) [much|any|a|the slightest] (difference|change|"
        "better)",
        "(changed|changes|achieved|did|solved) (nothing|little|zip)",
        "no (real|great|big|significant|lasting|noticeable|further) (difference|change|help|improvement|relief|"
        "effect)",
        "(:|-) (nothing|useless|nope|no use|zero|no joy|no luck|no good)",
        "(did|does|do|done|has done|have done|doing|made|make|makes|making) [it|me] [absolutely|pretty much|next to] "
        "(nothing|zilch|zip|squat|nada|no difference|no change|little|diddly)",
        "no (difference|change|help|improvement|use|joy|relief|effect|luck|good|better|avail) [at all|whatsoever]",
        "(not|never|nothing|none|neither) [of] [them|it|that|these|those|this] [has|have|had|really|seem*|seemed to] "
        "[been|to] (helped|help|helping|helps|worked|work|works|working|fixed|changed|changes)",
        "nothing (helps|helped|works|worked|changed|changes|has worked|has helped|does)",
        "(to no avail|in vain|without success|without any success|useless|waste of (time|money)|a failure|failed|all "
        "failed|which failed)",
        "(still) (hurts|there|sore|painful|hurting|aches|the same|in pain|got worse|as bad|not better|no better)",
        "(not|simply not|not really) [been|getting|got|get|any|gotten] [any|much] (better|improving|doing any good|"
        "shifting it)",
        "(not|never) [really] (do much|made any difference|make any difference|make a difference|done much|helped "
        "much|help much|much use|any use|any good|doing it any good|touch it|touch the)",
        "same thing",
        "(pain|it) (persists|remains|stayed|remained)",
        "not (help|helped|helping) [at all|one bit|much]",
        "no good",
        "no use",
        "not .. doing any good",
        "still felt",
        "just not (improving|getting better)",
        "not touch (it|the)",
        "did not do (it|anything|much)",
        "(:|,|-) nothing",
        "worse anyway",
        "gave nothing",
        "no different",
        # "Ice helped, taping did not": what was said before of another is denied of this one.
        "(did|does|do|has|have) not [really|at all|much] (,|;|but|though|either|and)",
        "(did|does|do|has|have) not [really|at all|much|either|though] $",
    ),
    "worse": (
        "(made|make|makes|making) (it|things|them|the pain|that) [a lot|much|even|more|all|way] (worse|more painful|"
        "hurt more|flare*|hurt)",
        "(aggravat*|irritat*|made it flare|flared it|inflamed it)",
        "(only|just) (worse|hurts more)",
        "(orthotics|shoes|stretching|taping|ice|rest) , worse",
        "that (aggravates|made it worse|hurt more)",
        "the pain is so bad",
    ),
    "partly": (
        "(help|helps|helped|helping) [me|it] (a bit|some|a little|somewhat|slightly|a lot but|but|to a point|partly|"
        "a tiny bit|for a bit|with the pain|temporarily|for a little|marginally|half an hour|for half an hour|sort "
        "of|to some|for a few hours|some but|not fully)",
        "(some|minor|slight|little|temporary|partial|a bit of|short term|limited|a little|short lived|mild) [minor] "
        "(relief|improvement|help|better)",
        "(take|takes|took|taking) [a bit|the|some of|some] [of] [the] (edge|bit|it|pain) [of it] (off|away)",
        "(take|takes|took) the edge off",
        "(take|takes|took) (a bit|some of it|some) off",
        "(a bit|little|somewhat|slightly|bit|much|good deal|lot) better [but|, but|, not]",
        "(help|helps|helped) .. (not (all|enough|gone|completely|fully|cured|entirely)|but (not|never|it|only|then "
        "still))",
        "bearable",
        "better but not (gone|fully|right|perfect|100|cured)",
        "(relieved|reduced|eases|eased|relieves|reduces) (it|some|the|a bit)",
        "(better|helped|helps|took it away) ... (but it still|but still|but not|but it is not|but never)",
        "never (complete|completely|went|quite|fully)",
        "(manageable|managable|bearable)",
        "better , not gone",
        "(help|helps|helped) [that|which|it|all|me] (some|a bit|somewhat|slightly)",
        "(all|each|both) [of] [them] (help|helped) (a bit|some|a little)",
        "not (all|quite) gone",
        "swelling went down but",
        "only (helps|helped) (a|for|when|while|temporarily)",
        "stopped a little",
        "(help|helps|helped|works|worked) [it|me] (while|as long as|when) [it|i|they]",
        "for a bit but",
    ),
    "better": (
        "(all|both|each) [of] [it|them|this|that] [has|have|really] (helped|worked)",
        "(help|helps|helped) [it|me] (a lot|straight away|loads|massively|hugely|immediately|enormously|so much|lots|"
        "greatly|at once|right away|well|wonderfully)",
        "(really|definitely|certainly) (helps|helped)",
        "(fixed|cured|solved|resolved|healed|sorted|cleared) [it|that|the|up]",
        "(got|was|is|felt|feels|gets|feel|feeling|made it|been|fine|much|lot|all|it) [a lot|much|all|so much|fully|"
        "totally|completely|pain|already] (better|fine|good|pain free|gone|ok|okay|great|normal)",
        "(it|pain|that|the pain) [had|has|has all|went|is|was|nearly] (gone|went away|disappeared|stopped|went|"
        "vanished|cleared)",
        "(took|take|takes) it away",
        "(nearly|almost|mostly) (gone|better|healed|fine)",
        "(calms|calmed|settles|settled|quiets|calm*) [it|down|right] [down|all]",
        "(has|have) (eased|stopped|helped) [it]",
        "(great|good) for",
        "fine again",
        "(faded|fades|went off|milder|loosened up|better)",
        "it would go",
        "goes away",
        "did the trick",
        "but [the|my] (.. did|did|.. does|does|.. has|has) $",
        "works (well|wonders|great)",
        "was great",
        "was fine",
    ),
    "helped": ("(help|helps|helped|helping)",),
    "back": (
        "(came|comes|come|coming|is|was|straight|it is|right|came straight|came right|and|then|be) [straight|right|"
        "all|it is] back [again|straight|worse|as soon|when|once|,|.|at|to|with|in]",
        "(return|returned|returns|returning) [as|when|once|again|after]",
        "back (again|straight away|to square one|with a vengeance|as before)",
        "then (as bad|back|it is back)",
        "(as soon as|until|when|then|once) i (ran|run|tried|try|start*|went|go|was back|got back|returned|resumed|"
        "stop*) [running|again|back|to]",
        "(ran|tried|run|tried to run|jog*) .. (again|pain|hurt|sore|worse)",
        "for a (while|time|bit) (then|,|and|but)",
        "(good|great|better|fine) for (a|about|<number>|<duration>|a while|six)",
        "(stops|stop|stopped) (the itch|it) but",
        "worse again",
        "flared up again",
        "then .. again",
        "then [it|the|came] .. (back|again|worse|came)",
        "one <distance> and",
        "next big week",
    ),
}

SAYS = [
    *says(
        "seen.clinician",
        denied="",
        yes=(
            "(doctor|doctors|doc|docs|gp|gps|podiatrist|podiatrists|physio|physios|pt|physical therapist|"
            "physiotherapist|orthopedist|orthopaedist|orthopedic|orthopaedic|surgeon|specialist|chiropodist|"
            "consultant|chiropractor|osteopath|rheumatologist|neurologist|dermatologist|orthopod|ortho|sports doc|"
            "podiatry) [at|of|in|friend|said|says|told|gave|thinks|thought|sent|put|had|took|diagnosed|did|"
            "looked|made|saw]",
            "(er|a and e|emergency room|urgent care|hospital|clinic|a&e|walk in centre|minor injuries) [said|x ray*|"
            "doc|gave|and|took|told|,]",
            "(was|been|were|got|getting|they|i was) [then|finally|originally|initially] (diagnosed|referred|"
            "prescribed)",
            "(was|were|i was|been) [then|finally|originally|initially] told",
            "(saw|seen|see|seeing) [a|my|the|two|three|several] (doctor|doc|gp|podiatrist|physio|pt|specialist)",
            "physical therapy",
            "(cortisone|steroid) (shot*|injection*)",
            "they (called|call) it",
            "(they|he|she) (x rayed|mri|scanned|said|operated)",
            "(rehab|epidural)",
            "how many doctors",
            "(seen|saw|to|asked|tried) [many|several|two|three|four|five|six|different|my own|lots of] (doctors|"
            "specialists|physios|podiatrists)",
            "(x ray*|xray*|mri|ultrasound|bone scan|ct scan)",
            "(got|had|have|the|a|an) [an|a] (injection|mri|x ray|xray|scan)",
            "prescribed",
            "told (plantar|it was|i have|bursitis|it is)",
        ),
        no=(
            "(no|not|never|have not|without) [seen|been to|a|gone to|yet|see|any] [a|the|any|to] [the] (doctor|"
            "doctors|physio|gp|pt|podiatrist) [or] [physio|doctor] [yet|about]",
        ),
    ),
    *says(
        "seen.xray",
        clear=(
            "{xray} ... (clear|clean|fine|normal|negative|(showed|shows|show|found|saw|is|was|said|reveal*|and|,|but|"
            "had|came back) nothing|ok|okay|unremarkable|no break|no fracture*|nothing "
            "broken|no broken|good)",
            "{xray} .. (no|not) .. (fracture*|break|broken|show*)",
            "nothing (broken|on the {xray})",
            "(x ray*|xray*|mri|mris|scan|scans|ct|bone scan|ultrasound|x rayed) [and|an|even|an mri|was|were|is|are|"
            "came|come|of|the|it|both|looked|show*|that|then|after|which|at|the er|in|my] [mri|was|were|ok|back|"
            "foot|ankle|it|and|two|months] [show*|are|came|month*|it|were] [up|back|have|has] [show*|all|totally|"
            "completely|both] (clear|clean|fine|normal|negative|nothing|ok|okay|good|no break|no fracture*|no "
            "broken|was fine|unremarkable|showed nothing|no bone|did not show anything|all fine|nothing there|"
            "shows nothing)",
            "(x ray*|xray*|mri|scan*|x rayed) .. (no (fracture*|break|broken|stress|damage)|nothing broken|nothing "
            "there|nothing)",
            "(nothing|no fracture|no break) .. (on|in|by) [the|an|my] (x ray*|xray*|mri|scan)",
            "saw nothing on the (x ray|xray)",
            "(clear|clean|normal|negative) [on] (x ray*|xray*|mri|scan)",
            "no break",
        ),
        broken=(
            "(x ray*|xray*|mri|scan|bone scan|ct) ... (show*|found|confirm*|reveal*|said|saw|diagnos*) .. (fracture*|"
            "break|broken|crack|stress reaction)",
            "(stress fracture|fracture) .. (on|confirmed by) [the] (x ray|xray|mri|scan)",
        ),
        not_done=(
            "not had [an|a|any] (x ray*|xray*|scan|mri|picture)",
            "not been (x rayed|xrayed|scanned)",
            "(no|never|without) [had|have|got] [an|a|any] (x ray*|xray*|scan)",
        ),
    ),
    *says(
        "seen.ruled_out",
        fracture=(
            "(doctor|doc|er|they|he|she|physio|surgeon|podiatrist|gp) .. (no|not a|ruled out a|ruled out) [a|stress] "
            "[stress] (fracture|break|broken bone)",
            "(ruled out|excluded) [a|any|an] [stress] fracture",
        ),
        clot=("(ruled out|no|excluded|negative for) [a|any] (dvt|clot|blood clot)",),
        tendon_tear=("(ruled out|no|excluded|not) [a|any|is] [tendon|achilles] (tear|rupture|torn)",),
        infection=("(ruled out|excluded) [an|any] infection",),
        joint_disease=(
            "(ruled out|excluded|negative for) [any] (gout|rheumatoid|arthritis)",
            "blood tests .. (negative|clear|normal)",
        ),
    ),
]

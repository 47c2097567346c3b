"""What runners ask about their result, and what they call the causes: each list with the parts of the page that answer.

The first that fits counts. Those of `AT_LAST` come after a cause or a remedy that is named: "how long do I hold the
stretch" is about the stretch.
"""

from __future__ import annotations

_RUN = (
    "(run|running|runs|jog|jogging|train|training|race|racing|marathon|sport|sports|exercise|exercising|workout|"
    "parkrun)"
)
_MAY = "(can|may|could|should|shall|will|would|do|must|am)"
_I = "(i|he|she|we|they|my (son|daughter|child|boy|girl))"
_WHO = (
    "(doctor*|dr|doc|gp|physio|physios|physiotherap*|podiatr*|chiropod*|specialist*|orthop*|hospital|er|clinic|"
    "emergency (room|department)|urgent care|chiropractor|physical therapist|professional|appointment|nurse|pharmacist)"
)
_SOMEBODY = "(someone|somebody|anyone|anybody|one)"
_OTHER_SPORT = (
    "(swim|swimming|cycle|cycling|bike|biking|row|rowing|hike|hiking|walk|walking|dance|dancing|ski|skiing|climb|"
    "climbing|tennis|football|soccer|basketball|golf|yoga|pilates|gym|elliptical|drive|driving|fly|flying)"
)
_EVENT = "(marathon|half|race|ultra|triathlon|10k|5k|tournament|match|parkrun)"
_HEAL = "(heal*|better|gone|go|over|stop|end|recover*|normal|clear|done|pass|settle|ease|fixed|subside)"

ASKS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("map",), (
        "map", "(picture|drawing|diagram|sketch) [of]", "show me (where|the)", "where (is|are) (that|the) [bone*]",
        "where .. press",
    )),
    (("return", "recovery"), (
        f"when ... {_RUN}", f"how (soon|fast|quickly|long) .. {_RUN}", f"(before|until) .. {_RUN}",
        f"how (do|can|should) i (start|begin|return|build|resume|ease|get|come|go) .. {_RUN}",
        f"(back|return*) (to|into|out) .. {_RUN}", f"{_RUN} again", "(get|go|come|be) back (to|into|out|on)",
        f"(start*|begin*|resum*|restart*) [with] {_RUN}", "start again", "begin again", "build (up|back)", "return to",
    )),
    (("seek",), (
        f"(how|when) (fast|quick*|soon|urgent*|long|early|must|should|do) .. (i|we|he|she) .. {_WHO}",
        "(is it|within|in|wait) [really|the] <duration> or", "(just|only|must i|should i|do i|to) book",
        "book .. (or|now|today|soon)", f"{_WHO} [,] (what|which) (kind|sort|type|one)", 
        f"(what|which) (kind|sort|type) [of] {_WHO}",
    )),
    (("running", "return"), (
        f"{_EVENT} ... (weeks|wks|months|days|weekend|saturday|sunday|tomorrow) ... {_MAY} {_I} .. (it|run|race|go|"
        "start|take|make)",
        f"{_MAY} {_I} ... {_EVENT} (is|in) .. (weeks|wks|months|days)",
    )),
    (("running",), (
        f"{_MAY} {_I} .. (<distance>|5k|10k|5 k|10 k)", f"{_MAY} {_I} [still] (do|run) [a|an|the|my] [easy|short|slow|"
        "gentle|long] (5k|10k|<distance>|mile|miles|k)",
        f"{_MAY} {_I} .. {_RUN}",
        f"{_MAY} {_I} [still] (play|compete|go|do it|take part|start|make it|be ready) [again|it] [on|this|next|by|"
        "for] "
        "[this|next|the] (monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|week|tomorrow|today|game|"
        "match|event|season)",
        f"{_MAY} {_I} .. (race|run) (on|at|in|this|next|my)", "(need|have|got|must) [to] stop",
        "should i stop",
        f"(ok|okay|safe|alright|right|fine|allowed|bad|good|possible|sensible|stupid|harmful|dangerous|worse|wise) "
        f"[for me] (to|if i) .. {_RUN}",
        f"(keep|stop|carry on|continue|go on|give up|quit|pause|avoid) [on|doing|with|my] {_RUN}",
        "run* (on|through|with|despite) (it|this|that|pain|the pain)", "(is|does|will|would) running",
        "running (ok|okay|allowed|bad|safe|forbidden)", "able to run", "go* for a (run|jog)", f"^ {_RUN}",
        f"(do|finish|enter|start) (my|the|a) .. {_RUN}", "how (much|far|often) .. run", f"time off {_RUN}",
        f"(what|how) about {_RUN}",
        "(what|how) about [the|my|his|her|a|our] (match|game|race|tournament|event|season|practice|weekend|saturday|"
        "sunday)", "i (can|may|could) (still|keep)",
        f"i (want|hope|plan|need|like|have) [to] .. {_RUN}",
    )),
    (("seek",), (
        _WHO, "(who|whom) .. (see|ask|go|call|visit|turn|talk|contact|look|help|consult)", f"see {_SOMEBODY}",
        "(get|have|got|having) (it|this|that|my foot|myself) (checked|looked at|seen|examined|assessed|scanned)",
        "(seek|need|want|get) [medical|professional] (help|attention|treatment|advice|care)", "medical (help|advice)",
        "(x ray|xray|x rays|mri|scan|ultrasound|imaging)", "where (do|should|can) i go",
        "(should|must|does) .. (seen|looked at|examined|checked)", "^ (who|whom)",
    )),
    (("recovery",), (f"how (soon|fast|quickly) .. {_HEAL}", f"when ... {_HEAL}", "when ... (fine|ok|okay|well)")),
    (("how soon",), (
        "(serious|urgent|dangerous|emergency|severe|life threatening|harmless|alarming|critical)",
        "how (bad|soon|urgently|quickly|fast|worried)", "is (it|this|that) bad",
        "(worry|worried|worrying|concerned|panic|hurry|rush|alarmed|scared)",
        "(something|anything) (bad|worse|serious)", "can (it|this) wait", "(permanent|lasting) damage",
    )),
)

AT_LAST: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("other", "running"), (
        f"{_MAY} {_I} .. {_OTHER_SPORT}", f"(what|how) about {_OTHER_SPORT}",
        f"(is|does) {_OTHER_SPORT} (ok|okay|allowed|bad|safe|good|fine|help*)", f"^ {_OTHER_SPORT}",
        f"(ok|okay|safe|fine|allowed|bad|good) to {_OTHER_SPORT}", f"(keep|stop|continue) {_OTHER_SPORT}",
    )),
    (("doing",), (
        "what ... (do|doing) .. (help|heal|better|it|this|that)", "(i|we) (supposed|meant|advised) to do",
        "(make|get) it (better|heal|go)", "(recommend*|suggest*|advise)", "what (can|should|could|must) i do",
    )),
    (("recovery",), (
        "how (long|many (weeks|days|months))", "(heal*|recover*|prognosis|outlook)",
        "(get|go|be) (better|away|gone|well)",
        "(weeks|months|days) .. (take|heal|last)", "(time|timeline|time frame|timescale)", "(last|lasts|last for)",
        "ever (go|get|heal|run|be)",
    )),
    (("open",), (
        "(rule*|ruled|ruling) (it|that|this) out", "(rule*|ruled|ruling) out", "(watch|look) (out|for)",
        "(warning|danger) sign*", "red flag*", "(get|gets|getting|becomes|goes) worse", "missed",
        "(did|have|has|was|were) .. (not|never) [you] (ask|asked|check|checked)",
        "not sure about", "what if it (changes|does not|stays|persists)", "does not (get better|help|go away|heal)",
    )),
    (("doing",), (
        "what (can|should|do|could|must|shall|would|to|might|else can|else should|may) .. do", "what (help*|works)",
        "what (will|would|can|could|might) (help|work|ease)", "do (today|now|next|first|tonight|about it)",
        "(treat*|remed*|cure*|therap*|rehab*|exercise*|stretches|advice|plan|relief|tips|medicine|medication)",
        "(fix|help|ease|relieve|manage|soothe|heal|calm) (it|this|that|the pain|me|my)", "home care", "look after",
        "get rid", "(what|and) now", "next (step*|thing)", "what next", "(how|what) to do", "need to do", "speed",
    )),
    (("why",), (
        "^ why", "(caus*|reason*)", "how come", "how do you know", "come from", "comes from", "based on",
        "what makes you", "how (did|do) you (get|come|reach|work)",
        "(brought|bring|brings) (it|this) on", "did i do wrong", "do you think so",
    )),
    (("seek",), ("(surgery|operation|operate*|injection*|cortisone|steroid*|shock wave*|blood test*)",)),
    (("causes",), (
        "what (is|could|might|can|may|else) [else] (it|this|that|wrong|be|could|might|going|the)", "what do i have",
        "what have i", "what (i have|i have got)", "diagnos*", "wrong with", "how (sure|certain|likely|confident)",
        "(result|verdict|conclusion|answer)", "do i have (it|this)", "name of", "(look|looks) like", "sounds like",
    )),
)  # fmt: skip

#: How somebody says that a question is not understood.
PUZZLED = (
    "^ [sorry|,|i] (do|did) not [really|quite|get|fully] (understand|get) [it|that|this|the question|what|you] [.|?|"
    "that|"
    "mean|you] $",
    "^ [sorry|,|i] (do|did) not [really|quite|fully] understand",
    "^ (what do you mean|meaning|huh|pardon|come again|you what)",
    "^ (what|which) [on earth|exactly] (does|do) (that|this|it|you) mean",
)
#: What a line begins with that takes back what it goes on with, and what one ends with that takes back what was before.
TAKES_BACK = (
    "^ [no|but|sorry|,|wait|hang on|and] [,] [but] i (did not|never|have not|had not) [actually|ever|really] (say|said|"
    "mean|meant|tell|told|write|wrote|mention|mentioned|claim|claimed) [you|to say] [that|it|about|anything about]",
    "^ [no|but|sorry|,|wait] [,] (that is|this is|it is|thats) (wrong|not right|not true|not so|not correct|incorrect|"
    "false|a mistake|untrue) (,|:|.|-|with|about) [about]",
    "^ [no|sorry|,] [,] (take|taking) back [that|the]",
    "^ [no|sorry|,] [,] (forget|ignore|scrap|scratch|delete|remove) [that|the] [bit|part|thing] [about]",
    "^ [no|sorry|,] [,] not",
)
UNTRUE = (
    "(is|was) (wrong|not right|not true|not so|not correct|incorrect|a mistake|not what i said|untrue) [.|!] $",
    "[,|-] (i never said that|i did not say that|that is wrong|that is not right|not true) [.|!] $",
)

#: Whole questions, for lines in which nothing else was understood: the nearest counts if it is near enough.
ASKED_LIKE = {
    "can i run on it": ("running",), "am i allowed to run": ("running",), "is running okay": ("running",),
    "how long will it take": ("recovery",), "how long does it last": ("recovery",), "will it get better": ("recovery",),
    "when can i run again": ("return", "recovery"), "how do i start again": ("return", "recovery"),
    "should i see a doctor": ("seek",), "who should i see": ("seek",), "do i need an xray": ("seek",),
    "is it serious": ("how soon",), "how bad is it": ("how soon",), "should i worry": ("how soon",),
    "what can i do": ("doing",), "what helps": ("doing",), "how do i treat it": ("doing",),
    "what is it": ("causes",), "what do i have": ("causes",), "why do i have it": ("why",),
    "what could not be ruled out": ("open",),
}  # fmt: skip

#: What a cause, or something outside of the causes (by the name of its finding), is called besides its own name.
CALLED: dict[str, tuple[str, ...]] = {
    "a torn Achilles tendon": (
        "(broken|broke|break|snap) [the|my|a] [achilles] tendon", "tendon [is|has] (broken|broke|snapped)",
        "(torn|tore|tear|teared|rupture*|snapped|ripped|burst) [my|the|an] [achilles] (achilles|tendon)",
        "(achilles|tendon) (tear|rupture|is torn|torn|snapped|ruptured|has torn)",
    ),
    "a squeezed nerve between the toes": ("neuroma*", "morton*", "(pinched|trapped|squeezed|compressed) nerve*"),
    "extensor_tendonitis": ("extensor*", "tendon* (on|along) [the] top"),
    "plantar_fasciitis": ("plantar", "fasci*", "pf", "heel spur*"),
    "stress_fracture": (
        "stress (fracture|fractures|reaction|injury)", "fractur*",
        "broken !([the|my|a] [achilles] tendon)", "(crack|cracked|break|broke) [bone]",
        "hairline", "bone (bruise|stress|injury)",
    ),
    "achilles_tendonitis": ("achilles", "tendonitis", "tendinitis", "tendinopathy", "tendinosis"),
    "athletes_foot": ("athlete* [foot]", "fung*", "tinea", "ringworm"),
    "ankle_sprain": ("sprain*", "ligament*", "(twisted|rolled|turned) [my|an] ankle"),
    "bunions": ("bunion*", "hallux valgus"),
    "mileage_increase": (
        "too much [running]", "(overuse|overtraining|overdoing|overdid|overload*)", "too (fast|soon|far)",
    ),
    "overpronation": ("pronat*", "overpronat*", "flat (feet|foot)", "fallen arch*"),
    "weak_muscles": ("weak*",),
}  # fmt: skip

#: Words for what is called otherwise in the texts of this base; those for nothing tell nothing.
ALIKE = {
    "hurt": "", "hurts": "", "hurting": "", "sore": "", "pain": "", "painful": "", "pains": "", "blood": "", "foot": "",
    "feet": "", "effort": "", "swollen": "", "side": "", "sides": "", "both": "",
    "ray": "xray", "rays": "xray", "xrays": "xray", "fracture": "broken", "fractured": "broken", "break": "broken",
    "broke": "broken", "cracked": "crack", "aspirin": "ibuprofen",
    "dvt": "clot", "thrombosis": "clot", "clots": "clot", "embolism": "clot", "infected": "infection",
    "cellulitis": "infection", "melanoma": "mole", "tumour": "growth", "tumor": "growth", "spine": "back",
    "cycle": "cycling", "bike": "cycling", "biking": "cycling", "swim": "swimming", "rheumatism": "arthritis",
    "rheumatoid": "arthritis", "verruca": "wart", "ibuprofen": "ibuprofen", "advil": "ibuprofen",
    "crutch": "crutches", "operation": "surgery",
}  # fmt: skip

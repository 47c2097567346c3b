"""The words of this base: how runners say what the questions ask, as data for the shell's ear."""

from __future__ import annotations

from pathlib import Path

from expert.authoring import Lexicon
from kb.explained import EXPLAINED, PLAIN, WORRIES
from kb.words import danger, idioms, pain, person, questions, replies, shoes, signs, training, tried

#: Where a word for a remedy is none.
NO_REMEDY = (
    "rest of (the|my|it)",
    "the rest",
    "(size of|like|to) a [small] (golf|tennis|base) ball",
    "tetanus shot",
    "ultrasound .. (did nothing|did not|made no|no (help|use|difference)|helped|treatment*|therapy|no better)",
    "(stretch*|wiggle*|pull*) [or] [stretch*|wiggle*] {my} [big] (toe|toes)",
    "(it|that|which|has|have) [has] gone [all|so|completely|really|very|a bit] (red|numb|black|blue|purple|stiff|"
    "white|"
    "hard|dead|cold|yellow|brown|wrong|bad|septic)",
    # Who advises something has not tried it, nor is what came of it his doing.
    "(physio|physios|physiotherapist|pt|physical therapist) (says|said|told|reckon*|thinks|thought|suggest*|"
    "advise*|recommend*|believes|diagnosed)",
    "(slipped|fell|fall|falling) on [the] ice",
    "ice (age|cream|rink|hockey|skat*)",
    "(home|long|final|short) stretch (of|home|,|.)",
    "(home|final) (stretch|straight)",
    "stretch of [the|my|a] (road|trail|path|beach|pavement|river|run|woods|coast|time)",
    "resting (heart rate|hr|pulse|metabolic)",
    "(sun|shaving|ice|hand|sour|whipped) cream*",
    "(flu|covid|travel|tetanus) (shot|jab|injection|vaccine|booster)",
    "(sleeping|vitamin|iron|water|diet|birth control) (pill|pills)",
    "brac* (myself|himself|herself|for)",
    "(tape measure|duct tape|video tape)",
    "(insert|put) (your|my) (joke|name)",
    "hot and cold",
    "heat wave",
    "in the heat",
)

#: Where a body part is spoken of and no pain of it.
IDLE = (
    # When somebody's turn comes.
    "(doctor|doc|gp|physio|podiatrist|specialist|clinic|hospital) [can|will] (say|says|said|see|sees|take|takes) [me] "
    "[only|to come|come] [back] (after|in|from) <duration>",
    "heel (drop|drops|raise*|lift*|wedge*|cup*|pad*|strike*|striker|counter|tab|cord|spur*)",
    "toe (box|spacer*|separator*|off|raise*|curl*)",
    "arch support*",
    "(calf|calves) (raise*|stretch*|sleeve*|guard*)",
    "(stretch*|strengthen*|massag*|roll|rolling|rolled) [out] [my|the|both] (calf|calves|arch|arches|foot|feet|sole)",
    "ankle (brace|support|weights|sleeve)",
    "the other (foot|leg|ankle|side)",
    "my other (foot|leg|ankle|side)",
    "(foot|feet) first",
    "toe shoes",
    "toe socks",
    "on my toes",
    "(up|rise|raise|stand|lift|walk|walking|standing|rising) [up] on [the] toes",
    "(diabetes|gout|arthritis|cancer|clots|osteoporosis|heart disease) [also|all|does] (runs|run|is|are) in (my|the|"
    "our) [whole] family",
    "family history of (diabetes|gout|arthritis|cancer|clots|osteoporosis|heart disease)",
    "(bruise|bruised|bruising) (feeling|sensation)",
    "(but|only) on [my|the] (toes|tiptoes)",
    "on (the|my) ball* of (my|the) feet",
    "top (of the|of my) (hill|stairs|run|game|list)",
    "right (away|now|where|at|after|on|before|when|along|across|into|in the|there|next|behind|under|up|down|about|"
    "through|through the|over|below|here|back|thing)",
    "(that is|is that|all|alright|not) right",
    "turn right",
    "left (me|it|behind|over|off|out|with|with a|the|untreated|alone|a|to)",
    "(have|has|had|is|was|were|are) left",
    "right thing",
    "(like|as if) [i] [am|had|have] (stepping|standing|walking|stepped|stood|trod|trodden) on .. (nail|nails|sharp|"
    "glass|plug|knife|needles|tack|thumbtack|pin|thorn|stone|pebble|lego|marble)",
    "a (stone|pebble|marble|lump) in (my|the) shoe",
    "like [a|there is a] (lump|marble|pebble|stone)",
    "big (toe|toes)",
    # What lies beside the place, or is no place of a pain of one's own.
    "(toe|toes|sole|soles|ankle|ankles|heel|heels|arch|arches|calf|calves|achilles) (is|are|feel|feels|look|looks|"
    "seem|"
    "seems) [all|both|perfectly|absolutely|completely|just] (fine|ok|okay|normal|its normal|good|healthy|strong)",
    "(filmed|videoed|looked at|checked|examined|measured|scanned) (my|both|the) (ankle*|foot|feet|arch*|calves|toes)",
    "only [about|got] <distance> (on|in|into) (them|these|those|it)",
    "in front of (the|my) heel",
    "behind (the|my) ball of (the|my) foot",
    "(up|down) (past|from|near) (the|my) (ankle|sole|heel|arch)",
    "(heel|heels|foot|ankle|toes) of (the|a|some) (one|guy|chap|man|woman|runner|person|girl|bloke|kid)",
    "(spread|feel|bending|wiggle) [all] (the|my) toes",
    "(finger|fingers|knuckle|knuckles|thumb|hand|wrist) [is|are|feels|felt] (stiff|tight|sharp|swollen)",
    "stiff (insoles|inserts|shoes|boots|trainers|new)",
    "back of my mind",
    "than the (left|right)",
    "(soft|hard|stiff|thin|thick) soled",
    "inner sole*",
    "achilles bursitis",
    "side effect*",
    "on the side",
    "side to side",
    # What somebody does all day is no pain of all day.
    "(i|we) !(hurt*|ache*|aching|feel*|felt|limp*|hobbl*|have|had|am|suffer*|notice*|get|got|can|could|do|"
    "is) * [*] all day",
    # Lengths of time that are no pain's.
    "in <duration> [time|away|from now]",
    "(every|each) <duration>",
    "<duration> (old|year old|away|off|of rest|rest|without running|of no running|break|in a row|pregnant|long|plan|"
    "to go|out from|before|prior|earlier|after !((a|an|the|my|that) [bad|nasty|severe|mild|second|simple|big|ankle|"
    "grade|horrible] "
    "[ankle] (sprain|twist|roll|fall|injury|accident))|until|till|of training|of physio|of physical therapy|of pt)",
    "(help*|work*|good|better|fine|gone|relief|iced|stretched|taped|worn|wore) for [about|only|at least] <duration>",
    "(rested|resting|rest) [it] [for] <duration>",
    "(golf|tennis|lacrosse|hockey|cricket|squash|massage|spiky|rubber) ball*",
    "(shower*|changing room*|locker room*|car park|pool) [at|in|of] [the|my] gym",
    "gym (shower*|changing*|locker*|bag|floor*)",
    "(took|taking|take|rested|rest|resting|break of|stopped for|lasts|lasted|hold|within|after|next|rests) [for] "
    "[about|at least|another|the first|only] <duration>",
    "(running|run|runner|runs|trained|training|married|been running|jogging|ran|racing) (for|since|these) [about|"
    "over|the last] <duration>",
    "<duration> (into|in to|in|of running)",
    "(first|every|half) <duration>",
    "(for|by) the (first|next|rest of the) <duration>",
    "<duration> post",
    "after [about|the first|only] <duration> [of]",
    "<duration> (plan|programme|program|course)",
    "(in|put me in|boot for|cast for|crutches for|boot) [a] [boot|cast] [for] <duration>",
    "high heels",
    "in heels",
    "my heels at work",
    "wear heels",
    "marathon pain",
    "no pain no gain",
    "pain killer*",
    "pain pill*",
    "pain cave",
    "pain tolerance",
    "pain med*",
    "pain relief",
    "half marathon in",
    "growing pains",
    "itching to",
    "rest of (the|my) (run|day|time|year|race)",
    "(size of|like|to) a (golf ball|tennis ball|baseball|football)",
    "(to|toward|towards|into|behind|below|under|from|with|out to) {my} (big|second|third|little|middle|2nd|3rd) "
    "(toe|toes)",
    "(out to|to) [all] (my|the) toes",
    "landing on the (forefoot|heel)",
    "past my ankle",
    # Who is told what to do has not been looked at, as far as that goes.
    "(doctor|doc|gp|podiatrist|physio|pt|physical therapist|physiotherapist|chiropractor|osteopath) [friend] (said|"
    "says|told me|"
    "suggest*|recommend*|advise*|reckons|thinks) [that] [i|me] (to|should|not|can|could|need|must|try|trying|do|"
    "rest*|stretch*|ice|"
    "icing|run|running|keep|stop*|new|a different)",
    "(near|next to|beside|close to|just behind|just before|just below) {my} (big|second|third|little|pinky|middle) "
    "toe*",
    "(curl*|wiggl*|point*|scrunch*) {my} [big] toe* [up|back|down]",
    "from the ankle",
    "on top of (the|my) [big] (joint|toe)",
    # How the foot is set down, and of what it only reminds.
    "(^|,|and|am|was|been|by|keep|kept|only|only|just|now) (walked|walking|walk|hobbl*|limp*) .. on {my} (outside|"
    "outer "
    "side|outer edge|inside|inner side|side|edge|heel|heels) [of] [my|the] [foot|feet] !(hurt*|is|are|kills|ache*)",
    "unless [i|he|she|we] .. on {my} (outside|outer side|outer edge|inside|inner side|side|heel) [of] [my|the] [foot|"
    "feet]",
    "(forefoot|fore foot|midfoot|mid foot) (strik*|runner*|running|landing|lander*)",
    "(calf|calves) [muscle*] (is|are|feel|feels|felt|got|went|seem*) [so|very|really|a bit|quite|now] weak*",
    "bunion (operation|surgery|op|removal|correction|surgeon)",
    "down (the|my) .. (foot|leg) to",
    "stepped on my forefoot",
    "(joins|meets|attaches to|above|goes into|into|near) [my|the] (heel|calf|bone)",
    "like a (bruise|nail|knife)",
    "number of",
    "at the latest",
)

#: What hurts as well, or instead, and is nobody's foot or calf; of a big toe it is open whether its joint is meant.
BEYOND = (
    "(shin*|knee|knees|kneecap*|hip|hips|thigh*|hamstring*|quad|quads|groin|buttock*|glute*|shoulder*|wrist*|elbow*|"
    "neck|spine|it band)",
    "(lower|low) back",
    "my back (hurt*|ache*|is|also|too|,|and|pain)",
    "big (toe|toes)",
)
#: Beginnings of what was tried, under whatever name.
TELLING = (
    "(vegan|vegetarian)",
    "(lost|losing|lose) .. weight",
    "(tried|trying|bought|applied|rubbed|wrapped|soaked|soaking)", "been (using|doing|taking|wearing)")

_SPECIFIC = ("ankle_outer", "ankle_inner", "ankle_front")
_PARTS = (
    "arch",
    "heel",
    "achilles",
    "big_toe_joint",
    "top_of_foot",
    "midfoot",
    "ball_of_foot",
    "toes",
    "sole",
    "outer_edge",
    "between_toes",
    "toenail",
    *_SPECIFIC,
    "ankle",
)

LEXICON = Lexicon(
    says=tuple([*pain.SAYS, *signs.SAYS, *danger.SAYS, *person.SAYS, *training.SAYS, *shoes.SAYS, *tried.SAYS]),
    remedies=tried.REMEDIES,
    outcomes=tried.OUTCOMES,
    pieces=pain.PIECES,
    topics=pain.TOPICS,
    no_remedy=NO_REMEDY,
    idle=IDLE,
    idioms=idioms.IDIOMS,
    beyond=BEYOND,
    telling=TELLING,
    broader={
        "pain.location": {
            "ankle": _SPECIFIC,
            "whole_foot": _PARTS,
            "toes": ("big_toe_joint", "between_toes", "toenail", "ball_of_foot"),
        },
        "pain.trend": {
            "same": ("better", "worse", "worse_fast", "up_and_down"),
            "up_and_down": ("better", "worse", "worse_fast"),
        },
        "pain.side": {"left": ("both",), "right": ("both",)},
        "pain.worst": {"at_rest": ("constant",)},
    },
    lookalikes=frozenset(Path(__file__).with_name("lookalikes.txt").read_text(encoding="utf-8").split()),
    either=pain.EITHER,
    last=frozenset({"pain.trend", "pain.running"}),
    passes=frozenset({"pain.quality"}),
    done=frozenset({"seen.clinician", "seen.xray", "seen.ruled_out"}),
    ranks=signs.RANKS,
    complaint="again",
    well="fine",
    most=frozenset({"pain.worst"}),
    mild="mild",
    replies=replies.REPLIES,
    listed=replies.LISTED,
    results=replies.RESULTS,
    kin=replies.KIN,
    vague=replies.VAGUE,
    beside=frozenset({"foot", "feet"}),
    asks=questions.ASKS,
    asks_at_last=questions.AT_LAST,
    called=questions.CALLED,
    alike=questions.ALIKE,
    asked_like=questions.ASKED_LIKE,
    explained=(*EXPLAINED, *PLAIN),
    worries=WORRIES,
    exact=frozenset({"signs.tender_bone"}),
    none_of=replies.NONE_OF,
    puzzled=questions.PUZZLED,
    takes_back=questions.TAKES_BACK,
    untrue=questions.UNTRUE,
)

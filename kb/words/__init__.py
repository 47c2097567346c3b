"""The words of this base: how runners say what the questions ask, as data for the shell's ear."""

from __future__ import annotations

from expert.hearing.lexicon import Lexicon
from kb.words import pain, person, shoes, signs, training, tried

#: Where a body part is spoken of and no pain of it.
IDLE = (
    "heel (drop|drops|raise*|lift*|wedge*|cup*|pad*|strike*|striker|counter|tab|cord|spur*)", "toe (box|spacer*|separator*|off|raise*|curl*)", "arch support*", "(calf|calves) (raise*|stretch*|sleeve*|guard*)", "(stretch*|strengthen*|massag*|roll|rolling|rolled) [out] [my|the|both] (calf|calves|arch|arches|foot|feet|sole)",
    "ankle (brace|support|weights|sleeve)", "the other (foot|leg|ankle|side)", "my other (foot|leg|ankle|side)", "(foot|feet) first", "toe shoes", "toe socks", "on my toes", "on (the|my) ball* of (my|the) feet",
    "top (of the|of my) (hill|stairs|run|game|list)", "right (away|now|where|at|after|on|before|when|along|across|into|in the|there|next|behind|under|up|down|about|through|through the|over|below|here|back|thing)", "(that is|is that|all|alright|not) right", "turn right", "left (me|it|behind|over|off|out|with|with a|the|untreated|alone|a|to)", "(have|has|had|is|was|were|are) left", "right thing",
    "athlete foot", "athletes foot", "back of my mind", "(soft|hard|stiff|thin|thick) soled", "inner sole*", "achilles bursitis",
    "side effect*", "on the side", "side to side",
    # Lengths of time that are no pain's.
    "in <duration> [time|away|from now]", "(every|each) <duration>", "<duration> (old|year old|away|off|of rest|rest|without running|of no running|break|in a row|pregnant|long|plan|to go|out from|before|prior|earlier|after|until|till|of training|of physio|of physical therapy|of pt)", "(took|taking|take|rested|rest|resting|break of|stopped for|lasts|lasted|hold|within|after|next|rests) [for] [about|at least|another|the first|only] <duration>",
    "(running|run|runner|runs|trained|training|married|been running|jogging|ran|racing) (for|since|these) [about|over|the last] <duration>", "<duration> (into|in to|in|of running)", "(first|every|half) <duration>", "(for|by) the (first|next|rest of the) <duration>", "<duration> post", "after [about|the first|only] <duration> [of]",
    "<duration> (plan|programme|program|course)", "(in|put me in|boot for|cast for|crutches for|boot) [a] [boot|cast] [for] <duration>",
    "high heels", "in heels", "my heels at work", "wear heels",
    "marathon pain", "no pain no gain", "pain killer*", "pain pill*", "pain cave", "pain tolerance", "pain med*", "pain relief",
    "half marathon in", "growing pains", "itching to",
)  # fmt: skip

_SPECIFIC = ("ankle_outer", "ankle_inner", "ankle_front")
_PARTS = ("arch", "heel", "achilles", "big_toe_joint", "top_of_foot", "midfoot", "ball_of_foot", "toes", "sole", "outer_edge", "between_toes", "toenail", *_SPECIFIC, "ankle")

LEXICON = Lexicon(
    says=tuple([*pain.SAYS, *signs.SAYS, *person.SAYS, *training.SAYS, *shoes.SAYS, *tried.SAYS]),
    remedies=tried.REMEDIES,
    outcomes=tried.OUTCOMES,
    pieces=pain.PIECES,
    topics=pain.TOPICS,
    idle=IDLE,
    broader={
        "pain.location": {"ankle": _SPECIFIC, "whole_foot": _PARTS, "toes": ("big_toe_joint", "between_toes", "toenail")},
        "pain.on_movement": {},
    },
    lookalikes=frozenset({
        "strain", "strained", "strains", "catching", "pinching", "walled", "heals", "healed", "healing", "hospital", "heavily",
        "breaking", "braking", "trains", "trained", "braces", "stretch", "switch", "scratch", "nights", "lights", "eights",
    }),
    last=frozenset({"pain.trend", "pain.running"}),
    ranks=signs.RANKS,
)

"""Red flags: what must be seen by somebody, and how soon. Not from the article, which says nothing of them.

Row numbers are those of the table of red flags that this follows. How they act: the gravest wins and nothing lowers it.
A rule tests only for what is present, so that denying something can lower nothing. Most follow from answers alone;
the last chapter follows from causes and can only add. Each says within what time: left out, an emergency means today,
urgent within a day or two, and everything else an ordinary appointment.
"""

from __future__ import annotations

from expert.authoring import RedFlag
from kb.findings import ANKLE
from kb.red_flags_course import FromCauses, HomeCareInVain, KindsOfRemedy
from kb.red_flags_illness import Children, Diabetes, Infection, InflamedElsewhere, NewGrowths, PainAtRest
from kb.red_flags_injury import AfterAnInjury, Bones
from kb.red_flags_leg import AfterDistance, Clots, Cold, NerveAndBlood, OutOfProportion, TendonAndCalf

RED_FLAG_CHAPTERS = (
    AfterAnInjury, TendonAndCalf, Clots, Infection, PainAtRest, NewGrowths, Diabetes, NerveAndBlood, OutOfProportion,
    AfterDistance, Cold, Bones, InflamedElsewhere, Children, KindsOfRemedy, HomeCareInVain, FromCauses,
)

_LEG = ("achilles", "calf", "heel", *ANKLE)
#: The answers that alone must never end in self-care, with the places that make each worth asking about.
RED_FLAGS = (
    RedFlag("pain.weight_bearing", ("impossible",), (), "you cannot take four steps on the foot"),
    RedFlag(
        "signs.tender_bone",
        ("outer_ankle_bone", "inner_ankle_bone", "inner_midfoot", "outer_midfoot", "heel_bone", "metatarsal"),
        (*ANKLE, "midfoot", "top_of_foot", "outer_edge", "heel", "ball_of_foot", "arch", "whole_foot"),
        "a bone hurts when you press on it",
    ),
    RedFlag("signs.pop", ("yes",), (*_LEG, "midfoot", "arch", "sole", "big_toe_joint"), "a pop or crack as it began"),
    RedFlag("signs.cannot_rise_on_toes", ("yes",), ("achilles", "calf", "heel", "ankle_inner"),
            "you cannot rise on your toes"),
    RedFlag("signs.numbness", ("yes",), (), "numbness"),
    RedFlag("signs.numbness_stays", ("yes",), ("toes", "ball_of_foot", "top_of_foot", "whole_foot"),
            "numbness or tingling that stays with the shoes off"),
    RedFlag("signs.foot_drop", ("yes",), ("calf", "top_of_foot", "whole_foot", *ANKLE),
            "you cannot lift the front of the foot"),
    RedFlag("signs.fever", ("yes",), (), "fever, or feeling very unwell"),
    RedFlag("signs.hot_red_skin", ("yes",), (), "hot, red skin"),
    RedFlag("signs.spreading_redness", ("yes",), (), "redness that spreads"),
    RedFlag("signs.open_wound", ("yes",), (), "an open wound"),
    RedFlag("signs.puncture", ("yes",), ("sole", "toes", "whole_foot"), "something sharp that went into the foot"),
    RedFlag("signs.pus", ("yes",), ("toenail", "between_toes", "toes"), "pus, or a wound that weeps or smells"),
    RedFlag("signs.looks_deformed", ("yes",), (), "a foot that changed its shape"),
    RedFlag("signs.calf_swelling", ("yes",), ("achilles", "calf", "heel", "whole_foot", *ANKLE), "one swollen calf"),
    RedFlag("signs.pale_cold_foot", ("yes",), (), "a pale, cold foot"),
    RedFlag("signs.breathless", ("yes",), ("achilles", "calf"), "shortness of breath"),
    RedFlag("signs.skin", ("nail_stripe",), ("toenail",), "a dark stripe or patch under a nail that was not hit"),
    RedFlag("signs.lump", ("yes",), ("arch", "sole"), "a new lump or thickening"),
    RedFlag("signs.losing_weight", ("yes",), ("whole_foot",), "weight loss, night sweats or great tiredness"),
    RedFlag("runner.diabetes", ("yes",), (), "diabetes, or poor circulation or feeling in the feet"),
    RedFlag("runner.quinolone", ("yes",), (*_LEG, "top_of_foot", "arch", "sole", "midfoot", "whole_foot"),
            "an antibiotic such as ciprofloxacin or levofloxacin"),
)

"""What is asked by one line of a list: who says that it is so is asked further, of everybody else it is not worth it."""

from __future__ import annotations

from expert.authoring import Gate

#: Of warning signs, in plain words.
_DANGERS = (
    Gate("you have a fever, feel very unwell, lose weight without a reason, or have a new lump there",
         ("signs.fever", "signs.losing_weight", "signs.lump")),
    Gate("the skin there is hot and red, or redness is spreading",
         ("signs.hot_red_skin", "signs.spreading_redness")),
    Gate("there is an open wound, pus, or something sharp went in",
         ("signs.open_wound", "signs.pus", "signs.puncture")),
    Gate("part of the foot is numb, cold and pale, or you cannot lift it",
         ("signs.numbness", "signs.numbness_stays", "signs.pale_cold_foot", "signs.foot_drop")),
    Gate("something popped as it began, or the foot looks bent out of shape",
         ("signs.pop", "signs.looks_deformed")),
    Gate("one calf is swollen, you are short of breath, or a blood clot is likelier just now (a long journey, an "
         "operation, a cast, hormones, an earlier clot)",
         ("signs.calf_swelling", "signs.breathless", "runner.clot_risk")),
    Gate("you have diabetes, poor circulation or poor feeling in the feet, or took Cipro, Levaquin or another "
         "-floxacin antibiotic lately",
         ("runner.diabetes", "runner.quinolone")),
)  # fmt: skip
_OTHERS = (
    Gate("a fall, a twist or a blow began it", ("signs.injury", "signs.rolled_ankle")),
    Gate("it is swollen or bruised", ("signs.swelling", "signs.bruising")),
    Gate("you limp, or cannot run as usual", ("pain.limp", "pain.running")),
    Gate("it is getting worse, or always comes after about the same distance", ("pain.trend", "pain.with_distance")),
    Gate("somebody has looked at it: a picture, physiotherapy, an injection",
         ("seen.xray", "seen.ruled_out", "tried.physiotherapy", "tried.injection")),
    Gate("just before, you ran more, harder or longer than usual, or something else was new (a race, a fresh start, "
         "ground, style, shoes)",
         ("training.more_than_usual", "training.harder_than_usual", "training.big_effort", "training.new_runner",
          "training.new_surface", "training.new_form", "training.other_load", "shoes.recent_change")),
    Gate("you run a lot with little rest, have done so for years, or ran on through pain",
         ("training.lots_of_running", "training.hard_for_years", "training.ran_through_pain")),
    Gate("your hips, core or legs are weak",
         ("body.weak_hips", "body.weak_core", "body.weak_legs", "body.hip_drop")),
    Gate("your feet are flat, roll inward, feel tight or unstable, or are of an odd shape",
         ("foot.arch", "foot.roll", "foot.unstable_arches", "foot.tight_arches", "foot.tight_calves",
          "foot.odd_shape")),
    Gate("your shoes are worn out, tight or hard somewhere, or of a special kind",
         ("shoes.worn", "shoes.tight_on_top", "shoes.hard_heel", "shoes.toe_box", "shoes.type", "pain.in_shoes")),
    Gate("it itches between the toes, the soles are dry, or skin or nails look odd",
         ("signs.itching_toes", "signs.dry_soles", "signs.skin", "signs.colour", "signs.frozen")),
    Gate("a toe or its joint has a bump, has moved, or is stiff",
         ("signs.toe_joint_bump", "signs.toe_shape", "signs.stiff_toe")),
    Gate("you have another illness or thin bones, eat little, or are pregnant",
         ("runner.joint_disease", "runner.arthritis", "pain.elsewhere", "runner.brittle_bones", "runner.low_energy",
          "runner.pregnant", "runner.cancer", "runner.heart_or_artery", "runner.nsaid_risk")),
)  # fmt: skip
GATES = (*_DANGERS, *_OTHERS)

#: What few runners have anything to tell of, and who has does so unasked: before it is enough no question is asked for
#: these alone.
SELDOM = (
    "pain.on_movement", "pain.heel_part", "pain.achilles_part", "pain.back_after_rest", "pain.before", "pain.side",
    "signs.creaking", "socks.material", "training.uphill", "training.terrain", "training.years",
    "training.mileage_change", "training.longest_before", "training.longest_now", "training.longest_month",
)
#: What the same pressing or trying tells: who has not tried the one is not asked for the other.
TRIALS = (("signs.tender_bone", "pain.one_spot"),)

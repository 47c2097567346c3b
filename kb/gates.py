"""How much is asked: what stands in one line of a list, and what is not worth a question before it is enough."""

from __future__ import annotations

from expert.authoring import Gate, Topic

#: Of warning signs: what is asked about together, each in a line of its own.
_DANGERS = (
    Gate("", ("runner.diabetes", "runner.quinolone")),
    Gate("a pop as it began, a crooked foot, a new lump",
         ("signs.pop", "signs.looks_deformed", "signs.lump"), least=2),
    Gate("foot numb, tingling, cold, pale, long in the cold, or its front won't lift",
         ("signs.numbness", "signs.numbness_stays", "signs.foot_drop", "signs.pale_cold_foot", "signs.frozen"),
         least=2),
    Gate("fever, hot or red skin, a wound, pus, or something sharp that went in",
         ("signs.fever", "signs.hot_red_skin", "signs.spreading_redness", "signs.open_wound", "signs.pus",
          "signs.puncture"), least=2),
    Gate("one swollen calf, or short of breath", ("signs.calf_swelling", "signs.breathless"), least=2),
)
#: Of all else: where many of a line's questions would be asked, they share it.
_OTHERS = (
    Gate("a fall, twist or blow began it", ("signs.injury", "signs.rolled_ankle"), least=2),
    Gate("", ("pain.limp", "pain.running"), {"pain.running": "running with pain, less, or not at all"}),
    Gate("", ("pain.trend", "pain.with_distance"), {"pain.trend": "gets worse, or goes up and down"}),
    Gate("a picture (X-ray or the like), physiotherapy or an injection for it",
         ("seen.xray", "seen.ruled_out", "tried.physiotherapy", "tried.injection"),
         {"seen.xray": "an X-ray or the like of it", "seen.ruled_out": "a professional ruled something out",
          "tried.physiotherapy": "physiotherapy for it", "tried.injection": "an injection for it"}, least=2),
    Gate("anything new or more: running, a race, ground, style, shoes, work, no rest",
         ("training.more_than_usual", "training.harder_than_usual", "training.big_effort", "training.new_runner",
          "training.new_surface", "training.new_form", "training.other_load", "training.lots_of_running",
          "shoes.recent_change"), least=5),
    Gate("hard running for years, or on through the pain",
         ("training.hard_for_years", "training.ran_through_pain"), least=2),
    Gate("weak hips, core or legs",
         ("body.weak_hips", "body.weak_core", "body.weak_legs", "body.hip_drop"), least=2),
    Gate("feet that are flat, roll inward, are tight, unstable or oddly shaped",
         ("foot.arch", "foot.roll", "foot.unstable_arches", "foot.tight_arches", "foot.tight_calves",
          "foot.odd_shape"),
         {"foot.arch": "flat or very high arches",
          "foot.roll": "feet that roll too far in or out"}),
    Gate("shoes that are worn out, tight, hard somewhere, or of a special kind",
         ("shoes.worn", "shoes.tight_on_top", "shoes.hard_heel", "shoes.toe_box", "shoes.type", "pain.in_shoes"),
         {"shoes.toe_box": "shoes with little room for the toes", "shoes.type": "shoes of a special kind"}),
    Gate("itching between the toes, dry soles, or odd skin or nails",
         ("signs.itching_toes", "signs.dry_soles", "signs.skin", "signs.colour"), least=2),
    Gate("a toe or toe joint with a bump, out of place, or stiff",
         ("signs.toe_joint_bump", "signs.toe_shape", "signs.stiff_toe"), least=2),
    Gate("thin bones, eating little, gout or sore joints, an illness, a pregnancy",
         ("runner.joint_disease", "runner.arthritis", "pain.elsewhere", "runner.brittle_bones", "runner.low_energy",
          "runner.pregnant", "runner.cancer", "runner.heart_or_artery", "runner.nsaid_risk"), least=2),
)  # fmt: skip
GATES = (*_DANGERS, *_OTHERS)

#: What is no warning sign by itself, and is one beside many another answer.
ALARMING = ("signs.swelling",)
#: What few runners have anything to tell of, and who has does so unasked: before it is enough no question is asked for
#: these alone.
SELDOM = (
    "pain.on_movement", "pain.heel_part", "pain.achilles_part", "pain.back_after_rest", "pain.before",
    "signs.creaking", "socks.material", "seen.ruled_out", "training.uphill", "training.terrain", "training.years",
    "training.mileage_change", "training.longest_before", "training.longest_now", "training.longest_month",
)
#: What runners tell unasked if they tell a story at all, and there is something to tell.
TOLD = (
    "pain.quality", "pain.with_activity", "pain.severity", "runner.age", "training.weekly_before",
    "training.weekly_now", "training.longest_before", "training.longest_now",
    "tried.run_less", "tried.ice", "tried.calf_stretching", "tried.ball_rolling", "tried.frozen_bottle",
    "tried.orthotics", "tried.strength_training", "tried.new_shoes", "tried.stability_shoes", "tried.wide_shoes",
    "tried.bunion_pads", "tried.massage", "tried.heel_lift_exercises", "tried.heel_wedges", "tried.soft_heel_shoes",
    "tried.boot_or_crutches", "tried.antifungal", "tried.dry_feet", "tried.breathable_socks", "tried.brace",
    "tried.nsaids", "tried.taping", "tried.other",
)
#: What the same pressing or trying tells: who has not tried the one is not asked for the other.
TRIALS = (("signs.tender_bone", "pain.one_spot"),)
#: What can be told in a few words where it is still open, by what it is called then.
TOPICS = (
    Topic("where it hurts", ("pain.location",)),
    Topic("in which part of the heel it is", ("pain.heel_part",)),
    Topic("where along the tendon it is", ("pain.achilles_part",)),
    Topic("how it began", ("pain.onset",)),
    Topic("how long and if it gets better", ("pain.weeks", "pain.trend"),
          {"pain.weeks": "how long it has hurt", "pain.trend": "if it gets better"}),
    Topic("how it feels and how bad (0 to 10)", ("pain.quality", "pain.severity"),
          {"pain.quality": "how it feels", "pain.severity": "how bad it is (0 to 10)"}),
    Topic("when it is worst and if moving helps", ("pain.worst", "pain.with_activity"),
          {"pain.worst": "when it is worst", "pain.with_activity": "if moving helps"}),
    Topic("how it bears your weight", ("pain.weight_bearing",)),
    Topic("what running you can still do", ("pain.running",)),
    Topic("which movements bring it on", ("pain.on_movement",)),
    Topic("which foot it is", ("pain.side",)),
    Topic("what you tried and how it went",
          ("tried.run_less", "tried.rest", "tried.ice", "tried.calf_stretching", "tried.ball_rolling",
           "tried.frozen_bottle", "tried.orthotics", "tried.strength_training", "tried.new_shoes",
           "tried.stability_shoes", "tried.wide_shoes", "tried.bunion_pads", "tried.massage",
           "tried.heel_lift_exercises", "tried.heel_wedges", "tried.soft_heel_shoes", "tried.boot_or_crutches",
           "tried.antifungal", "tried.dry_feet", "tried.breathable_socks", "tried.brace", "tried.nsaids",
           "tried.physiotherapy", "tried.taping", "tried.injection", "tried.other")),
    Topic("your weekly distance before and then", ("training.weekly_before", "training.weekly_now"),
          {"training.weekly_before": "your weekly distance before it",
           "training.weekly_now": "your weekly distance by then"}),
    Topic("your longest runs before it and then",
          ("training.longest_before", "training.longest_month", "training.longest_now")),
    Topic("how long you have been running", ("training.years",)),
    Topic("what you run on", ("training.terrain",)),
    Topic("how far your shoes have run", ("shoes.age",)),
    Topic("what shoes you wear", ("shoes.type",)),
    Topic("how your shoes fit at the toes", ("shoes.toe_box",)),
    Topic("flat feet or high arches, if you have them", ("foot.arch",)),
    Topic("if your feet tip inward or outward as you run", ("foot.roll",)),
    Topic("how often you run uphill", ("training.uphill",)),
    Topic("by how many percent that had changed", ("training.mileage_change",)),
    Topic("what your socks are made of", ("socks.material",)),
    Topic("what an X-ray showed", ("seen.xray",)),
    Topic("what a professional ruled out", ("seen.ruled_out",)),
    Topic("what colour the skin has", ("signs.colour",)),
    Topic("your age", ("runner.age",)),
)  # fmt: skip

"""What ``footwise kb check`` remarks on and what stays as it is, each with the reason."""

from __future__ import annotations

_NO_SOURCE = "runners answer so, and no source says what follows from it"
_TOLD = "what came of it is told with the advice, and no source says what to do next"
#: What the rules show by themselves.
_READ = {
    "subsumed:overpronation.replace_worn_shoes": "it tells those whose shoes are known to be worn that this is why",
    "subsumed:plantar_fasciitis_beyond.first_steps_on_the_heel": "the article gives it less weight than "
    "clinicians do; the answer counts once",
    "subsumed:ankle_sprain.rolled": "the article tells the roll as cause and as presentation; it counts once",
    "untested:tried.other": _TOLD,
    "untested:foot.arch=normal/high": "only a flat arch speaks for a cause; the others are its no",
    "untested:training.uphill=never/sometimes": "the article means often; the others are its no",
    "untested:training.terrain=road/track/treadmill/grass/sand": _NO_SOURCE,
    "untested:shoes.type=neutral/other": "neither is the kind that a rule asks for",
    "untested:pain.quality=throbbing/tight": _NO_SOURCE,
    "untested:pain.trend=better/same/up_and_down": "only getting worse speaks for something; the others are its no",
    "untested:pain.on_movement=squeeze_forefoot": _NO_SOURCE,
    "unnamed:if_less_is_not_enough": "it says whom to see if running less was in vain",
    "unnamed:rather_paracetamol": "it warns of them",
    "unnamed:strength_time": "it says how long strength takes",
    "unnamed:tape_arch": "it says what taping stands beside",
}


def _dominated(names: str, reason: str, chapter: str = "") -> dict[str, str]:
    """Rules for want of which no case is told anything else, and that stay for one reason."""
    return {f"dominated:{chapter}{name}": reason for name in names.split()}


#: What cases and the solver show.
_SHOWN = {
    # A grave alert takes back all that does not protect; so does a crack that may be there. What a rule forbids is
    # written for each measure all the same, whatever the alerts are: see `kb.contraindications`.
    **_dominated(
        "ice_cold_foot ice_pierced ice_pus rolling_cold_foot rolling_pierced rolling_pus stretching_swollen_calf "
        "stretching_breathless stretching_calf_at_risk stretching_calf_in_pregnancy stretching_antibiotic "
        "stretching_foot_drop loading_swollen_calf loading_breathless loading_calf_at_risk "
        "loading_calf_in_pregnancy  loading_antibiotic loading_foot_drop loading_cold_foot loading_fever "
        "loading_hot_skin  loading_redness_spreads massage_frozen massage_pop massage_swollen_calf "
        "massage_breathless  massage_calf_at_risk massage_calf_in_pregnancy massage_antibiotic massage_foot_drop "
        "massage_crack  massage_crack_at_a_spot massage_tender_bone massage_spot_after_injury massage_broken "
        "massage_fever  massage_hot_skin massage_redness_spreads running_swollen_calf running_breathless "
        "running_antibiotic  running_foot_drop running_crack running_pierced running_cold_foot running_fever "
        "running_hot_skin  running_redness_spreads walking_swollen_calf walking_breathless walking_foot_drop "
        "walking_pierced  walking_cold_foot walking_fever walking_hot_skin walking_redness_spreads skin_care_pus "
        "skin_care_redness_spreads",
        "a grave alert, or another rule, takes back the same; whoever asks what was withheld is told this reason",
        chapter="forbidden.",
    ),
    **_dominated(
        "ankle_sprain.rehab_is_due stress_fracture_remedies.high_risk_bone_inner_midfoot "
        "stress_fracture_remedies.high_risk_bone_outer_midfoot "
        "stress_fracture_remedies.high_risk_bone_inner_ankle_bone achilles_tendonitis_guidance.hurts_to_stand "
        "achilles_tendonitis_guidance.limps stress_fracture_guidance.no_other_running",
        "what it takes back is kept back by another rule wherever it fires; it says why by its own source",
    ),
    **_dominated(
        "plantar_fasciitis.heel_in_the_morning plantar_fasciitis_beyond.first_steps_and_standing "
        "plantar_fasciitis_beyond.heel_and_arch bunions.bump_and_little_room bunions_beyond.stiff_toe "
        "achilles_tendonitis.many_miles achilles_tendonitis_beyond.back_of_the_heel "
        "ankle_sprain_beyond.not_the_ankle",
        "a second source says it of the same answers, of which each counts once; the reader is told both",
    ),
    **_dominated(
        "ball_and_toes.stubbed_toe_not_extensor_tendonitis skin_and_nails.blister_not_plantar_fasciitis "
        "tendons_of_the_ankle.peroneal_not_ankle_sprain "
        "tendons_of_the_ankle.high_ankle_sprain_not_extensor_tendonitis "
        "heel_and_sole.stone_bruise_not_stress_fracture heel_and_sole.cramp_not_plantar_fasciitis "
        "heel_and_sole.torn_fascia_not_plantar_fasciitis midfoot_and_calf.torn_tendon_not_achilles_tendonitis "
        "midfoot_and_calf.pain_with_distance_not_achilles_tendonitis "
        "midfoot_and_calf.pain_with_distance_not_stress_fracture "
        "midfoot_and_calf.stiff_midfoot_not_extensor_tendonitis",
        "one answer of this pattern speaks against it as strongly; the reader is told what it is instead",
    ),
    **_dominated(
        "feet.shoes_look_worn feet.shoes_ran_far",
        "what waits for them says why to replace the shoes; the advice itself is given anyhow",
    ),
    **_dominated(
        "achilles_tendonitis.many_miles_and_ignored_pain extensor_tendonitis.added_miles",
        "the article says it of a jump in mileage, and by the article alone it counts; any rise in load says as much",
    ),
    **_dominated(
        "athletes_foot_beyond.peeling_and_itching",
        "it says both together; the itching between the toes, or what it comes to at that place, counts as much",
    ),
    **_dominated("overpronation.natural_roll", "it tells those who ask why it is not that"),
    **_dominated("sudden.roll", "the article says of the roll what a source beyond it says of every injury"),
    "implied:skin_and_nails.eczema_not_athletes_foot": "the guideline on eczema says it, too; the answer counts once",
}

ACCEPTED = {**_READ, **_SHOWN}

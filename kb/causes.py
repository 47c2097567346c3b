"""The ten causes that the article names. The order decides between equals: the article calls the last less common."""

from __future__ import annotations

from expert.authoring import Cause

MILEAGE_INCREASE = Cause(
    "mileage_increase", "general", "Too much running too soon",
    "You ran more, or harder, than your body had time to get used to.",
)
OVERPRONATION = Cause(
    "overpronation", "general", "Overpronation (the foot rolls in too far)",
    "Some inward roll is natural; rolling in too far puts extra pressure on the foot.",
)
WEAK_MUSCLES = Cause(
    "weak_muscles", "general", "Weak muscles or joints",
    "When hips, core or legs are not strong enough, the foot takes more load than it should.",
)
PLANTAR_FASCIITIS = Cause(
    "plantar_fasciitis", "specific", "Plantar fasciitis (sore tissue under the foot)",
    "The band of tissue along the sole, from heel to toes, is irritated.",
)
BUNIONS = Cause(
    "bunions", "specific", "Bunion (bump at the big toe joint)",
    "The joint at the base of the big toe has changed shape and rubs or presses.",
)
ACHILLES_TENDONITIS = Cause(
    "achilles_tendonitis", "specific", "Achilles tendonitis (sore tendon above the heel)",
    "The tendon between calf and heel bone is overloaded.",
)
STRESS_FRACTURE = Cause(
    "stress_fracture", "specific", "Stress fracture (small crack in a bone)",
    "A bone of the foot was loaded more than it could repair and has a small crack.",
)
ATHLETES_FOOT = Cause(
    "athletes_foot", "specific", "Athlete's foot (a fungal skin infection)",
    "A fungus that likes warm, damp places has settled in the skin.",
)
ANKLE_SPRAIN = Cause(
    "ankle_sprain", "specific", "Ankle sprain (overstretched ligaments)",
    "The bands that hold the ankle together were stretched when the foot rolled over.",
)
EXTENSOR_TENDONITIS = Cause(
    "extensor_tendonitis", "specific", "Extensor tendonitis (sore tendons on top of the foot)",
    "The tendons along the top of the foot, which lift the toes, are irritated.",
)

CAUSES = (
    MILEAGE_INCREASE,
    OVERPRONATION,
    WEAK_MUSCLES,
    PLANTAR_FASCIITIS,
    BUNIONS,
    ACHILLES_TENDONITIS,
    STRESS_FRACTURE,
    ATHLETES_FOOT,
    ANKLE_SPRAIN,
    EXTENSOR_TENDONITIS,
)

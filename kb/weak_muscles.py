"""General reason: weak muscles or joints (claims GW1 to GW4)."""

from __future__ import annotations

from expert.authoring import Advises, Concluded, Found, Knowledge, Opposes, Remark, Supports
from kb.causes import WEAK_MUSCLES
from kb.fields import Body, Tried
from kb.sources import AJGP_FOOT, NOT_LOAD

STRENGTHEN = Remark(
    "strengthen",
    "Add strength and stretching exercises to your week, for the hips, the legs and the feet.",
    remedies=("tried.strength_training",),
    measures=("stretching", "loading"),
)
TRAIN_CORE = Remark(
    "train_core", "Train your core too: planks and abdominal exercises, a few minutes at a time.",
    measures=("loading",),
)


class WeakMuscles(Knowledge, cause=WEAK_MUSCLES):
    """Cause, then treatment."""

    weak_legs = Supports(
        Body(weak_legs="yes"),
        hedge="could", role="risk", claims="GW1",
        because="muscles or joints of your legs or feet are weak",
    )
    weak_hips = Supports(
        Body(weak_hips="yes"),
        hedge="could", role="risk", claims="GW1 GW2",
        because="your hips are weak",
    )
    weak_core = Supports(
        Body(weak_core="yes"),
        hedge="could", role="risk", claims="GW1 GW2",
        because="your core (belly and back) is weak",
    )
    hip_drop = Supports(
        Body(hip_drop="yes"),
        hedge="could", role="risk", claims="GW1 GW2",
        because="a hip drops when you run",
    )
    strong_hips = Opposes(
        Body(weak_hips="no"),
        hedge="higher-risk", role="risk", partial=True, claims="GW2",
        because="your hips are not weak",
    )
    strong_core = Opposes(
        Body(weak_core="no"),
        hedge="higher-risk", role="risk", partial=True, claims="GW2",
        because="your core is not weak",
    )

    level_hips = Opposes(
        Body(hip_drop="no"),
        hedge="higher-risk", role="risk", partial=True, claims="GW2",
        because="no hip drops when you run",
    )
    strong_legs = Opposes(
        Body(weak_legs="no"),
        hedge="higher-risk", role="risk", partial=True, claims="GW1",
        because="the muscles and joints of your legs and feet are not weak",
    )

    strengthen = Advises(
        Concluded(WEAK_MUSCLES),
        advice=STRENGTHEN, claims="GW3",
        because="stronger muscles take load off the foot",
    )
    train_core = Advises(
        Concluded(WEAK_MUSCLES),
        advice=TRAIN_CORE, claims="GW4",
        because="a strong core steadies the whole stride",
    )


class WeakMusclesBeyond(Knowledge, cause=WEAK_MUSCLES):
    """Beyond the article."""

    strengthening_helped = Supports(
        Tried(strength_training="better"),
        hedge="plain", role="risk", source=AJGP_FOOT,
        because="strength training helped",
    )
    an_injury_began_it = Opposes(
        Found("injury"),
        hedge="likely", source=NOT_LOAD,
        because="an injury began it",
    )

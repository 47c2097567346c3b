"""The whole knowledge base as one object: `KNOWLEDGE`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from expert.authoring import KnowledgeBase, Naming
from kb.accepted import ACCEPTED
from kb.achilles_tendonitis import AchillesTendonitis, AchillesTendonitisBeyond
from kb.ankle_sprain import AnkleSprain, AnkleSprainBeyond
from kb.athletes_foot import AthletesFoot, AthletesFootBeyond
from kb.bunions import Bunions, BunionsBeyond
from kb.causes import CAUSES
from kb.claims import ARTICLE, CLAIMS
from kb.contraindications import CONTRAINDICATION_CHAPTERS
from kb.elsewhere import ELSEWHERE_CHAPTERS
from kb.extensor_tendonitis import ExtensorTendonitis, ExtensorTendonitisBeyond
from kb.fields import CONTRADICTIONS, IMPLICATIONS, TRAINING, VOCABULARY
from kb.findings import Course, Feet, HomeCare, Injury, Load, Nerve, Rest, Rise, Rolled, Setback, Sudden
from kb.gates import ALARMING, GATES, SELDOM, TOLD, TOPICS, TRIALS
from kb.guidance import GUIDANCE_CHAPTERS
from kb.hedges import HEDGES
from kb.measures import MEASURES
from kb.mileage_increase import MileageIncrease, MileageIncreaseBeyond
from kb.overpronation import Overpronation, OverpronationBeyond
from kb.plantar_fasciitis import PlantarFasciitis, PlantarFasciitisBeyond
from kb.red_flags import RED_FLAG_CHAPTERS, RED_FLAGS
from kb.remedies_beyond import REMEDY_CHAPTERS
from kb.stress_fracture import StressFracture, StressFractureBeyond
from kb.urgency import DEADLINES, URGENCIES
from kb.weak_muscles import WeakMuscles, WeakMusclesBeyond

if TYPE_CHECKING:
    from expert.authoring import Lexicon, PlaceMap

#: Of this base, by the month: it changes with its sources and its cases, and not with the program.
VERSION = "2026.11"

#: All rules: findings, then each cause in the article's order (the article first, then what goes beyond it),
#: then the patterns that no cause explains, the red flags, and what forbids a remedy.
BOOK = (
    Load, Feet, Rolled, Course, Rise, Injury, Sudden, Nerve, Rest, HomeCare, Setback,
    MileageIncrease, MileageIncreaseBeyond,
    Overpronation, OverpronationBeyond,
    WeakMuscles, WeakMusclesBeyond,
    PlantarFasciitis, PlantarFasciitisBeyond,
    Bunions, BunionsBeyond,
    AchillesTendonitis, AchillesTendonitisBeyond,
    StressFracture, StressFractureBeyond,
    AthletesFoot, AthletesFootBeyond,
    AnkleSprain, AnkleSprainBeyond,
    ExtensorTendonitis, ExtensorTendonitisBeyond,
    *REMEDY_CHAPTERS,
    *ELSEWHERE_CHAPTERS,
    *RED_FLAG_CHAPTERS,
    *CONTRAINDICATION_CHAPTERS,
    *GUIDANCE_CHAPTERS,
)

#: Claims about how to reason, and what in the program honours them.
MECHANISMS = {
    "ST1": "ranking, in part: the article begins with the general reasons; here they are weighed in every case beside "
    "the specific ones, because what must be seen soon, and what a sore spot of bone means, cannot wait for them",
    "ST2": "ranking: a general reason needs no presentation, so it stands alone where nothing specific fits",
    "ST3": "each specific cause has advice rules of its own, which wait for that cause alone",
    "ST4": "notice: every result says that it informs and does not diagnose",
    "ET1": "ranking: of causes equally certain, extensor tendonitis comes last of the specific ones",
}

#: What can be another way at a follow-up, weeks later. What happened once (a pop, a fall) stays so.
CHANGING = (
    *("pain." + name for name in ("trend", "weeks", "severity", "worst", "weight_bearing", "limp", "running")),
    *("signs." + name for name in ("swelling", "bruising", "tender_bone", "cannot_rise_on_toes", "numbness",
      "numbness_stays", "foot_drop", "pale_cold_foot", "colour", "hot_red_skin", "spreading_redness", "fever",
      "open_wound", "pus", "calf_swelling", "breathless", "losing_weight", "lump", "itching_toes", "skin")),
    *("seen." + name for name in ("clinician", "xray", "ruled_out")),
)  # fmt: skip

#: How much load advice allows, the most careful first.
CARES = ("protect_bone", "rest", "less_load", "keep_using")

#: What a runner asks besides what to do.
QUESTIONS = {
    "running": "May I run on it?",
    "recovery": "How long does it take?",
    "return": "How do I start again?",
    "seek": "Whom do I see, and when?",
}

#: What is said to them where the answers were taken back, or where the foot must be seen first.
UNTIL_SEEN = {
    "running": "Not before somebody has looked at it.",
}
#: What is said to who asks though no rule answers it.
UNTOLD = {
    "running": "No cause stands out, so there is no rule to run by. Leave out what makes it hurt more, and do not run "
    "while you limp.",
    "recovery": "Nobody can say before it is known what it is.",
    "return": "That depends on what it turns out to be; ask whoever looks at it.",
}

def _words() -> Lexicon:
    """How runners say it; only needed where a text is read."""
    from kb.words import LEXICON

    return LEXICON


def _picture() -> PlaceMap:
    """Where the places are; only needed where they are drawn."""
    from kb.foot_map import FOOT_MAP

    return FOOT_MAP


KNOWLEDGE = KnowledgeBase(
    title=ARTICLE,
    version=VERSION,
    notice="This informs, it does not diagnose: it was not written by doctors and cannot examine your foot.",
    place="pain.location",
    course="pain.trend",
    changing=CHANGING,
    vocabulary=VOCABULARY,
    claims=CLAIMS,
    causes=CAUSES,
    hedges=HEDGES,
    rules=tuple(rule for chapter in BOOK for rule in chapter.rules),
    mechanisms=MECHANISMS,
    red_flags=RED_FLAGS,
    contradictions=CONTRADICTIONS,
    implications=IMPLICATIONS,
    tick_lists=(("pain", "signs"), ("runner", "foot", "body", "training"), ("shoes", "socks")),
    gates=GATES,
    topics=TOPICS,
    seldom=SELDOM,
    alarming=ALARMING,
    told=TOLD,
    trials=TRIALS,
    urgencies=URGENCIES,
    deadlines=DEADLINES,
    measures=MEASURES,
    cares=CARES,
    questions=QUESTIONS,
    seeking="seek",
    advice_behind="running",
    until_seen=UNTIL_SEEN,
    untold=UNTOLD,
    if_elsewhere="If you are not sure that this is it, or it does not go as it says, show it to a physiotherapist, "
    "podiatrist or doctor, who can examine the foot.",
    story="What happened, since when, and where does it hurt?",
    story_example="My left heel, for 3 weeks, worst in the morning.",
    unconcluded="None of the ten causes here fits well enough. Show it to a physiotherapist, podiatrist or doctor, who "
    "can examine the foot.",
    naming=Naming(text="the article", matter="this pain", net="When to see somebody", file="my-foot"),
    group_ranks={"pain": 0, "signs": 0, "foot": 0, "body": 0, "runner": 2},
    accepted=ACCEPTED,
    training=TRAINING,
    lexicon=_words,
    picture=_picture,
)

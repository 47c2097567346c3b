"""What a runner asks beyond remedies: may I run, how long does it take, how do I start again, whom do I see?

Each cause answers all four whenever it is concluded; where a source distinguishes, a further rule says so. An answer
to "may I run" carries the load that it allows, so that of several the most careful stands. How to start again is for
later and carries none. Bone takes back all that makes somebody run or wait, a sprain whatever says yes to running now.
"""

from __future__ import annotations

from expert.authoring import Bundle, Concluded, Guides, Knowledge, Remark, Withholds, at_least, one_of
from kb.causes import (
    ACHILLES_TENDONITIS,
    ANKLE_SPRAIN,
    ATHLETES_FOOT,
    BUNIONS,
    EXTENSOR_TENDONITIS,
    MILEAGE_INCREASE,
    OVERPRONATION,
    PLANTAR_FASCIITIS,
    STRESS_FRACTURE,
    WEAK_MUSCLES,
)
from kb.fields import Pain
from kb.guidance_sources import (
    ACHILLES_LOW,
    ACHILLES_SPECIALIST,
    ACHILLES_START,
    ACHILLES_TIME,
    BONE_RETURN,
    BONE_RUNNING_ON,
    BONE_TIME,
    BONE_XRAY,
    BUNIONS_HOME,
    BUNIONS_RUNNING,
    EXTENSOR_CARE,
    FASCIA_NHS,
    FASCIA_TIME,
    FOOT_PAIN,
    PAIN_SCALE,
    PRONATION,
    RETURN_STEPS,
    RUN_CLEVER,
    SPRAIN_HELP,
    SPRAIN_RUNNING,
    SPRAIN_STEPS,
    SPRAIN_TIME,
    STRENGTH,
    TENDONITIS,
    TINEA_HELP,
    TINEA_HOME,
)
from kb.interpretations import BEYOND_THE_RULE
from kb.mileage_increase import RUN_LESS
from kb.sources import HEEL_BPG, PAIN_RULE, RECOVERY_TIME, SPIKES

# Of several causes.
RUN_BY_THE_PAIN = Remark(
    "run_by_the_pain",
    "Yes, by this rule: pain up to about 5 of 10 while you run, settled by the next morning, "
    "and no worse from week to week. Otherwise run less.",
    measures=("running",), care="less_load",
)
NOT_WHILE_IT_HURTS_TO_STAND = Remark(
    "not_while_it_hurts_to_stand",
    "Not for now: standing on it hurts badly, and running is far more than that. "
    "Wait until walking hardly hurts.",
    protects=True, care="rest",
)
NOT_WHILE_IT_HURTS_SO_MUCH = Remark(
    "not_while_it_hurts_so_much",
    "Not while it hurts as much as you told. You may once a run brings no more than about 5 of 10, "
    "settled by the next morning.",
    protects=True, care="rest",
)
NOT_WHILE_LIMPING = Remark(
    "not_while_limping", "Not while you limp. Wait until you can walk as usual.", protects=True, care="rest"
)
LONGEST_RUN_RULE = Remark(
    "longest_run_rule",
    "No single run more than 10 percent longer than the longest of the last 30 days: such leaps brought "
    "50 to 130 percent more injuries; more miles a week did not.",
    measures=("running",),
)

# Too much running too soon.
RUN_SHORTER = Remark(
    "run_shorter",
    "Yes, but less: shorter and slower, so that the pain stays mild and is gone by the next morning.",
    measures=("running",), care="less_load",
)
OVERUSE_TIME = Remark(
    "overuse_time",
    "Mostly weeks to a few months: half of injured recreational runners were free of pain after 8 weeks, "
    "half of injured beginners after 10.",
)
WALK_AND_RUN = Remark(
    "walk_and_run",
    "Every other day: walk 2 minutes, run 3, for a mile or so. Do each step twice before the next, "
    "and step back if it hurts more.",
    measures=("running",),
)
IF_LESS_IS_NOT_ENOUGH = Remark(
    "if_less_is_not_enough",
    "No better after 2 weeks of running less: see a doctor or a physiotherapist. "
    "Most foot pain is gone in 6 to 8 weeks.",
)

# Overpronation.
RUN_AS_YOU_ARE = Remark(
    "run_as_you_are",
    "Yes, while the pain stays mild. Rolling in is no reason to stop: "
    "among 927 beginners in neutral shoes it did not bring more injuries.",
    measures=("running",), care="keep_using",
)
ROLL_TIME = Remark(
    "roll_time", "How your foot rolls stays with you; the pain need not. Most foot pain is gone in 6 to 8 weeks."
)
BREAK_SHOES_IN = Remark(
    "break_shoes_in",
    "Try other shoes or insoles on short, easy runs every other day, and go further when they leave no pain.",
    measures=("running",),
)
SHOES_DO_NOT_HELP = Remark(
    "shoes_do_not_help",
    "No better after 6 to 8 weeks, or worse before that: see a podiatrist (foot specialist), who can watch you run.",
)

# Weak muscles.
RUN_BETWEEN_EXERCISES = Remark(
    "run_between_exercises",
    "Yes, while the pain stays mild and is gone by the next morning.",
    measures=("running",), care="keep_using",
)
STRENGTH_TIME = Remark(
    "strength_time",
    "Strength takes patience: first gains after 2 to 3 weeks, real ones after 6 to 8. "
    "In a trial, foot exercises prevented injuries after 4 to 8 months.",
)
KEEP_EXERCISING = Remark(
    "keep_exercising",
    "Add distance slowly, and keep up the exercises three times a week while you do.",
    measures=("running", "loading"),
)
EXERCISES_DO_NOT_HELP = Remark(
    "exercises_do_not_help",
    "No better after 6 to 8 weeks of steady exercise: see a physiotherapist, who can test which muscles are weak.",
)

# Plantar fasciitis.
FASCIA_TAKES_MONTHS = Remark(
    "fascia_takes_months",
    "It is slow but mostly heals: exercises begin to help after 4 to 6 weeks, "
    "and it is usually gone in 6 to 12 months.",
)
FASCIA_RETURN = Remark(
    "fascia_return",
    "Start with short, easy runs every other day. "
    "Go further only while the first steps in the morning hurt no more than before.",
    measures=("running",),
)
FASCIA_HELP = Remark(
    "fascia_help",
    "No better after 2 weeks: see a doctor or a physiotherapist. "
    "Still there after 4 to 12 weeks of care: ask about shock waves, later about insoles made for you.",
)

# Bunions.
RUN_WITH_ROOM = Remark(
    "run_with_room",
    "Yes, if it does not hurt, in shoes with room for the toes. "
    "If the joint hurts as you run, rest it until it is calm.",
    measures=("running",), care="keep_using",
)
BUMP_STAYS = Remark(
    "bump_stays",
    "The bump stays: only surgery removes it. The pain can ease; give wide shoes and pads a few weeks.",
)
BUNION_RETURN = Remark(
    "bunion_return",
    "Once the joint is calm, start with short runs in wide shoes. A toe spacer and tape can keep the toe straighter.",
    measures=("running",),
)
BUNION_HELP = Remark(
    "bunion_help",
    "See a doctor or a podiatrist (foot specialist) if a few weeks of wide shoes do not help, if it grows, "
    "or if it keeps you from your usual day.",
)

# Achilles tendonitis.
RUN_TENDON_BY_THE_PAIN = Remark(
    "run_tendon_by_the_pain",
    "A few days of rest are enough. Then yes, by this rule: pain up to about 5 of 10 in a run, settled by the "
    "next morning, no worse each week.",
    measures=("running",), care="rest",
)
FLAT_GROUND = Remark(
    "flat_ground",
    "If you run, then on the flat: uphill the tendon is pressed against the heel bone, just where it is sore.",
    measures=("running",),
)
TENDON_TAKES_MONTHS = Remark(
    "tendon_takes_months",
    "Count in months: exercises show after about 12 weeks, and full recovery takes 3 to 12 months.",
)
TENDON_RETURN = Remark(
    "tendon_return",
    "Start when everyday life does not hurt, short and easy. Pain after a run must be gone within 24 hours; "
    "hills and speed come last.",
    measures=("running",),
)
TENDON_HELP = Remark(
    "tendon_help",
    "No better after a few weeks: see a doctor or a physiotherapist. "
    "No better after 12 weeks of exercises: ask to see a specialist.",
)

# Stress fracture.
NO_RUNNING = Remark(
    "no_running",
    "No, not even a little, until somebody has looked at the bone. The pain rule for tendons is not for bone: "
    "running on makes a small crack larger.",
    protects=True, care="protect_bone",
)
BONE_TAKES_WEEKS = Remark(
    "bone_takes_weeks",
    "Mostly 6 to 12 weeks, for some bones 4 months and more. More than 9 of 10 athletes got back to their sport.",
)
BONE_STEPS = Remark(
    "bone_steps",
    "First about a week of walking without pain, up to 30 minutes, and a spot no longer sore. "
    "Then walk and jog every other day. Any bone pain: stop.",
    care="protect_bone",
)
BONE_LATER_RUNS = Remark(
    "bone_later_runs",
    "Once you run again: no single run more than 10 percent longer than your longest since the pause; what you ran "
    "before it does not count.",
    care="protect_bone",
)
BONE_HELP = Remark(
    "bone_help",
    "See a doctor in any case. An X-ray is often clear in the first 2 to 3 weeks, so ask whether an MRI is needed.",
    protects=True,
)

# Athlete's foot.
RUN_DRY = Remark(
    "run_dry",
    "Yes: a fungus is no reason to stop. Put on clean, dry socks, and take shoes and socks off right after the run.",
    measures=("running",), care="keep_using",
)
FUNGUS_TIME = Remark(
    "fungus_time",
    "Treatment usually takes a few weeks. Go on for 1 to 2 weeks after the skin looks healed, or it comes back.",
    measures=("skin_care",),
)
NO_PAUSE = Remark(
    "no_pause",
    "You need no pause. So that it does not come back: never the same shoes more than two days running, "
    "and sandals in shared showers.",
    care="keep_using",
)
FUNGUS_HELP = Remark(
    "fungus_help",
    "Not beginning to heal after 1 to 2 weeks of treatment, or very sore: see a doctor. With diabetes see one first.",
)

# Ankle sprain.
NOT_BEFORE_HOPPING = Remark(
    "not_before_hopping",
    "Not yet: wait until walking, brisk walking and hopping do not hurt. That can take up to 8 weeks.",
    protects=True,
)
SPRAIN_TAKES_WEEKS = Remark(
    "sprain_takes_weeks",
    "Most feel better after 2 weeks, heal in 6 to 8 and allow full sport after about 12. Severe ones take months.",
)
SEVERE_SPRAIN_TIME = Remark(
    "severe_sprain_time", "As you can hardly stand on it, count in months rather than weeks."
)
SPRAIN_RETURN = Remark(
    "sprain_return",
    "In steps, each without pain: brisk walking, walk and jog, jogging, running, "
    "then sharp turns, jumps and rough ground.",
    measures=("running",),
)
SPRAIN_SEEK = Remark(
    "sprain_seek",
    "No better or worse after 10 days, or the ankle keeps giving way: have it examined. "
    "Not well after 6 to 8 weeks: see a physiotherapist.",
)

# Extensor tendonitis.
PAUSE_THEN_LOOSE = Remark(
    "pause_then_loose",
    "Pause until walking does not hurt. Then run short and with loose laces, while the pain stays mild "
    "and is gone by the next morning.",
    measures=("running",), care="rest",
)
EXTENSOR_TIME = Remark(
    "extensor_time",
    "A mild one is better in 2 to 3 weeks. Running hard too soon, in the first 8 weeks or so, can bring it back.",
)
EXTENSOR_RETURN = Remark(
    "extensor_return",
    "Short, easy runs every other day on the flat, with laces that do not press. Hills come last.",
    measures=("running",),
)
EXTENSOR_HELP = Remark(
    "extensor_help",
    "No better after 2 to 3 weeks of rest: see a doctor or a podiatrist. "
    "A cracked bone can feel alike, and a picture tells them apart.",
)


#: What says yes to running, one way or another.
SAYS_RUN = (
    RUN_LESS, RUN_SHORTER, RUN_AS_YOU_ARE, RUN_BETWEEN_EXERCISES, RUN_BY_THE_PAIN, RUN_WITH_ROOM,
    RUN_TENDON_BY_THE_PAIN, FLAT_GROUND, RUN_DRY, PAUSE_THEN_LOOSE,
)

#: What says to see somebody only if it does not get better.
SAYS_WAIT = (
    IF_LESS_IS_NOT_ENOUGH, SHOES_DO_NOT_HELP, EXERCISES_DO_NOT_HELP, FASCIA_HELP, BUNION_HELP, TENDON_HELP, SPRAIN_SEEK,
    EXTENSOR_HELP,
)


class MileageIncreaseGuidance(Knowledge, cause=MILEAGE_INCREASE):
    """What a runner asks who ran too much too soon."""

    running = Guides(
        Concluded(MILEAGE_INCREASE),
        about="running", guidance=RUN_SHORTER, source=(PAIN_RULE, PAIN_SCALE),
        because="what is overloaded settles when it is asked for less",
    )
    recovery = Guides(
        Concluded(MILEAGE_INCREASE),
        about="recovery", guidance=OVERUSE_TIME, source=(RECOVERY_TIME, RUN_CLEVER),
        because="two studies followed injured runners until they were well",
    )
    steps = Guides(
        Concluded(MILEAGE_INCREASE),
        about="return", guidance=WALK_AND_RUN, source=RETURN_STEPS,
        because="small steps with a day between show in time what is too much",
    )
    seek = Guides(
        Concluded(MILEAGE_INCREASE),
        about="seek", guidance=IF_LESS_IS_NOT_ENOUGH, source=FOOT_PAIN,
        because="pain that stays although you run less may have another cause",
    )


class OverpronationGuidance(Knowledge, cause=OVERPRONATION):
    """What a runner asks whose foot rolls in too far."""

    running = Guides(
        Concluded(OVERPRONATION),
        about="running", guidance=RUN_AS_YOU_ARE, source=PRONATION,
        because="rolling in alone does not injure",
    )
    recovery = Guides(
        Concluded(OVERPRONATION),
        about="recovery", guidance=ROLL_TIME, source=FOOT_PAIN,
        because="most foot pain passes without treatment",
    )
    steps = Guides(
        Concluded(OVERPRONATION),
        about="return", guidance=BREAK_SHOES_IN, source=RETURN_STEPS,
        because="a foot needs time for another shoe, too",
    )
    seek = Guides(
        Concluded(OVERPRONATION),
        about="seek", guidance=SHOES_DO_NOT_HELP, source=FOOT_PAIN,
        because="pain that outlasts other shoes may have another cause",
    )


class WeakMusclesGuidance(Knowledge, cause=WEAK_MUSCLES):
    """What a runner asks whose muscles are weak."""

    running = Guides(
        Concluded(WEAK_MUSCLES),
        about="running", guidance=RUN_BETWEEN_EXERCISES, source=(PAIN_RULE, PAIN_SCALE),
        because="strength can grow beside running",
    )
    recovery = Guides(
        Concluded(WEAK_MUSCLES),
        about="recovery", guidance=STRENGTH_TIME, source=STRENGTH,
        because="muscles need weeks to grow stronger",
    )
    steps = Guides(
        Concluded(WEAK_MUSCLES),
        about="return", guidance=KEEP_EXERCISING, source=STRENGTH,
        because="strength that is not used goes again",
    )
    seek = Guides(
        Concluded(WEAK_MUSCLES),
        about="seek", guidance=EXERCISES_DO_NOT_HELP, source=(STRENGTH, FOOT_PAIN),
        because="after that time exercises should have helped",
    )


class PlantarFasciitisGuidance(Knowledge, cause=PLANTAR_FASCIITIS):
    """What a runner asks whose sole is sore."""

    running = Guides(
        Concluded(PLANTAR_FASCIITIS),
        about="running", guidance=RUN_BY_THE_PAIN, source=(PAIN_RULE, PAIN_SCALE),
        because="a trial on the Achilles tendon found no harm in this, and the tissue of the sole is treated alike",
    )
    not_now = Guides(
        Concluded(PLANTAR_FASCIITIS), Pain(weight_bearing=one_of("severe", "impossible")),
        about="running", guidance=NOT_WHILE_IT_HURTS_TO_STAND, source=(PAIN_RULE, PAIN_SCALE),
        because="standing on it hurts badly, so running would go beyond 5 of 10",
    )
    too_sore = Guides(
        Concluded(PLANTAR_FASCIITIS), Pain(severity=at_least(BEYOND_THE_RULE)),
        about="running", guidance=NOT_WHILE_IT_HURTS_SO_MUCH, source=(PAIN_RULE, PAIN_SCALE),
        because="the pain is more than the rule for running allows",
    )
    recovery = Guides(
        Concluded(PLANTAR_FASCIITIS),
        about="recovery", guidance=FASCIA_TAKES_MONTHS, source=FASCIA_TIME,
        because="this tissue heals slowly",
    )
    steps = Guides(
        Concluded(PLANTAR_FASCIITIS),
        about="return", guidance=FASCIA_RETURN, source=(RETURN_STEPS, PAIN_SCALE),
        because="the first steps of the next morning tell what the run was worth",
    )
    seek = Guides(
        Concluded(PLANTAR_FASCIITIS),
        about="seek", guidance=FASCIA_HELP, source=(FASCIA_NHS, HEEL_BPG),
        because="there are further treatments, in this order",
    )


class BunionsGuidance(Knowledge, cause=BUNIONS):
    """What a runner asks who has a bunion."""

    running = Guides(
        Concluded(BUNIONS),
        about="running", guidance=RUN_WITH_ROOM, source=BUNIONS_RUNNING,
        because="a bump that has room does not forbid running",
    )
    recovery = Guides(
        Concluded(BUNIONS),
        about="recovery", guidance=BUMP_STAYS, source=BUNIONS_HOME,
        because="home care eases the pain and does not change the bone",
    )
    steps = Guides(
        Concluded(BUNIONS),
        about="return", guidance=BUNION_RETURN, source=BUNIONS_RUNNING,
        because="a toe that is held straighter is pressed less",
    )
    seek = Guides(
        Concluded(BUNIONS),
        about="seek", guidance=BUNION_HELP, source=BUNIONS_HOME,
        because="insoles, splints or surgery can help where shoes do not",
    )


class AchillesTendonitisGuidance(Knowledge, cause=ACHILLES_TENDONITIS):
    """What a runner asks whose Achilles tendon is sore."""

    running = Guides(
        Concluded(ACHILLES_TENDONITIS),
        about="running", guidance=RUN_TENDON_BY_THE_PAIN, source=(PAIN_RULE, PAIN_SCALE),
        because="in a trial those who ran on by this rule got as well as those who stopped for 6 weeks",
    )
    not_now = Guides(
        Concluded(ACHILLES_TENDONITIS), Pain(weight_bearing=one_of("severe", "impossible")),
        about="running", guidance=NOT_WHILE_IT_HURTS_TO_STAND, source=(PAIN_RULE, PAIN_SCALE),
        because="standing on it hurts badly, so running would go beyond 5 of 10",
    )
    too_sore = Guides(
        Concluded(ACHILLES_TENDONITIS), Pain(severity=at_least(BEYOND_THE_RULE)),
        about="running", guidance=NOT_WHILE_IT_HURTS_SO_MUCH, source=(PAIN_RULE, PAIN_SCALE),
        because="the pain is more than the rule for running allows",
    )
    hurts_to_stand = Withholds(
        Pain(weight_bearing=one_of("severe", "impossible")),
        advice=RUN_TENDON_BY_THE_PAIN, source=(PAIN_RULE, PAIN_SCALE),
        because="standing on it hurts badly, so running would go beyond 5 of 10",
    )
    hurts_too_much = Withholds(
        Pain(severity=at_least(BEYOND_THE_RULE)),
        advice=RUN_TENDON_BY_THE_PAIN, source=(PAIN_RULE, PAIN_SCALE),
        because="the pain is more than the rule for running allows",
    )
    limps = Withholds(
        Pain(limp="yes"),
        advice=RUN_TENDON_BY_THE_PAIN, source=RETURN_STEPS,
        because="you limp",
    )
    flat_ground = Guides(
        Concluded(ACHILLES_TENDONITIS), Pain(achilles_part="low"),
        about="running", guidance=FLAT_GROUND, source=ACHILLES_LOW,
        because="it hurts low, where the tendon meets the heel bone",
    )
    recovery = Guides(
        Concluded(ACHILLES_TENDONITIS),
        about="recovery", guidance=TENDON_TAKES_MONTHS, source=ACHILLES_TIME,
        because="tendons grow stronger slowly",
    )
    steps = Guides(
        Concluded(ACHILLES_TENDONITIS),
        about="return", guidance=TENDON_RETURN, source=ACHILLES_START,
        because="a tendon shows only a day later whether it was too much",
    )
    seek = Guides(
        Concluded(ACHILLES_TENDONITIS),
        about="seek", guidance=TENDON_HELP, source=ACHILLES_SPECIALIST,
        because="12 weeks of exercises are a fair trial",
    )


class StressFractureGuidance(Knowledge, cause=STRESS_FRACTURE):
    """What a runner asks whose bone may be cracked: from possible on, the careful answer."""

    running = Guides(
        Concluded(STRESS_FRACTURE),
        about="running", guidance=NO_RUNNING, source=BONE_RUNNING_ON,
        because="a bone that is run on gets worse and takes longer",
    )
    no_other_running = Withholds(
        Concluded(STRESS_FRACTURE),
        measure="running", source=BONE_RUNNING_ON,
        because="a bone may be cracked, and running makes a crack worse",
    )
    no_waiting = Bundle({
        remark.id: Withholds(
            Concluded(STRESS_FRACTURE),
            advice=remark, source=BONE_XRAY,
            because="a bone may be cracked, and that is to be looked at without waiting",
        )
        for remark in SAYS_WAIT
    })
    recovery = Guides(
        Concluded(STRESS_FRACTURE),
        about="recovery", guidance=BONE_TAKES_WEEKS, source=BONE_TIME,
        because="how long depends on which bone it is",
    )
    steps = Guides(
        Concluded(STRESS_FRACTURE),
        about="return", guidance=BONE_STEPS, source=BONE_RETURN,
        because="a healed bone does not hurt, and pain in a bone is always too much",
    )
    later_runs = Guides(
        Concluded(STRESS_FRACTURE),
        about="return", guidance=BONE_LATER_RUNS, source=SPIKES,
        because="among 5205 runners it was the one run too long that hurt them, not the week",
    )
    seek = Guides(
        Concluded(STRESS_FRACTURE),
        about="seek", guidance=BONE_HELP, source=BONE_XRAY,
        because="only a picture shows the crack, and not at once",
    )


class AthletesFootGuidance(Knowledge, cause=ATHLETES_FOOT):
    """What a runner asks who has athlete's foot."""

    running = Guides(
        Concluded(ATHLETES_FOOT),
        about="running", guidance=RUN_DRY, source=TINEA_HOME,
        because="the fungus thrives on damp, not on running",
    )
    recovery = Guides(
        Concluded(ATHLETES_FOOT),
        about="recovery", guidance=FUNGUS_TIME, source=TINEA_HOME,
        because="the fungus outlives the rash",
    )
    steps = Guides(
        Concluded(ATHLETES_FOOT),
        about="return", guidance=NO_PAUSE, source=TINEA_HOME,
        because="it is caught again from damp shoes and wet floors",
    )
    seek = Guides(
        Concluded(ATHLETES_FOOT),
        about="seek", guidance=FUNGUS_HELP, source=TINEA_HELP,
        because="a doctor can test the skin and has stronger treatments",
    )


class AnkleSprainGuidance(Knowledge, cause=ANKLE_SPRAIN):
    """What a runner asks whose ankle is sprained."""

    running = Guides(
        Concluded(ANKLE_SPRAIN),
        about="running", guidance=NOT_BEFORE_HOPPING, source=SPRAIN_RUNNING,
        because="an ankle that hurts or gives way is soon sprained again",
    )
    no_other_running = Bundle({
        remark.id: Withholds(
            Concluded(ANKLE_SPRAIN),
            advice=remark, source=SPRAIN_RUNNING,
            because="the ankle may be sprained, and running waits until it bears a hop",
        )
        for remark in SAYS_RUN
    })
    recovery = Guides(
        Concluded(ANKLE_SPRAIN),
        about="recovery", guidance=SPRAIN_TAKES_WEEKS, source=SPRAIN_TIME,
        because="torn bands heal in weeks, and strength comes later",
    )
    severe_recovery = Guides(
        Concluded(ANKLE_SPRAIN), Pain(weight_bearing=one_of("severe", "impossible")),
        about="recovery", guidance=SEVERE_SPRAIN_TIME, source=SPRAIN_TIME,
        because="putting weight on it hurts badly, as in the severe ones",
    )
    steps = Guides(
        Concluded(ANKLE_SPRAIN),
        about="return", guidance=SPRAIN_RETURN, source=SPRAIN_STEPS,
        because="each step proves that the ankle holds",
    )
    seek = Guides(
        Concluded(ANKLE_SPRAIN),
        about="seek", guidance=SPRAIN_SEEK, source=(SPRAIN_HELP, SPRAIN_TIME),
        because="by then most sprains are clearly better",
    )


class ExtensorTendonitisGuidance(Knowledge, cause=EXTENSOR_TENDONITIS):
    """What a runner asks who is sore on top of the foot."""

    running = Guides(
        Concluded(EXTENSOR_TENDONITIS),
        about="running", guidance=PAUSE_THEN_LOOSE, source=(EXTENSOR_CARE, PAIN_SCALE),
        because="a tendon that is rubbed goes on being sore",
    )
    recovery = Guides(
        Concluded(EXTENSOR_TENDONITIS),
        about="recovery", guidance=EXTENSOR_TIME, source=TENDONITIS,
        because="that is how mild trouble with a tendon goes",
    )
    steps = Guides(
        Concluded(EXTENSOR_TENDONITIS),
        about="return", guidance=EXTENSOR_RETURN, source=(EXTENSOR_CARE, RETURN_STEPS),
        because="pressure and hills brought it on",
    )
    seek = Guides(
        Concluded(EXTENSOR_TENDONITIS),
        about="seek", guidance=EXTENSOR_HELP, source=(EXTENSOR_CARE, TENDONITIS),
        because="a tendon should be better by then",
    )


#: The causes in which the pain says how much running is right.
BY_THE_PAIN = (MILEAGE_INCREASE, OVERPRONATION, WEAK_MUSCLES, PLANTAR_FASCIITIS, BUNIONS, ACHILLES_TENDONITIS)
#: The causes that too much running brings on, or back.
OF_LOAD = (
    MILEAGE_INCREASE, OVERPRONATION, WEAK_MUSCLES, PLANTAR_FASCIITIS, ACHILLES_TENDONITIS, EXTENSOR_TENDONITIS,
)


class SharedGuidance(Knowledge):
    """What is true of several causes."""

    limping = Bundle({
        cause.id: Guides(
            Concluded(cause), Pain(limp="yes"),
            about="running", guidance=NOT_WHILE_LIMPING, cause=cause, source=RETURN_STEPS,
            because="you limp",
        )
        for cause in BY_THE_PAIN
    })
    longest_run = Bundle({
        cause.id: Guides(
            Concluded(cause),
            about="return", guidance=LONGEST_RUN_RULE, cause=cause, source=SPIKES,
            because="among 5205 runners it was the one run too long that hurt them, not the week",
        )
        for cause in OF_LOAD
    })


GUIDANCE_CHAPTERS = (
    MileageIncreaseGuidance, OverpronationGuidance, WeakMusclesGuidance, PlantarFasciitisGuidance, BunionsGuidance,
    AchillesTendonitisGuidance, StressFractureGuidance, AthletesFootGuidance, AnkleSprainGuidance,
    ExtensorTendonitisGuidance, SharedGuidance,
)

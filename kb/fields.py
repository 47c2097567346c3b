"""What a runner's case can say: the ten groups of fields, their questions, and which answers exclude each other.

Names, types and values are the contract's. The texts are for somebody without medical knowledge: `help` says what a
term means and how to find out at home; `says` and `denies` are clauses that can follow "because".
"""

from __future__ import annotations

from fractions import Fraction

from expert.authoring import (
    ActivityFields,
    Choice,
    Computed,
    Contradiction,
    Distance,
    Either,
    Group,
    Many,
    Number,
    Quantity,
    Vocabulary,
    YesNo,
)

#: What only pressing or trying can tell: who has not done so has not said no.
NOT_TRIED = "I have not tried"


class Runner(Group):
    """The person."""

    age = Number(
        "How old are you?",
        "Your age in years. Tendons lose some of their strength with the years, so it can matter.",
        "you are {} years old",
        unit="years",
        least=1,
        most=120,
        says_briefly="{} years old",
    )
    other_sports = YesNo(
        "Do you play any other sports besides running?",
        "Any sport that you do now and then counts: ball games, tennis, dancing, swimming, the gym.",
        "you play other sports",
        denies="you play no other sports",
        brief="other sports besides running",
    )
    high_heels = YesNo(
        "Do you wear high heels regularly?",
        "For work or going out, on most weeks. They push the weight of the body onto the toes.",
        "you wear high heels regularly",
        denies="you do not wear high heels regularly",
        brief="high heels worn regularly",
    )
    arthritis = YesNo(
        "Do you have arthritis?",
        "Arthritis is a lasting inflammation or wear of joints: they are painful, stiff or swollen for months. "
        "Answer yes if a doctor has told you that you have it, in any joint.",
        "you have arthritis",
        denies="you do not have arthritis",
        brief="arthritis",
    )
    joint_disease = YesNo(
        "Do you have gout, psoriasis, a rheumatic disease, an inflamed bowel or eye, or a long-stiff back?",
        "Answer yes to any of them: gout; psoriasis (scaly red patches of skin); a rheumatic disease; a bowel or an "
        "eye that a doctor called inflamed; or a back that is stiff for more than half an hour in the morning and "
        "loosens as you move.",
        "you have gout, psoriasis, a rheumatic disease, an inflamed bowel or eye, or a back that is stiff for over "
        "half an hour in the morning",
        denies="you have no gout, psoriasis, rheumatic disease, inflamed bowel or eye, or back that is long stiff in "
        "the morning",
        brief="gout, psoriasis, rheumatism, inflamed bowel or eye, long-stiff back",
        reason="these can show in a foot first",
    )
    diabetes = YesNo(
        "Do you have diabetes, or poor circulation or poor feeling in your feet?",
        "Answer yes to any of the three. Poor circulation means that a doctor told you so, that sores on your feet "
        "take weeks to heal, or that your calf hurts as you walk and stops hurting when you stand still; cold feet "
        "alone do not count. Poor feeling is not noticing a light touch, a stone in the shoe or hot water.",
        "you have diabetes, or poor circulation or feeling in the feet",
        denies="you have neither diabetes nor poor circulation or feeling in the feet",
        brief="diabetes, poor circulation or feeling",
        reason="small wounds are grave then",
    )
    brittle_bones = YesNo(
        "Do you have thin bones, or have you had a stress fracture before?",
        "Answer yes if a doctor told you of osteoporosis or thin bones, if you took cortisone (steroid) tablets for "
        "three months or longer, or if any bone of yours has cracked before from running or without a fall.",
        "you have thin bones, took cortisone tablets for long, or had a stress fracture before",
        denies="you have no thin bones, no long use of cortisone tablets and no earlier stress fracture",
        brief="thin bones, long cortisone, stress fracture before",
        reason="such bones crack sooner",
    )
    low_energy = YesNo(
        "Do you eat little for all your running, or have you lost weight, or do your periods stay away?",
        "Answer yes to any of these: you eat less than your running needs, on purpose or not; you have lost weight "
        "without wanting to; your periods have stopped, come rarely, or never began. Bones need enough food.",
        "you eat little for your running, have lost weight, or your periods have stopped or are rare",
        denies="you eat enough for your running",
        brief="eating little, losing weight, rare periods",
        reason="bones that get too little food crack sooner",
    )
    heart_or_artery = YesNo(
        "Do you have heart disease or narrowed arteries?",
        "Answer yes if a doctor has told you so: angina, a heart attack, a weak heart, a stroke, or arteries of the "
        "legs or neck that are narrowed (peripheral artery disease).",
        "you have heart disease or narrowed arteries",
        denies="you have neither heart disease nor narrowed arteries",
        brief="heart disease or narrowed arteries",
        reason="some advice would not be safe then",
    )
    clot_risk = YesNo(
        "Is there anything that makes a blood clot more likely in you just now?",
        "In the last weeks a journey of more than four hours, an operation, a plaster cast or boot, or days in bed; "
        "hormones, such as the pill or hormone replacement; or an earlier blood clot in leg or lung.",
        "you lately had a long journey, an operation, a cast or days in bed, take hormones, or had a clot before",
        denies="you had no long journey, operation, cast or days in bed lately, take no hormones and never had a clot",
        brief="a long trip, an operation or days in bed lately, the pill, an old clot",
        reason="a sore calf can be a clot",
    )
    cancer = YesNo(
        "Do you have cancer, or have you ever had it?",
        "Of any kind, and however long ago. Most pain has nothing to do with it; it only tells how soon to look.",
        "you have or had cancer",
        denies="you have never had cancer",
        brief="cancer, now or before",
        reason="with pain in a bone or at rest it tells how soon to look",
    )
    pregnant = YesNo(
        "Are you pregnant, or have you given birth in the last weeks?",
        "The last weeks are about six after the birth. Answer yes too if you think that you may be pregnant.",
        "you are pregnant or gave birth in the last weeks",
        denies="you are not pregnant and have not given birth in the last weeks",
        brief="pregnant, or lately gave birth",
        reason="it changes what is safe to take and to do",
    )
    quinolone = YesNo(
        "In recent months, have you taken ciprofloxacin (Cipro), levofloxacin (Levaquin) or a like antibiotic?",
        "They are called fluoroquinolones and can harm tendons and nerves, even months later. Look at the packet, or "
        "ask the pharmacist: their names end in -floxacin, as in moxifloxacin and ofloxacin. Answer yes if you take "
        "one now, too.",
        "you take, or in recent months took, a fluoroquinolone antibiotic (such as ciprofloxacin or levofloxacin)",
        denies="you have not taken a fluoroquinolone antibiotic (such as ciprofloxacin) in recent months",
        brief="Cipro or Levaquin lately",
    )
    nsaid_risk = YesNo(
        "Is there a reason why anti-inflammatory painkillers may not suit you?",
        "A stomach ulcer now or before, kidney or heart disease, asthma that such tablets (ibuprofen, aspirin) bring "
        "on, or blood thinners, such as warfarin or apixaban. The leaflet in the packet lists them.",
        "you have a stomach ulcer, kidney or heart disease or asthma from painkillers, or take blood thinners",
        denies="you have no stomach ulcer, kidney or heart disease or asthma from painkillers, and take no blood "
        "thinners",
        brief="ulcer, kidney or heart disease, blood thinners, asthma from painkillers",
    )


class Foot(Group):
    """The shape of the feet and the way they move."""

    arch = Choice(
        "How high are the arches of your feet?",
        "The arch is the inner hollow of the sole. Step with a wet foot on paper or a dry floor: if nearly the whole "
        "sole prints it is flat, if about half of the middle prints it is normal, and if heel and ball are joined by "
        "a thin band or by nothing it is high.",
        "your arches are {}",
        values={"flat": "flat", "normal": "of normal height", "high": "high"},
        says_briefly="arches {}",
    )
    roll = Choice(
        "How do your feet roll with each step of a run?",
        "Not in a mishap, but in every stride. After landing the arch sinks a little, and the foot leans a little to "
        "its inner edge: that is normal, and far too much of it is called overpronation. Look at the tread and the "
        "inner sole of worn shoes: wear along the edge of the big toe shows too much of it, wear along the edge of "
        "the little toe shows the opposite. A film of you running, taken from behind, shows it as well.",
        "as you run your feet roll {}",
        values={
            "normal": "normally",
            "exaggerated": "too far over the edge of the big toe (overpronation)",
            "outward": "over the edge of the little toe",
        },
        also={
            "exaggerated": ("too far inward", "overpronate", "pronation", "the arch sinks"),
            "outward": ("supination", "underpronation"),
        },
        says_briefly="feet roll {}",
    )
    unstable_arches = YesNo(
        "Do your arches give way or feel unstable?",
        "The arch is the inner hollow of the sole. Stand on one bare foot in front of a mirror: answer yes if the "
        "hollow sinks towards the floor or the foot wobbles there and you cannot hold it.",
        "your arches give way or feel unstable",
        denies="your arches feel stable",
        brief="arches that give way or feel unstable",
    )
    tight_arches = YesNo(
        "Do your arches feel tight?",
        "The arch is the inner hollow of the sole. Answer yes if it feels stiff or too short as you walk or get up. Or "
        "sit down and pull the toes of each foot back towards the shin with your hand: every sole goes taut at the "
        "end; yes is one that pulls hard or hurts well before, or clearly more than on the other foot.",
        "your arches are tight",
        denies="your arches are not tight",
        brief="tight arches",
    )
    tight_calves = YesNo(
        "Are your calf muscles tight?",
        "The calf is the back of the lower leg. Put one foot a hand's width away from a wall and bend that knee "
        "towards it: answer yes if the knee cannot touch the wall without the heel lifting, or the calf pulls hard.",
        "your calf muscles are tight",
        denies="your calf muscles are not tight",
        brief="tight calf muscles",
    )
    odd_shape = YesNo(
        "Do you have an unusual foot shape, from birth or in your family?",
        "For example crooked or very long toes, or feet that have always looked unlike other people's. Bumps at the "
        "big toe in parents or grandparents count, too.",
        "you have an unusual foot shape from birth or family",
        denies="you have no unusual foot shape from birth or family",
        brief="odd foot shape from birth or family",
    )
    earlier_injury = YesNo(
        "Have you hurt this foot or ankle before: a sprain, a break or an operation?",
        "However long ago, but not the injury that brought on the pain of now.",
        "you have had a sprain, a break or an operation of this foot or ankle before",
        denies="you have had no sprain, break or operation of this foot or ankle before",
        brief="earlier sprain, break or operation of it",
    )


class Body(Group):
    """Strength and posture above the foot."""

    weak_hips = YesNo(
        "Are your hips weak?",
        "Stand on one leg in front of a mirror and bend the knee a little, a few times. Answer yes if the knee falls "
        "inward or you cannot keep steady, or if somebody who knows about training has told you so.",
        "your hips are weak",
        denies="your hips are not weak",
        brief="weak hips",
    )
    weak_core = YesNo(
        "Is your core weak, that is, the muscles of your belly and lower back?",
        "Hold a plank: only forearms and toes on the floor, the body straight. Answer yes if your middle sags or "
        "you have to stop before about half a minute.",
        "your core (belly and lower back) is weak",
        denies="your core (belly and lower back) is not weak",
        brief="weak core (belly, lower back)",
    )
    hip_drop = YesNo(
        "Does one hip drop with each step when you run?",
        "Have somebody film you from behind while you run, and watch the line of your belt. Answer yes if it tips "
        "down clearly on one side each time you stand on the other leg.",
        "one hip drops as you run",
        denies="your hips stay level as you run",
        brief="a hip drops as you run",
    )
    weak_legs = YesNo(
        "Are the muscles of your feet, calves or legs weak, or do their joints feel weak?",
        "With the leg that does not hurt, stand on one foot: answer yes if you wobble at once, or tire after a few "
        "rises onto the toes. Ankles or knees that give way easily count, too.",
        "your foot, calf or leg muscles or your joints are weak",
        denies="your foot, calf and leg muscles and your joints are not weak",
        brief="weak foot, calf or leg muscles or joints",
    )


#: What a rise from nothing counts as, in percent: above every threshold.
FROM_NOTHING = Fraction(10_000)


def _rise(before: Fraction, now: Fraction) -> Fraction:
    """By how many percent `now` is above `before`; a rise from nothing counts as `FROM_NOTHING`."""
    if before:
        return (now - before) / before * 100
    return FROM_NOTHING if now else Fraction(0)


def _mileage_rise(*values: Fraction) -> Fraction | None:
    """The rise between two weeks or, of a single value, that value: it is a rise already."""
    return values[0] if len(values) == 1 else _rise(*values)


class Training(Group):
    """The running: how much, how hard, where."""

    weekly_before = Distance(
        "How far did you run in a usual week before the pain?",
        "Add up all the runs of a typical week from before the pain, or look at your watch or app. Write it with its "
        "unit, such as 20 mi or 32 km.",
        "you ran {} in a usual week before the pain",
        most=2_000,
        says_briefly="{} in a usual week",
    )
    weekly_now = Distance(
        "How far did you run in the week when the pain came?",
        "Add up all the runs of the seven days before the pain began, or look at your watch or app. Write it with its "
        "unit, such as 20 mi or 32 km.",
        "you ran {} in the week when the pain came",
        most=2_000,
        says_briefly="{} in the week when it came",
    )
    mileage_change = Number(
        "By how many percent did your weekly distance change before the pain came?",
        "Only if you do not know the two weeks themselves. Half as much again is 50, twice as much is 100, no change "
        "is 0; if you ran less, write a minus, such as -20.",
        "your weekly distance changed by {} percent",
        unit="percent",
        least=-100,
        most=2_000,
    )
    more_than_usual = YesNo(
        "Did you run far more than usual before the pain came?",
        "In the week or so before it: clearly further or more often than you are used to. You need not know by how "
        "much.",
        "you ran far more than usual",
        denies="you did not run far more than usual",
        brief="far more running than usual",
    )
    harder_than_usual = YesNo(
        "Did you train harder than usual before the pain came?",
        "Faster, with more hills, or with less rest between the runs than you are used to.",
        "you trained harder than usual",
        denies="you did not train harder than usual",
        brief="harder training than usual",
    )
    big_effort = YesNo(
        "Did you run a race, or one run far harder than usual, just before the pain?",
        "In the days before it began, or on the day itself: a race, a very long or very fast run, or a mountain.",
        "you ran a race, or one run far harder than usual, just before the pain",
        denies="you ran no race and no run far harder than usual just before the pain",
        brief="a race or very hard run just before",
    )
    longest_before = Distance(
        "What was your longest run ever, before the pain came?",
        "The longest single run of your life until then. Write it with its unit, such as 5 mi or 8 km.",
        "your longest run before the pain was {}",
        most=2_000,
        says_briefly="longest run before {}",
    )
    longest_month = Distance(
        "What was your longest run in the 30 days before the pain?",
        "The longest single run of that month, not counting the one that brought the pain on. Your watch or app knows "
        "it. Write it with its unit, such as 5 mi or 8 km.",
        "your longest run in the 30 days before the pain was {}",
        most=2_000,
        says_briefly="longest run of the month before {}",
    )
    longest_now = Distance(
        "What was your longest single run around the time when the pain came?",
        "The longest run of the days just before the pain, or the one in which it began. Write it with its unit, such "
        "as 5 mi or 8 km.",
        "your longest run when the pain came was {}",
        most=2_000,
        says_briefly="longest run then {}",
    )
    new_runner = YesNo(
        "Had you only just begun to run, or come back after months off, when the pain came?",
        "In the last weeks before it: your first runs ever, or your first after a break of some months.",
        "you had begun to run, or come back after months off, in the weeks before the pain",
        denies="you had been running for longer when the pain came",
        brief="new to running, or back after months",
    )
    lots_of_running = YesNo(
        "Do you run a lot, with little rest?",
        "For example on most days of the week, or so often that your legs are seldom fresh.",
        "you run a lot with little rest",
        denies="you do not run so much that rest is short",
        brief="much running with little rest",
    )
    years = Number(
        "For how many years have you been running?",
        "Count the years in which you ran more or less regularly; a part of a year can be written as 0.5.",
        "you have been running for {} year(s)",
        unit="years",
        least=0,
        most=100,
        says_briefly="running for {} year(s)",
    )
    hard_for_years = YesNo(
        "Have you been running really hard for a long time?",
        "Hard training, such as racing, fast sessions or long distances in most weeks, kept up for years.",
        "you have run really hard for a long time",
        denies="you have not run really hard for a long time",
        brief="really hard running for long",
    )
    ran_through_pain = YesNo(
        "Did you go on running for a while although your foot hurt?",
        "Answer yes if you ignored this pain for some runs or weeks and did not cut back.",
        "you ignored the pain for a while and kept running",
        denies="you did not run on through the pain",
        brief="ran on through the pain",
    )
    other_load = YesNo(
        "Were you on your feet much more than usual in other ways just before the pain?",
        "Besides running: standing or walking all day, a hike, a trip on foot, carrying heavy loads, a new job.",
        "you stood, walked, hiked or carried much just before the pain",
        denies="you did not stand, walk, hike or carry much just before the pain",
        brief="much standing, walking, carrying",
    )
    terrain = Many(
        "What do you run on?",
        "Choose every ground that you run on regularly. A trail is an unpaved path, often uneven, with roots or "
        "stones.",
        "you run on {}",
        values={
            "road": "roads or pavements",
            "trail": "trails",
            "track": "a running track",
            "treadmill": "a treadmill",
            "grass": "grass",
            "sand": "sand",
        },
    )
    new_surface = YesNo(
        "Did you change to another kind of ground shortly before the pain?",
        "In the few weeks before: from road to trail, from grass to tarmac, to a track, a treadmill or sand.",
        "you changed to another kind of ground shortly before the pain",
        denies="you did not change to another kind of ground before the pain",
        brief="a new kind of ground",
    )
    new_form = YesNo(
        "Did you change how your foot lands, or your running style, shortly before the pain?",
        "In the few weeks before: landing on the front of the foot in place of the heel, shorter or longer steps, or "
        "running on the toes.",
        "you changed how your foot lands, or your running style, shortly before the pain",
        denies="you did not change your running style before the pain",
        brief="a new running style",
    )
    uphill = Choice(
        "How often do you run uphill?",
        "Hills, mountain trails, stairs and a tilted treadmill all count. Often means in most of your weeks, for a "
        "good part of a run.",
        "you {} run uphill",
        values={"never": "never", "sometimes": "sometimes", "often": "often"},
    )
    wet_runs = YesNo(
        "Do you run in the rain or in the wet?",
        "Rain, puddles, dew or snow: anything that gets your shoes wet through now and then.",
        "you run in the rain or wet",
        denies="you do not run in the rain or wet",
        brief="running in the rain or wet",
    )
    mileage_rise = Computed(
        "By how many percent did your weekly distance go up?",
        "Worked out from the two weeks, before the pain and when it came; or the change in percent that you gave.",
        "your weekly distance went up by {} percent",
        sources=(("training.weekly_before", "training.weekly_now"), ("training.mileage_change",)),
        work_out=_mileage_rise,
    )
    longest_rise = Computed(
        "By how many percent did your longest run go up?",
        "Worked out from the longest run ever before the pain and the longest one when it came.",
        "your longest run went up by {} percent",
        sources=(("training.longest_before", "training.longest_now"),),
        work_out=_rise,
    )
    month_rise = Computed(
        "By how many percent was your longest run above that of the month before?",
        "Worked out from the longest run of the 30 days before the pain and the longest one when it came.",
        "your longest run was {} percent above that of the month before",
        sources=(("training.longest_month", "training.longest_now"),),
        work_out=_rise,
    )


class Shoes(Group):
    """The shoes that the runner runs in; tightness, damp and room for the toes."""

    age = Distance(
        "How far have you run in your present running shoes?",
        "A rough figure will do: your usual week times the number of weeks that you have had them. Write it with its "
        "unit, such as 300 mi or 500 km.",
        "you have run {} in your shoes",
    )
    worn = YesNo(
        "Do your running shoes look or feel worn out?",
        "Look for tread that is rubbed smooth, creases in the side of the sole, or a shoe that leans over when it "
        "stands on a table. Less cushioning than when they were new counts, too.",
        "your running shoes look or feel worn out",
        denies="your running shoes neither look nor feel worn out",
        brief="worn-out running shoes",
    )
    type = Choice(
        "What kind of running shoes do you wear?",
        "Stability shoes have a firmer part, often of another colour, on the inner side under the arch; minimalist "
        "ones are thin, flat and bendy; neutral ones are cushioned without that firmer part. The maker's page for "
        "your model says which.",
        "your running shoes are {}",
        values={
            "neutral": "neutral",
            "stability": "stability shoes (firmer on the inner side)",
            "minimalist": "minimalist (thin and flat)",
            "other": "of another kind",
        },
    )
    recent_change = YesNo(
        "Did you change to a different kind of shoe shortly before the pain began?",
        "In the few weeks before: another model, a flatter or thinner shoe, spikes, or none at all. A new pair of the "
        "same model is no change.",
        "you changed to a different kind of shoe shortly before the pain",
        denies="you did not change to a different kind of shoe before the pain",
        brief="a different kind of shoe",
    )
    toe_box = Choice(
        "How much room do your toes have in your shoes?",
        "The front of the shoe is called the toe box. Stand on the shoe's loose inner sole, or on an outline of it: "
        "it is narrow if your toes reach over the edge or press together, wide if you can spread them freely.",
        "at the toes your shoes are {}",
        values={"narrow": "narrow", "normal": "of normal width", "wide": "wide"},
    )
    tight_on_top = YesNo(
        "Are your shoes or laces tight along the top of the foot?",
        "Answer yes if they press there while you run, or if you see marks of laces or tongue on the skin afterwards.",
        "your shoes or laces are tight along the top of the foot",
        denies="your shoes and laces are not tight along the top of the foot",
        brief="shoes or laces tight on top",
    )
    hard_heel = YesNo(
        "Are your shoes hard at the back of the heel?",
        "Press the back rim of the shoe with your thumb: answer yes if it hardly gives, or if it rubs or digs in.",
        "your shoes are hard at the back of the heel",
        denies="your shoes are soft at the back of the heel",
        brief="shoes hard at the heel's back",
    )
    ventilated = YesNo(
        "Do your shoes let air in?",
        "Answer yes if the upper part is of mesh or cloth that air goes through, no if it is closed, coated or "
        "waterproof, or your feet come out hot and sweaty.",
        "your shoes let air in",
        denies="your shoes let no air in",
        alone=True,
    )
    damp = YesNo(
        "Do you often put on shoes that are still damp?",
        "Feel inside before you put them on, above all on the day after a wet or sweaty run.",
        "you often wear damp shoes",
        denies="you do not often wear damp shoes",
        brief="shoes often damp",
    )


class Socks(Group):
    """The socks."""

    material = Choice(
        "What are your running socks made of?",
        "The label or the packet says so; choose what there is most of. Synthetic means man-made, such as polyester, "
        "nylon or polyamide.",
        "you run {}",
        values={
            "cotton": "in cotton socks",
            "synthetic": "in synthetic socks (man-made)",
            "wool": "in wool socks",
            "none": "without socks",
        },
    )
    damp = YesNo(
        "Are your socks often damp or sweaty?",
        "Feel them when you take them off, after work as well as after a run.",
        "your socks are often damp or sweaty",
        denies="your socks are seldom damp or sweaty",
        brief="socks often damp or sweaty",
    )


class Pain(Group):
    """The pain: where, what it is like, when, for how long."""

    location = Many(
        "Where does it hurt?",
        "Choose every place that hurts in this episode. Feel along the foot with a finger to find out; if it is the "
        "ankle and you cannot tell which side, choose the ankle without a side.",
        "the pain is in {}",
        values={
            "arch": "the arch (inner hollow of the sole)",
            "heel": "the heel",
            "achilles": "the Achilles tendon (cord above the heel)",
            "calf": "the calf (back of the lower leg)",
            "big_toe_joint": "the joint at the base of the big toe",
            "top_of_foot": "the top of the foot",
            "midfoot": "the midfoot (between ankle and toes)",
            "ball_of_foot": "the ball of the foot (behind the toes)",
            "toes": "the toes",
            "between_toes": "the skin between the toes",
            "toenail": "a toenail",
            "sole": "the sole",
            "outer_edge": "the outer edge of the foot",
            "ankle": "the ankle (side not known)",
            "ankle_outer": "the outer side of the ankle",
            "ankle_inner": "the inner side of the ankle",
            "ankle_front": "the front of the ankle",
            "whole_foot": "the whole foot",
        },
        also={
            "achilles": ("back of the ankle", "back of the heel", "back of my heel", "heel cord"),
            "calf": ("lower leg", "back of the leg"),
            "big_toe_joint": ("bunion", "big toe knuckle", "big toe"),
            "toes": ("toe", "big toe", "little toe", "pinky", "pinky toe"),
            "heel": ("back of the heel", "back of my heel"),
            "ball_of_foot": ("forefoot", "front of the foot", "metatarsals"),
            "toenail": ("nail",),
            "sole": ("bottom of the foot", "underside", "underneath", "under the foot"),
            "outer_edge": ("outside of the foot", "outside edge"),
            "ankle_outer": ("outside of the ankle",),
            "ankle_inner": ("inside of the ankle",),
            "whole_foot": ("entire foot", "all over", "everywhere"),
        },
        written={
            "arch": ("medial arch", "longitudinal arch", "plantar arch"),
            "heel": (
                "plantar heel", "medial heel", "lateral heel", "posterior heel", "inner heel", "outer heel",
                "under the heel", "calcaneus", "calc",
            ),
            "achilles": ("tendo achillis", "achilles tendon insertion", "mid-portion achilles", "insertional achilles"),
            "calf": ("gastrocnemius", "gastroc", "soleus", "posterior leg"),
            "big_toe_joint": ("1st mtp", "1st mtpj", "first mtp", "first mtpj", "hallux", "mtp1", "mtpj1"),
            "top_of_foot": ("dorsum", "dorsal foot", "dorsum of foot", "dorsal midfoot"),
            "midfoot": ("mid-foot", "mid foot", "tarsus"),
            "ball_of_foot": ("metatarsal heads", "mt heads", "plantar forefoot"),
            "between_toes": ("interdigital", "web space"),
            "sole": ("plantar", "plantar foot", "plantar surface"),
            "outer_edge": ("lateral border", "lateral foot", "lateral edge", "outer foot"),
            "ankle_outer": ("lateral ankle", "lat ankle", "lateral malleolus", "outer ankle bone"),
            "ankle_inner": ("medial ankle", "med ankle", "medial malleolus", "inner ankle bone"),
            "ankle_front": ("anterior ankle", "ant ankle"),
        },
        implies={
            "plantar heel": ("pain.heel_part", "under"),
            "under the heel": ("pain.heel_part", "under"),
            "medial heel": ("pain.heel_part", "inner"),
            "inner heel": ("pain.heel_part", "inner"),
            "lateral heel": ("pain.heel_part", "outer"),
            "outer heel": ("pain.heel_part", "outer"),
            "posterior heel": ("pain.heel_part", "back"),
            "mid-portion achilles": ("pain.achilles_part", "middle"),
            "insertional achilles": ("pain.achilles_part", "low"),
            "achilles tendon insertion": ("pain.achilles_part", "low"),
        },
        briefs={
            "big_toe_joint": "big toe joint",
            "between_toes": "between the toes",
            "top_of_foot": "top of the foot",
            "outer_edge": "outer edge",
            "ankle": "ankle",
            "ankle_outer": "outer ankle",
            "ankle_inner": "inner ankle",
            "ankle_front": "front of the ankle",
        },
        says_briefly="in {}",
    )
    heel_part = Many(
        "In which part of the heel does it hurt?",
        "Choose every part that hurts. Feel with a thumb: under is the pad that you stand on, back is where the shoe's "
        "rim rubs; inner is the side of the big toe, outer that of the little toe.",
        "in the heel the pain is {}",
        values={
            "under": "under it (where you stand)",
            "back": "at its back (where the shoe's rim is)",
            "inner": "on its inner side",
            "outer": "on its outer side",
        },
        also={
            "under": ("bottom", "underneath", "below", "sole"),
            "back": ("behind", "rear"),
            "inner": ("inside", "big toe side"),
            "outer": ("outside", "little toe side"),
        },
        written={"under": ("plantar",), "back": ("posterior",), "inner": ("medial",), "outer": ("lateral",)},
        says_briefly="in the heel {}",
    )
    achilles_part = Choice(
        "Where along the Achilles tendon does it hurt?",
        "The tendon is the cord behind the ankle. Pinch it gently between finger and thumb from the heel bone upward: "
        "low is where it meets the bone, middle is two to six centimetres (an inch or two) above.",
        "the tendon hurts {}",
        values={
            "low": "low down, where it meets the heel bone",
            "middle": "in its middle, a few centimetres above the heel bone",
        },
        written={"low": ("insertion", "insertional", "distal"), "middle": ("mid", "midportion", "mid-portion")},
        says_briefly="tendon {}",
    )
    side = Choice(
        "Which foot hurts?",
        "Choose both only if this pain is in both feet.",
        "the pain is in {}",
        values={"left": "the left foot", "right": "the right foot", "both": "both feet"},
        written={
            "left": ("l", "lt", "lft"),
            "right": ("r", "rt", "rgt"),
            "both": ("b", "bilateral", "bilat", "b/l", "l+r", "r+l", "l/r", "r/l", "l & r", "r & l", "left and right"),
        },
        says_briefly="in {}",
    )
    onset = Either(
        "How did the pain begin?",
        "Suddenly means that you could name the moment or the step; gradually means that it crept in over days or "
        "weeks.",
        "the pain began {}",
        tick="the pain began suddenly (you could name the moment or the step)",
        values={"sudden": "suddenly", "gradual": "gradually"},
        written={"sudden": ("acute", "abrupt"), "gradual": ("insidious", "slow")},
        brief="sudden beginning",
    )
    weeks = Number(
        "For how many weeks has it been hurting?",
        "Count from the first day of this episode, not of an earlier one. Less than a week is 0, three months are "
        "about 13.",
        "the pain has lasted {} week(s)",
        unit="weeks",
        least=0,
        most=5_200,
        says_briefly="for {} week(s)",
    )
    before = YesNo(
        "Have you had the same pain in the same place before?",
        "An earlier bout, months or years ago, that had gone away in between.",
        "you have had the same pain in the same place before",
        denies="you have not had this pain before",
        brief="the same pain there before",
    )
    trend = Choice(
        "Is it getting better or worse?",
        "Over the last days or weeks, taken together. Worse fast means that you can tell the difference from hour to "
        "hour or from one day to the next.",
        "over the last days or weeks the pain {}",
        values={
            "better": "is getting better",
            "same": "stays as it is",
            "worse": "is slowly getting worse",
            "worse_fast": "is getting worse fast, by the hour or the day",
            "up_and_down": "goes up and down",
        },
        says_briefly="it {}",
    )
    severity = Number(
        "How bad is the pain at its worst now, from 0 to 10?",
        "0 is none at all; 3 can be ignored; 5 keeps you from what you want to do; 8 keeps you awake or makes it hard "
        "to talk; 10 is the worst pain that you can think of.",
        "at its worst the pain is {} out of 10",
        unit="points",
        least=0,
        most=10,
        says_briefly="{} out of 10",
    )
    quality = Many(
        "What does it feel like?",
        "Choose every word that fits, even if it is felt only at times. Stabbing is like a knife or a needle; shooting "
        "runs along the foot like a current; throbbing beats like the pulse; cramping grips like a cramp.",
        "you feel {}",
        values={
            "stabbing": "a stabbing pain",
            "burning": "a burning pain",
            "bruised": "soreness like a bruise",
            "aching": "an ache",
            "dull": "a dull pain",
            "sharp": "a sharp pain",
            "shooting": "a shooting pain",
            "throbbing": "throbbing",
            "tingling": "tingling",
            "itching": "itching",
            "stiff": "stiffness",
            "tight": "tightness",
            "cramping": "cramping",
        },
        says_briefly="{}",
    )
    worst = Many(
        "When is it worst?",
        "Choose every time at which it is clearly stronger than at others. If you are not sure, watch it for a day: "
        "getting up, after sitting, before, during and after a run, in bed.",
        "the pain is worst during {}",
        values={
            "morning": "the first steps in the morning",
            "after_sitting": "the first steps after sitting",
            "start_of_run": "the start of a run",
            "during_run": "a run",
            "after_run": "the hours after a run",
            "standing": "long spells of standing",
            "walking": "a walk",
            "barefoot": "steps taken barefoot",
            "end_of_day": "the last hours of the day",
            "night": "the night",
            "at_rest": "rest (sitting or lying)",
            "constant": "day and night alike (it never lets up)",
        },
        briefs={
            "during_run": "during a run",
            "morning": "first steps in the morning",
            "constant": "day and night alike",
            "standing": "standing long",
            "end_of_day": "end of the day",
            "walking": "walking",
            "barefoot": "barefoot",
            "night": "at night",
            "at_rest": "at rest",
            "after_sitting": "first steps after sitting",
            "after_run": "hours after a run",
        },
        says_briefly="worst during {}",
    )
    with_activity = Choice(
        "What does the pain do as you move more?",
        "Think of a walk or a run, from the first minutes to the end. Go by what you remember; do not run in order "
        "to find out.",
        "as you move more the pain {}",
        values={
            "eases": "eases",
            "eases_then_returns": "eases and then comes back",
            "same": "stays the same",
            "worsens": "gets worse",
        },
        says_briefly="it {} as you move",
    )
    with_distance = YesNo(
        "Does it come after about the same distance each time, and go within minutes once you stop?",
        "Think of your last runs: say yes if it begins after about the same distance or time, grows until you have to "
        "stop, and is gone some minutes later.",
        "the pain comes after about the same distance and goes within minutes of stopping",
        denies="the pain does not come and go with a certain distance",
        brief="comes after the same distance, gone soon after",
    )
    back_after_rest = YesNo(
        "Does the pain come back within about an hour once you are off your feet?",
        "Think of sitting or lying down after a run or a long walk, and of the hour after that.",
        "the pain comes back within about an hour off your feet",
        denies="the pain does not come back within about an hour off your feet",
        brief="back within an hour off your feet",
    )
    in_shoes = YesNo(
        "Does it come in shoes and go when you take them off or loosen them?",
        "Try it: open the laces, or walk a while in socks or wide slippers, and notice whether it eases.",
        "the pain comes in shoes and goes when they are off or loosened",
        denies="shoes make no difference to the pain",
        brief="comes in shoes, goes without",
    )
    weight_bearing = Choice(
        "How does it feel to put your weight on the foot?",
        "Stand up and walk a few steps if you can. It is impossible if you cannot take four steps, even with a limp; "
        "in that case do not force it.",
        "putting weight on the foot {}",
        values={
            "painless": "does not hurt",
            "slight": "hurts a little",
            "severe": "hurts badly",
            "impossible": "is impossible (not even four steps)",
        },
        says_briefly="your weight on it {}",
    )
    limp = YesNo(
        "Do you limp when you walk?",
        "Walk across a room, or ask somebody who sees you walk: yes if the step on the sore foot is shorter, or you "
        "walk on its edge, its heel or its toes to spare it.",
        "you walk with a limp",
        denies="you walk without a limp",
        brief="limp",
    )
    running = Choice(
        "What running can you do by now?",
        "Go by your last runs; do not run in order to find out.",
        "by now you {}",
        values={
            "normal": "run as usual",
            "with_pain": "run as far as usual, with pain",
            "short_only": "can run only short or slow",
            "not_at_all": "cannot run at all",
        },
        says_briefly="you {}",
    )
    one_spot = YesNo(
        "Press along the bones with a fingertip: does one spot of bone hurt sharply?",
        "Only pressing can tell. Press slowly along the bones of the foot with one fingertip. Answer yes if one spot "
        "on the bone, no bigger than a coin, hurts sharply and the bone beside it does not. If you have not pressed, "
        "say that you have not tried.",
        "one spot of bone hurts when you press it with a fingertip",
        denies="no single spot of bone hurts when you press along the bones with a fingertip",
        untried=NOT_TRIED,
    )
    on_movement = Many(
        "Which of these bring the pain on?",
        "Try them gently, barefoot, and choose every one that hurts; leave hopping out if walking hurts. Squeezing the "
        "heel: the heel bone from both sides, between the heels of your hands or finger and thumb. Squeezing the "
        "forefoot: the foot's front from both sides. The lightest touch is a sock or a bed sheet.",
        "what brings it on is {}",
        denies="none of the movements and touches that were tried brings it on",
        untried=NOT_TRIED,
        values={
            "push_off": "pushing off as you walk or run",
            "toes_up": "pulling the toes up",
            "heel_rise": "rising onto the toes",
            "hop": "hopping on that foot",
            "stairs": "stairs",
            "squeeze_heel": "squeezing the heel bone from both sides",
            "squeeze_forefoot": "squeezing the forefoot from both sides",
            "light_touch": "the lightest touch (a sock, a sheet)",
        },
        also={
            "push_off": ("toe off", "taking off"),
            "toes_up": ("bending the toes up", "toes back"),
            "heel_rise": ("tiptoe", "tiptoes", "calf raise", "heel raise"),
            "stairs": ("steps",),
            "light_touch": ("touch", "bed sheet", "blanket"),
        },
        says_briefly="brought on by {}",
    )
    elsewhere = YesNo(
        "Do other joints or your back hurt or feel stiff too, without an injury there?",
        "Fingers, wrists, knees, hips, neck or back, at about the same time as the foot or in the months before.",
        "other joints or your back hurt or are stiff too, without an injury there",
        denies="no other joint hurts or is stiff, nor your back",
        brief="other joints or back sore or stiff too",
    )


class Signs(Group):
    """What can be seen, felt or tried out besides the pain."""

    rolled_ankle = Choice(
        "Did your foot turn over or twist in a mishap when this began?",
        "One mishap, not the way the foot moves in every stride. Mostly one tips over the outer edge (that of the "
        "little toe), so that the sole faces the other foot; seldom over the inner edge (that of the big toe), so that "
        "the sole faces away from it.",
        "when this began your foot {}",
        tick="your foot turned over or twisted in a mishap when this began",
        values={
            "no": "did not turn over or twist",
            "inward": "turned over its outer edge (the sole faced the other foot)",
            "outward": "turned over its inner edge (the sole faced away from the other foot)",
            "yes": "turned over or twisted (which way is not known)",
        },
        also={"yes": ("rolled", "twisted", "sprained")},
        brief="foot turned over or twisted",
    )
    injury = YesNo(
        "Did a fall, a twist, a blow or another sudden injury begin it?",
        "Anything that happened to you in one moment: turning the ankle, falling, landing badly from a jump or a "
        "step, something heavy on the foot. Pain that merely started during a run, even suddenly, is no injury.",
        "a sudden injury began it",
        denies="no sudden injury began it",
        brief="a fall, twist or blow began it",
    )
    pop = YesNo(
        "Did you hear or feel a pop when it began?",
        "A snap, crack or bang, or a feeling as if somebody had kicked you in the back of the leg.",
        "you heard or felt a pop when it began",
        denies="you neither heard nor felt a pop when it began",
        brief="a pop as it began",
    )
    looks_deformed = YesNo(
        "Does the foot or ankle look bent or out of line since this began?",
        "Compare it with the other one: crooked, turned the wrong way, with a bone sticking out, a new gap or a sunken "
        "arch. A bump or shape that you have had for years does not count here.",
        "the foot or ankle looks bent or out of line",
        denies="the foot and ankle do not look bent or out of line",
        brief="foot bent out of line",
    )
    swelling = YesNo(
        "Is the foot or ankle swollen?",
        "The foot or ankle, not the calf. Compare it with the other one: thicker, the skin tighter, the bones or the "
        "ankle's hollows harder to see, or a finger leaves a dent.",
        "the foot or ankle is swollen",
        denies="the foot and ankle are not swollen",
        brief="swollen foot or ankle",
    )
    bruising = YesNo(
        "Is there a bruise on the foot or ankle?",
        "Blue, purple, green or yellow skin, near the sore place or further down towards the sole and toes.",
        "the foot or ankle is bruised",
        denies="the foot and ankle are not bruised",
        brief="bruise",
    )
    tender_bone = Many(
        "Does it hurt when you press on the bone at any of these places?",
        "Only pressing can tell. Press with one finger on each ankle bone: its lower tip and its back edge up to 6 cm "
        "(2.5 in) above. The navicular is the bony point on the inner side, a little below and in front of the ankle; "
        "the base of the fifth metatarsal is the bump halfway along the outer edge. The metatarsals are the long bones "
        "behind the toes. Squeeze the heel bone from both sides, between two fingers or the heels of your hands; "
        "pressing it from below does not count.",
        "it hurts to press on {}",
        denies="no bone of the foot or ankle hurts when you press on it",
        untried=NOT_TRIED,
        values={
            "outer_ankle_bone": "the outer ankle bone",
            "inner_ankle_bone": "the inner ankle bone",
            "inner_midfoot": "the inner midfoot (navicular)",
            "outer_midfoot": "the outer midfoot (base of the fifth metatarsal)",
            "heel_bone": "the heel bone (squeezed from both sides)",
            "metatarsal": "a long bone behind the toes (metatarsal)",
        },
        written={
            "outer_ankle_bone": ("lateral malleolus", "lat mal", "fibula tip"),
            "inner_ankle_bone": ("medial malleolus", "med mal"),
            "inner_midfoot": ("navicular", "n spot"),
            "outer_midfoot": (
                "base of 5th metatarsal", "base of fifth metatarsal", "5th metatarsal base", "5th mt base",
            ),
            "heel_bone": ("calcaneal squeeze",),
            "metatarsal": ("metatarsal shaft", "2nd metatarsal", "3rd metatarsal", "4th metatarsal"),
        },
        briefs={
            "heel_bone": "heel bone, squeezed",
            "metatarsal": "bone behind the toes",
        },
        says_briefly="tender: {}",
    )
    cannot_rise_on_toes = YesNo(
        "On the sore leg alone, does the heel stay down as you try to go on tiptoe?",
        "Hold on to a table and try to lift the heel. Answer yes if it will not come up, no if it does, even if that "
        "hurts. Do not force it, and do not try if you cannot stand on that leg; then say that you have not tried.",
        "you cannot rise onto the toes of that leg",
        denies="you can rise onto the toes of that leg",
        untried=NOT_TRIED,
    )
    numbness = YesNo(
        "Is any part of the foot numb?",
        "Stroke it with a fingertip or a piece of cloth, with your eyes closed, and compare with the other foot: "
        "answer yes if you feel less or nothing somewhere.",
        "part of the foot is numb",
        denies="no part of the foot is numb",
        brief="numb somewhere",
    )
    numbness_stays = YesNo(
        "Does numbness or tingling stay with the shoes off and the foot at rest?",
        "Take shoes and socks off, put the foot up for half an hour and feel again: yes if it is still numb or "
        "tingles. What goes as soon as a tight shoe is off is a no.",
        "the numbness or tingling stays with the shoes off and the foot at rest",
        denies="no numbness or tingling stays with the shoes off and the foot at rest",
        brief="numb or tingling at rest too, shoes off",
    )
    foot_drop = YesNo(
        "Are you unable to lift the front of the foot?",
        "Sit with the heel on the floor and lift the front of the foot. Answer yes if it hangs down and will not come "
        "up, or if it drags or slaps on the floor as you walk; not if it only hurts.",
        "you cannot lift the front of the foot",
        denies="you can lift the front of the foot",
        brief="cannot lift the foot's front",
    )
    pale_cold_foot = YesNo(
        "Is the sore foot colder than the other, and pale or bluish?",
        "Feel and look at both feet after some minutes indoors without socks. Answer yes if the sore one stays clearly "
        "colder and its colour is paler, greyer or bluer.",
        "the foot is cold and pale or bluish",
        denies="the foot is not cold and pale or bluish",
        brief="cold, pale or bluish foot",
    )
    colour = Many(
        "Has the skin of the foot or toes changed its colour?",
        "Compare with the other foot in daylight: red without being hot; blue or purple, not from a bruise; or white "
        "in the cold. On dark skin look at the sole, the nails and the toes' undersides.",
        "the skin has turned {}",
        tick="the skin has changed its colour (red without heat, blue or purple, white in the cold)",
        denies="the skin has not changed its colour",
        values={
            "red": "red, without heat",
            "blue": "blue or purple",
            "white": "white in the cold",
        },
        also={"blue": ("purple", "bluish"), "white": ("pale",)},
        brief="changed skin colour",
    )
    frozen = YesNo(
        "Has the foot been in freezing cold, or cold and wet for hours?",
        "Shortly before this began: in frost or snow without enough on, or in cold wet shoes for some hours.",
        "the foot was in freezing cold, or cold and wet for hours",
        denies="the foot was neither in freezing cold nor cold and wet for hours",
        brief="in freezing cold, or long cold and wet",
    )
    hot_red_skin = YesNo(
        "Is the skin over the sore place hot and red?",
        "Lay the back of your hand on it and then on the same place of the other foot. On dark skin redness may look "
        "purple or darker than around it.",
        "the skin over the sore place is hot and red",
        denies="the skin over the sore place is not hot and red",
        brief="hot, red skin",
    )
    spreading_redness = YesNo(
        "Is redness spreading over the skin?",
        "Answer yes if the red patch has grown over the last hours or days, or a red streak runs up the foot or leg. "
        "Draw its edge with a pen and look again after some hours.",
        "redness is spreading over the skin",
        denies="no redness is spreading over the skin",
        brief="spreading redness",
    )
    fever = YesNo(
        "Do you have a fever, or feel very unwell?",
        "A temperature of 38 °C (100.4 °F) or more, shivering, or feeling really ill, not merely sore from the foot.",
        "you have a fever or feel very unwell",
        denies="you have no fever and do not feel very unwell",
        brief="fever or feeling ill",
    )
    open_wound = YesNo(
        "Is there an open wound or sore on the foot?",
        "Look at the whole foot, at the sole and between the toes with a mirror: a cut, a hole, a sore that does not "
        "close, or anything that bleeds or oozes.",
        "there is an open wound or sore on the foot",
        denies="there is no open wound or sore on the foot",
        brief="open wound or sore",
    )
    puncture = YesNo(
        "Has something sharp gone into the foot, or is it still in it?",
        "A nail, a thorn, glass, a splinter or a sea urchin's spine, in the last weeks. Look at the sole in good light "
        "for a small hole or a dark dot that hurts when touched.",
        "something sharp went into the foot",
        denies="nothing sharp went into the foot",
        brief="something sharp that went in",
    )
    pus = YesNo(
        "Is there pus, or does a wound weep or smell?",
        "Look at nails, cracks and sores, between the toes too: yellow or greenish fluid, or a bad smell that washing "
        "does not take away.",
        "there is pus, or a wound weeps or smells",
        denies="there is no pus, and no wound weeps or smells",
        brief="pus, or a wound that weeps or smells",
    )
    calf_swelling = YesNo(
        "Is one calf clearly more swollen than the other?",
        "The calf is the back of the lower leg. Measure around both at their thickest, with a tape or a string, and "
        "compare; it may also be warm, sore or red.",
        "one calf is clearly more swollen than the other",
        denies="neither calf is clearly more swollen than the other",
        brief="one swollen calf",
    )
    breathless = YesNo(
        "Are you short of breath without a reason?",
        "New since this began, and not from effort, a cold or asthma that you know: out of breath at rest, while "
        "talking or on a few steps, perhaps with a sharp pain in the chest. If you have it now, get help at once.",
        "you are newly short of breath without a reason",
        denies="you are not short of breath",
        brief="short of breath",
    )
    losing_weight = YesNo(
        "Are you losing weight, sweating at night or very tired without a reason?",
        "In the last weeks or months, and none of it explained by training, diet, heat or a lack of sleep.",
        "you lose weight, sweat at night or are very tired without a reason",
        denies="you do not lose weight, sweat at night or tire without a reason",
        brief="weight loss, night sweats, great tiredness",
    )
    lump = YesNo(
        "Is there a new lump or thickening on the foot or its tendons?",
        "Feel along the sore place and compare with the other foot. The bump at the base of the big toe does not count "
        "here, nor does swelling all around.",
        "there is a new lump or thickening",
        denies="there is no new lump or thickening",
        brief="new lump or thickening",
    )
    toe_joint_bump = YesNo(
        "Is there a bump at the base of your big toe, or has the joint there grown crooked?",
        "Look at your bare foot from above, with weight on it: a bony bump on the inner edge where the big toe starts, "
        "often with the toe leaning towards the others.",
        "there is a bump or deformity at the base of your big toe",
        denies="there is no bump or deformity at the base of your big toe",
        brief="bump at the base of the big toe",
    )
    toe_shape = YesNo(
        "Has a toe moved, does it cross its neighbour, or is it bent out of shape?",
        "Look from above with weight on the foot and compare with the other one, or with an old photograph: a gap that "
        "was not there, a toe on top of the next, a toe like a hook. The bump of the big toe does not count here.",
        "a toe has moved, crosses its neighbour or is bent out of shape",
        denies="no toe has moved or is bent out of shape",
        brief="a toe out of place or bent",
    )
    stiff_toe = YesNo(
        "Does the big toe bend up less than that of the other foot?",
        "Sit with both feet flat on the floor and pull each big toe up with your fingers. Answer yes if the sore one "
        "stops clearly earlier, or hurts at the end of its way.",
        "the big toe bends up less than the other one",
        denies="the big toe bends up as far as the other one",
        brief="big toe bends up less",
    )
    creaking = YesNo(
        "Does a tendon creak or crackle as it moves?",
        "Lay a hand on the sore place and move foot and toes up and down: it feels, or sounds, like snow or leather.",
        "a tendon creaks or crackles as it moves",
        denies="no tendon creaks or crackles as it moves",
        brief="tendon creaks",
    )
    itching_toes = YesNo(
        "Does it itch between your toes?",
        "Most often between the smallest two. Spread the toes and look: the skin there may be white, soft or cracked.",
        "it itches between your toes",
        denies="it does not itch between your toes",
        brief="itching between the toes",
    )
    dry_soles = YesNo(
        "Is the skin of your soles dry?",
        "Stroke the sole and the sides of the foot: dry, rough or flaking skin counts.",
        "your soles are dry",
        denies="your soles are not dry",
        brief="dry soles",
    )
    skin = Many(
        "Do you see any of these on the skin or nails of the foot?",
        "Look at the whole foot in good light, between the toes too. A wart is a small rough lump, often with black "
        "dots; a callus is thick hard skin; an ingrown nail is one whose edge has grown into the skin; a black nail "
        "has mostly bled under itself, while a dark stripe or patch that no knock explains is a thing of its own.",
        "your foot has {}",
        tick="there is something to see on the skin or nails (rash, blister, wart, callus, odd nail and the like)",
        denies="there is nothing to see on the skin or nails",
        values={
            "rash": "a rash",
            "peeling": "peeling skin",
            "blister": "a blister",
            "wart": "a wart",
            "black_nail": "a black toenail",
            "ingrown_nail": "an ingrown toenail",
            "soggy": "white, soft and cracked skin between the toes",
            "callus": "a callus or corn",
            "thick_nail": "a thick or crumbling toenail",
            "nail_stripe": "a dark stripe or patch under a nail that was not hit",
        },
        also={
            "soggy": ("macerated", "white skin", "cracked skin"),
            "callus": ("corn", "hard skin"),
            "thick_nail": ("crumbling nail", "yellow nail", "fungal nail"),
            "nail_stripe": ("dark stripe", "dark line", "dark patch"),
        },
        brief="odd skin or nails (rash, wart, corn ...)",
    )


class Seen(Group):
    """What professionals have done and found so far."""

    clinician = YesNo(
        "Has a doctor, physiotherapist or podiatrist looked at this pain?",
        "In this episode, in person or by video. A podiatrist is a specialist for feet.",
        "a doctor, physiotherapist or podiatrist has looked at this pain",
        denies="no doctor, physiotherapist or podiatrist has looked at this pain",
        brief="seen by a doctor, physio or podiatrist",
    )
    xray = Choice(
        "Has a picture been taken of this foot for this pain, and what did it show?",
        "An X-ray, or a better one such as MRI, CT or a bone scan. Clear means that no broken or cracked bone was "
        "seen. A first X-ray can miss a small crack.",
        "a picture of the foot {}",
        values={
            "not_done": "was not taken",
            "clear": "showed no broken bone",
            "broken": "showed a broken or cracked bone",
        },
        also={"not_done": ("no", "none"), "clear": ("normal", "fine"), "broken": ("fracture", "cracked")},
    )
    ruled_out = Many(
        "Has a professional ruled any of these out?",
        "Choose what you were told it is not, after a look or a test for this pain; not what you think yourself.",
        "a professional has ruled out {}",
        tick="a professional has ruled something out (a break, a torn tendon, a clot, an infection, a joint disease)",
        denies="no professional has ruled anything out",
        values={
            "fracture": "a broken bone",
            "tendon_tear": "a torn tendon",
            "clot": "a blood clot",
            "infection": "an infection",
            "joint_disease": "a joint disease",
        },
        brief="a professional ruled something out",
    )


_OUTCOMES = {
    "better": "helped",
    "partly": "brought some relief, but no cure",
    "better_then_back": "helped, but the pain came back",
    "same": "changed nothing",
    "worse": "made it worse",
    "not_tried": "was not tried",
}


def _remedy(question: str, meaning: str, clause: str) -> Choice:
    """The field of one remedy; `clause` is what was done, as the singular subject of "helped" or "was not tried"."""
    return Choice(question, meaning, clause + " {}", values=_OUTCOMES)


class Tried(Group):
    """What was tried against this pain, and what became of it."""

    run_less = _remedy(
        "Have you tried running less, and did it help?",
        "Fewer or shorter runs, and less hard ones, for at least a week.",
        "running less",
    )
    rest = _remedy(
        "Have you tried resting, and did it help?",
        "No running at all and little time on your feet, for some days or weeks.",
        "resting",
    )
    ice = _remedy(
        "Have you tried ice, and did it help?",
        "A cold pack or ice wrapped in a cloth on the sore place, for some minutes, more than once.",
        "icing",
    )
    calf_stretching = _remedy(
        "Have you tried stretching your calves, and did it help?",
        "For example leaning against a wall with one leg straight behind you, or pulling the foot towards you with "
        "a towel; on most days, for a week or more.",
        "stretching the calves",
    )
    ball_rolling = _remedy(
        "Have you tried rolling your foot over a ball, and did it help?",
        "A tennis ball, a golf ball or the like under the sole, on most days, for a week or more.",
        "rolling the foot over a ball",
    )
    frozen_bottle = _remedy(
        "Have you tried rolling your foot over a frozen bottle, and did it help?",
        "A bottle of frozen water under the sole, rolled to and fro: it rubs and cools at once.",
        "rolling the foot over a frozen bottle",
    )
    orthotics = _remedy(
        "Have you tried insoles, arch supports or orthotics, and did they help?",
        "Orthotics are inner soles that hold up the arch or steer the foot, ready-made or made to measure.",
        "wearing insoles, arch supports or orthotics",
    )
    strength_training = _remedy(
        "Have you tried strength training, and did it help?",
        "Exercises for feet, legs, hips or belly and back, such as planks, kept up for some weeks.",
        "strength training",
    )
    new_shoes = _remedy(
        "Have you tried new running shoes, and did they help?",
        "A fresh pair in place of the old one, of the same kind or another.",
        "wearing new shoes",
    )
    stability_shoes = _remedy(
        "Have you tried stability shoes, and did they help?",
        "Running shoes with a firmer part on the inner side, which hold the foot back from rolling inward.",
        "wearing stability shoes",
    )
    wide_shoes = _remedy(
        "Have you tried shoes with more room for the toes, and did they help?",
        "Shoes that are wide in front, so that the toes can spread and nothing presses on the big toe's joint.",
        "wearing shoes that are wide at the toes",
    )
    bunion_pads = _remedy(
        "Have you tried bunion pads, and did they help?",
        "Soft pads over the bump at the base of the big toe, so that the shoe does not rub it.",
        "wearing bunion pads",
    )
    massage = _remedy(
        "Have you tried massage, and did it help?",
        "Rubbing or kneading the sore tendon, muscle or sole, by yourself or by somebody else.",
        "massage",
    )
    heel_lift_exercises = _remedy(
        "Have you tried heel-lift exercises, and did they help?",
        "Rising onto the toes and letting the heels down slowly, again and again, on most days.",
        "doing heel-lift exercises",
    )
    heel_wedges = _remedy(
        "Have you tried heel wedges in your shoes, and did they help?",
        "Small wedges or pads under the heel, which raise it a little and slacken the tendon behind it.",
        "wearing heel wedges",
    )
    soft_heel_shoes = _remedy(
        "Have you tried shoes with a softer back of the heel, and did they help?",
        "Shoes whose back rim gives way under your thumb and does not press on the tendon.",
        "wearing shoes that are softer at the heel",
    )
    boot_or_crutches = _remedy(
        "Have you tried a walking boot or crutches, and did it help?",
        "A stiff boot from the doctor or the chemist, or crutches, to keep weight off the foot.",
        "using a boot or crutches",
    )
    antifungal = _remedy(
        "Have you tried an antifungal cream or spray, and did it help?",
        "A remedy against fungus from the chemist, put on for as long as the packet says.",
        "using an antifungal cream or spray",
    )
    dry_feet = _remedy(
        "Have you tried washing your feet daily and drying them well, and did it help?",
        "Washed every day and dried completely, between the toes too, with dry socks and shoes after that.",
        "keeping the feet clean and dry",
    )
    breathable_socks = _remedy(
        "Have you tried more breathable socks, and did they help?",
        "Socks that carry sweat away, in place of cotton, which stays wet.",
        "wearing breathable socks",
    )
    brace = _remedy(
        "Have you tried an ankle brace, and did it help?",
        "A firm or elastic support around the ankle that keeps it from rolling over.",
        "wearing an ankle brace",
    )
    nsaids = _remedy(
        "Have you tried anti-inflammatory painkillers, and did they help?",
        "Tablets or gels such as ibuprofen, naproxen or diclofenac; the packet may call them NSAIDs. Paracetamol "
        "(acetaminophen) is not one of them.",
        "taking anti-inflammatory painkillers",
    )
    physiotherapy = _remedy(
        "Have you tried physiotherapy, and did it help?",
        "Treatment or guided exercises with a physiotherapist (physical therapist), more than one visit.",
        "physiotherapy",
    )
    taping = _remedy(
        "Have you tried taping the foot or ankle, and did it help?",
        "Strips of sports tape, elastic or stiff, stuck on to hold or unload the sore place.",
        "taping",
    )
    injection = _remedy(
        "Have you had an injection for it, and did it help?",
        "A doctor's injection into or near the sore place, for example of cortisone.",
        "an injection",
    )
    other = _remedy(
        "Have you tried anything else, and did it help?",
        "Any remedy that was not named: another treatment, device, exercise, cream or medicine.",
        "something else",
    )


GROUPS = (Runner, Foot, Body, Training, Shoes, Socks, Pain, Signs, Seen, Tried)
VOCABULARY = Vocabulary(GROUPS, unit="mi")

_ROUNDING = 1
"""Percentage points by which a stated and a worked-out rise may differ."""
_ROUNDED_UP = Fraction(105, 100)
"""So much more than its week may a run be, where both are rounded."""


def _differs_from_weeks(stated: Quantity, before: Quantity, now: Quantity) -> str | None:
    """The change in percent is not the one between the two weeks; rounded figures are fine."""
    rise = _rise(before.value, now.value)
    if abs(rise - stated.value) <= _ROUNDING:
        return None
    return f"which make {f'{float(rise):.1f}'.removesuffix('.0')} percent"


def _not_more(more: str, before: Quantity, now: Quantity) -> str | None:
    """Far more than usual was run, yet the week when the pain came is no longer than a usual one."""
    return "which is not more" if more == "yes" and now.value <= before.value else None


def _longer_than_its_week(weekly: Quantity, longest: Quantity) -> str | None:
    """One run is longer than all of the week in which it was run; rounded figures are fine."""
    return "which one run of that week cannot exceed" if longest.value > weekly.value * _ROUNDED_UP else None


def _damp_without(material: str, damp: str) -> str | None:
    """No socks are worn, yet they are damp."""
    return "since there are none to be damp" if material == "none" and damp == "yes" else None


def _no_injury(injury: str, rolled: str) -> str | None:
    """The foot rolled or twisted, yet no injury began it."""
    return "since a rolled ankle is an injury" if injury == "no" and rolled in ("inward", "outward", "yes") else None


def _longer_than_alive(years: Quantity, age: Quantity) -> str | None:
    """More years of running than years of life."""
    return "" if years.value > age.value else None


def _runs_without_standing(running: str, weight_bearing: str) -> str | None:
    """Running goes as usual, yet not four steps can be taken."""
    impossible = weight_bearing == "impossible" and running in ("normal", "with_pain")
    return "since nobody runs who cannot take four steps" if impossible else None


def _broken_and_not(ruled_out: tuple[str, ...], xray: str) -> str | None:
    """A picture showed a break, yet a break was ruled out."""
    return "" if xray == "broken" and "fracture" in ruled_out else None


CONTRADICTIONS = (
    Contradiction("training.mileage_change", ("training.weekly_before", "training.weekly_now"), _differs_from_weeks),
    Contradiction("training.more_than_usual", ("training.weekly_before", "training.weekly_now"), _not_more),
    Contradiction("training.weekly_now", ("training.longest_now",), _longer_than_its_week),
    Contradiction("socks.damp", ("socks.material",), lambda damp, material: _damp_without(material, damp)),
    Contradiction("signs.injury", ("signs.rolled_ankle",), _no_injury),
    Contradiction("training.years", ("runner.age",), _longer_than_alive),
    Contradiction("pain.running", ("pain.weight_bearing",), _runs_without_standing),
    Contradiction("seen.ruled_out", ("seen.xray",), _broken_and_not),
)

#: What a watch or an app knows of a runner's weeks. Other kinds of activity with "lauf" in them are none (Skilanglauf).
TRAINING = ActivityFields(
    usual_week="training.weekly_before",
    last_week="training.weekly_now",
    longest_before="training.longest_before",
    longest_month="training.longest_month",
    longest_last="training.longest_now",
    kinds=(
        "run", "running", "trail run", "trail running", "virtual run", "treadmill running", "track running",
        "street running", "indoor running", "ultra running", "lauf", "laufen", "traillauf", "trailrun",
        "trailrunning", "virtueller lauf", "laufbandtraining", "laufband", "bahnlauf", "bahnlaufen", "straßenlauf",
        "straßenlaufen", "hallenlauf",
    ),
)  # fmt: skip

#: What who says the one has said with it: field, value, the field that it answers too, and how.
IMPLICATIONS = (
    ("signs.injury", "no", "signs.rolled_ankle", "no"),
    ("signs.injury", "yes", "pain.onset", "sudden"),
    *(("signs.rolled_ankle", way, "pain.onset", "sudden") for way in ("inward", "outward", "yes")),
    *(("seen.xray", shown, "seen.clinician", "yes") for shown in ("clear", "broken")),
    *(
        (f"tried.{by_a_professional}", outcome, "seen.clinician", "yes")
        for by_a_professional in ("physiotherapy", "injection")
        for outcome in _OUTCOMES
        if outcome != "not_tried"
    ),
)

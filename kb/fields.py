"""What a runner's case can say: the nine groups of fields, their questions, and which answers exclude each other.

Names, types and values are the contract's. The texts are for somebody without medical knowledge: `help` says what a
term means and how to find out at home; `says` and `denies` are clauses that can follow "because".
"""

from __future__ import annotations

from fractions import Fraction

from expert.authoring import (
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


class Runner(Group):
    """The person."""

    age = Number(
        "How old are you?",
        "Your age in years. Tendons lose some of their strength with the years, so it can matter.",
        "you are {} years old",
        unit="years",
        least=1,
        most=120,
    )
    other_sports = YesNo(
        "Do you play any other sports besides running?",
        "Any sport that you do now and then counts: ball games, tennis, dancing, swimming, the gym.",
        "you play other sports",
        denies="you play no other sports",
    )
    high_heels = YesNo(
        "Do you wear high heels regularly?",
        "For work or going out, on most weeks. They push the weight of the body onto the toes.",
        "you wear high heels regularly",
        denies="you do not wear high heels regularly",
    )
    arthritis = YesNo(
        "Do you have arthritis?",
        "Arthritis is a lasting inflammation or wear of joints: they are painful, stiff or swollen for months. "
        "Answer yes if a doctor has told you that you have it, in any joint.",
        "you have arthritis",
        denies="you do not have arthritis",
    )
    diabetes = YesNo(
        "Do you have diabetes, or poor blood flow or poor feeling in your feet?",
        "Answer yes to any of the three. Poor blood flow shows as feet that are often cold, or sores that heal slowly; "
        "poor feeling as not noticing a light touch, a stone in the shoe or hot water.",
        "you have diabetes, or poor blood flow or feeling in the feet",
        denies="you have neither diabetes nor poor blood flow or feeling in the feet",
    )
    quinolone = YesNo(
        "Have you taken a fluoroquinolone antibiotic in recent months?",
        "Some antibiotics of this kind can harm tendons, even months later. Look at the packet: the names of the drugs "
        "end in -floxacin, such as ciprofloxacin or levofloxacin. Answer yes if you take one now, too.",
        "you take, or in recent months took, a fluoroquinolone antibiotic",
        denies="you have not taken a fluoroquinolone antibiotic in recent months",
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
    )
    roll = Choice(
        "Which way do your feet roll when you run?",
        "A small roll inward after landing is normal; far too much of it is called overpronation. Look at the inner "
        "sole and the tread of worn shoes: wear mostly along the inner edge shows too much inward roll, wear mostly "
        "along the outer edge shows outward roll. A film of you running, taken from behind, shows it as well.",
        "as you run your feet roll {}",
        values={
            "normal": "normally (a little inward)",
            "exaggerated": "too far inward (overpronation)",
            "outward": "outward",
        },
    )
    unstable_arches = YesNo(
        "Do your arches give way or feel unstable?",
        "The arch is the inner hollow of the sole. Stand on one bare foot in front of a mirror: answer yes if the "
        "hollow sinks towards the floor or the foot wobbles there and you cannot hold it.",
        "your arches give way or feel unstable",
        denies="your arches feel stable",
    )
    tight_arches = YesNo(
        "Do your arches feel tight?",
        "The arch is the inner hollow of the sole. Sit down and pull the toes back towards the shin: answer yes if "
        "the sole pulls and feels like a taut string under your thumb.",
        "your arches are tight",
        denies="your arches are not tight",
    )
    tight_calves = YesNo(
        "Are your calf muscles tight?",
        "The calf is the back of the lower leg. Put one foot a hand's width away from a wall and bend that knee "
        "towards it: answer yes if the knee cannot touch the wall without the heel lifting, or the calf pulls hard.",
        "your calf muscles are tight",
        denies="your calf muscles are not tight",
    )
    odd_shape = YesNo(
        "Do you have an unusual foot shape, from birth or in your family?",
        "For example crooked or very long toes, or feet that have always looked unlike other people's. Bumps at the "
        "big toe in parents or grandparents count, too.",
        "you have an unusual foot shape from birth or family",
        denies="you have no unusual foot shape from birth or family",
    )


class Body(Group):
    """Strength and posture above the foot."""

    weak_hips = YesNo(
        "Are your hips weak?",
        "Stand on one leg in front of a mirror and bend the knee a little, a few times. Answer yes if the knee falls "
        "inward or you cannot keep steady, or if somebody who knows about training has told you so.",
        "your hips are weak",
        denies="your hips are not weak",
    )
    weak_core = YesNo(
        "Is your core weak, that is, the muscles of your belly and lower back?",
        "Hold a plank: only forearms and toes on the floor, the body straight. Answer yes if your middle sags or "
        "you have to stop before about half a minute.",
        "your core (belly and lower back) is weak",
        denies="your core (belly and lower back) is not weak",
    )
    hip_drop = YesNo(
        "Does one hip drop with each step when you run?",
        "Have somebody film you from behind while you run, and watch the line of your belt. Answer yes if it tips "
        "down clearly on one side each time you stand on the other leg.",
        "one hip drops as you run",
        denies="your hips stay level as you run",
    )
    weak_legs = YesNo(
        "Are the muscles of your feet, calves or legs weak, or do their joints feel weak?",
        "With the leg that does not hurt, stand on one foot: answer yes if you wobble at once, or tire after a few "
        "rises onto the toes. Ankles or knees that give way easily count, too.",
        "your foot, calf or leg muscles or your joints are weak",
        denies="your foot, calf and leg muscles and your joints are not weak",
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
    )
    weekly_now = Distance(
        "How far did you run in the week when the pain came?",
        "Add up all the runs of the seven days before the pain began, or look at your watch or app. Write it with its "
        "unit, such as 20 mi or 32 km.",
        "you ran {} in the week when the pain came",
        most=2_000,
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
    )
    harder_than_usual = YesNo(
        "Did you train harder than usual before the pain came?",
        "Faster, with more hills, or with less rest between the runs than you are used to.",
        "you trained harder than usual",
        denies="you did not train harder than usual",
    )
    longest_before = Distance(
        "What was your longest run ever, before the pain came?",
        "The longest single run of your life until then. Write it with its unit, such as 5 mi or 8 km.",
        "your longest run before the pain was {}",
        most=2_000,
    )
    longest_now = Distance(
        "What was your longest single run around the time when the pain came?",
        "The longest run of the days just before the pain, or the one in which it began. Write it with its unit, such "
        "as 5 mi or 8 km.",
        "your longest run when the pain came was {}",
        most=2_000,
    )
    lots_of_running = YesNo(
        "Do you run a lot, with little rest?",
        "For example on most days of the week, or so often that your legs are seldom fresh.",
        "you run a lot with little rest",
        denies="you do not run so much that rest is short",
    )
    years = Number(
        "For how many years have you been running?",
        "Count the years in which you ran more or less regularly; a part of a year can be written as 0.5.",
        "you have been running for {} year(s)",
        unit="years",
        least=0,
        most=100,
    )
    hard_for_years = YesNo(
        "Have you been running really hard for a long time?",
        "Hard training, such as racing, fast sessions or long distances in most weeks, kept up for years.",
        "you have run really hard for a long time",
        denies="you have not run really hard for a long time",
    )
    ran_through_pain = YesNo(
        "Did you go on running for a while although your foot hurt?",
        "Answer yes if you ignored this pain for some runs or weeks and did not cut back.",
        "you ignored the pain for a while and kept running",
        denies="you did not run on through the pain",
    )
    uphill = Choice(
        "How often do you run uphill?",
        "Hills, mountain trails, stairs and a tilted treadmill all count. Often means in most of your weeks, for a "
        "good part of a run.",
        "you {} run uphill",
        values={"never": "never", "sometimes": "sometimes", "often": "often"},
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
    wet_runs = YesNo(
        "Do you run in the rain or in the wet?",
        "Rain, puddles, dew or snow: anything that gets your shoes wet through now and then.",
        "you run in the rain or wet",
        denies="you do not run in the rain or wet",
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
    )
    hard_heel = YesNo(
        "Are your shoes hard at the back of the heel?",
        "Press the back rim of the shoe with your thumb: answer yes if it hardly gives, or if it rubs or digs in.",
        "your shoes are hard at the back of the heel",
        denies="your shoes are soft at the back of the heel",
    )
    ventilated = YesNo(
        "Do your shoes let air in?",
        "Answer yes if the upper part is of mesh or cloth that air goes through, no if it is closed, coated or "
        "waterproof, or your feet come out hot and sweaty.",
        "your shoes let air in",
        denies="your shoes let no air in",
    )
    damp = YesNo(
        "Do you often put on shoes that are still damp?",
        "Feel inside before you put them on, above all on the day after a wet or sweaty run.",
        "you often wear damp shoes",
        denies="you do not often wear damp shoes",
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
    )
    side = Choice(
        "Which foot hurts?",
        "Choose both only if this pain is in both feet.",
        "the pain is in {}",
        values={"left": "the left foot", "right": "the right foot", "both": "both feet"},
    )
    quality = Many(
        "What does it feel like?",
        "Choose every word that fits, even if it is felt only at times. Stabbing is like a knife or a needle; shooting "
        "runs along the foot like a current; throbbing beats like the pulse.",
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
        },
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
    )
    back_after_rest = YesNo(
        "Does the pain come back within about an hour once you are off your feet?",
        "Think of sitting or lying down after a run or a long walk, and of the hour after that.",
        "the pain comes back within about an hour off your feet",
        denies="the pain does not come back within about an hour off your feet",
    )
    onset = Either(
        "How did the pain begin?",
        "Suddenly means that you could name the moment or the step; gradually means that it crept in over days or "
        "weeks.",
        "the pain began {}",
        tick="the pain began suddenly (you could name the moment or the step)",
        values={"sudden": "suddenly", "gradual": "gradually"},
    )
    one_spot = YesNo(
        "Can you find the pain with one fingertip, on one spot of bone?",
        "Press slowly along the bones of the foot with one fingertip. Answer yes if one spot on the bone, no bigger "
        "than a coin, hurts sharply and the bone beside it does not.",
        "the pain sits on one spot of bone that a fingertip can find",
        denies="no single spot of bone holds the pain",
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
    )
    weeks = Number(
        "For how many weeks has it been hurting?",
        "Count from the first day of this episode, not of an earlier one. Less than a week is 0, three months are "
        "about 13.",
        "the pain has lasted {} week(s)",
        unit="weeks",
        least=0,
        most=5_200,
    )


class Signs(Group):
    """What can be seen, felt or tried out besides the pain."""

    toe_joint_bump = YesNo(
        "Is there a bump at the base of your big toe, or has the joint there grown crooked?",
        "Look at your bare foot from above, with weight on it: a bony bump on the inner edge where the big toe starts, "
        "often with the toe leaning towards the others.",
        "there is a bump or deformity at the base of your big toe",
        denies="there is no bump or deformity at the base of your big toe",
    )
    itching_toes = YesNo(
        "Does it itch between your toes?",
        "Most often between the smallest two. Spread the toes and look: the skin there may be white, soft or cracked.",
        "it itches between your toes",
        denies="it does not itch between your toes",
    )
    dry_soles = YesNo(
        "Is the skin of your soles dry?",
        "Stroke the sole and the sides of the foot: dry, rough or flaking skin counts.",
        "your soles are dry",
        denies="your soles are not dry",
    )
    skin = Many(
        "Do you see any of these on the skin or nails of the foot?",
        "Look at the whole foot in good light, between the toes too. A wart is a small rough lump, often with black "
        "dots; an ingrown nail is one whose edge has grown into the skin.",
        "your foot has {}",
        tick="there is something to see on the skin or nails (rash, peeling, blister, wart, black or ingrown nail)",
        denies="there is nothing to see on the skin or nails",
        values={
            "rash": "a rash",
            "peeling": "peeling skin",
            "blister": "a blister",
            "wart": "a wart",
            "black_nail": "a black toenail",
            "ingrown_nail": "an ingrown toenail",
        },
    )
    rolled_ankle = Choice(
        "Did your foot roll over or twist when this began?",
        "Inward means that the sole turned towards the other foot and you tipped over the outer edge, which is the "
        "usual way; outward is the opposite.",
        "when this began your foot {}",
        tick="your foot rolled or twisted when this began",
        values={
            "no": "did not roll or twist",
            "inward": "rolled inward (over its outer edge)",
            "outward": "rolled outward (over its inner edge)",
            "yes": "rolled or twisted (which way is not known)",
        },
    )
    injury = YesNo(
        "Did a fall, a twist, a blow or another sudden injury begin it?",
        "Anything that happened in one moment: rolling the ankle, landing badly, something heavy on the foot. Pain "
        "that merely started during a run is no injury.",
        "a sudden injury began it",
        denies="no sudden injury began it",
    )
    swelling = YesNo(
        "Is the foot or ankle swollen?",
        "Compare it with the other one: thicker, the skin tighter, the bones or the ankle's hollows harder to see, or "
        "a finger leaves a dent.",
        "the foot or ankle is swollen",
        denies="the foot and ankle are not swollen",
    )
    bruising = YesNo(
        "Is there a bruise on the foot or ankle?",
        "Blue, purple, green or yellow skin, near the sore place or further down towards the sole and toes.",
        "the foot or ankle is bruised",
        denies="the foot and ankle are not bruised",
    )
    tender_bone = Many(
        "Does it hurt when you press on the bone at any of these places?",
        "With one finger press the lower tip of each ankle bone and its back edge, up to 6 cm (2.5 in) above the tip. "
        "The navicular is the bony point on the inner side, a little below and in front of the ankle; the base of the "
        "fifth metatarsal is the bump halfway along the outer edge. The metatarsals are the long bones behind the "
        "toes.",
        "pressing on the bone hurts at {}",
        tick="a bone of the foot or ankle hurts when you press on it",
        denies="no bone of the foot or ankle hurts when you press on it",
        values={
            "outer_ankle_bone": "the outer ankle bone",
            "inner_ankle_bone": "the inner ankle bone",
            "inner_midfoot": "the inner midfoot (navicular)",
            "outer_midfoot": "the outer midfoot (base of the fifth metatarsal)",
            "heel_bone": "the heel bone",
            "metatarsal": "a long bone behind the toes (metatarsal)",
        },
    )
    pop = YesNo(
        "Did you hear or feel a pop when it began?",
        "A snap, crack or bang, or a feeling as if somebody had kicked you in the back of the leg.",
        "you heard or felt a pop when it began",
        denies="you neither heard nor felt a pop when it began",
    )
    cannot_rise_on_toes = YesNo(
        "Are you unable to rise onto the toes of the sore leg?",
        "Hold on to a table, stand on the sore leg alone and try to lift the heel. Answer yes if the heel will not "
        "come up. Do not force it, and do not try if you cannot stand on that leg; then answer unknown.",
        "you cannot rise onto the toes of that leg",
        denies="you can rise onto the toes of that leg",
    )
    numbness = YesNo(
        "Is any part of the foot numb?",
        "Stroke it with a fingertip or a piece of cloth, with your eyes closed, and compare with the other foot: "
        "answer yes if you feel less or nothing somewhere.",
        "part of the foot is numb",
        denies="no part of the foot is numb",
    )
    foot_drop = YesNo(
        "Are you unable to lift the front of the foot?",
        "Sit with the heel on the floor and lift the front of the foot. Answer yes if it hangs down and will not come "
        "up, or if it drags or slaps on the floor as you walk; not if it only hurts.",
        "you cannot lift the front of the foot",
        denies="you can lift the front of the foot",
    )
    fever = YesNo(
        "Do you have a fever, or feel very unwell?",
        "A temperature of 38 °C (100.4 °F) or more, shivering, or feeling really ill, not merely sore from the foot.",
        "you have a fever or feel very unwell",
        denies="you have no fever and do not feel very unwell",
    )
    hot_red_skin = YesNo(
        "Is the skin over the sore place hot and red?",
        "Lay the back of your hand on it and then on the same place of the other foot. On dark skin redness may look "
        "purple or darker than around it.",
        "the skin over the sore place is hot and red",
        denies="the skin over the sore place is not hot and red",
    )
    spreading_redness = YesNo(
        "Is redness spreading over the skin?",
        "Answer yes if the red patch has grown over the last hours or days, or a red streak runs up the foot or leg. "
        "Draw its edge with a pen and look again after some hours.",
        "redness is spreading over the skin",
        denies="no redness is spreading over the skin",
    )
    open_wound = YesNo(
        "Is there an open wound or sore on the foot?",
        "Look at the whole foot, at the sole and between the toes with a mirror: a cut, a hole, a sore that does not "
        "close, or anything that bleeds or oozes.",
        "there is an open wound or sore on the foot",
        denies="there is no open wound or sore on the foot",
    )
    looks_deformed = YesNo(
        "Does the foot or ankle look bent or out of line since this began?",
        "Compare it with the other one: crooked, turned the wrong way, with a bone sticking out, a new gap or a sunken "
        "arch. A bump or shape that you have had for years does not count here.",
        "the foot or ankle looks bent or out of line",
        denies="the foot and ankle do not look bent or out of line",
    )
    calf_swelling = YesNo(
        "Is one calf clearly more swollen than the other?",
        "The calf is the back of the lower leg. Measure around both at their thickest, with a tape or a string, and "
        "compare; it may also be warm, sore or red.",
        "one calf is clearly more swollen than the other",
        denies="neither calf is clearly more swollen than the other",
    )
    pale_cold_foot = YesNo(
        "Is the sore foot colder than the other, and pale or bluish?",
        "Feel and look at both feet after some minutes indoors without socks. Answer yes if the sore one stays clearly "
        "colder and its colour is paler, greyer or bluer.",
        "the foot is cold and pale or bluish",
        denies="the foot is not cold and pale or bluish",
    )
    breathless = YesNo(
        "Are you short of breath without a reason?",
        "Since this began, and new to you: out of breath at rest or at little effort, perhaps with a sharp pain in the "
        "chest. If you have it now, get help at once.",
        "you are short of breath without a reason",
        denies="you are not short of breath",
    )


_OUTCOMES = {
    "better": "helped",
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
        "Have you tried arch supports or orthotics, and did they help?",
        "Orthotics are inner soles that hold up the arch or steer the foot, ready-made or made to measure.",
        "wearing arch supports or orthotics",
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


GROUPS = (Runner, Foot, Body, Training, Shoes, Socks, Pain, Signs, Tried)
VOCABULARY = Vocabulary(GROUPS, unit="mi")

_ROUNDING = 1
"""Percentage points by which a stated and a worked-out rise may differ."""


def _differs_from_weeks(stated: Quantity, before: Quantity, now: Quantity) -> str | None:
    """The change in percent is not the one between the two weeks; rounded figures are fine."""
    rise = _rise(before.value, now.value)
    if abs(rise - stated.value) <= _ROUNDING:
        return None
    return f"which make {f'{float(rise):.1f}'.removesuffix('.0')} percent"


def _not_more(more: str, before: Quantity, now: Quantity) -> str | None:
    """Far more than usual was run, yet the week when the pain came is no longer than a usual one."""
    return "which is not more" if more == "yes" and now.value <= before.value else None


def _no_injury(injury: str, rolled: str) -> str | None:
    """The foot rolled or twisted, yet no injury began it."""
    return "since a rolled ankle is an injury" if injury == "no" and rolled in ("inward", "outward", "yes") else None


def _longer_than_alive(years: Quantity, age: Quantity) -> str | None:
    """More years of running than years of life."""
    return "" if years.value > age.value else None


CONTRADICTIONS = (
    Contradiction("training.mileage_change", ("training.weekly_before", "training.weekly_now"), _differs_from_weeks),
    Contradiction("training.more_than_usual", ("training.weekly_before", "training.weekly_now"), _not_more),
    Contradiction("signs.injury", ("signs.rolled_ankle",), _no_injury),
    Contradiction("training.years", ("runner.age",), _longer_than_alive),
)

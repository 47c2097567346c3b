"""Every number that the article does not give, in one place, each with its reason."""

from __future__ import annotations

from fractions import Fraction

from expert.authoring import UNITS, Interpretation

# The 10 % rule is the article's own number (GM4); it stands here so that all thresholds are together.
TEN_PERCENT = Interpretation(
    "10% rule", Fraction(10), "10 percent",
    "The article's own rule (GM4): a week must not rise by more than 10 percent. It is a rule of thumb: among 5205 "
    "runners no relation was found between the rise from week to week and injuries (Schuster Brandt Frandsen J and "
    "others, Br J Sports Med 2025;59(17):1203-1210, abstract).",
    given=True,
)
MILEAGE_SPIKE = Interpretation(
    "mileage spike", Fraction(30), "30 percent",
    "The article says 'way more' and shows a tripling; the 30 percent are ours, after the upper group of Nielsen RO "
    "and others, J Orthop Sports Phys Ther 2014;44(10):739-747 (abstract). That study found no significant "
    "difference, and none of the injuries that it counts as coming from distance is of the foot.",
)
LONG_RUN_LEAP = Interpretation(
    "leap of the longest run", Fraction(30), "30 percent",
    "The article's example is a doubling. In a large study the risk of injury rose from 10 percent beyond the longest "
    "run of the last 30 days (Schuster Brandt Frandsen J and others, Br J Sports Med 2025, abstract); we ask for 30 "
    "percent where the runner compares with any run before, not with the last month.",
)
LEAP_OF_MONTH = Interpretation(
    "leap beyond the longest run of the month", Fraction(10), "10 percent",
    "One run more than 10 percent beyond the longest of the last 30 days went with 64 percent more injuries, more "
    "than twice as far with 128 percent more: Schuster Brandt Frandsen J and others, Br J Sports Med "
    "2025;59(17):1203-1210 (abstract).",
)
LARGE_TOTAL = Interpretation(
    "large weekly total", 40 * UNITS["mi"].metres, "40 miles (64 km)",
    "The article says 'too large a total' without a number; the 40 miles are ours. Strong evidence ties a long week "
    "to injuries in men only, and more distance spared the knees: van Gent RN and others, Br J Sports Med "
    "2007;41:469-480 (abstract, which gives no number).",
)
OLDER_RUNNER = Interpretation(
    "older runner", Fraction(40), "40 years",
    "The article says 'older'; the 40 years are ours. Masters running starts at 35 to 40, and most who tear the "
    "tendon are men in their fourth or fifth decade (a review of Achilles ruptures, PMC4094105, first part).",
)
WORN_SHOE = Interpretation(
    "worn shoe", 500 * UNITS["mi"].metres, "500 miles (805 km)",
    "The article says 'worn out'. Shops advise a new pair after 300 to 500 miles, for which we know no study; we take "
    "the upper end, so that nobody is told to buy shoes too early.",
)
RUNNING_FOR_A_WHILE = Interpretation(
    "running for a while", Fraction(2), "2 years",
    "The article says 'running for a while' without a number; two years give the fungus many chances.",
)
TWO_WEEKS = Interpretation(
    "two weeks of home care", Fraction(2), "2 weeks",
    "The NHS pages on heel pain and on Morton's neuroma ask people to see a GP when two weeks of home care did not "
    "help (as repeated by outuk.com and 1stchoicepharmacy.co.uk).",
)
ONE_WEEK = Interpretation(
    "one week", Fraction(1), "1 week",
    "Soreness after a race lasts five to seven days (Staffordshire University, 22 April 2015); a first step needs "
    "about as long to show what it does.",
)
THREE_WEEKS = Interpretation(
    "an ankle that is no better", Fraction(3), "3 weeks",
    "An ankle that still hurts after three weeks of being held still may have a torn upper ligament (syndesmosis): J "
    "Fam Pract 2020;69(5):228-236 (summary). A second X-ray for a crack is taken after two to three weeks (Patel DS "
    "and others, Am Fam Physician 2011;83(1):39-46, abstract).",
)
SIX_WEEKS_OF_PAIN = Interpretation(
    "pain that stays", Fraction(6), "6 weeks",
    "A pathway of the NHS in Gloucestershire sends heel pain on when it is no better after six weeks, and pain of six "
    "weeks after a sprain has other causes to be looked for (Bassewitz HL and Shapiro MS, Phys Sportsmed "
    "1997;25(12)).",
)
TWELVE_WEEKS = Interpretation(
    "a full course of exercise", Fraction(12), "12 weeks",
    "About three months are given to exercise before more is done: heel pain (Morrissey D and others, Br J Sports Med "
    "2021, as repeated), tendons and ankles (g-care, Gloucestershire; Foot Hyperbook of the British Orthopaedic Foot "
    "and Ankle Society).",
)
SIX_WEEKS = Interpretation(
    "a sprain that lasts", Fraction(6), "6 weeks",
    "Most sprains are better within six to eight weeks (NHS, Sprains and strains, as repeated by zana.com).",
)
MIDFOOT_ARTHRITIS_AGE = Interpretation(
    "age of midfoot arthritis", Fraction(50), "50 years",
    "Twelve of a hundred people from 50 on had it: Thomas MJ and others, Arthritis Res Ther 2015;17:178.",
)
GROWING_HEEL = Interpretation(
    "a heel that still grows", Fraction(15), "15 years",
    "The growth plate of the heel hurts between about 8 and 15 years (James AM and others, J Foot Ankle Res "
    "2013;6:16, abstract).",
)
GROWING_FOREFOOT_AGE = Interpretation(
    "a forefoot that still grows", Fraction(17), "17 years",
    "The ends of the long bones of the foot are hurt at 10 to 15 (Sheinberg RH, southfloridasportsmedicine.com) or 13 "
    "to 18 years (podiatryhq.com.au); we take what lies below 18.",
)
CHILD = Interpretation(
    "a child or teenager", Fraction(15), "15 years",
    "Below 16 a limp and a sore bone have other causes and other paths, and guidelines for adults begin at 16 (NICE "
    "NG65; hot swollen joints, Rheumatology 2006;45:1039-1041).",
)
FROM_50 = Interpretation(
    "from 50 on", Fraction(50), "50 years",
    "Worn joints of the foot and cancer under a nail are met from 50 on (Arthritis Res Ther 2015;17:178; Canadian "
    "Dermatology Association). Narrow arteries: one in five beyond 60 (NICE CG147); we ask ten years earlier.",
)
FROM_65 = Interpretation(
    "from 65 on", Fraction(65), "65 years",
    "From about 65 on anti-inflammatory drugs cause more stomach ulcers (NHS, Ibuprofen, as repeated by the Daily "
    "Record, February 2026).",
)
SEVERE_PAIN = Interpretation(
    "severe pain", Fraction(8), "8 of 10",
    "Of 2854 people with pain of joints and muscles, 8 or more of 10 was the pain that kept them from what they do: "
    "Boonstra AM and others, Front Psychol 2016;7:1466 (abstract).",
)
BEYOND_THE_RULE = Interpretation(
    "more pain than the rule for running allows", Fraction(6), "6 of 10",
    "The rule allows up to about 5 of 10 while running; the first whole number beyond it, at its worst, is ours.",
)
NIGHTS_FOR_WEEKS = Interpretation(
    "pain at night for weeks", Fraction(3), "3 weeks",
    "The sources say persistent. More than two weeks is what the UK guideline on bone tumours in the young calls so.",
)
CHILD_LASTS = Interpretation(
    "a child's pain that lasts", Fraction(2), "2 weeks",
    "Pain on most days for two weeks is what the UK guideline on bone tumours in the young calls persistent.",
)

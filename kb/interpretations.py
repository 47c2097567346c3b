"""Every number that the article does not give, in one place, each with its reason."""

from __future__ import annotations

from fractions import Fraction

from expert.authoring import UNITS, Interpretation

# The 10 % rule is the article's own number (GM4); it stands here so that all thresholds are together.
TEN_PERCENT = Interpretation(
    "10% rule", Fraction(10), "10 percent",
    "The article's own rule (GM4): a week must not rise by more than 10 percent.", given=True,
)
MILEAGE_SPIKE = Interpretation(
    "mileage spike", Fraction(30), "30 percent",
    "The article says 'way more' and shows a tripling. Runners who rose by more than 30 percent were hurt more often: "
    "Nielsen RO and others, J Orthop Sports Phys Ther 2014;44(10):739-747.",
)
LONG_RUN_LEAP = Interpretation(
    "leap of the longest run", Fraction(30), "30 percent",
    "The article's example is a doubling. A single run well beyond the longest of late raises the risk of injury: "
    "Schuster Brandt Frandsen J and others, Br J Sports Med 2025.",
)
LARGE_TOTAL = Interpretation(
    "large weekly total", 40 * UNITS["mi"].metres, "40 miles (64 km)",
    "The article says 'too large a total' without a number. More than 64 km a week was a risk for injury: "
    "van Gent RN and others, Br J Sports Med 2007;41(8):469-480.",
)
OLDER_RUNNER = Interpretation(
    "older runner", Fraction(40), "40 years",
    "The article says 'older'. Masters running starts at 35 to 40, and Achilles trouble is most frequent from then on.",
)
WORN_SHOE = Interpretation(
    "worn shoe", 500 * UNITS["mi"].metres, "500 miles (805 km)",
    "The article says 'worn out'. The usual advice is a new pair after 300 to 500 miles; we take the upper end, "
    "so that nobody is told to buy shoes too early.",
)
RUNNING_FOR_A_WHILE = Interpretation(
    "running for a while", Fraction(2), "2 years",
    "The article says 'running for a while' without a number; two years give the fungus many chances.",
)
TWO_WEEKS = Interpretation(
    "two weeks of home care", Fraction(2), "2 weeks",
    "The NHS pages on heel pain ask people to see a GP when two weeks of home care did not help.",
)
SIX_WEEKS = Interpretation(
    "a sprain that lasts", Fraction(6), "6 weeks",
    "Most sprains are better within six to eight weeks (Sheffield NHS MSK, What is an ankle sprain).",
)
MIDFOOT_ARTHRITIS_AGE = Interpretation(
    "age of midfoot arthritis", Fraction(50), "50 years",
    "Twelve of a hundred people from 50 on had it: Thomas MJ and others, Arthritis Res Ther 2015;17:178.",
)
GROWING_HEEL = Interpretation(
    "a heel that still grows", Fraction(15), "15 years",
    "The growth plate of the heel hurts between about 8 and 15 years (Sportsinjuryclinic.net, Sever's disease).",
)

"""General reason: more running than the body had time to get used to (claims GM1 to GM4)."""

from __future__ import annotations

from expert.authoring import Advises, Concluded, Found, Knowledge, Opposes, Remark, Supports, Withholds, above, at_most
from kb.causes import MILEAGE_INCREASE, STRESS_FRACTURE
from kb.fields import Training, Tried
from kb.findings import FAILED_REMEDY
from kb.interpretations import LEAP_OF_MONTH, TEN_PERCENT
from kb.sources import BSI, NOT_LOAD, SPIKES

RUN_LESS = Remark(
    "run_less", "Run less next week, and take it easier when you do run.", remedies=("tried.run_less",),
    measures=("running",), care="less_load",
)
TEN_PERCENT_RULE = Remark(
    "ten_percent_rule",
    "When you build up again, add no more than 10 percent to your weekly distance from one week to the next.",
    measures=("running",),
)
START_WITH_LESS = Remark(
    "start_with_less",
    "Do not run for now. Once you may run again, begin with clearly less than before, and take it easier.",
)
KEEP_THE_RULE = Remark(
    "keep_ten_percent_rule",
    "If running less solves it, the extra running was the cause: from then on keep to the 10 percent rule.",
    measures=("running",), care="less_load",
)


class MileageIncrease(Knowledge, cause=MILEAGE_INCREASE):
    """Cause, then treatment, in the article's order."""

    above_ten_percent = Supports(
        Found("mileage above the 10% rule"),
        hedge="can", role="risk", claims="GM1 GM4",
        because="your running went up faster than the 10 percent rule allows",
    )
    way_more_than_usual = Supports(
        Found("mileage spike"),
        hedge="can", role="risk", claims="GM1",
        because="your running jumped, without time to adjust",
    )
    within_ten_percent = Opposes(
        Training(mileage_rise=at_most(TEN_PERCENT)),
        hedge="can", role="risk", claims="GM4",
        because="your weekly distance stayed within 10 percent of the week before",
    )
    cutting_back_solved_it = Supports(
        Tried(run_less="better"),
        hedge="plain", claims="GM3",
        because="it got better when you ran less",
    )
    resting_solved_it = Supports(
        Tried(rest="better"),
        hedge="plain", partial=True, claims="GM3",
        because="it got better when you rested from running",
    )
    cutting_back_did_not = Opposes(
        Tried(run_less=FAILED_REMEDY),
        hedge="plain", role="risk", claims="GM3",
        because="running less did not solve it",
    )

    run_less = Advises(
        Concluded(MILEAGE_INCREASE),
        advice=RUN_LESS, claims="GM2",
        because="less running gives your feet time to catch up",
    )
    ten_percent_rule = Advises(
        Concluded(MILEAGE_INCREASE),
        advice=TEN_PERCENT_RULE, claims="GM4",
        because="small steps give your body time to adjust",
    )
    keep_the_rule_if_it_helps = Advises(
        Concluded(MILEAGE_INCREASE),
        advice=KEEP_THE_RULE, stage="if_no_better", claims="GM3",
        because="how it goes when you run less shows whether the mileage was the cause",
    )
    running_less_failed = Withholds(
        Tried(run_less=FAILED_REMEDY),
        advice=KEEP_THE_RULE, claims="GM3", because="you ran less already, and it did not solve it",
    )
    start_with_less = Advises(
        Concluded(MILEAGE_INCREASE), Concluded(STRESS_FRACTURE),
        advice=START_WITH_LESS, claims="GM2",
        because="the load was too much, and a bone may be hurt, so running waits until that is known",
    )
    keep_the_rule_since_it_helped = Advises(
        Concluded(MILEAGE_INCREASE), Tried(run_less="better"),
        advice=KEEP_THE_RULE, claims="GM3",
        because="running less helped, so the mileage was the cause",
    )


class MileageIncreaseBeyond(Knowledge, cause=MILEAGE_INCREASE):
    """Beyond the article."""

    one_run_too_far = Supports(
        Found("one run far longer than ever"),
        hedge="can", role="risk", source=SPIKES,
        because="one run far beyond the longest of before raises the risk",
    )
    beyond_the_month = Supports(
        Training(month_rise=above(LEAP_OF_MONTH)),
        hedge="can", role="risk", source=SPIKES,
        because="one run was more than 10 percent longer than the longest of the month before",
    )
    harder_than_usual = Supports(
        Found("harder running than before"),
        hedge="can", role="risk", source=BSI,
        because="you ran harder than you were used to",
    )
    new_runner = Supports(
        Training(new_runner="yes"),
        hedge="can", role="risk", source=BSI,
        because="you began to run, or came back to it, in the weeks before",
    )
    much_running = Supports(
        Training(lots_of_running="yes"),
        hedge="can", role="risk", source=BSI,
        because="you run a lot with little rest",
    )

    an_injury_began_it = Opposes(
        Found("injury"),
        hedge="likely", source=NOT_LOAD,
        because="an injury began it, not the amount of running",
    )

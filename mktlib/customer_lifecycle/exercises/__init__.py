"""The exercises and predictions of the customer lifecycle, a module for each step of the lesson."""

from .alive import alive_by_assumption, alive_guess, purchases_to_come, silent_guess
from .desk import score_on_what, share_of_champions
from .donors import donations_to_come
from .flows import next_euro_to, one_more_kept, paid_for_one, point_guess, where_it_settles
from .keeping import (
    forecast_of_year_twelve,
    kept_in_year_three,
    rate_of_a_mix,
    rising_retention,
    same_rate_for_ever,
    survival_curve,
    when_winning_stops,
)
from .letters import first_to_cost, how_to_know, letter_guess, messages_if_asked, part_that_goes
from .stages import action_of_a_stage
from .transfer import more_for_high_end
from .voices import answer_or_not, return_on_reward, what_openness_shows, what_was_found
from .worth import (
    margins_to_pay_back,
    most_for_a_lead,
    next_purchase_value,
    value_of_a_customer,
    value_of_the_cohort,
)

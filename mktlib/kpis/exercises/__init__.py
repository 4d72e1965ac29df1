"""The exercises and predictions of KPI interpretation, a module for each step of the lesson."""

from .accounts import (
    account_rates,
    beyond_chance,
    demos_conclusion,
    klout_in_the_memo,
    months_at_an_end,
    star_of_november,
)
from .chance import (
    error_ratio,
    fooled_guess,
    lift,
    needed_sample,
    what_p_means,
    which_analysis,
)
from .denominators import (
    best_against_typical,
    best_post_guess,
    best_post_rate,
    reach_fall,
    the_right_person,
    theme_seven,
    three_engagement_rates,
)
from .first import first_answer, first_guess
from .mix import sentence_to_the_client, total_rates
from .ratios import (
    cheaper_action,
    cost_per_action,
    cost_per_lead_of_both,
    cost_per_mille,
    inbound_saving,
    romi,
    widest_gap,
)
from .sources import (
    all_is_not_the_sum,
    digital_share_guess,
    rule_on_claims,
    seconds_between,
)

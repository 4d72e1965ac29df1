"""The exercises and predictions of push and pull, a module for each step of the lesson."""

from .actions import one_or_many, push_or_pull
from .adoption import brought_by_others, p_against_q
from .adverts import (
    advertising_to_sales,
    own_leads,
    quotes_after_stop,
    quotes_of_a_unit,
    same_month_guess,
    weeks_to_half,
    when_money_stops,
)
from .budget import break_even, leads_after_the_stop
from .cards import card_guess, joke_gap, what_the_cards_say
from .followers import (
    facebook_per_day,
    followers_curve,
    followers_per_day,
    growth_shape,
    misprint,
    photos_guess,
)
from .sharing import (
    cascade_reach,
    local_then_global,
    reproduction_of_tweets,
    unshared_guess,
)
from .trust import (
    rates_to_intent,
    rule_on_intrusion,
    trust_by_type,
    trust_change,
    tv_trust_guess,
)

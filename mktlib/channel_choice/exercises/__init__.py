"""The exercises and predictions of channel choice, a module for each step of the lesson."""

from .affinity import (
    index_of_the_news,
    index_of_the_young,
    linkedin_change,
    minutes_index,
    online_share,
    same_survey,
)
from .budget import best_for_search, next_euro
from .demos import accounts_to_close, network_for_whom, sphere_of_a_message
from .market import (
    implied_2019,
    new_euros,
    parts_of_560,
    television_share,
    why_another_2019,
)
from .panel import (
    chosen_or_convinced,
    consensus_guess,
    eight_and_nine,
    preferred_channels,
    weighted_share,
)
from .platforms import (
    active_share,
    two_counts,
    viadeo_price,
    what_became,
)
from .reach import average_contacts, net_reach, radio_adds, reach_curve
from .shelf import odds_of_the_brand, sunshine_tripled
from .trades import who_does_what
from .voice import expected_gain, spend_is_no_lever, vote_guess

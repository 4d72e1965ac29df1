"""The models of the customer lifecycle: numbers and tables in, numbers and tables out.

`flow`: people from stage to stage.  `pressure`: messages that tire.  `lifetime_value`: what a
customer will bring.  `segments`: customers by what they did.  `cohorts`: customers acquired
together.  `mailings`: letters to donors.  `repeat_purchases`, `spend`, `donors`, `retention`:
models fitted to customers who differ; `fitting`: how they are fitted.
"""

from .cohorts import (
    aggregate_retention,
    cohort_table,
    company_retention,
    retention_rates,
    survival_shares,
)
from .donors import BgBb, fit_bg_bb
from .flow import (
    RATES,
    STAGES,
    Lifecycle,
    lifecycle_months,
    margin_per_month,
    next_euro,
    referral_coefficient,
    steady_state,
    value_of_a_person,
    value_of_a_point,
)
from .lifetime_value import (
    break_even_acquisition_cost,
    customer_lifetime_value,
    lifetime_value_of,
    payback_period,
)
from .mailings import (
    Regression,
    donor_groups,
    gift_regressions,
    net_gift_per_letter,
)
from .pressure import (
    Asked,
    ChannelPreference,
    Messages,
    ask_preference,
    best_messages_per_month,
    message_pressure,
)
from .repeat_purchases import BgNbd, fit_bg_nbd
from .retention import ShiftedBetaGeometric, fit_sbg
from .segments import (
    SEGMENTS,
    HoldoutScore,
    RfmCuts,
    capture_curve,
    captured_share,
    holdout_score,
    rfm_segments,
    rfm_table,
    segment_value,
)
from .spend import GammaGamma, fit_gamma_gamma

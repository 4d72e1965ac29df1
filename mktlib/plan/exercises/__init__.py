"""The exercises and predictions of the plan, a module for each step, and those on its words."""

from .dashboard import (
    false_alarm_guess,
    false_alarms_of_a_year,
    limits_of_leads,
    read_the_dashboard,
)
from .money import cost_of_a_customer, lead_of_april, money_of_april, search_ads_eur
from .people import acquire_or_publish, which_rule, whom_to_hire
from .truth import (
    affinity_of_fairs,
    average_or_rule,
    even_plan_guess,
    leads_after_december,
    price_of_a_follower,
    regret_of_all_pull,
    standing_guess,
    value_of_a_customer,
)
from .words import (
    affinity_or_audience,
    awareness_or_intent,
    carry_over_or_half_life,
    lead_or_action,
    points_or_percent,
    reach_or_impressions,
    retention_or_repurchase,
    roas_or_romi,
    same_word_guess,
    vanity_or_kpi,
)

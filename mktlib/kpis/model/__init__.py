"""The models of KPI interpretation: numbers and tables in, numbers and tables out.

`ratios`: KPIs as numerator over denominator.  `composition`: how they combine along a
funnel, in a mean, in a mix.  `evidence`: intervals, tests and how often they fool.
`groups`: when people come in accounts or places.  `glossary`: each KPI's terms.
"""

from .composition import (
    engagement_by_denominator,
    marketing_funnel,
    mean_of_ratios,
    mix_shift,
    ratio_of_means,
    simpson_decomposition,
)
from .evidence import (
    ab_test_outcomes,
    design_analysis,
    difference_of_proportions,
    false_alarm_rate,
    power_of_test,
    sample_size_per_arm,
    wilson_interval,
)
from .glossary import glossary
from .groups import account_ranking, clustered_difference, funnel_plot_limits
from .ratios import (
    amplification_rate,
    applause_rate,
    average_frequency,
    click_through_rate,
    conversation_rate,
    conversion_rate,
    cost_per_action,
    cost_per_click,
    cost_per_lead,
    cost_per_mille,
    engagement_rate_by_followers,
    engagement_rate_by_impressions,
    engagement_rate_by_reach,
    growth_per_day,
    lead_to_customer_rate,
    return_on_ad_spend,
    return_on_marketing_investment,
    share_of_voice,
)

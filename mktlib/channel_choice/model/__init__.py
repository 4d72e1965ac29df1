"""The models of channel choice: numbers and tables in, numbers and tables out.

`affinity`: whom a channel meets more than others do.  `reach`: how many different people,
how often.  `voice`: speaking louder than one sells.  `display_choice`: what a shelf does.
`allocation`: sharing a budget.  `delphi`: asking experts twice.
"""

from mktlib.kpis.model import average_frequency, share_of_voice

from .affinity import (
    affinity_index,
    affinity_table,
    cost_per_mille_in_target,
    implied_base,
    profile_share,
    rebase,
)
from .allocation import (
    Allocation,
    Channel,
    best_allocation,
    regret_eur,
    response,
    response_table,
)
from .answers import THEMES, answer_sheet, checked_answers, read_answers
from .delphi import (
    Concordance,
    Disagreement,
    Quartiles,
    answers_allowed_outside,
    consensus,
    content_validity_ratio,
    critical_count,
    critical_ratio,
    is_consensus,
    keep_experts,
    kendall_w,
    passage,
    quartiles,
    rand_disagreement,
    ratings_table,
    share_rating,
    stability,
    weighted_summary,
)
from .display_choice import BRANDS, LEVERS, DisplayChoice, fit_display_choice
from .reach import (
    MEDIA,
    Delivery,
    MediaPlan,
    beta_binomial_exposure,
    cost_per_point,
    duplication_table,
    effective_reach,
    fit_beta_binomial,
    gross_rating_points,
    media_plan,
    net_reach_independent,
    net_reach_observed,
    reach_by_medium,
)
from .voice import (
    SpendAndVote,
    excess_share_of_voice,
    expected_share_change,
    spend_and_vote,
)

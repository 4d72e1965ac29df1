"""The models of push and pull: numbers and tables in, numbers and tables out.

`carry_over`: adverts that go on working.  `response`: euros that bring less and less.
`cascade`: people who share.  `diffusion`: people who adopt.  `intent`: from knowing to
buying.  `experiment`: arms compared.  `budget`: push and pull, week by week.
"""

from .budget import (
    Market,
    break_even_week,
    cheaper_week,
    content_stock,
    overtaking_week,
    push_pull_plan,
)
from .carry_over import (
    DistributedLag,
    Rebuilding,
    adstock,
    best_rebuilding,
    carry_over_of,
    distributed_lag,
    expected_quotes,
    forecast_quotes,
    half_life,
    leads_without_carry_over,
    long_run_multiplier,
    rebuilding_error,
    rebuilt_quotes,
)
from .cascade import (
    cascade_sizes,
    expected_cascade,
    local_or_global,
    reproduction_to_match,
)
from .diffusion import (
    BassFit,
    bass_distance,
    bass_push_share,
    bass_rate,
    bass_share,
    fit_bass,
)
from .experiment import IndependenceTest, independence_test
from .intent import awareness_gap
from .response import (
    adbudg_response,
    dorfman_steiner,
    hill_response,
)

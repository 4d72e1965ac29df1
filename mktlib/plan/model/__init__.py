"""The models of the plan: a year of decisions in a hidden market.

`levers`: what is decided.  `market`: what money does there.  `simulator`: the year that follows.
`dashboard`: what is seen of it.  `search`: the best that could have been done.
"""

from .dashboard import (
    KPIS,
    Dashboard,
    Year,
    alarms,
    open_truth,
    play,
    simulate,
    what_hid,
)
from .levers import (
    AUDIENCES,
    BOUNDS,
    BUDGET_EUR,
    CHANNELS,
    MONTHS,
    PULL_CHANNELS,
    PUSH_CHANNELS,
    Plan,
)
from .market import (
    PARAMETERS,
    Market,
    market_of,
    market_survey,
    parameter_table,
    parameters_of,
    survival_share,
)
from .search import (
    best_plan,
    random_plans,
    regret_eur,
    regret_table,
    standing_strategies,
)
from .simulator import value_eur, values_of

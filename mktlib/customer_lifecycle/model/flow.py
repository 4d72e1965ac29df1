"""The customer lifecycle as people who move, each month, from one stage to another.

Acquire (a prospect visits or downloads), engage (a visitor becomes a customer), develop (a
customer stays, becomes loyal, then an advocate who sends others).  It is a Markov chain with
people coming in: where one goes next month depends on the stage one is in, on nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

import numpy as np
import pandas as pd

from mktlib.core.inputs import counted, one, positive, proportion, whole
from mktlib.core.text import PlainError, Text

STAGES = ("prospect", "visitor", "customer", "loyal", "advocate", "lapsed")
RATES = (
    "acquisition_rate",
    "activation_rate",
    "retention_rate",
    "loyalty_rate",
    "advocacy_rate",
    "referral_per_advocate",
    "return_rate",
)
_LEVERS = ("prospects_per_month", *RATES)
_PROSPECT, _VISITOR, _CUSTOMER, _LOYAL, _ADVOCATE, _LAPSED = range(len(STAGES))


@dataclass(frozen=True)
class Lifecycle:
    """The rates at which people move; all monthly, every figure a teaching assumption.

    `prospects_per_month`: people who first hear of the company.
    `acquisition_rate`: share of prospects who visit or download; the others are gone.
    `activation_rate`: share of visitors who become customers; the others are gone.
    `retention_rate`: share of customers, loyal ones and advocates still there a month later.
    `loyalty_rate`: share of the customers kept who become loyal.
    `advocacy_rate`: share of the loyal kept who become advocates.
    `referral_per_advocate`: visitors that an advocate sends in a month; it may exceed 1.
    `return_rate`: share of the lapsed who become customers again.
    `lost_rate`: share of the other lapsed who are lost for good.
    `customer_margin_eur`, `loyal_margin_eur`: gross margin in a month; advocates as loyal.
    """

    prospects_per_month: float = 2000.0
    acquisition_rate: float = 0.20
    activation_rate: float = 0.05
    retention_rate: float = 0.90
    loyalty_rate: float = 0.10
    advocacy_rate: float = 0.05
    referral_per_advocate: float = 2.0
    return_rate: float = 0.03
    lost_rate: float = 0.10
    customer_margin_eur: float = 20.0
    loyal_margin_eur: float = 50.0

    def __post_init__(self) -> None:
        for field in fields(self):
            accepts = proportion if field.name.endswith("_rate") else counted
            one(field.name, getattr(self, field.name), accepts)


def _moves(lifecycle: Lifecycle) -> np.ndarray:
    """People next month in the row's stage for each one now in the column's stage."""
    a = lifecycle
    moves = np.zeros((len(STAGES), len(STAGES)))
    moves[_VISITOR, _PROSPECT] = a.acquisition_rate
    moves[_CUSTOMER, _VISITOR] = a.activation_rate
    moves[_CUSTOMER, _CUSTOMER] = a.retention_rate * (1 - a.loyalty_rate)
    moves[_LOYAL, _CUSTOMER] = a.retention_rate * a.loyalty_rate
    moves[_LOYAL, _LOYAL] = a.retention_rate * (1 - a.advocacy_rate)
    moves[_ADVOCATE, _LOYAL] = a.retention_rate * a.advocacy_rate
    moves[_ADVOCATE, _ADVOCATE] = a.retention_rate
    moves[_LAPSED, [_CUSTOMER, _LOYAL, _ADVOCATE]] = 1 - a.retention_rate
    moves[_CUSTOMER, _LAPSED] = a.return_rate
    moves[_LAPSED, _LAPSED] = (1 - a.return_rate) * (1 - a.lost_rate)
    moves[_VISITOR, _ADVOCATE] = a.referral_per_advocate  # someone else, who is sent
    return moves


def _arrivals(lifecycle: Lifecycle) -> np.ndarray:
    return np.eye(len(STAGES))[_PROSPECT] * lifecycle.prospects_per_month


def _margins(lifecycle: Lifecycle) -> np.ndarray:
    margins = np.zeros(len(STAGES))
    margins[_CUSTOMER] = lifecycle.customer_margin_eur
    margins[[_LOYAL, _ADVOCATE]] = lifecycle.loyal_margin_eur
    return margins


def _people(stages: Mapping[str, float] | pd.Series) -> np.ndarray:
    people = _by_name("stages", stages)
    unknown = [name for name in people if name not in STAGES]
    if unknown:
        names = ", ".join(STAGES)
        raise PlainError(
            Text(
                en=f"{unknown[0]!r} is no stage: the stages are {names}.",
                fr=f"« {unknown[0]} » n’est pas une étape : les étapes sont {names}.",
            )
        )
    return np.array([people.get(stage, 0.0) for stage in STAGES])


def _by_name(name: str, given: Mapping[str, float] | pd.Series) -> dict[str, float]:
    if not isinstance(given, Mapping | pd.Series):
        raise PlainError(
            Text(
                en=f"{name} needs a number for each name, as in `{{'name': 10}}`.",
                fr=f"« {name} » doit donner un nombre pour chaque nom, par exemple `{{'nom': 10}}`.",
            )
        )
    return {str(key): one(str(key), number, counted) for key, number in given.items()}


def margin_per_month(lifecycle: Lifecycle, stages: Mapping[str, float] | pd.Series) -> float:
    """Gross margin of a month, in euros, from the people in each stage.

    >>> margin_per_month(Lifecycle(), {"customer": 10, "loyal": 3, "advocate": 1, "lapsed": 50})
    400.0
    """
    return float(_margins(lifecycle) @ _people(stages))


def lifecycle_months(
    lifecycle: Lifecycle, months: int, start: Mapping[str, float] | pd.Series | None = None
) -> pd.DataFrame:
    """The people in each stage, month after month.

    n_t = A n_(t-1) + b

    n_t: people by stage in month t; A: the rates of `lifecycle`; b: its new prospects.
    Rows: months 0 (`start`, or else the first prospects) to `months`.  Columns: the six
    stages; `customers` (customer, loyal and advocate together); and for the step that led to
    the month: `new_customers` (visitors become customers), `referrals` (visitors sent by
    advocates), `leavers` (prospects and visitors who went no further, lapsed lost for good);
    `margin_eur` of the month.
    Nobody appears or vanishes: total_t = total_(t-1) + prospects + referrals - leavers.
    Limits: average numbers, so fractions of people; the rates never change, are the same for
    a customer of a month and of ten years, and there is no end of people to hear of us.

    >>> table = lifecycle_months(Lifecycle(), months=3)
    >>> table[["prospect", "visitor", "customer", "leavers"]].round(2).values.tolist()
    [[2000.0, 0.0, 0.0, 0.0], [2000.0, 400.0, 0.0, 1600.0], [2000.0, 400.0, 20.0, 1980.0], \
[2000.0, 400.0, 36.2, 1980.0]]
    """
    moves, arrivals = _moves(lifecycle), _arrivals(lifecycle)
    people = np.empty((whole("months", months) + 1, len(STAGES)))
    people[0] = arrivals if start is None else _people(start)
    for month in range(1, len(people)):
        people[month] = moves @ people[month - 1] + arrivals
    before = people[:-1]
    new_customers = before[:, _VISITOR] * lifecycle.activation_rate
    leavers = (
        before[:, _PROSPECT] * (1 - lifecycle.acquisition_rate)
        + before[:, _VISITOR] * (1 - lifecycle.activation_rate)
        + before[:, _LAPSED] * (1 - lifecycle.return_rate) * lifecycle.lost_rate
    )
    flows = {
        "new_customers": new_customers,
        "referrals": before[:, _ADVOCATE] * lifecycle.referral_per_advocate,
        "leavers": leavers,
    }
    return pd.DataFrame(
        dict(zip(STAGES, people.T, strict=True))
        | {"customers": people[:, [_CUSTOMER, _LOYAL, _ADVOCATE]].sum(axis=1)}
        | {name: np.append(0.0, flow) for name, flow in flows.items()}
        | {"margin_eur": people @ _margins(lifecycle)},
        index=pd.RangeIndex(len(people), name="month"),
    )


def _months_in_stages(lifecycle: Lifecycle) -> np.ndarray:
    """Months spent in the row's stage by one who starts in the column's; referrals apart."""
    moves = _moves(replace(lifecycle, referral_per_advocate=0.0))
    if 1 in (lifecycle.retention_rate, lifecycle.return_rate) or lifecycle.lost_rate == 0:
        raise PlainError(
            Text(
                en="With these rates no customer is ever lost for good: "
                "the customer base never settles.",
                fr="À ces taux, aucun client n’est jamais perdu pour de bon : "
                "la clientèle ne se stabilise jamais.",
            )
        )
    return np.linalg.inv(np.eye(len(STAGES)) - moves)


def referral_coefficient(lifecycle: Lifecycle) -> float:
    """New customers that one new customer brings, by recommendation, over their whole life.

    R = (months as an advocate) x (visitors sent a month) x (share who become customers)

    The months, returns included, come from (I - A)^-1 without referrals.  Below 1, each
    customer bought by advertising becomes 1 / (1 - R) in the end; at 1 or above, the customer
    base grows without limit, which no market allows for long.
    Source: the next-generation number of population models (Diekmann, Heesterbeek & Metz,
    Journal of Mathematical Biology 28, 1990), applied to customers.

    >>> round(referral_coefficient(Lifecycle()), 3)
    0.192
    """
    months = _months_in_stages(lifecycle)[_ADVOCATE, _CUSTOMER]
    return float(months * lifecycle.referral_per_advocate * lifecycle.activation_rate)


def _settled(lifecycle: Lifecycle) -> np.ndarray:
    """I - A, once it is known that the stages settle."""
    coefficient = referral_coefficient(lifecycle)
    if coefficient >= 1:
        raise PlainError(
            Text(
                en=f"Each customer brings {coefficient:.2f} others: "
                "the customer base grows without limit and never settles.",
                fr=f"Chaque client en amène {coefficient:.2f} autres : "
                "la clientèle croît sans limite et ne se stabilise jamais.",
            )
        )
    return np.asarray(np.eye(len(STAGES)) - _moves(lifecycle))


def steady_state(lifecycle: Lifecycle) -> pd.Series:
    """The people in each stage once as many leave as come in: n = (I - A)^-1 b.

    Limits: where the rates lead if they last; with customers kept at 90 % a month it takes
    some years to get there.

    >>> steady_state(Lifecycle()).round(1).to_dict()  # doctest: +NORMALIZE_WHITESPACE
    {'prospect': 2000.0, 'visitor': 495.3, 'customer': 170.7, 'loyal': 105.9, 'advocate': 47.7,
     'lapsed': 255.3}
    >>> steady_state(Lifecycle(referral_per_advocate=20))
    Traceback (most recent call last):
    mktlib.core.text.PlainError: Each customer brings 1.92 others: the customer base grows \
without limit and never settles.
    """
    people = np.linalg.solve(_settled(lifecycle), _arrivals(lifecycle))
    people = np.maximum(people, 0.0)  # an empty stage may come out of the solver as -1e-17
    return pd.Series(people, index=pd.Index(STAGES, name="stage"), name="people")


def value_of_a_person(lifecycle: Lifecycle) -> pd.Series:
    """All the margin, in euros, that one more person in a stage will ever bring.

    v = (I - A')^-1 g, with g the margin of a month by stage: their own, until they are lost
    for good, and that of everybody they recommend, and so on.
    The most that it is worth paying to have one more there.  Not discounted.

    >>> value_of_a_person(Lifecycle()).round(2).to_dict()  # doctest: +NORMALIZE_WHITESPACE
    {'prospect': 5.55, 'visitor': 27.73, 'customer': 554.67, 'loyal': 803.16,
     'advocate': 1185.69, 'lapsed': 131.02}
    """
    value = np.linalg.solve(_settled(lifecycle).T, _margins(lifecycle))
    return pd.Series(value, index=pd.Index(STAGES, name="stage"), name="value_eur")


def value_of_a_point(lifecycle: Lifecycle) -> pd.Series:
    """What one more point (0.01) of each rate adds to the steady monthly margin, in euros.

    d(g'n)/dx = v' (dA/dx) n,  from differentiating n = A n + b

    n: `steady_state`; v: `value_of_a_person`; g: margins.  A is a straight line in each rate,
    so that dA/dx = A(x=1) - A(x=0) exactly.  For `referral_per_advocate` a point is one more
    visitor sent by a hundred advocates.
    Limits: the slope where we are, for a small change, others kept; a whole point gives a
    little more or less.

    >>> value_of_a_point(Lifecycle()).round(1).to_dict()  # doctest: +NORMALIZE_WHITESPACE
    {'acquisition_rate': 554.7, 'activation_rate': 2747.5, 'retention_rate': 2000.5,
     'loyalty_rate': 381.7, 'advocacy_rate': 364.7, 'referral_per_advocate': 13.2,
     'return_rate': 1115.1}
    """
    people = steady_state(lifecycle).to_numpy()
    value = value_of_a_person(lifecycle).to_numpy()
    slopes = {}
    for rate in RATES:
        at_one, at_zero = (_moves(replace(lifecycle, **{rate: x})) for x in (1.0, 0.0))
        slopes[rate] = 0.01 * float(value @ (at_one - at_zero) @ people)
    return pd.Series(slopes, name="gain_eur").rename_axis("lever")


def next_euro(lifecycle: Lifecycle, cost_of_a_point_eur: Mapping[str, float]) -> pd.DataFrame:
    """Where one more euro a month brings most margin a month, once the stages have settled.

    gain of a point / cost of a point, for each lever named in `cost_of_a_point_eur`: rates
    (what keeping one point more costs, a month) and `prospects_per_month` (its "point" is one
    prospect more a month).  Columns `value` (of the lever now), `gain_eur`, `cost_eur`,
    `margin_of_next_euro_eur`.  A rate that is at 1 already gains nothing.
    Teaching assumption: the costs, which the student sets.

    >>> table = next_euro(Lifecycle(), {"prospects_per_month": 2, "retention_rate": 500})
    >>> table["margin_of_next_euro_eur"].round(2).to_dict()
    {'prospects_per_month': 2.77, 'retention_rate': 4.0}
    """
    costs = _by_name("cost_of_a_point_eur", cost_of_a_point_eur)
    unknown = [lever for lever in costs if lever not in _LEVERS]
    if unknown:
        names = ", ".join(_LEVERS)
        raise PlainError(
            Text(
                en=f"{unknown[0]!r} is no lever: the levers are {names}.",
                fr=f"« {unknown[0]} » n’est pas un levier : les leviers sont {names}.",
            )
        )
    gains = dict(value_of_a_point(lifecycle))
    gains["prospects_per_month"] = value_of_a_person(lifecycle)["prospect"]
    levers = list(costs)
    full = {x for x in levers if x.endswith("_rate") and getattr(lifecycle, x) == 1}
    table = pd.DataFrame(
        {
            "value": [getattr(lifecycle, lever) for lever in levers],
            "gain_eur": [0.0 if lever in full else gains[lever] for lever in levers],
            "cost_eur": [positive(lever, cost) for lever, cost in costs.items()],
        },
        index=pd.Index(levers, name="lever"),
    )
    return table.assign(margin_of_next_euro_eur=table["gain_eur"] / table["cost_eur"])

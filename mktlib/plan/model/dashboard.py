"""What the player sees: a dashboard of counts, with their chance, and limits that ring.

The truth of a year is expected (`simulator`); what is seen differs from it as counts do.  A
month's leads are Poisson around their expectation, itself moved by what nobody controls (a
strike, a competitor's offer): some 15 % a month, so one month misleads and a quarter
informs.  The noise of a month depends on the market, the seed and the month alone: playing
further never changes what was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from mktlib.core.inputs import numeric, whole
from mktlib.core.text import PlainError, Text
from mktlib.kpis.model import cost_per_lead

from .levers import AUDIENCES, CHANNELS, MONTHS, PUSH_CHANNELS, Levers, Plan, levers_of
from .market import Market, stream_of
from .simulator import FOLLOWERS_AT_FIRST, IMPRESSIONS_PER_EUR, SOURCES, VISITS_PER_LEAD, Flows, run

KPIS = (
    "impressions",
    "visits",
    "leads",
    "cost_per_lead_eur",
    "new_customers",
    "lead_to_customer_rate",
    "referred_customers",
    "unsubscribes",
    "customers_lost",
    "followers",
    "margin_eur",
)
WOBBLE = {  # a month's standard deviation beyond counting, as a share: teaching assumptions
    "leads": 0.15,
    "new_customers": 0.10,
    "unsubscribes": 0.10,
    "customers_lost": 0.10,
    "impressions": 0.08,
    "visits": 0.08,
    "followers": 0.02,
    "margin_eur": 0.08,
}
COUNTED = ("leads", "new_customers", "unsubscribes", "customers_lost")
KPIS_TO_WATCH = 5

Limits = Mapping[str, tuple[float | None, float | None]]


@dataclass(frozen=True, repr=False)
class Dashboard:
    """What was seen up to a month.

    `months`: a row a month, a column for each of `KPIS`.
    `channels`: `spend_eur`, `leads`, `cost_per_lead_eur` since January, by channel.
    `audiences`: `leads`, `new_customers` since January, by audience.
    `lead_to_customer_rate`: new customers of a month / leads of that month, though most
    customers were leads of an earlier one.  `followers` are all there are.
    """

    months: pd.DataFrame
    channels: pd.DataFrame
    audiences: pd.DataFrame
    through_month: int

    def __repr__(self) -> str:
        return self.months.round(2).to_string()

    def _repr_html_(self) -> str:
        return str(self.months.round(2).to_html())


@dataclass(frozen=True, repr=False)
class Year:
    """A year in full: what happened (expected), what was seen, and what it is worth.

    `flows`: by month, source and audience; `truth`: the same, summed, a row a month;
    `kpis`: what the dashboard would have shown without noise; amounts in euros, and
    value = margin + lifetime value - spend (see `values_of`).
    """

    flows: Flows
    truth: pd.DataFrame
    kpis: pd.DataFrame
    dashboard: Dashboard
    spend_eur: float
    margin_eur: float
    lifetime_value_eur: float

    @property
    def value_eur(self) -> float:
        return self.margin_eur + self.lifetime_value_eur - self.spend_eur

    def __repr__(self) -> str:
        return self.truth.round(1).to_string()

    def _repr_html_(self) -> str:
        return str(self.truth.round(1).to_html())


def simulate(plan: Plan, market: Market, seed: int = 0) -> Year:
    """The year of a plan in a market: a pure function of the three, the same everywhere.

    >>> from .market import market_of
    >>> year = simulate(Plan(), market_of("Marion Dupont"))
    >>> round(year.spend_eur), len(year.truth), len(year.dashboard.months)
    (120000, 12, 12)
    >>> again = simulate(Plan(), market_of("marion dupont"))
    >>> again.dashboard.months.equals(year.dashboard.months)
    True
    """
    levers = levers_of([plan])
    flows, worth = run(levers, market, keep=True)
    assert flows is not None
    true = _true(flows, levers)
    return Year(
        flows=flows,
        truth=_truth(flows, levers),
        kpis=_months(true, levers),
        dashboard=_dashboard(_seen(true, market, seed), levers),
        spend_eur=float(levers.channel_eur.sum() + levers.care_eur.sum()),
        margin_eur=float(worth[0, 0]),
        lifetime_value_eur=float(worth[1, 0]),
    )


def open_truth(plan: Plan, market: Market) -> pd.DataFrame:
    """What really happened, month by month, expected: flows and stocks of people, and money.

    People come in fractions.  `leads_...` are new leads by where they came from; `cooled`: open
    leads that went cold; `strangers`, `open_leads`, `customers`, `lapsed`: stocks at the month's
    end, whose sum never changes; `subscribers`: customers who get messages.
    """
    return simulate(plan, market).truth


def play(plan: Plan, market: Market, through_month: int = MONTHS, seed: int = 0) -> Dashboard:
    """What the dashboard shows after so many months of a plan.

    `seed`: another one shows the same truth with other chance.

    >>> from .market import market_of
    >>> market = market_of("Marion Dupont")
    >>> first = play(Plan(), market, through_month=3)
    >>> later = play(Plan().from_month(4, pull_share=1), market, through_month=6)
    >>> len(first.months), later.months[:3].equals(first.months)
    (3, True)
    """
    levers = levers_of([plan])
    flows, _ = run(levers, market, keep=True)
    assert flows is not None
    seen = _seen(_true(flows, levers), market, seed)
    return _dashboard(seen, levers, _through(through_month))


def alarms(dashboard: Dashboard, limits: Limits) -> pd.DataFrame:
    """Which of the five KPIs watched were outside their limits, month by month.

    `limits`: five of `KPIS`, each with its lowest and highest tolerated value (None: no limit).
    "ok", "alarm", or "no value" where a KPI has none that month (a cost per lead without leads).

    >>> from .market import market_of
    >>> first = play(Plan(), market_of("Marion Dupont"), through_month=1)
    >>> alarms(first, {
    ...     "leads": (10_000, None), "visits": (1, None), "followers": (None, None),
    ...     "new_customers": (0, None), "unsubscribes": (0, 10_000),
    ... }).iloc[0].tolist()
    ['alarm', 'ok', 'ok', 'ok', 'ok']
    """
    checked = checked_limits(limits)
    return pd.DataFrame(
        {name: _judged(dashboard.months[name], *each) for name, each in checked.items()},
        index=dashboard.months.index,
    )


def what_hid(
    plan: Plan, market: Market, limits: Limits, through_month: int = MONTHS, seed: int = 0
) -> pd.DataFrame:
    """What the alarms hid: those that chance rang, and the truths that rang none.

    Row by row, the months and KPIs where what was seen or the truth lay outside the limits:
    `seen`, `truth` (what the KPI would have been without noise) and `verdict`: "real alarm",
    both outside; "false alarm", only what was seen; "silent truth", only the truth.
    """
    through = _through(through_month)
    year = simulate(plan, market, seed)
    seen, true = year.dashboard.months[:through], year.kpis[:through]
    rows = []
    for name, each in checked_limits(limits).items():
        shown, real = _judged(seen[name], *each), _judged(true[name], *each)
        for month in shown.index:
            verdict = {
                ("alarm", "alarm"): "real alarm",
                ("alarm", "ok"): "false alarm",
                ("ok", "alarm"): "silent truth",
                ("no value", "alarm"): "silent truth",
            }.get((shown[month], real[month]))
            if verdict:
                rows.append((month, name, seen.loc[month, name], true.loc[month, name], verdict))
    found = pd.DataFrame(rows, columns=["month", "kpi", "seen", "truth", "verdict"])
    return found.sort_values("month", kind="stable", ignore_index=True)


def checked_limits(limits: Limits) -> dict[str, tuple[float, float]]:
    """The five KPIs and their two limits, infinite where there is none."""
    unknown = [name for name in limits if name not in KPIS]
    if unknown:
        raise PlainError(
            Text(
                en=f"The dashboard has no {unknown[0]!r}: choose among {', '.join(KPIS)}.",
                fr=f"Le tableau de bord n’a pas de {unknown[0]!r} : "
                f"choisissez parmi {', '.join(KPIS)}.",
            )
        )
    if len(limits) != KPIS_TO_WATCH:
        raise PlainError(
            Text(
                en=f"Watch {KPIS_TO_WATCH} KPIs, not {len(limits)}: who watches everything "
                "sees nothing.",
                fr=f"Surveillez {KPIS_TO_WATCH} KPI, pas {len(limits)} : qui surveille tout "
                "ne voit rien.",
            )
        )
    return {name: _low_and_high(name, each) for name, each in limits.items()}


def _low_and_high(name: str, limits: Any) -> tuple[float, float]:
    if not isinstance(limits, tuple | list) or len(limits) != 2:
        raise PlainError(
            Text(
                en=f"{name} takes two limits, lowest and highest, None for no limit: (80, None).",
                fr=f"« {name} » prend deux limites, la plus basse et la plus haute, "
                "None pour aucune : (80, None).",
            )
        )
    low, high = (
        end if each is None else float(numeric(name, each))
        for each, end in zip(limits, (-np.inf, np.inf), strict=True)
    )
    if not low <= high:
        raise PlainError(
            Text(
                en=f"{name}: the lowest limit comes first, then the highest.",
                fr=f"{name} : la limite la plus basse d’abord, puis la plus haute.",
            )
        )
    return low, high


def _judged(values: pd.Series, low: float, high: float) -> pd.Series:
    rings = (values < low) | (values > high)
    return rings.map({True: "alarm", False: "ok"}).where(values.notna(), "no value")


def _through(month: int) -> int:
    if whole("through_month", month, least=1) > MONTHS:
        raise PlainError(
            Text(
                en=f"A year has {MONTHS} months: through_month lies between 1 and {MONTHS}.",
                fr=f"Une année a {MONTHS} mois : « through_month » est compris "
                f"entre 1 et {MONTHS}.",
            )
        )
    return int(month)


# The truth of a year, as a dashboard would count it


def _true(flows: Flows, levers: Levers) -> dict[str, np.ndarray]:
    """By month first; leads and new customers by source and audience too."""
    leads = flows.leads[0]
    return {
        "leads": leads,
        "new_customers": flows.new_customers[0],
        "unsubscribes": flows.unsubscribed[0],
        "customers_lost": flows.lost[0].sum(axis=1),
        "impressions": levers.channel_eur[0] @ IMPRESSIONS_PER_EUR,
        "visits": leads.sum(axis=2) @ VISITS_PER_LEAD,
        "followers": np.diff(flows.followers[0], prepend=FOLLOWERS_AT_FIRST),
        "margin_eur": flows.margin_eur[0],
    }


def _seen(true: dict[str, np.ndarray], market: Market, seed: int) -> dict[str, np.ndarray]:
    """The same with chance: each month and each kind of count from its own stream."""
    from scipy.special import ndtri, pdtrik

    seen = {}
    for name, expected in true.items():
        shown = np.empty_like(expected)
        for month in range(MONTHS):
            stream = stream_of(market.seed, whole("seed", seed), month, name)
            even = np.random.default_rng(stream).random(1 + expected[month].size)
            z = ndtri(np.clip(even, 1e-12, 1 - 1e-12))
            wobble = WOBBLE[name]
            if name in COUNTED:
                mean = expected[month] * np.exp(wobble * z[0] - wobble**2 / 2)
                chance = even[1:].reshape(np.shape(mean))
                at_all = (chance > np.exp(-mean)) & (mean > 0)  # else nobody
                count = pdtrik(np.where(at_all, chance, 0.5), np.where(at_all, mean, 1.0))
                shown[month] = np.where(at_all, np.ceil(count), 0.0)
            elif name == "margin_eur":
                shown[month] = np.round(expected[month] * (1 + wobble * z[0]), 2)
            else:
                shown[month] = np.round(expected[month] * np.exp(wobble * z[0] - wobble**2 / 2))
        seen[name] = shown
    return seen


def _months(counts: dict[str, np.ndarray], levers: Levers) -> pd.DataFrame:
    """The KPIs of each month, from counts that are true or seen."""
    leads, won = counts["leads"].sum(axis=(1, 2)), counts["new_customers"].sum(axis=(1, 2))
    months = len(leads)
    spend = levers.channel_eur[0, :months].sum(axis=1) + levers.care_eur[0, :months]
    columns = {
        "impressions": counts["impressions"],
        "visits": counts["visits"],
        "leads": leads,
        "cost_per_lead_eur": _ratio(cost_per_lead, spend, leads),
        "new_customers": won,
        "lead_to_customer_rate": np.divide(
            won, leads, out=np.full(months, np.nan), where=leads > 0
        ),
        "referred_customers": counts["new_customers"][:, SOURCES.index("referred")].sum(axis=1),
        "unsubscribes": counts["unsubscribes"],
        "customers_lost": counts["customers_lost"],
        "followers": FOLLOWERS_AT_FIRST + np.cumsum(counts["followers"]),
        "margin_eur": counts["margin_eur"],
    }
    table = pd.DataFrame(columns, index=pd.RangeIndex(1, months + 1, name="month"))
    return table[[*KPIS]]


def _dashboard(
    seen: dict[str, np.ndarray], levers: Levers, through_month: int = MONTHS
) -> Dashboard:
    so_far = {name: counts[:through_month] for name, counts in seen.items()}
    spent = levers.channel_eur[0, :through_month].sum(axis=0)
    by_source = so_far["leads"].sum(axis=(0, 2))[: len(CHANNELS)]
    return Dashboard(
        months=_months(so_far, levers),
        channels=pd.DataFrame(
            {
                "spend_eur": spent,
                "leads": by_source,
                "cost_per_lead_eur": _ratio(cost_per_lead, spent, by_source),
            },
            index=pd.Index(CHANNELS, name="channel"),
        ),
        audiences=pd.DataFrame(
            {name: so_far[name].sum(axis=(0, 1)) for name in ("leads", "new_customers")},
            index=pd.Index(AUDIENCES, name="audience"),
        ),
        through_month=through_month,
    )


def _ratio(kpi: Callable[..., Any], top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """A KPI where it has a denominator, blank where it has none."""
    shown = np.full(len(top), np.nan)
    shown[bottom > 0] = kpi(top[bottom > 0], bottom[bottom > 0])
    return shown


def _truth(flows: Flows, levers: Levers) -> pd.DataFrame:
    by_source = flows.leads[0].sum(axis=2)
    pushed = len(PUSH_CHANNELS)
    return pd.DataFrame(
        {
            "spend_eur": levers.channel_eur[0].sum(axis=1) + levers.care_eur[0],
            "leads_push": by_source[:, :pushed].sum(axis=1),
            "leads_pull": by_source[:, pushed : len(CHANNELS)].sum(axis=1),
            "leads_unprompted": by_source[:, SOURCES.index("unprompted")],
            "leads_referred": by_source[:, SOURCES.index("referred")],
            "cooled": flows.cooled[0].sum(axis=1),
            "new_customers": flows.new_customers[0].sum(axis=(1, 2)),
            "customers_lost": flows.lost[0].sum(axis=1),
            "unsubscribes": flows.unsubscribed[0],
            "strangers": flows.strangers[0].sum(axis=1),
            "open_leads": flows.open_leads[0].sum(axis=1),
            "customers": flows.customers[0].sum(axis=1),
            "lapsed": flows.lapsed[0].sum(axis=1),
            "subscribers": flows.subscribers[0],
            "followers": flows.followers[0],
            "margin_eur": flows.margin_eur[0],
        },
        index=pd.RangeIndex(1, MONTHS + 1, name="month"),
    )

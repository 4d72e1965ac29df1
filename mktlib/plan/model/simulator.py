"""The year that a plan makes in a market: one pure function, for one plan or a hundred thousand.

The course's models put together, month after month.

- Push: `adstock` of the money of each channel and audience, then `hill_response`.
- Pull: `content_stock` of what the money publishes, times the readers that sharing brings
  (`expected_cascade`), then `hill_response`.
- Channel choice: the affinity of each channel with each audience multiplies both.
- Lifecycle: leads become customers or cool; customers leave as in the shifted beta-geometric,
  the least loyal first; messages bring purchases and unsubscriptions (`ask_preference`);
  customers recommend.

Nobody appears or vanishes: in each audience, people never met, open leads, customers and lapsed
customers always add up to the contacts.  Everything here is expected, so people come in
fractions; what the dashboard shows is counted, with noise (`dashboard`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mktlib.core.text import PlainError, Text
from mktlib.push_pull.model import hill_response

from .levers import AUDIENCES, BUDGET_EUR, CHANNELS, MONTHS, Levers, Plan, levers_of
from .market import FIRST_AGE_MONTHS, OUT_OF_TOUCH, Market

SOURCES = (*CHANNELS, "unprompted", "referred")
CHUNK = 1024  # plans at once: their arrays stay in the processor's cache

# Teaching assumptions, the same in every market; by channel in the order of `CHANNELS`
OTHER_QUALITY = [1.0, 1.3]  # of leads unprompted, and referred
REWARD_HALF_EUR = 60.0  # brings half of what rewards can add
FOLLOWERS_AT_FIRST = 2_000.0
FOLLOWERS_PER_EUR = np.array([0.0, 0.6, 0.0, 0.0, 0.1, 0.15, 0.15, 0.1])
FOLLOWERS_PER_REWARD = 0.1  # a month, of each customer: friends who follow for its sake
IMPRESSIONS_PER_EUR = np.array([15.0, 120.0, 30.0, 4.0, 10.0, 40.0, 15.0, 20.0])
VISITS_PER_LEAD = np.array([12.0, 30.0, 15.0, 4.0, 10.0, 12.0, 8.0, 8.0, 10.0, 5.0])  # `SOURCES`


@dataclass(frozen=True)
class Flows:
    """What happened each month, expected, to N plans.

    People: `leads` (N, months, 10 sources, 3 audiences) new leads; `cooled` (N, months, 3) open
    leads that went cold, back among the people to meet; `new_customers` as `leads`;
    `lost` (N, months, 3) customers who left; `unsubscribed` (N, months).
    Stocks at the end of each month: `strangers`, `open_leads`, `customers`, `lapsed`
    (N, months, 3); `subscribers`, `followers` (N, months).
    Money: `margin_eur` (N, months) of the month, costs paid out of it deducted.
    """

    leads: np.ndarray
    cooled: np.ndarray
    new_customers: np.ndarray
    lost: np.ndarray
    unsubscribed: np.ndarray
    strangers: np.ndarray
    open_leads: np.ndarray
    customers: np.ndarray
    lapsed: np.ndarray
    subscribers: np.ndarray
    followers: np.ndarray
    margin_eur: np.ndarray


def values_of(plans: Sequence[Plan] | Levers, market: Market) -> np.ndarray:
    """What each plan is worth in a market, euros: margin + lifetime value - budget.

    margin: of the year, first courses and later purchases, less rewards and the cost of asking
    preferences; lifetime value: of the customers there on 31 December, the margins of the 36
    months after, discounted at 10 % a year, with no marketing but one message a month to
    those still subscribed; budget: all of it, spent.
    Limits: leads still open, contents still read and adverts still remembered in January are
    worth nothing here; taxes, wages and everything else the company pays are not in it.
    """
    levers = plans if isinstance(plans, Levers) else levers_of(plans)
    worth = [
        run(levers.rows(first, first + CHUNK), market)[1].sum(axis=0)
        for first in range(0, len(levers), CHUNK)
    ]
    return np.concatenate(worth) - BUDGET_EUR if worth else np.zeros(0)


def value_eur(plan: Plan, market: Market) -> float:
    """What one plan is worth in a market, euros (see `values_of`)."""
    return float(values_of([plan], market)[0])


def attraction(levers: Levers, market: Market) -> np.ndarray:
    """Leads that each channel's stock would bring, were nobody met yet: (months, 8, 3, N).

    stock_t = x_t + c stock_(t-1), for every channel and audience, x: their money in halves of
    the curve, c: what is left a month later; leads = ceiling x stock / (1 + stock) x season.
    It is `adstock` (push) and `content_stock` (pull) followed by `hill_response`, all at once.
    """
    money = levers.channel_eur.transpose(1, 2, 0) * market.strength[:, None]
    aimed = levers.target_shares.transpose(1, 2, 0)
    stock = money[:, :, None] * aimed[:, None]  # month, channel, audience, plan
    for month in range(1, MONTHS):
        stock[month] += market.keeps[:, None, None] * stock[month - 1]
    response = np.asarray(hill_response(stock, ceiling=1.0, half_saturation=1.0))
    return response * (market.ceilings * market.season[:, None, :])[..., None]


def run(levers: Levers, market: Market, keep: bool = False) -> tuple[Flows | None, np.ndarray]:
    """The year of N plans: its flows if they are to be kept, and its worth.

    The worth (2, N), euros: the year's margin, and the lifetime value at its end.
    Inside, plans come last, side by side in memory; people are (audience, plan), leads
    (source, audience, plan), customers (month of joining, audience, plan), before January first.
    """
    if not isinstance(market, Market):
        raise PlainError(
            Text(
                en=f"A market is wanted after the plan, such as `market_of(name)`, "
                f"not {type(market).__name__}.",
                fr=f"Il faut un marché après le plan, par exemple `market_of(name)`, "
                f"pas {type(market).__name__}.",
            )
        )
    plans = len(levers)
    pushed_and_pulled = attraction(levers, market)
    walk_in = (market.walk_in_leads * market.season)[..., None]
    contacts, first = market["contacts"][:, None], market["first_customers"][:, None]
    quality = np.append(market["lead_quality"], OTHER_QUALITY)[:, None, None]
    staying = np.diff(market.log_survival, axis=1)  # ln of each month's retention, by age
    responses, leaving = market.message_curves

    strangers = np.tile(contacts - first, plans)
    leads = np.zeros((len(SOURCES), len(AUDIENCES), plans))  # open
    lapsed = np.zeros((len(AUDIENCES), plans))
    in_touch = np.zeros((MONTHS + 1, len(AUDIENCES), plans))
    out_of_touch = np.zeros_like(in_touch)
    in_touch[0] = first
    followers = np.full(plans, FOLLOWERS_AT_FIRST)
    margin_of_year = np.zeros(plans)
    kept: list[tuple[np.ndarray, ...]] = []

    for month in range(MONTHS):
        here, unheard = in_touch[: month + 1], out_of_touch[: month + 1]  # the cohorts there are
        members = here.sum(axis=0) + unheard.sum(axis=0)
        waiting = leads.sum(axis=(0, 1)) + members.sum(axis=0)
        care = levers.care_eur[:, month] / (waiting + 1)
        care = care / (care + market["care_half_eur"])
        reward = levers.referral_reward_eur[:, month]
        lure = reward / (reward + REWARD_HALF_EUR)
        gain = 1 + market["care_gain"] * care

        # People met: a share of those who are left to meet
        new = np.empty_like(leads)
        new[:-2] = pushed_and_pulled[month]
        new[-2] = walk_in[month]
        new[-1] = market["referral_rate"] * gain * (1 + market["reward_gain"] * lure) * members
        new *= strangers / contacts

        # Leads: some become customers, some of the others cool
        leads += new
        conversion = (market["conversion_rate"] * market.season[month])[:, None] * gain
        won = leads * quality * conversion
        leads -= won
        cooled = leads * market["cooling_rate"][:, None]
        leads -= cooled
        back = cooled.sum(axis=0)
        strangers += back - new.sum(axis=0)

        # Customers: some leave; of those written to, some buy, some unsubscribe
        age = month - np.arange(month + 1)
        age[0] += FIRST_AGE_MONTHS
        stays = staying[:, age].T[..., None] * (1 - market["care_keeps"] * care)
        here *= np.exp(stays)
        unheard *= np.exp(OUT_OF_TOUCH * stays)
        readers = here.sum(axis=(0, 1))
        stayed = here.sum(axis=0) + unheard.sum(axis=0)
        lapsed += members - stayed
        sent, asked = levers.messages_per_month[:, month], levers.ask_preference[:, month]
        answers, going = _curve(responses, sent, asked), _curve(leaving, sent, asked)
        gone = here * going
        here -= gone
        unheard += gone
        fresh = won.sum(axis=0)
        in_touch[month + 1] = fresh

        a_reader_eur = answers * market["margin_per_response_eur"]
        a_reader_eur -= asked * market["preference_cost_eur"]
        margin = market["first_margin_eur"] @ fresh + market["margin_a_month_eur"] @ stayed
        margin += readers * a_reader_eur - won[-1].sum(axis=0) * reward
        margin_of_year += margin
        if keep:
            bought = FOLLOWERS_PER_EUR @ levers.channel_eur[:, month].T
            followers = followers + bought + FOLLOWERS_PER_REWARD * members.sum(axis=0) * lure
            kept.append(
                (
                    new,
                    back,
                    won,
                    members - stayed,
                    readers * going,
                    strangers.copy(),
                    leads.sum(axis=0),
                    in_touch.sum(axis=0) + out_of_touch.sum(axis=0),
                    lapsed.copy(),
                    in_touch.sum(axis=(0, 1)),
                    followers,
                    margin,
                )
            )

    near_eur, far_eur = market.lifetime_values
    ahead = (in_touch * near_eur.T[..., None]).sum(axis=(0, 1))
    ahead += (out_of_touch * far_eur.T[..., None]).sum(axis=(0, 1))
    flows = None
    if keep:
        columns = (np.stack(each) for each in zip(*kept, strict=True))
        flows = Flows(*(np.moveaxis(each, -1, 0) for each in columns))
    return flows, np.array([margin_of_year, ahead])


def _curve(table: np.ndarray, sent: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """A rate read off its table (asked or not, 0 to 12 messages), straight in between."""
    whole = np.minimum(sent.astype(int), table.shape[1] - 2)
    which = asked.astype(int)
    low, high = table[which, whole], table[which, whole + 1]
    return low + (sent - whole) * (high - low)

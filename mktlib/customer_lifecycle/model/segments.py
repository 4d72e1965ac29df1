"""Customers put into segments by what they did, and the segmentation scored on what came next.

RFM: how recently, how often and for how much they bought.  The cut-offs are the business's
own (weeks, purchases, money), not fifths of the file: they mean the same next year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from mktlib.core.inputs import Quantity, column, counted, numeric, one, pair, positive
from mktlib.core.text import PlainError, Text

SEGMENTS = ("champions", "regulars", "promising", "cooling", "win_back", "sleeping")


@dataclass(frozen=True)
class RfmCuts:
    """Where a business draws the lines between its customers; defaults are a teaching choice.

    `recent_weeks`: last purchase at most that long ago: recent.
    `silent_weeks`: longer ago than that: silent (in between: cooling).
    `frequent_purchases`: at least that many repeat purchases: frequent.
    `big_spend`: at least that much spent in all: big.
    """

    recent_weeks: float = 13.0
    silent_weeks: float = 26.0
    frequent_purchases: float = 2
    big_spend: float = 50.0

    def __post_init__(self) -> None:
        for name in ("recent_weeks", "silent_weeks", "frequent_purchases"):
            positive(name, getattr(self, name))
        one("big_spend", self.big_spend, counted)
        if self.silent_weeks < self.recent_weeks:
            raise PlainError(
                Text(
                    en="silent_weeks cannot be below recent_weeks.",
                    fr="« silent_weeks » ne peut pas être inférieur à « recent_weeks ».",
                )
            )


def rfm_segments(
    weeks_since_last_purchase: Quantity,
    repeat_purchases: Quantity,
    spend: Quantity,
    cuts: RfmCuts | None = None,
) -> pd.Series:
    """The segment of each customer; every customer is in exactly one.

    champions: recent, frequent, big.   regulars: recent, frequent, not big.
    promising: recent, not frequent.    cooling: frequent, neither recent nor silent.
    win_back: frequent, silent.         sleeping: neither recent nor frequent.

    `weeks_since_last_purchase`: at the moment of deciding; `repeat_purchases`: the first one
    not counted; `spend`: in all, in one currency; `cuts`: see `RfmCuts`.
    Limits: what customers did, not what they will do; a customer who buys once a year is
    "silent" for eleven months.
    Source: RFM as in Hughes, Strategic Database Marketing (1994); these segments are ours.

    >>> rfm_segments([2, 2, 2, 20, 30, 30], [5, 5, 0, 5, 5, 0], [90, 20, 90, 90, 90, 90]).tolist()
    ['champions', 'regulars', 'promising', 'cooling', 'win_back', 'sleeping']
    """
    cuts = cuts or RfmCuts()
    weeks, purchases = pair(
        weeks_since_last_purchase=weeks_since_last_purchase, repeat_purchases=repeat_purchases
    )
    spent, _ = pair(spend=spend, repeat_purchases=repeat_purchases)
    recent, silent = weeks <= cuts.recent_weeks, weeks > cuts.silent_weeks
    frequent, big = purchases >= cuts.frequent_purchases, spent >= cuts.big_spend
    names = np.select(
        [recent & frequent & big, recent & frequent, recent, frequent & ~silent, frequent],
        SEGMENTS[:5],
        default=SEGMENTS[5],
    )
    index = spend.index if isinstance(spend, pd.Series) else None
    return pd.Series(pd.Categorical(names, categories=SEGMENTS), index=index, name="segment")


def rfm_table(customers: pd.DataFrame, cuts: RfmCuts | None = None) -> pd.DataFrame:
    """The customers of `cdnow` at the moment of deciding, each in a segment.

    `customers`: columns customer, repeat_purchases, weeks_to_last_purchase, weeks_observed,
    mean_repeat_value_usd, holdout_purchases, holdout_spend_usd; with first_purchase_value_usd,
    the first purchase is in the spend too.
    Weeks since the last purchase = weeks_observed - weeks_to_last_purchase, both counted from
    the first purchase (which is the last one of those who never came back).
    Columns: customer, weeks_since_last_purchase, repeat_purchases, spend_usd, segment,
    holdout_purchases, holdout_spend_usd (what came in the weeks set aside: not to be looked
    at when choosing the cut-offs).
    """
    spend = customers["repeat_purchases"] * customers["mean_repeat_value_usd"]
    if "first_purchase_value_usd" in customers:
        spend = spend + customers["first_purchase_value_usd"]
    weeks = customers["weeks_observed"] - customers["weeks_to_last_purchase"]
    return pd.DataFrame(
        {
            "customer": customers["customer"],
            "weeks_since_last_purchase": weeks,
            "repeat_purchases": customers["repeat_purchases"],
            "spend_usd": spend,
            "segment": rfm_segments(weeks, customers["repeat_purchases"], spend, cuts),
            "holdout_purchases": customers["holdout_purchases"],
            "holdout_spend_usd": customers["holdout_spend_usd"],
        }
    )


def _names(segments: pd.Series, customers: int) -> pd.Series:
    names = np.asarray(segments, dtype=object)
    if names.shape != (customers,) or not set(names) <= set(SEGMENTS):
        raise PlainError(
            Text(
                en=f"segments needs one of the six names for each of the {customers} customers: "
                "take what rfm_segments gives.",
                fr=f"« segments » doit donner un des six noms pour chacun des {customers} clients : "
                "prenez ce que donne « rfm_segments ».",
            )
        )
    return pd.Series(names)


def segment_value(segments: pd.Series, spend: Quantity, holdout_spend: Quantity) -> pd.DataFrame:
    """What each segment has spent, and what it spent afterwards.

    Rows: the six segments; columns customers, customer_share, spend, spend_share,
    holdout_spend, holdout_spend_share, holdout_spend_per_customer (blank where nobody is).

    >>> segments = rfm_segments([1, 1, 40, 40], [3, 3, 0, 0], [80, 60, 10, 50])
    >>> table = segment_value(segments, [80, 60, 10, 50], [30, 0, 0, 10])
    >>> table.loc[["champions", "sleeping"], ["spend_share", "holdout_spend_share"]].values.tolist()
    [[0.7, 0.75], [0.3, 0.25]]
    """
    spent, after = pair(spend=spend, holdout_spend=holdout_spend)
    names = _names(segments, len(spent))
    table = pd.DataFrame({"segment": names, "spend": spent, "holdout_spend": after})
    groups = table.groupby("segment")[["spend", "holdout_spend"]]
    totals = groups.sum().reindex(SEGMENTS, fill_value=0.0)
    customers = groups.size().reindex(SEGMENTS, fill_value=0)
    return pd.DataFrame(
        {
            "customers": customers,
            "customer_share": customers / len(table),
            "spend": totals["spend"],
            "spend_share": totals["spend"] / spent.sum() if spent.any() else np.nan,
            "holdout_spend": totals["holdout_spend"],
            "holdout_spend_share": totals["holdout_spend"] / after.sum() if after.any() else np.nan,
            "holdout_spend_per_customer": totals["holdout_spend"] / customers.where(customers > 0),
        }
    ).rename_axis("segment")


def capture_curve(priority: Quantity, holdout_spend: Quantity) -> pd.DataFrame:
    """Contact customers from the highest priority down: the share of later spend one catches.

    Rows: the corners, one for each priority from the highest, after a first (0, 0); columns
    `contacted_share` of customers, `captured_share` of what all spent afterwards.  Straight
    lines in between: customers of equal priority are drawn by lot, and this is the average.
    Limits: they would have bought, contacted or not; it says whom to know, not what a
    contact changes (for that, leave some out at random).

    >>> capture_curve([3, 3, 1, 0], [50, 10, 0, 40]).values.tolist()
    [[0.0, 0.0], [0.5, 0.6], [0.75, 0.6], [1.0, 1.0]]
    """
    spend = column("holdout_spend", holdout_spend)
    rank = np.asarray(numeric("priority", priority), dtype=float)
    if rank.shape != spend.shape or np.isnan(rank).any():
        raise PlainError(
            Text(
                en="priority needs one number for each row of holdout_spend.",
                fr="« priority » doit donner un nombre pour chaque ligne de « holdout_spend ».",
            )
        )
    if not spend.any():
        raise PlainError(
            Text(
                en="Nobody bought afterwards: there is nothing to score against.",
                fr="Personne n’a acheté ensuite : il n’y a rien à quoi comparer.",
            )
        )
    _, level = np.unique(-rank, return_inverse=True)
    contacted, captured = (np.bincount(level, w).cumsum() for w in (np.ones(rank.size), spend))
    return pd.DataFrame(
        {
            "contacted_share": np.append(0.0, contacted / contacted[-1]),
            "captured_share": np.append(0.0, captured / captured[-1]),
        }
    )


def captured_share(priority: Quantity, holdout_spend: Quantity, contacts: float) -> float:
    """The share of later spend that comes from the `contacts` customers of highest priority.

    `capture_curve` read at contacts / customers; equal priorities are drawn by lot.

    >>> captured_share([3, 3, 1, 0], [50, 10, 0, 40], contacts=1)  # 50 or 10: 30 of 100
    0.3
    """
    curve = capture_curve(priority, holdout_spend)
    share = _contacts(contacts, np.size(priority)) / np.size(priority)
    return float(np.interp(share, curve["contacted_share"], curve["captured_share"]))


def _contacts(contacts: float, customers: int) -> float:
    if not 0 <= one("contacts", contacts) <= customers:
        raise PlainError(
            Text(
                en=f"contacts lies between 0 and the {customers} customers.",
                fr=f"« contacts » est compris entre 0 et les {customers} clients.",
            )
        )
    return float(contacts)


@dataclass(frozen=True)
class HoldoutScore:
    """How good a contact plan was, on weeks it had not seen: shares of all that was spent.

    `captured_share`: by the student's segments, in the student's order.
    `recent_first_share`: by plainly starting with the latest buyer.
    `chance_share`: by lot.  `perfect_share`: by knowing what each would spend.
    `skill`: (captured - chance) / (perfect - chance): 0 like chance, 1 like foresight; blank
    when everybody or nobody is contacted.
    `plan`: rows `segment` in the order; columns customers, contacted, holdout_spend_captured.
    """

    captured_share: float
    recent_first_share: float
    chance_share: float
    perfect_share: float
    skill: float
    plan: pd.DataFrame


def holdout_score(
    segments: pd.Series,
    weeks_since_last_purchase: Quantity,
    holdout_spend: Quantity,
    contacts: float,
    order: Sequence[str] = SEGMENTS,
) -> HoldoutScore:
    """Contact the segments one after the other until the budget is spent: what is caught?

    The segment in which the budget ends is contacted by lot, as are equal weeks in "recent
    first"; scores are averages over the lots.  Segments left out of `order` come last,
    together.

    `segments`: of each customer; `holdout_spend`: what each spent in the weeks set aside;
    `contacts`: customers that the budget can reach.
    Limits: as in `capture_curve`: it scores knowing who will buy, not making them buy.

    >>> segments = rfm_segments([1, 2, 3, 40], [3, 0, 3, 0], [80, 10, 60, 50])
    >>> score = holdout_score(segments, [1, 2, 3, 40], [30, 20, 40, 10], contacts=2)
    >>> score.captured_share, score.recent_first_share, score.chance_share, score.perfect_share
    (0.7, 0.5, 0.5, 0.7)
    """
    weeks, spend = pair(
        weeks_since_last_purchase=weeks_since_last_purchase, holdout_spend=holdout_spend
    )
    names = _names(segments, spend.size)
    unknown = [name for name in order if name not in SEGMENTS]
    if unknown or len(set(order)) < len(order):
        listed = ", ".join(SEGMENTS)
        raise PlainError(
            Text(
                en=f"order names each segment once at most: {listed}.",
                fr=f"« order » cite chaque segment une fois au plus : {listed}.",
            )
        )
    ranks = {name: -position for position, name in enumerate(order)}
    priority = names.map(ranks).fillna(-len(SEGMENTS)).to_numpy(dtype=float)

    def share(by: np.ndarray) -> float:
        return captured_share(by, spend, contacts)

    captured, chance, perfect = share(priority), share(np.zeros(spend.size)), share(spend)
    return HoldoutScore(
        captured_share=captured,
        recent_first_share=share(-weeks),
        chance_share=chance,
        perfect_share=perfect,
        skill=(captured - chance) / (perfect - chance) if perfect > chance else float("nan"),
        plan=_plan(names, spend, contacts, order),
    )


def _plan(
    names: pd.Series, spend: np.ndarray, contacts: float, order: Sequence[str]
) -> pd.DataFrame:
    totals = pd.Series(spend).groupby(names).agg(["size", "sum"])
    totals = totals.reindex(list(order), fill_value=0)
    customers = totals["size"]
    contacted = (contacts - customers.cumsum() + customers).clip(0, customers)
    reached = (contacted / customers.where(customers > 0)).fillna(0.0)
    return pd.DataFrame(
        {
            "customers": customers,
            "contacted": contacted,
            "holdout_spend_captured": totals["sum"] * reached,
        }
    ).rename_axis("segment")

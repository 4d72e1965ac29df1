"""The RFM desk: three cut-offs and a number of contacts, scored on the weeks set aside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.lab import Lab, Menu, Slider, refuse_untried
from mktlib.core.text import Text

from .. import model, view

WEEKS_AHEAD = 39  # as many set aside as observed
SILENT_WEEKS = 26
START = (13, 2, 50, 400)

Curve = tuple[np.ndarray, np.ndarray]  # customers contacted, share of all dollars


@dataclass(frozen=True)
class Desk:
    """Customers sorted into segments, contacted in that order until the contacts run out.

    `segments`: by segment, `customers`, `contacted`, `spend_each_usd` (weeks 1-39),
    `holdout_each_usd` (weeks 40-78).  `scores`: the share of all dollars of weeks 40-78 that
    those contacted bring, if chosen by `chance`, by these segments (`mine`), by the expectation
    of the BG/NBD and Gamma-Gamma models (`model`), with `perfect` foresight.  `past_share`,
    `past_curve`: the same for these segments, over the dollars of weeks 1-39.
    """

    cuts: model.RfmCuts
    customers: int
    contacts: int
    revealed: bool
    segments: pd.DataFrame
    scores: dict[str, float]
    curves: dict[str, Curve]
    past_share: float
    past_curve: Curve
    holdout_usd: float


def desk(
    recent_weeks: int, frequent_purchases: int, big_spend: int, contacts: int, reveal: str
) -> Desk:
    """Segments by these cut-offs, and what contacting the first of them brings."""
    revealed = reveal == "after"
    refuse_untried(revealed, (recent_weeks, frequent_purchases, big_spend, contacts), START)
    cuts = model.RfmCuts(recent_weeks, SILENT_WEEKS, frequent_purchases, big_spend)
    customers = _customers()
    sorted_in = _sorted(cuts)
    curves = {"mine": sorted_in.after, **_yardsticks()}
    reached = np.minimum(sorted_in.after[0], contacts)
    return Desk(
        cuts=cuts,
        customers=len(customers),
        contacts=contacts,
        revealed=revealed,
        segments=sorted_in.segments.assign(contacted=np.diff(reached)),
        scores={
            "chance": contacts / len(customers),
            **{name: float(np.interp(contacts, *curve)) for name, curve in curves.items()},
        },
        curves=curves,
        past_share=float(np.interp(contacts, *sorted_in.before)),
        past_curve=sorted_in.before,
        holdout_usd=float(customers["holdout_spend_usd"].sum()),
    )


@dataclass(frozen=True)
class _Sorted:
    segments: pd.DataFrame
    before: Curve
    after: Curve


@cache
def _sorted(cuts: model.RfmCuts) -> _Sorted:
    """The customers by segment, and the dollars they account for, in the order of contact."""
    customers = _customers()
    segments = model.rfm_segments(
        customers["weeks_since_last_purchase"],
        customers["repeat_purchases"],
        customers["spend_usd"],
        cuts,
    )
    counts, before, after = (
        np.bincount(segments.cat.codes, weights, len(model.SEGMENTS))
        for weights in (None, customers["spend_usd"], customers["holdout_spend_usd"])
    )
    people = np.where(counts, counts, np.nan)
    table = pd.DataFrame(
        {
            "customers": counts,
            "spend_each_usd": before / people,
            "holdout_each_usd": after / people,
        },
        index=list(model.SEGMENTS),
    )
    so_many, before, after = (np.append(0, np.cumsum(values)) for values in (counts, before, after))
    return _Sorted(table, (so_many, before / before[-1]), (so_many, after / after[-1]))


@cache
def _customers() -> pd.DataFrame:
    """One row a customer, spend of weeks 1-39 and of weeks 40-78 included."""
    return model.rfm_table(load("cdnow"), model.RfmCuts())


@cache
def _yardsticks() -> dict[str, Curve]:
    """What is captured by the order of the models' expected spend, and by the best order."""
    table, after = load("cdnow"), _customers()["holdout_spend_usd"]
    seen = table["repeat_purchases"], table["weeks_to_last_purchase"], table["weeks_observed"]
    purchases = model.fit_bg_nbd(*seen).expected_purchases(WEEKS_AHEAD, *seen)
    spent = table["repeat_purchases"], table["mean_repeat_value_usd"]
    value = model.fit_gamma_gamma(*spent).expected_value(*spent)
    return {"model": _captured(purchases * value, after), "perfect": _captured(after, after)}


def _captured(priority: np.ndarray | pd.Series, spend: pd.Series) -> Curve:
    """The share of all spend by customers contacted, at every 25th of them."""
    curve = model.capture_curve(priority, spend)
    so_many = np.append(np.arange(0, len(spend), 25), len(spend))
    share = np.interp(so_many / len(spend), curve["contacted_share"], curve["captured_share"])
    return so_many, share


rfm = Lab(
    name="rfm",
    title=Text(
        en="The RFM desk: whom would you contact?",
        fr="Le pupitre RFM : qui contacteriez-vous ?",
    ),
    model=desk,
    view=view.draw_rfm,
    words=view.tell_rfm,
    controls=(
        Slider(
            name="recent_weeks",
            label=Text(
                en="Recent: last purchase at most", fr="Récent : dernier achat il y a au plus"
            ),
            low=2,
            high=24,
            step=1,
            default=13,
            unit=Text(en="weeks ago", fr="semaines"),
        ),
        Slider(
            name="frequent_purchases",
            label=Text(en="Frequent: at least", fr="Fréquent : au moins"),
            low=1,
            high=6,
            step=1,
            default=2,
            unit=Text(en="repeat purchases", fr="réachats"),
        ),
        Slider(
            name="big_spend",
            label=Text(en="Big: spent at least", fr="Gros client : a dépensé au moins"),
            low=10,
            high=300,
            step=10,
            default=50,
            unit=Text(en="$", fr="$"),
        ),
        Slider(
            name="contacts",
            label=Text(en="Customers you may contact", fr="Clients que vous pouvez contacter"),
            low=100,
            high=1500,
            step=50,
            default=400,
        ),
        Menu(
            name="reveal",
            label=Text(en="Show", fr="Montrer"),
            options={
                "before": Text(en="weeks 1 to 39", fr="les semaines 1 à 39"),
                "after": Text(en="what came after", fr="ce qui a suivi"),
            },
            default="before",
        ),
    ),
    caption=Text(
        en="Real: 2,357 customers of the CD seller CDNOW, who first bought in early 1997; "
        '"before" is weeks 1 to 39, "after" weeks 40 to 78. Our choice: the six segments, their order of '
        'contact, and 26 weeks without a purchase for "to win back". Inside a segment, contacts are '
        "drawn by lot (the mean of all draws is shown). What they spent was spent without your "
        "message: a good customer is not yet one whom a message moves.",
        fr="Réel : 2 357 clients du vendeur de disques CDNOW, premier achat début 1997 ; "
        "« avant » : semaines 1 à 39, « après » : semaines 40 à 78. Notre choix : les six segments, "
        "leur ordre de contact, et 26 semaines sans achat pour « à reconquérir ». Dans un segment, "
        "les contacts sont tirés au sort (moyenne de tous les tirages). Ces dollars ont été "
        "dépensés sans votre message : un bon client n’est pas encore un client qu’un message "
        "décide.",
    ),
    size=(9, 5),
)

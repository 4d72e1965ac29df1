"""Alive: a customer who fell silent, among the real customers of a shop."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.lab import Lab, Slider
from mktlib.core.text import Text

from .. import model, view

WEEKS = 39  # both the weeks on record and the weeks ahead
SILENCES = np.arange(0, WEEKS, 0.5)
FEW, MANY = 1, 10  # repeat purchases of the two customers who are drawn for comparison
NEARBY_WEEKS = 4


@dataclass(frozen=True)
class Silence:
    """A customer silent for some weeks, and what the model and real customers say of them.

    `curve`, `few_curve`, `many_curve`: chance to be alive at each of `silences`, with as many
    purchases as this customer, with `FEW` and with `MANY`; `other_purchases`: the one of the two
    to compare with; `nearby`: half the sides of the box, in purchases and in weeks, in which
    real customers are `like` this one.
    """

    repeat_purchases: int
    weeks_silent: float
    alive_share: float
    expected_purchases: float
    other_purchases: int
    other_share: float
    silences: np.ndarray
    curve: np.ndarray
    few_curve: np.ndarray
    many_curve: np.ndarray
    half_way: pd.Series
    dots: pd.DataFrame
    nearby: tuple[int, int]
    like: pd.DataFrame
    weeks: int = WEEKS
    few: int = FEW
    many: int = MANY


@cache
def _shop() -> tuple[model.BgNbd, pd.DataFrame]:
    """The model fitted to all customers, and what it says of each of them."""
    table = load("cdnow")
    seen = [
        table[name].to_numpy()
        for name in ("repeat_purchases", "weeks_to_last_purchase", "weeks_observed")
    ]
    fit = model.fit_bg_nbd(*seen)
    return fit, table.assign(
        weeks_silent=table["weeks_observed"] - table["weeks_to_last_purchase"],
        alive_share=fit.alive_share(*seen),
        expected_purchases=fit.expected_purchases(WEEKS, *seen),
    )


@cache
def _dots() -> pd.DataFrame:
    """Those with the same purchases and the same whole week of silence, in one dot."""
    _, customers = _shop()
    rounded = customers.assign(weeks_silent=customers["weeks_silent"].round())
    alike = rounded.groupby(["repeat_purchases", "weeks_silent"], as_index=False)
    return alike.agg(customers=("alive_share", "size"), alive_share=("alive_share", "mean"))


@cache
def _curve(repeat_purchases: int) -> np.ndarray:
    fit, _ = _shop()
    silent = np.full(SILENCES.shape, float(repeat_purchases)), WEEKS - SILENCES
    return fit.alive_share(*silent, np.full(SILENCES.shape, float(WEEKS)))


@cache
def _half_way() -> pd.Series:
    """The silence, in weeks, after which a customer is as likely gone as alive, by purchases."""
    weeks = {n: np.interp(-0.5, -_curve(n), SILENCES) for n in range(1, 30)}
    return pd.Series(weeks, name="weeks_silent")


def silence(repeat_purchases: int, weeks_silent: int) -> Silence:
    """A customer of `WEEKS` weeks with these purchases, then nothing for these weeks."""
    fit, customers = _shop()
    seen = float(repeat_purchases), float(WEEKS - weeks_silent), float(WEEKS)
    other = MANY if repeat_purchases <= 4 else FEW
    nearby = repeat_purchases // 4, NEARBY_WEEKS
    close = (customers["repeat_purchases"] - repeat_purchases).abs() <= nearby[0]
    close &= (customers["weeks_silent"].round() - weeks_silent).abs() <= nearby[1]
    return Silence(
        repeat_purchases=repeat_purchases,
        weeks_silent=weeks_silent,
        alive_share=float(fit.alive_share(*seen)),
        expected_purchases=float(fit.expected_purchases(WEEKS, *seen)),
        other_purchases=other,
        other_share=float(fit.alive_share(float(other), *seen[1:])),
        silences=SILENCES,
        curve=_curve(repeat_purchases),
        few_curve=_curve(FEW),
        many_curve=_curve(MANY),
        half_way=_half_way(),
        dots=_dots(),
        nearby=nearby,
        like=customers[close],
    )


alive = Lab(
    name="alive",
    title=Text(
        en="Who is still alive? Silence does not say the same of everyone",
        fr="Qui est encore client ? Le silence ne dit pas la même chose de chacun",
    ),
    model=silence,
    view=view.draw_alive,
    words=view.tell_alive,
    controls=(
        Slider(
            name="repeat_purchases",
            label=Text(en="Repeat purchases so far", fr="Réachats jusqu’ici"),
            low=1,
            high=20,
            step=1,
            default=2,
        ),
        Slider(
            name="weeks_silent",
            label=Text(en="Silent for", fr="Silence depuis"),
            low=0,
            high=38,
            step=1,
            default=8,
            unit=Text(en="weeks", fr="semaines"),
        ),
    ),
    caption=Text(
        en="Real: 2,357 customers of the CD shop CDNOW who first bought in early 1997, seen for 27 "
        "to 39 weeks, then for 39 more; each dot stands for all those with as many repeat purchases "
        "and the same whole weeks of silence (the larger the more). The chance is the model’s "
        "(BG/NBD; Fader, Hardie & Lee, 2005), for a customer of 39 weeks: it lets people leave only "
        "right after a repeat purchase, so the hollow dots, who never bought again, are all alive by "
        "assumption. Alive does not mean about to buy.",
        fr="Réel : 2 357 clients du disquaire CDNOW venus début 1997, observés de 27 à 39 semaines, "
        "puis 39 de plus ; chaque point réunit ceux qui ont autant de réachats et le même silence en "
        "semaines entières (plus gros, plus nombreux). La probabilité est celle du modèle (BG/NBD ; "
        "Fader, Hardie & Lee, 2005), pour un client de 39 semaines : il ne laisse partir que juste "
        "après un réachat, si bien que les points vides, jamais revenus, sont tous encore clients par "
        "hypothèse. Être encore client ne veut pas dire être sur le point d’acheter.",
    ),
)

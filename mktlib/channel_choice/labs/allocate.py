"""Allocate: share a budget by hand, then see what the best plan would have brought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pandas as pd

from mktlib.core.lab import EUR, Lab, Menu, Slider, Split, refuse_untried
from mktlib.core.text import Text

from .. import model, view

CHANNELS = (
    model.Channel("search", ceiling=50_000, half_saturation_eur=8000),
    model.Channel("social", ceiling=60_000, half_saturation_eur=20_000),
    model.Channel("television", ceiling=85_000, half_saturation_eur=26_000, shape=3),
    model.Channel("fair", ceiling=60_000, half_saturation_eur=20_000, least_eur=12_000),
)
NAMES = {
    "search": Text(en="Paid search", fr="Liens sponsorisés"),
    "social": Text(en="Social networks", fr="Réseaux sociaux"),
    "television": Text(en="Television", fr="Télévision"),
    "fair": Text(en="Trade fair", fr="Salon"),
}
MOST_EUR = 90_000
START = (0.25, 0.25, 0.25, 0.25)


@dataclass(frozen=True)
class SharedBudget:
    """A plan, channel by channel, and the best one for the same total.

    `plan`: by channel, `spend_eur`, `value` (margin brought, euros), `value_of_next_euro`,
    `wasted` (spent, but below the channel's minimum), `best_eur`; `curves`: what each channel
    brings, by what is spent on it.
    """

    names: dict[str, Text]
    channels: tuple[model.Channel, ...]
    curves: pd.DataFrame
    total_eur: float
    plan: pd.DataFrame
    best: model.Allocation
    revealed: bool

    @property
    def value(self) -> float:
        return float(self.plan["value"].sum())

    @property
    def regret_eur(self) -> float:
        return self.best.value - self.value


def shared_budget(split: tuple[float, ...], total_eur: float, reveal: str) -> SharedBudget:
    """What a split of the total brings; less than a channel's minimum buys nothing there."""
    revealed = reveal == "best"
    refuse_untried(revealed, split, START)
    best = best_plan(total_eur)
    plan = _what_it_brings([share * total_eur for share in split])
    return SharedBudget(
        names=NAMES,
        channels=CHANNELS,
        curves=_curves(),
        total_eur=total_eur,
        plan=plan.assign(best_eur=best.split_eur),
        best=best,
        revealed=revealed,
    )


def _what_it_brings(spend_eur: Sequence[float]) -> pd.DataFrame:
    table = model.response_table(CHANNELS, spend_eur)
    below = table["spend_eur"].to_numpy() < [channel.least_eur for channel in CHANNELS]
    table.loc[below, ["value", "value_of_next_euro"]] = 0.0
    return table.assign(wasted=below & (table["spend_eur"] > 0))


@cache
def best_plan(total_eur: float) -> model.Allocation:
    """The best split, the minimum being paid or the channel left out, whichever brings more."""
    without = tuple(
        replace(channel, least_eur=0.0, most_eur=0.0) if channel.least_eur else channel
        for channel in CHANNELS
    )
    plans = [model.best_allocation(channels, total_eur) for channels in (CHANNELS, without)]
    return max(plans, key=lambda plan: plan.value)


@cache
def _curves() -> pd.DataFrame:
    grid = np.linspace(0, MOST_EUR, 181)
    values = {
        channel.name: np.where(grid < channel.least_eur, 0, channel.value(grid))
        for channel in CHANNELS
    }
    return pd.DataFrame(values, index=pd.Index(grid, name="spend_eur"))


allocate = Lab(
    name="allocate",
    title=Text(
        en="Share a budget: is the next euro worth the same everywhere?",
        fr="Répartir un budget : l’euro suivant vaut-il autant partout ?",
    ),
    model=shared_budget,
    view=view.draw_allocate,
    words=view.tell_allocate,
    controls=(
        Split(
            name="split",
            label=Text(en="Who gets what", fr="À chacun sa part"),
            parts=NAMES,
            default=START,
        ),
        Slider(
            name="total_eur",
            label=Text(en="Budget of the quarter", fr="Budget du trimestre"),
            low=30_000,
            high=MOST_EUR,
            step=5000,
            default=60_000,
            unit=EUR,
        ),
        Menu(
            name="reveal",
            label=Text(en="Show", fr="Montrer"),
            options={
                "mine": Text(en="my plan", fr="mon plan"),
                "best": Text(en="my plan and the best one", fr="mon plan et le meilleur"),
            },
            default="mine",
        ),
    ),
    caption=Text(
        en="Assumed, all of it: the four curves (Hill's, in margin before media), that channels "
        "neither help nor hinder one another, that television does little until there is much of "
        "it, and that a stand at the fair costs at least €12,000. Dashes: slope at your point, "
        "which is what the next euro brings back. The best plan is computed to the euro; yours "
        "moves in steps of 5%.",
        fr="Supposé, tout : les quatre courbes (de Hill, en marge avant dépense média), que les "
        "canaux ne s’aident ni ne se gênent, que la télévision fait peu tant qu’il y en a peu, et "
        "qu’un stand au salon coûte au moins 12 000 €. Pointillés : la pente à votre point, c’est ce "
        "que rapporte l’euro suivant. Le meilleur plan est calculé à l’euro près ; le vôtre avance "
        "par pas de 5 %.",
    ),
    size=(9, 5.5),
)

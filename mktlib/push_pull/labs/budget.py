"""Push and pull budget: two years of one budget, and the day the money stops."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from mktlib.core.lab import EUR, Lab, Slider
from mktlib.core.text import Text, money

from .. import model, view

WEEKS = 104
MARKET = model.Market()


@dataclass(frozen=True)
class BudgetRun:
    """Two years of a plan; leads in all and after the money stopped, of push and of pull."""

    plan: pd.DataFrame
    stop_week: int
    overtaking_week: int | None
    cheaper_week: int | None
    leads: dict[str, float]
    leads_after: dict[str, float]

    @property
    def weeks(self) -> int:
        return len(self.plan)

    @property
    def stops(self) -> bool:
        """Whether the money ends before the plan does."""
        return self.stop_week < self.weeks


def budget_run(
    total_eur_per_week: float,
    pull_share: float,
    carry_over: float,
    content_half_life_weeks: float,
    reproduction: float,
    stop_week: int,
) -> BudgetRun:
    """Two years of push and pull, and what is left of each when the money stops."""
    plan = model.push_pull_plan(
        total_eur_per_week,
        pull_share,
        carry_over,
        content_half_life_weeks,
        reproduction,
        stop_week,
        WEEKS,
        MARKET,
    )
    both = {name: plan[f"{name}_leads"].to_numpy() for name in ("push", "pull")}
    return BudgetRun(
        plan=plan,
        stop_week=stop_week,
        overtaking_week=model.overtaking_week(plan),
        cheaper_week=model.cheaper_week(plan),
        leads={name: leads.sum() for name, leads in both.items()},
        leads_after={name: leads[stop_week:].sum() for name, leads in both.items()},
    )


budget = Lab(
    name="budget",
    title=Text(
        en="Push or pull? Two years of one budget, and the day the money stops",
        fr="Push ou pull ? Deux ans d’un même budget, et le jour où l’argent s’arrête",
    ),
    model=budget_run,
    view=view.draw_budget,
    words=view.tell_budget,
    controls=(
        Slider(
            name="total_eur_per_week",
            label=Text(en="Budget per week", fr="Budget par semaine"),
            low=500,
            high=5000,
            step=250,
            default=2500,
            unit=EUR,
        ),
        Slider(
            name="pull_share",
            label=Text(en="Share that goes to pull", fr="Part consacrée au pull"),
            low=0.0,
            high=1.0,
            step=0.05,
            default=0.5,
            percent=True,
        ),
        Slider(
            name="carry_over",
            label=Text(en="Push: carry-over of adverts, a week", fr="Push : rémanence par semaine"),
            low=0.0,
            high=0.9,
            step=0.05,
            default=0.5,
        ),
        Slider(
            name="content_half_life_weeks",
            label=Text(en="Pull: half-life of content", fr="Pull : demi-vie des contenus"),
            low=1,
            high=52,
            step=1,
            default=13,
            unit=Text(en="weeks", fr="semaines"),
        ),
        Slider(
            name="reproduction",
            label=Text(
                en="Pull: readers each reader brings (R)", fr="Pull : lecteurs par lecteur (R)"
            ),
            low=0.0,
            high=0.8,
            step=0.05,
            default=0.5,
        ),
        Slider(
            name="stop_week",
            label=Text(en="Last week with money", fr="Dernière semaine payée"),
            low=13,
            high=WEEKS,
            step=1,
            default=52,
        ),
    ),
    caption=Text(
        en="Assumed: carry-over 0.5 a week (published long- and short-run elasticities, 0.24 and "
        "0.12, imply 0.5 per period of the data, often longer than a week; Sethuraman, Tellis & "
        "Briesch, 2011); R = 0.5 (two people a cascade, from Goel et al., 2016); each brings at "
        f"most {MARKET.leads_at_most:.0f} leads a week, half of them with "
        f"{money(MARKET.push_half_eur, code='en')} of adverts in memory or "
        f"{MARKET.pull_half_contents:.0f} fresh pieces of content read; a piece costs "
        f"{money(MARKET.publication_eur, code='en')}. A real yardstick: a lead of US search "
        "adverts cost about $60 (WordStream, 2016).",
        fr="Supposé : une rémanence de 0,5 par semaine (les élasticités publiées à long et à court "
        "terme, 0,24 et 0,12, impliquent 0,5 par période des données, souvent plus longue qu’une "
        "semaine ; Sethuraman, Tellis & Briesch, 2011) ; R = 0,5 (deux personnes par cascade, "
        "d’après Goel et al., 2016) ; chacun apporte au plus "
        f"{MARKET.leads_at_most:.0f} leads par semaine, la moitié avec "
        f"{money(MARKET.push_half_eur, code='fr')} de publicité en mémoire ou "
        f"{MARKET.pull_half_contents:.0f} contenus frais lus ; un contenu coûte "
        f"{money(MARKET.publication_eur, code='fr')}. Repère "
        "réel : un lead des annonces de recherche américaines coûtait environ 60 $ (WordStream, "
        "2016).",
    ),
)

"""The affinity map: which platforms has a target more than others, and what is that worth?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.lab import Lab, Menu, Slider
from mktlib.core.text import Text

from .. import model, view

COST_PER_THOUSAND_EUR = 10.0
TARGETS = {
    "women": Text(en="Women", fr="Femmes"),
    "men": Text(en="Men", fr="Hommes"),
    "18-29": Text(en="Ages 18 to 29", fr="18 à 29 ans"),
    "30-49": Text(en="Ages 30 to 49", fr="30 à 49 ans"),
    "50-64": Text(en="Ages 50 to 64", fr="50 à 64 ans"),
    "65+": Text(en="Ages 65 and over", fr="65 ans et plus"),
    "college graduate": Text(en="College graduates", fr="Diplômés du supérieur"),
    "high school or less": Text(en="High school or less", fr="Lycée au plus"),
}
# Of all adults: one mix that makes the survey's groups add up to its totals.
SHARES_OF_ADULTS = {
    "women": 0.5,
    "men": 0.5,
    "18-29": 0.22,
    "30-49": 0.28,
    "50-64": 0.28,
    "65+": 0.22,
    "college graduate": 0.3,
    "high school or less": 0.39,
}
BASES = {
    "adults_2021": Text(en="All adults, 2021 (as the target)", fr="Tous, 2021 (comme la cible)"),
    "online_2016": Text(en="Online adults, 2016", fr="Internautes, 2016"),
    "adults_2016": Text(en="All adults, 2016", fr="Tous les adultes, 2016"),
}
SURVEYS = {
    "adults_2021": ("Pew 2021", "all adults"),
    "online_2016": ("Pew 2016", "online adults"),
    "adults_2016": ("Pew 2016", "all adults"),
}


@dataclass(frozen=True)
class AffinityMap:
    """Each platform's place for a target, by the base chosen and by the right one.

    `platforms`: by platform, cheapest first: `use_share` in the target, `base_share`, `index`,
    `cost_eur` of a thousand contacts in the target; `true_index`, `true_cost_eur` by the right
    base.  `without_figure`: the platforms of the target's survey that the base's leaves out.
    `dearer`: the platform of the highest index, which charges `premium` more than the others.
    """

    target: Text
    base: str
    premium: float
    dearer: str
    platforms: pd.DataFrame
    without_figure: tuple[str, ...]


def affinity_of_platforms(target: str, base: str, premium: float) -> AffinityMap:
    """How much more a target uses each platform than a base does, and the cost of reaching it.

    A thousand contacts cost the same everywhere, but on the platform of the highest index;
    a thousand *in the target* cost that, over the target's share of the platform's users.
    """
    table, without_figure = _indices(target, base)
    dearer = table["index"].idxmax()
    cost_eur = COST_PER_THOUSAND_EUR * (1 + premium * (table.index == dearer))
    table = table.assign(
        cost_eur=model.cost_per_mille_in_target(cost_eur, table["profile"]),
        true_cost_eur=model.cost_per_mille_in_target(cost_eur, table["true_profile"]),
    )
    return AffinityMap(
        target=TARGETS[target],
        base=base,
        premium=premium,
        dearer=str(dearer),
        platforms=table.sort_values("cost_eur", kind="stable"),
        without_figure=without_figure,
    )


@cache
def _indices(target: str, base: str) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """By platform, its index and the target's share of its users; and those without a figure."""
    shares = _shares()
    use, of_all = shares[target].dropna(), SHARES_OF_ADULTS[target]
    columns = {"use_share": use, "base_share": shares[base], "true_share": shares["adults_2021"]}
    table = pd.DataFrame(columns).loc[use.index].dropna()
    for column, of in [("", "base_share"), ("true_", "true_share")]:
        table[f"{column}index"] = model.affinity_index(table["use_share"], table[of])
        table[f"{column}profile"] = model.profile_share(table["use_share"], table[of], of_all)
    return table, tuple(use.index.difference(table.index))


@cache
def _shares() -> pd.DataFrame:
    """By platform: the share of each target in 2021, and of each base, that uses it."""
    use = load("platform_use").query("country == 'US' and frequency == 'ever'")
    columns = {}
    groups = [(group, "Pew 2021", "all adults", group) for group in TARGETS]
    bases = [(name, survey, base, "all") for name, (survey, base) in SURVEYS.items()]
    for name, survey, base, group in [*groups, *bases]:
        asked = (use["survey"] == survey) & (use["base"] == base) & (use["group"] == group)
        columns[name] = use[asked].set_index("platform")["use_share"]
    shares = pd.DataFrame(columns)
    return shares[shares["adults_2021"].notna()].drop(index="any social network", errors="ignore")


affinity_map = Lab(
    name="affinity_map",
    title=Text(
        en="Big or close? What a platform is worth for a target",
        fr="Grande ou proche ? Ce que vaut une plateforme pour une cible",
    ),
    model=affinity_of_platforms,
    view=view.draw_affinity_map,
    words=view.tell_affinity_map,
    controls=(
        Menu(
            name="target",
            label=Text(en="Target", fr="Cible"),
            options=TARGETS,
            default="women",
        ),
        Menu(
            name="base",
            label=Text(en="Compared with", fr="Comparée à"),
            options=BASES,
            default="adults_2021",
        ),
        Slider(
            name="premium",
            label=Text(
                en="Premium of the platform with most affinity",
                fr="Supplément de la plateforme la plus affinitaire",
            ),
            low=0.0,
            high=1.5,
            step=0.05,
            default=0.3,
            percent=True,
        ),
    ),
    caption=Text(
        en="Real: Americans who say they ever use each platform (Pew Research Center, surveys of "
        "2016 and 2021; rounded, at second hand). Assumed: €10 per thousand contacts on every "
        "platform, whoever they are; and the share of each group among adults, one mix that "
        "fits the survey's totals (women 50%, 18 to 29 22%…). A platform with no published "
        "figure for the target is left out. Each line of the index is twice the one below; ↓: an index under 20. Bars end at €80.",
        fr="Réel : part des Américains qui disent utiliser chaque plateforme (Pew Research "
        "Center, enquêtes de 2016 et 2021 ; arrondies, de seconde main). Supposé : 10 € les "
        "mille contacts sur chaque plateforme, quels qu’ils soient ; et la part de chaque "
        "groupe parmi les adultes, un mélange possible qui redonne les totaux de l’enquête "
        "(femmes 50 %, 18 à 29 ans 22 %…). Une plateforme sans chiffre publié pour la cible "
        "est laissée de côté. Chaque ligne d’indice vaut le double de celle du dessous ; ↓ : un indice sous 20. Les barres s’arrêtent à 80 €.",
    ),
)

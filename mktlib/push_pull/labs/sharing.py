"""Sharing: a post for few who share it beside a post for many who do not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from mktlib.core.lab import Lab, Slider
from mktlib.core.text import Text

from .. import model, view

PEOPLE = Text(en="people", fr="personnes")
LARGEST = 20_000  # people, the largest cascade that is told apart
MIDDLES = (np.arange(100) + 0.5) / 100  # of a hundred cascades, each stands for 1 %


@dataclass(frozen=True)
class Sharing:
    """Two posts: what each reaches, and a hundred of the cascades it is made of, in order.

    `posts`: the table of `local_or_global`, with `mean`, people for each first reader;
    `largest`: people, the largest cascade that is told apart.
    """

    posts: pd.DataFrame
    sizes: dict[str, np.ndarray]
    silent_share: dict[str, float]
    large_share: dict[str, float]
    below_mean_share: dict[str, float]
    largest: int = LARGEST


def sharing_posts(
    local_reproduction: float, local_seed: int, global_reproduction: float, global_seed: int
) -> Sharing:
    """A post for few who share it beside one for many who do not: reach and cascades."""
    posts = model.local_or_global(local_seed, local_reproduction, global_seed, global_reproduction)
    posts["mean"] = posts["reach"] / posts["seed"]
    up_to = {
        str(name): _shares_up_to(rate) for name, rate in posts["reproduction"].items()
    }  # share of cascades of at most 1, 2, 3... people
    return Sharing(
        posts=posts,
        sizes={name: 1 + np.searchsorted(shares, MIDDLES) for name, shares in up_to.items()},
        silent_share={name: float(shares[0]) for name, shares in up_to.items()},
        large_share={name: max(0.0, 1 - float(shares[98])) for name, shares in up_to.items()},
        below_mean_share={
            name: float(shares[max(0, int(np.ceil(mean)) - 2)])
            for (name, shares), mean in zip(up_to.items(), posts["mean"].round(9), strict=True)
        },
    )


@cache
def _shares_up_to(reproduction: float) -> np.ndarray:
    return model.cascade_sizes(reproduction, LARGEST).cumsum().to_numpy()


sharing = Lab(
    name="sharing",
    title=Text(
        en="Sharing: why most posts die, and when few readers are worth more than many",
        fr="Le partage : pourquoi la plupart des publications meurent, et quand peu de lecteurs valent "
        "mieux que beaucoup",
    ),
    model=sharing_posts,
    view=view.draw_sharing,
    words=view.tell_sharing,
    controls=(
        Slider(
            name="local_reproduction",
            label=Text(
                en="Local: readers each reader brings (R)", fr="Local : lecteurs par lecteur (R)"
            ),
            low=0.0,
            high=0.99,
            step=0.01,
            default=0.85,
        ),
        Slider(
            name="local_seed",
            label=Text(en="Local: first readers", fr="Local : premiers lecteurs"),
            low=100,
            high=1000,
            step=50,
            default=400,
            unit=PEOPLE,
        ),
        Slider(
            name="global_reproduction",
            label=Text(
                en="Global: readers each reader brings (R)", fr="Global : lecteurs par lecteur (R)"
            ),
            low=0.0,
            high=0.99,
            step=0.01,
            default=0.2,
        ),
        Slider(
            name="global_seed",
            label=Text(en="Global: first readers", fr="Global : premiers lecteurs"),
            low=500,
            high=5000,
            step=100,
            default=1500,
            unit=PEOPLE,
        ),
    ),
    caption=Text(
        en="Computed, not simulated: the number each reader brings is drawn from a Poisson law of "
        "mean R, everybody alike. Assumed: the four starting values. Real cascades are more "
        "unequal: on Twitter their mean size was 2, as with R = 0.5, but 1 in 4,000 got 100 "
        "retweets or more (Goel et al., 2016), which this model practically never does. Grey "
        "dots: the first reader alone. Left scale: each line is ten times the one below.",
        fr="Calculé, non simulé : le nombre de lecteurs que chacun amène suit une loi de Poisson de "
        "moyenne R, la même pour tous. Supposé : les quatre valeurs de départ. Les vraies cascades "
        "sont plus inégales : sur Twitter, leur taille moyenne était de 2, comme avec R = 0,5, mais "
        "1 sur 4 000 recevait 100 retweets ou plus (Goel et al., 2016), ce que ce modèle ne fait "
        "pratiquement jamais. Points gris : le premier lecteur seul. Échelle de gauche : chaque "
        "ligne vaut dix fois celle du dessous.",
    ),
)

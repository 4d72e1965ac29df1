"""How many letters: does a letter more bring the gift, or go to those who give anyway?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.lab import Lab, Menu, Slider
from mktlib.core.text import Text

from .. import model, view

BIG_GUILDERS = 20  # an average past gift above it is a big one
UP_TO_LETTERS = (1.0, 1.5, 2.0, 2.5, np.inf)  # a year: the groups drawn
RESPONSE = {  # share of past letters answered: above the first, up to the second
    "all": (0.0, 1.0),
    "seldom": (0.0, 0.25),
    "sometimes": (0.25, 0.6),
    "often": (0.6, 1.0),
}


@dataclass(frozen=True)
class Letters:
    """What one letter a year more goes with, for donors as they are and for donors alike.

    `groups`: by letters received a year (up to the index), `letters` (mean), `donors`, `gift`
    (mean), `gift_if_alike` (less what their past explains, beyond the mean), `big_share`
    (those whose average past gift was above `big_guilders`).  `naive_slope`, `slope`: guilders
    for a letter a year more; `margin`: half of the latter's 95% interval.
    """

    alike: str
    cost_guilders: float
    big_guilders: float
    groups: pd.DataFrame
    mean_letters: float
    mean_gift: float
    naive_slope: float
    slope: float
    margin: float

    @property
    def naive_net(self) -> float:
        return self.naive_slope - self.cost_guilders

    @property
    def net(self) -> float:
        return self.slope - self.cost_guilders


def letters_of(cost_guilders: float, donors: str, alike: str) -> Letters:
    """The gift by letters received a year, for some donors, and what a letter costs."""
    charity = _charity(donors)
    slopes, errors = (_readings(donors)[column] for column in ("gift_per_letter", "standard_error"))
    return Letters(
        alike=alike,
        cost_guilders=cost_guilders,
        big_guilders=BIG_GUILDERS,
        groups=_groups(donors, alike),
        mean_letters=float(charity["mailings_per_year"].mean()),
        mean_gift=float(charity["gift_guilders"].mean()),
        naive_slope=float(slopes["simple"]),
        slope=float(slopes[alike]),
        margin=float(1.96 * errors[alike]),
    )


@cache
def _charity(donors: str) -> pd.DataFrame:
    charity = load("charity_mailings")
    above, up_to = RESPONSE[donors]
    answered = charity["response_rate"]
    return charity[(answered > above) & (answered <= up_to)]


@cache
def _readings(donors: str) -> pd.DataFrame:
    return model.net_gift_per_letter(_charity(donors), cost_per_letter_guilders=0)


@cache
def _groups(donors: str, alike: str) -> pd.DataFrame:
    charity = _charity(donors)
    explained = _past_explains(donors, alike)
    table = pd.DataFrame(
        {
            "letters": charity["mailings_per_year"],
            "gift": charity["gift_guilders"],
            "gift_if_alike": charity["gift_guilders"] - explained + explained.mean(),
            "big_share": charity["mean_gift_guilders"] > BIG_GUILDERS,
        }
    )
    limits = np.array(UP_TO_LETTERS)
    by_letters = table.groupby(limits[np.searchsorted(limits, table["letters"])])
    return by_letters.mean().assign(donors=by_letters.size())


def _past_explains(donors: str, alike: str) -> pd.Series:
    """For each donor, the part of the gift that goes with what is held equal."""
    charity = _charity(donors)
    if alike != "within_groups":
        slopes = model.gift_regressions(charity)[alike].coefficients
        held = slopes.index.difference(["intercept", "mailings_per_year"])
        return charity[held] @ slopes[held]
    slope = _readings(donors)["gift_per_letter"][alike]
    rest = charity["gift_guilders"] - slope * charity["mailings_per_year"]
    return rest.groupby(model.donor_groups(charity)).transform("mean")


letters = Lab(
    name="letters",
    title=Text(
        en="How many letters? What brings the gift, the letter or the donor?",
        fr="Combien de lettres ? Qui fait le don, la lettre ou le donateur ?",
    ),
    model=letters_of,
    view=view.draw_letters,
    words=view.tell_letters,
    controls=(
        Slider(
            name="cost_guilders",
            label=Text(en="Cost of a letter", fr="Coût d’une lettre"),
            low=0.0,
            high=3.0,
            step=0.1,
            default=1.0,
            unit=Text(en="guilders", fr="florins"),
        ),
        Menu(
            name="donors",
            label=Text(
                en="Donors, by past letters answered",
                fr="Donateurs, selon leurs réponses passées",
            ),
            options={
                "all": Text(en="all", fr="tous"),
                "seldom": Text(en="up to 1 letter in 4", fr="jusqu’à 1 lettre sur 4"),
                "sometimes": Text(en="from 25% to 60%", fr="de 25 à 60 %"),
                "often": Text(en="over 60%", fr="plus de 60 %"),
            },
            default="all",
        ),
        Menu(
            name="alike",
            label=Text(en="Compare donors alike in", fr="Comparer des donateurs de même"),
            options={
                "simple": Text(en="nothing", fr="rien : tels quels"),
                "past_response": Text(
                    en="last gift, share answered", fr="dernier don, part de réponses"
                ),
                "past_response_and_gifts": Text(
                    en="these and average gift", fr="cela et don moyen"
                ),
                "within_groups": Text(
                    en="groups: answers × average gift", fr="groupe : réponses × don moyen"
                ),
            },
            default="simple",
        ),
    ),
    caption=Text(
        en="Real: 4,268 donors to a Dutch charity (Franses and Paap, 2001): their gift to one mailing "
        "and the letters they get a year. Nobody drew lots: the charity chose whom to write to. "
        "Assumed, as a textbook does: straight lines; that one gift set against the price of a "
        "year’s letters; 1 guilder a letter. In blue, least squares with the past held equal, or "
        "the slope inside 12 groups of donors; two with average gifts above 500 guilders weigh much "
        "on the former. Only an experiment would tell what a letter does.",
        fr="Réel : 4 268 donateurs d’une association néerlandaise (Franses et Paap, 2001) : leur don "
        "à un envoi et les lettres qu’ils reçoivent par an. Rien n’a été tiré au sort : "
        "l’association a choisi à qui écrire. Supposé, comme dans un manuel : des droites ; ce seul "
        "don face au prix des lettres d’une année ; 1 florin la lettre. En bleu, les moindres "
        "carrés à passé égal, ou la pente à l’intérieur de 12 groupes de donateurs ; deux d’entre "
        "eux, au don moyen de plus de 500 florins, pèsent lourd sur les premiers. Seule une "
        "expérience dirait ce que fait une lettre.",
    ),
    size=(9, 5.4),
)

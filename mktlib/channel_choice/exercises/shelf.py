"""On the shelf: display, newspaper advert and price, told apart by a model."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Exercise, Misconception, Number, Numbers
from mktlib.core.text import Text

from .. import model

_LEVERS = ("display_only", "feature_only", "display_and_feature")


@cache
def _coefficients() -> pd.Series:
    purchases = load("crackers")
    fit = model.fit_display_choice(purchases[~purchases["last_purchase"]])
    return fit.coefficients[list(_LEVERS)]


def _odds() -> dict[str, float]:
    return np.exp(_coefficients()).to_dict()


def _both_as_product() -> dict[str, float]:
    odds = _odds()
    return {**odds, "display_and_feature": odds["display_only"] * odds["feature_only"]}


odds_of_the_brand = Exercise(
    name="odds_of_the_brand",
    question=Text(
        en="At an equal price, by what does each lever multiply the odds of a brand? It is the "
        "exponential of its coefficient.",
        fr="À prix égal, par combien chaque levier multiplie-t-il les chances relatives (*odds*) "
        "d’une marque ? C’est l’exponentielle de son coefficient.",
    ),
    kind=Numbers(keys=dict.fromkeys(_LEVERS, Number())),
    answer=_odds,
    praise=Text(
        en="Yes. A display alone does next to nothing, the advert half as much again, and both at "
        "once 1.79. The product would be 1.59: the gap is within chance, so these data show no "
        "help between the two.",
        fr="Oui. Une mise en avant seule ne fait presque rien, l’annonce moitié plus, et les deux "
        "ensemble 1,79. Le produit ferait 1,59 : l’écart tient dans le hasard, ces données ne "
        "montrent donc aucune entraide.",
    ),
    misconceptions=(
        Misconception(
            name="coefficient_for_odds",
            answer=lambda: _coefficients().to_dict(),
            hint=Text(
                en="Those are the coefficients, in units of utility. Which function turns them "
                "into a multiple?",
                fr="Ce sont les coefficients, en unités d’utilité. Quelle fonction en fait un "
                "multiplicateur ?",
            ),
        ),
        Misconception(
            name="rise_for_multiple",
            answer=lambda: {name: odds - 1 for name, odds in _odds().items()},
            hint=Text(
                en="That is by how much the odds rise. By what are they multiplied?",
                fr="C’est de combien elles montent. Par combien sont-elles multipliées ?",
            ),
        ),
        Misconception(
            name="product_for_fitted",
            answer=_both_as_product,
            hint=Text(
                en="You multiplied the two levers. The model has a coefficient for both at once.",
                fr="Vous avez multiplié les deux leviers. "
                "Le modèle a un coefficient pour les deux à la fois.",
            ),
        ),
        Misconception(
            name="one_plus_the_coefficient",
            answer=lambda: {name: 1 + each for name, each in _coefficients().items()},
            hint=Text(
                en="One plus the coefficient comes near for a small one only. Which line of the "
                "lesson writes the exponential?",
                fr="Un plus le coefficient ne s’en approche que s’il est petit. Quelle ligne de "
                "la leçon écrit l’exponentielle ?",
            ),
        ),
    ),
)

sunshine_tripled = Exercise(
    name="sunshine_tripled",
    question=Text(
        en="On purchases with a Sunshine display, Sunshine's share is 17%, against 6% without. "
        "The model says that a display alone does nearly nothing on average over the four "
        "brands. What is the main reason?",
        fr="Aux achats où Sunshine est mis en avant, sa part est de 17 %, contre 6 % sinon. Le "
        "modèle dit qu’une mise en avant seule ne fait presque rien, en moyenne sur les quatre "
        "marques. Quelle est la raison principale ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="The model is wrong: shares nearly triple, which is plain to see.",
                fr="Le modèle se trompe : la part triple presque, cela se voit.",
            ),
            "b": Text(
                en="Mostly, lower prices and newspaper adverts come with the displays.",
                fr="Surtout, les mises en avant vont avec des prix plus bas et des annonces.",
            ),
            "c": Text(
                en="Chance: there were too few displays of Sunshine.",
                fr="Du hasard : il y a eu trop peu de mises en avant de Sunshine.",
            ),
            "d": Text(
                en="Households that love Sunshine go where it is displayed.",
                fr="Les ménages qui aiment Sunshine vont là où il est mis en avant.",
            ),
        }
    ),
    answer=lambda: "b",
    praise=Text(
        en="Yes: 80 cents on average with a display, 98 without. They do not explain all: the "
        "model expects 12%, 17% was seen. A channel used only with a discount will be thanked "
        "for what the discount did.",
        fr="Oui : 80 cents en moyenne avec mise en avant, 98 sans. Cela n’explique pas tout : le "
        "modèle attend 12 %, on a vu 17 %. Un canal qui ne sert qu’avec une remise sera "
        "remercié de ce qu’a fait la remise.",
    ),
    misconceptions=(
        Misconception(
            name="raw_for_effect",
            answer=lambda: "a",
            hint=Text(
                en="It is plain that they differ. What else differs between those purchases?",
                fr="On voit bien qu’elles diffèrent. Quoi d’autre diffère entre ces achats ?",
            ),
        ),
        Misconception(
            name="chance_for_everything",
            answer=lambda: "c",
            hint=Text(
                en="More than four hundred purchases had one. Look at the column of prices.",
                fr="Plus de quatre cents achats en avaient une. Regardez la colonne des prix.",
            ),
        ),
        Misconception(
            name="lovers_for_levers",
            answer=lambda: "d",
            hint=Text(
                en="`household` lets you check: those who buy where it is displayed buy it no "
                "more elsewhere.",
                fr="`household` permet de vérifier : ceux qui achètent là où il est mis en avant "
                "ne l’achètent pas plus ailleurs.",
            ),
        ),
    ),
)

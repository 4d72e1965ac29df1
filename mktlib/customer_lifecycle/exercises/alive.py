"""Who is still a customer when nobody says goodbye: purchases, silence, weeks put aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Exercise, Misconception, Number
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model

if TYPE_CHECKING:
    from ..model import BgNbd

_PAST = ["repeat_purchases", "weeks_to_last_purchase", "weeks_observed"]
_AHEAD = 39


def _past(customers: pd.DataFrame) -> list[np.ndarray]:
    return [customers[column].to_numpy() for column in _PAST]


def _fit() -> BgNbd:
    return model.fit_bg_nbd(*_past(load("cdnow")))


def _never_back() -> pd.DataFrame:
    customers = load("cdnow")
    return customers[customers["repeat_purchases"] == 0]


def _likelier() -> str:
    ann, bob = _fit().alive_share(np.array([7, 1]), np.array([10.0, 10.0]), np.array([39.0, 39.0]))
    return "a" if ann > 1.05 * bob else "c" if bob > 1.05 * ann else "b"


silent_guess = Prediction(
    name="silent_guess",
    question=Text(
        en="2,357 people bought a first record from the web shop CDNOW early in 1997. In the weeks "
        "up to the end of September, 60 of 100 never bought again. Of all the purchases that the "
        "2,357 make in the 39 weeks after, what share comes from those who never had bought again?",
        fr="2 357 personnes ont acheté un premier disque sur le site CDNOW au début de 1997. Jusqu’à "
        "fin septembre, 60 sur 100 n’ont rien racheté. De tous les achats que font les 2 357 dans "
        "les 39 semaines suivantes, quelle part vient de celles qui n’avaient rien racheté ?",
    ),
    share=True,
    answer=lambda: (
        _never_back()["holdout_purchases"].sum() / load("cdnow")["holdout_purchases"].sum()
    ),
    reveal=Text(
        en="More than one purchase out of six ({truth}). Each of them buys little, but they are many: "
        "193 of the 1,411 come back, 14 of 100. Call them all lost and you are wrong about these; "
        "call them all loyal and you are wrong about the others.",
        fr="Plus d’un achat sur six ({truth}). Chacune achète peu, mais elles sont nombreuses : 193 "
        "des 1 411 reviennent, 14 sur 100. Dites-les toutes perdues, et vous vous trompez sur "
        "celles-là ; toutes fidèles, et vous vous trompez sur les autres.",
    ),
)

alive_guess = Prediction(
    name="alive_guess",
    question=Text(
        en="Ann and Bob first bought 39 weeks ago, and last bought in week 10: silence since then. "
        "By week 10 Ann had bought again 7 times, Bob once. Which of them is more likely to be a "
        "customer still?",
        fr="Anne et Bob ont acheté pour la première fois il y a 39 semaines, et pour la dernière la "
        "semaine 10 : silence depuis. À la semaine 10, Anne avait racheté 7 fois, Bob une fois. "
        "Lequel a le plus de chances d’être encore client ?",
    ),
    options={
        "a": Text(en="Ann, who bought more often", fr="Anne, qui achetait plus souvent"),
        "b": Text(en="both alike: the same silence", fr="autant l’un que l’autre : même silence"),
        "c": Text(en="Bob, who bought once", fr="Bob, qui a racheté une fois"),
    },
    answer=_likelier,
    reveal=Text(
        en="The true answer, for the model: {truth}. From Ann, 29 weeks of silence are unheard of: "
        "she bought every ten days. From Bob they are usual. Silence is measured against each one's "
        "own rhythm.",
        fr="La vraie réponse, pour le modèle : {truth}. De la part d’Anne, 29 semaines de silence, "
        "c’est du jamais-vu : elle achetait tous les dix jours. De Bob, c’est courant. Le silence se "
        "mesure au rythme de chacun.",
    ),
)


def _expected(customers: pd.DataFrame) -> np.ndarray:
    return np.asarray(_fit().expected_purchases(_AHEAD, *_past(customers)))


purchases_to_come = Exercise(
    name="purchases_to_come",
    question=Text(
        en="From the first weeks alone, how many purchases does the model expect, over the next 39 "
        "weeks, from all those who never bought again?",
        fr="D’après les premières semaines seules, combien d’achats le modèle attend-il, sur les 39 "
        "semaines suivantes, de toutes celles qui n’ont jamais racheté ?",
    ),
    kind=Number(unit=Text(en="purchases", fr="achats")),
    answer=lambda: _expected(_never_back()).sum(),
    praise=Text(
        en="Yes, and they made 334: the model had never seen those weeks. It cannot say who of "
        "them will buy; of these together it says nearly how many. It does less well on all the "
        "2,357: 1,653 expected, 1,882 made.",
        fr="Oui, et elles en ont fait 334 : le modèle n’avait jamais vu ces semaines. Il ne dit pas "
        "qui achètera ; de celles-ci ensemble, il dit à peu près combien. Sur les 2 357, il fait "
        "moins bien : 1 653 attendus, 1 882 faits.",
    ),
    misconceptions=(
        Misconception(
            name="silence_for_goodbye",
            answer=lambda: 0,
            hint=Text(
                en="Nobody said goodbye. What does the table show of their next 39 weeks?",
                fr="Personne n’a dit adieu. Que montre le tableau de leurs 39 semaines suivantes ?",
            ),
        ),
        Misconception(
            name="one_customer_for_all",
            answer=lambda: _expected(_never_back()).mean(),
            hint=Text(
                en="That is the mean of one of them. How many are they?",
                fr="C’est la moyenne pour une seule. Combien sont-elles ?",
            ),
        ),
        Misconception(
            name="everybody",
            answer=lambda: _expected(load("cdnow")).sum(),
            hint=Text(
                en="That is for the 2,357. Keep those with no repeat purchase.",
                fr="C’est pour les 2 357. Gardez celles qui n’ont aucun réachat.",
            ),
        ),
        Misconception(
            name="like_a_new_customer",
            answer=lambda: float(_fit().purchases_of_new_customer(_AHEAD)) * len(_never_back()),
            hint=Text(
                en="So much would be expected of newcomers. These have been silent for months: does "
                "that tell nothing?",
                fr="C’est ce qu’on attendrait de nouvelles venues. Celles-ci se taisent depuis des "
                "mois : cela ne dit-il rien ?",
            ),
        ),
        Misconception(
            name="what_happened",
            answer=lambda: _never_back()["holdout_purchases"].sum(),
            hint=Text(
                en="That is what happened, in the weeks put aside. What did the model expect "
                "before?",
                fr="C’est ce qui est arrivé, dans les semaines mises de côté. Qu’attendait le modèle, "
                "avant ?",
            ),
        ),
        Misconception(
            name="first_row_for_all",
            answer=lambda: _expected(_never_back())[0] * len(_never_back()),
            hint=Text(
                en="You gave everybody the number of the first row. The table shows five rows "
                "only, and others differ: add up the whole column, with `.sum()`.",
                fr="Vous donnez à toutes le nombre de la première ligne. Le tableau n’en montre "
                "que cinq, et d’autres diffèrent : additionnez toute la colonne, avec `.sum()`.",
            ),
        ),
    ),
)

alive_by_assumption = Exercise(
    name="alive_by_assumption",
    question=Text(
        en="Of somebody who bought once, 39 weeks ago, and never again, this model says: “still a "
        "customer, 100%”. What do you do with that number?",
        fr="De quelqu’un qui a acheté une fois, il y a 39 semaines, et plus rien depuis, ce modèle "
        "dit : « encore client, 100 % ». Que faites-vous de ce nombre ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="You trust it: a model that foresees the purchases of the next 39 weeks so well "
                "also knows who is a customer and who no longer is one.",
                fr="Vous le croyez : un modèle qui prévoit si bien les achats des 39 semaines "
                "suivantes sait aussi qui est client et qui ne l’est plus.",
            ),
            "b": Text(
                en="Nothing, and you use the purchases it expects: in this model one can only leave "
                "after a repeat purchase, so that its 100% was decided before any data.",
                fr="Rien, et vous prenez les achats attendus : dans ce modèle, on ne peut partir "
                "qu’après un réachat, donc ses 100 % étaient décidés avant toute donnée.",
            ),
            "c": Text(
                en="You throw the model away.",
                fr="Vous jetez le modèle.",
            ),
            "d": Text(
                en="You write to all of them, since they are more surely customers than those who "
                "bought seven times.",
                fr="Vous leur écrivez à tous, puisqu’ils sont plus sûrement clients que ceux qui ont "
                "acheté sept fois.",
            ),
        }
    ),
    answer=lambda: "b",
    praise=Text(
        en="Yes: a number may come from an assumption and wear the clothes of a measure. Other "
        "models decide otherwise: the MBG/NBD lets people leave after the first purchase already.",
        fr="Oui : un nombre peut venir d’une hypothèse et porter les habits d’une mesure. D’autres "
        "modèles en décident autrement : le MBG/NBD laisse partir dès le premier achat.",
    ),
    misconceptions=(
        Misconception(
            name="good_here_good_there",
            answer=lambda: "a",
            hint=Text(
                en="It was checked on how many purchases. Who ever observed that somebody was no "
                "longer a customer?",
                fr="On l’a vérifié sur le nombre d’achats. Qui a jamais observé que quelqu’un "
                "n’était plus client ?",
            ),
        ),
        Misconception(
            name="wrong_once_wrong_always",
            answer=lambda: "c",
            hint=Text(
                en="On what has it been right, in weeks that it had not seen?",
                fr="Sur quoi a-t-il eu raison, dans des semaines qu’il n’avait pas vues ?",
            ),
        ),
        Misconception(
            name="alive_for_worth",
            answer=lambda: "d",
            hint=Text(
                en="In how many weeks would one of them buy again? Compare what the model expects of "
                "each group.",
                fr="Dans combien de semaines l’un d’eux rachèterait-il ? Comparez ce que le modèle "
                "attend de chaque groupe.",
            ),
        ),
    ),
)

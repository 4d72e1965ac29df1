"""Adoption: who was brought by the outside, who by those already in."""

from __future__ import annotations

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Exercise, Misconception, Number
from mktlib.core.text import Text

_HALF = 0.5


def _mean(coefficient: str) -> float:
    return float(load("regularities").set_index("regularity")["value"][coefficient])


def _outside() -> float:
    return _mean("bass_p_mean")


def _inside(already_in: float) -> float:
    return _mean("bass_q_mean") * already_in


def _brought_by_others(already_in: float) -> float:
    """The share of the newcomers of the moment who were brought by those already in."""
    return _inside(already_in) / (_outside() + _inside(already_in))


brought_by_others = Exercise(
    name="brought_by_others",
    question=Text(
        en="With the mean values of many products, p = 0.03 and q = 0.38, half of those who will "
        "ever adopt have done so. Of today's newcomers, what share comes because of them?",
        fr="Avec les valeurs moyennes de nombreux produits, p = 0,03 et q = 0,38, la moitié de ceux "
        "qui adopteront un jour l’ont fait. Parmi les nouveaux du jour, quelle proportion vient à "
        "cause d’eux ?",
    ),
    kind=Number(share=True),
    answer=lambda: _brought_by_others(_HALF),
    praise=Text(
        en="Yes, and on the first day that share was nil: q needs somebody to imitate. In this model "
        "the outside starts, imitation continues; it says nothing of budgets.",
        fr="Oui, et le premier jour cette proportion était nulle : q a besoin de quelqu’un à imiter. "
        "Dans ce modèle, l’extérieur commence, l’imitation continue ; il ne dit rien des budgets.",
    ),
    misconceptions=(
        Misconception(
            name="everybody_in",
            answer=lambda: _brought_by_others(1),
            hint=Text(
                en="You let q work as if everybody were in. How many are there to be imitated?",
                fr="Vous faites agir q comme si tout le monde y était. "
                "Combien y a-t-il de gens à imiter ?",
            ),
        ),
        Misconception(
            name="brought_by_the_outside",
            answer=lambda: 1 - _brought_by_others(_HALF),
            hint=Text(
                en="That is the part of the outside. Which part is asked for?",
                fr="C’est la part de l’extérieur. Laquelle est demandée ?",
            ),
        ),
        Misconception(
            name="rate_for_share",
            answer=lambda: _inside(_HALF),
            hint=Text(
                en="That is the pressure of those already in. What is the whole pressure?",
                fr="C’est la pression de ceux qui y sont déjà. Quelle est la pression totale ?",
            ),
        ),
        Misconception(
            name="coefficient_for_share",
            answer=lambda: _inside(1),
            hint=Text(
                en="q is a speed, not a share of newcomers. Compare it with p, at this moment.",
                fr="q est une vitesse, pas une proportion de nouveaux. "
                "Comparez-la à p, à ce moment-là.",
            ),
        ),
        Misconception(
            name="already_in_for_newcomers",
            answer=lambda: _HALF,
            hint=Text(
                en="That is how many are in already. Of today's newcomers, how many do they "
                "bring, and how many does the outside bring?",
                fr="C’est la part de ceux qui y sont déjà. Parmi les nouveaux du jour, combien "
                "viennent par eux, et combien par l’extérieur ?",
            ),
        ),
    ),
)

p_against_q = Exercise(
    name="p_against_q",
    question=Text(
        en="For social networks in the United States, least squares, with a launch "
        "assumed in 2004, gives about p = 0.033, q = 0.48 and a ceiling of 68%. What may you write?",
        fr="Pour les réseaux sociaux aux États-Unis, avec un lancement supposé en "
        "2004, les moindres carrés donnent environ p = 0,033, q = 0,48 et un plafond de 68 %. Que "
        "pouvez-vous écrire ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="The curve looks as if those already in brought most of the others; what p "
                "covers, it does not say.",
                fr="La courbe a l’allure d’une adoption où ceux qui y sont amènent la plupart des "
                "autres ; ce que recouvre p, elle ne le dit pas.",
            ),
            "b": Text(
                en="Of all the users of social networks, 3.3% came because of advertising and 48% by "
                "word of mouth, which is much the stronger.",
                fr="De tous les utilisateurs des réseaux sociaux, 3,3 % sont venus par la publicité "
                "et 48 % par le bouche-à-oreille, de loin le plus fort.",
            ),
            "c": Text(
                en="Pull pays fourteen times as much as push, q against p: whoever sells a network "
                "should stop advertising.",
                fr="Le pull rapporte quatorze fois plus que le push, q contre p : qui lance un réseau "
                "devrait arrêter la publicité.",
            ),
            "d": Text(
                en="In the end, 48% of adults will use them.",
                fr="À la fin, 48 % des adultes les utiliseront.",
            ),
        }
    ),
    answer=lambda: "a",
    praise=Text(
        en="Yes: a fit describes a shape. p is everything from outside, q everything from inside; "
        "“push” and “pull” are our reading, and no euro entered the calculation.",
        fr="Oui : un ajustement décrit une forme. p est tout ce qui vient de l’extérieur, q tout ce "
        "qui vient de l’intérieur ; « push » et « pull » sont notre lecture, et aucun euro n’est "
        "entré dans le calcul.",
    ),
    misconceptions=(
        Misconception(
            name="speed_for_share",
            answer=lambda: "b",
            hint=Text(
                en="p and q are speeds, a year. What would become of the rest of the users?",
                fr="p et q sont des vitesses, par an. Que ferait-on du reste des utilisateurs ?",
            ),
        ),
        Misconception(
            name="ratio_for_return",
            answer=lambda: "c",
            hint=Text(
                en="Where are the costs and the sales in this model? "
                "And with p at zero, whom would the first users imitate?",
                fr="Où sont les coûts et les ventes dans ce modèle ? "
                "Et avec p à zéro, qui les premiers utilisateurs imiteraient-ils ?",
            ),
        ),
        Misconception(
            name="speed_for_ceiling",
            answer=lambda: "d",
            hint=Text(
                en="One of the three numbers says where it all ends. Is it q?",
                fr="L’un des trois nombres dit où cela s’arrête. Est-ce q ?",
            ),
        ),
    ),
)

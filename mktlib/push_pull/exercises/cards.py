"""The advertising card of a café: what an experiment says, and of what."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Exercise, Misconception, Number
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text


def _tips() -> pd.DataFrame:
    """One row a card: customers, tips, and the share who tipped."""
    tips = load("tip_experiment").groupby("card")["tipped"].agg(["count", "sum", "mean"])
    return tips.astype(float)


def _tips_for_one_refusal() -> pd.Series:
    return _tips()["sum"] / (_tips()["count"] - _tips()["sum"])


_LETTERS = {"none": "a", "advertising": "b", "joke": "c"}

card_guess = Prediction(
    name="card_guess",
    question=Text(
        en="With the bill come, at random, nothing, a card that advertises, or a card with a joke. "
        "Which customers leave a tip most often?",
        fr="Avec l’addition viennent, au hasard, rien, une carte publicitaire ou une carte avec une "
        "blague. Quels clients laissent le plus souvent un pourboire ?",
    ),
    options={
        "a": Text(en="those with no card", fr="ceux qui n’ont pas de carte"),
        "b": Text(en="those with the advert", fr="ceux qui ont la publicité"),
        "c": Text(en="those with the joke", fr="ceux qui ont la blague"),
    },
    answer=lambda: _LETTERS[str(_tips()["mean"].idxmax())],
    reveal=Text(
        en="Tips: 42% with the joke, 25% with no card, 19% with the advert. "
        "The true answer: {truth}.",
        fr="Pourboires : 42 % avec la blague, 25 % sans carte, 19 % avec la publicité. "
        "La vraie réponse : {truth}.",
    ),
)

joke_gap = Exercise(
    name="joke_gap",
    question=Text(
        en="By how many points does the joke lift the share of customers who tip, compared with no "
        "card? (5 points is 0.05.)",
        fr="De combien de points la blague relève-t-elle la proportion de clients qui donnent un "
        "pourboire, par rapport à l’absence de carte ? (5 points, c’est 0.05.)",
    ),
    kind=Number(share=True),
    answer=lambda: _tips()["mean"]["joke"] - _tips()["mean"]["none"],
    praise=Text(
        en="Yes, and since the cards came at random, chance apart, it was the joke card, or the "
        "waiter who handed it over. Either way, the cheapest content of this lesson.",
        fr="Oui, et puisque les cartes venaient au hasard, au hasard près, c’est la carte à blague, "
        "ou le serveur qui la tendait. Dans les deux cas, le contenu le moins cher de cette leçon.",
    ),
    misconceptions=(
        Misconception(
            name="advert_for_nothing",
            answer=lambda: _tips()["mean"]["joke"] - _tips()["mean"]["advertising"],
            hint=Text(
                en="You compared the joke with the advert. Which group shows what happens anyway?",
                fr="Vous avez comparé la blague à la publicité. "
                "Quel groupe montre ce qui arrive de toute façon ?",
            ),
        ),
        Misconception(
            name="relative_for_points",
            answer=lambda: _tips()["mean"]["joke"] / _tips()["mean"]["none"] - 1,
            hint=Text(
                en="You divided by the rate without a card: a relative rise. "
                "What is the difference between the two rates?",
                fr="Vous avez divisé par le taux sans carte : une hausse relative. "
                "Quelle est la différence entre les deux taux ?",
            ),
        ),
        Misconception(
            name="share_of_all_tips",
            answer=lambda: (_tips()["sum"]["joke"] - _tips()["sum"]["none"]) / _tips()["sum"].sum(),
            hint=Text(
                en="You divided by all the tips of the experiment. "
                "Out of how many customers of each group?",
                fr="Vous avez divisé par tous les pourboires de l’expérience. "
                "Sur combien de clients de chaque groupe ?",
            ),
        ),
        Misconception(
            name="counts_for_rates",
            answer=lambda: _tips()["sum"]["joke"] - _tips()["sum"]["none"],
            hint=Text(
                en="That is a number of tips, and the groups are not of the same size. "
                "Which share of each group tipped?",
                fr="C’est un nombre de pourboires, et les groupes n’ont pas la même taille. "
                "Quelle proportion de chacun en a laissé un ?",
            ),
        ),
        Misconception(
            name="joke_alone",
            answer=lambda: _tips()["mean"]["joke"],
            hint=Text(
                en="That is the share who tip with the joke. How many would have tipped with no "
                "card at all?",
                fr="C’est la proportion de pourboires avec la blague. Combien en laissent un "
                "sans aucune carte ?",
            ),
        ),
        Misconception(
            name="tips_for_one_refusal",
            answer=lambda: _tips_for_one_refusal()["joke"] - _tips_for_one_refusal()["none"],
            hint=Text(
                en="You divided those who tip by those who do not. How many customers does each "
                "group have, tip or no tip?",
                fr="Vous avez divisé ceux qui donnent par ceux qui ne donnent pas. Combien de "
                "clients compte chaque groupe, avec ou sans pourboire ?",
            ),
        ),
    ),
)

what_the_cards_say = Exercise(
    name="what_the_cards_say",
    question=Text(
        en="Which sentence may you write after this experiment?",
        fr="Quelle phrase pouvez-vous écrire après cette expérience ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Push puts people off: with the advert fewer customers tipped than with no card at "
                "all, and it is the only group in which less than a fifth did.",
                fr="Le push fait fuir : avec la publicité, moins de clients ont donné que sans aucune "
                "carte, et c’est le seul groupe où moins d’un cinquième l’a fait.",
            ),
            "b": Text(
                en="Humour sells: the joke nearly doubled the share of customers who paid more, so put "
                "one in your next campaign.",
                fr="L’humour fait vendre : la blague a presque doublé la proportion de clients qui "
                "paient plus, mettez-en donc une dans votre prochaine campagne.",
            ),
            "c": Text(
                en="Nothing: 211 customers of one café are too few to tell.",
                fr="Aucune : 211 clients d’un seul café, c’est trop peu pour le dire.",
            ),
            "d": Text(
                en="There, the joke card, or the waiter who handed it over, brought more tips; whom the "
                "advert brought its advertiser, nobody counted.",
                fr="Là, la carte à blague, ou le serveur qui la tendait, a rapporté des pourboires ; "
                "ce que la publicité a rapporté à l’annonceur, nul ne l’a compté.",
            ),
        }
    ),
    answer=lambda: "d",
    praise=Text(
        en="Yes: cards at random, one place, one waiter, one outcome. The advert was never judged "
        "on the only thing it was printed for.",
        fr="Oui : des cartes au hasard, un lieu, un serveur, un seul résultat compté. La publicité "
        "n’a jamais été jugée sur la seule chose pour laquelle on l’avait imprimée.",
    ),
    misconceptions=(
        Misconception(
            name="small_gap_for_effect",
            answer=lambda: "a",
            hint=Text(
                en="14 tips of 74 against 16 of 65: how far would chance alone go? "
                "The test `advert_or_nothing` of the cell above tells you.",
                fr="14 pourboires sur 74 contre 16 sur 65 : jusqu’où irait le hasard seul ? "
                "Le test `advert_or_nothing` de la cellule au-dessus vous le dit.",
            ),
        ),
        Misconception(
            name="tip_for_sale",
            answer=lambda: "b",
            hint=Text(
                en="A tip thanks somebody who is standing there. Was anything sold by the joke?",
                fr="Un pourboire remercie quelqu’un qui est là. La blague a-t-elle vendu quoi que "
                "ce soit ?",
            ),
        ),
        Misconception(
            name="small_for_useless",
            answer=lambda: "c",
            hint=Text(
                en="Above, p = .007 for the three cards. What does a small p make hard to believe?",
                fr="Plus haut, p = 0,007 pour les trois cartes. Que rend peu plausible un petit "
                "p ?",
            ),
        ),
    ),
)

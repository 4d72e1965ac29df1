"""The RFM desk: segments by recency, frequency and money, scored on weeks put aside."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Exercise, Misconception, Number
from mktlib.core.text import Text

from .. import model


def _segments() -> pd.DataFrame:
    """One row a segment, with the default cut-offs."""
    rows = model.rfm_table(load("cdnow"), model.RfmCuts())
    return model.segment_value(rows["segment"], rows["spend_usd"], rows["holdout_spend_usd"])


def _champions(column: str) -> float:
    return float(_segments()[column]["champions"])


share_of_champions = Exercise(
    name="share_of_champions",
    question=Text(
        en="What share of the dollars of the weeks put aside comes from the champions?",
        fr="Quelle part des dollars des semaines mises de côté vient des champions ?",
    ),
    kind=Number(share=True),
    answer=lambda: _champions("holdout_spend_share"),
    praise=Text(
        en="Yes, from a much smaller share of the customers: a segmentation made on the past alone, "
        "scored on a future that it had not seen.",
        fr="Oui, d’une part bien plus petite des clients : une segmentation faite sur le seul passé, "
        "notée sur un futur qu’elle n’avait pas vu.",
    ),
    misconceptions=(
        Misconception(
            name="people_for_dollars",
            answer=lambda: _champions("customer_share"),
            hint=Text(
                en="That is their share of the customers. And of the dollars?",
                fr="C’est leur part des clients. Et des dollars ?",
            ),
        ),
        Misconception(
            name="past_for_future",
            answer=lambda: _champions("spend_share"),
            hint=Text(
                en="That is their share of the money already spent, with which they were chosen. "
                "Which column was put aside?",
                fr="C’est leur part de l’argent déjà dépensé, sur lequel on les a choisis. Quelle "
                "colonne a été mise de côté ?",
            ),
        ),
        Misconception(
            name="out_of_their_own_past",
            answer=lambda: _champions("holdout_spend") / _champions("spend"),
            hint=Text(
                en="You compared champions with their own past. Out of the dollars of everybody?",
                fr="Vous comparez les champions à leur propre passé. Et sur les dollars de tous ?",
            ),
        ),
    ),
)

score_on_what = Exercise(
    name="score_on_what",
    question=Text(
        en="A colleague tries forty cut-offs and keeps those that capture most dollars of the weeks "
        "put aside. What is this score worth for next year?",
        fr="Un collègue essaie quarante jeux de seuils et garde celui qui capte le plus de dollars "
        "des semaines mises de côté. Que vaut ce score pour l’an prochain ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="It is too high: the weeks put aside helped to choose; keep others to score.",
                fr="Il est trop haut : les semaines mises de côté ont servi à choisir ; il en faut "
                "d’autres pour noter.",
            ),
            "b": Text(
                en="As much as any: these weeks were never used to make the segments, so the score "
                "is an honest forecast for next year.",
                fr="Autant qu’un autre : ces semaines n’ont jamais servi à faire les segments, donc "
                "le score est une prévision honnête pour l’an prochain.",
            ),
            "c": Text(
                en="It is too low, since next year the customers will be better known and every "
                "segment can be cut more finely.",
                fr="Il est trop bas, puisque l’an prochain les clients seront mieux connus et chaque "
                "segment découpé plus finement.",
            ),
            "d": Text(
                en="Nothing: one may never try more than one segmentation on the same customers.",
                fr="Rien : on ne peut jamais essayer plus d’une segmentation sur les mêmes "
                "clients.",
            ),
        }
    ),
    answer=lambda: "a",
    praise=Text(
        en="Yes: among forty, the best is partly the luckiest. It holds for the lab too, if you "
        "moved the sliders until the score was high.",
        fr="Oui : le meilleur de quarante est en partie le plus chanceux. Cela vaut aussi pour le "
        "labo, si vous avez poussé les curseurs jusqu’à un bon score.",
    ),
    misconceptions=(
        Misconception(
            name="put_aside_for_ever",
            answer=lambda: "b",
            hint=Text(
                en="How did the colleague choose among the forty?",
                fr="Comment le collègue a-t-il choisi parmi les quarante ?",
            ),
        ),
        Misconception(
            name="finer_for_better",
            answer=lambda: "c",
            hint=Text(
                en="Forty tries on one set of weeks: does luck push the best score up or down?",
                fr="Quarante essais sur les mêmes semaines : le hasard pousse-t-il le meilleur score "
                "vers le haut ou vers le bas ?",
            ),
        ),
        Misconception(
            name="no_trial_allowed",
            answer=lambda: "d",
            hint=Text(
                en="Trying is no sin. Which weeks may then be used to announce a score?",
                fr="Essayer n’est pas un péché. Quelles semaines peuvent ensuite servir à annoncer un "
                "score ?",
            ),
        ),
    ),
)

"""The Delphi: how many must agree, who was kept, and what nobody agreed on."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Exercise, Misconception, Number, Numbers
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model

_THEME = "Spreading the word"
_KEPT = 10
_THRESHOLD = 0.7


def _passage() -> pd.DataFrame:
    panel = load("delphi_panel")
    return model.passage(panel, model.keep_experts(panel, _KEPT))


consensus_guess = Prediction(
    name="consensus_guess",
    question=Text(
        en="In round 1, only one of the seven themes is rated 7 to 9 by at least 70% of the 22 "
        "experts. In round 2, with 10 experts, how many?",
        fr="Au tour 1, un seul des sept thèmes est noté de 7 à 9 par au moins 70 % des 22 experts. "
        "Au tour 2, avec 10 experts, combien ?",
    ),
    high=7,
    step=1,
    unit=Text(en="themes", fr="thèmes"),
    answer=lambda: int((_passage()["kept_second"] >= _THRESHOLD).sum()),
    reveal=Text(
        en="{truth}, in answers that we invented. Two things happened between the rounds: experts "
        "were told what the others had answered, and twelve of them left. Which of the two "
        "made the consensus?",
        fr="{truth}, dans des réponses que nous avons inventées. Deux choses ont eu lieu entre "
        "les tours : on a dit aux experts ce qu’avaient répondu les autres, et douze sont "
        "partis. Laquelle a fait le consensus ?",
    ),
)


def _ratios(*approving: int) -> dict[str, float]:
    return {
        str(experts): model.content_validity_ratio(count, experts)
        for experts, count in zip((8, 9), approving, strict=True)
    }


def _with_half_of_nine(half: int) -> dict[str, float]:
    """The ratios of somebody who rounds half of nine experts to `half`."""
    ratios = _ratios(*map(model.critical_count, (8, 9)))
    return {**ratios, "9": (model.critical_count(9) - half) / half}


eight_and_nine = Exercise(
    name="eight_and_nine",
    question=Text(
        en="By convention, chance is a poor explanation when heads or tails would do as well less "
        "than one time in twenty: 7 experts of 8, or 8 of 9, must approve. What is Lawshe's "
        "ratio in each case?",
        fr="Par convention, le hasard explique mal ce que pile ou face ne ferait pas une fois sur "
        "vingt : il faut 7 experts favorables sur 8, ou 8 sur 9. Que vaut le ratio de Lawshe "
        "dans chaque cas ?",
    ),
    kind=Numbers(keys=dict.fromkeys(("8", "9"), Number())),
    answer=lambda: _ratios(*(model.critical_count(experts) for experts in (8, 9))),
    praise=Text(
        en="Yes, and so Lawshe's table climbs from .75 to .78: experts come whole, and with one "
        "more the hurdle is higher. (Its .62 at ten is not explained so.)",
        fr="Oui, et c’est pourquoi la table de Lawshe monte de 0,75 à 0,78 : les experts vont par "
        "unités, et avec un de plus la barre est plus haute. (Son 0,62 à dix ne s’explique pas "
        "ainsi.)",
    ),
    misconceptions=(
        Misconception(
            name="share_for_ratio",
            answer=lambda: {str(n): model.critical_count(n) / n for n in (8, 9)},
            hint=Text(
                en="Those are shares that approve: 0.5 when half do. Lawshe's ratio is then 0. "
                "What does its formula take away first?",
                fr="Ce sont des proportions favorables, 0,5 quand la moitié approuve. Le ratio de "
                "Lawshe vaut alors 0. Que retire d’abord sa formule ?",
            ),
        ),
        Misconception(
            name="majority_is_enough",
            answer=lambda: _ratios(5, 5),
            hint=Text(
                en="You took a bare majority. How often would tossing coins give one?",
                fr="Vous avez pris une courte majorité. "
                "À quelle fréquence pile ou face en donnerait-il une ?",
            ),
        ),
        Misconception(
            name="normal_curve",
            answer=lambda: {str(n): model.critical_ratio(n, exact=False) for n in (8, 9)},
            hint=Text(
                en="That is the normal curve, which cuts experts into pieces. How many approve?",
                fr="C’est la courbe normale, qui coupe les experts en morceaux. "
                "Combien approuvent ?",
            ),
        ),
        Misconception(
            name="divided_by_all",
            answer=lambda: {
                key: ratio / 2 for key, ratio in _ratios(*map(model.critical_count, (8, 9))).items()
            },
            hint=Text(
                en="You divided by all the experts. What does the ratio divide by?",
                fr="Vous avez divisé par tous les experts. Par quoi le ratio divise-t-il ?",
            ),
        ),
        Misconception(
            name="half_rounded_down",
            answer=lambda: _with_half_of_nine(4),
            hint=Text(
                en="Four is less than half of nine. Keep the exact half, though no expert can be "
                "cut in two.",
                fr="Quatre, c’est moins que la moitié de neuf. Gardez la moitié exacte, même si "
                "l’on ne coupe pas un expert en deux.",
            ),
        ),
        Misconception(
            name="half_rounded_up",
            answer=lambda: _with_half_of_nine(5),
            hint=Text(
                en="Five is more than half of nine. What is the half, exactly?",
                fr="Cinq, c’est plus que la moitié de neuf. Quelle est la moitié, exactement ?",
            ),
        ),
        Misconception(
            name="not_divided",
            answer=lambda: {str(n): model.critical_count(n) - n / 2 for n in (8, 9)},
            hint=Text(
                en="That is how many approve beyond half. What does the ratio divide it by?",
                fr="C’est combien approuvent au-delà de la moitié. Par quoi le ratio le "
                "divise-t-il ?",
            ),
        ),
    ),
)


def _parts(selection: str, feedback: str) -> dict[str, float]:
    row = _passage().loc[_THEME].to_dict()
    row |= {"change": row["selection"] + row["feedback"], "nothing": 0.0}
    return {"selection": row[selection], "feedback": row[feedback]}


def _parts_of_the_rise() -> dict[str, float]:
    points = _parts("selection", "feedback")
    return {name: each / sum(points.values()) for name, each in points.items()}


chosen_or_convinced = Exercise(
    name="chosen_or_convinced",
    question=Text(
        en="Spreading the word goes from 45% (22 experts, round 1) to 80% (10 experts, round 2). "
        "By how many points did the selection of experts raise it, by how many the feedback, the "
        "others' answers? (5 points is 0.05.)",
        fr="L’essaimage passe de 45 % (22 experts, tour 1) à 80 % (10 experts, tour 2). De "
        "combien de points la sélection des experts l’a-t-elle relevé, et de combien le retour "
        "d’information, les réponses des autres ? (5 points s’écrivent 0.05.)",
    ),
    kind=Numbers(keys=dict.fromkeys(("selection", "feedback"), Number(share=True, tolerance=0.02))),
    answer=lambda: _parts("selection", "feedback"),
    praise=Text(
        en="Yes: nobody changed their mind. The ten who were kept thought so from the start: a "
        "consensus can be recruited, and a report that shows round 2 alone hides it.",
        fr="Oui : personne n’a changé d’avis. Les dix gardés le pensaient dès le départ : un "
        "consensus peut se recruter, et un rapport qui ne montre que le tour 2 le cache.",
    ),
    misconceptions=(
        Misconception(
            name="all_by_feedback",
            answer=lambda: _parts("nothing", "change"),
            hint=Text(
                en="You credit the feedback. What had the ten answered in round 1?",
                fr="Vous créditez le retour d’information. Qu’avaient répondu les dix au tour 1 ?",
            ),
        ),
        Misconception(
            name="half_and_half",
            answer=lambda: {
                name: _parts("change", "change")[name] / 2 for name in ("selection", "feedback")
            },
            hint=Text(
                en="You shared the change equally. The column `kept_first` lets you do better.",
                fr="Vous avez coupé la hausse en deux. La colonne `kept_first` permet de faire "
                "mieux.",
            ),
        ),
        Misconception(
            name="levels_for_changes",
            answer=lambda: {
                "selection": _passage().loc[_THEME, "kept_first"],
                "feedback": _passage().loc[_THEME, "kept_second"],
            },
            hint=Text(
                en="Those are levels. Each effect is a difference: between which two columns?",
                fr="Ce sont des niveaux. Chaque effet est une différence : entre quelles "
                "colonnes ?",
            ),
        ),
        Misconception(
            name="parts_of_the_rise",
            answer=_parts_of_the_rise,
            hint=Text(
                en="You counted the whole rise as 1. How many points is each part of it: which "
                "column is taken from which?",
                fr="Vous comptez toute la hausse pour 1. Combien de points fait chaque morceau : "
                "quelle colonne ôte-t-on de laquelle ?",
            ),
        ),
    ),
)

preferred_channels = Exercise(
    name="preferred_channels",
    question=Text(
        en="Theme 3, preferred channels: in round 2 six experts rate it 7 to 9, four rate it 2 or 4, "
        "and all ten answer as in round 1. What do you write in the report?",
        fr="Thème 3, les canaux préférés : au tour 2, six experts le notent de 7 à 9, quatre 2 ou 4, "
        "et tous les dix répondent comme au tour 1. Qu’écrivez-vous dans le rapport ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="The median: 7, so experts find it essential.",
                fr="La médiane : 7, les experts le jugent donc essentiel.",
            ),
            "b": Text(
                en="Nothing: without a consensus there is no result.",
                fr="Rien : sans consensus, pas de résultat.",
            ),
            "c": Text(
                en="Two camps, still there after feedback: go and ask the consumers.",
                fr="Deux camps, intacts après retour d’information : allez demander aux "
                "consommateurs.",
            ),
            "d": Text(
                en="A third round, until they agree.",
                fr="Un troisième tour, jusqu’à ce qu’ils s’accordent.",
            ),
        }
    ),
    answer=lambda: "c",
    praise=Text(
        en="Yes: a steady disagreement is a result. And the theme itself says what to do: ask people "
        "which channel they want, and write to them less.",
        fr="Oui : un désaccord stable est un résultat. Et le thème dit lui-même quoi faire : demander "
        "aux gens quel canal ils veulent, et leur écrire moins.",
    ),
    misconceptions=(
        Misconception(
            name="median_for_opinion",
            answer=lambda: "a",
            hint=Text(
                en="A median tells of one camp. What do the four others answer?",
                fr="Une médiane parle d’un camp. Que répondent les quatre autres, sur l’image ?",
            ),
        ),
        Misconception(
            name="consensus_or_nothing",
            answer=lambda: "b",
            hint=Text(
                en="Was the question to make them agree, or to learn what they think?",
                fr="S’agissait-il de les mettre d’accord, ou de savoir ce qu’ils pensent ?",
            ),
        ),
        Misconception(
            name="rounds_until_tired",
            answer=lambda: "d",
            hint=Text(
                en="How many of the ten moved between the rounds? What would one more round "
                "change?",
                fr="Combien des dix ont bougé entre les tours ? Que changerait un tour de plus ?",
            ),
        ),
    ),
)


def _share(weights: str | None, keep: int | None = None, theme: str = _THEME) -> float:
    panel = load("delphi_panel")
    if keep:
        panel = panel[panel["expert"].isin(model.keep_experts(panel, keep))]
    return float(model.weighted_summary(panel, weights)["high_share"].to_dict()[1, theme])


def _professionals() -> float:
    panel = load("delphi_panel")
    asked = panel[(panel["round"] == 1) & (panel["theme"] == _THEME)]
    asked = asked[asked["profile"] == "professional"]
    return float((asked["rating"] >= 7).mean())


weighted_share = Exercise(
    name="weighted_share",
    question=Text(
        en="Round 1, all 22 experts, spreading the word: what share of answers is 7 to 9 when each "
        "counts by self-rated expertise?",
        fr="Tour 1, les 22 experts, l’essaimage : quelle proportion des réponses va de 7 à 9 quand "
        "chacun compte selon l’expertise qu’il se donne ?",
    ),
    kind=Number(share=True),
    answer=lambda: _share("expertise"),
    praise=Text(
        en="Yes: weights alone carry it from a minority to a majority. Those who are sure of "
        "themselves weigh more: is that what you meant by expertise?",
        fr="Oui : les poids seuls la font passer de minorité à majorité. Ceux qui sont sûrs d’eux "
        "pèsent plus lourd : est-ce ce que vous entendiez par expertise ?",
    ),
    misconceptions=(
        Misconception(
            name="everybody_alike",
            answer=lambda: _share(None),
            hint=Text(
                en="Here each counts for one. Which column weighs them?",
                fr="Ici, chacun compte pour un. Quelle colonne les pondère ?",
            ),
        ),
        Misconception(
            name="those_kept",
            answer=lambda: _share("expertise", _KEPT),
            hint=Text(
                en="Those are the ten who were kept. How many experts answered round 1?",
                fr="Ce sont les dix gardés. Combien d’experts ont répondu au tour 1 ?",
            ),
        ),
        Misconception(
            name="one_profile",
            answer=_professionals,
            hint=Text(
                en="Those are the professionals alone. Who else was asked?",
                fr="Ce sont les professionnels seuls. Qui d’autre a répondu ?",
            ),
        ),
        Misconception(
            name="row_above",
            answer=lambda: _share("expertise", theme="Preferred channels"),
            hint=Text(
                en="That is the share of another theme. In which row does this one stand?",
                fr="C’est la proportion d’un autre thème. Sur quelle ligne est celui-ci ?",
            ),
        ),
    ),
)

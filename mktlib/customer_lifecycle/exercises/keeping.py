"""A subscription cohort: who is left, who stays from one year to the next, and a mix."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.drawing import DrawnPrediction
from mktlib.core.exercise import Choice, Exercise, Misconception, Number, Numbers
from mktlib.core.text import Text

from .. import model


def survivors(tier: str = "regular") -> pd.Series:
    """Of 1,000 subscribers, those left at the end of each year, the start being year 0."""
    table = load("subscription_cohorts")
    return 1000 * table[table["tier"] == tier].set_index("year")["survival_share"]


def _left(tier: str = "regular") -> pd.Series:
    return survivors(tier) / survivors(tier).iloc[0]


survival_curve = DrawnPrediction(
    name="survival_curve",
    question=Text(
        en="1,000 people subscribe. After a year 631 are still there. Draw the share still there in "
        "each of the following years.",
        fr="1 000 personnes s’abonnent. Au bout d’un an, 631 sont encore là. Dessinez la part encore "
        "là chacune des années suivantes.",
    ),
    answer=_left,
    known=lambda: _left().loc[:1],
    places=tuple(range(2, 13)),
    share=True,
    across=Text(en="years since they subscribed", fr="années depuis l’abonnement"),
    up=Text(en="Share of the 1,000 still there", fr="Part des 1 000 encore là"),
    place=Text(en="year {place}", fr="année {place}"),
    reveal=Text(
        en="Steep, then flatter and flatter: year after year, those who stay are harder to lose. A "
        "straight line would have emptied the list in year 3; the same share lost every year would "
        "have left 4 of 1,000 in year 12, where there are 173.",
        fr="Raide, puis de plus en plus plate : d’année en année, ceux qui restent sont plus "
        "difficiles à perdre. Une droite aurait vidé la liste l’année 3 ; la même part perdue "
        "chaque année en aurait laissé 4 sur 1 000 l’année 12, où il en reste 173.",
    ),
)

kept_in_year_three = Exercise(
    name="kept_in_year_three",
    question=Text(
        en="Of the subscribers still there at the end of year 2, what share is still there at the "
        "end of year 3? This is the retention rate of year 3.",
        fr="Parmi les abonnés encore là à la fin de l’année 2, quelle part l’est encore à la fin de "
        "l’année 3 ? C’est le taux de fidélisation de l’année 3.",
    ),
    kind=Number(share=True),
    answer=lambda: survivors()[3] / survivors()[2],
    praise=Text(
        en="Yes: out of those who could leave that year. Retention looks at one year, survival at "
        "all of them: name the base before you compare two companies.",
        fr="Oui : sur ceux qui pouvaient partir cette année-là. La fidélisation regarde une année, "
        "la survie les regarde toutes : nommez la base avant de comparer deux entreprises.",
    ),
    misconceptions=(
        Misconception(
            name="survival_for_retention",
            answer=lambda: survivors()[3] / survivors()[0],
            hint=Text(
                en="Out of the 1,000 of the start: this is survival. Who was there to be lost in "
                "year 3?",
                fr="Sur les 1 000 du départ : c’est la survie. Qui était là, que l’on pouvait perdre "
                "l’année 3 ?",
            ),
        ),
        Misconception(
            name="lost_for_kept",
            answer=lambda: 1 - survivors()[3] / survivors()[2],
            hint=Text(
                en="That is the churn rate, those lost. Which share is asked for?",
                fr="C’est le taux d’attrition, ceux que l’on perd. Quelle part est demandée ?",
            ),
        ),
        Misconception(
            name="a_year_too_early",
            answer=lambda: survivors()[2] / survivors()[1],
            hint=Text(
                en="That is the year before: which two rows stand for the start and the end of year "
                "3?",
                fr="C’est l’année d’avant : quelles lignes sont le début et la fin de l’année 3 ?",
            ),
        ),
        Misconception(
            name="lost_of_the_first",
            answer=lambda: (survivors()[2] - survivors()[3]) / survivors()[0],
            hint=Text(
                en="You have those lost, out of the 1,000 of the start. Two changes: those kept, and "
                "out of those who were still there.",
                fr="Vous avez ceux que l’on perd, sur les 1 000 du départ. Deux changements : ceux "
                "qui restent, et sur ceux qui étaient encore là.",
            ),
        ),
    ),
)


def _by_first_rate(years: int = 7) -> float:
    start, first = survivors()[0], survivors()[1]
    return start * (first / start) ** years


same_rate_for_ever = Exercise(
    name="same_rate_for_ever",
    question=Text(
        en="A manager knows the first year only, 631 kept of 1,000, and supposes the same rate every "
        "year. How many subscribers does she expect at the end of year 7?",
        fr="Une responsable ne connaît que la première année, 631 gardés sur 1 000, et suppose le "
        "même taux chaque année. Combien d’abonnés attend-elle à la fin de l’année 7 ?",
    ),
    kind=Number(unit=Text(en="subscribers", fr="abonnés"), tolerance=0.02),
    answer=_by_first_rate,
    praise=Text(
        en="Yes, and the table has six times as many. She would give up on subscribers who are the "
        "best ones of all: those who stayed.",
        fr="Oui, et le tableau en compte six fois plus. Elle ferait une croix sur les meilleurs "
        "abonnés de tous : ceux qui sont restés.",
    ),
    misconceptions=(
        Misconception(
            name="one_year_missing",
            answer=lambda: _by_first_rate(6),
            hint=Text(
                en="You multiplied six times. How many ends of year are there from 0 to 7?",
                fr="Vous avez multiplié six fois. Combien de fins d’année y a-t-il de 0 à 7 ?",
            ),
        ),
        Misconception(
            name="rate_applied_once",
            answer=lambda: survivors()[1],
            hint=Text(
                en="That is year 1. The year after, she again keeps that share, but of how many?",
                fr="C’est l’année 1. L’année d’après, elle garde encore cette part, mais de combien "
                "d’abonnés ?",
            ),
        ),
        Misconception(
            name="what_happened",
            answer=lambda: survivors()[7],
            hint=Text(
                en="That is what happened. What did she expect, from the first year alone?",
                fr="C’est ce qui est arrivé. Qu’attendait-elle, d’après la première année seule ?",
            ),
        ),
        Misconception(
            name="lost_for_kept",
            answer=lambda: survivors()[0] * (1 - survivors()[1] / survivors()[0]) ** 7,
            hint=Text(
                en="You multiplied by the share lost. Which share goes on to the next year?",
                fr="Vous avez multiplié par la part perdue. Quelle part passe à l’année suivante ?",
            ),
        ),
        Misconception(
            name="one_year_too_many",
            answer=lambda: _by_first_rate(8),
            hint=Text(
                en="You started from those left after a year, then multiplied for seven years "
                "more. Whom does she start from in year 0?",
                fr="Vous partez de ceux qui restent après un an, puis multipliez pour sept ans de "
                "plus. De combien part-elle l’année 0 ?",
            ),
        ),
        Misconception(
            name="same_number_lost",
            answer=lambda: survivors()[0] - 7 * (survivors()[0] - survivors()[1]),
            hint=Text(
                en="You took the same number off each year, until fewer than nobody is left. A "
                "rate is a share: of how many is it taken in year 2?",
                fr="Vous retirez le même nombre chaque année, jusqu’à moins que personne. Un taux est une part : "
                "sur combien d’abonnés la prend-on l’année 2 ?",
            ),
        ),
        Misconception(
            name="nobody_left",
            answer=lambda: 0,
            hint=Text(
                en="Nobody left? A rate keeps a share of those who are there. How many are there "
                "at the end of year 2?",
                fr="Plus personne ? Un taux garde une part de ceux qui sont là. Combien sont là à "
                "la fin de l’année 2 ?",
            ),
        ),
    ),
)

_LOYAL, _FLEETING = 0.95, 0.50


def _mix() -> dict[str, float]:
    rates = model.aggregate_retention(0.5, _LOYAL, _FLEETING, periods=2)["retention_rate"]
    return {"first": float(rates[1]), "second": float(rates[2])}


rate_of_a_mix = Exercise(
    name="rate_of_a_mix",
    question=Text(
        en="Half of 1,000 new customers are loyal: each year 95 of 100 stay. The others are "
        "fleeting: 50 of 100 stay. Nobody ever changes. What is the company's retention rate in the "
        "first year, then in the second?",
        fr="La moitié de 1 000 nouveaux clients est fidèle : chaque année, 95 sur 100 restent. Les "
        "autres sont volages : 50 sur 100 restent. Personne ne change jamais. Quel est le taux "
        "de fidélisation de l’entreprise la première année, puis la deuxième ?",
    ),
    kind=Numbers(keys={"first": Number(share=True), "second": Number(share=True)}),
    answer=_mix,
    praise=Text(
        en="Yes: 725 of 1,000, then 576 of 725. The rate rises and nobody became more loyal: the "
        "fleeting ones left first, so that the loyal weigh more among those who remain.",
        fr="Oui : 725 sur 1 000, puis 576 sur 725. Le taux monte et personne n’est devenu plus "
        "fidèle : les volages sont partis les premiers, et les fidèles pèsent plus parmi "
        "ceux qui restent.",
    ),
    misconceptions=(
        Misconception(
            name="same_every_year",
            answer=lambda: {"first": _mix()["first"], "second": _mix()["first"]},
            hint=Text(
                en="Right, as long as the mix is half and half. After a year, how many loyal and how "
                "many fleeting ones are left?",
                fr="Juste tant que le mélange est moitié-moitié. Après un an, combien reste-t-il de "
                "fidèles, et combien de volages ?",
            ),
        ),
        Misconception(
            name="survival_for_retention",
            answer=lambda: {
                "first": _mix()["first"],
                "second": _mix()["first"] * _mix()["second"],
            },
            hint=Text(
                en="You divided by the 1,000 of the start. How many customers could leave in the "
                "second year?",
                fr="Vous avez divisé par les 1 000 du départ. Combien de clients pouvaient partir la "
                "deuxième année ?",
            ),
        ),
        Misconception(
            name="only_the_loyal_left",
            answer=lambda: {"first": _mix()["first"], "second": _LOYAL},
            hint=Text(
                en="After a year, some of the fleeting ones are still there. How many of the 500?",
                fr="Après un an, il reste des volages. Combien sur les 500 ?",
            ),
        ),
        Misconception(
            name="kinds_for_years",
            answer=lambda: {"first": _LOYAL, "second": _FLEETING},
            hint=Text(
                en="Those are the rates of the two kinds. The company has both: of its 1,000 "
                "customers, how many are left after a year?",
                fr="Ce sont les taux des deux sortes. L’entreprise a les deux : de ses 1 000 "
                "clients, combien reste-t-il après un an ?",
            ),
        ),
        Misconception(
            name="first_rate_squared",
            answer=lambda: {"first": _mix()["first"], "second": _mix()["first"] ** 2},
            hint=Text(
                en="You multiplied the first rate by itself. Count apart the loyal and the "
                "fleeting still there after a year: how many of each stay on?",
                fr="Vous avez multiplié le premier taux par lui-même. Comptez à part les fidèles "
                "et les volages encore là après un an : combien de chaque sorte restent encore ?",
            ),
        ),
    ),
)

rising_retention = Exercise(
    name="rising_retention",
    question=Text(
        en="The director writes: “Kept in year 1: 63%. Kept in year 7: 92%. Our magazine for "
        "subscribers has made them loyal.” What do you answer?",
        fr="Le directeur écrit : « Gardés l’année 1 : 63 %. Gardés l’année 7 : 92 %. Notre magazine "
        "pour abonnés les a rendus fidèles. » Que répondez-vous ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="He is right: no rate rises by thirty points in six years without a cause, and "
                "the magazine is the only thing that the subscribers have in common.",
                fr="Il a raison : aucun taux ne monte de trente points en six ans sans cause, et le "
                "magazine est la seule chose que ces abonnés ont en commun.",
            ),
            "b": Text(
                en="The magazine is useless: the mix explains it all.",
                fr="Le magazine ne sert à rien : le mélange explique tout.",
            ),
            "c": Text(
                en="The rate can rise without any magazine, if the easily lost go first; give "
                "it to one half, drawn by lot, and compare.",
                fr="Le taux peut monter sans magazine, si ceux qui partent facilement partent les "
                "premiers ; donnez-le à une moitié tirée au sort, et comparez.",
            ),
            "d": Text(
                en="The percentages cannot be compared, as there are fewer and fewer subscribers to "
                "divide by, so that the rate must rise.",
                fr="Ces pourcentages ne se comparent pas, puisqu’on divise par de moins en moins "
                "d’abonnés, ce qui fait forcément monter le taux.",
            ),
        }
    ),
    answer=lambda: "c",
    praise=Text(
        en="Yes. Two explanations for one curve: a curve cannot choose between them, a draw can.",
        fr="Oui. Deux explications pour une courbe : une courbe ne peut pas trancher, un tirage au "
        "sort, si.",
    ),
    misconceptions=(
        Misconception(
            name="rise_for_effect",
            answer=lambda: "a",
            hint=Text(
                en="In the lab a rate rose, and nobody changed. What did those who left have in "
                "common?",
                fr="Dans le labo, un taux montait, et personne ne changeait. Qu’avaient en commun "
                "ceux qui sont partis ?",
            ),
        ),
        Misconception(
            name="other_cause_for_no_effect",
            answer=lambda: "b",
            hint=Text(
                en="The mix can explain it. Does that show that the magazine does nothing?",
                fr="Le mélange peut l’expliquer. Est-ce la preuve que le magazine ne fait rien ?",
            ),
        ),
        Misconception(
            name="small_base_for_rise",
            answer=lambda: "d",
            hint=Text(
                en="Had 63 of 100 stayed every year, what would the rate be in year 7, with very few "
                "subscribers left?",
                fr="Si 63 sur 100 étaient restés chaque année, quel serait le taux de l’année 7, "
                "avec très peu d’abonnés ?",
            ),
        ),
    ),
)

_SEEN, _ASKED = 7, 12


def _seen() -> pd.Series:
    return survivors().loc[:_SEEN]


def _forecast(years: int) -> float:
    return 1000 * float(model.fit_sbg(_seen()).survival_share(years))


forecast_of_year_twelve = Exercise(
    name="forecast_of_year_twelve",
    question=Text(
        en="Fitted to years 0 to 7 only, how many of 1,000 subscribers does the model with a mix "
        "expect at the end of year 12?",
        fr="Ajusté sur les seules années 0 à 7, combien d’abonnés sur 1 000 le modèle avec mélange "
        "attend-il à la fin de l’année 12 ?",
    ),
    kind=Number(unit=Text(en="subscribers", fr="abonnés")),
    answer=lambda: _forecast(_ASKED),
    praise=Text(
        en="Yes: within a few of the subscribers that the table has, for years it was not shown. "
        "Two numbers, a mix, and nobody who changes: that is enough for this curve.",
        fr="Oui : à quelques abonnés près, ce que dit le tableau, pour des années qu’on ne lui avait "
        "pas montrées. Deux nombres, un mélange, personne qui change : cela suffit pour cette courbe.",
    ),
    misconceptions=(
        Misconception(
            name="last_year_seen",
            answer=lambda: _forecast(_SEEN),
            hint=Text(
                en="That is the last year that it was shown. Ask it for a later one.",
                fr="C’est la dernière année qu’on lui a montrée. Demandez-lui-en une plus "
                "lointaine.",
            ),
        ),
        Misconception(
            name="rate_for_survival",
            answer=lambda: 1000 * float(model.fit_sbg(_seen()).retention_rate(_ASKED)),
            hint=Text(
                en="`retention_rate` looks at one year. Which share of the start is left: "
                "`survival_share`.",
                fr="`retention_rate` ne regarde qu’une année. La part du départ qui reste, c’est "
                "`survival_share`.",
            ),
        ),
        Misconception(
            name="last_rate_for_ever",
            answer=lambda: (
                survivors()[_SEEN]
                * (survivors()[_SEEN] / survivors()[_SEEN - 1]) ** (_ASKED - _SEEN)
            ),
            hint=Text(
                en="You kept the rate of year 7 for ever. Has it stood still so far?",
                fr="Vous avez gardé pour toujours le taux de l’année 7. Est-il resté immobile "
                "jusque-là ?",
            ),
        ),
        Misconception(
            name="first_rate_for_ever",
            answer=lambda: _by_first_rate(_ASKED),
            hint=Text(
                en="That is the manager's forecast, with one rate for ever. What does the mix say?",
                fr="C’est la prévision de la responsable, avec un seul taux. Que dit le mélange ?",
            ),
        ),
        Misconception(
            name="what_happened",
            answer=lambda: survivors()[_ASKED],
            hint=Text(
                en="That was counted in year 12, which the model was not shown. What did it "
                "expect, before?",
                fr="Cela fut compté l’année 12, que le modèle n’a pas vue. Qu’attendait-il, avant "
                "?",
            ),
        ),
    ),
)

when_winning_stops = Exercise(
    name="when_winning_stops",
    question=Text(
        en="From year 6 on this company wins nobody. Its retention rate goes from 75% to 90%. What has "
        "changed?",
        fr="À partir de l’année 6, cette entreprise ne gagne plus personne. Son taux de fidélisation "
        "passe de 75 % à 90 %. Qu’est-ce qui a changé ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="The sellers, freed from the hunt, look after those who are there, and these leave "
                "less and less.",
                fr="Les vendeurs, libérés de la chasse, s’occupent de ceux qui sont là, et ceux-ci "
                "partent de moins en moins.",
            ),
            "b": Text(
                en="The count: newcomers used to swell the number of those kept, and so to hide how "
                "many of the old ones left.",
                fr="Le comptage : les nouveaux gonflaient le nombre de ceux que l’on garde, et "
                "cachaient ainsi les départs des anciens.",
            ),
            "c": Text(
                en="No subscriber at all: only that there are no newcomers, who leave the most.",
                fr="Aucun abonné : seulement qu’il n’y a plus de nouveaux, qui partent le plus.",
            ),
            "d": Text(
                en="Its customers became more loyal.", fr="Ses clients sont devenus fidèles."
            ),
        }
    ),
    answer=lambda: "c",
    praise=Text(
        en="Yes: a firm that is emptying shows its best retention ever. Compare cohorts of the same "
        "age, never whole companies.",
        fr="Oui : une entreprise qui se vide affiche la meilleure fidélisation de son histoire. "
        "Comparez des cohortes du même âge, jamais des entreprises entières.",
    ),
    misconceptions=(
        Misconception(
            name="care_for_mix",
            answer=lambda: "a",
            hint=Text(
                en="Each cohort of this table follows the same curve, whatever the year. Where would "
                "care appear?",
                fr="Chaque cohorte de ce tableau suit la même courbe, quelle que soit l’année. Où "
                "verrait-on ces soins ?",
            ),
        ),
        Misconception(
            name="newcomers_counted_as_kept",
            answer=lambda: "b",
            hint=Text(
                en="Look at year 6: `kept`, over the customers of year 5. Do newcomers of the year "
                "enter it?",
                fr="Voyez l’année 6 : `kept`, sur les clients de l’année 5. Les nouveaux de l’année y "
                "entrent-ils ?",
            ),
        ),
        Misconception(
            name="rise_for_loyalty",
            answer=lambda: "d",
            hint=Text(
                en="In this table nobody changes. Who is missing, from year 6 on?",
                fr="Dans ce tableau, personne ne change. Qui manque, à partir de l’année 6 ?",
            ),
        ),
    ),
)

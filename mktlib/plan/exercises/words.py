"""Words that are taken for one another: a pair an exercise, a number or a letter for each."""

from __future__ import annotations

from typing import NamedTuple

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Choices, Exercise, Misconception, Number, Numbers
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

TITLE = Text(en="The words of the course", fr="Les mots du cours")
EUROS = Text(en="euros", fr="euros")


def _same_in_both() -> float:
    """Terms written alike in English and in French, out of all."""
    words = load("glossary")
    return (words["term_en"].str.casefold() == words["term_fr"].str.casefold()).mean()


same_word_guess = Prediction(
    name="same_word_guess",
    question=Text(
        en="Of all the terms of this course, what share is written the same in English and in "
        "French?",
        fr="De tous les termes de ce cours, quelle proportion s’écrit de la même façon en anglais "
        "et en français ?",
    ),
    share=True,
    answer=_same_in_both,
    reveal=Text(
        en="{truth}: a trade borrows its words. All the more reason to say what each one means "
        "before you count.",
        fr="{truth} : un métier emprunte ses mots. Raison de plus pour dire ce que chacun veut "
        "dire avant de compter.",
    ),
)

_SHOWN, _PEOPLE = 12_000, 4_000

reach_or_impressions = Exercise(
    name="reach_or_impressions",
    question=Text(
        en="A post was shown 12,000 times, to 4,000 people. What is its reach, and its average "
        "frequency?",
        fr="Une publication s’est affichée 12 000 fois, devant 4 000 personnes. Quelle est sa "
        "portée, et sa répétition moyenne ?",
    ),
    kind=Numbers(keys={"reach": Number(), "average_frequency": Number()}),
    answer=lambda: {"reach": _PEOPLE, "average_frequency": _SHOWN / _PEOPLE},
    praise=Text(
        en="Yes: reach counts people, impressions count times, and one over the other says how "
        "often a person met it.",
        fr="Oui : la portée compte des personnes, les impressions comptent des fois, et leur "
        "rapport dit combien de fois une personne l’a rencontrée.",
    ),
    misconceptions=(
        Misconception(
            name="impressions_for_reach",
            answer=lambda: {"reach": _SHOWN, "average_frequency": _SHOWN / _PEOPLE},
            hint=Text(
                en="You gave the times as reach. If one person sees the post every day, how many "
                "people is that?",
                fr="Vous avez donné les fois pour la portée. Si une personne voit la publication "
                "chaque jour, combien de personnes cela fait-il ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: {"reach": _PEOPLE, "average_frequency": _PEOPLE / _SHOWN},
            hint=Text(
                en="Under one contact a person, for people who all saw it? Which number goes "
                "above the line?",
                fr="Moins d’un contact par personne, pour des gens qui l’ont tous vue ? Quel "
                "nombre va au-dessus du trait ?",
            ),
        ),
        Misconception(
            name="impressions_everywhere",
            answer=lambda: {"reach": _SHOWN, "average_frequency": 1},
            hint=Text(
                en="That is a world where each person sees it once. Were there as many people as "
                "times?",
                fr="C’est un monde où chacun la voit une fois. Y avait-il autant de personnes que "
                "de fois ?",
            ),
        ),
        Misconception(
            name="times_for_frequency",
            answer=lambda: {"reach": _PEOPLE, "average_frequency": _SHOWN},
            hint=Text(
                en="Your average frequency counts the times of all the people together. How many "
                "is that for one of them?",
                fr="Votre répétition moyenne compte les fois de tous, ensemble. Combien cela "
                "fait-il pour un seul ?",
            ),
        ),
        Misconception(
            name="people_for_frequency",
            answer=lambda: {"reach": _SHOWN, "average_frequency": _PEOPLE},
            hint=Text(
                en="Which of your two numbers counts people? And an average frequency is one of "
                "them divided by the other.",
                fr="Lequel de vos deux nombres compte des personnes ? Et une répétition moyenne "
                "est l’un divisé par l’autre.",
            ),
        ),
    ),
)

_BEFORE, _AFTER = 0.02, 0.03

points_or_percent = Exercise(
    name="points_or_percent",
    question=Text(
        en="The click-through rate goes from 2% to 3%. By how many points does it rise, and by "
        "what relative change?",
        fr="Le taux de clics passe de 2 % à 3 %. De combien de points monte-t-il, et de quelle "
        "variation relative ?",
    ),
    kind=Numbers(keys={"points": Number(), "relative_change": Number(share=True)}),
    answer=lambda: {"points": 100 * (_AFTER - _BEFORE), "relative_change": _AFTER / _BEFORE - 1},
    praise=Text(
        en="Yes. Whoever wants to impress chooses the larger of the two: ask which one it is.",
        fr="Oui. Qui veut impressionner choisit le plus grand des deux : demandez lequel c’est.",
    ),
    misconceptions=(
        Misconception(
            name="points_for_relative_change",
            answer=lambda: {
                "points": 100 * (_AFTER - _BEFORE),
                "relative_change": _AFTER - _BEFORE,
            },
            hint=Text(
                en="You gave the same difference twice. Of 2 clicks, how many more are 3 clicks, "
                "as a share of the start?",
                fr="Vous avez donné deux fois la même différence. De 2 clics à 3 clics, combien de "
                "plus, en proportion du départ ?",
            ),
        ),
        Misconception(
            name="end_for_start",
            answer=lambda: {
                "points": 100 * (_AFTER - _BEFORE),
                "relative_change": (_AFTER - _BEFORE) / _AFTER,
            },
            hint=Text(
                en="You divided by the rate it arrives at. Where did it start from?",
                fr="Vous avez divisé par le taux d’arrivée. D’où est-il parti ?",
            ),
        ),
        Misconception(
            name="points_as_a_share",
            answer=lambda: {"points": _AFTER - _BEFORE, "relative_change": _AFTER / _BEFORE - 1},
            hint=Text(
                en="You subtracted shares. Points are counted between percentages: subtract "
                "those that the question writes.",
                fr="Vous avez soustrait des proportions. Les points se comptent entre "
                "pourcentages : soustrayez ceux que la question écrit.",
            ),
        ),
        Misconception(
            name="times_for_change",
            answer=lambda: {
                "points": 100 * (_AFTER - _BEFORE),
                "relative_change": _AFTER / _BEFORE,
            },
            hint=Text(
                en="That is what the rate was multiplied by. What was added to it, as a share of "
                "the start?",
                fr="C’est par combien le taux est multiplié. Que lui a-t-on ajouté, en "
                "proportion du départ ?",
            ),
        ),
        Misconception(
            name="swapped",
            answer=lambda: {
                "points": _AFTER / _BEFORE - 1,
                "relative_change": 100 * (_AFTER - _BEFORE),
            },
            hint=Text(
                en="The two have changed places. Which one is a plain subtraction, and which one "
                "divides by the start?",
                fr="Les deux ont échangé leurs places. Lequel est une simple soustraction, et "
                "lequel divise par le départ ?",
            ),
        ),
        Misconception(
            name="points_twice",
            answer=lambda: dict.fromkeys(("points", "relative_change"), 100 * (_AFTER - _BEFORE)),
            hint=Text(
                en="You gave the points twice. The relative change asks something else: how much "
                "of the start was added?",
                fr="Vous avez donné deux fois les points. La variation relative demande autre "
                "chose : quelle part du départ s’est ajoutée ?",
            ),
        ),
    ),
)

awareness_or_intent = Exercise(
    name="awareness_or_intent",
    question=Text(
        en="Before a campaign 60% of people know the brand and 6% mean to buy it; after, 80% and "
        "7%. Which sentence is true?",
        fr="Avant une campagne, 60 % des gens connaissent la marque et 6 % comptent l’acheter ; "
        "après, 80 % et 7 %. Quelle phrase est vraie ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Purchase intent rose as much as awareness: the same people were asked.",
                fr="L’intention d’achat a monté autant que la notoriété : on a interrogé les "
                "mêmes.",
            ),
            "b": Text(
                en="The campaign narrowed the gap between awareness and purchase intent.",
                fr="La campagne a réduit l’écart entre notoriété et intention d’achat.",
            ),
            "c": Text(
                en="Awareness rose, and the gap to purchase intent widened.",
                fr="La notoriété a monté, et l’écart avec l’intention d’achat s’est creusé.",
            ),
            "d": Text(
                en="Nothing rose: those who know the brand do not buy it.",
                fr="Rien n’a monté : ceux qui connaissent la marque ne l’achètent pas.",
            ),
        }
    ),
    answer=lambda: "c",
    praise=Text(
        en="Yes: being known is one job, being wanted another. The gap was 54 points, it is 73.",
        fr="Oui : être connu est une affaire, être voulu une autre. L’écart était de 54 points, il "
        "est de 73.",
    ),
    misconceptions=(
        Misconception(
            name="known_so_wanted",
            answer=lambda: "a",
            hint=Text(
                en="Subtract, column by column: what did each of the two gain?",
                fr="Soustrayez, colonne par colonne : qu’a gagné chacune des deux ?",
            ),
        ),
        Misconception(
            name="rise_for_narrowing",
            answer=lambda: "b",
            hint=Text(
                en="Both rose, and a gap is a difference. Compute it before, then after.",
                fr="Les deux ont monté, et un écart est une différence. Calculez-le avant, puis "
                "après.",
            ),
        ),
        Misconception(
            name="sales_for_awareness",
            answer=lambda: "d",
            hint=Text(
                en="You ask awareness to sell. What does each of the two percentages count?",
                fr="Vous demandez à la notoriété de vendre. Que compte chacun des deux "
                "pourcentages ?",
            ),
        ),
    ),
)

_HALF_LIFE_WEEKS = 2

carry_over_or_half_life = Exercise(
    name="carry_over_or_half_life",
    question=Text(
        en="The half-life of an advert is 2 weeks. What is its carry-over, from one week to the "
        "next?",
        fr="La demi-vie d’une publicité est de 2 semaines. Quelle est sa rémanence, d’une semaine "
        "à la suivante ?",
    ),
    kind=Number(share=True),
    answer=lambda: 0.5 ** (1 / _HALF_LIFE_WEEKS),
    praise=Text(
        en="Yes: the share that, taken twice, leaves a half. Half-life is a time, carry-over a "
        "share: they say the same thing in two units.",
        fr="Oui : la part qui, prise deux fois, laisse la moitié. La demi-vie est un temps, la "
        "rémanence une part : la même chose en deux unités.",
    ),
    misconceptions=(
        Misconception(
            name="half_every_week",
            answer=lambda: 0.5,
            hint=Text(
                en="With that, half would be gone after a single week. Which share, multiplied by "
                "itself, leaves a half?",
                fr="Avec cela, la moitié aurait disparu au bout d’une seule semaine. Quelle part, "
                "multipliée par elle-même, laisse la moitié ?",
            ),
        ),
        Misconception(
            name="straight_fall",
            answer=lambda: 1 - 0.5 / _HALF_LIFE_WEEKS,
            hint=Text(
                en="You took the same amount off each week. Each week takes off a share of what is "
                "left: try yours twice in a row. Do you get a half?",
                fr="Vous avez ôté la même quantité chaque semaine. Chaque semaine ôte une part de "
                "ce qui reste : essayez la vôtre deux fois de suite. Tombez-vous sur la moitié ?",
            ),
        ),
        Misconception(
            name="forgotten_for_kept",
            answer=lambda: 1 - 0.5 ** (1 / _HALF_LIFE_WEEKS),
            hint=Text(
                en="That is the share that goes in a week. Which one stays?",
                fr="C’est la part qui s’en va en une semaine. Laquelle reste ?",
            ),
        ),
        Misconception(
            name="half_too_early",
            answer=lambda: 0.5**_HALF_LIFE_WEEKS,
            hint=Text(
                en="Keep your share of what is left, two weeks in a row: is there a half, or "
                "much less?",
                fr="Gardez votre part de ce qui reste, deux semaines de suite : y a-t-il la "
                "moitié, ou bien moins ?",
            ),
        ),
        Misconception(
            name="line_of_the_text",
            answer=lambda: 0.5 ** (1 / (_HALF_LIFE_WEEKS + 1)),
            hint=Text(
                en="Taken how many times does your share give a half? Compare with the weeks of "
                "the question.",
                fr="Prise combien de fois votre part donne-t-elle la moitié ? Comparez aux "
                "semaines de la question.",
            ),
        ),
    ),
)

_SUBSCRIBERS, _STILL, _BUYERS, _AGAIN = 200, 150, 800, 240

retention_or_repurchase = Exercise(
    name="retention_or_repurchase",
    question=Text(
        en="A coffee roaster had 200 subscribers in January; 150 of them still are in February. "
        "Of 800 people who bought once in the shop, 240 bought again within the year. What are "
        "the retention rate of the first and the repurchase rate of the second?",
        fr="Un torréfacteur avait 200 abonnements en janvier ; 150 courent encore en février. Sur "
        "800 personnes qui ont acheté une fois en boutique, 240 ont racheté dans l’année. Quels "
        "sont le taux de fidélisation des premiers et le taux de réachat des seconds ?",
    ),
    kind=Numbers(
        keys={"retention_rate": Number(share=True), "repurchase_rate": Number(share=True)}
    ),
    answer=lambda: {"retention_rate": _STILL / _SUBSCRIBERS, "repurchase_rate": _AGAIN / _BUYERS},
    praise=Text(
        en="Yes. A subscriber who leaves tells you; a buyer who is silent does not. The other 560 "
        "are not lost yet, only silent.",
        fr="Oui. Un abonnement qui s’arrête se voit ; le silence d’un acheteur, non. Les 560 autres "
        "ne sont pas encore perdus, seulement silencieux.",
    ),
    misconceptions=(
        Misconception(
            name="lost_for_kept",
            answer=lambda: {
                "retention_rate": 1 - _STILL / _SUBSCRIBERS,
                "repurchase_rate": _AGAIN / _BUYERS,
            },
            hint=Text(
                en="That is the churn rate: those who left. Which share stayed?",
                fr="C’est le taux d’attrition : ceux qui sont partis. Quelle part est restée ?",
            ),
        ),
        Misconception(
            name="all_together",
            answer=lambda: dict.fromkeys(
                ("retention_rate", "repurchase_rate"),
                (_STILL + _AGAIN) / (_SUBSCRIBERS + _BUYERS),
            ),
            hint=Text(
                en="You pooled a contract and a habit. Work out each rate within its own group: "
                "who could have stayed, who could have come back?",
                fr="Vous avez mêlé un contrat et une habitude. Calculez chaque taux dans son "
                "seul groupe : qui pouvait rester, qui pouvait revenir ?",
            ),
        ),
        Misconception(
            name="swapped",
            answer=lambda: {
                "retention_rate": _AGAIN / _BUYERS,
                "repurchase_rate": _STILL / _SUBSCRIBERS,
            },
            hint=Text(
                en="The two have changed places. Which of them needs a subscription that goes on?",
                fr="Les deux ont échangé leurs places. Lequel demande un abonnement qui continue ?",
            ),
        ),
        Misconception(
            name="absent_for_present",
            answer=lambda: {
                "retention_rate": 1 - _STILL / _SUBSCRIBERS,
                "repurchase_rate": 1 - _AGAIN / _BUYERS,
            },
            hint=Text(
                en="You counted those who are missing: gone, or not back in the shop. Which "
                "share is wanted, theirs or that of the others?",
                fr="Vous avez compté les absents : partis, ou pas revenus en boutique. Veut-on "
                "leur part, ou celle des autres ?",
            ),
        ),
        Misconception(
            name="out_of_both_groups",
            answer=lambda: {
                "retention_rate": _STILL / (_SUBSCRIBERS + _BUYERS),
                "repurchase_rate": _AGAIN / (_SUBSCRIBERS + _BUYERS),
            },
            hint=Text(
                en="You divided by subscribers and shop buyers together. Out of which of them is "
                "this rate a share?",
                fr="Vous avez divisé par les abonnements et les acheteurs ensemble. De qui ce "
                "taux est-il une part ?",
            ),
        ),
    ),
)

_OF_TARGET, _OF_ALL, _TARGET = 0.45, 0.30, 0.20

affinity_or_audience = Exercise(
    name="affinity_or_audience",
    question=Text(
        en="45% of your target uses a network, and 30% of everybody does. Your target is 20% of "
        "everybody. What is the network's affinity index, and what share of its users is your "
        "target?",
        fr="45 % de votre cible utilise un réseau, et 30 % de tout le monde. Votre cible fait 20 % "
        "de tout le monde. Quel est l’indice d’affinité du réseau, et quelle part de ses "
        "utilisateurs est votre cible ?",
    ),
    kind=Numbers(keys={"affinity_index": Number(), "target_share": Number(share=True)}),
    answer=lambda: {
        "affinity_index": 100 * _OF_TARGET / _OF_ALL,
        "target_share": _TARGET * _OF_TARGET / _OF_ALL,
    },
    praise=Text(
        en="Yes. The index says how much closer than average; the share says how many of those "
        "you pay for are yours: here, still fewer than one in three.",
        fr="Oui. L’indice dit combien plus proche que la moyenne ; la part dit combien de ceux que "
        "vous payez sont à vous : ici, encore moins d’un sur trois.",
    ),
    misconceptions=(
        Misconception(
            name="use_for_audience",
            answer=lambda: {
                "affinity_index": 100 * _OF_TARGET / _OF_ALL,
                "target_share": _OF_TARGET,
            },
            hint=Text(
                en="That is how much of the target is there. Out of 100 people: how many are "
                "your target, how many of these use the network, and among how many users?",
                fr="C’est la part de la cible qui s’y trouve. Sur 100 personnes : combien sont "
                "votre cible, combien de celles-ci utilisent le réseau, et parmi combien "
                "d’utilisateurs ?",
            ),
        ),
        Misconception(
            name="of_everybody",
            answer=lambda: {
                "affinity_index": 100 * _OF_TARGET / _OF_ALL,
                "target_share": _TARGET * _OF_TARGET,
            },
            hint=Text(
                en="That counts the target's users out of everybody. Out of whom are they wanted?",
                fr="Cela compte les utilisateurs de la cible sur tout le monde. Sur qui les "
                "demande-t-on ?",
            ),
        ),
        Misconception(
            name="target_for_base",
            answer=lambda: {
                "affinity_index": 100 * _OF_TARGET / _TARGET,
                "target_share": _TARGET * _OF_TARGET / _OF_ALL,
            },
            hint=Text(
                en="You divided by the size of the target. Whose use is the average, at 100?",
                fr="Vous avez divisé par la taille de la cible. L’usage de qui fait la moyenne, "
                "à 100 ?",
            ),
        ),
        Misconception(
            name="ratio_for_index",
            answer=lambda: {"affinity_index": _OF_TARGET / _OF_ALL, "target_share": _OF_TARGET},
            hint=Text(
                en="You divided the right two, for the index. But what is the average worth, on "
                "its scale?",
                fr="Pour l’indice, ce sont bien ces deux-là que l’on divise. Mais combien vaut "
                "la moyenne, sur son échelle ?",
            ),
        ),
        Misconception(
            name="index_upside_down",
            answer=lambda: {
                "affinity_index": 100 * _OF_ALL / _OF_TARGET,
                "target_share": _TARGET * _OF_TARGET / _OF_ALL,
            },
            hint=Text(
                en="Below 100, the target would be there less often than everybody. Is it? Which "
                "goes above the line?",
                fr="Au-dessous de 100, la cible y serait moins souvent que tout le monde. Est-ce "
                "le cas ? Que met-on au-dessus du trait ?",
            ),
        ),
        Misconception(
            name="whole_target",
            answer=lambda: {
                "affinity_index": 100 * _OF_TARGET / _OF_ALL,
                "target_share": _TARGET / _OF_ALL,
            },
            hint=Text(
                en="You put the whole target above the line. Do all of them use the network?",
                fr="Vous avez mis toute la cible au-dessus du trait. Utilise-t-elle tout entière "
                "le réseau ?",
            ),
        ),
        Misconception(
            name="target_in_everybody",
            answer=lambda: {"affinity_index": 100 * _OF_TARGET / _OF_ALL, "target_share": _TARGET},
            hint=Text(
                en="That is your target among everybody. Among users, does your index say that "
                "it weighs more, or less?",
                fr="C’est votre cible parmi tout le monde. Parmi les utilisateurs, votre indice "
                "dit-il qu’elle pèse plus, ou moins ?",
            ),
        ),
    ),
)

_SPEND, _REVENUE, _MARGIN = 5_000, 20_000, 0.30

roas_or_romi = Exercise(
    name="roas_or_romi",
    question=Text(
        en="A campaign costs €5,000 and brings €20,000 of revenue; the gross margin is 30% of "
        "revenue. What are its ROAS and its ROMI?",
        fr="Une campagne coûte 5 000 € et rapporte 20 000 € de chiffre d’affaires ; la marge brute "
        "en est 30 %. Quels sont son ROAS et son ROMI ?",
    ),
    kind=Numbers(keys={"roas": Number(), "romi": Number(share=True)}),
    answer=lambda: {"roas": _REVENUE / _SPEND, "romi": (_MARGIN * _REVENUE - _SPEND) / _SPEND},
    praise=Text(
        en="Yes: the same campaign, a proud number and a modest one. Only the second pays wages.",
        fr="Oui : la même campagne, un nombre fier et un nombre modeste. Seul le second paie des "
        "salaires.",
    ),
    misconceptions=(
        Misconception(
            name="revenue_for_margin",
            answer=lambda: {"roas": _REVENUE / _SPEND, "romi": (_REVENUE - _SPEND) / _SPEND},
            hint=Text(
                en="Your ROMI takes revenue for gain. Did the goods cost nothing?",
                fr="Votre ROMI prend le chiffre d’affaires pour un gain. Les produits n’ont-ils "
                "rien coûté ?",
            ),
        ),
        Misconception(
            name="spend_not_taken_off",
            answer=lambda: {"roas": _REVENUE / _SPEND, "romi": _MARGIN * _REVENUE / _SPEND},
            hint=Text(
                en="That is margin over spend: at break-even it gives 1. What must a return give "
                "when you only get your money back?",
                fr="C’est la marge sur la dépense : quand on rentre dans ses frais, cela donne 1. "
                "Que doit donner un retour quand on récupère juste sa mise ?",
            ),
        ),
        Misconception(
            name="margin_for_revenue",
            answer=lambda: {
                "roas": _MARGIN * _REVENUE / _SPEND,
                "romi": (_MARGIN * _REVENUE - _SPEND) / _SPEND,
            },
            hint=Text(
                en="Your ROAS already takes off what the goods cost. What stands above the line of "
                "a ROAS?",
                fr="Votre ROAS retire déjà le coût des produits. Qu’y a-t-il au-dessus du trait "
                "d’un ROAS ?",
            ),
        ),
        Misconception(
            name="roas_twice",
            answer=lambda: dict.fromkeys(("roas", "romi"), _REVENUE / _SPEND),
            hint=Text(
                en="You gave the same number twice. What does a ROMI take off, above the line, "
                "that a ROAS leaves?",
                fr="Vous avez donné deux fois le même nombre. Que retire un ROMI, au-dessus du "
                "trait, qu’un ROAS laisse ?",
            ),
        ),
        Misconception(
            name="swapped",
            answer=lambda: {
                "roas": (_MARGIN * _REVENUE - _SPEND) / _SPEND,
                "romi": _REVENUE / _SPEND,
            },
            hint=Text(
                en="The two have changed places. Which of them takes off what the goods cost?",
                fr="Les deux ont échangé leurs places. Lequel retire ce qu’ont coûté les "
                "produits ?",
            ),
        ),
        Misconception(
            name="euros_for_return",
            answer=lambda: {"roas": _REVENUE / _SPEND, "romi": _MARGIN * _REVENUE - _SPEND},
            hint=Text(
                en="Your ROMI is in euros: it is a gain. A return says how much of it there is "
                "for each euro of what?",
                fr="Votre ROMI est en euros : c’est un gain. Un retour dit combien il y en a "
                "pour chaque euro de quoi ?",
            ),
        ),
        Misconception(
            name="out_of_revenue",
            answer=lambda: {
                "roas": _REVENUE / _SPEND,
                "romi": (_MARGIN * _REVENUE - _SPEND) / _REVENUE,
            },
            hint=Text(
                en="The top of your ROMI is right, but you divided it by revenue. What was "
                "invested?",
                fr="Le haut de votre ROMI est juste, mais vous le divisez par le chiffre "
                "d’affaires. Qu’a-t-on investi ?",
            ),
        ),
        Misconception(
            name="margin_rate_for_return",
            answer=lambda: {"roas": _REVENUE / _SPEND, "romi": _MARGIN},
            hint=Text(
                en="That is the margin rate: it would be the same had the campaign cost nothing. "
                "Where is the spend?",
                fr="C’est le taux de marge : il serait le même si la campagne n’avait rien "
                "coûté. Où est la dépense ?",
            ),
        ),
    ),
)

_MEDIA, _LEADS, _SALES = 3_000, 60, 12

lead_or_action = Exercise(
    name="lead_or_action",
    question=Text(
        en="€3,000 of adverts bring 60 people who ask for a quote; 12 of them sign. What is the "
        "cost per lead, and the cost per action, if the action wanted is a signature?",
        fr="3 000 € de publicité amènent 60 personnes qui demandent un devis ; 12 d’entre elles "
        "signent. Quel est le coût par lead, et le coût par action, si l’action voulue est la "
        "signature ?",
    ),
    kind=Numbers(keys={"cost_per_lead": Number(unit=EUROS), "cost_per_action": Number(unit=EUROS)}),
    answer=lambda: {"cost_per_lead": _MEDIA / _LEADS, "cost_per_action": _MEDIA / _SALES},
    praise=Text(
        en="Yes. A cost per action says nothing until the action is named: had it been the "
        "request for a quote, the two would be one.",
        fr="Oui. Un coût par action ne dit rien tant que l’action n’est pas nommée : si c’était la "
        "demande de devis, les deux n’en feraient qu’un.",
    ),
    misconceptions=(
        Misconception(
            name="lead_for_action",
            answer=lambda: dict.fromkeys(("cost_per_lead", "cost_per_action"), _MEDIA / _LEADS),
            hint=Text(
                en="You divided both by those who asked. How many did what was wanted?",
                fr="Vous avez divisé les deux par ceux qui ont demandé. Combien ont fait ce que "
                "l’on voulait ?",
            ),
        ),
        Misconception(
            name="swapped",
            answer=lambda: {"cost_per_lead": _MEDIA / _SALES, "cost_per_action": _MEDIA / _LEADS},
            hint=Text(
                en="They have changed places: can it cost less to have somebody sign than to have "
                "somebody ask?",
                fr="Ils ont échangé leurs places : faire signer quelqu’un peut-il coûter moins que "
                "le faire demander ?",
            ),
        ),
        Misconception(
            name="cost_among_leads",
            answer=lambda: {"cost_per_lead": _MEDIA / _LEADS, "cost_per_action": _LEADS / _SALES},
            hint=Text(
                en="That counts leads for one signature. Where has the money gone?",
                fr="Cela compte les leads pour une signature. Où est passé l’argent ?",
            ),
        ),
        Misconception(
            name="action_for_lead",
            answer=lambda: dict.fromkeys(("cost_per_lead", "cost_per_action"), _MEDIA / _SALES),
            hint=Text(
                en="You divided both by those who signed. Who was a lead before anybody signed?",
                fr="Vous avez divisé les deux par ceux qui ont signé. Qui était un lead avant "
                "que l’on signe ?",
            ),
        ),
        Misconception(
            name="unsigned_leads",
            answer=lambda: {
                "cost_per_lead": _MEDIA / (_LEADS - _SALES),
                "cost_per_action": _MEDIA / _SALES,
            },
            hint=Text(
                en="You took out those who signed. Had they not asked for a quote first?",
                fr="Vous avez ôté ceux qui ont signé. N’avaient-ils pas d’abord demandé un devis ?",
            ),
        ),
        Misconception(
            name="rate_for_cost",
            answer=lambda: {"cost_per_lead": _MEDIA / _LEADS, "cost_per_action": _SALES / _LEADS},
            hint=Text(
                en="That is how many of those who ask end up signing: a rate. A cost has euros "
                "above the line.",
                fr="C’est la part de ceux qui demandent et finissent par signer : un taux. Un "
                "coût a des euros au-dessus du trait.",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: {"cost_per_lead": _LEADS / _MEDIA, "cost_per_action": _SALES / _MEDIA},
            hint=Text(
                en="That is people for one euro. A cost is euros for one person: what goes above "
                "the line?",
                fr="Ce sont des personnes pour un euro. Un coût est en euros pour une personne : "
                "que met-on au-dessus du trait ?",
            ),
        ),
    ),
)


class _Figure(NamedTuple):
    """What is true of a figure on a dashboard, so that each way of judging it can be computed."""

    words: Text
    acted_on: bool
    ratio: bool = False
    money: bool = False


_FIGURES = {
    "followers": _Figure(
        Text(
            en="followers since the account was opened; the number is shown at every meeting",
            fr="les abonnés depuis l’ouverture du compte ; le nombre est montré à chaque réunion",
        ),
        acted_on=False,
    ),
    "cost_per_lead": _Figure(
        Text(
            en="cost per lead; above €60 for two months, the channel is closed",
            fr="le coût par lead ; au-dessus de 60 € deux mois de suite, on ferme le canal",
        ),
        acted_on=True,
        ratio=True,
        money=True,
    ),
    "engagement_rate": _Figure(
        Text(
            en="engagement rate by followers; nobody has ever changed anything because of it",
            fr="le taux d’engagement par abonné ; personne n’a jamais rien changé à cause de lui",
        ),
        acted_on=False,
        ratio=True,
    ),
    "answers": _Figure(
        Text(
            en="questions left unanswered on Friday; above 5, somebody stays to answer them",
            fr="les questions restées sans réponse le vendredi ; au-dessus de 5, quelqu’un reste "
            "pour y répondre",
        ),
        acted_on=True,
    ),
    "media_value": _Figure(
        Text(
            en="what the press articles would have cost as adverts, in euros, for the yearly "
            "report",
            fr="ce qu’auraient coûté les articles de presse en publicité, en euros, pour le rapport "
            "annuel",
        ),
        acted_on=False,
        money=True,
    ),
}


def _judged(good: str) -> dict[str, str]:
    return {name: "a" if getattr(figure, good) else "b" for name, figure in _FIGURES.items()}


vanity_or_kpi = Exercise(
    name="vanity_or_kpi",
    question=Text(
        en="Five figures of a dashboard: which serve, and which flatter?",
        fr="Cinq chiffres d’un tableau de bord : lesquels servent, lesquels flattent ?",
    ),
    kind=Choices(
        items={name: figure.words for name, figure in _FIGURES.items()},
        options={
            "a": Text(en="a KPI: somebody acts on it", fr="un KPI : quelqu’un agit d’après lui"),
            "b": Text(en="a vanity metric", fr="un indicateur de vanité"),
        },
    ),
    answer=lambda: _judged("acted_on"),
    praise=Text(
        en="Yes. The name of a figure does not make it vain: what nobody would do about it does.",
        fr="Oui. Ce n’est pas le nom d’un chiffre qui le rend vain : c’est que personne n’en ferait "
        "rien.",
    ),
    misconceptions=(
        Misconception(
            name="ratio_for_kpi",
            answer=lambda: _judged("ratio"),
            hint=Text(
                en="You sorted ratios from counts. Ask of each instead: on the day it moves, who "
                "does what?",
                fr="Vous avez séparé les ratios des décomptes. Demandez plutôt de chacun : le jour "
                "où il bouge, qui fait quoi ?",
            ),
        ),
        Misconception(
            name="money_for_kpi",
            answer=lambda: _judged("money"),
            hint=Text(
                en="You kept what is in euros. Can an amount flatter, and can a plain count make "
                "somebody get up?",
                fr="Vous avez gardé ce qui est en euros. Un montant peut-il flatter, et un simple "
                "décompte faire lever quelqu’un ?",
            ),
        ),
        Misconception(
            name="all_serve",
            answer=lambda: dict.fromkeys(_FIGURES, "a"),
            hint=Text(
                en="As many as that? Cross out each one that nobody would miss on Monday.",
                fr="Autant ? Barrez chacun de ceux qui ne manqueraient à personne lundi.",
            ),
        ),
        Misconception(
            name="none_serves",
            answer=lambda: dict.fromkeys(_FIGURES, "b"),
            hint=Text(
                en="You are too strict: look for the lines that end with what somebody then does.",
                fr="Vous êtes trop sévère : cherchez les lignes qui finissent par ce que "
                "quelqu’un fait alors.",
            ),
        ),
    ),
)

"""Affinity: an index and its base, a survey on two bases, and a case to do alone."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Exercise, Misconception, Number
from mktlib.core.text import Text

from .. import model


def _france(column: str, group: str) -> float:
    use = load("platform_use")
    chosen = use[(use["survey"] == "Médiamétrie 2018") & (use["platform"] == "any social network")]
    chosen = chosen[(chosen["group"] == group) & (chosen["frequency"] == "daily")]
    return float(chosen[column].iloc[0])


index_of_the_young = Exercise(
    name="index_of_the_young",
    question=Text(
        en="France, 2018: each day 61.3% of people aged 15 to 24 use a social network, and 47.1% of "
        "the whole population. What is the affinity index of social networks for the young?",
        fr="France, 2018 : chaque jour, 61,3 % des 15–24 ans utilisent un réseau social, et 47,1 % "
        "de l’ensemble de la population. Quel est l’indice d’affinité des réseaux pour les jeunes ?",
    ),
    kind=Number(),
    answer=lambda: model.affinity_index(_france("use_share", "15-24"), _france("use_share", "all")),
    praise=Text(
        en="Yes: the share of the young who are there is three tenths above everybody's. It says "
        "nothing of size: nearly half of the whole population is there too.",
        fr="Oui : la part des jeunes qui y sont dépasse de trois dixièmes celle de tout le monde. "
        "Cela ne dit rien de la taille : près de la moitié de la population y est aussi.",
    ),
    misconceptions=(
        Misconception(
            name="points_for_index",
            answer=lambda: 100 * (_france("use_share", "15-24") - _france("use_share", "all")),
            hint=Text(
                en="That is a gap in points. An index divides: by what?",
                fr="C’est un écart en points. Un indice divise : par quoi ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: model.affinity_index(
                _france("use_share", "all"), _france("use_share", "15-24")
            ),
            hint=Text(
                en="Below 100, the target would use it less than others. Who is compared with "
                "whom?",
                fr="Sous 100, la cible l’utiliserait moins que les autres. Qui compare-t-on à "
                "qui ?",
            ),
        ),
        Misconception(
            name="share_for_index",
            answer=lambda: 100 * _france("use_share", "15-24"),
            hint=Text(
                en="That is the size of the channel in the target. What is it compared with?",
                fr="C’est la taille du canal dans la cible. À quoi la compare-t-on ?",
            ),
        ),
        Misconception(
            name="excess_for_index",
            answer=lambda: 100 * (_france("use_share", "15-24") / _france("use_share", "all") - 1),
            hint=Text(
                en="That is what exceeds the average. In an index, what number is the average?",
                fr="C’est ce qui dépasse la moyenne. Dans un indice, quel nombre vaut la moyenne ?",
            ),
        ),
        Misconception(
            name="ratio_for_index",
            answer=lambda: _france("use_share", "15-24") / _france("use_share", "all"),
            hint=Text(
                en="The right division. On the scale of an index, the average is 100, not 1.",
                fr="La bonne division. À l’échelle d’un indice, la moyenne vaut 100, pas 1.",
            ),
        ),
    ),
)

minutes_index = Exercise(
    name="minutes_index",
    question=Text(
        en="The same source, on a mobile only: 26 minutes a day for people of 15 to 24, 9 for the "
        "whole population. What is the index in minutes?",
        fr="La même source, sur mobile seulement : 26 minutes par jour pour les 15–24 ans, 9 pour "
        "l’ensemble de la population. Quel est l’indice en minutes ?",
    ),
    kind=Number(),
    answer=lambda: model.affinity_index(
        _france("mobile_minutes_per_day", "15-24"), _france("mobile_minutes_per_day", "all")
    ),
    praise=Text(
        en="Yes: far above the index in persons, though those counted users on any device, and "
        "these minutes are mobile. Persons say whom you can meet, minutes how often; a seller "
        "of space will quote the one that suits.",
        fr="Oui : bien au-dessus de l’indice en personnes, qui comptait tous les appareils, quand "
        "ces minutes sont sur mobile. Les personnes disent qui l’on peut toucher, les minutes "
        "combien de fois ; un vendeur d’espace citera celui qui l’arrange.",
    ),
    misconceptions=(
        Misconception(
            name="index_of_persons",
            answer=lambda: model.affinity_index(
                _france("use_share", "15-24"), _france("use_share", "all")
            ),
            hint=Text(
                en="That is the index of persons. Which two numbers are minutes?",
                fr="C’est l’indice des personnes. Quels sont les deux nombres de minutes ?",
            ),
        ),
        Misconception(
            name="extra_minutes",
            answer=lambda: (
                _france("mobile_minutes_per_day", "15-24")
                - _france("mobile_minutes_per_day", "all")
            ),
            hint=Text(
                en="Those are minutes more. An index divides.",
                fr="Ce sont des minutes de plus. Un indice divise.",
            ),
        ),
        Misconception(
            name="minutes_of_a_user",
            answer=lambda: model.affinity_index(
                _france("mobile_minutes_per_day", "15-24") / _france("use_share", "15-24"),
                _france("mobile_minutes_per_day", "all") / _france("use_share", "all"),
            ),
            hint=Text(
                en="You divided by the users first: that compares two users, "
                "and not two groups of people. What was asked?",
                fr="Vous avez d’abord divisé par les utilisateurs : cela compare deux utilisateurs, "
                "pas deux groupes. Que demandait-on ?",
            ),
        ),
        Misconception(
            name="ratio_for_index",
            answer=lambda: (
                _france("mobile_minutes_per_day", "15-24")
                / _france("mobile_minutes_per_day", "all")
            ),
            hint=Text(
                en="The right division. On the scale of an index, the average is 100, not 1.",
                fr="La bonne division. À l’échelle d’un indice, la moyenne vaut 100, pas 1.",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: model.affinity_index(
                _france("mobile_minutes_per_day", "all"), _france("mobile_minutes_per_day", "15-24")
            ),
            hint=Text(
                en="Below 100, the young would spend less time there than everybody. Which "
                "minutes are divided by which?",
                fr="Sous 100, les jeunes y passeraient moins de temps que tout le monde. Quelles "
                "minutes divise-t-on par lesquelles ?",
            ),
        ),
        Misconception(
            name="excess_for_index",
            answer=lambda: (
                100
                * (
                    _france("mobile_minutes_per_day", "15-24")
                    / _france("mobile_minutes_per_day", "all")
                    - 1
                )
            ),
            hint=Text(
                en="You took the average away: that is what goes beyond it. On what number does "
                "an index put the average?",
                fr="Vous avez ôté la moyenne : c’est ce qui la dépasse. Sur quel nombre un "
                "indice place-t-il la moyenne ?",
            ),
        ),
    ),
)


def _pew(platform: str, year: int, base: str) -> float:
    use = load("platform_use").query("dimension == 'all'")
    chosen = use[(use["survey"] == f"Pew {year}") & (use["base"] == base)]
    return float(chosen.set_index("platform")["use_share"][platform])


def _facebook(base: str) -> float:
    return _pew("Facebook", 2016, base)


online_share = Exercise(
    name="online_share",
    question=Text(
        en="April 2016: 79% of Americans who are online use Facebook, and 68% of all adults. "
        "What share of adults is then online?",
        fr="Avril 2016 : 79 % des Américains connectés utilisent Facebook, et 68 % de tous les "
        "adultes. Quelle proportion des adultes est donc connectée ?",
    ),
    kind=Number(share=True),
    answer=lambda: model.implied_base(_facebook("all adults"), _facebook("online adults")),
    praise=Text(
        en="Yes. Rounding allows 85 to 87%. Two figures that seem to disagree have told you a "
        "third.",
        fr="Oui. L’arrondi permet 85 à 87 %. Deux chiffres qui semblaient se contredire vous en "
        "ont appris un troisième.",
    ),
    misconceptions=(
        Misconception(
            name="multiplied",
            answer=lambda: _facebook("all adults") * _facebook("online adults"),
            hint=Text(
                en="Fewer adults online than on Facebook? Write it out: 68% of all is 79% of what?",
                fr="Moins d’adultes connectés que sur Facebook ? "
                "Posez-le : 68 % de tous, c’est 79 % de quoi ?",
            ),
        ),
        Misconception(
            name="one_less_the_gap",
            answer=lambda: 1 - (_facebook("online adults") - _facebook("all adults")),
            hint=Text(
                en="You took the gap for people who are offline. "
                "Points of two different bases cannot be subtracted.",
                fr="Vous prenez l’écart pour des gens non connectés. "
                "Des points de deux bases différentes ne se soustraient pas.",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: _facebook("online adults") / _facebook("all adults"),
            hint=Text(
                en="More people online than people? Which of the two bases is the smaller?",
                fr="Plus de connectés que d’habitants ? Laquelle des deux bases est la plus "
                "petite ?",
            ),
        ),
        Misconception(
            name="mean_of_two_bases",
            answer=lambda: (_facebook("online adults") + _facebook("all adults")) / 2,
            hint=Text(
                en="A mean of two shares on two bases is a share of nothing. "
                "Who is counted in both?",
                fr="La moyenne de deux proportions sur deux bases n’est la proportion de rien. "
                "Qui est compté dans les deux ?",
            ),
        ),
        Misconception(
            name="gap_for_base",
            answer=lambda: _facebook("online adults") - _facebook("all adults"),
            hint=Text(
                en="That is the gap between two shares. 68% of all adults and 79% of those online "
                "are the same people: how many are online?",
                fr="C’est l’écart entre deux proportions. 68 % de tous et 79 % des connectés sont "
                "les mêmes gens : combien sont connectés ?",
            ),
        ),
    ),
)

same_survey = Exercise(
    name="same_survey",
    question=Text(
        en="Two slides: “79% of Americans use Facebook”, “68% of Americans use Facebook”, both "
        "“Pew, 2016”. What happened?",
        fr="Deux diapositives : « 79 % des Américains utilisent Facebook », « 68 % des Américains "
        "utilisent Facebook », toutes deux « Pew, 2016 ». Que s’est-il passé ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Facebook fell by 11 points within the year.",
                fr="Facebook a perdu 11 points dans l’année.",
            ),
            "b": Text(
                en="One survey, the same users, divided by two different groups of people.",
                fr="Une seule enquête, les mêmes utilisateurs, divisés par deux groupes "
                "différents.",
            ),
            "c": Text(
                en="Two samples: the margin of error explains it.",
                fr="Deux échantillons : la marge d’erreur suffit.",
            ),
            "d": Text(
                en="One counts accounts, the other people.",
                fr="L’une compte des comptes, l’autre des personnes.",
            ),
        }
    ),
    answer=lambda: "b",
    praise=Text(
        en="Yes. Neither lies: one lost “online”, the other “adults”. For a client whose buyers "
        "are all online the first is right; for a town's adults, the second.",
        fr="Oui. Aucune ne ment : l’une a perdu « connectés », l’autre « adultes ». Pour un "
        "client dont les acheteurs sont tous connectés, la première est bonne ; pour les "
        "adultes d’une ville, la seconde.",
    ),
    misconceptions=(
        Misconception(
            name="base_for_trend",
            answer=lambda: "a",
            hint=Text(
                en="Look at `as_of` in both rows. How many surveys are there?",
                fr="Regardez `as_of` dans les deux lignes. Combien y a-t-il d’enquêtes ?",
            ),
        ),
        Misconception(
            name="chance_for_everything",
            answer=lambda: "c",
            hint=Text(
                en="With some 1,500 answers, a margin of two or three points. How wide is the gap?",
                fr="Avec 1 500 réponses environ, la marge est de deux ou trois points. "
                "Quel est l’écart ?",
            ),
        ),
        Misconception(
            name="accounts_for_people",
            answer=lambda: "d",
            hint=Text(
                en="A survey asks people. Which column of the two rows differs?",
                fr="Une enquête interroge des personnes. "
                "Quelle colonne diffère entre les deux lignes ?",
            ),
        ),
    ),
)


def _linkedin(year: int, base: str = "all adults") -> float:
    return _pew("LinkedIn", year, base)


linkedin_change = Exercise(
    name="linkedin_change",
    question=Text(
        en="From 2016 to 2021, by how much did the share of American adults on LinkedIn change? "
        "(A rise of 5 points is 0.05.)",
        fr="De 2016 à 2021, de combien la proportion d’adultes américains sur LinkedIn a-t-elle "
        "changé ? (Une hausse de 5 points s’écrit 0.05.)",
    ),
    kind=Number(share=True),
    answer=lambda: _linkedin(2021) - _linkedin(2016),
    praise=Text(
        en="Yes, 3 points: no more than the margin, so perhaps nothing moved. The other base "
        "turns even the sign, and with it the fate of a channel in your plan.",
        fr="Oui, 3 points : pas plus que la marge, il se peut donc que rien n’ait bougé. L’autre "
        "base retourne jusqu’au signe, et avec lui le sort d’un canal dans votre plan.",
    ),
    misconceptions=(
        Misconception(
            name="base_for_trend",
            answer=lambda: _linkedin(2021) - _linkedin(2016, "online adults"),
            hint=Text(
                en="Read `base` in your two rows. Are they shares of the same people?",
                fr="Lisez `base` dans vos deux lignes. "
                "Sont-ce des proportions des mêmes personnes ?",
            ),
        ),
        Misconception(
            name="relative_for_points",
            answer=lambda: _linkedin(2021) / _linkedin(2016) - 1,
            hint=Text(
                en="That is the relative change. What is the difference of the two shares?",
                fr="C’est la variation relative. Quelle est la différence des deux proportions ?",
            ),
        ),
        Misconception(
            name="backwards",
            answer=lambda: _linkedin(2016) - _linkedin(2021),
            hint=Text(
                en="The sign: what comes last, less what came first.",
                fr="Le signe : ce qui vient en dernier, moins ce qui venait en premier.",
            ),
        ),
    ),
)


def _news() -> pd.DataFrame:
    people = load("tv_days")
    return people.assign(
        daily=people["tv_news_days_per_week"] == 7, ever=people["tv_news_days_per_week"] > 0
    )


def _news_index(column: str = "daily") -> float:
    people = _news()
    return float(100 * people.loc[people["age"] >= 65, column].mean() / people[column].mean())


def _people_for_shares() -> float:
    people = _news()
    return float(100 * people.loc[people["age"] >= 65, "daily"].sum() / people["daily"].sum())


def _daily_share() -> float:
    people = _news()
    return float(people.loc[people["age"] >= 65, "daily"].mean())


def _against_the_others() -> float:
    people = _news()
    old = people["age"] >= 65
    return float(100 * people.loc[old, "daily"].mean() / people.loc[~old, "daily"].mean())


index_of_the_news = Exercise(
    name="index_of_the_news",
    question=Text(
        en="The channel is television news seen on seven days a week; the target, people of 65 and "
        "over; the base, everybody in `tv_days`. What is the affinity index?",
        fr="Le canal : le journal télévisé vu sept jours par semaine ; la cible : les 65 ans et "
        "plus ; la base : tout le monde dans `tv_days`. Quel est l’indice d’affinité ?",
    ),
    kind=Number(),
    answer=_news_index,
    praise=Text(
        en="Yes, nearly twice the average. But 1996 is past, and an age is also a generation: those "
        "who were 30 then are over 55 now, with other habits.",
        fr="Oui, près de deux fois la moyenne. Mais 1996 est loin, et un âge est aussi une "
        "génération : ceux qui avaient 30 ans en ont plus de 55, avec d’autres habitudes.",
    ),
    misconceptions=(
        Misconception(
            name="others_for_everybody",
            answer=_against_the_others,
            hint=Text(
                en="You compared with the others only. The base contains the target.",
                fr="Vous avez comparé aux autres seulement. La base contient la cible.",
            ),
        ),
        Misconception(
            name="days_for_people",
            answer=lambda: _news_index("tv_news_days_per_week"),
            hint=Text(
                en="That is an index in days. Which share of people watches on all seven?",
                fr="C’est un indice en jours. Quelle proportion de gens regarde les sept ?",
            ),
        ),
        Misconception(
            name="ever_for_daily",
            answer=lambda: _news_index("ever"),
            hint=Text(
                en="You counted whoever watches at least once. How many days were asked for?",
                fr="Vous avez compté qui regarde au moins une fois. Combien de jours "
                "demandait-on ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: 100 * 100 / _news_index(),
            hint=Text(
                en="Do the old watch less than everybody? Turn the division round.",
                fr="Les plus âgés regardent-ils moins que tout le monde ? Retournez la division.",
            ),
        ),
        Misconception(
            name="ratio_for_index",
            answer=lambda: _news_index() / 100,
            hint=Text(
                en="The right division. On the scale of an index, the average is 100, not 1.",
                fr="La bonne division. À l’échelle d’un indice, la moyenne vaut 100, pas 1.",
            ),
        ),
        Misconception(
            name="share_for_index",
            answer=_daily_share,
            hint=Text(
                en="That is the target's share. Divide by the same share of everybody.",
                fr="C’est la part de la cible. Divisez par celle de tout le monde.",
            ),
        ),
        Misconception(
            name="percentage_for_index",
            answer=lambda: 100 * _daily_share(),
            hint=Text(
                en="That is the target's share, in percent. By which share is it divided in an "
                "index?",
                fr="C’est la part de la cible, en pourcentage. Par quelle part la divise un "
                "indice ?",
            ),
        ),
        Misconception(
            name="people_for_shares",
            answer=_people_for_shares,
            hint=Text(
                en="You divided numbers of people, and there are fewer old ones. Which share of "
                "each group watches on all seven days?",
                fr="Vous avez divisé des nombres de gens, or les plus âgés sont moins nombreux. "
                "Quelle proportion de chaque groupe regarde les sept jours ?",
            ),
        ),
    ),
)

"""The denominator decides: followers, reach or impressions, and the best post for the typical one."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Exercise, Misconception, Number, Numbers
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model


def _posts() -> pd.DataFrame:
    return load("best_posts").set_index(["post_id", "metric"])


def _aurora_rate(count: str = "retweets", followers_of: tuple[str, str] | None = None) -> float:
    posts = _posts()
    followers = posts.loc[followers_of or ("first_aurora", "retweets"), "followers"]
    return model.engagement_rate_by_followers(
        posts.loc[("first_aurora", count), "value"], followers
    )


best_post_guess = Prediction(
    name="best_post_guess",
    question=Text(
        en="Thomas Pesquet's most shared tweet from the space station, an aurora, got 25,000 "
        "retweets. To what share of his Twitter followers of the time does that amount?",
        fr="Le tweet le plus partagé de Thomas Pesquet depuis la station spatiale, une aurore, a "
        "reçu 25 000 retweets. À quelle proportion de ses abonnés Twitter d’alors cela "
        "équivaut-il ?",
    ),
    share=True,
    answer=_aurora_rate,
    reveal=Text(
        en="{truth}, for the best tweet of a whole mission. Whatever you guessed, keep the gap in "
        "mind when somebody shows you his best post.",
        fr="{truth}, pour le meilleur tweet de toute une mission. Retenez l’écart avec votre "
        "estimation, le jour où quelqu’un vous montrera sa meilleure publication.",
    ),
)

best_post_rate = Exercise(
    name="best_post_rate",
    question=Text(
        en="The first aurora: how many retweets for each follower of the time?",
        fr="La première aurore : combien de retweets pour chaque abonné de l’époque ?",
    ),
    kind=Number(share=True),
    answer=_aurora_rate,
    praise=Text(
        en="Yes: about seven retweets for 100 followers. Not “7% of his followers”: "
        "anyone may retweet, followers or not.",
        fr="Oui : environ sept retweets pour 100 abonnés. Et non « 7 % de ses abonnés » : "
        "n’importe qui peut retweeter, abonné ou non.",
    ),
    misconceptions=(
        Misconception(
            name="likes_for_retweets",
            answer=lambda: _aurora_rate("likes"),
            hint=Text(
                en="You counted the likes. Which row counts what was passed on?",
                fr="Vous avez compté les j’aime. Quelle ligne compte ce qui a été relayé ?",
            ),
        ),
        Misconception(
            name="all_reactions_added",
            answer=lambda: _aurora_rate("retweets") + _aurora_rate("likes"),
            hint=Text(
                en="You added likes and retweets. Is a like a share, "
                "and may one person not do both?",
                fr="Vous avez additionné j’aime et retweets. Un j’aime est-il un partage, "
                "et la même personne ne peut-elle pas faire les deux ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: 1 / _aurora_rate(),
            hint=Text(
                en="That is the number of followers for one retweet. What do you divide by what?",
                fr="C’est le nombre d’abonnés pour un retweet. Que divisez-vous par quoi ?",
            ),
        ),
        Misconception(
            name="another_network",
            answer=lambda: _aurora_rate(followers_of=("mannequin_challenge", "views")),
            hint=Text(
                en="Those followers are on Facebook. On which network were the retweets counted?",
                fr="Ces abonnés sont ceux de Facebook. Sur quel réseau a-t-on compté les "
                "retweets ?",
            ),
        ),
        Misconception(
            name="second_aurora",
            answer=lambda: model.engagement_rate_by_followers(
                *_posts().loc[("second_aurora", "likes"), ["value", "followers"]]
            ),
            hint=Text(
                en="That is the second aurora, with its likes on Instagram. Which post is asked "
                "about, and which of its rows?",
                fr="C’est la seconde aurore, avec ses j’aime sur Instagram. De quelle "
                "publication s’agit-il, et de laquelle de ses lignes ?",
            ),
        ),
    ),
)


def _typical_rate(network: str = "Twitter") -> float:
    table = load("engagement_benchmarks")
    chosen = table[(table["network"] == network) & (table["year"] == 2022)]
    chosen = chosen[chosen["sector"] == "all industries"]
    return chosen["engagement_rate"].dropna().item()


best_against_typical = Exercise(
    name="best_against_typical",
    question=Text(
        en="The aurora's rate is how many times the median Twitter brand's rate of 2022?",
        fr="Par combien faut-il multiplier le taux de la marque médiane sur Twitter en 2022 pour "
        "obtenir celui de l’aurore ?",
    ),
    kind=Number(),
    answer=lambda: _aurora_rate() / _typical_rate(),
    praise=Text(
        en="Yes. It sets retweets alone against all engagements, a maximum against a median, 2017 against "
        "2022: a fine story, and no target for your own posts.",
        fr="Oui. On oppose des retweets seuls à tous les engagements, un maximum à une médiane, 2017 "
        "à 2022 : une belle histoire, mais pas un objectif pour vos publications.",
    ),
    misconceptions=(
        Misconception(
            name="difference_for_ratio",
            answer=lambda: _aurora_rate() - _typical_rate(),
            hint=Text(
                en="You subtracted the two rates. How many times does one contain the other?",
                fr="Vous avez soustrait les deux taux. Combien de fois l’un contient-il l’autre ?",
            ),
        ),
        Misconception(
            name="percent_over_share",
            answer=lambda: 100 * _aurora_rate() / _typical_rate(),
            hint=Text(
                en="One rate is in percent and the other is a share. Are both in one unit?",
                fr="L’un des taux est en pourcentage, l’autre en proportion. "
                "Sont-ils dans la même unité ?",
            ),
        ),
        Misconception(
            name="another_network",
            answer=lambda: _aurora_rate() / _typical_rate("Facebook"),
            hint=Text(
                en="That is the median brand on Facebook. Where was the aurora posted?",
                fr="C’est la marque médiane sur Facebook. Où l’aurore a-t-elle été publiée ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: _typical_rate() / _aurora_rate(),
            hint=Text(
                en="Below 1: the typical post would beat the best. Which goes on top?",
                fr="Moins de 1 : la publication typique battrait la meilleure. "
                "Lequel va au numérateur ?",
            ),
        ),
        Misconception(
            name="share_over_percent",
            answer=lambda: _aurora_rate() / (100 * _typical_rate()),
            hint=Text(
                en="You turned the brand's rate into a percentage, and left the aurora's as a "
                "share. Can you divide one by the other?",
                fr="Vous avez mis le taux de la marque en pourcentage, et laissé celui de "
                "l’aurore en proportion. Peut-on diviser l’un par l’autre ?",
            ),
        ),
        Misconception(
            name="second_aurora_network",
            answer=lambda: _aurora_rate() / _typical_rate("Instagram"),
            hint=Text(
                en="That is the median brand on Instagram, where the second aurora was. Where "
                "was the first?",
                fr="C’est la marque médiane sur Instagram, où se trouvait la seconde aurore. Où "
                "était la première ?",
            ),
        ),
    ),
)


def _sidonie(month: str = "2013-03-01") -> pd.Series:
    table = load("ambassadors")
    return table[(table["account"] == "Sidonie") & (table["month"] == month)].iloc[0]


def _three_rates(month: pd.Series, reactions: str = "engagements") -> dict[str, float]:
    done = month[reactions]
    return {
        "followers": model.engagement_rate_by_followers(done, month["network_size"]),
        "reach": model.engagement_rate_by_reach(done, month["reach"]),
        "impressions": model.engagement_rate_by_impressions(done, month["impressions"]),
    }


def _reach_and_impressions_swapped() -> dict[str, float]:
    rates = _three_rates(_sidonie())
    return {**rates, "reach": rates["impressions"], "impressions": rates["reach"]}


def _followers_and_impressions_swapped() -> dict[str, float]:
    rates = _three_rates(_sidonie())
    return {**rates, "followers": rates["impressions"], "impressions": rates["followers"]}


three_engagement_rates = Exercise(
    name="three_engagement_rates",
    question=Text(
        en="Sidonie, March 2013: what are her three engagement rates, by followers "
        "(`network_size`), by people reached (`reach`), by impressions?",
        fr="Sidonie, mars 2013 : quels sont ses trois taux d’engagement, par abonné "
        "(`network_size`), par personne touchée (`reach`), par impression ?",
    ),
    kind=Numbers(keys=dict.fromkeys(("followers", "reach", "impressions"), Number(share=True))),
    answer=lambda: _three_rates(_sidonie()),
    praise=Text(
        en="Yes: 26%, 11% or 2%, one account, one month. "
        "“Our engagement rate” without its denominator is not a figure yet.",
        fr="Oui : 26 %, 11 % ou 2 %, pour un compte et un mois. "
        "« Notre taux d’engagement », sans dénominateur, n’est pas encore un chiffre.",
    ),
    misconceptions=(
        Misconception(
            name="retweets_for_engagements",
            answer=lambda: _three_rates(_sidonie(), "retweets"),
            hint=Text(
                en="You counted retweets alone. Which column adds up all three reactions?",
                fr="Vous n’avez compté que les retweets. "
                "Quelle colonne additionne les trois réactions ?",
            ),
        ),
        Misconception(
            name="first_month_for_last",
            answer=lambda: _three_rates(_sidonie("2011-10-01")),
            hint=Text(
                en="That is the first month of the table. Which month is asked for?",
                fr="C’est le premier mois du tableau. Lequel est demandé ?",
            ),
        ),
        Misconception(
            name="reach_and_impressions_swapped",
            answer=_reach_and_impressions_swapped,
            hint=Text(
                en="People reached and impressions have changed places. Which column counts people, "
                "and which counts the times a post is shown?",
                fr="Personnes touchées et impressions ont échangé leurs places. Quelle colonne "
                "compte des personnes, laquelle compte chaque fois qu’une publication s’affiche ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: {name: 1 / rate for name, rate in _three_rates(_sidonie()).items()},
            hint=Text(
                en="More than one engagement for each person? What do you divide by what?",
                fr="Plus d’un engagement par personne ? Que divisez-vous par quoi ?",
            ),
        ),
        Misconception(
            name="followers_and_impressions_swapped",
            answer=_followers_and_impressions_swapped,
            hint=Text(
                en="Your first and last rates have changed places. In which order are the three "
                "asked for?",
                fr="Votre premier et votre dernier taux ont échangé leurs places. Dans quel "
                "ordre les trois sont-ils demandés ?",
            ),
        ),
        Misconception(
            name="rounded_to_the_point",
            answer=lambda: {
                name: round(rate, 2) for name, rate in _three_rates(_sidonie()).items()
            },
            hint=Text(
                en="The right divisions, rounded too much. Let the computer divide: write the "
                "division itself between the brackets.",
                fr="Les bonnes divisions, trop arrondies. Laissez l’ordinateur diviser : écrivez "
                "la division elle-même entre les crochets.",
            ),
        ),
    ),
)


def _organic_reach(month: str, pages: str = "over 100 brand pages") -> float:
    table = load("organic_reach")
    return table[(table["pages"] == pages) & (table["month"] == month)].iloc[0][
        "organic_reach_share"
    ]


_OCTOBER, _FEBRUARY, _LARGE_PAGES = "2013-10-01", "2014-02-01", "pages over 500,000 likes"

reach_fall = Exercise(
    name="reach_fall",
    question=Text(
        en="Over 100 brand pages, from October 2013 to February 2014: what is the relative change "
        "of organic reach? (a fall is negative)",
        fr="Plus de 100 pages de marque, d’octobre 2013 à février 2014 : quelle est la variation "
        "relative de la portée organique ? (une baisse est négative)",
    ),
    kind=Number(share=True),
    answer=lambda: _organic_reach(_FEBRUARY) / _organic_reach(_OCTOBER) - 1,
    praise=Text(
        en="Yes: nearly half of the reach, gone in four months, on ground that the brands did not own. "
        "One winter only, told by an advertising agency, not by a neutral counter.",
        fr="Oui : près de la moitié de la portée perdue en quatre mois, sur un terrain qui n’appartenait "
        "pas aux marques. Un seul hiver, raconté par une agence de publicité, pas par un "
        "observateur neutre.",
    ),
    misconceptions=(
        Misconception(
            name="points_for_relative_change",
            answer=lambda: _organic_reach(_FEBRUARY) - _organic_reach(_OCTOBER),
            hint=Text(
                en="You subtracted two shares: those are points. "
                "How much is that of what there was at the start?",
                fr="Vous avez soustrait deux proportions : ce sont des points. "
                "Combien cela fait-il de ce qu’il y avait au départ ?",
            ),
        ),
        Misconception(
            name="remainder_for_change",
            answer=lambda: _organic_reach(_FEBRUARY) / _organic_reach(_OCTOBER),
            hint=Text(
                en="That is what remains. How much was lost?",
                fr="C’est ce qui reste. Combien a-t-on perdu ?",
            ),
        ),
        Misconception(
            name="last_for_first",
            answer=lambda: 1 - _organic_reach(_OCTOBER) / _organic_reach(_FEBRUARY),
            hint=Text(
                en="You divided by the last month. From which month does the change start?",
                fr="Vous avez divisé par le dernier mois. De quel mois part la variation ?",
            ),
        ),
        Misconception(
            name="other_pages",
            answer=lambda: (
                _organic_reach(_FEBRUARY, _LARGE_PAGES) / _organic_reach(_OCTOBER, _LARGE_PAGES) - 1
            ),
            hint=Text(
                en="Those are the pages with over 500,000 likes. Which rows are asked for?",
                fr="Ce sont les pages de plus de 500 000 abonnés. Quelles lignes sont demandées ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: _organic_reach(_OCTOBER) / _organic_reach(_FEBRUARY),
            hint=Text(
                en="That is how many times the last month goes into the first. How much of the "
                "first was lost or gained?",
                fr="C’est combien de fois le premier mois contient le dernier. Combien a-t-on "
                "perdu ou gagné, rapporté au premier ?",
            ),
        ),
    ),
)


def _basile_over_sidonie(part: str, whole: str | None = "reach") -> float:
    sums = load("ambassadors").groupby("account")[[part, *([whole] if whole else [])]].sum()
    rate = sums[part] / sums[whole] if whole else sums[part]
    return rate["Basile"] / rate["Sidonie"]


def _leads_per_person(account: str, month: str | None = None) -> float:
    table = load("ambassadors")
    chosen = table[(table["account"] == account) & (table["month"].eq(month) if month else True)]
    return chosen["leads"].sum() / chosen["reach"].sum()


the_right_person = Exercise(
    name="the_right_person",
    question=Text(
        en="Over the 18 months, take leads / reach of each account (months added: one person may "
        "count 18 times). Basile's result is how many times Sidonie's?",
        fr="Sur les 18 mois, prenez leads / personnes touchées pour chaque compte (mois additionnés : "
        "une même personne peut compter 18 fois). Par combien faut-il multiplier le résultat de "
        "Sidonie pour obtenir celui de Basile ?",
    ),
    kind=Number(),
    answer=lambda: _basile_over_sidonie("leads"),
    praise=Text(
        en="Yes: engagement crowns Sidonie, the right person crowns Basile. Careful: both won about "
        "as many leads (25 and 27), so that the smaller reach wins by division alone.",
        fr="Oui : l’engagement couronne Sidonie, la bonne personne couronne Basile. Prudence : ils "
        "ont à peu près autant de leads (25 et 27) ; le compte qui touche le moins de monde gagne "
        "par simple division.",
    ),
    misconceptions=(
        Misconception(
            name="one_account_alone",
            answer=lambda: _leads_per_person("Basile"),
            hint=Text(
                en="That is Basile alone. Divide it by Sidonie's.",
                fr="C’est le résultat de Basile seul. Divisez-le par celui de Sidonie.",
            ),
        ),
        Misconception(
            name="leads_alone",
            answer=lambda: _basile_over_sidonie("leads", None),
            hint=Text(
                en="You compared the leads alone. How many people did each account have to reach "
                "to win them?",
                fr="Vous n’avez comparé que les leads. Combien de personnes chaque compte a-t-il "
                "dû toucher pour les obtenir ?",
            ),
        ),
        Misconception(
            name="impressions_for_reach",
            answer=lambda: _basile_over_sidonie("leads", "impressions"),
            hint=Text(
                en="You divided by impressions. Which column counts persons?",
                fr="Vous avez divisé par des impressions. Quelle colonne compte des personnes ?",
            ),
        ),
        Misconception(
            name="engagements_for_leads",
            answer=lambda: _basile_over_sidonie("engagements"),
            hint=Text(
                en="Those are reactions. Who asked for a quote?",
                fr="Ce sont des réactions. Qui a demandé un devis ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: 1 / _basile_over_sidonie("leads"),
            hint=Text(
                en="That is Sidonie against Basile. Which one goes on top?",
                fr="C’est Sidonie rapportée à Basile. Lequel va au numérateur ?",
            ),
        ),
        Misconception(
            name="difference_for_ratio",
            answer=lambda: _leads_per_person("Basile") - _leads_per_person("Sidonie"),
            hint=Text(
                en="You subtracted one result from the other. How many times does Basile's "
                "contain Sidonie's?",
                fr="Vous avez soustrait un résultat de l’autre. Combien de fois celui de Basile "
                "contient-il celui de Sidonie ?",
            ),
        ),
        Misconception(
            name="last_month_only",
            answer=lambda: (
                _leads_per_person("Basile", "2013-03-01")
                / _leads_per_person("Sidonie", "2013-03-01")
            ),
            hint=Text(
                en="That is March 2013 alone, when each had a single lead. Which table holds the "
                "sums of all the months?",
                fr="C’est mars 2013 seul, où chacun n’avait qu’un lead. Quel tableau contient "
                "les sommes de tous les mois ?",
            ),
        ),
    ),
)


def _octave() -> pd.DataFrame:
    table = load("ambassadors")
    return table[table["account"] == "Octave"]


def _theme_seven(reactions: str = "retweets") -> dict[str, float]:
    octave = _octave()
    *before, last = octave["mentions"]
    return {
        "volume": octave["posts"].sum(),
        "cadence": octave["posts"].mean(),
        "amplification_rate": model.amplification_rate(
            octave[reactions].sum(), octave["posts"].sum()
        ),
        "buzz": last / (sum(before) / len(before)),
    }


def _last_month_only() -> dict[str, float]:
    last = _octave().iloc[-1]
    rate = model.amplification_rate(last["retweets"], last["posts"])
    return {
        "volume": last["posts"],
        "cadence": last["posts"],
        "amplification_rate": rate,
        "buzz": 1.0,
    }


theme_seven = Exercise(
    name="theme_seven",
    question=Text(
        en="Octave, 18 months. `volume`: posts in all; `cadence`: posts a month; "
        "`amplification_rate`: all retweets over all posts; `buzz`: mentions of March 2013 over the "
        "mean of the 17 months before.",
        fr="Octave, 18 mois. `volume` : publications en tout ; `cadence` : publications par mois ; "
        "`amplification_rate` : tous les retweets sur toutes les publications ; `buzz` : mentions "
        "de mars 2013 sur la moyenne des 17 mois précédents.",
    ),
    kind=Numbers(keys=dict.fromkeys(("volume", "cadence", "amplification_rate", "buzz"), Number())),
    answer=_theme_seven,
    praise=Text(
        en="Yes: four words have become four numbers that another person can compute again. "
        "The buzz tells a change, not a sentiment: somebody must read the mentions.",
        fr="Oui : quatre mots sont devenus quatre nombres qu’une autre personne peut recalculer. "
        "Le buzz dit un changement, pas un sentiment : il faut lire les mentions.",
    ),
    misconceptions=(
        Misconception(
            name="mean_of_ratios",
            answer=lambda: {
                **_theme_seven(),
                "amplification_rate": (_octave()["retweets"] / _octave()["posts"]).mean(),
            },
            hint=Text(
                en="Your amplification rate is the mean of the monthly rates: a quiet month counts "
                "as much as a busy one. What do all posts together give?",
                fr="Votre taux d’amplification est la moyenne des taux mensuels : un mois calme "
                "compte autant qu’un mois chargé. Que donnent toutes les publications ensemble ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: {
                **_theme_seven(),
                "amplification_rate": 1 / _theme_seven()["amplification_rate"],
            },
            hint=Text(
                en="That is the number of posts for one retweet. "
                "How many retweets does one post bring?",
                fr="C’est le nombre de publications pour un retweet. "
                "Combien de retweets une publication amène-t-elle ?",
            ),
        ),
        Misconception(
            name="reactions_for_shares",
            answer=lambda: _theme_seven("engagements"),
            hint=Text(
                en="You counted every reaction. Which ones pass the post on?",
                fr="Vous avez compté toutes les réactions. Lesquelles relaient la publication ?",
            ),
        ),
        Misconception(
            name="month_in_its_own_habit",
            answer=lambda: {
                **_theme_seven(),
                "buzz": _octave()["mentions"].iloc[-1] / _octave()["mentions"].mean(),
            },
            hint=Text(
                en="March 2013 is in the mean it is compared with. Which months come before it?",
                fr="Mars 2013 est dans la moyenne à laquelle on le compare. "
                "Quels mois le précèdent ?",
            ),
        ),
        Misconception(
            name="one_month_for_habit",
            answer=lambda: {
                **_theme_seven(),
                "buzz": _octave()["mentions"].iloc[-1] / _octave()["mentions"].iloc[-2],
            },
            hint=Text(
                en="February alone may have been a quiet month. What is the habit of all the "
                "months before?",
                fr="Février seul a pu être un mois calme. Quelle est l’habitude de tous les mois "
                "précédents ?",
            ),
        ),
        Misconception(
            name="last_month_only",
            answer=_last_month_only,
            hint=Text(
                en="That is March 2013 alone. Which period is asked for?",
                fr="C’est mars 2013 seul. Quelle période est demandée ?",
            ),
        ),
        Misconception(
            name="habit_for_buzz",
            answer=lambda: {**_theme_seven(), "buzz": _octave()["mentions"].iloc[:-1].mean()},
            hint=Text(
                en="Your buzz is the habit itself: the mentions of an ordinary month. How many "
                "times does March contain it?",
                fr="Votre buzz est l’habitude elle-même : les mentions d’un mois ordinaire. "
                "Combien de fois mars la contient-il ?",
            ),
        ),
        Misconception(
            name="difference_for_ratio",
            answer=lambda: {
                **_theme_seven(),
                "buzz": _octave()["mentions"].iloc[-1] - _octave()["mentions"].iloc[:-1].mean(),
            },
            hint=Text(
                en="For the buzz you took the habit away from March. The question says “over”: "
                "what is divided by what?",
                fr="Pour le buzz, vous avez retranché l’habitude de mars. La question dit « sur "
                "» : que divise-t-on par quoi ?",
            ),
        ),
        Misconception(
            name="a_year_for_the_period",
            answer=lambda: {**_theme_seven(), "cadence": _octave()["posts"].sum() / 12},
            hint=Text(
                en="Your cadence divides by the months of a year. How many months are there in "
                "this table?",
                fr="Votre cadence divise par les mois d’une année. Combien de mois y a-t-il dans "
                "ce tableau ?",
            ),
        ),
        Misconception(
            name="retweets_a_month",
            answer=lambda: {**_theme_seven(), "amplification_rate": _octave()["retweets"].mean()},
            hint=Text(
                en="Your amplification rate counts retweets for one month. How many are there "
                "for one post?",
                fr="Votre taux d’amplification compte des retweets par mois. Combien y en a-t-il "
                "par publication ?",
            ),
        ),
    ),
)

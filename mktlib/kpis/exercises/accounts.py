"""Small accounts: which of eight would you close, what is a score worth, what can be concluded."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Choices, Exercise, Misconception, Number, Table
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model

MONTHS = 18


def _ranking(last_month: int = MONTHS, months: int = 1) -> pd.DataFrame:
    """One row an account: engagements per impression, rank and verdict."""
    ranking = model.account_ranking(
        load("ambassadors"),
        last_month,
        months,
        successes="engagements",
        trials="impressions",
    )
    return ranking.accounts.set_index("account")


def _months_at_an_end() -> int:
    ranks = [_ranking(month)["rank"]["Basile"] for month in range(1, MONTHS + 1)]
    return sum(rank in (1, 8) for rank in ranks)


months_at_an_end = Prediction(
    name="months_at_an_end",
    question=Text(
        en="Each month the eight accounts are ranked by engagements per impression. Basile is by "
        "far the smallest. In how many of the 18 months is it first or last?",
        fr="Chaque mois, on classe les huit comptes selon leurs engagements par impression. Basile "
        "est de loin le plus petit. Combien de mois sur 18 est-il premier ou dernier ?",
    ),
    high=MONTHS,
    step=1,
    unit=Text(en="months", fr="mois"),
    answer=_months_at_an_end,
    reveal=Text(
        en="Basile is shown so seldom that two or three reactions carry it from last to first. "
        "Both ends of a ranking fill up with small accounts, good or bad.",
        fr="Basile est si peu affiché que deux ou trois réactions le portent de la dernière à la "
        "première place. Les deux bouts d’un classement se remplissent de petits comptes, bons "
        "ou mauvais.",
    ),
)


def _sums(column: str) -> pd.Series:
    return load("ambassadors").groupby("account")[column].sum()


def _rates(part: str = "engagements", whole: str = "impressions") -> pd.Series:
    return _sums(part) / _sums(whole)


def _mean_of_monthly_rates() -> pd.Series:
    table = load("ambassadors")
    rates = table["engagements"] / table["impressions"]
    return rates.groupby(table["account"]).mean()


account_rates = Exercise(
    name="account_rates",
    question=Text(
        en="Over the 18 months, how many engagements for one impression has each account? "
        "Divide one column of `totals` by another; the result has one rate for each account.",
        fr="Sur les 18 mois, combien d’engagements par impression chaque compte obtient-il ? "
        "Divisez une colonne de `totals` par une autre : le résultat donne un taux par compte.",
    ),
    kind=Table(rows="account", columns={"rate": Number(share=True)}),
    answer=_rates,
    praise=Text(
        en="Yes: five accounts near 2%, Octave above, Clovis and little Basile below. "
        "Before you call it a ranking, ask how far chance alone can carry each.",
        fr="Oui : cinq comptes près de 2 %, Octave au-dessus, Clovis et le petit Basile en dessous. "
        "Avant d’y voir un classement, demandez jusqu’où le hasard peut porter chacun.",
    ),
    misconceptions=(
        Misconception(
            name="mean_of_ratios",
            answer=_mean_of_monthly_rates,
            hint=Text(
                en="This is the mean of 18 monthly rates: a month of 18 impressions weighs as much "
                "as one of 200. Which sums should be divided?",
                fr="C’est la moyenne de 18 taux mensuels : un mois de 18 impressions y pèse autant "
                "qu’un mois de 200. Quelles sommes faut-il diviser ?",
            ),
        ),
        Misconception(
            name="followers_for_impressions",
            answer=lambda: _rates(whole="network_size"),
            hint=Text(
                en="You divided by followers, added up month after month. "
                "Which column counts a post each time it is shown?",
                fr="Vous avez divisé par des abonnés, additionnés mois après mois. "
                "Quelle colonne compte une publication chaque fois qu’elle s’affiche ?",
            ),
        ),
        Misconception(
            name="reach_for_impressions",
            answer=lambda: _rates(whole="reach"),
            hint=Text(
                en="You divided by persons reached. Which column counts each time a post is shown?",
                fr="Vous avez divisé par des personnes touchées. "
                "Quelle colonne compte chaque fois qu’une publication s’affiche ?",
            ),
        ),
        Misconception(
            name="last_month_only",
            answer=lambda: _ranking()["rate"],
            hint=Text(
                en="That is March 2013 alone. Which period is asked for?",
                fr="C’est mars 2013 seul. Quelle période est demandée ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: 1 / _rates(),
            hint=Text(
                en="Those are impressions for one engagement, dozens of them. Which column goes "
                "on top?",
                fr="Ce sont des impressions par engagement, des dizaines. Quelle colonne va au "
                "numérateur ?",
            ),
        ),
        Misconception(
            name="leads_for_engagements",
            answer=lambda: _rates("leads"),
            hint=Text(
                en="You counted leads. Which column counts every reaction?",
                fr="Vous avez compté les leads. Quelle colonne compte toutes les réactions ?",
            ),
        ),
        Misconception(
            name="out_of_everybody",
            answer=lambda: _sums("engagements") / _sums("impressions").sum(),
            hint=Text(
                en="You divided each account by the impressions of all eight. How many has it of "
                "its own?",
                fr="Vous avez divisé chaque compte par les impressions des huit. Combien en "
                "a-t-il à lui ?",
            ),
        ),
        Misconception(
            name="nothing_divided",
            answer=lambda: _sums("engagements"),
            hint=Text(
                en="Those are engagements, a number that grows with the account. Out of how many "
                "impressions each?",
                fr="Ce sont des engagements, un nombre qui grossit avec le compte. Sur combien "
                "d’impressions pour chacun ?",
            ),
        ),
    ),
)

_JUDGED = {
    "Octave": Text(en="finance and accounting", fr="finance et comptabilité"),
    "Clovis": Text(en="information systems", fr="systèmes d’information"),
    "Sidonie": Text(en="human resources", fr="ressources humaines"),
    "Basile": Text(en="public sector", fr="secteur public"),
}
_VERDICTS = {"above": "a", "inside": "b", "below": "c"}


def _letters(ranking: pd.DataFrame) -> dict[str, str]:
    return {account: _VERDICTS[ranking["verdict"][account]] for account in _JUDGED}


def _by_rank() -> dict[str, str]:
    ranks = _ranking(months=MONTHS)["rank"]
    return {name: "a" if ranks[name] <= 2 else "c" if ranks[name] >= 7 else "b" for name in _JUDGED}


def _by_side() -> dict[str, str]:
    rates, everybody = _rates(), load("ambassadors")
    centre = everybody["engagements"].sum() / everybody["impressions"].sum()
    return {name: "a" if rates[name] > centre else "c" for name in _JUDGED}


def _against_one_limit(limit: str) -> dict[str, str]:
    table = _ranking(months=MONTHS)
    return {name: "a" if table["rate"][name] > table[limit][name] else "c" for name in _JUDGED}


beyond_chance = Exercise(
    name="beyond_chance",
    question=Text(
        en="Over the 18 months, where does each account's `rate` stand with respect to its own "
        "limits, `low` and `high`?",
        fr="Sur les 18 mois, où le taux (`rate`) de chaque compte se situe-t-il par rapport à ses "
        "propres limites, `low` et `high` ?",
    ),
    kind=Choices(
        items=_JUDGED,
        options={
            "a": Text(en="above its limits", fr="au-dessus de ses limites"),
            "b": Text(en="inside: chance is enough", fr="à l’intérieur : le hasard suffit"),
            "c": Text(en="below its limits", fr="au-dessous de ses limites"),
        },
    ),
    answer=lambda: _letters(_ranking(months=MONTHS)),
    praise=Text(
        en="Yes: only two accounts out of eight differ by more than chance. "
        "The limits say whom to talk to, not yet whom to close: look at the leads first.",
        fr="Oui : deux comptes sur huit seulement s’écartent plus que le hasard. Les limites disent "
        "à qui parler, pas encore qui fermer : regardez d’abord les leads.",
    ),
    misconceptions=(
        Misconception(
            name="last_month_for_all",
            answer=lambda: _letters(_ranking()),
            hint=Text(
                en="That is March 2013 alone. With eight accounts and 95% limits, how often does "
                "an ordinary account step outside in one month?",
                fr="C’est mars 2013 seul. Avec huit comptes et des limites à 95 %, à quelle "
                "fréquence un compte ordinaire en sort-il sur un mois ?",
            ),
        ),
        Misconception(
            name="one_lucky_month",
            answer=lambda: _letters(_ranking(last_month=2)),
            hint=Text(
                en="That is November 2011 alone, a month of extremes. What do 18 months say?",
                fr="C’est novembre 2011 seul, un mois d’extrêmes. Que disent les 18 mois ?",
            ),
        ),
        Misconception(
            name="rank_for_verdict",
            answer=_by_rank,
            hint=Text(
                en="You judged by rank: somebody is last in every ranking. "
                "How wide are the limits of an account that small?",
                fr="Vous avez jugé au rang : dans tout classement, quelqu’un est dernier. "
                "Quelle largeur ont les limites d’un si petit compte ?",
            ),
        ),
        Misconception(
            name="no_room_for_chance",
            answer=_by_side,
            hint=Text(
                en="You judged by the side of the centre line. "
                "Would equal accounts all fall exactly on it?",
                fr="Vous avez jugé d’après le côté de la ligne centrale. "
                "Des comptes égaux y tomberaient-ils tous exactement ?",
            ),
        ),
        Misconception(
            name="chance_for_everything",
            answer=lambda: dict.fromkeys(_JUDGED, "b"),
            hint=Text(
                en="Chance has narrow limits where impressions are many. "
                "Which rates lie outside their own two columns, `low` and `high`?",
                fr="Avec beaucoup d’impressions, le hasard a des limites étroites. "
                "Quels taux sortent de leurs deux colonnes `low` et `high` ?",
            ),
        ),
        Misconception(
            name="upper_limit_only",
            answer=lambda: _against_one_limit("high"),
            hint=Text(
                en="You compared with `high` only. A rate under it may still be above `low`: "
                "where does it stand then?",
                fr="Vous n’avez comparé qu’à `high`. Un taux plus petit peut encore dépasser "
                "`low` : où se situe-t-il alors ?",
            ),
        ),
        Misconception(
            name="lower_limit_only",
            answer=lambda: _against_one_limit("low"),
            hint=Text(
                en="You compared with `low` only. A rate over it may still be under `high`: "
                "where does it stand then?",
                fr="Vous n’avez comparé qu’à `low`. Un taux plus grand peut encore être sous "
                "`high` : où se situe-t-il alors ?",
            ),
        ),
    ),
)

_AFTER_NOVEMBER = MONTHS - 2

star_of_november = Exercise(
    name="star_of_november",
    question=Text(
        en="In November 2011, the second month, Basile came first of eight. What is its rank over "
        "the 16 months that follow?",
        fr="En novembre 2011, le deuxième mois, Basile était premier sur huit. Quel est son rang "
        "sur les 16 mois qui suivent ?",
    ),
    kind=Number(),
    answer=lambda: _ranking(months=_AFTER_NOVEMBER)["rank"]["Basile"],
    praise=Text(
        en="Yes: November was 2 reactions in 23 impressions, and its true rate, invented for this "
        "table, never moved. Neither reward nor punish a single extreme month.",
        fr="Oui : novembre tenait à 2 réactions sur 23 impressions, et son vrai taux, inventé pour "
        "ce tableau, n’a jamais bougé. Ne récompensez ni ne punissez un seul mois extrême.",
    ),
    misconceptions=(
        Misconception(
            name="once_first_always_first",
            answer=lambda: _ranking(last_month=2)["rank"]["Basile"],
            hint=Text(
                en="That is the rank of November itself. Did it last?",
                fr="C’est le rang de novembre lui-même. A-t-il duré ?",
            ),
        ),
        Misconception(
            name="last_month_only",
            answer=lambda: _ranking()["rank"]["Basile"],
            hint=Text(
                en="That is March 2013 alone, another extreme month. How many months follow?",
                fr="C’est mars 2013 seul, un autre mois extrême. Combien de mois suivent ?",
            ),
        ),
        Misconception(
            name="mean_of_ranks",
            answer=lambda: (
                sum(_ranking(month)["rank"]["Basile"] for month in range(3, MONTHS + 1))
                / _AFTER_NOVEMBER
            ),
            hint=Text(
                en="You averaged monthly ranks, and a rank says nothing of the number of impressions. "
                "What do 16 months together give?",
                fr="Vous avez fait la moyenne des rangs mensuels, et un rang ne dit rien du nombre "
                "d’impressions. Que donnent les 16 mois ensemble ?",
            ),
        ),
        Misconception(
            name="rate_for_rank",
            answer=lambda: _ranking(months=_AFTER_NOVEMBER)["rate"]["Basile"],
            hint=Text(
                en="That is its rate. Which column of the table gives its place among the eight?",
                fr="C’est son taux. Quelle colonne du tableau donne sa place parmi les huit ?",
            ),
        ),
    ),
)

klout_in_the_memo = Exercise(
    name="klout_in_the_memo",
    question=Text(
        en="In this invented table the Klout score goes with the number of posts (correlation "
        "0.93), not with leads (−0.06). What do you do with it?",
        fr="Dans ce tableau inventé, le score Klout suit le nombre de publications (corrélation "
        "0,93), pas les leads (−0,06). Qu’en faites-vous ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Keep it: the accounts with a high score are the most active, so raising the "
                "score will raise the results.",
                fr="Je le garde : les comptes au score élevé sont les plus actifs, donc relever le "
                "score relèvera les résultats.",
            ),
            "b": Text(
                en="Keep it: one score that sums up everything is easier to follow than five.",
                fr="Je le garde : un score qui résume tout est plus simple à suivre que cinq.",
            ),
            "c": Text(
                en="Replace it by the number of posts: it says the same and costs nothing.",
                fr="Je le remplace par le nombre de publications : il dit la même chose et ne "
                "coûte rien.",
            ),
            "d": Text(
                en="Leave it out: nobody here can count it again, it follows activity rather than "
                "results, and its owner may stop it.",
                fr="Je l’écarte : personne ici ne peut le recalculer, il suit l’activité plutôt "
                "que les résultats, et son propriétaire peut l’arrêter.",
            ),
        }
    ),
    answer=lambda: "d",
    praise=Text(
        en="Yes, and its owner did: Klout closed on 25 May 2018. "
        "Keep KPIs whose numerator and denominator you can count yourself.",
        fr="Oui, et il l’a fait : Klout a fermé le 25 mai 2018. "
        "Gardez des KPI dont vous pouvez compter vous-même numérateur et dénominateur.",
    ),
    misconceptions=(
        Misconception(
            name="correlation_for_cause",
            answer=lambda: "a",
            hint=Text(
                en="Score and activity go together. What tells you that moving one moves the "
                "leads?",
                fr="Score et activité vont ensemble. "
                "Qu’est-ce qui dit qu’agir sur l’un fait bouger les leads ?",
            ),
        ),
        Misconception(
            name="one_score_for_everything",
            answer=lambda: "b",
            hint=Text(
                en="Easy to follow, certainly. "
                "If it falls by three points, what will you ask Sidonie to do?",
                fr="Facile à suivre, certes. "
                "S’il baisse de trois points, que demanderez-vous à Sidonie ?",
            ),
        ),
        Misconception(
            name="activity_for_result",
            answer=lambda: "c",
            hint=Text(
                en="Posts are what one does. What will people do to raise a number of posts?",
                fr="Publier, c’est ce que l’on fait. "
                "Que feront les gens pour augmenter un nombre de publications ?",
            ),
        ),
    ),
)

demos_conclusion = Exercise(
    name="demos_conclusion",
    question=Text(
        en="The accounts started in October 2011 and grew. Demos came near bankruptcy in 2015, "
        "after three loss-making years. What can be concluded about the accounts?",
        fr="Les comptes ont démarré en octobre 2011 et ont grandi. Demos a frôlé le dépôt de bilan "
        "en 2015, après trois années de pertes. Que peut-on en conclure sur les comptes ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="They did harm: the losses came after them.",
                fr="Ils ont nui : les pertes sont venues après eux.",
            ),
            "b": Text(
                en="Nothing about cause: we do not see what would have happened without them.",
                fr="Rien sur la cause : on ne voit pas ce qui se serait passé sans eux.",
            ),
            "c": Text(
                en="They softened the fall: without them it would have been worse.",
                fr="Ils ont amorti la chute : sans eux, cela aurait été pire.",
            ),
            "d": Text(
                en="They had no effect on the business: the results show none.",
                fr="Ils n’ont eu aucun effet sur l’activité : les résultats n’en montrent pas.",
            ),
        }
    ),
    answer=lambda: "b",
    praise=Text(
        en="Yes. To learn more, Demos would have had to start accounts in some communities drawn at "
        "random, and compare the sales of all of them.",
        fr="Oui. Pour en savoir plus, il aurait fallu ouvrir des comptes dans quelques communautés "
        "tirées au sort, et comparer les ventes de toutes.",
    ),
    misconceptions=(
        Misconception(
            name="after_so_because",
            answer=lambda: "a",
            hint=Text(
                en="After is not because. What else changed for a training company in those years?",
                fr="Après ne veut pas dire à cause de. Qu’est-ce qui a changé d’autre, ces "
                "années-là, pour une entreprise de formation ?",
            ),
        ),
        Misconception(
            name="wished_for_comparison",
            answer=lambda: "c",
            hint=Text(
                en="A hopeful thought. In which column is the Demos without accounts?",
                fr="C’est un espoir. Dans quelle colonne est le Demos sans comptes ?",
            ),
        ),
        Misconception(
            name="absence_for_proof",
            answer=lambda: "d",
            hint=Text(
                en="An effect that is not seen is not an effect of zero. How large an effect would "
                "show up in the revenue of a whole group?",
                fr="Un effet que l’on ne voit pas n’est pas un effet nul. De quelle taille "
                "devrait-il être pour se voir dans le chiffre d’affaires de tout un groupe ?",
            ),
        ),
    ),
)

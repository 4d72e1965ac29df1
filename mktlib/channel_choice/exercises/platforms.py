"""Networks: what their numbers count, and what became of them."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Choices, Exercise, Misconception, Number
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text


def _facts(platform: str) -> pd.DataFrame:
    table = load("platform_history")
    return table[table["platform"] == platform].set_index("fact").sort_values("as_of")


def _amount(platform: str, fact: str) -> float:
    return float(_facts(platform).loc[[fact], "amount_millions"].iloc[-1])


viadeo_price = Prediction(
    name="viadeo_price",
    question=Text(
        en="Viadeo's shares are worth 150 million euros when it is floated in 2014. In December "
        "2016 a buyer takes its assets out of receivership. For how many million?",
        fr="Les actions de Viadeo valent 150 millions d’euros à son introduction en Bourse, en "
        "2014. En décembre 2016, un acheteur reprend ses actifs en redressement judiciaire. "
        "Pour combien de millions ?",
    ),
    high=150,
    step=0.5,
    unit=Text(en="million euros", fr="millions d’euros"),
    answer=lambda: _amount("Viadeo", "acquisition_price"),
    reveal=Text(
        en="{truth}, for assets taken out of receivership (another page prints half a million); "
        "11 million members in France, 40 million claimed in the world. Members are not a "
        "value: what do they come back to do?",
        fr="{truth}, pour des actifs repris en redressement judiciaire (une autre page imprime un "
        "demi-million) ; 11 millions de membres en France, 40 millions revendiqués dans le "
        "monde. Des membres ne sont pas une valeur : que reviennent-ils faire ?",
    ),
)

_WATCHED = {
    "Viadeo": Text(en="Viadeo", fr="Viadeo"),
    "Klout": Text(en="Klout", fr="Klout"),
    "Google+": Text(en="Google+", fr="Google+"),
    "iGoogle": Text(en="iGoogle", fr="iGoogle"),
    "Picasa": Text(en="Picasa", fr="Picasa"),
    "LinkedIn": Text(en="LinkedIn", fr="LinkedIn"),
    "Facebook": Text(en="Facebook", fr="Facebook"),
}


def _fate(platform: str) -> str:
    facts = set(_facts(platform).index)
    return "a" if "closing" in facts else "b" if "receivership" in facts else "c"


def _fates() -> dict[str, str]:
    return {name: _fate(name) for name in _WATCHED}


def _has_members(platform: str) -> bool:
    return bool(_facts(platform)["accounts"].notna().any())


what_became = Exercise(
    name="what_became",
    question=Text(
        en="By 2020, what had become of each, according to `platform_history`?",
        fr="En 2020, qu’était devenu chacun, selon `platform_history` ?",
    ),
    kind=Choices(
        items=_WATCHED,
        options={
            "a": Text(en="closed", fr="fermé"),
            "b": Text(
                en="in receivership, then sold off",
                fr="en redressement judiciaire, puis cédé",
            ),
            "c": Text(en="no closing in the table", fr="aucune fermeture dans le tableau"),
        },
    ),
    answer=_fates,
    praise=Text(
        en="Yes: four of the seven closed, and one was sold out of receivership; iGoogle had "
        "closed when slides with counts of 2015 named it. We chose the list, so it is no death "
        "rate: but a plan needs a second best.",
        fr="Oui : quatre des sept ont fermé, et un a été cédé en redressement ; iGoogle avait "
        "fermé quand des diapositives aux chiffres de 2015 l’ont nommé. Nous avons choisi la "
        "liste : ce n’est pas un taux de mortalité, mais un plan a besoin d’un second choix.",
    ),
    misconceptions=(
        Misconception(
            name="google_so_safe",
            answer=lambda: {
                name: "c" if name in ("Google+", "iGoogle", "Picasa") else letter
                for name, letter in _fates().items()
            },
            hint=Text(
                en="A rich owner can keep a service alive. Did this one?",
                fr="Un propriétaire riche peut maintenir un service. Celui-ci l’a-t-il fait ?",
            ),
        ),
        Misconception(
            name="members_so_alive",
            answer=lambda: {
                name: "c" if _has_members(name) else letter for name, letter in _fates().items()
            },
            hint=Text(
                en="Those with millions of accounts survive, in your list. "
                "Read their last rows: what do they report?",
                fr="Chez vous, ceux qui ont des millions de comptes survivent. "
                "Lisez leurs dernières lignes : que rapportent-elles ?",
            ),
        ),
        Misconception(
            name="sold_for_closed",
            answer=lambda: {
                name: "a" if letter == "b" else letter for name, letter in _fates().items()
            },
            hint=Text(
                en="One of them changed hands. Does the table say that it closed?",
                fr="L’un d’eux a changé de mains. Le tableau dit-il qu’il a fermé ?",
            ),
        ),
        Misconception(
            name="bought_for_bankrupt",
            answer=lambda: {
                name: "b" if "acquisition_price" in _facts(name).index else letter
                for name, letter in _fates().items()
            },
            hint=Text(
                en="A buyer is not yet a receivership, nor the end of the story. Read on, to the "
                "last row of each.",
                fr="Un rachat n’est pas un redressement, ni la fin de l’histoire. Lisez jusqu’à "
                "la dernière ligne de chacun.",
            ),
        ),
    ),
)


def _linkedin(fact: str, year: int = 2014) -> float:
    rows = _facts("LinkedIn").loc[[fact]]
    return float(rows.loc[rows["as_of"].dt.year == year, "accounts"].iloc[0])


active_share = Exercise(
    name="active_share",
    question=Text(
        en="LinkedIn in 2014: monthly active users are what share of registered members?",
        fr="LinkedIn en 2014 : les utilisateurs actifs du mois sont quelle proportion des membres "
        "inscrits ?",
    ),
    kind=Number(share=True),
    answer=lambda: _linkedin("monthly_active_users") / _linkedin("registered_members"),
    praise=Text(
        en="Yes. The slide of 2015 sets 380 million beside Twitter's 300: sign-ups on one side, "
        "people who come in the month on the other. Compare two networks on one definition.",
        fr="Oui. La diapositive de 2015 met 380 millions à côté des 300 de Twitter : des inscrits "
        "d’un côté, des gens venus dans le mois de l’autre. Une seule définition pour comparer.",
    ),
    misconceptions=(
        Misconception(
            name="upside_down",
            answer=lambda: _linkedin("registered_members") / _linkedin("monthly_active_users"),
            hint=Text(
                en="More active users than members? What is the whole here?",
                fr="Plus d’utilisateurs actifs que de membres ? Quel est le tout ?",
            ),
        ),
        Misconception(
            name="sleepers_for_active",
            answer=lambda: 1 - _linkedin("monthly_active_users") / _linkedin("registered_members"),
            hint=Text(
                en="That is the share of the rest. Who came?",
                fr="C’est la proportion des autres. Qui est venu ?",
            ),
        ),
        Misconception(
            name="two_dates",
            answer=lambda: (
                _linkedin("monthly_active_users") / _linkedin("registered_members", 2015)
            ),
            hint=Text(
                en="The two numbers are of two years. Which row of members is of 2014?",
                fr="Les deux nombres sont de deux années. Quelle ligne de membres est de 2014 ?",
            ),
        ),
        Misconception(
            name="last_row_of_members",
            answer=lambda: (
                _linkedin("monthly_active_users") / _linkedin("registered_members", 2020)
            ),
            hint=Text(
                en="You took the last row of members. From which year is the row of active users?",
                fr="Vous avez pris la dernière ligne de membres. De quelle année est celle des "
                "utilisateurs actifs ?",
            ),
        ),
    ),
)

two_counts = Exercise(
    name="two_counts",
    question=Text(
        en="2014: 187 million active in the month, of 300 million. End of 2015: “less than 25%” of "
        "400 million log in during a quarter. What do you conclude?",
        fr="2014 : 187 millions d’actifs dans le mois, sur 300 millions. Fin 2015 : « moins de "
        "25 % » de 400 millions se connectent dans le trimestre. Qu’en concluez-vous ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="LinkedIn lost half of its users in under two years.",
                fr="LinkedIn a perdu la moitié de ses utilisateurs en moins de deux ans.",
            ),
            "b": Text(
                en="The larger figure is advertising: keep the smaller.",
                fr="Le plus grand chiffre est de la publicité : gardons le plus petit.",
            ),
            "c": Text(
                en="They may not count the same act: ask both what an active user did.",
                fr="Ils ne comptent peut-être pas le même acte : demandez à chacun ce qu’a fait un "
                "utilisateur actif.",
            ),
            "d": Text(
                en="The truth lies between: take the mean.",
                fr="La vérité est entre les deux : prenons la moyenne.",
            ),
        }
    ),
    answer=lambda: "c",
    praise=Text(
        en="Yes. To read a page without an account, to open the site, to log in: three acts, "
        "three counts. Only the second page says what it counts, log-ins: ask the first before "
        "you size a budget by it.",
        fr="Oui. Lire une page sans compte, ouvrir le site, se connecter : trois actes, trois "
        "décomptes. Seule la seconde page dit ce qu’elle compte, des connexions : interrogez "
        "la première avant de dimensionner un budget.",
    ),
    misconceptions=(
        Misconception(
            name="two_counts_for_a_trend",
            answer=lambda: "a",
            hint=Text(
                en="A trend needs the same count twice. Is “active in the month” a log-in?",
                fr="Une tendance demande deux fois le même décompte. "
                "« Actif dans le mois », est-ce une connexion ?",
            ),
        ),
        Misconception(
            name="lowest_so_honest",
            answer=lambda: "b",
            hint=Text(
                en="A low figure can be sold too. Who published the second, and what is counted?",
                fr="Un chiffre bas se vend aussi. Qui publie le second, et que compte-t-il ?",
            ),
        ),
        Misconception(
            name="mean_of_two_things",
            answer=lambda: "d",
            hint=Text(
                en="The mean of readers and of log-ins is a number of what?",
                fr="La moyenne entre des lecteurs et des connexions est un nombre de quoi ?",
            ),
        ),
    ),
)

"""Start here: one guess and one answer, to see how they work."""

from __future__ import annotations

import re

from mktlib.core.dataset import load
from mktlib.core.exercise import Exercise, Misconception, Number
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text


def _search_rate() -> float:
    ads = load("google_ads")
    return ads.loc[ads["network"] == "search", "click_through_rate"].mean()


def _accounts() -> int:
    told = re.search(r"\d[\d,]*", load("google_ads")["source_title"][0])
    assert told, "the title of the source no longer tells the number of accounts"
    return int(told[0].replace(",", ""))


first_guess = Prediction(
    name="first_guess",
    question=Text(
        en="Of all the times an advert appears beside Google search results, what share ends in "
        "a click? (United States, mean of 16 industries)",
        fr="Sur toutes les fois où une annonce apparaît à côté des résultats de Google, "
        "quelle proportion finit par un clic ? (États-Unis, moyenne de 16 secteurs)",
    ),
    high=0.5,
    step=0.005,
    share=True,
    answer=_search_rate,
    reveal=Text(
        en="So about 97 impressions in 100 are passed by, beside words that somebody has just "
        "typed in. Now imagine a banner.",
        fr="Environ 97 impressions sur 100 restent donc sans clic, à côté de mots que quelqu’un "
        "vient pourtant de taper. Imaginez une bannière.",
    ),
)

first_answer = Exercise(
    name="first_answer",
    question=Text(
        en="How many industries does the table `google_ads` compare?",
        fr="Combien de secteurs le tableau `google_ads` compare-t-il ?",
    ),
    kind=Number(),
    answer=lambda: load("google_ads")["industry"].nunique(),
    praise=Text(
        en="Yes: each industry has two rows, one a network. Before you read a figure, "
        "know what one row is.",
        fr="Oui : chaque secteur a deux lignes, une par réseau. Avant de lire un chiffre, "
        "sachez ce qu’est une ligne.",
    ),
    misconceptions=(
        Misconception(
            name="rows_for_industries",
            answer=lambda: len(load("google_ads")),
            hint=Text(
                en="That is the number of rows. Does each industry appear only once?",
                fr="C’est le nombre de lignes. Chaque secteur n’apparaît-il qu’une fois ?",
            ),
        ),
        Misconception(
            name="first_rows_only",
            answer=lambda: len(load("google_ads").head()),
            hint=Text(
                en="`head()` shows only the top of the table. "
                "How many different industries does the card's title announce?",
                fr="`head()` ne montre que le haut du tableau. "
                "Combien de secteurs différents le titre de la fiche annonce-t-il ?",
            ),
        ),
        Misconception(
            name="industries_on_top",
            answer=lambda: load("google_ads").head()["industry"].nunique(),
            hint=Text(
                en="Those are the industries of the first rows. What lies below? Try `.head(32)` in place of "
                "`.head()`, or read the title of the card.",
                fr="Ce sont les secteurs des premières lignes. Qu’y a-t-il en dessous ? Essayez `.head(32)` "
                "au lieu de `.head()`, ou lisez le titre de la fiche.",
            ),
        ),
        Misconception(
            name="columns_for_industries",
            answer=lambda: load("google_ads").shape[1],
            hint=Text(
                en="That is the number of columns: what is known of each row. "
                "Where are the industries themselves?",
                fr="C’est le nombre de colonnes : ce que l’on sait de chaque ligne. "
                "Où sont les secteurs eux-mêmes ?",
            ),
        ),
        Misconception(
            name="networks_for_industries",
            answer=lambda: load("google_ads")["network"].nunique(),
            hint=Text(
                en="Those are the networks: search and display. Which column names the industries?",
                fr="Ce sont les réseaux : search et display. Quelle colonne nomme les secteurs ?",
            ),
        ),
        Misconception(
            name="accounts_for_industries",
            answer=_accounts,
            hint=Text(
                en="Those are the accounts, added up before the table was made. What does one "
                "row of the table stand for?",
                fr="Ce sont les comptes, regroupés avant de faire le tableau. Que représente une "
                "ligne du tableau ?",
            ),
        ),
        Misconception(
            name="header_counted",
            answer=lambda: load("google_ads")["industry"].nunique() + 1,
            hint=Text(
                en="You may have counted the line of column names as well, or one industry twice. "
                "What does the card's title say?",
                fr="Vous avez peut-être compté aussi la ligne des noms de colonnes, ou "
                "deux fois un secteur. Que dit le titre de la fiche ?",
            ),
        ),
    ),
)

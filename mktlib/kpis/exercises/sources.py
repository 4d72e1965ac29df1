"""Checking the sources: the course's own claims, and a table that does not add up."""

from __future__ import annotations

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Choices, Exercise, Misconception, Number
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text


def _digital_share_of_france() -> float:
    evidence = load("claim_evidence").set_index("claim_id").loc["google_facebook_60_percent"]
    return evidence.loc[evidence["nature"] == "measurement", "value"].item()


digital_share_guess = Prediction(
    name="digital_share_guess",
    question=Text(
        en="In France in 2019, what share of the advertising money of all media went to digital, "
        "all platforms together?",
        fr="En France, en 2019, quelle proportion des dépenses publicitaires de tous les médias "
        "allait au digital, toutes plateformes confondues ?",
    ),
    share=True,
    answer=_digital_share_of_france,
    reveal=Text(
        en="{truth}, by the BUMP barometer. Google and Facebook are only part of it.",
        fr="{truth}, selon le baromètre BUMP. Google et Facebook n’en sont qu’une partie.",
    ),
)


def _messages_a_day() -> float:
    return load("claims").set_index("claim_id")["claimed_value"]["messages_2900_a_day"]


_HOURS_AWAKE, _SECONDS = 16, 3600

seconds_between = Exercise(
    name="seconds_between",
    question=Text(
        en="2,900 messages a day, 16 waking hours: how many seconds from one message to the next?",
        fr="2 900 messages par jour, 16 heures d’éveil : combien de secondes d’un message au "
        "suivant ?",
    ),
    kind=Number(unit=Text(en="seconds", fr="secondes")),
    answer=lambda: _HOURS_AWAKE * _SECONDS / _messages_a_day(),
    praise=Text(
        en="Yes, from breakfast to bed. A division does not prove a figure, "
        "but it makes you see it, and many do not survive.",
        fr="Oui, du petit déjeuner au coucher. Une division ne prouve pas un chiffre, "
        "mais elle le rend visible, et beaucoup n’y survivent pas.",
    ),
    misconceptions=(
        Misconception(
            name="day_and_night",
            answer=lambda: 24 * _SECONDS / _messages_a_day(),
            hint=Text(
                en="Your reader never sleeps. How many hours is he awake?",
                fr="Votre lecteur ne dort jamais. Combien d’heures est-il éveillé ?",
            ),
        ),
        Misconception(
            name="minutes_for_seconds",
            answer=lambda: _HOURS_AWAKE * 60 / _messages_a_day(),
            hint=Text(
                en="Those are minutes. How many seconds in one?",
                fr="Ce sont des minutes. Combien de secondes dans une minute ?",
            ),
        ),
        Misconception(
            name="messages_a_second",
            answer=lambda: _messages_a_day() / (_HOURS_AWAKE * _SECONDS),
            hint=Text(
                en="That is messages for one second. What do you divide by what?",
                fr="Ce sont des messages par seconde. Que divisez-vous par quoi ?",
            ),
        ),
        Misconception(
            name="messages_an_hour",
            answer=lambda: _messages_a_day() / _HOURS_AWAKE,
            hint=Text(
                en="That is messages for one hour. How long is it from one to the next?",
                fr="Ce sont des messages par heure. Combien de temps de l’un au suivant ?",
            ),
        ),
        Misconception(
            name="messages_a_minute",
            answer=lambda: _messages_a_day() / (_HOURS_AWAKE * 60),
            hint=Text(
                en="That is messages for one minute. How many seconds does each of them get?",
                fr="Ce sont des messages par minute. Combien de secondes revient-il à chacun ?",
            ),
        ),
        Misconception(
            name="hours_for_seconds",
            answer=lambda: _HOURS_AWAKE / _messages_a_day(),
            hint=Text(
                en="Those are hours. How many seconds are there in an hour?",
                fr="Ce sont des heures. Combien y a-t-il de secondes dans une heure ?",
            ),
        ),
    ),
)

_CLAIMS = {
    "world_ad_spend_560": Text(
        en="“560 billion dollars” of advertising in the world in 2019",
        fr="« 560 milliards USD » de publicité dans le monde en 2019",
    ),
    "google_facebook_60_percent": Text(
        en="“More than 60%” of the advertising market on Facebook and Google",
        fr="« Plus de 60 % » du marché publicitaire se trouverait sur Facebook et Google",
    ),
    "messages_2900_a_day": Text(
        en="2,900 marketing messages a day", fr="2 900 messages marketing par jour"
    ),
    "twitter_users": Text(
        en="More than 300 million Twitter users (2015)",
        fr="Plus de 300 millions d’utilisateurs de Twitter (2015)",
    ),
    "klout_as_kpi": Text(
        en="Klout, one of the monthly KPIs", fr="Le Klout, parmi les KPI mensuels"
    ),
}
_RULINGS = {
    "confirmed": "a",
    "forecast": "b",
    "wrong scope": "c",
    "unsupported": "d",
    "obsolete": "e",
}


def _rulings() -> dict[str, str]:
    verdicts = load("claims").set_index("claim_id")["verdict"]
    return {claim: _RULINGS[verdicts[claim]] for claim in _CLAIMS}


def _same_figure_so_true() -> dict[str, str]:
    claims = load("claims").set_index("claim_id")
    same = claims["claimed_value"] == claims["found_value"]
    return {claim: "a" if same[claim] else letter for claim, letter in _rulings().items()}


rule_on_claims = Exercise(
    name="rule_on_claims",
    question=Text(
        en="Rule on five claims of the texts of this course.",
        fr="Jugez cinq affirmations tirées des textes de ce cours.",
    ),
    kind=Choices(
        items=_CLAIMS,
        options={
            "a": Text(en="confirmed", fr="confirmé"),
            "b": Text(en="a forecast, told as a fact", fr="une prévision, présentée comme un fait"),
            "c": Text(en="true of something smaller", fr="vrai de quelque chose de plus petit"),
            "d": Text(en="no count found behind it", fr="aucun décompte retrouvé derrière"),
            "e": Text(en="true when written, gone since", fr="vrai à l’époque, disparu depuis"),
        },
    ),
    answer=_rulings,
    praise=Text(
        en="Yes: one holds, and the others are no lies. Before a figure enters your slides, ask for "
        "a year, a place, someone who counted, someone who sells.",
        fr="Oui : une tient, et les autres ne sont pas des mensonges. Avant de mettre un chiffre dans "
        "vos diapositives, demandez une année, un lieu, quelqu’un qui a compté, quelqu’un qui vend.",
    ),
    misconceptions=(
        Misconception(
            name="same_figure_so_true",
            answer=_same_figure_so_true,
            hint=Text(
                en="The figure was found, indeed. Found in which country and market, "
                "and counted before or after the year it speaks of?",
                fr="Le chiffre a bien été retrouvé. Dans quel pays, sur quel marché, "
                "et compté avant ou après l’année dont il parle ?",
            ),
        ),
        Misconception(
            name="forecast_for_fact",
            answer=lambda: {**_rulings(), "world_ad_spend_560": "a"},
            hint=Text(
                en="“Expected to surpass”: had the year ended when this was written?",
                fr="« Expected to surpass » (devraient dépasser) : "
                "l’année était-elle finie quand on l’a écrit ?",
            ),
        ),
        Misconception(
            name="scope_overlooked",
            answer=lambda: {**_rulings(), "google_facebook_60_percent": "a"},
            hint=Text(
                en="60% was found. Read the column `scope`: 60% of what, and where?",
                fr="On a retrouvé 60 %. Lisez la colonne `scope` : 60 % de quoi, et où ?",
            ),
        ),
        Misconception(
            name="precise_so_measured",
            answer=lambda: {**_rulings(), "messages_2900_a_day": "a"},
            hint=Text(
                en="A precise figure feels measured. Who counted, whom, and when?",
                fr="Un chiffre précis semble mesuré. Qui a compté, chez qui, et quand ?",
            ),
        ),
        Misconception(
            name="klout_still_there",
            answer=lambda: {**_rulings(), "klout_as_kpi": "a"},
            hint=Text(
                en="Klout was indeed in the monthly table. Can you still read your Klout score "
                "today?",
                fr="Le Klout figurait bien dans le tableau mensuel. "
                "Peut-on encore lire son score Klout aujourd’hui ?",
            ),
        ),
        Misconception(
            name="gone_so_false",
            answer=lambda: {**_rulings(), "klout_as_kpi": "d"},
            hint=Text(
                en="The interview itself is the source, and it is of 2012. What became of Klout?",
                fr="L’interview elle-même est la source, et elle est de 2012. "
                "Qu’est devenu le Klout ?",
            ),
        ),
        Misconception(
            name="trust_in_everything",
            answer=lambda: dict.fromkeys(_CLAIMS, "a"),
            hint=Text(
                en="You confirm several claims that do not hold. "
                "Row by row: who counted what, where and when, and does it still exist?",
                fr="Vous confirmez plusieurs affirmations qui ne tiennent pas. "
                "Ligne par ligne : qui a compté quoi, où et quand, et cela existe-t-il encore ?",
            ),
        ),
        Misconception(
            name="doubt_of_everything",
            answer=lambda: dict.fromkeys(_CLAIMS, "d"),
            hint=Text(
                en="You doubt too many claims. Row by row: which have a company figure, a named "
                "survey or the interview itself behind them?",
                fr="Vous doutez de trop d’affirmations. Ligne par ligne : lesquelles ont derrière "
                "elles un chiffre d’entreprise, une étude nommée ou l’interview elle-même ?",
            ),
        ),
        Misconception(
            name="renamed_so_gone",
            answer=lambda: {**_rulings(), "twitter_users": "e"},
            hint=Text(
                en="The network has another name today; did it disappear, as a score can? Read "
                "who gave the figure, and for which year.",
                fr="Le réseau a changé de nom ; a-t-il disparu, comme peut le faire un score ? "
                "Lisez qui a donné le chiffre, et pour quelle année.",
            ),
        ),
        Misconception(
            name="some_rows_for_all",
            answer=lambda: {**_rulings(), "google_facebook_60_percent": "b"},
            hint=Text(
                en="Two rows are forecasts, but the two nearest to 60% are estimates. What do "
                "all four say in `scope`, and what does the sentence say?",
                fr="Deux lignes sont des prévisions, mais les deux plus proches de 60 % sont des "
                "estimations. Que disent les quatre dans `scope`, et que dit la phrase ?",
            ),
        ),
        Misconception(
            name="one_count_for_all",
            answer=lambda: {**_rulings(), "messages_2900_a_day": "c"},
            hint=Text(
                en="One row was counted: one man, until the end of breakfast. Does it find "
                "2,900, even for something smaller?",
                fr="Une ligne a été comptée : un homme, jusqu’à la fin du petit déjeuner. Y "
                "trouve-t-on 2 900, même pour quelque chose de plus petit ?",
            ),
        ),
    ),
)


all_is_not_the_sum = Exercise(
    name="all_is_not_the_sum",
    question=Text(
        en="Men's items 0.51% and 0.67%, women's items 0.48% and 0.64%; yet “all” 0.35% and "
        "0.50%. How can both parts beat the whole?",
        fr="Articles pour hommes 0,51 % et 0,67 %, pour femmes 0,48 % et 0,64 % ; et pourtant "
        "« all » 0,35 % et 0,50 %. Comment deux parties peuvent-elles dépasser le tout ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="It is Simpson's paradox: the mix moved.",
                fr="C’est le paradoxe de Simpson : le mix a bougé.",
            ),
            "b": Text(
                en="“All” also holds unisex items, which are clicked less.",
                fr="« All » contient aussi des articles mixtes, moins cliqués.",
            ),
            "c": Text(
                en="“All” is a third campaign of its own, not the sum of the two others.",
                fr="« All » est une troisième campagne à part, pas la somme des deux autres.",
            ),
            "d": Text(en="A misprint in the paper.", fr="Une coquille dans l’article."),
        }
    ),
    answer=lambda: "c",
    praise=Text(
        en="Yes: the card says so, in the line nobody reads. A total below all of its parts is not "
        "their total: ask what the word covers.",
        fr="Oui : la fiche le dit, dans la ligne que personne ne lit. Un total inférieur à toutes "
        "ses parties n’est pas leur total : demandez ce que recouvre le mot.",
    ),
    misconceptions=(
        Misconception(
            name="simpson_everywhere",
            answer=lambda: "a",
            hint=Text(
                en="A mix can turn a comparison round. "
                "Can it push a mean below both of the rates it averages?",
                fr="Un mix peut renverser une comparaison. "
                "Peut-il pousser une moyenne sous les deux taux qu’elle résume ?",
            ),
        ),
        Misconception(
            name="missing_part",
            answer=lambda: "b",
            hint=Text(
                en="Add the clicks of men's and women's items in the random arm. "
                "How many does “all” leave for anything else?",
                fr="Additionnez les clics des articles pour hommes et pour femmes, bras au hasard. "
                "Combien « all » en laisse-t-il pour autre chose ?",
            ),
        ),
        Misconception(
            name="misprint",
            answer=lambda: "d",
            hint=Text(
                en="“All” shows 80 items, men’s 34 and women’s 46. What does the card, "
                '`mktlib.describe("bandit_test")`, say of the column `segment`?',
                fr="« All » montre 80 articles, les hommes 34 et les femmes 46. Que dit la fiche, "
                '`mktlib.describe("bandit_test")`, de la colonne `segment` ?',
            ),
        ),
    ),
)

"""The Thomas Pesquet effect: what was published, who followed, and a figure that cannot be."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.drawing import DrawnPrediction
from mktlib.core.exercise import Choice, Exercise, Misconception, Number, Numbers
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text


def _fact(name: str) -> float:
    return float(load("proxima_campaign").set_index("fact")["value"][name])


photos_guess = Prediction(
    name="photos_guess",
    question=Text(
        en="On his second mission, in 2021, Thomas Pesquet takes 245,000 photographs. How many does "
        "he take for one that is printed in the book?",
        fr="Lors de sa seconde mission, en 2021, Thomas Pesquet prend 245 000 photos. Combien en "
        "prend-il pour une seule imprimée dans le livre ?",
    ),
    high=2000,
    step=10,
    unit=Text(en="photographs", fr="photos"),
    answer=lambda: _fact("alpha_photos_taken") / _fact("alpha_photos_in_book"),
    reveal=Text(
        en="245,000 taken, 3,000 kept by the team, 300 printed in a book for sale. Content that "
        "looks effortless has been chosen: pull costs work before it costs money.",
        fr="245 000 prises, 3 000 retenues par l’équipe, 300 imprimées dans un livre à vendre. Un "
        "contenu qui semble couler de source a été choisi : le pull coûte du travail avant de coûter "
        "de l’argent.",
    ),
)


def _twitter() -> pd.DataFrame:
    """The counts printed during the mission Proxima, one row each, as they were printed."""
    table = load("proxima_audience")
    chosen = table[(table["mission"] == "Proxima") & (table["network"] == "Twitter")]
    return chosen.sort_values(["as_of", "followers"]).reset_index(drop=True)


def _misprint() -> int:
    """The one count below what had already been reached before."""
    counts = _twitter()["followers"]
    return int(counts[counts < counts.cummax().shift(fill_value=0)].min())


_DAY_0 = pd.Timestamp("2016-11-16")
_LAST_DAY = 196


def _by_day() -> pd.Series:
    """Thousands of followers by day since the eve of the launch, without the misprint."""
    table = _twitter()
    table = table[table["followers"] != _misprint()].drop_duplicates("as_of", keep="last")
    days = (table["as_of"] - _DAY_0).dt.days
    return pd.Series(table["followers"].to_numpy() / 1000, index=days)


followers_curve = DrawnPrediction(
    name="followers_curve",
    question=Text(
        en="16 November 2016, the eve of the launch: 60,000 people follow @Thom_astro on Twitter. "
        "Draw the followers of the first 196 days.",
        fr="16 novembre 2016, veille du lancement : 60 000 personnes suivent @Thom_astro sur "
        "Twitter. Dessinez les abonnés des 196 premiers jours.",
    ),
    answer=_by_day,
    known=lambda: _by_day().loc[:0],
    places=tuple(range(14, _LAST_DAY + 1, 14)),
    low=0,
    high=1000,
    step=10,
    unit=Text(en="thousand", fr="milliers"),
    across=Text(en="days since the eve of the launch", fr="jours depuis la veille du lancement"),
    up=Text(en="Twitter followers, in thousands", fr="Abonnés Twitter, en milliers"),
    place=Text(en="day {place}", fr="jour {place}"),
    reveal=Text(
        en="As the press printed it, with nothing between February and May. Look at the shape "
        "before the height: does the true curve bend upwards or downwards?",
        fr="Telle que la presse l’a imprimée, sans rien entre février et mai. Regardez la "
        "forme avant la hauteur : la vraie courbe s’envole-t-elle, ou se tasse-t-elle ?",
    ),
)

_PERIODS = ("first", "second", "third")


def _dated(misprinted: bool = False) -> pd.Series:
    """Twitter followers on four dates, known to the day or nearly."""
    table = _twitter()
    table = table[(table["followers"] != _misprint()) | misprinted]
    dates = pd.to_datetime(["2016-11-16", "2017-01-13", "2017-02-23", "2017-05-31"])
    return table.drop_duplicates("as_of", keep="first").set_index("as_of")["followers"][dates]


def _facebook() -> pd.Series:
    """The four Facebook counts of the mission."""
    table = load("proxima_audience")
    chosen = table[(table["mission"] == "Proxima") & (table["network"] == "Facebook")]
    return chosen.set_index("as_of")["followers"].sort_index()


def _named(values: pd.Series) -> dict[str, float]:
    return dict(zip(_PERIODS, values.iloc[1:].astype(float), strict=True))


def _days(counts: pd.Series) -> pd.Series:
    return counts.index.to_series().diff().dt.days


def _gain_per_day(counts: pd.Series) -> dict[str, float]:
    return _named(counts.diff() / _days(counts))


def _gain(counts: pd.Series) -> dict[str, float]:
    return _named(counts.diff())


def _gain_per_day_since_the_eve(counts: pd.Series) -> dict[str, float]:
    return _named(counts.diff() / _days(counts).cumsum())


def _total_per_day(counts: pd.Series) -> dict[str, float]:
    return _named(counts / _days(counts))


def _gain_from_the_eve(counts: pd.Series) -> dict[str, float]:
    return _named((counts - counts.iloc[0]) / _days(counts).cumsum())


followers_per_day = Exercise(
    name="followers_per_day",
    question=Text(
        en="60,000 followers on the eve of the launch, 250,000 after 58 days, 367,000 after 41 "
        "more, 551,000 after 97 more. How many new followers a day in each of the three periods?",
        fr="60 000 abonnés la veille du lancement, 250 000 après 58 jours, 367 000 après 41 de "
        "plus, 551 000 après encore 97. Combien de nouveaux abonnés par jour dans chacune des "
        "trois périodes ?",
    ),
    kind=Numbers(keys=dict.fromkeys(_PERIODS, Number())),
    answer=lambda: _gain_per_day(_dated()),
    praise=Text(
        en="Yes. The audience rises all along, and yet every period adds fewer a day than the one "
        "before: the total hides what the gain shows.",
        fr="Oui. L’audience monte d’un bout à l’autre, et pourtant chaque période ajoute moins "
        "d’abonnés par jour que la précédente : le total cache ce que montre le gain.",
    ),
    misconceptions=(
        Misconception(
            name="not_divided",
            answer=lambda: _gain(_dated()),
            hint=Text(
                en="Those are gains for whole periods, of 58, 41 and 97 days. How many for one "
                "day?",
                fr="Ce sont les gains de périodes entières, de 58, 41 et 97 jours. "
                "Combien pour un jour ?",
            ),
        ),
        Misconception(
            name="total_for_gain",
            answer=lambda: _total_per_day(_dated()),
            hint=Text(
                en="You divided all the followers. Which of them are new in the period?",
                fr="Vous avez divisé tous les abonnés. Lesquels sont nouveaux dans la période ?",
            ),
        ),
        Misconception(
            name="always_from_the_eve",
            answer=lambda: _gain_from_the_eve(_dated()),
            hint=Text(
                en="You start again from the eve each time. Where does each period begin?",
                fr="Vous repartez chaque fois de la veille. Où commence chaque période ?",
            ),
        ),
        Misconception(
            name="days_since_the_eve",
            answer=lambda: _gain_per_day_since_the_eve(_dated()),
            hint=Text(
                en="Days since the launch, or days in the period?",
                fr="Les jours depuis le lancement, ou ceux de la période ?",
            ),
        ),
        Misconception(
            name="misprint_trusted",
            answer=lambda: _gain_per_day(_dated(misprinted=True)),
            hint=Text(
                en="A loss of followers in the last period? Look at the figure you used for May.",
                fr="Une perte d’abonnés à la dernière période ? Regardez le chiffre pris pour mai.",
            ),
        ),
        Misconception(
            name="percent_a_day",
            answer=lambda: _named(_dated().pct_change() / _days(_dated())),
            hint=Text(
                en="That is a growth rate a day, out of those who were there. "
                "How many persons a day?",
                fr="C’est un taux de croissance par jour, rapporté à ceux qui étaient là. "
                "Combien de personnes par jour ?",
            ),
        ),
        Misconception(
            name="totals_since_the_eve",
            answer=lambda: _named(_dated() / _days(_dated()).cumsum()),
            hint=Text(
                en="You divided all the followers by all the days since the eve. Which "
                "followers, and which days, belong to each period alone?",
                fr="Vous avez divisé tous les abonnés par tous les jours depuis la veille. Quels "
                "abonnés, et quels jours, n’appartiennent qu’à la période ?",
            ),
        ),
    ),
)

growth_shape = Exercise(
    name="growth_shape",
    question=Text(
        en="What do these three gains say about the growth during the mission?",
        fr="Que disent ces trois gains de la croissance pendant la mission ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Exponential: each follower brings others, so it speeds up.",
                fr="Exponentielle : chaque abonné en amène d’autres, donc elle accélère.",
            ),
            "b": Text(
                en="Straight: about as many new followers every day.",
                fr="Linéaire : à peu près autant de nouveaux abonnés chaque jour.",
            ),
            "c": Text(
                en="Concave: it rises all along, but adds fewer each day.",
                fr="Concave : elle monte tout du long, mais ajoute de moins en moins.",
            ),
            "d": Text(
                en="S-shaped: slow, then fast, then slow.",
                fr="En S : lente, puis rapide, puis lente.",
            ),
        }
    ),
    answer=lambda: "c",
    praise=Text(
        en="Yes: it looks like news, loud at the launch, then ebbing. “Viral” is a word for curves "
        "that bend the other way; a total that only rises can hide a momentum that fades.",
        fr="Oui : cela ressemble à une nouvelle, forte au lancement, puis déclinante. « Viral » se "
        "dit de courbes qui s’envolent ; un total qui ne fait que monter peut cacher un élan qui "
        "s’épuise.",
    ),
    misconceptions=(
        Misconception(
            name="rising_for_exponential",
            answer=lambda: "a",
            hint=Text(
                en="If each follower brought others, more followers would bring more a day. "
                "Is the third gain the largest?",
                fr="Si chaque abonné en amenait d’autres, plus d’abonnés en amèneraient plus par "
                "jour. Le troisième gain est-il le plus grand ?",
            ),
        ),
        Misconception(
            name="rising_for_straight",
            answer=lambda: "b",
            hint=Text(
                en="Compare the first gain with the third. Are they about the same?",
                fr="Comparez le premier gain au troisième. Sont-ils à peu près égaux ?",
            ),
        ),
        Misconception(
            name="theory_for_data",
            answer=lambda: "d",
            hint=Text(
                en="A slow start would give a small first gain. Is it the smallest of the three?",
                fr="Un départ lent donnerait un petit premier gain. "
                "Est-ce le plus petit des trois ?",
            ),
        ),
    ),
)


def _twitter_at_the_end() -> float:
    last = _dated().index[-1]
    table = _twitter()
    return float(table.loc[table["as_of"] == last, "followers"].max())


def _years_later() -> float:
    """The highest Twitter count of the table, of the second mission."""
    table = load("proxima_audience")
    return float(table.loc[table["network"] == "Twitter", "followers"].max())


def _biggest_step() -> float:
    counts = _twitter().loc[_twitter()["followers"] != _misprint(), "followers"]
    growth = counts.pct_change()
    return float(counts[growth == growth.max()].item())


misprint = Exercise(
    name="misprint",
    question=Text(
        en="One of these counts cannot be right. Which one? Give it as printed.",
        fr="Un de ces chiffres ne peut pas être juste. Lequel ? Donnez-le tel qu’il est imprimé.",
    ),
    kind=Number(unit=Text(en="followers", fr="abonnés")),
    answer=_misprint,
    praise=Text(
        en="Yes: a 5 was lost in copying, since another page gives 551,000 for the same days. "
        "A second pair of eyes costs a minute: this is what the agency's teams added.",
        fr="Oui : un 5 s’est perdu en recopiant, puisqu’une autre page donne 551 000 aux mêmes jours. "
        "Un second regard coûte une minute : c’est ce qu’ajoutaient les équipes de l’agence.",
    ),
    misconceptions=(
        Misconception(
            name="right_one_accused",
            answer=_twitter_at_the_end,
            hint=Text(
                en="Two counts of those days disagree. "
                "Which of them agrees with the weeks before and the days after?",
                fr="Deux chiffres de ces jours-là se contredisent. "
                "Lequel s’accorde avec les semaines d’avant et les jours d’après ?",
            ),
        ),
        Misconception(
            name="jump_for_error",
            answer=_biggest_step,
            hint=Text(
                en="A large step upwards is not impossible. Does any count go down?",
                fr="Un grand pas vers le haut n’est pas impossible. "
                "Y a-t-il un chiffre qui descend ?",
            ),
        ),
        Misconception(
            name="start_for_error",
            answer=lambda: float(_dated().iloc[0]),
            hint=Text(
                en="It is small because it comes first. Which one is small and comes late?",
                fr="Il est petit parce qu’il vient en premier. Lequel est petit et vient tard ?",
            ),
        ),
        Misconception(
            name="correction_for_misprint",
            answer=lambda: _misprint() * 10,
            hint=Text(
                en="You mended it by adding a zero. What was printed?",
                fr="Vous l’avez réparé en ajoutant un zéro. Qu’a-t-on imprimé ?",
            ),
        ),
        Misconception(
            name="latest_for_error",
            answer=_years_later,
            hint=Text(
                en="It is far above the others, and its date far after them: in four years a "
                "count can grow so. Read on by date: where does one go down?",
                fr="Il dépasse de loin les autres, et sa date vient longtemps après : en quatre "
                "ans, un compte peut grandir ainsi. Suivez les dates : où un chiffre descend-il ?",
            ),
        ),
        Misconception(
            name="rounding_for_error",
            answer=lambda: float(_twitter()["followers"].max()),
            hint=Text(
                en="Two pages a few thousand apart in the same days: rounding can do that. Which "
                "count is off by much more?",
                fr="Deux pages à quelques milliers près, les mêmes jours : l’arrondi suffit. "
                "Quel chiffre s’écarte de bien plus ?",
            ),
        ),
    ),
)

facebook_per_day = Exercise(
    name="facebook_per_day",
    question=Text(
        en="On Facebook, how many new followers a day between each count of the mission and the "
        "next? Three numbers, from the dates and counts of the table.",
        fr="Sur Facebook, combien de nouveaux abonnés par jour entre chaque chiffre de la mission "
        "et le suivant ? Trois nombres, d’après les dates et les chiffres du tableau.",
    ),
    kind=Numbers(keys=dict.fromkeys(_PERIODS, Number())),
    answer=lambda: _gain_per_day(_facebook()),
    praise=Text(
        en="Yes: hardly slower from January, then three times slower. With two rounded counts "
        "and a day that is only estimated, would you sign “straight, then concave”?",
        fr="Oui : à peine plus lent dès janvier, puis trois fois plus lent. Avec deux chiffres "
        "arrondis et un jour seulement estimé, signeriez-vous « droite, puis concave » ?",
    ),
    misconceptions=(
        Misconception(
            name="not_divided",
            answer=lambda: _gain(_facebook()),
            hint=Text(
                en="Those are gains of whole periods. How many days has each?",
                fr="Ce sont les gains de périodes entières. Combien de jours dure chacune ?",
            ),
        ),
        Misconception(
            name="total_for_gain",
            answer=lambda: _total_per_day(_facebook()),
            hint=Text(
                en="You divided totals by days. How many of these followers are new?",
                fr="Vous avez divisé des totaux par des jours. "
                "Combien de ces abonnés sont nouveaux ?",
            ),
        ),
        Misconception(
            name="always_from_the_eve",
            answer=lambda: _gain_from_the_eve(_facebook()),
            hint=Text(
                en="Each of your periods starts in November. From which count to which?",
                fr="Chacune de vos périodes part de novembre. De quel chiffre à quel chiffre ?",
            ),
        ),
        Misconception(
            name="twitter_again",
            answer=lambda: _gain_per_day(_dated()),
            hint=Text(
                en="Those are your gains on Twitter. Which rows of the table are wanted?",
                fr="Ce sont vos gains sur Twitter. Quelles lignes du tableau veut-on ?",
            ),
        ),
    ),
)

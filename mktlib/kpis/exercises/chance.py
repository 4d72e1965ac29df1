"""Enough data? An A/B test read with care, then a field experiment drawn by whole places."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Exercise, Misconception, Number, Numbers
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model

fooled_guess = Prediction(
    name="fooled_guess",
    question=Text(
        en="Two pages are exactly as good. You look at the test ten times along the way, and stop "
        "as soon as p is below .05. How often do you announce a winner?",
        fr="Deux pages se valent exactement. Vous regardez le test dix fois en cours de route, et "
        "arrêtez dès que p passe sous 0,05. Dans quelle proportion des cas annoncez-vous un "
        "vainqueur ?",
    ),
    share=True,
    answer=lambda: model.false_alarm_rate(looks=10),
    reveal=Text(
        en="One look fools you 5% of the time, ten looks nearly four times as often. "
        "Settle the number of visitors beforehand, then look once.",
        fr="Un seul regard vous trompe dans 5 % des cas, dix regards presque quatre fois plus. "
        "Fixez le nombre de visiteurs à l’avance, puis regardez une fois.",
    ),
)


def _rates(data: str = "sample", segment: str = "men") -> pd.Series:
    table = load("bandit_test")
    chosen = table[(table["data"] == data) & (table["segment"] == segment)].set_index("arm")
    return chosen["clicks"] / chosen["impressions"]


def _lift(rates: pd.Series, new: str = "bandit", old: str = "random") -> dict[str, float]:
    difference = rates[new] - rates[old]
    return {"difference": difference, "relative_lift": difference / rates[old]}


def _extra_clicks() -> float:
    table = load("bandit_test")
    men = table[(table["data"] == "sample") & (table["segment"] == "men")].set_index("arm")
    return men["clicks"]["bandit"] - men["clicks"]["random"]


lift = Exercise(
    name="lift",
    question=Text(
        en="Sample, men's items: the bandit's click-through rate minus that of random choice "
        "(`difference`), then that gap divided by the rate of random choice (`relative_lift`)?",
        fr="Échantillon, articles pour hommes : le taux de clics du bandit moins celui du hasard "
        "(`difference`), puis cet écart rapporté au taux du hasard (`relative_lift`) ?",
    ),
    kind=Numbers(keys={"difference": Number(share=True), "relative_lift": Number(share=True)}),
    answer=lambda: _lift(_rates()),
    praise=Text(
        en="Yes: 0.23 points, or half as much again. One result in two suits of clothes: "
        "ask for both before you are impressed.",
        fr="Oui : 0,23 point, soit moitié plus. Un même résultat sous deux costumes : "
        "demandez les deux avant de vous laisser impressionner.",
    ),
    misconceptions=(
        Misconception(
            name="arms_swapped",
            answer=lambda: _lift(_rates(), new="random", old="bandit"),
            hint=Text(
                en="The two arms have changed places. Which one is new?",
                fr="Les deux bras ont échangé leurs places. Lequel est nouveau ?",
            ),
        ),
        Misconception(
            name="divided_by_the_new",
            answer=lambda: {
                **_lift(_rates()),
                "relative_lift": _lift(_rates())["difference"] / _rates()["bandit"],
            },
            hint=Text(
                en="You divided by the bandit's rate. From which rate does the rise start?",
                fr="Vous avez divisé par le taux du bandit. De quel taux part la hausse ?",
            ),
        ),
        Misconception(
            name="quotient_for_lift",
            answer=lambda: {
                **_lift(_rates()),
                "relative_lift": _rates()["bandit"] / _rates()["random"],
            },
            hint=Text(
                en="1.5 times as much: by what share is that more than before?",
                fr="1,5 fois plus grand : de combien, en proportion, est-ce plus qu’avant ?",
            ),
        ),
        Misconception(
            name="full_for_sample",
            answer=lambda: _lift(_rates("full")),
            hint=Text(
                en="That is the whole week, with rounded rates. Which rows are the sample?",
                fr="C’est la semaine entière, aux taux arrondis. "
                "Quelles lignes sont l’échantillon ?",
            ),
        ),
        Misconception(
            name="all_for_men",
            answer=lambda: _lift(_rates(segment="all")),
            hint=Text(
                en="That is the campaign called “all”. Which segment is asked for?",
                fr="C’est la campagne appelée « all ». Quel segment est demandé ?",
            ),
        ),
        Misconception(
            name="clicks_for_rates",
            answer=lambda: {**_lift(_rates()), "difference": _extra_clicks()},
            hint=Text(
                en="Your difference is in clicks. Which column holds what each arm gets out of "
                "its impressions?",
                fr="Votre différence est en clics. Quelle colonne dit ce que chaque bras tire de "
                "ses impressions ?",
            ),
        ),
        Misconception(
            name="wrong_way_round",
            answer=lambda: {name: -value for name, value in _lift(_rates()).items()},
            hint=Text(
                en="Negative: the bandit would do worse than chance. What is taken away from what?",
                fr="Négatif : le bandit ferait moins bien que le hasard. Que retranche-t-on de "
                "quoi ?",
            ),
        ),
        Misconception(
            name="answers_swapped",
            answer=lambda: dict(
                zip(("relative_lift", "difference"), _lift(_rates()).values(), strict=True)
            ),
            hint=Text(
                en="Your two numbers have changed places. Which is asked for first: the gap, or "
                "the gap divided?",
                fr="Vos deux nombres ont échangé leurs places. Lequel demande-t-on d’abord : "
                "l’écart, ou l’écart divisé ?",
            ),
        ),
        Misconception(
            name="women_for_men",
            answer=lambda: _lift(_rates(segment="women")),
            hint=Text(
                en="No gap at all: those are the women's items. Which segment does the question "
                "name?",
                fr="Aucun écart : ce sont les articles pour femmes. Quel segment la question "
                "nomme-t-elle ?",
            ),
        ),
    ),
)

what_p_means = Exercise(
    name="what_p_means",
    question=Text(
        en="For men's items, the test gives p = .031. What does it say?",
        fr="Pour les articles pour hommes, le test donne p = 0,031. Que dit-il ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="There are 3.1 chances in 100 that the two arms are equal.",
                fr="Il y a 3,1 chances sur 100 que les deux bras soient égaux.",
            ),
            "b": Text(
                en="The bandit's advantage is large: we are 97% sure of the 50%.",
                fr="L’avantage du bandit est grand : on est sûr des 50 % à 97 %.",
            ),
            "c": Text(
                en="If the arms were equal, a gap at least this wide would come up in 3.1% of "
                "such tests.",
                fr="Si les bras étaient égaux, un écart au moins aussi large sortirait dans "
                "3,1 % de tels tests.",
            ),
            "d": Text(
                en="Run again, the test would favour the bandit 97 times in 100.",
                fr="Si l’on refaisait le test, le bandit gagnerait 97 fois sur 100.",
            ),
        }
    ),
    answer=lambda: "c",
    praise=Text(
        en="Yes: it speaks of chance, not of the bandit. For the size, read the interval: "
        "from 0.02 to 0.45 points, hardly anything to nearly double.",
        fr="Oui : il parle du hasard, pas du bandit. Pour la taille, lisez l’intervalle : "
        "de 0,02 à 0,45 point, de presque rien à presque le double.",
    ),
    misconceptions=(
        Misconception(
            name="chance_of_being_equal",
            answer=lambda: "a",
            hint=Text(
                en="p is computed as if the arms were equal. "
                "Can it then say how likely it is that they are?",
                fr="On calcule p comme si les bras étaient égaux. "
                "Peut-il alors dire s’il est probable qu’ils le soient ?",
            ),
        ),
        Misconception(
            name="significance_for_size",
            answer=lambda: "b",
            hint=Text(
                en="p says nothing of size: with enough visitors, even a tiny gap gets a small p. "
                "What does section 5 suppose about A and B, before it counts how often?",
                fr="p ne dit rien de la taille : avec assez de visiteurs, un écart minuscule obtient un petit p. "
                "Que suppose la section 5 de A et de B, avant de compter combien de fois ?",
            ),
        ),
        Misconception(
            name="promise_of_repetition",
            answer=lambda: "d",
            hint=Text(
                en="How often a test repeats depends on the true gap, which nobody knows. "
                "Under which supposition is p computed?",
                fr="La répétition dépend du véritable écart, que personne ne connaît. "
                "Sous quelle supposition calcule-t-on p ?",
            ),
        ),
    ),
)

_BASELINE, _TARGET, _POWER = 0.0035, 0.0050, 0.8

needed_sample = Exercise(
    name="needed_sample",
    question=Text(
        en="You hope for 0.50% instead of 0.35%, and want to see it 80 times in 100. "
        "How many impressions does each arm need?",
        fr="Vous espérez 0,50 % au lieu de 0,35 %, et voulez le voir 80 fois sur 100. "
        "Combien d’impressions faut-il par bras ?",
    ),
    kind=Number(unit=Text(en="impressions", fr="impressions")),
    answer=lambda: model.sample_size_per_arm(_BASELINE, _TARGET - _BASELINE, power=_POWER),
    praise=Text(
        en="Yes: about three times the 10,000 of the sample, which had little more than one chance "
        "in three. Settle the smallest gap worth finding first; the size follows.",
        fr="Oui : environ trois fois les 10 000 de l’échantillon, qui n’avait guère plus d’une "
        "chance sur trois. Fixez d’abord le plus petit écart qui vaut la peine ; la taille suit.",
    ),
    misconceptions=(
        Misconception(
            name="new_rate_for_difference",
            answer=lambda: model.sample_size_per_arm(_BASELINE, _TARGET, power=_POWER),
            hint=Text(
                en="You gave the new rate where the difference is wanted. "
                "How far apart are the two rates?",
                fr="Vous avez donné le nouveau taux à la place de la différence. "
                "Quel écart sépare les deux taux ?",
            ),
        ),
        Misconception(
            name="gap_of_fifty_points",  # the lift, or (0.35, 0.50): 14 showings either way
            answer=lambda: model.sample_size_per_arm(
                _BASELINE, _TARGET / _BASELINE - 1, power=_POWER
            ),
            hint=Text(
                en="So few are enough for a gap of some 50 points. "
                "What is the gap as a share, one rate minus the other?",
                fr="Si peu suffit pour un écart de quelque 50 points. "
                "Quel est l’écart en proportion, un taux moins l’autre ?",
            ),
        ),
        Misconception(
            name="percent_used",
            answer=lambda: model.sample_size_per_arm(
                100 * _BASELINE, 100 * (_TARGET - _BASELINE), power=_POWER
            ),
            hint=Text(
                en="You wrote 0.35 and 0.15: that is 35% of clicks. What is 0.35% as a share?",
                fr="Vous avez écrit 0.35 et 0.15 : c’est 35 % de clics. "
                "Combien font 0,35 % en proportion ?",
            ),
        ),
        Misconception(
            name="example_of_the_text",
            answer=lambda: model.sample_size_per_arm(0.02, 0.005, power=_POWER),
            hint=Text(
                en="That is the example of the text: 2% and half a point. "
                "Put this question's two figures in.",
                fr="C’est l’exemple du texte : 2 % et un demi-point. "
                "Mettez-y les deux chiffres de la question.",
            ),
        ),
        Misconception(
            name="both_arms",
            answer=lambda: (
                2 * model.sample_size_per_arm(_BASELINE, _TARGET - _BASELINE, power=_POWER)
            ),
            hint=Text(
                en="That is for the two arms together. How many for each?",
                fr="C’est pour les deux bras ensemble. Combien pour chacun ?",
            ),
        ),
        Misconception(
            name="heads_or_tails",
            answer=lambda: model.sample_size_per_arm(_BASELINE, _TARGET - _BASELINE, power=0.5),
            hint=Text(
                en="With this many you would see the gap one time in two. What power is asked for?",
                fr="Avec autant, vous verriez l’écart une fois sur deux. "
                "Quelle puissance est demandée ?",
            ),
        ),
        Misconception(
            name="new_rate_for_baseline",
            answer=lambda: model.sample_size_per_arm(_TARGET, _TARGET - _BASELINE, power=_POWER),
            hint=Text(
                en="You started from the rate that you hope for. Which rate do you have today?",
                fr="Vous êtes parti du taux espéré. Quel taux avez-vous aujourd’hui ?",
            ),
        ),
        Misconception(
            name="size_of_the_test",
            answer=lambda: load("bandit_test").set_index("data")["impressions"]["sample"].iloc[0],
            hint=Text(
                en="That is what the test had, not what it needed. Which line of the text "
                "computes a size beforehand?",
                fr="C’est ce que le test avait, non ce qu’il lui fallait. Quelle ligne du texte "
                "calcule une taille à l’avance ?",
            ),
        ),
        Misconception(
            name="rates_of_the_question_swapped",
            answer=lambda: model.sample_size_per_arm(_TARGET, _BASELINE, power=_POWER),
            hint=Text(
                en="You gave both rates. The model wants the rate of today, then the gap: how "
                "far apart are the two?",
                fr="Vous avez donné les deux taux. Le modèle veut le taux d’aujourd’hui, puis "
                "l’écart : combien les sépare ?",
            ),
        ),
    ),
)


def _rock_the_vote() -> pd.DataFrame:
    return model.clustered_difference(
        load("rock_the_vote"), "voters", "registered", "treated", stratum="stratum"
    )


def _error_over_naive(analysis: str) -> float:
    errors = _rock_the_vote()["standard_error"]
    return errors[analysis] / errors["persons"]


error_ratio = Exercise(
    name="error_ratio",
    question=Text(
        en="How many times larger is the standard error when people registered in one cable system "
        "may resemble one another (`persons_clustered`) than when each counts as drawn alone "
        "(`persons`)?",
        fr="Combien de fois l’erreur type est-elle plus grande quand les inscrits d’un même réseau "
        "câblé peuvent se ressembler (`persons_clustered`) que si chacun était tiré seul "
        "(`persons`) ?",
    ),
    kind=Number(),
    answer=lambda: _error_over_naive("persons_clustered"),
    praise=Text(
        en="Yes: 23,869 registered people, but 85 draws. "
        "Count what was drawn at random, not what was counted.",
        fr="Oui : 23 869 inscrits, mais 85 tirages. "
        "Comptez ce que l’on a tiré au sort, non ce que l’on a compté.",
    ),
    misconceptions=(
        Misconception(
            name="upside_down",
            answer=lambda: 1 / _error_over_naive("persons_clustered"),
            hint=Text(
                en="Below 1: resemblance would make you surer. Which one goes on top?",
                fr="Moins de 1 : se ressembler rendrait plus sûr. Lequel va au numérateur ?",
            ),
        ),
        Misconception(
            name="one_error_alone",
            answer=lambda: _rock_the_vote()["standard_error"]["persons_clustered"],
            hint=Text(
                en="That is one standard error. How many times does it contain the other?",
                fr="C’est une seule erreur type. Combien de fois contient-elle l’autre ?",
            ),
        ),
        Misconception(
            name="other_question",
            answer=lambda: _error_over_naive("groups"),
            hint=Text(
                en="`groups` counts each system once, however large: it is another difference. "
                "Which line keeps the same one?",
                fr="`groups` compte chaque réseau une fois, grand ou petit : c’est une autre "
                "différence. Quelle ligne garde la même ?",
            ),
        ),
        Misconception(
            name="strata_line",
            answer=lambda: _error_over_naive("groups_in_strata"),
            hint=Text(
                en="That line compares within strata. Which one treats people as clustered?",
                fr="Cette ligne compare au sein des strates. Laquelle regroupe les inscrits ?",
            ),
        ),
        Misconception(
            name="p_value_for_error",
            answer=lambda: (
                _rock_the_vote()["p_value"]["persons_clustered"]
                / _rock_the_vote()["p_value"]["persons"]
            ),
            hint=Text(
                en="You divided the two p. Which column is the standard error?",
                fr="Vous avez divisé les p. Quelle colonne est l’erreur type ?",
            ),
        ),
        Misconception(
            name="difference_for_ratio",
            answer=lambda: (
                _rock_the_vote()["standard_error"]["persons_clustered"]
                - _rock_the_vote()["standard_error"]["persons"]
            ),
            hint=Text(
                en="You subtracted the two errors. How many times does the larger contain the "
                "smaller?",
                fr="Vous avez soustrait les deux erreurs. Combien de fois la plus grande "
                "contient-elle la plus petite ?",
            ),
        ),
        Misconception(
            name="increase_for_ratio",
            answer=lambda: _error_over_naive("persons_clustered") - 1,
            hint=Text(
                en="That is the increase, in proportion: twice as large would be an increase of "
                "1. How many times as large is it?",
                fr="C’est l’augmentation, en proportion : deux fois plus grand ferait une "
                "augmentation de 1. Combien de fois plus grande est-elle ?",
            ),
        ),
    ),
)

which_analysis = Exercise(
    name="which_analysis",
    question=Text(
        en="The cable systems were drawn at random within 40 strata of two or three. "
        "Which line do you report to the client who paid for the adverts?",
        fr="Les réseaux câblés ont été tirés au sort au sein de 40 strates de deux ou trois. "
        "Quelle ligne rapportez-vous au client qui a payé les spots ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="`persons`: 23,869 registered people and p = .002, the most convincing.",
                fr="`persons` : 23 869 inscrits et p = 0,002, la plus convaincante.",
            ),
            "b": Text(
                en="`groups_in_strata`: it compares as the draw was made, interval included.",
                fr="`groups_in_strata` : elle compare en suivant le tirage au sort, intervalle "
                "compris.",
            ),
            "c": Text(
                en="`persons_clustered`: p = .49, so the adverts do nothing.",
                fr="`persons_clustered` : p = 0,49, donc les spots ne font rien.",
            ),
            "d": Text(
                en="The mean of the four lines: they are four opinions.",
                fr="La moyenne des quatre lignes : ce sont quatre avis.",
            ),
        }
    ),
    answer=lambda: "b",
    praise=Text(
        en="Yes: about 3 points, between 0.3 and 6.0, each system counting once (weighted by registered "
        "people, 2.4 and zero not excluded). Write the analysis down before the data come in.",
        fr="Oui : environ 3 points, entre 0,3 et 6,0, chaque réseau comptant une fois (pondéré par les "
        "inscrits : 2,4, et zéro n’est pas exclu). Écrivez l’analyse avant l’arrivée des données.",
    ),
    misconceptions=(
        Misconception(
            name="most_convincing",
            answer=lambda: "a",
            hint=Text(
                en="That line pretends that each person was drawn alone. What was drawn?",
                fr="Cette ligne fait comme si chaque inscrit avait été tiré seul. "
                "Qu’a-t-on tiré au sort ?",
            ),
        ),
        Misconception(
            name="absence_for_proof",
            answer=lambda: "c",
            hint=Text(
                en="Its interval runs from −3.8 to +7.8 points. Is that the same as no effect?",
                fr="Son intervalle va de −3,8 à +7,8 points. Est-ce la même chose qu’aucun effet ?",
            ),
        ),
        Misconception(
            name="analyses_averaged",
            answer=lambda: "d",
            hint=Text(
                en="These are four readings of the same data, not four studies. "
                "Which one follows the way chance was used?",
                fr="Ce sont quatre lectures des mêmes données, pas quatre études. "
                "Laquelle suit la façon dont le hasard est intervenu ?",
            ),
        ),
    ),
)

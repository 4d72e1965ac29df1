"""The Delphi: who agrees, and is it that minds changed or that experts did?"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.lab import Control, Lab, Menu, Slider
from mktlib.core.text import PlainError, Text

from .. import model, view

FEWEST_KEPT, MOST_EXPERTS, MOST_THEMES = 5, 60, 12


@dataclass(frozen=True)
class Panel:
    """Experts by themes: those asked twice first, then by expertise.

    `first`, `second`: ratings of each round, blank (NaN) where there is none; `profiles`: which
    of `profile_names` each expert has; `expertise`: 1 for all where nobody said it.
    """

    themes: tuple[Text | str, ...]
    first: np.ndarray
    second: np.ndarray
    expertise: np.ndarray
    profiles: np.ndarray
    profile_names: tuple[Text | str, ...]

    @property
    def asked_twice(self) -> int:
        return int((~np.isnan(self.second)).any(axis=1).sum())


@dataclass(frozen=True)
class Step:
    """What some experts answered in one round; a value a theme, `needed` to beat coins."""

    experts: int
    ratings: np.ndarray
    quartiles: np.ndarray
    high_shares: np.ndarray
    reached: np.ndarray
    w: float
    p_value: float
    needed: int | None


@dataclass(frozen=True)
class Consultation:
    """All experts in round 1, those kept in round 1, and those kept in round 2."""

    panel: Panel
    shown: str
    kept: int
    weighting: str
    threshold: float
    steps: dict[str, Step]


def consultation(
    panel: Callable[[], Panel], shown: str, kept: int, weighting: str, threshold: float
) -> Consultation:
    """The Delphi with its first `kept` experts, their answers weighted, and a consensus asked."""
    people = panel()
    powers = {"none": 0, "expertise": 1, "squared": 2}
    weights = people.expertise.astype(float) ** powers[weighting]

    def step(ratings: np.ndarray, count: int) -> Step:
        return _step(ratings[:count], weights[:count], threshold)

    return Consultation(
        panel=people,
        shown=shown,
        kept=kept,
        weighting=weighting,
        threshold=threshold,
        steps={
            "all_first": step(people.first, len(people.first)),
            "kept_first": step(people.first, kept),
            "kept_second": step(people.second, min(kept, people.asked_twice)),
        },
    )


def _step(ratings: np.ndarray, weights: np.ndarray, threshold: float) -> Step:
    high = np.array([model.share_rating(column, 7, 9, weights) for column in ratings.T])
    low = np.array([model.share_rating(column, 1, 3, weights) for column in ratings.T])
    complete = ratings[~np.isnan(ratings).any(axis=1)]
    experts = len(ratings)
    order = model.kendall_w(complete) if len(complete) > 1 else None
    return Step(
        experts=experts,
        ratings=ratings,
        quartiles=np.array([model.quartiles(column, weights) for column in ratings.T]),
        high_shares=high,
        reached=model.is_consensus(high, low, threshold),
        w=order.w if order else math.nan,
        p_value=order.p_value if order else math.nan,
        needed=model.critical_count(experts) if experts >= FEWEST_KEPT else None,
    )


def _panel_of(
    answers: pd.DataFrame, themes: dict[str, Text | str], profiles: dict[str, Text | str]
) -> Panel:
    first = model.ratings_table(answers, 1)[list(themes)]
    second = model.ratings_table(answers, 2).reindex(index=first.index, columns=first.columns)
    people = answers.drop_duplicates("expert").set_index("expert").loc[first.index]
    expertise = people.get("expertise", pd.Series(1.0, index=people.index)).to_numpy(dtype=float)
    kind = people.get("profile", pd.Series("", index=people.index)).to_list()
    once = second.isna().all(axis=1).to_numpy()
    order = np.lexsort((-expertise, once))
    return Panel(
        themes=tuple(themes.values()),
        first=first.to_numpy()[order],
        second=second.to_numpy()[order],
        expertise=expertise[order],
        profiles=np.array([list(profiles).index(name) if profiles else 0 for name in kind])[order],
        profile_names=tuple(profiles.values()),
    )


@cache
def _invented() -> Panel:
    answers = load("delphi_panel")
    named = answers.drop_duplicates("theme").set_index("theme")["theme_fr"]
    return _panel_of(
        answers, {str(en): Text(en=str(en), fr=fr) for en, fr in named.items()}, PROFILES
    )


PROFILES: dict[str, Text | str] = {
    "academic": Text(en="academic", fr="académique"),
    "professional": Text(en="professional", fr="professionnel"),
}
SHOWN = Menu(
    name="shown",
    label=Text(en="Answers shown", fr="Réponses montrées"),
    options={
        "all_first": Text(en="Round 1, all experts", fr="Tour 1, tous les experts"),
        "kept_first": Text(en="Round 1, only those kept", fr="Tour 1, seulement les gardés"),
        "kept_second": Text(en="Round 2, those kept", fr="Tour 2, les gardés"),
    },
    default="all_first",
)
WEIGHTING = Menu(
    name="weighting",
    label=Text(en="What an expert weighs", fr="Poids d’un expert"),
    options={
        "none": Text(en="One each", fr="Un chacun"),
        "expertise": Text(en="Self-rated expertise", fr="L’expertise déclarée"),
        "squared": Text(en="Its square", fr="Son carré"),
    },
    default="none",
)
THRESHOLD = Slider(
    name="threshold",
    label=Text(en="Share asked for a consensus", fr="Part exigée pour un consensus"),
    low=0.5,
    high=0.9,
    step=0.05,
    default=0.7,
    percent=True,
)
RULES = Text(
    en="Consensus: that share of answers from 7 to 9, and under 15% from 1 to 3. Grey line: round "
    "1, all. Kendall's W: 1 if all rank the themes in one order, near 0 if each has their own. "
    "Coins: how many must answer 7 to 9 for heads or tails to be a poor explanation (exact, "
    "5%, one each).",
    fr="Consensus : cette part de notes de 7 à 9, et moins de 15 % de 1 à 3. Trait gris : tour 1, "
    "tous. W de Kendall : 1 si tous classent les thèmes dans le même ordre, près de 0 si "
    "chacun a le sien. Pile ou face : combien doivent noter de 7 à 9 pour que le hasard d’une "
    "pièce soit une mauvaise explication (exact, 5 %, un chacun).",
)


def _kept(experts: int, default: int) -> Slider:
    return Slider(
        name="kept",
        label=Text(en="Experts kept, surest first", fr="Experts gardés, les plus sûrs d’abord"),
        low=min(FEWEST_KEPT, default),
        high=experts,
        step=1,
        default=default,
    )


def _lab(
    name: str,
    title: Text,
    model: Callable[..., Consultation],
    controls: tuple[Control, ...],
    caption: Text,
    themes: int,
) -> Lab:
    return Lab(
        name=name,
        title=title,
        model=model,
        view=view.draw_delphi,
        words=view.tell_delphi,
        controls=controls,
        caption=caption,
        size=(9, view.delphi_height(themes)),
    )


delphi = _lab(
    name="delphi",
    title=Text(
        en="Did the experts come to agree, or did we keep those who did?",
        fr="Les experts se sont-ils mis d’accord, ou a-t-on gardé ceux qui l’étaient ?",
    ),
    model=partial(consultation, _invented),
    controls=(SHOWN, _kept(22, 10), WEIGHTING, THRESHOLD),
    caption=Text(
        en="Synthetic: the dataset delphi_panel, on the design that Jean-Éric Pelet describes (22 "
        f"experts, then 10); he publishes no answer. Ten were asked again. {RULES.en}",
        fr="Synthétique : le jeu de données delphi_panel, sur le dispositif que décrit Jean-Éric "
        "Pelet (22 experts, puis 10) ; il ne publie aucune réponse. Dix ont été interrogés à "
        f"nouveau. {RULES.fr}",
    ),
    themes=len(model.THEMES),
)


def delphi_of(answers: pd.DataFrame) -> Lab:
    """The Delphi lab on a class's own answers: `show(delphi_of(read_answers("answers.csv")))`.

    Without expertise, nobody weighs more, and those kept are those who answered twice.
    """
    answers = model.checked_answers(answers)
    experts, names = answers["expert"].nunique(), answers["theme"].unique()
    if experts > MOST_EXPERTS or len(names) > MOST_THEMES:
        raise PlainError(
            Text(
                en=f"The picture has room for {MOST_EXPERTS} experts and {MOST_THEMES} themes; "
                f"these answers have {experts} and {len(names)}.",
                fr=f"L’image a de la place pour {MOST_EXPERTS} experts et {MOST_THEMES} thèmes ; "
                f"ces réponses en ont {experts} et {len(names)}.",
            )
        )
    profiles: dict[str, Text | str] = {}
    if "profile" in answers:
        answers = answers.assign(profile=answers["profile"].fillna("").astype(str))
        profiles = {kind: kind or "?" for kind in answers["profile"].unique()}
    if len(profiles) > len(view.DELPHI_SHAPES):
        profiles, answers = {}, answers.drop(columns="profile")
    panel = _panel_of(answers, {theme: theme for theme in names}, profiles)
    ask: Callable[..., Consultation] = partial(consultation, lambda: panel)
    controls: tuple[Control, ...] = (SHOWN, _kept(experts, panel.asked_twice), WEIGHTING, THRESHOLD)
    if "expertise" not in answers:
        ask = partial(ask, kept=panel.asked_twice, weighting="none")
        controls = (SHOWN, THRESHOLD)
    return _lab(
        name="delphi_of",
        title=Text(
            en="Your own Delphi: did you come to agree?",
            fr="Votre propre Delphi : vous êtes-vous mis d’accord ?",
        ),
        model=ask,
        controls=controls,
        caption=Text(en=f"Your answers. {RULES.en}", fr=f"Vos réponses. {RULES.fr}"),
        themes=len(names),
    )

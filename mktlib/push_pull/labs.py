"""The labs on push and pull: a model, its picture, and the controls to move it by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.lab import Lab, Menu, Slider
from mktlib.core.text import PlainError, Text

from . import model, view

EUR = Text(en="€", fr="€")
WEEKS_UNIT = Text(en="weeks", fr="semaines")

# Push and pull budget

WEEKS = 104


@dataclass(frozen=True)
class BudgetRun:
    """Two years of a plan; leads in all and after the money stopped, of push and of pull."""

    plan: pd.DataFrame
    stop_week: int
    overtaking_week: int | None
    cheaper_week: int | None
    leads: dict[str, float]
    leads_after: dict[str, float]


def budget_run(
    total_eur_per_week: float,
    pull_share: float,
    carry_over: float,
    content_half_life_weeks: float,
    reproduction: float,
    stop_week: int,
) -> BudgetRun:
    """Two years of push and pull, and what is left of each when the money stops."""
    plan = model.push_pull_plan(
        total_eur_per_week,
        pull_share,
        carry_over,
        content_half_life_weeks,
        reproduction,
        stop_week,
        weeks=WEEKS,
    )
    both = {name: plan[f"{name}_leads"].to_numpy() for name in ("push", "pull")}
    return BudgetRun(
        plan=plan,
        stop_week=stop_week,
        overtaking_week=model.overtaking_week(plan),
        cheaper_week=model.cheaper_week(plan),
        leads={name: leads.sum() for name, leads in both.items()},
        leads_after={name: leads[stop_week:].sum() for name, leads in both.items()},
    )


budget = Lab(
    name="budget",
    title=Text(
        en="Push or pull? Two years of one budget, and the day the money stops",
        fr="Push ou pull ? Deux ans d’un même budget, et le jour où l’argent s’arrête",
    ),
    model=budget_run,
    view=view.draw_budget,
    words=view.tell_budget,
    controls=(
        Slider(
            name="total_eur_per_week",
            label=Text(en="Budget per week", fr="Budget par semaine"),
            low=500,
            high=5000,
            step=250,
            default=2500,
            unit=EUR,
        ),
        Slider(
            name="pull_share",
            label=Text(en="Share that goes to pull", fr="Part consacrée au pull"),
            low=0.0,
            high=1.0,
            step=0.05,
            default=0.5,
            percent=True,
        ),
        Slider(
            name="carry_over",
            label=Text(en="Push: carry-over of adverts, a week", fr="Push : rémanence par semaine"),
            low=0.0,
            high=0.9,
            step=0.05,
            default=0.5,
        ),
        Slider(
            name="content_half_life_weeks",
            label=Text(en="Pull: half-life of content", fr="Pull : demi-vie des contenus"),
            low=1,
            high=52,
            step=1,
            default=13,
            unit=WEEKS_UNIT,
        ),
        Slider(
            name="reproduction",
            label=Text(
                en="Pull: readers each reader brings (R)", fr="Pull : lecteurs par lecteur (R)"
            ),
            low=0.0,
            high=0.8,
            step=0.05,
            default=0.5,
        ),
        Slider(
            name="stop_week",
            label=Text(en="Last week with money", fr="Dernière semaine payée"),
            low=13,
            high=WEEKS,
            step=1,
            default=52,
        ),
    ),
    caption=Text(
        en="Assumed: carry-over 0.5 a week (published long- and short-run elasticities, 0.24 and "
        "0.12, imply 0.5 per period of the data, often longer than a week; Sethuraman, Tellis & "
        "Briesch, 2011); R = 0.5 (two people a cascade, from Goel et al., 2016); each brings at "
        "most 40 leads a week, half of them with €2,500 of adverts in memory or 60 fresh pieces of "
        "content read; a piece costs €500. A real yardstick: a lead of US search adverts cost about "
        "$60 (WordStream, 2016).",
        fr="Supposé : une rémanence de 0,5 par semaine (les élasticités publiées à long et à court "
        "terme, 0,24 et 0,12, impliquent 0,5 par période des données, souvent plus longue qu’une "
        "semaine ; Sethuraman, Tellis & Briesch, 2011) ; R = 0,5 (deux personnes par cascade, "
        "d’après Goel et al., 2016) ; chacun apporte au plus 40 leads par semaine, la moitié avec "
        "2 500 € de publicité en mémoire ou 60 contenus frais lus ; un contenu coûte 500 €. Repère "
        "réel : un lead des annonces de recherche américaines coûtait environ 60 $ (WordStream, "
        "2016).",
    ),
)

# Sharing

LARGEST_CASCADE = 20_000  # the largest that is told apart
MIDDLES = (np.arange(100) + 0.5) / 100  # of a hundred cascades, each stands for 1 %


@dataclass(frozen=True)
class Sharing:
    """Two posts: what each reaches, and a hundred of the cascades it is made of, in order.

    `posts`: the table of `local_or_global`, with `mean`, people for each first reader.
    """

    posts: pd.DataFrame
    sizes: dict[str, np.ndarray]
    silent_share: dict[str, float]
    large_share: dict[str, float]
    below_mean_share: dict[str, float]


def sharing_posts(
    local_reproduction: float, local_seed: int, global_reproduction: float, global_seed: int
) -> Sharing:
    """A post for few who share it beside one for many who do not: reach and cascades."""
    posts = model.local_or_global(local_seed, local_reproduction, global_seed, global_reproduction)
    posts["mean"] = posts["reach"] / posts["seed"]
    up_to = {
        str(name): _shares_up_to(rate) for name, rate in posts["reproduction"].items()
    }  # share of cascades of at most 1, 2, 3... people
    return Sharing(
        posts=posts,
        sizes={name: 1 + np.searchsorted(shares, MIDDLES) for name, shares in up_to.items()},
        silent_share={name: float(shares[0]) for name, shares in up_to.items()},
        large_share={name: max(0.0, 1 - float(shares[98])) for name, shares in up_to.items()},
        below_mean_share={
            name: float(shares[max(0, int(np.ceil(mean)) - 2)])
            for (name, shares), mean in zip(up_to.items(), posts["mean"].round(9), strict=True)
        },
    )


@cache
def _shares_up_to(reproduction: float) -> np.ndarray:
    return model.cascade_sizes(reproduction, LARGEST_CASCADE).cumsum().to_numpy()


PEOPLE = Text(en="people", fr="personnes")

sharing = Lab(
    name="sharing",
    title=Text(
        en="Sharing: why most posts die, and when few readers are worth more than many",
        fr="Le partage : pourquoi la plupart des publications meurent, et quand peu de lecteurs valent "
        "mieux que beaucoup",
    ),
    model=sharing_posts,
    view=view.draw_sharing,
    words=view.tell_sharing,
    controls=(
        Slider(
            name="local_reproduction",
            label=Text(
                en="Local: readers each reader brings (R)", fr="Local : lecteurs par lecteur (R)"
            ),
            low=0.0,
            high=0.99,
            step=0.01,
            default=0.85,
        ),
        Slider(
            name="local_seed",
            label=Text(en="Local: first readers", fr="Local : premiers lecteurs"),
            low=100,
            high=1000,
            step=50,
            default=400,
            unit=PEOPLE,
        ),
        Slider(
            name="global_reproduction",
            label=Text(
                en="Global: readers each reader brings (R)", fr="Global : lecteurs par lecteur (R)"
            ),
            low=0.0,
            high=0.99,
            step=0.01,
            default=0.2,
        ),
        Slider(
            name="global_seed",
            label=Text(en="Global: first readers", fr="Global : premiers lecteurs"),
            low=500,
            high=5000,
            step=100,
            default=1500,
            unit=PEOPLE,
        ),
    ),
    caption=Text(
        en="Computed, not simulated: the number each reader brings is drawn from a Poisson law of "
        "mean R, everybody alike. Assumed: the four starting values. Real cascades are more "
        "unequal: on Twitter their mean size was 2, as with R = 0.5, but 1 in 4,000 got 100 "
        "retweets or more (Goel et al., 2016), which this model practically never does. Grey "
        "dots: the first reader alone. Left scale: each line is ten times the one below.",
        fr="Calculé, non simulé : le nombre de lecteurs que chacun amène suit une loi de Poisson de "
        "moyenne R, la même pour tous. Supposé : les quatre valeurs de départ. Les vraies cascades "
        "sont plus inégales : sur Twitter, leur taille moyenne était de 2, comme avec R = 0,5, mais "
        "1 sur 4 000 recevait 100 retweets ou plus (Goel et al., 2016), ce que ce modèle ne fait "
        "pratiquement jamais. Points gris : le premier lecteur seul. Échelle de gauche : chaque "
        "ligne vaut dix fois celle du dessous.",
    ),
)

# Curves fitted by hand: adoption, carry-over

REVEAL = {
    False: Text(en="hidden", fr="cachée"),
    True: Text(en="shown", fr="montrée"),
}
LEAST_SQUARES = Text(en="Least-squares curve", fr="Courbe des moindres carrés")


def _refuse_untried(shown: bool, tried: tuple[float, ...], untouched: tuple[float, ...]) -> None:
    """Least squares is for those who have laid a curve of their own."""
    if shown and tried == untouched:
        raise PlainError(
            Text(
                en="Try first: move a slider to bring your own curve closer, then look.",
                fr="Essayez d’abord : déplacez un curseur pour rapprocher votre propre courbe, "
                "puis regardez.",
            )
        )


LAUNCH = pd.Timestamp("2004-01-01")
YEARS_SHOWN = np.linspace(0, 18, 145)
BASS_START = (0.03, 0.38, 1.0)  # the means of p and q over products; everybody adopts


@dataclass(frozen=True)
class Adoption:
    """A Bass curve laid on the surveys; `best` is the least-squares one, `shown` or not.

    `..._by_year`: at every one of `years`; `at_surveys`: at the dates of `surveys`;
    `push_part_2016`: of all who had adopted by then, those whom the outside brought.
    """

    shown: bool
    ceiling_share: float
    surveys: pd.DataFrame
    later: pd.DataFrame
    years: np.ndarray
    share_by_year: np.ndarray
    rate_by_year: np.ndarray
    push_by_year: np.ndarray
    at_surveys: np.ndarray
    distance_share: float
    push_part_2016: float
    forecast_2021: float
    real_2021: float
    best: model.BassFit
    best_by_year: np.ndarray


@cache
def _surveys() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The surveys up to 2016, to lay the curve on, and the later one, to test it by."""
    table = load("social_adoption")
    years = (table["survey_end"] - LAUNCH).dt.days / 365.25
    table = table.assign(time_years=years, year=LAUNCH.year + years)
    early = table["survey_end"] < "2017"
    return table[early].reset_index(drop=True), table[~early].reset_index(drop=True)


@cache
def _best_bass() -> model.BassFit:
    surveys, _ = _surveys()
    return model.fit_bass(surveys["time_years"], surveys["use_share"])


def laid_adoption(p: float, q: float, ceiling_share: float, shown: bool) -> Adoption:
    """The Bass curve of these p, q and ceiling, and how far it is from the surveys."""
    _refuse_untried(shown, (p, q, ceiling_share), BASS_START)
    surveys, later = _surveys()
    best = _best_bass()
    share = model.bass_share(YEARS_SHOWN, p, q, ceiling_share)
    end_2016 = 13.0
    return Adoption(
        shown=shown,
        ceiling_share=ceiling_share,
        surveys=surveys,
        later=later,
        years=LAUNCH.year + YEARS_SHOWN,
        share_by_year=share,
        rate_by_year=model.bass_rate(YEARS_SHOWN, p, q, ceiling_share),
        push_by_year=p * (ceiling_share - share),
        at_surveys=model.bass_share(surveys["time_years"].to_numpy(), p, q, ceiling_share),
        distance_share=model.bass_distance(
            surveys["time_years"], surveys["use_share"], p, q, ceiling_share
        ),
        push_part_2016=model.bass_push_share(end_2016, p, q, ceiling_share)
        / model.bass_share(end_2016, p, q, ceiling_share),
        forecast_2021=model.bass_share(later["time_years"].iloc[0], p, q, ceiling_share),
        real_2021=later["use_share"].iloc[0],
        best=best,
        best_by_year=model.bass_share(YEARS_SHOWN, best.p, best.q, best.ceiling_share),
    )


adoption = Lab(
    name="adoption",
    title=Text(
        en="How social media won Americans over: fit the curve by hand",
        fr="Comment les réseaux sociaux ont gagné les Américains : ajustez la courbe à la main",
    ),
    model=laid_adoption,
    view=view.draw_adoption,
    words=view.tell_adoption,
    controls=(
        Slider(
            name="p",
            label=Text(en="p: from outside (push)", fr="p : de l’extérieur (push)"),
            low=0.002,
            high=0.1,
            step=0.002,
            default=BASS_START[0],
        ),
        Slider(
            name="q",
            label=Text(en="q: word of mouth (pull)", fr="q : bouche-à-oreille (pull)"),
            low=0.0,
            high=0.8,
            step=0.01,
            default=BASS_START[1],
        ),
        Slider(
            name="ceiling_share",
            label=Text(en="m: adults who will ever use them", fr="m : adultes qui s’y mettront"),
            low=0.4,
            high=1.0,
            step=0.01,
            default=BASS_START[2],
            percent=True,
        ),
        Menu(name="shown", label=LEAST_SQUARES, options=REVEAL, default=False),
    ),
    caption=Text(
        en="Real: share of US adults who use at least one social network, 28 surveys of Pew "
        "Research Center from 2005 to 2016 and one of 2021, which the distance leaves out. "
        "Starting values: the means of p and q over products (0.03 and 0.38; Sultan, Farley & "
        "Lehmann, 1990). Assumed: launch on 1 January 2004. The names push and pull for p and q "
        "are ours: the data do not say why anyone joined.",
        fr="Réel : part des Américains adultes qui utilisent au moins un réseau social, 28 enquêtes "
        "du Pew Research Center de 2005 à 2016, et une de 2021 que la distance ne compte pas. "
        "Valeurs de départ : les moyennes de p et q sur de nombreux produits (0,03 et 0,38 ; "
        "Sultan, Farley & Lehmann, 1990). Supposé : lancement le 1er janvier 2004. Les noms push et "
        "pull pour p et q sont les nôtres : les données ne disent pas pourquoi chacun est venu.",
    ),
)

REBUILDING_START = (5.0, 0.5, 0.5)
MONTHS_HEARD = np.arange(7)


@dataclass(frozen=True)
class RebuiltQuotes:
    """Quotes rebuilt from adverts; `best` is the least-squares model, `shown` or not.

    `pressure`: the adstock of each month; `echo`: quotes that one unit of adverts brings in
    its own month and in each of the next.
    """

    shown: bool
    table: pd.DataFrame
    rebuilt: np.ndarray
    pressure: np.ndarray
    distance: float
    echo: np.ndarray
    echo_total: float
    half_life_months: float
    best: model.Rebuilding
    best_rebuilt: np.ndarray


@cache
def _insurer() -> tuple[pd.DataFrame, model.Rebuilding, np.ndarray]:
    table = load("insurance_quotes")
    adverts = table["tv_advert_spend"]
    best = model.best_rebuilding(table["quotes"], adverts)
    rebuilt = model.rebuilt_quotes(adverts, best.intercept, best.effect_now, best.carry_over)
    return table, best, rebuilt


def rebuild(intercept: float, effect_now: float, carry_over: float, shown: bool) -> RebuiltQuotes:
    """The insurer's quotes as this intercept, effect and carry-over would have them."""
    _refuse_untried(shown, (intercept, effect_now, carry_over), REBUILDING_START)
    table, best, best_rebuilt = _insurer()
    adverts = table["tv_advert_spend"]
    rebuilt = model.rebuilt_quotes(adverts, intercept, effect_now, carry_over)
    return RebuiltQuotes(
        shown=shown,
        table=table,
        rebuilt=rebuilt,
        pressure=model.rebuilt_quotes(adverts, 0, 1, carry_over),
        distance=model.rebuilding_error(table["quotes"], rebuilt),
        echo=effect_now * carry_over**MONTHS_HEARD,
        echo_total=effect_now * model.long_run_multiplier(carry_over),
        half_life_months=model.half_life(carry_over),
        best=best,
        best_rebuilt=best_rebuilt,
    )


carry_over = Lab(
    name="carry_over",
    title=Text(
        en="How long is an advert heard? Rebuild an insurer’s quotes from its TV adverts",
        fr="Combien de temps entend-on un spot ? Rebâtissez les demandes de devis d’un assureur",
    ),
    model=rebuild,
    view=view.draw_carry_over,
    words=view.tell_carry_over,
    controls=(
        Slider(
            name="intercept",
            label=Text(en="Quotes without adverts", fr="Demandes sans publicité"),
            low=-5.0,
            high=15.0,
            step=0.1,
            default=REBUILDING_START[0],
        ),
        Slider(
            name="effect_now",
            label=Text(en="Effect now: quotes per unit", fr="Effet immédiat : demandes par unité"),
            low=0.0,
            high=2.0,
            step=0.05,
            default=REBUILDING_START[1],
        ),
        Slider(
            name="carry_over",
            label=Text(en="Carry-over from month to month", fr="Rémanence d’un mois à l’autre"),
            low=0.0,
            high=0.9,
            step=0.01,
            default=REBUILDING_START[2],
        ),
        Menu(name="shown", label=LEAST_SQUARES, options=REVEAL, default=False),
    ),
    caption=Text(
        en="Real: 40 months of an American insurer, January 2002 to April 2005, from Hyndman & "
        "Athanasopoulos; the source does not say in what units. Carry-over starts at 0.5, which "
        "published elasticities imply for a period that the source does not fix at a month (0.12 in "
        "the short run, 0.24 in the long; Sethuraman, Tellis & Briesch, 2011); the other starts are "
        "ours. Assumed: adverts before 2002 were at their average. Quotes rebuilt below 4 or above "
        "22, and bars above 30, leave the picture.",
        fr="Réel : 40 mois d’un assureur américain, de janvier 2002 à avril 2005, d’après Hyndman & "
        "Athanasopoulos ; la source ne dit pas en quelles unités. La rémanence part de 0,5, que les "
        "élasticités publiées impliquent pour une période que la source ne fixe pas à un mois (0,12 à "
        "court terme, 0,24 à long terme ; Sethuraman, Tellis & Briesch, 2011) ; les autres départs "
        "sont les nôtres. Supposé : la publicité d’avant 2002 était à sa moyenne. Les demandes "
        "rebâties sous 4 ou au-dessus de 22, et les barres au-dessus de 30, sortent de l’image.",
    ),
)

"""Delphi: experts answer, see what the others answered, answer again; do they agree?

Answers are a table with a row per answer: `expert`, `round` (1 or 2), `theme`, `rating` (1
useless to 9 essential) and, if experts are weighted, `expertise`.  `ratings_table` turns a
round into one row an expert and one column a theme.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from mktlib.core.text import PlainError, Text

LOW, HIGH = 3, 7  # ratings 1 to 3 reject a theme, 7 to 9 approve it
_CLOSE = 1e-9  # shares that differ by less are equal


# What the experts of a round answered


def ratings_table(answers: pd.DataFrame, round_number: int) -> pd.DataFrame:
    """The answers of one round: a row an expert, a column a theme, in their first order.

    An expert who skipped a theme has a blank (NaN) there.

    >>> from mktlib.core.dataset import load
    >>> ratings_table(load("delphi_panel"), 2).shape
    (10, 7)
    """
    turn = answers[answers["round"] == round_number]
    if turn.empty:
        raise PlainError(
            Text(
                en=f"There is no answer in round {round_number}.",
                fr=f"Il n’y a aucune réponse au tour {round_number}.",
            )
        )
    twice = turn[turn.duplicated(["expert", "theme"])]
    if not twice.empty:
        expert, theme = twice.iloc[0][["expert", "theme"]]
        raise PlainError(
            Text(
                en=f"In round {round_number}, {expert} answers twice on {theme}: keep one answer.",
                fr=f"Au tour {round_number}, {expert} répond deux fois sur {theme} : "
                "gardez une réponse.",
            )
        )
    table = turn.pivot(index="expert", columns="theme", values="rating").astype(float)
    themes = [theme for theme in answers["theme"].unique() if theme in table.columns]
    return table.loc[turn["expert"].unique(), themes]


class Quartiles(NamedTuple):
    """The ratings below which a quarter, half and three quarters of the weight lie."""

    first: float
    median: float
    third: float


def quartiles(ratings: Any, weights: Any = None) -> Quartiles:
    """Where the middle half of the answers lies, each answer counted with its weight.

    Quantile p: the smallest rating whose cumulated weight passes p of the total; where it
    stops exactly at p, the middle between that rating and the next.  Without weights this is
    the second of Hyndman & Fan's nine definitions; an expert of weight 2 counts as two experts
    who answered alike.
    Limits: weights are at least 0 and not all 0; software defaults interpolate, and may
    differ by half a point.
    Source: Hyndman & Fan, Sample Quantiles in Statistical Packages (American Statistician
    50, 1996).

    >>> quartiles([5, 7, 7, 8, 9, 9])
    Quartiles(first=7.0, median=7.5, third=9.0)
    >>> quartiles([5, 7, 9], weights=[1, 2, 3]) == quartiles([5, 7, 7, 9, 9, 9])
    True
    """
    values, weight = _weighed(ratings, weights)
    order = np.argsort(values, kind="stable")
    values, upto = values[order], np.cumsum(weight[order])
    upto /= upto[-1]

    def quantile(p: float) -> float:
        place = int(np.searchsorted(upto, p - _CLOSE))
        if upto[place] > p + _CLOSE:
            return float(values[place])
        after = int(np.searchsorted(upto, p + _CLOSE))
        return float(values[place] + values[after]) / 2

    return Quartiles(*(quantile(p) for p in (0.25, 0.5, 0.75)))


def share_rating(ratings: Any, low: float, high: float, weights: Any = None) -> float:
    """The share, 0 to 1, of the weight of answers from `low` to `high`.

    >>> share_rating([2, 7, 8, 9], 7, 9), share_rating([2, 7, 8, 9], 7, 9, weights=[3, 1, 1, 1])
    (0.75, 0.5)
    """
    values, weight = _weighed(ratings, weights)
    return float(weight[(low <= values) & (values <= high)].sum() / weight.sum())


def weighted_summary(answers: pd.DataFrame, weights: str | None = "expertise") -> pd.DataFrame:
    """What each round says of each theme: a row a round and theme.

    Columns: experts (who answered), first_quartile, median, third_quartile,
    interquartile_range (quartiles, see there), high_share (7 to 9) and low_share (1 to 3).
    `weights`: the column that weighs the experts; None counts each as one.

    >>> from mktlib.core.dataset import load
    >>> summary = weighted_summary(load("delphi_panel"), weights=None)
    >>> summary.loc[(1, "Spreading the word"), ["experts", "median", "high_share"]].tolist()
    [22.0, 6.0, 0.45454545454545453]
    """
    if weights is not None and weights not in answers:
        raise PlainError(
            Text(
                en=f'The answers have no column "{weights}": give weights=None to count every '
                "expert as one.",
                fr=f"Les réponses n’ont pas de colonne « {weights} » : donnez weights=None pour "
                "compter chaque expert pour un.",
            )
        )
    rows = {}
    for (turn, theme), part in answers.dropna(subset="rating").groupby(
        ["round", "theme"], sort=False
    ):
        weight = None if weights is None else part[weights]
        first, median, third = quartiles(part["rating"], weight)
        rows[turn, theme] = {
            "experts": len(part),
            "first_quartile": first,
            "median": median,
            "third_quartile": third,
            "interquartile_range": third - first,
            "high_share": share_rating(part["rating"], HIGH, 9, weight),
            "low_share": share_rating(part["rating"], 1, LOW, weight),
        }
    table = pd.DataFrame.from_dict(rows, orient="index")
    table.index = pd.MultiIndex.from_tuples(table.index, names=["round", "theme"])
    return table


def _weighed(ratings: Any, weights: Any) -> tuple[np.ndarray, np.ndarray]:
    values = np.asarray(ratings, dtype=float)
    weight = np.ones_like(values) if weights is None else np.asarray(weights, dtype=float)
    if values.shape != weight.shape:
        raise PlainError(
            Text(
                en=f"There are {values.size} ratings and {weight.size} weights: "
                "give one weight per rating.",
                fr=f"Il y a {values.size} notes et {weight.size} poids : donnez un poids par note.",
            )
        )
    answered = ~np.isnan(values)
    values, weight = values[answered], weight[answered]
    if not (values.size and (weight >= 0).all() and weight.sum() > 0):
        raise PlainError(
            Text(
                en="A summary needs at least one rating, and weights that are not negative, nor all nil.",
                fr="Un résumé demande au moins une note, et des poids ni négatifs, ni tous nuls.",
            )
        )
    return values, weight


# Do they rank the themes alike?


@dataclass(frozen=True)
class Concordance:
    """Kendall's W, its chi-squared test, and on how many experts and themes it rests."""

    w: float
    chi_squared: float
    degrees_of_freedom: int
    p_value: float
    experts: int
    themes: int


def kendall_w(ratings: Any) -> Concordance:
    """How far experts rank the themes alike: 0 not at all, 1 all in the same order.

    `ratings`: a row an expert, a column a theme; each row is ranked, ties get their mean rank.
    W = 12 S / (m^2 (n^3 - n) - m T), with m experts, n themes, S the sum of squared deviations
    of the themes' rank sums, T the sum of t^3 - t over every group of t ties of an expert.
    Test that W is 0 (each expert ranks at random): chi^2 = m (n - 1) W, n - 1 degrees of
    freedom, which is Friedman's test.  Experts who skipped a theme are left out.
    Limits: agreement on the *order* of the themes, not on any one of them: if everybody finds
    everything essential, W is low, or blank (NaN) when nobody ranks anything.  The test is
    conservative with few experts or themes (Legendre, 2005).
    Source: Kendall & Babington Smith, The Problem of m Rankings (Annals of Mathematical
    Statistics 10, 1939).

    >>> same = kendall_w([[9, 7, 2], [8, 6, 1], [5, 4, 3]])
    >>> same.w, same.chi_squared, same.degrees_of_freedom
    (1.0, 6.0, 2)
    >>> kendall_w([[9, 7, 2], [2, 7, 9]]).w
    0.0
    """
    from scipy.special import chdtrc

    table = np.asarray(ratings, dtype=float)
    if table.ndim == 2:
        table = table[~np.isnan(table).any(axis=1)]
    if table.ndim != 2 or table.shape[0] < 2 or table.shape[1] < 2:
        raise PlainError(
            Text(
                en="Kendall's W needs at least two experts who rated all of at least two themes.",
                fr="Le W de Kendall demande au moins deux experts ayant noté la totalité d’au "
                "moins deux thèmes.",
            )
        )
    experts, themes = table.shape
    below = (table[:, :, None] > table[:, None, :]).sum(axis=2)
    equals = (table[:, :, None] == table[:, None, :]).sum(axis=2)  # itself included
    sums = (below + (equals + 1) / 2).sum(axis=0)
    spread = ((sums - sums.mean()) ** 2).sum()
    ties = (equals**2 - 1).sum()  # t ratings that are tied have t equals each: t^3 - t in all
    whole = experts**2 * (themes**3 - themes) - experts * ties
    w = float(12 * spread / whole) if whole else math.nan
    chi_squared = experts * (themes - 1) * w
    p_value = float(chdtrc(themes - 1, chi_squared))
    return Concordance(w, chi_squared, themes - 1, p_value, experts, themes)


# How many of them must approve?


def content_validity_ratio(favourable: float, experts: float) -> float:
    """Lawshe's ratio: -1 if nobody approves, 0 if half do, 1 if all do.

    CVR = (n - N / 2) / (N / 2); n experts who approve (here, who rate 7 to 9), N experts.
    Source: Lawshe, A Quantitative Approach to Content Validity (Personnel Psychology 28, 1975).

    >>> content_validity_ratio(9, 10)
    0.8
    """
    if not (experts > 0 and 0 <= favourable <= experts):
        raise PlainError(
            Text(
                en="The favourable experts are a part of the experts, and there is at least one.",
                fr="Les experts favorables sont une partie des experts, et il y en a au moins un.",
            )
        )
    return (favourable - experts / 2) / (experts / 2)


def critical_count(experts: int, significance: float = 0.05) -> int:
    """How many of `experts` must approve for tossing coins to seem a poor explanation.

    The smallest k with P(X >= k) <= significance, X binomial of `experts` and 1/2 (one-tailed,
    exact).  Source: Ayre & Scally, Critical Values for Lawshe's Content Validity Ratio
    (Measurement and Evaluation in Counseling and Development 47, 2014).

    >>> critical_count(22), critical_count(10)
    (16, 9)
    >>> from math import comb  # the definition: 9 or 10 heads of 10 are rare, 8 to 10 are not
    >>> [round(sum(comb(10, i) for i in range(k, 11)) / 2**10, 3) for k in (9, 8)]
    [0.011, 0.055]
    """
    experts = int(experts)
    tail, rare = 0, significance * 2**experts
    for count in range(experts, -1, -1):
        tail += math.comb(experts, count)
        if tail > rare:
            break
    if count == experts:
        raise PlainError(
            Text(
                en=f"With {experts} experts even a unanimous answer may be chance: ask more.",
                fr=f"Avec {experts} experts, même l’unanimité peut venir du hasard : "
                "interrogez-en davantage.",
            )
        )
    return count + 1


def critical_ratio(experts: int, significance: float = 0.05, exact: bool = True) -> float:
    """The smallest content validity ratio that chance rarely gives.

    Exact: (2 k - N) / N, k the `critical_count` of N experts.  It is not monotone: 7 of 8 (.75)
    and 8 of 9 (.778) are each the least that is enough, hence the step of Lawshe's table
    (.75, then .78).  His .62 at 10 is no ratio of ten experts: 9 of 10 (.80) are needed.
    With exact=False, the normal curve: z / sqrt(N), z the quantile of 1 - significance; it
    gives the .456 of Wilson, Pan & Schumsky (2012) for 13 experts, where 10 of 13 (.538) are
    needed.  Ayre & Scally's own table was not seen: `exact` follows their method.

    >>> [round(critical_ratio(n), 3) for n in (8, 9, 10, 13)]
    [0.75, 0.778, 0.8, 0.538]
    >>> round(critical_ratio(13, exact=False), 3)
    0.456
    """
    if exact:
        return content_validity_ratio(critical_count(experts, significance), experts)
    return NormalDist().inv_cdf(1 - significance) / math.sqrt(experts)


# Is there a consensus?


def answers_allowed_outside(experts: int) -> int:
    """How many experts of a panel may stand outside the common answer.

    (experts - 2) / 3, whole part: 2 of 8 to 10, 3 of 11 to 13, ..., 6 of 20 to 22.
    Source: RAND/UCLA Appropriateness Method; the formula is ours, and gives the published table.

    >>> [answers_allowed_outside(n) for n in (8, 10, 11, 13, 20, 22)]
    [2, 2, 3, 3, 6, 6]
    """
    return max(0, (experts - 2) // 3)


class Disagreement(NamedTuple):
    """The range of the middle answers, the limit it may not pass, and whether it does."""

    interpercentile_range: float
    limit: float
    disagreement: bool


def rand_disagreement(ratings: Any) -> Disagreement:
    """Does the panel disagree, by the rule of the RAND/UCLA method?

    Range = P70 - P30, the 70th and 30th percentiles (defined as `quartiles` are); limit = 2.35
    + 1.5 |5 - (P30 + P70) / 2|: the further the answers lie from the middle of the scale, the
    wider they may spread.
    Limits: for a scale of 1 to 9.
    Source: Fitch et al., The RAND/UCLA Appropriateness Method User's Manual (2001).

    >>> ratings = [4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9]  # published: 1.0 and 6.1
    >>> rand_disagreement(ratings)
    Disagreement(interpercentile_range=1.0, limit=6.1, disagreement=False)
    """
    values, _ = _weighed(ratings, None)
    low, high = np.quantile(values, [0.3, 0.7], method="averaged_inverted_cdf")
    limit = round(2.35 + 1.5 * abs(5 - (low + high) / 2), 10)
    return Disagreement(float(high - low), float(limit), bool(high - low > limit))


def is_consensus(high_share: Any, low_share: Any, threshold: float = 0.7) -> Any:
    """Enough experts rate 7 to 9, and fewer than 15 % rate 1 to 3.

    Source of the default 70 % and of the 15 %: the criteria for a second round in
    delphi_keys (PMC8024512, table 1); for a first round the same table asks 50 %.

    >>> is_consensus(0.7, 0.1), is_consensus(0.8, 0.2)
    (True, False)
    """
    return (high_share >= threshold - _CLOSE) & (low_share < 0.15 - _CLOSE)


def consensus(ratings: Any, weights: Any = None) -> pd.DataFrame:
    """One theme, five published rules, and whether each calls it a consensus: they differ.

    Rows: `rated_7_to_9` (70 % of them, and under 15 % from 1 to 3), `within_one_third` (few
    answers outside the third of the scale, 1-3, 4-6 or 7-9, that holds the median), `at_the_mode`
    (few answers other than the commonest), `no_rand_disagreement`, `beyond_chance` (more
    experts rate 7 to 9 than tossing coins explains: Lawshe's ratio, exact).
    Columns: measure, limit, reached.  Weights serve the first rule alone: the others count
    experts.  Sources: those of delphi_keys.

    >>> consensus([7, 7, 7, 7, 8, 8, 8, 9, 6, 5])["reached"].to_dict()  # doctest: +NORMALIZE_WHITESPACE
    {'rated_7_to_9': True, 'within_one_third': True, 'at_the_mode': False,
     'no_rand_disagreement': True, 'beyond_chance': False}
    """
    values, weight = _weighed(ratings, weights)
    experts = len(values)
    third = np.clip(np.ceil(values / 3), 1, 3)
    middle = min(3, max(1, math.ceil(quartiles(values).median / 3)))
    _, counts = np.unique(values, return_counts=True)
    allowed = answers_allowed_outside(experts)
    outside, off_mode = int((third != middle).sum()), experts - int(counts.max())
    high = share_rating(values, HIGH, 9, weight)
    rand = rand_disagreement(values)
    ratio = content_validity_ratio(int((values >= HIGH).sum()), experts)
    critical = critical_ratio(experts)
    rules = {
        "rated_7_to_9": (high, 0.7, is_consensus(high, share_rating(values, 1, LOW, weight))),
        "within_one_third": (outside, allowed, outside <= allowed),
        "at_the_mode": (off_mode, allowed, off_mode <= allowed),
        "no_rand_disagreement": (rand.interpercentile_range, rand.limit, not rand.disagreement),
        "beyond_chance": (ratio, critical, ratio >= critical - _CLOSE),
    }
    return pd.DataFrame.from_dict(rules, orient="index", columns=["measure", "limit", "reached"])


# From one round to the next, and from all to those kept


def stability(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Did the same experts change their minds, and towards the others?  A row a theme.

    `first`, `second`: `ratings_table` of each round; only experts who answered both count.
    Columns: experts; unchanged_share, same rating twice; closer_share, those who came nearer to
    the median of all of round 1 (the figure that was fed back to them); median_change and
    interquartile_range_change, second minus first.
    Limits: a steady disagreement is stable too: stop asking when answers no longer move,
    and say what they are.
    Source: consensus and stability as two reasons to stop: Schmidt, Managing Delphi Surveys
    (Decision Sciences 28, 1997).

    >>> first = pd.DataFrame({"content": [3, 7, 8, 9]}, index=list("abcd"))
    >>> second = pd.DataFrame({"content": [6, 7, 8]}, index=list("abc"))
    >>> stability(first, second).loc["content", ["experts", "unchanged_share"]].tolist()
    [3.0, 0.6666666666666666]
    """
    rows = {}
    for theme in [theme for theme in first.columns if theme in second.columns]:
        both = pd.concat([first[theme], second[theme]], axis=1, keys=["before", "after"]).dropna()
        if both.empty:
            continue
        centre = quartiles(first[theme]).median
        nearer = (both["after"] - centre).abs() < (both["before"] - centre).abs()
        before, after = quartiles(both["before"]), quartiles(both["after"])
        rows[theme] = {
            "experts": len(both),
            "unchanged_share": float((both["after"] == both["before"]).mean()),
            "closer_share": float(nearer.mean()),
            "median_change": after.median - before.median,
            "interquartile_range_change": (after.third - after.first)
            - (before.third - before.first),
        }
    if not rows:
        raise PlainError(
            Text(
                en="No expert rated the same theme in both rounds: are the names written alike?",
                fr="Aucun expert n’a noté un même thème aux deux tours : les noms sont-ils écrits "
                "de la même façon ?",
            )
        )
    return pd.DataFrame.from_dict(rows, orient="index")


def keep_experts(answers: pd.DataFrame, count: int) -> list[str]:
    """The `count` experts of round 1 with the highest expertise, highest first.

    Ties keep their order in the table, which is arbitrary: look whether the last one kept is
    tied with the first one left out.
    Limits: expertise that people rate themselves measures confidence at least as much.

    >>> from mktlib.core.dataset import load
    >>> keep_experts(load("delphi_panel"), 3)
    ['E20', 'E22', 'E12']
    """
    first = answers[answers["round"] == 1].drop_duplicates("expert")
    if "expertise" not in first:
        raise PlainError(
            Text(
                en='Choosing experts takes a column "expertise".',
                fr="Choisir des experts demande une colonne « expertise ».",
            )
        )
    if not 1 <= count <= len(first):
        raise PlainError(
            Text(
                en=f"Round 1 has {len(first)} experts: keep from 1 to {len(first)} of them.",
                fr=f"Le tour 1 compte {len(first)} experts : gardez-en de 1 à {len(first)}.",
            )
        )
    ordered = first.sort_values("expertise", ascending=False, kind="stable")
    return ordered["expert"].head(count).tolist()


def passage(answers: pd.DataFrame, kept: Sequence[str], weights: str | None = None) -> pd.DataFrame:
    """From all experts to those kept: what choosing them did, and what feedback did.

    The share of answers from 7 to 9 on each theme: `all_first` (all, round 1), `kept_first`
    (those kept, round 1), `kept_second` (those kept who answered round 2).  Then `selection` =
    kept_first - all_first, `feedback` = kept_second - kept_first; both add up to the change.
    `weights`: the column that weighs the experts; None counts each as one.
    Limits: those left out were not asked again; what they would have said is unknown.

    >>> from mktlib.core.dataset import load
    >>> panel = load("delphi_panel")
    >>> table = passage(panel, keep_experts(panel, 10))
    >>> table.loc["Spreading the word"].round(2).tolist()
    [0.45, 0.8, 0.8, 0.35, 0.0]
    """
    chosen = answers[answers["expert"].isin(list(kept))]
    shares = pd.DataFrame(
        {
            name: weighted_summary(part[part["round"] == turn], weights).droplevel("round")[
                "high_share"
            ]
            for name, part, turn in (
                ("all_first", answers, 1),
                ("kept_first", chosen, 1),
                ("kept_second", chosen, 2),
            )
        }
    )
    shares = shares.reindex(answers["theme"].unique())
    return shares.assign(
        selection=shares["kept_first"] - shares["all_first"],
        feedback=shares["kept_second"] - shares["kept_first"],
    )

"""Affinity: how much larger the share of a target that uses a channel is than everybody's.

A channel is a support and an affinity with the target: a large one that the target
ignores is a poor channel, and a small one that it loves may be too small.
"""

from __future__ import annotations

import pandas as pd

from mktlib.core.inputs import Quantity, proportion
from mktlib.core.text import PlainError, Text
from mktlib.kpis.model.ratios import ratio, share


def affinity_index(share_in_target: Quantity, share_in_base: Quantity) -> Quantity:
    """How the target uses a channel, compared with the population it is part of; 100 = alike.

    100 x share_in_target / share_in_base.  Both are shares (0-1) of *people*, from the same
    survey, the second of a base that contains the target.  It equals 100 x (part of the
    target among the channel's users) / (part of the target in the base): see `profile_share`.
    Limits: says nothing about size.  An index of 300 on 1 % of the target is 1 % of the
    target; with few respondents it is mostly chance.  Two shares on different bases (all
    adults, online adults) give a number without a meaning: see `rebase`.
    Source: Sissors & Baron, Advertising Media Planning (7th ed., 2010), on index numbers.

    >>> round(affinity_index(share_in_target=0.613, share_in_base=0.471))
    130
    >>> round(affinity_index(0.471, 0.471))
    100
    """
    return 100 * ratio(share_in_target=share_in_target, share_in_base=share_in_base)


def profile_share(
    share_in_target: Quantity, share_in_base: Quantity, target_part_of_base: Quantity
) -> Quantity:
    """Which part of a channel's users belongs to the target.

    share_in_target x target_part_of_base / share_in_base, 0 to 1; `target_part_of_base`:
    people in the target / people in the base.
    Limits: use, not exposure: the target's users may open the channel more or less often.

    >>> profile_share(share_in_target=0.6, share_in_base=0.4, target_part_of_base=0.2)
    0.3
    >>> target, others = 20, 80  # the same, counting: 12 users of 20, and 28 of 80
    >>> users = 0.6 * target + 0.35 * others
    >>> users / (target + others), round(0.6 * target / users, 3)
    (0.4, 0.3)
    """
    proportion("share_in_target", share_in_target)
    proportion("target_part_of_base", target_part_of_base)
    proportion("share_in_base", share_in_base)
    return share(
        target_users=share_in_target * target_part_of_base,
        users=share_in_base,
    )


def cost_per_mille_in_target(cost_per_mille: Quantity, profile_share: Quantity) -> Quantity:
    """What a thousand showings *to the target* cost: the others are paid for and lost.

    cost_per_mille / profile_share, in money; `profile_share`: part of the showings that
    meet the target, 0 to 1.
    Limits: a platform that lets one pay for the target only has a profile near 1 and a
    higher price per mille: compare after this division, not before.

    >>> cost_per_mille_in_target(cost_per_mille=6.0, profile_share=0.3)
    20.0
    """
    proportion("profile_share", profile_share)
    return ratio(cost_per_mille=cost_per_mille, profile_share=profile_share)


def rebase(share: float, base_share: float) -> float:
    """A share of a part of the population, as a share of the whole population.

    share x base_share, 0 to 1; `share`: of the part (online adults); `base_share`: how
    large that part is in the whole (adults who are online, among all adults).
    The base trap: 79 % of online adults and 68 % of all adults is one answer, given once.
    Limits: nobody outside the part may use the channel (nobody offline is on Facebook).

    >>> round(rebase(0.79, base_share=0.86), 2)  # Pew, 2016; rounding allows 0.85 to 0.87
    0.68
    """
    return proportion("share", share) * proportion("base_share", base_share)


def implied_base(share_of_whole: Quantity, share_of_part: Quantity) -> Quantity:
    """How large the part must be, if two shares are the same answer on two bases.

    share_of_whole / share_of_part, 0 to 1: the inverse of `rebase`.
    Limits: two rounded percentages give it to about a point only.

    >>> round(implied_base(share_of_whole=0.68, share_of_part=0.79), 2)
    0.86
    """
    return share(share_of_whole=share_of_whole, share_of_part=share_of_part)


def affinity_table(use: pd.DataFrame, target: str, base: str = "all") -> pd.DataFrame:
    """Each platform's use in the target and in the base, and its index, highest index first.

    `use`: one row a platform and group, with `platform`, `group` and `use_share` (0-1), all
    from one survey and one way of asking; `target`, `base`: two of its groups.  A platform
    asked about in one group only is left out.
    Limits: those of `affinity_index`.

    >>> use = pd.DataFrame({
    ...     "platform": ["A", "B", "A", "B"],
    ...     "group": ["all", "all", "18-29", "18-29"],
    ...     "use_share": [0.5, 0.2, 0.6, 0.4],
    ... })
    >>> affinity_table(use, "18-29")["affinity_index"].round().to_dict()
    {'B': 200.0, 'A': 120.0}
    """
    found = pd.concat(
        {"share_in_target": _by_platform(use, target), "share_in_base": _by_platform(use, base)},
        axis=1,
        join="inner",
    ).dropna()
    found["affinity_index"] = affinity_index(found["share_in_target"], found["share_in_base"])
    return found.sort_values("affinity_index", ascending=False, kind="stable")


def _by_platform(use: pd.DataFrame, group: str) -> pd.Series:
    rows = use[use["group"] == group]
    if rows.empty:
        known = ", ".join(sorted(map(str, use["group"].unique())))
        raise PlainError(
            Text(
                en=f"There is no group {group!r} in this table: choose among {known}.",
                fr=f"Il n’y a pas de groupe {group!r} dans ce tableau : choisissez parmi {known}.",
            )
        )
    if rows["platform"].duplicated().any():
        raise PlainError(
            Text(
                en="A platform has several rows in one group: "
                "keep one survey, one base and one frequency before comparing.",
                fr="Une plateforme a plusieurs lignes dans un même groupe : "
                "gardez une enquête, une base et une fréquence avant de comparer.",
            )
        )
    return rows.set_index("platform")["use_share"]

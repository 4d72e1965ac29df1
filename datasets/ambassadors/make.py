"""Invent the monthly table that the Demos interview describes; no published copy was found.

SYNTHETIC: eight fictional accounts, October 2011 to March 2013.  Built in:

- every impression is engaged with independently, at a rate that is the same
  for six accounts, truly higher for Octave and truly lower for Clovis: whatever
  else moves in the others' monthly rates is chance, most of all for the small ones;
- Klout follows size and number of posts; leads follow neither.

With `--check` it writes nothing and says whether data.csv is what it would write.
"""

from __future__ import annotations

import csv
import io
import math
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SEED = 2011
MONTHS = [f"{2011 + (9 + m) // 12}-{(9 + m) % 12 + 1:02d}-01" for m in range(18)]
VIEWS_PER_FOLLOWER_AND_POST = 0.22
USUAL_RATE, BETTER_RATE, WORSE_RATE = 0.020, 0.028, 0.013  # engagements / impressions
FAVOURITE, MENTION, RETWEET = 0.30, 0.25, 0.45  # how engagements split
LEADS_PER_MONTH = 1.5  # for every account: leads do not follow Klout

HEADER = ("month", "account", "community", "network_size", "posts", "impressions", "reach",
          "favourites", "mentions", "retweets", "engagements", "klout_score", "search_rank",
          "leads")  # fmt: skip


@dataclass(frozen=True)
class Account:
    name: str
    community: str
    first_followers: int
    last_followers: int
    posts_per_month: float
    first_rank: int
    rate: float = USUAL_RATE


ACCOUNTS = (
    Account("Sidonie", "human resources", 180, 2500, 62, 48),
    Account("Lucien", "marketing and sales", 140, 1650, 45, 61),
    Account("Clovis", "information systems", 150, 1300, 38, 70, WORSE_RATE),
    Account("Octave", "finance and accounting", 90, 900, 34, 55, BETTER_RATE),
    Account("Yasmine", "project management", 85, 720, 30, 44),
    Account("Ondine", "secretaries and assistants", 60, 430, 22, 66),
    Account("Gaspard", "languages", 45, 260, 15, 58),
    Account("Basile", "public sector", 30, 120, 4, 73),
)


def months(account: Account, random: np.random.Generator) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    rank = float(account.first_rank)
    for m, month in enumerate(MONTHS):
        grown = (1 - math.exp(-m / 9)) / (1 - math.exp(-17 / 9))  # fast at first, then slower
        gained = (account.last_followers - account.first_followers) * grown
        followers = account.first_followers + round(gained)
        posts = max(2, int(random.poisson(account.posts_per_month * (0.7 + 0.3 * grown))))
        impressions = int(random.poisson(VIEWS_PER_FOLLOWER_AND_POST * followers * posts))
        followers_reached = followers * (1 - math.exp(-impressions / followers))
        engagements = int(random.binomial(impressions, account.rate))
        favourites, mentions, retweets = random.multinomial(
            engagements, [FAVOURITE, MENTION, RETWEET]
        )
        beyond = 12 * int(retweets)  # people reached through somebody who retweets
        reach = min(impressions, round(followers_reached) + beyond)
        klout = 8 + 9 * math.log10(followers) + 0.22 * posts + float(random.normal(0, 1.5))
        rank = min(100.0, max(1.0, rank - 1.2 + float(random.normal(0, 3))))
        leads = int(random.poisson(LEADS_PER_MONTH))
        rows.append((month, account.name, account.community, followers, posts, impressions, reach,
                     favourites, mentions, retweets, engagements, round(klout), round(rank),
                     leads))  # fmt: skip
    return rows


def table() -> bytes:
    random = np.random.default_rng(SEED)
    rows = [row for account in ACCOUNTS for row in months(account, random)]
    rows.sort(key=lambda row: str(row[0]))  # by month; accounts keep their order
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEADER, *rows])
    return out.getvalue().encode()


if __name__ == "__main__":
    made = table()
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

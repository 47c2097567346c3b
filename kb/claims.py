"""The article "Possible Causes Of Foot Pain After Running" as 82 numbered claims, paraphrased, from ``claims.tsv``."""

from __future__ import annotations

import csv
from importlib.resources import files

from expert.authoring import Claim

ARTICLE = "Possible Causes Of Foot Pain After Running"


def _read() -> dict[str, Claim]:
    lines = (files("kb") / "claims.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["id"]: Claim(row["id"], row["section"], row["kind"], row["hedge"], row["claim"]) for row in rows}


#: Claim ids, in the article's order, to the claims.
CLAIMS = _read()

"""After a change: write the size and hash of every data.csv into its datapackage.json."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

for card in sorted(Path(__file__).parent.glob("*/datapackage.json")):
    package = json.loads(card.read_text(encoding="utf-8"))
    for resource in package["resources"]:
        data = (card.parent / resource["path"]).read_bytes()
        resource["bytes"] = len(data)
        resource["hash"] = "sha256:" + hashlib.sha256(data).hexdigest()
    sealed = (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()
    changed = card.read_bytes() != sealed
    if changed:
        card.write_bytes(sealed)
    print(f"{card.parent.name}: {'sealed' if changed else 'as it was'}")

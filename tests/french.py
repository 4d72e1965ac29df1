"""How French is typeset, and the numbers it says, for every test that reads both languages.

A no-break space (U+00A0) stands before a colon and inside « »; a narrow one (U+202F) before
; ! ? and %; the apostrophe is ’.  Code, addresses, tags and formulas are left alone.
"""

from __future__ import annotations

import re
from collections import Counter

_LEFT_ALONE = re.compile(
    r"```.*?```|`[^`]*`|\]\([^)]*\)|https?://\S+|</?[a-z][^>]*>|\$[^$\n]*\$", re.DOTALL
)
_HOLE = "\ue000"  # stands for what is left alone
_AFTER = r"(?=[\s*_)\]»’]|[^\W\d]|$)"  # a sign that ends a word, unlike that of 10:30
_RULES = tuple(
    (reason, re.compile(pattern), replacement)
    for reason, pattern, replacement in (
        ("U+202F before ; ! ? %", r"(?<=[^\s«])[^\S\u202f]+(?=[;!?%])", "\u202f"),
        ("U+202F before ; ! ?", rf"(?<=[^\s:;!?(])(?=[;!?]{_AFTER})", "\u202f"),
        ("U+202F before %", r"(?<=[^\s(%])(?=%)", "\u202f"),
        ("U+00A0 before :", r"(?<=[^\s«])[^\S\u00a0]+(?=:(?!-))", "\u00a0"),
        ("U+00A0 before :", rf"(?<=[^\s:(-])(?=:{_AFTER})", "\u00a0"),
        ("U+00A0 after «", r"(?<=«)(?!\u00a0\S)\s*", "\u00a0"),
        ("U+00A0 before »", r"(?<=\S)(?!\u00a0»)\s*(?=»)", "\u00a0"),
        ("no such sign at the start of a line", r"^(?=[:;?%»])", ""),
        ("the apostrophe is ’", r"(?<=\w)'", "’"),
        ("« » for quotation marks", r"['\"]", "«»"),
    )
)


def faults(text: str) -> list[str]:
    """Each line that is not typeset as French: why, and the line to paste in its place.

    >>> faults("Est-ce « vrai » : oui, à 5 % ; `a ? b : c` et https://example.org/?q=1 aussi !")
    []
    >>> faults("Il est 10:30 (vraiment ?!), **note :** « ? »")
    []
    >>> for sentence in ("Les coûts: 10 €", "+5%", "Pourquoi ?", "l'été", "«oui»", "Vu !", "« a »"):
    ...     print(*faults(sentence))
    U+00A0 before :, paste: Les coûts : 10 €
    U+202F before %, paste: +5 %
    U+202F before ; ! ? %, paste: Pourquoi ?
    the apostrophe is ’, paste: l’été
    U+00A0 after «, U+00A0 before », paste: « oui »
    U+202F before ; ! ? %, paste: Vu !
    U+00A0 after «, U+00A0 before », paste: « a »
    >>> len(faults("Une ligne\\n; une autre, dite 'fausse'"))
    1
    """
    kept = _LEFT_ALONE.findall(text)
    found = []
    for line in _LEFT_ALONE.sub(_HOLE, text).splitlines():
        reasons, right = [], line
        for reason, pattern, replacement in _RULES:
            if pattern.search(right):
                reasons.append(reason)
                right = pattern.sub(replacement, right)
        whole = re.sub(_HOLE, lambda _: kept.pop(0), right)
        if reasons:
            found.append(f"{', '.join(dict.fromkeys(reasons))}, paste: {whole.strip()}")
    return found


_FILLED_IN = re.compile(r"`[^`]*`|\{[^}]*\}|\]\([^)]*\)")
_THOUSANDS = {"en": r"(?<=\d),(?=\d{3}(?!\d))", "fr": r"(?<=\d)\s(?=\d{3}(?!\d))"}
_NUMBER = re.compile(r"(?<![\w.])(?:\d+(?:\.\d+)?|\.\d+)")


def figures(text: str, language: str) -> Counter[str]:
    """The numbers written in a sentence, each as often as it stands there.

    >>> figures("€2,500 at .05, twice (2.5%)", "en") == figures("2 500 € à 0,05, deux fois (2,5 %)", "fr")
    True
    """
    text = re.sub(_THOUSANDS[language], "", _FILLED_IN.sub(" ", text))
    if language == "fr":
        text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    return Counter(f"{float(each):g}" for each in _NUMBER.findall(text))

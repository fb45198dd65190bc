"""Anti-ligature clothing: only on the evidence of this person's own risk, never by a blanket rule."""

from datetime import date

from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused


def may_issue(*, evidence: str, words: str, law: Law, on: date) -> Verdict:
    """Whether clothing may be exchanged for anti-ligature clothing.

    `evidence` is one of the kinds that force policy names, each about this person; `words` say what was seen or said.
    """
    value = law.value("cells.anti_ligature_evidence", on=on)
    if evidence not in value.items:
        return refused(
            "Only on evidence of this person's own risk: a mark, a level or a habit of the suite is not enough.",
            value.source,
            field="evidence",
        )
    if not words.strip():
        return refused("Write what was seen, said or found.", value.source, field="words")
    return allowed("Individual evidence is on record.", value.source)

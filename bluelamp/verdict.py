"""Yes or no, with the reasons in words and the law they rest on."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One reason a person can read; `source` is the law or policy, such as "PACE s.42(1)"."""

    words: str
    source: str = ""

    def __str__(self) -> str:
        return f"{self.words} ({self.source})" if self.source else self.words


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Allowed or refused. `field` names the form field a refusal is about, where there is one."""

    allowed: bool
    reasons: tuple[Reason, ...] = ()
    field: str = ""

    @property
    def words(self) -> str:
        return " ".join(reason.words for reason in self.reasons)

    @property
    def source(self) -> str:
        return "; ".join(dict.fromkeys(reason.source for reason in self.reasons if reason.source))


class Refused(Exception):
    """An action was refused. Nothing was written."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__("; ".join(str(reason) for reason in verdict.reasons))
        self.verdict = verdict


def allowed(words: str = "", source: str = "") -> Verdict:
    """Yes; the reason may be left out."""
    return Verdict(allowed=True, reasons=(Reason(words=words, source=source),) if words else ())


def refused(words: str, source: str = "", *, field: str = "") -> Verdict:
    """No, always with a reason in words."""
    return Verdict(allowed=False, reasons=(Reason(words=words, source=source),), field=field)


def every(*verdicts: Verdict) -> Verdict:
    """Allowed only if all are; a refusal carries the reasons of every refusal, each once, and the first field."""
    against = [verdict for verdict in verdicts if not verdict.allowed]
    if not against:
        return Verdict(allowed=True, reasons=tuple(r for v in verdicts for r in v.reasons))
    reasons = tuple(dict.fromkeys(r for verdict in against for r in verdict.reasons))
    return Verdict(allowed=False, reasons=reasons, field=next((v.field for v in against if v.field), ""))


def insist(verdict: Verdict) -> None:
    """Raise `Refused` unless the verdict is yes."""
    if not verdict.allowed:
        raise Refused(verdict)

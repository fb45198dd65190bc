"""One row of the live board as HTML. Drawn here and not by a template: five hundred of them must come in a moment.

The marks and the fuse are those of the components `c-grade` and `c-fuse`; whatever a person wrote is escaped.
"""

from html import escape

from django.utils.safestring import SafeString, mark_safe

from bluelamp.design.fuse import Fuse
from bluelamp.desks.live_board import IncidentRow

_GRADES = {
    "I": '<path class="gabled" d="M15 0l15 8.3V32H0V8.3z"/><text class="on-late" x="15" y="24">I</text>',
    "P": '<rect class="solid" width="30" height="32" rx="2"/><text class="on-lamp" x="15" y="22">P</text>',
    "S": '<rect class="outlined" x="1" y="1" width="28" height="30" rx="2"/>'
    '<text class="in-lamp" x="15" y="22">S</text>',
    "R": '<rect class="dashed" x="1" y="1" width="28" height="30" rx="2"/><text class="in-ink" x="15" y="22">R</text>',
}
_DONE = {
    "late": '<rect class="box" x="0" y="4" width="100%" height="8"/>',
    "kept": '<rect class="thin" x="0" y="7" width="100%" height="3"/>',
}
_STOP = '<svg x="100%" overflow="visible"><rect class="stop" x="-3" y="1" width="3" height="14"/></svg>'
_SPARK = '<path class="spark" d="M0 0l8 8-8 8-8-8z"/>'


def row_html(row: IncidentRow, *, after: str | None = None, chosen: bool = False) -> SafeString:
    """The row; `after` is the id of the row it stands after in its list, "" for the first, for the event stream."""
    place = "" if after is None else f' data-after="{after}"'
    current = ' aria-current="true"' if chosen else ""
    return mark_safe(
        f'<li class="inc" id="inc-{row.pk}" data-grade="{row.grade}"{place}{current}>'
        f'<svg class="grade" viewBox="0 0 30 32" aria-hidden="true">{_GRADES[row.letter]}</svg>'
        f'<span class="no">{row.serial}</span><div><a class="what" href="{row.url}">{escape(row.kind)}</a>'
        f'<div class="place">{escape(row.place)}</div></div><div class="when">{_when(row)}</div>{_units(row)}</li>'
    )


def _when(row: IncidentRow) -> str:
    if row.restricted:
        return ""
    state = f" is-{row.fuse.state}" if row.fuse else ""
    until = f' data-until="{row.until}"' if row.until else ""
    words = f'<div class="by{state}"><b{until}>{row.by}</b><span>{row.due}</span></div>'
    return words + _fuse(row.fuse, row) if row.fuse else words


def _fuse(fuse: Fuse, row: IncidentRow) -> str:
    runs = f' data-began="{row.began}" data-due="{row.until}"' if row.until else ""
    inside = _DONE.get(fuse.state) or (
        f'<line class="burnt" x1="0" x2="{fuse.burnt}%" y1="8" y2="8"/>'
        f'<rect class="left" x="{fuse.burnt}%" y="4" width="{fuse.left}%" height="8"/>{_STOP}'
        f'<svg class="at-now" x="{fuse.burnt}%" overflow="visible">{_SPARK}</svg>'
    )
    return f'<svg class="fuse is-{fuse.state}" aria-hidden="true" data-fuse="{fuse.state}"{runs}>{inside}</svg>'


def _units(row: IncidentRow) -> str:
    if row.restricted:
        return '<div class="u"></div>'
    return f'<div class="u">{escape(row.units) or "none"}<span>{row.note}</span></div>'

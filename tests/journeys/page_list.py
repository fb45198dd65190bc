"""Every page with the role that opens it: the pictures and the checks of every page go through this one list."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page. `where` may hold {names} of the world, such as {Redfern}."""

    name: str
    where: str
    role: str = ""
    status: int = 200

    def path(self, made: Mapping[str, int]) -> str:
        return self.where.format_map(made)


PAGES = (
    Page(name="public", where="/"),
    Page(name="your-team", where="/?postcode=WD6+1"),
    Page(name="sign-in", where="/sign-in/"),
    Page(name="call-handling", where="/calls/", role="contact_handler"),
    Page(name="board", where="/board/", role="dispatcher"),
    Page(name="board-chosen", where="/board/?incident={Statement, robbery}", role="dispatcher"),
    Page(name="incident", where="/incident/{marlow}/", role="response_officer"),
    Page(name="arrest", where="/incident/{marlow}/arrest/", role="response_officer"),
    Page(name="whiteboard", where="/custody/", role="custody_officer"),
    Page(name="review", where="/custody/{Varley}/review/", role="reviewing_inspector"),
    Page(name="detention", where="/detention/{Redfern}/", role="custody_officer"),
    Page(name="detention-late", where="/detention/{Pike}/", role="reviewing_inspector"),
    Page(name="authorise", where="/custody/{Tull}/authorise/", role="custody_officer"),
    Page(name="slot", where="/custody/arrest/{Sillitoe}/place/", role="custody_officer"),
    Page(name="choose-suite", where="/arrest/{Sillitoe}/suite/", role="response_officer"),
    Page(name="custody-call", where="/custody/{Redfern}/call/", role="custody_officer"),
    Page(name="custody-interview", where="/custody/{Redfern}/interview/", role="custody_officer"),
    Page(name="custody-medicine", where="/custody/{Redfern}/medicine/", role="custody_officer"),
    Page(name="custody-child", where="/custody/{Redfern}/child/", role="custody_officer"),
    Page(name="custody-visitors", where="/custody/visitors/", role="custody_officer"),
    Page(name="custody-returns", where="/custody/returns/", role="commander"),
    Page(name="charge", where="/detention/{Redfern}/charge/", role="custody_officer"),
    Page(name="release", where="/detention/{Redfern}/release/", role="custody_officer"),
    Page(name="person", where="/person/{Joanne Marlow}/", role="investigator"),
    Page(name="victim", where="/victim/{victim}/", role="victim_care_officer"),
    Page(name="tell", where="/victims/telling/{telling}/", role="victim_care_officer"),
    Page(name="my-day", where="/my-day/", role="response_officer"),
    Page(name="my-day-custody", where="/my-day/", role="custody_officer"),
    Page(name="send", where="/dispatch/incident/{Statement, robbery}/send/", role="dispatcher"),
    Page(name="close", where="/incident/{Statement, robbery}/close/", role="dispatcher"),
    Page(name="commanders-day", where="/day/", role="commander"),
    Page(name="owed", where="/owed/", role="reviewing_inspector"),
    Page(name="people-search", where="/people/", role="custody_officer"),
    Page(name="people-found", where="/people/?q=Redfurn", role="custody_officer"),
    Page(name="places", where="/places/", role="dispatcher"),
    Page(name="yellow-phone", where="/places/phones/{phone}/", role="neighbourhood_officer"),
    Page(name="you", where="/you/", role="custody_officer"),
    Page(name="officers", where="/officers/", role="administrator"),
    Page(name="officer", where="/officers/3/", role="administrator"),
    Page(name="enrol-officer", where="/officers/enrol/", role="administrator"),
    Page(name="terminals", where="/terminals/", role="administrator"),
    Page(name="who-looked", where="/who-looked/", role="auditor"),
    Page(name="refused", where="/officers/", role="dispatcher", status=403),
    Page(name="not-here", where="/nothing/here/", status=404),
)

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
    Page(name="capacity", where="/custody/capacity/", role="custody_officer"),
    Page(name="reviews", where="/custody/reviews/", role="reviewing_inspector"),
    Page(name="handover", where="/custody/handover/", role="custody_officer"),
    Page(name="handed-over", where="/custody/handover/{handover}/", role="custody_officer"),
    Page(name="close-cells", where="/custody/cells/hatfield/", role="custody_officer"),
    Page(name="choose-cell", where="/custody/{Tull}/cell/", role="custody_officer"),
    Page(name="share-cell", where="/custody/{Tull}/share/", role="reviewing_inspector"),
    Page(name="keep-apart", where="/custody/{Tull}/apart/", role="custody_officer"),
    Page(name="clothing", where="/custody/{Tull}/clothing/", role="custody_officer"),
    Page(name="review", where="/custody/{Varley}/review/", role="reviewing_inspector"),
    Page(name="detention", where="/detention/{Redfern}/", role="custody_officer"),
    Page(name="detention-late", where="/detention/{Pike}/", role="reviewing_inspector"),
    Page(name="authorise", where="/custody/{Tull}/authorise/", role="custody_officer"),
    Page(name="clocks", where="/custody/{Varley}/clocks/", role="custody_officer"),
    Page(name="clocks-late", where="/custody/{Pike}/clocks/", role="reviewing_inspector"),
    Page(name="came-in", where="/custody/{Varley}/came-in/", role="custody_officer"),
    Page(name="further-arrest", where="/custody/{Varley}/further-arrest/", role="custody_officer"),
    Page(name="extend", where="/custody/{Fenn}/extend/", role="superintendent"),
    Page(name="warrant", where="/custody/{Fenn}/warrant/", role="investigator"),
    Page(name="warrant-decision", where="/custody/{Fenn}/warrant/decision/", role="investigator"),
    Page(name="bail-list", where="/bail/", role="reviewing_inspector"),
    Page(name="bail", where="/bail/{Lister}/", role="reviewing_inspector"),
    Page(name="extend-bail", where="/bail/{Lister}/extend/", role="reviewing_inspector"),
    Page(name="vary-bail", where="/bail/{Lister}/conditions/", role="custody_officer"),
    Page(name="court-bail", where="/bail/{Lister}/court/", role="reviewing_inspector"),
    Page(name="pause-bail", where="/bail/{Lister}/days/", role="custody_officer"),
    Page(name="tell-bail", where="/bail/{Lister}/told/", role="custody_officer"),
    Page(name="end-bail", where="/bail/{Lister}/end/", role="custody_officer"),
    Page(name="back-on-bail", where="/custody/bail/{Lister}/back/", role="custody_officer"),
    Page(name="investigation", where="/custody/investigation/{Mears}/", role="reviewing_inspector"),
    Page(name="book-in", where="/custody/{Tull}/book-in/", role="custody_officer"),
    Page(name="particulars", where="/custody/{Redfern}/particulars/", role="custody_officer"),
    Page(name="rights", where="/custody/{Redfern}/rights/", role="detention_officer"),
    Page(name="risk-assessment", where="/custody/{Redfern}/risk/", role="custody_officer"),
    Page(name="search", where="/custody/{Redfern}/search/", role="custody_officer"),
    Page(name="belongings", where="/custody/{Redfern}/belongings/", role="custody_officer"),
    Page(name="open-seal", where="/custody/{Redfern}/belongings/{seal}/", role="custody_officer"),
    Page(name="slot", where="/custody/arrest/{Sillitoe}/place/", role="custody_officer"),
    Page(name="visit-round", where="/custody/round/hatfield/", role="detention_officer"),
    Page(name="rounds", where="/custody/round/", role="detention_officer"),
    Page(name="care-plan", where="/custody/{Redfern}/care-plan/", role="custody_officer"),
    Page(name="visit", where="/custody/{Redfern}/visit/", role="detention_officer"),
    Page(name="care", where="/custody/{Brand}/care/", role="detention_officer"),
    Page(name="rest", where="/custody/{Brand}/rest/", role="detention_officer"),
    Page(name="rest-begins", where="/custody/{Redfern}/rest/", role="detention_officer"),
    Page(name="watch", where="/custody/{Petrov}/watch/", role="custody_officer"),
    Page(name="choose-suite", where="/arrest/{Sillitoe}/suite/", role="response_officer"),
    Page(name="charge", where="/detention/{Redfern}/charge/", role="custody_officer"),
    Page(name="release", where="/detention/{Redfern}/release/", role="custody_officer"),
    Page(
        name="release-caution",
        where="/detention/{Redfern}/release/?disposal=CONDITIONAL_CAUTION",
        role="custody_officer",
    ),
    Page(name="pre-release", where="/detention/{Redfern}/pre-release/", role="custody_officer"),
    Page(name="papers", where="/detention/{Redfern}/papers/", role="custody_officer"),
    Page(name="copies", where="/custody/{Redfern}/copies/", role="custody_officer"),
    Page(name="referral", where="/custody/{Redfern}/referral/", role="custody_officer"),
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

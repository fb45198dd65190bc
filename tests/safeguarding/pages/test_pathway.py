"""One pathway: who is harmed, what nobody does, what is owed, for those who may read about the person harmed."""

from bluelamp.access.actions.restricting import restrict
from bluelamp.safeguarding.actions.alone import take_on_pathway
from bluelamp.safeguarding.actions.pathways import close_pathway, open_pathway
from tests.custody.evening import MINUTE, TEN, done
from tests.safeguarding.at_home import NOW


def test_its_page_says_who_is_harmed_what_never_to_do_and_that_it_is_not_domestic(home, at_page) -> None:
    row = home.stalked()
    page = at_page("response_officer", f"/pathway/{row.pk}/").content.decode()
    for words in ("Noor Haddad", "Only by phone", "Never tell them to change their number", "Not assessed yet",
                  "Nobody yet", "Not domestic: nobody is known to be personally connected", "Take it on"):  # fmt: skip
        assert words in page, words
    assert "/domestic/" not in page.split("<main", 1)[1]
    hidden = at_page("special_constable", f"/pathway/{row.pk}/")
    assert hidden.status_code == 200, "nobody has it yet: nothing is restricted"
    done(take_on_pathway, TEN + MINUTE, by=home.by("response_officer"), pathway=row.pk)
    assert at_page("special_constable", f"/pathway/{row.pk}/").status_code == 302, "whom to ask"


def test_nobody_harmed_is_named_and_the_page_says_so(home, at_page) -> None:
    row = home.stalked(named=False)
    assert "Nobody harmed is named yet" in at_page("response_officer", f"/pathway/{row.pk}/").content.decode()


def test_whoever_may_not_read_the_person_harmed_reads_no_pathway_that_names_them(home, at_page) -> None:
    """On a domestic record and alone: each page names the person harmed."""
    alone, owner = home.stalked(), home.by("investigator")
    found = home.raised()
    by, words = home.by("response_officer"), "He waits for her each day"
    on_record = done(open_pathway, NOW, by=by, domestic=found.pk, kind="stalking", words=words)
    for number, person in ((on_record, found.victim.person), (alone.pk, alone.victim.person)):
        assert person.name in at_page("response_officer", f"/pathway/{number}/").content.decode()
        done(restrict, NOW, by=owner, record=person.ref, why="An officer's family", owner=owner.number)
        assert at_page("response_officer", f"/pathway/{number}/").status_code == 302


def test_closed_it_says_why_and_offers_nothing_more(home, pages) -> None:
    row = home.stalked()
    path = f"/pathway/{row.pk}/"
    assert "/pathway/step/" in pages.reads("response_officer", path)
    by = home.by("domestic_abuse_specialist")
    done(close_pathway, NOW, by=by, pathway=row.pk, why="A neighbour, by chance")
    page = pages.reads("response_officer", path)
    assert "A neighbour, by chance" in page
    assert "It is closed." in page
    assert "/pathway/step/" not in page
    assert pages.go("response_officer", "/pathway/0/").status_code == 404

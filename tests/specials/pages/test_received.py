"""After the application: what happens next, and nobody's name."""


def test_it_says_what_happens_next_and_names_nobody(at_page, there):
    there.applied()
    page = at_page("public", "/join/received/").content.decode()
    assert "within 5 days" in page
    assert "within 28 days" in page
    assert "Ashe" not in page
    assert at_page("public", "/join/received/", send=True).status_code == 405

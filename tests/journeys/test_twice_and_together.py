"""The same form sent twice does its work once; what one does, another sees without loading the page again."""

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitors

SENT_TWICE = """async () => {
  const form = document.querySelector('main form[method=post]');
  const send = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});
  const answers = await Promise.all([send(), send()]);
  return answers.map(answer => answer.status);
}"""


def test_a_form_sent_twice_does_its_work_once(visitors: Visitors, borough: Installation) -> None:
    incident = borough.made["Bike theft, visit"]
    with visitors("response_officer") as lowe:
        lowe.open(f"/calls/incident/{incident}/line/").fill(line="Frame number found on a receipt")
        assert lowe.page.evaluate(SENT_TWICE) == [200, 200]
        lowe.open(f"/incident/{incident}/")
        assert lowe.text("#happened").count("Frame number found on a receipt") == 1
    assert borough.order("count_entries", event="calls.line_added", record=f"incident:{incident}") == 1


def test_a_change_in_one_browser_shows_in_the_other(visitors: Visitors, borough: Installation) -> None:
    incident = borough.made["CCTV from shop, till 3"]
    with visitors("dispatcher") as winter, visitors("response_officer") as lowe:
        winter.open(f"/board/?incident={incident}")
        winter.page.evaluate("() => { window.unchanged = true }")
        lowe.open(f"/calls/incident/{incident}/line/").fill(line="Till 3 copied to a disc")
        lowe.page.locator("main form[method=post] button").last.click()
        winter.page.get_by_text("Till 3 copied to a disc").first.wait_for()
        assert winter.page.evaluate("() => window.unchanged"), "the page was loaded again"
        assert winter.said == []


def test_a_page_says_when_what_it_shows_is_old(visitors: Visitors) -> None:
    with visitors("dispatcher") as winter:
        winter.page.clock.install()
        winter.open("/board/")
        winter.page.get_by_text("Live").first.wait_for()
        winter.page.context.set_offline(True)
        winter.page.clock.run_for(20_000)
        winter.page.get_by_text("s old").first.wait_for()
        winter.page.clock.run_for(50_000)
        winter.page.get_by_text("Countdowns go on").first.wait_for()


def test_without_signal_the_page_says_since_when(visitors: Visitors) -> None:
    with visitors("response_officer", viewport={"width": 390, "height": 844}) as lowe:
        lowe.open("/my-day/")
        lowe.page.context.set_offline(True)
        lowe.page.get_by_text("No signal since").wait_for()
        lowe.page.context.set_offline(False)
        lowe.page.get_by_text("No signal since").wait_for(state="hidden")

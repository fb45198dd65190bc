"""The table of contents of the work that crosses domains."""

from django.urls import path

from bluelamp.journeys.pages.arrest import arrest
from bluelamp.journeys.pages.arrive import arrive
from bluelamp.journeys.pages.attendance import attendance
from bluelamp.journeys.pages.authorise import authorise
from bluelamp.journeys.pages.book_in import book_in
from bluelamp.journeys.pages.called import called
from bluelamp.journeys.pages.charge import charge
from bluelamp.journeys.pages.choose_suite import choose_suite
from bluelamp.journeys.pages.court_bail import court_bail
from bluelamp.journeys.pages.court_news import court_news
from bluelamp.journeys.pages.de_arrest import de_arrest
from bluelamp.journeys.pages.end_bail import end_bail
from bluelamp.journeys.pages.extend_bail import extend_bail
from bluelamp.journeys.pages.further_arrest import further_arrest
from bluelamp.journeys.pages.give_up_place import give_up_place
from bluelamp.journeys.pages.hate import hate
from bluelamp.journeys.pages.interview import interview
from bluelamp.journeys.pages.name_victim import name_victim
from bluelamp.journeys.pages.opening import opening
from bluelamp.journeys.pages.outcome import outcome
from bluelamp.journeys.pages.papers import papers
from bluelamp.journeys.pages.pause_bail import pause_bail
from bluelamp.journeys.pages.pre_release import pre_release
from bluelamp.journeys.pages.record_crime import record_crime
from bluelamp.journeys.pages.release import release
from bluelamp.journeys.pages.requisition import requisition
from bluelamp.journeys.pages.restricted import restricted
from bluelamp.journeys.pages.restriction import restriction
from bluelamp.journeys.pages.set_out import set_out
from bluelamp.journeys.pages.speaker import speaker
from bluelamp.journeys.pages.station_first import station_first
from bluelamp.journeys.pages.street_bail import street_bail
from bluelamp.journeys.pages.tell_bail import tell_bail
from bluelamp.journeys.pages.vary_bail import vary_bail
from bluelamp.journeys.pages.vehicle_seen import vehicle_seen
from bluelamp.journeys.pages.withdraw import withdraw

app_name = "journeys"
urlpatterns = [
    path("restricted/<str:record>/", restricted, name="restricted"),
    path("you/openings/<int:pk>/", opening, name="opening"),
    path("incident/<int:incident>/victim/", name_victim, name="name_victim"),
    path("incident/<int:incident>/vehicle/", vehicle_seen, name="vehicle_seen"),
    path("incident/<int:incident>/crime/", record_crime, name="record_crime"),
    path("incident/<int:pk>/arrest/", arrest, name="arrest"),
    path("incident/<int:pk>/attendance/", attendance, name="attendance"),
    path("arrest/<int:pk>/suite/", choose_suite, name="choose_suite"),
    path("arrest/<int:pk>/set-out/", set_out, name="set_out"),
    path("arrest/<int:pk>/station/", station_first, name="station_first"),
    path("arrest/<int:pk>/street-bail/", street_bail, name="street_bail"),
    path("arrest/<int:pk>/de-arrest/", de_arrest, name="de_arrest"),
    path("arrest/<int:pk>/give-up-place/", give_up_place, name="give_up_place"),
    path("arrest/<int:pk>/arrive/", arrive, name="arrive"),
    path("custody/<int:pk>/authorise/", authorise, name="authorise"),
    path("custody/<int:pk>/book-in/", book_in, name="book_in"),
    path("custody/<int:pk>/further-arrest/", further_arrest, name="further_arrest"),
    path("custody/<int:pk>/called/<int:one>/", called, name="called"),
    path("custody/<int:pk>/interview/", interview, name="interview"),
    path("victims/<int:pk>/speaker/", speaker, name="speaker"),
    path("who-may-see/<str:record>/", restriction, name="restriction"),
    path("crimes/<int:pk>/outcome/", outcome, name="outcome"),
    path("crimes/<int:pk>/hate/", hate, name="hate"),
    path("crimes/<int:pk>/requisition/", requisition, name="requisition"),
    path("case/<int:pk>/withdraw/", withdraw, name="withdraw"),
    path("case/<int:pk>/court/<slug:news>/", court_news, name="court_news"),
    path("detention/<int:pk>/charge/", charge, name="charge"),
    path("detention/<int:pk>/release/", release, name="release"),
    path("bail/<int:pk>/extend/", extend_bail, name="extend_bail"),
    path("bail/<int:pk>/conditions/", vary_bail, name="vary_bail"),
    path("bail/<int:pk>/court/", court_bail, name="court_bail"),
    path("bail/<int:pk>/days/", pause_bail, name="pause_bail"),
    path("bail/<int:pk>/told/", tell_bail, name="tell_bail"),
    path("bail/<int:pk>/end/", end_bail, name="end_bail"),
    path("detention/<int:pk>/pre-release/", pre_release, name="pre_release"),
    path("detention/<int:pk>/papers/", papers, name="papers"),
]

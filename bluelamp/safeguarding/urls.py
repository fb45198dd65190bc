"""The table of contents of safeguarding."""

from django.urls import path

from bluelamp.safeguarding.pages.answer_step import answer_step
from bluelamp.safeguarding.pages.ask_disclosure import ask_disclosure
from bluelamp.safeguarding.pages.assess import assess
from bluelamp.safeguarding.pages.breach import breach
from bluelamp.safeguarding.pages.brought import brought
from bluelamp.safeguarding.pages.case import case
from bluelamp.safeguarding.pages.checks import checks
from bluelamp.safeguarding.pages.child import child
from bluelamp.safeguarding.pages.close_pathway import close_pathway
from bluelamp.safeguarding.pages.decision import decision
from bluelamp.safeguarding.pages.disclosure import disclosure
from bluelamp.safeguarding.pages.disclosures import disclosures
from bluelamp.safeguarding.pages.end import end
from bluelamp.safeguarding.pages.enter_order import enter_order
from bluelamp.safeguarding.pages.fulfil import fulfil
from bluelamp.safeguarding.pages.issue_notice import issue_notice
from bluelamp.safeguarding.pages.judge_pathway import judge_pathway
from bluelamp.safeguarding.pages.keep_address import keep_address
from bluelamp.safeguarding.pages.mark import mark
from bluelamp.safeguarding.pages.meeting import meeting
from bluelamp.safeguarding.pages.meetings import meetings
from bluelamp.safeguarding.pages.met import met
from bluelamp.safeguarding.pages.minutes import minutes
from bluelamp.safeguarding.pages.open_alone import open_alone
from bluelamp.safeguarding.pages.open_pathway import open_pathway
from bluelamp.safeguarding.pages.order import order
from bluelamp.safeguarding.pages.pack import pack
from bluelamp.safeguarding.pages.pack_preview import pack_preview
from bluelamp.safeguarding.pages.pathway import pathway
from bluelamp.safeguarding.pages.plan import plan
from bluelamp.safeguarding.pages.protection import protection
from bluelamp.safeguarding.pages.raise_domestic import raise_domestic
from bluelamp.safeguarding.pages.record_breach import record_breach
from bluelamp.safeguarding.pages.refer import refer
from bluelamp.safeguarding.pages.refer_marac import refer_marac
from bluelamp.safeguarding.pages.scene import scene
from bluelamp.safeguarding.pages.school_notice import school_notice
from bluelamp.safeguarding.pages.second_look import second_look
from bluelamp.safeguarding.pages.serve import serve
from bluelamp.safeguarding.pages.settle import settle
from bluelamp.safeguarding.pages.speak import speak
from bluelamp.safeguarding.pages.take_on import take_on
from bluelamp.safeguarding.pages.take_on_pathway import take_on_pathway
from bluelamp.safeguarding.pages.tell_school import tell_school
from bluelamp.safeguarding.pages.told import told
from bluelamp.safeguarding.pages.unassessed import unassessed
from bluelamp.safeguarding.pages.undertake import undertake
from bluelamp.safeguarding.pages.unmark import unmark
from bluelamp.safeguarding.pages.written import written

app_name = "safeguarding"
urlpatterns = [
    path("domestic/", unassessed, name="unassessed"),
    path("incident/<int:incident>/domestic/", raise_domestic, name="raise_domestic"),
    path("domestic/<int:pk>/order-elsewhere/", enter_order, name="enter_order"),
    path("protection/breach/<int:pk>/crime/", record_breach, name="record_breach"),
    path("domestic/child/<int:pk>/school/", tell_school, name="tell_school"),
    path("domestic/child/<int:pk>/notice/", school_notice, name="school_notice"),
    path("domestic/<int:pk>/meeting/", refer_marac, name="refer_marac"),
    path("domestic/<int:pk>/notice/", issue_notice, name="issue_notice"),
    path("domestic/<int:pk>/take-on/", take_on, name="take_on"),
    path("domestic/<int:pk>/who/", settle, name="settle"),
    path("domestic/<int:pk>/assess/", assess, name="assess"),
    path("domestic/<int:pk>/second-look/", second_look, name="second_look"),
    path("domestic/<int:pk>/scene/", scene, name="scene"),
    path("domestic/<int:pk>/child/", child, name="child"),
    path("domestic/<int:pk>/refer/", refer, name="refer"),
    path("domestic/<int:pk>/plan/", plan, name="plan"),
    path("domestic/<int:pk>/address/", keep_address, name="keep_address"),
    path("domestic/<int:pk>/pathway/", open_pathway, name="open_pathway"),
    path("incident/<int:incident>/pathway/", open_alone, name="open_alone"),
    path("pathway/<int:pk>/", pathway, name="pathway"),
    path("pathway/<int:pk>/take-on/", take_on_pathway, name="take_on_pathway"),
    path("pathway/<int:pk>/assess/", judge_pathway, name="judge_pathway"),
    path("pathway/<int:pk>/close/", close_pathway, name="close_pathway"),
    path("pathway/step/<int:pk>/", answer_step, name="answer_step"),
    path("domestic/<int:pk>/mark/", mark, name="mark"),
    path("domestic/mark/<int:pk>/", unmark, name="unmark"),
    path("domestic/written/<int:pk>/", written, name="written"),
    path("domestic/<int:pk>/end/", end, name="end"),
    path("marac/", meetings, name="meetings"),
    path("marac/meeting/<int:pk>/", meeting, name="meeting"),
    path("marac/action/<int:pk>/", fulfil, name="fulfil"),
    path("marac/<int:pk>/", case, name="case"),
    path("marac/<int:pk>/speak/", speak, name="speak"),
    path("marac/<int:pk>/action/", undertake, name="undertake"),
    path("marac/<int:pk>/minutes/", minutes, name="minutes"),
    path("marac/<int:pk>/pack/preview/", pack_preview, name="pack_preview"),
    path("marac/<int:pk>/pack/", pack, name="pack"),
    path("protection/breach/<int:pk>/", brought, name="brought"),
    path("protection/<int:pk>/", protection, name="protection"),
    path("protection/<int:pk>/serve/", serve, name="serve"),
    path("protection/<int:pk>/order/", order, name="order"),
    path("protection/<int:pk>/breach/", breach, name="breach"),
    path("clares-law/", disclosures, name="disclosures"),
    path("clares-law/ask/", ask_disclosure, name="ask_disclosure"),
    path("clares-law/<int:pk>/", disclosure, name="disclosure"),
    path("clares-law/<int:pk>/checks/", checks, name="checks"),
    path("clares-law/<int:pk>/met/", met, name="met"),
    path("clares-law/<int:pk>/decision/", decision, name="decision"),
    path("clares-law/<int:pk>/told/", told, name="told"),
]

"""The pages of custody."""

from django.urls import path

from bluelamp.custody.pages.again import again
from bluelamp.custody.pages.answer_visitors import answer_visitors
from bluelamp.custody.pages.apart import apart
from bluelamp.custody.pages.back_on_bail import back_on_bail
from bluelamp.custody.pages.bail_list import bail_list
from bluelamp.custody.pages.belongings import belongings
from bluelamp.custody.pages.call import call
from bluelamp.custody.pages.came_in import came_in
from bluelamp.custody.pages.capacity import capacity
from bluelamp.custody.pages.care import care
from bluelamp.custody.pages.care_plan import care_plan
from bluelamp.custody.pages.cell import cell
from bluelamp.custody.pages.child import child
from bluelamp.custody.pages.clocks import clocks
from bluelamp.custody.pages.closing import close
from bluelamp.custody.pages.clothing import clothing
from bluelamp.custody.pages.complaint import complaint
from bluelamp.custody.pages.copies import copies
from bluelamp.custody.pages.custody_of import custody_of
from bluelamp.custody.pages.delay import delay
from bluelamp.custody.pages.dose import dose
from bluelamp.custody.pages.extend import extend
from bluelamp.custody.pages.force import force
from bluelamp.custody.pages.handed_over import handed_over
from bluelamp.custody.pages.handover import handover
from bluelamp.custody.pages.healthcare import healthcare
from bluelamp.custody.pages.hospital import hospital
from bluelamp.custody.pages.investigation import investigation
from bluelamp.custody.pages.log_visit import log_visit
from bluelamp.custody.pages.medicine import medicine
from bluelamp.custody.pages.open_seal import open_seal
from bluelamp.custody.pages.particulars import particulars
from bluelamp.custody.pages.planned_closures import planned_closures
from bluelamp.custody.pages.postpone import postpone
from bluelamp.custody.pages.referral import referral
from bluelamp.custody.pages.rest import rest
from bluelamp.custody.pages.review import review
from bluelamp.custody.pages.reviews import reviews
from bluelamp.custody.pages.rights import rights
from bluelamp.custody.pages.risk_assessment import risk_assessment
from bluelamp.custody.pages.samples import samples
from bluelamp.custody.pages.search import search
from bluelamp.custody.pages.share import share
from bluelamp.custody.pages.slot import slot
from bluelamp.custody.pages.transfer import transfer
from bluelamp.custody.pages.translate import translate
from bluelamp.custody.pages.visit import visit
from bluelamp.custody.pages.visit_round import round_worker, rounds, visit_round
from bluelamp.custody.pages.visitors import visitors
from bluelamp.custody.pages.vulnerable import vulnerable
from bluelamp.custody.pages.warrant import warrant
from bluelamp.custody.pages.warrant_decision import warrant_decision
from bluelamp.custody.pages.watch import watch
from bluelamp.custody.pages.way_here import way_here
from bluelamp.custody.pages.whiteboard import whiteboard

app_name = "custody"
urlpatterns = [
    path("custody/", whiteboard, name="whiteboard"),
    path("custody/capacity/", capacity, name="capacity"),
    path("custody/reviews/", reviews, name="reviews"),
    path("custody/handover/", handover, name="handover"),
    path("custody/handover/<int:pk>/", handed_over, name="handed_over"),
    path("custody/cells/<slug:key>/", close, name="closing"),
    path("custody/suite/<int:pk>/closures/", planned_closures, name="planned_closures"),
    path("custody/<int:pk>/way-here/", way_here, name="way_here"),
    path("custody/<int:pk>/share/", share, name="share"),
    path("custody/<int:pk>/apart/", apart, name="apart"),
    path("custody/<int:pk>/clothing/", clothing, name="clothing"),
    path("custody/arrest/<int:pk>/place/", slot, name="slot"),
    path("custody/<int:pk>/particulars/", particulars, name="particulars"),
    path("custody/<int:pk>/rights/", rights, name="rights"),
    path("custody/<int:pk>/risk/", risk_assessment, name="risk_assessment"),
    path("custody/<int:pk>/search/", search, name="search"),
    path("custody/<int:pk>/samples/", samples, name="samples"),
    path("custody/<int:pk>/language/", translate, name="translate"),
    path("custody/<int:pk>/belongings/", belongings, name="belongings"),
    path("custody/<int:pk>/belongings/<int:seal>/", open_seal, name="open_seal"),
    path("custody/<int:pk>/cell/", cell, name="cell"),
    path("custody/<int:pk>/review/", review, name="review"),
    path("custody/<int:pk>/postpone/", postpone, name="postpone"),
    path("custody/<int:pk>/extend/", extend, name="extend"),
    path("custody/<int:pk>/hospital/", hospital, name="hospital"),
    path("custody/<int:pk>/transfer/", transfer, name="transfer"),
    path("custody/<int:pk>/custody-of/", custody_of, name="custody_of"),
    path("custody/<int:pk>/care-plan/", care_plan, name="care_plan"),
    path("custody/<int:pk>/visit/", visit, name="visit"),
    path("custody/<int:pk>/watch/", watch, name="watch"),
    path("custody/<int:pk>/care/", care, name="care"),
    path("custody/<int:pk>/rest/", rest, name="rest"),
    path("custody/round/", rounds, name="rounds"),
    path("custody/round/worker.js", round_worker, name="round_worker"),
    path("custody/round/<slug:suite>/", visit_round, name="visit_round"),
    path("custody/<int:pk>/clocks/", clocks, name="clocks"),
    path("custody/<int:pk>/came-in/", came_in, name="came_in"),
    path("custody/<int:pk>/warrant/", warrant, name="warrant"),
    path("custody/<int:pk>/warrant/decision/", warrant_decision, name="warrant_decision"),
    path("bail/", bail_list, name="bail_list"),
    path("custody/investigation/<int:pk>/", investigation, name="investigation"),
    path("custody/bail/<int:pk>/back/", back_on_bail, name="back_on_bail"),
    path("custody/<int:pk>/copies/", copies, name="copies"),
    path("custody/<int:pk>/referral/", referral, name="referral"),
    path("custody/<int:pk>/call/", call, name="call"),
    path("custody/<int:pk>/again/", again, name="again"),
    path("custody/<int:pk>/vulnerable/", vulnerable, name="vulnerable"),
    path("custody/<int:pk>/healthcare/", healthcare, name="healthcare"),
    path("custody/<int:pk>/medicine/", medicine, name="medicine"),
    path("custody/<int:pk>/force/", force, name="force"),
    path("custody/<int:pk>/complaint/", complaint, name="complaint"),
    path("custody/<int:pk>/delay/", delay, name="delay"),
    path("custody/<int:pk>/child/", child, name="child"),
    path("custody/<int:pk>/medicine/<int:one>/", dose, name="dose"),
    path("custody/visitors/", visitors, name="visitors"),
    path("custody/visitors/suite/<int:pk>/", log_visit, name="log_visit"),
    path("custody/visitors/<int:pk>/answer/", answer_visitors, name="answer_visitors"),
]

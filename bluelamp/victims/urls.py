"""The pages of victim care."""

from django.urls import path

from bluelamp.victims.pages.agreement import agreement
from bluelamp.victims.pages.answer import answer
from bluelamp.victims.pages.ask import ask
from bluelamp.victims.pages.before_trial import before_trial
from bluelamp.victims.pages.cares import cares
from bluelamp.victims.pages.decide_speaker import decide_speaker
from bluelamp.victims.pages.end_ways_in import end_ways_in
from bluelamp.victims.pages.enhanced import enhanced
from bluelamp.victims.pages.erase_words import erase_words
from bluelamp.victims.pages.first_care import first_care
from bluelamp.victims.pages.how_it_was import how_it_was
from bluelamp.victims.pages.in_touch import in_touch
from bluelamp.victims.pages.information import information
from bluelamp.victims.pages.invite import invite
from bluelamp.victims.pages.letter import letter
from bluelamp.victims.pages.needs import needs
from bluelamp.victims.pages.notice import notice
from bluelamp.victims.pages.own_code import own_code
from bluelamp.victims.pages.own_home import own_home
from bluelamp.victims.pages.own_keep_passkey import own_keep_passkey
from bluelamp.victims.pages.own_leave import own_leave
from bluelamp.victims.pages.own_news import own_news
from bluelamp.victims.pages.own_passkey import own_passkey
from bluelamp.victims.pages.own_reach import own_reach
from bluelamp.victims.pages.own_review import own_review
from bluelamp.victims.pages.own_rights import own_rights
from bluelamp.victims.pages.own_statement import own_statement
from bluelamp.victims.pages.own_stop import own_stop
from bluelamp.victims.pages.own_survey import own_survey
from bluelamp.victims.pages.own_write import own_write
from bluelamp.victims.pages.referral import referral
from bluelamp.victims.pages.statement import statement
from bluelamp.victims.pages.tell import tell
from bluelamp.victims.pages.views import views
from bluelamp.victims.pages.write_message import write_message

app_name = "victims"
urlpatterns = [
    path("victims/telling/<int:pk>/", tell, name="tell"),
    path("victims/referral/<int:pk>/", referral, name="referral"),
    path("victims/information/<int:pk>/", notice, name="notice"),
    path("victims/<int:pk>/information/", information, name="information"),
    path("victims/asked/<int:pk>/", answer, name="answer"),
    path("victims/<int:pk>/views/", views, name="views"),
    path("victims/<int:pk>/first-care/", first_care, name="first_care"),
    path("victims/<int:pk>/statement/", statement, name="statement"),
    path("victims/<int:pk>/rights/", enhanced, name="enhanced"),
    path("victims/<int:pk>/ask/", ask, name="ask"),
    path("victims/<int:pk>/agreement/", agreement, name="agreement"),
    path("victims/<int:pk>/in-touch/", in_touch, name="in_touch"),
    path("victims/<int:pk>/needs/", needs, name="needs"),
    path("victims/<int:pk>/before-trial/", before_trial, name="before_trial"),
    path("victims/<int:pk>/speaker/decide/", decide_speaker, name="decide_speaker"),
    path("victims/<int:pk>/cares/", cares, name="cares"),
    path("victims/<int:pk>/own-page/", invite, name="invite"),
    path("victims/<int:pk>/how-it-was/", how_it_was, name="how_it_was"),
    path("victims/<int:pk>/letter/", letter, name="letter"),
    path("victims/<int:pk>/write/", write_message, name="write_message"),
    path("victims/<int:pk>/end-ways-in/", end_ways_in, name="end_ways_in"),
    path("victims/<int:pk>/erase-words/", erase_words, name="erase_words"),
    path("page/", own_home, name="own_home"),
    path("page/leave/", own_leave, name="own_leave"),
    path("page/passkey/", own_passkey, name="own_passkey"),
    path("page/passkey/keep/", own_keep_passkey, name="own_keep_passkey"),
    path("page/news/<int:pk>/", own_news, name="own_news"),
    path("page/reach/", own_reach, name="own_reach"),
    path("page/write/", own_write, name="own_write"),
    path("page/statement/", own_statement, name="own_statement"),
    path("page/review/", own_review, name="own_review"),
    path("page/questions/", own_survey, name="own_survey"),
    path("page/rights/", own_rights, name="own_rights"),
    path("page/stop/", own_stop, name="own_stop"),
    path("page/<str:token>/", own_code, name="own_code"),
]

# /berichten/
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.mail import views

urlpatterns = [
    path("", views.own_mail, name="own-mail"),
    path("niet-aangekomen/", views.undelivered, name="undelivered"),
    path("kies/<str:token>/", views.choice_from_mail, name="mail-choice"),
    path("uit/<str:token>/", views.off_from_mail, name="mail-off"),
]

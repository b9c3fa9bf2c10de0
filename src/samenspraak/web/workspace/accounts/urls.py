# /aanmelden/, /afmelden/, /taal/
from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.i18n import set_language

from samenspraak.web.workspace.accounts import views

urlpatterns = [
    path("aanmelden/", views.sign_in, name="sign-in"),
    path("afmelden/", views.sign_out, name="sign-out"),
    path("taal/", login_not_required(set_language), name="set_language"),
]

# /aanmelden/, /afmelden/, /account/, /uitnodiging/, /wachtwoord/, /taal/
# Names that begin with account_, mfa_ and openid_connect_ are those by which allauth finds our pages.
from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.i18n import set_language

from samenspraak.web.workspace.accounts import mail_views, views

urlpatterns = [
    path("aanmelden/", views.sign_in, name="sign-in"),
    path("aanmelden/", views.sign_in, name="account_login"),
    path("aanmelden/code/", views.give_code, name="mfa_authenticate"),
    path("aanmelden/afgesloten/", views.inactive, name="account_inactive"),
    path("aanmelden/geen-account/", views.no_account, name="account_signup"),
    path("aanmelden/bevestig/", views.password_again, name="account_reauthenticate"),
    path("aanmelden/bevestig/code/", views.code_again, name="mfa_reauthenticate"),
    path("aanmelden/met/<slug:provider_id>/", views.provider_sign_in, name="openid_connect_login"),
    path("aanmelden/met/<slug:provider_id>/terug/", views.provider_answer, name="openid_connect_callback"),
    path("aanmelden/afgebroken/", views.provider_cancelled, name="socialaccount_login_cancelled"),
    path("afmelden/", views.sign_out, name="sign-out"),
    path("account/", views.profile, name="profile"),
    path("account/wachtwoord/", views.own_password, name="own-password"),
    path("account/overal-afmelden/", views.end_all_sessions, name="sign-out-everywhere"),
    path("account/tweede-factor/", views.second_factor, name="mfa_index"),
    path("account/tweede-factor/instellen/", views.set_up_factor, name="mfa_activate_totp"),
    path("account/tweede-factor/uitzetten/", views.remove_factor, name="mfa_deactivate_totp"),
    path("account/herstelcodes/", views.recovery_codes, name="mfa_view_recovery_codes"),
    path("account/herstelcodes/nieuw/", views.renew_recovery_codes, name="mfa_generate_recovery_codes"),
    path("wachtwoord/vergeten/", mail_views.forgotten, name="forgotten-password"),
    path("wachtwoord/kiezen/<slug:uidb64>/<str:token>/", mail_views.choose_password, name="choose-password"),
    path("uitnodiging/<str:token>/", mail_views.accept, name="invitation"),
    path("taal/", login_not_required(set_language), name="set_language"),
]

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView

from samenspraak.web.workspace.accounts.forms import SignInForm

# Django's own views are marked as pages for everybody; all else is for who signed in.
sign_in = LoginView.as_view(
    template_name="accounts/sign_in.html", authentication_form=SignInForm, redirect_authenticated_user=True
)
sign_out = LogoutView.as_view()

# /organisaties/
from __future__ import annotations

from django.urls import path

from samenspraak.web.workspace.people import member_views, mergers, views

urlpatterns = [
    path("", views.organisation_list, name="organisations"),
    path("nieuw/", views.organisation_new, name="organisation-new"),
    path("<int:number>/", views.organisation_detail, name="organisation"),
    path("<int:number>/wijzigen/", views.organisation_change, name="organisation-change"),
    path("<int:number>/bevestigen/", views.organisation_confirm, name="organisation-confirm"),
    path("<int:number>/tweede-factor/", views.organisation_second_factor, name="organisation-second-factor"),
    path("<int:number>/uitnodigen/", member_views.member_invite, name="member-invite"),
    path("<int:number>/uitnodiging/<int:invitation>/opnieuw/", member_views.invitation_renew, name="invitation-renew"),
    path("<int:number>/fusie/", mergers.organisation_merger, name="organisation-merger"),
    path("<int:number>/fusie/<int:merger>/terug/", mergers.merger_undo, name="merger-undo"),
    path(
        "<int:number>/uitnodiging/<int:invitation>/intrekken/",
        member_views.invitation_withdraw,
        name="invitation-withdraw",
    ),
    path("<int:number>/persoon/<int:member>/rol/", member_views.member_role, name="member-role"),
    path("<int:number>/persoon/<int:member>/eruit/", member_views.member_end, name="member-end"),
    path("<int:number>/persoon/<int:member>/account/", member_views.member_account, name="member-account"),
]

"""Addresses of accounts; the names are those that allauth looks for."""

from django.urls import path

from home.accounts import views
from home.claims.views import claim_person, take_claim_back
from home.following.views import follow_this, followed, notices
from home.my_account.views import my_account
from home.profiles.views import end_interest, my_interests, my_profile

urlpatterns = [
    path("", my_account, name="my_account"),
    path("berichten/", notices, name="notices"),
    path("volgen/", followed, name="followed"),
    path("volgen/<slug:kind>/<int:pk>/", follow_this, name="follow"),
    path("profiel/", my_profile, name="my_profile"),
    path("belangen/", my_interests, name="my_interests"),
    path("belangen/<int:pk>/voorbij/", end_interest, name="end_interest"),
    path("dit-ben-ik/intrekken/", take_claim_back, name="take_claim_back"),
    path("dit-ben-ik/<slug:slug>/", claim_person, name="claim_person"),
    path("inloggen/", views.log_in, name="account_login"),
    path("inloggen/", views.log_in, name="account_request_login_code"),
    path("inloggen/code/", views.type_code, name="account_confirm_login_code"),
    path("inloggen/passkey/", views.log_in_with_passkey, name="mfa_login_webauthn"),
    path("inloggen/tweede-stap/", views.factor, name="mfa_authenticate"),
    path("uitloggen/", views.log_out, name="account_logout"),
    path("tweede-stap/", views.second_step, name="second_step"),
    path("nog-even/", views.ask_again, name="account_request_reauthentication_code"),
    path(
        "nog-even/code/",
        views.type_code_again,
        name="account_confirm_reauthentication_code",
    ),
    path("nog-even/app/", views.factor_again, name="mfa_reauthenticate"),
    path("nog-even/passkey/", views.passkey_again, name="mfa_reauthenticate_webauthn"),
    path("veilig/", views.safety, name="mfa_index"),
    path("veilig/", views.safety, name="mfa_list_webauthn"),
    path("veilig/app/", views.add_app, name="mfa_activate_totp"),
    path("veilig/app/weg/", views.remove_app, name="mfa_deactivate_totp"),
    path("veilig/passkey/", views.add_passkey, name="mfa_add_webauthn"),
    path(
        "veilig/passkey/<int:pk>/weg/",
        views.remove_passkey,
        name="mfa_remove_webauthn",
    ),
    path("veilig/herstelcodes/", views.recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "veilig/herstelcodes/nieuw/",
        views.new_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
]

"""Settings of the installation. What differs per machine stands in environment.py; this is what does not."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from samenspraak.config.database import database_of
from samenspraak.config.environment import WEEKDAYS, read_environment
from samenspraak.config.logs import logging_to
from samenspraak.config.mail import mail_through
from samenspraak.config.secret import secret_key_in
from samenspraak.config.single_sign_on import origins_of, providers_of

ENVIRONMENT = read_environment()
PACKAGE = Path(__file__).resolve().parent.parent
DATA_DIR = ENVIRONMENT.data_dir.resolve()

SECRET_KEY = ENVIRONMENT.secret_key or secret_key_in(DATA_DIR)
DEBUG = ENVIRONMENT.debug
ALLOWED_HOSTS = ENVIRONMENT.allowed_hosts
CSRF_TRUSTED_ORIGINS = ENVIRONMENT.trusted_origins

ROOT_URLCONF = "samenspraak.config.urls"
WSGI_APPLICATION = "samenspraak.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Rooms ------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_cotton",
    "django_htmx",
    "django_q",
    "csp",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "samenspraak.apps.audit",
    "samenspraak.apps.parties",
    "samenspraak.apps.documents",
    "samenspraak.apps.agreements",
    "samenspraak.apps.figures",
    "samenspraak.apps.search",
    "samenspraak.apps.monitoring",
    "samenspraak.apps.reports",
    "samenspraak.apps.review",
    "samenspraak.apps.mail",
    "samenspraak.web.design",
    "samenspraak.web.workspace",
]

# The order is what a request passes: safety and files first, then who it is, then the page.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "samenspraak.config.compression.CompressText",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "samenspraak.config.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Deny by default: a page is for people who signed in unless it says otherwise.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # Who must have a second factor sets it up before anything else.
    "samenspraak.web.workspace.accounts.second_factor.SecondFactorMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samenspraak.web.workspace.help.context.help_for_page",
            ],
        },
    }
]

FORM_RENDERER = "samenspraak.web.design.form_widgets.WrittenWidgets"

# --- Records ----------------------------------------------------------------------------------------

DATABASES = {"default": database_of(ENVIRONMENT.database_url, DATA_DIR)}
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = ""  # documents are never served by address, only through a page that checks the right
UPLOAD_BYTES = ENVIRONMENT.upload_mb * 1_000_000
# Lists of stock and allocations are larger than documents; the page that takes them in has a limit of its own.
LIST_BYTES, LIST_ROWS = ENVIRONMENT.list_mb * 1_000_000, ENVIRONMENT.list_rows
# Rows of stock and allocations that are kept encrypted: by default none (docs/domain/kept-rows.md).
ROWS_KEYS, ROWS_DAYS = ENVIRONMENT.rows_keys, ENVIRONMENT.rows_days
# Straight to disk, and no further than the limit: what somebody sends may fill neither memory nor disk.
FILE_UPLOAD_HANDLERS = ["samenspraak.web.workspace.documents.upload_handler.BoundedUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FILES = 100
# In the database, so that all processes count the same tries to sign in; nothing else is kept there.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# --- People -----------------------------------------------------------------------------------------

AUTH_USER_MODEL = "parties.Person"
AUTHENTICATION_BACKENDS = ["samenspraak.apps.parties.sign_in.PatientBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
# Passwords, the second factor and OpenID Connect go through allauth (docs/adr/0016-sign-in.md); accounts begin with
# an invitation, never with a form to sign up.
ACCOUNT_ADAPTER = "samenspraak.web.workspace.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever accepted an invitation has read that mail
ACCOUNT_FORMS = {
    "login": "samenspraak.web.workspace.accounts.forms.SignInForm",
    "reauthenticate": "samenspraak.web.workspace.accounts.forms.PasswordAgainForm",
}
# PatientBackend counts wrong passwords per address; allauth counts wrong codes in the same way.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/900s/key", "login": "120/m/ip"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 60 * 15
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")  # there is no page for a code by mail
ACCOUNT_SESSION_REMEMBER = True  # as long as SESSION_COOKIE_AGE
MFA_FORMS = {
    "authenticate": "samenspraak.web.workspace.accounts.forms.CodeForm",
    "reauthenticate": "samenspraak.web.workspace.accounts.forms.CodeAgainForm",
    "activate_totp": "samenspraak.web.workspace.accounts.forms.SetUpForm",
}
MFA_ADAPTER = "samenspraak.web.workspace.accounts.adapters.FactorAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the same: verified by the invitation
MFA_TOTP_ISSUER = "Samenspraak"
MFA_TOTP_TOLERANCE = 1  # the clock of a telephone may be half a minute off
SECOND_FACTOR_REQUIRED = ENVIRONMENT.second_factor == "required"
SOCIALACCOUNT_ADAPTER = "samenspraak.web.workspace.accounts.adapters.ProviderAdapter"
SOCIALACCOUNT_PROVIDERS = providers_of(ENVIRONMENT)
SOCIALACCOUNT_LOGIN_ON_GET = False  # a link elsewhere signs nobody in
SOCIALACCOUNT_STORE_TOKENS = False
PASSWORD_RESET_TIMEOUT = 60 * 60

LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "agreements"
LOGOUT_REDIRECT_URL = "sign-in"
SESSION_ENGINE = "samenspraak.config.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

# --- Safety -----------------------------------------------------------------------------------------

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.https
SECURE_SSL_REDIRECT = ENVIRONMENT.https
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if ENVIRONMENT.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENVIRONMENT.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.https else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Nothing from elsewhere, nothing inline: a name with markup in it can do no harm.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        # The button of the provider leads on to its own address.
        "form-action": [SELF, *origins_of(ENVIRONMENT)],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# --- Files of the pages -----------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static" if ENVIRONMENT.static_collected else None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if ENVIRONMENT.static_collected
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
# Before they are collected (tests, development) they are read from the package itself.
WHITENOISE_USE_FINDERS = not ENVIRONMENT.static_collected
WHITENOISE_AUTOREFRESH = DEBUG

# --- Mail -------------------------------------------------------------------------------------------

MAIL_GOES_OUT = bool(ENVIRONMENT.smtp_url)
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from
# A worker has no request to take the address from.
SITE_URL = ENVIRONMENT.site_url
DIGEST_HOUR = ENVIRONMENT.digest_hour
DIGEST_WEEKDAY = WEEKDAYS.index(ENVIRONMENT.digest_day)
ESCALATION_DAYS = ENVIRONMENT.escalation_days
globals().update(mail_through(ENVIRONMENT.smtp_url, DATA_DIR))

# --- Language ---------------------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
# A catalogue per room, so that who works in one room does not touch the words of another.
# The word that the design has for what went well.
MESSAGE_TAGS = {25: "ok"}  # django.contrib.messages.SUCCESS
LOCALE_PATHS = sorted(path for path in (PACKAGE / "web" / "locale").iterdir() if path.is_dir())
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# --- Background work and log --------------------------------------------------------------------------

LONGEST_JOB_SECONDS = 60 * 30
Q_CLUSTER = {
    "name": "samenspraak",
    "orm": "default",
    "workers": ENVIRONMENT.workers or 2,
    "timeout": LONGEST_JOB_SECONDS,
    # A job whose worker died is taken up again; this must exceed the longest job, or it would run twice.
    "retry": LONGEST_JOB_SECONDS + 60,
    "max_attempts": 3,
    # Fetch no more than can be done, and look once a second: a waiting document should wait where all workers see it.
    "queue_limit": 1,
    "poll": 1,
    "ack_failures": True,
    "catch_up": False,
    "label": "Samenspraak",
}
LOGGING = logging_to(DATA_DIR, ENVIRONMENT.log_level)

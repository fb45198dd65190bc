"""Django's settings, made from the knobs."""

from bluelamp.site import cluster_places, knobs, openid
from bluelamp.site.database import django_database
from bluelamp.site.domains import DOMAINS
from bluelamp.site.logging_setup import set_up_logging

BASE = knobs.BASE
HOME = knobs.folder("BLUELAMP_HOME")
DEMO = knobs.yes("BLUELAMP_DEMO")
BOROUGH = knobs.folder("BLUELAMP_BOROUGHS") / knobs.text("BLUELAMP_BOROUGH")
BACKDATE_MINUTES = knobs.number("BLUELAMP_BACKDATE_MINUTES")
CHECKPOINT_SECONDS = min(knobs.number("BLUELAMP_CHECKPOINT_SECONDS"), 60)
KEY_DAYS = knobs.number("BLUELAMP_KEY_DAYS")
CHECKPOINT_ADDRESS = knobs.text("BLUELAMP_CHECKPOINT_ADDRESS")
NOTIFY_KEY = knobs.text("BLUELAMP_NOTIFY_KEY")
NOTIFY_ADDRESS = knobs.text("BLUELAMP_NOTIFY_ADDRESS")
NOTIFY_TEMPLATES = dict(each.split("=", 1) for each in knobs.several("BLUELAMP_NOTIFY_TEMPLATES") if "=" in each)
EXCHANGE_TOKEN = knobs.text("BLUELAMP_EXCHANGE_TOKEN")
NOTIFY_CALLBACK_TOKEN = knobs.text("BLUELAMP_NOTIFY_CALLBACK_TOKEN")
SIGNED_RIGHTS = knobs.text("BLUELAMP_SIGNED_RIGHTS")
PUSH_KEY = knobs.text("BLUELAMP_PUSH_KEY")
PUSH_CONTACT = knobs.text("BLUELAMP_PUSH_CONTACT")
PUSH_SERVICES = knobs.several("BLUELAMP_PUSH_SERVICES")
PAGE_ADDRESS = knobs.text("BLUELAMP_PAGE_ADDRESS") or (
    f"https://{knobs.several('BLUELAMP_HOSTS')[0]}"
    if knobs.yes("BLUELAMP_HTTPS")
    else f"http://{knobs.several('BLUELAMP_HOSTS')[0]}:{knobs.number('BLUELAMP_PORT')}"
)
RING_NUMBER = knobs.text("BLUELAMP_RING_NUMBER")
MESSAGES_SENDER = knobs.text("BLUELAMP_MESSAGES_SENDER")

SECRET_KEY = knobs.text("BLUELAMP_SECRET")
DEBUG = knobs.yes("BLUELAMP_DEBUG")
ALLOWED_HOSTS = knobs.several("BLUELAMP_HOSTS")
FILE_UPLOAD_HANDLERS = ["bluelamp.design.uploads.NoFiles"]
ROOT_URLCONF = "bluelamp.site.urls"
AUTH_USER_MODEL = "access.Officer"
INSTALLED_APPS = [
    "bluelamp.site.apps.SiteConfig",
    *(f"bluelamp.{domain}" for domain in DOMAINS),
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_cotton",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "bluelamp.access.middleware.ActingMiddleware",
    "bluelamp.site.freshest.Freshest",
    "bluelamp.safeguarding.striking.StrikeOut",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "bluelamp.site.context.installation",
            ],
        },
    }
]

DATABASES = {"default": django_database(knobs.text("DATABASE_URL") or cluster_places.own_address())}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [folder for folder in [BASE / "bluelamp" / "design" / "built"] if folder.is_dir()]
_COLLECTED = (STATIC_ROOT / "staticfiles.json").exists()
WHITENOISE_USE_FINDERS = not _COLLECTED
WHITENOISE_MAX_AGE = 60
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": HOME / "files"}},
    "staticfiles": {
        "BACKEND": "bluelamp.site.static_files.HashedFiles"
        if _COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

PAPER_KEY, PAPER_CERTIFICATE = knobs.text("BLUELAMP_PAPER_KEY"), knobs.text("BLUELAMP_PAPER_CERTIFICATE")

SESSION_ENGINE = "bluelamp.access.sessions"
SESSION_COOKIE_NAME = "bluelamp_session"
SESSION_COOKIE_AGE = 60 * knobs.number("BLUELAMP_IDLE_MINUTES")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "bluelamp_form"
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
_HTTPS = knobs.yes("BLUELAMP_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host != "*"] if _HTTPS else []
if knobs.number("BLUELAMP_PROXIES"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "form-action": ["'self'", *filter(None, [knobs.text("BLUELAMP_OPENID_SERVER")])],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

AUTHENTICATION_BACKENDS = ["bluelamp.access.backend.OfficerBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/my-day/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "user_name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = RECENT_SIGN_IN_SECONDS = 60 * knobs.number("BLUELAMP_RECENT_SIGN_IN_MINUTES")
ACCOUNT_ADAPTER = "bluelamp.access.sign_in.Accounts"
ACCOUNT_FORMS = {"login": "bluelamp.access.sign_in.SignInForm"}
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/300s/key",
    "written_report": "30/h/ip",  # from one address, a library's too: a flood would bury what waits behind it
}
ALLAUTH_TRUSTED_PROXY_COUNT = knobs.number("BLUELAMP_PROXIES")
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ADAPTER = "bluelamp.access.sign_in.SecondSteps"
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
MFA_ALLOW_UNVERIFIED_EMAIL = True
SOCIALACCOUNT_ADAPTER = "bluelamp.access.sign_in.ForceAccounts"
OPENID_DOMAIN = knobs.text("BLUELAMP_OPENID_DOMAIN")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": openid.apps(
            name=knobs.text("BLUELAMP_OPENID_NAME"),
            server=knobs.text("BLUELAMP_OPENID_SERVER"),
            client=knobs.text("BLUELAMP_OPENID_CLIENT"),
            secret=knobs.text("BLUELAMP_OPENID_SECRET"),
        )
    }
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "throttle"}}

LOGGING_CONFIG = None
set_up_logging(as_json=knobs.text("BLUELAMP_LOG") == "json")

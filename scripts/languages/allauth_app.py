import django
from django.conf import settings
from django.core.management import call_command
from django.http import JsonResponse
from django.test import Client
from django.urls import include, path

from sign_in import CLIENT_ID, CLIENT_SECRET, callback_of, show

settings.configure(
    ROOT_URLCONF=__name__,
    SECRET_KEY="only for this run",
    ALLOWED_HOSTS=["localhost"],
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.messages",
        "django.contrib.sessions",
        "django.contrib.sites",
        "allauth",
        "allauth.account",
        "allauth.socialaccount",
        "allauth_bink",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
    ACCOUNT_EMAIL_VERIFICATION="none",
    SITE_ID=1,
    SOCIALACCOUNT_LOGIN_ON_GET=True,
    SOCIALACCOUNT_PROVIDERS={"bink": {"APP": {"client_id": CLIENT_ID, "secret": CLIENT_SECRET}}},
    LOGIN_REDIRECT_URL="/",
)
django.setup()
call_command("migrate", verbosity=0)


def user(request):
    return JsonResponse(request.user.socialaccount_set.get().extra_data)


urlpatterns = [path("", user), path("accounts/", include("allauth.urls"))]

browser = Client(HTTP_HOST="localhost:3000")
callback = callback_of(browser.get("/accounts/bink/login/")["Location"])
show(browser.get(callback, follow=True).json())

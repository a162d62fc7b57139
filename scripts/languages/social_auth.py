import django
from django.conf import settings
from django.core.management import call_command
from django.http import JsonResponse
from django.test import Client
from django.urls import include, path
from social_core.backends.oauth import BaseOAuth2

from sign_in import BINK_URL, CLIENT_ID, CLIENT_SECRET, callback_of, show


class BinkOAuth2(BaseOAuth2):
    name = "bink"
    AUTHORIZATION_URL = f"{BINK_URL}/api/oauth/authorize"
    ACCESS_TOKEN_URL = f"{BINK_URL}/api/oauth/token"
    ACCESS_TOKEN_METHOD = "POST"
    REDIRECT_STATE = False  # True adds a parameter to the redirect URI, and Bink compares redirect URIs exactly.
    EXTRA_DATA = ["id", "plan", "verificationLevel"]

    def get_user_details(self, response):
        return {"username": response["username"], "email": response["email"], "fullname": response["name"]}

    def user_data(self, access_token, *args, **kwargs):
        return self.get_json(f"{BINK_URL}/api/oauth/user", headers={"Authorization": f"Bearer {access_token}"})


settings.configure(
    ROOT_URLCONF=__name__,
    SECRET_KEY="only for this run",
    ALLOWED_HOSTS=["localhost"],
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "social_django"],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    AUTHENTICATION_BACKENDS=["__main__.BinkOAuth2"],
    SOCIAL_AUTH_BINK_KEY=CLIENT_ID,
    SOCIAL_AUTH_BINK_SECRET=CLIENT_SECRET,
    LOGIN_REDIRECT_URL="/",
)
django.setup()
call_command("migrate", verbosity=0)


def user(request):
    extra_data = request.user.social_auth.get().extra_data
    return JsonResponse({key: extra_data[key] for key in BinkOAuth2.EXTRA_DATA})


urlpatterns = [path("", user), path("", include("social_django.urls", namespace="social"))]

browser = Client(HTTP_HOST="localhost:3000")
callback = callback_of(browser.get("/login/bink/")["Location"])
show(browser.get(callback, follow=True).json())

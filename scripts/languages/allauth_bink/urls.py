from allauth.socialaccount.providers.oauth2.urls import default_urlpatterns

from .provider import BinkProvider

urlpatterns = default_urlpatterns(BinkProvider)

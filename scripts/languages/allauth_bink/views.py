import os

import requests
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter, OAuth2CallbackView, OAuth2LoginView

from .provider import BinkProvider

BINK_URL = os.environ.get("AUTH_BINK_ISSUER", "https://bink.link")


class BinkAdapter(OAuth2Adapter):
    provider_id = BinkProvider.id
    authorize_url = f"{BINK_URL}/api/oauth/authorize"
    access_token_url = f"{BINK_URL}/api/oauth/token"
    profile_url = f"{BINK_URL}/api/oauth/user"

    def complete_login(self, request, app, token, **kwargs):
        response = requests.get(self.profile_url, headers={"Authorization": f"Bearer {token.token}"}, timeout=10)
        response.raise_for_status()
        return self.get_provider().sociallogin_from_response(request, response.json())


oauth2_login = OAuth2LoginView.adapter_view(BinkAdapter)
oauth2_callback = OAuth2CallbackView.adapter_view(BinkAdapter)

from allauth.socialaccount.providers.base import ProviderAccount
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider


class BinkProvider(OAuth2Provider):
    id = "bink"
    name = "Bink"
    account_class = ProviderAccount

    def extract_uid(self, data):
        return data["id"]

    def extract_common_fields(self, data):
        # Bink does not state that the address is verified, so `extract_email_addresses` returns none.
        return {"username": data["username"], "email": data["email"], "name": data["name"]}


provider_classes = [BinkProvider]

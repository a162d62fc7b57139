from authlib.integrations.requests_client import OAuth2Session

from sign_in import BINK_URL, CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, callback_of, show

session = OAuth2Session(
    CLIENT_ID,
    CLIENT_SECRET,
    redirect_uri=REDIRECT_URI,
    token_endpoint_auth_method="client_secret_post",
    code_challenge_method="S256",
)
code_verifier = "a" * 43
url, state = session.create_authorization_url(f"{BINK_URL}/api/oauth/authorize", code_verifier=code_verifier)
session.fetch_token(
    f"{BINK_URL}/api/oauth/token",
    authorization_response=callback_of(url),
    state=state,
    code_verifier=code_verifier,
)
show(session.get(f"{BINK_URL}/api/oauth/user").json())

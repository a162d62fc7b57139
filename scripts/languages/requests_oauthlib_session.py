from requests_oauthlib import OAuth2Session

from sign_in import BINK_URL, CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, callback_of, show

session = OAuth2Session(CLIENT_ID, redirect_uri=REDIRECT_URI)
url, _ = session.authorization_url(f"{BINK_URL}/api/oauth/authorize")
session.fetch_token(
    f"{BINK_URL}/api/oauth/token",
    authorization_response=callback_of(url),
    client_secret=CLIENT_SECRET,
    include_client_id=True,
)
show(session.get(f"{BINK_URL}/api/oauth/user").json())

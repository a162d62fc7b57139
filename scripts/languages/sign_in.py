"""Prints the authorization URL, reads the callback URL, and prints the profile: the steps of every program here."""
import json
import os

BINK_URL = os.environ["AUTH_BINK_ISSUER"]
CLIENT_ID = os.environ["AUTH_BINK_ID"]
CLIENT_SECRET = os.environ["AUTH_BINK_SECRET"]
REDIRECT_URI = os.environ["REDIRECT_URI"]


def callback_of(url: str) -> str:
    print(url, flush=True)
    return input()


def show(profile: dict) -> None:
    print(json.dumps(profile), flush=True)

use oauth2::{
    basic::BasicClient, ureq::http_client, url::Url, AuthType, AuthUrl, AuthorizationCode, ClientId, ClientSecret,
    CsrfToken, PkceCodeChallenge, RedirectUrl, TokenResponse, TokenUrl,
};
use std::{env, error::Error, io};

fn main() -> Result<(), Box<dyn Error>> {
    let bink = env::var("AUTH_BINK_ISSUER")?;
    let client = BasicClient::new(
        ClientId::new(env::var("AUTH_BINK_ID")?),
        Some(ClientSecret::new(env::var("AUTH_BINK_SECRET")?)),
        AuthUrl::new(format!("{bink}/api/oauth/authorize"))?,
        Some(TokenUrl::new(format!("{bink}/api/oauth/token"))?),
    )
    .set_auth_type(AuthType::RequestBody)
    .set_redirect_uri(RedirectUrl::new(env::var("REDIRECT_URI")?)?);

    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (url, state) = client.authorize_url(CsrfToken::new_random).set_pkce_challenge(challenge).url();
    println!("{url}");

    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    let callback = Url::parse(line.trim())?;
    let parameter = |name: &str| callback.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.to_string());
    if parameter("state").as_ref() != Some(state.secret()) {
        return Err("wrong state".into());
    }
    let code = AuthorizationCode::new(parameter("code").ok_or("no code")?);
    let token = client.exchange_code(code).set_pkce_verifier(verifier).request(http_client)?;
    let authorization = format!("Bearer {}", token.access_token().secret());
    let profile = ureq::get(&format!("{bink}/api/oauth/user")).set("Authorization", &authorization).call()?;
    println!("{}", profile.into_string()?);
    Ok(())
}

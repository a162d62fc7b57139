require "json"
require "oauth2"

client = OAuth2::Client.new(
  ENV.fetch("AUTH_BINK_ID"),
  ENV.fetch("AUTH_BINK_SECRET"),
  site: ENV.fetch("AUTH_BINK_ISSUER"),
  authorize_url: "/api/oauth/authorize",
  token_url: "/api/oauth/token",
  auth_scheme: :request_body,
)
redirect_uri = ENV.fetch("REDIRECT_URI")
puts client.auth_code.authorize_url(redirect_uri: redirect_uri)
$stdout.flush
code = URI.decode_www_form(URI($stdin.gets.chomp).query).to_h.fetch("code")
token = client.auth_code.get_token(code, redirect_uri: redirect_uri)
puts JSON.generate(token.get("/api/oauth/user").parsed)

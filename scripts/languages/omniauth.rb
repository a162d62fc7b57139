require "json"
require "omniauth-oauth2"
require "rack"
require "rack/mock"

class Bink < OmniAuth::Strategies::OAuth2
  option :name, "bink"
  option :client_options, {
    site: ENV.fetch("AUTH_BINK_ISSUER"),
    authorize_url: "/api/oauth/authorize",
    token_url: "/api/oauth/token",
    auth_scheme: :request_body,
  }
  option :pkce, true
  uid { raw_info["id"] }
  info { { name: raw_info["name"], email: raw_info["email"], nickname: raw_info["username"], image: raw_info["avatar"] } }
  extra { { raw_info: raw_info } }

  # The default adds the query of the request, and Bink compares redirect URIs exactly.
  def callback_url
    full_host + callback_path
  end

  def raw_info
    @raw_info ||= access_token.get("/api/oauth/user").parsed
  end
end

redirect_uri = URI(ENV.fetch("REDIRECT_URI"))
OmniAuth.config.request_validation_phase = nil
OmniAuth.config.full_host = "#{redirect_uri.scheme}://#{redirect_uri.host}:#{redirect_uri.port}"
session = {}
app = ->(env) { [200, {}, [JSON.generate(env["omniauth.auth"].extra.raw_info)]] }
strategy = Bink.new(app, ENV.fetch("AUTH_BINK_ID"), ENV.fetch("AUTH_BINK_SECRET"), callback_path: redirect_uri.path)
# Provides the session and the request, as a Rack server does.
call = ->(url, method) { strategy.call(Rack::MockRequest.env_for(url, method: method, "rack.session" => session)) }

_, headers, = call.("/auth/bink", "POST")
puts headers.fetch("Location")
$stdout.flush
_, _, body = call.($stdin.gets.chomp, "GET")
puts body.first

use strict;
use warnings;
use Net::OAuth2::Profile::WebServer;
use URI;
use URI::QueryParam;

$| = 1;
my $profile = Net::OAuth2::Profile::WebServer->new(
    client_id         => $ENV{AUTH_BINK_ID},
    client_secret     => $ENV{AUTH_BINK_SECRET},
    site              => $ENV{AUTH_BINK_ISSUER},
    authorize_path    => "/api/oauth/authorize",
    access_token_path => "/api/oauth/token",
    redirect_uri      => $ENV{REDIRECT_URI},
    secrets_in_params => 1,
);
print $profile->authorize, "\n";
chomp(my $callback = <STDIN>);
my $token = $profile->get_access_token(URI->new($callback)->query_param("code"));
print $token->get("/api/oauth/user")->decoded_content, "\n";

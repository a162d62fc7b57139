use strict;
use warnings;
use LWP::Authen::OAuth2;
use URI;
use URI::QueryParam;

$| = 1;
my $bink = $ENV{AUTH_BINK_ISSUER};
my $oauth2 = LWP::Authen::OAuth2->new(
    client_id              => $ENV{AUTH_BINK_ID},
    client_secret          => $ENV{AUTH_BINK_SECRET},
    redirect_uri           => $ENV{REDIRECT_URI},
    authorization_endpoint => "$bink/api/oauth/authorize",
    token_endpoint         => "$bink/api/oauth/token",
);
print $oauth2->authorization_url, "\n";
chomp(my $callback = <STDIN>);
$oauth2->request_tokens(code => URI->new($callback)->query_param("code"));
print $oauth2->get("$bink/api/oauth/user")->decoded_content, "\n";

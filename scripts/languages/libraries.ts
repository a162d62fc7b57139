/** An OAuth library of another language. */
export interface Library {
  language: string
  name: string
  url: string
  /** What has to be set for Bink, in Markdown. */
  setting: string
  /** A program that signs in with the library. A library without one is not run. */
  program?: Program
}

/**
 * Prints the authorization URL, reads the callback URL from the next line of its input, and prints the profile. The
 * environment has `AUTH_BINK_ISSUER`, `AUTH_BINK_ID`, `AUTH_BINK_SECRET` and `REDIRECT_URI`.
 */
export interface Program {
  /** The file with the setting, relative to this directory. */
  file: string
  /** Commands that may run it. The first one that has the library is used. */
  commands: string[]
  /** Arguments of the command that print the version of the library, and fail if the library is missing. */
  version: string[]
  /** Arguments of the command that run the program. @default the file */
  run?: string[]
  /** Path of the callback URL, if the library decides it. @default "/callback" */
  callbackPath?: string
  /** Fields of the profile that the library keeps. @default all */
  fields?: string[]
}

const python = (modules: string, version: string) => ({
  // Debian's packages are not visible to a Python of a version manager.
  commands: ["python3", "/usr/bin/python3"],
  version: ["-c", `import ${modules}; print(${version})`],
})
const ruby = (gem: string) => ({
  commands: ["ruby"],
  version: ["-e", `puts Gem::Specification.find_by_name("${gem}").version`],
})
const perl = (name: string) => ({
  commands: ["perl"],
  version: [`-M${name}`, "-e", `print $${name}::VERSION`],
})
const cargo = [
  "--quiet",
  "--offline",
  "--manifest-path=rust/Cargo.toml",
  "--config=source.crates-io.replace-with='debian'",
  "--config=source.debian.directory='/usr/share/cargo/registry'",
]

export const LIBRARIES: Library[] = [
  {
    language: "Python",
    name: "Authlib",
    url: "https://docs.authlib.org",
    setting: '`token_endpoint_auth_method="client_secret_post"`',
    program: { file: "authlib_session.py", ...python("authlib, requests", "authlib.__version__") },
  },
  {
    language: "Python",
    name: "requests-oauthlib",
    url: "https://requests-oauthlib.readthedocs.io",
    setting: "`fetch_token(client_secret=…, include_client_id=True)`",
    program: {
      file: "requests_oauthlib_session.py",
      ...python("requests_oauthlib", "requests_oauthlib.__version__"),
    },
  },
  {
    language: "Python",
    name: "social-auth-app-django",
    url: "https://python-social-auth.readthedocs.io",
    setting: "a backend with `REDIRECT_STATE = False`",
    program: {
      file: "social_auth.py",
      ...python("django, social_django", "social_django.__version__"),
      callbackPath: "/complete/bink/",
      fields: ["id", "plan", "verificationLevel"],
    },
  },
  {
    language: "Python",
    name: "django-allauth",
    url: "https://docs.allauth.org",
    setting: "your own provider, with the defaults of `OAuth2Adapter`",
    program: {
      file: "allauth_bink/views.py",
      run: ["allauth_app.py"],
      ...python("allauth, django", "allauth.__version__"),
      callbackPath: "/accounts/bink/login/callback/",
    },
  },
  {
    language: "Ruby",
    name: "oauth2",
    url: "https://rubydoc.info/gems/oauth2",
    setting: "`auth_scheme: :request_body`",
    program: { file: "oauth2.rb", ...ruby("oauth2") },
  },
  {
    language: "Ruby",
    name: "omniauth-oauth2",
    url: "https://rubydoc.info/gems/omniauth-oauth2",
    setting: "`auth_scheme: :request_body`, and a `callback_url` without the query",
    program: { file: "omniauth.rb", ...ruby("omniauth-oauth2") },
  },
  {
    language: "Go",
    name: "golang.org/x/oauth2",
    url: "https://pkg.go.dev/golang.org/x/oauth2",
    setting: "`AuthStyle: oauth2.AuthStyleInParams`",
    program: {
      file: "oauth2.go",
      commands: ["go"],
      version: ["list", "-f", "{{with .Module}}{{.Version}}{{end}}", "golang.org/x/oauth2"],
      run: ["run", "oauth2.go"],
    },
  },
  {
    language: "Perl",
    name: "LWP::Authen::OAuth2",
    url: "https://metacpan.org/pod/LWP::Authen::OAuth2",
    setting: "none",
    program: { file: "lwp_authen_oauth2.pl", ...perl("LWP::Authen::OAuth2") },
  },
  {
    language: "Perl",
    name: "Net::OAuth2",
    url: "https://metacpan.org/pod/Net::OAuth2",
    setting: "`secrets_in_params => 1`",
    program: { file: "net_oauth2.pl", ...perl("Net::OAuth2::Client") },
  },
  {
    language: "Rust",
    name: "oauth2",
    url: "https://docs.rs/oauth2",
    setting: "`set_auth_type(AuthType::RequestBody)`",
    program: {
      file: "rust/oauth2.rs",
      commands: ["cargo"],
      version: ["pkgid", ...cargo, "oauth2"],
      run: ["run", ...cargo],
    },
  },
  {
    language: "PHP",
    name: "league/oauth2-client",
    url: "https://oauth2-client.thephpleague.com",
    setting: "none: `GenericProvider` sends the credentials in the body",
  },
  {
    language: "Java",
    name: "ScribeJava",
    url: "https://github.com/scribejava/scribejava",
    setting:
      "a `DefaultApi20` whose `getClientAuthentication()` returns `RequestBodyAuthenticationScheme.instance()`",
  },
]

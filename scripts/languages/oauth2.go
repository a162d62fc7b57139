package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"

	"golang.org/x/oauth2"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func main() {
	bink := os.Getenv("AUTH_BINK_ISSUER")
	config := oauth2.Config{
		ClientID:     os.Getenv("AUTH_BINK_ID"),
		ClientSecret: os.Getenv("AUTH_BINK_SECRET"),
		RedirectURL:  os.Getenv("REDIRECT_URI"),
		Endpoint: oauth2.Endpoint{
			AuthURL:   bink + "/api/oauth/authorize",
			TokenURL:  bink + "/api/oauth/token",
			AuthStyle: oauth2.AuthStyleInParams,
		},
	}
	fmt.Println(config.AuthCodeURL("state"))
	line, err := bufio.NewReader(os.Stdin).ReadString('\n')
	check(err)
	callback, err := url.Parse(strings.TrimSpace(line))
	check(err)
	ctx := context.Background()
	token, err := config.Exchange(ctx, callback.Query().Get("code"))
	check(err)
	response, err := config.Client(ctx, token).Get(bink + "/api/oauth/user")
	check(err)
	defer response.Body.Close()
	_, err = io.Copy(os.Stdout, response.Body)
	check(err)
	fmt.Println()
}

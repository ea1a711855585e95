#!/bin/sh
# Starts a program with this installation's secrets: those of the environment, else random ones made once and kept in /secrets; and tells it
# where letters go.
set -eu

secret() {
  file="${SECRETS_DIR:-/secrets}/$1"
  if [ ! -s "$file" ]; then
    temporary="$file.$$"
    (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' > "$temporary")
    # Of several that start at once, one makes the secret and all use it.
    ln "$temporary" "$file" 2> /dev/null || true
    rm -f "$temporary"
  fi
  cat "$file"
}

# Whether nobody but this machine can come in.
case "${WEB_URL:-http://localhost}" in
  http://localhost | http://localhost[:/]* | http://127.0.0.1 | http://127.0.0.1[:/]*) at_home=yes ;;
  *) at_home= ;;
esac

AUTH_SECRET="${AUTH_SECRET:-$(secret auth)}"
NEXTAUTH_SECRET="$AUTH_SECRET"
OPERATOR_TOKEN="${OPERATOR_TOKEN:-$(secret operator)}"
if [ -z "${DEMO_PASSWORD:-}" ]; then
  # What is printed in every copy of Gavel is good enough only where nobody else can come in.
  if [ "$at_home" ]; then DEMO_PASSWORD=gavel-demo-night; else DEMO_PASSWORD="$(secret demo)"; fi
fi
# Letters go to an inbox of this machine where one stands beside, no mail server is named, and its reader sits here.
if [ -z "${SMTP_URL:-}" ] && [ "$at_home" ]; then SMTP_URL="${INBOX_SMTP_URL:-}"; else INBOX_URL=; fi
export AUTH_SECRET NEXTAUTH_SECRET OPERATOR_TOKEN DEMO_PASSWORD SMTP_URL="${SMTP_URL:-}" INBOX_URL="${INBOX_URL:-}"
exec "$@"

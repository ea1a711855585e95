#!/bin/sh
# Starts a program with this installation's secrets: those of the environment, else random ones made once and kept in /secrets.
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

AUTH_SECRET="${AUTH_SECRET:-$(secret auth)}"
NEXTAUTH_SECRET="$AUTH_SECRET"
OPERATOR_TOKEN="${OPERATOR_TOKEN:-$(secret operator)}"
export AUTH_SECRET NEXTAUTH_SECRET OPERATOR_TOKEN
exec "$@"

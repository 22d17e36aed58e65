#!/usr/bin/env bash
# Starts the application once, without its stores, and has the JVM keep what it loaded: the AOT cache (JEP 514). Arguments: the java command.
# The first argument names the cache.
set -euo pipefail
cache=$1
shift
folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export CELL_MONITOR_DEMO=true CELL_MONITOR_OPEN_DOOR=true CELL_MONITOR_HOST=127.0.0.1 CELL_MONITOR_MANAGEMENT_HOST=127.0.0.1
# Nobody listens there: it starts all the same, and asks again.
export CELL_MONITOR_PG=postgresql://nobody:nothing@127.0.0.1:1/nowhere CELL_MONITOR_REDIS=redis://127.0.0.1:1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export CELL_MONITOR_KEYSET=$scratch/keyset.json CELL_MONITOR_TOKEN_KEYS_FILE=$scratch/token-keys
head -c 32 /dev/urandom | base64 >"$CELL_MONITOR_TOKEN_KEYS_FILE"

"$1" -XX:AOTCacheOutput="$cache" "${@:2}" &
application=$!
for _ in $(seq 120); do
    if "$folder/health-check.sh" live 2>/dev/null; then break; fi
    kill -0 "$application"
    sleep 1
done
"$folder/health-check.sh" live

# What every instance is asked at its beginning.
port=${CELL_MONITOR_PORT:-8080}
for path in /dashboard/ /q/openapi /api/v1/session; do
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$path" "$port" >&3
    cat <&3 >/dev/null
    exec 3>&-
done
event='{"eventType":"cell_executed","userName":"nobody","notebookPath":"a.ipynb"}'
for _ in $(seq 50); do
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'POST /api/v1/events HTTP/1.0\r\nHost: 127.0.0.1:%s\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s' \
        "$port" "${#event}" "$event" >&3
    cat <&3 >/dev/null
    exec 3>&-
done

# The JVM writes its cache while it ends.
kill -TERM "$application"
wait "$application" || test "$?" = 143
test -s "$cache"

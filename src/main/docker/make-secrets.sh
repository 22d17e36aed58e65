#!/usr/bin/env bash
# Makes the secrets of docker-compose.yml in a folder (./secrets unless named), random, each once: what is there stays.
# Keep a copy of cell-monitor-keyset apart from the database's backups: without it nothing sealed can be read again.
set -euo pipefail
folder=${1:-secrets}
program=${CELL_MONITOR_PROGRAM:-target/quarkus-app/quarkus-run.jar}
mkdir -p "$folder"
# Whoever may not enter the folder reads none of them; the users inside the containers must be able to read the files.
chmod 700 "$folder"

keep() {
    if [ ! -s "$folder/$1" ]; then cat >"$folder/$1"; else cat >/dev/null; fi
    chmod 444 "$folder/$1"
}

word() { openssl rand -hex 24; }

word | keep postgres-password
for login in writer pipeline reader; do word | keep "cell-monitor.pg-$login-password"; done
echo "postgresql://cell_monitor:$(<"$folder/postgres-password")@postgres:5432/cell_monitor" | keep cell-monitor.pg
word | keep cell-monitor.admin-password
word | keep cell-monitor.influx-token
word | keep influxdb-password
word | keep grafana-password
openssl rand -base64 32 | keep cell-monitor-token-keys
# The application makes its own keys: the JVM's, or where that was not built the native one.
make_keyset() {
    if [ -e "$program" ]; then
        "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$program" make-keyset "$1"
    else
        local native=(target/*-runner)
        if [ ! -x "${native[0]}" ]; then
            echo "The application is not built, and it makes the keys: ./mvnw package -DskipTests, then this once more" >&2
            return 1
        fi
        "${native[0]}" make-keyset "$1"
    fi
}
if [ ! -s "$folder/cell-monitor-keyset" ]; then
    make_keyset "$folder/cell-monitor-keyset" >/dev/null
    chmod 444 "$folder/cell-monitor-keyset"
fi
echo "In $folder: the first admin's password is in cell-monitor.admin-password, Grafana's in grafana-password."

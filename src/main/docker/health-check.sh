#!/usr/bin/env bash
# Whether the process answers: nothing but bash, for the image has nothing else.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${CELL_MONITOR_MANAGEMENT_PORT:-9000}"
printf 'GET /q/health/%s HTTP/1.0\r\n\r\n' "${1:-live}" >&3
read -r -t 4 answer <&3
[[ $answer == *' 200 '* ]]

#!/bin/bash
# Stops the web server of the revision before, if it runs.
set -eu
cd "${VELOCIUS_DESTINATION_ROOT:-}/srv/lab-app"
if [ -f server.pid ]; then
  kill "$(cat server.pid)" 2>/dev/null || true
  rm -f server.pid
fi

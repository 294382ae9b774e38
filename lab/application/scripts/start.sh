#!/bin/bash
# Starts the web server of this instance and leaves it running.
set -eu
cd "${VELOCIUS_DESTINATION_ROOT:-}/srv/lab-app"
nohup node server.mjs >server.log 2>&1 </dev/null &
echo $! >server.pid

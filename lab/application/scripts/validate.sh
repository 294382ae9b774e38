#!/bin/bash
# The deployment succeeds only when the page is really there.
set -eu
cd "${VELOCIUS_DESTINATION_ROOT:-}/srv/lab-app"
exec node validate.mjs

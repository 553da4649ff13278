#!/usr/bin/env bash
# The built-in rule pages load without a complaint, and each of their examples comes out as it says.
exec "${ANNALS_BUILD_DIR:-build}/annals" check

#!/usr/bin/env bash
# The built-in rule pages, and those that are asked for, load without a complaint; each of their examples comes out as it
# says.
exec "${ANNALS_BUILD_DIR:-build}/annals" check --also ocr --also quaker --also wars --also han

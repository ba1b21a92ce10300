#!/usr/bin/env bash
# Tries every parser on inputs that are nearly right, and prints a line for each of them.
#
#   packaging/bench/fuzz.sh [INPUTS [SEED [PART]]]
#
# INPUTS for each parser (a million, eight minutes on one quiet core), SEED for other inputs than last time, PART such as
# 2/4 for the second quarter of the parsers. What breaks one is kept in a file whose name the message says.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/jdk.sh
JAVA_HOME=$(find_jdk) || { echo "$no_jdk" >&2; exit 2; }
export JAVA_HOME
mvn -q -B -ntp -Dquick -Dspotless.check.skip=true test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx1g \
  -cp "target/classes:target/test-classes:$(cat target/test.classpath)" \
  dev.debrief.source.FormatFuzz "${1:-1000000}" "${2:-1}" "${3:-1/1}"

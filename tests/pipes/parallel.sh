#!/bin/sh
# Checks documents on every core of a machine with GNU parallel: {"name", "text"} a line in, a report a line out, in the same order.
# Whole lines go to each copy of the program, a megabyte at a time. A line that cannot be read has an error record in its place; the
# status is then the number of copies that met one.
#
#   parallel.sh < drafts.ndjson > reports.ndjson
exec parallel --will-cite --pipe --keep-order --block "${BLOCK:-1M}" \
  speech-structure check --input ndjson --format ndjson --fail-on never --lang zh-Hans

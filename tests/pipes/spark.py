"""Checks documents on a Spark cluster: {"name", "text"} a line in, a report a line out.

    spark-submit spark.py /usr/local/bin/speech-structure drafts.ndjson reports

The program stands at the same path on every worker, which starts it without an environment: neither PATH nor LANG. Reports are in the order of the lines. A line that cannot
be read has an error record in its place, and is no reason to stop: checkCode would make one.
"""

import shlex
import sys

from pyspark.sql import SparkSession

program, drafts, reports = sys.argv[1:]
command = f"{shlex.quote(program)} check --input ndjson --format ndjson --fail-on never --lang zh-Hans"
spark = SparkSession.builder.appName("speech-structure").getOrCreate()
(
    spark.sparkContext.textFile(drafts, minPartitions=4)
    .pipe(command, checkCode=False)
    .saveAsTextFile(reports)
)
spark.stop()

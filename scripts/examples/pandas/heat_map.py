"""Minutes of each learner by course week, a line a learner: the heat map of a course run as CSV.

    python3 heat_map.py PUBLICATION COURSE_ID > weeks.csv

PUBLICATION is a folder such as published/latest. Needs pandas and pyarrow.
"""

import sys
from pathlib import Path

import pandas as pd

publication, course = Path(sys.argv[1]), sys.argv[2]
# A long table is published in parts, by the month in which its course runs open.
files = sorted((publication / "parquet").glob("learner_course_week*.parquet"))
weeks = pd.concat(map(pd.read_parquet, files))
weeks = weeks[weeks["course_id"] == course]
# Parquet's decimals come as Python's, exact and slow; whole minutes are enough to look at.
weeks = weeks.assign(minutes=weeks["minutes"].astype(float))

heat = weeks.pivot(index="learner_id", columns="course_week", values="minutes")
heat["total"] = heat.sum(axis="columns")
heat.sort_values(["total", "learner_id"]).to_csv(sys.stdout, float_format="%.0f")

"""Airflow (2.4 and newer): the night of Chuyên Cần. Copy to the folder of DAGs.

The command finds the missed nights itself (--catch-up), so Airflow runs one at a time and
does not make up for them. A closed data gate (4), a wrong configuration (2, 3) and another
run (6) are for a person: they are not tried again.
"""

from datetime import timedelta

import pendulum
from airflow import DAG
from airflow.operators.bash import BashOperator

COMMAND = """
/opt/chuyencan/scripts/chuyencan run --catch-up --config /etc/chuyencan/chuyencan.yaml
status=$?
case $status in 2|3|4|6) exit 99 ;; esac
exit $status
"""

with DAG(
    dag_id="chuyencan",
    description="Learning analytics of the night",
    schedule="30 1 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="Asia/Ho_Chi_Minh"),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=15)},
    tags=["chuyencan"],
) as dag:
    BashOperator(
        task_id="night",
        bash_command=COMMAND,
        execution_timeout=timedelta(hours=6),
        # 99 is skipped by default; a night that needs a person must be seen to have failed.
        skip_on_exit_code=None,
    )

"""Airflow (2.4 and newer, 3 too): the night of Chuyên Cần. Copy to the folder of DAGs.

The command finds the missed nights itself (--catch-up), so Airflow runs one at a time and
does not make up for them. A closed data gate (4), a wrong use or configuration (2, 3) and
another run (6) are for a person: the task fails at once and is not tried again. What else
fails is tried twice more.
"""

from datetime import timedelta

import pendulum
from airflow import DAG
from airflow.exceptions import AirflowException, AirflowFailException

try:
    from airflow.providers.standard.hooks.subprocess import SubprocessHook
    from airflow.sdk import BaseOperator
except ImportError:  # Airflow 2
    from airflow.hooks.subprocess import SubprocessHook
    from airflow.models.baseoperator import BaseOperator

COMMAND = [
    "/opt/chuyencan/scripts/chuyencan", "run", "--catch-up", "--config", "/etc/chuyencan/chuyencan.yaml",
]
FOR_A_PERSON = (2, 3, 4, 6)


class Night(BaseOperator):
    """Runs the night; its lines stand in the log of the task."""

    def execute(self, context):
        self.process = SubprocessHook()
        status = self.process.run_command(command=COMMAND).exit_code
        if status in FOR_A_PERSON:
            # Of any other exception Airflow makes another try.
            raise AirflowFailException(f"the night ended with {status}: this is for a person")
        if status:
            raise AirflowException(f"the night ended with {status}")

    def on_kill(self):
        # The program ends by itself then and gives its lock back.
        self.process.send_sigterm()


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
    Night(task_id="night", execution_timeout=timedelta(hours=6))

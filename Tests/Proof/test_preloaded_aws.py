"""The AWS CLI that is kept in memory answers as the one of the environment does."""

import os
import subprocess

from rig import tools

ALARM = ('{"AlarmName":"a","MetricName":"m","Namespace":"n","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":1,'
         '"ComparisonOperator":"GreaterThanThreshold"}')
CALLS = (
    (["sts", "get-caller-identity", "--query=[Account, Arn]", "--output=text"], {}),
    (["configure", "get", "region"], {}),
    (["sns", "create-topic", "--name=here"], {}),
    (["sns", "create-topic", "--name=there"], {"AWS_REGION": "eu-west-1", "AWS_DEFAULT_REGION": "eu-west-1"}),
    (["sns", "list-topics", "--output=json"], {}),
    (["cloudwatch", "put-metric-alarm", "--cli-input-json", ALARM], {}),
    (["cloudwatch", "describe-alarms", "--query=MetricAlarms[].[AlarmName, Threshold]", "--output=json"], {}),
    (["logs", "describe-metric-filters", "--log-group-name=nowhere", "--output=json"], {}),
    (["iam", "get-role", "--role-name=nobody"], {}),
    (["s3api", "get-bucket-policy", "--bucket=nowhere"], {}),
    (["logs", "no-such-operation"], {}),
    (["sns", "publish", "--message=file:///no/such/file", "--topic-arn=x"], {}),
    (["sts", "get-caller-identity"], {"AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"}),
)


def test_every_answer_and_every_refusal_is_the_same(simulator, quick_deployments):
    usual = tools.environment(simulator.address)
    kept = usual | {"PATH": f"{quick_deployments.aws}{os.pathsep}{usual['PATH']}"}

    def answers(environment):
        simulator.reset()
        made = []
        for arguments, more in CALLS:
            run = subprocess.run(
                ["aws", *arguments], env=environment | more, capture_output=True, text=True, check=False)
            made.append((arguments, run.returncode, run.stdout, run.stderr))
        return made

    assert answers(kept) == answers(usual)

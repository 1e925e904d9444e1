"""CloudWatch: composite alarms, which moto keeps and lists but has no call to put."""

from moto.cloudwatch.responses import CloudWatchResponse


def install():
    CloudWatchResponse.put_composite_alarm = CloudWatchResponse.put_metric_alarm

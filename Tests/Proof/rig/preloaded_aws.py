"""The real AWS CLI without its start-up time, for the proofs that call it thousands of times.

`serve` loads awscli once and forks for every call: the child takes the caller's arguments, environment, folder and the
three standard files, and runs the CLI's own main function. `write_client` makes the `aws` that a script finds on PATH.
"""

import array
import json
import os
import socket
import stat
import subprocess
import sys
import traceback
from pathlib import Path

SERVICES = ("cloudformation", "cloudtrail", "cloudwatch", "iam", "kms", "logs", "organizations", "s3", "sns", "sts")

CLIENT = """#!{python} -IS
import array, json, os, socket, sys
connection = socket.socket(socket.AF_UNIX)
connection.connect({path!r})
request = json.dumps([sys.argv[1:], dict(os.environ), os.getcwd()]).encode("utf-8", "surrogateescape")
connection.sendmsg([len(request).to_bytes(8, "big")], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))])
connection.sendall(request)
sys.exit(int(connection.recv(16) or b"255"))
"""


class PreloadedAWS:
    """A process of its own; `folder` goes first on PATH."""

    def __init__(self, folder):
        self.folder = Path(folder)
        path = str(self.folder / "socket")
        client = self.folder / "aws"
        client.write_text(CLIENT.format(python=sys.executable, path=path))
        client.chmod(client.stat().st_mode | stat.S_IXUSR)
        self._process = subprocess.Popen([sys.executable, __file__, path], stdout=subprocess.PIPE, text=True)
        if self._process.stdout.readline().strip() != "ready":
            raise RuntimeError("the preloaded AWS CLI did not start")

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=10)
        self._process.stdout.close()


def serve(path):
    from awscli import clidriver
    driver = clidriver.create_clidriver()
    for service in SERVICES:
        driver.session.get_service_model(service)
    driver._get_command_table()
    share_models(driver.session.get_component("data_loader"))
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(16)
    listener.settimeout(1)
    parent = os.getppid()
    print("ready", flush=True)
    while os.getppid() == parent:
        try:
            connection, _ = listener.accept()
        except TimeoutError:
            continue
        connection.setblocking(True)
        if os.fork() == 0:
            if os.fork():
                os._exit(0)
            listener.close()
            answer(connection)
        connection.close()
        os.wait()


def share_models(loader):
    """A call makes its own session, as always, but does not read the services' descriptions from disk again."""
    import botocore.loaders
    botocore.loaders.create_loader = lambda *_: loader


def answer(connection):
    header, ancillary, *_ = connection.recvmsg(8, socket.CMSG_SPACE(12))
    files = array.array("i")
    files.frombytes(ancillary[0][2])
    wanted, request = int.from_bytes(header, "big"), b""
    while len(request) < wanted:
        request += connection.recv(65536)
    arguments, environment, folder = json.loads(request.decode("utf-8", "surrogateescape"))
    for target, source in enumerate(files):
        os.dup2(source, target)
    data = os.environ["AWS_DATA_PATH"]  # where awscli, once imported, looks for its own data
    os.environ.clear()
    os.environ.update(environment)
    os.environ["AWS_DATA_PATH"] = data
    os.chdir(folder)
    sys.argv = ["aws", *arguments]
    code = 255
    try:
        from awscli import clidriver
        code = run(clidriver)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        connection.sendall(str(code).encode())
        os._exit(0)


def run(clidriver):
    try:
        return clidriver.main() or 0
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1


if __name__ == "__main__":
    serve(sys.argv[1])

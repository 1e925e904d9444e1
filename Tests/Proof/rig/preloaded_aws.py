"""The real AWS CLI without its start-up time, for the proofs that call it thousands of times.

`serve` loads awscli and the services' descriptions once and forks for every call: the child takes the caller's arguments,
environment, folder and the three standard files, and runs the CLI's own main function. A script finds the client on PATH.
"""

import array
import gc
import os
import socket
import stat
import subprocess
import sys
import traceback
from pathlib import Path

SERVICES = ("cloudformation", "cloudtrail", "cloudwatch", "iam", "kms", "logs", "organizations", "s3", "sns", "sts")

# Without the modules that take longer to load than the call lasts. No argument and no variable holds a NUL.
CLIENT = """#!{python} -IS
import posix, sys, _socket
connection = _socket.socket(_socket.AF_UNIX)
connection.connect({path!r})
arguments = [word.encode("utf-8", "surrogateescape") for word in sys.argv[1:]]
variables = [name + b"=" + value for name, value in posix.environ.items()]
request = b"\\0".join([posix.getcwdb(), str(len(arguments)).encode(), *arguments, *variables])
files = b"".join(number.to_bytes(4, sys.byteorder) for number in range(3))
connection.sendmsg([len(request).to_bytes(8, "big")], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, files)])
connection.sendall(request)
sys.exit(int(connection.recv(16) or b"255"))
"""


class PreloadedAWS:
    """A process of its own, started in `environment`, which must name no configuration; `folder` goes first on PATH."""

    def __init__(self, folder, environment):
        self.folder = Path(folder)
        path = str(self.folder / "socket")
        client = self.folder / "aws"
        client.write_text(CLIENT.format(python=sys.executable, path=path))
        client.chmod(client.stat().st_mode | stat.S_IXUSR)
        self._process = subprocess.Popen(
            [sys.executable, __file__, path], env=environment, stdout=subprocess.PIPE, text=True)
        if self._process.stdout.readline().strip() != "ready":
            raise RuntimeError("the preloaded AWS CLI did not start")

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=10)
        self._process.stdout.close()


def serve(path):
    driver = loaded_driver()
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
            listener.close()
            answer(connection, driver)
        connection.close()
        reap()


def reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def loaded_driver():
    """What `aws` makes of itself at every start. Its session has seen no call, so that each finds its own environment; what
    does not depend on that is read from disk once, by a session of its own.
    """
    import botocore.loaders
    from awscli import clidriver
    from botocore.exceptions import UnknownServiceError
    session = clidriver.create_clidriver().session
    loader = session.get_component("data_loader")
    botocore.loaders.create_loader = lambda *_: loader
    loader.load_data("cli")
    for service in SERVICES:
        session.create_client(
            service, region_name="us-east-1", aws_access_key_id="nobody", aws_secret_access_key="nobody")
        for kind in ("paginators-1", "waiters-2"):
            try:
                loader.load_service_model(service, kind)
            except UnknownServiceError:
                pass  # has none
    for kind in ("service-2", "paginators-1", "waiters-2", "completions-1", "endpoint-rule-set-1"):
        loader.list_available_services(kind)
    driver = clidriver.create_clidriver()
    driver._get_command_table()
    gc.freeze()
    gc.disable()
    return driver


def answer(connection, driver):
    header, ancillary, *_ = connection.recvmsg(8, socket.CMSG_SPACE(12))
    files = array.array("i")
    files.frombytes(ancillary[0][2])
    wanted, request = int.from_bytes(header, "big"), b""
    while len(request) < wanted:
        request += connection.recv(65536)
    folder, count, *words = request.decode("utf-8", "surrogateescape").split("\0")
    arguments, variables = words[:int(count)], words[int(count):]
    for target, source in enumerate(files):
        os.dup2(source, target)
    data = os.environ["AWS_DATA_PATH"]  # where awscli, once imported, looks for its own data
    os.environ.clear()
    os.environ.update(variable.split("=", 1) for variable in variables)
    os.environ["AWS_DATA_PATH"] = data
    os.chdir(folder)
    sys.argv = ["aws", *arguments]
    code = 255
    try:
        code = driver.main(arguments) or 0
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        connection.sendall(str(code).encode())
        os._exit(0)


if __name__ == "__main__":
    serve(sys.argv[1])

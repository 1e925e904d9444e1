"""Runs the simulator: `python -m simulator.server` from Tests/Proof. Prints its address, then serves until it is ended.

`POST /proof/fork` gives a second simulator with the same accounts in it, as a process of its own: the way to plant one
change after another into one deployment. The answer is its process id and its address.
`POST /proof/page-size/N` makes the pages of this simulator's answers that small.
"""

import os
import signal
import socket
import sys
import threading
import time

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

from . import cloud, mends, stacks


def main():
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    mends.install()
    stacks.install()
    application = Forking(DomainDispatcherApplication(create_backend_app))
    listener = listen()
    print(address(listener), flush=True)
    serve(listener, application)


class Forking:
    def __init__(self, application):
        self._application = application

    def __call__(self, environment, start_response):
        path = environment["PATH_INFO"]
        if path.startswith("/proof/page-size/"):
            mends.pages.turn(int(path.rsplit("/", 1)[1]))
            start_response("204 No Content", [])
            return []
        if path != "/proof/fork":
            return self._application(environment, start_response)
        listener = listen()
        where = address(listener)
        child = os.fork()
        if child == 0:
            serve(listener, self)
            os._exit(0)
        listener.close()
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [f"{child} {where}".encode()]


def listen():
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.bind(("127.0.0.1", 0))
    listener.listen(128)
    return listener


def address(listener):
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def serve(listener, application):
    threading.Thread(target=end_with_parent, args=[os.getppid()], daemon=True).start()
    cloud.listen_at(address(listener))
    make_server("127.0.0.1", 0, application, threaded=True, fd=listener.fileno()).serve_forever()


def end_with_parent(parent):
    """Nobody is left behind when the tests are interrupted."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())

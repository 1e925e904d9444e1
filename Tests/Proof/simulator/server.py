"""Runs the simulator: `python -m simulator.server` from Tests/Proof. Prints its address, then serves until it is ended."""

import signal
import socket
import sys

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

from . import cloud, mends, stacks


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    mends.install()
    stacks.install()
    application = DomainDispatcherApplication(create_backend_app)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        server = make_server("127.0.0.1", 0, application, threaded=True, fd=listener.fileno())
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        cloud.listen_at(address)
        print(address, flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()

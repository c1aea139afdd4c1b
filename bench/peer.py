"""The peer of bench/peer beside the service: on the same database, behind an nginx with the service's own configuration."""
import os
import socket
import subprocess
import time
from contextlib import contextmanager

from stack import READER, ROOT, Failed, free_port, run

FOLDER = ROOT / "bench/peer"


def wait_for(address, family):
    for _ in range(500):
        with socket.socket(family) as one:
            if one.connect_ex(address) == 0:
                return
        time.sleep(0.02)
    raise Failed(f"the peer does not answer at {address}")


@contextmanager
def peer(service):
    """Gives its address."""
    if not (FOLDER / "node_modules").exists():
        run(["npm", "ci", "--prefix", FOLDER])
    port, folder = free_port(), service.data / "peer"
    owner = service.data.stat()
    for part in (folder, folder / "temporary"):
        part.mkdir(mode=0o700, exist_ok=True)
        os.chown(part, owner.st_uid, owner.st_gid)
    configuration = (service.data / "front/nginx.conf").read_text()
    for ours, its in (
        (service.front, f"127.0.0.1:{port}"),
        (service.socket, str(folder / "peer.sock")),
        (str(service.data / "front"), str(folder)),
    ):
        configuration = configuration.replace(ours, its)
    (folder / "nginx.conf").write_text(configuration)
    # nginx as the service's own, whose workers must read the folder and reach the peer's socket.
    as_owner = {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    (folder / "peer.sock").unlink(missing_ok=True)
    log = open(service.data.parent / "peer.log", "w")
    environment = {**service.database.environment, "PGUSER": READER, "NODE_ENV": "production"}
    outputs = {"stdout": log, "stderr": log}
    processes = [
        subprocess.Popen(["node", FOLDER / "peer.mjs", folder / "peer.sock"], env=environment, umask=0, **outputs),
        subprocess.Popen(["nginx", "-p", folder, "-c", folder / "nginx.conf"], cwd="/", **as_owner, **outputs),
    ]
    try:
        wait_for(str(folder / "peer.sock"), socket.AF_UNIX)
        wait_for(("127.0.0.1", port), socket.AF_INET)
        yield f"127.0.0.1:{port}"
    finally:
        for process in processes:
            process.terminate()
            process.wait()
        log.close()

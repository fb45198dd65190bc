"""`bluelamp run`: the whole installation in one command."""

import argparse
import http.client
import os
import socket
import subprocess
import sys
import time

import psutil

from bluelamp.site import knobs
from bluelamp.site.cluster_programs import NoCluster
from bluelamp.site.processes import end, leash
from bluelamp.site.supervisor import Supervisor, listen_for_the_end, say


def main(arguments: list[str]) -> int:
    """Start everything, say where it is, watch over it until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="bluelamp run", description=__doc__)
    parser.parse_args(arguments)
    supervisor = Supervisor()
    supervisor.take_over()
    listen_for_the_end(supervisor)
    try:
        _port_is_free()
        if supervisor.cluster:
            supervisor.cluster.start()
        welcome = _set_up(supervisor)
        if supervisor.stopping:
            return 0
        supervisor.start_children()
        if not supervisor.stopping and _answers(supervisor):
            say(f"ready at {address()}\n{welcome}")
        supervisor.watch()
    finally:
        supervisor.stop()
        say("stopped")
    return 0


def address() -> str:
    """Where a browser finds us."""
    scheme = "https" if knobs.yes("BLUELAMP_HTTPS") else "http"
    return f"{scheme}://{knobs.several('BLUELAMP_HOSTS')[0]}:{knobs.number('BLUELAMP_PORT')}/"


def _port_is_free() -> None:
    host, port = knobs.text("BLUELAMP_ADDRESS"), knobs.number("BLUELAMP_PORT")
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as error:
            raise NoCluster(
                f"Port {port} at {host} is taken by another program ({error.strerror}). "
                "Stop that program or set BLUELAMP_PORT to another port."
            ) from error


def _set_up(supervisor: Supervisor) -> str:
    """Tables, borough, people: in a process of its own, which ends early if we are told to. Returns the sign-ins."""
    setting_up = subprocess.Popen(
        [sys.executable, "-m", "bluelamp", "setup", "--sign-ins"],
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=leash(),
        env={**os.environ, "BLUELAMP_LEASHED": "yes"},
    )
    while not supervisor.stopping:
        try:
            said, _ = setting_up.communicate(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        if setting_up.returncode and not supervisor.stopping:
            raise NoCluster("set-up failed, see above.")
        return said
    end([psutil.Process(setting_up.pid)], seconds=knobs.number("BLUELAMP_STOP_SECONDS"))
    setting_up.wait()
    return ""


def _answers(supervisor: Supervisor) -> bool:
    """Wait until the web answers, keeping everything alive meanwhile."""
    until = time.monotonic() + 60
    while time.monotonic() < until and not supervisor.stopping:
        link = http.client.HTTPConnection(knobs.text("BLUELAMP_ADDRESS"), knobs.number("BLUELAMP_PORT"), timeout=5)
        try:
            link.request("GET", "/healthy", headers={"Host": knobs.several("BLUELAMP_HOSTS")[0]})
            if link.getresponse().status == 200:
                return True
        except OSError:
            pass
        finally:
            link.close()
        supervisor.tend()
        time.sleep(0.05)
    if not supervisor.stopping:
        say(f"the web does not answer; see {supervisor.home / 'logs' / 'web.log'}")
    return False

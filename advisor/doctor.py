"""Is everything here that papers need?  Says exactly what to install, and installs it where that needs no question."""

import os
import platform
import shutil
import subprocess
import sys

from criteria.prose import N_

DEBIAN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
COMMANDS = {
    "debian": f"apt-get install -y --no-install-recommends {' '.join(DEBIAN)}",
    "fedora": "dnf install -y pango harfbuzz",
    "suse": "zypper install -y libpango-1_0-0 libharfbuzz-subset0",
    "alpine": "apk add pango",
    "arch": "pacman -S --noconfirm pango",
    "Darwin": "brew install pango",
}
UNKNOWN_SYSTEM = N_("Install Pango 1.44 or newer with the package manager of your system.")


def system() -> str:
    """Name the family of the operating system, as in COMMANDS; empty if it is none of them."""
    if platform.system() != "Linux":
        return platform.system()
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    names = ["debian" if name == "ubuntu" else name for name in names]
    return next((family for family in COMMANDS for name in names if family in name), "")


def pdf_ready() -> bool:
    """Whether the PDF engine loads, tried in a process of its own."""
    return subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True, check=False).returncode == 0


def remedy() -> str:
    """The line a person types to make PDFs possible."""
    command = COMMANDS.get(system())
    if command is None:
        return UNKNOWN_SYSTEM
    return command if system() == "Darwin" or _is_root() else f"sudo {command}"


def fix() -> bool:
    """Install what is missing where no password is needed; say whether PDFs work now."""
    command = COMMANDS.get(system(), "").split()
    if not command or not shutil.which(command[0]) or not (_is_root() or command[0] == "brew" or _free_sudo()):
        return False
    prefix = [] if _is_root() or command[0] == "brew" else ["sudo", "-n"]
    if command[0] == "apt-get":
        subprocess.run([*prefix, "apt-get", "update", "-qq"], check=False)
    subprocess.run([*prefix, *command], stdout=subprocess.DEVNULL, check=False)
    return pdf_ready()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _free_sudo() -> bool:
    return bool(shutil.which("sudo")) and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0

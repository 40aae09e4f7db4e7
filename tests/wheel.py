"""Build the wheel, install it in an empty environment, open the demo in a terminal, and close it again."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from tests.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Return 0 if the demo came up from the wheel and closed with status 0."""
    with tempfile.TemporaryDirectory() as place:
        where = Path(place)
        build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(where / "dist"), str(ROOT)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        wheel = next((where / "dist").glob("*.whl"))
        venv.create(where / "venv", with_pip=True)
        kith = where / "venv" / "bin" / "kith"
        pip = [str(where / "venv" / "bin" / "python"), "-m", "pip", "install", "-q", str(wheel)]
        subprocess.run(pip, check=True, cwd=where)
        # From elsewhere than the checkout, so that styles and words can only come from the wheel.
        with Terminal([str(kith), "--demo"], cwd=where) as terminal:
            terminal.wait_for("Follow-ups")
            terminal.wait_for("Events")
            terminal.send("q")
            status = terminal.ended()
    sys.stdout.write(f"the demo of the wheel closed with status {status}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())

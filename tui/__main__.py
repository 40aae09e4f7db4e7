"""`python -m tui` is `kith`."""

from tui.cli import main

if __name__ == "__main__":
    main(prog_name="kith")

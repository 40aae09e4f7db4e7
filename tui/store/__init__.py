"""Where a network is kept: TinyDB, journal, lock, migrations, backups, and the Book over them."""

"""``python -m cablegraph``."""

from cablegraph.cli import main

if __name__ == "__main__":
    main()

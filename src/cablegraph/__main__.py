"""``cablegraph`` and ``python -m cablegraph``: Ctrl-C is answered from the first import on."""

import sys

try:
    from cablegraph.cli import main
except KeyboardInterrupt:  # before any command has begun
    sys.exit(130)

if __name__ == "__main__":
    main()

"""The application for any ASGI server: ``granian --interface asgi --factory cablegraph.server.asgi:app --port 8000``.

One process of it is enough, and more would each have their own query processes; settings come from the environment.
"""

from __future__ import annotations

import os
from pathlib import Path

from cablegraph.server import create_app, settle
from cablegraph.server.app import Front
from cablegraph.server.operation import set_up_logging
from cablegraph.settings import Settings


def app() -> Front:
    """The application over ``CABLEGRAPH_DATA``, or ``cablegraph-data`` in the current folder."""
    data = Path(os.environ.get("CABLEGRAPH_DATA") or "cablegraph-data")
    settings = Settings.read(data=data, folder=data.parent)
    set_up_logging(settings.log)
    application = create_app(settings)
    settle()
    return application

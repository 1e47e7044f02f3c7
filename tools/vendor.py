"""Fetch the pages' vendored files again: ``python tools/vendor.py`` runs ``npm pack`` for each package below.

Files are copied as they are, save a source map comment at the end of a script, which would ask for a file we do not
ship. ``VENDOR.toml`` beside them records name, version, licence and SHA-256; the tests hash the files again.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parents[1]
PAGES = TOP / "src" / "cablegraph" / "server" / "static" / "vendor"
TESTS = TOP / "tests" / "e2e" / "vendor"


@dataclass(frozen=True, slots=True)
class Package:
    """A package of the npm registry and the files that we take from it; the licence's text is one of them."""

    name: str
    version: str
    licence: str
    folder: str
    files: tuple[str, ...]
    into: Path = PAGES


PACKAGES = (
    Package("@zazuko/yasgui", "4.6.2", "MIT", "yasgui", ("build/yasgui.min.js", "build/yasgui.min.css")),
    Package("d3", "7.9.2", "ISC", "d3", ("dist/d3.min.js", "LICENSE")),
    Package("world-atlas", "2.0.2", "ISC", "world-atlas", ("land-110m.json", "LICENSE")),
    Package("axe-core", "4.14.1", "MPL-2.0", "axe-core", ("axe.min.js", "LICENSE"), TESTS),
)
_MAP = re.compile(rb"\n?//# sourceMappingURL=\S+\s*\Z|\n?/\*# sourceMappingURL=\S+ \*/\s*\Z")
MIT = """The MIT License (MIT)

Copyright (c) Triply and Zazuko GmbH, as named in the package's own description

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def fetch(package: Package, folder: Path) -> list[str]:
    """Pack, unpack and copy; gives the lines of VENDOR.toml."""
    spec = f"{package.name}@{package.version}"
    packed = subprocess.run(
        ["npm", "pack", "--silent", spec], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.split()[-1]
    target = package.into / package.folder
    target.mkdir(parents=True, exist_ok=True)
    lines = ["[[package]]", f'name = "{package.name}"', f'version = "{package.version}"',
             f'licence = "{package.licence}"', "files = ["]  # fmt: skip
    with tarfile.open(folder / packed) as archive:
        for name in package.files:
            member = archive.extractfile(f"package/{name}")
            if member is None:
                raise SystemExit(f"{spec} has no {name}")
            data = _MAP.sub(b"\n", member.read())
            lines.append(_write(target / Path(name).name, data, package))
    if "LICENSE" not in package.files:  # the package ships no text of its licence
        lines.append(_write(target / "LICENSE", MIT.encode(), package))
    return [*lines, "]", ""]


def _write(path: Path, data: bytes, package: Package) -> str:
    path.write_bytes(data)
    return f'  {{ path = "{package.folder}/{path.name}", sha256 = "{hashlib.sha256(data).hexdigest()}" }},'


def main() -> int:
    """Fetch everything and write both lists."""
    lists: dict[Path, list[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for package in PACKAGES:
            lists.setdefault(package.into, []).extend(fetch(package, Path(folder)))
    for into, lines in lists.items():
        head = "# Vendored files, as fetched by tools/vendor.py. Tests hash them again.\n\n"
        (into / "VENDOR.toml").write_text(head + "\n".join(lines), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

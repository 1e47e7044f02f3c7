"""The container files keep their promises: loopback only, read-only, without capabilities, limited, healthy."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

TOP = Path(__file__).parents[2]


class _Loader(yaml.SafeLoader):
    """Compose has tags of its own, such as ``!reset``."""


_Loader.add_constructor("!reset", lambda loader, node: [])


def read(name: str) -> dict[str, Any]:
    form: dict[str, Any] = yaml.load((TOP / name).read_text("utf-8"), _Loader)
    return form


COMPOSE = read("docker-compose.yml")
PROXY = read("docs/how-to/compose-behind-a-proxy.yml")
SERVICES = sorted(COMPOSE["services"])


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_is_confined(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert re.fullmatch(r"\d+[mg]", service["mem_limit"])
    assert service["pids_limit"] <= 256


@pytest.mark.parametrize("name", SERVICES)
def test_ports_are_published_on_loopback_only(name: str) -> None:
    for port in COMPOSE["services"][name].get("ports", []):
        assert port.startswith("127.0.0.1:"), port


def test_server_has_a_health_check_and_keeps_its_data() -> None:
    server = COMPOSE["services"]["cablegraph"]
    assert "/readyz" in server["healthcheck"]["test"][-1]
    assert "data:/data" in server["volumes"]
    assert server["environment"]["CABLEGRAPH_DATA"] == "/data"
    assert "profiles" not in server


def test_images_are_built_here_from_targets_there_are() -> None:
    targets = re.findall(r"^FROM \S+ AS (\w+)", (TOP / "Dockerfile").read_text(), re.MULTILINE)
    assert targets[-1] == "cablegraph", "the last target is the default"
    built = {
        service["image"]: service["build"]["target"] for service in COMPOSE["services"].values() if "build" in service
    }
    assert set(built.values()) <= set(targets)
    assert {service["image"] for service in COMPOSE["services"].values()} == set(built)


def test_oxigraph_server_holds_the_engine_that_we_do() -> None:
    [version] = re.findall(r"oxigraph==([\d.]+)", (TOP / "Dockerfile").read_text())
    assert f"pyoxigraph=={version}\n" in (TOP / "constraints.txt").read_text()


def test_named_volumes_are_declared() -> None:
    named = {
        volume.split(":")[0]
        for service in COMPOSE["services"].values()
        for volume in service.get("volumes", [])
        if not volume.startswith(("/", "."))
    }
    assert named == set(COMPOSE["volumes"])


def test_profile_has_an_oxigraph_server_loaded_with_the_export() -> None:
    services = COMPOSE["services"]
    beside = {name for name, service in services.items() if service.get("profiles") == ["oxigraph"]}
    assert beside == {"export", "load", "oxigraph"}
    assert services["load"]["depends_on"]["export"]["condition"] == "service_completed_successfully"
    written = services["export"]["command"][-1]
    assert written in services["load"]["command"]
    assert services["oxigraph"]["depends_on"]["load"]["condition"] == "service_completed_successfully"


def test_commands_of_the_containers_are_commands_we_have() -> None:
    from cablegraph.cli import COMMANDS
    from cablegraph.exports import FORMATS

    for service in COMPOSE["services"].values():
        command = service.get("command", [])
        if command[:1] == ["cablegraph"]:
            assert command[1] in COMMANDS
    assert COMPOSE["services"]["export"]["command"][2] in FORMATS
    [script] = re.findall(r'^CMD \["sh", "-c", "([^"]+)"', (TOP / "Dockerfile").read_text(), re.MULTILINE)
    used = re.findall(r"cablegraph (\w+)", script)
    assert used == ["demo", "serve"]
    assert set(used) <= set(COMMANDS)


@pytest.mark.parametrize(("built", "said"), [(False, "demo\nserve\n"), (True, "serve\n")])
def test_container_builds_the_sample_only_into_an_empty_volume(tmp_path: Path, built: bool, said: str) -> None:
    [script] = re.findall(r'^CMD \["sh", "-c", "([^"]+)"', (TOP / "Dockerfile").read_text(), re.MULTILINE)
    if built:
        (tmp_path / "current").write_text("x\n")
    program = tmp_path / "cablegraph"
    program.write_text('#!/bin/sh\necho "$1"\n')
    program.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    script = script.replace("/data/", f"{tmp_path}/")
    done = subprocess.run(["/bin/sh", "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == said


def test_recipe_hides_the_server_behind_a_proxy_on_an_internal_network() -> None:
    assert PROXY["services"]["cablegraph"] == {"ports": [], "networks": ["inside"]}
    assert PROXY["networks"]["inside"] == {"internal": True}
    assert "outside" in PROXY["services"]["proxy"]["networks"]
    assert PROXY["services"]["proxy"]["cap_drop"] == ["ALL"]


def test_image_runs_as_nobody_in_particular_and_copies_what_there_is() -> None:
    lines = (TOP / "Dockerfile").read_text().splitlines()
    assert "USER cablegraph" in lines
    for line in lines:
        if line.startswith("COPY ") and "--from" not in line:
            for source in line.split()[1:-1]:
                assert (TOP / source).exists(), source


@pytest.mark.parametrize("name", ["docker-compose.yml", "Dockerfile", "docs/how-to/compose-behind-a-proxy.yml"])
def test_no_image_is_taken_as_latest_nor_from_a_named_registry(name: str) -> None:
    text = (TOP / name).read_text()
    assert ":latest" not in text
    taken = re.findall(r"^\s*image: (\S+)|^FROM (\S+)", text, re.MULTILINE)
    for image in (one or other for one, other in taken):
        assert "." not in image.split("/")[0].split(":")[0], image

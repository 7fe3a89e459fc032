"""Reading a page that tries to fetch things asks nobody for anything."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.cli.calls import run

PAGE = """\
<!DOCTYPE html [<!ENTITY far SYSTEM "http://192.0.2.1/far.txt">]>
<html><head><title>Envoys meet</title><base href="http://192.0.2.1/">
<meta http-equiv="refresh" content="0;url=http://192.0.2.1/next">
<link rel="stylesheet" href="style.css"><script src="x.js"></script></head>
<body onload="fetch('http://192.0.2.1/')"><img src="http://192.0.2.1/pixel.png">
<iframe src="http://192.0.2.1/frame"></iframe><object data="file:///etc/hostname"></object>
<article><h1>Envoys meet</h1>
<p>The Russian foreign minister accused <a href="javascript:alert(1)">Turkey</a> of breaking the
truce on Monday &far; after the envoys had met in the capital for two days.</p>
<p>Turkey rejected the accusation on Tuesday and demanded that Russia withdraw its troops before
any further round of talks in Geneva.</p>
<video poster="http://192.0.2.1/p.png" src="http://192.0.2.1/v.mp4"></video></article></body></html>
"""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked of the network, or of another program; each such try fails."""
    told: list[str] = []

    def refusing(name: str) -> Any:
        def refuse(*args: object, **_: object) -> NoReturn:
            told.append(name)
            raise OSError(f"{name} in a test that allows none")

        return refuse

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refusing(name))
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refusing(name))
    monkeypatch.setattr(subprocess.Popen, "__init__", refusing("another program"))
    return told


def test_no_request_leaves_the_machine(tmp_path: Path, asked: list[str]) -> None:
    folder, page = tmp_path / "dossier", tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    assert run("new", folder, "--empty").code == 0
    told = run("read", folder, page, "--published", "2016-09-05", "--on", "here")
    assert told.code == 0
    assert "  statements " in told.out
    assert run("review", folder, "--accept-all").code == 0
    assert run("search", folder, "truce").code == 0
    assert run("draft", folder).code == 0
    kept = "".join(file.read_text(encoding="utf-8") for file in folder.glob("sources/*"))
    assert "accused Turkey of breaking" in " ".join(kept.split())
    assert "192.0.2.1" not in kept
    assert "javascript" not in kept
    assert asked == []


def test_the_refusal_would_be_seen(asked: list[str]) -> None:
    with pytest.raises(OSError, match="allows none"):
        socket.create_connection(("192.0.2.1", 80))
    with socket.socket() as plug, pytest.raises(OSError, match="allows none"):
        plug.connect(("192.0.2.1", 80))
    assert asked == ["create_connection", "connect"]

"""A real browser shows the page without sideways scrolling and asks no host for anything."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from detente.brief import render
from tests.brief.samples import SMALL, Make
from tests.brief.test_degenerate import text_of

BROWSER = next(
    (
        path
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (path := shutil.which(name))
    ),
    None,
)
pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no Chromium on this machine: install chromium to check the page in it"
)

WIDTHS = (360, 1200)
CASES = ("small", "right to left", "hundreds hold")
FRAME = (
    '<iframe name="{width}" src="{file}" style="border:0;width:{width}px;height:900px"></iframe>'
)
LOOK = """<script>
addEventListener("load", () => {
  document.title = JSON.stringify([...document.querySelectorAll("iframe")].map((frame) => {
    const page = frame.contentDocument, room = Number(frame.name);
    const shown = (one) => one.getBoundingClientRect().width > 0;
    return {
      file: frame.getAttribute("src"),
      width: room,
      scroll: page.documentElement.scrollWidth,
      wide: [...page.querySelectorAll("body *")].filter((one) => !one.closest(".scroll, svg") &&
        one.getBoundingClientRect().right > room + 1).map((one) => one.tagName),
      drawings: [...page.querySelectorAll("svg.drawing")].filter(shown).map((one) =>
        one.classList[1]),
    };
  }));
});</script>"""


def run(folder: Path, page: Path, *more: str) -> str:
    """Open `page` in a headless browser and return its document after scripts ran."""
    assert BROWSER is not None
    done = subprocess.run(
        [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--allow-file-access-from-files",
            f"--user-data-dir={folder / 'profile'}",
            "--virtual-time-budget=4000",
            *more,
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout


def test_the_page_never_scrolls_sideways(make: Make, tmp_path: Path) -> None:
    frames = ""
    for k, case in enumerate(CASES):
        brief = make(SMALL if case == "small" else text_of(case))
        (tmp_path / f"{k}.html").write_text(render(brief, "html"), encoding="utf-8")
        frames += "".join(FRAME.format(width=width, file=f"{k}.html") for width in WIDTHS)
    wrapper = tmp_path / "wrapper.html"
    wrapper.write_text(f"<!DOCTYPE html><body>{frames}{LOOK}", encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", run(tmp_path, wrapper, "--window-size=1300,900"))
    assert title is not None
    seen = json.loads(title[1].replace("&amp;", "&"))
    assert len(seen) == len(CASES) * len(WIDTHS)
    for page in seen:
        assert page["scroll"] <= page["width"], page
        assert page["wide"] == [], page
        assert set(page["drawings"]) == {"on-phone" if page["width"] < 640 else "on-page"}, page


def asked_hosts(folder: Path, page: Path) -> set[str]:
    """Return the hosts asked for while `page` was open, the browser maker's own left out."""
    log = folder / "net.json"
    run(folder, page, f"--log-net-log={log}", "--host-resolver-rules=MAP * ~NOTFOUND")
    text = log.read_text(encoding="utf-8")
    hosts = set(re.findall(r'"url":"(?:https?|wss?|ftp)://([^/"]+)', text))
    return {host for host in hosts if not host.endswith((".google.com", ".googleapis.com"))}


def test_the_page_asks_no_host_for_anything(make: Make, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    written = render(make(SMALL), "html")
    page.write_text(written, encoding="utf-8")
    assert asked_hosts(tmp_path, page) == set()
    # the log does show a request: without the policy, an image from outside is asked for
    lax = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", written)
    image = '<img src="http://asked.example/x.png" alt="">'
    page.write_text(lax.replace("</main>", f"{image}</main>"), encoding="utf-8")
    assert asked_hosts(tmp_path, page) == {"asked.example"}
    # and the policy alone stops it
    page.write_text(written.replace("</main>", f"{image}</main>"), encoding="utf-8")
    assert asked_hosts(tmp_path, page) == set()

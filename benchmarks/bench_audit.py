"""How long the audit of a finished site takes: `python benchmarks/bench_audit.py [site]`, after a build."""

from __future__ import annotations

import sys
import time
from pathlib import Path, PurePosixPath

from zhaoshang.publishing.audit import audit
from zhaoshang.publishing.present import files_in
from zhaoshang.values.artifact import Artifact


def main(site: Path, rounds: int = 5) -> None:
    """Audits the files of `site` a few times over and tells the best time, in seconds of the processor."""
    artifacts = [
        Artifact(PurePosixPath(path), (site / path).read_bytes())
        for path in sorted(files_in(site))
        if path != "manifest.json"
    ]
    pages = [artifact for artifact in artifacts if artifact.path.suffix == ".html"]
    base = (
        (site / "robots.txt")
        .read_text(encoding="utf-8")
        .partition("Sitemap: ")[2]
        .removesuffix("sitemap.xml\n")
    )
    times = []
    for _ in range(rounds):
        started = time.process_time()
        findings = audit(artifacts, base_url=base)
        times.append(time.process_time() - started)
    size = sum(page.size for page in pages) / 1e6
    sys.stdout.write(f"{len(pages)} pages, {size:.1f} MB: {min(times):.2f} s, {len(findings)} findings\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))

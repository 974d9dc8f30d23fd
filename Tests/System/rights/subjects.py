"""The applications that are judged, each with its folder, its binary and its people."""

import os
from dataclasses import dataclass
from pathlib import Path

from company_data import Company
from server import MARKETING, MARKETING_DATA, ROOT, Server

RIGHTS = Path(os.environ.get("TENON_RIGHTS", ROOT / "dist/rights"))


@dataclass(frozen=True)
class Subject:
    name: str
    folder: Path
    binary: Path

    def fill(self, store, folder):
        """Loads the data into an empty database; answers what stands in no answer, whoever asks."""
        company = Company() if self.name == "rights" else None
        if company:
            company.write(folder)
        report = Server(store, self.binary).load(folder if company else MARKETING_DATA)
        assert report.returncode == 0, report.stdout + report.stderr
        if company is None:
            return []
        company.finish(store)
        return [row["alarm"] for row in company.tables["customer"] if row["alarm"]]


SUBJECTS = {
    "rights": Subject("rights", ROOT / "Tests/Apps/rights", RIGHTS),
    "marketing": Subject("marketing", ROOT / "apps/marketing", MARKETING),
}

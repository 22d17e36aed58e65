"""Everything that the student reads is there in Japanese."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "cell_monitor/locale/ja_JP/LC_MESSAGES/cell_monitor.json"


def test_every_text_of_the_front_end_is_translated():
    source = "".join(path.read_text("utf-8") for path in sorted((ROOT / "src").rglob("*.ts*")))
    texts = {text for _, text in re.findall(r"trans\.__\(\s*(['\"])(.*?)\1", source)}
    catalogue = json.loads(CATALOGUE.read_text("utf-8"))
    assert len(texts) >= 7
    assert texts == set(catalogue) - {""}
    assert all(translation[0] for text, translation in catalogue.items() if text)

"""The other ledgers that stations keep beside a roster."""

from pathlib import Path

_NAMES = {"visits": "走访记录", "hours": "志愿服务时长"}
_ENDINGS = (".xlsx", ".xls", ".ods", ".csv", ".et")


def siblings(roster) -> dict[str, Path]:
    """Kind → the visits and hours ledgers lying beside a roster, those that are there (settled 29)."""
    roster = Path(roster)
    beside = sorted(path for path in roster.parent.iterdir() if path.suffix.lower() in _ENDINGS and path != roster)
    found = {}
    for kind, name in _NAMES.items():
        for path in beside:
            if path.stem.startswith(name) and "导入结果" not in path.stem:
                found.setdefault(kind, path)
    return found

"""docs/architecture.md stays true to the tree: what it names is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "architecture.md").read_text("utf-8")
LAYERS = ("ui", "hub", "exports", "models", "resources")


def test_every_module_that_is_named_exists():
    there = [path.relative_to(ROOT).as_posix() for layer in LAYERS for path in (ROOT / layer).rglob("*.py")]
    there.append("main.py")
    named = set(re.findall(r"[a-z_/]+\.py", TEXT))
    assert len(named) > 20
    assert [name for name in named if not any(f"/{path}".endswith(f"/{name}") for path in there)] == []


def test_every_layer_is_explained_in_the_order_of_imports():
    shown = re.findall(r"^  ([a-z]+)/ ", TEXT, re.M)
    assert tuple(shown) == LAYERS

"""Scales: screening aids as data, how they are scored, and the results kept. Never a diagnosis (精神卫生法 §23)."""

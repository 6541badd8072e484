"""Those a station serves: households, persons, what they are entitled to, and what they agreed to."""

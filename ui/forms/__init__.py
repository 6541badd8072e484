"""One record: its form, its file with the course of its papers, its steps."""

"""How an answer is typed: an editor for each kind of question."""

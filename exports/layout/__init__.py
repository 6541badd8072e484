"""How paper looks, and how every form prints from its declaration."""

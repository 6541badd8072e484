"""Records, rules, journal and figures. peewee lives here, and only here."""

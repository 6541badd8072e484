"""What is seen: windows, pages, editors, and the command line. Qt lives here, and only here."""
